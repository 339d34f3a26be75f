"""Why two things cannot be put together now."""

from typing import Any

from django.utils.translation import gettext as _

from projects.services.refusals import Refused


class SameThing(Refused):
    """There is only one of them."""

    def __init__(self) -> None:
        super().__init__(_("Kies twee verschillende. Iets kan niet met zichzelf worden samengevoegd."))


class TextInTheMaking(Refused):
    """A text would bring back what was put together, or lose it."""

    def __init__(self, project: Any) -> None:
        self.project = project
        said = {"title": project.title}
        super().__init__(
            _("Van ‘%(title)s’ is een tekst in de maak. Keur die eerst goed, of wacht tot de schrijver klaar is.")
            % said
        )


class WrongOneStays(Refused):
    """A page that everyone reads would go, and one that nobody sees would stay."""

    def __init__(self, gone: Any) -> None:
        said = {"title": gone.title}
        super().__init__(_("‘%(title)s’ staat online. Laat dat project blijven, en voeg het andere eraan toe.") % said)


class GoneMeanwhile(Refused):
    """Somebody else put one of them with another, or removed it."""

    def __init__(self) -> None:
        super().__init__(_("Een van de twee is er intussen niet meer. Begin opnieuw bij de lijst."))
