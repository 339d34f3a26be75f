"""What becomes of a text before it is indexed or asked: folded words, their stems, and the parts of compounds."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from Stemmer import Stemmer

from projects.search.compounds import known_parts, parts
from vindplaats.text import clean, fold

WORD = re.compile(r"[^\W_]+")
LONGEST_WORD = 60
INFLECTED_ADJECTIVE = re.compile("(?<=..)a([lmr])e$")
PLURALS = ("en", "s")
SHORTEST_SINGULAR = 4
# PostgreSQL keeps at most 256 positions of a lexeme and none above 16,383.
MOST_POSITIONS, LAST_POSITION = 250, 16_000
PART_WEIGHT = {"A": "B", "B": "D", "C": "D", "D": "D"}
"""A part of a compound counts less than the word itself: a title's part as a summary's word, others least."""
WORTH = {"A": 3.0, "B": 1.5, "C": 1.0, "D": 0.6}
"""How often a word in a text of this weight counts: once in a title as three times in the body."""
PART_SHARE = 0.5
"""What a part of a compound counts of the word itself."""
DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Analysed:
    """Texts as the index holds them."""

    vector: str
    """A tsvector as PostgreSQL reads it: stems with their places, by which phrases are found."""
    frequencies: dict[str, float]
    """How often each stem occurs, weighed by where."""
    length: float
    """The sum of the frequencies: the length by which BM25 tempers them."""
    words: frozenset[str]
    """The folded words themselves, those that say little too."""


def listed(name: str) -> frozenset[str]:
    """Return the words of a list that ships."""
    return frozenset((DATA / name).read_text(encoding="utf-8").split())


FILLER, STOP_WORDS = listed("filler.txt"), listed("stopwords.txt")


@lru_cache(maxsize=30_000)
def stem(word: str) -> str:
    """Return the stem of a folded word (Kraaij and Pohlmann 1994): 'ziekenhuizen' and 'ziekenhuis' are one.

    Where the rules leave no word that is known, a plain plural is tried first: they make 'sensoor' of 'sensoren', leave
    'robots' as it is, and take the s of 'fiets' for a plural. They do not know that 'eenzame' is 'eenzaam'.
    """
    found = _stemmer().stemWord(INFLECTED_ADJECTIVE.sub(r"aa\1", word))
    if found in known_parts():
        return _without_plural_s(found)
    if word == f"{found}s" and word in known_parts():
        return word
    singular = next((word.removesuffix(end) for end in PLURALS if word.endswith(end)), "")
    return stem(singular) if singular in known_parts() else found


def _without_plural_s(word: str) -> str:
    """Return 'robot' for 'robots': the form that more compounds are made with."""
    singular = word.removesuffix("s")
    known = known_parts()
    return singular if len(singular) > SHORTEST_SINGULAR and known.get(singular, 0) > known[word] else word


def words(text: str) -> list[str]:
    """Return the folded words of `text`, in order; what no word is long enough for is cut."""
    return [found for word in WORD.findall(clean(text)) if (found := folded(word))]


@lru_cache(maxsize=30_000)
def folded(word: str) -> str:
    """Return a word without accents and capitals, up to where no word is longer; never with a space in it.

    A sign that stands for words, such as U+FDFA, falls apart into these: they become one.
    """
    return "".join(fold(word).split())[:LONGEST_WORD]


@lru_cache(maxsize=50_000)
def stems_of(word: str) -> tuple[str, ...]:
    """Return the stem of a word, and those of its parts when it is a compound."""
    return (stem(word), *(stem(part) for part in parts(word)))


def analyse(texts: dict[str, str]) -> Analysed:
    """Return stems with places and frequencies of texts by weight A to D."""
    seen: set[str] = set()
    places: dict[str, list[str]] = defaultdict(list)
    frequencies: dict[str, float] = defaultdict(float)
    place = 0
    for weight, text in sorted(texts.items()):
        part_weight, worth = PART_WEIGHT[weight], WORTH[weight]
        in_order = words(text)
        seen.update(in_order)
        for word in in_order:
            place = place + 1 if place < LAST_POSITION else place
            if word in STOP_WORDS:
                continue
            own, *its_parts = stems_of(word)
            places[own].append(f"{place}{weight}")
            frequencies[own] += worth
            for part in its_parts:
                places[part].append(f"{place}{part_weight}")
                frequencies[part] += worth * PART_SHARE
        place = min(place + 10, LAST_POSITION)  # a phrase does not run from one text into the next
    # Letters and digits only, which a tsvector takes without quotation marks.
    vector = " ".join(f"{one}:{','.join(where[:MOST_POSITIONS])}" for one, where in places.items())
    # A float also without any word: a list of both cannot be sent to the database.
    return Analysed(vector, dict(frequencies), float(sum(frequencies.values())), frozenset(seen))


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer:
    return Stemmer("dutch")
