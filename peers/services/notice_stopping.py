"""Stop the mails of one kind of notice from such a mail."""

from django.utils.functional import Promise

from peers.services.notices import choose_frequencies
from peers.services.unsubscribing import Stopper
from peers.states import Frequency, NoticeKind
from vindplaats.accounts.models import User


def label(rest: str) -> Promise | str | None:
    """Return what the kind is called; `rest` is the kind and the number of the user."""
    kind, user = _read(rest)
    return NoticeKind(kind).label if user else None


def stop(rest: str) -> None:
    """Mail this kind to this user no more; on the site the notices stay."""
    kind, user = _read(rest)
    if user:
        choose_frequencies(user=user, chosen={kind: Frequency.NEVER})


def _read(rest: str) -> tuple[str, User | None]:
    kind, _, number = rest.partition(":")
    return kind, User.objects.filter(pk=number).first() if kind in NoticeKind.values else None


STOPPER = Stopper(label, stop)
