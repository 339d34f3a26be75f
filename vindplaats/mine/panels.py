"""What a person sees under `/mijn/`: panels that each app fills by the hook `mine`."""

import datetime
from dataclasses import dataclass, field, replace
from typing import Self


@dataclass(frozen=True)
class Item:
    """One line of a panel; `waits` says that something is expected of the person."""

    label: str
    url: str
    status: str = ""
    since: datetime.datetime | None = None
    waits: bool = False
    lang: str = ""
    """The language of the label, when that is not the language of the page."""


@dataclass(frozen=True)
class Panel:
    """A list under a heading, with what to do when it is empty. Panels stand in the order of `position`."""

    key: str
    title: str
    items: list[Item] = field(default_factory=list)
    empty: str = ""
    actions: list[tuple[str, str]] = field(default_factory=list)
    """(label, address) of what can be started from here."""
    position: int = 100

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing to show under the heading."""
        return not (self.items or self.empty or self.actions)

    def without_waiting(self) -> Self:
        """Return the panel without the items that stand on top of the page already."""
        left = [item for item in self.items if not item.waits]
        return replace(self, items=left, empty=self.empty if len(left) == len(self.items) else "")
