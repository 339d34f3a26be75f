"""Reports of readers: a case each, an answer for who left an address, and the address thrown away."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from projects.models import Report, ReviewCase
from projects.services.refusals import AlreadyDecided, ReasonMissing
from projects.services.review import reports
from projects.services.review.subjects import path_on_this_site, subject_of
from projects.states import Outcome
from tests import factories
from vindplaats.mail.models import Mail

pytestmark = pytest.mark.django_db


def reported(**more):
    return reports.report_page(**{"path": "/over/", "reason": "wrong", "text": "Klopt niet.", **more})


def test_a_report_is_a_case_of_its_page():
    project = factories.ProjectFactory(published=True)
    report = reported(path=project.get_absolute_url(), reason="personal")
    case = ReviewCase.objects.get()
    assert (case.kind, case.object_id, case.title) == ("report", report.pk, project.title)
    assert (case.institute, case.flags) == (project.institute, ["reported_personal"])


def test_subjects():
    project, institute = factories.ProjectFactory(), factories.InstituteFactory()
    assert subject_of(f"/projecten/{project.slug}/").project == project
    assert subject_of(f"/en/projecten/{project.slug}/").institute == project.institute
    assert subject_of(f"/instellingen/{institute.slug}/").title == institute.name
    assert subject_of("/projecten/bestaat-niet/").title == "/projecten/bestaat-niet/"
    assert subject_of("/over/").title == "/over/"


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("/over/", "/over/"),
        ("/en/over/", "/en/over/"),
        ("https://vindplaats.example/projecten/a-b/?q=geheim#deel", "/projecten/a-b/"),
        ("//ander.example/over/", "/over/"),
        ("/bestaat/niet/", ""),
        ("javascript:alert(1)", ""),
        ("/admin/", ""),
        ("", ""),
        ("http://[", ""),
        ("/projecten/" + "a" * 600 + "/", ""),
    ],
)
def test_only_pages_of_this_site(given, path):
    assert path_on_this_site(given) == path


def test_resolved_says_what_was_done_and_mails_it(moderator):
    report = reported(email="lezer@post.example", language="en")
    with pytest.raises(ReasonMissing):
        reports.resolve_report(report=report, by=moderator, reason=" ")
    reports.resolve_report(report=report, by=moderator, reason="The number is right now.")
    case, mail = ReviewCase.objects.get(), Mail.objects.get()
    assert (case.outcome, case.reason) == (Outcome.APPROVED, "The number is right now.")
    assert mail.to == ["lezer@post.example"]
    assert mail.subject == "Your report about “/over/” has been dealt with"
    assert "The number is right now." in mail.message
    assert moderator.name not in mail.message


def test_no_action_without_address_mails_nobody(moderator):
    reports.dismiss_report(report=reported(), by=moderator)
    assert ReviewCase.objects.get().outcome == Outcome.DECLINED
    assert not Mail.objects.exists()


def test_for_moderators_and_once(moderator):
    report = reported(email="lezer@post.example")
    with pytest.raises(PermissionDenied):
        reports.dismiss_report(report=report, by=factories.UserFactory())
    reports.dismiss_report(report=report, by=moderator)
    with pytest.raises(AlreadyDecided):
        reports.resolve_report(report=report, by=moderator, reason="Toch wel.")
    assert Mail.objects.count() == 1


def test_addresses_go_a_month_after_the_case_was_closed(moderator):
    closed, waits, recent = (reported(email=f"lezer{number}@post.example") for number in range(3))
    reports.dismiss_report(report=closed, by=moderator)
    reports.dismiss_report(report=recent, by=moderator)
    now = timezone.now() + datetime.timedelta(days=31)
    ReviewCase.objects.filter(object_id=recent.pk).update(closed_at=now - datetime.timedelta(days=29))
    assert reports.forget_reporters(now=now) == 1
    left = dict(Report.objects.values_list("pk", "email"))
    assert left == {closed.pk: "", waits.pk: "lezer1@post.example", recent.pk: "lezer2@post.example"}
    events = Report.pgh_event_model.objects.filter(pgh_obj_id=closed.pk)
    assert set(events.values_list("email", flat=True)) == {""}
    assert reports.forget_reporters(now=now) == 0
