"""Questions to all peers, what was said to them, and who was asked to say something."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from peers.models.fields import nameless_constraint, taken_down_at, text_constraint, writer
from peers.models.profiles import Profile
from peers.querysets.questions import QuestionQuerySet, ShownQuerySet
from peers.states import QuestionStatus
from projects.models import Institute, Lesson, Project, Theme
from projects.models.fields import text_language
from projects.states import LessonKind, Stage
from vindplaats.addresses import page_of
from vindplaats.audit import audited

# Words that mean something else after /vragen/.
RESERVED_QUESTION_SLUGS = frozenset({"stellen", "lijkt-op", "cijfers"})


@audited
class Question(models.Model):
    """A question that everybody reads. An anonymous one shows no name to anybody but the moderators."""

    slug = models.SlugField(_("kenmerk"), max_length=120, unique=True)
    title = models.CharField(_("vraag"), max_length=150)
    text = models.TextField(_("toelichting"), blank=True)
    asker = writer("questions", _("vrager"))
    is_anonymous = models.BooleanField(_("zonder naam"), default=False)
    institute = models.ForeignKey(
        Institute, models.SET_NULL, null=True, blank=True, related_name="questions", verbose_name=_("instelling")
    )
    themes = models.ManyToManyField(Theme, verbose_name=_("thema's"), related_name="questions", blank=True)
    language = text_language()
    status = models.CharField(_("status"), max_length=8, choices=QuestionStatus.choices, default=QuestionStatus.OPEN)
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="merged", verbose_name=_("samengevoegd met")
    )
    created_at = models.DateTimeField(_("gesteld op"))
    updated_at = models.DateTimeField(_("laatste bericht op"))
    first_answer_at = models.DateTimeField(_("eerste antwoord op"), null=True, blank=True)
    closed_at = models.DateTimeField(_("gesloten op"), null=True, blank=True)
    routed_at = models.DateTimeField(_("eerste keer doorgestuurd op"), null=True, blank=True, editable=False)
    routed_again_at = models.DateTimeField(_("nog eens doorgestuurd op"), null=True, blank=True, editable=False)
    removed_at = taken_down_at()

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("vraag")
        verbose_name_plural = _("vragen")
        ordering = ["-updated_at", "-pk"]
        indexes = [models.Index(fields=["-updated_at", "-id"], name="question_latest")]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=QuestionStatus.values), name="question_status_known"),
            models.CheckConstraint(
                condition=~Q(slug__in=sorted(RESERVED_QUESTION_SLUGS)), name="question_slug_not_reserved"
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | Q(status=QuestionStatus.MERGED), name="question_merged_has_status"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The question's page."""
        return page_of("peers:question_detail", self.slug)


