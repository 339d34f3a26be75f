"""What moderators decide about what members write, in the queue and in the admin alike."""

from typing import Any

from django import forms
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext_lazy as _

from peers.models import Answer, FollowUp, LessonProposal, Question
from peers.services.questions import accepting, lessons, merging, moderating
from peers.services.questions.looking import possible_doubles
from peers.services.questions.moderating import Written
from peers.states import QuestionStatus
from projects.services.review.kinds import Asked, Decision
from vindplaats.text import CleanCharField

NEITHER = ""


class MergeForm(forms.Form):
    """Into which question it goes: one that looks like it, or the address of another."""

    into = forms.ChoiceField(label=_("Samenvoegen met"), required=False)
    address = CleanCharField(
        label=_("Of het adres van een andere vraag"),
        help_text=_("Bijvoorbeeld /vragen/hoe-kreeg-u-de-nachtdienst-mee/"),
        max_length=500,
        required=False,
    )

    def __init__(self, question: Question, **given: Any) -> None:
        super().__init__(label_suffix="", **given)
        likely = possible_doubles(question)
        self.fields["into"].choices = [(NEITHER, _("Kies een vraag")), *((one.slug, one.title) for one in likely)]

    def clean(self) -> dict[str, Any]:
        """Return the question itself."""
        data = super().clean() or {}
        slug = _slug_in(data.get("address") or "") or data.get("into")
        found = Question.objects.published().filter(slug=slug).first() if slug else None
        if found is None:
            self.add_error("address", _("Kies een vraag, of plak het adres van een vraag die op de site staat."))
        return {"into": found}


def decisions_about(thing: Written) -> list[Decision]:
    """Return what can be decided about something as it stands."""
    if thing.removed_at is not None:
        return [PUT_BACK]
    if not isinstance(thing, Question) or thing.status == QuestionStatus.MERGED:
        return [TAKE_DOWN]
    steering = [REOPEN] if thing.status == QuestionStatus.CLOSED else [CLOSE]
    return [TAKE_DOWN, MERGE, *steering]


def _slug_in(address: str) -> str:
    """Return the slug of a question in an address, given with or without the name of the site."""
    path = "/" + address.strip().partition("://")[2].partition("/")[2] if "://" in address else address.strip()
    with override(get_language_from_path(path) or "nl"):
        try:
            match = resolve(path)
        except Resolver404:
            return ""
    return match.kwargs["slug"] if match.view_name == "peers:question_detail" else ""


def _take_down(thing: Written, *, by: Any, reason: str) -> Any:
    return moderating.take_down(thing=thing, by=by, reason=reason)


def _put_back(thing: Written, *, by: Any, reason: str = "") -> Any:
    return moderating.put_back(thing=thing, by=by, reason=reason)


def _leave(thing: Written, *, by: Any, reason: str = "") -> Any:
    return moderating.leave(thing=thing, by=by, reason=reason)


def _merge(thing: Question, *, by: Any, into: Question, reason: str = "") -> Any:
    return merging.merge(gone=thing, into=into, by=by, reason=reason)


def _close(thing: Question, *, by: Any, reason: str = "") -> Any:
    return accepting.close(question=thing, by=by)


def _reopen(thing: Question, *, by: Any, reason: str = "") -> Any:
    return accepting.reopen(question=thing, by=by)


def _accept_lesson(thing: LessonProposal, *, by: Any, reason: str = "") -> Any:
    return lessons.accept_lesson(proposal=thing, by=by, reason=reason)


def _decline_lesson(thing: LessonProposal, *, by: Any, reason: str) -> Any:
    return lessons.decline_lesson(proposal=thing, by=by, reason=reason)


TAKE_DOWN = Decision(
    "weghalen",
    _("Van de site halen"),
    _("Niemand kan het nog lezen of vinden. Wie het schreef, krijgt uw bericht. U kunt het later terugzetten."),
    _take_down,
    text=Asked.MUST,
)
PUT_BACK = Decision(
    "terugzetten",
    _("Terugzetten op de site"),
    _("Iedereen kan het weer lezen. Wie het schreef, krijgt bericht."),
    _put_back,
    text=Asked.NOT,
)
LEAVE = Decision(
    "laten-staan", _("Laten staan"), _("Er verandert niets op de site."), _leave, text=Asked.NOT, is_main=True
)
MERGE = Decision(
    "samenvoegen",
    _("Samenvoegen"),
    _("Alle antwoorden, bedankjes en volgers gaan naar de andere vraag. Het oude adres leidt daarheen."),
    _merge,
    form=MergeForm,
    text=Asked.NOT,
)
CLOSE = Decision(
    "sluiten", _("Vraag sluiten"), _("Niemand kan meer antwoorden. Alles blijft te lezen."), _close, text=Asked.NOT
)
REOPEN = Decision("heropenen", _("Vraag weer openen"), _("Iedereen kan weer antwoorden."), _reopen, text=Asked.NOT)
ACCEPT_LESSON = Decision(
    "opnemen",
    _("Zet de les op de site"),
    _("De les komt bij het project te staan. Wie hem voorstelde en wie het antwoord schreef, krijgen bericht."),
    _accept_lesson,
    text=Asked.NOT,
    is_main=True,
)
DECLINE_LESSON = Decision(
    "afwijzen",
    _("Afwijzen"),
    _("De les komt niet op de site. Wie hem voorstelde en wie het antwoord schreef, krijgen uw bericht."),
    _decline_lesson,
    text=Asked.MUST,
)
MODELS: dict[str, type] = {"question": Question, "answer": Answer, "follow_up": FollowUp}
"""What is decided on, by the kind of its case."""
