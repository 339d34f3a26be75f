"""Institutes that want to take part."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from projects.models import Institute, Registration, ReviewCase
from projects.services import registrations
from projects.services.registrations.filling import KIND as NAME
from projects.services.review.kinds import Asked, Decision, Kind
from projects.states import InstituteStatus, Outcome, RegistrationKind, Stage
from vindplaats.accounts.models import User
from vindplaats.email_domains import fits, is_public

ANSWERS = (
    *("name", "institute_kind", "place", "gemeente", "website", "kvk_number", "agb_code", "numbers_note"),
    *("email_domain", "manager_name", "manager_role", "manager_email", "email_note", "brings", "seeks", "note"),
)
MOST_ALIKE = 5


class JoinForm(forms.Form):
    """Whether the institute is one that the site knows already."""

    institute = forms.ModelChoiceField(
        Institute.objects.none(),
        label=_("Welke instelling"),
        required=False,
        empty_label=_("Een nieuwe: maak een pagina"),
        help_text=_("Staat de instelling er al, alleen genoemd? Kies die dan: de projecten horen er meteen bij."),
    )

    def __init__(self, registration: Registration, **given: Any) -> None:
        super().__init__(label_suffix="", **given)
        named = [one.pk for one in alike(registration) if one.status == InstituteStatus.NAMED]
        self.fields["institute"].queryset = Institute.objects.filter(pk__in=named)


def load(pk: int) -> Registration | None:
    """Return the registration with what it is about."""
    return Registration.objects.select_related("institute", "gemeente", "created_by").filter(pk=pk).first()


def alike(registration: Registration) -> list[Institute]:
    """Return the institutes that may be the same, also those that the sender says are others."""
    asked = {name: getattr(registration, name) for name in ("name", "place", "kvk_number", "agb_code")}
    found = Institute.objects.resembling(**asked, domain=registration.email_domain).with_project_count()
    if registration.status == Stage.ACCEPTED and registration.institute_id:
        found = found.exclude(pk=registration.institute_id)
    told = Institute.objects.filter(pk__in=registration.unlike).with_project_count().order_by("pk")
    # What the sender was asked about may no longer be among those that are most alike.
    return list({one.pk: one for one in [*found[:MOST_ALIKE], *told[:MOST_ALIKE]]}.values())


def context(case: ReviewCase, registration: Registration) -> dict[str, Any]:
    """Return all answers, what there is to check, and which institutes may be the same."""
    return {
        "registration": registration,
        "is_claim": registration.kind == RegistrationKind.CLAIM,
        "answers": _answers(registration),
        "address_fits": fits(registration.manager_email, registration.email_domain),
        "address_is_public": is_public(registration.manager_email.partition("@")[2]),
        "alike": [(one, one.pk in registration.unlike) for one in alike(registration)],
    }


def decisions(registration: Registration) -> Sequence[Decision]:
    """Return what can be decided while it waits."""
    if registration.status != Stage.SUBMITTED:
        return ()
    is_new = registration.kind == RegistrationKind.NEW and bool(alike(registration))
    accept = Decision(
        "aannemen",
        _("Aannemen"),
        _("De instelling doet mee. De eerste beheerder krijgt een uitnodiging."),
        _accept,
        text=Asked.NOT,
        form=JoinForm if is_new else None,
        is_main=True,
    )
    return (accept, RETURN, DECLINE)


def _answers(registration: Registration) -> list[tuple[str, str]]:
    """Return what was filled in, with the names of the fields; addresses in it are meant to be there."""
    found = []
    for name in ANSWERS:
        show = getattr(registration, f"get_{name}_display", None)
        text = str(show() if show else getattr(registration, name) or "")
        if text:
            found.append((capfirst(str(Registration._meta.get_field(name).verbose_name)), text))
    return found


def _accept(registration: Registration, *, by: User, reason: str = "", institute: Institute | None = None) -> Institute:
    return registrations.accept(registration=registration, by=by, reason=reason, institute=institute)


def _return(registration: Registration, *, by: User, reason: str) -> Registration:
    return registrations.return_with_reason(registration=registration, by=by, reason=reason)


def _decline(registration: Registration, *, by: User, reason: str) -> Registration:
    return registrations.decline(registration=registration, by=by, reason=reason)


RETURN = Decision(
    "vragen",
    _("Iets vragen"),
    _("De aanmelding gaat terug met uw vraag. De indiener vult aan en verstuurt opnieuw."),
    _return,
    text=Asked.MUST,
)
DECLINE = Decision(
    "afwijzen",
    _("Afwijzen"),
    _("De instelling doet niet mee. De indiener krijgt uw bericht."),
    _decline,
    text=Asked.MUST,
)
KIND = Kind(
    NAME,
    _("Aanmelding van een instelling"),
    load,
    "admin/review/_registration.html",
    context,
    decisions,
    outcomes={Outcome.APPROVED: _("Aangenomen")},
    version=lambda registration: registration.version,
    sender=_("wie de instelling aanmeldde"),
)
