"""An export that is imported again gives the same projects, in each of the formats."""

import csv
import io
import json
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from projects.models import Institute, Lesson, Project, ProjectPartner, Technology
from projects.services.exchange import cells
from projects.services.exporting import CannotExport, export_projects
from tests import factories
from tests.projects.imports import FULL, SMALL, done, record, run
from vindplaats.formulas import safe_in_csv

FORMATS = ["jsonl", "csv", "xlsx"]
ODD = [
    "=1+1",
    "+31",
    "-5 graden",
    "@naam",
    "'=1",
    "''=1",
    "'",
    "a|b",
    "a\\|b\\",
    "_x0041_",
    "#N/A",
    "007",
    "1e5",
    "TRUE",
    "“€ëï”",
    "𝄞",
]
ODD += ["- punt\n- punt", "regel\n\n    code", '"aan;haling",', "null", "2019-05-01", "{}", "a\tb"]


def exported(format_, projects=None):
    """Return the bytes of an export."""
    out = io.BytesIO()
    export_projects(Project.objects.order_by("pk") if projects is None else projects, out, format_=format_)
    return out.getvalue()


def empty():
    """Remove all that an import makes."""
    for model in (Project, Institute, Technology):
        model.objects.all().delete()


def comes_back(format_):
    """Export, empty, import, export again; the two exports are the same bytes."""
    first, every = exported(format_), exported("jsonl")
    empty()
    report = run(content=first, name=f"x.{format_}")
    assert not report.problems
    assert exported("jsonl") == every
    assert exported(format_) == first
    return report


def odd(text):
    """Return a record with the text in every kind of field."""
    lesson = {"kind": "tip", "title": text, "advice": text}
    names = {"technologies": [text, "gewoon"], "partners": [text, "gewoon"], "institute": text}
    return record(id=f"a-{ODD.index(text)}", title=text, summary=text, lessons=[lesson], **names)


@pytest.mark.slow
@pytest.mark.django_db
class TestRoundTrip:
    """Nothing is lost."""

    @pytest.mark.parametrize("format_", FORMATS)
    def test_every_field(self, vocabulary, format_):
        run(FULL, record(id="a-2", status="archived"), record(id="a-3", status="draft", language="en"))
        assert done(comes_back(format_)) == {"created": 3}

    @pytest.mark.parametrize("format_", FORMATS)
    def test_again_into_the_same_site(self, vocabulary, format_):
        run(FULL, record(id="a-2"))
        assert done(run(content=exported(format_), name=f"x.{format_}")) == {"unchanged": 2}

    @pytest.mark.parametrize("format_", FORMATS)
    def test_odd_texts(self, format_):
        assert done(run(*map(odd, ODD))) == {"created": len(ODD)}
        assert done(comes_back(format_)) == {"created": len(ODD)}

    @pytest.mark.parametrize("format_", FORMATS)
    def test_what_only_editors_make(self, format_):
        """Namesakes, partners under another name, texts as a browser sends them."""
        for place in ("", "Assen"):
            factories.ProjectFactory(published=True, institute__name="De Brink", institute__place=place)
        project = Project.objects.first()
        ProjectPartner.objects.create(project=project, name="Brinkgroep", institute=Institute.objects.last())
        factories.LessonFactory(project=project, position=1)
        factories.ResourceFactory(project=project, year=2020)
        comes_back(format_)
        assert [one.institute.place for one in Project.objects.order_by("pk")] == ["", "Assen"]

    @pytest.mark.parametrize("format_", FORMATS)
    def test_a_file_without_lessons_says_that_there_are_none(self, format_):
        run(record())
        content = exported(format_)
        factories.LessonFactory(project=Project.objects.get())
        assert done(run(content=content, name=f"x.{format_}")) == {"updated": 1}
        assert not Lesson.objects.exists()

    @pytest.mark.slow
    @pytest.mark.parametrize("format_", FORMATS)
    def test_shipped_catalogue(self, format_):
        from django.core.management import call_command

        call_command("load_reference", stdout=io.StringIO())
        call_command("load_catalogue", stdout=io.StringIO(), stderr=io.StringIO())
        assert Project.objects.count() > 100
        assert Lesson.objects.count() > 100
        comes_back(format_)


