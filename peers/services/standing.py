"""What somebody's experience shows by: projects and answers that helped, and how they answer requests. No claims."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, QuerySet

from peers.models import Answer, Profile
from peers.services.contact.numbers import Answering, answering_of_profile
from peers.services.linked_projects import LinkedProject, linked_projects
from peers.states import QuestionStatus


@dataclass(frozen=True)
class Standing:
    """`projects` on which somebody works or worked, `accepted` answers that helped who asked; the newest first."""

    projects: list[LinkedProject] = field(default_factory=list)
    accepted: list[Answer] = field(default_factory=list)
    answering: Answering | None = None
    """How fast and how often they answer requests; None when there are too few to say."""


def standing_of(profile: Profile) -> Standing:
    """Return what shows of somebody's experience; give `user` along."""
    return Standing(
        projects=linked_projects(profile),
        accepted=list(accepted_answers([profile]).select_related("question").order_by("-accepted_at")),
        answering=answering_of_profile(profile),
    )


def accepted_answers(profiles: Iterable[Profile]) -> QuerySet[Answer]:
    """Return the answers of these people that helped who asked and that stand on the site."""
    authors = [profile.user_id for profile in profiles]
    shown = Answer.objects.shown().filter(author__in=authors, accepted_at__isnull=False)
    return shown.filter(question__removed_at=None).exclude(question__status=QuestionStatus.MERGED)


def accepted_counts(profiles: Iterable[Profile]) -> dict[int, int]:
    """Return how many answers of each of these people helped, by the id of the user; in one query."""
    counted = accepted_answers(profiles).order_by().values_list("author").annotate(Count("pk"))
    return Counter(dict(counted))
