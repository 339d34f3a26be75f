"""Find what to suggest for what is typed so far: names of which a word begins so, else the nearest names.

Each tier is read up to a limit, so that the work is bounded however much begins with "zorg".
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import connection

from projects.search.analysis import words
from projects.search.suggestions.sources import NAMES, SOURCES, TERMS, TITLES, Source
from vindplaats.text import fold, uncapitalised

MOST = 8
SHARES = {TERMS: 4, NAMES: 2, TITLES: 2}
"""How many of each tier, when all have enough; what one leaves the others fill, the first tier first."""
LIMITS = {TERMS: 300, NAMES: 120, TITLES: 60}
SHORTEST, LONGEST = 2, 60
SHORTEST_GUESS = 4
MOST_NEAR = 150
"""Names that are looked at for a guess. Terms stand first in the table; of what thousands are called, some will do."""
MOST_ADDED = 3
"""Words of a term that is put behind what was typed already."""
COLUMNS = "kind, object_id, tier, is_first, label, label_en, also, language, slug"
# In the order of the index, which is not that of the database's collation: else all that fits would be sorted first.
TIER = """
    (SELECT * FROM search_searchsuggestion WHERE tier = {tier} AND start LIKE %(pattern)s
    ORDER BY start USING ~<~ LIMIT {limit})
"""
# The operator of pg_trgm takes what is alike for 0.6 at least; in the index stand the tiers before the titles.
LIKE = """
    SELECT *, word_similarity(%(typed)s, start) AS likeness FROM search_searchsuggestion
    WHERE tier < 2 AND start %%> %(typed)s LIMIT {limit}
"""
# A thing once, by the best of its names; then the best of each tier.
BEST = """
    SELECT {columns} FROM (
        SELECT *, row_number() OVER (
            PARTITION BY tier ORDER BY {order}, weight DESC, label, object_id DESC) AS nth
        FROM (SELECT DISTINCT ON (kind, object_id) * FROM ({found}) found ORDER BY kind, object_id, {order}) each_once
    ) ranked WHERE nth <= {most} ORDER BY tier, nth
"""
BY_BEGINNING = "(is_first AND start = %(typed)s) DESC, is_first DESC"


def _begins(tiers: Iterable[int]) -> str:
    found = " UNION ALL ".join(TIER.format(tier=tier, limit=LIMITS[tier]) for tier in tiers)
    return BEST.format(columns=COLUMNS, order=BY_BEGINNING, found=found, most=MOST)


BEGINS, TERM_BEGINS = _begins(LIMITS), _begins([TERMS])
NEAR = BEST.format(
    columns=COLUMNS,
    order="likeness DESC, is_first DESC",
    found=LIKE.format(limit=MOST_NEAR),
    most=MOST,
)


@dataclass(frozen=True)
class Suggestion:
    """Something to offer. `also` is the other name that it was found by, `before` what was typed in front of it."""

    kind: str
    object_id: int
    tier: int
    is_first: bool
    label: str
    label_en: str
    also: str
    language: str
    slug: str
    before: str = ""

    @property
    def is_translated(self) -> bool:
        """Whether it was found by its English name, where it has another in Dutch."""
        return bool(self.also) and self.also == self.label_en

    def text(self, language: str) -> str:
        """Return the name to show in `language`: the one that is typed, unless that is in the other language."""
        if language == "en" and self.label_en:
            return self.label_en
        name = self.label if self.is_translated else self.also or self.label
        return f"{self.before} {uncapitalised(name)}" if self.before else name

    def explanation(self, language: str) -> str:
        """Return the name that is typed when another one is shown, so that one sees why it is offered."""
        found_by = self.also or self.label
        return "" if fold(self.text(language)).endswith(fold(found_by)) else found_by

    def text_language(self, language: str) -> str:
        """Return the language of the name that is shown."""
        return "en" if language == "en" and self.label_en else self.language


def source_of(one: Suggestion) -> Source:
    """Return the kind of thing that it is."""
    return SOURCES[one.kind]


def suggest(typed: str, language: str = "nl") -> list[Suggestion]:
    """Return at most MOST suggestions: terms first, then institutes and programmes, then titles of projects."""
    found = words(typed[: 2 * LONGEST])
    text = " ".join(found)[:LONGEST]
    if len(text) < SHORTEST:
        return []
    offered = _beginning(text) or _ending(found) or _nearest(text)
    if language != "en":
        # 'val' is not the beginning of 'value', as long as it is the beginning of something in Dutch.
        offered = [one for one in offered if not one.is_translated] or offered
    return _shares(_with_page(_each_name_once(offered, language)))


def _beginning(text: str) -> list[Suggestion]:
    return _read(BEGINS, typed=text, pattern=f"{text}%")


def _ending(found: list[str]) -> list[Suggestion]:
    """Return terms that may follow what was typed: 'valpreventie oud' goes on as 'valpreventie ouderen'."""
    *before, last = found
    if not before or len(last) < SHORTEST:
        return []
    begun = _read(TERM_BEGINS, typed=last, pattern=f"{last}%")
    terms = [one for one in begun if one.is_first and not one.is_translated]
    short = [one for one in terms if (one.also or one.label).count(" ") < MOST_ADDED]
    return [replace(one, before=" ".join(before)) for one in short]


def _nearest(text: str) -> list[Suggestion]:
    return _read(NEAR, typed=text) if len(text) >= SHORTEST_GUESS else []


def _read(statement: str, **parameters: str) -> list[Suggestion]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return [one for row in cursor.fetchall() if (one := Suggestion(*row)).kind in SOURCES]


def _shares(found: list[Suggestion]) -> list[Suggestion]:
    """Return a part of each tier."""
    of_tier = {tier: [one for one in found if one.tier == tier] for tier in SHARES}
    room = MOST - sum(min(len(of_tier[tier]), share) for tier, share in SHARES.items())
    chosen = []
    for tier, share in SHARES.items():
        extra = min(room, max(len(of_tier[tier]) - share, 0))
        room -= extra
        chosen += of_tier[tier][: share + extra]
    return chosen


def _each_name_once(found: list[Suggestion], language: str) -> list[Suggestion]:
    """Keep the first of things that one searches for with the same words, such as a theme and a technology."""
    names: dict[tuple[str, str], Suggestion] = {}
    for one in found:
        key = (one.kind, one.slug) if SOURCES[one.kind].page else ("", fold(one.text(language)))
        names.setdefault(key, one)
    return list(names.values())


def _with_page(found: list[Suggestion]) -> list[Suggestion]:
    """Leave out what has lost its page since it was written down, such as an institute without projects."""
    gone = set()
    for kind in {one.kind for one in found}:
        if shown := SOURCES[kind].shown:
            ids = {one.object_id for one in found if one.kind == kind}
            there = shown().filter(pk__in=ids).values_list("pk", flat=True)
            gone |= {(kind, pk) for pk in ids - set(there)}
    return [one for one in found if (one.kind, one.object_id) not in gone]
