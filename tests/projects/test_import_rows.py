"""What is wrong with a row: told with its field and a reason, all at once, and nothing of the row is kept."""

import pytest

from projects.models import Institute, Project, Technology
from tests import factories
from tests.projects.imports import done, errors, record, run, table

pytestmark = pytest.mark.django_db

LESSON = {"kind": "tip", "title": "Begin op tijd"}


WRONG = [
    ({"id": ""}, "id"),
    ({"id": None}, "id"),
    ({"id": 12}, "id"),
    ({"id": "x" * 101}, "id"),
    ({"title": "   "}, "title"),
    ({"title": "\x00\x1b"}, "title"),
    ({"title": ["a"]}, "title"),
    ({"title": "x" * 201}, "title"),
    ({"title": True}, "title"),
    ({"summary": "x" * 30_001}, "summary"),
    ({"summary": {"nl": "x"}}, "summary"),
    ({"slug": "met spatie"}, "slug"),
    ({"slug": "é"}, "slug"),
    ({"slug": "kaart"}, "slug"),
    ({"language": "xx"}, "language"),
    ({"status": "gepubliceerd"}, "status"),
    ({"phase": "proef"}, "phase"),
    ({"phase_source_year": 10**9}, "phase_source_year"),
    ({"phase_source_year": -2019}, "phase_source_year"),
    ({"phase_source_year": "negentien"}, "phase_source_year"),
    ({"phase_source_year": [2019]}, "phase_source_year"),
    ({"phase": "stopped", "stop_reasons": ["ruzie"]}, "stop_reasons.1"),
    ({"stop_reasons": ["funding"]}, "stop_reasons"),
    ({"phase": "pilot", "stop_explanation": "Geld op."}, "stop_explanation"),
    ({"start": "2019-13"}, "start"),
    ({"start": "2019-05-17"}, "start"),
    ({"start": "05-2019"}, "start"),
    ({"start": "0099"}, "start"),
    ({"start": "2020", "end": "2019"}, "end"),
    ({"start": "2020-06", "end": "2020-05"}, "end"),
    ({"scope": "world"}, "scope"),
    ({"kept": "ja"}, "kept"),
    ({"institute": 5}, "institute"),
    ({"institute": ["Zorggroep"]}, "institute"),
    ({"institute": {"kind": "gp"}}, "institute.name"),
    ({"institute": {"name": "Zorggroep", "kind": "ziekenhuis"}}, "institute.kind"),
    ({"themes": "beeldzorg"}, "themes"),
    ({"themes": 5}, "themes"),
    ({"themes": [5]}, "themes.1"),
    ({"themes": ["onbekend"]}, "themes"),
    ({"themes": [f"t-{number}" for number in range(51)]}, "themes"),
    ({"sectors": ["onbekend"]}, "sectors"),
    ({"target_groups": ["onbekend"]}, "target_groups"),
    ({"conditions": ["onbekend"]}, "conditions"),
    ({"applications": ["onbekend"]}, "applications"),
    ({"regions": ["onbekend"]}, "regions"),
    ({"gemeenten": ["Onbekend"]}, "gemeenten"),
    ({"municipality": "Onbekend"}, "gemeenten"),
    ({"municipality": 5}, "municipality"),
    ({"technologies": ["x" * 101]}, "technologies.1"),
    ({"programmes": ["onbekend"]}, "programmes.1.id"),
    ({"source_url": "zorg.example"}, "source_url"),
    ({"source_url": "javascript:alert(1)"}, "source_url"),
    ({"source_url": "ftp://zorg.example"}, "source_url"),
    ({"source_url": "https://zorg.example/" + "x" * 1000}, "source_url"),
    ({"source_accessed": "2019-02-30"}, "source_accessed"),
    ({"source_accessed": "17-05-2019"}, "source_accessed"),
    ({"confirmed_on": 20190517}, "confirmed_on"),
    ({"published_at": "gisteren"}, "published_at"),
    ({"published_at": "2019-05-17T25:00"}, "published_at"),
    ({"published_at": "9999-12-31T23:59:59-12:00"}, "published_at"),
    ({"partners": "Zorggroep"}, "partners"),
    ({"partners": [""]}, "partners.1.name"),
    ({"partners": [None, {"institute": "x"}]}, "partners.2.name"),
    ({"funding": [{"amount_eur": 5}]}, "funding.1.kind"),
    ({"funding": [{"kind": "subsidy", "amount_eur": -1}]}, "funding.1.amount_eur"),
    ({"funding": [{"kind": "subsidy", "amount_eur": 10**10}]}, "funding.1.amount_eur"),
    ({"funding": [{"kind": "subsidy", "amount_eur": 1.005}]}, "funding.1.amount_eur"),
    ({"funding": [{"kind": "subsidy", "amount_eur": "5 ton"}]}, "funding.1.amount_eur"),
    ({"funding": [{"kind": "subsidy", "start": "2020", "end": "2019"}]}, "funding.1.end"),
    ({"lessons": [LESSON, {"kind": "tip"}]}, "lessons.2.title"),
    ({"lessons": [LESSON | {"kind": "les"}]}, "lessons.1.kind"),
    ({"lessons": [LESSON | {"themes": ["onbekend"]}]}, "lessons.1.themes"),
    ({"lessons": ["Begin op tijd"]}, "lessons.1"),
    ({"lessons": LESSON}, "lessons"),
    ({"lessons": [LESSON] * 51}, "lessons"),
    ({"resources": [{"kind": "report", "title": "x", "url": "x"}]}, "resources.1.url"),
    ({"resources": [{"kind": "report", "title": "x", "year": "vorig jaar"}]}, "resources.1.year"),
    ({"format_version": 2}, "format_version"),
]


