"""An accepted answer becomes a lesson of a project: somebody proposes it, the project agrees, a moderator decides."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from peers.models import Answer, LessonProposal
from peers.permissions import may_answer_for, may_propose_lesson
from peers.services.notices import tell
from peers.services.questions.changing import locked_answer
from peers.services.questions.refusals import ProposalRefused
from peers.services.questions.telling import dutch_path
from projects.models import Lesson, Membership, Project
from projects.models.lessons import RESERVED_LESSON_SLUGS
from projects.permissions import may_moderate
from projects.services.refusals import ReasonMissing, TextWaits
from projects.services.review.cases import close_case, open_case
from projects.services.saving import save
from projects.services.slugs import Slugs
from projects.states import Outcome, Stage, Status
from vindplaats.accounts.models import User
from vindplaats.audit import acting

KIND = "lesson"
"""The kind of case in the moderators' queue."""
NOBODY, NOBODY_LABEL = "no_owner", _("Project zonder eigenaar")
"""The flag of a case about a project of which nobody takes part: the moderator decides for the project as well."""
AGAIN = (Stage.DECLINED, Stage.WITHDRAWN)


@dataclass(frozen=True)
class Draft:
    """What the lesson is to say."""

    kind: str
    title: str
    situation: str = ""
    outcome: str = ""
    advice: str = ""


@transaction.atomic
def propose(*, answer: Answer, project: Project, draft: Draft, by: User) -> LessonProposal:
    """Propose a lesson; who speaks for the project is asked, unless that is who proposes it.

    ProposalRefused when one is on its way already, or the project is not on the site. One that was declined may be
    proposed anew.
    """
    _question, answer = locked_answer(answer.pk)
    if not may_propose_lesson(by, answer):
        raise PermissionDenied
    if project.status != Status.PUBLISHED:
        raise ProposalRefused
    proposal = LessonProposal.objects.select_for_update(of=("self",)).filter(answer=answer).first()
    if proposal is not None and proposal.status not in AGAIN:
        raise ProposalRefused
    proposal = proposal or LessonProposal(answer=answer)
    proposal.project, proposal.proposed_by, proposal.language = project, by, answer.language
    proposal.kind, proposal.title, proposal.situation = draft.kind, draft.title, draft.situation
    proposal.outcome, proposal.advice, proposal.status, proposal.reason = draft.outcome, draft.advice, Stage.DRAFT, ""
    proposal.agreed_by = proposal.agreed_at = proposal.decided_at = None
    with acting(user=by, action="propose"):
        proposal.save()
    _pass_on(proposal, by)
    return proposal


@transaction.atomic
def agree(*, proposal: LessonProposal, by: User) -> LessonProposal:
    """Say in the project's name that the lesson may stand there; then a moderator looks."""
    proposal = _locked(proposal, Stage.DRAFT)
    if not may_answer_for(by, proposal.project):
        raise PermissionDenied
    _agree(proposal, by)
    return proposal


@transaction.atomic
def refuse(*, proposal: LessonProposal, by: User, reason: str) -> LessonProposal:
    """Say in the project's name that it may not, and why; who proposed it and who wrote the answer are told."""
    proposal = _locked(proposal, Stage.DRAFT)
    if not may_answer_for(by, proposal.project):
        raise PermissionDenied
    _end(proposal, by=by, reason=reason)
    close_case(kind=KIND, object_id=proposal.pk, outcome=Outcome.DECLINED, by=by, reason=reason, required=False)
    return proposal


