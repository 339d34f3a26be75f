"""Files that cannot be read as a whole: what is wrong is said, and nothing is changed."""

import datetime
import gzip
import io
import zipfile

import pytest

from projects.models import Institute, Project
from projects.services.importing import Unreadable
from tests.projects.imports import done, errors, jsonl, record, run, saved, table, workbook

HEADER = ["id", "title", "summary"]
ROW = ["a-1", "Valpreventie thuis", "Minder valpartijen."]

pytestmark = pytest.mark.django_db


def refused(content, name):
    """Return why the file is refused; nothing may have been changed."""
    with pytest.raises(Unreadable) as caught:
        run(content=content, name=name)
    assert not Project.objects.exists()
    assert not Institute.objects.exists()
    return str(caught.value)


class TestRefused:
    """Not what it says it is, or broken."""

    @pytest.mark.parametrize("name", ["x.jsonl", "x.csv", "x.xlsx"])
    def test_empty(self, name):
        assert "leeg" in refused(b"", name)

    def test_unknown_ending(self):
        assert "--format" in refused(b"x", "projecten.doc")

    @pytest.mark.parametrize("name", ["x.jsonl", "x.csv"])
    def test_workbook_under_another_name(self, name):
        assert "werkmap" in refused(saved(workbook(HEADER, ROW)), name)

    def test_text_under_the_name_of_a_workbook(self):
        assert "geen werkmap" in refused(table(HEADER, ROW), "x.xlsx")

    def test_old_excel(self):
        assert ".xls" in refused(b"\xd0\xcf\x11\xe0" + bytes(600), "x.xlsx")

    def test_other_zip(self):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("a.txt", "hallo")
        assert "geen werkmap" in refused(out.getvalue(), "x.xlsx")

    @pytest.mark.parametrize("content", [gzip.compress(b"{}", mtime=0), b"%PDF-1.7 ..."])
    def test_no_text(self, content):
        assert "geen tekst" in refused(content, "x.jsonl")

    def test_utf16(self):
        assert "UTF-16" in refused(jsonl(record()).decode().encode("utf-16"), "x.jsonl")

    @pytest.mark.parametrize("content", [b"[\n1\n]", b"id,title,summary\n1,a,b", b"\n\n\n", b"null"])
    def test_no_json_lines(self, content):
        assert "Geen enkele regel" in refused(content, "x.jsonl")

    def test_csv_is_json(self):
        assert "mist de kolommen" in refused(jsonl(record()), "x.csv")


class TestHeader:
    """The first row of a spreadsheet."""

    def test_missing_columns_are_named(self):
        message = refused(table(["id", "titel"], ["1", "x"]), "x.csv")
        assert "title, summary" in message
        assert "titel" in message

    def test_column_twice(self):
        assert "title" in refused(table([*HEADER, "title"], [*ROW, "x"]), "x.csv")

    @pytest.mark.parametrize("other", ["partners", "institute"])
    def test_columns_that_contradict_each_other(self, other):
        numbered = {"partners": "partner_1_name", "institute": "institute_name"}[other]
        assert "tegenspreken" in refused(table([*HEADER, other, numbered], [*ROW, "x", "y"]), "x.csv")

    def test_not_in_utf8(self):
        assert "UTF-8" in refused("id,title,summary,oké\n1,a,b,c".encode("cp1252"), "x.csv")

    def test_names_in_capitals_and_with_spaces(self):
        assert done(run(content=table([" ID ", "Title", "SUMMARY"], ROW), name="x.csv")) == {"created": 1}

    def test_empty_workbook(self):
        assert "mist de kolommen" in refused(saved(workbook()), "x.xlsx")


