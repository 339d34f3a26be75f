"""National and regional programmes with their lines and milestones, from catalogue/programmes.jsonl."""

from typing import Any

from projects.models import Programme, ProgrammeLine, ProgrammeMilestone
from projects.services.reference.files import read_records
from projects.services.reference.loading import Loaded, Loader
from projects.services.slugs import slug_for

SLUG_LIMIT = 100


def load_programmes(loader: Loader) -> dict[str, Loaded]:
    """Load the programmes, and then their lines and milestones."""
    records = read_records("programmes.jsonl")
    loaded = {"programmes": loader.load(Programme, ("external_id",), [_programme(record) for record in records])}
    ids = dict(Programme.objects.values_list("external_id", "pk"))
    lines = [
        {"programme_id": ids[record["id"]], "name": name, "position": position}
        for record in records
        if record["id"] in ids
        for position, name in enumerate(record.get("lines") or [])
    ]
    loaded |= {"programme_lines": loader.load(ProgrammeLine, ("programme_id", "name"), lines)}
    milestones = [
        {"programme_id": ids[record["id"]], "source_url": record.get("source_url") or "", **milestone}
        for record in records
        if record["id"] in ids
        for milestone in record.get("milestones") or []
    ]
    return loaded | {"milestones": loader.load(ProgrammeMilestone, ("programme_id", "title"), milestones)}


def _programme(record: dict[str, Any]) -> dict[str, Any]:
    texts = {name: record.get(name) or "" for name in ("name", "name_en", "summary", "start", "end", "source_url")}
    slug = record.get("slug") or slug_for(record["name"], limit=SLUG_LIMIT, fallback="programma")
    return texts | {"external_id": record["id"], "slug": slug}
