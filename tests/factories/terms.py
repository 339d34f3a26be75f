"""The vocabulary."""

import factory

from projects import models
from tests.factories.base import Factory


class TermFactory(Factory):
    """What sectors, target groups and the like have in common."""

    class Meta:
        abstract = True

    slug = factory.Sequence(lambda n: f"term-{n}")
    name = factory.Sequence(lambda n: f"Begrip {n}")
    name_en = factory.Sequence(lambda n: f"Term {n}")


class SectorFactory(TermFactory):
    """A sector."""

    class Meta:
        model = models.Sector


class TargetGroupFactory(TermFactory):
    """A target group."""

    class Meta:
        model = models.TargetGroup


class ConditionFactory(TermFactory):
    """A condition with a lay word for it."""

    class Meta:
        model = models.Condition

    synonyms = factory.Sequence(lambda n: [f"volksnaam {n}"])


class ApplicationFactory(TermFactory):
    """A digital product."""

    class Meta:
        model = models.Application

    supplier = "Voorbeeld Software"


class TechnologyFactory(TermFactory):
    """A technology tag."""

    class Meta:
        model = models.Technology


class ThemeFactory(TermFactory):
    """A theme of the first level; `child=True` gives it a parent."""

    class Meta:
        model = models.Theme

    class Params:
        child = factory.Trait(parent=factory.SubFactory("tests.factories.terms.ThemeFactory"))


class ProgrammeFactory(TermFactory):
    """A programme."""

    class Meta:
        model = models.Programme

    external_id = factory.Sequence(lambda n: f"prog-{n}")


class ProgrammeLineFactory(Factory):
    """A line of a programme."""

    class Meta:
        model = models.ProgrammeLine

    programme = factory.SubFactory(ProgrammeFactory)
    name = factory.Sequence(lambda n: f"Lijn {n}")
