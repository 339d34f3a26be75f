"""Outlines of regions and municipalities as SVG paths, from the files that ship."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "reference" / "regions" / "svg"
VIEW_BOX = "0 0 2660 3140"
"""One unit is 100 metres; see NOTICE.md beside the files."""
ATTRIBUTION = "Bron: CBS / Kadaster, CBS Gebiedsindelingen (CC BY 4.0). Bewerkt door Vindplaats."
"""The licence asks for this line beside every map; it is not translated."""


@dataclass(frozen=True)
class Outline:
    """The shape of one area, and where its label goes, in units of the view box."""

    code: str
    path: str
    label_x: int
    label_y: int


@cache
def outlines(scheme: str) -> dict[str, Outline]:
    """Return the outlines of a scheme (or of 'gemeente') by code; empty when none ship."""
    file = FOLDER / f"{scheme}.json"
    if not scheme.isascii() or not scheme.isalnum() or not file.is_file():
        return {}
    areas = json.loads(file.read_text(encoding="utf-8"))["regions"]
    return {area["code"]: Outline(area["code"], area["d"], *area["label"]) for area in areas}
