"""The kinds of things that wait for a moderator. An app adds its own by registering them when it is ready.

A kind says how to find the thing, what its page shows and what can be decided; the queue itself knows none of them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from projects.models import ReviewCase
from projects.states import Outcome


class Asked(Enum):
    """Whether a decision goes with a text to whoever brought the thing."""

    NOT = "not"
    MAY = "may"
    MUST = "must"


@dataclass(frozen=True)
class Decision:
    """Something that can be decided: its name in the form, its button, what it means, and the service that does it.

    `carry_out` is called with the thing, `by=`, `reason=` (the text, when it is asked) and what `form` asks. It closes
    the case itself, in its own transaction, and raises Refused.
    """

    name: str
    label: Any
    meaning: Any
    carry_out: Callable[..., Any]
    text: Asked = Asked.MAY
    form: Callable[..., Any] | None = None
    """Makes the form of what else is asked, from the thing, `data=` and `initial=`; None when nothing is."""
    is_main: bool = False
    """The one that a moderator wants most often."""


@dataclass(frozen=True)
class Kind:
    """A kind of case. `load` gives the thing, or None when it is gone; `template` shows what `context` gives."""

    name: str
    label: Any
    load: Callable[[int], Any]
    template: str
    context: Callable[[ReviewCase, Any], dict[str, Any]]
    decisions: Callable[[Any], Sequence[Decision]]
    outcomes: Mapping[str, Any] = field(default_factory=dict)
    """What outcomes are called where 'approved' is not the word."""
    in_bulk: Sequence[Decision] = ()
    """What is safe to decide on many at once, from their titles alone and without a text."""
    version: Callable[[Any], int] = lambda thing: 0
    """How often the thing was changed, so that nobody decides on what they have not read."""
    sender: Any = ""
    """Who gets the text of a decision, in words; empty when there is nobody to send it to."""

    def decision(self, thing: Any, name: str) -> Decision | None:
        """Return the decision of this name, when it can be taken about this thing."""
        return next((one for one in self.decisions(thing) if one.name == name), None)


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a kind; a second one of the same name takes its place."""
    _kinds[kind.name] = kind


def find(name: str) -> Kind | None:
    """Return the kind of this name; None when nobody registered it (any more)."""
    return _kinds.get(name)


def all_() -> list[Kind]:
    """Return all kinds, in the order in which they were registered."""
    return list(_kinds.values())


def label_of(name: str) -> str:
    """Return what a kind is called; its own name when nobody registered it."""
    kind = find(name)
    return str(kind.label) if kind else name


def outcome_label(case: ReviewCase) -> str:
    """Return in words how a case ended."""
    kind = find(case.kind)
    own = kind.outcomes.get(case.outcome) if kind else None
    return str(own or Outcome(case.outcome).label)
