"""What owners fill in to keep a project true."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vindplaats.text import CleanCharField

LONGEST_UPDATE = 3_000


class IntervalForm(forms.Form):
    """How often to ask whether the page is still right."""

    months = forms.TypedChoiceField(
        label=_("Hoe vaak vragen we of de pagina nog klopt?"),
        choices=[(6, _("Elk half jaar")), (12, _("Elk jaar")), (24, _("Elke twee jaar"))],
        coerce=int,
        widget=forms.RadioSelect,
        help_text=_("Verandert er veel in uw project, kies dan vaker."),
        error_messages={"required": _("Kies hoe vaak we het vragen.")},
    )


class StatusUpdateForm(forms.Form):
    """A few lines on how the project stands now."""

    text = CleanCharField(
        label=_("Hoe staat het project ervoor?"),
        max_length=LONGEST_UPDATE,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "Een paar zinnen: wat is er gebeurd, wat gaat er nu gebeuren? Iedereen kan dit lezen, met de datum van "
            "vandaag erbij. Noem geen namen van cliënten of collega's."
        ),
        error_messages={
            "required": _("Schrijf in een paar zinnen hoe het project ervoor staat."),
            "max_length": _("De tekst is te lang (%(show_value)d tekens). Houd het bij %(limit_value)d tekens."),
        },
    )
