"""What the registry brings to `/mijn/`: panels, data to take along, and how to let go of a person."""

from projects.mine import collections, contacts, freshness, institutes, moderation, programmes, resources, writing
from vindplaats import hooks


def register() -> None:
    """Fill the hooks; each subject has a module of its own here."""
    hooks.mine.register(freshness.panels)
    hooks.mine.register(moderation.panels)
    hooks.mine.register(institutes.panels)
    hooks.mine.register(writing.panels)
    hooks.mine.register(resources.panels)
    hooks.person_data.register(contacts.person_data)
    hooks.person_data.register(institutes.person_data)
    hooks.person_data.register(moderation.person_data)
    hooks.person_data.register(writing.person_data)
    hooks.person_data.register(resources.person_data)
    hooks.forget_person.register(writing.forget_person)
    hooks.forget_person.register(contacts.forget_person)
    hooks.forget_person.register(moderation.forget_person)
    hooks.forget_person.register(institutes.forget_person)
    for subject in (programmes, collections):
        hooks.mine.register(subject.panels)
        hooks.person_data.register(subject.person_data)
        hooks.forget_person.register(subject.forget_person)
