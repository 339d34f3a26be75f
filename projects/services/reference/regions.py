"""Municipalities, their aliases, and the schemes of regions that they belong to, from regions/*.csv."""

import datetime
from typing import Any

from projects.models import Gemeente, GemeenteAlias, Region, RegionGemeente, RegionScheme
from projects.services.reference.files import numbered, read_table
from projects.services.reference.loading import Loaded, Loader


def load_regions(loader: Loader) -> dict[str, Loaded]:
    """Load the map of the country, the parts before what is made of them."""
    gemeenten = [{name: row[name] for name in ("code", "name", "slug")} for row in read_table("regions/gemeenten.csv")]
    loaded = {"gemeenten": loader.load(Gemeente, ("code",), gemeenten)}
    codes = dict(Gemeente.objects.values_list("code", "pk"))
    aliases = [
        {"name": row["alias"], "gemeente_id": codes[row["gemeente_code"]]}
        for row in read_table("regions/gemeente_aliases.csv")
        if row["gemeente_code"] in codes
    ]
    loaded["aliases"] = loader.load(GemeenteAlias, ("name",), aliases)
    schemes = numbered(read_table("regions/schemes.csv"), _scheme)
    loaded["schemes"] = loader.load(RegionScheme, ("slug", "valid_from"), schemes)
    return loaded | _load_regions(loader, codes)


def _load_regions(loader: Loader, codes: dict[str, int]) -> dict[str, Loaded]:
    # Files name a scheme by its slug: the newest one that ships.
    newest = {row["slug"]: row["valid_from"] for row in sorted(read_table("regions/schemes.csv"), key=_first_day)}
    ids = {
        slug: pk
        for slug, pk, day in RegionScheme.objects.values_list("slug", "pk", "valid_from")
        if newest.get(slug) == day.isoformat()
    }
    regions = [
        {"scheme_id": ids[row["scheme"]], "code": row["code"], "name": row["name"], "slug": row["slug"]}
        for row in read_table("regions/regions.csv")
        if row["scheme"] in ids
    ]
    loaded = {"regions": loader.load(Region, ("scheme_id", "code"), regions)}
    there = {(scheme, code): pk for pk, scheme, code in Region.objects.values_list("pk", "scheme_id", "code")}
    pairs = [
        (there.get((ids.get(row["scheme"]), row["region_code"])), codes.get(row["gemeente_code"]))
        for row in read_table("regions/region_gemeenten.csv")
    ]
    links = [{"region_id": region, "gemeente_id": gemeente} for region, gemeente in pairs if region and gemeente]
    return loaded | {"region_gemeenten": loader.load(RegionGemeente, ("region_id", "gemeente_id"), links)}


def _first_day(row: dict[str, Any]) -> str:
    return row["valid_from"]


def _scheme(row: dict[str, Any]) -> dict[str, Any]:
    plain = {name: row[name] for name in ("slug", "name_en", "source", "source_url", "certainty")}
    until = datetime.date.fromisoformat(row["valid_to"]) if row["valid_to"] else None
    return plain | {
        "name": row["name_nl"],
        "valid_from": datetime.date.fromisoformat(row["valid_from"]),
        "valid_to": until,
    }
