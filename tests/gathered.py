"""A programme with all that its editors keep, in words that are of no language."""

import datetime
from typing import Any

from tests import factories


def kept(programme: Any, line: Any) -> dict[str, Any]:
    """Give a programme milestones in every state, a status update and a document; return what addresses need."""
    for state, title in (("planned", "ZonMw"), ("reached", "Vilans"), ("dropped", "Vilans, ZonMw")):
        milestone = factories.ProgrammeMilestoneFactory(programme=programme, title=title, state=state, line=line)
    factories.ProgrammeMilestoneFactory(programme=programme, title="2019", moment="2019-05-05")
    told = {"title": "Vilans", "text": "ZonMw.", "told_by": "Vilans", "told_on": datetime.date(2026, 5, 5)}
    factories.ProgrammeUpdateFactory(programme=programme, **told)
    factories.ProgrammeDocumentFactory(programme=programme, title="Vilans")
    return {"programme": programme, "line": line, "milestone": milestone}
