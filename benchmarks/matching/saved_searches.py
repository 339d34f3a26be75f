"""Searches as people keep them, of each finder: a theme, a region, some words, combinations; the same for a seed."""

import random
from urllib.parse import urlencode

from benchmarks import words
from benchmarks.synthetic import read_column

PHASES = ["pilot", "implementation", "embedded", "exploration", "scaling", "idea", "stopped"]
SHORT = ("{}", "{}", "{} {}", "{} {}", "{} {} {}")
FRAMES = (*SHORT, '"{} {}"', "{} -{}", "{}{}", "{} voor {} in de zorg", "hoe {} bij {}")

ALL_THAT_IS_NEW = 0.01
"""The share of people who want to hear of everything."""
OF_PROJECTS = ("thema", "regio", "sector", "aandoening", "doelgroep", "fase", "lessen")
FACETS = {
    "project": OF_PROJECTS,
    "lesson": ("les", "thema", "sector", "fase", "regio", "aandoening", "doelgroep"),
    "resource": ("hulpmiddel", "thema", "sector", "aandoening", "doelgroep"),
    "decision_aid": ("doelgroep",),
    "question": ("thema", "onbeantwoord", "aandoening"),
    "expert": ("wie", "aanbod", "thema", "regio", "ruimte"),
}
"""What people choose in each finder."""
HOW_MANY = {"project": 50, "lesson": 15, "resource": 12, "decision_aid": 3, "question": 12, "expert": 8}
"""Of a hundred searches, how many are of each finder."""


class Maker:
    """Makes searches; `regions` are slugs that exist."""

    def __init__(self, regions: list[str], *, seed: int = 5) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - nothing secret
        self.facets = {
            "thema": read_column("vocabulary/themes.csv", "slug"),
            "regio": regions,
            "sector": read_column("vocabulary/sectors.csv", "slug"),
            "aandoening": read_column("vocabulary/conditions.csv", "slug"),
            "doelgroep": read_column("vocabulary/target_groups.csv", "slug"),
            "fase": PHASES,
            "lessen": ["ja"],
            "les": ["pitfall", "success", "tip"],
            "hulpmiddel": ["toolkit", "decision_aid", "report", "guideline"],
            "onbeantwoord": ["ja"],
            "wie": ["professional", "director", "experience"],
            "aanbod": ["think_along", "advice", "presentation"],
            "ruimte": ["ja"],
        }
        people, results = words.PEOPLE.split(), words.RESULTS.replace("|", " ").split()
        self.words = [*words.THINGS.split(), *words.DOING.split(), *people, *results, *self._terms()]

    def of_any_finder(self) -> tuple[str, str]:
        """Return the name of a finder, and a search of it as it is kept."""
        [name] = self.rng.choices(list(HOW_MANY), HOW_MANY.values())
        return name, self.search(FACETS[name])

    def search(self, facets: tuple[str, ...] = OF_PROJECTS) -> str:
        """Return one search, as it is kept."""
        rng, given = self.rng, {}
        if rng.random() < ALL_THAT_IS_NEW:
            return ""
        if rng.random() < 0.6:
            given["q"] = self._text()
        number = rng.choice([0, 1, 1, 2]) if given else rng.choice([1, 2, 2, 3])
        for name in rng.sample(facets, min(number, len(facets))):
            given[name] = rng.choices(self.facets[name], k=rng.choice([1, 1, 1, 2]))
        return urlencode(sorted(given.items()), doseq=True)

    def _text(self) -> str:
        frame = self.rng.choice(FRAMES)
        text = frame.format(*self.rng.choices(self.words, k=frame.count("{}")))
        return self._misspelt(text) if self.rng.random() < 0.05 else text

    def _misspelt(self, text: str) -> str:
        at = self.rng.randrange(len(text))
        return text[:at] + text[at + 1 :]

    def _terms(self) -> list[str]:
        names = [*read_column("vocabulary/conditions.csv", "name_nl"), *read_column("vocabulary/themes.csv", "name_nl")]
        return [word.lower().strip("(),") for name in names for word in name.split()]
