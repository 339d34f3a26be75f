"""Every status and fixed list of the peers app, with the transitions that are allowed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProfileKind(models.TextChoices):
    """In what capacity somebody thinks along."""

    PROFESSIONAL = "professional", _("Zorgprofessional of projectleider")
    DIRECTOR = "director", _("Bestuurder of manager")
    EXPERIENCE = "experience", _("Ervaringsdeskundige")


class Offer(models.TextChoices):
    """What somebody is willing to do for another."""

    THINK_ALONG = "think_along", _("Meedenken over een plan")
    ADVICE = "advice", _("Eenmalig advies")
    PRESENTATION = "presentation", _("Een presentatie geven")
    VISIT = "visit", _("Bezoek ontvangen of op bezoek komen")
    REVIEW = "review", _("Een tekst of plan nalezen")


class Visibility(models.TextChoices):
    """Who sees a profile."""

    PUBLIC = "public", _("Iedereen")
    MEMBERS = "members", _("Alleen wie is ingelogd")
    HIDDEN = "hidden", _("Niemand")


class ConsentKind(models.TextChoices):
    """What somebody agreed to; health apart, for the law asks that (AVG, article 9)."""

    PROFILE = "profile", _("Profiel tonen")
    HEALTH = "health", _("Vertellen over gezondheid")


class ContactStatus(models.TextChoices):
    """Where a contact request stands."""

    WAITING = "waiting", _("Wacht op antwoord")
    TALKING = "talking", _("In gesprek")
    CLOSED = "closed", _("Afgesloten")
    WITHDRAWN = "withdrawn", _("Ingetrokken")
    DECLINED = "declined", _("Niemand kon helpen")


CONTACT_TRANSITIONS: dict[str, set[str]] = {
    ContactStatus.WAITING: {
        ContactStatus.TALKING,
        ContactStatus.CLOSED,
        ContactStatus.WITHDRAWN,
        ContactStatus.DECLINED,
    },
    ContactStatus.TALKING: {ContactStatus.WAITING, ContactStatus.CLOSED, ContactStatus.DECLINED},
    ContactStatus.CLOSED: {ContactStatus.TALKING},
    ContactStatus.WITHDRAWN: set(),
    ContactStatus.DECLINED: set(),
}

OPEN_CONTACT = (ContactStatus.WAITING, ContactStatus.TALKING)
"""While somebody still has something to do."""

REMINDED_AFTER_WORKING_DAYS = 4
"""How long somebody may take to answer before a reminder goes out."""
HANDED_OVER_AFTER_WORKING_DAYS = 8
"""How long before the request goes to the next one."""


class HandlingEnd(models.TextChoices):
    """Why somebody no longer has a contact request on their desk."""

    DECLINED = "declined", _("Kon niet helpen")
    TOO_LATE = "too_late", _("Antwoordde niet op tijd")
    HANDED_ON = "handed_on", _("Gaf het door")
    UNREACHABLE = "unreachable", _("Mail kwam niet aan")
    GONE = "gone", _("Doet niet meer mee")
    DONE = "done", _("Afgerond")


class PlanChanged(models.TextChoices):
    """The one question at the end of a contact: did it change your plan?"""

    YES = "yes", _("Ja, mijn plan is veranderd")
    PARTLY = "partly", _("Een beetje")
    NO = "no", _("Nee")
    TOO_EARLY = "too_early", _("Dat weet ik nog niet")


class QuestionStatus(models.TextChoices):
    """Where a public question stands."""

    OPEN = "open", _("Open")
    ANSWERED = "answered", _("Beantwoord")
    CLOSED = "closed", _("Gesloten")
    MERGED = "merged", _("Samengevoegd")


QUESTION_TRANSITIONS: dict[str, set[str]] = {
    QuestionStatus.OPEN: {QuestionStatus.ANSWERED, QuestionStatus.CLOSED, QuestionStatus.MERGED},
    QuestionStatus.ANSWERED: {QuestionStatus.OPEN, QuestionStatus.CLOSED, QuestionStatus.MERGED},
    QuestionStatus.CLOSED: {QuestionStatus.OPEN, QuestionStatus.ANSWERED, QuestionStatus.MERGED},
    QuestionStatus.MERGED: set(),
}


ROUTED_AGAIN_AFTER_WORKING_DAYS = 5
"""How long a question waits for an answer before others are asked, once."""


class MarkKind(models.TextChoices):
    """What a member says of a lesson from experience of their own."""

    MET = "met", _("Speelde hier ook")
    HELPED = "helped", _("Hielp hier wel")
    NOT_HELPED = "not_helped", _("Hielp hier niet")


class AdoptionState(models.TextChoices):
    """How it goes at an institute that took over a project of another."""

    RUNNING = "running", _("Loopt")
    SUCCESSFUL = "successful", _("Geslaagd")
    STOPPED = "stopped", _("Gestopt")


class FollowKind(models.TextChoices):
    """What somebody wants to hear of: what a search finds (a theme or region is one), or one thing."""

    SEARCH = "search", _("Zoekopdracht")
    PROJECT = "project", _("Project")
    QUESTION = "question", _("Vraag")
    PROGRAMME = "program", _("Programma")


class Frequency(models.TextChoices):
    """How often somebody is mailed about what they follow."""

    AT_ONCE = "at_once", _("Meteen")
    DAILY = "daily", _("Dagelijks")
    WEEKLY = "weekly", _("Wekelijks")
    NEVER = "never", _("Niet per mail")


class NoticeKind(models.TextChoices):
    """What a notice is about; somebody chooses per kind whether it comes by mail as well."""

    CONTACT = "contact", _("Contactverzoeken")
    QUESTION = "question", _("Vragen waar u iets van kunt weten")
    ANSWER = "answer", _("Antwoorden op uw vragen, en op uw antwoorden")
    REACTION = "reaction", _("Reacties op uw projecten, en bedankjes")
    FOLLOW = "follow", _("Nieuws over wat u volgt")


class EditionStatus(models.TextChoices):
    """Where an edition of the newsletter stands."""

    DRAFT = "draft", _("Concept")
    SENDING = "sending", _("Wordt verstuurd")
    SENT = "sent", _("Verstuurd")


def may_become(transitions: dict[str, set[str]], old: str, new: str) -> bool:
    """Tell whether what has status `old` may get status `new` by these transitions."""
    return new in transitions[old]
