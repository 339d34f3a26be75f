"""What the people's side brings to `/mijn/`: panels, data to take along, and how to let go of a person."""

from peers.mine import contact, following, newsletter, notices, profiles, questions, reactions
from vindplaats import hooks

SUBJECTS = (notices, contact, questions, profiles, reactions, following, newsletter)


def register() -> None:
    """Fill the hooks; each subject has a module of its own here."""
    for subject in SUBJECTS:
        hooks.mine.register(subject.panels)
        hooks.person_data.register(subject.person_data)
        hooks.forget_person.register(subject.forget_person)
