"""What becomes of a text before it is indexed or asked: folded words, without the ones that say nothing."""

import re

from vindplaats.text import clean, fold

WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
MAX_QUERY_CHARACTERS = 400
MAX_QUERY_WORDS = 24
# Question words and filler that people type around what they look for; the stop words of the index are PostgreSQL's.
FILLER = frozenset(
    "aan al als bij dan dat de der deze die dit doen door een en er ergens ervaring ervaringen gaat goed haar hebben heeft "
    "hem het hij hoe hun iemand iets ik in is jullie kan kunnen maar meer met mijn moet naar nog of om ons onze ook op over "
    "project projecten te tegen toe tot uit van veel voor waar wat we welke wel wie wij willen worden wordt zijn zo zonder "
    "a an and are for from how in is it of on or the to what where which who with".split()
)


def words(text: str) -> list[str]:
    """Return the folded words of `text`, in order."""
    return [match.group() for match in WORD.finditer(fold(clean(text)))]


def query_words(text: str) -> list[str]:
    """Return the words to look for: folded, each once, without filler unless there is nothing else."""
    found = list(dict.fromkeys(words(text[:MAX_QUERY_CHARACTERS])))
    telling = [word for word in found if word not in FILLER]
    return (telling or found)[:MAX_QUERY_WORDS]
