"""The registration of an institute, a form for each step. What belongs together is asked together."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from projects.forms.fields import LongTextField, MailField, NameField, WebAddressField
from projects.models import Gemeente, Registration
from projects.services.registrations.numbers import digits_of, is_number
from projects.services.registrations.rules import needs_email_note, needs_number_note
from projects.states import InstituteKind
from vindplaats.email_domains import domain_in, is_public
from vindplaats.text import CleanCharField

DIGITS = {"inputmode": "numeric", "autocomplete": "off", "spellcheck": "false"}
MOST_CHARACTERS = 2_000
OTHER_DOMAIN = _("Het e-mailadres eindigt niet op @%(domain)s. Gebruik een ander adres of leg uit waarom dat niet kan.")
NO_DOMAIN = _("U vulde geen e-maildomein in. Leg uit hoe wij zien dat het e-mailadres bij de instelling hoort.")


class StepForm(forms.Form):
    """One step; `registration` is what was filled in before, None at the very first."""

    def __init__(self, *args: Any, registration: Registration | None = None, **kwargs: Any) -> None:
        self.registration = registration
        if registration is not None:
            kwargs["initial"] = {name: getattr(registration, name) for name in self.base_fields}
        super().__init__(*args, label_suffix="", **kwargs)


class WhoForm(StepForm):
    """What the institute is called, what it is and where."""

    name = NameField(
        label=_("Naam van de instelling"),
        help_text=_("Zoals de instelling zichzelf noemt op haar website."),
        max_length=200,
        error_messages={"required": _("Vul de naam van de instelling in.")},
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    institute_kind = forms.ChoiceField(
        label=_("Soort instelling"),
        choices=[("", _("Kies een soort")), *InstituteKind.choices],
        error_messages={"required": _("Kies wat voor instelling het is.")},
    )
    place = NameField(
        label=_("Plaats"),
        help_text=_("De plaats van de hoofdvestiging."),
        max_length=100,
        error_messages={"required": _("Vul de plaats in.")},
        widget=forms.TextInput(attrs={"autocomplete": "address-level2"}),
    )
    gemeente = forms.ModelChoiceField(
        Gemeente.objects.all(),
        label=_("Gemeente"),
        help_text=_("Zo staat uw instelling op de kaart en bij haar regio's."),
        empty_label=_("Kies een gemeente"),
        required=False,
    )


class NumbersForm(StepForm):
    """How the institute is known elsewhere: one number is enough."""

    kvk_number = CleanCharField(
        label=_("KVK-nummer"),
        help_text=_("8 cijfers. Het staat in het Handelsregister en vaak onderaan uw eigen website."),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs=DIGITS),
    )
    agb_code = CleanCharField(
        label=_("AGB-code van de instelling"),
        help_text=_("8 cijfers. De code van de onderneming of vestiging, niet van een zorgverlener."),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs=DIGITS),
    )
    numbers_note = LongTextField(
        label=_("Geen van beide? Leg uit waarom"),
        help_text=_("Bijvoorbeeld: wij zijn een samenwerkingsverband zonder inschrijving. Noem dan de deelnemers."),
        required=False,
        max_length=MOST_CHARACTERS,
    )

    def clean_kvk_number(self) -> str:
        """Return eight digits, or nothing."""
        message = _("Een KVK-nummer heeft 8 cijfers. Begint het met een nul, typ die dan ook.")
        return _number(self.cleaned_data["kvk_number"], message)

    def clean_agb_code(self) -> str:
        """Return eight digits, or nothing."""
        message = _("Een AGB-code heeft 8 cijfers. Begint hij met een nul, typ die dan ook.")
        return _number(self.cleaned_data["agb_code"], message)

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where there is no number."""
        data = self.cleaned_data
        numbers = {name: data.get(name, "") for name in ("kvk_number", "agb_code")}
        if not self.errors and needs_number_note(**numbers) and not data["numbers_note"]:
            self.add_error("kvk_number", _("Vul een KVK-nummer of AGB-code in, of leg uit waarom die er niet is."))
        return data


