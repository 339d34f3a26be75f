"""Who is asked to look at a new question: a few peers who have done such a thing themselves."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from peers.models import Answer, Block, Position, Profile, Question, QuestionRoute
from peers.search.alike import scored_projects
from peers.services.capacity import take_place
from peers.services.names import public_name
from peers.services.notices import tell
from peers.services.questions.changing import locked
from peers.services.questions.telling import path_of, tell_about
from peers.states import ROUTED_AGAIN_AFTER_WORKING_DAYS, QuestionStatus, Visibility
from projects.models import Membership, Project, Theme
from projects.states import Status
from vindplaats.accounts.models import User
from vindplaats.working_days import working_days_since

MOST_PEOPLE = 3
"""How many people are asked at a time."""
PROJECTS_LOOKED_AT = 50
MOST_COUNTED = 3
"""Themes, projects and accepted answers beyond this many make nobody a better one to ask."""
PROJECT_WEIGHT, THEME_WEIGHT, ANSWER_WEIGHT = 2.0, 1.0, 1.0


@dataclass(frozen=True)
class Candidate:
    """Somebody who may know, and why."""

    profile: Profile
    score: float
    project: Project | None = None
    """The project of theirs that answers the question best."""
    theme: Theme | None = None
    """A theme that they share with the question."""
    accepted: int = 0
    """How many answers of theirs helped others on these themes."""


def route(*, question_pk: int, now: datetime.datetime | None = None) -> int:
    """Ask up to three people about a new question, and tell the asker how many; return that number.

    Once for each question, however often the job runs, and it goes on where it was killed. People are tried in the
    order of `candidates`; each place is taken under a lock on the profile, in a transaction of its own, so that the
    last place of somebody's month goes to one question and two jobs never wait for each other.
    """
    now = now or timezone.now()
    question = Question.objects.filter(pk=question_pk, routed_at=None).first()
    if question is None or not _waits(question):
        return 0
    for one in candidates(question):
        if not _ask(question_pk, one, now=now, since=None):
            break
    return _finish(question_pk, now)


def route_again(*, question_pk: int, now: datetime.datetime | None = None) -> int:
    """Ask up to three others about a question that has waited five working days without an answer; once."""
    now = now or timezone.now()
    question = Question.objects.filter(pk=question_pk, routed_at__isnull=False, routed_again_at=None).first()
    if question is None or not _waits(question):
        return 0
    if working_days_since(question.routed_at, now) < ROUTED_AGAIN_AFTER_WORKING_DAYS:
        return 0
    for one in candidates(question):
        if not _ask(question_pk, one, now=now, since=question.routed_at):
            break
    Question.objects.filter(pk=question_pk, routed_again_at=None).update(routed_again_at=now)
    return question.routes.filter(sent_at__gt=question.routed_at).count()


def route_all_again(*, now: datetime.datetime | None = None) -> int:
    """Do that for every question that has waited so long; return how many people were asked."""
    waiting = Question.objects.unanswered().filter(routed_at__isnull=False, routed_again_at=None)
    return sum(route_again(question_pk=pk, now=now) for pk in waiting.order_by("pk").values_list("pk", flat=True))


def candidates(question: Question) -> list[Candidate]:
    """Return who may be asked, the best first.

    Somebody counts with proven experience only: a project of theirs that the search finds for the text of the
    question, or an answer of theirs on one of its themes that helped the asker. The score is 2 for the project that
    answers best of all (others by their share of its score; three at most), 1 for each theme that the profile shares
    with the question (three at most; a theme counts for what is below it) and 1 for each answer that helped (three at
    most). Equal scores go by how few questions somebody was sent before, then by the age of the profile: the same
    question gives the same people.

    Left out: who hides, pauses or did not agree; the asker, all colleagues at the asker's institutes, who was asked
    already, and whoever blocked the asker or was blocked by them.
    """
    scored = scored_projects(f"{question.title}\n{question.text}", most=PROJECTS_LOOKED_AT)
    themes = _with_parents(question)
    found = [_candidate(profile, scored, themes) for profile in _who_may_be_asked(question, themes)]
    proven = [one for one in found if one.project or one.accepted]
    return sorted(proven, key=lambda one: (-one.score, one.profile.asked_before, one.profile.pk))


def _who_may_be_asked(question: Question, themes: set[int]) -> Iterator[Profile]:
    asker = question.asker
    institutes = set(asker.memberships.active().values_list("institute", flat=True)) if asker else set()
    institutes |= {question.institute_id} - {None}
    colleague = Membership.objects.active().filter(user=OuterRef("user"), institute__in=institutes)
    profiles = Profile.objects.with_consent().exclude(visibility=Visibility.HIDDEN).exclude(user=asker)
    working = Position.objects.filter(profile=OuterRef("pk"), institute__in=institutes, is_former=False)
    profiles = profiles.exclude(Exists(colleague)).exclude(Exists(working))
    profiles = profiles.exclude(routes__question=question)
    if asker:
        blocked = Block.objects.filter(
            Q(blocker=asker, blocked=OuterRef("user")) | Q(blocked=asker, blocker=OuterRef("user"))
        )
        profiles = profiles.exclude(Exists(blocked))
    accepted = Answer.objects.shown().filter(accepted_at__isnull=False, is_anonymous=False)
    accepted = accepted.filter(question__themes__in=themes).values("author").order_by()
    helped = dict(accepted.annotate(number=Count("pk", distinct=True)).values_list("author", "number"))
    profiles = profiles.annotate(asked_before=Count("routes", distinct=True)).select_related("user")
    for profile in profiles.prefetch_related("projects", "themes").order_by("pk"):
        profile.helped = helped.get(profile.user_id, 0)
        yield profile


def _candidate(profile: Profile, scored: dict[int, float], themes: set[int]) -> Candidate:
    own = [one for one in profile.projects.all() if one.pk in scored and one.status == Status.PUBLISHED]
    own.sort(key=lambda one: (-scored[one.pk], one.pk))
    shared = [one for one in profile.themes.all() if one.pk in themes or one.parent_id in themes]
    score = PROJECT_WEIGHT * sum(scored[one.pk] for one in own[:MOST_COUNTED])
    score += THEME_WEIGHT * min(len(shared), MOST_COUNTED) + ANSWER_WEIGHT * min(profile.helped, MOST_COUNTED)
    return Candidate(
        profile,
        round(score, 6),
        project=own[0] if own else None,
        theme=shared[0] if shared else None,
        accepted=profile.helped,
    )


def _with_parents(question: Question) -> set[int]:
    """Return the ids of the question's themes and of those above them."""
    themes = list(question.themes.all())
    return {theme.pk for theme in themes} | {theme.parent_id for theme in themes if theme.parent_id}


