"""All that is public about one project: what stands on its page. Nothing about persons."""

from typing import Any

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from projects.api.examples import PROJECT
from projects.api.fields import AbsoluteAddress, ChoiceOrNull, Each, PartialDate, UrlOrNull
from projects.api.serializers import InstituteSerializer
from projects.states import (
    FundingKind,
    InstituteStatus,
    Kept,
    Language,
    LessonKind,
    Phase,
    ResourceKind,
    Scope,
    StopReason,
)


class LessonSerializer(serializers.Serializer):
    """A pitfall, success factor or tip. Texts are Markdown, empty when not known."""

    kind = serializers.ChoiceField(LessonKind.choices)
    title = serializers.CharField()
    slug = serializers.CharField()
    situation = serializers.CharField()
    outcome = serializers.CharField(help_text="What happened.")
    advice = serializers.CharField(help_text="What helped.")
    phase = ChoiceOrNull(Phase.choices, help_text="The phase in which it was learned.")
    language = serializers.ChoiceField(Language.choices)
    themes = Each()


class ResourceSerializer(serializers.Serializer):
    """Something made that others can use."""

    kind = serializers.ChoiceField(ResourceKind.choices)
    title = serializers.CharField()
    slug = serializers.CharField()
    url = UrlOrNull()
    summary = serializers.CharField(help_text="Empty when not known.")
    owner = serializers.CharField(help_text="The organisation that keeps it; empty when not known.")
    year = serializers.IntegerField(allow_null=True)
    revisedOn = serializers.DateField(source="revised_on", allow_null=True)
    language = serializers.ChoiceField(Language.choices)


class FundingSerializer(serializers.Serializer):
    """How the project was paid for."""

    kind = serializers.ChoiceField(FundingKind.choices)
    name = serializers.CharField(help_text="The scheme or funder; empty when not known.")
    amountEur = serializers.FloatField(source="amount_eur", allow_null=True, help_text="In euros.")


class PartnerSerializer(serializers.Serializer):
    """An organisation that took part."""

    name = serializers.CharField()
    url = serializers.SerializerMethodField(help_text="Its page on the site; null when it has none.")

    def get_url(self, partner: Any) -> str | None:
        """Return the page of an institute that was verified, which always has one."""
        institute = partner.institute
        if institute is None or institute.status != InstituteStatus.VERIFIED:
            return None
        return self.context["request"].build_absolute_uri(institute.get_absolute_url())


class ProgrammeSerializer(serializers.Serializer):
    """A programme that the project is part of."""

    id = serializers.CharField(source="programme.external_id")
    slug = serializers.CharField(source="programme.slug", help_text="A value of the parameter `programma`.")
    name = serializers.CharField(source="programme.name")
    line = serializers.SerializerMethodField(help_text="The strand of the programme; null when not known.")

    def get_line(self, link: Any) -> str | None:
        """Return the name of the line."""
        return link.line.name if link.line else None


class RegionSerializer(serializers.Serializer):
    """A region of one way to divide the country."""

    slug = serializers.CharField(help_text="A value of the parameter `regio`.")
    name = serializers.CharField()
    scheme = serializers.CharField(source="scheme.slug")


@extend_schema_serializer(examples=[PROJECT])
class ProjectSerializer(serializers.Serializer):
    """A project with its texts, lessons and all else on its page. Texts are Markdown, empty when not known."""

    externalId = serializers.CharField(source="external_id", help_text="The `id` of the record that was imported.")
    slug = serializers.CharField()
    title = serializers.CharField()
    url = AbsoluteAddress(source="get_absolute_url", help_text="Its page on the site.")
    summary = serializers.CharField()
    problem = serializers.CharField(help_text="What led to it.")
    approach = serializers.CharField()
    results = serializers.CharField()
    language = serializers.ChoiceField(Language.choices, help_text="The language of the texts.")
    phase = ChoiceOrNull(Phase.choices)
    phaseSourceYear = serializers.IntegerField(
        source="phase_source_year", allow_null=True, help_text="The year in which a source gave this phase."
    )
    stopReasons = serializers.ListField(
        source="stop_reasons", child=serializers.ChoiceField(StopReason.choices), help_text="Empty unless it stopped."
    )
    stopExplanation = serializers.CharField(source="stop_explanation")
    start = PartialDate(help_text="A year, or a year and month.")
    end = PartialDate(help_text="A year, or a year and month.")
    scope = ChoiceOrNull(Scope.choices)
    institute = InstituteSerializer(allow_null=True)
    partners = PartnerSerializer(many=True)
    themes = Each()
    sectors = Each()
    targetGroups = Each(source="target_groups")
    conditions = Each()
    technologies = Each(help_text="Slugs; values of the parameter `technologie`.")
    applications = Each(help_text="Slugs of digital products; values of the parameter `toepassing`.")
    gemeenten = Each("name", help_text="Names of municipalities.")
    regions = RegionSerializer(many=True)
    programmes = ProgrammeSerializer(many=True, source="programme_links")
    funding = FundingSerializer(many=True, source="fundings")
    kept = serializers.ChoiceField(Kept.choices, help_text="What was kept after the funding ended.")
    keptExplanation = serializers.CharField(source="kept_explanation")
    lessons = LessonSerializer(many=True)
    resources = ResourceSerializer(many=True)
    sourceUrl = UrlOrNull(source="source_url", help_text="Where the text comes from.")
    sourceAccessed = serializers.DateField(
        source="source_accessed", allow_null=True, help_text="When the editors read the source."
    )
    publishedAt = serializers.DateTimeField(source="published_at")
    updatedAt = serializers.DateTimeField(source="updated_at")
    confirmedOn = serializers.DateField(
        source="confirmed_on", allow_null=True, help_text="When the organisation last said that the text is right."
    )
