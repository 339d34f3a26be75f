"""What of contact stands on the pages of projects and institutes."""

from django.urls import reverse
from django.utils.translation import gettext as _

from peers.services.contact.numbers import Answering, answering_of_institute, answering_of_project
from projects.hooks import Part
from projects.models import Institute, Project
from projects.permissions import Visitor
from projects.states import InstituteStatus

TEMPLATE, PLACE = "peers/contact/_ask_part.html", 20


def of_project(project: Project, user: Visitor) -> list[Part]:
    """Return the button to ask about a project, with how fast people answer there."""
    institute = project.institute
    is_joined = institute is None or institute.status == InstituteStatus.VERIFIED
    return [_part("project", project.slug, answering_of_project(project), institute, is_joined)]


def of_institute(institute: Institute, user: Visitor) -> list[Part]:
    """Return the button to ask an institute something."""
    is_joined = institute.status == InstituteStatus.VERIFIED
    return [_part("instelling", institute.slug, answering_of_institute(institute), institute, is_joined)]


def ways_to_ask(project: Project) -> list[tuple[str, str]]:
    """Return the way to ask who did a project."""
    return [(_("Stel een vraag"), f"{reverse('peers:contact_new')}?project={project.slug}")]


def _part(kind: str, slug: str, answering: Answering | None, institute: Institute | None, is_joined: bool) -> Part:
    context = {"kind": kind, "slug": slug, "answering": answering, "institute": institute, "is_joined": is_joined}
    return Part(TEMPLATE, context, position=PLACE, is_aside=True)
