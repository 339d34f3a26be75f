"""Whatever is typed into the forms of contact: the form again with what is wrong, or what was typed as it was.

All texts in one test each, for people with passwords take long to make.
"""

import pytest

from peers.models import ContactMessage, ContactRequest
from tests import factories
from tests.mailbox import mails
from tests.peers.contacting import answered, contact_person, member, project, turn
from tests.security.nasty import TEXTS

pytestmark = [pytest.mark.django_db, pytest.mark.same_sql]
HEADERS = {"Auto-Submitted", "Content-Language", "Reply-To", "List-Unsubscribe", "List-Unsubscribe-Post"}


def test_asking(client):
    about, asker = project(), factories.MembershipFactory(user=member()).user
    contact_person(about)
    factories.ProjectFactory(institute=asker.memberships.get().institute)
    client.force_login(asker)
    for name, text in TEXTS.items():
        for query in ("project", "expert", "instelling"):
            assert client.get("/contact/nieuw/", {query: text}).status_code in (200, 400, 404), name
        whole = dict.fromkeys(
            ("onderwerp", "vraag", "geprobeerd", "instelling", "plan_mee", "plan", "plan_tekst"), text
        )
        response = client.post(f"/contact/nieuw/?project={about.slug}&plan={about.slug}", whole)
        assert response.status_code == 200, name
        short = {"onderwerp": text[:100], "vraag": text[:3_000], "plan_mee": "on", "plan_tekst": text}
        response = client.post(f"/contact/nieuw/?project={about.slug}", short)
        assert response.status_code in (200, 302), name
        ContactRequest.objects.all().delete()
    assert mails()
    for mail in mails():
        assert "\n" not in mail.subject
        assert "<script" not in mail.html_message
        assert mail.headers.keys() <= HEADERS


def test_thread_and_lists(client):
    about = project()
    asker, handler = member(), contact_person(about)
    for name, text in TEXTS.items():
        request = answered(about, asker)
        path = request.get_absolute_url()
        client.force_login(asker)
        response = client.post(path, {"bericht": text}, follow=True)
        assert response.status_code == 200, name
        assert "<script>alert" not in response.content.decode(), name
        assert client.post(f"{path}afsluiten/", {"veranderd": text}).status_code == 200, name
        assert client.post("/mijn/contact/geblokkeerd/", {"blokkade": text}).status_code == 404, name
        assert client.get("/mijn/contact/", {"lijst": text, "page": text}).status_code in (200, 400), name
        client.force_login(handler)
        assert client.post(f"{path}collega/", {"collega": text}).status_code in (200, 302), name
        assert client.post(f"{path}doorgeven/", {"reden": text[:900]}).status_code in (200, 302), name
        ContactMessage.objects.all().delete()
        ContactRequest.objects.all().delete()


@pytest.mark.parametrize("reference", ["c-0000-0000", "bestaat-niet", "x" * 300])
def test_reference_that_is_none(client, reference):
    client.force_login(member())
    assert client.get(f"/contact/{reference}/").status_code == 404


def test_reference_in_small_letters(client):
    request = answered()
    assert turn(request)
    client.force_login(request.asker)
    assert client.get(f"/contact/{request.reference.lower()}/").status_code == 200
