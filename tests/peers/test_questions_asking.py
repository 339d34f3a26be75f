"""Asking something: the steps, what is proposed, what is refused, and that nothing is lost or done twice."""

import pytest
import time_machine
from django.utils import timezone

from peers.models import Question
from peers.search.alike import proposed_themes
from peers.services.questions.asking import ask
from projects.models import ReviewCase
from projects.states import MemberStatus
from tests import factories
from tests.jobs import jobs
from tests.pages import Page
from tests.peers.asking import ASK, filled, question

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return factories.UserFactory(name="Demi Voorbeeld")


@pytest.fixture
def asking(client, person):
    client.force_login(person)
    return client


def test_a_visitor_logs_in_and_comes_back(client):
    response = client.get(f"{ASK}?q=beeldzorg")
    assert response.status_code == 302
    assert response.url == "/account/login/?next=/vragen/stellen/%3Fq%3Dbeeldzorg"


def test_a_search_that_found_nothing_is_the_beginning(asking):
    page = Page.of(asking.get(f"{ASK}?q=beeldzorg in de nacht"))
    assert page.soup.select_one("#id_titel")["value"] == "beeldzorg in de nacht"


def test_from_text_to_site(asking, person):
    theme = factories.ThemeFactory(name="Beeldzorg", slug="beeldzorg")
    look = Page.of(asking.post(ASK, filled(stap="bekijk")))
    assert "Kijk uw vraag na" in look.title
    assert look.soup.select_one('[name="thema"][value="beeldzorg"]').has_attr("checked")
    assert not Question.objects.exists()
    response = asking.post(ASK, filled(thema=["beeldzorg"]))
    made = Question.objects.get()
    assert response.url == made.get_absolute_url() == "/vragen/hoe-kreeg-u-de-nachtdienst-mee/"
    assert (made.asker, made.status, list(made.themes.all())) == (person, "open", [theme])
    assert jobs("peers.tasks.questions.route_question") == [{"question": made.pk}]
    page = Page.of(asking.get(response.url))
    assert "Uw vraag staat op de site." in page.text
    assert "Demi Voorbeeld" in page.text


def test_back_to_the_text_keeps_all(asking):
    factories.ThemeFactory(slug="beeldzorg")
    page = Page.of(asking.post(ASK, filled(stap="wijzig", thema=["beeldzorg"], zonder_naam="on")))
    assert page.soup.select_one("#id_titel")["value"] == "Hoe kreeg u de nachtdienst mee?"
    assert page.soup.select_one("#id_zonder_naam").has_attr("checked")
    assert page.soup.select_one('input[type="hidden"][name="thema"]')["value"] == "beeldzorg"


def test_what_is_missing_or_too_long_is_told(asking):
    page = Page.of(asking.post(ASK, filled(titel=" ", tekst="x" * 5_001)))
    assert page.title.startswith("Fout:")
    assert "Schrijf in één zin wat u wilt weten." in page.text
    assert "Maak de tekst korter" in page.text
    assert len(page.soup.select_one("#id_tekst").get_text()) >= 5_001
    assert not Question.objects.exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Bel me op 06-12345678.", "een telefoonnummer"),
        ("Mail naar demi@zorg.example.", "een e-mailadres"),
        ("Mijn nummer is 123456782.", "burgerservicenummer"),
    ],
)
def test_what_may_be_about_a_person_is_pointed_at(asking, text, told):
    page = Page.of(asking.post(ASK, filled(tekst=text)))
    assert told in page.text
    assert text in page.soup.select_one("#id_tekst").get_text()
    assert not Question.objects.exists()
    assert asking.post(ASK, filled(tekst=text, van_niemand="on")).status_code == 302
    case = ReviewCase.objects.get(closed_at=None)
    assert (case.kind, case.object_id) == ("question", Question.objects.get().pk)


def test_no_box_for_whose_data_when_nothing_was_found(asking):
    assert not Page.of(asking.get(ASK)).soup.select_one("#id_van_niemand")
    asking.post(ASK, filled())
    assert not ReviewCase.objects.exists()


def test_sent_twice_is_one_question(asking):
    first, second = asking.post(ASK, filled()), asking.post(ASK, filled())
    assert first.url == second.url
    assert Question.objects.count() == 1
    assert len(jobs("peers.tasks.questions.route_question")) == 1


