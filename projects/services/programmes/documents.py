"""The documents of a programme: resources of the site, and addresses elsewhere."""

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from projects.models import Programme, ProgrammeDocument, Resource
from projects.search import generation
from projects.services.programmes.refusals import DocumentKnown
from projects.services.programmes.rights import require
from projects.services.review.subjects import view_at
from vindplaats.accounts.models import User
from vindplaats.audit import acting


@transaction.atomic
def save_document(
    *,
    programme: Programme,
    by: User,
    title: str = "",
    url: str = "",
    resource: Resource | None = None,
    document: ProgrammeDocument | None = None,
) -> ProgrammeDocument:
    """Add a document behind the others, or change `document`; DocumentKnown when the resource is there already.

    A resource has its own title and address; those of the form are for what stands elsewhere.
    """
    require(by, programme)
    Programme.objects.select_for_update(of=("self",), no_key=True).get(pk=programme.pk)
    one = document or ProgrammeDocument(programme=programme, position=_next_place(programme))
    if resource and programme.documents.filter(resource=resource).exclude(pk=one.pk).exists():
        raise DocumentKnown
    one.resource = resource
    one.title, one.url = ("", "") if resource else (title, url)
    with acting(user=by, action="document"):
        one.save()
    generation.advance_on_commit()
    return one


@transaction.atomic
def remove_document(*, document: ProgrammeDocument, by: User) -> None:
    """Take a document away; a resource itself stays."""
    require(by, document.programme)
    with acting(user=by, action="document"):
        document.delete()
    generation.advance_on_commit()


def resource_at(address: str) -> Resource | None:
    """Return the published resource whose page on this site has this address; None when it is another address."""
    path = address.removeprefix(settings.PUBLIC_URL) if address.startswith(f"{settings.PUBLIC_URL}/") else ""
    name, slug = view_at(path) or ("", "") if path else ("", "")
    return Resource.objects.published().filter(slug=slug).first() if name == "projects:resource_detail" else None


def _next_place(programme: Programme) -> int:
    last = programme.documents.aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1
