"""One section of a text as a form: what stands in the record, and back."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from django import forms

from projects.forms.writing.fields import ChecksField, OptionGroup
from projects.forms.writing.groups import GroupForm, Groups
from projects.models import Project

Record = dict[str, Any]
MOST_KEPT = 60_000
"""Characters that are kept of a text that is too long to be right; a form cannot send much more."""


class SectionForm(forms.Form):
    """The form of one section. Fields are called as in the record.

    `loose`: what is required may be empty, and a text that is not right yet is kept as it was typed.
    """

    group_kinds: ClassVar[tuple[type[GroupForm], ...]] = ()
    examples: ClassVar[Mapping[str, Any]] = {}
    """By field: an example that can be unfolded."""
    when: ClassVar[Mapping[str, str]] = {}
    """By field: 'other field=value', for which a script shows it; without a script it is always there."""

    def __init__(
        self, data: Any = None, *, content: Record, project: Project, loose: bool = False, more: str = ""
    ) -> None:
        self.content, self.project, self.loose = content, project, loose
        super().__init__(data, initial=self.initial_of(content), label_suffix="")
        for name, groups in self.offered().items():
            self.fields[name].offer(groups, self.initial.get(name) or [])
        self.groups = [
            Groups(
                kind, data, content.get(kind.list_name) or [], more=more == kind.list_name, loose=loose, project=project
            )
            for kind in self.group_kinds
        ]

    def initial_of(self, content: Record) -> Record:
        """Return what the fields hold at first."""
        return {name: content[name] for name in self.base_fields if content.get(name) is not None}

    def offered(self) -> dict[str, list[OptionGroup]]:
        """Return what can be chosen, for each field with a long list."""
        return {}

    def full_clean(self) -> None:
        """Check; when loose, without asking for what is missing."""
        needed = [one for one in self.fields.values() if one.required]
        for one in needed:
            one.required = not self.loose
        super().full_clean()
        for one in needed:
            one.required = True

    def is_valid(self) -> bool:
        """Tell whether the fields and all groups are right."""
        return all([super().is_valid(), *(group.is_valid() for group in self.groups)])

    def values(self) -> Record:
        """Return the fields of the record, of a text that is not right yet what was typed."""
        found = {name: value for name in self.fields if (value := self._value(name)) is not None}
        return {**self.to_record(found), **{group.kind.list_name: group.values() for group in self.groups}}

    def to_record(self, found: Record) -> Record:
        """Return the values as they stand in a record."""
        return found

    def _value(self, name: str) -> Any:
        if name in self.cleaned_data:
            return self.cleaned_data[name]
        typed = self.data.get(self.add_prefix(name), "")
        return typed[:MOST_KEPT] if isinstance(self.fields[name], forms.CharField) else None

    def rows(self) -> Iterator[dict[str, Any]]:
        """Give each field with its groups of options, if it has those, and its example."""
        for bound in self:
            groups = bound.field.shown(bound.value()) if isinstance(bound.field, ChecksField) else []
            yield {
                "field": bound,
                "groups": groups,
                "chosen": sum(group.chosen for group in groups),
                "example": self.examples.get(bound.name, ""),
                "when": self.when.get(bound.name, ""),
            }

    def told(self) -> list[tuple[str, str]]:
        """Return all errors as (address within the page, message), in the order of the page."""
        own = [("", error) for error in self.non_field_errors()] if self.is_bound else []
        fields = [(bound.auto_id, error) for bound in self for error in bound.errors]
        return own + fields + [told for group in self.groups for told in group.told()]
