"""Terms that members miss: proposed, taken into the list, put with one that is there, or declined."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils.translation import override

from projects.models import Condition, Project, ReviewCase, TermProposal, Theme
from projects.permissions import is_member, may_moderate
from projects.search.indexing import index
from projects.services.refusals import AlreadyDecided, ReasonMissing, TermKnown
from projects.services.review.cases import close_case, open_case
from projects.services.review.letters import write_to
from projects.services.review.vocabulary import LISTS, Term, known_as, list_of, place_for, use_in_project
from projects.services.saving import save
from projects.services.search_words import add_synonyms
from projects.services.slugs import Slugs
from projects.services.themes import save_theme
from projects.states import Outcome, Stage, TermKind
from vindplaats.accounts.models import User
from vindplaats.audit import acting
from vindplaats.text import fold

KIND = "term"


@transaction.atomic
def propose_term(
    *, kind: str, name: str, explanation: str = "", project: Project | None = None, by: User
) -> TermProposal:
    """Ask the moderators for a term; once for a project, however often it is asked.

    TermKnown when the list has it already, PermissionDenied for a project of somebody else.
    """
    name = " ".join(name.split())
    if not by.is_active or (project is not None and not (may_moderate(by) or is_member(by, project.institute))):
        raise PermissionDenied
    if term := known_as(name, kind):
        raise TermKnown(term)
    waiting = TermProposal.objects.filter(kind=kind, project=project, proposed_by=by, status=Stage.SUBMITTED)
    for proposal in waiting:
        if fold(proposal.name) == fold(name):
            return proposal
    with acting(user=by):
        proposal = TermProposal.objects.create(
            kind=kind, name=name, explanation=explanation.strip(), project=project, proposed_by=by
        )
    with override(settings.LANGUAGE_CODE):  # Moderators read it, in whatever language it was proposed.
        title = f"{TermKind(kind).label}: {name}"
    open_case(kind=KIND, object_id=proposal.pk, title=title, institute=project and project.institute, by=by)
    return proposal


@transaction.atomic
def accept_term(
    *,
    proposal: TermProposal,
    by: User,
    reason: str = "",
    name: str = "",
    name_en: str = "",
    parent: Theme | None = None,
) -> Term:
    """Take a term into its list, perhaps under a better name, and name it in the projects that asked for it.

    Who else asked for the same gets the same answer. TermKnown when the list got it meanwhile: merge then.
    """
    together = _decided_with_the_same(proposal, by=by, reason=reason)
    name = " ".join(name.split()) or proposal.name
    _one_at_a_time(proposal.kind)
    if known := known_as(name, proposal.kind):
        raise TermKnown(known)
    term = _new_term(proposal.kind, name, name_en=name_en, parent=parent, by=by)
    for same in together:
        _fulfil(same, term, by=by, reason=reason, template="term_accepted")
    return term


@transaction.atomic
def merge_term(*, proposal: TermProposal, by: User, into: Term, reason: str = "", as_other_word: bool = False) -> Term:
    """Answer a proposal with a term that is there, and name that in the projects that asked.

    With `as_other_word` the proposed name becomes another word for it, so that who searches by it finds the same.
    """
    together = _decided_with_the_same(proposal, by=by, reason=reason)
    if as_other_word and fold(proposal.name) != fold(into.name):
        _remember_word(into, proposal.name, by=by)
    for same in together:
        _fulfil(same, into, by=by, reason=reason, template="term_merged")
    return into


@transaction.atomic
def decline_term(*, proposal: TermProposal, by: User, reason: str) -> TermProposal:
    """Do without a term; ReasonMissing when who proposed it is not told why."""
    if not reason.strip():
        raise ReasonMissing
    proposal = _decided(proposal, Outcome.DECLINED, by=by, reason=reason)
    proposal.status = Stage.DECLINED
    with acting(user=by, action="decline", reason=reason.strip()):
        proposal.save(update_fields=["status"])
    _tell(proposal, "term_declined", reason=reason)
    return proposal


def same_proposals(proposal: TermProposal) -> list[TermProposal]:
    """Return what others propose by the same name for the same list, and that waits as well."""
    others = TermProposal.objects.filter(kind=proposal.kind, status=Stage.SUBMITTED).exclude(pk=proposal.pk)
    others = others.select_related("project", "proposed_by").order_by("pk")
    return [other for other in others if fold(other.name) == fold(proposal.name)]


def _decided(proposal: TermProposal, outcome: Outcome, *, by: User, reason: str) -> TermProposal:
    """Close the case and return the proposal as it is now, locked."""
    if not may_moderate(by):
        raise PermissionDenied
    close_case(kind=KIND, object_id=proposal.pk, outcome=outcome, by=by, reason=reason)
    proposal = _locked([proposal.pk])[0]
    if proposal.status != Stage.SUBMITTED:
        raise AlreadyDecided
    return proposal


def _decided_with_the_same(proposal: TermProposal, *, by: User, reason: str) -> list[TermProposal]:
    """Close the case, and those of others who asked for the same; return the proposals, this one first.

    A case on which a colleague is deciding at this moment is left to them: so two never wait for each other.
    """
    same = [other.pk for other in same_proposals(proposal)]
    cases = ReviewCase.objects.waiting().filter(kind=KIND, object_id__in=[proposal.pk, *same]).order_by("pk")
    waiting = {case.object_id for case in cases.select_for_update(of=("self",), skip_locked=True)}
    decided = _decided(proposal, Outcome.APPROVED, by=by, reason=reason)
    for pk in waiting.intersection(same):
        close_case(kind=KIND, object_id=pk, outcome=Outcome.APPROVED, by=by, reason=reason)
    return [decided, *_locked(sorted(waiting.intersection(same)))]


def _locked(pks: list[int]) -> list[TermProposal]:
    locked = TermProposal.objects.select_for_update(of=("self",)).select_related("project", "proposed_by")
    return list(locked.filter(pk__in=pks).order_by("pk"))


def _one_at_a_time(kind: str) -> None:
    """Wait until who else adds a term to this list is done: a list has a name once, and only then shows it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"term:{kind}"])


