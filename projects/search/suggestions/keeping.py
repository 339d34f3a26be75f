"""Keep the table of suggestions equal to the registry, in the transaction of the change.

What a project brings to light (its themes, its institute) is there at once. How often things are used, and which are no
longer used by any project, follows at the next `rebuild`: counting at each change would make all writers wait for each
other at the rows of the busiest themes.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import QuerySet, Value

from projects.models import Project
from projects.search import statements
from projects.search.analysis import STOP_WORDS, words
from projects.search.models import SearchSuggestion
from projects.search.relations import links_of
from projects.search.statements import Statement
from projects.search.suggestions.sources import SOURCES, Entry, Source, project_entries, some_projects

BATCH = 2000
MOST_STARTS = 12
"""Of one name: nobody begins to type a title at its thirteenth word."""
LONGEST_START = 60
LONGEST_LABEL = 300
WRITE = """
    INSERT INTO search_searchsuggestion
        (kind, object_id, number, tier, start, is_first, label, label_en, also, language, slug, weight)
    SELECT * FROM json_to_recordset(%s) AS row(
        kind text, object_id bigint, number int, tier int, start text, is_first bool, label text, label_en text,
        also text, language text, slug text, weight int)
    ON CONFLICT DO NOTHING
"""
UNKNOWN = """
    SELECT kind, object_id FROM ({found}) AS found(kind, object_id) WHERE NOT EXISTS (
        SELECT 1 FROM search_searchsuggestion known
        WHERE known.kind = found.kind AND known.object_id = found.object_id AND known.number = 0)
"""


class Row(NamedTuple):
    """A row of the table."""

    kind: str
    object_id: int
    number: int
    tier: int
    start: str
    is_first: bool
    label: str
    label_en: str
    also: str
    language: str
    slug: str
    weight: int


def renew(kind: str, pks: Iterable[int]) -> None:
    """Make, renew or remove the suggestions of these things; unknown kinds have none.

    Call it in the transaction of the change. With a project comes what it is about, if that was not known yet.
    """
    if source := SOURCES.get(kind):
        pks = list(pks)
        if source.model is Project:
            _renew_projects(source, pks)
        else:
            _write(source, source.entries(pks), statements.rows(_there(kind), pks))


def _renew_projects(source: Source, pks: Collection[int]) -> None:
    asks = _unknown(tuple(SOURCES))
    own, there, unknown = statements.together((some_projects(), pks), (_there(source.kind), pks), (asks, pks))
    entries = list(project_entries(own))
    _write(source, entries, there)
    if len(entries) < len(set(pks)):
        # Nothing comes to light of one that is not published.
        unknown = statements.rows(asks, [entry.object_id for entry in entries])
    for kind in {kind for kind, _pk in unknown}:
        renew(kind, [pk for its, pk in unknown if its == kind])


def rebuild(progress: Callable[[int], object] = lambda done: None) -> int:
    """Renew all suggestions, a batch a transaction, and return of how many things; `progress` gets each batch's."""
    done = 0
    for source in SOURCES.values():
        entries = iter(source.entries(None))
        there: set[int] = set()
        while batch := list(islice(entries, BATCH)):
            with transaction.atomic():
                _write(source, batch, statements.rows(_there(source.kind), {entry.object_id for entry in batch}))
            there.update(entry.object_id for entry in batch)
            progress(len(batch))
        SearchSuggestion.objects.filter(kind=source.kind).exclude(object_id__in=there).delete()
        done += len(there)
    SearchSuggestion.objects.exclude(kind__in=SOURCES).delete()
    return done


def _write(source: Source, entries: Iterable[Entry], rows_there: statements.Rows) -> None:
    """Write what differs from the rows that are there of some things; what has no entry loses its rows."""
    wanted, there = {row for entry in entries for row in rows(source, entry)}, set(rows_there)
    changed = {row[1] for row in wanted ^ there}
    if changed & {row[1] for row in there}:
        SearchSuggestion.objects.filter(kind=source.kind, object_id__in=changed).delete()
    fresh = [row._asdict() for row in sorted(wanted) if row.object_id in changed]
    if fresh:
        with connection.cursor() as cursor:
            cursor.execute(WRITE, [json.dumps(fresh, ensure_ascii=False)])


@cache
def _there(kind: str) -> Statement:
    """Return the statement that reads the rows of some things of a kind."""
    found = SearchSuggestion.objects.filter(kind=kind, object_id__in=statements.wanted())
    return statements.written(found.values_list(*Row._fields))


@cache
def _unknown(kinds: tuple[str, ...]) -> Statement:
    """Return the statement that asks what projects are about and is not in the table."""
    first, *others = [_links(kind, path) for kind in kinds for path in SOURCES[kind].paths]
    found = statements.written(first.union(*others))
    return Statement(UNKNOWN.format(found=found.text), found.parameters)


def _links(kind: str, path: str) -> QuerySet:
    """Return what a path leads to from projects; from the table of links on, without that of projects."""
    name, _, rest = path.partition("__")
    links, owner, target = links_of(Project, name)
    end = "__".join(filter(None, (target, rest)))
    found = links._default_manager.filter(**{f"{owner}__in": statements.wanted(), f"{end}__isnull": False})
    return found.order_by().values_list(Value(kind), end)


def rows(source: Source, entry: Entry) -> Iterator[Row]:
    """Return the rows of a thing: one for each telling word of each of its names."""
    label, label_en = entry.name[:LONGEST_LABEL], entry.name_en[:LONGEST_LABEL]
    number = 0
    for name in dict.fromkeys((label, label_en, *entry.others)):
        for start, is_first in starts(name):
            also = "" if name == label else name
            yield Row(
                source.kind,
                entry.object_id,
                number,
                source.tier,
                start,
                is_first,
                label,
                label_en,
                also,
                entry.language,
                entry.slug,
                entry.weight,
            )
            number += 1


def starts(name: str) -> list[tuple[str, bool]]:
    """Return the folded name from each word on, and whether that is its beginning, articles and the like apart."""
    found = words(name)[: MOST_STARTS * 2]
    telling = [place for place, word in enumerate(found) if word not in STOP_WORDS] or [0]
    places = dict.fromkeys((0, *telling))
    return [(" ".join(found[place:])[:LONGEST_START], place <= telling[0]) for place in places if found][:MOST_STARTS]
