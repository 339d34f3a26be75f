"""What all factories share."""

import factory
from factory.django import DjangoModelFactory


class Factory(DjangoModelFactory):
    """Saves once: what comes after the object (links, lessons) does not save the object again."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True


def links(name: str):
    """Return a declaration that sets the many-to-many field `name` to the list that a test gives."""

    def set_links(self, create, extracted, **kwargs):
        if extracted:
            getattr(self, name).set(extracted)

    return factory.post_generation(set_links)
