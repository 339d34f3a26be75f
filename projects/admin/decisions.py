"""What a moderator decides about projects: one at its page, or many from the list."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from projects.models import Project
from projects.services import projects as services
from projects.services.refusals import Refused
from projects.services.review import projects as reviewed
from projects.states import Status, may_become
from vindplaats.text import CleanCharField

MOST_REFUSALS_SHOWN = 10


@dataclass(frozen=True)
class Decision:
    """Something to decide: what it is called, what it means, what carries it out, whether it asks why."""

    name: str
    label: Promise
    meaning: Promise
    carry_out: Callable[..., Project]
    status: str | None = None
    """The status that it leads to; None when the status stays."""
    asks_why: bool = False
    why_required: bool = False

    def is_open_to(self, project: Project) -> bool:
        """Tell whether it makes sense for a project in this status."""
        if self.status is None:
            return project.status == Status.PUBLISHED
        return project.status != self.status and may_become(project.status, self.status)


ALL = (
    Decision(
        "submit",
        gettext_lazy("Indienen"),
        gettext_lazy("Het project komt bij de moderatoren op de lijst."),
        reviewed.submit,
        Status.SUBMITTED,
    ),
    Decision(
        "publish",
        gettext_lazy("Publiceren"),
        gettext_lazy("Iedereen kan het project lezen en vinden."),
        reviewed.publish,
        Status.PUBLISHED,
    ),
    Decision(
        "confirm",
        gettext_lazy("Bevestigen"),
        gettext_lazy("De instelling zegt dat het klopt. Bij het project komt de datum van vandaag te staan."),
        services.confirm,
    ),
    Decision(
        "return",
        gettext_lazy("Terugsturen met een reden"),
        gettext_lazy("De indiener kan het project verbeteren en opnieuw indienen."),
        reviewed.return_with_reason,
        Status.RETURNED,
        asks_why=True,
        why_required=True,
    ),
    Decision(
        "archive",
        gettext_lazy("Archiveren"),
        gettext_lazy("Het project is niet meer te lezen en te vinden, maar blijft bewaard."),
        services.archive,
        Status.ARCHIVED,
        asks_why=True,
    ),
)
DECISIONS = {decision.name: decision for decision in ALL}


class WhyForm(forms.Form):
    """Why something is decided; it is kept in the history."""

    reason = CleanCharField(
        label=gettext_lazy("Waarom?"),
        max_length=2000,
        widget=AdminTextareaWidget(attrs={"rows": 4}),
        help_text=gettext_lazy("Dit komt in de geschiedenis te staan."),
    )

    def __init__(self, *args: Any, decision: Decision, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not decision.asks_why:
            del self.fields["reason"]
        elif not decision.why_required:
            self.fields["reason"].required = False
            self.fields["reason"].label = gettext_lazy("Waarom? (niet verplicht)")


def carry_out(decision: Decision, projects: Iterable[Project], *, request: HttpRequest, why: dict[str, str]) -> None:
    """Decide on each project by itself and tell how it went: one refusal does not stop the others."""
    done, refusals = 0, []
    for project in projects:
        try:
            decision.carry_out(project=project, by=request.user, **why)
            done += 1
        except Refused as refused:
            refusals.append(str(refused))
    if done:
        count = ngettext("%(count)d project", "%(count)d projecten", done) % {"count": done}
        messages.success(
            request, _("%(decision)s: gedaan voor %(count)s.") % {"decision": decision.label, "count": count}
        )
    for refusal in refusals[:MOST_REFUSALS_SHOWN]:
        messages.warning(request, refusal)
    if len(refusals) > MOST_REFUSALS_SHOWN:
        messages.warning(request, _("En nog %(count)d andere.") % {"count": len(refusals) - MOST_REFUSALS_SHOWN})
