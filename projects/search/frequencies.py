"""In how many documents a form occurs: rare words say more than common ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from django.core.cache import cache
from django.db import connection

from projects.search import generation

COUNTED_TO = 5_000
"""A word in more documents than this says so little that it makes no difference how many."""
KEPT_SECONDS = 3600


@dataclass(frozen=True)
class Frequencies:
    """How many documents there are, and how many hold each form (a tsquery)."""

    total: int
    numbers: dict[str, int]

    def occurs(self, form: str) -> bool:
        """Whether any document holds it."""
        return self.numbers[form] > 0

    def rarity(self, form: str) -> float:
        """Return the inverse document frequency, as in BM25 (Robertson and Zaragoza 2009): never below zero."""
        number = min(self.numbers[form], self.total)
        return log(1 + (self.total - number + 0.5) / (number + 0.5))


def frequencies(forms: Iterable[str], *, kind: str) -> Frequencies:
    """Return the frequencies of these forms among documents of `kind`; kept until the index changes."""
    forms = list(dict.fromkeys(forms))
    prefix = f"search-frequency:{generation.current()}:{kind}:"
    keys = {form: prefix + form.encode().hex() for form in ("", *forms)}
    kept = cache.get_many(keys.values())
    missing = [form for form in forms if keys[form] not in kept]
    if missing or prefix not in kept:
        counted, total = _count(missing, kind)
        fresh = {keys[form]: number for form, number in {**counted, "": total}.items()}
        cache.set_many(fresh, KEPT_SECONDS)
        kept |= fresh
    return Frequencies(kept[prefix], {form: kept[keys[form]] for form in forms})


def _count(queries: list[str], kind: str) -> tuple[dict[str, int], int]:
    each = """
        SELECT query, (SELECT count(*) FROM (SELECT 1 FROM search_searchdocument
            WHERE kind = %(kind)s AND vector @@ to_tsquery('simple', query) LIMIT %(most)s) hits)
        FROM unnest(%(queries)s::text[]) query
    """
    with connection.cursor() as cursor:
        cursor.execute(each, {"queries": queries, "kind": kind, "most": COUNTED_TO})
        counted = dict(cursor.fetchall())
        cursor.execute("SELECT count(*) FROM search_searchdocument WHERE kind = %s", [kind])
        return counted, cursor.fetchone()[0]
