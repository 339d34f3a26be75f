"""Keep projects true: ask owners in time, take their answer from a mail, and tell the search what nobody confirmed."""

import datetime

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from projects.models import FreshnessNotice, Membership, Project
from projects.permissions import may_keep
from projects.search.aging import indexed_as_outdated
from projects.search.indexing import index
from projects.services import projects as services
from projects.services.letters import page
from projects.states import ASKED_AFTER_DAYS, MemberRole, MemberStatus
from vindplaats import mail
from vindplaats.accounts.models import User
from vindplaats.audit import acting

SALT = "projects.freshness"
LINK_VALID = datetime.timedelta(days=90)
MOST_AT_ONCE = 500
ACTIVE = Membership.objects.filter(status=MemberStatus.ACTIVE, user__is_active=True)


class LinkExpired(Exception):
    """The address in a mail is older than it is valid, or it was changed on the way."""


def link(project: Project) -> str:
    """Return the path that confirms this project without a login, as it is mailed to who answers for it.

    The signature holds the day for which was asked, so that an old mail confirms nothing later on.
    """
    signed = signing.dumps([project.pk, str(project.confirm_due_on)], salt=SALT, compress=True)
    return reverse("projects:project_still_true", args=[signed])


def read_link(signed: str) -> tuple[Project, bool]:
    """Return the project of a mailed address, and whether its question is still open; LinkExpired when it is not valid.

    The question is no longer open when somebody answered it since.
    """
    try:
        pk, due_on = signing.loads(signed, salt=SALT, max_age=LINK_VALID)
    except signing.BadSignature as error:
        raise LinkExpired from error
    project = Project.objects.published().filter(pk=pk).select_related("institute").first()
    if project is None:
        raise LinkExpired
    return project, str(project.confirm_due_on) == due_on


@transaction.atomic
def confirm_by_link(*, signed: str) -> Project:
    """Keep that the page is right, on the word of who got the mail; LinkExpired as in `read_link`. Twice is once."""
    project, is_open = read_link(signed)
    if not is_open:
        return project
    with acting(via="mail"):
        return services.confirm(project=project, by=None)


def who_is_asked(project: Project) -> list[User]:
    """Return who is asked about a project: its owner, or the managers of its institute when there is no owner any more.

    Somebody who left the institute is not asked, nor an account that is switched off. Empty for a project of an
    institute that takes no part yet.
    """
    members = Membership.objects.filter(
        institute=project.institute_id, status=MemberStatus.ACTIVE, user__is_active=True
    )
    if project.owner_id and members.filter(user=project.owner_id).exists():
        return [project.owner]
    managers = members.filter(role=MemberRole.MANAGER).select_related("user").order_by("pk")
    return [membership.user for membership in managers]


def asked_of(user: User, today: datetime.date) -> QuerySet[Project]:
    """Return the due projects of which this person is asked, by the rule of `who_is_asked`; longest due first."""
    mine = ACTIVE.filter(user=user)
    owner_is_there = ACTIVE.filter(institute=OuterRef("institute"), user=OuterRef("owner"))
    due = Project.objects.with_confirm_due_on().filter(due_on__lte=today)
    as_owner = Q(owner=user, institute__in=mine.values("institute"))
    as_manager = Q(institute__in=mine.filter(role=MemberRole.MANAGER).values("institute")) & ~Exists(owner_is_there)
    return due.filter(as_owner | as_manager).order_by("due_on", "pk")


def ask_owners(today: datetime.date | None = None) -> int:
    """Mail 'klopt dit nog?' about each project that is due and of which this was not asked yet; return how many.

    Each project is a transaction of its own with its notice, so that a broken run goes on where it was and asks nobody
    twice. Steps that were missed while the site stood still are not sent all at once: only the latest.
    """
    today = today or timezone.localdate()
    due = Project.objects.with_confirm_due_on().filter(due_on__lte=today).exclude(institute=None)
    asked = 0
    for project in due.select_related("institute", "owner").order_by("due_on", "pk").iterator(chunk_size=MOST_AT_ONCE):
        asked += _ask(project, today)
    return asked


@transaction.atomic
def _ask(project: Project, today: datetime.date) -> int:
    """Send the step that is due, when it was not sent; 1 when somebody was asked."""
    due_on = project.confirm_due_on
    step = max(
        number for number, days in enumerate(ASKED_AFTER_DAYS) if due_on + datetime.timedelta(days=days) <= today
    )
    people = who_is_asked(project)
    if not people:
        return 0
    _notice, is_new = FreshnessNotice.objects.get_or_create(project=project, due_on=due_on, step=step)
    if not is_new:
        return 0
    for person in people:
        context = {
            "project": project,
            "name": person.get_full_name(),
            "is_owner": person.pk == project.owner_id,
            "is_reminder": step > 0,
            "is_last": step == len(ASKED_AFTER_DAYS) - 1,
            "last_true": project.confirmed_on or timezone.localdate(project.published_at),
            "yes_url": lambda: mail.absolute(link(project)),
            "keep_url": page("projects:project_keep", project.slug),
        }
        key = f"freshness-{project.pk}-{due_on}-{step}-{person.pk}"
        mail.queue(to=person.email, template="still_true", context=context, language=person.language, key=key)
    return 1


def follow_the_calendar(today: datetime.date | None = None) -> int:
    """Have the index hold what may be outdated today, and no longer what was confirmed; return how many changed."""
    outdated = set(Project.objects.may_be_outdated(today or timezone.localdate()).values_list("pk", flat=True))
    changed = sorted(outdated ^ indexed_as_outdated())
    for start in range(0, len(changed), MOST_AT_ONCE):
        with transaction.atomic():
            index("project", changed[start : start + MOST_AT_ONCE])
    return len(changed)


@transaction.atomic
def set_interval(*, project: Project, months: int, by: User) -> Project:
    """Set after how many months the owner is asked again; PermissionDenied for who may not keep the project."""
    if not may_keep(by, project):
        raise PermissionDenied
    locked = Project.objects.select_for_update(of=("self",)).get(pk=project.pk)
    locked.confirm_every = months
    with acting(user=by, action="confirm_every"):
        locked.save(update_fields=["confirm_every", "updated_at"])
    index("project", [locked.pk])
    return locked
