"""The page of a project as it would be, made of a text without saving anything."""

import copy
from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.text import slugify

from projects.models import (
    Application,
    Condition,
    Gemeente,
    Institute,
    Lesson,
    Programme,
    Project,
    ProjectFunding,
    ProjectPartner,
    ProjectProgramme,
    ProjectTheme,
    Region,
    Resource,
    Sector,
    TargetGroup,
    Technology,
    Theme,
)
from projects.services.exchange.reading import Reading
from projects.services.exchange.record import PROJECT
from projects.services.importing.belongings import LESSON_COLUMNS, RESOURCE_COLUMNS
from projects.services.importing.merging import PLAIN
from projects.states import Language

Record = dict[str, Any]
FUNDING_COLUMNS = ("kind", "name", "amount_eur", "start", "end", "note")
TERMS: dict[str, type[Model]] = {
    "sectors": Sector,
    "target_groups": TargetGroup,
    "conditions": Condition,
    "applications": Application,
}


def previewed(project: Project, content: Record) -> Project:
    """Return a copy of the project with the text on it and all that a page shows; it must not be saved.

    A field that is not right yet is left empty, as far as it reaches: a lesson without a title is left out.
    """
    values = _sound(content)
    shown = copy.copy(project)
    for name in PLAIN:
        if name in values and name != "confirmed_on":
            setattr(shown, name, values[name])
    shown.language = values.get("language") or Language.DUTCH
    shown.title = values.get("title") or project.title
    shown.confirmed_on = timezone.localdate()
    shown._prefetched_objects_cache = {**_terms(values), **_places(values), **_belongings(shown, values)}
    return shown


def _sound(content: Record) -> Record:
    """Return the fields of which nothing is wrong; of a list the items of which nothing is wrong."""
    reading = Reading()
    values = PROJECT.read(content, "", reading)
    places = [place.split(".") for place, _reason in reading.problems]
    broken = {place[0] for place in places if len(place) == 1}
    broken_items = {(place[0], int(place[1])) for place in places if len(place) > 1 and place[1].isdigit()}
    return {
        name: _sound_items(name, value, broken_items) if isinstance(value, list) else value
        for name, value in values.items()
        if name not in broken
    }


def _sound_items(name: str, items: list[Any], broken: set[tuple[str, int]]) -> list[Any]:
    return [item for number, item in enumerate(items, 1) if (name, number) not in broken]


def _terms(values: Record) -> dict[str, list[Any]]:
    found = {name: _by(model, "slug", values.get(name, ())) for name, model in TERMS.items()}
    names = values.get("technologies", ())
    known = {one.name: one for one in _by(Technology, "name", names)}
    return {**found, "technologies": [known.get(name) or Technology(name=name, slug=slugify(name)) for name in names]}


def _by(model: Any, field: str, names: Iterable[str]) -> list[Any]:
    return list(model.objects.filter(**{f"{field}__in": list(names)})) if names else []


def _places(values: Record) -> dict[str, list[Any]]:
    keys = set(values.get("regions", ()))
    slugs = {key.partition("@")[0] for key in keys}
    regions = Region.objects.filter(slug__in=slugs).select_related("scheme") if slugs else []
    chosen = [one for one in regions if f"{one.slug}@{one.scheme.valid_from.isoformat()}" in keys]
    return {"gemeenten": _by(Gemeente, "name", values.get("gemeenten", ())), "regions": chosen}


def _belongings(shown: Project, values: Record) -> dict[str, list[Any]]:
    funding = [ProjectFunding(project=shown, **_columns(item, FUNDING_COLUMNS)) for item in values.get("funding", ())]
    lessons = [_item(Lesson, shown, item, LESSON_COLUMNS, n) for n, item in enumerate(values.get("lessons", ()), 1)]
    resources = [
        _item(Resource, shown, item, RESOURCE_COLUMNS, n) for n, item in enumerate(values.get("resources", ()), 1)
    ]
    themes = _by(Theme, "slug", values.get("themes", ()))
    return {
        # The page shows them in the order of their links, which is that of their numbers.
        "theme_links": [ProjectTheme(pk=n, content_object=shown, tag=theme) for n, theme in enumerate(themes, 1)],
        "fundings": funding,
        "lessons": lessons,
        "resources": resources,
        "partners": _partners(shown, values.get("partners", ())),
        "programme_links": _programmes(shown, values.get("programmes", ())),
    }


def _item(model: Any, shown: Project, item: Record, columns: tuple[str, ...], number: int) -> Any:
    one = model(project=shown, slug=item.get("slug") or f"nieuw-{number}", **_columns(item, columns))
    one.language = item.get("language") or shown.language
    one._prefetched_objects_cache = {"themes": [], "conditions": [], "target_groups": []}
    return one


def _columns(item: Record, columns: tuple[str, ...]) -> Record:
    return {name: item[name] for name in columns if name in item}


def _partners(shown: Project, partners: list[Record]) -> list[ProjectPartner]:
    slugs = [partner["institute"]["slug"] for partner in partners if (partner.get("institute") or {}).get("slug")]
    pages = {one.slug: one for one in _by(Institute, "slug", slugs)}
    return [
        ProjectPartner(
            project=shown, name=one["name"], institute=pages.get((one.get("institute") or {}).get("slug", ""))
        )
        for one in partners
    ]


def _programmes(shown: Project, links: list[Record]) -> list[ProjectProgramme]:
    ids = [link["id"] for link in links]
    there = {one.external_id: one for one in Programme.objects.filter(external_id__in=ids).prefetch_related("lines")}
    return [
        ProjectProgramme(
            project=shown,
            programme=there[link["id"]],
            line=next((line for line in there[link["id"]].lines.all() if line.name == link.get("line")), None),
        )
        for link in links
        if link["id"] in there
    ]
