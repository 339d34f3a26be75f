"""What others can use: toolkits, reports, training, agreements."""

from django import forms
from django.utils.translation import gettext_lazy

from projects.forms.writing.base import SectionForm
from projects.forms.writing.fields import choice, long_text, text
from projects.forms.writing.groups import GroupForm
from projects.states import ResourceKind


class ResourceForm(GroupForm):
    """One resource."""

    list_name = "resources"
    kept = ("themes", "conditions", "target_groups", "language", "revised_on")
    heading = gettext_lazy("Hulpmiddel")
    one_more = gettext_lazy("Nog een hulpmiddel")
    take_away = gettext_lazy("Haal dit hulpmiddel weg")

    kind = choice(
        gettext_lazy("Wat voor hulpmiddel is het?"),
        ResourceKind.choices,
        error_messages={"required": gettext_lazy("Kies wat voor hulpmiddel het is.")},
    )
    title = text(
        gettext_lazy("Naam"), limit=300, required=True, missing=gettext_lazy("Vul de naam van het hulpmiddel in.")
    )
    url = forms.URLField(
        label=gettext_lazy("Webadres"),
        help_text=gettext_lazy("Waar anderen het vinden."),
        required=False,
        max_length=1000,
        assume_scheme="https",
        error_messages={"invalid": gettext_lazy("Dit is geen webadres. Een adres begint met https://.")},
    )
    summary = long_text(gettext_lazy("Wat heeft een ander eraan?"), rows=3)
    owner = text(gettext_lazy("Van wie is het?"), gettext_lazy("De organisatie die het beheert."))
    year = forms.IntegerField(
        label=gettext_lazy("Uit welk jaar?"),
        required=False,
        min_value=1000,
        max_value=2999,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": gettext_lazy("Schrijf een jaar in vier cijfers, zoals 2024.")},
    )


class ResourcesForm(SectionForm):
    """The section 'hulpmiddelen'."""

    group_kinds = (ResourceForm,)
