"""Questions that are too long, too broad or no question at all: none may take long."""

import random

from benchmarks.searching import lexicon, questions


def texts() -> dict[str, str]:
    """Return what is asked, by the name that is shown."""
    rng = random.Random(5)  # noqa: S311 - nothing secret
    broadest = questions.broad(60)
    return {
        "400 words": " ".join(lexicon.some(rng, 400)),
        "400 rare words": " ".join(lexicon.between(rng, 5_000, 60_000) for _ in range(400)),
        "100 kB": " ".join(lexicon.some(rng, 14_000))[:100_000],
        "100 kB, one word": "zorg" * 25_000,
        "60 broadest words": " ".join(broadest),
        "broad words apart": " ".join(f'"{one} {other}"' for one, other in zip(broadest, broadest[1:], strict=False)),
        "all but broad": f"{broadest[0]} " + " ".join(f"-{word}" for word in broadest[1:]),
        "only stop words": f"{lexicon.FUNCTION_WORDS} " * 20,
        "one letter words": "a b c d e f g h i j k l m n o p q r s t u v w x y z " * 10,
        "letters that begin all": "zo be aan ver ont voor",
        "tsquery": "(zorg & !wijk) | 'huis':*A <-> <3> :* & ! ((",
        "quotes left open": '"zorg in de wijk \'en "thuis',
        "misspelt": "valpreventiee telemonitorring hartvalen wijkverpleegkundge rolstoell skolling",
        "nobody's words": " ".join("".join(rng.choices("bcdfgaeiou", k=12)) for _ in range(60)),
        "other scripts": "健康 здоровье صحة υγεία ఆరోగ్యం 🏥 " * 20,
        "signs": "%_\\'\";--/*<script>&amp;{{7*7}}${x}\u202e" * 10,
    }
