"""The form of a profile: who somebody is, where they work, what they know, what they offer, who sees it."""

import datetime
from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from peers.forms.profile_choices import ProjectLinesField, find_regions, offered, region_value
from peers.forms.profile_words import AGREE_HEALTH, AGREE_PROFILE
from peers.forms.workplaces import WorkplaceForm, as_row, rows_of_memberships
from peers.models import Profile
from peers.models.profiles import MOST_A_MONTH
from peers.services.profiles import Written
from peers.states import Offer, ProfileKind, Visibility
from projects.forms.public_text import PublicTextField
from projects.forms.writing.fields import ChecksField
from projects.forms.writing.groups import Groups
from projects.models import Project, Theme
from projects.states import Language
from vindplaats.accounts.models import User

KINDS = [
    (ProfileKind.PROFESSIONAL, gettext_lazy("Ik werk in de zorg of leid projecten")),
    (ProfileKind.DIRECTOR, gettext_lazy("Ik ben bestuurder of manager")),
    (ProfileKind.EXPERIENCE, gettext_lazy("Ik ben ervaringsdeskundige: patiënt, cliënt of naaste")),
]
SEEN_BY = [
    (Visibility.PUBLIC, gettext_lazy("Iedereen die de site bezoekt")),
    (Visibility.MEMBERS, gettext_lazy("Alleen mensen die zijn ingelogd")),
    (Visibility.HIDDEN, gettext_lazy("Niemand. Ik wil het profiel nu niet laten zien")),
]
MOST_THEMES, MOST_REGIONS, MOST_PROJECTS = 12, 20, 20
KEPT = ("kind", "name", "role", "introduction", "offers", "languages", "wishes", "availability", "monthly_limit")


