"""An empty workbook to fill in projects, with what each column means and what can be chosen."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from projects.models import Application, Condition, Gemeente, Sector, TargetGroup, Technology, Theme
from projects.models.terms import in_reading_order
from projects.services.exporting.xlsx_file import SHEET
from projects.services.revisions.labels import ITEM_LABELS, label_of
from projects.states import Language, LessonKind, Phase, Scope, StopReason

LESSONS = 3
LESSON_PARTS = ("kind", "title", "situation", "outcome", "advice", "phase")
COLUMNS = (
    "id",
    "title",
    "summary",
    "problem",
    "approach",
    "results",
    "language",
    "phase",
    "stop_reasons",
    "stop_explanation",
    "start",
    "end",
    "scope",
    "themes",
    "target_groups",
    "sectors",
    "conditions",
    "technologies",
    "applications",
    "gemeenten",
    "partners",
)
REQUIRED = ("id", "title", "summary", "approach", "phase", "themes")
MULTIPLE = ("stop_reasons", "themes", "target_groups", "sectors", "conditions", "technologies", "applications")
FIXED: dict[str, Any] = {"language": Language, "phase": Phase, "scope": Scope, "stop_reasons": StopReason}
LISTS: dict[str, Any] = {
    "themes": Theme,
    "target_groups": TargetGroup,
    "sectors": Sector,
    "conditions": Condition,
    "applications": Application,
}
ROWS = 101


def write_sheet(out: BinaryIO) -> None:
    """Write the workbook: a sheet to fill in, one that explains, one with all choices."""
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    explained, choices = book.create_sheet(_("uitleg")), book.create_sheet(_("keuzes"))
    places = _write_choices(choices)
    _write_header(sheet, places)
    _write_explanation(explained)
    book.save(out)


def _columns() -> list[tuple[str, str]]:
    """Return each column with what is chosen from in it, if anything."""
    plain = [(name, name if name in FIXED or name in LISTS or name == "technologies" else "") for name in COLUMNS]
    chosen = {"kind": "lesson_kind", "phase": "phase"}
    lessons = [(f"lesson_{n}_{part}", chosen.get(part, "")) for n in range(1, LESSONS + 1) for part in LESSON_PARTS]
    return plain + lessons


def _write_header(sheet: Any, places: dict[str, str]) -> None:
    sheet.freeze_panes = "C2"
    for number, (name, list_) in enumerate(_columns(), 1):
        cell, letter = sheet.cell(1, number, name), get_column_letter(number)
        cell.font = Font(bold=True)
        cell.comment = Comment(_about(name), "Vindplaats", width=360, height=160)
        sheet.column_dimensions[letter].width = 24
        # A date that a spreadsheet makes of 05-2024 would be another one.
        for row in range(2, ROWS + 1):
            sheet.cell(row, number).number_format = "@"
        if list_ in places and name not in MULTIPLE:
            check = DataValidation("list", formula1=places[list_], allow_blank=True, showErrorMessage=True)
            check.error = _("Kies een waarde uit de lijst; het blad met keuzes zegt wat ze betekenen.")
            sheet.add_data_validation(check)
            check.add(f"{letter}2:{letter}{ROWS}")


def _about(name: str) -> str:
    """Return what a column is for, in a few words."""
    if name.startswith("lesson_"):
        _start, number, part = name.split("_", 2)
        return _("Les %(number)s: %(part)s") % {"number": number, "part": ITEM_LABELS[part]}
    told = {
        "id": _("Een eigen kenmerk, zoals linde-7. Met hetzelfde kenmerk wijzigt u later hetzelfde project."),
        "start": _("Een jaar (2024) of jaar en maand (2024-05)."),
        "end": _("Een jaar (2024) of jaar en maand (2024-05)."),
        "partners": _("Namen van organisaties, met | ertussen."),
        "gemeenten": _("Namen van gemeenten, met | ertussen."),
    }
    text = told.get(name) or label_of(name)
    if name in MULTIPLE:
        text = _("%(label)s: een of meer uit het blad met keuzes, met | ertussen.") % {"label": label_of(name)}
    elif name in FIXED:
        text = _("%(label)s: kies uit de lijst.") % {"label": label_of(name)}
    required = _("Verplicht.")
    return f"{text} {required}" if name in REQUIRED else text


def _write_explanation(sheet: Any) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 28, 100
    lines = [
        (
            _("Invullen"),
            _("Eén regel op het blad ‘%(sheet)s’ is één project. Laat de eerste regel staan.") % {"sheet": SHEET},
        ),
        (_("Leeg"), _("Een lege cel maakt dat onderdeel leeg. Haal een hele kolom weg om niets te veranderen.")),
        (_("Instelling"), _("Die hoeft u niet in te vullen: u kiest haar bij het inlezen.")),
        ("", ""),
        *((name, _about(name)) for name, _list in _columns()),
    ]
    for line in lines:
        sheet.append(line)
    for row in sheet.iter_rows():
        row[0].font = Font(bold=True)
        row[1].alignment = Alignment(wrap_text=True, vertical="top")


def _write_choices(sheet: Any) -> dict[str, str]:
    """Write a column of values and one of meanings for each list; return where the values stand."""
    places = {}
    for number, (name, pairs) in enumerate(_choices()):
        column = number * 2 + 1
        sheet.cell(1, column, name).font = Font(bold=True)
        for row, (value, label) in enumerate(pairs, 2):
            sheet.cell(row, column, value)
            sheet.cell(row, column + 1, label)
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width, sheet.column_dimensions[get_column_letter(column + 1)].width = 28, 40
        if pairs:
            places[name] = f"'{sheet.title}'!${letter}$2:${letter}${len(pairs) + 1}"
    return places


def _choices() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for name, fixed in {**FIXED, "lesson_kind": LessonKind}.items():
        yield name, [(value, str(label)) for value, label in fixed.choices]
    for name, model in LISTS.items():
        yield name, [(term.slug, term.label) for term in in_reading_order(model.objects.all())]
    yield "technologies", [(tag.name, tag.label) for tag in in_reading_order(Technology.objects.all())]
    yield "gemeenten", [(name, "") for name in Gemeente.objects.order_by("name").values_list("name", flat=True)]