@transaction.atomic
def _ask(pk: int, one: Candidate, *, now: datetime.datetime, since: datetime.datetime | None) -> bool:
    """Ask somebody who has room this month; False when nobody else is to be asked.

    `since` is when those were asked who count not any more.
    """
    question = locked(pk)
    asked = question.routes.filter(sent_at__gt=since) if since else question.routes
    if not _waits(question) or asked.count() >= MOST_PEOPLE:
        return False
    if take_place(one.profile.pk, now=now) is not None:
        QuestionRoute.objects.create(question=question, profile=one.profile, sent_at=now)
        _mail(question, one)
    return True


@transaction.atomic
def _finish(pk: int, now: datetime.datetime) -> int:
    """Note that people were asked, and tell who asked the question how many."""
    question = locked(pk)
    number = question.routes.count()
    if question.routed_at is None:
        question.routed_at = now
        question.save(update_fields=["routed_at"])
        mail = {"template": "question_routed", "context": {"title": question.title, "number": number}}
        tell_about(question, question.asker, "question_routed", by=None, **mail)
    return number


def _mail(question: Question, one: Candidate) -> None:
    """Tell somebody that they are asked, why they are, and who asks unless that was not to be shown."""
    asker: User | None = question.asker
    context = {
        "question": question,
        "asker": "" if question.is_anonymous or asker is None else public_name(asker),
        "project": one.project.title if one.project else "",
        "theme": one.theme,
        "accepted": one.accepted,
    }
    tell(
        user=one.profile.user,
        code="question_for_you",
        title=question.title,
        path=path_of(question),
        template="question_for_you",
        context=context,
    )


def _waits(question: Question) -> bool:
    return question.removed_at is None and question.status == QuestionStatus.OPEN and question.first_answer_at is None
