"""A programme with all that its editors keep, and a collection, in words that are of no language."""

import datetime
from typing import Any

from projects.search.indexing import index
from tests import factories


def kept(programme: Any, line: Any) -> dict[str, Any]:
    """Give a programme milestones in every state, a status update and a document; return what addresses need."""
    for state, title in (("planned", "ZonMw"), ("reached", "Vilans"), ("dropped", "Vilans, ZonMw")):
        milestone = factories.ProgrammeMilestoneFactory(programme=programme, title=title, state=state, line=line)
    factories.ProgrammeMilestoneFactory(programme=programme, title="2019", moment="2019-05-05")
    told = {"title": "Vilans", "text": "ZonMw.", "told_by": "Vilans", "told_on": datetime.date(2026, 5, 5)}
    factories.ProgrammeUpdateFactory(programme=programme, **told)
    factories.ProgrammeDocumentFactory(programme=programme, title="Vilans")
    collection = factories.CollectionFactory(title="Vilans", text="ZonMw.", owner_name="Demi", is_featured=True)
    project = programme.project_links.first().project
    factories.CollectionItemFactory(collection=collection, project=project, note="Vilans")
    factories.CollectionItemFactory(collection=collection, project=None, lesson=project.lessons.first(), note="ZonMw")
    index("collection", [collection.pk])
    return {"programme": programme, "line": line, "milestone": milestone, "collection": collection}
