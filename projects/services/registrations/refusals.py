"""Why something does not happen to a registration. Each message is a sentence for the screen."""

from django.utils.translation import gettext as _

from projects.models import Institute, Registration
from projects.services.refusals import Refused
from projects.states import Stage


class StageRefused(Refused):
    """A registration cannot go from where it stands to what was asked for."""

    def __init__(self, registration: Registration, wanted: str) -> None:
        self.registration, self.wanted = registration, Stage(wanted)
        said = {"name": str(registration), "old": Stage(registration.status).label, "new": self.wanted.label}
        if registration.status == wanted:
            super().__init__(_("De aanmelding ‘%(name)s’ heeft al de status ‘%(old)s’.") % said)
        else:
            super().__init__(
                _("De aanmelding ‘%(name)s’ heeft de status ‘%(old)s’ en kan niet de status ‘%(new)s’ krijgen.") % said
            )


class NotOpen(Refused):
    """What was sent in, or decided, is not changed any more."""

    def __init__(self) -> None:
        super().__init__(_("Deze aanmelding is al verstuurd. U kunt er niets meer in veranderen."))


class Incomplete(Refused):
    """Something that is needed was not filled in; `fields` says what."""

    def __init__(self, fields: list[str]) -> None:
        self.fields = fields
        super().__init__(_("Er ontbreekt nog iets. Vul dat eerst in."))


class ChangedMeanwhile(Refused):
    """Somebody with the same address saved something after the page was shown."""

    def __init__(self) -> None:
        super().__init__(_("De aanmelding is intussen veranderd. Kijk de antwoorden na en verstuur dan opnieuw."))


class InstituteTaken(Refused):
    """An institute that takes part already is not taken over."""

    def __init__(self, institute: Institute) -> None:
        self.institute = institute
        super().__init__(
            _("‘%(name)s’ is al aangesloten. Wijs de aanmelding af en verwijs naar de beheerder van de instelling.")
            % {"name": institute.name}
        )


class InstituteExists(Refused):
    """There is an institute with this name in this place; a second one cannot be made."""

    def __init__(self, institute: Institute) -> None:
        self.institute = institute
        super().__init__(
            _("Er is al een instelling ‘%(name)s’ in deze plaats. Koppel de aanmelding aan die instelling.")
            % {"name": institute.name}
        )
