"""Asking an expert: as long as there is room this month, and without telling who blocks whom."""

import pytest

from peers.models import Block, ContactRequest
from tests import factories
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
