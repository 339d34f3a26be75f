"""Which institute a row means: found by name and place, or made as one that is only named by a source."""

from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.models import FormerSlug, Institute
from projects.search import generation
from projects.services.importing.known import Known
from projects.services.slugs import Slugs
from projects.states import InstituteKind, InstituteStatus
from vindplaats.text import fold

Reference = dict[str, str]
"""What a file says of an institute: name, and perhaps kind, place and slug."""


def folded_by_database(names: set[str]) -> dict[str, str]:
    """Return the key under which the database holds each name to be the same."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, vindplaats_fold(name) FROM unnest(%s::text[]) AS name", [list(names)])
        return dict(cursor.fetchall())


@dataclass
class Institutes:
    """The institutes that the rows of one batch mean. Nothing is written before `save`."""

    known: Known
    slugs: Slugs
    keys: dict[str, str] = field(default_factory=dict)
    by_key: dict[str, list[Institute]] = field(default_factory=dict)
    by_slug: dict[str, Institute] = field(default_factory=dict)
    by_former_slug: dict[str, Institute] = field(default_factory=dict)
    filled: dict[int, Institute] = field(default_factory=dict)
    wishes: dict[int, str] = field(default_factory=dict)
    """Slugs that the file gives for institutes to be made, by the id() of the object."""

    def load(self, references: list[Reference], names: list[str]) -> None:
        """Fetch all candidates for the references, and for bare names, in three queries."""
        self.keys = folded_by_database({reference["name"] for reference in references} | set(names))
        slugs = {reference["slug"] for reference in references if reference.get("slug")}
        for institute in Institute.objects.filter(Q(sort_key__in=self.keys.values()) | Q(slug__in=slugs)).order_by(
            "pk"
        ):
            self.by_key.setdefault(institute.sort_key, []).append(institute)
            self.by_slug[institute.slug] = institute
        for former in FormerSlug.objects.filter(slug__in=slugs, project=None).select_related("institute"):
            self.by_former_slug[former.slug] = former.institute

    def find(self, reference: Reference, *, now: int | None) -> tuple[Institute | None, str]:
        """Return the institute, or None where it has to be made, and why the row cannot go on.

        `now` is the institute that the project has already: it settles a name that several institutes have.
        """
        key, place = self.keys[reference["name"]], fold(reference.get("place", ""))
        if found := self.by_slug.get(reference.get("slug", "")):
            known = {"slug": reference["slug"], "name": found.name}
            wrong = _("Het kenmerk “%(slug)s” hoort bij de instelling “%(name)s”.") % known
            return (found, "") if self._key_of(found) == key else (None, wrong)
        if found := self.by_former_slug.get(reference.get("slug", "")):
            # It became part of another, whatever its name was.
            return found, ""
        namesakes = self.by_key.get(key, [])
        exact = [institute for institute in namesakes if fold(institute.place) == place]
        if exact or reference.get("slug"):
            return next(iter(exact), None), ""
        if place:
            return next((institute for institute in namesakes if not institute.place), None), ""
        if len(namesakes) < 2:
            return next(iter(namesakes), None), ""
        kept = next((institute for institute in namesakes if institute.pk == now and now), None)
        places = ", ".join(institute.place for institute in namesakes)
        return kept, "" if kept else _("Er zijn meer instellingen met deze naam; noem de plaats: %(places)s.") % {
            "places": places
        }

    def use(self, reference: Reference, *, now: int | None) -> Institute:
        """Return the institute for a row that goes on: a new one, or the found one with what the file knows more."""
        # Found again: an earlier mention may have planned it meanwhile.
        found, _wrong = self.find(reference, now=now)
        if found is None:
            return self._plan(reference)
        if found.status == InstituteStatus.NAMED and self._fill(found, reference) and found.pk:
            self.filled[found.pk] = found
        return found

    def only_namesake(self, name: str) -> Institute | None:
        """Return the institute of this name when there is exactly one."""
        namesakes = self.by_key.get(self.keys[name], [])
        return namesakes[0] if len(namesakes) == 1 else None

    def _key_of(self, institute: Institute) -> str:
        return self.keys.get(institute.name) or institute.sort_key

    def _plan(self, reference: Reference) -> Institute:
        institute = Institute(name=reference["name"], status=InstituteStatus.NAMED)
        self._fill(institute, reference)
        self.by_key.setdefault(self.keys[institute.name], []).append(institute)
        if slug := reference.get("slug"):
            self.wishes[id(institute)] = slug
            self.by_slug[slug] = institute
        return institute

    def _fill(self, institute: Institute, reference: Reference) -> bool:
        """Fill in what is not known yet of an institute that no one has registered; tell whether anything was."""
        before = (institute.place, institute.kind)
        if not institute.place and not (institute.pk and reference.get("slug")):
            institute.place = reference.get("place", "")
            institute.gemeente_id = institute.gemeente_id or self.known.gemeente_of(institute.place)
        if institute.kind == InstituteKind.OTHER:
            institute.kind = reference.get("kind") or InstituteKind.OTHER
        return before != (institute.place, institute.kind)

    def save(self) -> list[int]:
        """Write the new and the completed institutes; return the ids of the new ones."""
        new = [institute for group in self.by_key.values() for institute in group if institute.pk is None]
        slugs = self.slugs.allocate([i.name for i in new], wishes=[self.wishes.get(id(i), "") for i in new])
        for institute, slug in zip(new, slugs, strict=True):
            institute.slug = slug
        Institute.objects.bulk_create(new)
        now = timezone.now()
        for institute in self.filled.values():
            institute.updated_at = now
        Institute.objects.bulk_update(self.filled.values(), ["place", "kind", "gemeente", "updated_at"])
        return [institute.pk for institute in new]


def differing_kind(institute: Institute, reference: Reference) -> tuple[str, str] | None:
    """Return the warning that the site knows the institute as another kind; the file does not change it."""
    kind: Any = reference.get("kind")
    if not kind or kind == institute.kind or kind == InstituteKind.OTHER:
        return None
    known = {"name": institute.name, "site": institute.kind, "file": kind}
    return "institute.kind", _("“%(name)s” is op de site %(site)s en blijft dat; hier staat %(file)s.") % known


def link_namesakes(institutes: list[int]) -> None:
    """Link partners without a page to the institutes that were just made under their name, where the name is unique."""
    sql = """
        UPDATE projects_projectpartner AS partner SET institute_id = institute.id
        FROM projects_institute AS institute
        WHERE partner.institute_id IS NULL AND institute.id = ANY(%s)
        AND institute.sort_key = vindplaats_fold(partner.name)
        AND NOT EXISTS (SELECT FROM projects_institute AS other
                        WHERE other.sort_key = institute.sort_key AND other.id <> institute.id)
    """
    with connection.cursor() as cursor:
        cursor.execute(sql, [institutes])
        if cursor.rowcount:
            # Pages that name those partners lead to the institute now.
            generation.advance_on_commit()
