"""Why a result is there, in words that a visitor reads."""

from projects.models import Project
from projects.search.engine import Answer
from projects.search.reasons import How, Reason

MOST_TOLD = 6
"""Words of a question that are told about; a longer one is explained well enough by these."""


def explain(projects: list[Project], answer: Answer) -> list[Project]:
    """Give each project `why`: what it holds of the question, and `lacks`: the words that it does not hold."""
    if not answer.question.text.strip():
        return projects
    told = answer.why(project.pk for project in projects)
    asked = [concept.word for concept in sorted(answer.concepts, key=lambda one: -one.weight)]
    for project in projects:
        reasons = told.get(project.pk, [])
        held = {reason.word for reason in reasons}
        project.why = [_shown(reason) for reason in reasons[:MOST_TOLD]]
        project.lacks = [word for word in asked if word not in held][:MOST_TOLD]
    return projects


def _shown(reason: Reason) -> dict[str, str]:
    """Return what the template tells; how the two belong together is a word that it looks for."""
    form = reason.form.removesuffix("…") if reason.how == How.LONGER else reason.form
    return {"word": reason.word, "form": form, "how": reason.how}
