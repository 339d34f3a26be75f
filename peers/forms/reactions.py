"""What members fill in about projects and lessons."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peers.states import AdoptionState, MarkKind
from projects.forms.fields import LongTextField
from projects.models import Institute, Lesson, Project
from projects.models.fields import PARTIAL_DATE
from projects.states import LessonKind, StopReason
from vindplaats.accounts.models import User
from vindplaats.text import CleanCharField

LONGEST_REACTION = 2_000
LONGEST_LINE = 280
KEPT = _(
    "Uw tekst staat meteen online, met uw naam, en blijft zolang de pagina er is. U kunt haar zelf weghalen; een "
    "moderator kan dat ook. Noem geen namen van cliënten of collega's."
)
MONTH = {"placeholder": "2025-03", "inputmode": "numeric"}
WRONG_MONTH = _("Vul een jaar in, zoals 2024, of een jaar en maand, zoals 2024-05.")


def own_institutes(user: User) -> Any:
    """Return the institutes in whose name somebody may speak."""
    return Institute.objects.open_to(user)


class InstituteChoice(forms.ModelChoiceField):
    """One of one's own institutes; the only one is filled in."""

    def __init__(self, user: User, **kwargs: Any) -> None:
        institutes = own_institutes(user)
        super().__init__(institutes, **{"empty_label": _("Zonder instelling"), **kwargs})


class MarkForm(forms.Form):
    """What somebody says of a lesson; of a pitfall also that it was met."""

    def __init__(self, *args: Any, lesson: Lesson, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [kind for kind in MarkKind if kind != MarkKind.MET or lesson.kind == LessonKind.PITFALL]
        self.fields["kind"] = forms.ChoiceField(
            label=_("Wat is uw ervaring?"),
            choices=[(kind.value, kind.label) for kind in kinds],
            widget=forms.RadioSelect,
            error_messages={"required": _("Kies wat uw ervaring is.")},
        )
        self.fields["line"] = CleanCharField(
            label=_("Toelichting in één regel"), required=False, max_length=LONGEST_LINE, help_text=KEPT
        )
        self.fields["institute"] = InstituteChoice(user, label=_("Namens"), required=False)


class ReactionForm(forms.Form):
    """What somebody writes under a project."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"] = LongTextField(
            label=_("Uw reactie"),
            max_length=LONGEST_REACTION,
            help_text=KEPT,
            error_messages={"required": _("Schrijf uw reactie op.")},
        )
        self.fields["institute"] = InstituteChoice(user, label=_("Namens"), required=False)


class AdoptionForm(forms.Form):
    """How it goes at an institute that took a project over."""

    state = forms.ChoiceField(
        label=_("Hoe gaat het?"),
        choices=AdoptionState.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe het gaat.")},
    )
    start = forms.RegexField(
        PARTIAL_DATE,
        label=_("Sinds wanneer?"),
        help_text=WRONG_MONTH,
        widget=forms.TextInput(attrs=MONTH),
        error_messages={"invalid": WRONG_MONTH, "required": WRONG_MONTH},
    )
    end = forms.RegexField(
        PARTIAL_DATE,
        label=_("Tot wanneer? Alleen als het gestopt of afgerond is"),
        required=False,
        widget=forms.TextInput(attrs=MONTH),
        error_messages={"invalid": WRONG_MONTH},
    )
    stop_reason = forms.ChoiceField(
        label=_("Waarom gestopt? Alleen als het gestopt is"),
        choices=[("", _("Kies een reden")), *StopReason.choices],
        required=False,
    )
    text = LongTextField(
        label=_("Wat ging anders dan bij het oorspronkelijke project?"),
        required=False,
        max_length=LONGEST_REACTION,
        help_text=KEPT,
    )

    def __init__(self, *args: Any, project: Project, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["institute"] = InstituteChoice(
            user, label=_("Welke instelling?"), empty_label=None, error_messages={"required": _("Kies een instelling.")}
        )
        field = self.fields["institute"]
        field.queryset = field.queryset.exclude(pk=project.institute_id)
        self.order_fields(["institute", "state", "start", "end", "stop_reason", "text"])

    def clean(self) -> dict[str, Any]:
        """Have a stop say why, and nothing else; the end not before the start."""
        given = super().clean()
        stopped = given.get("state") == AdoptionState.STOPPED
        if stopped and not given.get("stop_reason"):
            self.add_error("stop_reason", _("Kies waarom het gestopt is. Anderen leren daarvan."))
        if not stopped:
            given["stop_reason"] = ""
        start, end = given.get("start", ""), given.get("end", "")
        if start and end and end < start[: len(end)]:
            self.add_error("end", _("Het einde ligt vóór het begin."))
        return given
