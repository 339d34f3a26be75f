"""Let go of somebody who leaves: what others read stays without the name, the rest goes."""

from django.apps import apps

from projects.models import Collection
from projects.search import generation
from projects.states import Sharing
from vindplaats.accounts.models import User
from vindplaats.audit import acting


def forget_maker(*, user: User) -> None:
    """Delete what only the person saw, in the audit too; take the name off what is public or of an institute."""
    own = Collection.objects.filter(owner=user)
    unseen = own.filter(visibility=Sharing.PRIVATE) | own.filter(removed_at__isnull=False)
    gone = list(unseen.values_list("pk", flat=True))
    kept = list(own.exclude(pk__in=gone).values_list("pk", flat=True))
    with acting(action="forget"):
        Collection.objects.filter(pk__in=gone).delete()
        Collection.objects.filter(pk__in=kept).update(owner_name="")
    collections, items = (apps.get_model("projects", f"{name}Event") for name in ("Collection", "CollectionItem"))
    collections.objects.filter(pgh_obj_id__in=gone).delete()
    items.objects.filter(collection_id__in=gone).delete()
    collections.objects.filter(pgh_obj_id__in=kept).update(owner_name="")
    generation.advance_on_commit()
