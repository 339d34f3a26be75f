"""An Atom feed of any list of questions: the same search in the address, newest first. It names no people."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.utils.translation import gettext as _

from peers.filters.questions import QuestionFilterSet
from peers.models import Question
from peers.views.questions.loading import load_questions
from projects.views.feeds import ENTRIES, ResultFeed
from vindplaats.markdown import plain
from vindplaats.text import clean


class QuestionFeed(ResultFeed):
    """The newest questions that answer the search."""

    filterset_class = QuestionFilterSet
    list_name, feed_name = "peers:question_list", "peers:question_feed"

    def title(self, filterset: QuestionFilterSet) -> str:
        """Return what the feed is of."""
        text = filterset.answer.question.text
        return _("Vindplaats: vragen over %(text)s") % {"text": text} if text else _("Vindplaats: vragen")

    def subtitle(self, filterset: QuestionFilterSet) -> str:
        """Return one sentence about the feed."""
        return _("Nieuwe vragen van mensen in de zorg bij deze zoekopdracht.")

    def items(self, filterset: QuestionFilterSet) -> list[Question]:
        """Return the newest answers to the search."""
        return load_questions(filterset.answer.ids(0, ENTRIES))

    def item_title(self, item: Question) -> str:
        """Return the question."""
        return clean(item.title)

    def item_description(self, item: Question) -> str:
        """Return what is told with it, as text."""
        return clean(plain(item.text))

    def item_pubdate(self, item: Question) -> Any:
        """Return when it was asked."""
        return item.created_at

    def item_updateddate(self, item: Question) -> Any:
        """Return when something was last said."""
        return item.updated_at

    def item_author_name(self, item: Question) -> str:
        """Return the site: who asked is on the page, and may be nobody's business."""
        return "Vindplaats"

    def item_categories(self, item: Question) -> list[str]:
        """Return the themes."""
        return item.theme_labels


question_feed = login_not_required(QuestionFeed())
