"""Why a result is there, in words that a visitor reads."""

from django.utils.translation import gettext as _

from projects.models import Project
from projects.search.engine import Answer
from projects.search.forms import LONGER
from projects.search.reasons import How, Reason

MOST_TOLD = 6
"""Words of a question that are told about; a longer one is explained well enough by these."""


def explain(projects: list[Project], answer: Answer) -> list[Project]:
    """Give each project `why`: what it holds of the question, and `lacks`: the words that it does not hold."""
    if not answer.question.text.strip():
        return projects
    told = answer.why(project.pk for project in projects)
    asked = [concept.word for concept in sorted(answer.concepts, key=lambda one: -one.weight)]
    # The same few sentences stand under most results.
    sentences: dict[Reason, str] = {}
    for project in projects:
        reasons = told.get(project.pk, [])
        held = {reason.word for reason in reasons}
        project.why = [sentences.get(one) or sentences.setdefault(one, _sentence(one)) for one in reasons[:MOST_TOLD]]
        project.lacks = [word for word in asked if word not in held][:MOST_TOLD]
    return projects


def _sentence(reason: Reason) -> str:
    """Return a reason in words: the form that was found, and how it belongs to the word that was asked for."""
    return _wording(reason.how) % {"word": reason.word, "form": reason.form.removesuffix(LONGER)}


def _wording(how: How) -> str:
    match how:
        case How.TYPED:
            return _("‘%(word)s’ staat erin")
        case How.READ_AS:
            return _("‘%(form)s’ staat erin; zo lazen wij ‘%(word)s’")
        case How.PART:
            return _("‘%(form)s’ staat erin, een deel van ‘%(word)s’")
        case How.ALL_PARTS:
            return _("De delen van ‘%(word)s’ staan er los in (%(form)s)")
        case How.LONGER:
            return _("Een woord met ‘%(form)s’ staat erin, dat lijkt op ‘%(word)s’")
        case _:
            return _("‘%(form)s’ staat erin, een ander woord voor ‘%(word)s’")
