"""Collections and what is in them."""

import factory

from projects import models, states
from tests.factories.base import Factory
from tests.factories.people import InstituteFactory, UserFactory
from tests.factories.projects import ProjectFactory


class CollectionFactory(Factory):
    """A public collection; `private=True` for one that only its maker sees."""

    class Meta:
        model = models.Collection

    class Params:
        private = factory.Trait(visibility=states.Sharing.PRIVATE)
        of_institute = factory.Trait(
            visibility=states.Sharing.INSTITUTE, institute=factory.SubFactory(InstituteFactory, verified=True)
        )

    visibility = states.Sharing.PUBLIC
    title = factory.Sequence(lambda n: f"Bundel {n}")
    slug = factory.Sequence(lambda n: f"bundel-{n}")
    text = "Wat wij lazen toen we **begonnen**."
    owner = factory.SubFactory(UserFactory)
    owner_name = factory.LazyAttribute(lambda one: one.owner.name if one.owner else "")


class CollectionItemFactory(Factory):
    """A published project in a collection."""

    class Meta:
        model = models.CollectionItem

    collection = factory.SubFactory(CollectionFactory)
    project = factory.SubFactory(ProjectFactory, published=True)
    note = "Hier begon het mee."
    position = factory.Sequence(lambda n: n)
