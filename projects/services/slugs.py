"""Slugs: short names for addresses, made from titles, each used once."""

import re
from collections.abc import Collection, Iterable

from django.db import models
from django.utils.text import slugify

from vindplaats.text import fold

ROOM_FOR_NUMBER = 8


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
        in_use = self._model.objects.filter(slug__in=wanted).values_list("slug", flat=True) if wanted else []
        return (wanted & self._reserved) | set(in_use)

    def allocate(
        self, texts: list[str], *, wishes: list[str] | None = None, claimed: Collection[str] = ()
    ) -> list[str]:
        """Return a free slug for each text, in order; a wish that is free goes before what the text gives.

        `claimed` are slugs that others are about to use. Two queries for all, and one for each stem that needs its
        first number.
        """
        wishes = wishes or [""] * len(texts)
        bases = [
            wish or slug_for(text, limit=self._limit, fallback=self._fallback)
            for wish, text in zip(wishes, texts, strict=True)
        ]
        taken = self.taken(bases) | set(claimed)
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
        if stem not in self._last_number:
            self._last_number[stem] = self._highest_number(stem)
        while True:
            self._last_number[stem] += 1
            slug = f"{stem}-{self._last_number[stem]}"
            if slug not in taken:
                return slug

    def _highest_number(self, stem: str) -> int:
        ending = re.compile(re.escape(stem) + r"-([0-9]{1,7})")
        found = self._model.objects.filter(slug__startswith=f"{stem}-").values_list("slug", flat=True)
        return max((int(match[1]) for slug in found.iterator() if (match := ending.fullmatch(slug))), default=1)
