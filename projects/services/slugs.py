"""Slugs: short names for addresses, made from titles, each used once."""

from collections import Counter
from collections.abc import Collection, Iterable

from django.db import connection, models
from django.utils.text import slugify

from projects.models import FormerPlace, FormerSlug, Institute, Lesson, Project, Resource
from vindplaats.text import fold

ROOM_FOR_NUMBER = 8
FORMERLY: dict[type[models.Model], tuple[type[models.Model], str]] = {
    Project: (FormerSlug, "project"),
    Institute: (FormerSlug, "institute"),
    Lesson: (FormerPlace, "lesson"),
    Resource: (FormerPlace, "resource"),
}
"""What may have had another slug before: where that is kept, and by which field."""


def slug_for(text: str, *, limit: int, fallback: str) -> str:
    """Return a slug of at most `limit` characters with room for a number; `fallback` when no letter is left."""
    return slugify(fold(text))[: limit - ROOM_FOR_NUMBER].strip("-_") or fallback


class Slugs:
    """Gives out slugs of one model that nobody has yet. Knows what it gave out, so keep it for a whole run."""

    def __init__(self, model: type[models.Model], *, fallback: str, reserved: Collection[str] = ()) -> None:
        self._model = model
        self._limit = model._meta.get_field("slug").max_length
        self._fallback = fallback
        self._reserved = frozenset(reserved)
        self._last_number: dict[str, int] = {}

    def taken(self, slugs: Iterable[str]) -> set[str]:
        """Return which of `slugs` cannot be given out."""
        wanted = set(filter(None, slugs))
        if not wanted:
            return set()
        in_use = self._model.objects.filter(slug__in=wanted).order_by().values_list("slug", flat=True)
        if self._model in FORMERLY:
            in_use = in_use.union(self._former(wanted))
        return (wanted & self._reserved) | set(in_use)

    def _former(self, wanted: set[str]) -> models.QuerySet:
        """Return which of these slugs lead on to something that has another one now: those addresses stay its own."""
        kept_in, owner = FORMERLY[self._model]
        former = kept_in.objects.filter(slug__in=wanted, **{f"{owner}__isnull": False})
        return former.order_by().values_list("slug", flat=True)

    def allocate(
        self, texts: list[str], *, wishes: list[str] | None = None, claimed: Collection[str] = ()
    ) -> list[str]:
        """Return a free slug for each text, in order; a wish that is free goes before what the text gives.

        `claimed` are slugs that others are about to use. Three queries, however many texts there are.
        """
        wishes = wishes or [""] * len(texts)
        bases = [
            wish or slug_for(text, limit=self._limit, fallback=self._fallback)
            for wish, text in zip(wishes, texts, strict=True)
        ]
        taken = self.taken(bases) | set(claimed)
        self._find_numbers({base[: self._limit - ROOM_FOR_NUMBER] for base in _twice(bases) | (taken & set(bases))})
        slugs, numbered = [], {}
        for place, base in enumerate(bases):
            if base in taken:
                numbered[place] = base[: self._limit - ROOM_FOR_NUMBER]
            slugs.append(self._next(numbered[place], taken) if place in numbered else base)
            taken.add(slugs[place])
        self._replace_taken(slugs, numbered, taken)
        return slugs

    def _replace_taken(self, slugs: list[str], numbered: dict[int, str], taken: set[str]) -> None:
        """Number on where something in the database already has the slug: a title may end in a number itself."""
        while numbered:
            in_use = self.taken(slugs[place] for place in numbered)
            numbered = {place: stem for place, stem in numbered.items() if slugs[place] in in_use}
            for place, stem in numbered.items():
                slugs[place] = self._next(stem, taken)
                taken.add(slugs[place])

    def _next(self, stem: str, taken: set[str]) -> str:
        self._last_number.setdefault(stem, 1)
        while True:
            self._last_number[stem] += 1
            slug = f"{stem}-{self._last_number[stem]}"
            if slug not in taken:
                return slug

    def _find_numbers(self, stems: set[str]) -> None:
        """Remember the highest number in use behind each stem, so that the next ones need not be tried one by one."""
        new = [stem for stem in stems if stem not in self._last_number]
        if not new:
            return
        self._last_number |= dict.fromkeys(new, 1)
        # The operators are those of the index that Django makes for LIKE; ':' comes right after '9'.
        sql = f"""
            SELECT stem, max(substr(slug, length(stem) + 2)::int)
            FROM unnest(%s::text[]) AS stem
            JOIN {connection.ops.quote_name(self._model._meta.db_table)}
                ON slug ~>=~ (stem || '-0') AND slug ~<~ (stem || '-:')
            WHERE substr(slug, length(stem) + 2) ~ '^[0-9]{{1,6}}$'
            GROUP BY stem
        """  # noqa: S608 - the only part that is put in is the name of a table
        with connection.cursor() as cursor:
            cursor.execute(sql, [new])
            self._last_number |= dict(cursor.fetchall())


def _twice(slugs: list[str]) -> set[str]:
    return {slug for slug, count in Counter(slugs).items() if count > 1}
