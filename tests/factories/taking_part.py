"""Registrations, invitations, texts in the making and what waits for moderators."""

import datetime

import factory
from django.utils import timezone

from projects import models, states
from tests.factories.base import Factory
from tests.factories.belongings import LessonFactory
from tests.factories.people import InstituteFactory, UserFactory
from tests.factories.projects import ProjectFactory


class RegistrationFactory(Factory):
    """A registration that waits for a moderator; `status="draft"` for one that is being filled in."""

    class Meta:
        model = models.Registration

    # Digits, so that no word of another language comes up by chance.
    reference = factory.Sequence(lambda n: f"A-{n:04}-{n:04}")
    name = factory.Sequence(lambda n: f"Zorgcentrum De Beuk {n}")
    institute_kind = states.InstituteKind.CARE_HOME
    place = "Beukendorp"
    manager_name = "Demi Voorbeeld"
    manager_email = factory.Sequence(lambda n: f"beheer{n}@beuk.example")
    status = states.Stage.SUBMITTED
    submitted_at = factory.LazyFunction(timezone.now)


class InvitationFactory(Factory):
    """An open invitation, valid for two weeks."""

    class Meta:
        model = models.Invitation

    institute = factory.SubFactory(InstituteFactory, verified=True)
    email = factory.Sequence(lambda n: f"collega{n}@zorg.example")
    expires_at = factory.LazyFunction(lambda: timezone.now() + datetime.timedelta(days=14))


class RevisionFactory(Factory):
    """A text that somebody is writing."""

    class Meta:
        model = models.Revision

    project = factory.SubFactory(ProjectFactory)
    content = factory.LazyAttribute(lambda revision: {"title": revision.project.title, "summary": "Kort."})
    created_by = factory.SubFactory(UserFactory)


class StatusUpdateFactory(Factory):
    """A few lines on how a project stands."""

    class Meta:
        model = models.StatusUpdate

    project = factory.SubFactory(ProjectFactory)
    text = "De proef loopt nu op twee afdelingen."


class ReviewCaseFactory(Factory):
    """Something that came in an hour ago and waits."""

    class Meta:
        model = models.ReviewCase

    kind = "report"
    object_id = factory.Sequence(lambda n: n + 1)
    title = "Een melding"
    opened_at = factory.LazyFunction(lambda: timezone.now() - datetime.timedelta(hours=1))
    due_at = factory.LazyAttribute(lambda case: case.opened_at + datetime.timedelta(days=2))


class CaseNoteFactory(Factory):
    """What a moderator tells the others."""

    class Meta:
        model = models.CaseNote

    case = factory.SubFactory(ReviewCaseFactory)
    text = "Ik bel morgen met de instelling."


class TermProposalFactory(Factory):
    """A theme that somebody misses."""

    class Meta:
        model = models.TermProposal

    kind = states.TermKind.THEME
    name = factory.Sequence(lambda n: f"Nieuw thema {n}")


class ReportFactory(Factory):
    """A reader found something wrong."""

    class Meta:
        model = models.Report

    path = "/projecten/een-project/"
    reason = states.ReportReason.WRONG


class FormerSlugFactory(Factory):
    """An address that a project had before."""

    class Meta:
        model = models.FormerSlug

    slug = factory.Sequence(lambda n: f"vroeger-{n}")
    project = factory.SubFactory(ProjectFactory)


class FormerPlaceFactory(Factory):
    """An address that a lesson had before."""

    class Meta:
        model = models.FormerPlace

    slug = factory.Sequence(lambda n: f"vroegere-les-{n}")
    lesson = factory.SubFactory(LessonFactory)


class FreshnessNoticeFactory(Factory):
    """The first question whether a page is still right."""

    class Meta:
        model = models.FreshnessNotice

    project = factory.SubFactory(ProjectFactory)
    due_on = datetime.date(2026, 11, 1)
    step = 0


class ReplyTemplateFactory(Factory):
    """A text that moderators send more often."""

    class Meta:
        model = models.ReplyTemplate

    title = "Resultaten ontbreken"
    text = "Vul de resultaten aan."
