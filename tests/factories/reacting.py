"""Invented reactions to projects and lessons, and what people follow and are told."""

import factory
from django.utils import timezone

from peers import models, states
from tests.factories.base import Factory
from tests.factories.belongings import LessonFactory
from tests.factories.people import InstituteFactory, UserFactory
from tests.factories.projects import ProjectFactory


class MarkFactory(Factory):
    """That a pitfall was met elsewhere too."""

    class Meta:
        model = models.Mark

    lesson = factory.SubFactory(LessonFactory)
    user = factory.SubFactory(UserFactory)
    user_name = factory.LazyAttribute(lambda mark: mark.user.get_full_name() if mark.user else "Iemand")
    kind = states.MarkKind.MET
    created_at = factory.LazyFunction(timezone.now)


class ReactionFactory(Factory):
    """What a member wrote under a project."""

    class Meta:
        model = models.Reaction

    project = factory.SubFactory(ProjectFactory, published=True)
    author = factory.SubFactory(UserFactory)
    author_name = factory.LazyAttribute(lambda one: one.author.get_full_name() if one.author else "Iemand")
    text = "Bij ons werkte dit pas na een tweede scholing."
    created_at = factory.LazyFunction(timezone.now)


class AdoptionFactory(Factory):
    """An institute that took a project over."""

    class Meta:
        model = models.Adoption

    project = factory.SubFactory(ProjectFactory, published=True)
    institute = factory.SubFactory(InstituteFactory, verified=True)
    state = states.AdoptionState.RUNNING
    start = "2025-03"


class FollowFactory(Factory):
    """A saved search."""

    class Meta:
        model = models.Follow

    user = factory.SubFactory(UserFactory)
    kind = states.FollowKind.SEARCH
    name = "Beeldzorg in de wijk"
    finder = factory.LazyAttribute(lambda follow: "project" if follow.kind == states.FollowKind.SEARCH else "")
    query = "q=beeldzorg"


class MatchFactory(Factory):
    """A project that a saved search found."""

    class Meta:
        model = models.Match

    follow = factory.SubFactory(FollowFactory)
    kind = "project"
    object_id = factory.Sequence(lambda n: n)
    found_at = factory.LazyFunction(timezone.now)


class AppearanceFactory(Factory):
    """A project that can be found since now."""

    class Meta:
        model = models.Appearance

    kind = "project"
    object_id = factory.Sequence(lambda n: n)
    appeared_at = factory.LazyFunction(timezone.now)


class SubscriberFactory(Factory):
    """Somebody who asked for the newsletter and confirmed that."""

    class Meta:
        model = models.Subscriber

    email = factory.Sequence(lambda n: f"lezer{n}@zorg.example")
    asked_at = factory.LazyFunction(timezone.now)
    confirmed_at = factory.SelfAttribute("asked_at")
    consent_text = "Stuur mij de nieuwsbrief."


class EditionFactory(Factory):
    """An edition that is not sent yet."""

    class Meta:
        model = models.Edition

    class Params:
        sent = factory.Trait(status=states.EditionStatus.SENT, sent_at=factory.LazyFunction(timezone.now))

    slug = factory.Sequence(lambda n: f"nieuwsbrief-{n}")
    title = factory.Sequence(lambda n: f"Nieuwsbrief {n}")
    text = "Dit is er nieuw."


class DeliveryFactory(Factory):
    """An edition that was queued for a subscriber."""

    class Meta:
        model = models.Delivery

    edition = factory.SubFactory(EditionFactory)
    subscriber = factory.SubFactory(SubscriberFactory)
    queued_at = factory.LazyFunction(timezone.now)


class NoticeFactory(Factory):
    """Something that somebody was told and did not read yet."""

    class Meta:
        model = models.Notice

    user = factory.SubFactory(UserFactory)
    kind = states.NoticeKind.REACTION
    code = "reaction"
    title = "Beeldzorg in de wijk"
    path = "/projecten/"
    created_at = factory.LazyFunction(timezone.now)
    frequency = states.Frequency.WEEKLY


class NoticeSettingFactory(Factory):
    """Somebody who wants reactions by mail at once."""

    class Meta:
        model = models.NoticeSetting

    user = factory.SubFactory(UserFactory)
    kind = states.NoticeKind.REACTION
    frequency = states.Frequency.AT_ONCE
