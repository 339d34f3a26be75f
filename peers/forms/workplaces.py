"""Where somebody works or worked, in rows that repeat."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peers.models import Position
from peers.services.profiles import Workplace
from projects.forms.public_text import PublicTextField
from projects.forms.writing.fields import PartialDateField
from projects.forms.writing.groups import GroupForm
from projects.models import Institute
from projects.states import MemberStatus
from vindplaats.accounts.models import User
from vindplaats.text import fold


class WorkplaceForm(GroupForm):
    """One workplace. A name that an institute of the site has becomes a link to its page."""

    list_name = "werkplekken"
    most = 8
    heading: ClassVar[Any] = gettext_lazy("Werkplek")
    one_more: ClassVar[Any] = gettext_lazy("Nog een werkplek")
    take_away: ClassVar[Any] = gettext_lazy("Deze werkplek weghalen")

    organisation = PublicTextField(
        label=gettext_lazy("Organisatie"),
        help_text=gettext_lazy("Schrijf de naam zoals die op Vindplaats staat, dan komt er een link."),
        limit=200,
        missing=gettext_lazy("Vul de naam van de organisatie in, of haal deze werkplek weg."),
    )
    role = PublicTextField(label=gettext_lazy("Functie of rol daar"), limit=150, required=False)
    start = PartialDateField(gettext_lazy("Sinds"))
    end = PartialDateField(gettext_lazy("Tot"))
    is_former = forms.BooleanField(label=gettext_lazy("Hier werk ik niet meer"), required=False)

    def is_blank(self) -> bool:
        """Tell whether nothing was filled in; a tick alone is nothing."""
        return not any(str(bound.data or "").strip() for bound in self.own_fields() if bound.name != "is_former")

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the start; whoever gives an end works there no more."""
        found = super().clean()
        start, end = found.get("start", ""), found.get("end", "")
        if start and end and end < start[: len(end)]:
            self.add_error("end", ValidationError(_("Het einde ligt vóór het begin.")))
        found["is_former"] = bool(found.get("is_former") or end)
        return found

    def workplace(self, user: User) -> Workplace:
        """Return what was filled in, at an institute of the site where the name is that of one."""
        kept = {name: self.cleaned_data[name] for name in ("role", "start", "end", "is_former")}
        name = self.cleaned_data["organisation"]
        institute = institute_called(name, user)
        return Workplace(institute=institute, organisation="" if institute else name, **kept)


def as_row(position: Position) -> dict[str, Any]:
    """Return a position as the fields of the form."""
    row = {name: getattr(position, name) for name in ("role", "start", "end", "is_former")}
    return {"organisation": str(position), **row}


def rows_of_memberships(user: User) -> list[dict[str, Any]]:
    """Return the institutes of somebody as rows, for who has no profile yet."""
    active = user.memberships.filter(status=MemberStatus.ACTIVE).select_related("institute").order_by("pk")
    return [{"organisation": one.institute.name} for one in active[: WorkplaceForm.most]]


def institute_called(name: str, user: User) -> Institute | None:
    """Return the institute of this name; of several the one that `user` belongs to, else none."""
    found = list(Institute.objects.shown().filter(sort_key=fold(name)))
    if len(found) > 1:
        own = set(user.memberships.filter(status=MemberStatus.ACTIVE).values_list("institute_id", flat=True))
        found = [one for one in found if one.pk in own]
    return found[0] if len(found) == 1 else None