class TestBrokenFurtherOn:
    """A file that is broken after many good rows changes nothing either."""

    def test_quotation_mark_that_never_closes(self):
        good = [[f"a-{number}", "Titel", "Tekst"] for number in range(700)]
        content = table(HEADER, *good) + b'a-701,"Titel,Tekst\na-702,x,y\n'
        message = refused(content, "x.csv")
        assert "regel 702" in message

    def test_cell_without_end(self):
        assert "stuk" in refused(table(HEADER) + b'1,a,"' + b"x" * 5_100_000, "x.csv")

    def test_workbook_cut_off(self):
        content = saved(workbook(HEADER, *[[f"a-{number}", "Titel", "Tekst"] for number in range(50)]))
        assert "stuk of afgebroken" in refused(content[: len(content) // 2], "x.xlsx")

    def test_damaged_part(self):
        content = saved(workbook(HEADER, ROW))
        start = content.index(b"xl/worksheets/sheet1.xml") + 60
        damaged = content[:start] + bytes(40) + content[start + 40 :]
        assert "stuk" in refused(damaged, "x.xlsx")

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            (b"</sheetData>", b"</sheet>", "stuk"),
            (b"<worksheet", b'<!DOCTYPE w [<!ENTITY a "b">]><worksheet', "DOCTYPE"),
            (b'r="A2"', b'r="ZZZZ"', "niet te lezen"),
        ],
    )
    def test_sheet_with_other_xml(self, old, new, said):
        assert said in refused(_with_sheet(saved(workbook(HEADER, ROW)), old, new), "x.xlsx")

    def test_bomb(self, monkeypatch):
        monkeypatch.setattr("projects.services.importing.xlsx_check.UNPACKED_LIMIT", 1_000)
        assert "groter dan" in refused(saved(workbook(HEADER, ROW)), "x.xlsx")


class TestAccepted:
    """Marks, separators and formats that people's programs make."""

    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    def test_jsonl(self, mark):
        content = mark + jsonl(record(), b"", b"   ", record(id="a-2")) + b"\r\n"
        assert done(run(content=content)) == {"created": 2}

    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    @pytest.mark.parametrize("separator", [",", ";", "\t"])
    def test_csv(self, mark, separator):
        content = mark + table(HEADER, ["a-1", "Een, twee; drie\tvier", "Regel\nRegel"], [], separator=separator)
        assert done(run(content=content, name="x.csv")) == {"created": 1}
        assert Project.objects.get().title == "Een, twee; drie vier"
        assert Project.objects.get().summary == "Regel\nRegel"

    def test_xlsx(self):
        assert done(run(content=saved(workbook(HEADER, [], ROW)), name="x.xlsx")) == {"created": 1}

    def test_sheet_called_projecten_goes_first(self):
        book = workbook(["uitleg"], ["Vul het blad hierna in"])
        sheet = book.create_sheet("projecten")
        sheet.append(HEADER)
        sheet.append(ROW)
        assert done(run(content=saved(book), name="x.xlsx")) == {"created": 1}

    def test_format_goes_before_the_name(self):
        assert done(run(content=table(HEADER, ROW), name="x.txt", format_="csv")) == {"created": 1}

    def test_sheet_that_lies_about_its_size(self):
        content = _with_sheet(saved(workbook(HEADER, ROW)), b'<dimension ref="A1:C2"', b'<dimension ref="A1"')
        assert done(run(content=content, name="x.xlsx")) == {"created": 1}


