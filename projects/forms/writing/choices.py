"""What can be chosen from in a text: terms in groups, places by province, regions by scheme."""

from itertools import groupby
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.forms.writing.fields import Option, OptionGroup
from projects.models import Gemeente, Programme, ProgrammeLine, Region, Technology, Theme
from projects.models.terms import in_reading_order

PROVINCES = "provincie"


def terms(model: Any) -> list[OptionGroup]:
    """Return all terms of a list."""
    return [OptionGroup("", [_option(term) for term in in_reading_order(model.objects.all())])]


def themes() -> list[OptionGroup]:
    """Return the main themes as groups, each with itself first."""
    below = Prefetch("children", Theme.objects.in_order())
    main = Theme.objects.main().in_order().prefetch_related(below)
    return [OptionGroup(one.label, [_option(one), *map(_option, one.children.all())]) for one in main]


def technologies() -> list[OptionGroup]:
    """Return the technologies that are known, by name: a record holds the name itself."""
    known = in_reading_order(Technology.objects.all())
    return [OptionGroup("", [Option(one.name, one.label, one.label_language) for one in known])]


def programmes() -> list[OptionGroup]:
    """Return the programmes, each with its lines; a line is 'id|line'."""
    lines = Prefetch("lines", ProgrammeLine.objects.order_by("position", "pk"))
    found = []
    for one in in_reading_order(Programme.objects.prefetch_related(lines)):
        below = [Option(f"{one.external_id}|{line.name}", line.name) for line in one.lines.all()]
        found.append(OptionGroup(one.label, [Option(one.external_id, one.label, one.label_language), *below]))
    return found


def gemeenten() -> list[OptionGroup]:
    """Return the municipalities by province."""
    regions = _in_force().filter(scheme__slug=PROVINCES)
    province = dict(regions.values_list("gemeenten__name", "name"))
    names = sorted(Gemeente.objects.values_list("name", flat=True))
    ordered = sorted(names, key=lambda name: province.get(name, "~"))
    return [
        OptionGroup(group or _("Andere gemeenten"), [Option(name, name) for name in some])
        for group, some in groupby(ordered, lambda name: province.get(name, ""))
    ]


def regions() -> list[OptionGroup]:
    """Return the regions that are in force, by scheme; a record holds slug@first day of the scheme."""
    ordered = _in_force().order_by("scheme__position", "scheme_id", "name", "pk")
    return [
        OptionGroup(scheme.label, [Option(f"{one.slug}@{scheme.valid_from.isoformat()}", one.name) for one in some])
        for scheme, some in groupby(ordered, lambda one: one.scheme)
    ]


def _in_force() -> QuerySet[Region]:
    return Region.objects.in_force(timezone.localdate()).select_related("scheme")


def _option(term: Any) -> Option:
    return Option(term.slug, term.label, term.label_language)
