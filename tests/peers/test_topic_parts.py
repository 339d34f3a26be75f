"""People and questions on the pages of sectors, conditions and institutes."""

import pytest

from peers.states import ProfileKind
from projects.search.indexing import index
from tests import factories

pytestmark = pytest.mark.django_db


def named(page, heading):
    """Return the links of the list under a heading."""
    found = page.soup.select_one(heading)
    return [link.get_text(strip=True) for link in found.parent.select("li a")] if found else []


@pytest.fixture
def condition():
    return factories.ConditionFactory(name="Diabetes type 2", slug="diabetes", synonyms=["suikerziekte"])


def asked(title, **more):
    question = factories.QuestionFactory(title=title, **more)
    index("question", [question.pk])
    return question


def test_a_condition_shows_the_people_of_its_projects_but_nobody_who_would_be_taken_for_a_patient(visit, condition):
    project = factories.ProjectFactory(published=True, conditions=[condition])
    factories.ProfileFactory(name="Beroeps", projects=[project])
    factories.ProfileFactory(name="Ervaren", projects=[project], kind=ProfileKind.EXPERIENCE)
    factories.ProfileFactory(name="Besloten", projects=[project], member=True)
    factories.ProfileFactory(name="Elders", projects=[factories.ProjectFactory(published=True)])
    draft = factories.ProjectFactory(conditions=[condition])
    factories.ProfileFactory(name="Concept", projects=[draft])
    assert named(visit(condition.get_absolute_url()), "#mensen") == ["Beroeps"]


def test_a_sector_shows_the_people_of_its_projects(visit):
    sector = factories.SectorFactory()
    project = factories.ProjectFactory(published=True, sectors=[sector])
    factories.ProfileFactory(name="Ervaren", projects=[project], kind=ProfileKind.EXPERIENCE)
    factories.ProfileFactory(name="Elders")
    assert named(visit(sector.get_absolute_url()), "#mensen") == ["Ervaren"]


@pytest.mark.parametrize("title", ["Wie heeft ervaring met suikerziekte?", "Diabetes type 2 en beeldbellen"])
def test_a_condition_shows_the_questions_that_name_it(visit, condition, title):
    asked(title)
    asked("Diabetes type 1 en beeldbellen")
    asked("Wie weet er een type 2 diabeteskliniek?")
    page = visit(condition.get_absolute_url())
    assert named(page, "#vragen") == [title]
    assert page.link("Bekijk alle vragen hierover") == "/vragen/?aandoening=diabetes"
    assert title in visit("/vragen/", aandoening="diabetes").main


def test_a_question_that_is_taken_down_is_gone_from_the_page(visit, condition):
    gone = asked("Suikerziekte thuis")
    type(gone).objects.filter(pk=gone.pk).update(removed_at=gone.created_at)
    assert named(visit(condition.get_absolute_url()), "#vragen") == []


def test_a_sector_shows_the_questions_of_its_institutes_and_none_without_a_name(visit):
    sector = factories.SectorFactory()
    institute = factories.InstituteFactory(verified=True)
    factories.ProjectFactory(published=True, institute=institute, sectors=[sector])
    asked("Uit deze sector", institute=institute)
    asked("Zonder naam", institute=institute, is_anonymous=True)
    asked("Uit een andere", institute=factories.InstituteFactory(verified=True))
    assert named(visit(sector.get_absolute_url()), "#vragen") == ["Uit deze sector"]
    assert named(visit(institute.get_absolute_url()), "#vragen") == ["Uit deze sector"]


def test_an_institute_that_asked_nothing_has_no_such_heading(visit):
    assert not visit(factories.InstituteFactory(verified=True).get_absolute_url()).soup.select("#vragen")


@pytest.mark.parametrize("make", [factories.SectorFactory, factories.ConditionFactory])
def test_a_topic_can_be_followed(visit, make):
    term = make()
    facet = "sector" if make is factories.SectorFactory else "aandoening"
    assert any(f"{facet}%3D{term.slug}" in address for address in visit(term.get_absolute_url()).hrefs("aside a"))
