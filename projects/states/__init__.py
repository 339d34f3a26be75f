"""Every status and fixed list of the projects app, with the transitions that are allowed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where a project stands on its way to the public."""

    DRAFT = "draft", _("Concept")
    SUBMITTED = "submitted", _("Ingediend")
    PUBLISHED = "published", _("Gepubliceerd")
    RETURNED = "returned", _("Teruggestuurd")
    ARCHIVED = "archived", _("Gearchiveerd")


TRANSITIONS: dict[str, set[str]] = {
    Status.DRAFT: {Status.SUBMITTED, Status.PUBLISHED, Status.ARCHIVED},
    Status.SUBMITTED: {Status.PUBLISHED, Status.RETURNED, Status.DRAFT},
    Status.RETURNED: {Status.SUBMITTED, Status.ARCHIVED},
    Status.PUBLISHED: {Status.ARCHIVED},
    Status.ARCHIVED: {Status.PUBLISHED},
}


def may_become(old: str, new: str) -> bool:
    """Tell whether a project in status `old` may get status `new`; staying the same is always allowed."""
    return old == new or new in TRANSITIONS[old]


ASKED_AFTER_DAYS = (0, 14, 28)
"""How long after the day on which a project is to be confirmed its owner is asked, and asked again."""
OUTDATED_AFTER_DAYS = 42
"""How long after that day a page says that it may be outdated, when nobody answered."""


class Phase(models.TextChoices):
    """How far a project has come, in the words of the care field."""

    IDEA = "idea", _("Idee")
    EXPLORATION = "exploration", _("Verkenning")
    PILOT = "pilot", _("Pilot")
    IMPLEMENTATION = "implementation", _("Invoering")
    SCALING = "scaling", _("Opschaling")
    EMBEDDED = "embedded", _("Vast onderdeel van de zorg")
    STOPPED = "stopped", _("Gestopt")


class StopReason(models.TextChoices):
    """Why a project stopped."""

    LEADERSHIP = "leadership", _("Leiding of draagvlak viel weg")
    FUNDING = "funding", _("Geld op of niet structureel")
    STAFFING = "staffing", _("Te weinig mensen of tijd")
    TECHNOLOGY = "technology", _("Techniek voldeed niet")
    REGULATION = "regulation", _("Regels stonden in de weg")
    NO_ADDED_VALUE = "no_added_value", _("Te weinig meerwaarde")
    MERGED = "merged", _("Opgegaan in iets anders")
    OTHER = "other", _("Anders")


class Scope(models.TextChoices):
    """How far a project reaches."""

    LOCAL = "local", _("Lokaal")
    REGIONAL = "regional", _("Regionaal")
    NATIONAL = "national", _("Landelijk")


class InstituteKind(models.TextChoices):
    """What kind of organisation an institute is."""

    HOSPITAL = "hospital", _("Ziekenhuis")
    CARE_HOME = "care_home", _("Verpleeghuis of ouderenzorg")
    HOME_CARE = "home_care", _("Thuiszorg en wijkverpleging")
    GP = "gp", _("Huisartsenzorg")
    MENTAL_HEALTH = "mental_health", _("Geestelijke gezondheidszorg")
    DISABILITY = "disability", _("Gehandicaptenzorg")
    REHABILITATION = "rehabilitation", _("Revalidatie")
    PHARMACY = "pharmacy", _("Apotheek")
    REGIONAL_NETWORK = "regional_network", _("Regionaal samenwerkingsverband")
    MUNICIPALITY = "municipality", _("Gemeente")
    GOVERNMENT = "government", _("Overheid")
    INSURER = "insurer", _("Zorgverzekeraar")
    KNOWLEDGE_INSTITUTE = "knowledge_institute", _("Kennisinstelling")
    PATIENT_ORGANISATION = "patient_organisation", _("Patiëntenorganisatie")
    OTHER = "other", _("Anders")


class InstituteStatus(models.TextChoices):
    """Whether an institute takes part: only named by a source, registered, or verified by a moderator."""

    NAMED = "named", _("Alleen genoemd")
    REGISTERED = "registered", _("Aangemeld")
    VERIFIED = "verified", _("Geverifieerd")
    DECLINED = "declined", _("Afgewezen")


class MemberRole(models.TextChoices):
    """What somebody may do for an institute."""

    MEMBER = "member", _("Lid")
    MANAGER = "manager", _("Beheerder")


class MemberStatus(models.TextChoices):
    """Whether a membership counts."""

    REQUESTED = "requested", _("Aangevraagd")
    INVITED = "invited", _("Uitgenodigd")
    ACTIVE = "active", _("Actief")
    ENDED = "ended", _("Beëindigd")


MEMBER_TRANSITIONS: dict[str, set[str]] = {
    MemberStatus.REQUESTED: {MemberStatus.ACTIVE, MemberStatus.ENDED},
    MemberStatus.INVITED: {MemberStatus.ACTIVE, MemberStatus.ENDED},
    MemberStatus.ACTIVE: {MemberStatus.ENDED},
    MemberStatus.ENDED: {MemberStatus.REQUESTED, MemberStatus.ACTIVE},
}

INSTITUTE_TRANSITIONS: dict[str, set[str]] = {
    InstituteStatus.NAMED: {InstituteStatus.VERIFIED},
    InstituteStatus.REGISTERED: {InstituteStatus.VERIFIED, InstituteStatus.DECLINED},
    InstituteStatus.VERIFIED: {InstituteStatus.NAMED},
    InstituteStatus.DECLINED: {InstituteStatus.VERIFIED},
}


class RegistrationKind(models.TextChoices):
    """What an institute asks: a page of its own, or the page that it already has."""

    NEW = "new", _("Nieuwe instelling")
    CLAIM = "claim", _("Bestaande pagina overnemen")


