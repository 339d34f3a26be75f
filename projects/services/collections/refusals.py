"""Why something is not done with a collection. Each message is a sentence for the screen that says what to do."""

from django.utils.translation import gettext as _

from projects.services.refusals import Refused


class TooManyCollections(Refused):
    """As many collections as one may make in a day."""

    def __init__(self, most: int) -> None:
        said = _("U maakte vandaag al %(most)d verzamelingen. Morgen kunt u er weer een maken.")
        super().__init__(said % {"most": most})


class TooMuchAdded(Refused):
    """As many things as one may put in collections in a day."""

    def __init__(self) -> None:
        super().__init__(_("U zette vandaag al heel veel in verzamelingen. Morgen kunt u verder."))


class CollectionFull(Refused):
    """A collection holds as much as it can."""

    def __init__(self, most: int) -> None:
        said = _(
            "In een verzameling passen %(most)d onderdelen. Haal er eerst iets uit, of maak een tweede verzameling."
        )
        super().__init__(said % {"most": most})


class RemovedByEditors(Refused):
    """A moderator took the collection off the site."""

    def __init__(self) -> None:
        super().__init__(_("De redactie haalde deze verzameling van de site. U kunt haar niet meer openbaar maken."))
