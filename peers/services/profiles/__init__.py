"""Write profiles: fill in, agree and take that back, pause, take down, remove."""

from peers.services.profiles.agreeing import withdraw
from peers.services.profiles.leaving import delete, forget
from peers.services.profiles.pausing import pause, resume
from peers.services.profiles.refusals import NotYours
from peers.services.profiles.saving import Workplace, Written, save
from peers.services.profiles.taking_down import put_back, take_down

__all__ = [
    "NotYours",
    "Workplace",
    "Written",
    "delete",
    "forget",
    "pause",
    "put_back",
    "resume",
    "save",
    "take_down",
    "withdraw",
]