class Stage(models.TextChoices):
    """Where something stands that people write and a moderator decides on: a revision, a registration."""

    DRAFT = "draft", _("Concept")
    SUBMITTED = "submitted", _("Ingediend")
    RETURNED = "returned", _("Teruggestuurd")
    ACCEPTED = "accepted", _("Goedgekeurd")
    DECLINED = "declined", _("Afgewezen")
    WITHDRAWN = "withdrawn", _("Ingetrokken")


STAGES: dict[str, set[str]] = {
    Stage.DRAFT: {Stage.SUBMITTED, Stage.WITHDRAWN},
    Stage.SUBMITTED: {Stage.ACCEPTED, Stage.RETURNED, Stage.DECLINED, Stage.WITHDRAWN, Stage.DRAFT},
    Stage.RETURNED: {Stage.SUBMITTED, Stage.WITHDRAWN},
    Stage.ACCEPTED: set(),
    Stage.DECLINED: set(),
    Stage.WITHDRAWN: set(),
}


def may_move(old: str, new: str) -> bool:
    """Tell whether what stands in stage `old` may go to stage `new`."""
    return new in STAGES[old]


OPEN_STAGES = (Stage.DRAFT, Stage.SUBMITTED, Stage.RETURNED)
"""While somebody still works on it or decides about it."""
WRITTEN_STAGES = (Stage.DRAFT, Stage.RETURNED)
"""While the sender may change it."""


class Outcome(models.TextChoices):
    """How a case of the moderators ended."""

    APPROVED = "approved", _("Goedgekeurd")
    RETURNED = "returned", _("Teruggestuurd")
    DECLINED = "declined", _("Afgewezen")
    WITHDRAWN = "withdrawn", _("Ingetrokken")


class TermKind(models.TextChoices):
    """The lists of terms to which members may propose one."""

    THEME = "theme", _("Thema")
    TECHNOLOGY = "technology", _("Technologie")
    SECTOR = "sector", _("Sector")
    TARGET_GROUP = "target_group", _("Doelgroep")
    CONDITION = "condition", _("Aandoening")
    APPLICATION = "application", _("Toepassing")


class ReportReason(models.TextChoices):
    """Why somebody reports what is on a page."""

    WRONG = "wrong", _("Er staat iets dat niet klopt")
    PERSONAL = "personal", _("Er staan gegevens van een persoon")
    OFFENSIVE = "offensive", _("Het is kwetsend of ongepast")
    COPYRIGHT = "copyright", _("Het is van iemand anders overgenomen")
    OTHER = "other", _("Iets anders")


class LessonKind(models.TextChoices):
    """What kind of lesson it is."""

    PITFALL = "pitfall", _("Valkuil")
    SUCCESS = "success", _("Succesfactor")
    TIP = "tip", _("Tip")


class ResourceKind(models.TextChoices):
    """What kind of resource it is."""

    TOOLKIT = "toolkit", _("Toolkit")
    DECISION_AID = "decision_aid", _("Keuzehulp")
    REPORT = "report", _("Rapport")
    GUIDELINE = "guideline", _("Richtlijn")
    PRESENTATION = "presentation", _("Presentatie")
    VIDEO = "video", _("Video")
    TRAINING = "training", _("Training")
    AGREEMENT = "agreement", _("Afspraak of standaard")
    WEBSITE = "website", _("Website")
    OTHER = "other", _("Anders")


class FundingKind(models.TextChoices):
    """Where money comes from."""

    SUBSIDY = "subsidy", _("Subsidie")
    INSURER = "insurer", _("Zorgverzekeraar")
    MUNICIPALITY = "municipality", _("Gemeente")
    OWN_MEANS = "own_means", _("Eigen middelen")
    FUND = "fund", _("Fonds")
    TRANSFORMATION = "transformation", _("Transformatiemiddelen")
    OTHER = "other", _("Anders")


class Kept(models.TextChoices):
    """What was kept after the funding ended."""

    UNKNOWN = "unknown", _("Niet bekend")
    FULLY = "fully", _("Helemaal voortgezet")
    PARTLY = "partly", _("Deels voortgezet")
    NOT = "not", _("Niet voortgezet")


class Language(models.TextChoices):
    """The languages that a text may be written in (BCP 47)."""

    DUTCH = "nl", _("Nederlands")
    ENGLISH = "en", _("Engels")
    FRISIAN = "fy", _("Fries")
    GERMAN = "de", _("Duits")
    FRENCH = "fr", _("Frans")


class Strength(models.TextChoices):
    """How far a word means the same as the others of its group of synonyms."""

    EQUAL = "equal", _("Hetzelfde")
    RELATED = "related", _("Verwant")


class Origin(models.TextChoices):
    """Where a row of reference data comes from."""

    SHIPPED = "shipped", _("Meegeleverd")
    OWN = "own", _("Eigen")


class LightWord(models.TextChoices):
    """What the search does with a word that says little."""

    STOP = "stop", _("Overslaan")
    FILLER = "filler", _("Telt weinig mee")


class BoostMatch(models.TextChoices):
    """When a question asks for a boost."""

    CONTAINS = "contains", _("De vraag bevat al deze woorden")
    EXACT = "exact", _("De vraag bestaat uit precies deze woorden")


class MilestoneState(models.TextChoices):
    """What became of a milestone of a programme."""

    PLANNED = "planned", _("Gepland")
    REACHED = "reached", _("Bereikt")
    DROPPED = "dropped", _("Vervallen")


class Sharing(models.TextChoices):
    """Who sees a collection."""

    PRIVATE = "private", _("Alleen ikzelf")
    INSTITUTE = "institute", _("Mijn instelling")
    PUBLIC = "public", _("Iedereen")
