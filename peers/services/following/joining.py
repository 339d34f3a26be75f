"""Projects that come under a programme that somebody follows, whichever way: reviewed, imported, linked in the admin.

A project is news from the later of two moments: when it came on the site, and when the audit first saw it under the
programme. It is told once, and never to its own people.
"""

from django.db import connection, transaction
from django.utils import timezone

from peers.models import Match
from peers.services.following.own_people import own_projects
from peers.states import FollowKind
from projects.states import Status

JOINED = """
    SELECT follow.id, follow.user_id, project.id
    FROM peers_follow follow
    JOIN projects_projectprogramme link ON link.programme_id = follow.programme_id
    JOIN projects_project project ON project.id = link.project_id AND project.status = %(published)s
    WHERE follow.kind = %(kind)s AND follow.removed_at IS NULL AND follow.created_at <= greatest(
        project.published_at,
        (
            SELECT min(event.pgh_created_at) FROM projects_projectprogrammeevent event
            WHERE event.project_id = link.project_id AND event.programme_id = link.programme_id
            AND event.pgh_label = 'insert'
        )
    )
    AND NOT EXISTS (
        SELECT FROM peers_match told
        WHERE told.follow_id = follow.id AND told.kind = 'project' AND told.object_id = project.id
    )
    GROUP BY follow.id, follow.user_id, project.id ORDER BY follow.id, project.id
"""


@transaction.atomic
def match_joined() -> int:
    """Leave word of the projects that joined since the last time; return how many times."""
    with connection.cursor() as cursor:
        cursor.execute(JOINED, {"kind": FollowKind.PROGRAMME, "published": Status.PUBLISHED})
        found = cursor.fetchall()
    if not found:
        return 0
    own, now = own_projects({project for _follow, _user, project in found}), timezone.now()
    new = [
        Match(follow_id=follow, kind="project", object_id=project, found_at=now)
        for follow, user, project in found
        if project not in own.get(user, ())
    ]
    Match.objects.bulk_create(new, ignore_conflicts=True, batch_size=1_000)
    return len(new)
