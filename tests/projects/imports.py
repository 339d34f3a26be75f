"""What the tests of import and export share: files made on the spot, and imports of them."""

import csv
import io
import json
from typing import Any

from openpyxl import Workbook

from projects.services.importing import Options, Report, import_projects

SMALL = {"id": "a-1", "title": "Valpreventie thuis", "summary": "Minder valpartijen."}


def record(**given: Any) -> dict[str, Any]:
    """Return the smallest record that is accepted, and what a test adds to it."""
    return SMALL | given


FULL = record(
    problem="Mensen vielen vaak.",
    phase="stopped",
    phase_source_year=2021,
    stop_reasons=["funding", "staffing"],
    stop_explanation="Het geld was op.",
    start="2019-05",
    end="2021",
    scope="regional",
    institute={"name": "Zorggroep De Brink", "kind": "home_care", "place": "Assen"},
    partners=["Huisartsen Noord", {"name": "HS", "institute": {"name": "Hogeschool", "kind": "knowledge_institute"}}],
    themes=["valpreventie"],
    sectors=["wijkverpleging"],
    target_groups=["ouderen"],
    conditions=["dementie"],
    applications=["appje"],
    technologies=["Sensor"],
    gemeenten=["Assen"],
    regions=["provincie-drenthe"],
    programmes=[{"id": "prog-a", "line": "Lijn 1"}, "prog-a"],
    funding=[
        {"kind": "subsidy", "name": "Regeling", "amount_eur": 1000, "start": "2019", "end": "2020", "note": "Klein."}
    ],
    kept="partly",
    kept_explanation="De sensoren bleven.",
    lessons=[
        {"kind": "pitfall", "title": "Te laat", "situation": "Laat.", "advice": "Eerder.", "themes": ["valpreventie"]}
    ],
    resources=[{"kind": "report", "title": "Verslag", "url": "https://zorg.example/v", "conditions": ["dementie"]}],
    source_url="https://zorg.example/bron",
    source_accessed="2025-01-02",
    confirmed_on="2025-03-04",
    published_at="2024-05-06T07:08:09+02:00",
)
"""A record with every field; its terms and places are those of the fixture `vocabulary`."""


def jsonl(*records: Any) -> bytes:
    """Return a JSON Lines file; a record that is bytes stands for a line as it is."""
    return b"\n".join(one if isinstance(one, bytes) else json.dumps(one).encode() for one in records)


def table(*rows: list[Any], separator: str = ",") -> bytes:
    """Return a CSV file of these rows, the first with the names."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode()


def workbook(*rows: list[Any], sheet: str = "Blad1") -> Workbook:
    """Return a workbook with these rows on its first sheet."""
    book = Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    return book


def saved(book: Workbook) -> bytes:
    """Return the bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def run(*records: Any, name: str = "file.jsonl", content: bytes | None = None, **options: Any) -> Report:
    """Import records, or the bytes of a file called `name`."""
    stream = io.BytesIO(jsonl(*records) if content is None else content)
    return import_projects(stream, name=name, options=Options(**options))


def errors(report: Report) -> list[tuple[int, str, str]]:
    """Return line, field and reason of all errors."""
    return [(one.line, one.field, one.reason) for one in report.problems if one.level == "error"]


def done(report: Report) -> dict[str, int]:
    """Return the outcomes that occurred."""
    return {name: count for name, count in report.counts.items() if count and name not in ("warnings", "problems")}
