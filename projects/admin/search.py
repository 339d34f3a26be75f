"""What editors tune the search with: synonyms, words that say little, and what comes higher."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from projects.admin.base import ModeratedAdmin, TabularInline
from projects.admin.choosing import FormsetThatKnowsNames
from projects.search.analysis import STOP_WORDS, words
from projects.search.models import Boost, StopWord, Synonym, SynonymGroup
from projects.states import BoostMatch


def needs_words(text: str) -> str:
    """Return `text`; ValidationError for what the search would read no word in."""
    if text and not words(text):
        raise ValidationError(_("Hier staat geen woord in."))
    return text


class SynonymForm(forms.ModelForm):
    """A word of a group."""

    def clean_term(self) -> str:
        """Refuse what holds no word."""
        return needs_words(self.cleaned_data["term"])


class SynonymFormset(FormsetThatKnowsNames):
    """The words of one group."""

    def clean(self) -> None:
        """Refuse to add a word that is there already, with whatever capitals and signs; what ships may hold some."""
        super().clean()
        seen: set[tuple[str, ...]] = set()
        for form in self.forms:
            told = tuple(words(form.cleaned_data.get("term", "")))
            if not told or self._should_delete_form(form):
                continue
            if told in seen and form.has_changed():
                form.add_error("term", _("Dit woord staat al in deze groep."))
            seen.add(told)


class SynonymInline(TabularInline):
    """The words of a group."""

    model = Synonym
    form = SynonymForm
    formset = SynonymFormset
    fields = ["term", "strength", "careful", "is_active", "origin"]
    readonly_fields = ["origin"]
    extra = 2


@admin.register(SynonymGroup)
class SynonymGroupAdmin(ModeratedAdmin):
    """A group of words for one thing."""

    fields = ["note", "is_active", "origin"]
    readonly_fields = ["origin"]
    inlines = [SynonymInline]
    list_display = ["words", "is_active", "origin", "note"]
    list_filter = ["origin", "is_active", "synonyms__careful"]
    search_fields = ["synonyms__term", "note"]
    search_help_text = _("Zoek op een woord van de groep.")

    def get_queryset(self, request: HttpRequest) -> QuerySet[SynonymGroup]:
        """Read the words along: a group has no other name."""
        return super().get_queryset(request).prefetch_related("synonyms")

    @admin.display(description=_("woorden"))
    def words(self, group: SynonymGroup) -> str:
        """Return the words, those that are switched off last and in brackets."""
        synonyms = sorted(group.synonyms.all(), key=lambda synonym: not synonym.is_active)
        return ", ".join(synonym.term if synonym.is_active else f"({synonym.term})" for synonym in synonyms) or "–"


class StopWordForm(forms.ModelForm):
    """One word that says little."""

    def clean_word(self) -> str:
        """Return the word folded, as it is compared; refuse more than one and what is left out of every text."""
        found = words(self.cleaned_data["word"])
        if len(found) != 1:
            raise ValidationError(_("Vul één woord in."))
        if found[0] in STOP_WORDS:
            raise ValidationError(_("Dit woord slaat zoeken altijd al over."))
        return found[0]


@admin.register(StopWord)
class StopWordAdmin(ModeratedAdmin):
    """Words that people type around what they look for."""

    form = StopWordForm
    fields = ["word", "kind", "is_active", "origin"]
    readonly_fields = ["origin"]
    list_display = ["word", "kind", "is_active", "origin"]
    list_filter = ["kind", "origin", "is_active"]
    search_fields = ["word"]


class BoostForm(forms.ModelForm):
    """What comes higher for which words, and why."""

    def clean_query(self) -> str:
        """Refuse what holds no word."""
        return needs_words(self.cleaned_data["query"])


@admin.register(Boost)
class BoostAdmin(ModeratedAdmin):
    """What comes higher. It only moves answers: what does not answer the question stays away."""

    form = BoostForm
    fields = [
        *("query", "match", "project", "institute", "theme", "factor"),
        *("starts_on", "ends_on", "reason", "is_active"),
    ]
    list_display = ["query", "shown_target", "factor", "starts_on", "ends_on", "is_active"]
    list_filter = ["is_active", "ends_on"]
    list_select_related = ["project", "institute", "theme"]
    search_fields = ["query", "project__title", "institute__name", "theme__name", "reason"]
    autocomplete_fields = ["project", "institute", "theme"]
    radio_fields = {"match": admin.VERTICAL}

    @admin.display(description=_("wat hoger komt"))
    def shown_target(self, boost: Boost) -> str:
        """Return what comes higher."""
        return str(boost.target)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Start with the words of a page that led here."""
        return {"match": BoostMatch.CONTAINS, **super().get_changeform_initial_data(request)}
