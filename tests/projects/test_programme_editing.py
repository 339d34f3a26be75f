"""Editors of a programme keep its page up to date; others find nothing there."""

import datetime

import pytest

from projects.models import Programme, ProgrammeDocument, ProgrammeMilestone, ProgrammeUpdate
from tests import factories
from tests.pages import Page
from vindplaats.mine.erasing import erase

pytestmark = pytest.mark.django_db
EDIT = "/programmas/warm-thuis/bijwerken/"
UPDATE = {"title": "Halverwege", "text": "Acht teams **begonnen**.", "told_on": "2026-05-01"}
MILESTONE = {"title": "Tien teams", "moment": "2026-05", "state": "planned", "source_url": ""}


@pytest.fixture
def programme():
    return factories.ProgrammeFactory(name="Warm Thuis", slug="warm-thuis", summary="Ouderen thuis.", start="2020")


@pytest.fixture
def editor(client, programme):
    user = factories.ProgrammeEditorFactory(programme=programme, user__name="Wilhelmina Verborgen").user
    client.force_login(user)
    return user


def send(client, path, **data):
    return Page.of(client.post(f"{EDIT}{path}", data, follow=True))


def test_others_find_nothing(client, programme):
    update = factories.ProgrammeUpdateFactory(programme=programme)
    elsewhere = factories.ProgrammeEditorFactory()
    for user in (factories.UserFactory(), elsewhere.user, factories.MembershipFactory(manager=True).user):
        client.force_login(user)
        for path in ("", "bericht/", "mijlpaal/", "document/", f"bericht/{update.pk}/"):
            assert client.get(f"{EDIT}{path}").status_code == 404
            assert client.post(f"{EDIT}{path}", UPDATE | {"what": "weghalen"}).status_code == 404
        assert "Bijwerken" not in Page.of(client.get("/programmas/warm-thuis/")).main
    assert ProgrammeUpdate.objects.get() == update


def test_what_is_of_another_programme_is_not_there(client, editor):
    other = factories.ProgrammeUpdateFactory()
    for pk in (other.pk, 10**15):
        assert client.post(f"{EDIT}bericht/{pk}/", {"what": "weghalen"}).status_code == 404
    assert client.get(f"{EDIT}samenvatting/").status_code == 404


def test_an_editor_is_led_there(client, editor):
    assert EDIT in Page.of(client.get("/mijn/")).hrefs()
    assert EDIT in Page.of(client.get("/programmas/warm-thuis/")).hrefs()
    assert Page.of(client.get(EDIT)).heading == "Programma bijwerken"


def test_a_status_update_is_written_changed_and_taken_away(client, editor, visit):
    send(client, "bericht/", **UPDATE)
    update = ProgrammeUpdate.objects.get()
    assert (update.told_by, update.author, update.told_on) == (
        "Programmabureau De Berk",
        editor,
        datetime.date(2026, 5, 1),
    )
    assert "Halverwege" in visit("/programmas/warm-thuis/").main
    form = Page.of(client.get(f"{EDIT}bericht/{update.pk}/"))
    assert form.soup.select_one("[name=told_on]")["value"] == "2026-05-01"
    send(client, f"bericht/{update.pk}/", **UPDATE | {"title": "Verder", "told_on": "02-05-2026"})
    update.refresh_from_db()
    assert (update.title, update.told_on) == ("Verder", datetime.date(2026, 5, 2))
    send(client, f"bericht/{update.pk}/", what="weghalen")
    assert not ProgrammeUpdate.objects.exists()
    events = ProgrammeUpdate.pgh_event_model.objects.order_by("pgh_id")
    assert [event.pgh_label for event in events] == ["insert", "update", "delete"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": ""}, "Vat in één zin samen wat er nieuw is."),
        ({"told_on": "morgen"}, "Vul een datum in als dag-maand-jaar"),
        ({"text": "Mail demi@zorg.example"}, "Haal het e-mailadres"),
        ({"text": "x" * 6001}, "Maak de tekst korter"),
    ],
)
def test_errors_keep_what_was_typed(client, editor, wrong, said):
    page = send(client, "bericht/", **UPDATE | wrong)
    assert page.title.startswith("Fout:")
    assert said in page.main
    for name, value in {**UPDATE, **wrong}.items():
        node = page.soup.select_one(f"[name={name}]")
        assert (node.get("value") or node.get_text().strip()) == value if value else True
    assert not ProgrammeUpdate.objects.exists()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("2026", "2026"), ("5-2026", "2026-05"), ("31/5/2026", "2026-05-31"), ("2026-05-31", "2026-05-31")],
)
def test_a_milestone_has_a_date_as_far_as_it_is_known(client, editor, programme, typed, kept):
    line = factories.ProgrammeLineFactory(programme=programme)
    send(client, "mijlpaal/", **MILESTONE | {"moment": typed, "line": line.pk})
    milestone = ProgrammeMilestone.objects.get()
    assert (milestone.moment, milestone.line) == (kept, line)


