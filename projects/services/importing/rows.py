"""One row of a file on its way in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from projects.models import Institute, Project


@dataclass(slots=True)
class RawRow:
    """A row as the file has it; `problems` are (field, reason) that make it unreadable."""

    line: int
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    """A row whose values are sound by themselves; terms and places are ids. The rest is what becomes of it."""

    line: int
    id: str
    values: dict[str, Any]
    problems: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)
    project: Project = field(default_factory=Project)
    is_new: bool = True
    institutes: dict[str, Institute] = field(default_factory=dict)
    """The institutes that the row means, by the place in the row: 'institute', 'partners.2.institute'."""
    changed: set[str] = field(default_factory=set)
    """The columns of `project` that are to be written."""
    outcome: str = ""

    def fresh(self) -> "Row":
        """Return the row as it was before anything was tried with it."""
        return Row(self.line, self.id, self.values)

    def references(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Give what the row says of institutes, with the place in the row."""
        if reference := self.values.get("institute"):
            yield "institute", reference
        for number, partner in enumerate(self.values.get("partners", ()), 1):
            if reference := partner.get("institute"):
                yield f"partners.{number}.institute", reference


class Source(Protocol):
    """A file that was found readable from beginning to end."""

    flat: bool
    """Whether the fields of groups are columns."""
    count: int
    """How many rows there are."""
    unknown: list[str]
    """Columns that mean nothing here."""

    def __iter__(self) -> Iterator[RawRow]:
        """Give each row."""

    def close(self) -> None:
        """Let go of what was kept on disk; the file itself is the caller's."""
