"""Projects that a visitor chooses in a list, to compare: they travel in the address, as `vergelijk=slug`."""

from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from projects.models import Project
from projects.views.chosen import MOST_BESIDE, settle, slugs_in

PICK = "vergelijk"


@dataclass
class Pick:
    """A chosen project."""

    project: Project
    remove_url: str


class Picks:
    """What is chosen in the address of a list, and the addresses that choose more or less."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        asked = slugs_in(request, PICK, most=MOST_BESIDE)
        public = Project.objects.published().only("slug", "title", "language")
        found, _unknown = settle(asked, lambda some: public.filter(slug__in=some))
        self.slugs = [project.slug for project in found]
        self.chosen = [Pick(project, self._url(without=project.slug)) for project in found]

    @cached_property
    def full(self) -> bool:
        """Whether no more can be chosen."""
        return len(self.slugs) >= MOST_BESIDE

    @cached_property
    def add_url(self) -> str:
        """The address that chooses one more, up to where its slug comes."""
        return f"?{self._with(self.slugs + ['']).urlencode()}"

    @property
    def clear_url(self) -> str:
        """The address of the same list with nothing chosen."""
        return self._address(self._with([]))

    @property
    def compare_url(self) -> str:
        """The address that compares what is chosen."""
        return f"{reverse('projects:project_compare')}?{urlencode({'p': self.slugs}, doseq=True)}"

    def mark(self, projects: list[Project]) -> list[Project]:
        """Tell each project on a page how it is chosen or let go."""
        remove = {pick.project.slug: pick.remove_url for pick in self.chosen}
        for project in projects:
            project.unpick_url = remove.get(project.slug, "")
        return projects

    def _url(self, *, without: str) -> str:
        return self._address(self._with([slug for slug in self.slugs if slug != without]))

    def _with(self, slugs: list[str]) -> QueryDict:
        params = self.request.GET.copy()
        params.pop(PICK, None)
        # At the end, so that the address of one more only needs its slug behind it.
        if slugs:
            params.setlist(PICK, slugs)
        return params

    def _address(self, params: QueryDict) -> str:
        return f"{self.request.path}?{params.urlencode()}" if params else self.request.path
