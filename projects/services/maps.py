"""Outlines of regions and municipalities as SVG paths, from the files that ship."""

import json
import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
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


COARSE = 4
"""How many units of the view box one unit of a coarse outline is: 400 metres, less than a pixel on a page."""
PART = re.compile(r"([Mmlz])([^Mmlz]*)")
NUMBER = re.compile(r"-?\d+")


@cache
def coarse_outlines(scheme: str) -> dict[str, Outline]:
    """Return the outlines of a scheme in units of COARSE, labels apart; a map of all of them weighs half as much.

    Neighbours share the points of their border and these are rounded alike, so no gap comes between them.
    """
    return {code: replace(one, path=_coarse(one.path)) for code, one in outlines(scheme).items()}


def _coarse(path: str) -> str:
    """Return a path of moves and lines with its points rounded, without those that fall together."""
    rings, x, y = [], 0, 0
    for command, text in PART.findall(path):
        numbers = list(map(int, NUMBER.findall(text)))
        points = []
        for at, (first, second) in enumerate(zip(numbers[::2], numbers[1::2], strict=True)):
            absolute = command == "M" and not at
            x, y = (first, second) if absolute else (x + first, y + second)
            points.append((round(x / COARSE), round(y / COARSE)))
        if command in "Mm":
            rings.append(points)
        elif command == "l":
            rings[-1] += points
    return "".join(_ring(points) for points in rings)


def _ring(points: list[tuple[int, int]]) -> str:
    """Return a closed line through different points; one that shrank to a line is left out."""
    kept = [point for number, point in enumerate(points) if not number or point != points[number - 1]]
    if len(set(kept)) < 3:
        return ""
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(kept)]
    lines = " ".join(f"{dx} {dy}" for dx, dy in steps).replace(" -", "-")
    return f"M{kept[0][0]} {kept[0][1]}l{lines}z"


@cache
def outlines(scheme: str) -> dict[str, Outline]:
    """Return the outlines of a scheme (or of 'gemeente') by code; empty when none ship."""
    file = FOLDER / f"{scheme}.json"
    if not scheme.isascii() or not scheme.isalnum() or not file.is_file():
        return {}
    areas = json.loads(file.read_text(encoding="utf-8"))["regions"]
    return {area["code"]: Outline(area["code"], area["d"], *area["label"]) for area in areas}