def test_five_a_day(asking, person):
    with time_machine.travel("2026-11-20 21:30+00:00", tick=False):
        for number in range(5):
            assert asking.post(ASK, filled(titel=f"Vraag nummer {number}?")).status_code == 302
        page = Page.of(asking.post(ASK, filled(titel="Vraag nummer zes?")))
        assert "U stelde vandaag al 5 vragen." in page.text
        assert page.soup.select_one('[name="titel"]')["value"] == "Vraag nummer zes?"
        assert Question.objects.count() == 5
    # Midnight here is 23:00 in UTC.
    with time_machine.travel("2026-11-20 23:30+00:00", tick=False):
        asking.force_login(person)
        assert asking.post(ASK, filled(titel="Vraag nummer zes?")).status_code == 302


def test_only_in_the_name_of_an_institute_of_ones_own(asking, person):
    own = factories.MembershipFactory(user=person, institute__slug="eigen").institute
    factories.MembershipFactory(user=person, institute__slug="vroeger", status=MemberStatus.ENDED)
    factories.InstituteFactory(verified=True, slug="vreemd")
    page = Page.of(asking.get(ASK))
    assert [one["value"] for one in page.soup.select('[name="instelling"]')] == ["", "eigen"]
    for other in ("vroeger", "vreemd"):
        assert asking.post(ASK, filled(instelling=other)).status_code == 200
    asking.post(ASK, filled(instelling="eigen"))
    assert Question.objects.get().institute == own
    assert own.name in Page.of(asking.get(Question.objects.get().get_absolute_url())).text


def test_who_left_the_institute_is_no_longer_shown_with_it(client, person):
    membership = factories.MembershipFactory(user=person)
    made = ask(asker=person, title="Een vraag namens ons", institute=membership.institute)
    assert membership.institute.name in Page.of(client.get(made.get_absolute_url())).text
    membership.status, membership.ended_at = MemberStatus.ENDED, timezone.now()
    membership.save()
    assert membership.institute.name not in Page.of(client.get(made.get_absolute_url())).text


def test_alike_while_typing(asking):
    other = question(title="Wie heeft ervaring met beeldzorg in de nacht?")
    project = factories.ProjectFactory(published=True, indexed=True, title="Beeldzorg in de nacht", with_lessons=True)
    for answer in (
        asking.get("/vragen/lijkt-op", {"q": "beeldzorg in de nacht"}),
        asking.post("/vragen/lijkt-op", {"q": "beeldzorg in de nacht, " * 20}),
    ):
        page = Page.of(answer)
        links = [one["href"] for one in page.soup.select("a")]
        assert other.get_absolute_url() in links
        assert project.get_absolute_url() in links
        assert "op uw vraag" in page.soup.select_one("[data-message]")["data-message"]
        assert answer.headers["Cache-Control"] == "no-store"
    assert Page.of(asking.get("/vragen/lijkt-op", {"q": "kort"})).soup.select("a") == []
    assert other.title in Page.of(asking.post(ASK, filled(titel="Beeldzorg in de nacht", stap="bekijk"))).text


def test_themes_are_proposed_from_what_is_told_and_found():
    named = factories.ThemeFactory(name="Valpreventie", slug="valpreventie")
    found = factories.ThemeFactory(name="Leefcirkels", slug="leefcirkels")
    factories.ThemeFactory(name="Wondzorg", slug="wondzorg")
    factories.ProjectFactory(published=True, indexed=True, title="Zonder hek door het dorp lopen", themes=[found])
    assert proposed_themes("Wat werkt bij valpreventie?") == [named.slug]
    assert proposed_themes("Mensen die door het dorp lopen zonder hek") == [found.slug]
    assert proposed_themes("xqzvwk") == proposed_themes(" ") == []


def test_a_slug_that_is_taken_or_reserved_gets_a_number(person):
    first = ask(asker=person, title="Stellen")
    other = ask(asker=factories.UserFactory(), title="Stellen")
    assert first.slug != "stellen"
    assert first.slug != other.slug


def test_what_was_probably_asked_before_is_looked_at(person):
    question(title="Hoe kreeg u de nachtdienst mee met beeldbellen?")
    ask(asker=person, title="Hoe kreeg je de nachtdienst mee met beeldbellen?")
    assert ReviewCase.objects.get().flags == ["duplicate"]
