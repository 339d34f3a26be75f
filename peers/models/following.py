"""What somebody wants to hear of, and what was found for them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from peers.models.questions import Question
from peers.querysets.following import FollowQuerySet, MatchQuerySet
from peers.states import FollowKind, Frequency
from projects.models import Programme, Project
from vindplaats.audit import audited


@audited
class Follow(models.Model):
    """A search, a project, a question or a programme that somebody follows.

    `query` is a search as its address has it, in order, and `finder` the list that it searches
    (`projects/filters/finders.py`).
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="follows", verbose_name=_("gebruiker")
    )
    kind = models.CharField(_("soort"), max_length=8, choices=FollowKind.choices)
    name = models.CharField(_("naam"), max_length=200)
    finder = models.CharField(_("lijst"), max_length=20, blank=True, default="", db_default="")
    query = models.CharField(_("zoekopdracht"), max_length=2000, blank=True)
    project = models.ForeignKey(
        Project, models.CASCADE, null=True, blank=True, related_name="follows", verbose_name=_("project")
    )
    question = models.ForeignKey(
        Question, models.CASCADE, null=True, blank=True, related_name="follows", verbose_name=_("vraag")
    )
    programme = models.ForeignKey(
        Programme, models.CASCADE, null=True, blank=True, related_name="follows", verbose_name=_("programma")
    )
    frequency = models.CharField(_("hoe vaak"), max_length=7, choices=Frequency.choices, default=Frequency.WEEKLY)
    created_at = models.DateTimeField(_("sinds"), auto_now_add=True)
    removed_at = models.DateTimeField(_("weggehaald op"), null=True, blank=True)
    """Kept for a day, so that it can be undone; nothing is found for it meanwhile."""

    objects = FollowQuerySet.as_manager()

    class Meta:
        verbose_name = _("wat iemand volgt")
        verbose_name_plural = _("wat mensen volgen")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(frequency__in=Frequency.values), name="follow_frequency_known"),
            models.CheckConstraint(
                condition=Q(kind=FollowKind.SEARCH, project=None, question=None, programme=None)
                | Q(kind=FollowKind.PROJECT, project__isnull=False, question=None, programme=None, query="")
                | Q(kind=FollowKind.QUESTION, project=None, question__isnull=False, programme=None, query="")
                | Q(kind=FollowKind.PROGRAMME, project=None, question=None, programme__isnull=False, query=""),
                name="follow_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(kind=FollowKind.SEARCH) & ~Q(finder="") | ~Q(kind=FollowKind.SEARCH) & Q(finder=""),
                name="follow_search_has_finder",
            ),
            models.UniqueConstraint(
                fields=["user", "finder", "query"], name="follow_search_once", condition=Q(kind=FollowKind.SEARCH)
            ),
            models.UniqueConstraint(
                fields=["user", "project"], name="follow_project_once", condition=Q(kind=FollowKind.PROJECT)
            ),
            models.UniqueConstraint(
                fields=["user", "question"], name="follow_question_once", condition=Q(kind=FollowKind.QUESTION)
            ),
            models.UniqueConstraint(
                fields=["user", "programme"], name="follow_programme_once", condition=Q(kind=FollowKind.PROGRAMME)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Match(models.Model):
    """Something new for a follow: what a search finds (by its kind), or what happened to what is followed."""

    follow = models.ForeignKey(Follow, models.CASCADE, related_name="matches", verbose_name=_("volgt"))
    kind = models.CharField(_("soort"), max_length=20)
    object_id = models.BigIntegerField(_("nummer"))
    found_at = models.DateTimeField(_("gevonden op"))
    mailed_at = models.DateTimeField(_("gemaild op"), null=True, blank=True)

    objects = MatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("gevonden voor wie volgt")
        verbose_name_plural = _("gevonden voor wie volgen")
        indexes = [models.Index(fields=["follow"], name="match_to_mail", condition=Q(mailed_at=None))]
        constraints = [models.UniqueConstraint(fields=["follow", "kind", "object_id"], name="match_once")]

    def __str__(self) -> str:
        return f"{self.follow}: {self.kind} {self.object_id}"


class FollowPause(models.Model):
    """That somebody wants no mail about what they follow for a while; what is found meanwhile waits."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        primary_key=True,
        related_name="follow_pause",
        verbose_name=_("gebruiker"),
    )
    since = models.DateTimeField(_("sinds"))

    class Meta:
        verbose_name = _("pauze van wie volgt")
        verbose_name_plural = _("pauzes van wie volgen")

    def __str__(self) -> str:
        return f"{self.user_id}"


class Appearance(models.Model):
    """Something that can be found from a moment on, and was not held against what people follow yet.

    `kind` is one of the search (`projects/search/kinds.py`). What is gone before anybody looked is found no more.
    """

    kind = models.CharField(_("soort"), max_length=20)
    object_id = models.BigIntegerField(_("nummer"))
    appeared_at = models.DateTimeField(_("te vinden sinds"))

    class Meta:
        verbose_name = _("wat nieuw te vinden is")
        verbose_name_plural = _("wat nieuw te vinden is")
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="appearance_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"
