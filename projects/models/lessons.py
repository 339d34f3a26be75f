"""Lessons: what a project ran into and what helped, as objects of their own."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from projects.models.fields import language_constraint, text_language
from projects.models.projects import Project
from projects.models.themes import LessonTheme
from projects.querysets.lessons import LessonQuerySet
from projects.states import LessonKind, Phase
from vindplaats.addresses import page_of
from vindplaats.audit import audited

# Words that mean something else after /lessen/.
RESERVED_LESSON_SLUGS = frozenset({"vooruit", "gestopt", "feed"})


@audited
class Lesson(models.Model):
    """A pitfall, success factor or tip. Texts are Markdown in `language`."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="lessons", verbose_name=_("project"))
    kind = models.CharField(_("soort"), max_length=10, choices=LessonKind.choices)
    title = models.CharField(_("titel"), max_length=200)
    slug = models.SlugField(_("kenmerk"), max_length=140, unique=True)
    situation = models.TextField(_("situatie"), blank=True)
    outcome = models.TextField(_("wat er gebeurde"), blank=True)
    advice = models.TextField(_("wat hielp"), blank=True)
    phase = models.CharField(_("fase"), max_length=20, choices=Phase.choices, blank=True)
    language = text_language()
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    created_at = models.DateTimeField(_("gemaakt op"), auto_now_add=True)
    updated_at = models.DateTimeField(_("gewijzigd op"), auto_now=True)

    themes = TaggableManager(_("thema's"), through=LessonTheme, blank=True, help_text="")
    objects = LessonQuerySet.as_manager()

    class Meta:
        verbose_name = _("les")
        verbose_name_plural = _("lessen")
        ordering = ["position", "pk"]
        constraints = [
            language_constraint("lesson"),
            models.CheckConstraint(condition=Q(kind__in=LessonKind.values), name="lesson_kind_known"),
            models.CheckConstraint(condition=Q(phase__in=["", *Phase.values]), name="lesson_phase_known"),
            models.CheckConstraint(condition=~Q(title=""), name="lesson_has_title"),
            models.CheckConstraint(
                condition=~Q(slug__in=sorted(RESERVED_LESSON_SLUGS)),
                name="lesson_slug_not_reserved",
                violation_error_message=_("Dit kenmerk is al een adres van de site. Kies een ander."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The lesson's own page."""
        return page_of("projects:lesson_detail", self.slug)

    @property
    def place_on_project(self) -> str:
        """Where the lesson stands on the page of its project."""
        return f"{reverse('projects:project_detail', args=[self.project.slug])}#les-{self.slug}"

    def same_lessons(self) -> list["Lesson"]:
        """Return the published lessons of its cluster, itself included, the lead first; none without a cluster."""
        member = getattr(self, "in_cluster", None)
        if member is None:
            return []
        found = Lesson.objects.published().filter(in_cluster__cluster=member.cluster_id)
        found = found.select_related("project__institute", "in_cluster")
        return list(found.order_by("in_cluster__position", "in_cluster__pk"))

    @property
    def phase_of_all(self) -> str:
        """The phase in which it was learned: its own, or that of its project when it has none."""
        return self.phase or self.project.phase
