"""Projects in every status."""

import datetime

import factory
from django.utils import timezone

from projects import models, states
from projects.search.indexing import index
from tests.factories.base import Factory, links
from tests.factories.people import ContactPersonFactory, InstituteFactory

TITLES = [
    "Beeldbellen met de wijkverpleging",
    "Valpreventie op de afdeling geriatrie",
    "Samen beslissen bij een nieuwe heup",
    "Slimme medicijndispenser thuis",
    "Eén aanspreekpunt na ontslag",
    "Thuismeten bij hartfalen",
]
A_DAY = datetime.datetime(2025, 3, 14, 9, 30, tzinfo=datetime.UTC)


class ProjectFactory(Factory):
    """A draft. Traits give it another status, lessons and more; lists go to the many-to-many fields."""

    class Meta:
        model = models.Project

    class Params:
        submitted = factory.Trait(status=states.Status.SUBMITTED)
        returned = factory.Trait(status=states.Status.RETURNED)
        published = factory.Trait(status=states.Status.PUBLISHED, published_at=A_DAY)
        archived = factory.Trait(status=states.Status.ARCHIVED, published_at=A_DAY)
        confirmed = factory.Trait(confirmed_on=factory.LazyFunction(timezone.localdate))
        national = factory.Trait(scope=states.Scope.NATIONAL)
        stopped = factory.Trait(
            phase=states.Phase.STOPPED,
            stop_reasons=[states.StopReason.FUNDING, states.StopReason.STAFFING],
            stop_explanation="De subsidie liep af en er was geen vervolg.",
        )
        with_lessons = factory.Trait(
            lessons=factory.RelatedFactoryList("tests.factories.belongings.LessonFactory", "project", size=3)
        )
        with_contact = factory.Trait(
            contact_persons=factory.RelatedFactory(
                ContactPersonFactory, "project", institute=factory.SelfAttribute("project.institute")
            )
        )

    external_id = factory.Sequence(lambda n: f"test-{n:04}")
    title = factory.Sequence(lambda n: f"{TITLES[n % len(TITLES)]} {n}")
    slug = factory.Sequence(lambda n: f"project-{n}")
    summary = "Cliënten en medewerkers merken dat de zorg **rustiger** verloopt."
    problem = "Afspraken liepen uit en niemand had overzicht."
    approach = "Een klein team begon op één locatie en nam daarna de rest mee."
    results = "Na een half jaar was de wachttijd korter."
    phase = states.Phase.PILOT
    start = "2023-09"
    # Asked for so seldom that no project of a test is outdated by the day on which the test runs.
    confirm_every = 60
    institute = factory.SubFactory(InstituteFactory)
    themes = links("themes")
    technologies = links("technologies")
    sectors = links("sectors")
    target_groups = links("target_groups")
    conditions = links("conditions")
    applications = links("applications")
    gemeenten = links("gemeenten")
    regions = links("regions")

    indexed = factory.post_generation(lambda self, create, extracted, **kwargs: bool(extracted))

    @classmethod
    def create_batch(cls, size, *, indexed=False, **kwargs):
        """Make several; with `indexed=True` they are indexed at once, which takes as long as indexing one."""
        made = super().create_batch(size, **kwargs)
        if indexed:
            index("project", [project.pk for project in made])
        return made

    @classmethod
    def _after_postgeneration(cls, instance, create, results=None):
        """With `indexed=True` the project can be found, and so can all that was given at the same time."""
        if results and results["indexed"]:
            index("project", [instance.pk])
