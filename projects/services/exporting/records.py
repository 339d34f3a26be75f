"""A project as the record of the format: what an import of it would make again."""

import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, QuerySet

from projects.models import Institute, Lesson, Project, ProjectFunding, Region, Resource
from projects.services.exchange.record import VERSION

Record = dict[str, Any]
LINKED = ("themes", "sectors", "target_groups", "conditions", "applications")


def with_all_for_export(projects: QuerySet[Project]) -> QuerySet[Project]:
    """Fetch along all that a record holds, in a number of queries that stays the same."""
    regions = Prefetch("regions", Region.objects.select_related("scheme"))
    lessons = Prefetch("lessons", Lesson.objects.order_by("position", "pk").prefetch_related("themes"))
    resources = Resource.objects.order_by("position", "pk").prefetch_related("themes", "conditions", "target_groups")
    related = [*LINKED, "technologies", "gemeenten", regions, "partners__institute", "fundings", lessons]
    related += ["programme_links__programme", "programme_links__line", Prefetch("resources", resources)]
    return projects.select_related("institute").prefetch_related(*related)


def record(project: Project) -> Record:
    """Return the record, every field in it, in the order of the format. Needs `with_all_for_export`."""
    return {
        "format_version": VERSION,
        "id": project.external_id,
        "slug": project.slug,
        "title": project.title,
        "summary": project.summary,
        "problem": project.problem,
        "approach": project.approach,
        "results": project.results,
        "language": project.language,
        "status": project.status,
        "phase": project.phase or None,
        "phase_source_year": project.phase_source_year,
        "stop_reasons": list(project.stop_reasons),
        "stop_explanation": project.stop_explanation,
        "start": project.start or None,
        "end": project.end or None,
        "scope": project.scope or None,
        "institute": _institute(project.institute),
        **{name: _slugs(project, name) for name in ("themes", "sectors", "target_groups", "conditions")},
        "technologies": sorted(technology.name for technology in project.technologies.all()),
        "applications": _slugs(project, "applications"),
        "gemeenten": sorted(gemeente.name for gemeente in project.gemeenten.all()),
        "regions": sorted(f"{region.slug}@{region.scheme.valid_from.isoformat()}" for region in project.regions.all()),
        "kept": project.kept,
        "kept_explanation": project.kept_explanation,
        "source_url": project.source_url,
        "source_accessed": _day(project.source_accessed),
        "confirmed_on": _day(project.confirmed_on),
        "published_at": _moment(project.published_at),
        "partners": [_partner(partner) for partner in project.partners.all()],
        "programmes": _programmes(project),
        "funding": [_funding(funding) for funding in project.fundings.all()],
        "lessons": [_lesson(lesson) for lesson in project.lessons.all()],
        "resources": [_resource(resource) for resource in project.resources.all()],
    }


def _slugs(thing: Any, name: str) -> list[str]:
    return sorted(term.slug for term in getattr(thing, name).all())


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(moment: datetime.datetime | None) -> str | None:
    return moment.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z") if moment else None


def _amount(amount: Decimal | None) -> int | float | None:
    """Return a number of JSON; twelve digits fit in a float without loss."""
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _institute(institute: Institute | None) -> Record | None:
    if institute is None:
        return None
    return {"name": institute.name, "kind": institute.kind, "place": institute.place or None, "slug": institute.slug}


def _partner(partner: Any) -> str | Record:
    linked = _institute(partner.institute)
    return {"name": partner.name, "institute": linked} if linked else partner.name


def _programmes(project: Project) -> list[str | Record]:
    links = project.programme_links.all()
    found = sorted((link.programme.external_id, link.line.name if link.line else "") for link in links)
    return [{"id": id_, "line": line} if line else id_ for id_, line in found]


def _funding(funding: ProjectFunding) -> Record:
    return {
        "kind": funding.kind,
        "name": funding.name,
        "amount_eur": _amount(funding.amount_eur),
        "start": funding.start or None,
        "end": funding.end or None,
        "note": funding.note,
    }


def _lesson(lesson: Lesson) -> Record:
    return {
        "kind": lesson.kind,
        "title": lesson.title,
        "situation": lesson.situation,
        "outcome": lesson.outcome,
        "advice": lesson.advice,
        "phase": lesson.phase or None,
        "themes": _slugs(lesson, "themes"),
        "language": lesson.language,
        "slug": lesson.slug,
    }


def _resource(resource: Resource) -> Record:
    return {
        "kind": resource.kind,
        "title": resource.title,
        "url": resource.url,
        "summary": resource.summary,
        "owner": resource.owner,
        "year": resource.year,
        "revised_on": _day(resource.revised_on),
        "themes": _slugs(resource, "themes"),
        "conditions": _slugs(resource, "conditions"),
        "target_groups": _slugs(resource, "target_groups"),
        "language": resource.language,
        "slug": resource.slug,
    }
