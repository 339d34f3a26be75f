"""The changes that an editor can try on the page that shows what a question becomes."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from projects.admin.choosing import ChooseOne
from projects.admin.search import BoostForm, StopWordForm, needs_words
from projects.search.analysis import words
from projects.search.models import Boost, StopWord
from projects.services.saving import save
from projects.services.search_words import add_synonyms
from projects.states import Strength
from vindplaats.accounts.models import User
from vindplaats.text import CleanCharField

TARGETS = ("project", "institute", "theme")


class SynonymChange(forms.Form):
    """Two words that mean the same or nearly so."""

    label = _("Synoniem toevoegen")
    term = CleanCharField(label=_("Woord"), max_length=120, validators=[needs_words])
    other = CleanCharField(label=_("Ander woord"), max_length=120, validators=[needs_words])
    strength = forms.ChoiceField(label=_("Betekenis"), choices=Strength.choices, initial=Strength.EQUAL)
    careful = forms.BooleanField(
        label=_("Alleen van het eerste naar het tweede"),
        required=False,
        help_text=_("Kies dit als het tweede woord ook iets heel anders kan betekenen."),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a word as its own synonym."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("term") and words(cleaned["term"]) == words(cleaned.get("other", "")):
            raise ValidationError({"other": _("Vul twee verschillende woorden in.")})
        return cleaned

    def make(self, by: User) -> None:
        """Make the change."""
        add_synonyms(**self.cleaned_data, by=by)


class StopWordChange(StopWordForm):
    """A word that says little."""

    label = _("Stopwoord toevoegen")

    class Meta:
        model = StopWord
        fields = ["word", "kind"]

    def make(self, by: User) -> None:
        """Make the change, on a row of its own so that trying leaves no trace in the form."""
        save(thing=StopWord(**self.cleaned_data), by=by)


class BoostChange(BoostForm):
    """Something that comes higher."""

    label = _("Voorrang geven")

    class Meta:
        model = Boost
        fields = ["query", "match", *TARGETS, "factor", "ends_on", "reason"]
        widgets = {name: ChooseOne(Boost._meta.get_field(name), admin.site) for name in TARGETS} | {
            "ends_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        }

    def make(self, by: User) -> None:
        """Make the change, on a row of its own so that trying leaves no trace in the form."""
        save(thing=Boost(**self.cleaned_data), by=by)


Change = SynonymChange | StopWordChange | BoostChange
CHANGES: dict[str, Callable[..., Change]] = {"synonym": SynonymChange, "stop": StopWordChange, "boost": BoostChange}
