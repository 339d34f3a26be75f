"""What waits for a moderator, and which terms somebody asked for."""

from typing import Any

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from projects.models import CaseNote, Report, ReviewCase, TermProposal
from projects.permissions import may_moderate
from projects.services.review.reports import forget_addresses
from vindplaats.accounts.models import User
from vindplaats.mine import Item, Panel

MOST_TERMS = 10


def panels(user: User) -> list[Panel]:
    """Return the queue for a moderator, and for anyone the terms that they proposed."""
    return [*_queue(user), *_terms(user)]


def person_data(user: User) -> dict[str, list[dict[str, Any]]]:
    """Return the pages that the person reported, the terms they proposed, and their notes as a moderator."""
    proposals = TermProposal.objects.filter(proposed_by=user).order_by("pk")
    notes = CaseNote.objects.filter(author=user).order_by("pk")
    reports = Report.objects.filter(email__iexact=user.email).order_by("pk")
    return {
        "meldingen": list(reports.values("path", "reason", "text", "email", "created_at")),
        "voorgestelde-termen": list(
            proposals.values("kind", "name", "explanation", "project__title", "status", "accepted_slug", "created_at")
        ),
        "notities-als-moderator": list(notes.values("case__title", "text", "created_at")),
    }


def forget_person(user: User) -> None:
    """Throw away the address under which the person reported pages; the report itself is about a page."""
    forget_addresses(reports=Report.objects.filter(email__iexact=user.email))


def _queue(user: User) -> list[Panel]:
    if not may_moderate(user):
        return []
    told = ReviewCase.objects.filter(closed_at=None).aggregate(
        waiting=Count("pk"),
        late=Count("pk", filter=Q(due_at__lt=timezone.now())),
        mine=Count("pk", filter=Q(assigned_to=user)),
        oldest=Min("opened_at"),
    )
    url, waiting, late, own = reverse("admin_queue"), told["waiting"], told["late"], told["mine"]
    items = []
    if waiting:
        status = ngettext("%(count)d is te laat", "%(count)d zijn te laat", late) % {"count": late} if late else ""
        label = ngettext("%(count)d zaak wacht", "%(count)d zaken wachten", waiting) % {"count": waiting}
        items.append(Item(label, url, status, told["oldest"], waits=True))
    if own:
        label = ngettext("%(count)d zaak is van u", "%(count)d zaken zijn van u", own) % {"count": own}
        items.append(Item(label, f"{url}?van=mij", waits=True))
    empty = _("Er wacht niets. Alles is beoordeeld.")
    return [Panel("wachtrij", _("Wachtrij van de redactie"), items, empty, [(_("Naar de wachtrij"), url)], position=10)]


def _terms(user: User) -> list[Panel]:
    proposals = TermProposal.objects.filter(proposed_by=user).select_related("project").order_by("-pk")[:MOST_TERMS]
    items = [
        Item(
            label=f"{proposal.get_kind_display()}: {proposal.name}",
            url=proposal.project.get_absolute_url() if proposal.project else reverse("projects:theme_list"),
            status=proposal.get_status_display(),
            since=proposal.created_at,
        )
        for proposal in proposals
    ]
    return [Panel("termen", _("Termen die u voorstelde"), items, position=80)] if items else []
