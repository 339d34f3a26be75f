"""An Atom feed of any result list: the same question in the address, newest first.

Texts are cleaned once more, since XML refuses a control character, and one of them would take the whole feed away.
"""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from projects.filters.projects import ProjectFilterSet
from projects.models import Project
from projects.views.loading import load_projects
from vindplaats.markdown import plain
from vindplaats.text import clean

ENTRIES = 50


class ProjectFeed(Feed):
    """The newest projects that answer the question."""

    feed_type = Atom1Feed

    @method_decorator(require_safe)
    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer a GET; the feed reads as Atom 1.0 (RFC 4287)."""
        response = super().__call__(request, *args, **kwargs)
        response["Content-Type"] = "application/atom+xml; charset=utf-8"
        return response

    def get_object(self, request: HttpRequest) -> ProjectFilterSet:
        """Return the question in the address."""
        data = request.GET.copy()
        data["sort"] = "newest"
        filterset = ProjectFilterSet(data)
        filterset.address = request.GET.urlencode()
        return filterset

    def title(self, filterset: ProjectFilterSet) -> str:
        """Return what the feed is of."""
        text = filterset.answer.question.text
        return _("Vindplaats: projecten over %(text)s") % {"text": text} if text else _("Vindplaats: projecten")

    def link(self, filterset: ProjectFilterSet) -> str:
        """Return the page with the same results."""
        return self._address("projects:project_list", filterset)

    def feed_url(self, filterset: ProjectFilterSet) -> str:
        """Return the address of the feed itself."""
        return self._address("projects:project_feed", filterset)

    def subtitle(self, filterset: ProjectFilterSet) -> str:
        """Return one sentence about the feed."""
        return _("Nieuw gepubliceerde zorgprojecten bij deze zoekopdracht.")

    def items(self, filterset: ProjectFilterSet) -> list[Project]:
        """Return the newest answers."""
        return load_projects(filterset.answer.ids(0, ENTRIES))

    def item_title(self, item: Project) -> str:
        """Return the project's title."""
        return clean(item.title)

    def item_description(self, item: Project) -> str:
        """Return the project's summary, as text."""
        return clean(plain(item.summary))

    def item_pubdate(self, item: Project) -> Any:
        """Return when the project appeared."""
        return item.published_at

    def item_updateddate(self, item: Project) -> Any:
        """Return when the project last changed."""
        return item.updated_at

    def item_author_name(self, item: Project) -> str:
        """Return the institute; a feed without an author is not valid Atom."""
        return clean(item.institute.name) if item.institute else "Vindplaats"

    def item_categories(self, item: Project) -> list[str]:
        """Return the themes."""
        return item.theme_labels

    def _address(self, name: str, filterset: ProjectFilterSet) -> str:
        return f"{reverse(name)}?{filterset.address}" if filterset.address else reverse(name)


project_feed = login_not_required(ProjectFeed())
