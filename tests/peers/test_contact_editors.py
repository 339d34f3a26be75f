"""Where nobody has joined the editors answer, find somebody, or say that nobody can help; and only as long as that."""

import pytest

from peers.services.contact.writing import write
from projects.models import ReviewCase
from tests import factories
from tests.mailbox import mails
from tests.pages import Page
from tests.peers.contacting import asked, member, turn

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_(db):
    return asked(factories.ProjectFactory(published=True), title="Wie weet dit?")


@pytest.fixture
def editor(client):
    user = factories.UserFactory(moderator=True, name="Mo Moderator")
    client.force_login(user)
    return user


def case_of(request):
    return ReviewCase.objects.get(kind="contact", object_id=request.pk, closed_at=None)


def decide(client, request, name, **data):
    case = case_of(request)
    version = request.messages.count()
    return client.post(f"/admin/wachtrij/{case.pk}/", {"doe": f"besluit:{name}", "versie": version, **data})


def test_answering_from_the_queue(client, editor, request_):
    assert request_.reference in client.get("/admin/wachtrij/").content.decode()
    assert "Wie weet dit?" in client.get(f"/admin/wachtrij/{case_of(request_).pk}/").content.decode()
    decide(client, request_, "antwoorden", tekst="Wij vroegen het na.")
    request_.refresh_from_db()
    assert request_.status == "talking"
    assert not ReviewCase.objects.filter(closed_at=None).exists()
    (mail,) = mails(request_.asker.email)
    assert mail.subject == "De redactie schreef u: Wie weet dit?"
    assert "Wij vroegen het na." in mail.message
    assert "Mo Moderator" not in mail.message


def test_moderators_are_named_nowhere(client, editor, request_):
    client.post(request_.get_absolute_url(), {"bericht": "Wij zoeken het uit."})
    client.force_login(request_.asker)
    page = Page.of(client.get(request_.get_absolute_url()))
    assert "De redactie van Vindplaats" in page.main
    assert "Mo Moderator" not in page.main
    assert "Moderatoren lezen daarom mee." in page.main


def test_asker_who_responds_is_in_the_queue_again(client, editor, request_):
    decide(client, request_, "antwoorden", tekst="Wij vroegen het na.")
    write(request=request_, by=request_.asker, text="En wat zeiden ze?")
    assert "En wat zeiden ze?" in client.get(f"/admin/wachtrij/{case_of(request_).pk}/").content.decode()


def test_giving_to_an_expert_ends_what_editors_see(client, editor, request_):
    profile = factories.ProfileFactory(slug="demi", monthly_limit=1)
    full = factories.ProfileFactory(slug="vol", monthly_limit=0)
    told = decide(client, request_, "aan-expert", **{"aan-expert-profile": f"/experts/{full.slug}/"}).content.decode()
    assert "heeft deze maand geen plaats meer" in told
    told = decide(client, request_, "aan-expert", **{"aan-expert-profile": "/experts/niemand/"}).content.decode()
    assert "Deze expert is er niet." in told
    case = case_of(request_)
    decide(client, request_, "aan-expert", **{"aan-expert-profile": "https://vindplaats.example/experts/demi/"})
    assert (turn(request_).user, turn(request_).profile) == (profile.user, profile)
    assert client.get(request_.get_absolute_url()).status_code == 404
    assert "Wie weet dit?" not in client.get(f"/admin/wachtrij/{case.pk}/").content.decode()


def test_giving_to_somebody_who_joined_meanwhile(client, editor, request_):
    joined = factories.MembershipFactory(institute=request_.project.institute).user
    stranger = factories.MembershipFactory().user
    decide(client, request_, "aan-lid", **{"aan-lid-colleague": stranger.pk})
    assert turn(request_).is_editors
    decide(client, request_, "aan-lid", **{"aan-lid-colleague": joined.pk})
    assert turn(request_).user == joined


def test_nobody_can_help(client, editor, request_):
    assert "Schrijf op waarom" in decide(client, request_, "niemand", tekst="").content.decode()
    decide(client, request_, "niemand", tekst="Dit project is lang voorbij.")
    request_.refresh_from_db()
    assert request_.status == "declined"
    assert not ReviewCase.objects.filter(closed_at=None).exists()
    client.force_login(request_.asker)
    assert "Dit project is lang voorbij." in client.get(request_.get_absolute_url()).content.decode()


def test_withdrawn_leaves_the_queue(client, request_):
    client.force_login(request_.asker)
    client.post(f"{request_.get_absolute_url()}intrekken/")
    case = ReviewCase.objects.get()
    assert (case.outcome, case.closed_at is None) == ("withdrawn", False)


def test_members_do_not_get_in(client, request_):
    client.force_login(member())
    assert client.get(f"/admin/wachtrij/{case_of(request_).pk}/").status_code == 302
