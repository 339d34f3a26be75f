"""The same lesson in several projects: linked or merged, undone without loss, and safe from what else changes."""

import pytest
from django.core.exceptions import PermissionDenied

from projects.models import ClusterMember, Lesson, LessonCluster, LessonHelp, Project
from projects.search.engine import Answer, Question
from projects.search.indexing import index
from projects.services.lessons import pair, part, put_together, take_apart
from projects.services.lessons.refusals import AnotherKind, NoPair, TooFew
from projects.services.merging import merge_projects
from projects.services.projects import archive, publish
from projects.services.saving import delete
from projects.states import LessonKind
from tests import factories
from tests.projects.imports import record, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator():
    return factories.UserFactory(is_staff=True)


@pytest.fixture
def three():
    """The same pitfall in three published projects, of three themes, which can be found."""
    made = []
    for number, word in enumerate(("apotheker", "leverancier", "wijkteam")):
        project = factories.ProjectFactory(
            published=True, external_id=f"bron-{number}", title=f"Project {number}", themes=[factories.ThemeFactory()]
        )
        lesson = factories.LessonFactory(project=project, title=f"Te laat {number}", advice=f"Betrek de {word}.")
        index("project", [project.pk])
        made.append(lesson)
    return made


def found(text="", **choices):
    answer = Answer("lesson", Question(text, {name: [value] for name, value in choices.items()}))
    return sorted(answer.ids(0, 50))


def pks(*lessons):
    return sorted(one.pk for one in lessons)


def test_linked_lessons_keep_their_pages_and_show_each_other(three, moderator, visit):
    lead, second, third = three
    put_together(lead=lead, linked=[second, third], by=moderator)
    assert found() == pks(*three)
    page = visit(second.get_absolute_url())
    assert page.heading == "Te laat 1"
    assert page.link("Te laat 0") == lead.get_absolute_url()
    assert page.link("Te laat 2") == third.get_absolute_url()
    assert "3 projecten kwamen dit tegen" in page.main


def test_a_merged_lesson_is_found_and_read_with_its_lead(three, moderator, client, visit):
    lead, second, third = three
    put_together(lead=lead, merged=[second], linked=[third], by=moderator)
    assert found() == pks(lead, third)
    assert found("apotheker leverancier") == [lead.pk]
    assert found(thema=second.project.themes.get().slug) == [lead.pk]
    answer = client.get(second.get_absolute_url())
    assert answer.status_code == 301
    assert answer["Location"] == f"{lead.get_absolute_url()}#les-{second.slug}"
    page = visit(lead.get_absolute_url())
    own = page.soup.select_one(f"#les-{second.slug}")
    assert "Betrek de leverancier." in own.text
    assert own.select_one(f'a[href="{second.place_on_project}"]').text == "Project 1"
    assert "Betrek de leverancier." in visit(second.project.get_absolute_url()).main
    assert visit("/lessen/").text.count("Bij 3 projecten.") == 2


def test_taking_apart_loses_nothing(three, moderator, client):
    before = list(Lesson.objects.order_by("pk").values())
    lead, second, third = three
    put_together(lead=lead, merged=[second, third], by=moderator)
    take_apart(lesson=second, by=moderator)
    assert found() == pks(lead, second)
    assert client.get(second.get_absolute_url()).status_code == 200
    assert client.get(third.get_absolute_url()).status_code == 301
    assert found("leverancier") == [second.pk]
    take_apart(lesson=third, by=moderator)
    assert found() == pks(*three)
    assert not LessonCluster.objects.exists()
    assert list(Lesson.objects.order_by("pk").values()) == before


def test_who_is_left_out_stands_by_itself_again(three, moderator):
    lead, second, third = three
    put_together(lead=lead, merged=[second, third], by=moderator)
    put_together(lead=second, linked=[lead], by=moderator)
    assert found() == pks(*three)
    assert list(ClusterMember.objects.in_order().values_list("lesson", flat=True)) == [second.pk, lead.pk]


def test_a_lesson_leaves_its_former_cluster(three, moderator):
    lead, second, third = three
    fourth = factories.LessonFactory()
    put_together(lead=lead, linked=[second], by=moderator)
    put_together(lead=third, linked=[second, fourth], by=moderator)
    assert LessonCluster.objects.count() == 1, "one lesson alone is no cluster"
    assert set(ClusterMember.objects.values_list("lesson", flat=True)) == {second.pk, third.pk, fourth.pk}


@pytest.mark.parametrize("way", ["archived", "deleted"])
def test_when_the_lead_goes_the_next_one_leads(three, moderator, client, way):
    lead, second, third = three
    put_together(lead=lead, merged=[second, third], by=moderator)
    if way == "archived":
        archive(project=lead.project, by=moderator)
    else:
        delete(things=Lesson.objects.filter(pk=lead.pk), by=moderator)
    assert found() == [second.pk]
    assert found("wijkteam") == [second.pk]
    assert client.get(second.get_absolute_url()).status_code == 200
    assert client.get(third.get_absolute_url())["Location"].startswith(second.get_absolute_url())
    if way == "archived":
        publish(project=Project.objects.get(pk=lead.project_id), by=moderator)
        assert found() == [lead.pk]


