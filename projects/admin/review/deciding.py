"""The forms of a case: to whom it goes, what colleagues should know, and what is decided with which text."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.admin.review.asking import moderators
from projects.models import ReplyTemplate
from projects.services.review.kinds import Asked, Decision
from vindplaats.text import CleanCharField

LONGEST_TEXT = 5000


class HandOverForm(forms.Form):
    """To whom a case goes."""

    wie = forms.ModelChoiceField(moderators(), label=gettext_lazy("Collega"))


class NoteForm(forms.Form):
    """What colleagues should know."""

    notitie = CleanCharField(
        label=gettext_lazy("Notitie voor collega's"),
        max_length=LONGEST_TEXT,
        widget=AdminTextareaWidget(attrs={"rows": 3}),
        help_text=gettext_lazy("Alleen moderatoren zien dit."),
    )


class TextForm(forms.Form):
    """The text that goes with a decision; `antwoord` is a text that moderators send more often."""

    antwoord = forms.ModelChoiceField(ReplyTemplate.objects.none(), required=False)
    tekst = CleanCharField(
        label=gettext_lazy("Bericht"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=AdminTextareaWidget(attrs={"rows": 8}),
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.replies = replies_for(kind)
        self.fields["antwoord"].queryset = self.replies

    def filled(self) -> "TextForm":
        """Return the form with the chosen text put behind what was typed; it is not an answer yet."""
        chosen = self.cleaned_data["antwoord"] if self.is_valid() else None
        typed = self.data.get("tekst", "").strip()
        text = "\n\n".join(filter(None, (typed, chosen.text.strip() if chosen else "")))
        form = type(self)(kind="", initial={"tekst": text, "antwoord": chosen})
        form.replies = self.replies
        return form


def replies_for(kind: str) -> Any:
    """Return the texts for a kind of case, and those for all kinds."""
    return ReplyTemplate.objects.filter(Q(kind=kind) | Q(kind=""))


class Deciding:
    """All forms of what can be decided about one case. Only the chosen one is checked; what was typed stays in all."""

    def __init__(
        self, *, kind: str, thing: Any, decisions: Sequence[Decision], data: QueryDict | None = None, chosen: str = ""
    ) -> None:
        self.decisions, self.data = decisions, data
        self.chosen = next((one for one in decisions if one.name == chosen), None)
        self.text = TextForm(data, kind=kind)
        self.forms = {one.name: self._form(one, thing) for one in decisions if one.form is not None}

    def _form(self, decision: Decision, thing: Any) -> forms.BaseForm:
        if decision is self.chosen:
            return decision.form(thing, data=self.data, prefix=decision.name)
        unchecked = decision.form(thing, prefix=decision.name)
        if self.data is not None:
            for name, field in unchecked.fields.items():
                key = unchecked.add_prefix(name)
                unchecked.initial[name] = field.widget.value_from_datadict(self.data, {}, key)
        return unchecked

    def is_valid(self) -> bool:
        """Tell whether the chosen decision has all that it asks."""
        if self.chosen is None:
            return False
        is_text_sound = self.text.is_valid()
        if is_text_sound and self.chosen.text is Asked.MUST and not self.text.cleaned_data["tekst"].strip():
            self.text.add_error("tekst", _("Schrijf op waarom, of kies een standaardtekst."))
            is_text_sound = False
        form = self.forms.get(self.chosen.name)
        return (form is None or form.is_valid()) and is_text_sound

    def answers(self) -> dict[str, Any]:
        """Return what `carry_out` of the chosen decision takes."""
        form = self.forms.get(self.chosen.name)
        return {"reason": self.text.cleaned_data["tekst"].strip(), **(form.cleaned_data if form else {})}

    def rows(self) -> list[dict[str, Any]]:
        """Return each decision with its form."""
        return [{"decision": one, "form": self.forms.get(one.name)} for one in self.decisions]
