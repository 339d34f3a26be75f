"""Institutes that register to take part: what the sender does (filling), and what a moderator does (deciding)."""

from projects.services.registrations.deciding import accept, decline, return_with_reason
from projects.services.registrations.filling import (
    begin,
    save_step,
    submit,
    take_for,
    tell_apart,
    withdraw,
)

__all__ = [
    "accept",
    "begin",
    "decline",
    "return_with_reason",
    "save_step",
    "submit",
    "take_for",
    "tell_apart",
    "withdraw",
]
