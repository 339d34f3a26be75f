"""Stop mail about what is followed, from the mail itself: of one thing, or a whole digest."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from peers.models import Follow
from peers.services.following.things import called
from peers.services.notices import choose_frequencies, chosen_frequencies
from peers.services.unsubscribing import Stopper
from peers.states import Frequency
from vindplaats.accounts.models import User


def follow_label(rest: str) -> str | Promise | None:
    """Return what the thing is called."""
    one = Follow.objects.kept().filter(pk=rest).first()
    return called(one) if one else None


def stop_follow(rest: str) -> None:
    """Mail about this thing no more; it stays in the list."""
    for one in Follow.objects.filter(pk=rest):
        one.frequency = Frequency.NEVER
        one.save(update_fields=["frequency"])


def digest_label(rest: str) -> str | Promise | None:
    """Return what a digest is called: `rest` is the number of the user and how often, such as 7:daily+weekly."""
    user, frequencies = _read(rest)
    if user is None:
        return None
    names = ", ".join(str(one.label).lower() for one in frequencies)
    return _("wat u volgt en wat er verder nieuw voor u is (%(how_often)s)") % {"how_often": names}


def stop_digest(rest: str) -> None:
    """Mail nothing any more of what came this often: what is followed, and notices."""
    user, frequencies = _read(rest)
    if user is None:
        return
    for one in Follow.objects.filter(user=user, frequency__in=frequencies):
        one.frequency = Frequency.NEVER
        one.save(update_fields=["frequency"])
    in_digests = [one for one in frequencies if one != Frequency.AT_ONCE]
    kinds = {kind: Frequency.NEVER for kind, how in chosen_frequencies(user).items() if how in in_digests}
    choose_frequencies(user=user, chosen=kinds)


def _read(rest: str) -> tuple[User | None, list[Frequency]]:
    number, _sign, names = rest.partition(":")
    user = User.objects.filter(pk=number, is_active=True).first()
    return user, [Frequency(name) for name in names.split("+") if name in Frequency.values]


FOLLOW, DIGEST = Stopper(follow_label, stop_follow), Stopper(digest_label, stop_digest)
