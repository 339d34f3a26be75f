"""What a report about a page of a question is about."""

from django.urls import reverse

from peers.models import Question
from projects.services.review.subjects import Subject


def subject_of(slug: str) -> Subject | None:
    """Return the subject; None for what does not stand on the site, of which the form may not tell the title."""
    question = Question.objects.published().filter(slug=slug).first()
    if question is None:
        return None
    url = reverse("admin:peers_question_change", args=[question.pk])
    return Subject(question.title, language=question.language, admin_url=url)
