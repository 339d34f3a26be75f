"""When a reminder is due, and when a request goes to the next one: in working days, at the same time of day."""

import datetime

from peers.models import Handling
from peers.states import HANDED_OVER_AFTER_WORKING_DAYS, REMINDED_AFTER_WORKING_DAYS
from vindplaats.working_days import after_working_days


def reminder_due(turn: Handling) -> datetime.datetime:
    """Return when somebody who has not answered is reminded."""
    return after_working_days(turn.started_at, REMINDED_AFTER_WORKING_DAYS)


def hand_over_due(turn: Handling) -> datetime.datetime:
    """Return when the request goes to the next one. A reminder that went out late gives the time that it promises."""
    due = after_working_days(turn.started_at, HANDED_OVER_AFTER_WORKING_DAYS)
    if turn.reminded_at is None:
        return due
    left = HANDED_OVER_AFTER_WORKING_DAYS - REMINDED_AFTER_WORKING_DAYS
    return max(due, after_working_days(turn.reminded_at, left))


def follow_up_due(written_at: datetime.datetime) -> datetime.datetime:
    """Return when somebody is reminded of what the asker wrote after the first answer."""
    return after_working_days(written_at, REMINDED_AFTER_WORKING_DAYS)
