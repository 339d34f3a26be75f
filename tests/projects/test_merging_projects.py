"""Two projects become one: every row of before is to be reached after, under the address of either."""

import datetime
import json

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from projects import models
from projects.search.indexing import index
from projects.services.merging import merge_projects
from projects.services.merging.moving import relations_of
from projects.services.merging.projects import RELATIONS, preview
from projects.services.merging.refusals import GoneMeanwhile, SameThing, TextInTheMaking, WrongOneStays
from projects.services.revisions import restore
from projects.services.slugs import Slugs
from projects.states import Status
from tests import factories
from tests.pages import Page
from tests.projects.imports import record, run
from tests.searching import found, indexed

pytestmark = pytest.mark.django_db
BELONGINGS = ("lessons", "resources", "partners", "programme_links", "fundings", "contact_persons", "status_updates")
TERMS = ("sectors", "target_groups", "conditions", "applications", "gemeenten")


def full(number, **more):
    """A project with one of everything that can hang on it, none the same as another's."""
    project = factories.ProjectFactory(
        published=True,
        title=f"Titel {number}",
        slug=f"titel-{number}",
        external_id=f"id-{number}",
        results=f"Resultaat {number}",
        themes=[factories.ThemeFactory()],
        technologies=[factories.TechnologyFactory()],
        sectors=[factories.SectorFactory()],
        target_groups=[factories.TargetGroupFactory()],
        conditions=[factories.ConditionFactory()],
        applications=[factories.ApplicationFactory()],
        gemeenten=[factories.GemeenteFactory()],
        regions=[factories.RegionFactory()],
        **more,
    )
    factories.LessonFactory(project=project, title=f"Zonnebloem{number}", position=0)
    factories.ResourceFactory(project=project)
    factories.ResourceFactory(project=None, from_project=project)
    factories.ProjectPartnerFactory(project=project)
    line = factories.ProgrammeLineFactory()
    factories.ProjectProgrammeFactory(project=project, programme=line.programme, line=line)
    factories.ProjectFundingFactory(project=project, name=f"Regeling {number}")
    factories.ContactPersonFactory(project=project, institute=project.institute)
    factories.StatusUpdateFactory(project=project)
    factories.FreshnessNoticeFactory(project=project, step=number)
    factories.TermProposalFactory(project=project)
    factories.FormerSlugFactory(project=project, slug=f"ooit-{number}")
    factories.BoostFactory(project=project)
    factories.CollectionItemFactory(project=project)
    long_ago = datetime.datetime(2025, 1, 1, 10, tzinfo=datetime.UTC)
    texts = {"content": {"title": f"Oud {number}"}, "submitted_at": long_ago, "decided_at": long_ago}
    factories.RevisionFactory(project=project, status="accepted", number=1, **texts)
    indexed_now(project)
    return project


def indexed_now(*projects):
    index("project", [project.pk for project in projects])


@pytest.fixture
def pair():
    return full(1), full(2)


def merge(keep, gone, moderator, **more):
    return merge_projects(keep=keep, gone=gone, by=moderator, **more)


def test_every_relation_is_known():
    """Whoever hangs something new on projects says what becomes of it."""
    known = {(relation.model._meta.label, relation.field) for relation in RELATIONS}
    assert relations_of(models.Project) - known == {("projects.Revision", "project")}


def test_every_row_of_before_is_there_after(pair, moderator):
    keep, gone = pair
    before = {
        (relation.model, pk) for relation in RELATIONS for pk in relation.model.objects.values_list("pk", flat=True)
    }
    merge(keep, gone, moderator)
    there = {
        (relation.model, pk)
        for relation in RELATIONS
        for pk in relation.model.objects.filter(**{relation.field: keep}).values_list("pk", flat=True)
    }
    assert before <= there
    assert not models.Project.objects.filter(pk=gone.pk).exists()
    assert models.Project.objects.count() == 1


