"""An institute from within: its projects, its page, its logo."""

import datetime
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from projects.models import Project
from projects.search.engine import Answer, Question
from tests import factories
from tests.pages import Page, body_of
from vindplaats.images import MOST_BYTES

pytestmark = pytest.mark.django_db
OWN = "/mijn/instellingen/linde/"
EDIT, LOGO = f"{OWN}bewerken/", f"{OWN}logo/"
TYPED = {"kind": "hospital", "place": "Assen", "website": "delinde.example", "brings": "Ervaring met **vallen**."}


@pytest.fixture
def institute():
    return factories.InstituteFactory(name="De Linde", slug="linde", place="Lindedorp", verified=True)


@pytest.fixture
def manager(institute, client):
    user = factories.MembershipFactory(institute=institute, manager=True, user__name="Bea").user
    client.force_login(user)
    return user


def picture(size=(300, 100), kind="PNG", mode="RGBA", **more):
    out = BytesIO()
    Image.new(mode, size, "red").save(out, kind, **more)
    return SimpleUploadedFile(f"logo.{kind.lower()}", out.getvalue())


def test_what_is_stale_stands_first(client, institute, manager):
    today, long_ago = timezone.localdate(), timezone.now() - datetime.timedelta(days=800)
    for title, confirmed_on in (("Vers", today), ("Oud", today - datetime.timedelta(days=500)), ("Nooit", None)):
        factories.ProjectFactory(published=True, institute=institute, title=title, confirmed_on=confirmed_on)
    Project.objects.update(published_at=long_ago, confirm_every=12)
    factories.ProjectFactory(institute=institute, title="Concept")
    factories.ProjectFactory(archived=True, institute=institute, title="Weg")
    rows = Page.of(client.get(OWN)).all("tbody tr")
    assert [row.split()[0] for row in rows] == ["Concept", "Nooit", "Oud", "Vers"]
    assert "nog nooit bevestigd" in rows[1]
    assert "Te bevestigen" in rows[2]
    assert "Te bevestigen" not in rows[3]


def test_a_member_sees_no_way_to_edit(client, institute, manager):
    assert "Pagina en logo bewerken" in Page.of(client.get(OWN)).main
    client.force_login(factories.MembershipFactory(institute=institute).user)
    assert "Pagina en logo bewerken" not in Page.of(client.get(OWN)).main


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_same_whatever_its_length(client, institute, manager, number, django_assert_num_queries):
    factories.ProjectFactory.create_batch(number, published=True, institute=institute)
    client.get(OWN)
    with django_assert_num_queries(9):
        client.get(OWN)


def test_edited_and_public_at_once(client, institute, manager):
    project = factories.ProjectFactory(published=True, institute=institute, indexed=True)
    response = client.post(EDIT, TYPED, follow=True)
    assert "De pagina is bijgewerkt." in Page.of(response).main
    institute.refresh_from_db()
    assert (institute.name, institute.place, institute.website) == ("De Linde", "Assen", "https://delinde.example")
    public = Page.of(client.get("/instellingen/linde/"))
    assert "Wat deze instelling brengt" in public.main
    assert public.all(".vp-offers strong") == ["vallen"]
    assert "Aangesloten bij Vindplaats" in public.main
    assert "door Bea" in Page.of(client.get(EDIT)).main
    # The search follows: the kind of the institute is a facet of its projects.
    found = Answer("project", Question(choices={"soort": ("hospital",)}))
    assert found.ids(0, 10) == [project.pk]


def test_name_and_domains_are_not_for_managers(client, institute, manager):
    client.post(EDIT, {**TYPED, "name": "Ander", "email_domains": "x.example", "status": "named", "is_trusted": "1"})
    institute.refresh_from_db()
    assert (institute.name, institute.email_domains, institute.is_trusted) == ("De Linde", [], False)


