"""All that is public about a resource: what stands on its page."""

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field, extend_schema_serializer
from rest_framework import serializers

from projects.api.examples import RESOURCES
from projects.api.fields import AbsoluteAddress, ChoiceOrNull, Each
from projects.api.project_serializer import ResourceSerializer
from projects.api.serializers import InstituteSerializer, PageSerializer
from projects.states.resources import Audience, Licence, ReadingLevel


class ListedResourceSerializer(ResourceSerializer):
    """A resource in a list. The last four before the dates are told of decision aids only."""

    page = AbsoluteAddress(source="get_absolute_url", help_text="Its page on the site.")
    score = serializers.SerializerMethodField(
        help_text="How well it answers, compared with others of one answer. Null when the order is not by relevance."
    )
    file = serializers.SerializerMethodField(help_text="Where its file is; null when it has none.")
    project = serializers.SerializerMethodField(help_text="The slug of the project it comes from; null when none.")
    institute = InstituteSerializer(allow_null=True, help_text="Who sent it in; null when nobody did.")
    licence = ChoiceOrNull(Licence.choices)
    audiences = serializers.ListField(child=serializers.ChoiceField(Audience.choices))
    themes = Each(help_text="Slugs of themes; values of the parameter `thema`.")
    conditions = Each(help_text="Slugs of conditions; values of the parameter `aandoening`.")
    targetGroups = Each(source="target_groups", help_text="Slugs; values of the parameter `doelgroep`.")
    decisionMoment = serializers.CharField(source="decision_moment", help_text="Which decision it helps with.")
    readingLevel = ChoiceOrNull(ReadingLevel.choices, source="reading_level")
    keeper = serializers.CharField(help_text="The organisation that keeps it up to date; empty when not known.")
    quality = serializers.CharField(help_text="What is known of its quality.")
    publishedAt = serializers.DateTimeField(source="published_at", allow_null=True)
    updatedAt = serializers.DateTimeField(source="updated_at")

    def get_score(self, resource: Any) -> float | None:
        """Return the score that came with the resource's id."""
        return self.context["scores"].get(resource.pk)

    @extend_schema_field({"type": ["string", "null"], "format": "uri"})
    def get_file(self, resource: Any) -> str | None:
        """Return the address of its file."""
        if not resource.file:
            return None
        return self.context["request"].build_absolute_uri(reverse("projects:resource_file", args=[resource.slug]))

    def get_project(self, resource: Any) -> str | None:
        """Return the slug of the project, when everyone may read that."""
        return resource.origin.slug if resource.origin else None


@extend_schema_serializer(examples=[RESOURCES])
class ResourcePageSerializer(PageSerializer):
    """A page of the resources that answer a question."""

    results = ListedResourceSerializer(many=True)