def test_what_both_have_is_there_once(moderator):
    keep, gone = factories.ProjectFactory.create_batch(2, published=True)
    theme, partner = factories.ThemeFactory(), {"name": "Zorgbelang"}
    lesson = {"title": "Vraag het", "kind": "tip", "situation": "", "outcome": "", "advice": "Doe het."}
    for project in (keep, gone):
        project.themes.add(theme)
        factories.ProjectPartnerFactory(project=project, **partner)
        factories.LessonFactory(project=project, **lesson)
        factories.FreshnessNoticeFactory(project=project)
        factories.ContactPersonFactory(project=project, institute=keep.institute, name="Jan", email="jan@zorg.example")
    told = {one.label: (one.moved, one.doubles) for one in merge(keep, gone, moderator).moved}
    assert told["lessen"] == (0, 1)
    for model in (
        models.Lesson,
        models.ProjectPartner,
        models.FreshnessNotice,
        models.ContactPerson,
        models.ProjectTheme,
    ):
        assert model.objects.count() == 1
    # What went is still to be read in the audit.
    events = models.Lesson.pgh_event_model.objects.filter(pgh_label="delete")
    assert [event.advice for event in events] == ["Doe het."]


def test_the_preview_tells_what_happens(pair, moderator):
    keep, gone = pair
    promised = {one.label: (one.moved, one.doubles) for one in preview(keep=keep, gone=gone)}
    done = {one.label: (one.moved, one.doubles) for one in merge(keep, gone, moderator).moved}
    assert promised == {label: numbers for label, numbers in done.items() if label != "versies van projecten"}
    assert promised["lessen"] == (1, 0)


def test_lessons_come_behind_those_that_are_there(pair, moderator):
    keep, gone = pair
    merge(keep, gone, moderator)
    assert list(keep.lessons.values_list("title", flat=True)) == ["Zonnebloem1", "Zonnebloem2"]


def test_fields_stay_unless_they_are_empty_or_chosen(moderator):
    keep = factories.ProjectFactory(published=True, title="Blijft", problem="", results="Eigen", phase="")
    gone = factories.ProjectFactory(
        published=True,
        title="Gaat",
        problem="Aanleiding",
        results="Ander",
        stopped=True,
        summary="Andere samenvatting.",
    )
    merge(keep, gone, moderator)
    keep.refresh_from_db()
    assert (keep.title, keep.problem, keep.results, keep.phase) == ("Blijft", "Aanleiding", "Eigen", "stopped")
    assert keep.stop_reasons == gone.stop_reasons
    third = factories.ProjectFactory(published=True, title="Derde", results="Derde resultaat")
    merge(keep, third, moderator, take={"title"})
    keep.refresh_from_db()
    assert (keep.title, keep.results) == ("Derde", "Eigen")


def test_all_texts_stay_versions_and_the_newest_is_what_is_online(pair, moderator):
    keep, gone = pair
    merge(keep, gone, moderator, take={"results"})
    numbered = list(keep.revisions.order_by("number").values_list("number", "content__title", "content__results"))
    assert numbered == [
        (1, "Oud 2", None),
        (2, "Titel 2", "Resultaat 2"),
        (3, "Oud 1", None),
        (4, "Titel 1", "Resultaat 2"),
    ]
    newest = keep.revisions.accepted().first()
    assert (newest.base["results"], newest.note) == ("Resultaat 1", "Samengevoegd met ‘Titel 2’")
    assert newest.content["lessons"][1]["title"] == "Zonnebloem2"
    assert restore(project=keep, number=2, by=moderator).content["title"] == "Titel 2"


def test_the_search_forgets_the_one_and_finds_its_lessons_at_the_other(pair, moderator):
    keep, gone = pair
    lesson = gone.lessons.get()
    merge(keep, gone, moderator)
    assert indexed() == {keep.pk}
    assert found("zonnebloem2", "lesson") == {lesson.pk}
    assert found("zonnebloem2") == {keep.pk}


def test_double_lessons_are_forgotten(moderator):
    keep, gone = factories.ProjectFactory.create_batch(2, published=True)
    for project in (keep, gone):
        factories.LessonFactory(project=project, title="Vraag het", kind="tip", situation="", outcome="", advice="")
    indexed_now(keep, gone)
    merge(keep, gone, moderator)
    assert indexed("lesson") == {keep.lessons.get().pk}