def fields(report):
    return [field for _line, field, _reason in errors(report)]


class TestWrongValues:
    """Each names its field; the good row beside it goes in."""

    @pytest.mark.parametrize(("given", "field"), WRONG)
    def test_refuses_the_row_for_one_field(self, given, field):
        report = run(record(id="good"), record(**given))
        assert done(report) == {"created": 1, "refused": 1}
        assert [(line, name) for line, name, _reason in errors(report)] == [(2, field)]
        assert Project.objects.get().external_id == "good"
        assert not Institute.objects.exists()

    def test_tells_all_errors_of_a_row_at_once(self):
        report = run(record(title="", phase="x", source_url="x", lessons=[{"kind": "x", "title": ""}]))
        assert sorted(fields(report)) == ["lessons.1.kind", "lessons.1.title", "phase", "source_url", "title"]

    def test_names_columns_in_a_spreadsheet(self):
        names = [
            "id",
            "title",
            "summary",
            "institute_kind",
            "lesson_2_kind",
            "lesson_2_title",
            "partner_1_institute_name",
        ]
        report = run(content=table(names, ["a", "b", "c", "gp", "x", "y", "z"]), name="x.csv")
        assert sorted(fields(report)) == ["institute_name", "lesson_2_kind", "partner_1_name"]

    def test_id_twice_in_a_file(self):
        report = run(record(title=""), record(), record(id="a-2"))
        assert done(report) == {"created": 1, "refused": 2}
        assert errors(report)[1] == (2, "id", "Dit id staat ook in regel 1.")


