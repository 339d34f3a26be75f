"""What editors tune the search with, and what was searched in vain."""

import factory
from django.utils import timezone

from projects.search import models
from tests.factories.base import Factory


class SynonymGroupFactory(Factory):
    """A group of words; `terms=["val", "vallen"]` fills it with words that mean the same."""

    class Meta:
        model = models.SynonymGroup

    @factory.post_generation
    def terms(self, create, extracted, **kwargs):
        """Add the words."""
        for term in extracted or ():
            SynonymFactory(group=self, term=term)


class SynonymFactory(Factory):
    """A word of a group."""

    class Meta:
        model = models.Synonym

    group = factory.SubFactory(SynonymGroupFactory)
    term = factory.Sequence(lambda n: f"woord {n}")


class StopWordFactory(Factory):
    """A word to leave out of questions."""

    class Meta:
        model = models.StopWord

    word = factory.Sequence(lambda n: f"stopwoord{n}")


class BoostFactory(Factory):
    """A project that comes twice as high."""

    class Meta:
        model = models.Boost

    query = factory.Sequence(lambda n: f"zoekwoord{n}")
    project = factory.SubFactory("tests.factories.ProjectFactory", published=True)
    reason = "Landelijk voorbeeld."


class SearchDemandFactory(Factory):
    """Words that were searched in vain, often enough to be shown."""

    class Meta:
        model = models.SearchDemand

    day = factory.LazyFunction(timezone.localdate)
    words = factory.Sequence(lambda n: f"onvindbaar{n}")
    kind = "project"
    searches = 3
