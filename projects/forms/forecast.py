"""For what somebody looks ahead: a theme, a sector and a phase, of which at least one is asked."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from projects.search.engine import Answer, Question
from projects.search.facets import Option, options_of
from vindplaats.text import CleanCharField

FACETS = ("thema", "sector", "fase")
LONGEST = 120


class LookAheadForm(forms.Form):
    """Each field holds the value of a facet; one that does not exist is told in `unknown` and left out."""

    thema = CleanCharField(label=_("Thema"), required=False, max_length=LONGEST)
    sector = CleanCharField(label=_("Sector"), required=False, max_length=LONGEST)
    fase = CleanCharField(label=_("Fase"), required=False, max_length=LONGEST)
    reden = CleanCharField(required=False, max_length=LONGEST)

    @cached_property
    def options(self) -> dict[str, list[Option]]:
        """What there is to choose: themes and sectors that published projects have, all phases, and what is chosen."""
        found, counts = options_of(FACETS, scheme=""), Answer("project", Question()).counts
        for name in ("thema", "sector"):
            asked = self.data.get(name, "")
            kept = [one for one in found[name] if counts.of(name, one.value) or one.value == asked]
            values = {one.value for one in kept} | {one.parent for one in kept}
            found[name] = [one for one in found[name] if one.value in values]
        return found

    @cached_property
    def chosen(self) -> dict[str, Option]:
        """What is chosen and exists, by facet."""
        found = {name: self._option(name) for name in FACETS}
        return {name: option for name, option in found.items() if option}

    @property
    def unknown(self) -> list[str]:
        """The values that do not exist."""
        self.is_valid()
        given = [name for name in FACETS if self.data.get(name, "").strip()]
        return [self.data[name] for name in given if name not in self.chosen]

    def value(self, name: str) -> str:
        """Return the chosen value of a facet; empty when there is none."""
        return self.chosen[name].value if name in self.chosen else ""

    def selects(self, *names: str) -> list[dict[str, Any]]:
        """Return the lists to choose from, each with its options in groups."""
        return [
            {"name": name, "label": self.fields[name].label, "groups": _groups(self.options[name], self.value(name))}
            for name in names
        ]

    def _option(self, name: str) -> Option | None:
        self.is_valid()
        asked = self.cleaned_data.get(name)
        return next((option for option in self.options[name] if option.value == asked), None)


def _groups(options: list[Option], chosen: str) -> list[dict[str, Any]]:
    """Return options in groups: those with others below them begin a group of their own, the others have no name."""
    parents = {option.parent for option in options if option.parent}
    groups: list[dict[str, Any]] = []
    for option in options:
        if option.parent:
            continue
        below = [one for one in options if one.parent == option.value]
        shown = [{"value": one.value, "label": one.label, "selected": one.value == chosen} for one in [option, *below]]
        if option.value in parents or not groups or groups[-1]["label"]:
            groups.append({"label": option.label if option.value in parents else "", "options": shown})
        else:
            groups[-1]["options"] += shown
    return groups