class TestHints:
    """An unknown word is told with the known one that is most like it."""

    def test_slug(self):
        factories.ThemeFactory(slug="beeldzorg", name="Beeldzorg en meekijken")
        ((_line, _field, reason),) = errors(run(record(themes=["beeld-zorg"])))
        assert reason == "“beeld-zorg” is niet bekend. Lijkt op “beeldzorg”."

    def test_name_instead_of_slug(self):
        factories.SectorFactory(slug="vvt", name="Verpleging en verzorging")
        ((_line, _field, reason),) = errors(run(record(sectors=["VERPLEGING EN VERZORGING"])))
        assert "“vvt”" in reason

    def test_choice(self):
        ((_line, _field, reason),) = errors(run(record(phase="Pilots")))
        assert "Lijkt op “pilot”" in reason
        assert "embedded" in reason

    def test_nothing_is_like_it(self):
        factories.ThemeFactory(slug="beeldzorg")
        ((_line, _field, reason),) = errors(run(record(themes=["qqqq"])))
        assert reason == "“qqqq” is niet bekend."

    def test_line_of_another_programme(self):
        programme = factories.ProgrammeFactory(external_id="prog-x")
        factories.ProgrammeLineFactory(programme=programme, name="Lijn A")
        factories.ProgrammeLineFactory(name="Lijn B")
        report = run(record(programmes=[{"id": "prog-x", "line": "Lijn B"}]))
        assert errors(report) == [(1, "programmes.1.line", "“Lijn B” is niet bekend. Lijkt op “Lijn A”.")]


class TestAllOrNothing:
    """A refused row leaves no institute, no technology and no term behind."""

    def test_nothing_is_left_of_a_new_project(self):
        institute = {"name": "Zorggroep De Brink"}
        report = run(record(institute=institute, technologies=["nieuw"], start="2020", end="2019"))
        assert done(report) == {"refused": 1}
        assert not Institute.objects.exists()
        assert not Technology.objects.exists()

    def test_nothing_is_changed_of_one_that_is_there(self):
        run(record(lessons=[LESSON], start="2020"))
        report = run(record(title="Anders", lessons=[], end="2019"))
        assert done(report) == {"refused": 1}
        project = Project.objects.get()
        assert (project.title, project.lessons.count()) == ("Valpreventie thuis", 1)


class TestUnknownFields:
    """Told once, and the row goes in."""

    def test_json(self):
        report = run(record(kleur="rood", lessons=[LESSON | {"cijfer": 8}]), record(id="a-2", kleur="blauw"))
        assert done(report) == {"created": 2}
        warnings = [(one.line, one.field) for one in report.problems if one.level == "warning"]
        assert warnings == [(1, "kleur"), (1, "lessons.cijfer")]

    def test_column(self):
        names = ["id", "title", "summary", "kleur", "lesson_0_title", "lesson_1_cijfer", "contact_email"]
        report = run(content=table(names, ["a", "b", "c", "d", "e", "f", "g"]), name="x.csv")
        assert done(report) == {"created": 1}
        assert [one.field for one in report.problems] == names[3:]


class TestText:
    """What people paste is cleaned and kept as they meant it."""

    def test_control_characters_go(self):
        run(record(title="Val\x00preven\x1btie\u2028thuis", summary="Eén\r\ntwee\x0b"))
        project = Project.objects.get()
        assert (project.title, project.summary) == ("Valpreventie thuis", "Eén\ntwee")

    def test_one_form_of_each_letter(self):
        run(record(title="Cafe\u0301", id="a\x00-1"))
        assert Project.objects.get().title == "Café"

    def test_letter_and_accent_with_a_control_character_between(self):
        run(record(title="Cafe\x00\u0301"))
        assert done(run(record(title="Café"))) == {"unchanged": 1}

    def test_first_of_the_month_is_a_month(self):
        run(record(start="2019-05-01"))
        assert Project.objects.get().start == "2019-05"

    def test_euros_with_a_comma(self):
        run(record(funding=[{"kind": "subsidy", "amount_eur": "12500,50"}]))
        assert str(Project.objects.get().fundings.get().amount_eur) == "12500.50"

    def test_huge_number_is_not_written_out(self):
        report = run(
            b'{"id": "x", "title": "x", "summary": "x", "funding": [{"kind": "fund", "amount_eur": 1e999999999}]}'
        )
        assert fields(report) == ["funding.1.amount_eur"]
