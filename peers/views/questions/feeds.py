"""An Atom feed of any list of questions: the same search in the address, newest first. It names no people."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from peers.filters.questions import QuestionFilterSet
from peers.models import Question
from peers.views.questions.loading import load_questions
from vindplaats.markdown import plain
from vindplaats.text import clean

ENTRIES = 50


class QuestionFeed(Feed):
    """The newest questions that answer the search."""

    feed_type = Atom1Feed

    @method_decorator(require_safe)
    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer a GET; the feed reads as Atom 1.0 (RFC 4287)."""
        response = super().__call__(request, *args, **kwargs)
        response["Content-Type"] = "application/atom+xml; charset=utf-8"
        return response

    def get_object(self, request: HttpRequest) -> QuestionFilterSet:
        """Return the search in the address."""
        data = request.GET.copy()
        data["sort"] = "newest"
        filterset = QuestionFilterSet(data)
        filterset.address = request.GET.urlencode()
        return filterset

    def title(self, filterset: QuestionFilterSet) -> str:
        """Return what the feed is of."""
        text = filterset.answer.question.text
        return _("Vindplaats: vragen over %(text)s") % {"text": text} if text else _("Vindplaats: vragen")

    def link(self, filterset: QuestionFilterSet) -> str:
        """Return the page with the same results."""
        return self._address("peers:question_list", filterset)

    def feed_url(self, filterset: QuestionFilterSet) -> str:
        """Return the address of the feed itself."""
        return self._address("peers:question_feed", filterset)

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

    def _address(self, name: str, filterset: QuestionFilterSet) -> str:
        return f"{reverse(name)}?{filterset.address}" if filterset.address else reverse(name)


question_feed = login_not_required(QuestionFeed())
