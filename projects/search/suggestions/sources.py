"""What is suggested: each kind of thing with its names and how often published projects have it.

A kind of another app plugs in with `register(Source(...))` in its AppConfig.ready().
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from django.db.models import Count, Model, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from projects.models import (
    Application,
    Condition,
    Institute,
    Programme,
    Project,
    Sector,
    TargetGroup,
    Technology,
    Theme,
)
from projects.search import statements
from projects.search.statements import Statement

TERMS, NAMES, TITLES = 0, 1, 2
"""The tiers, in the order in which they are shown. Each is read up to its own limit, so that none hides another."""
Pks = Collection[int] | None


@dataclass(frozen=True)
class Entry:
    """One thing to suggest: its name in Dutch or in `language`, in English, and other words that lead to it."""

    object_id: int
    name: str
    slug: str
    name_en: str = ""
    language: str = "nl"
    others: tuple[str, ...] = ()
    weight: int = 0
    """How many published projects have it, when it was last counted; more comes first."""


@dataclass(frozen=True)
class Source:
    """A kind of thing to suggest."""

    kind: str
    label: Promise
    model: type[Model]
    tier: int
    entries: Callable[[Pks], Iterable[Entry]]
    """Gives those of the things with these ids that are published; all for None."""
    paths: tuple[str, ...] = ()
    """How a project leads to things of this kind: what a project brings to light is suggested from then on."""
    facet: str = ""
    """The facet of projects that it is a choice of."""
    by_facet: bool = False
    """Whether its name is no text to search for: too long, or not the words of those who write about projects."""
    page: str = ""
    """The name of the address of its page; without one it is something to search for."""
    shown: Callable[[], QuerySet] | None = field(default=None)
    """Which of them have a page now, where that can change without a word to this package."""


SOURCES: dict[str, Source] = {}


def register(source: Source) -> None:
    """Add a kind, or put it in the place of the one with that name."""
    SOURCES[source.kind] = source


def kind_of(model: type[Model]) -> str:
    """Return the kind that things of `model` are suggested as; empty when they are not."""
    return next((source.kind for source in SOURCES.values() if source.model is model), "")


def _projects(pks: Pks) -> Iterator[Entry]:
    found = _all_projects().iterator(chunk_size=2000) if pks is None else statements.rows(some_projects(), pks)
    return project_entries(found)


def project_entries(found: Iterable[Sequence[Any]]) -> Iterator[Entry]:
    """Give the entries of projects, of which `found` are the rows of `some_projects`."""
    for pk, title, slug, language in found:
        yield Entry(pk, title, slug, language=language)


def _all_projects() -> QuerySet:
    return Project.objects.published().values_list("pk", "title", "slug", "language")


@cache
def some_projects() -> Statement:
    """Return the statement that reads what is suggested of some published projects."""
    return statements.written(_all_projects().filter(pk__in=statements.wanted()))


def _terms(model: type[Model], paths: tuple[str, ...], others: str, pks: Pks) -> Iterator[Entry]:
    counts = _counts(paths, pks)
    for term in model.objects.filter(pk__in=counts):
        more = tuple(getattr(term, others)) if others else ()
        yield Entry(term.pk, term.name, term.slug, name_en=term.name_en, others=more, weight=counts[term.pk])


def _institutes(pks: Pks) -> Iterator[Entry]:
    counts = _counts(("institute",), pks)
    institutes = Institute.objects.shown() if pks is None else Institute.objects.shown().filter(pk__in=pks)
    for pk, name, slug, language in institutes.values_list("pk", "name", "slug", "language"):
        yield Entry(pk, name, slug, language=language, weight=counts[pk])


def _counts(paths: tuple[str, ...], pks: Pks) -> Counter[int]:
    """Return how many published projects lead to each thing, those without any left out."""
    counts: Counter[int] = Counter()
    for path in paths:
        which = {f"{path}__isnull": False} if pks is None else {f"{path}__in": pks}
        projects = Project.objects.published().filter(**which)
        counts.update(dict(projects.order_by().values_list(path).annotate(Count("pk", distinct=True))))
    return counts


def _term(kind: str, label: Promise, model: type[Model], facet: str, *paths: str, others: str = "", **how: Any) -> None:
    entries = partial(_terms, model, paths, others)
    register(Source(kind, label, model, how.pop("tier", TERMS), entries, paths, facet, **how))


_term("theme", _("Thema"), Theme, "thema", "theme_links__tag", "theme_links__tag__parent")
_term("condition", _("Aandoening"), Condition, "aandoening", "conditions", others="synonyms")
_term("target_group", _("Doelgroep"), TargetGroup, "doelgroep", "target_groups")
_term("sector", _("Sector"), Sector, "sector", "sectors", by_facet=True)
_term("technology", _("Technologie"), Technology, "technologie", "technology_links__tag", others="aliases")
_term("application", _("Toepassing"), Application, "toepassing", "applications")
_term("programme", _("Programma"), Programme, "programma", "programme_links__programme", tier=NAMES, by_facet=True)
register(
    Source(
        "institute",
        _("Instelling"),
        Institute,
        NAMES,
        _institutes,
        ("institute",),
        page="projects:institute_detail",
        shown=Institute.objects.shown,
    )
)
register(Source("project", _("Project"), Project, TITLES, _projects, page="projects:project_detail"))
