"""What members say of projects and lessons: at once on the page, taken back by themselves, taken down by moderators."""

import pytest
from django.test import Client
from django.urls import reverse

from peers.models import Adoption, Mark, Notice, Reaction
from peers.services.reactions import limits
from tests import factories
from tests.mailbox import mails
from tests.pages import Page


@pytest.fixture
def member(client, db):
    """Somebody who is logged in and belongs to an institute that takes part."""
    membership = factories.MembershipFactory(institute__status="verified", user__name="Lotte Voorbeeld")
    client.force_login(membership.user)
    return membership


@pytest.fixture
def project(db):
    return factories.ProjectFactory(published=True)


@pytest.fixture
def pitfall(project):
    return factories.LessonFactory(project=project, kind="pitfall", title="De wijk hoorde het te laat")


def page(client, project):
    return Page.of(client.get(project.get_absolute_url()))


def test_one_click_says_that_a_pitfall_was_met(client, member, project, pitfall):
    client.post(reverse("peers:mark", args=[pitfall.slug]), {"kind": "met"})
    assert Mark.objects.get().user_name == "Lotte Voorbeeld"
    shown = page(client, project)
    assert shown.all(f"#les-{pitfall.slug} .vp-mark--mine")[0].startswith("Speelde hier ook 1")


def test_the_line_says_who_and_in_whose_name(client, member, project, pitfall):
    said = {"kind": "not_helped", "line": "Bij ons was het team te klein.", "institute": member.institute_id}
    client.post(reverse("peers:mark", args=[pitfall.slug]), said)
    client.logout()
    lines = page(client, project).all(f"#les-{pitfall.slug} .vp-marks__lines li")
    assert len(lines) == 1
    for part in ("Hielp hier niet", "Bij ons was het team te klein.", "Lotte Voorbeeld", member.institute.name):
        assert part in lines[0]


def test_helped_takes_the_place_of_did_not_help(client, member, pitfall):
    for kind in ("not_helped", "helped", "met", "met"):
        client.post(reverse("peers:mark", args=[pitfall.slug]), {"kind": kind})
    assert sorted(Mark.objects.values_list("kind", flat=True)) == ["helped", "met"]


def test_taken_back(client, member, pitfall):
    address = reverse("peers:mark", args=[pitfall.slug])
    client.post(address, {"kind": "met"})
    client.post(address, {"take_back": "met"})
    assert not Mark.objects.exists()


def test_a_tip_is_not_met(client, member, project):
    tip = factories.LessonFactory(project=project, kind="tip")
    response = client.post(reverse("peers:mark", args=[tip.slug]), {"kind": "met"})
    assert "Kies" in Page.of(response).main or response.context["form"].errors["kind"]
    assert not Mark.objects.exists()


def test_lesson_of_a_draft_is_not_there(client, member):
    hidden = factories.LessonFactory(project=factories.ProjectFactory())
    assert client.post(reverse("peers:mark", args=[hidden.slug]), {"kind": "met"}).status_code == 404


def test_visitor_is_led_to_the_login_and_back(client, pitfall):
    button = client.get(reverse("peers:mark", args=[pitfall.slug]), {"wat": "met"})
    assert button.status_code == 302
    assert "next=/lessen/" in button.headers["Location"]


def test_reaction_stands_at_once_and_the_owner_hears_of_it(client, member, project):
    owner = factories.MembershipFactory(institute=project.institute, manager=True).user
    client.post(reverse("peers:react", args=[project.slug]), {"text": "**Wij** deden het zonder tablets."})
    reaction = Reaction.objects.get()
    shown = page(client, project)
    assert "deden het zonder tablets." in shown.all(f"#reactie-{reaction.pk}")[0]
    notice = Notice.objects.get(user=owner)
    assert (notice.code, notice.path) == ("reaction", f"/projecten/{project.slug}/#reactie-{reaction.pk}")
    # Weekly is usual for reactions: nothing by mail now.
    assert not mails(owner.email)


def test_double_click_writes_one_reaction(client, member, project):
    for _click in range(2):
        client.post(reverse("peers:react", args=[project.slug]), {"text": "Wij ook."})
    assert Reaction.objects.count() == 1


def test_empty_reaction_says_what_to_do(client, member, project):
    response = client.post(reverse("peers:react", args=[project.slug]), {"text": " "})
    assert "Schrijf uw reactie op." in Page.of(response).main
    assert Page.of(response).title.startswith("Fout:")


def test_own_reaction_is_taken_back_and_that_of_another_is_not_there(client, member, project):
    own = factories.ReactionFactory(project=project, author=member.user)
    other = factories.ReactionFactory(project=project)
    assert client.post(reverse("peers:reaction_take_back", args=[other.pk])).status_code == 404
    client.post(reverse("peers:reaction_take_back", args=[own.pk]))
    assert list(Reaction.objects.all()) == [other]


def test_a_day_has_its_limit_and_nothing_typed_is_lost(client, member, project, monkeypatch):
    monkeypatch.setattr(limits, "A_DAY", 1)
    address = reverse("peers:react", args=[project.slug])
    client.post(address, {"text": "Eerste."})
    response = client.post(address, {"text": "Tweede, met veel moeite geschreven."})
    shown = Page.of(response)
    assert "Ga morgen verder" in shown.main
    assert "Tweede, met veel moeite geschreven." in response.content.decode()
    assert Reaction.objects.count() == 1