@audited
class Answer(models.Model):
    """What somebody answers; kept as long as the question, without the name when the person leaves.

    An anonymous one is of somebody who asked without a name: no name is kept with it, wherever it goes.
    """

    question = models.ForeignKey(Question, models.CASCADE, related_name="answers", verbose_name=_("vraag"))
    author = writer("answers", _("schrijver"))
    author_name = models.CharField(_("naam"), max_length=150, blank=True)
    is_anonymous = models.BooleanField(_("zonder naam"), default=False, db_default=False)
    text = models.TextField(_("antwoord"))
    language = text_language()
    created_at = models.DateTimeField(_("geschreven op"))
    edited_at = models.DateTimeField(_("gewijzigd op"), null=True, blank=True)
    accepted_at = models.DateTimeField(_("hielp de vrager, volgens die, op"), null=True, blank=True)
    removed_at = taken_down_at()

    objects = ShownQuerySet.as_manager()

    class Meta:
        verbose_name = _("antwoord")
        verbose_name_plural = _("antwoorden")
        ordering = ["created_at", "pk"]
        constraints = [
            text_constraint("answer"),
            nameless_constraint("answer"),
            models.UniqueConstraint(
                fields=["question"], name="answer_one_accepted", condition=Q(accepted_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    def get_absolute_url(self) -> str:
        """Its place on the question's page."""
        return f"{self.question.get_absolute_url()}#antwoord-{self.pk}"


@audited
class FollowUp(models.Model):
    """A further question or remark under an answer."""

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="follow_ups", verbose_name=_("antwoord"))
    author = writer("+", _("schrijver"))
    author_name = models.CharField(_("naam"), max_length=150, blank=True)
    is_anonymous = models.BooleanField(_("zonder naam"), default=False, db_default=False)
    text = models.TextField(_("reactie"))
    created_at = models.DateTimeField(_("geschreven op"))
    removed_at = taken_down_at()

    objects = ShownQuerySet.as_manager()

    class Meta:
        verbose_name = _("reactie op een antwoord")
        verbose_name_plural = _("reacties op antwoorden")
        ordering = ["created_at", "pk"]
        constraints = [text_constraint("follow_up"), nameless_constraint("follow_up")]

    def __str__(self) -> str:
        return self.text[:60]


class Thanks(models.Model):
    """That an answer helped somebody."""

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="thanks", verbose_name=_("antwoord"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("gebruiker"))
    created_at = models.DateTimeField(_("op"), auto_now_add=True)

    class Meta:
        verbose_name = _("bedankje")
        verbose_name_plural = _("bedankjes")
        constraints = [models.UniqueConstraint(fields=["answer", "user"], name="thanks_once")]

    def __str__(self) -> str:
        return f"{self.user_id} – {self.answer_id}"


@audited
class QuestionRoute(models.Model):
    """That a question was mailed to a peer with proven experience; it takes one place of the peer's month."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="routes", verbose_name=_("vraag"))
    profile = models.ForeignKey(Profile, models.CASCADE, related_name="routes", verbose_name=_("profiel"))
    sent_at = models.DateTimeField(_("gemaild op"))

    class Meta:
        verbose_name = _("doorgestuurde vraag")
        verbose_name_plural = _("doorgestuurde vragen")
        indexes = [models.Index(fields=["profile", "sent_at"], name="route_month")]
        constraints = [models.UniqueConstraint(fields=["question", "profile"], name="route_once")]

    def __str__(self) -> str:
        return f"{self.question} – {self.profile}"


@audited
class LessonProposal(models.Model):
    """An accepted answer on its way to becoming a lesson of a project: its owner agrees, then a moderator."""

    answer = models.OneToOneField(Answer, models.CASCADE, related_name="lesson_proposal", verbose_name=_("antwoord"))
    project = models.ForeignKey(Project, models.CASCADE, related_name="lesson_proposals", verbose_name=_("project"))
    kind = models.CharField(_("soort les"), max_length=10, choices=LessonKind.choices)
    title = models.CharField(_("titel"), max_length=200)
    situation = models.TextField(_("situatie"), blank=True)
    outcome = models.TextField(_("wat er gebeurde"), blank=True)
    advice = models.TextField(_("wat hielp of helpt"), blank=True)
    language = text_language()
    status = models.CharField(_("status"), max_length=10, choices=Stage.choices, default=Stage.DRAFT)
    proposed_by = writer("+", _("voorgesteld door"))
    created_at = models.DateTimeField(_("voorgesteld op"), auto_now_add=True)
    agreed_by = writer("+", _("akkoord van"))
    agreed_at = models.DateTimeField(_("akkoord op"), null=True, blank=True)
    decided_at = models.DateTimeField(_("besloten op"), null=True, blank=True)
    reason = models.TextField(_("waarom niet"), blank=True, db_default="")
    # Two answers may have given the same lesson to two projects that turned out to be one.
    lesson = models.ForeignKey(
        Lesson, models.SET_NULL, null=True, blank=True, related_name="proposals", verbose_name=_("les")
    )

    class Meta:
        verbose_name = _("voorgestelde les")
        verbose_name_plural = _("voorgestelde lessen")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Stage.values), name="lesson_proposal_status_known"),
            models.CheckConstraint(condition=Q(kind__in=LessonKind.values), name="lesson_proposal_kind_known"),
            models.CheckConstraint(
                condition=~Q(status__in=[Stage.SUBMITTED, Stage.ACCEPTED]) | Q(agreed_at__isnull=False),
                name="lesson_proposal_owner_first",
            ),
        ]

    def __str__(self) -> str:
        return self.title