class WebForm(StepForm):
    """Where the institute is on the web, and where the addresses of its people end in."""

    website = WebAddressField(label=_("Website"), required=False)
    email_domain = CleanCharField(
        label=_("E-maildomein"),
        help_text=_(
            "Wat na het apenstaartje staat, zoals zorg.nl. Wie zo'n adres heeft, krijgt de instelling aangeboden."
        ),
        required=False,
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def clean_email_domain(self) -> str:
        """Return the bare domain, or nothing."""
        text = self.cleaned_data["email_domain"].strip()
        domain = domain_in(text)
        if text and not domain:
            raise ValidationError(_("Vul alleen in wat na het apenstaartje staat, zoals zorg.nl."))
        if is_public(domain):
            raise ValidationError(
                _("Bij %(domain)s kan iedereen een adres krijgen. Vul een eigen domein in, of laat dit leeg."),
                params={"domain": domain},
            )
        return domain


class ManagerForm(StepForm):
    """Who will run the page of the institute first."""

    manager_name = NameField(
        label=_("Naam van de eerste beheerder"),
        help_text=_("Uzelf of een collega."),
        max_length=150,
        error_messages={"required": _("Vul de naam van de beheerder in.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    manager_role = NameField(
        label=pgettext_lazy("persoon", "Functie"),
        max_length=150,
        error_messages={"required": _("Vul de functie van de beheerder in.")},
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    manager_email = MailField(
        label=_("E-mailadres van de beheerder"),
        help_text=_("Hierheen gaat de uitnodiging. Het adres komt nergens op de site."),
    )
    email_note = LongTextField(
        label=_("Geen adres van de instelling? Leg uit waarom"),
        help_text=_("Alleen nodig als het adres niet eindigt op het e-maildomein van de instelling."),
        required=False,
        max_length=MOST_CHARACTERS,
    )

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where the address is not one of the institute."""
        data, domain = self.cleaned_data, self.registration.email_domain if self.registration else ""
        email = data.get("manager_email", "")
        if not self.errors and needs_email_note(email=email, domain=domain) and not data["email_note"]:
            message = OTHER_DOMAIN if domain else NO_DOMAIN
            self.add_error("email_note", ValidationError(message, params={"domain": domain}))
        return data


class OfferForm(StepForm):
    """What the institute brings and looks for; the first two come on its page."""

    brings = LongTextField(
        label=_("Wat brengt uw instelling?"),
        help_text=_("Kennis, ervaring of projecten waar anderen iets aan hebben. Dit komt op uw pagina."),
        required=False,
        max_length=MOST_CHARACTERS,
    )
    seeks = LongTextField(
        label=_("Wat zoekt uw instelling?"),
        help_text=_("Waarover wilt u van anderen leren? Dit komt op uw pagina."),
        required=False,
        max_length=MOST_CHARACTERS,
    )
    note = LongTextField(
        label=_("Toelichting voor de moderator"),
        help_text=_("Dit komt niet op de site."),
        required=False,
        max_length=MOST_CHARACTERS,
    )


@dataclass(frozen=True)
class Step:
    """A step: its part of the address, its title, and its form."""

    slug: str
    title: Promise
    form: type[StepForm]


STEPS = (
    Step("wie", _("Uw instelling"), WhoForm),
    Step("nummers", _("KVK-nummer of AGB-code"), NumbersForm),
    Step("web", _("Website en e-mail"), WebForm),
    Step("beheerder", _("Eerste beheerder"), ManagerForm),
    Step("aanbod", _("Wat u brengt en zoekt"), OfferForm),
)


def step_of(field: str) -> Step:
    """Return the step in which a field is filled in; the first one for what is no field of a step."""
    return next((step for step in STEPS if field in step.form.base_fields), STEPS[0])


def _number(text: str, message: Promise) -> str:
    digits = digits_of(text)
    if digits and not is_number(digits):
        raise ValidationError(message)
    return digits
