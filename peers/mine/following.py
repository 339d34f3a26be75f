"""What somebody follows."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peers.models import Follow, FollowPause, Match
from peers.services.following.saving import forget
from peers.services.following.things import called, url_of
from vindplaats.accounts.models import User
from vindplaats.mail.failing import is_failing
from vindplaats.mine import Item, Panel

MOST_SHOWN = 5


def panels(user: User) -> list[Panel]:
    """Return what the person follows, what has most news first."""
    follows = Follow.objects.kept().filter(user=user).with_news().select_related("project", "question", "programme")
    items = [_item(one) for one in follows.order_by("-news", "-created_at", "-pk")[:MOST_SHOWN]]
    actions = [(_("Alles wat ik volg"), reverse("peers:follows"))]
    empty = _("U volgt nog niets. Bewaar een zoekopdracht, dan mailen we u als er iets bij komt.")
    follows_panel = Panel("zoekopdrachten", _("Wat ik volg"), items, empty, actions, position=40)
    return [*_trouble(user), follows_panel]


def _trouble(user: User) -> list[Panel]:
    """Return that mail does not arrive, on top of all that waits."""
    if not is_failing(user.email):
        return []
    item = Item(_("Onze mail aan u komt niet aan"), reverse("peers:mail_trouble"), waits=True)
    return [Panel("mail", _("Mail"), [item], position=1)]


def _item(one: Follow) -> Item:
    news = ngettext("%(n)d nieuw", "%(n)d nieuw", one.news) % {"n": one.news} if one.news else ""
    return Item(label=called(one), url=url_of(one) or reverse("peers:follow_change", args=[one.pk]), status=news)


def person_data(user: User) -> dict[str, list[dict[str, Any]]]:
    """Return what the person follows, what was found for it, and a pause."""
    own = Follow.objects.filter(user=user).order_by("pk")
    follows = own.values(
        "kind",
        "name",
        "finder",
        "query",
        "project__title",
        "question__title",
        "programme__name",
        "frequency",
        "created_at",
    )
    matches = Match.objects.filter(follow__user=user).order_by("pk")
    return {
        "zoekopdrachten": list(follows),
        "zoekopdrachten-gevonden": list(matches.values("follow__name", "kind", "object_id", "found_at", "mailed_at")),
        "zoekopdrachten-pauze": list(FollowPause.objects.filter(user=user).values("since")),
    }


def forget_person(user: User) -> None:
    """Remove what the person followed, in the audit too."""
    forget(list(Follow.objects.filter(user=user).values_list("pk", flat=True)))
