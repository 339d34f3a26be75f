"""When a document answers a text: it holds enough of what is asked, all that is quoted, nothing that is excluded."""

import numpy as np

from projects.search.concepts import Meaning
from projects.search.forms import Form
from projects.search.phrases import MOST_QUOTED
from projects.search.scoring import Scores, least_coverage, together
from projects.search.sources import Source


def least(concepts: int) -> np.float32:
    """Return the coverage below which a document is no answer to so many concepts."""
    return np.float32(least_coverage(concepts) - 1e-6)


def answering(scores: Scores, concepts: int, meaning: Meaning, source: Source) -> np.ndarray:
    """Return whether each document of which there are scores answers."""
    mask = (scores.score > 0) & (scores.coverage >= least(concepts))
    for form in meaning.required:
        mask &= _standing(form, meaning, source, len(mask))
    for form in meaning.excluded:
        mask &= ~_standing(form, meaning, source, len(mask))
    return mask


def _standing(form: Form, meaning: Meaning, source: Source, size: int) -> np.ndarray:
    read = source.read(form.stems)
    found = together([read[stem] for stem in form.stems])
    if form.distances and found.number:
        found = source.together(form, found, most=MOST_QUOTED // len(meaning.required))
    mask = np.zeros(size, bool)
    mask[found.places] = True
    return mask
