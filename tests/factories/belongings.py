"""What belongs to one project."""

import factory
from django.core.files.base import ContentFile

from projects import models, states
from tests.factories.base import Factory, links
from tests.factories.projects import ProjectFactory
from tests.factories.terms import ProgrammeFactory

PDF = b"%PDF-1.4\n%%EOF\n"
LESSON_TITLES = ["Te laat begonnen met scholing", "Een vast team maakte het verschil", "Test eerst met vijf cliënten"]


class LessonFactory(Factory):
    """A pitfall; `themes` is a list."""

    class Meta:
        model = models.Lesson

    project = factory.SubFactory(ProjectFactory, published=True)
    kind = states.LessonKind.PITFALL
    title = factory.Sequence(lambda n: LESSON_TITLES[n % len(LESSON_TITLES)])
    slug = factory.Sequence(lambda n: f"les-{n}")
    situation = "De scholing begon pas toen de apparaten er al stonden."
    advice = "Plan de scholing vóór de levering."
    themes = links("themes")


class LessonClusterFactory(Factory):
    """The same lesson in several projects: `lessons` are linked, `merged` ones are read on the page of the first."""

    class Meta:
        model = models.LessonCluster

    @factory.post_generation
    def lessons(self, create, extracted, **kwargs):
        """Add these, the lead first."""
        for position, lesson in enumerate(extracted or ()):
            models.ClusterMember.objects.create(cluster=self, lesson=lesson, position=position)

    @factory.post_generation
    def merged(self, create, extracted, **kwargs):
        """Add these behind them."""
        for position, lesson in enumerate(extracted or (), 100):
            models.ClusterMember.objects.create(cluster=self, lesson=lesson, position=position, is_merged=True)


class ClusterMemberFactory(Factory):
    """A lesson in a cluster of its own."""

    class Meta:
        model = models.ClusterMember

    cluster = factory.SubFactory(LessonClusterFactory)
    lesson = factory.SubFactory(LessonFactory)


class LessonHelpFactory(Factory):
    """A tip that helps against a pitfall."""

    class Meta:
        model = models.LessonHelp

    helper = factory.SubFactory(LessonFactory, kind=states.LessonKind.TIP)
    pitfall = factory.SubFactory(LessonFactory)


class ResourceFactory(Factory):
    """A toolkit; `themes`, `conditions` and `target_groups` are lists. With `with_file` it has a PDF too."""

    class Meta:
        model = models.Resource

    project = factory.SubFactory(ProjectFactory, published=True)
    kind = states.ResourceKind.TOOLKIT
    title = factory.Sequence(lambda n: f"Werkboek voor teams {n}")
    slug = factory.Sequence(lambda n: f"werkboek-{n}")
    url = "https://zorg.example/werkboek"
    themes = links("themes")
    conditions = links("conditions")
    target_groups = links("target_groups")

    class Params:
        with_file = factory.Trait(
            file=factory.LazyFunction(lambda: ContentFile(PDF, name="bestand.pdf")), file_kind="pdf", file_size=len(PDF)
        )


class ResourceChangeFactory(Factory):
    """What an institute wants to change of a resource that stands by itself."""

    class Meta:
        model = models.ResourceChange

    resource = factory.SubFactory(ResourceFactory, project=None)
    values = factory.LazyFunction(lambda: {"title": "Nieuwe naam"})
    is_submitted = True


class LinkCheckFactory(Factory):
    """A link that works."""

    class Meta:
        model = models.LinkCheck

    resource = factory.SubFactory(ResourceFactory)
    url = factory.SelfAttribute("resource.url")


class ProjectPartnerFactory(Factory):
    """A partner that is only named."""

    class Meta:
        model = models.ProjectPartner

    project = factory.SubFactory(ProjectFactory)
    name = factory.Sequence(lambda n: f"Huisartsenpraktijk De Brink {n}")


class ProjectProgrammeFactory(Factory):
    """A project under a programme."""

    class Meta:
        model = models.ProjectProgramme

    project = factory.SubFactory(ProjectFactory)
    programme = factory.SubFactory(ProgrammeFactory)


class ProjectFundingFactory(Factory):
    """A subsidy."""

    class Meta:
        model = models.ProjectFunding

    project = factory.SubFactory(ProjectFactory)
    kind = states.FundingKind.SUBSIDY
    name = "Regeling Zorg van Morgen"
    amount_eur = 50_000
