"""Where the project is."""

from django.utils.translation import gettext_lazy

from projects.forms.writing import choices
from projects.forms.writing.base import SectionForm
from projects.forms.writing.fields import ChecksField, OptionGroup, choice
from projects.services.exchange.record import GEMEENTEN_LIMIT
from projects.states import Scope


class WhereForm(SectionForm):
    """The section 'waar'."""

    scope = choice(
        gettext_lazy("Hoe ver reikt het project?"),
        Scope.choices,
        gettext_lazy("Een landelijk project telt in elke regio mee."),
        radios=True,
        required=False,
    )
    gemeenten = ChecksField(
        gettext_lazy("Gemeenten"),
        gettext_lazy("Waar gebeurt het? De regio's waarin een gemeente ligt, hoeft u niet te kiezen."),
        most=GEMEENTEN_LIMIT,
    )
    regions = ChecksField(
        gettext_lazy("Regio's"), gettext_lazy("Alleen als het project een hele regio beslaat."), most=GEMEENTEN_LIMIT
    )

    def offered(self) -> dict[str, list[OptionGroup]]:
        """Return all places."""
        return {"gemeenten": choices.gemeenten(), "regions": choices.regions()}