def test_when_a_merged_one_goes_the_lead_is_not_found_by_it_any_more(three, moderator):
    lead, second, _third = three
    put_together(lead=lead, merged=[second], by=moderator)
    assert found("leverancier") == [lead.pk]
    archive(project=second.project, by=moderator)
    assert found("leverancier") == []


def import_again(*lessons):
    run(record(id="bron-1", title="Project 1", lessons=list(lessons)))


def test_a_lesson_that_stays_keeps_its_cluster_when_the_project_is_written_anew(three, moderator):
    lead, second, third = three
    put_together(lead=lead, merged=[second], linked=[third], by=moderator)
    pair(helper=factories.LessonFactory(kind=LessonKind.TIP), pitfall=second, by=moderator)
    import_again({"kind": "pitfall", "title": "Te laat 1", "advice": "Betrek de huisarts."})
    assert second.in_cluster.cluster.members.count() == 3
    assert LessonHelp.objects.get().pitfall == second
    assert found("huisarts") == [lead.pk], "the lead is found by the new words"
    assert found("leverancier") == []


def test_a_lesson_that_is_dropped_leaves_the_others_in_order(three, moderator):
    lead, second, third = three
    put_together(lead=second, merged=[lead, third], by=moderator)
    assert found() == [second.pk]
    import_again({"kind": "tip", "title": "Heel anders"})
    assert found() == pks(lead, Lesson.objects.get(title="Heel anders"))
    assert found("wijkteam") == [lead.pk]


def test_merging_projects_moves_clusters_and_pairs_to_what_stays(three, moderator):
    lead, second, third = three
    words = {name: getattr(second, name) for name in ("kind", "title", "situation", "outcome", "advice")}
    same = factories.LessonFactory(project=third.project, **words)
    tip = factories.LessonFactory(kind=LessonKind.TIP)
    put_together(lead=lead, merged=[second], by=moderator)
    pair(helper=tip, pitfall=second, by=moderator)
    merge_projects(keep=third.project, gone=second.project, by=moderator)
    assert set(ClusterMember.objects.values_list("lesson", "is_merged")) == {(lead.pk, False), (same.pk, True)}
    assert LessonHelp.objects.get().pitfall == same
    assert found("leverancier") == [lead.pk]


def test_merging_projects_in_which_both_lessons_are_in_a_cluster(three, moderator):
    lead, second, third = three
    words = {name: getattr(second, name) for name in ("kind", "title", "situation", "outcome", "advice")}
    same = factories.LessonFactory(project=third.project, **words)
    put_together(lead=lead, merged=[second], by=moderator)
    put_together(lead=same, linked=[factories.LessonFactory()], by=moderator)
    merge_projects(keep=third.project, gone=second.project, by=moderator)
    assert same.in_cluster.position == 0
    assert found("leverancier") == [same.pk]
    assert lead.pk in found()


def test_a_cluster_counts_a_project_once(three, moderator, visit):
    lead, second, _third = three
    again = factories.LessonFactory(project=lead.project, title="Nog eens")
    put_together(lead=lead, linked=[again, second], by=moderator)
    assert "2 projecten kwamen dit tegen" in visit(lead.get_absolute_url()).main


def test_what_cannot_be(three, moderator):
    lead, second, _third = three
    tip = factories.LessonFactory(kind=LessonKind.TIP)
    with pytest.raises(TooFew):
        put_together(lead=lead, linked=[lead], by=moderator)
    with pytest.raises(AnotherKind):
        put_together(lead=lead, linked=[tip], by=moderator)
    for helper, pitfall in ((lead, second), (tip, tip), (lead, tip)):
        with pytest.raises(NoPair):
            pair(helper=helper, pitfall=pitfall, by=moderator)
    member = factories.UserFactory()
    for act in (
        lambda: put_together(lead=lead, linked=[second], by=member),
        lambda: take_apart(lesson=lead, by=member),
        lambda: pair(helper=tip, pitfall=lead, by=member),
        lambda: part(helper=tip, pitfall=lead, by=member),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert not ClusterMember.objects.exists()
    assert not LessonHelp.objects.exists()


def test_pairs_are_kept_once_and_taken_back(three, moderator, visit):
    lead, second, _third = three
    tip = factories.LessonFactory(kind=LessonKind.TIP, title="Begin bij de apotheker")
    put_together(lead=lead, linked=[second], by=moderator)
    pair(helper=tip, pitfall=second, by=moderator)
    pair(helper=tip, pitfall=second, by=moderator)
    # What helps against one helps against all that are the same.
    assert visit(lead.get_absolute_url()).link("Begin bij de apotheker") == tip.get_absolute_url()
    assert visit(tip.get_absolute_url()).link("Te laat 1") == second.get_absolute_url()
    part(helper=tip, pitfall=second, by=moderator)
    assert "Begin bij de apotheker" not in visit(lead.get_absolute_url()).main


def test_the_audit_tells_who_did_it(three, moderator):
    lead, second, _third = three
    put_together(lead=lead, linked=[second], by=moderator)
    take_apart(lesson=second, by=moderator)
    events = ClusterMember.pgh_event_model.objects.filter(lesson=second).order_by("pk")
    assert [(one.pgh_label, one.pgh_context.metadata["action"]) for one in events] == [
        ("insert", "put_together"),
        ("delete", "take_apart"),
    ]
    assert {one.pgh_context.metadata["user"] for one in events} == {moderator.pk}
