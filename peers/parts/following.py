"""The button to follow something, on the pages of the registry: who is logged in posts, others go by the login page."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peers import hooks as own_hooks
from peers.models import Follow, Question
from peers.services import unsubscribing
from peers.services.following import appearing, saving, stopping
from peers.services.following.things import FINDER, PROGRAMME, PROJECT, QUESTION, SEARCH
from peers.services.newsletter import subscribing
from peers.services.unreachable import mail_failed
from projects import hooks
from projects.filters import finders
from projects.filters.saved import LONGEST
from projects.hooks import Part
from projects.models import Condition, Programme, Project, Region, Sector, Theme
from vindplaats import hooks as site_hooks
from vindplaats.accounts.models import User

Visitor = User | AnonymousUser
POSITION = 10


def register() -> None:
    """Show the button on those pages, and hear of what appears and happens."""
    hooks.project_page.register(on_project)
    hooks.theme_page.register(on_theme)
    hooks.sector_page.register(on_sector)
    hooks.condition_page.register(on_condition)
    hooks.region_page.register(on_region)
    own_hooks.question_page.register(on_question)
    hooks.ways_on.register(ways_on)
    hooks.appeared.register(appearing.note)
    hooks.project_told.register(appearing.tell)
    hooks.programme_page.register(on_programme)
    hooks.programme_told.register(appearing.tell_of_programme)
    unsubscribing.register("newsletter", subscribing.STOPPER)
    unsubscribing.register("follow", stopping.FOLLOW)
    unsubscribing.register("digest", stopping.DIGEST)
    site_hooks.mail_failed.register(mail_failed)
    site_hooks.footer.register(in_footer)


def in_footer() -> list[tuple[Promise, str]]:
    """Give the way to the newsletter."""
    return [(gettext_lazy("Nieuwsbrief"), "peers:newsletter")]


def on_project(project: Project, user: Visitor) -> list[Part]:
    """Give the button on the page of a project."""
    followed = saving.of_project(user, project) if user.is_authenticated else None
    about = _("U hoort het als de stand van zaken verandert, of als er een les bij komt.")
    return [_part(PROJECT, project.slug, _("Volg dit project"), about, followed)]


def on_theme(theme: Theme, user: Visitor) -> list[Part]:
    """Give the button on the page of a theme."""
    return [_of_search(f"thema={theme.slug}", _("Volg dit thema"), user)]


def on_sector(sector: Sector, user: Visitor) -> list[Part]:
    """Give the button on the page of a sector."""
    return [_of_search(f"sector={sector.slug}", _("Volg deze sector"), user)]


def on_condition(condition: Condition, user: Visitor) -> list[Part]:
    """Give the button on the page of a condition."""
    return [_of_search(f"aandoening={condition.slug}", _("Volg deze aandoening"), user)]


def on_region(region: Region, user: Visitor) -> list[Part]:
    """Give the button on the page of a region."""
    return [_of_search(f"regio={region.slug}", _("Volg deze regio"), user)]


def on_question(question: Question, user: Visitor) -> list[Part]:
    """Give the button on the page of a question."""
    followed = saving.of_question(user, question) if user.is_authenticated else None
    about = _("U hoort het als er een antwoord bij komt.")
    return [_part(QUESTION, question.slug, _("Volg deze vraag"), about, followed)]


def on_programme(programme: Programme, user: Visitor) -> list[Part]:
    """Give the button on the page of a programme."""
    followed = saving.of_programme(user, programme) if user.is_authenticated else None
    about = _("U hoort het als er nieuws is, een mijlpaal is bereikt of een project erbij komt.")
    return [_part(PROGRAMME, programme.slug, _("Volg dit programma"), about, followed)]


def ways_on(asked: QueryDict, finder: str) -> list[tuple[str, str]]:
    """Give the way to keep a search of a finder; it asks for a name, so it leads to a page."""
    query = asked.urlencode()
    if len(query) > LONGEST:
        return []
    where = {} if finder == finders.PROJECTS.name else {FINDER: finders.get(finder).slug}
    address = f"{reverse('peers:follow')}?{urlencode({SEARCH: query, **where})}"
    return [(_("Bewaar deze zoekopdracht: u krijgt mail als er iets bij komt"), address)]


def _of_search(query: str, label: str, user: Visitor) -> Part:
    followed = saving.of_search(user, finders.PROJECTS.name, query) if user.is_authenticated else None
    return _part(SEARCH, query, label, _("U hoort het als er een project bij komt."), followed)


def _part(name: str, value: str, label: str, about: str, followed: Follow | None) -> Part:
    context: dict[str, Any] = {
        "name": name,
        "value": value,
        "label": label,
        "about": about,
        "followed": followed,
        "ask_url": f"{reverse('peers:follow')}?{urlencode({name: value})}",
    }
    return Part("peers/following/_button.html", context, position=POSITION, is_aside=True)
