"""The themes of a question, proposed from its text."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.forms.writing.choices import themes as all_themes
from projects.forms.writing.fields import ChecksField, Option, OptionGroup
from projects.models import Theme

MOST = 5


class ThemesForm(forms.Form):
    """At most five themes; the proposed ones stand first."""

    thema = ChecksField(
        _("Thema's"), _("Waar gaat uw vraag over? Kies hoogstens vijf thema’s. Zo vinden anderen uw vraag."), most=MOST
    )

    def __init__(self, *args: Any, proposed: list[str], chosen: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        groups = all_themes()
        known = {option.value: option for group in groups for option in group.options}
        self.chosen = [slug for slug in chosen if slug in known]
        self.proposed: list[Option] = [known[slug] for slug in proposed if slug in known]
        taken = {option.value for option in self.proposed}
        rest = [OptionGroup(one.label, [o for o in one.options if o.value not in taken]) for one in groups]
        self.fields["thema"].offer([OptionGroup("", self.proposed), *(one for one in rest if one.options)], [])

    def shown(self) -> list[OptionGroup]:
        """Return the groups with what is chosen marked; before anything is chosen, what was proposed."""
        field = self.fields["thema"]
        if self.is_bound:
            return field.shown(self["thema"].value())
        return field.shown(self.chosen or [option.value for option in self.proposed])

    @property
    def themes(self) -> list[Theme]:
        """Those that were chosen."""
        return list(Theme.objects.filter(slug__in=self.cleaned_data.get("thema") or []))
