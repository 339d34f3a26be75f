"""The vocabulary, and programmes with what their editors tell."""

import datetime

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


class ProgrammeEditorFactory(Factory):
    """Somebody who keeps a programme up to date in the name of its office."""

    class Meta:
        model = models.ProgrammeEditor

    programme = factory.SubFactory(ProgrammeFactory)
    user = factory.SubFactory("tests.factories.people.UserFactory")
    shown_as = "Programmabureau De Berk"


class ProgrammeMilestoneFactory(Factory):
    """A milestone that is planned."""

    class Meta:
        model = models.ProgrammeMilestone

    programme = factory.SubFactory(ProgrammeFactory)
    title = factory.Sequence(lambda n: f"Mijlpaal {n}")
    moment = "2030-05"


class ProgrammeUpdateFactory(Factory):
    """A status update of the spring."""

    class Meta:
        model = models.ProgrammeUpdate

    programme = factory.SubFactory(ProgrammeFactory)
    title = factory.Sequence(lambda n: f"Bericht {n}")
    text = "Acht teams zijn **begonnen**."
    told_on = datetime.date(2026, 5, 1)
    told_by = "Programmabureau De Berk"


class ProgrammeDocumentFactory(Factory):
    """A document elsewhere."""

    class Meta:
        model = models.ProgrammeDocument

    programme = factory.SubFactory(ProgrammeFactory)
    title = factory.Sequence(lambda n: f"Plan {n}")
    url = "https://zorg.example/plan.pdf"
