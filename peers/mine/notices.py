"""What somebody was told."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from peers.models import Notice, NoticeSetting
from peers.services.notice_paths import path_in_language
from peers.services.sentences import SENTENCES
from vindplaats.accounts.models import User
from vindplaats.mine import Item, Panel

MOST_SHOWN = 5


def panels(user: User) -> list[Panel]:
    """Return the newest notices that were not read; those that ask for something wait."""
    unread = list(Notice.objects.filter(user=user, read_at=None)[:MOST_SHOWN])
    actions = [(_("Alle berichten"), reverse("peers:notices"))]
    empty = _("Er is niets nieuws.")
    return [Panel("berichten", _("Mijn berichten"), [_item(one) for one in unread], empty, actions, position=10)]


def _item(notice: Notice) -> Item:
    sentence = SENTENCES[notice.code]
    return Item(
        label=sentence.text % {"title": notice.title},
        url=path_in_language(notice.path),
        since=notice.created_at,
        waits=sentence.waits,
    )


def person_data(user: User) -> dict[str, list[dict[str, Any]]]:
    """Return what the person was told, and what they chose to be mailed about."""
    notices = Notice.objects.filter(user=user).order_by("pk")
    return {
        "berichten": list(notices.values("created_at", "kind", "code", "title", "path", "read_at", "mailed_at")),
        "berichten-instellingen": list(NoticeSetting.objects.filter(user=user).values("kind", "frequency")),
    }


def forget_person(user: User) -> None:
    """Nothing to do: notices go with the account."""
