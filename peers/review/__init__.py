"""The kinds of things among people on which moderators decide."""

from peers.review import contact, contact_reports, questions
from projects.services.review import kinds


def register() -> None:
    """Add them, in the order in which the queue offers them."""
    for kind in (contact.KIND, contact_reports.KIND, *questions.KINDS):
        kinds.register(kind)
