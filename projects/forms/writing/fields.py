"""Kinds of field in which people write about a project."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy, override

from projects.services.exchange.record import TEXT_LIMIT
from vindplaats.text import CleanCharField, fold

TOO_LONG = ngettext_lazy(
    "Maak de tekst korter: het mag %(limit_value)d teken zijn, nu zijn het er %(show_value)d.",
    "Maak de tekst korter: het mogen %(limit_value)d tekens zijn, nu zijn het er %(show_value)d.",
    "limit_value",
)
YEAR_MONTH = re.compile(r"([12][0-9]{3})[-/. ](0?[1-9]|1[0-2])")
MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])[-/. ]([12][0-9]{3})")
WORD_YEAR = re.compile(r"([^\W\d]+)\.? ([12][0-9]{3})")
YEAR = re.compile(r"[12][0-9]{3}")
SHORTEST_MONTH = 3


def text(label: Any, hint: Any = "", *, limit: int = 200, required: bool = False, missing: Any = "") -> CleanCharField:
    """Return a field for one line. `missing` is said when it is required and empty."""
    widget = forms.TextInput(attrs={"data-count": str(limit)} if limit >= 200 else {})
    return _cleaned(label, hint, widget, limit, required, missing)


def long_text(
    label: Any, hint: Any = "", *, rows: int = 8, limit: int = TEXT_LIMIT, required: bool = False, missing: Any = ""
) -> CleanCharField:
    """Return a field for paragraphs."""
    widget = forms.Textarea(attrs={"rows": rows, "data-count": str(limit)})
    return _cleaned(label, hint, widget, limit, required, missing)


def _cleaned(label: Any, hint: Any, widget: forms.Widget, limit: int, required: bool, missing: Any) -> CleanCharField:
    messages = {"max_length": TOO_LONG, **({"required": missing} if missing else {})}
    made = CleanCharField(
        label=label, help_text=hint, required=required, max_length=limit, widget=widget, error_messages=messages
    )
    # A browser would cut off what is pasted, without a word; the counter tells instead.
    made.widget.attrs.pop("maxlength", None)
    return made


def choice(label: Any, choices: Any, hint: Any = "", *, radios: bool = False, **more: Any) -> forms.ChoiceField:
    """Return a field for one of a fixed list; a list to unfold unless `radios`."""
    widget = forms.RadioSelect if radios else forms.Select
    offered = list(choices) if radios else [("", gettext_lazy("Maak een keuze")), *choices]
    return forms.ChoiceField(label=label, help_text=hint, choices=offered, widget=widget, **more)


class PartialDateField(CleanCharField):
    """A year, or a month and a year, as people write it: 2024, 05-2024, mei 2024; kept as 2024-05."""

    def __init__(self, label: Any) -> None:
        hint = gettext_lazy("Een jaar, of een maand en een jaar. Bijvoorbeeld: 2024 of 05-2024.")
        super().__init__(label=label, help_text=hint, required=False, max_length=40)
        self.widget.attrs.pop("maxlength", None)

    def clean(self, value: Any) -> str:
        """Return "2024", "2024-05" or ""."""
        written = super().clean(value).strip()
        if not written or YEAR.fullmatch(written):
            return written
        if found := YEAR_MONTH.fullmatch(written):
            return f"{found[1]}-{int(found[2]):02}"
        if found := MONTH_YEAR.fullmatch(written):
            return f"{found[2]}-{int(found[1]):02}"
        if (found := WORD_YEAR.fullmatch(written)) and (month := _month(found[1])):
            return f"{found[2]}-{month:02}"
        raise ValidationError(
            _("“%(written)s” is geen jaar of maand. Schrijf bijvoorbeeld 2024 of 05-2024."),
            params={"written": written[:40]},
        )


def _month(word: str) -> int | None:
    """Return the number of the month of which this is the name, or the beginning of it, in either language."""
    wanted = fold(word)
    for language in ("nl", "en"):
        with override(language):
            for number, name in MONTHS.items():
                if len(wanted) >= SHORTEST_MONTH and fold(str(name)).startswith(wanted):
                    return number
    return None


class LinesField(forms.CharField):
    """Names, one a line."""

    def __init__(self, label: Any, hint: Any, *, limit: int = 200, most: int = 100) -> None:
        widget = forms.Textarea(attrs={"rows": 4})
        super().__init__(label=label, help_text=hint, required=False, widget=widget, strip=False)
        self.limit, self.most = limit, most

    def prepare_value(self, value: Any) -> Any:
        """Show a list as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        """Return the names, each once."""
        written = CleanCharField(required=False).clean(value)
        names = list(dict.fromkeys(" ".join(line.split()) for line in written.splitlines() if line.strip()))
        if len(names) > self.most:
            raise ValidationError(
                _("Dit zijn er %(count)d; het mogen er %(most)d zijn."), params={"count": len(names), "most": self.most}
            )
        for name in names:
            if len(name) > self.limit:
                known = {"name": name[:60], "limit": self.limit}
                raise ValidationError(
                    _("“%(name)s…” is langer dan %(limit)d tekens. Staat elke naam op een eigen regel?"), params=known
                )
        return names


@dataclass(frozen=True)
class Option:
    """One choice of a long list."""

    value: str
    label: str
    language: str = ""
    selected: bool = False


@dataclass(frozen=True)
class OptionGroup:
    """Choices under a heading; without one they stand by themselves."""

    label: str
    options: list[Option] = field(default_factory=list)

    @property
    def chosen(self) -> int:
        """How many of them are chosen."""
        return sum(option.selected for option in self.options)


class ChecksField(forms.MultipleChoiceField):
    """Some of a long list, in groups; what was chosen before and is gone from the list may stay or be taken off."""

    widget = forms.CheckboxSelectMultiple

    def __init__(
        self, label: Any, hint: Any = "", *, required: bool = False, missing: Any = "", most: int = 50
    ) -> None:
        messages = {"required": missing} if missing else None
        super().__init__(label=label, help_text=hint, required=required, error_messages=messages)
        self.most, self.groups = most, []

    def offer(self, groups: Iterable[OptionGroup], chosen: Iterable[str]) -> None:
        """Let people choose from these."""
        self.groups = list(groups)
        known = {option.value for group in self.groups for option in group.options}
        if gone := [Option(value, value) for value in chosen if value not in known]:
            self.groups.append(OptionGroup(_("Eerder gekozen, niet meer in de lijst"), gone))
        self.choices = [(option.value, option.label) for group in self.groups for option in group.options]

    def shown(self, chosen: Iterable[str]) -> list[OptionGroup]:
        """Return the groups with what is chosen marked."""
        there = set(chosen or ())
        return [
            OptionGroup(group.label, [Option(o.value, o.label, o.language, o.value in there) for o in group.options])
            for group in self.groups
        ]

    def clean(self, value: Any) -> list[str]:
        """Return what was chosen."""
        chosen = super().clean(value)
        if len(chosen) > self.most:
            raise ValidationError(
                _("Kies er niet meer dan %(most)d; nu zijn het er %(count)d."),
                params={"most": self.most, "count": len(chosen)},
            )
        return chosen
