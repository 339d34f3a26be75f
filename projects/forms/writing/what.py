"""What the project is: title, summary, language, phase and period."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.forms.writing.base import Record, SectionForm
from projects.forms.writing.fields import PartialDateField, choice, long_text, text
from projects.services.importing.resolving import ends_before_start
from projects.states import Language, Phase, StopReason


class WhatForm(SectionForm):
    """The section 'wat'."""

    title = text(
        gettext_lazy("Titel"),
        gettext_lazy("Noem wat u doet en voor wie. Een naam alleen zegt een ander niets."),
        required=True,
        missing=gettext_lazy("Geef het project een titel."),
    )
    summary = long_text(
        gettext_lazy("Samenvatting"),
        gettext_lazy("Wat doet u, voor wie, en wat levert het op? Drie of vier zinnen. Dit staat bovenaan de pagina."),
        rows=5,
        limit=2000,
        required=True,
        missing=gettext_lazy("Vat het project samen in een paar zinnen."),
    )
    language = forms.ChoiceField(label=gettext_lazy("In welke taal schrijft u?"), choices=Language.choices)
    phase = choice(
        gettext_lazy("Hoe ver is het project?"),
        Phase.choices,
        gettext_lazy("Ook een idee of een project dat stopte hoort hier. Daar leren anderen het meest van."),
        radios=True,
        error_messages={"required": gettext_lazy("Kies hoe ver het project is.")},
    )
    stop_reasons = forms.MultipleChoiceField(
        label=gettext_lazy("Waarom stopte het project?"),
        help_text=gettext_lazy("Alleen voor een gestopt project. Kies alles wat meespeelde."),
        choices=StopReason.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    stop_explanation = long_text(
        gettext_lazy("Wat zou u een ander meegeven over het stoppen?"),
        gettext_lazy("Alleen voor een gestopt project. Wat gaf de doorslag, en wat had u eerder willen weten?"),
        rows=5,
    )
    start = PartialDateField(gettext_lazy("Wanneer begon het?"))
    end = PartialDateField(gettext_lazy("Wanneer eindigde het, of eindigt het naar verwachting?"))
    examples = {
        "title": gettext_lazy(
            "Goed: “Beeldbellen met de wijkverpleging voor mensen met hartfalen”. "
            "Minder goed: “Project Horizon 2.0”, want niemand zoekt daarop."
        ),
        "summary": gettext_lazy(
            "Bijvoorbeeld: “Wijkverpleegkundigen bellen cliënten met hartfalen twee keer per week met beeld. "
            "Cliënten meten thuis hun gewicht. Na een jaar waren er minder opnames.”"
        ),
    }

    when = dict.fromkeys(("stop_reasons", "stop_explanation"), "phase=stopped")

    def clean(self) -> Record:
        """Check what belongs together."""
        data = super().clean()
        if ends_before_start(data.get("start", ""), data.get("end", "")):
            self.add_error("end", _("Het einde ligt vóór het begin."))
        stopped = data.get("phase") == Phase.STOPPED
        if stopped and not data.get("stop_reasons") and not self.loose:
            self.add_error("stop_reasons", _("Kies waarom het project stopte. Daar leren anderen van."))
        if not stopped and (data.get("stop_reasons") or data.get("stop_explanation")) and not self.loose:
            field = "stop_reasons" if data.get("stop_reasons") else "stop_explanation"
            self.add_error(field, _("Alleen bij een gestopt project horen redenen om te stoppen."))
        return data
