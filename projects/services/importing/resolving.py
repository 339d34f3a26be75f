"""The second half of reading a row: words of the vocabulary become ids, and what depends on other fields is settled."""

from typing import Any

from django.utils.translation import gettext as _

from projects.services.exchange.reading import Reading
from projects.services.exchange.record import PROJECT
from projects.services.importing.known import Known, Terms

NESTED = {"lessons": ("themes",), "resources": ("themes", "conditions", "target_groups")}


def read_record(values: dict[str, Any], known: Known, reading: Reading) -> dict[str, Any]:
    """Return the fields that are present, clean and with ids for terms, places and programmes."""
    record = PROJECT.read(values, "", reading)
    record.pop("format_version", None)
    _settle_municipality(record, reading)
    for name, terms in known.terms.items():
        if name in record:
            record[name] = terms.find(record[name], name, reading)
    for name, fields in NESTED.items():
        for number, item in enumerate(record.get(name, ()), 1):
            for field in fields:
                if field in item:
                    item[field] = known.terms[field].find(item[field], f"{name}.{number}.{field}", reading)
    if "programmes" in record:
        record["programmes"] = _programmes(record["programmes"], known, reading)
    _check_funding(record, reading)
    return record


def _settle_municipality(record: dict[str, Any], reading: Reading) -> None:
    """Make `municipality`, the short way to name one municipality, the list `gemeenten`."""
    if "municipality" not in record:
        return
    name = record.pop("municipality")
    if name and record.get("gemeenten"):
        reading.wrong("municipality", _("Vul municipality of gemeenten in, niet allebei."))
    if name or "gemeenten" not in record:
        record["gemeenten"] = [name] if name else []


def _programmes(links: list[dict[str, str]], known: Known, reading: Reading) -> list[tuple[int, int | None]]:
    found: dict[tuple[int, int | None], None] = {}
    for number, link in enumerate(links, 1):
        for programme in known.programmes.find(
            [link["id"]] if link.get("id") else [], f"programmes.{number}.id", reading
        ):
            lines = known.lines.get(programme, Terms({}))
            wanted = [link["line"]] if link.get("line") else []
            found[programme, next(iter(lines.find(wanted, f"programmes.{number}.line", reading)), None)] = None
    return list(found)


def _check_funding(record: dict[str, Any], reading: Reading) -> None:
    for number, funding in enumerate(record.get("funding", ()), 1):
        if ends_before_start(funding.get("start", ""), funding.get("end", "")):
            reading.wrong(f"funding.{number}.end", _("Het einde ligt vóór het begin."))


def ends_before_start(start: str, end: str) -> bool:
    """Compare at the precision of the end, as the database does: 2019 does not lie before 2019-05."""
    return bool(start and end) and end < start[: len(end)]
