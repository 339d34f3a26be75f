"""Plausible but invented registry data. Institutes, people and projects in here do not exist."""

import datetime

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from projects import models, states
from projects.search.indexing import index
from vindplaats.accounts.models import User

TITLES = [
    "Beeldbellen met de wijkverpleging",
    "Valpreventie op de afdeling geriatrie",
    "Samen beslissen bij een nieuwe heup",
    "Slimme medicijndispenser thuis",
    "Eén aanspreekpunt na ontslag",
    "Thuismeten bij hartfalen",
]
LESSON_TITLES = ["Te laat begonnen met scholing", "Een vast team maakte het verschil", "Test eerst met vijf cliënten"]
A_DAY = datetime.datetime(2025, 3, 14, 9, 30, tzinfo=datetime.UTC)


class Factory(DjangoModelFactory):
    """Saves once: what comes after the object (links, lessons) does not save the object again."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True


def _links(name: str):
    """Return a declaration that sets the many-to-many field `name` to the list that a test gives."""

    def set_links(self, create, extracted, **kwargs):
        if extracted:
            getattr(self, name).set(extracted)

    return factory.post_generation(set_links)


class UserFactory(Factory):
    """A person with an account and the password 'geheim-geheim'."""

    class Meta:
        model = User

    class Params:
        moderator = factory.Trait(is_staff=True)
        administrator = factory.Trait(is_staff=True, is_superuser=True)

    email = factory.Sequence(lambda n: f"medewerker{n}@zorg.example")
    name = factory.Sequence(lambda n: f"Medewerker {n}")
    password = factory.django.Password("geheim-geheim")


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
        child = factory.Trait(parent=factory.SubFactory("tests.factories.ThemeFactory"))


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


class GemeenteFactory(Factory):
    """A municipality."""

    class Meta:
        model = models.Gemeente

    code = factory.Sequence(lambda n: f"GM{n:04}")
    name = factory.Sequence(lambda n: f"Gemeente {n}")
    slug = factory.Sequence(lambda n: f"gemeente-{n}")


class GemeenteAliasFactory(Factory):
    """Another name of a municipality."""

    class Meta:
        model = models.GemeenteAlias

    gemeente = factory.SubFactory(GemeenteFactory)
    name = factory.Sequence(lambda n: f"Dorp {n}")


class RegionSchemeFactory(Factory):
    """A way to divide the country, in force."""

    class Meta:
        model = models.RegionScheme

    slug = factory.Sequence(lambda n: f"indeling-{n}")
    name = factory.Sequence(lambda n: f"Indeling {n}")
    valid_from = datetime.date(2025, 1, 1)


class RegionFactory(Factory):
    """A region; `gemeenten` is a list."""

    class Meta:
        model = models.Region

    scheme = factory.SubFactory(RegionSchemeFactory)
    code = factory.Sequence(lambda n: f"R{n}")
    name = factory.Sequence(lambda n: f"Regio {n}")
    slug = factory.Sequence(lambda n: f"regio-{n}")
    gemeenten = _links("gemeenten")


class InstituteFactory(Factory):
    """An institute that a source names; `verified=True` for one that takes part."""

    class Meta:
        model = models.Institute

    class Params:
        verified = factory.Trait(status=states.InstituteStatus.VERIFIED)

    name = factory.Sequence(lambda n: f"Zorggroep De Linde {n}")
    slug = factory.Sequence(lambda n: f"zorggroep-de-linde-{n}")
    kind = states.InstituteKind.HOME_CARE
    place = "Lindedorp"


class MembershipFactory(Factory):
    """An active member; `manager=True` for who runs the institute's page."""

    class Meta:
        model = models.Membership

    class Params:
        manager = factory.Trait(role=states.MemberRole.MANAGER)

    user = factory.SubFactory(UserFactory)
    institute = factory.SubFactory(InstituteFactory, verified=True)
    status = states.MemberStatus.ACTIVE


class ContactPersonFactory(Factory):
    """Somebody who answers, with an address that must never be shown."""

    class Meta:
        model = models.ContactPerson

    institute = factory.SubFactory(InstituteFactory)
    name = factory.Sequence(lambda n: f"Contactpersoon {n}")
    email = factory.Sequence(lambda n: f"geheim{n}@zorg.example")


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
            lessons=factory.RelatedFactoryList("tests.factories.LessonFactory", "project", size=3)
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
    institute = factory.SubFactory(InstituteFactory)
    themes = _links("themes")
    technologies = _links("technologies")
    sectors = _links("sectors")
    target_groups = _links("target_groups")
    conditions = _links("conditions")
    applications = _links("applications")
    gemeenten = _links("gemeenten")
    regions = _links("regions")

    indexed = factory.post_generation(lambda self, create, extracted, **kwargs: bool(extracted))

    @classmethod
    def _after_postgeneration(cls, instance, create, results=None):
        """With `indexed=True` the project can be found, and so can all that was given at the same time."""
        if results and results["indexed"]:
            index("project", [instance.pk])


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
    themes = _links("themes")


class ResourceFactory(Factory):
    """A toolkit; `themes`, `conditions` and `target_groups` are lists."""

    class Meta:
        model = models.Resource

    project = factory.SubFactory(ProjectFactory, published=True)
    kind = states.ResourceKind.TOOLKIT
    title = factory.Sequence(lambda n: f"Werkboek voor teams {n}")
    slug = factory.Sequence(lambda n: f"werkboek-{n}")
    url = "https://zorg.example/werkboek"
    themes = _links("themes")
    conditions = _links("conditions")
    target_groups = _links("target_groups")


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
