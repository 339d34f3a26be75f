"""What becomes of a text before it is indexed or asked: folded words, their stems, and the parts of compounds."""

import re
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from Stemmer import Stemmer

from projects.search.compounds import known_parts, parts
from vindplaats.text import clean, fold

WORD = re.compile(r"[^\W_]+")
MAX_QUERY_CHARACTERS = 400
LONGEST_WORD = 60
INFLECTED_ADJECTIVE = re.compile("(?<=..)a([lmr])e$")
PLURALS = ("en", "s")
SHORTEST_SINGULAR = 4
# PostgreSQL keeps at most 256 positions of a lexeme and none above 16,383.
MOST_POSITIONS, LAST_POSITION = 250, 16_000
PART_WEIGHT = {"A": "B", "B": "D", "C": "D", "D": "D"}
"""A part of a compound counts less than the word itself: a title's part as a summary's word, others least."""
DATA = Path(__file__).parent / "data"


def _listed(name: str) -> frozenset[str]:
    return frozenset((DATA / name).read_text(encoding="utf-8").split())


FILLER, STOP_WORDS = _listed("filler.txt"), _listed("stopwords.txt")


@lru_cache(maxsize=200_000)
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
    return [match.group()[:LONGEST_WORD] for match in WORD.finditer(fold(clean(text)))]


def query_words(text: str) -> list[str]:
    """Return the words to look for, each once, without stop words unless there is nothing else."""
    found = list(dict.fromkeys(words(text)))
    return [word for word in found if word not in STOP_WORDS] or found


def vector(texts: dict[str, str]) -> str:
    """Return the tsvector (as PostgreSQL reads it) of texts by weight A to D: stems with their places, and parts."""
    places: dict[str, list[str]] = defaultdict(list)
    place = 0
    for weight, text in sorted(texts.items()):
        for word in words(text):
            place = min(place + 1, LAST_POSITION)
            if word not in STOP_WORDS:
                places[stem(word)].append(f"{place}{weight}")
                for part in parts(word):
                    places[stem(part)].append(f"{place}{PART_WEIGHT[weight]}")
        place = min(place + 10, LAST_POSITION)  # a phrase does not run from one text into the next
    return " ".join(f"'{one}':{','.join(where[:MOST_POSITIONS])}" for one, where in places.items())


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer:
    return Stemmer("dutch")
