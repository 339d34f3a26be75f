"""What this app fills in of the places that the site and the registry leave open; called when the apps are ready."""

from peers import hooks as own_pages
from peers import navigation, sitemaps
from peers.filters import finders as own_finders
from peers.parts import entrances, following, people
from peers.parts import questions as question_parts
from peers.search import experts
from peers.search import questions as question_search
from peers.services import profile_subjects, terms
from peers.services.demo import demo_people
from peers.services.questions import lessons, question_subjects
from peers.views import expert_hits
from peers.views.questions import loading
from projects import hooks as pages
from projects import sitemaps as all_sitemaps
from projects.filters import finders
from projects.search import demand, facets, kinds
from projects.services.review import subjects
from projects.services.review.flags import FLAGS
from projects.views import search_groups
from vindplaats import hooks


def profiles() -> None:
    """Let people be found: in their own list, in everything, on the pages of what they know of."""
    for facet in experts.FACETS:
        facets.register(facet)
    kinds.register(experts.EXPERTS)
    search_groups.register(expert_hits.GROUP)
    finders.register(own_finders.EXPERTS)
    hooks.navigation.register(navigation.main_menu)
    hooks.demo_people.register(demo_people)
    all_sitemaps.register("experts", sitemaps.ExpertSitemap, "peers:profile_list")
    subjects.register("peers:profile_detail", profile_subjects.subject_of)
    pages.entrances.register(entrances.to_people)
    pages.theme_page.register(people.of_theme)
    pages.sector_page.register(people.of_sector)
    pages.condition_page.register(people.of_condition)
    pages.region_page.register(people.of_region)
    pages.project_page.register(people.of_project)
    pages.institute_page.register(people.of_institute)
    pages.comparable_page.register(people.to_ask)


def questions() -> None:
    """Let questions be found: in their own list, in everything, on the pages of what they are about."""
    for facet in question_search.FACETS:
        facets.register(facet)
    kinds.register(question_search.QUESTIONS)
    demand.register("question", navigation.QUESTIONS)
    search_groups.register(
        search_groups.Group("question", "vragen", navigation.QUESTIONS, loading.of_questions, "peers:question_list")
    )
    finders.register(own_finders.QUESTIONS)
    all_sitemaps.register("questions", sitemaps.QuestionSitemap, "peers:question_list")
    subjects.register("peers:question_detail", question_subjects.subject_of)
    pages.stands_in.register(terms.stands_in)
    FLAGS[lessons.NOBODY] = lessons.NOBODY_LABEL
    pages.theme_page.register(question_parts.of_theme)
    pages.sector_page.register(question_parts.of_sector)
    pages.condition_page.register(question_parts.of_condition)
    pages.institute_page.register(question_parts.of_institute)
    pages.project_page.register(question_parts.of_project)
    pages.lesson_marks.register(question_parts.of_lessons)
    pages.ways_on.register(question_parts.ways_on)
    own_pages.question_page.register(following.on_question)
