"""What a project looks like in a list, and the lists around it."""

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from projects.api.examples import COMPARABLE, FACETS, PAGE
from projects.api.fields import AbsoluteAddress, ChoiceOrNull, CleanText, Each, PartialDate, UrlOrNull
from projects.states import InstituteKind, Language, Phase, Scope

MOST_COMPARABLE = 100
USUAL_COMPARABLE = 20


class InstituteSerializer(serializers.Serializer):
    """The organisation that leads a project."""

    name = serializers.CharField()
    slug = serializers.CharField()
    kind = serializers.ChoiceField(InstituteKind.choices)
    place = serializers.CharField(help_text="Empty when not known.")
    url = AbsoluteAddress(source="get_absolute_url", help_text="Its page on the site.")


class ListedProjectSerializer(serializers.Serializer):
    """A project in a list."""

    externalId = serializers.CharField(source="external_id", help_text="The `id` of the record that was imported.")
    slug = serializers.CharField(help_text="Names the project in addresses; may change when an editor renames it.")
    title = serializers.CharField()
    url = AbsoluteAddress(source="get_absolute_url", help_text="Its page on the site.")
    score = serializers.SerializerMethodField(
        help_text="How well it answers, compared with others of one answer. Null when the order is not by relevance."
    )
    summary = serializers.CharField(help_text="Markdown.")
    language = serializers.ChoiceField(Language.choices, help_text="The language of the texts.")
    phase = ChoiceOrNull(Phase.choices)
    scope = ChoiceOrNull(Scope.choices)
    start = PartialDate(help_text="A year, or a year and month, such as 2023-09.")
    end = PartialDate(help_text="A year, or a year and month.")
    institute = InstituteSerializer(allow_null=True)
    themes = Each(source="linked_themes", help_text="Slugs of themes; values of the parameter `thema`.")
    sectors = Each(help_text="Slugs of sectors; values of the parameter `sector`.")
    lessonCount = serializers.IntegerField(source="lesson_count", help_text="The number of its lessons.")
    sourceUrl = UrlOrNull(source="source_url", help_text="Where the text comes from.")
    publishedAt = serializers.DateTimeField(source="published_at")
    updatedAt = serializers.DateTimeField(source="updated_at")
    confirmedOn = serializers.DateField(
        source="confirmed_on", allow_null=True, help_text="When the organisation last said that the text is right."
    )

    def get_score(self, project: object) -> float | None:
        """Return the score that came with the project's id."""
        return self.context["scores"].get(project.pk)


class CorrectionSerializer(serializers.Serializer):
    """A word that nobody wrote, and the known word that was searched instead."""

    word = serializers.CharField()
    readAs = serializers.CharField()


class PageSerializer(serializers.Serializer):
    """Where a page of answers stands among the others; what is answered has a serializer of its own."""

    count = serializers.IntegerField(help_text="How many answer, on all pages.")
    page = serializers.IntegerField()
    pageSize = serializers.IntegerField()
    next = serializers.URLField(allow_null=True, help_text="The next page; null on the last.")
    previous = serializers.URLField(allow_null=True, help_text="The page before; null on the first.")
    readAs = CorrectionSerializer(
        many=True, help_text="Words of `q` that were read as another; `letterlijk=ja` stops that."
    )


@extend_schema_serializer(examples=[PAGE])
class ProjectPageSerializer(PageSerializer):
    """A page of the projects that answer a question."""

    results = ListedProjectSerializer(many=True)


class OptionSerializer(serializers.Serializer):
    """A value of a filter."""

    value = serializers.CharField(help_text="What stands in the address.")
    label = serializers.CharField(help_text="Its name in Dutch.")
    labelEn = serializers.CharField(help_text="Its name in English; the Dutch one where there is none.")
    parent = serializers.CharField(allow_null=True, help_text="The value above it, which finds all below it too.")
    scheme = serializers.CharField(allow_null=True, help_text="Of a region: the way of dividing the country.")
    count = serializers.IntegerField(help_text="The number of projects.")


class FacetSerializer(serializers.Serializer):
    """A filter of the list of projects."""

    name = serializers.CharField(help_text="The parameter.")
    label = serializers.CharField(help_text="Its name in Dutch.")
    labelEn = serializers.CharField(help_text="Its name in English.")
    options = OptionSerializer(many=True)


@extend_schema_serializer(examples=[FACETS])
class FacetListSerializer(serializers.Serializer):
    """All filters."""

    facets = FacetSerializer(many=True)


class SharedFacetSerializer(serializers.Serializer):
    """Something that both the text and the project are about."""

    name = serializers.CharField(help_text="The parameter of the list of projects, such as `thema`.")
    value = serializers.CharField(help_text="Its value, such as `valpreventie`.")


class ReasonsSerializer(serializers.Serializer):
    """Why a project is comparable to the text."""

    words = serializers.ListField(
        child=serializers.CharField(), help_text="Words of the text that the project answers, the most telling first."
    )
    facets = SharedFacetSerializer(many=True)


class ComparableProjectSerializer(ListedProjectSerializer):
    """A project that is comparable to a text."""

    reasons = serializers.SerializerMethodField()

    def get_reasons(self, project: object) -> ReasonsSerializer:
        """Return why the project was found."""
        found = self.context["reasons"][project.pk]
        shared = [dict(zip(("name", "value"), key.split(":", 1), strict=True)) for key in found.facets]
        return ReasonsSerializer({"words": found.words, "facets": shared}).data


@extend_schema_serializer(examples=[COMPARABLE])
class ComparableListSerializer(serializers.Serializer):
    """The projects that are comparable to a text, the most alike first."""

    count = serializers.IntegerField(help_text="The number of results.")
    results = ComparableProjectSerializer(many=True)


class ComparableQuestionSerializer(serializers.Serializer):
    """A text to compare with."""

    text = CleanText(help_text="A plan or description, up to 102,400 bytes in UTF-8. Nothing of it is kept.")
    aantal = serializers.IntegerField(
        min_value=1, max_value=MOST_COMPARABLE, default=USUAL_COMPARABLE, help_text="The number of projects to give."
    )
