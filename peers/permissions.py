"""Who may do what with people's profiles, questions and contacts; plain questions, as in `projects.permissions`."""

from dataclasses import dataclass
from enum import Enum

from peers.models import Answer, ContactRequest, Handling, LessonProposal, Profile, Question
from peers.states import HandlingEnd, Visibility
from projects.models import Project
from projects.permissions import Visitor, is_manager, may_moderate


def may_see_profile(user: Visitor, profile: Profile) -> bool:
    """Read the profile on the site; one's own always. The same rule as `Profile.objects.visible_to(user)`.

    Moderators see no more here than other members: what is hidden they read in the admin, where that is kept.
    """
    if user.is_authenticated and user.pk == profile.user_id:
        return True
    if profile.consented_at is None or profile.removed_at is not None or not profile.user.is_active:
        return False
    if profile.visibility == Visibility.MEMBERS:
        return user.is_authenticated
    return profile.visibility == Visibility.PUBLIC


class Part(Enum):
    """What part somebody has in a contact request."""

    ASKER = "asker"
    HANDLER = "handler"
    FORMER = "former"
    EDITOR = "editor"


@dataclass(frozen=True)
class Role:
    """Somebody's part in a request, and their turn, where they have or had one (the editors' turn for an editor)."""

    part: Part
    turn: Handling | None = None

    @property
    def is_asker(self) -> bool:
        """Whether they asked."""
        return self.part is Part.ASKER


def role_in(user: Visitor, request: ContactRequest) -> Role | None:
    """Return the part of `user` in a contact request; None for who has none, for whom it is not there.

    Who had it on their desk once and answered sees what was said until then. Moderators take part when it is the
    editors' turn, or while it is reported.
    """
    if not (user.is_authenticated and user.is_active):
        return None
    if request.asker_id == user.pk:
        return Role(Part.ASKER)
    turns = list(request.handlings.order_by("pk"))
    last = turns[-1] if turns else None
    if last and last.user_id == user.pk and (last.ended_at is None or last.ended_by == HandlingEnd.DONE):
        return Role(Part.HANDLER, last)
    if may_moderate(user) and (_is_editors(last) or request.reports.filter(closed_at=None).exists()):
        return Role(Part.EDITOR, last if _is_editors(last) else None)
    answered = [turn for turn in turns if turn.user_id == user.pk and turn.answered_at]
    return Role(Part.FORMER, answered[-1]) if answered else None


def _is_editors(turn: Handling | None) -> bool:
    return turn is not None and turn.is_editors


def may_steer_question(user: Visitor, question: Question) -> bool:
    """Say which answer helped, close the question and open it again: who asked it, and moderators."""
    return user.is_authenticated and (user.pk == question.asker_id or may_moderate(user))


def may_edit_answer(user: Visitor, answer: Answer) -> bool:
    """Change an answer: who wrote it, as long as it stands on the site."""
    return user.is_authenticated and user.pk == answer.author_id and answer.removed_at is None


def may_propose_lesson(user: Visitor, answer: Answer) -> bool:
    """Propose a lesson from an accepted answer: who wrote it, who asked, and moderators."""
    if not user.is_authenticated or answer.accepted_at is None or answer.removed_at is not None:
        return False
    return user.pk in (answer.author_id, answer.question.asker_id) or may_moderate(user)


def may_answer_for(user: Visitor, project: Project) -> bool:
    """Agree, in the project's name, to a lesson that others propose: its owner, and who runs its institute."""
    if not user.is_authenticated or not user.is_active:
        return False
    return project.owner_id == user.pk or is_manager(user, project.institute)


def may_see_proposal(user: Visitor, proposal: LessonProposal) -> bool:
    """Read a proposed lesson: who proposed it, who wrote the answer, who speaks for the project, and moderators."""
    if not user.is_authenticated:
        return False
    told = (proposal.proposed_by_id, proposal.answer.author_id)
    return user.pk in told or may_answer_for(user, proposal.project) or may_moderate(user)
