"""Kinds of value in the answers."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from projects.models.fields import PARTIAL_DATE
from vindplaats.text import clean


class CleanText(serializers.CharField):
    """A text and nothing that could be taken for one; control characters are left out."""

    def run_validation(self, data: Any = serializers.empty) -> str:
        """Return the text without white space around it; cleaned first, so that nothing but controls is empty."""
        return super().run_validation(clean(data) if isinstance(data, str) else data)

    def to_internal_value(self, data: Any) -> str:
        """Return the text; REST framework would take a number for one."""
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


@extend_schema_field(OpenApiTypes.URI)
class AbsoluteAddress(serializers.Field):
    """The address of a page of the site, with its host."""

    def to_representation(self, value: str) -> str:
        """Return the path as a whole address."""
        return self.context["request"].build_absolute_uri(value)


class ChoiceOrNull(serializers.ChoiceField):
    """One of a fixed list; null when it is not known."""

    def __init__(self, choices: Any, **more: Any) -> None:
        super().__init__(choices, allow_null=True, **more)

    def to_representation(self, value: str) -> str | None:
        """Return the choice."""
        return value or None


class TextOrNull(serializers.CharField):
    """A text that is null when it is not known."""

    def __init__(self, **more: Any) -> None:
        super().__init__(allow_null=True, **more)

    def to_representation(self, value: str) -> str | None:
        """Return the text."""
        return value or None


class UrlOrNull(serializers.URLField):
    """An address on the web; null when there is none."""

    def __init__(self, **more: Any) -> None:
        super().__init__(allow_null=True, **more)

    def to_representation(self, value: str) -> str | None:
        """Return the address."""
        return value or None


@extend_schema_field({"type": "string", "pattern": PARTIAL_DATE})
class PartialDate(TextOrNull):
    """A year, or a year and month; null when it is not known."""


@extend_schema_field({"type": "array", "items": {"type": "string"}})
class Each(serializers.Field):
    """One attribute of each related object, in order of the alphabet; the objects are fetched beforehand."""

    def __init__(self, attribute: str = "slug", **more: Any) -> None:
        super().__init__(read_only=True, **more)
        self.attribute = attribute

    def to_representation(self, value: Any) -> list[str]:
        """Return the texts, each once."""
        things = value if isinstance(value, list) else value.all()
        return sorted({getattr(one, self.attribute) for one in things})
