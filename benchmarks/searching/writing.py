"""What it costs to keep the index equal to the registry: one project that changed, and all of them."""

from statistics import median

from django.db import transaction

from benchmarks.spending import Spent, spent
from projects.models import Project
from projects.search import editions, indexing

CHANGED, BEFORE = 25, 5
"""How many projects are changed and counted; how many before that, which open what the others find open."""


def one() -> dict[str, float]:
    """Return what it takes to index one project whose text changed, in milliseconds, commit included."""
    pks = list(Project.objects.published().order_by("published_at", "pk").values_list("pk", flat=True))
    number = BEFORE + CHANGED
    chosen = pks[:: max(1, len(pks) // number)][:number]
    summaries = dict(Project.objects.filter(pk__in=chosen).values_list("pk", "summary"))
    taken = []
    for pk, other in zip(chosen, [*chosen[1:], chosen[0]], strict=True):
        Project.objects.filter(pk=pk).update(summary=summaries[other])
        taken.append(spent(lambda pk=pk: _index(pk)))
    counted = taken[BEFORE:]
    clock = [one.clock for one in counted]
    work = median(one.processor for one in counted)
    return {"median": median(clock), "worst": max(clock), "processor": work}


def rebuild() -> Spent:
    """Return what a rebuild of the whole index takes; the old one is thrown away afterwards."""
    taken = spent(lambda: indexing.rebuild(lambda _number: None))
    with transaction.atomic():
        editions.remove_retired()
    return taken


@transaction.atomic
def _index(pk: int) -> None:
    indexing.index("project", [pk])
