"""To whom the editors give a request."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext_lazy as _

from peers.models import ContactReport, ContactRequest, Profile
from peers.services.contact.choosing import colleagues
from peers.services.contact.subjects import Subject
from peers.services.contact.turns import had_a_turn
from vindplaats.accounts.models import User
from vindplaats.text import CleanCharField


class GiveToMemberForm(forms.Form):
    """A member of the institute that the request is about."""

    colleague = forms.ModelChoiceField(User.objects.none(), label=_("Wie"), empty_label=_("Kies iemand"))

    def __init__(self, contact: ContactRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        field = self.fields["colleague"]
        people = colleagues(Subject.of(contact).organisation, asker=contact.asker, passed_over=had_a_turn(contact))
        field.queryset = User.objects.filter(pk__in=[user.pk for user in people]).order_by("name", "pk")
        field.label_from_instance = lambda user: user.name.strip() or str(_("Een lid"))


class GiveToExpertForm(forms.Form):
    """An expert, by the address of the profile."""

    profile = CleanCharField(
        label=_("Pagina van de expert"),
        help_text=_("Zoals /experts/naam/. De expert moet deze maand nog plaats hebben."),
    )

    def __init__(self, contact: ContactRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)

    def clean_profile(self) -> Profile:
        """Return the profile that the address is of."""
        try:
            slug = urlsplit(self.cleaned_data["profile"]).path.strip("/").rpartition("/")[2]
        except ValueError:
            slug = ""
        found = Profile.objects.with_consent().select_related("user").filter(slug=slug).first()
        if found is None:
            raise forms.ValidationError(_("Deze expert is er niet. Kopieer het adres van de pagina van de expert."))
        return found


class EndThreadForm(forms.Form):
    """Whether the conversation ends with it."""

    ends_thread = forms.BooleanField(label=_("Sluit het gesprek ook af"), required=False)

    def __init__(self, report: ContactReport, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
