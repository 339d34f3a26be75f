"""What is kept does not hold the language of who wrote it."""

import pytest
from django.utils.translation import override

from projects.models import ReviewCase
from projects.services.review.reports import report_page, resolve_report
from projects.services.review.terms import propose_term
from projects.states import ReportReason, TermKind
from projects.states.programmes import TOLD_BY_SITE
from tests import factories
from vindplaats.mail.models import Email

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("told_by", "english"), [(TOLD_BY_SITE, "Editors of Vindplaats"), ("Vilans", "Vilans"), ("", "")]
)
def test_in_whose_name_a_programme_is_told(told_by, english):
    update = factories.ProgrammeUpdateFactory(told_by=told_by)
    assert update.told_by_label == told_by
    with override("en"):
        assert update.told_by_label == english


@pytest.fixture
def programme():
    return factories.ProgrammeFactory(name="Zorg dichtbij", name_en="Care nearby")


def test_a_case_is_named_in_the_language_of_moderators(programme):
    with override("en"):
        report_page(path=f"/programmas/{programme.slug}/", reason=ReportReason.WRONG)
    assert ReviewCase.objects.get().title == "Zorg dichtbij"


def test_a_reader_hears_of_it_in_their_own(programme, moderator):
    given = {"path": f"/programmas/{programme.slug}/", "reason": ReportReason.WRONG, "email": "lezer@zorg.example"}
    report = report_page(**given, language="en")
    resolve_report(report=report, by=moderator, reason="It was wrong.")
    assert "Care nearby" in Email.objects.get().subject


def test_a_term_that_is_proposed_is_named_in_the_language_of_moderators():
    member = factories.MembershipFactory().user
    with override("en"):
        propose_term(kind=TermKind.THEME, name="Rouw", by=member)
    assert ReviewCase.objects.get().title == f"{TermKind.THEME.label}: Rouw"
