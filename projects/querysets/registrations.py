"""Questions about registrations and invitations."""

import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from projects.states import Stage

DRAFT_KEPT = datetime.timedelta(days=30)
"""A registration that nobody goes on with."""
DECIDED_KEPT = datetime.timedelta(days=365)
"""What was decided or taken back; what an accepted one told stands with the institute by then."""


class RegistrationQuerySet(models.QuerySet):
    """Chainable: `Registration.objects.outdated(now)`."""

    def outdated(self, now: datetime.datetime) -> Self:
        """Keep what is not kept any longer: forgotten drafts, and what was decided or asked back a year ago."""
        forgotten = Q(status=Stage.DRAFT, updated_at__lt=now - DRAFT_KEPT)
        over = [Stage.ACCEPTED, Stage.DECLINED, Stage.WITHDRAWN, Stage.RETURNED]
        return self.filter(forgotten | Q(status__in=over, updated_at__lt=now - DECIDED_KEPT))

    def of_person(self, email: str, user_id: int) -> Self:
        """Keep what this person filled in, or what names this address as that of the manager."""
        return self.filter(Q(created_by=user_id) | Q(manager_email__iexact=email))


class InvitationQuerySet(models.QuerySet):
    """Chainable: `institute.invitations.open()`."""

    def open(self) -> Self:
        """Keep what was neither accepted nor withdrawn; it may have expired."""
        return self.filter(accepted_at=None, withdrawn_at=None)

    def outdated(self, now: datetime.datetime) -> Self:
        """Keep what ended a year ago: accepted, withdrawn or expired."""
        return self.filter(expires_at__lt=now - DECIDED_KEPT)
