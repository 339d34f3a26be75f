"""Why a service does not do what was asked. Each message is a sentence for the screen."""

from typing import Any

from django.utils.translation import gettext as _

from projects.models import Project
from projects.states import Status


class Refused(Exception):
    """The rules of the registry do not allow this now; `str()` says why, in the language of the page."""


class TransitionRefused(Refused):
    """A project cannot go from the status that it has to the one that was asked for."""

    def __init__(self, project: Project, wanted: str) -> None:
        self.project, self.wanted = project, Status(wanted)
        said = {"title": project.title, "old": Status(project.status).label, "new": self.wanted.label}
        if project.status == wanted:
            super().__init__(_("‘%(title)s’ heeft al de status ‘%(old)s’.") % said)
        else:
            super().__init__(
                _("‘%(title)s’ heeft de status ‘%(old)s’ en kan daarom niet de status ‘%(new)s’ krijgen.") % said
            )


class ReasonMissing(Refused):
    """Somebody has to know why, and nothing was said."""

    def __init__(self) -> None:
        super().__init__(_("Schrijf op waarom, zodat de indiener weet wat er moet gebeuren."))


class ConfirmationRefused(Refused):
    """Only what everyone can read can be confirmed."""

    def __init__(self, project: Project) -> None:
        said = {"title": project.title}
        super().__init__(_("‘%(title)s’ is niet gepubliceerd en kan daarom niet bevestigd worden.") % said)


class TextWaits(Refused):
    """What is on its way to the site is the text that its writers are working on, not the row of the project."""

    def __init__(self, project: Project) -> None:
        said = {"title": project.title}
        super().__init__(_("Van ‘%(title)s’ is een tekst in de maak. Beslis over die tekst.") % said)


class ThemeLevelRefused(Refused):
    """There are two levels of themes and no third."""


class AlreadyDecided(Refused):
    """Somebody else decided, or the sender took it back."""

    def __init__(self) -> None:
        super().__init__(_("Hierover is intussen al besloten, of het is ingetrokken. Open de lijst opnieuw."))


class ChangedSinceRead(Refused):
    """Who decides has read something else than what it is now."""

    def __init__(self) -> None:
        super().__init__(_("Dit is intussen veranderd. Hieronder staat het zoals het nu is. Lees het en besluit dan."))


class TermKnown(Refused):
    """The list of terms has it already, perhaps under another name."""

    def __init__(self, term: Any) -> None:
        self.term = term
        super().__init__(_("‘%(name)s’ staat al in de lijst. Gebruik die term.") % {"name": term.label})


class UpdateRefused(Refused):
    """Only a page that everyone can read tells how the project stands."""

    def __init__(self, project: Project) -> None:
        said = {"title": project.title}
        super().__init__(_("‘%(title)s’ is niet gepubliceerd. Een stand van zaken kan pas daarna.") % said)
