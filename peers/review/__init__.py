"""The kinds of things among people on which moderators decide."""

from peers.review import contact, contact_reports
from projects.services.review import kinds


def register() -> None:
    """Add them, in the order in which the queue offers them."""
    for subject in (contact, contact_reports):
        kinds.register(subject.KIND)
