"""The facets of a project: what a project has, and what a visitor may choose.

To add one: write a function that gives the values of a project, add a `Facet` to FACETS, name it in
`projects/filters/projects.py`, and run `manage.py rebuild_search`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from projects.models import Application, Condition, Programme, Project, Region, Sector, TargetGroup, Technology, Theme
from projects.models.regions import by_name
from projects.models.terms import in_reading_order
from projects.search import generation
from projects.search.coverage import REGION
from projects.states import InstituteKind, LessonKind, Phase
from vindplaats.caches import process_cache as cache

YES = "ja"
KEPT_SECONDS = 3600


@dataclass(frozen=True)
class Option:
    """One value that a visitor may choose; `parent` is the value of the option above it."""

    value: str
    label: str
    parent: str = ""


@dataclass(frozen=True)
class Facet:
    """A way to narrow the list: `values` is what a project has, `options` what there is to choose."""

    name: str
    label: Promise
    values: Callable[[Any], Iterable[str]]
    options: Callable[[], list[Option]]
    searchable: bool = field(default=False)
    """Long enough for a box to search within it."""


def _terms(model: type) -> Callable[[], list[Option]]:
    return lambda: [Option(term.slug, term.label) for term in in_reading_order(model.objects.all())]


def _choices(choices: type) -> Callable[[], list[Option]]:
    return lambda: [Option(value, str(label)) for value, label in choices.choices]


def _yes(label: Promise) -> Callable[[], list[Option]]:
    return lambda: [Option(YES, str(label))]


def _themes() -> list[Option]:
    themes = in_reading_order(Theme.objects.select_related("parent"))
    return [Option(theme.slug, theme.label, theme.parent.slug if theme.parent else "") for theme in themes]


def _theme_values(project: Project) -> set[str]:
    themes = [link.tag for link in project.theme_links.all()]
    return {theme.slug for theme in themes} | {theme.parent.slug for theme in themes if theme.parent}


def _technology_values(project: Project) -> list[str]:
    return [link.tag.slug for link in project.technology_links.all()]


def _years() -> list[Option]:
    return [Option(str(year), str(year)) for year in range(timezone.localdate().year + 1, 1999, -1)]


def _years_of(project: Project) -> list[str]:
    first = project.start[:4] or project.end[:4]
    if not first:
        return []
    last = project.end[:4] or first
    return [str(year) for year in range(int(first), min(int(last), int(first) + 30) + 1)]


def slugs_of(name: str) -> Callable[[Project], list[str]]:
    """Return a function that gives the slugs of a project's related terms called `name`."""
    return lambda project: [term.slug for term in getattr(project, name).all()]


FACETS: tuple[Facet, ...] = (
    Facet("thema", _("Thema"), _theme_values, _themes, searchable=True),
    Facet("sector", _("Sector"), slugs_of("sectors"), _terms(Sector)),
    Facet("fase", _("Fase"), lambda project: [project.phase] if project.phase else [], _choices(Phase)),
    Facet("doelgroep", _("Doelgroep"), slugs_of("target_groups"), _terms(TargetGroup), searchable=True),
    Facet("aandoening", _("Aandoening"), slugs_of("conditions"), _terms(Condition), searchable=True),
    Facet(
        "soort",
        _("Soort instelling"),
        lambda project: [project.institute.kind] if project.institute else [],
        _choices(InstituteKind),
    ),
    Facet(
        "programma",
        _("Programma"),
        lambda project: {link.programme.slug for link in project.programme_links.all()},
        _terms(Programme),
        searchable=True,
    ),
    Facet("toepassing", _("Toepassing"), slugs_of("applications"), _terms(Application), searchable=True),
    Facet("technologie", _("Technologie"), _technology_values, _terms(Technology), searchable=True),
    Facet("jaar", _("Jaar"), _years_of, _years, searchable=True),
    Facet(
        "lessen",
        _("Lessen"),
        lambda project: [YES] if project.lessons.all() else [],
        _yes(_("Met lessen")),
    ),
    Facet(
        "bevestigd",
        _("Bevestigd"),
        lambda project: [YES] if project.confirmed_on else [],
        _yes(_("Bevestigd door de instelling")),
    ),
    Facet(
        "contact",
        _("Contactpersoon"),
        lambda project: [YES] if any(person.is_active for person in project.contact_persons.all()) else [],
        _yes(_("Met contactpersoon")),
    ),
)


LESSON_KIND = Facet("les", _("Soort les"), lambda project: [], _choices(LessonKind))
"""A lesson's own facet; the others it has from its project."""

BY_NAME = {facet.name: facet for facet in (*FACETS, LESSON_KIND)}


def register(facet: Facet) -> None:
    """Add a facet of another app's kind; documents of that kind give its values themselves."""
    BY_NAME[facet.name] = facet


def options_of(names: Iterable[str], *, scheme: str) -> dict[str, list[Option]]:
    """Return what there is to choose of each facet; regions are those of `scheme`. Kept as long as the index."""
    prefix = f"search-options:{generation.current()}:{get_language()}"
    keys_of = {name: f"{prefix}:{name}:{scheme if name == REGION else ''}" for name in names}
    kept = cache.get_many(keys_of.values())
    missing = [name for name, key in keys_of.items() if key not in kept]
    read = {keys_of[name]: _regions(scheme) if name == REGION else BY_NAME[name].options() for name in missing}
    cache.set_many(read, KEPT_SECONDS)
    return {name: {**kept, **read}[key] for name, key in keys_of.items()}


def names_of(keys: Iterable[str]) -> dict[str, str]:
    """Return the name of each of these facet keys, regions apart, as the page shows it."""
    pairs = [(key, *key.partition(":")[::2]) for key in keys]
    options = options_of({name for _key, name, _value in pairs}, scheme="")
    labels = {(name, option.value): option.label for name, some in options.items() for option in some}
    return {key: labels[name, value] for key, name, value in pairs if (name, value) in labels}


def known_regions(slugs: Iterable[str]) -> dict[str, str]:
    """Return slug and name of those regions, of any scheme in force, that exist."""
    regions = Region.objects.in_force(timezone.localdate()).filter(slug__in=list(slugs)).select_related("scheme")
    return {region.slug: str(region) for region in regions}


def _regions(scheme: str) -> list[Option]:
    regions = Region.objects.in_force(timezone.localdate()).of_scheme(scheme)
    return [Option(region.slug, region.name) for region in by_name(regions)]


def keys(project: Project) -> list[str]:
    """Return all facet keys of a project, such as 'thema:beeldzorg'."""
    return sorted(f"{facet.name}:{value}" for facet in FACETS for value in facet.values(project))
