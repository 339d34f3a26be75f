"""On one's own page: the queue for moderators, and the terms that somebody proposed."""

import datetime

import pytest
from django.utils import timezone

from projects.mine.moderation import forget_person, panels, person_data
from projects.models import Report
from projects.services.review.assigning import add_note, assign
from projects.services.review.reports import report_page
from projects.services.review.terms import decline_term, propose_term
from tests import factories

pytestmark = pytest.mark.django_db


def shown(user):
    return {panel.key: [(item.label, item.status, item.url) for item in panel.items] for panel in panels(user)}


def test_the_queue_is_for_moderators(moderator):
    late = factories.ReviewCaseFactory(due_at=timezone.now() - datetime.timedelta(hours=1))
    factories.ReviewCaseFactory()
    assign(cases=[late.pk], to=moderator, by=moderator)
    assert shown(moderator) == {
        "wachtrij": [
            ("2 zaken wachten", "1 is te laat", "/admin/wachtrij/"),
            ("1 zaak is van u", "", "/admin/wachtrij/?van=mij"),
        ]
    }
    assert shown(factories.MembershipFactory(manager=True).user) == {}


def test_nothing_waits(moderator):
    (panel,) = panels(moderator)
    assert (panel.items, panel.empty) == ([], "Er wacht niets. Alles is beoordeeld.")


def test_terms_with_how_it_went(moderator):
    user = factories.MembershipFactory().user
    proposal = propose_term(kind="theme", name="Rouwzorg", by=user)
    propose_term(kind="theme", name="Van een ander", by=factories.MembershipFactory().user)
    assert shown(user) == {"termen": [("Thema: Rouwzorg", "Ingediend", "/themas/")]}
    decline_term(proposal=proposal, by=moderator, reason="Nee.")
    assert shown(user)["termen"][0][1] == "Afgewezen"


def test_data_to_take_along(moderator):
    user = factories.MembershipFactory().user
    propose_term(kind="theme", name="Rouwzorg", by=user)
    add_note(case=factories.ReviewCaseFactory(title="Iets"), text="Bel even.", by=moderator)
    (term,) = person_data(user)["voorgestelde-termen"]
    assert (term["name"], term["status"]) == ("Rouwzorg", "submitted")
    (note,) = person_data(moderator)["notities-als-moderator"]
    assert (note["case__title"], note["text"]) == ("Iets", "Bel even.")


def test_the_address_of_a_report_goes_with_the_account():
    user = factories.UserFactory()
    for email in (user.email.upper(), "ander@post.example"):
        report_page(path="/over/", reason="wrong", text="Zo is het.", email=email)
    (mine,) = person_data(user)["meldingen"]
    assert mine["text"] == "Zo is het."
    forget_person(user)
    assert person_data(user)["meldingen"] == []
    assert set(Report.objects.values_list("email", flat=True)) == {"", "ander@post.example"}
    assert not Report.pgh_event_model.objects.filter(email__iexact=user.email).exists()