def test_mistakes_are_told_and_nothing_is_lost(client, institute, manager):
    factories.InstituteFactory(name="DE LINDE", place="Assen")
    response = client.post(EDIT, {**TYPED, "website": "geen adres"})
    page = Page.of(response)
    assert page.title.startswith("Fout:")
    assert page.all("#fouten li") == [
        "In deze plaats is al een instelling met uw naam. Vraag de redactie om hulp.",
        "Vul een webadres in, zoals https://www.zorg.nl.",
    ]
    assert page.soup.select_one("#id_brings").text.strip() == TYPED["brings"]


def test_a_logo_is_drawn_anew(client, institute, manager):
    secret = "geheim-van-de-camera"
    sent = picture((3000, 1000), "JPEG", "RGB", comment=secret.encode())
    client.post(LOGO, {"logo": sent})
    institute.refresh_from_db()
    name = institute.logo.name
    data = default_storage.open(name).read()
    assert secret.encode() not in data
    with Image.open(BytesIO(data)) as kept:
        assert (kept.format, kept.size) == ("WEBP", (640, 213))
    response = client.get(institute.logo.url)
    assert body_of(response) == data
    assert response["Content-Type"] == "image/webp"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "immutable" in response["Cache-Control"]
    assert institute.logo.url in client.get("/instellingen/linde/").content.decode()


def test_a_new_logo_has_another_name_and_the_old_file_goes(
    client, institute, manager, django_capture_on_commit_callbacks
):
    client.post(LOGO, {"logo": picture()})
    institute.refresh_from_db()
    first = institute.logo.name
    with django_capture_on_commit_callbacks(execute=True):
        client.post(LOGO, {"logo": picture(kind="WEBP")})
    institute.refresh_from_db()
    second = institute.logo.name
    assert second != first
    assert (default_storage.exists(first), default_storage.exists(second)) == (False, True)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(LOGO, {"remove": "1"})
    institute.refresh_from_db()
    assert (institute.logo.name, default_storage.exists(second)) == ("", False)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
GIF = BytesIO()
Image.new("P", (3, 3)).save(GIF, "GIF")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "Dit is geen plaatje"),
        (SVG, "Dit is geen plaatje"),
        (b"GIF89a<script>alert(1)</script>", "Dit is geen plaatje"),
        (GIF.getvalue(), "Dit is geen plaatje"),
        (picture().read()[:60], "Dit is geen plaatje"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 100, "Dit is geen plaatje"),
        (picture((20_000, 20_000), mode="1").read(), "Dit plaatje heeft te veel beeldpunten."),
        (b"x" * (MOST_BYTES + 1), "Dit bestand is te groot."),
    ],
    ids=["empty", "SVG", "false GIF", "GIF", "cut short", "false PNG", "bomb", "too heavy"],
)
def test_what_is_no_logo(client, institute, manager, data, message):
    page = Page.of(client.post(LOGO, {"logo": SimpleUploadedFile("logo.png", data, "image/png")}))
    assert page.title.startswith("Fout:")
    assert page.all("#fouten li")[0].startswith(message)
    institute.refresh_from_db()
    assert not institute.logo


def test_nothing_chosen(client, institute, manager):
    assert Page.of(client.post(LOGO)).all("#fouten li") == ["Kies eerst een bestand."]


def test_only_logos_are_served(client):
    default_storage.save("geheim/plan.txt", SimpleUploadedFile("plan.txt", b"geheim"))
    html = default_storage.save("logos/kwaad.html", SimpleUploadedFile("kwaad.html", b"<script>alert(1)</script>"))
    for name in ("geheim/plan.txt", "logos/../geheim/plan.txt", "logos/", "logos/x", "../../etc/passwd", "logos//etc"):
        assert client.get(f"/media/{name}").status_code == 404, name
    response = client.get(f"/media/{html}")
    assert response["Content-Disposition"].startswith("attachment")
    assert "sandbox" in response["Content-Security-Policy"]
    body_of(response)
