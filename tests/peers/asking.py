"""What tests of questions share."""

from peers.models import Question
from projects.search.indexing import index
from tests import factories

ASK = "/vragen/stellen/"


def filled(**other):
    """Return what somebody sends to put a question on the site."""
    given = {"titel": "Hoe kreeg u de nachtdienst mee?", "tekst": "Wij beginnen met beeldzorg.", "taal": "nl"}
    return given | {"stap": "plaats"} | other


def question(**given) -> Question:
    """Make a question that can be found."""
    made = factories.QuestionFactory(**given)
    index("question", [made.pk])
    return made


def answered(**given):
    """Make a question that can be found with an answer; return the answer."""
    made = factories.AnswerFactory(**given)
    made.question.first_answer_at = made.created_at
    made.question.save()
    index("question", [made.question.pk])
    return made


def place(answer, act):
    """Return the address at which something is done with an answer."""
    return f"/vragen/{answer.question.slug}/antwoorden/{answer.pk}/{act}/"
