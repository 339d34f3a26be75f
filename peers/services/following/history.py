"""When projects stood on the site before, as the audit tells: what comes back is no news for who could see it then."""

import datetime
from collections import defaultdict
from collections.abc import Iterable

from projects.models import Project
from projects.states import Status

Moment = datetime.datetime


class History:
    """The times at which projects were published and taken away again."""

    def __init__(self, projects: Iterable[int]) -> None:
        self._shown: dict[int, list[tuple[Moment, Moment]]] = defaultdict(list)
        since: dict[int, Moment] = {}
        events = Project.pgh_event_model.objects.filter(pgh_obj__in=list(projects)).order_by("pgh_id")
        for pk, status, at in events.values_list("pgh_obj_id", "status", "pgh_created_at"):
            if status == Status.PUBLISHED:
                since.setdefault(pk, at)
            elif pk in since:
                self._shown[pk].append((since.pop(pk), at))

    def was_shown(self, project: int, moment: Moment) -> bool:
        """Tell whether it stood there at a moment before it appeared for the last time."""
        return any(start <= moment < end for start, end in self._shown[project])
