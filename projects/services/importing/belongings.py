"""The items of a row - partners, funding, lessons, resources - as the columns of their own tables."""

from projects.models import Lesson, ProjectFunding, ProjectPartner, Resource
from projects.services.importing.children import IF_NEW, Children, Item
from projects.services.importing.institutes import Institutes
from projects.services.importing.links import LESSON_LINKS, RESOURCE_LINKS
from projects.services.importing.rows import Row
from projects.services.resources.files import forget_files
from vindplaats.text import fold

LESSON_COLUMNS = ("kind", "title", "situation", "outcome", "advice", "phase", "language")
RESOURCE_COLUMNS = ("kind", "title", "url", "summary", "owner", "year", "revised_on", "language")

CHILDREN = {
    "partners": Children(ProjectPartner, ("name", "institute_id"), lambda get: get("name")),
    "funding": Children(
        ProjectFunding, ("kind", "name", "amount_eur", "start", "end", "note"), lambda get: (get("kind"), get("name"))
    ),
    "lessons": Children(Lesson, LESSON_COLUMNS, lambda get: fold(get("title")), LESSON_LINKS, has_slug=True),
    "resources": Children(
        Resource, RESOURCE_COLUMNS, lambda get: fold(get("title")), RESOURCE_LINKS, True, forget_files
    ),
}


def items_of(name: str, row: Row, institutes: Institutes) -> list[Item]:
    """Return the items called `name` of a row, ready for their table."""
    items = row.values[name]
    if name == "partners":
        return _partners(row, institutes)
    return [_with_language(item, row.project.language) for item in items] if name != "funding" else items


def _with_language(item: Item, language: str) -> Item:
    """Let a text without a language of its own be in the language of its project."""
    named = item if item.get("language") else {key: value for key, value in item.items() if key != "language"}
    return named | {IF_NEW: {"language": language}}


def _partners(row: Row, institutes: Institutes) -> list[Item]:
    """Return each partner once, linked to the institute that the file names, or to the only one of that name."""
    partners: dict[str, Item] = {}
    for number, item in enumerate(row.values["partners"], 1):
        link: Item = {"name": item["name"]}
        if institute := row.institutes.get(f"partners.{number}.institute"):
            link["institute_id"] = institute.pk
        else:
            namesake = institutes.only_namesake(item["name"])
            link[IF_NEW] = {"institute_id": namesake.pk if namesake else None}
        partners.setdefault(item["name"], link)
    return list(partners.values())