@pytest.mark.django_db
class TestFiles:
    """What other programs see."""

    def test_jsonl_has_every_field_of_the_format(self, vocabulary):
        run(FULL)
        assert set(FULL) < set(json.loads(exported("jsonl")))

    def test_csv_is_utf8_with_a_mark(self):
        run(record(title="Cliënt"))
        content = exported("csv")
        assert content.startswith(b"\xef\xbb\xbf")
        (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        assert (row["id"], row["title"]) == ("a-1", "Cliënt")

    @pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@x"])
    def test_no_cell_is_a_formula(self, text):
        run(record(title=text, summary=text, technologies=[text], lessons=[{"kind": "tip", "title": text}]))
        rows = list(csv.reader(io.StringIO(exported("csv").decode("utf-8-sig"), newline="")))
        assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r") and cell]
        sheet = load_workbook(io.BytesIO(exported("xlsx"))).active
        assert {cell.data_type for row in sheet for cell in row if cell.value is not None} == {"s"}

    def test_text_that_does_not_fit_in_a_cell(self):
        factories.ProjectFactory(external_id="lang", approach="x" * 32_768)
        with pytest.raises(CannotExport, match="lang: approach"):
            exported("xlsx")
        assert len(exported("csv")) > 32_768

    def test_people_are_not_in_it(self):
        factories.ProjectFactory(published=True, with_contact=True, created_by=factories.UserFactory())
        for format_ in ("jsonl", "csv"):
            assert b"geheim" not in exported(format_)
            assert b"zorg.example" not in exported(format_).replace(b"https://zorg.example", b"")

    def test_order_is_that_of_the_question(self):
        run(*(record(id=f"a-{number}") for number in range(3)))
        lines = exported("jsonl", Project.objects.order_by("-external_id")).splitlines()
        assert [json.loads(line)["id"] for line in lines] == ["a-2", "a-1", "a-0"]

    def test_query_count(self, django_assert_num_queries, vocabulary):
        run(FULL)
        with django_assert_num_queries(21):
            exported("jsonl")
        run(*(FULL | {"id": f"a-{number}"} for number in range(9)))
        with django_assert_num_queries(21):
            exported("jsonl")

    def test_nothing_to_export(self):
        assert exported("jsonl") == b""
        assert exported("csv").count(b"\r\n") == 1
        assert exported("xlsx")


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=40)
NASTY = st.text(st.sampled_from("'=+-@|\\\t\n\" ;,_x0041é" + string.ascii_letters), max_size=12)


class TestCells:
    """The signs that are put before and between are taken off again, whatever the text."""

    @given(st.lists((TEXT | NASTY).map(str.strip).filter(bool), max_size=5))
    def test_names(self, names):
        assert cells.split(cells.join(names)) == names or not names

    @given(TEXT | NASTY)
    def test_csv(self, text):
        assert cells.plain(safe_in_csv(text)) == text
        assert safe_in_csv(text)[:1] not in tuple("=+-@\t\r")

    @given(TEXT | NASTY)
    def test_xlsx(self, text):
        assert cells.plain(cells.safe_in_xlsx(text)) == text


@pytest.mark.slow
@pytest.mark.django_db
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXT | NASTY, min_size=6, max_size=6), format_=st.sampled_from(FORMATS))
def test_any_text_comes_back(texts, format_):
    """Whatever an import accepts comes back from an export unchanged, in every format."""
    empty()
    title, summary, advice, technology, partner, institute = texts
    lessons = [{"kind": "tip", "title": title or "x", "advice": advice}]
    run(SMALL | {"title": title or "x", "summary": summary or "x", "lessons": lessons, "institute": institute or None})
    run(SMALL | {"technologies": [technology], "partners": [partner or "x"]})
    comes_back(format_)