@transaction.atomic
def accept_lesson(*, proposal: LessonProposal, by: User, reason: str = "") -> Lesson:
    """Put the lesson on the project's page, at the end; it can be found at once.

    TextWaits while somebody is writing a text of the project, ProposalRefused when that is not on the site any more.
    """
    if not may_moderate(by):
        raise PermissionDenied
    close_case(kind=KIND, object_id=proposal.pk, outcome=Outcome.APPROVED, by=by, reason=reason)
    proposal = _locked(proposal, Stage.DRAFT, Stage.SUBMITTED)
    if proposal.project.status != Status.PUBLISHED:
        raise ProposalRefused
    if proposal.project.revisions.open().exists():
        # That text knows nothing of the lesson, and would take it away again.
        raise TextWaits(proposal.project)
    now = timezone.now()
    lesson = Lesson(
        project=proposal.project,
        kind=proposal.kind,
        title=proposal.title,
        slug=Slugs(Lesson, fallback="les", reserved=RESERVED_LESSON_SLUGS).allocate([proposal.title])[0],
        situation=proposal.situation,
        outcome=proposal.outcome,
        advice=proposal.advice,
        language=proposal.language,
        position=proposal.project.lessons.count(),
    )
    save(thing=lesson, by=by)
    # The project had nobody to ask: then the moderator agreed for it.
    proposal.agreed_at, proposal.agreed_by = proposal.agreed_at or now, proposal.agreed_by or by
    proposal.status, proposal.decided_at, proposal.lesson = Stage.ACCEPTED, now, lesson
    with acting(user=by, action="accept"):
        proposal.save()
    with_place = dutch_path("projects:project_detail", proposal.project.slug) + f"#les-{lesson.slug}"
    for reader in _told(proposal) | {proposal.agreed_by}:
        if reader not in (None, by):
            tell(user=reader, code="lesson_accepted", title=lesson.title, path=with_place)
    return lesson


@transaction.atomic
def decline_lesson(*, proposal: LessonProposal, by: User, reason: str) -> LessonProposal:
    """Keep the lesson off the site; who proposed it and who wrote the answer are told why."""
    if not may_moderate(by):
        raise PermissionDenied
    close_case(kind=KIND, object_id=proposal.pk, outcome=Outcome.DECLINED, by=by, reason=reason)
    proposal = _locked(proposal, Stage.DRAFT, Stage.SUBMITTED)
    _end(proposal, by=by, reason=reason)
    return proposal


def who_speaks_for(project: Project) -> list[User]:
    """Return who may agree for a project: its owner, and who runs its institute."""
    managers = Membership.objects.active().managers().filter(institute=project.institute, user__is_active=True)
    people = [one.user for one in managers.select_related("user").order_by("pk")] if project.institute_id else []
    owner = [project.owner] if project.owner_id and project.owner.is_active else []
    return list({one.pk: one for one in [*owner, *people]}.values())


def _pass_on(proposal: LessonProposal, by: User) -> None:
    """Ask who speaks for the project; the moderators where nobody does, or where they have agreed by proposing it."""
    if may_answer_for(by, proposal.project):
        _agree(proposal, by)
        return
    people = who_speaks_for(proposal.project)
    for one in people:
        tell(
            user=one,
            code="lesson_asked",
            title=proposal.title,
            path=dutch_path("peers:lesson_proposal", proposal.pk),
            template="lesson_asked",
            context={"proposal": proposal, "question": proposal.answer.question},
        )
    if not people:
        _open(proposal, by, [NOBODY])


def _agree(proposal: LessonProposal, by: User) -> None:
    proposal.status, proposal.agreed_by, proposal.agreed_at = Stage.SUBMITTED, by, timezone.now()
    with acting(user=by, action="agree"):
        proposal.save()
    _open(proposal, by, [])


def _open(proposal: LessonProposal, by: User, flags: list[str]) -> None:
    institute = proposal.project.institute
    open_case(kind=KIND, object_id=proposal.pk, title=proposal.title, institute=institute, flags=flags, by=by)


def _end(proposal: LessonProposal, *, by: User, reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing
    proposal.status, proposal.reason, proposal.decided_at = Stage.DECLINED, reason.strip(), timezone.now()
    with acting(user=by, action="decline", reason=reason.strip()):
        proposal.save()
    for reader in _told(proposal) - {by}:
        tell(
            user=reader,
            code="lesson_declined",
            title=proposal.title,
            path=dutch_path("peers:lesson_proposal", proposal.pk),
            template="lesson_declined",
            context={"proposal": proposal, "reason": proposal.reason},
        )


def _told(proposal: LessonProposal) -> set[User]:
    return {one for one in (proposal.proposed_by, proposal.answer.author) if one is not None}


def _locked(proposal: LessonProposal, *stages: Stage) -> LessonProposal:
    """Return the proposal, locked; ProposalRefused when it does not stand where this can be done."""
    found = LessonProposal.objects.select_for_update(of=("self",)).filter(pk=proposal.pk, status__in=stages).first()
    if found is None:
        raise ProposalRefused
    return found