@pytest.mark.parametrize("typed", ["", "binnenkort", "2026-02-30", "2026-13", "32-01-2026", "0000", "٢٠٢٦"])
def test_a_date_that_is_none_is_refused(client, editor, typed):
    assert send(client, "mijlpaal/", **MILESTONE | {"moment": typed}).title.startswith("Fout:")
    assert not ProgrammeMilestone.objects.exists()


def test_a_milestone_has_a_title_of_its_own(client, editor, programme):
    factories.ProgrammeMilestoneFactory(programme=programme, title="Tien teams")
    page = send(client, "mijlpaal/", **MILESTONE)
    assert "Er is al een mijlpaal ‘Tien teams’." in page.main
    other = factories.ProgrammeMilestoneFactory(programme=programme)
    send(client, f"mijlpaal/{other.pk}/", **MILESTONE | {"title": "Twintig teams", "state": "reached"})
    other.refresh_from_db()
    assert (other.title, other.state) == ("Twintig teams", "reached")
    send(client, f"mijlpaal/{other.pk}/", what="weghalen")
    assert ProgrammeMilestone.objects.count() == 1


def test_a_line_of_another_programme_is_no_choice(client, editor):
    assert send(client, "mijlpaal/", **MILESTONE | {"line": factories.ProgrammeLineFactory().pk}).heading
    assert not ProgrammeMilestone.objects.filter(line__isnull=False).exists()


def test_documents(client, editor):
    assert "Geef het document een titel." in send(client, "document/", url="https://zorg.example/plan.pdf").main
    send(client, "document/", url="zorg.example/plan.pdf", title="Het plan")
    document = ProgrammeDocument.objects.get()
    assert (document.title, document.url) == ("Het plan", "https://zorg.example/plan.pdf")
    send(client, f"document/{document.pk}/", what="weghalen")
    assert not ProgrammeDocument.objects.exists()


def test_the_summary_is_searched_at_once(client, editor, visit):
    page = send(client, "", summary="Nachtegalen in de wijk.", start="2020", end="2019", source_url="")
    assert "Het einde ligt vóór het begin." in page.main
    send(client, "", summary="Nachtegalen in de wijk.", start="2020", end="12-2026", source_url="")
    assert Programme.objects.get().end == "2026-12"
    assert visit("/programmas/?q=nachtegalen").all(".vp-card__title") == ["Warm Thuis"]


def test_moderators_write_as_the_editors_of_the_site(client, programme):
    client.force_login(factories.UserFactory(moderator=True))
    send(client, "bericht/", **UPDATE)
    assert ProgrammeUpdate.objects.get().told_by == "Redactie van Vindplaats"


def test_moderators_appoint_in_the_admin(moderator_client, programme):
    page = Page.of(moderator_client.get(f"/admin/projects/programme/{programme.pk}/change/"))
    assert page.soup.select_one("#editors-group")


def test_who_leaves_is_forgotten_and_what_was_told_stays(client, editor, programme):
    send(client, "bericht/", **UPDATE)
    named = factories.ProgrammeUpdateFactory(programme=programme, author=editor, told_by="Bureau Wilhelmina Verborgen")
    erase(user=editor)
    kept = ProgrammeUpdate.objects.exclude(pk=named.pk).get()
    assert (kept.author, kept.told_by) == (None, "Programmabureau De Berk")
    named.refresh_from_db()
    assert (named.author, named.told_by) == (None, "")
    assert not programme.editors.exists()
