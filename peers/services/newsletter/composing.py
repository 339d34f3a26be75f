"""Begin an edition with what is new since the last one; an editor makes a letter of it."""

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from peers.models import Edition, Question
from peers.states import EditionStatus
from projects.models import Lesson, Project
from vindplaats.accounts.models import User
from vindplaats.audit import acting
from vindplaats.mail import absolute

MOST = {"projects": 10, "lessons": 5, "questions": 5}
BEFORE_THE_FIRST = datetime.timedelta(days=30)
MARKS = str.maketrans({sign: f"\\{sign}" for sign in r"\[]*_`<>"})


class Sent(Exception):
    """An edition that is being sent or was sent cannot change any more."""


@transaction.atomic
def begin(*, by: User, now: datetime.datetime) -> Edition:
    """Make a draft with the projects, lessons and questions since the last edition that was sent, in Dutch."""
    last = Edition.objects.exclude(sent_at=None).order_by("-sent_at").values_list("sent_at", flat=True).first()
    since = last or now - BEFORE_THE_FIRST
    with override("nl"), acting(user=by, action="begin_edition"):
        month = date_format(timezone.localtime(now), "F Y")
        text = "\n\n".join([_("Beste lezer,"), *_sections(since)])
        title = _("Nieuwsbrief %(month)s") % {"month": month}
        return Edition.objects.create(title=title, slug=_free_slug(timezone.localtime(now)), text=text)


@transaction.atomic
def save(*, edition: Edition, by: User) -> None:
    """Save what an editor wrote; Sent when it is a draft no more."""
    is_new = edition.pk is None
    if (
        not is_new
        and not Edition.objects.select_for_update().filter(pk=edition.pk, status=EditionStatus.DRAFT).exists()
    ):
        raise Sent
    with acting(user=by):
        if is_new:
            edition.save()
        else:
            edition.save(update_fields=["title", "slug", "text"])


def _sections(since: datetime.datetime) -> Iterable[str]:
    projects = Project.objects.published().filter(published_at__gte=since).order_by("-published_at", "-pk")
    lessons = Lesson.objects.published().filter(project__published_at__gte=since).select_related("project").newest()
    questions = Question.objects.published().filter(created_at__gte=since).order_by("-created_at", "-pk")
    yield from _section(_("Nieuwe projecten"), projects[: MOST["projects"]])
    yield from _section(_("Lessen om te onthouden"), lessons[: MOST["lessons"]])
    yield from _section(_("Vragen van collega's"), questions[: MOST["questions"]])


def _section(title: str, things: Iterable[Model]) -> Iterable[str]:
    lines = [f"- [{one.title.translate(MARKS)}]({absolute(one.get_absolute_url())})" for one in things]
    if lines:
        yield f"## {title}"
        yield "\n".join(lines)


def _free_slug(now: datetime.datetime) -> str:
    wanted = f"{now:%Y-%m}"
    taken = set(Edition.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    number = 1
    while (slug := wanted if number == 1 else f"{wanted}-{number}") in taken:
        number += 1
    return slug
