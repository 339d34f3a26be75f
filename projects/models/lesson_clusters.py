"""Lessons that belong together: the same one in several projects, and what helps against a pitfall."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from projects.models.fields import new_external_id
from projects.models.lessons import Lesson
from projects.querysets.lesson_clusters import ClusterMemberQuerySet, LessonHelpQuerySet
from vindplaats.audit import audited


@audited
class LessonCluster(models.Model):
    """One lesson that several projects learned. Its members say in what way each of them belongs to it."""

    code = models.CharField(_("nummer"), max_length=100, unique=True, default=new_external_id, editable=False)
    created_at = models.DateTimeField(_("gemaakt op"), auto_now_add=True)

    class Meta:
        verbose_name = _("groep van dezelfde les")
        verbose_name_plural = _("groepen van dezelfde les")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


@audited
class ClusterMember(models.Model):
    """A lesson in a cluster. The first whose project is published leads; so there is one whatever goes away.

    Linked lessons keep pages of their own. A merged one is read on the page of the lead, in its own words.
    """

    cluster = models.ForeignKey(LessonCluster, models.CASCADE, related_name="members", verbose_name=_("groep"))
    lesson = models.OneToOneField(Lesson, models.CASCADE, related_name="in_cluster", verbose_name=_("les"))
    position = models.PositiveSmallIntegerField(_("plaats"), default=0)
    is_merged = models.BooleanField(_("samengevoegd"), default=False)

    objects = ClusterMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("les in een groep")
        verbose_name_plural = _("lessen in een groep")
        ordering = ["cluster", "position", "pk"]

    def __str__(self) -> str:
        return str(self.lesson)


@audited
class LessonHelp(models.Model):
    """That a success factor or tip helps against a pitfall, perhaps of another project."""

    helper = models.ForeignKey(Lesson, models.CASCADE, related_name="helps_against", verbose_name=_("wat helpt"))
    pitfall = models.ForeignKey(Lesson, models.CASCADE, related_name="helped_by", verbose_name=_("valkuil"))
    created_at = models.DateTimeField(_("gemaakt op"), auto_now_add=True)

    objects = LessonHelpQuerySet.as_manager()

    class Meta:
        verbose_name = _("wat helpt tegen een valkuil")
        verbose_name_plural = _("wat helpt tegen valkuilen")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["helper", "pitfall"], name="lesson_help_once"),
            models.CheckConstraint(condition=~Q(helper=F("pitfall")), name="lesson_help_not_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.helper} – {self.pitfall}"
