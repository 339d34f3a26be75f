"""The front page."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from projects import hooks
from projects.models import Institute
from projects.search.engine import Answer, Question
from projects.views.loading import load_projects
from projects.views.structured_data import website
from projects.views.themes import themes_with_counts

NEWEST_SHOWN = 4


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Say in one screen what this is and lead on."""
    projects, lessons = Answer("project", Question()), Answer("lesson", Question())
    context = {
        "query": "",
        "structured_data": website(request),
        "totals": _totals(projects.counts.total, lessons.counts.total),
        "entrances": _entrances(),
        "themes": [theme for theme in themes_with_counts() if theme.project_count],
        "newest": load_projects(projects.ids(0, NEWEST_SHOWN)),
        "examples": [_example(text) for text in (_("valpreventie"), _("beeldzorg"), _("eenzaamheid bij ouderen"))],
    }
    return render(request, "home.html", context)


def _totals(projects: int, lessons: int) -> list[dict[str, Any]]:
    institutes = Institute.objects.shown().count()
    return [
        {"label": _("projecten"), "value": projects, "url": reverse("projects:project_list")},
        {"label": _("lessen"), "value": lessons, "url": reverse("projects:lesson_list")},
        {"label": _("instellingen"), "value": institutes, "url": reverse("projects:institute_list")},
    ]


def _entrances() -> list[dict[str, str]]:
    """The questions of the site, each with the page that answers it best."""
    return [
        {
            "question": _("Wie doet iets vergelijkbaars?"),
            "text": _("Plak uw plan en zie welke projecten in het hele land erop lijken."),
            "url": reverse("projects:comparable"),
        },
        {
            "question": _("Wat ging er mis en wat hielp?"),
            "text": _("Lees valkuilen, succesfactoren en tips uit de praktijk."),
            "url": reverse("projects:lesson_list"),
        },
        {
            "question": _("Bij wie kan ik terecht?"),
            "text": _("Zie welke instelling in uw buurt of sector er ervaring mee heeft."),
            "url": reverse("projects:institute_list"),
        },
        *(entrance for entrances in hooks.entrances() for entrance in entrances),
    ]


def _example(text: str) -> dict[str, str]:
    return {"label": text, "url": f"{reverse('projects:project_list')}?{urlencode({'q': text})}"}
