"""A lesson that somebody proposes from an answer, and what the project says to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peers.forms.questions.texts import PublicTextForm
from peers.services.questions.lessons import Draft
from projects.forms.writing.fields import long_text, text
from projects.models import Project
from projects.states import LessonKind

LONGEST_REASON = 2_000


class LessonForm(PublicTextForm):
    """To which project it belongs, and what it says."""

    looked_through = ("title", "situation", "outcome", "advice")

    project = forms.ChoiceField(
        label=_("Bij welk project hoort deze les?"),
        help_text=_("De eigenaar van het project krijgt de vraag of de les erbij mag."),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een project. Staat het er niet bij, zoek het dan."),
            "invalid_choice": _("Kies een project uit de lijst."),
        },
    )
    kind = forms.ChoiceField(
        label=_("Wat voor les is het?"),
        choices=LessonKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat voor les het is.")},
    )
    title = text(_("De les in één zin"), limit=200, required=True, missing=_("Schrijf de les op in één zin."))
    situation = long_text(_("Wat er speelde"), rows=4)
    outcome = long_text(_("Wat er gebeurde"), rows=4)
    advice = long_text(_("Wat hielp"), rows=6, required=True, missing=_("Schrijf op wat hielp."))

    def __init__(self, *args: Any, projects: list[Project], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.projects = {one.slug: one for one in projects}
        self.fields["project"].choices = [(one.slug, _label(one)) for one in projects]

    @property
    def draft(self) -> Draft:
        """What was filled in."""
        return Draft(**{name: self.cleaned_data[name] for name in ("kind", "title", "situation", "outcome", "advice")})

    @property
    def chosen(self) -> Project:
        """The project that was chosen."""
        return self.projects[self.cleaned_data["project"]]


class RefusalForm(forms.Form):
    """Why a lesson does not belong with a project."""

    reden = long_text(
        _("Waarom hoort deze les niet bij uw project?"),
        _("Wie de les voorstelde en wie het antwoord schreef, lezen dit."),
        rows=4,
        limit=LONGEST_REASON,
        required=True,
        missing=_("Schrijf op waarom niet, zodat de ander het begrijpt."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)


def _label(project: Project) -> str:
    return f"{project.title} ({project.institute.name})" if project.institute else project.title
