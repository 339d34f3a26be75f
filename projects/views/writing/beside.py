"""What stands beside the form: projects that are comparable to what is being written, or may be the same."""

from typing import Any

from django.http import HttpRequest

from projects.models import Project, Revision
from projects.permissions import may_see, may_write
from projects.search.similar import comparable_to_text
from projects.services.review.duplicates import possible_duplicates
from projects.views.loading import load_projects

MOST = 5
LEAST_CHARACTERS = 30
"""A title alone is compared from this length on; less says too little."""
SECTIONS_WITH = ("wat", "waarom", "hoe")


def beside(request: HttpRequest, revision: Revision) -> dict[str, Any]:
    """Return `same` (project, own) and `comparable` (as on a card), of what the writer may see."""
    content, project = revision.content, revision.project
    text = "\n".join(str(content.get(name) or "") for name in ("title", "summary", "problem")).strip()
    if len(text) < LEAST_CHARACTERS:
        return {"same": [], "comparable": []}
    record = {"title": content.get("title"), "summary": content.get("summary")}
    found = [one.project for one in possible_duplicates(record, project.institute, project=project)]
    same = [one for one in found if may_see(request.user, one)]
    left_out = {project.pk, *(one.pk for one in same)}
    ids = [one.object_id for one in comparable_to_text(text, most=MOST + len(left_out))]
    comparable = load_projects([pk for pk in ids if pk not in left_out][:MOST])
    return {"same": [_same(request, one) for one in same], "comparable": comparable}


def _same(request: HttpRequest, project: Project) -> dict[str, Any]:
    return {"project": project, "own": may_write(request.user, project)}
