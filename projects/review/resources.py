"""Resources that institutes send in: new ones, and changes of what is on the site."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from projects.models import Resource, ResourceChange, ReviewCase
from projects.services.resources import deciding
from projects.services.resources.locking import KIND as NAME
from projects.services.resources.texts import AID_FIELDS, FIELDS, LINKS, ORIGIN, Values, text_of
from projects.services.resources.writing import twins_of
from projects.services.review import showing
from projects.services.review.kinds import Asked, Decision, Kind
from projects.states import Outcome, Status
from vindplaats.accounts.models import User


def load(pk: int) -> Resource | None:
    """Return the resource, with whose it is and what is proposed of it."""
    found = Resource.objects.select_related("institute", "created_by", "project", "from_project", "change__created_by")
    return found.prefetch_related("themes", "conditions", "target_groups").filter(pk=pk).first()


def context(case: ReviewCase, resource: Resource) -> dict[str, Any]:
    """Return what is written, what changes, and which resources lead to the same address."""
    change = change_of(resource)
    now = text_of(resource)
    wanted = {**now, **change.values} if change else now
    url = reverse("projects:resource_file", args=[resource.slug])
    holder = change if change and change.file else resource
    return {
        "resource": resource,
        "change": change,
        "is_new": resource.status == Status.SUBMITTED,
        "rows": _rows(now if change else {}, wanted),
        "file_url": (f"{url}?voorstel" if holder is change else url) if holder.file else "",
        "file_holder": holder,
        "twins": twins_of(wanted.get("url") or "", but=resource),
        "writer": (change or resource).created_by,
    }


def change_of(resource: Resource) -> ResourceChange | None:
    """Return what is proposed and waits."""
    change = getattr(resource, "change", None)
    return change if change and change.is_submitted else None


def version_of(resource: Resource) -> int:
    """Return how often the resource or what is proposed of it was saved."""
    change = getattr(resource, "change", None)
    return resource.version * 1000 + (change.version if change else 0)


def decisions(resource: Resource) -> Sequence[Decision]:
    """Return what can be decided: what waits goes onto the site or back; what is there already was looked at."""
    waits = resource.status == Status.SUBMITTED or change_of(resource) is not None
    return (ACCEPT, RETURN) if waits else (REVIEWED,)


def _rows(before: Values, after: Values) -> list[dict[str, Any]]:
    """Return each field with what it was and what it becomes; only what differs when there was something."""
    rows = []
    for name in (*FIELDS, *AID_FIELDS, *LINKS, ORIGIN):
        old, new = _shown(name, before.get(name)), _shown(name, after.get(name))
        if (new or old) and old != new:
            rows.append({"label": _label(name), "old": old, "pieces": showing.plain(new)})
    return rows


def _label(name: str) -> str:
    return capfirst(str(Resource._meta.get_field(name).verbose_name))


def _shown(name: str, value: Any) -> str:
    """Return a value in words."""
    if isinstance(value, list):
        return ", ".join(_shown(name, one) for one in value)
    field = Resource._meta.get_field(name)
    choices = dict(
        getattr(field, "choices", None) or getattr(getattr(field, "base_field", None), "choices", None) or {}
    )
    return str(choices.get(value, "" if value is None else value))


def _accept(resource: Resource, *, by: User, reason: str = "") -> Resource:
    return deciding.accept(resource=resource, by=by, reason=reason)


def _return(resource: Resource, *, by: User, reason: str) -> Resource:
    return deciding.return_with_reason(resource=resource, by=by, reason=reason)


def _mark_reviewed(resource: Resource, *, by: User, reason: str = "") -> None:
    deciding.mark_reviewed(resource=resource, by=by, reason=reason)


ACCEPT = Decision(
    "goedkeuren",
    gettext_lazy("Goedkeuren"),
    gettext_lazy("Het hulpmiddel komt meteen op de site. De indiener krijgt bericht."),
    _accept,
    is_main=True,
)
RETURN = Decision(
    "terugsturen",
    gettext_lazy("Terugsturen"),
    gettext_lazy("De indiener krijgt uw bericht, past het hulpmiddel aan en dient het opnieuw in."),
    _return,
    text=Asked.MUST,
)
REVIEWED = Decision(
    "akkoord",
    gettext_lazy("Gezien en akkoord"),
    gettext_lazy("Het staat al online. Bent u het er niet mee eens? Pas het dan zelf aan of haal het van de site."),
    _mark_reviewed,
    text=Asked.NOT,
    is_main=True,
)
KIND = Kind(
    NAME,
    gettext_lazy("Hulpmiddel"),
    load,
    "admin/review/_resource.html",
    context,
    decisions,
    outcomes={Outcome.APPROVED: gettext_lazy("Goedgekeurd")},
    version=version_of,
    sender=gettext_lazy("de indiener"),
)
