"""What editors let come higher for some words."""

import datetime

import pytest
from django.db import IntegrityError
from django.utils import timezone

from projects.search.boosts import lifts
from projects.search.engine import Answer, Question
from tests import factories

pytestmark = pytest.mark.django_db
EMPTY = dict.fromkeys(("problem", "approach", "results"), "")


def project(title, **given):
    given = {"published": True, "indexed": True, "title": title, "summary": "Iets anders.", **EMPTY, **given}
    return factories.ProjectFactory(**given)


def found(text, kind="project"):
    return Answer(kind, Question(text)).ids(0, 20)


class TestBoosts:
    """What comes higher."""

    @pytest.mark.parametrize("on", ["project", "institute", "theme"])
    def test_a_project_and_all_of_an_institute_or_theme(self, on):
        theme = factories.ThemeFactory()
        low = project("Dansen in de wijk", themes=[theme])
        high = project("Dansen in de wijk")
        assert found("dansen") == [high.pk, low.pk]
        target = {"project": low, "institute": low.institute, "theme": theme}[on]
        factories.BoostFactory(query="dansen", **{"project": None, on: target})
        assert found("dansen") == [low.pk, high.pk]
        assert found("wijk") == [high.pk, low.pk]

    @pytest.mark.parametrize(
        ("match", "asked", "lifted"),
        [
            ("contains", "samen dansen in de wijk", True),
            ("contains", "wijk dans", False),
            ("contains", "dansen", False),
            ("exact", "de wijk: dansen", True),
            ("exact", "samen dansen wijk", False),
            ("exact", "", False),
            ("contains", "de", False),
        ],
    )
    def test_which_questions(self, match, asked, lifted):
        factories.BoostFactory(query="Dansen wijk", match=match)
        assert bool(lifts(asked, kind="project")) is lifted

    @pytest.mark.parametrize(
        ("starts", "ends", "active", "lifted"),
        [
            (None, None, True, True),
            (0, 0, True, True),
            (1, None, True, False),
            (None, -1, True, False),
            (None, None, False, False),
        ],
    )
    def test_when(self, starts, ends, active, lifted):
        today = timezone.localdate()
        starts, ends = (None if n is None else today + datetime.timedelta(n) for n in (starts, ends))
        factories.BoostFactory(query="dansen", starts_on=starts, ends_on=ends, is_active=active)
        assert bool(lifts("dansen", kind="project")) is lifted

    def test_the_largest_of_several_counts(self):
        one = factories.BoostFactory(query="dansen", factor=2)
        factories.BoostFactory(query="dansen wijk", factor=4, project=one.project)
        assert lifts("dansen wijk", kind="project").factor(one.project_id) == 4
        assert lifts("dansen", kind="project").factor(one.project_id) == 2
        assert lifts("dansen", kind="project").factor(0, {"thema:x"}) == 1

    def test_lessons_rise_by_theme_only(self):
        factories.BoostFactory(query="dansen")
        assert not lifts("dansen", kind="lesson")
        theme = factories.BoostFactory(query="dansen", project=None, theme=factories.ThemeFactory()).theme
        assert lifts("dansen", kind="lesson").facets == {f"thema:{theme.slug}": 2.0}

    def test_what_does_not_answer_is_not_lifted_in(self):
        project("Dansen")
        factories.BoostFactory(query="dansen", project=project("Zingen"))
        assert len(found("dansen")) == 1

    @pytest.mark.parametrize(
        "wrong",
        [
            {"project": None},
            {"theme": True},
            {"factor": 1},
            {"factor": 6},
            {"query": ""},
            {"starts_on": datetime.date(2026, 2, 1), "ends_on": datetime.date(2026, 1, 1)},
        ],
    )
    def test_the_database_refuses(self, wrong):
        if wrong.get("theme"):
            wrong = {"theme": factories.ThemeFactory()}
        with pytest.raises(IntegrityError):
            factories.BoostFactory(**wrong)


def test_a_theme_with_another_slug_is_still_lifted():
    theme = factories.BoostFactory(query="dansen", project=None, theme=factories.ThemeFactory(slug="oud")).theme
    assert lifts("dansen", kind="project").facets == {"thema:oud": 2.0}
    type(theme).objects.filter(pk=theme.pk).update(slug="nieuw")
    assert lifts("dansen", kind="project").facets == {"thema:nieuw": 2.0}
