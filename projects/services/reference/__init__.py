"""Reference data that ships: `load_reference` brings the database up to date with the files in projects/reference.

The files are the starting point and editors have the last word: what they changed or deleted stays that way.
"""

from django.db import transaction

from projects.models import Programme, Project
from projects.search import generation
from projects.search.indexing import index, rebuild
from projects.services.reference.loading import Loaded, Loader
from projects.services.reference.ownership import COMMAND
from projects.services.reference.programmes import load_programmes
from projects.services.reference.regions import load_regions
from projects.services.reference.replies import load_replies
from projects.services.reference.search_words import load_search_words
from projects.services.reference.vocabulary import load_vocabulary
from vindplaats.audit import acting

__all__ = ["Loaded", "load_reference"]


@transaction.atomic
def load_reference(*, overwrite: bool = False) -> dict[str, Loaded]:
    """Load all reference data and return what happened to each table; the search follows."""
    loader = Loader(overwrite)
    with acting(command=COMMAND):
        loaded = load_vocabulary(loader) | load_regions(loader) | load_programmes(loader)
        words = load_search_words(loader)
        replies = {"reply_templates": load_replies()}
    if _touched(loaded) or _touched(words):
        generation.advance_on_commit()
    # Words are for questions only: the documents do not hold them.
    if _touched(loaded) and Project.objects.published().exists():
        rebuild(lambda done: None)
    elif _touched(loaded):
        index("programme", list(Programme.objects.values_list("pk", flat=True)))
    return loaded | words | replies


def _touched(loaded: dict[str, Loaded]) -> bool:
    return any(table.touched for table in loaded.values())