def test_the_old_address_leads_on(client, pair, moderator):
    keep, gone = pair
    other = factories.ProjectFactory(published=True, title="Ander")
    merge(keep, gone, moderator)
    for slug in ("titel-2", "ooit-2", "ooit-1"):
        for prefix in ("", "/en"):
            response = client.get(f"{prefix}/projecten/{slug}/")
            assert (response.status_code, response.headers["Location"]) == (301, f"{prefix}/projecten/titel-1/")
    response = client.get("/api/v1/projecten/titel-2")
    assert (response.status_code, response.headers["Location"]) == (301, "/api/v1/projecten/titel-1")
    assert client.get("/projecten/nooit-geweest/").status_code == 404
    assert client.get("/api/v1/projecten/nooit-geweest").status_code == 404
    compared = Page.of(client.get(reverse("projects:project_compare"), {"p": ["titel-2", other.slug, "titel-1"]}))
    assert "Titel 1" in compared.text
    assert "Ander" in compared.text


def test_nobody_is_led_on_to_what_they_may_not_see(client, moderator):
    hidden = factories.ProjectFactory()
    factories.FormerSlugFactory(project=hidden, slug="verborgen")
    assert client.get("/projecten/verborgen/").status_code == 404
    client.force_login(moderator)
    assert client.get("/projecten/verborgen/").status_code == 301


def test_no_new_project_takes_the_old_address(pair, moderator):
    keep, gone = pair
    merge(keep, gone, moderator)
    slugs = Slugs(models.Project, fallback="project")
    assert slugs.allocate(["Titel 2", "Ooit 1"]) == ["titel-2-2", "ooit-1-2"]
    assert Slugs(models.Institute, fallback="instelling").allocate(["Titel 2"]) == ["titel-2"]


def test_an_import_does_not_bring_it_back(pair, moderator):
    keep, gone = pair
    merge(keep, gone, moderator)
    report = run(record(id="id-2", title="Titel 2"))
    assert report.counts["skipped"] == 1
    assert [problem.reason for problem in report.problems] == [
        "Dit project is samengevoegd met “Titel 1” en is overgeslagen."
    ]
    assert models.Project.objects.get() == keep


def test_one_that_is_merged_may_be_merged_again(pair, client, moderator):
    keep, gone = pair
    third = full(3)
    merge(keep, gone, moderator)
    merge(third, keep, moderator)
    assert client.get("/projecten/titel-2/").headers["Location"] == "/projecten/titel-3/"
    assert third.lessons.count() == 3
    assert third.revisions.accepted().count() == 6


@pytest.mark.parametrize("which", [0, 1])
def test_not_while_somebody_is_writing(pair, moderator, which):
    factories.RevisionFactory(project=pair[which])
    with pytest.raises(TextInTheMaking):
        merge(*pair, moderator)
    assert models.Project.objects.count() == 2


def test_what_is_online_stays(pair, moderator):
    draft = factories.ProjectFactory()
    with pytest.raises(WrongOneStays):
        merge(draft, pair[0], moderator)
    merge(pair[0], draft, moderator)
    assert models.Project.objects.get(pk=pair[0].pk).status == Status.PUBLISHED


def test_refused(pair, moderator):
    keep, gone = pair
    with pytest.raises(SameThing):
        merge(keep, keep, moderator)
    with pytest.raises(PermissionDenied):
        merge(keep, gone, factories.UserFactory())
    merge(keep, gone, moderator)
    with pytest.raises(GoneMeanwhile):
        merge(keep, gone, moderator)


def test_the_audit_tells_who_and_why(pair, moderator):
    keep, gone = pair
    pk = gone.pk
    merge(keep, gone, moderator, reason="Twee keer ingelezen")
    event = models.Project.pgh_event_model.objects.filter(pgh_obj_id=pk, pgh_label="delete").get()
    assert (event.title, event.pgh_context.metadata["action"]) == ("Titel 2", "merge")
    assert event.pgh_context.metadata["reason"] == "Twee keer ingelezen"
    assert event.pgh_context.metadata["user"] == moderator.pk
    assert json.dumps(event.results)
