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

from projects.filters.finder import FinderFilterSet
from projects.filters.lessons import LessonFilterSet
from projects.filters.projects import ProjectFilterSet
from projects.filters.resources import ResourceFilterSet
from projects.models import Lesson, Project, Resource
from projects.views.loading import load_lessons, load_projects, load_resources
from vindplaats.markdown import plain
from vindplaats.text import clean

ENTRIES = 50


class ResultFeed(Feed):
    """The newest answers of a finder."""

    feed_type = Atom1Feed
    filterset_class: type[FinderFilterSet]
    list_name, feed_name = "", ""
    """The names of the page with the same results, and of the feed."""

    @method_decorator(require_safe)
    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer a GET; the feed reads as Atom 1.0 (RFC 4287)."""
        response = super().__call__(request, *args, **kwargs)
        response["Content-Type"] = "application/atom+xml; charset=utf-8"
        return response

    def get_object(self, request: HttpRequest) -> FinderFilterSet:
        """Return the question in the address."""
        data = request.GET.copy()
        data["sort"] = "newest"
        filterset = self.filterset_class(data)
        filterset.address = request.GET.urlencode()
        return filterset

    def link(self, filterset: FinderFilterSet) -> str:
        """Return the page with the same results."""
        return self._address(self.list_name, filterset)

    def feed_url(self, filterset: FinderFilterSet) -> str:
        """Return the address of the feed itself."""
        return self._address(self.feed_name, filterset)

    def _address(self, name: str, filterset: FinderFilterSet) -> str:
        return f"{reverse(name)}?{filterset.address}" if filterset.address else reverse(name)


class ProjectFeed(ResultFeed):
    """The newest projects that answer the question."""

    filterset_class = ProjectFilterSet
    list_name, feed_name = "projects:project_list", "projects:project_feed"

    def title(self, filterset: ProjectFilterSet) -> str:
        """Return what the feed is of."""
        text = filterset.answer.question.text
        return _("Vindplaats: projecten over %(text)s") % {"text": text} if text else _("Vindplaats: projecten")

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


class LessonFeed(ResultFeed):
    """The lessons of the newest projects that answer the question."""

    filterset_class = LessonFilterSet
    list_name, feed_name = "projects:lesson_list", "projects:lesson_feed"

    def title(self, filterset: LessonFilterSet) -> str:
        """Return what the feed is of."""
        text = filterset.answer.question.text
        return _("Vindplaats: lessen over %(text)s") % {"text": text} if text else _("Vindplaats: lessen")

    def subtitle(self, filterset: LessonFilterSet) -> str:
        """Return one sentence about the feed."""
        return _("Lessen uit nieuw gepubliceerde zorgprojecten bij deze zoekopdracht.")

    def items(self, filterset: LessonFilterSet) -> list[Lesson]:
        """Return the newest answers."""
        return load_lessons(filterset.answer.ids(0, ENTRIES))

    def item_title(self, item: Lesson) -> str:
        """Return what kind of lesson it is, and its title."""
        return clean(f"{item.get_kind_display()}: {item.title}")

    def item_description(self, item: Lesson) -> str:
        """Return what helps, or else what happened, as text."""
        return clean(plain(item.advice or item.situation))

    def item_pubdate(self, item: Lesson) -> Any:
        """Return when its project appeared."""
        return item.project.published_at

    def item_updateddate(self, item: Lesson) -> Any:
        """Return when its project last changed."""
        return item.project.updated_at

    def item_author_name(self, item: Lesson) -> str:
        """Return the institute; a feed without an author is not valid Atom."""
        return clean(item.project.institute.name) if item.project.institute else "Vindplaats"


class ResourceFeed(ResultFeed):
    """The newest resources that answer the question."""

    filterset_class = ResourceFilterSet
    list_name, feed_name = "projects:resource_list", "projects:resource_feed"

    def title(self, filterset: ResourceFilterSet) -> str:
        """Return what the feed is of."""
        text = filterset.answer.question.text
        return _("Vindplaats: hulpmiddelen over %(text)s") % {"text": text} if text else _("Vindplaats: hulpmiddelen")

    def subtitle(self, filterset: ResourceFilterSet) -> str:
        """Return one sentence about the feed."""
        return _("Nieuwe hulpmiddelen bij deze zoekopdracht.")

    def items(self, filterset: ResourceFilterSet) -> list[Resource]:
        """Return the newest answers."""
        return load_resources(filterset.answer.ids(0, ENTRIES))

    def item_title(self, item: Resource) -> str:
        """Return what kind of resource it is, and its title."""
        return clean(f"{item.get_kind_display()}: {item.title}")

    def item_description(self, item: Resource) -> str:
        """Return its summary, as text."""
        return clean(plain(item.summary))

    def item_pubdate(self, item: Resource) -> Any:
        """Return when it appeared here, by itself or with its project."""
        return item.published_at or (item.project.published_at if item.project else item.created_at)

    def item_updateddate(self, item: Resource) -> Any:
        """Return when it last changed."""
        return item.updated_at

    def item_author_name(self, item: Resource) -> str:
        """Return whose it is."""
        return clean(item.owner) or "Vindplaats"


project_feed, lesson_feed = login_not_required(ProjectFeed()), login_not_required(LessonFeed())
resource_feed = login_not_required(ResourceFeed())
