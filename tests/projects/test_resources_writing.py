"""An institute sends in a resource, moderators decide, and what is public is changed only after that."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage

from projects.models import Resource, ResourceChange, ReviewCase
from projects.services.refusals import ReasonMissing
from projects.services.resources import cleaning, deciding, files, writing
from projects.services.resources.refusals import NothingToGet, SavedMeanwhile, StandsOtherwise
from tests import factories
from tests.files import samples
from tests.projects.sent_in import begun, filled, published, sent_pdf, text_of
from vindplaats.files.checking import check

pytestmark = pytest.mark.django_db
START, MINE = "/hulpmiddelen/aanmelden/", "/mijn/hulpmiddelen/"


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


def test_from_beginning_to_the_site(own, member, moderator, institute, mailbox_of_all):
    answer = own.post(START, {"kind": "toolkit", "title": "Werkboek slapen", "institute": institute.pk})
    resource = Resource.objects.get()
    assert answer.url == f"{MINE}{resource.slug}/"
    assert own.get(answer.url).status_code == 200
    answer = own.post(answer.url, filled(resource, audiences=["zorgprofessionals"]))
    assert answer.url == MINE
    resource.refresh_from_db()
    assert (resource.status, resource.audiences) == ("submitted", ["zorgprofessionals"])
    assert "Bij de moderator" in text_of(own.get(MINE))
    case = ReviewCase.objects.get()
    assert (case.kind, case.object_id, case.institute) == ("resource", resource.pk, institute)
    deciding.accept(resource=resource, by=moderator, reason="Mooi.")
    assert "Werkboek slapen" in text_of(own.get("/hulpmiddelen/", {"q": "slapen"}))
    assert [mail.subject for mail in mailbox_of_all()] == ["Ontvangen: Werkboek slapen", "Op de site: Werkboek slapen"]


@pytest.fixture
def mailbox_of_all():
    from post_office.models import Email

    return lambda: list(Email.objects.order_by("pk"))


def test_returned_with_a_reason_and_sent_in_again(own, member, moderator, institute, mailbox_of_all):
    resource = writing.submit(resource=begun(institute, member), by=member)
    with pytest.raises(ReasonMissing):
        deciding.return_with_reason(resource=resource, by=moderator, reason=" ")
    deciding.return_with_reason(resource=resource, by=moderator, reason="Zeg voor wie het is.")
    assert "Zeg voor wie het is." in mailbox_of_all()[-1].message
    page = f"{MINE}{resource.slug}/"
    assert "Zeg voor wie het is." in text_of(own.get(page))
    resource.refresh_from_db()
    own.post(page, filled(resource, audiences=["patienten"]))
    resource.refresh_from_db()
    assert (resource.status, resource.reason) == ("submitted", "")


def test_nothing_that_was_typed_is_lost(own, member, institute):
    resource = begun(institute, member, url="")
    page = f"{MINE}{resource.slug}/"
    answer = own.post(page, filled(resource, url="", summary="", owner="Van ons", file=sent_pdf(), year="twee"))
    text = text_of(answer)
    assert "Fout:" in text
    assert 'value="Van ons"' in text
    assert 'value="twee"' in text
    assert "U hoeft het niet opnieuw te kiezen" in text
    resource.refresh_from_db()
    assert (resource.status, resource.owner, resource.file_kind) == ("draft", "Van ons", "pdf")
    answer = own.post(page, filled(resource, url="", doen="indienen"))
    assert answer.url == MINE


def test_a_draft_may_be_kept_half_done(own, member, institute):
    resource = begun(institute, member)
    answer = own.post(f"{MINE}{resource.slug}/", filled(resource, summary="", url="", doen="bewaren"))
    assert answer.status_code == 302
    resource.refresh_from_db()
    assert (resource.status, resource.version) == ("draft", 2)


def test_without_a_link_or_file_nobody_can_open_it(own, member, institute):
    resource = begun(institute, member, url="")
    assert "Geef een webadres of kies een bestand" in text_of(
        own.post(f"{MINE}{resource.slug}/", filled(resource, url=""))
    )
    with pytest.raises(NothingToGet):
        writing.submit(resource=resource, by=member)


def test_two_who_write_at_once_are_told(own, member, institute):
    resource = begun(institute, member)
    writing.save_draft(resource=resource, values={"owner": "Van een ander"}, by=member, version=1)
    with pytest.raises(SavedMeanwhile):
        writing.save_draft(resource=resource, values={"owner": "Van mij"}, by=member, version=1)
    answer = own.post(f"{MINE}{resource.slug}/", filled(resource, owner="Van mij", version=1))
    assert "Iemand anders heeft dit hulpmiddel intussen ook bewaard" in text_of(answer)
    assert 'name="version" value="2"' in text_of(answer)


def test_an_address_that_is_there_is_told_before_anything_is_made(own, institute):
    twin = published(institute, title="Het boek van toen")
    data = {"kind": "toolkit", "title": "Nieuw", "url": "http://zorg.example/boek/", "institute": institute.pk}
    text = text_of(own.post(START, data))
    assert "Dit adres staat er al" in text
    assert twin.get_absolute_url() in text
    assert Resource.objects.count() == 1
    assert own.post(START, {**data, "anyway": "on"}).status_code == 302


def test_a_change_of_what_is_public_waits_apart(own, member, moderator, institute):
    resource = published(institute, summary="Oud", with_file=True)
    old = resource.file.name
    page = f"{MINE}{resource.slug}/"
    assert own.post(page, filled(resource, version=0, summary="Nieuw", file=sent_pdf())).url == MINE
    resource.refresh_from_db()
    assert (resource.summary, resource.file.name) == ("Oud", old)
    change = ResourceChange.objects.get()
    assert own.get(f"{resource.get_absolute_url()}bestand/?voorstel").status_code == 200
    deciding.accept(resource=resource, by=moderator)
    resource.refresh_from_db()
    assert (resource.summary, resource.file.name) == ("Nieuw", change.file.name)
    assert not ResourceChange.objects.exists()


def test_a_returned_change_leaves_the_page_as_it_is(own, member, moderator, institute):
    resource = published(institute, summary="Oud")
    own.post(f"{MINE}{resource.slug}/", filled(resource, version=0, summary="Nieuw"))
    deciding.return_with_reason(resource=resource, by=moderator, reason="Te kort.")
    text = text_of(own.get(f"{MINE}{resource.slug}/"))
    assert "Te kort." in text
    assert "Nieuw" in text
    assert "Oud" in text_of(own.get(resource.get_absolute_url()))
    own.post(f"{MINE}{resource.slug}/terughalen/")
    assert not ResourceChange.objects.exists()


def test_taken_back_and_thrown_away(own, member, institute, django_capture_on_commit_callbacks):
    resource = begun(institute, member)
    writing.save_draft(resource=resource, values={}, by=member, upload=check(samples.pdf()))
    resource.refresh_from_db()
    writing.submit(resource=resource, by=member)
    page = f"{MINE}{resource.slug}/terughalen/"
    assert own.get(page).status_code == 200
    own.post(page)
    resource.refresh_from_db()
    assert (resource.status, ReviewCase.objects.get().outcome) == ("draft", "withdrawn")
    with django_capture_on_commit_callbacks(execute=True):
        own.post(page)
    assert not Resource.objects.exists()
    assert not default_storage.exists(resource.file.name)


def test_who_is_of_another_institute_may_nothing(institute, member):
    outsider = factories.MembershipFactory(manager=True).user
    resource = begun(institute, member)
    with pytest.raises(PermissionDenied):
        writing.save_draft(resource=resource, values={"title": "Van mij"}, by=outsider)
    with pytest.raises(PermissionDenied):
        writing.begin(institute=institute, kind="toolkit", title="Van mij", by=outsider)
    with pytest.raises(PermissionDenied):
        deciding.accept(resource=resource, by=member)
    with pytest.raises(StandsOtherwise):
        writing.submit(resource=published(institute, slug="ander"), by=member)


def test_what_a_trusted_institute_sends_in_is_public_at_once(institute, member):
    institute.is_trusted = True
    institute.save()
    resource = writing.submit(resource=begun(institute, member), by=member)
    assert resource.status == "published"
    assert "trusted" in ReviewCase.objects.get(closed_at=None).flags


def test_the_queue_shows_it_and_decides(client, member, institute, moderator):
    client.force_login(moderator)
    resource = writing.submit(resource=begun(institute, member), by=member)
    case = ReviewCase.objects.get()
    text = text_of(client.get(f"/admin/wachtrij/{case.pk}/"))
    assert "Een nieuw hulpmiddel" in text
    assert resource.title in text


def test_old_drafts_and_forgotten_files_go(institute, member, time_machine):
    time_machine.move_to(datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.UTC), tick=False)
    resource = begun(institute, member)
    row = writing.save_draft(resource=resource, values={}, by=member, upload=check(samples.pdf()))
    Resource.objects.filter(pk=published(institute).pk).update(status="published")
    left = default_storage.save("resources/los.pdf", samples_file())
    time_machine.move_to(datetime.datetime(2026, 12, 31, 12, tzinfo=datetime.UTC), tick=False)
    assert cleaning.remove_old_drafts(now=datetime.datetime.now(datetime.UTC)) == 0
    time_machine.move_to(datetime.datetime(2027, 1, 2, 12, tzinfo=datetime.UTC), tick=False)
    assert cleaning.remove_old_drafts(now=datetime.datetime.now(datetime.UTC)) == 1
    assert not Resource.objects.filter(pk=row.pk).exists()
    assert files.remove_forgotten() >= 1
    assert not default_storage.exists(left)
    assert Resource.objects.filter(status="published").exists()


def samples_file():
    from django.core.files.base import ContentFile

    return ContentFile(samples.pdf())


def test_the_panel_of_my_pages_tells_what_waits(own, member, institute, moderator):
    resource = writing.submit(resource=begun(institute, member), by=member)
    deciding.return_with_reason(resource=resource, by=moderator, reason="Nog iets.")
    assert f"{MINE}{resource.slug}/" in text_of(own.get("/mijn/"))
