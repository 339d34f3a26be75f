"""Keep what editors tune the search with: changes of more than one row."""

from django.db import transaction

from projects.search.models import Synonym, SynonymGroup
from projects.services.saving import save
from projects.states import Strength
from vindplaats.accounts.models import User


@transaction.atomic
def add_synonyms(*, term: str, other: str, strength: str = Strength.EQUAL, careful: bool = False, by: User) -> None:
    """Make a group of two words; a careful `other` is found from `term`, and does not lead back to it.

    PermissionDenied for who may not.
    """
    group = save(thing=SynonymGroup(), by=by)
    save(thing=Synonym(group=group, term=term), by=by)
    save(thing=Synonym(group=group, term=other, strength=strength, careful=careful), by=by)