def test_adoption_shows_where_a_project_spread_to_and_where_it_did_not_work(client, member, project):
    factories.AdoptionFactory(project=project, institute__name="Zorggroep De Els")
    said = {
        "institute": member.institute_id,
        "state": "stopped",
        "start": "2024-02",
        "end": "2025",
        "stop_reason": "staffing",
        "text": "Te weinig mensen in de nacht.",
    }
    client.post(reverse("peers:adopt", args=[project.slug]), said)
    client.logout()
    text = page(client, project).main
    for part in ("1 andere instelling past dit toe.", "Bij 1 instelling is het gestopt.", member.institute.name):
        assert part in text
    assert "Te weinig mensen of tijd" in text
    assert "Zorggroep De Els" in text


@pytest.mark.parametrize(
    ("differs", "field"),
    [
        ({"state": "stopped"}, "stop_reason"),
        ({"start": "vorig jaar"}, "start"),
        ({"end": "2023"}, "end"),
        ({"institute": ""}, "institute"),
    ],
)
def test_adoption_that_cannot_be_says_why(client, member, project, differs, field):
    said = {"institute": member.institute_id, "state": "running", "start": "2024-02"} | differs
    response = client.post(reverse("peers:adopt", args=[project.slug]), said)
    assert field in response.context["form"].errors
    assert not Adoption.objects.exists()


def test_adoption_is_said_in_the_name_of_ones_own_institute_only(client, member, project):
    other = factories.InstituteFactory(verified=True)
    said = {"institute": other.pk, "state": "running", "start": "2024"}
    assert client.post(reverse("peers:adopt", args=[project.slug]), said).status_code == 200
    assert not Adoption.objects.exists()


def test_adoption_said_again_changes_what_was_said(client, member, project):
    for state in ("running", "successful"):
        said = {"institute": member.institute_id, "state": state, "start": "2024"}
        client.post(reverse("peers:adopt", args=[project.slug]), said)
    assert Adoption.objects.get().state == "successful"
    client.post(reverse("peers:adopt", args=[project.slug]), {"take_back": Adoption.objects.get().pk})
    assert not Adoption.objects.exists()


def test_without_an_institute_the_page_tells_how_to_get_one(client, project):
    client.force_login(factories.UserFactory())
    shown = Page.of(client.get(reverse("peers:adopt", args=[project.slug])))
    assert "Meld uw instelling aan" in shown.main


def test_moderator_takes_down_with_a_reason_that_the_writer_reads(moderator_client, project):
    reaction = factories.ReactionFactory(project=project, text="Dit is een naam van een cliënt.")
    address = reverse("admin:peers_reaction_change", args=[reaction.pk])
    without = moderator_client.post(address, {"off_site": "on", "reason": ""})
    assert "Schrijf op waarom" in without.content.decode()
    moderator_client.post(address, {"off_site": "on", "reason": "Hier staat een naam van een cliënt."})
    assert "naam van een cliënt" not in page(Client(), project).main
    mail = mails(reaction.author.email)[0]
    assert "Hier staat een naam van een cliënt." in mail.message
    moderator_client.post(address, {"reason": ""})
    assert "naam van een cliënt" in page(Client(), project).main


def test_what_was_taken_down_counts_nowhere(client, project, pitfall):
    factories.MarkFactory(lesson=pitfall, removed_at="2026-01-01T00:00Z")
    factories.AdoptionFactory(project=project, removed_at="2026-01-01T00:00Z", institute__name="Zorggroep Weg")
    shown = page(client, project)
    assert shown.all(f"#les-{pitfall.slug} .vp-mark")[0].startswith("Speelde hier ook 0")
    assert "Zorggroep Weg" not in shown.main


def test_person_who_leaves_leaves_the_knowledge(member, project, pitfall):
    from vindplaats.mine.erasing import erase  # noqa: PLC0415 - what is tested

    factories.ReactionFactory(project=project, author=member.user, author_name="Lotte Voorbeeld")
    factories.MarkFactory(lesson=pitfall, user=member.user, user_name="Lotte Voorbeeld", line="Ook bij ons.")
    erase(user=member.user)
    assert Reaction.objects.get().author_name == Mark.objects.get().user_name == ""
    for model in (Reaction, Mark):
        assert "Lotte" not in str(list(model.pgh_event_model.objects.values()))


def test_name_is_never_a_part_of_the_address(client, project):
    client.force_login(factories.UserFactory(name="", email="geheim.adres@zorg.example"))
    client.post(reverse("peers:react", args=[project.slug]), {"text": "Zonder naam."})
    text = page(client, project).main
    assert "Een lid" in text
    assert "geheim.adres" not in text


@pytest.mark.parametrize("count", [1, 3])
def test_page_asks_as_often_however_much_was_said(client, project, pitfall, count, django_assert_num_queries):
    factories.ReactionFactory.create_batch(count, project=project)
    factories.AdoptionFactory.create_batch(count, project=project)
    factories.MarkFactory.create_batch(count, lesson=pitfall, line="Ook hier.")
    client.get(project.get_absolute_url())
    with django_assert_num_queries(PROJECT_PAGE):
        client.get(project.get_absolute_url())


PROJECT_PAGE = 27


def test_marking_leads_back_to_where_the_buttons_were(client, member, project, pitfall):
    on_project = Page.of(client.get(project.get_absolute_url())).soup.select_one("form.vp-marks__row")["action"]
    on_its_own = Page.of(client.get(pitfall.get_absolute_url())).soup.select_one("form.vp-marks__row")["action"]
    assert client.post(on_project, {"kind": "met"}).headers["Location"] == pitfall.place_on_project
    assert client.post(on_its_own, {"take_back": "met"}).headers["Location"] == pitfall.get_absolute_url()
