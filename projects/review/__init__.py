"""The kinds of things of this app on which moderators decide: what their pages show, and which services decide."""

from projects.review import projects, registrations, reports, resources, revisions, terms
from projects.services.review import kinds


def register() -> None:
    """Add them, in the order in which the queue offers them."""
    for subject in (revisions, resources, registrations, terms, reports, projects):
        kinds.register(subject.KIND)
