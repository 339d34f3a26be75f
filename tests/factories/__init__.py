"""Plausible but invented registry data. The institutes, people and projects in here do not exist."""

from tests.factories.belongings import (
    LessonFactory,
    ProjectFundingFactory,
    ProjectPartnerFactory,
    ProjectProgrammeFactory,
    ResourceFactory,
)
from tests.factories.people import ContactPersonFactory, InstituteFactory, MembershipFactory, UserFactory
from tests.factories.plumbing import JobFactory, MailFactory
from tests.factories.projects import ProjectFactory
from tests.factories.regions import GemeenteAliasFactory, GemeenteFactory, RegionFactory, RegionSchemeFactory
from tests.factories.search import (
    BoostFactory,
    SearchDemandFactory,
    StopWordFactory,
    SynonymFactory,
    SynonymGroupFactory,
)
from tests.factories.taking_part import (
    CaseNoteFactory,
    FormerSlugFactory,
    FreshnessNoticeFactory,
    InvitationFactory,
    RegistrationFactory,
    ReplyTemplateFactory,
    ReportFactory,
    ReviewCaseFactory,
    RevisionFactory,
    StatusUpdateFactory,
    TermProposalFactory,
)
from tests.factories.terms import (
    ApplicationFactory,
    ConditionFactory,
    ProgrammeFactory,
    ProgrammeLineFactory,
    SectorFactory,
    TargetGroupFactory,
    TechnologyFactory,
    ThemeFactory,
)

__all__ = [
    "ApplicationFactory",
    "BoostFactory",
    "CaseNoteFactory",
    "ConditionFactory",
    "ContactPersonFactory",
    "FormerSlugFactory",
    "FreshnessNoticeFactory",
    "GemeenteAliasFactory",
    "GemeenteFactory",
    "InstituteFactory",
    "InvitationFactory",
    "JobFactory",
    "LessonFactory",
    "MailFactory",
    "MembershipFactory",
    "ProgrammeFactory",
    "ProgrammeLineFactory",
    "ProjectFactory",
    "ProjectFundingFactory",
    "ProjectPartnerFactory",
    "ProjectProgrammeFactory",
    "RegionFactory",
    "RegionSchemeFactory",
    "RegistrationFactory",
    "ReplyTemplateFactory",
    "ReportFactory",
    "ResourceFactory",
    "ReviewCaseFactory",
    "RevisionFactory",
    "SearchDemandFactory",
    "SectorFactory",
    "StatusUpdateFactory",
    "StopWordFactory",
    "SynonymFactory",
    "SynonymGroupFactory",
    "TargetGroupFactory",
    "TechnologyFactory",
    "TermProposalFactory",
    "ThemeFactory",
    "UserFactory",
]
