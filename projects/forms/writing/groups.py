"""A group of fields that can be filled in more than once: lessons, resources, funding, people.

One more is asked for by a button that saves and comes back with an empty one, so that it works without a script.
"""

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.models import Project
from vindplaats.text import fold

Record = dict[str, Any]


class GroupForm(forms.Form):
    """One item. The fields are called as in the record; `weg` takes the item out."""

    # Templates ask the class what the list is called.
    do_not_call_in_templates = True

    list_name: ClassVar[str]
    """Of the list in the record."""
    most: ClassVar[int] = 50
    heading: ClassVar[Any]
    one_more: ClassVar[Any]
    take_away: ClassVar[Any]
    kept: ClassVar[tuple[str, ...]] = ()
    """What of an item is not in the form and stays as it is."""

    slug = forms.CharField(required=False, max_length=140, widget=forms.HiddenInput)
    weg = forms.BooleanField(required=False, label=gettext_lazy("Weghalen"))

    def __init__(self, *args: Any, number: int, project: Project, loose: bool, **kwargs: Any) -> None:
        self.number, self.project, self.loose = number, project, loose
        super().__init__(*args, label_suffix="", use_required_attribute=False, **kwargs)
        self.fields["weg"].label = self.take_away

    def initial_of(self, item: Record) -> Record:
        """Return what the fields hold at first."""
        return {name: item[name] for name in self.base_fields if item.get(name) is not None}

    def own_fields(self) -> Iterator[forms.BoundField]:
        """Give the fields that are filled in."""
        return (bound for bound in self if bound.name not in ("slug", "weg"))

    def is_blank(self) -> bool:
        """Tell whether nothing was filled in."""
        return not any(str(bound.data or "").strip() for bound in self.own_fields())

    def is_left_out(self) -> bool:
        """Tell whether the item is none: blank, or taken away."""
        return self.is_blank() or bool(self["weg"].data)

    def full_clean(self) -> None:
        """Check an item that counts; when loose, without asking for what is missing."""
        needed = [one for one in self.fields.values() if one.required]
        excused = self.loose or (self.is_bound and self.is_left_out())
        for one in needed:
            one.required = not excused
        super().full_clean()
        for one in needed:
            one.required = True
        if self.is_bound and self.is_left_out():
            self._errors.clear()

    def value(self) -> Record:
        """Return the item as it stands in the record."""
        found = {}
        for bound in self.own_fields():
            typed = bound.data if isinstance(bound.field, forms.CharField) else ""
            found[bound.name] = self.cleaned_data.get(bound.name, typed)
        if slug := self.cleaned_data.get("slug"):
            found["slug"] = slug
        return found


class Groups:
    """All items of one kind, as they stand in the record or as they were sent."""

    def __init__(self, kind: type[GroupForm], data: Any, items: list[Record], *, more: bool, **known: Any) -> None:
        self.kind, self.items, self.error = kind, items, ""
        self.is_bound = data is not None
        count = self._sent(data) if self.is_bound else len(items) + (more or not items)
        self.forms = [self._form(number, data, known) for number in range(min(count, kind.most + 1))]

    def _form(self, number: int, data: Any, known: Record) -> GroupForm:
        one = self.kind(data, prefix=f"{self.kind.list_name}-{number}", number=number + 1, **known)
        if data is None and number < len(self.items):
            one.initial = one.initial_of(self.items[number])
        return one

    def _sent(self, data: Any) -> int:
        sent = data.get(f"{self.kind.list_name}-aantal", "")
        return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 4 else 0

    @property
    def is_full(self) -> bool:
        """Whether there is room for no more."""
        return len(self.forms) >= self.kind.most

    def is_valid(self) -> bool:
        """Tell whether each item is right and there are not too many."""
        if len(self.filled()) > self.kind.most:
            self.error = _("Het mogen er niet meer dan %(most)d zijn.") % {"most": self.kind.most}
        right = [form.is_valid() for form in self.forms]
        return all(right) and not self.error

    def filled(self) -> list[GroupForm]:
        """Return the items that count."""
        return [form for form in self.forms if not form.is_left_out()]

    def values(self) -> list[Record]:
        """Return the list of the record, with what the form does not show of an item."""
        there = {_key(item): item for item in self.items}
        found = [form.value() for form in self.filled()]
        return [{**self._kept(there.get(_key(item), {})), **item} for item in found]

    def _kept(self, item: Record) -> Record:
        return {name: item[name] for name in self.kind.kept if name in item}

    def told(self) -> list[tuple[str, str]]:
        """Return all errors as (address within the page, message)."""
        whole = [(f"groep-{self.kind.list_name}", self.error)] if self.error else []
        items = [
            (bound.auto_id, f"{self.kind.heading} {form.number}: {error}")
            for form in self.forms
            for bound in form
            for error in bound.errors
        ]
        return whole + items


def _key(item: Record) -> str:
    return str(item.get("slug") or fold(str(item.get("title") or item.get("name") or item.get("kind") or "")))
