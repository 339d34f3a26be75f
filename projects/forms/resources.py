"""What a member fills in about a resource that stands by itself."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.forms.fields import WebAddressField
from projects.forms.writing.choices import terms, themes
from projects.forms.writing.fields import ChecksField, Option, OptionGroup, choice, long_text, text
from projects.forms.writing.starting import institute_field, offer
from projects.models import Condition, Institute, Project, Resource, TargetGroup
from projects.services.resources.texts import ORIGIN, text_of
from projects.states import Language, ResourceKind, Status
from projects.states.resources import Audience, Licence, ReadingLevel
from vindplaats.files.checking import Checked, check
from vindplaats.files.kinds import MOST_BYTES, SUFFIXES
from vindplaats.files.messages import message
from vindplaats.files.refusals import BadFile

FIRST_YEAR = 1900
AID = "kind=decision_aid"
KIND = _("Wat voor hulpmiddel is het?")


def web_address() -> WebAddressField:
    """Return the field for where it stands."""
    hint = _("De pagina waar iedereen het kan openen. Hebt u een bestand? Dat kiest u verderop.")
    return WebAddressField(label=_("Webadres"), help_text=hint, required=False)


class ResourceStartForm(forms.Form):
    """The first things of a new resource: what it is, and whose."""

    kind = choice(KIND, ResourceKind.choices, error_messages={"required": _("Kies wat voor hulpmiddel het is.")})
    title = text(_("Hoe heet het?"), limit=300, required=True, missing=_("Vul de naam van het hulpmiddel in."))
    url = web_address()
    institute = institute_field()
    anyway = forms.BooleanField(label=_("Het is toch een ander hulpmiddel"), required=False)

    def __init__(self, *args: Any, institutes: list[Institute], **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        offer(self.fields["institute"], institutes)


class FileField(forms.FileField):
    """A file, told by its content and made harmless; its value is a `Checked`."""

    def __init__(self) -> None:
        widget = forms.FileInput(attrs={"accept": ",".join(SUFFIXES)})
        hint = _("PDF, Word, PowerPoint, Excel, OpenDocument of een plaatje, van hooguit 20 MB. Zonder macro's.")
        super().__init__(label=_("Bestand"), help_text=hint, required=False, allow_empty_file=True, widget=widget)

    def clean(self, data: Any, initial: Any = None) -> Checked | None:
        """Return the checked file; None when none was chosen."""
        sent = super().clean(data, initial)
        if not sent:
            return None
        try:
            return check(sent.read() if sent.size <= MOST_BYTES else b"", size=sent.size)
        except BadFile as bad:
            raise ValidationError(message(bad.wrong), code=bad.wrong.name) from None


class ResourceForm(forms.Form):
    """All of a resource. With `loose` what is required may be empty: it is kept, not sent in."""

    when: ClassVar[Mapping[str, str]] = dict.fromkeys(("decision_moment", "reading_level", "keeper", "quality"), AID)

    kind = choice(KIND, ResourceKind.choices, error_messages={"required": _("Kies wat voor hulpmiddel het is.")})
    title = text(_("Naam"), limit=300, required=True, missing=_("Vul de naam van het hulpmiddel in."))
    summary = long_text(
        _("Wat heeft een ander eraan?"),
        _("Wat is het, voor wie, en wanneer gebruikt u het? Een paar zinnen is genoeg."),
        rows=5,
        limit=3000,
        required=True,
        missing=_("Schrijf in een paar zinnen wat een ander eraan heeft."),
    )
    url = web_address()
    file = FileField()
    without_file = forms.BooleanField(label=_("Haal het bestand weg"), required=False)
    owner = text(_("Van wie is het?"), _("De organisatie die het maakte of beheert."))
    year = forms.IntegerField(
        label=_("Uit welk jaar?"),
        required=False,
        min_value=FIRST_YEAR,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Schrijf een jaar in vier cijfers, zoals 2024.")},
    )
    revised_on = forms.DateField(
        label=_("Wanneer is het voor het laatst herzien?"),
        help_text=_("Bijvoorbeeld 31-3-2025."),
        required=False,
        input_formats=["%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d"],
        widget=forms.DateInput(format="%d-%m-%Y"),
        error_messages={"invalid": _("Schrijf een datum als dag-maand-jaar, zoals 31-3-2025.")},
    )
    language = choice(_("In welke taal is het?"), Language.choices)
    licence = forms.ChoiceField(
        label=_("Wat mogen anderen ermee?"),
        choices=[("", _("Niet bekend")), *Licence.choices],
        required=False,
        help_text=_("De licentie die erop staat. Weet u het niet, laat het dan open."),
    )
    audiences = ChecksField(_("Voor wie is het gemaakt?"))
    conditions = ChecksField(_("Voor welke aandoeningen?"), _("Zo vinden patiënten een keuzehulp."))
    target_groups = ChecksField(_("Voor welke doelgroepen?"))
    themes = ChecksField(_("Over welke thema's gaat het?"), most=10)
    from_project = forms.ChoiceField(label=_("Komt het uit een project van uw instelling?"), required=False)
    decision_moment = text(
        _("Bij welk moment van kiezen helpt de keuzehulp?"),
        _("Bijvoorbeeld: wel of geen operatie bij een versleten knie."),
        limit=300,
    )
    reading_level = forms.ChoiceField(
        label=_("Welk leesniveau heeft de tekst?"),
        choices=[("", _("Niet bekend")), *ReadingLevel.choices],
        required=False,
    )
    keeper = text(_("Wie houdt de keuzehulp bij?"))
    quality = long_text(
        _("Wat is er bekend over de kwaliteit?"),
        _("Bijvoorbeeld: gemaakt volgens de leidraad, met patiënten getest, bij een richtlijn."),
        rows=3,
        limit=1000,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, resource: Resource, values: dict[str, Any] | None = None, loose: bool = False, **kwargs: Any
    ) -> None:
        held = {**text_of(resource), **(values or {})}
        held["revised_on"] = datetime.date.fromisoformat(held["revised_on"]) if held["revised_on"] else None
        super().__init__(*args, label_suffix="", initial={**held, **kwargs.pop("initial", {})}, **kwargs)
        self.resource, self.loose = resource, loose
        self.fields["summary"].required = not loose
        if not resource.file:
            del self.fields["without_file"]
        self._offer(held)

    def _offer(self, held: Mapping[str, Any]) -> None:
        """Let people choose from what there is."""
        lists = {"conditions": terms(Condition), "target_groups": terms(TargetGroup), "themes": themes()}
        lists["audiences"] = [_fixed(Audience)]
        for name, groups in lists.items():
            self.fields[name].offer(groups, held.get(name) or [])
        projects = _projects_of(self.resource)
        if projects:
            self.fields[ORIGIN].choices = [("", _("Nee")), *projects]
        else:
            del self.fields[ORIGIN]

    def clean_year(self) -> int | None:
        """Refuse a year that has not come yet; next year's edition may be there already."""
        year = self.cleaned_data["year"]
        if year and year > timezone.localdate().year + 1:
            raise ValidationError(_("Dit jaar moet nog komen. Schrijf het jaar waarin het gemaakt is."))
        return year

    def clean_revised_on(self) -> datetime.date | None:
        """Refuse a day that has not come yet."""
        day = self.cleaned_data["revised_on"]
        if day and day > timezone.localdate():
            raise ValidationError(_("Deze datum moet nog komen. Schrijf wanneer het voor het laatst is herzien."))
        return day

    def clean(self) -> dict[str, Any]:
        """Ask for a way to open it, when it is sent in."""
        cleaned = super().clean()
        has_file = bool(cleaned.get("file") or (self.resource.file and not cleaned.get("without_file")))
        tried = "url" in self.errors or "file" in self.errors
        if not self.loose and not tried and not cleaned.get("url") and not has_file:
            self.add_error("url", _("Geef een webadres of kies een bestand. Anders kan niemand het openen."))
        return cleaned

    def values(self) -> dict[str, Any]:
        """Return what was filled in and is right, as the services take it."""
        apart = {"file", "without_file", "version"}
        return {name: value for name, value in self.cleaned_data.items() if name not in apart}

    def rows(self) -> Iterator[dict[str, Any]]:
        """Give each field that is shown with its groups of options, and when it is asked."""
        for bound in self.visible_fields():
            groups = bound.field.shown(bound.value()) if isinstance(bound.field, ChecksField) else []
            chosen = sum(group.chosen for group in groups)
            when = self.when.get(bound.name, "")
            yield {"field": bound, "groups": groups, "chosen": chosen, "example": "", "when": when}


def _fixed(choices: Any) -> OptionGroup:
    """Return a fixed list as one group."""
    return OptionGroup("", [Option(value, str(label)) for value, label in choices.choices])


def _projects_of(resource: Resource) -> list[tuple[str, str]]:
    """Return the projects that it may have come from, with the one that it came from."""
    if resource.institute is None:
        return []
    own = Project.objects.filter(institute=resource.institute).exclude(status=Status.ARCHIVED)
    found = dict(own.order_by("title", "pk").values_list("slug", "title")[:200])
    if resource.from_project:
        found.setdefault(resource.from_project.slug, resource.from_project.title)
    return list(found.items())
