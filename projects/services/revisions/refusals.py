"""Why a text cannot be saved, submitted or accepted now. Each message is a sentence for the screen."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from projects.models import Revision
from projects.services.refusals import Refused
from projects.services.revisions.checking import Problem
from projects.services.revisions.labels import label_of
from projects.states import Stage


class StageRefused(Refused):
    """The text is not in a stage in which this can be done."""

    def __init__(self, revision: Revision) -> None:
        self.revision = revision
        said = {"title": str(revision), "stage": Stage(revision.status).label}
        super().__init__(
            _("De tekst van ‘%(title)s’ is intussen: %(stage)s. Open de pagina opnieuw om te zien wat nu kan.") % said
        )


class Gone(Refused):
    """The draft was thrown away meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("Iemand anders heeft dit concept intussen weggegooid."))


class Conflict(Refused):
    """Somebody else saved the same part meanwhile; nothing was saved. `theirs` and `mine` are fields of the record."""

    def __init__(self, revision: Revision, *, theirs: dict[str, Any], mine: dict[str, Any]) -> None:
        self.revision, self.theirs, self.mine = revision, theirs, mine
        super().__init__(
            _("Iemand anders heeft deze tekst intussen ook bewaard. Kijk hieronder wat er verschilt en kies.")
        )


class Incomplete(Refused):
    """Something is missing or wrong; `problems` say what and in which section."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(_("De tekst is nog niet klaar. Hieronder staat wat er nog moet gebeuren."))


class ChangedMeanwhile(Refused):
    """The project itself was changed since the writing began; `fields` are the names of those fields."""

    def __init__(self, fields: Sequence[str]) -> None:
        self.fields = list(fields)
        said = {"fields": ", ".join(label_of(name) for name in fields)}
        super().__init__(
            _("Het project is intussen ook door iemand anders gewijzigd: %(fields)s. Bekijk dat eerst.") % said
        )


class ArchivedRefused(Refused):
    """What is not on the site (any more) cannot be edited this way."""

    def __init__(self) -> None:
        super().__init__(_("Dit project is gearchiveerd. Vraag de redactie om het terug te zetten."))


class AlreadyBeingWritten(Refused):
    """A project has one text in the making, and this one has it."""

    def __init__(self, revision: Revision) -> None:
        self.revision = revision
        super().__init__(_("Er is al een tekst van dit project in de maak. Maak die eerst af of gooi die weg."))


class ReceiverRefused(Refused):
    """Only somebody of the institute can become the owner."""

    def __init__(self) -> None:
        super().__init__(_("Kies iemand die bij de instelling van dit project hoort."))


class UploadGone(Refused):
    """What was read from a spreadsheet is kept for a day, and submitted once."""

    def __init__(self) -> None:
        super().__init__(_("Dit bestand is niet meer bewaard, of het is al ingediend. Kies het bestand opnieuw."))


class RowChanged(Refused):
    """Between the look at a file and the word to go on, something happened to the project of a row."""

    def __init__(self, line: int) -> None:
        super().__init__(
            _("Het project van regel %(line)d is intussen veranderd. Kies het bestand opnieuw en kijk wat er staat.")
            % {"line": line}
        )
