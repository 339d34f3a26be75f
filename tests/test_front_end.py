"""What templates, style sheet and scripts promise each other, read from the files alone."""

import gzip
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STYLE_SHEET = ROOT / "static" / "css" / "vindplaats.css"
STYLES = "".join(path.read_text() for path in sorted(STYLE_SHEET.parent.glob("*.css")))
FONT = "fonts/source-sans-3-latin-wght-normal.woff2"
CLASS = re.compile(r"(?<![\w-])(?:vp|utrecht)-[a-z][\w-]*")
HOOKS = {"vp-main--home", "vp-pages__end", "vp-option--parent"}
"""Names that carry no rule of their own but are part of another selector or may be styled later."""


def test_components_say_what_they_expect() -> None:
    components = [path for path in TEMPLATES if path.name.startswith("_")]
    silent = [path.name for path in components if not path.read_text().startswith("{# Expects")]
    assert components
    assert silent == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_templates_are_small_and_keep_to_the_content_security_policy(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= 150
    assert not re.search(r"\|\s*safe\b|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", text)


def test_every_class_of_a_template_is_styled() -> None:
    styled = set(CLASS.findall(STYLES))
    attributes = [re.findall(r'class="((?:[^"{]|{{.*?}}|{%.*?%})*)"', path.read_text()) for path in TEMPLATES]
    used = {name for found in attributes for value in found for name in CLASS.findall(value) if not name.endswith("--")}
    assert used - styled - HOOKS == set()


def test_the_style_sheet_asks_for_nothing_but_files_that_ship() -> None:
    addresses = re.findall(r"url\(([^)]+)\)", STYLES)
    assert addresses
    assert [one for one in addresses if not (STYLE_SHEET.parent / one.strip("\"'")).is_file()] == []


@pytest.mark.parametrize(
    ("name", "most_kilobytes"),
    [
        ("css/vindplaats.css", 15),
        ("css/comparing.css", 2),
        ("css/writing.css", 2),
        ("css/account.css", 1),
        ("js/live.js", 3),
        ("js/facets.js", 2),
        ("js/share.js", 1),
        ("js/suggest.js", 3),
        ("js/passkeys.js", 1),
        ("img/icons.svg", 3),
        (FONT, 22),
    ],
)
def test_files_stay_light(name: str, most_kilobytes: int) -> None:
    assert len(gzip.compress((ROOT / "static" / name).read_bytes())) <= most_kilobytes * 1024


def test_every_icon_that_is_asked_for_exists() -> None:
    there = set(re.findall(r'id="([\w-]+)"', (ROOT / "static/img/icons.svg").read_text()))
    asked = {name for path in TEMPLATES for name in re.findall(r'_icon\.html" with name="([\w-]+)"', path.read_text())}
    assert asked - there == set()


def ranges(css: str) -> list[range]:
    """Return the code points that the font faces of a style sheet declare."""
    parts = re.findall(
        r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", " ".join(re.findall(r"unicode-range:([^;}]+)", css, re.I)), re.I
    )
    return [range(int(first, 16), int(last or first, 16) + 1) for first, last in parts]


def test_the_font_has_every_letter_of_the_catalogue() -> None:
    used = set((ROOT / "projects/catalogue/projects.jsonl").read_text()) - {"\n"}
    declared = ranges(STYLE_SHEET.read_text())
    assert declared
    assert [letter for letter in sorted(used) if not any(ord(letter) in one for one in declared)] == []


def test_small_maps_are_drawn_on_the_provinces_of_the_reference_data() -> None:
    provinces = json.loads((ROOT / "projects/reference/regions/svg/provincie.json").read_text())["regions"]
    drawn = re.findall(r'<path d="([^"]+)"', (ROOT / "static/img/provincies.svg").read_text())
    assert drawn == [province["d"] for province in provinces], "run `npm run build` in static/"


def test_what_needs_a_script_is_hidden_without_it() -> None:
    share = (ROOT / "templates/components/_share.html").read_text()
    shown = [tag for tag in re.findall(r"(?:<li[^>]*>)?<button[^>]*>", share) if "vp-js" not in tag]
    assert shown == []
    asked = set(re.findall(r'data-copy="([^"]+)"', share))
    assert asked == asked & set(re.findall(r'id="([^"]+)"', share)) != set()
