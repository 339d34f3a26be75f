"""The file of a resource: whose it is, when it goes, and what is refused."""

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from projects.services.resources import deciding, writing
from tests import factories
from tests.files import samples
from tests.projects.sent_in import begun, filled, sent_pdf, text_of
from vindplaats.files.checking import check

pytestmark = pytest.mark.django_db
MINE = "/mijn/hulpmiddelen/"


@pytest.fixture
def institute():
    return factories.InstituteFactory(verified=True, name="Zorg aan Zee")


@pytest.fixture
def member(institute):
    return factories.MembershipFactory(institute=institute).user


@pytest.fixture
def moderator():
    return factories.UserFactory(moderator=True)


@pytest.fixture
def own(client, member):
    client.force_login(member)
    return client


def test_a_file_that_is_replaced_goes_after_the_commit(member, institute, django_capture_on_commit_callbacks):
    resource = begun(institute, member)
    first = writing.save_draft(resource=resource, values={}, by=member, upload=check(samples.pdf())).file.name
    with django_capture_on_commit_callbacks(execute=False) as callbacks:
        second = writing.save_draft(resource=resource, values={}, by=member, upload=check(samples.docx())).file.name
    assert default_storage.exists(first)
    for callback in callbacks:
        callback()
    assert not default_storage.exists(first)
    assert default_storage.exists(second)


def test_a_file_is_for_its_members_until_it_is_public(client, member, institute, moderator):
    resource = begun(institute, member)
    writing.save_draft(resource=resource, values={}, by=member, upload=check(samples.pdf()))
    address = f"{resource.get_absolute_url()}bestand/"
    assert client.get(address).status_code == 404
    outsider = factories.MembershipFactory(manager=True).user
    for user, status in ((outsider, 404), (member, 200), (moderator, 200)):
        client.force_login(user)
        assert client.get(address).status_code == status
    writing.submit(resource=resource, by=member)
    deciding.accept(resource=resource, by=moderator)
    client.logout()
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="{resource.slug}.pdf"'
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert client.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    "name", ["boek.pdf", "../../etc/passwd", "boek.pdf.exe", 'x".html', "naam\r\nSet-Cookie: a=b.pdf"]
)
def test_the_name_of_a_file_decides_nothing(own, member, institute, name):
    resource = begun(institute, member)
    own.post(f"{MINE}{resource.slug}/", filled(resource, doen="bewaren", file=sent_pdf(name)))
    resource.refresh_from_db()
    assert resource.file.name.startswith("resources/")
    assert resource.file.name.endswith(".pdf")
    assert "passwd" not in resource.file.name


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"<svg onload=alert(1)>", "iets uitvoeren"),
        (samples.pdf() + samples.docx(), "tegelijk een ander soort bestand"),
        (samples.with_script(), "programma of een bijlage"),
        (samples.with_part("word/vbaProject.bin"), "macro"),
        (samples.with_part("../buiten.xml"), "onderdelen"),
        (samples.with_part("word/bom.xml", b"0" * 20_000_000), "uitgepakt te groot"),
    ],
    ids=["svg", "polyglot", "script", "macros", "path", "bomb"],
)
def test_a_bad_file_is_refused_in_plain_words(own, member, institute, data, told):
    resource = begun(institute, member)
    sent = SimpleUploadedFile("boek.pdf", data)
    text = text_of(own.post(f"{MINE}{resource.slug}/", filled(resource, file=sent)))
    assert told in text
    resource.refresh_from_db()
    assert (resource.file.name, resource.status) == ("", "draft")
