"""What a moderator decides about lessons: which are the same one and how, and what helps against what."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.admin.choosing import ChooseOne
from projects.models import ClusterMember, Lesson

LEAD, LINKED, MERGED, APART = "kop", "gekoppeld", "samengevoegd", "los"
WAYS = (
    (LEAD, gettext_lazy("Staat voorop")),
    (LINKED, gettext_lazy("Gekoppeld: houdt een eigen pagina")),
    (MERGED, gettext_lazy("Samengevoegd: te lezen bij de les die voorop staat")),
    (APART, gettext_lazy("Hoort er niet bij")),
)


class ChooseLesson(forms.Form):
    """A lesson to look at beside the others; it stands in the address."""

    les = forms.ModelChoiceField(Lesson.objects.all(), label=gettext_lazy("Een andere les erbij"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["les"].widget = ChooseOne(ClusterMember._meta.get_field("lesson"), admin.site)
        self.fields["les"].widget.choices = self.fields["les"].choices


class TogetherForm(forms.Form):
    """Of each lesson how it belongs to the others; `now` says how it does so today."""

    def __init__(self, lessons: Sequence[Lesson], now: dict[int, str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.lessons = lessons
        label = _("Hoe hoort dit erbij?")
        for lesson in lessons:
            way = now.get(lesson.pk, APART)
            field = forms.ChoiceField(label=label, choices=WAYS, initial=way, widget=forms.RadioSelect)
            self.fields[f"hoe-{lesson.pk}"] = field

    @property
    def first_proposed(self) -> int | None:
        """The first lesson that is only like the others: its number, or None."""
        return next((one.pk for one in self.lessons if getattr(one, "is_proposed", False)), None)

    def rows(self) -> list[tuple[Lesson, forms.BoundField]]:
        """Return each lesson with its field."""
        return [(lesson, self[f"hoe-{lesson.pk}"]) for lesson in self.lessons]

    def chosen(self, way: str) -> list[Lesson]:
        """Return the lessons for which this was chosen."""
        return [lesson for lesson in self.lessons if self.cleaned_data.get(f"hoe-{lesson.pk}") == way]

    def clean(self) -> dict[str, Any]:
        """Want one lead, unless nothing belongs together."""
        cleaned = super().clean() or self.cleaned_data
        leads = self.chosen(LEAD)
        together = [*leads, *self.chosen(LINKED), *self.chosen(MERGED)]
        if together and len(leads) != 1:
            raise ValidationError(_("Kies één les die voorop staat."))
        if len(together) == 1:
            raise ValidationError(_("Kies minstens twee lessen, of laat alles los."))
        return cleaned


class PairsForm(forms.Form):
    """What helps against a pitfall, or against which pitfalls something helps."""

    paren = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, others: Sequence[Lesson], chosen: Sequence[int], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.others = {str(one.pk): one for one in others}
        self.fields["paren"].choices = [(pk, f"{one.title} ({one.project.title})") for pk, one in self.others.items()]
        self.fields["paren"].initial = [str(pk) for pk in chosen]
        self.before = {str(pk) for pk in chosen}

    def new(self) -> list[Lesson]:
        """Return those that were not there before."""
        return [self.others[pk] for pk in self.cleaned_data["paren"] if pk not in self.before]

    def gone(self) -> list[Lesson]:
        """Return those that were taken away."""
        return [self.others[pk] for pk in self.before - set(self.cleaned_data["paren"])]
