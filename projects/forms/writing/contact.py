"""Who answers questions of others. Addresses are never shown."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from projects.forms.writing.base import Record, SectionForm
from projects.forms.writing.fields import text
from projects.forms.writing.groups import GroupForm
from projects.models import Project
from projects.services.revisions.checking import MOST_CONTACTS
from projects.states import MemberStatus
from vindplaats.accounts.models import User
from vindplaats.text import fold


class PersonForm(GroupForm):
    """Somebody who answers: a member of the institute, or a name with an address."""

    list_name = "contact"
    most = MOST_CONTACTS
    heading = gettext_lazy("Persoon")
    one_more = gettext_lazy("Nog iemand")
    take_away = gettext_lazy("Haal deze persoon weg")

    user = forms.TypedChoiceField(
        label=gettext_lazy("Iemand van uw instelling"),
        help_text=gettext_lazy("Kies een collega met een account, of vul hieronder een naam en een adres in."),
        required=False,
        coerce=int,
        empty_value=None,
    )
    name = text(gettext_lazy("Naam"), limit=150)
    role = text(pgettext_lazy("persoon", "Functie"), limit=150)
    email = forms.EmailField(
        label=gettext_lazy("E-mailadres"),
        help_text=gettext_lazy("Het adres komt nooit op de site. Vragen gaan via Vindplaats."),
        required=False,
        max_length=254,
        error_messages={"invalid": gettext_lazy("Dit is geen e-mailadres. Schrijf het als naam@instelling.nl.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {one.pk: one for one in colleagues(self.project)}
        offered = [(pk, one.get_full_name()) for pk, one in self.people.items()]
        self.fields["user"].choices = [("", _("Niemand uit deze lijst")), *offered]

    def clean(self) -> Record:
        """Ask for a name and an address, unless a colleague was chosen."""
        data = super().clean()
        if self.loose or self.is_left_out() or data.get("user"):
            return data
        if not data.get("name"):
            self.add_error("name", _("Vul een naam in."))
        if not data.get("email") and "email" not in self.errors:
            self.add_error("email", _("Vul een e-mailadres in, of kies iemand van uw instelling."))
        return data

    def value(self) -> Record:
        """Return the person; of a colleague no address is kept."""
        found = super().value()
        colleague = self.people.get(found.pop("user") or 0)
        if colleague is None:
            return found
        name = found["name"] or colleague.get_full_name()
        return {"name": name, "role": found["role"], "user": colleague.pk}


class ContactForm(SectionForm):
    """The section 'contact'."""

    group_kinds = (PersonForm,)


def colleagues(project: Project) -> list[User]:
    """Return who belongs to the institute of the project, by name."""
    if project.institute_id is None:
        return []
    active = {"memberships__institute": project.institute_id, "memberships__status": MemberStatus.ACTIVE}
    return sorted(User.objects.filter(is_active=True, **active), key=lambda one: fold(one.get_full_name()))