def _new_term(kind: str, name: str, *, name_en: str, parent: Theme | None, by: User) -> Term:
    model = LISTS[kind].model
    (slug,) = Slugs(model, fallback="term").allocate([name])
    if model is Theme:
        among = {"parent": parent}
        return save_theme(
            theme=Theme(name=name, name_en=name_en, slug=slug, **among, **place_for(model, **among)), by=by
        )
    return save(thing=model(name=name, name_en=name_en, slug=slug, **place_for(model)), by=by)


def _remember_word(term: Term, word: str, *, by: User) -> None:
    where = list_of(term)
    if where.also:
        setattr(term, where.also, [*getattr(term, where.also), word[:100]])
        save(thing=term, by=by)
    # What a condition is also called stands in the documents of its projects already.
    if not isinstance(term, Condition):
        add_synonyms(term=word, other=term.name, by=by)


def _fulfil(proposal: TermProposal, term: Term, *, by: User, reason: str, template: str) -> None:
    proposal.status, proposal.accepted_slug = Stage.ACCEPTED, term.slug
    with acting(user=by, action="accept", **({"reason": reason.strip()} if reason.strip() else {})):
        proposal.save(update_fields=["status", "accepted_slug"])
        project = proposal.project
        if project is not None:
            Project.objects.select_for_update(of=("self",)).get(pk=project.pk)
            use_in_project(project, term)
            index("project", [project.pk])
    _tell(proposal, template, reason=reason, term=term)


def _tell(proposal: TermProposal, template: str, *, reason: str, term: Term | None = None) -> None:
    context: dict[str, Any] = {
        "proposal": proposal,
        "term": term,
        "project": proposal.project,
        "reason": reason.strip(),
    }
    write_to(proposal.proposed_by, template, context)
