"""A spreadsheet with projects: looked at first, then submitted as a whole."""

import datetime
from io import BytesIO

import openpyxl
import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from projects.models import ContactPerson, Institute, Project, ProjectUpload, ReviewCase, Revision, Technology
from projects.services import revisions
from projects.services.importing.report import Unreadable
from projects.services.refusals import Refused
from projects.services.revisions.refusals import UploadGone
from projects.services.revisions.uploading import MOST_ROWS, remove_old_uploads
from tests import factories
from tests.pages import Page
from tests.projects.writing import member, published
from vindplaats.mail.models import Mail

pytestmark = pytest.mark.django_db

HEADER = "id,title,summary,approach,phase,themes,technologies,lesson_1_kind,lesson_1_title,status\n"
GOOD = "linde-1,Samen eten,Koken voor elkaar.,Eén straat.,pilot,eenzaamheid,bakfiets,tip,Begin klein,published\n"


@pytest.fixture
def sender(client):
    factories.ThemeFactory(slug="eenzaamheid", name="Eenzaamheid")
    membership = member()
    client.force_login(membership.user)
    return membership


def keep(membership, text, name="projecten.csv"):
    return revisions.keep_upload(
        stream=BytesIO(text.encode()), name=name, institute=membership.institute, by=membership.user
    )


def states(upload):
    return [row["state"] for row in upload.rows]


def test_looking_keeps_nothing_but_the_rows(sender):
    upload = keep(sender, HEADER + GOOD)
    assert states(upload) == ["new"]
    assert not Project.objects.exists()
    assert not Revision.objects.exists()
    assert not Technology.objects.exists()
    assert upload.rows[0]["content"]["lessons"][0]["title"] == "Begin klein"


def test_all_that_is_wrong_is_told_by_row(sender):
    wrong = "linde-2,,Kort.,,proef,onbekend,,,,\n"
    upload = keep(sender, HEADER + GOOD + wrong + GOOD)
    assert states(upload) == ["new", "wrong", "wrong"]
    told = " ".join(upload.rows[1]["problems"])
    assert "Titel: Dit veld is verplicht" in told
    assert "“onbekend” is niet bekend" in told
    assert "Dit id staat ook in regel 2." in " ".join(upload.rows[2]["problems"])


def test_rows_become_submitted_texts(sender):
    keep(sender, HEADER + GOOD + GOOD.replace("linde-1", "linde-2"))
    assert revisions.submit_upload(by=sender.user) == 2
    assert set(Project.objects.values_list("status", "external_id")) == {
        ("submitted", "linde-1"),
        ("submitted", "linde-2"),
    }
    assert ReviewCase.objects.filter(kind="revision", closed_at=None).count() == 2
    assert [mail.subject for mail in Mail.objects.all()] == ["Ontvangen: 2 projecten"]
    assert Revision.objects.first().content["contact"][0]["user"] == sender.user.pk
    assert not ProjectUpload.objects.exists()
    revisions.accept(revision=Revision.objects.first(), by=factories.UserFactory(moderator=True))
    assert Technology.objects.get().name == "bakfiets"
    assert ContactPerson.objects.get().user == sender.user


def test_a_file_is_submitted_once_and_within_a_day(sender):
    with pytest.raises(UploadGone):
        revisions.submit_upload(by=sender.user)
    keep(sender, HEADER + GOOD)
    ProjectUpload.objects.update(created_at=timezone.now() - datetime.timedelta(hours=25))
    with pytest.raises(UploadGone):
        revisions.submit_upload(by=sender.user)
    assert remove_old_uploads() == 1
    keep(sender, HEADER + GOOD)
    assert remove_old_uploads() == 0


def test_a_project_of_the_institute_is_edited_and_no_other(sender):
    ours, theirs = published(sender, title="Oud"), published()
    Project.objects.filter(pk=ours.pk).update(external_id="linde-1")
    Project.objects.filter(pk=theirs.pk).update(external_id="beuk-1")
    upload = keep(sender, HEADER + GOOD + GOOD.replace("linde-1", "beuk-1"))
    assert states(upload) == ["edit", "wrong"]
    revisions.submit_upload(by=sender.user)
    revision = ours.revisions.get(status="submitted")
    assert revision.content["title"] == "Samen eten"
    assert revision.content["contact"][0]["email"] == "demi@linde.example", "who answers stays"
    assert Project.objects.get(pk=ours.pk).title == "Oud"
    assert not theirs.revisions.filter(status="submitted").exists()


