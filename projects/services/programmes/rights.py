"""Who acts, and in whose name what they write stands on the page."""

from django.core.exceptions import PermissionDenied

from projects.models import Programme
from projects.permissions import may_edit_programme
from projects.states.programmes import TOLD_BY_PROGRAMME, TOLD_BY_SITE
from vindplaats.accounts.models import User


def require(by: User, programme: Programme) -> None:
    """Raise PermissionDenied for who does not edit the programme."""
    if not may_edit_programme(by, programme):
        raise PermissionDenied


def told_by(programme: Programme, by: User) -> str:
    """Return the organisation or function that stands under what somebody writes, never the name of the account.

    That of editors is kept in Dutch; `told_by_in_words` says it in the language of a page.
    """
    shown_as = programme.editors.filter(user=by).values_list("shown_as", flat=True).first()
    if shown_as is None:
        return TOLD_BY_SITE
    return shown_as or TOLD_BY_PROGRAMME