class ProfileForm(forms.Form):
    """All of a profile. `more` asks for one empty row of workplaces more, without judging what was typed."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Hoe wilt u meedenken?"),
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies hoe u wilt meedenken.")},
    )
    name = PublicTextField(
        label=gettext_lazy("Naam op het profiel"),
        help_text=gettext_lazy("Zo kennen anderen u hier. Alleen een voornaam, of een andere naam, mag ook."),
        limit=150,
        missing=gettext_lazy("Vul de naam in waaronder u op de site wilt staan."),
    )
    role = PublicTextField(
        label=pgettext_lazy("persoon", "Functie of rol"),
        help_text=gettext_lazy("Bijvoorbeeld: wijkverpleegkundige, projectleider, mantelzorger."),
        limit=150,
        required=False,
    )
    introduction = PublicTextField(
        label=gettext_lazy("Waarover kunt u meedenken?"),
        help_text=gettext_lazy(
            "Vertel in een paar zinnen wat u weet en deed. Noem geen andere mensen en niets over uw gezondheid."
        ),
        limit=2000,
        rows=6,
        missing=gettext_lazy("Schrijf in een paar zinnen waarover u kunt meedenken. Daarop vinden anderen u."),
    )
    themes = ChecksField(
        gettext_lazy("Thema's"), gettext_lazy("Waarvan weet u het meest? Kies er een paar."), most=MOST_THEMES
    )
    regions = ChecksField(
        gettext_lazy("Regio's"), gettext_lazy("Kies er geen als u in heel Nederland wilt meedenken."), most=MOST_REGIONS
    )
    projects = ChecksField(
        gettext_lazy("Projecten waaraan u meewerkte"),
        gettext_lazy("Projecten waarvan u eigenaar of contactpersoon bent, staan er vanzelf bij."),
        most=MOST_PROJECTS,
    )
    other_projects = ProjectLinesField(
        gettext_lazy("Andere projecten"),
        gettext_lazy("Plak het adres van de projectpagina op Vindplaats. Eén project per regel."),
    )
    offers = forms.MultipleChoiceField(
        label=gettext_lazy("Wat wilt u doen?"),
        choices=Offer.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies minstens één ding dat u wilt doen.")},
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("In welke talen?"),
        choices=Language.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies minstens één taal.")},
    )
    wishes = PublicTextField(
        label=gettext_lazy("Wensen"),
        help_text=gettext_lazy("Bijvoorbeeld een vergoeding, reiskosten, een plek waar u met een rolstoel in kunt."),
        limit=1000,
        rows=3,
        required=False,
    )
    availability = PublicTextField(
        label=gettext_lazy("Wanneer kunt u?"),
        help_text=gettext_lazy("Bijvoorbeeld: op dinsdag en donderdag, liefst via beeldbellen."),
        limit=200,
        required=False,
    )
    monthly_limit = forms.IntegerField(
        label=gettext_lazy("Hoeveel verzoeken per maand?"),
        help_text=gettext_lazy("Daarna krijgt u er die maand geen meer bij. Anderen zien alleen of u nog ruimte hebt."),
        min_value=1,
        max_value=MOST_A_MONTH,
        initial=2,
        widget=forms.NumberInput(attrs={"min": 1, "max": MOST_A_MONTH, "inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            gettext_lazy("Vul een getal in van 1 tot en met 31. Wilt u even niets krijgen? Neem dan pauze."),
        ),
    )
    health_story = PublicTextField(
        label=gettext_lazy("Uw ervaring met gezondheid en zorg"),
        help_text=gettext_lazy("Schrijf alleen wat iedereen mag lezen die uw profiel ziet."),
        limit=3000,
        rows=6,
        required=False,
    )
    agrees_health = forms.BooleanField(label=AGREE_HEALTH, required=False)
    visibility = forms.ChoiceField(
        label=gettext_lazy("Wie mag uw profiel zien?"),
        choices=SEEN_BY,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wie uw profiel mag zien.")},
    )
    agrees = forms.BooleanField(label=AGREE_PROFILE, required=False)

    sections = {
        "wie": ("kind", "name", "role", "introduction"),
        "waarover": ("themes", "regions", "projects", "other_projects"),
        "aanbod": ("offers", "languages", "availability", "monthly_limit", "wishes"),
        "gezondheid": ("health_story", "agrees_health"),
        "zien": ("visibility", "agrees"),
    }

    def __init__(self, data: Any = None, *, user: User, profile: Profile | None, more: bool = False) -> None:
        self.user, self.profile = user, profile
        super().__init__(data, initial=_initial(user, profile), label_suffix="", use_required_attribute=False)
        for name, groups in offered(user, profile).items():
            self.fields[name].offer(groups, self.initial.get(name) or [])
        if profile and profile.consented_at:
            del self.fields["agrees"]
        if profile and profile.health_consented_at:
            del self.fields["agrees_health"]
        rows = [as_row(one) for one in profile.positions.all()] if profile else rows_of_memberships(user)
        self.workplaces = Groups(WorkplaceForm, data, rows, more=more, loose=False, project=None)

    def is_valid(self) -> bool:
        """Tell whether the fields and all workplaces are right."""
        return all([super().is_valid(), self.workplaces.is_valid()])

    def clean(self) -> dict[str, Any]:
        """Ask for what belongs together: a story and its consent, being shown and agreeing to that."""
        found = super().clean()
        if found.get("health_story"):
            self._check_health(found)
        wants_to_be_seen = found.get("visibility") in (Visibility.PUBLIC, Visibility.MEMBERS)
        if wants_to_be_seen and "agrees" in self.fields and not found.get("agrees"):
            self.add_error("agrees", _("Vink aan dat u akkoord gaat, of kies dat niemand uw profiel ziet."))
        return found

    def _check_health(self, found: dict[str, Any]) -> None:
        if found.get("kind") and found["kind"] != ProfileKind.EXPERIENCE:
            told = _("Dit is alleen voor ervaringsdeskundigen. Haal de tekst weg, of kies bovenaan dat u dat bent.")
            self.add_error("health_story", told)
        elif "agrees_health" in self.fields and not found.get("agrees_health"):
            self.add_error("agrees_health", _("Vink aan dat u dit wilt laten zien, of haal de tekst weg."))

    def unjudged(self) -> "ProfileForm":
        """Return the form as it was typed, without saying what is wrong with it yet."""
        for form in (self, *self.workplaces.forms):
            form._errors = ErrorDict()
        return self

    def written(self) -> Written:
        """Return what was filled in; call it when the form is valid."""
        found = self.cleaned_data
        slugs = [*found["projects"], *(project.slug for project in found["other_projects"])]
        return Written(
            fields={name: found[name] for name in (*KEPT, "visibility")},
            themes=list(Theme.objects.filter(slug__in=found["themes"])),
            regions=find_regions(found["regions"]),
            projects=list(Project.objects.published().filter(slug__in=slugs)),
            workplaces=[form.workplace(self.user) for form in self.workplaces.filled()],
            health_story=found["health_story"],
            agreed=str(AGREE_PROFILE) if found.get("agrees") else "",
            agreed_health=str(AGREE_HEALTH) if found.get("agrees_health") else "",
            language=get_language() or "nl",
        )

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """Return the fields of each section, as the template of a row expects them."""
        return {name: list(self._rows(fields)) for name, fields in self.sections.items()}

    def _rows(self, names: tuple[str, ...]) -> Iterator[dict[str, Any]]:
        for name in names:
            if name in self.fields:
                bound = self[name]
                groups = bound.field.shown(bound.value()) if isinstance(bound.field, ChecksField) else []
                yield {"field": bound, "groups": groups, "chosen": sum(group.chosen for group in groups)}

    def told(self) -> list[tuple[str, str]]:
        """Return all errors as (address within the page, message), in the order of the page."""
        fields = [(self[name].auto_id, error) for name in self.fields for error in self[name].errors]
        first = len([one for one in fields if one[0] in {self[name].auto_id for name in self.sections["wie"]}])
        return [*fields[:first], *self.workplaces.told(), *fields[first:]]


class DayInput(forms.DateInput):
    """The browser's own way to choose a day."""

    input_type = "date"


class PauseForm(forms.Form):
    """Until when somebody takes a break; without a day until they end it themselves."""

    until = forms.DateField(
        label=gettext_lazy("Pauze tot en met"),
        help_text=gettext_lazy("Laat leeg om te pauzeren tot u zelf weer meedoet."),
        required=False,
        widget=DayInput(format="%Y-%m-%d"),
        error_messages={"invalid": gettext_lazy("Kies een dag, bijvoorbeeld 31-12-2026.")},
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
    )

    def __init__(self, data: Any = None, *, today: datetime.date) -> None:
        super().__init__(data, label_suffix="", use_required_attribute=False)
        self.today = today

    def clean_until(self) -> datetime.date | None:
        """Refuse a day that is past, and one that is further off than anybody plans."""
        until = self.cleaned_data["until"]
        if until and until < self.today:
            raise forms.ValidationError(_("Kies een dag die nog komt."))
        if until and until > self.today.replace(year=self.today.year + 2, day=1):
            raise forms.ValidationError(_("Kies een dag binnen twee jaar, of laat leeg."))
        return until


def _initial(user: User, profile: Profile | None) -> dict[str, Any]:
    if profile is None:
        return {"name": user.name, "languages": [get_language() or "nl"], "monthly_limit": 2}
    return {
        **{name: getattr(profile, name) for name in (*KEPT, "visibility", "health_story")},
        "themes": list(profile.themes.values_list("slug", flat=True)),
        "regions": [region_value(one) for one in profile.regions.select_related("scheme")],
        "projects": list(profile.projects.values_list("slug", flat=True)),
    }
