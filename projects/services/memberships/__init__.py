"""Who belongs to an institute: invitations, requests to join, and who runs it."""

from projects.services.memberships.inviting import accept_invitation, invite, withdraw_invitation
from projects.services.memberships.joining import accept_request, ask, decline_request
from projects.services.memberships.running import change_role, end, hand_over, leave

__all__ = [
    "accept_invitation",
    "accept_request",
    "ask",
    "change_role",
    "decline_request",
    "end",
    "hand_over",
    "invite",
    "leave",
    "withdraw_invitation",
]
