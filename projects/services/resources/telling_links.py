"""Tell who can mend it which links are broken: one mail for all that is new."""

from collections import defaultdict

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from projects.models import Institute, LinkCheck, Resource
from projects.services.letters import page
from projects.states import MemberRole
from vindplaats.accounts.models import User
from vindplaats.mail import absolute, queue

MOST_IN_A_MAIL = 50


@transaction.atomic
def tell_of_broken_links() -> int:
    """Mail the managers of each institute its broken links, and the editors the others; return how many links.

    Each broken link is told of once, until it worked again in between.
    """
    checks = LinkCheck.objects.untold().select_for_update(of=("self",))
    checks = list(checks.select_related("resource__institute", "resource__project__institute").order_by("pk"))
    by_institute: dict[Institute | None, list[LinkCheck]] = defaultdict(list)
    for check in checks:
        if check.url == check.resource.url and check.resource.is_public:
            by_institute[_keeper(check.resource)].append(check)
    for institute, some in by_institute.items():
        for address, language in _readers(institute):
            _mail(address, language, institute, some)
    told = [check for some in by_institute.values() for check in some]
    LinkCheck.objects.filter(pk__in=[check.pk for check in told]).update(told_at=timezone.now())
    return len(told)


def _keeper(resource: Resource) -> Institute | None:
    """Return the institute that can mend it: the one that sent it in, or the one of its project, if it has people."""
    institute = resource.institute or (resource.project.institute if resource.project else None)
    return institute if institute and _managers(institute) else None


def _managers(institute: Institute) -> list[User]:
    memberships = institute.memberships.active().filter(role=MemberRole.MANAGER, user__is_active=True)
    return [one.user for one in memberships.select_related("user").order_by("pk")]


def _readers(institute: Institute | None) -> list[tuple[str, str]]:
    if institute is None:
        return [(settings.EDITORS_EMAIL, settings.LANGUAGE_CODE)]
    return [(user.email, user.language) for user in _managers(institute)]


def _mail(address: str, language: str, institute: Institute | None, checks: list[LinkCheck]) -> None:
    lines = [
        {
            "title": check.resource.title,
            "problem": check.get_problem_display,
            "url": _page_of(check.resource),
        }
        for check in checks[:MOST_IN_A_MAIL]
    ]
    context = {
        "institute": str(institute or ""),
        "count": len(checks),
        "lines": lines,
        "more": max(0, len(checks) - MOST_IN_A_MAIL),
        "own_url": page("projects:my_resources"),
    }
    day = timezone.localdate().isoformat()
    key = f"broken-links-{institute.pk if institute else 'editors'}-{day}-{address}"
    queue(to=address, template="links_broken", context=context, language=language, key=key)


def _page_of(resource: Resource) -> object:
    return lambda: absolute(resource.get_absolute_url())
