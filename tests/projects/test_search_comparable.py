"""What is comparable to a plan, and which words and terms tell why."""

import pytest

from projects.search.similar import comparable_to_text
from tests import factories

pytestmark = pytest.mark.django_db
PLAN = "Wij willen met patiënten beeldbellen in de wijk. Het project loopt via de Wmo, 2 jaar."


def project(title, **given):
    return factories.ProjectFactory(published=True, indexed=True, title=title, summary="Kort.", **given)


def test_words_are_told_as_the_plan_writes_them_and_filler_is_not():
    one = project("Beeldbellen met patiënten in de wijk", approach="Het project loopt twee jaar, via de Wmo.")
    (found,) = comparable_to_text(PLAN)
    assert found.object_id == one.pk
    assert {"patiënten", "beeldbellen", "wijk", "Wmo"} <= set(found.words)
    assert not {"project", "2", "de", "wij"} & set(found.words)


def test_a_theme_that_the_plan_names_is_a_reason():
    theme, other = factories.ThemeFactory(name="Beeldbellen"), factories.ThemeFactory(name="Wondzorg")
    project("Beeldbellen", themes=[theme, other])
    (found,) = comparable_to_text(PLAN)
    assert found.facets == (f"thema:{theme.slug}",)


def test_nothing_is_comparable_to_nothing():
    project("Beeldbellen")
    assert comparable_to_text("") == comparable_to_text("xqzv blorp") == []
