"""The queue: all kinds together, oldest first, narrowed, counted and handed out."""

import datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from projects.models import ReviewCase, Theme
from projects.services.review.assigning import assign
from projects.services.review.cases import close_case, open_case
from projects.services.review.standing import standing
from projects.services.review.terms import propose_term
from projects.states import Outcome
from tests import factories
from tests.pages import Page

pytestmark = pytest.mark.django_db
QUEUE = reverse("admin_queue")


def waiting(title, *, hours, kind="report", late=False, **more):
    opened = timezone.now() - datetime.timedelta(hours=hours)
    due = opened if late else timezone.now() + datetime.timedelta(days=3)
    return factories.ReviewCaseFactory(title=title, kind=kind, opened_at=opened, due_at=due, **more)


def titles(client, **query):
    return Page.of(client.get(QUEUE, query)).all("#result_list tbody th a")


def said(response):
    return [str(message) for message in response.context["messages"]]


@pytest.fixture
def three(moderator):
    colleague = factories.UserFactory(moderator=True, name="Marijke Jansen")
    return [
        waiting("Nieuw", hours=1, kind="term"),
        waiting(
            "Oud", hours=90, late=True, flags=["duplicate", "bsn"], institute=factories.InstituteFactory(name="Oost")
        ),
        waiting("Van Marijke", hours=20, assigned_to=colleague, assigned_at=timezone.now()),
    ]


def test_oldest_first_with_all_that_counts(moderator_client, three):
    page = Page.of(moderator_client.get(QUEUE))
    assert page.all("#result_list tbody th a") == ["Oud", "Van Marijke", "Nieuw"]
    first, second, _third = page.all("#result_list tbody tr")
    for words in ("Mogelijk dubbel", "Lijkt een BSN", "Oost", "Te laat", "Van niemand", "Melding"):
        assert words in first
    assert "Op tijd, tot" in second
    assert "Marijke Jansen sinds" in second
    assert "3 zaken wachten. 1 is te laat. 0 zijn van u." in page.text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"soort": "term"}, ["Nieuw"]),
        ({"van": "niemand"}, ["Oud", "Nieuw"]),
        ({"van": "mij"}, []),
        ({"leeftijd": "laat"}, ["Oud"]),
        ({"soort": "report", "leeftijd": "laat"}, ["Oud"]),
        ({"soort": "onzin", "van": "'", "p": "999"}, ["Oud", "Van Marijke", "Nieuw"]),
        ({"stand": "besloten"}, []),
    ],
)
def test_narrowed(moderator_client, three, query, expected):
    assert titles(moderator_client, **query) == expected


def test_mine_and_decided(moderator_client, moderator, three):
    assign(cases=[three[0].pk], to=moderator, by=moderator)
    assert titles(moderator_client, van="mij") == ["Nieuw"]
    close_case(kind="report", object_id=three[1].object_id, outcome=Outcome.DECLINED, by=moderator)
    page = Page.of(moderator_client.get(QUEUE, {"stand": "besloten"}))
    assert "Oud" in page.all("#result_list tbody tr")[0]
    assert "Niets veranderd" in page.all("#result_list tbody tr")[0]


def test_nothing_waits(moderator_client):
    assert "Er wacht niets. Alles is beoordeeld." in Page.of(moderator_client.get(QUEUE)).text
    assert "Geen zaken die hieraan voldoen." in Page.of(moderator_client.get(QUEUE, {"van": "mij"})).text


def do(client, what, cases, **more):
    return client.post(QUEUE, {"wat": what, "zaak": [case.pk for case in cases], **more}, follow=True)


def test_take_up_hand_over_and_let_go(moderator_client, moderator, three):
    assert said(do(moderator_client, "mij", three[:2])) == [f"2 zaken zijn nu van {moderator}."]
    assert set(ReviewCase.objects.of(moderator)) == set(three[:2])
    assert ReviewCase.objects.filter(assigned_to=moderator, assigned_at=None).count() == 0
    other = factories.UserFactory(moderator=True, name="Sven")
    assert said(do(moderator_client, "ander", [three[0]], wie=other.pk)) == ["1 zaak is nu van Sven."]
    assert said(do(moderator_client, "los", [three[0]])) == ["1 zaak losgelaten."]
    three[0].refresh_from_db()
    assert (three[0].assigned_to, three[0].assigned_at) == (None, None)
    events = ReviewCase.pgh_event_model.objects.filter(pgh_obj=three[0], pgh_label="update").order_by("pgh_id")
    assert [event.pgh_context.metadata["user"] for event in events] == [moderator.pk] * 3


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"wat": "mij"}, "Kies eerst een of meer zaken."),
        ({"wat": "ander", "zaak": "eigen"}, "Kies aan wie u de zaken geeft."),
    ],
)
def test_what_is_missing_is_said(moderator_client, three, sent, message):
    sent = {**sent, **({"zaak": three[0].pk} if "zaak" in sent else {})}
    assert said(moderator_client.post(QUEUE, sent, follow=True)) == [message]


