"""The vocabulary and the map of the country, read once for an import: from the words of a file to ids."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext as _

from projects.models import (
    Application,
    Condition,
    Gemeente,
    GemeenteAlias,
    Programme,
    ProgrammeLine,
    Region,
    Sector,
    TargetGroup,
    Theme,
)
from projects.services.exchange.nearest import hint
from projects.services.exchange.reading import Reading, shown
from vindplaats.text import fold


@dataclass
class Terms:
    """Words that a file may use, and the ids that they stand for. `names` are folded names, for the hint."""

    ids: dict[str, int]
    names: dict[str, str] = field(default_factory=dict)
    hints_left: int = 1_000
    """Looking for the most alike word takes milliseconds; a file of nothing but unknown words gets no more."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All known words, in a fixed order."""
        return tuple(sorted(self.ids))

    def find(self, words: Iterable[str], place: str, reading: Reading) -> list[int]:
        """Return the ids of `words`; those that are not known go to `reading`."""
        found = []
        for word in words:
            if word in self.ids:
                found.append(self.ids[word])
            else:
                self.unknown(word, place, reading)
        return found

    def unknown(self, word: str, place: str, reading: Reading) -> None:
        """Add the error that `word` is not known, with the one that is most like it."""
        self.hints_left -= 1
        known = {"word": shown(word), "hint": hint(word, self.words, self.names) if self.hints_left >= 0 else ""}
        reading.wrong(place, _("“%(word)s” is niet bekend.%(hint)s") % known)


class Places(Terms):
    """Municipalities, under the name of Statistics Netherlands, their code, or an alias; folded."""

    def __init__(self) -> None:
        aliases = GemeenteAlias.objects.values_list("name", "gemeente_id")
        ids = {fold(name): pk for name, pk in aliases}
        for pk, code, name in Gemeente.objects.values_list("pk", "code", "name"):
            ids |= {fold(code): pk, fold(name): pk}
        super().__init__(ids)

    def find(self, words: Iterable[str], place: str, reading: Reading) -> list[int]:
        """Return the ids of the municipalities, each once."""
        found = []
        for word in words:
            pk = self.ids.get(fold(word))
            if pk is None:
                self.unknown(word, place, reading)
            else:
                found.append(pk)
        return list(dict.fromkeys(found))


def _terms(model: type) -> Terms:
    rows = list(model.objects.values_list("slug", "pk", "name"))
    return Terms({slug: pk for slug, pk, _name in rows}, {fold(name): slug for slug, _pk, name in rows})


def _regions() -> Terms:
    """Regions as slug@first-day-of-the-scheme, and as slug alone for the newest scheme that has it."""
    ids = {}
    rows = Region.objects.order_by("scheme__valid_from", "scheme_id", "pk").values_list(
        "pk", "slug", "scheme__valid_from"
    )
    for pk, slug, valid_from in rows:
        ids |= {f"{slug}@{valid_from.isoformat()}": pk, slug: pk}
    return Terms(ids)


class Known:
    """All that a row may refer to and that an import never makes."""

    def __init__(self) -> None:
        self.terms = {
            "themes": _terms(Theme),
            "sectors": _terms(Sector),
            "target_groups": _terms(TargetGroup),
            "conditions": _terms(Condition),
            "applications": _terms(Application),
            "gemeenten": Places(),
            "regions": _regions(),
        }
        programmes = list(Programme.objects.values_list("external_id", "pk", "name"))
        self.programmes = Terms(
            {id_: pk for id_, pk, _name in programmes}, {fold(name): id_ for id_, _pk, name in programmes}
        )
        self.lines: dict[int, Terms] = {}
        for pk, programme, name in ProgrammeLine.objects.values_list("pk", "programme_id", "name"):
            self.lines.setdefault(programme, Terms({})).ids[name] = pk

    def gemeente_of(self, place: str) -> int | None:
        """Return the municipality that `place` is or lies in, where that is known."""
        return self.terms["gemeenten"].ids.get(fold(place)) if place else None
