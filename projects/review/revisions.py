"""Texts that members submit: new projects, and changes of what is on the site."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.models import ReviewCase, Revision
from projects.services import revisions
from projects.services.review import showing
from projects.services.review.duplicates import possible_duplicates
from projects.services.review.flags import names_to_look_for
from projects.services.review.kinds import Asked, Decision, Kind
from projects.services.revisions.locking import is_public
from projects.services.revisions.texts import contact_of, text_of, without_contact
from projects.states import Outcome, Stage
from vindplaats.accounts.models import User


class OverChangesForm(forms.Form):
    """Whether the moderator has seen that others changed the project meanwhile."""

    gezien = forms.BooleanField(
        label=_("Ik heb gezien wat er intussen op de site veranderde"),
        error_messages={"required": _("Bekijk eerst wat er intussen veranderde en zet dan dit vinkje.")},
    )


def load(pk: int) -> Revision | None:
    """Return the text, with whose it is."""
    found = Revision.objects.select_related("project__institute", "created_by", "updated_by", "decided_by")
    return found.filter(pk=pk).first()


def context(case: ReviewCase, revision: Revision) -> dict[str, Any]:
    """Return what changed, what others changed meanwhile, and which projects may be the same."""
    project, institute = revision.project, revision.project.institute
    names = names_to_look_for(revision.content, institute)
    is_new = not is_public(project) or not revision.base
    before = {} if is_new else revision.base
    text = revision.content if revision.status != Stage.ACCEPTED else without_contact(revision.content)
    return {
        "revision": revision,
        "project": project,
        "is_new": is_new,
        "fields": showing.whole(text, names) if is_new else showing.changes(before, text, names),
        "whole_text": [] if is_new else showing.whole(text, names),
        "meanwhile": _meanwhile(revision),
        "duplicates": possible_duplicates(revision.content, institute, project=project),
        "writers": [user for user in dict.fromkeys([revision.created_by, revision.updated_by]) if user],
    }


def decisions(revision: Revision) -> Sequence[Decision]:
    """Return what can be decided: what waits goes onto the site or back; what is there already was looked at."""
    if revision.status == Stage.ACCEPTED:
        return (REVIEWED,)
    return () if revision.status != Stage.SUBMITTED else (_accepting(revision), RETURN)


def _accepting(revision: Revision) -> Decision:
    return Decision(
        "goedkeuren",
        _("Goedkeuren"),
        _("De tekst komt meteen op de site. De indiener krijgt bericht."),
        _accept,
        form=_over_changes if _meanwhile(revision) else None,
        is_main=True,
    )


def _over_changes(revision: Revision, **given: Any) -> OverChangesForm:
    return OverChangesForm(**given)


def _accept(revision: Revision, *, by: User, reason: str = "", gezien: bool = False) -> Revision:
    return revisions.accept(revision=revision, by=by, reason=reason, over_changes=gezien)


def _return(revision: Revision, *, by: User, reason: str) -> Revision:
    return revisions.return_with_reason(revision=revision, by=by, reason=reason)


def _mark_reviewed(revision: Revision, *, by: User, reason: str = "") -> None:
    revisions.mark_reviewed(revision=revision, by=by, reason=reason)


def _meanwhile(revision: Revision) -> list[showing.Field]:
    """Return what others changed of the project since the writing began."""
    if revision.status != Stage.SUBMITTED or not revision.base:
        return []
    now = {**text_of(revision.project), "contact": contact_of(revision.project)}
    return showing.changes(revision.base, now)


RETURN = Decision(
    "terugsturen",
    _("Terugsturen"),
    _("De indiener krijgt uw bericht, past de tekst aan en dient hem opnieuw in."),
    _return,
    text=Asked.MUST,
)
REVIEWED = Decision(
    "akkoord",
    _("Gezien en akkoord"),
    _("De tekst staat al online. Bent u het er niet mee eens? Pas het project dan zelf aan of archiveer het."),
    _mark_reviewed,
    text=Asked.NOT,
    is_main=True,
)
KIND = Kind(
    "revision",
    _("Tekst van een project"),
    load,
    "admin/review/_revision.html",
    context,
    decisions,
    outcomes={Outcome.APPROVED: _("Goedgekeurd")},
    version=lambda revision: revision.version,
    sender=_("de indiener"),
)