@pytest.mark.parametrize("sent", [{"wat": "onzin", "zaak": "1"}, {"zaak": "abc", "wat": "mij"}, {"wie": "x"}, {}])
def test_nonsense_changes_nothing(moderator_client, three, sent):
    assert moderator_client.post(QUEUE, sent).status_code == 302
    assert not ReviewCase.objects.of(moderator_client.session["_auth_user_id"]).exists()


def test_not_to_who_is_no_moderator(moderator_client, three):
    outsider = factories.UserFactory()
    do(moderator_client, "ander", three, wie=outsider.pk)
    assert not ReviewCase.objects.of(outsider).exists()


def test_terms_can_be_taken_in_together_and_nothing_else(moderator_client):
    member = factories.MembershipFactory().user
    proposals = [propose_term(kind="theme", name=name, by=member) for name in ("Rouwzorg", "Muziek")]
    cases = list(ReviewCase.objects.all())
    other = waiting("Melding", hours=1)
    text = Page.of(moderator_client.get(QUEUE)).all("[name=wat] option")
    assert text == [
        "Aan mij toewijzen",
        "Toewijzen aan de gekozen collega",
        "Loslaten",
        "Voorgestelde term: Opnemen",
    ]
    messages = said(do(moderator_client, "term:opnemen", [*cases, other]))
    assert messages == [
        "Besloten over 2 zaken.",
        "1 zaak is van een andere soort, of er is al over besloten.",
    ]
    assert set(Theme.objects.values_list("name", flat=True)) == {proposal.name for proposal in proposals}
    assert ReviewCase.objects.waiting().get() == other
    do(moderator_client, "revision:goedkeuren", [other])
    assert ReviewCase.objects.waiting().count() == 1


def test_one_refusal_does_not_stop_the_others(moderator_client):
    member = factories.MembershipFactory().user
    for name in ("Rouwzorg", "Muziek"):
        propose_term(kind="theme", name=name, by=member)
    factories.ThemeFactory(name="Muziek")
    messages = said(do(moderator_client, "term:opnemen", ReviewCase.objects.all()))
    assert messages[0] == "Besloten over 1 zaak."
    assert messages[1].startswith("Thema: Muziek: ‘Muziek’ staat al in de lijst.")


def test_many_stand_on_pages(moderator_client):
    for number in range(101):
        waiting(f"Zaak {number:03}", hours=200 - number)
    assert len(titles(moderator_client)) == 100
    page = Page.of(moderator_client.get(QUEUE, {"p": "2", "soort": "report"}))
    assert page.all("#result_list tbody th a") == ["Zaak 100"]
    assert page.hrefs(".paginator a") == ["?p=1&soort=report"]


def test_as_many_queries_for_thirty_as_for_one(moderator_client):
    def count():
        with CaptureQueriesContext(connection) as queries:
            assert moderator_client.get(QUEUE).status_code == 200
            assert moderator_client.get(reverse("admin:index")).status_code == 200
        return len(queries)

    def more(number):
        for _case in range(number):
            person = factories.UserFactory(moderator=True)
            waiting("Iets", hours=1, institute=factories.InstituteFactory(), assigned_to=person)

    more(1)
    for_one = count()
    more(2)
    assert count() == for_one
    more(27)
    assert count() == for_one


def test_the_index_tells_what_waits(moderator_client, three):
    page = Page.of(moderator_client.get(reverse("admin:index")))
    assert "3 zaken wachten op een moderator. 1 is te laat." in page.text
    assert QUEUE in page.hrefs("#content a")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-25 09:00", ("on_time", "Op tijd, tot vrijdag 27 november, 15:00")),
        ("2026-11-27 14:59", ("today", "Vandaag, voor 15:00")),
        ("2026-11-27 15:00", ("late", "Te laat sinds vandaag")),
        ("2026-11-29 12:00", ("late", "Te laat sinds vandaag")),
        ("2026-11-30 08:00", ("late", "Te laat: 1 werkdag")),
        ("2026-12-01 08:00", ("late", "Te laat: 2 werkdagen")),
    ],
)
def test_standing_in_words(now, expected):
    with time_machine.travel("2026-11-25 14:00+00:00", tick=False):
        case = open_case(kind="report", object_id=1, title="Iets")
    moment = timezone.make_aware(datetime.datetime.fromisoformat(now))
    found = standing(case, moment)
    assert (found.state, found.text) == expected
