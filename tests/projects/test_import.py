"""What an import means: a row is a project, absent is not empty, and doing it again changes nothing."""

import datetime

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from projects.models import Institute, Lesson, Project, ProjectTheme, Technology
from projects.states import Status
from tests import factories
from tests.projects.imports import FULL, done, errors, record, run
from tests.searching import indexed

pytestmark = pytest.mark.django_db


def audit_rows():
    """Count all rows of the audit."""
    return sum(
        model.objects.count() for model in apps.get_app_config("projects").get_models() if "pgh_id" in _columns(model)
    )


def _columns(model):
    return {field.name for field in model._meta.get_fields()}


class TestCreates:
    """A project with all that belongs to it."""

    def test_all_fields(self, vocabulary):
        assert done(run(FULL)) == {"created": 1}
        project = Project.objects.get()
        assert project.institute.gemeente.name == "Assen"
        assert [partner.institute and partner.institute.name for partner in project.partners.all()] == [
            None,
            "Hogeschool",
        ]
        assert [theme.slug for theme in project.themes.all()] == ["valpreventie"]
        assert project.stop_reasons == ["funding", "staffing"]
        assert project.published_at == datetime.datetime(2024, 5, 6, 5, 8, 9, tzinfo=datetime.UTC)
        assert sorted(str(link.line) for link in project.programme_links.all()) == ["Lijn 1", "None"]
        assert project.lessons.get().themes.get().slug == "valpreventie"
        assert project.resources.get().conditions.get().slug == "dementie"

    def test_smallest_record_is_published_now(self):
        before = timezone.now()
        run(record())
        project = Project.objects.get()
        assert project.status == Status.PUBLISHED
        assert before <= project.published_at <= timezone.now()
        assert (project.slug, project.language, project.kept) == ("valpreventie-thuis", "nl", "unknown")

    def test_status_of_the_command_and_of_the_row(self):
        run(record(), record(id="a-2", status="returned"), record(id="a-3", status=""), status="draft")
        found = dict(Project.objects.values_list("external_id", "status"))
        assert found == {"a-1": "draft", "a-2": "returned", "a-3": "draft"}
        assert not Project.objects.filter(published_at__isnull=False).exists()

    def test_lesson_has_the_language_of_its_project(self):
        run(
            record(
                language="en",
                lessons=[{"kind": "tip", "title": "Start"}, {"kind": "tip", "title": "Eind", "language": "nl"}],
            )
        )
        assert list(Lesson.objects.values_list("language", flat=True)) == ["en", "nl"]

    def test_can_be_found_at_once_and_only_when_published(self):
        run(record(lessons=[{"kind": "tip", "title": "Start"}]), record(id="a-2", status="draft"))
        assert (len(indexed("lesson")), len(indexed())) == (1, 1)

    def test_audit_tells_what_made_it(self):
        user = factories.UserFactory()
        run(record(), name="lijst.jsonl", user=user)
        context = Project.pgh_event_model.objects.get().pgh_context.metadata
        assert (context["command"], context["file"], context["user"]) == ("import_projects", "lijst.jsonl", user.pk)
        assert Project.objects.get().created_by == user


class TestAgain:
    """The same file twice."""

    def test_changes_nothing(self, vocabulary):
        run(FULL, record(id="a-2"))
        before, rows = list(Project.objects.values()), audit_rows()
        assert done(run(FULL, record(id="a-2"))) == {"unchanged": 2}
        assert list(Project.objects.values()) == before
        assert audit_rows() == rows

    def test_only_what_differs_is_written(self, vocabulary):
        run(FULL, record(id="a-2"))
        lesson, rows = Lesson.objects.get(), audit_rows()
        assert done(run(FULL | {"title": "Anders"}, record(id="a-2"))) == {"updated": 1, "unchanged": 1}
        assert audit_rows() == rows + 1
        assert Lesson.objects.get().pk == lesson.pk

    def test_publication_and_address_stay(self):
        run(record())
        before = Project.objects.get()
        run(record(title="Anders", published_at="", slug="", status=None))
        after = Project.objects.get()
        assert (after.published_at, after.slug, after.status) == (before.published_at, before.slug, before.status)

    def test_archived_is_not_published_again(self):
        run(record())
        Project.objects.update(status=Status.ARCHIVED)
        assert done(run(record())) == {"unchanged": 1}
        assert Project.objects.get().status == Status.ARCHIVED

    def test_transition_that_is_not_allowed(self):
        run(record())
        report = run(record(status="draft"))
        assert [field for _line, field, _reason in errors(report)] == ["status"]
        assert done(run(record(status="archived"))) == {"updated": 1}
        assert not indexed()


