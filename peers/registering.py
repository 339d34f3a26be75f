"""What this app fills in of the places that the site and the registry leave open; called when the apps are ready."""

from peers import navigation, sitemaps
from peers.parts import people
from peers.search import experts
from peers.services import profile_subjects
from peers.services.demo import demo_people
from peers.views import expert_hits
from projects import hooks as pages
from projects import sitemaps as all_sitemaps
from projects.search import facets, kinds
from projects.services.review import subjects
from projects.views import search_groups
from vindplaats import hooks


def profiles() -> None:
    """Let people be found: in their own list, in everything, on the pages of what they know of."""
    for facet in experts.FACETS:
        facets.register(facet)
    kinds.register(experts.EXPERTS)
    search_groups.register(expert_hits.GROUP)
    hooks.navigation.register(navigation.main_menu)
    hooks.demo_people.register(demo_people)
    all_sitemaps.register("experts", sitemaps.ExpertSitemap, "peers:profile_list")
    subjects.register("peers:profile_detail", profile_subjects.subject_of)
    pages.theme_page.register(people.of_theme)
    pages.region_page.register(people.of_region)
    pages.project_page.register(people.of_project)
    pages.institute_page.register(people.of_institute)
    pages.comparable_page.register(people.to_ask)
