"""The page on which a moderator says which lessons are the same one, and what helps against a pitfall."""

import pytest
from django.urls import reverse

from projects.models import ClusterMember, LessonHelp
from projects.search.indexing import index
from projects.states import LessonKind
from tests import factories
from tests.pages import Page

pytestmark = pytest.mark.django_db
HERE = reverse("admin:projects_lesson_together")
LIST = reverse("admin:projects_lesson_changelist")


@pytest.fixture
def lessons():
    """Two pitfalls that are alike, and a tip, all to be found."""
    made = [
        factories.LessonFactory(title="De apotheker te laat betrokken", advice="Betrek de apotheker vroeg."),
        factories.LessonFactory(title="Apotheker niet betrokken", advice="Betrek de apotheker."),
        factories.LessonFactory(title="Nodig de apotheker uit", kind=LessonKind.TIP, advice="Betrek de apotheker."),
    ]
    index("project", [one.project_id for one in made])
    return made


def ways(**how):
    return {"groep": "1", **{f"hoe-{pk}": way for pk, way in how.items()}}


def members():
    return list(ClusterMember.objects.in_order().values_list("lesson", "is_merged"))


def test_a_lesson_leads_to_it(moderator_client, lessons):
    page = Page.of(moderator_client.get(reverse("admin:projects_lesson_change", args=[lessons[0].pk])))
    assert page.link("Dezelfde les, en wat helpt", within="#content") == f"{HERE}?les={lessons[0].pk}"


def test_what_is_alike_is_proposed(moderator_client, lessons):
    page = Page.of(moderator_client.get(HERE, {"les": lessons[0].pk}))
    assert [one.removeprefix("Valkuil: ") for one in page.all("legend")] == [lessons[0].title, lessons[1].title]
    ticked = {box["name"]: box["value"] for box in page.soup.select("input[type=radio][checked]")}
    assert ticked == {f"hoe-{one.pk}": "los" for one in lessons[:2]}
    assert [box["value"] for box in page.soup.select("input[name=paren]")] == [str(lessons[2].pk)]


def test_the_action_of_the_list_leads_to_it(moderator_client, lessons):
    chosen = [one.pk for one in lessons[:2]]
    answer = moderator_client.post(LIST, {"action": "look_together", "_selected_action": chosen})
    assert answer["Location"] == f"{HERE}?les={chosen[0]}&les={chosen[1]}"


def test_link_merge_and_take_apart(moderator_client, lessons):
    first, second = lessons[0].pk, lessons[1].pk
    here = f"{HERE}?les={first}"
    moderator_client.post(here, ways(**{str(first): "kop", str(second): "gekoppeld"}))
    assert members() == [(first, False), (second, False)]
    moderator_client.post(here, ways(**{str(first): "samengevoegd", str(second): "kop"}))
    assert members() == [(second, False), (first, True)]
    page = Page.of(moderator_client.get(here))
    ticked = {box["name"]: box["value"] for box in page.soup.select("input[type=radio][checked]")}
    assert ticked == {f"hoe-{first}": "samengevoegd", f"hoe-{second}": "kop"}
    moderator_client.post(here, ways(**{str(first): "los", str(second): "los"}))
    assert members() == []


@pytest.mark.parametrize(("one", "other"), [("kop", "kop"), ("gekoppeld", "samengevoegd"), ("kop", "los")])
def test_what_cannot_be_is_told_and_nothing_is_lost(moderator_client, lessons, one, other):
    first, second = lessons[0].pk, lessons[1].pk
    answer = moderator_client.post(f"{HERE}?les={first}", ways(**{str(first): one, str(second): other}))
    page = Page.of(answer)
    assert page.all(".errorlist")
    ticked = {box["name"]: box["value"] for box in page.soup.select("input[type=radio][checked]")}
    assert ticked == {f"hoe-{first}": one, f"hoe-{second}": other}
    assert members() == []


def test_another_kind_is_refused(moderator_client, lessons):
    first, tip = lessons[0].pk, lessons[2].pk
    answer = moderator_client.post(
        f"{HERE}?les={first}&les={tip}",
        ways(**{str(first): "kop", str(tip): "gekoppeld", str(lessons[1].pk): "los"}),
    )
    assert "is een andere soort les" in Page.of(answer).text


def test_pairs_are_kept_and_taken_away(moderator_client, lessons):
    pitfall, tip = lessons[0], lessons[2]
    here = f"{HERE}?les={pitfall.pk}"
    moderator_client.post(here, {"paar": "1", "paren": [tip.pk]})
    assert LessonHelp.objects.get().helper == tip
    assert Page.of(moderator_client.get(f"{HERE}?les={tip.pk}")).ticked("paren") == [str(pitfall.pk)]
    moderator_client.post(here, {"paar": "1"})
    assert not LessonHelp.objects.exists()


@pytest.mark.parametrize("asked", ["", "?les=x", "?les=99999999999999999", "?les=-1&les=%20"])
def test_nonsense_in_the_address_shows_an_empty_page(moderator_client, asked):
    assert moderator_client.get(f"{HERE}{asked}").status_code == 200


def test_members_do_not_get_there(client, lessons):
    client.force_login(factories.MembershipFactory().user)
    assert client.get(HERE).status_code == 302
