"""Asking an expert: as long as there is room this month, and without telling who blocks whom."""

import pytest

from peers.mine.contact import person_data
from peers.models import Block, ContactRequest
from peers.services.contact.writing import write
from tests import factories
from tests.mailbox import mails
from tests.peers.contacting import member

pytestmark = pytest.mark.django_db
TYPED = {"onderwerp": "Hoe kreeg u de wijk mee?", "vraag": "Wij beginnen met beeldzorg."}


@pytest.fixture
def asker(client):
    user = member()
    client.force_login(user)
    return user


def test_expert_without_room(client, asker):
    full = factories.ProfileFactory(monthly_limit=0)
    page = client.get(f"/contact/nieuw/?expert={full.slug}").content.decode()
    assert "kan nu geen vragen aannemen" in page
    assert "<form" not in page.partition("<main")[2].partition("</main")[0]


def test_expert_whose_last_place_went_meanwhile(client, asker):
    profile = factories.ProfileFactory(monthly_limit=1)
    address = f"/contact/nieuw/?expert={profile.slug}"
    assert "Vraag versturen" in client.get(address).content.decode()
    factories.HandlingFactory(profile=profile, user=profile.user)
    page = client.post(address, TYPED).content.decode()
    assert "heeft deze maand geen plaats meer" in page
    assert TYPED["vraag"] in page
    assert not ContactRequest.objects.filter(profile=profile).exists()


def test_blocked_by_an_expert_reads_the_same_as_no_room(client, asker):
    profile = factories.ProfileFactory()
    Block.objects.create(blocker=profile.user, blocked=asker)
    page = client.get(f"/contact/nieuw/?expert={profile.slug}").content.decode()
    assert "kan nu geen vragen aannemen" in page
    assert "blok" not in page.partition("<main")[2].partition("</main")[0].lower()


def test_expert_is_known_by_the_name_of_the_profile_only(client, asker):
    profile = factories.ProfileFactory(name="Xandra", user__name="Kanarienaam Accountsen")
    client.post(f"/contact/nieuw/?expert={profile.slug}", TYPED)
    request = ContactRequest.objects.get()
    path = request.get_absolute_url()
    write(request=request, by=profile.user, text="Begin klein.")
    pages = [path, f"{path}delen/", f"{path}blokkeren/", "/mijn/contact/", "/mijn/contact/geblokkeerd/", "/mijn/"]
    client.post(f"{path}blokkeren/")
    told = "".join(client.get(one, follow=True).content.decode() for one in pages)
    told += str(person_data(asker)) + "".join(f"{mail.subject} {mail.message}" for mail in mails(asker.email))
    assert "Xandra" in told
    assert "Kanarienaam" not in told
    assert "Xandra" in client.get("/mijn/contact/geblokkeerd/").content.decode()


def test_monthly_limit_counts_what_was_asked_by_the_profile(client, asker):
    profile = factories.ProfileFactory(monthly_limit=1)
    client.post(f"/contact/nieuw/?expert={profile.slug}", TYPED)
    other = member("Ander")
    client.force_login(other)
    assert "kan nu geen vragen aannemen" in client.get(f"/contact/nieuw/?expert={profile.slug}").content.decode()


def test_button_on_the_page_of_an_expert(client):
    profile = factories.ProfileFactory()
    assert f"/contact/nieuw/?expert={profile.slug}" in client.get(profile.get_absolute_url()).content.decode()
