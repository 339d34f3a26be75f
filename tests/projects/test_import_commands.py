"""The commands: what they print, how they end, and the files they write."""

import csv
import io
import json

import pytest
from django.core.management import CommandError, call_command

from projects.models import Project
from projects.states import Status
from tests import factories
from tests.projects.imports import jsonl, record

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    """Return a function that writes a file and gives its path."""

    def write(*records, name="file.jsonl"):
        path = tmp_path / name
        path.write_bytes(jsonl(*records))
        return path

    return write


def call(*arguments, **options):
    """Run a command; return how it ended, what it printed and what it complained of."""
    out, complaints = io.StringIO(), io.StringIO()
    try:
        call_command(*map(str, arguments), stdout=out, stderr=complaints, **options)
    except SystemExit as end:
        return end.code, out.getvalue(), complaints.getvalue()
    except CommandError as error:
        return error.returncode, out.getvalue(), str(error)
    return 0, out.getvalue(), complaints.getvalue()


class TestImportProjects:
    """manage.py import_projects."""

    def test_all_went_in(self, file):
        code, said, complaints = call("import_projects", file(record()))
        assert (code, complaints) == (0, "")
        assert "created 1, updated 0, unchanged 0, skipped 0, refused 0, warnings 0" in said

    def test_a_row_was_refused(self, file):
        code, said, complaints = call("import_projects", file(record(), record(id="a-2", phase="x")))
        assert code == 1
        assert "created 1" in said
        assert "regel 2, a-2, phase: “x” is niet bekend." in complaints

    def test_many_problems_are_not_all_printed(self, file):
        rows = [record(id=f"a-{number}", phase="x") for number in range(50)]
        _code, _said, complaints = call("import_projects", file(*rows))
        assert complaints.count("regel") == 20
        assert "nog 30" in complaints

    def test_file_that_cannot_be_read(self, file, tmp_path):
        assert call("import_projects", file(b"PK\x03\x04"))[0] == 2
        code, _said, complaints = call("import_projects", tmp_path / "weg.jsonl")
        assert code == 2
        assert "weg.jsonl" in complaints
        assert call("import_projects", tmp_path, format="csv")[0] == 2

    def test_dry_run_says_so(self, file):
        code, said, _complaints = call("import_projects", file(record()), dry_run=True)
        assert (code, Project.objects.count()) == (0, 0)
        assert "created 1" in said
        assert "dry run" in said

    def test_status_and_who(self, file):
        user = factories.UserFactory(email="redactie@zorg.example")
        call("import_projects", file(record()), "--status=draft", "--as=Redactie@zorg.example")
        project = Project.objects.get()
        assert (project.status, project.created_by) == (Status.DRAFT, user)

    def test_unknown_person(self, file):
        code, _said, complaints = call("import_projects", file(record()), "--as=niemand@zorg.example")
        assert code == 2
        assert "niemand@zorg.example" in complaints
        assert not Project.objects.exists()

    def test_report_as_csv(self, file, tmp_path):
        report = tmp_path / "report.csv"
        call("import_projects", file(record(id="=1+1", phase="=x", kleur="x")), f"--report={report}")
        rows = list(csv.DictReader(io.StringIO(report.read_text(encoding="utf-8"))))
        assert [(row["line"], row["id"], row["field"], row["level"]) for row in rows] == [
            ("1", "'=1+1", "kleur", "warning"),
            ("1", "'=1+1", "phase", "error"),
        ]

    def test_report_as_json_has_all_problems_and_the_numbers(self, file, tmp_path):
        report = tmp_path / "report.json"
        rows = [record(id=f"a-{number}", phase="x") for number in range(300)]
        call("import_projects", file(*rows), f"--report={report}")
        told = json.loads(report.read_text(encoding="utf-8"))
        assert len(told["problems"]) == 300
        assert told["counts"]["refused"] == 300

    def test_report_of_a_file_that_cannot_be_read(self, file, tmp_path):
        report = tmp_path / "report.json"
        assert call("import_projects", file(b"x"), f"--report={report}")[0] == 2
        assert json.loads(report.read_text(encoding="utf-8"))["problems"] == []

    @pytest.mark.parametrize("name", ["report.txt", "map/report.csv"])
    def test_report_that_cannot_be_written(self, file, tmp_path, name):
        assert call("import_projects", file(record()), f"--report={tmp_path / name}")[0] == 2
        assert not Project.objects.exists()


class TestExportProjects:
    """manage.py export_projects."""

    @pytest.fixture(autouse=True)
    def _projects(self):
        factories.ProjectFactory(published=True)
        factories.ProjectFactory(archived=True)
        factories.ProjectFactory()

    @pytest.mark.parametrize("name", ["uit.jsonl", "uit.csv", "uit.XLSX"])
    def test_all_statuses(self, tmp_path, name):
        code, said, _complaints = call("export_projects", tmp_path / name)
        assert code == 0
        assert "3 projects" in said
        assert [path.name for path in tmp_path.iterdir()] == [name]

    def test_some_statuses(self, tmp_path):
        call("export_projects", tmp_path / "x.jsonl", "--status=published", "--status=archived")
        lines = (tmp_path / "x.jsonl").read_text(encoding="utf-8").splitlines()
        assert [json.loads(line)["status"] for line in lines] == ["published", "archived"]

    def test_unknown_format(self, tmp_path):
        assert call("export_projects", tmp_path / "x.doc")[0] == 1
        assert call("export_projects", tmp_path / "x.doc", "--format=csv")[0] == 0

    def test_failure_leaves_what_was_there(self, tmp_path):
        factories.ProjectFactory(approach="x" * 40_000)
        (tmp_path / "x.xlsx").write_bytes(b"oud")
        assert call("export_projects", tmp_path / "x.xlsx")[0] == 1
        assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"oud"]

    def test_folder_that_is_not_there(self, tmp_path):
        assert call("export_projects", tmp_path / "weg" / "x.csv")[0] == 1