class TestBrokenRows:
    """One bad row never stops the others."""

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            (b'{"id": "x", ', "geen geldige JSON"),
            (b"[1, 2]", "geen record"),
            (b'"tekst"', "geen record"),
            (b'{"id": "\xff\xfe", "title": "x"}', "UTF-8"),
            (b'{"id": "x", "id": "y"}', "twee keer"),
            (b'{"id": "x", "funding": NaN}', "geen getal"),
            (b'{"id": ' + b"[" * 100_000, "geen geldige JSON"),
            (b'{"id": ' + b"9" * 10_000 + b"}", "geen geldige JSON"),
            (b'{"id": "x", "summary": "' + b"x" * 2_100_000 + b'"}', "langer dan"),
        ],
    )
    def test_line_of_json(self, line, said):
        report = run(record(), line, record(id="a-2"))
        assert done(report) == {"created": 2, "refused": 1}
        ((number, field, reason),) = errors(report)
        assert (number, field) == (2, "")
        assert said in reason

    @pytest.mark.parametrize("cells", [["a-2", "Titel"], ["a-2", "Titel", "Tekst", "over"]])
    def test_row_of_another_length(self, cells):
        report = run(content=table(HEADER, ROW, cells, ["a-3", "x", "y"]), name="x.csv")
        assert done(report) == {"created": 2, "refused": 1}
        assert errors(report)[0][0] == 3

    def test_cell_in_another_encoding(self):
        content = table(HEADER, ROW) + "a-2,Cliënt,x\r\na-3,y,z\r\n".encode("cp1252")
        report = run(content=content, name="x.csv")
        assert done(report) == {"created": 2, "refused": 1}
        assert errors(report)[0][:2] == (3, "title")

    def test_line_numbers_count_lines_within_cells(self):
        content = table(HEADER, ["a-1", "x", "Een\ntwee\ndrie"], ["a-2", "", "leeg"])
        assert [line for line, *_ in errors(run(content=content, name="x.csv"))] == [5]


class TestCells:
    """What a workbook can hold that is no text."""

    def sheet(self, *rows):
        return workbook(
            [*HEADER, "start", "phase_source_year", "confirmed_on", "funding_1_kind", "funding_1_amount_eur"], *rows
        )

    def test_formula_is_refused_by_its_column(self):
        report = run(content=saved(self.sheet(ROW, ["a-2", "=A1", "x"])), name="x.xlsx")
        assert done(report) == {"created": 1, "refused": 1}
        assert errors(report)[0][:2] == (3, "title")
        assert "formule" in errors(report)[0][2]

    def test_error_is_refused(self):
        book = self.sheet(ROW)
        book.active["B2"] = "#N/A"
        assert "#N/A" in errors(run(content=saved(book), name="x.xlsx"))[0][2]

    def test_merged_cells_are_refused(self):
        book = self.sheet(ROW, ["a-2", "x", "y"], ["a-3", "x", "y"])
        book.active.merge_cells("B3:B4")
        report = run(content=saved(book), name="x.xlsx")
        assert done(report) == {"created": 1, "refused": 2}
        assert "samengevoegde" in errors(report)[0][2]

    def test_merged_header_is_refused(self):
        book = self.sheet(ROW)
        book.active.merge_cells("A1:A2")
        assert "samengevoegde" in refused(saved(book), "x.xlsx")

    def test_cells_beside_the_table_are_refused(self):
        book = self.sheet(ROW)
        book.active["Z2"] = "los"
        assert "rechts" in errors(run(content=saved(book), name="x.xlsx"))[0][2]

    def test_numbers_and_dates_are_read_as_written(self):
        first_of_may = datetime.datetime(2019, 5, 1)  # noqa: DTZ001 - a workbook knows no zones
        row = [*ROW, first_of_may, 2019, datetime.date(2024, 2, 29), "subsidy", 12500.5]
        assert done(run(content=saved(self.sheet(row)), name="x.xlsx")) == {"created": 1}
        project = Project.objects.get()
        assert (project.start, project.phase_source_year) == ("2019-05", 2019)
        assert project.confirmed_on.isoformat() == "2024-02-29"
        assert str(project.fundings.get().amount_eur) == "12500.50"

    def test_year_as_number_for_a_date(self):
        assert done(run(content=saved(self.sheet([*ROW, 2019])), name="x.xlsx")) == {"created": 1}
        assert Project.objects.get().start == "2019"

    @pytest.mark.parametrize("value", [1e9, -1, 2019.5, True])
    def test_number_that_is_no_year(self, value):
        report = run(content=saved(self.sheet([*ROW, None, value])), name="x.xlsx")
        assert [field for _line, field, _reason in errors(report)] == ["phase_source_year"]


def _with_sheet(content, old, new):
    """Return the workbook with a part of its first sheet replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for part in source.infolist():
            data = source.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                assert old in data
                data = data.replace(old, new)
            target.writestr(part, data)
    return out.getvalue()
