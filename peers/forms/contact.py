"""Asking somebody something, and what comes after."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from peers.services.contact.plans import LONGEST_PLAN, own_plans
from peers.states import PlanChanged
from projects.forms.fields import LongTextField
from projects.models import Institute, Project
from vindplaats.accounts.models import User
from vindplaats.text import CleanCharField

LONGEST_QUESTION, LONGEST_MESSAGE, LONGEST_REASON = 4_000, 5_000, 1_000


class AskForm(forms.Form):
    """What somebody wants to know. A plan goes along only when it is ticked, else nothing of it leaves this form."""

    onderwerp = CleanCharField(
        label=_("Onderwerp"),
        help_text=_("In een paar woorden, zoals: hoe kreeg u de wijk mee?"),
        max_length=150,
        error_messages={"required": _("Vul in waar uw vraag over gaat.")},
    )
    vraag = LongTextField(
        label=_("Wat wilt u weten?"),
        help_text=_("Eén duidelijke vraag krijgt het snelst antwoord. Noem geen gegevens van cliënten."),
        max_length=LONGEST_QUESTION,
        error_messages={"required": _("Schrijf op wat u wilt weten.")},
    )
    geprobeerd = LongTextField(
        label=_("Wat hebt u al geprobeerd of uitgezocht?"),
        help_text=_("Dan hoeft niemand u te vertellen wat u al weet."),
        max_length=LONGEST_QUESTION,
        required=False,
    )
    instelling = forms.ModelChoiceField(
        Institute.objects.none(),
        label=_("Namens welke instelling vraagt u dit?"),
        required=False,
        empty_label=_("Geen instelling"),
    )
    plan_mee = forms.BooleanField(
        label=_("Stuur mijn plan mee"),
        help_text=_(
            "Kies hieronder een project of plak een tekst. Zonder dit vinkje bewaren en versturen we die niet."
        ),
        required=False,
    )
    plan = forms.ModelChoiceField(
        Project.objects.none(),
        to_field_name="slug",
        label=_("Een project van uw instelling"),
        required=False,
        empty_label=_("Geen project"),
        error_messages={"invalid_choice": _("Kies een project uit de lijst.")},
    )
    plan_tekst = LongTextField(label=_("Of plak hier uw plan"), max_length=LONGEST_PLAN, required=False)

    def __init__(self, *args: Any, asker: User, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        institutes = Institute.objects.open_to(asker)
        self.fields["instelling"].queryset = institutes
        self.has_institute = institutes.exists()
        plans = own_plans(asker) if self.has_institute else []
        self.fields["plan"].queryset = Project.objects.filter(pk__in=[plan.pk for plan in plans]).order_by("-pk")
        self.has_plans = bool(plans)

    def clean(self) -> dict[str, Any]:
        """Drop the plan when it is not ticked; ask for one when it is."""
        given = super().clean()
        if not given.get("plan_mee"):
            for name in ("plan", "plan_tekst"):
                # What is not ticked is not looked at either.
                self.errors.pop(name, None)
            return {**given, "plan": None, "plan_tekst": ""}
        if not given.get("plan") and not given.get("plan_tekst") and not {"plan", "plan_tekst"} & set(self.errors):
            self.add_error("plan_tekst", _("Kies een project of plak uw plan. Of haal het vinkje weg."))
        return given

    @property
    def text(self) -> str:
        """The question, and under it what was tried."""
        tried = self.cleaned_data["geprobeerd"]
        question = self.cleaned_data["vraag"]
        before = _("Wat ik al probeerde:")
        return f"{question}\n\n{before}\n{tried}" if tried else question


class MessageForm(forms.Form):
    """A message in the thread."""

    bericht = LongTextField(
        label=_("Uw bericht"),
        max_length=LONGEST_MESSAGE,
        error_messages={"required": _("Schrijf een bericht.")},
    )


class DeclineForm(forms.Form):
    """Why somebody cannot help."""

    reden = LongTextField(
        label=_("Waarom kunt u niet helpen?"),
        help_text=_("Wie het vroeg en wie het overneemt lezen dit."),
        max_length=LONGEST_REASON,
        error_messages={"required": _("Schrijf in een paar woorden waarom. Dan weet de vrager waar die aan toe is.")},
    )


class PassOnForm(forms.Form):
    """To which colleague a request goes."""

    collega = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Collega"),
        empty_label=_("Kies een collega"),
        error_messages={"required": _("Kies een collega."), "invalid_choice": _("Kies een collega uit de lijst.")},
    )

    def __init__(self, *args: Any, colleagues: list[User], **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        field = self.fields["collega"]
        field.queryset = User.objects.filter(pk__in=[user.pk for user in colleagues]).order_by("name", "pk")
        # Never a part of an address, which an account without a name would be called by.
        field.label_from_instance = lambda user: user.name.strip() or str(_("Een lid"))


class OutcomeForm(forms.Form):
    """The one question at the end."""

    veranderd = forms.ChoiceField(
        label=_("Heeft dit uw plan veranderd?"),
        choices=PlanChanged.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een antwoord, of sluit af zonder antwoord.")},
    )


class AbuseForm(forms.Form):
    """What is wrong in a thread."""

    toelichting = LongTextField(
        label=_("Wat is er aan de hand?"),
        max_length=3_000,
        error_messages={"required": _("Schrijf in een paar woorden wat er aan de hand is.")},
    )
