"""What search engines are told about a question, in the words of schema.org (QAPage); only what is on its page."""

from typing import Any

from django.http import HttpRequest

from peers.models import Answer, Question
from vindplaats.markdown import plain


def question_data(request: HttpRequest, question: Question, answers: list[Answer]) -> dict[str, Any]:
    """Return the page; `question` and `answers` know their names already, as `by`."""
    url = request.build_absolute_uri(question.get_absolute_url())
    accepted = [_answer(url, one) for one in answers if one.accepted_at]
    suggested = [_answer(url, one) for one in answers if not one.accepted_at]
    asked = {
        "@type": "Question",
        "name": question.title,
        "text": plain(question.text) or question.title,
        "url": url,
        "inLanguage": question.language,
        "answerCount": len(answers),
        "datePublished": question.created_at,
        "author": _person(question),
        "acceptedAnswer": accepted[0] if accepted else None,
        "suggestedAnswer": suggested,
    }
    return {"@type": "QAPage", "mainEntity": {name: value for name, value in asked.items() if value not in (None, [])}}


def _answer(url: str, answer: Answer) -> dict[str, Any]:
    return {
        "@type": "Answer",
        "text": plain(answer.text),
        "url": f"{url}#antwoord-{answer.pk}",
        "inLanguage": answer.language,
        "datePublished": answer.created_at,
        "upvoteCount": answer.thanks_count,
        "author": _person(answer),
    }


def _person(written: Question | Answer) -> dict[str, str]:
    return {"@type": "Person", "name": written.by.name}
