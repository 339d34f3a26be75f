"""What the queue asks of who looks at it: which cases, and what to do with those that are ticked."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from projects.models import ReviewCase
from projects.services.review import kinds
from vindplaats.accounts.models import User

WHOSE = {"": _("Van iedereen"), "mij": _("Van mij"), "niemand": _("Van niemand")}
AGES = {"": _("Elke leeftijd"), "laat": _("Te laat")}
STATES = {"": _("Wacht"), "besloten": _("Besloten")}
MOST_AT_ONCE = 200
ASSIGN_ME, ASSIGN, RELEASE, DECIDE = "mij", "ander", "los", "besluit"


class QueueForm(forms.Form):
    """Which cases to show; nonsense shows all."""

    stand = forms.ChoiceField(label=_("Stand"), choices=STATES.items(), required=False)
    soort = forms.ChoiceField(label=_("Soort"), required=False)
    van = forms.ChoiceField(label=_("Bij wie"), choices=WHOSE.items(), required=False)
    leeftijd = forms.ChoiceField(label=_("Leeftijd"), choices=AGES.items(), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", auto_id="kies-%s", **kwargs)
        self.fields["soort"].choices = [("", _("Alle soorten")), *((kind.name, kind.label) for kind in kinds.all_())]

    def chosen(self) -> dict[str, str]:
        """Return what was chosen of each; empty where it was nothing, or nothing that there is."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}


class ChosenForm(forms.Form):
    """What to do with the cases that are ticked."""

    zaak = forms.TypedMultipleChoiceField(coerce=int, error_messages={"required": _("Kies eerst een of meer zaken.")})
    wat = forms.ChoiceField()
    wie = forms.ModelChoiceField(User.objects.none(), required=False)

    def __init__(self, *args: Any, cases: models.QuerySet[ReviewCase], what: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["zaak"].choices = [(pk, pk) for pk in cases.values_list("pk", flat=True)]
        self.fields["wat"].choices = list(what.items())
        self.fields["wie"].queryset = moderators()

    def clean(self) -> dict[str, Any]:
        """Ask to whom, when it is for somebody else."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("wat") == ASSIGN and not cleaned.get("wie") and "wie" not in self.errors:
            self.add_error("wie", _("Kies aan wie u de zaken geeft."))
        if len(cleaned.get("zaak", ())) > MOST_AT_ONCE:
            self.add_error("zaak", _("Kies hoogstens %(count)d zaken tegelijk.") % {"count": MOST_AT_ONCE})
        return cleaned


def moderators() -> models.QuerySet[User]:
    """Return who can take up a case, by name."""
    return User.objects.filter(is_staff=True, is_active=True).order_by("name", "email")
