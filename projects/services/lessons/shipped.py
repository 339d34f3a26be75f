"""Which lessons of the catalogue are the same one, and what helps against which pitfall: from lesson_clusters.jsonl."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from projects.models import ClusterMember, Lesson, LessonCluster, LessonHelp
from projects.search.indexing import index
from projects.services.catalogue import COMMAND
from projects.services.lessons.clusters import LEAST, fill
from projects.services.reference.files import Table, read_records
from projects.services.reference.loading import Loaded
from projects.services.reference.ownership import events_of_others
from vindplaats.audit import acting
from vindplaats.text import fold

FILE = "lesson_clusters.jsonl"
Named = tuple[str, str]
"""The number of a project, and the folded title of a lesson of it."""


@transaction.atomic
def load_lesson_links() -> Loaded:
    """Bring clusters and pairs up to date with the file; what editors changed or took apart stays as they left it.

    A lesson that is not there, or that editors put in another cluster, is left out.
    """
    records, loaded = read_records(FILE), Loaded()
    lessons = _lessons(records)
    with acting(command=COMMAND):
        _load_clusters([one for one in records if "cluster" in one], lessons, loaded)
        _load_pairs([one for one in records if "pitfall" in one], lessons, loaded)
    return loaded


def _load_clusters(records: Table, lessons: Mapping[Named, int], loaded: Loaded) -> None:
    taken, concerned = _codes_of_others(), set()
    member_of = dict(ClusterMember.objects.order_by().values_list("lesson", "cluster__code"))
    there = {cluster.code: cluster for cluster in LessonCluster.objects.prefetch_related("members")}
    for record in records:
        code = record["cluster"]
        wanted = [pk for pk in _found(record["lessons"], lessons) if member_of.get(pk, code) == code]
        cluster = there.get(code)
        now = [one.lesson_id for one in cluster.members.all()] if cluster else []
        if len(wanted) < LEAST or now == wanted:
            continue
        if code in taken:
            loaded.counts["kept"] += 1
            continue
        fill(cluster or LessonCluster.objects.create(code=code), wanted)
        loaded.counts["changed" if cluster else "added"] += 1
        concerned |= {*wanted, *now}
    index("lesson", sorted(concerned))


def _load_pairs(records: Table, lessons: Mapping[Named, int], loaded: Loaded) -> None:
    wanted = [
        (helper, pitfall)
        for record in records
        for pitfall in _found([record["pitfall"]], lessons)
        for helper in _found(record["helped_by"], lessons)
    ]
    there = set(LessonHelp.objects.order_by().values_list("helper", "pitfall"))
    gone = events_of_others(LessonHelp, COMMAND).filter(pgh_label="delete").values_list("helper_id", "pitfall_id")
    missing = [one for one in wanted if one not in there]
    new = [one for one in missing if one not in set(gone)]
    LessonHelp.objects.bulk_create([LessonHelp(helper_id=helper, pitfall_id=pitfall) for helper, pitfall in new])
    loaded.counts += Counter(added=len(new), kept=len(missing) - len(new))


def _lessons(records: Table) -> dict[Named, int]:
    """Return the ids of the lessons that the file names."""
    names = {tuple(one) for record in records for one in _names_in(record)}
    found = Lesson.objects.filter(project__external_id__in={project for project, _title in names})
    return {
        (project, fold(title)): pk for project, title, pk in found.values_list("project__external_id", "title", "pk")
    }


def _names_in(record: Mapping[str, Any]) -> list[list[str]]:
    if "cluster" in record:
        return record["lessons"]
    return [record["pitfall"], *record["helped_by"]]


def _found(names: Iterable[list[str]], lessons: Mapping[Named, int]) -> list[int]:
    keys = [(project, fold(title)) for project, title in names]
    return [lessons[key] for key in keys if key in lessons]


def _codes_of_others() -> set[str]:
    """Return the codes of clusters that somebody else than the catalogue changed or removed."""
    members = events_of_others(ClusterMember, COMMAND).values("cluster_id")
    events = LessonCluster.pgh_event_model.objects
    return {
        *events_of_others(LessonCluster, COMMAND).values_list("code", flat=True),
        *events.filter(pgh_obj_id__in=members).values_list("code", flat=True),
    }
