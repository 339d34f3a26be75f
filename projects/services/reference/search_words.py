"""Synonyms and words that count for little in a question, from vocabulary/synonyms*.csv and what the search ships.

Words that are never indexed cannot be searched for, so those are not in the table: see projects/search/analysis.py.
"""

from projects.search.analysis import FILLER, STOP_WORDS
from projects.search.analysis import words as folded
from projects.search.models import StopWord, Synonym, SynonymGroup
from projects.services.reference.files import read_table
from projects.services.reference.loading import Loaded, Loader
from projects.states import LightWord, Origin


def load_search_words(loader: Loader) -> dict[str, Loaded]:
    """Load groups of synonyms, their words, and filler."""
    rows, shipped = read_table("vocabulary/synonyms.csv"), {"origin": Origin.SHIPPED}
    codes = dict.fromkeys(row["group_id"] for row in rows)
    loaded = {"synonym_groups": loader.load(SynonymGroup, ("code",), [{"code": code, **shipped} for code in codes])}
    ids = dict(SynonymGroup.objects.filter(code__in=codes).values_list("code", "pk"))
    careful = {tuple(folded(row["term"])) for row in read_table("vocabulary/synonyms_caution.csv")}
    synonyms = [
        {
            "group_id": ids[row["group_id"]],
            "term": row["term"],
            "strength": row["strength"],
            "careful": tuple(folded(row["term"])) in careful,
            **shipped,
        }
        for row in rows
        if row["group_id"] in ids
    ]
    loaded["synonyms"] = loader.load(Synonym, ("group_id", "term"), synonyms)
    filler = [{"word": word, "kind": LightWord.FILLER, **shipped} for word in sorted(FILLER - STOP_WORDS)]
    return loaded | {"stop_words": loader.load(StopWord, ("word",), filler)}