class TestAbsentIsNotEmpty:
    """What a row does not name stays; what it names and leaves empty goes."""

    def test_absent(self, vocabulary):
        run(FULL)
        before = Project.objects.values().get()
        assert done(run(record())) == {"unchanged": 1}
        assert Project.objects.values().get() == before
        assert Lesson.objects.count() == 1

    @pytest.mark.parametrize("empty", [None, ""])
    def test_empty(self, vocabulary, empty):
        run(FULL)
        named = set(FULL) - {"id", "title", "summary", "published_at"}
        assert done(run(record(**dict.fromkeys(named, empty)))) == {"updated": 1}
        project = Project.objects.get()
        assert (project.institute, project.problem, project.stop_reasons, project.start) == (None, "", [], "")
        assert (project.kept, project.source_accessed, project.confirmed_on) == ("unknown", None, None)
        for name in (
            "partners",
            "themes",
            "sectors",
            "gemeenten",
            "regions",
            "programme_links",
            "fundings",
            "lessons",
            "resources",
        ):
            assert not getattr(project, name).exists(), name

    def test_within_a_lesson(self):
        run(record(lessons=[{"kind": "tip", "title": "Start", "advice": "A", "outcome": "B"}]))
        run(record(lessons=[{"kind": "pitfall", "title": "Start", "advice": ""}]))
        lesson = Lesson.objects.get()
        assert (lesson.kind, lesson.advice, lesson.outcome) == ("pitfall", "", "B")

    def test_municipality_is_a_short_way_for_one(self, vocabulary):
        run(record(municipality="assen"))
        assert [gemeente.name for gemeente in Project.objects.get().gemeenten.all()] == ["Assen"]
        run(record(municipality=None))
        assert not Project.objects.get().gemeenten.exists()
        report = run(record(municipality="Assen", gemeenten=["Assen"]))
        assert [field for _line, field, _reason in errors(report)] == ["municipality"]


class TestLists:
    """A list replaces the list; what is the same stays the same object."""

    def test_lessons_keep_their_identity(self):
        run(record(lessons=[{"kind": "tip", "title": one} for one in ("Een", "Twee", "Drie")]))
        before = dict(Lesson.objects.values_list("title", "pk"))
        run(record(lessons=[{"kind": "tip", "title": one} for one in ("Drie", "EEN", "Vier")]))
        after = {title: (pk, position) for title, pk, position in Lesson.objects.values_list("title", "pk", "position")}
        assert after["Drie"] == (before["Drie"], 0)
        assert after["EEN"] == (before["Een"], 1)
        assert after["Vier"][0] not in before.values()
        assert len(after) == 3
        assert indexed("lesson") == {pk for pk, _position in after.values()}

    def test_slug_follows_a_lesson_to_its_new_title(self):
        run(record(lessons=[{"kind": "tip", "title": "Een", "slug": "les-een"}]))
        before = Lesson.objects.get()
        run(record(lessons=[{"kind": "tip", "title": "Heel anders", "slug": "les-een"}]))
        assert (Lesson.objects.get().pk, Lesson.objects.get().slug) == (before.pk, "les-een")

    def test_same_title_in_one_list(self):
        lessons = [{"kind": "tip", "title": "Een"}] * 2
        run(record(lessons=lessons))
        assert sorted(Lesson.objects.values_list("slug", flat=True)) == ["een", "een-2"]
        assert done(run(record(lessons=lessons))) == {"unchanged": 1}

    def test_terms_and_partners_count_once(self, vocabulary):
        run(record(themes=["valpreventie", "valpreventie"], partners=["A", "A"], gemeenten=["Assen", "ASSEN"]))
        assert ProjectTheme.objects.count() == 1
        assert done(run(record(themes=["valpreventie"], partners=["A"], gemeenten=["Assen"]))) == {"unchanged": 1}


class TestDatabaseRefuses:
    """What only the database finds refuses its own row, and not the others of its batch."""

    @pytest.fixture(autouse=True)
    def _rule(self):
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE projects_lesson ADD CONSTRAINT no_bang CHECK (title <> 'Boem')")

    def test_row_by_row(self):
        rows = [record(id=f"a-{number}", technologies=["nieuw"], institute="De Brink") for number in range(20)]
        rows[7]["lessons"] = [{"kind": "tip", "title": "Boem"}]
        rows[7] |= {"technologies": ["weg"], "institute": "Weg"}
        report = run(*rows)
        assert done(report) == {"created": 19, "refused": 1}
        assert errors(report) == [(8, "", "De database weigert deze regel: no_bang.")]
        assert (Technology.objects.get().name, Institute.objects.get().name) == ("nieuw", "De Brink")


class TestDryRun:
    """Does everything, says the same and keeps nothing."""

    def test_same_numbers_and_nothing_kept(self, vocabulary):
        run(record(id="a-2"))
        rows = [FULL, record(id="a-2", title="Anders"), record(id="a-3", phase="x"), record(id="a-4", kleur="x")]
        before = audit_rows()
        dry = run(*rows, dry_run=True)
        assert audit_rows() == before
        assert Project.objects.count() == 1
        real = run(*rows)
        assert (dry.counts, dry.problems) == (real.counts, real.problems)
        assert done(real) == {"created": 2, "updated": 1, "refused": 1}


class TestManyRows:
    """Queries do not grow with the rows of a batch."""

    def test_query_count(self, vocabulary):
        def rows(start, count):
            keys = [f"b-{number}" for number in range(start, start + count)]
            return [FULL | {"id": key, "title": f"Titel {key}", "institute": f"Instelling {key}"} for key in keys]

        run(*rows(0, 1))
        first = _queries(lambda: run(*rows(10, 2)))
        many = _queries(lambda: run(*rows(100, 60)))
        assert many <= first + 2

    def test_more_than_one_batch(self):
        rows = [record(id=f"a-{number}", lessons=[{"kind": "tip", "title": "Zelfde"}]) for number in range(1_001)]
        assert done(run(*rows)) == {"created": 1_001}
        assert len(set(Lesson.objects.values_list("slug", flat=True))) == 1_001
        assert done(run(*rows)) == {"unchanged": 1_001}


def _queries(work):
    with CaptureQueriesContext(connection) as queries:
        work()
    return len(queries)
