"""Whatever is sent to the pages of profiles: the page again with what is wrong, or kept; never an error of ours."""

import pytest

from peers.models import Profile
from tests import factories
from tests.peers.profiles import LIST, MINE, filled
from tests.security.nasty import TEXTS

pytestmark = [pytest.mark.django_db, pytest.mark.same_sql]
FIELDS = (*filled(), "themes", "regions", "projects", "other_projects", "wishes", "availability", "health_story")
ROWS = [f"werkplekken-0-{name}" for name in ("organisation", "role", "start", "end", "is_former", "weg", "slug")]
PARAMETERS = (
    "q",
    "wie",
    "aanbod",
    "ruimte",
    "thema",
    "regio",
    "taal",
    "sort",
    "indeling",
    "letterlijk",
    "page",
    "pageSize",
)


@pytest.mark.parametrize("name", TEXTS)
def test_anything_typed_everywhere(client, name):
    client.force_login(factories.UserFactory())
    text = TEXTS[name]
    sent = dict.fromkeys([*FIELDS, *ROWS, "nog"], text) | {"werkplekken-aantal": "1"}
    assert client.post(MINE, sent).status_code == 200
    del sent["nog"]
    assert client.post(MINE, sent | {"werkplekken-aantal": text}).status_code == 200
    for field in ("name", "introduction", "wishes", "other_projects", "themes", "werkplekken-0-organisation"):
        response = client.post(MINE, filled(**{"werkplekken-aantal": "1", field: text}))
        assert response.status_code in (200, 302), field
    assert client.get(MINE).status_code == 200
    for profile in Profile.objects.all():
        assert client.get(profile.get_absolute_url()).status_code == 200
        assert client.post(f"{MINE}pauze/", {"until": text}).status_code in (200, 302)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("is_member", [False, True], ids=["visitor", "member"])
def test_anything_asked_of_the_list(client, name, is_member):
    factories.ProfileFactory(member=True)
    if is_member:
        client.force_login(factories.UserFactory())
    for asked in (dict.fromkeys(PARAMETERS, TEXTS[name]), *({one: TEXTS[name]} for one in ("q", "regio", "page"))):
        assert client.get(LIST, asked).status_code in (200, 400), asked