def test_the_file_does_not_say_whose_it_is(sender):
    other = factories.InstituteFactory(name="De Beuk", verified=True)
    keep(sender, HEADER.replace("status", "institute_name") + GOOD.replace("published", "De Beuk"))
    revisions.submit_upload(by=sender.user)
    assert Project.objects.get().institute == sender.institute
    assert not other.projects.exists()


def test_what_is_the_same_does_not_go_along(sender):
    keep(sender, HEADER + GOOD)
    revisions.submit_upload(by=sender.user)
    revisions.accept(revision=Revision.objects.get(), by=factories.UserFactory(moderator=True))
    assert states(keep(sender, HEADER + GOOD)) == ["same"]


def test_one_row_that_cannot_go_keeps_all_back(sender):
    keep(sender, HEADER + GOOD + GOOD.replace("linde-1", "linde-2"))
    Project.objects.create(external_id="linde-2", slug="anders", title="Anders")
    with pytest.raises(Refused):
        revisions.submit_upload(by=sender.user)
    assert Revision.objects.count() == 0
    assert ProjectUpload.objects.count() == 1


def test_only_for_an_institute_of_ones_own(sender):
    other = factories.InstituteFactory(verified=True)
    with pytest.raises(PermissionDenied):
        revisions.keep_upload(stream=BytesIO(HEADER.encode()), name="a.csv", institute=other, by=sender.user)
    keep(sender, HEADER + GOOD)
    sender.delete()
    with pytest.raises(PermissionDenied):
        revisions.submit_upload(by=sender.user)


def test_too_many_rows_or_no_spreadsheet(sender):
    with pytest.raises(Unreadable, match="mogen er 100"):
        keep(sender, HEADER + "".join(GOOD.replace("linde-1", f"l-{n}") for n in range(MOST_ROWS + 1)))
    with pytest.raises(Unreadable):
        keep(sender, "geen rekenblad", name="a.xlsx")


def test_a_trusted_institute_is_online_at_once(sender):
    Institute.objects.update(is_trusted=True)
    keep(sender, HEADER + GOOD)
    revisions.submit_upload(by=sender.user)
    assert Project.objects.get().status == "published"


def test_the_page_from_file_to_list(client, sender):
    address = reverse("projects:submission_upload")
    page = Page.of(client.get(address))
    assert "Haal het lege rekenblad op" in page.text
    file = SimpleUploadedFile("p.csv", (HEADER + GOOD + "linde-2,,,,,,,,,\n").encode())
    response = client.post(address, {"institute": sender.institute.pk, "bestand": file})
    assert response.status_code == 302
    page = Page.of(client.get(address))
    assert "1 regel is niet goed en gaat niet mee" in page.text
    assert client.post(address, {"indienen": "1"}).url == reverse("projects:submission_list")
    assert Project.objects.get().status == "submitted"


def test_a_wrong_file_is_told_and_one_that_is_too_large(client, sender):
    address = reverse("projects:submission_upload")
    for content, words in ((b"a,b\n1,2\n", "mist de kolommen"), (b"x" * 2_200_000, "Het bestand is te groot")):
        file = SimpleUploadedFile("p.csv", content)
        page = Page.of(client.post(address, {"institute": sender.institute.pk, "bestand": file}))
        assert words in page.text
    assert "Kies een bestand." in Page.of(client.post(address, {"institute": sender.institute.pk})).text


def test_the_empty_sheet_can_be_filled_in_and_sent_back(client, sender):
    content = b"".join(client.get(reverse("projects:submission_sheet")))
    book = openpyxl.load_workbook(BytesIO(content))
    sheet = book["projecten"]
    columns = [cell.value for cell in sheet[1]]
    given = {
        "id": "linde-9",
        "title": "Samen eten",
        "summary": "Kort.",
        "approach": "Zo.",
        "phase": "pilot",
        "themes": "eenzaamheid",
    }
    for name, value in given.items():
        sheet.cell(2, columns.index(name) + 1).value = value
    assert any("pilot" in str(row) for row in book["keuzes"].iter_rows(values_only=True))
    out = BytesIO()
    book.save(out)
    upload = revisions.keep_upload(
        stream=BytesIO(out.getvalue()), name="p.xlsx", institute=sender.institute, by=sender.user
    )
    assert (states(upload), upload.rows[0]["problems"]) == (["new"], [])
