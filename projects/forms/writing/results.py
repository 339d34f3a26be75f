"""What the project brought, how it was paid for and how it went on."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy

from projects.forms.writing.base import Record, SectionForm
from projects.forms.writing.fields import choice, long_text, text
from projects.forms.writing.groups import GroupForm
from projects.states import FundingKind, Kept

LARGEST = Decimal("9999999999.99")


class FundingForm(GroupForm):
    """One way in which the project was paid for."""

    list_name = "funding"
    most = 20
    heading = gettext_lazy("Geldbron")
    one_more = gettext_lazy("Nog een geldbron")
    take_away = gettext_lazy("Haal deze geldbron weg")
    kept = ("start", "end", "note")

    kind = choice(
        gettext_lazy("Waaruit is het betaald?"),
        FundingKind.choices,
        error_messages={"required": gettext_lazy("Kies waaruit het is betaald.")},
    )
    name = text(gettext_lazy("Naam van de regeling of gever"))
    amount_eur = forms.DecimalField(
        label=gettext_lazy("Bedrag in euro"),
        help_text=gettext_lazy("Alleen cijfers, bijvoorbeeld 12500."),
        required=False,
        min_value=0,
        max_value=LARGEST,
        max_digits=12,
        decimal_places=2,
        localize=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={"invalid": gettext_lazy("Schrijf een bedrag in cijfers, zoals 12500.")},
    )


class ResultsForm(SectionForm):
    """The section 'resultaten'."""

    group_kinds = (FundingForm,)
    results = long_text(
        gettext_lazy("Wat leverde het op?"),
        gettext_lazy(
            "Voor cliënten, voor medewerkers, in tijd of geld. Schrijf ook op wat tegenviel of nog niet bekend is."
        ),
        rows=10,
    )
    kept = forms.ChoiceField(
        label=gettext_lazy("Hoe ging het verder toen de financiering stopte?"), choices=Kept.choices, required=False
    )
    kept_explanation = long_text(gettext_lazy("Wat bleef er, en wie betaalt dat nu?"), rows=4)
    examples = {
        "results": gettext_lazy(
            "Bijvoorbeeld: “Van de 40 cliënten werden er 6 opgenomen; het jaar ervoor waren dat er 15. "
            "De wijkverpleging bespaarde geen tijd: bellen kostte net zoveel als langsgaan.”"
        )
    }

    def to_record(self, found: Record) -> Record:
        """Return the record."""
        return {**found, "kept": found.get("kept") or Kept.UNKNOWN.value}
