"""The kinds of objects that can be found. An app adds one of its own by registering it when it is ready."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet

from projects.search.coverage import RegionMap
from projects.search.document import Document


@dataclass(frozen=True)
class Kind:
    """How objects of a kind become documents.

    `documents` gives those of the published ones among some ids, and with them those of all that follows these: kinds
    that hang on this one and have its facets, such as the lessons of a project.
    """

    name: str
    published: Callable[[], QuerySet]
    documents: Callable[[Sequence[int], RegionMap], Iterable[Document]]
    leader: str = ""
    """The kind that this one follows; it is indexed together with that one."""
    following: Callable[[Sequence[int]], Sequence[int]] = field(default=lambda leaders: [])
    """The ids of this kind that hang on some ids of its leader."""
    beside: Callable[[Sequence[int]], dict[str, list[int]]] = field(default=lambda pks: {})
    """What else shows something of some ids of this kind, by kind: it is renewed with them."""

    def with_followers(self) -> Iterator[str]:
        """Give its own name and those of the kinds that follow it."""
        yield self.name
        yield from (other.name for other in _kinds.values() if other.leader == self.name)


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a kind; a second one of the same name takes its place."""
    _kinds[kind.name] = kind


def get(name: str) -> Kind:
    """Return the kind of this name; KeyError when nobody registered it."""
    return _kinds[name]


def names() -> list[str]:
    """Return the names of all kinds, in the order in which they were registered."""
    return list(_kinds)


def all_() -> list[Kind]:
    """Return all kinds."""
    return list(_kinds.values())
