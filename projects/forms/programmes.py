"""What editors of a programme fill in, and the period of a report."""

import datetime
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.forms.fields import WebAddressField
from projects.forms.public_text import PublicTextField
from projects.models import Programme, ProgrammeLine, Resource
from projects.models.fields import PARTIAL_DATE
from projects.models.programmes import DATE_AS_KNOWN
from projects.services.programmes.documents import resource_at
from projects.states import MilestoneState
from vindplaats.months import add_months
from vindplaats.text import CleanCharField

MONTHS_OF_A_REPORT = 12


class DayField(forms.DateField):
    """A day of the calendar; browsers show one to choose from."""

    def __init__(self, **kwargs: Any) -> None:
        invalid = gettext_lazy("Vul een datum in als dag-maand-jaar, zoals 31-05-2026.")
        messages = {"invalid": invalid, **kwargs.pop("error_messages", {})}
        formats = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(input_formats=formats, widget=widget, error_messages=messages, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Return what a control of browsers reads; what was typed stays as it is."""
        return value.isoformat() if isinstance(value, datetime.date) else value

    def to_python(self, value: Any) -> datetime.date | None:
        """Return the day; years of which no calendar tells are no day of ours."""
        day = super().to_python(value)
        if day is not None and not 1900 <= day.year <= 2200:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return day


class UpdateForm(forms.Form):
    """A dated status update."""

    title = PublicTextField(
        label=gettext_lazy("Titel"), limit=150, missing=gettext_lazy("Vat in één zin samen wat er nieuw is.")
    )
    text = PublicTextField(
        label=gettext_lazy("Stand van zaken"),
        limit=6000,
        rows=10,
        help_text=gettext_lazy(
            "Wat is er gebeurd, wat lukt, wat lukt niet, wat gaat er nu gebeuren? Noem geen namen van cliënten of "
            "collega's."
        ),
        missing=gettext_lazy("Schrijf op hoe het programma ervoor staat."),
    )
    told_on = DayField(
        label=gettext_lazy("Datum"),
        error_messages={"required": gettext_lazy("Vul in van welke dag deze stand van zaken is.")},
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        kwargs["initial"] = {"told_on": timezone.localdate(), **(kwargs.get("initial") or {})}
        super().__init__(*args, label_suffix="", **kwargs)


class MilestoneForm(forms.Form):
    """A milestone."""

    title = PublicTextField(label=gettext_lazy("Mijlpaal"), limit=200, missing=gettext_lazy("Noem de mijlpaal."))
    moment = CleanCharField(
        label=gettext_lazy("Wanneer"),
        max_length=20,
        help_text=gettext_lazy("Zo precies als u het weet: 2026, 2026-05 of 2026-05-31."),
        error_messages={"required": gettext_lazy("Vul een jaar, een maand of een dag in.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    state = forms.ChoiceField(
        label=gettext_lazy("Stand"),
        choices=MilestoneState.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies hoe het met deze mijlpaal staat.")},
    )
    line = forms.ChoiceField(label=gettext_lazy("Programmalijn"), required=False)
    source_url = WebAddressField(label=gettext_lazy("Waar dit staat"), required=False)

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        kwargs["initial"] = {"state": MilestoneState.PLANNED, **(kwargs.get("initial") or {})}
        super().__init__(*args, label_suffix="", **kwargs)
        self.lines: dict[str, ProgrammeLine] = {str(line.pk): line for line in programme.lines.all()}
        if self.lines:
            named = [(pk, line.label) for pk, line in self.lines.items()]
            self.fields["line"].choices = [("", _("Het hele programma")), *named]
        else:
            del self.fields["line"]

    def clean_moment(self) -> str:
        """Return the date as it is kept; also "5-2026" and "31-5-2026" are understood."""
        return date_as_known(self.cleaned_data["moment"])

    def clean_line(self) -> ProgrammeLine | None:
        """Return the line."""
        return self.lines.get(self.cleaned_data["line"])


class DocumentForm(forms.Form):
    """A document: a resource of this site by its address, or a title with an address elsewhere."""

    url = WebAddressField(
        label=gettext_lazy("Adres"),
        help_text=gettext_lazy("Van het document zelf, of van een hulpmiddel op Vindplaats."),
        error_messages={"required": gettext_lazy("Vul het adres van het document in.")},
    )
    title = PublicTextField(
        label=gettext_lazy("Titel"),
        limit=200,
        required=False,
        help_text=gettext_lazy("Van een hulpmiddel op Vindplaats nemen we de titel over."),
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.resource: Resource | None = None

    def clean(self) -> dict[str, Any]:
        """Find the resource that the address is of, else ask for a title."""
        data = super().clean() or self.cleaned_data
        address = data.get("url") or ""
        self.resource = resource_at(address) if address else None
        if address and self.resource is None and "title" not in self.errors and not data.get("title"):
            self.add_error("title", _("Geef het document een titel."))
        return data


class SummaryForm(forms.Form):
    """What the programme is."""

    summary = PublicTextField(
        label=gettext_lazy("Samenvatting"),
        limit=4000,
        rows=8,
        help_text=gettext_lazy("Wat wil het programma bereiken, voor wie, en hoe?"),
        missing=gettext_lazy("Schrijf in een paar zinnen wat het programma is."),
    )
    start = CleanCharField(label=gettext_lazy("Begin"), max_length=20, required=False)
    end = CleanCharField(
        label=gettext_lazy("Einde"),
        max_length=20,
        required=False,
        help_text=gettext_lazy("Een jaar, of een jaar en maand, zoals 2026-05."),
    )
    source_url = WebAddressField(label=gettext_lazy("Adres van de bron"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)

    def clean_start(self) -> str:
        """Return the begin as it is kept."""
        return _partial(self.cleaned_data["start"])

    def clean_end(self) -> str:
        """Return the end as it is kept."""
        return _partial(self.cleaned_data["end"])

    def clean(self) -> dict[str, Any]:
        """See that the end does not come before the begin."""
        data = super().clean() or self.cleaned_data
        start, end = data.get("start"), data.get("end")
        if start and end and end < start[: len(end)]:
            self.add_error("end", _("Het einde ligt vóór het begin."))
        return data


class PeriodForm(forms.Form):
    """From when to when a report tells."""

    van = DayField(label=gettext_lazy("Van"), required=False)
    tot = DayField(label=gettext_lazy("Tot en met"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)

    def clean(self) -> dict[str, Any]:
        """See that the period does not end before it begins."""
        data = super().clean() or self.cleaned_data
        if data.get("van") and data.get("tot") and data["tot"] < data["van"]:
            self.add_error("tot", _("Deze dag ligt vóór het begin. Kies een latere dag."))
        return data

    @property
    def period(self) -> tuple[datetime.date, datetime.date]:
        """The first and the last day: as asked, else the twelve months up to today."""
        given = self.cleaned_data if self.is_valid() else {}
        last = given.get("tot") or max(timezone.localdate(), given.get("van") or datetime.date.min)
        return given.get("van") or add_months(last, -MONTHS_OF_A_REPORT), last


def date_as_known(typed: str) -> str:
    """Return a date as "2026", "2026-05" or "2026-05-31"; ValidationError for what is none."""
    text = typed.strip().replace("/", "-").replace(".", "-")
    turned = re.fullmatch(r"(?:(\d{1,2})-)?(\d{1,2})-(\d{4})", text)
    if turned:
        day, month, year = turned.groups()
        text = "-".join([year, f"{int(month):02}", *([f"{int(day):02}"] if day else [])])
    if not re.fullmatch(DATE_AS_KNOWN, text) or not _exists(text):
        raise ValidationError(_("Vul een jaar, een maand of een dag in, zoals 2026, 2026-05 of 2026-05-31."))
    return text


def _exists(text: str) -> bool:
    """Tell whether the day is one of the calendar; the 31st of February is none."""
    try:
        datetime.date.fromisoformat(text + "-01-01"[: 10 - len(text)] if len(text) < 10 else text)
    except ValueError:
        return False
    return True


def _partial(typed: str) -> str:
    if not typed.strip():
        return ""
    text = date_as_known(typed)
    if not re.fullmatch(PARTIAL_DATE, text):
        raise ValidationError(_("Vul een jaar in, zoals 2024, of een jaar en maand, zoals 2024-05."))
    return text
