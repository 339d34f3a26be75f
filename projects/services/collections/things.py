"""What stands in a collection, as a page shows it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from projects.models import Collection, CollectionItem, Lesson, Project, Resource


@dataclass(frozen=True)
class Shown:
    """One thing: its name and address, what kind it is, whose it is, and what its maker says of it."""

    pk: int
    kind: str
    label: str
    title: str
    url: str
    language: str
    about: str = ""
    """The institute, or the project that it is from."""
    about_language: str = ""
    text: str = ""
    """Markdown."""
    note: str = ""
    is_gone: bool = False
    """Whether it is not on the site any more: only who made the collection sees that it was there."""


def shown_items(collection: Collection) -> list[Shown]:
    """Return what of a collection everybody may read, in its order."""
    return [shown(item) for item in collection.items.on_site().with_things()]


def all_items(collection: Collection) -> list[Shown]:
    """Return everything in a collection, for who made it."""
    there = set(collection.items.on_site().values_list("pk", flat=True))
    return [shown(item, is_gone=item.pk not in there) for item in collection.items.with_things()]


def shown(item: CollectionItem, *, is_gone: bool = False) -> Shown:
    """Return one item; its things came with `with_things`."""
    more = {"pk": item.pk, "note": item.note, "is_gone": is_gone}
    if item.project:
        return _project(item.project, more)
    return _lesson(item.lesson, more) if item.lesson else _resource(item.resource, more)


def _project(one: Project, more: dict[str, object]) -> Shown:
    institute = one.institute.name if one.institute else ""
    about = {"about": institute, "text": one.summary}
    return Shown(
        kind="project", label=_("Project"), title=one.title, url=one.get_absolute_url(), language=one.language,
        **about, **more,
    )  # fmt: skip


def _lesson(one: Lesson, more: dict[str, object]) -> Shown:
    about = {"about": one.project.title, "about_language": one.project.language, "text": one.advice or one.situation}
    label = str(one.get_kind_display())
    return Shown(
        kind="lesson", label=label, title=one.title, url=one.get_absolute_url(), language=one.language,
        **about, **more,
    )  # fmt: skip


def _resource(one: Resource, more: dict[str, object]) -> Shown:
    about = {"about": one.owner, "text": one.summary, "url": one.get_absolute_url()}
    label = str(one.get_kind_display())
    return Shown(kind="resource", label=label, title=one.title, language=one.language, **about, **more)
