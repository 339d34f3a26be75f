"""What moderators should look at in what members write: what may be about a person, and what was asked already."""

from difflib import SequenceMatcher

from peers.models import Answer, FollowUp, Question
from peers.search.alike import alike
from projects.search.analysis import STOP_WORDS, stem, words
from projects.services.review import personal_data
from projects.services.review.cases import open_case
from projects.services.review.flags import DUPLICATE
from vindplaats.text import fold

QUESTION, ANSWER, FOLLOW_UP = "question", "answer", "follow_up"
"""The kinds of cases in the moderators' queue."""
ALIKE_TITLE, ALIKE_TEXT = 0.85, 0.5
"""From 0 to 1: the share of letters (Ratcliff and Obershelp) and of words (Jaccard) from which two are likely one."""
LOOKED_AT = 5


def look_at_question(question: Question) -> None:
    """Put a question in the moderators' queue when it may tell about a person, or may have been asked before."""
    flags = personal_data.kinds_in(f"{question.title}\n{question.text}")
    if possible_doubles(question):
        flags.add(DUPLICATE)
    if flags:
        open_case(kind=QUESTION, object_id=question.pk, title=question.title, flags=flags)


def look_at_text(written: Answer | FollowUp) -> None:
    """Put an answer or a follow-up in the queue when it may tell about a person."""
    question = written.question if isinstance(written, Answer) else written.answer.question
    kind = ANSWER if isinstance(written, Answer) else FOLLOW_UP
    if flags := personal_data.kinds_in(written.text):
        open_case(kind=kind, object_id=written.pk, title=question.title, flags=flags)


def possible_doubles(question: Question) -> list[Question]:
    """Return at most five other questions on the site that probably ask the same, the likeliest first."""
    found = alike(f"{question.title}\n{question.text}", most=LOOKED_AT, without=[question.pk]).questions
    same = Question.objects.published().filter(title__iexact=question.title).exclude(pk=question.pk)[:LOOKED_AT]
    others = {one.pk: one for one in [*same, *Question.objects.published().filter(pk__in=found)]}
    likely = [(likeness(question, one), one) for one in others.values()]
    likely.sort(key=lambda pair: (-pair[0], pair[1].pk))
    return [one for share, one in likely if share][:LOOKED_AT]


def likeness(one: Question, other: Question) -> float:
    """Return from 0 to 1 how much two questions are alike; 0 when not enough to be the same."""
    titles = SequenceMatcher(None, fold(one.title), fold(other.title)).ratio()
    told, told_there = _told(one), _told(other)
    texts = len(told & told_there) / len(told | told_there) if told | told_there else 0.0
    return max(titles, texts) if titles >= ALIKE_TITLE or texts >= ALIKE_TEXT else 0.0


def _told(question: Question) -> set[str]:
    return {stem(word) for word in words(f"{question.title} {question.text}") if word not in STOP_WORDS}
