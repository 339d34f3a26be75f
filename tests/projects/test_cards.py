"""The card of a project in a list, and the link that chooses it."""

from types import SimpleNamespace

import pytest
from django.utils import translation
from django.utils.safestring import mark_safe

from projects.templatetags.cards import pick, project_card
from projects.views.loading import load_projects
from tests import factories

pytestmark = pytest.mark.django_db
SCRIPT = "<script>x & 'y'</script>"


def card(language="nl", *, as_text=None, **given):
    project = factories.ProjectFactory(published=True, **given)
    (loaded,) = load_projects([project.pk])
    for name, value in (as_text or {}).items():
        setattr(loaded, name, value)
    with translation.override(language):
        return loaded, project_card(loaded)


def test_texts_from_outside_are_escaped():
    institute = factories.InstituteFactory(verified=True, name=SCRIPT, place=SCRIPT)
    theme = factories.ThemeFactory(name=SCRIPT)
    _project, shown = card(title=SCRIPT, summary="Een < twee", institute=institute, themes=[theme])
    assert "<script" not in shown
    assert shown.count("&lt;script&gt;x &amp; &#x27;y&#x27;&lt;/script&gt;") == 4
    assert "Een &lt; twee" in shown


def test_a_passage_is_marked_and_a_text_that_is_none_is_escaped():
    assert "met <mark>rollator</mark>" in card(as_text={"highlight": mark_safe("met <mark>rollator</mark>")})[1]
    assert "met &lt;b&gt;" in card(as_text={"highlight": "met <b>"})[1]


@pytest.mark.parametrize(
    ("language", "written", "is_named"), [("en", "nl", True), ("nl", "en", True), ("nl", "nl", False)]
)
def test_a_text_in_another_language_is_marked_as_that(language, written, is_named):
    project = factories.ProjectFactory(published=True, language=written)
    (loaded,) = load_projects([project.pk])
    with translation.override(language):
        shown = project_card(loaded)
    assert shown.count(f'lang="{written}"') == (2 if is_named else 0)
    assert f'href="{"/en" if language == "en" else ""}/projecten/{project.slug}/"' in shown


def test_an_institute_without_a_place_has_no_comma():
    institute = factories.InstituteFactory(verified=True, name="Zorggroep De Linde", place="")
    assert '<p class="vp-result__org">Zorggroep De Linde</p>' in card(institute=institute)[1]


@pytest.mark.parametrize("unpick_url", ["", "?q=a&vergelijk=b"])
def test_the_link_chooses_or_lets_go(unpick_url):
    project = SimpleNamespace(title=SCRIPT, slug="een", language="nl", unpick_url=unpick_url)
    shown = pick(project, SimpleNamespace(full=False, add_url="?q=a&vergelijk="))
    assert "<script" not in shown
    assert f'href="?q=a&amp;vergelijk={"b" if unpick_url else "een"}#kies-een"' in shown
    assert ("vp-pick--on" in shown) == bool(unpick_url)


def test_when_no_more_can_be_chosen_there_is_only_letting_go():
    full = SimpleNamespace(full=True, add_url="?vergelijk=")
    project = SimpleNamespace(title="Een", slug="een", language="nl", unpick_url="")
    assert pick(project, full) == ""
    assert "vp-pick--on" in pick(SimpleNamespace(**{**vars(project), "unpick_url": "?a"}), full)
