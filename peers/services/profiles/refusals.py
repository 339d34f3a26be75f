"""Why a profile is not changed."""

from django.utils.translation import gettext as _

from projects.services.refusals import Refused


class NotYours(Refused):
    """There is no profile of this person (any more)."""

    def __init__(self) -> None:
        super().__init__(_("U hebt geen profiel (meer). Vul er een in."))


class NotDownYet(Refused):
    """Only what was taken down can be put back."""

    def __init__(self) -> None:
        super().__init__(_("Dit profiel is niet verwijderd van de site."))
