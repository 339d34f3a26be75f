"""Stop a kind of mail from the mail itself: one click, without logging in (RFC 8058).

The address holds what is to be stopped, signed; it stays valid as long as that exists, for mails are kept for years.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils.functional import Promise

from vindplaats.mail import absolute

SALT = "peers.unsubscribe"


@dataclass(frozen=True)
class Stopper:
    """One kind of mail: what it is called, for the person to read, and what stops it."""

    label: Callable[[str], str | Promise | None]
    """Gives what is stopped in words; None when it does not exist (any more)."""
    stop: Callable[[str], None]


_stoppers: dict[str, Stopper] = {}


def register(name: str, stopper: Stopper) -> None:
    """Add a kind of mail that can be stopped; both functions are called with what follows `name:`."""
    _stoppers[name] = stopper


def unsubscribe_headers(what: str) -> dict[str, str]:
    """Return the headers by which a mail program offers to stop `what`, such as "notice:contact:7"."""
    return {
        "List-Unsubscribe": f"<{unsubscribe_page(what)()}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def unsubscribe_page(what: str) -> Callable[[], str]:
    """Return what gives the address that stops `what`, in the language of the mail that it stands in."""
    signed = signing.dumps(what, salt=SALT)
    return lambda: absolute(reverse("peers:unsubscribe", args=[signed]))


def read_what(signed: str) -> tuple[Stopper, str] | None:
    """Return what a signed address stops, which may be stopped already; None for one that we did not make."""
    try:
        name, _, rest = signing.loads(signed, salt=SALT).partition(":")
    except signing.BadSignature:
        return None
    stopper = _stoppers.get(name)
    return (stopper, rest) if stopper else None


@transaction.atomic
def stop(*, signed: str) -> bool:
    """Stop what the address says, again is no error: mail programs ask twice. Tell whether the address is ours."""
    found = read_what(signed)
    if found is None:
        return False
    stopper, rest = found
    if stopper.label(rest) is not None:
        stopper.stop(rest)
    return True
