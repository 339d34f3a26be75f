"""Slugs: made from any text, each given out once."""

import pytest

from projects.models import Lesson
from projects.services.slugs import Slugs, slug_for
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Één team", "een-team"),
        ("Straße & Café", "strasse-cafe"),
        ("日本", "les"),
        ("  -- ", "les"),
        ("x" * 300, "x" * 132),
    ],
)
def test_slug_of_a_text(text, slug):
    assert slug_for(text, limit=140, fallback="les") == slug


@pytest.fixture
def slugs():
    return Slugs(Lesson, fallback="les")


def test_each_is_given_once(slugs):
    given = slugs.allocate(["Start", "start", "Start 2", "Start", "START 2"])
    assert given == ["start", "start-2", "start-2-2", "start-3", "start-2-3"]


def test_goes_on_after_the_highest_that_is_there(slugs):
    for slug in ("start", "start-7", "start-8-rustig", "start-x"):
        factories.LessonFactory(slug=slug)
    assert slugs.allocate(["Start", "Start"]) == ["start-8", "start-9"]


def test_what_was_taken_meanwhile_is_passed_over(slugs):
    factories.LessonFactory(slug="start")
    assert slugs.allocate(["Start"]) == ["start-2"]
    factories.LessonFactory(slug="start-2")
    factories.LessonFactory(slug="start-3")
    assert slugs.allocate(["Start"]) == ["start-4"]


def test_wish_claim_and_reserved():
    slugs = Slugs(Lesson, fallback="les", reserved={"nieuw"})
    given = slugs.allocate(["Een", "Twee", "Nieuw", "Drie"], wishes=["uno", "uno", "", ""], claimed={"drie"})
    assert given == ["uno", "uno-2", "nieuw-2", "drie-2"]


def test_longest_slugs_fit(slugs):
    given = slugs.allocate(["x" * 300] * 3, wishes=["y" * 140] * 3)
    assert max(map(len, given)) <= 140
    assert len(set(given)) == 3


def test_queries_do_not_grow(slugs, django_assert_max_num_queries):
    for number in range(30):
        factories.LessonFactory(slug=f"titel-{number}")
    with django_assert_max_num_queries(4):
        slugs.allocate([f"Titel {number}" for number in range(30)] * 5)
