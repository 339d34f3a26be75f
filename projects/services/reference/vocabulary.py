"""Themes, sectors, target groups, conditions, technologies and applications, from vocabulary/*.csv."""

from typing import Any

from projects.models import Application, Condition, Sector, TargetGroup, Technology, Theme
from projects.services.reference.files import numbered, read_table, words
from projects.services.reference.loading import Loaded, Loader

SLUG = ("slug",)


def load_vocabulary(loader: Loader) -> dict[str, Loaded]:
    """Load all lists of terms."""
    return {
        "themes": _load_themes(loader),
        "sectors": loader.load(Sector, SLUG, numbered(read_table("vocabulary/sectors.csv"), _term)),
        "target_groups": loader.load(TargetGroup, SLUG, numbered(read_table("vocabulary/target_groups.csv"), _term)),
        "conditions": loader.load(Condition, SLUG, numbered(read_table("vocabulary/conditions.csv"), _condition)),
        "technologies": loader.load(
            Technology, SLUG, [_technology(row) for row in read_table("vocabulary/technologies.csv")]
        ),
        "applications": loader.load(
            Application, SLUG, numbered(read_table("vocabulary/applications.csv"), _application)
        ),
    }


def _load_themes(loader: Loader) -> Loaded:
    """Load the themes, first those of the first level, to which the others belong."""
    rows = numbered(read_table("vocabulary/themes.csv"), _theme)
    parents = loader.load(Theme, SLUG, [_without_parent(row) for row in rows if not row["parent"]])
    ids = dict(Theme.objects.values_list("slug", "pk"))
    # A theme whose parent an editor removed is not loaded either.
    children = [_without_parent(row) | {"parent_id": ids[row["parent"]]} for row in rows if ids.get(row["parent"])]
    loaded = loader.load(Theme, SLUG, children)
    return Loaded(parents.counts + loaded.counts)


def _without_parent(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "parent"}


def _term(row: dict[str, Any]) -> dict[str, Any]:
    return {"slug": row["slug"], "name": row["name_nl"], "name_en": row["name_en"]}


def _theme(row: dict[str, Any]) -> dict[str, Any]:
    about = {"description": row["description_nl"], "description_en": row.get("description_en") or ""}
    return _term(row) | about | {"parent": row["parent_slug"]}


def _condition(row: dict[str, Any]) -> dict[str, Any]:
    return _term(row) | {"synonyms": words(row["synonyms"])}


def _technology(row: dict[str, Any]) -> dict[str, Any]:
    return _term(row) | {"aliases": words(row["aliases"])}


def _application(row: dict[str, Any]) -> dict[str, Any]:
    function = {"function": row["function_nl"], "function_en": row["function_en"]}
    return {
        "slug": row["slug"],
        "name": row["name"],
        "supplier": row["supplier"],
        "standards": words(row["standards"]),
    } | function
