"""The feed of people: what visitors see of public profiles, for everybody the same, and nobody longer than that."""

from xml.etree import ElementTree

import pytest

from peers.services.profiles import agreeing, leaving, pausing
from peers.states import ConsentKind, Visibility
from tests import factories
from tests.peers.profiles import LIST, found_profile

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
FEED = f"{LIST}feed.atom"
CANARY = "kanarievogel"


def read(client, address=FEED, **asked):
    response = client.get(address, asked)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own


def names(client, **asked):
    return {title.text for title in read(client, **asked).findall(f"{ATOM}entry/{ATOM}title")}


def test_holds_who_answers_the_search(client):
    theme = factories.ThemeFactory(name="Slaap", slug="slaap")
    found = found_profile(name="Demi Bakker", role="Fysiotherapeut", themes=[theme])
    found_profile(name="Een ander", role="Arts")
    feed = read(client, thema="slaap", q="fysiotherapeut")
    assert feed.findtext(f"{ATOM}title") == "Vindplaats: experts over fysiotherapeut"
    [entry] = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Demi Bakker, Fysiotherapeut"
    assert entry.findtext(f"{ATOM}summary") == "Meedenken over een plan"
    assert entry.find(f"{ATOM}link").get("href").endswith(found.get_absolute_url())
    assert len(names(client)) == 2


def test_is_told_of_on_the_page(client):
    found_profile(name="Demi Bakker")
    for asked in ("demi", "xqzvw"):
        assert client.get(LIST, {"q": asked}).text.count(f'href="{FEED}?q={asked}"') == 2


def test_in_english(client):
    found_profile(name="Demi Bakker")
    feed = read(client, f"/en{FEED}")
    assert feed.findtext(f"{ATOM}title") == "Vindplaats: experts"
    assert feed.findtext(f"{ATOM}entry/{ATOM}summary").startswith("Help think through a plan")


def test_nobody_else_for_nobody(client):
    found_profile(name="Openbaar", role="")
    for number, visibility in enumerate((Visibility.MEMBERS, Visibility.HIDDEN)):
        found_profile(name=f"Besloten {number}", visibility=visibility)
    found_profile(name="Niet akkoord", agreed=False)
    found_profile(name="Weg", user__is_active=False)
    assert names(client) == {"Openbaar"}
    client.force_login(factories.UserFactory())
    assert names(client) == {"Openbaar"}
    assert names(client, q="besloten") == set()


def test_says_nothing_that_is_not_for_everybody(client):
    user = factories.UserFactory(email=f"{CANARY}@zorg.example", name=f"Geheime {CANARY}")
    found_profile(
        user=user,
        name="Demi",
        introduction=f"Ik vertel over {CANARY}",
        wishes=CANARY,
        availability=CANARY,
        kind="experience",
        themes=[factories.ThemeFactory(name=CANARY)],
        health_story=CANARY,
        health_consented_at=user.date_joined,
    )
    text = client.get(FEED).text
    assert "Demi" in text
    assert CANARY not in text.lower()
    assert "ervaringsdeskundige" not in text.lower()
    assert "@" not in text


@pytest.mark.parametrize(
    "leave",
    [
        lambda user: agreeing.withdraw(user=user, kind=ConsentKind.PROFILE),
        lambda user: leaving.delete(user=user),
        lambda user: pausing.pause(user=user, until=None),
    ],
)
def test_who_leaves_is_gone_at_once_and_nobody_keeps_the_feed(client, leave):
    profile = found_profile(name="Demi")
    response = client.get(FEED)
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.has_header("ETag")
    leave(profile.user)
    assert names(client) == set()


def test_what_the_database_says_goes_before_the_index(client):
    profile = found_profile(name="Demi")
    type(profile).objects.update(visibility=Visibility.MEMBERS)
    assert names(client) == set()


def test_as_many_questions_for_one_and_three(client, django_assert_num_queries):
    def look(number):
        for _ in range(number):
            found_profile(themes=[factories.ThemeFactory()])
        client.get(FEED)
        with django_assert_num_queries(2):
            client.get(FEED)

    look(1)
    look(2)
