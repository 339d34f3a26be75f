"""What somebody fills in about a collection, and of each thing in it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.forms.public_text import PublicTextField
from projects.models import Collection, Institute
from projects.services.collections.things import Shown
from projects.states import Language, Sharing

LONGEST_NOTE = 600
NEW = "nieuw"
INSTITUTE = "instelling:"


class CollectionForm(forms.Form):
    """What it is called, what it is for, and who sees it."""

    titel = PublicTextField(
        label=gettext_lazy("Titel"),
        limit=150,
        help_text=gettext_lazy("Waar gaat het over? Bijvoorbeeld: Vallen voorkomen in de wijk."),
        missing=gettext_lazy("Geef de verzameling een titel."),
    )
    tekst = PublicTextField(
        label=gettext_lazy("Tekst"),
        limit=5000,
        rows=8,
        required=False,
        help_text=gettext_lazy("Voor wie is dit, en waarom hoort het bij elkaar?"),
    )
    zichtbaar = forms.ChoiceField(
        label=gettext_lazy("Wie mag dit zien?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wie de verzameling mag zien.")},
    )
    taal = forms.ChoiceField(label=gettext_lazy("In welke taal schrijft u?"), choices=Language.choices)

    def __init__(self, *args: Any, institutes: Iterable[Institute], is_editorial: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self._institutes = {f"{INSTITUTE}{one.slug}": one for one in institutes} if not is_editorial else {}
        named = [(value, _("Mensen van %(name)s") % {"name": one.name}) for value, one in self._institutes.items()]
        nobody = _("Alleen de redactie") if is_editorial else Sharing.PRIVATE.label
        public = _("Iedereen: de verzameling staat op de site, met uw naam")
        public = Sharing.PUBLIC.label if is_editorial else public
        self.fields["zichtbaar"].choices = [(Sharing.PRIVATE, nobody), *named, (Sharing.PUBLIC, public)]

    @property
    def given(self) -> dict[str, Any]:
        """What the services ask for."""
        data = self.cleaned_data
        institute = self._institutes.get(data["zichtbaar"])
        return {
            "title": data["titel"],
            "text": data["tekst"],
            "language": data["taal"],
            "visibility": Sharing.INSTITUTE if institute else data["zichtbaar"],
            "institute": institute,
        }


def initial_of(collection: Collection) -> dict[str, str]:
    """Return what the form begins with."""
    shared = collection.institute
    seen_by = f"{INSTITUTE}{shared.slug}" if shared else collection.visibility
    return {"titel": collection.title, "tekst": collection.text, "taal": collection.language, "zichtbaar": seen_by}


class ArrangeForm(CollectionForm):
    """The same, with for each thing in it a note, its place, and whether it stays."""

    def __init__(self, *args: Any, items: list[Shown], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        for place, item in enumerate(items, 1):
            self.fields[f"noot-{item.pk}"] = PublicTextField(
                label=_("Toelichting"), limit=LONGEST_NOTE, rows=3, required=False, initial=item.note
            )
            self.fields[f"plaats-{item.pk}"] = forms.IntegerField(
                label=_("Plaats"),
                min_value=1,
                max_value=999,
                required=False,
                initial=place,
                widget=forms.NumberInput(attrs={"min": "1"}),
            )
            self.fields[f"weg-{item.pk}"] = forms.BooleanField(label=_("Haal dit eruit"), required=False)

    def rows(self) -> list[dict[str, Any]]:
        """Return each thing with its fields."""
        return [
            {"item": item, **{name: self[f"{name}-{item.pk}"] for name in ("noot", "plaats", "weg")}}
            for item in self.items
        ]

    @property
    def notes(self) -> dict[int, str]:
        """The notes by number."""
        return {item.pk: self.cleaned_data[f"noot-{item.pk}"] for item in self.items}

    @property
    def gone(self) -> set[int]:
        """What is taken out."""
        return {item.pk for item in self.items if self.cleaned_data[f"weg-{item.pk}"]}

    @property
    def order(self) -> list[int]:
        """The numbers in their new order: what gets the place of another goes before it, behind it when moved down."""

        def key(row: tuple[int, Shown]) -> tuple[int, int, int]:
            place, item = row
            wanted = self.cleaned_data[f"plaats-{item.pk}"] or place
            return (wanted, (wanted > place) - (wanted < place), place)

        return [item.pk for _place, item in sorted(enumerate(self.items, 1), key=key)]


class AddForm(forms.Form):
    """Into which collection something goes, or the title of a new one."""

    verzameling = forms.ChoiceField(
        label=gettext_lazy("In welke verzameling?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies een verzameling, of maak een nieuwe.")},
    )
    titel = PublicTextField(label=gettext_lazy("Titel van de nieuwe verzameling"), limit=150, required=False)
    noot = PublicTextField(
        label=gettext_lazy("Toelichting"),
        limit=LONGEST_NOTE,
        rows=3,
        required=False,
        help_text=gettext_lazy("Waarom hoort dit erin? Dit staat erbij in de verzameling."),
    )

    def __init__(self, *args: Any, collections: list[Collection], **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self._collections = {one.slug: one for one in collections}
        self.fields["verzameling"].choices = [
            *((one.slug, one.title) for one in collections),
            (NEW, _("Een nieuwe verzameling")),
        ]
        if not collections:
            self.fields["verzameling"].initial = NEW

    def clean(self) -> dict[str, Any]:
        """Ask for the title of a new one."""
        data = super().clean() or self.cleaned_data
        if data.get("verzameling") == NEW and "titel" not in self.errors and not data.get("titel"):
            self.add_error("titel", _("Geef de verzameling een titel."))
        return data

    @property
    def collection(self) -> Collection | None:
        """The one that was chosen; None for a new one."""
        return self._collections.get(self.cleaned_data["verzameling"])
