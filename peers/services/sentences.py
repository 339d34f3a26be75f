"""The sentences of notices: what somebody is told, by a code that stays the same."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from peers.states import NoticeKind


@dataclass(frozen=True)
class Sentence:
    """What a notice says, with `%(title)s` for what it is about, and whether something is expected of the person."""

    kind: NoticeKind
    text: Promise
    waits: bool = False
    """As long as it is not read, it stands under what waits for the person."""


SENTENCES: dict[str, Sentence] = {
    "reaction": Sentence(NoticeKind.REACTION, _("Er is een reactie op ‘%(title)s’.")),
    "adoption": Sentence(NoticeKind.REACTION, _("Een andere instelling past ‘%(title)s’ ook toe.")),
    "mark": Sentence(NoticeKind.REACTION, _("Iemand vertelt hoe het elders ging bij de les ‘%(title)s’.")),
    "taken_down": Sentence(NoticeKind.ANSWER, _("Een moderator haalde uw tekst bij ‘%(title)s’ van de site.")),
}
