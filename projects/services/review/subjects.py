"""What a page of the site is about: its project or institute, found by its address."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.db.models import Model
from django.http import Http404
from django.urls import resolve, reverse
from django.utils.translation import get_language_from_path, override

from projects.models import Collection, Institute, Lesson, Programme, Project, Resource

LONGEST_PATH = 500


@dataclass(frozen=True)
class Subject:
    """What a page is about; its title is the address where it is about nothing of the registry."""

    title: str
    project: Project | None = None
    institute: Institute | None = None
    language: str = ""
    admin_url: str = ""
    """Where a moderator does something about it, when it is of another app."""


_others: dict[str, Callable[[str], Subject | None]] = {}


def register(name: str, find: Callable[[str], Subject | None]) -> None:
    """Add a page of another app by the name of its address; `find` is called with the slug in it."""
    _others[name] = find


def path_on_this_site(address: str) -> str:
    """Return the path of an address, given with or without the name of the site; empty when it is no page of it."""
    try:
        path = urlsplit(address.strip()).path
    except ValueError:
        return ""
    is_page = len(path) <= LONGEST_PATH and not path.startswith("/admin/") and view_at(path) is not None
    return path if is_page else ""


def subject_of(path: str) -> Subject:
    """Return what the page at `path` is about, also when it is not public (any more)."""
    name, slug = view_at(path) or ("", "")
    if name in _others and (other := _others[name](slug)):
        return other
    if name == "projects:project_detail":
        found = Project.objects.select_related("institute").filter(slug=slug).first()
        if found:
            return Subject(found.title, found, found.institute, found.language)
    if name == "projects:lesson_detail":
        lesson = Lesson.objects.select_related("project__institute").filter(slug=slug).first()
        if lesson:
            return Subject(lesson.title, lesson.project, lesson.project.institute, lesson.language)
    if name == "projects:resource_detail" and (resource := Resource.objects.filter(slug=slug).first()):
        owner = resource.project or resource.from_project
        admin_url = "" if owner else _in_admin(resource)
        return Subject(resource.title, owner, resource.institute, resource.language, admin_url)
    if name == "projects:institute_detail" and (institute := Institute.objects.filter(slug=slug).first()):
        return Subject(institute.name, None, institute)
    if name.startswith("projects:programme_") and (programme := Programme.objects.filter(slug=slug).first()):
        return Subject(programme.label, language=programme.label_language, admin_url=_in_admin(programme))
    if name.startswith("projects:collection_") and (one := Collection.objects.filter(slug=slug).first()):
        return Subject(one.title, language=one.language, admin_url=_in_admin(one))
    return Subject(path)


def _in_admin(thing: Model) -> str:
    return reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_change", args=[thing.pk])


def view_at(path: str) -> tuple[str, str] | None:
    """Return the name of the view that answers `path` and the slug in it; None for what is no page."""
    # English pages are only known while English is spoken.
    with override(get_language_from_path(path) or "nl"):
        try:
            match = resolve(path)
        except Http404:
            return None
    return match.view_name, str(match.kwargs.get("slug", ""))
