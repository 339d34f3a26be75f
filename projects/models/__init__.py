"""The registry: what is known and who runs it."""

from projects.models.collections import Collection, CollectionItem
from projects.models.former_places import FormerPlace
from projects.models.freshness import FreshnessNotice
from projects.models.institutes import ContactPerson, Institute, Membership
from projects.models.lesson_clusters import ClusterMember, LessonCluster, LessonHelp
from projects.models.lessons import Lesson
from projects.models.link_checks import LinkCheck
from projects.models.programmes import (
    Programme,
    ProgrammeDocument,
    ProgrammeEditor,
    ProgrammeLine,
    ProgrammeMilestone,
    ProgrammeUpdate,
)
from projects.models.projects import Project
from projects.models.regions import Gemeente, GemeenteAlias, Region, RegionGemeente, RegionScheme
from projects.models.registrations import Invitation, Registration
from projects.models.relations import ProjectFunding, ProjectPartner, ProjectProgramme
from projects.models.resources import Resource, ResourceChange
from projects.models.review import CaseNote, FormerSlug, ReplyTemplate, Report, ReviewCase, TermProposal
from projects.models.revisions import Revision, StatusUpdate
from projects.models.terms import Application, Condition, Sector, TargetGroup
from projects.models.themes import LessonTheme, ProjectTechnology, ProjectTheme, ResourceTheme, Technology, Theme
from projects.models.uploads import ProjectUpload

__all__ = [
    "Application",
    "CaseNote",
    "ClusterMember",
    "Collection",
    "CollectionItem",
    "Condition",
    "ContactPerson",
    "FormerPlace",
    "FormerSlug",
    "FreshnessNotice",
    "Gemeente",
    "GemeenteAlias",
    "Institute",
    "Invitation",
    "Lesson",
    "LessonCluster",
    "LessonHelp",
    "LessonTheme",
    "LinkCheck",
    "Membership",
    "Programme",
    "ProgrammeDocument",
    "ProgrammeEditor",
    "ProgrammeLine",
    "ProgrammeMilestone",
    "ProgrammeUpdate",
    "Project",
    "ProjectFunding",
    "ProjectPartner",
    "ProjectProgramme",
    "ProjectTechnology",
    "ProjectTheme",
    "ProjectUpload",
    "Region",
    "RegionGemeente",
    "RegionScheme",
    "Registration",
    "ReplyTemplate",
    "Report",
    "Resource",
    "ResourceChange",
    "ResourceTheme",
    "ReviewCase",
    "Revision",
    "Sector",
    "StatusUpdate",
    "TargetGroup",
    "Technology",
    "TermProposal",
    "Theme",
]
