"""National and regional programmes with their lines, from catalogue/programmes.jsonl."""

from typing import Any

from projects.models import Programme, ProgrammeLine
from projects.services.reference.files import read_records
from projects.services.reference.loading import Loaded, Loader
from projects.services.slugs import slug_for

SLUG_LIMIT = 100


def load_programmes(loader: Loader) -> dict[str, Loaded]:
    """Load the programmes, and then their lines."""
    records = read_records("programmes.jsonl")
    loaded = {"programmes": loader.load(Programme, ("external_id",), [_programme(record) for record in records])}
    ids = dict(Programme.objects.values_list("external_id", "pk"))
    lines = [
        {"programme_id": ids[record["id"]], "name": name, "position": position}
        for record in records
        if record["id"] in ids
        for position, name in enumerate(record.get("lines") or [])
    ]
    return loaded | {"programme_lines": loader.load(ProgrammeLine, ("programme_id", "name"), lines)}


def _programme(record: dict[str, Any]) -> dict[str, Any]:
    texts = {name: record.get(name) or "" for name in ("name", "name_en", "summary", "start", "end", "source_url")}
    slug = record.get("slug") or slug_for(record["name"], limit=SLUG_LIMIT, fallback="programma")
    return texts | {"external_id": record["id"], "slug": slug}
