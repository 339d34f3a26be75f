"""What is indexed of a project comes in one statement, and is what its relations hold."""

import random
from dataclasses import replace

import numpy as np
import pytest

from projects.models import Project
from projects.search import documents, lists, postings
from projects.search.coverage import RegionMap
from projects.search.editions import renumber, written
from projects.search.gathering import RELATIONS, gather
from projects.search.pending import Pending
from projects.search.recent import recent
from projects.search.segments import Columns
from projects.search.shelf import Shelf
from tests import factories

pytestmark = pytest.mark.django_db


def full_project():
    themes = [factories.ThemeFactory(child=True), factories.ThemeFactory(parent=None)]
    project = factories.ProjectFactory(
        published=True,
        themes=themes,
        sectors=factories.SectorFactory.create_batch(2),
        target_groups=factories.TargetGroupFactory.create_batch(2),
        conditions=[factories.ConditionFactory(synonyms=["suikerziekte", "DM"]), factories.ConditionFactory()],
        technologies=factories.TechnologyFactory.create_batch(2),
        applications=factories.ApplicationFactory.create_batch(2),
        gemeenten=factories.GemeenteFactory.create_batch(2),
        regions=[factories.RegionFactory()],
        with_contact=True,
    )
    factories.LessonFactory.create_batch(2, project=project)
    factories.ResourceFactory(project=project)
    factories.ResourceFactory(project=None, from_project=project)
    factories.ProjectPartnerFactory(project=project)
    factories.ProjectProgrammeFactory(project=project)
    return project


def some(rng, terms):
    return {term: rng.randint(1, 255) for term in rng.sample(terms, rng.randint(0, 6))}


def value_of(one, path):
    for name in path.split("__"):
        one = getattr(one, name, None)
    return one


def test_every_relation_is_as_the_project_has_it(django_assert_num_queries):
    pks = [full_project().pk, full_project().pk]
    with django_assert_num_queries(1):
        gathered = gather(pks)
    assert len(gathered) == 2
    for project in gathered:
        fresh = Project.objects.get(pk=project.pk)
        for name, paths in RELATIONS.items():
            held = [[value_of(one, path) for path in paths] for one in getattr(project, name).all()]
            assert held, name
            assert held == [[value_of(one, path) for path in paths] for one in getattr(fresh, name).all()], name


def test_a_document_asks_nothing_more_about_a_project(django_assert_num_queries):
    project, regions = full_project(), RegionMap()
    list(documents.of_projects([project.pk], regions))
    # At once the projects with their institutes, what belongs to them and the clusters of their lessons; at once their
    # resources and their terms; the facets of their programmes, these themselves, and their lines.
    with django_assert_num_queries(5):
        found = list(documents.of_projects([project.pk], regions))
    kinds = ["project", "lesson", "lesson", "resource", "resource", "institute", "programme"]
    assert [one.kind for one in found] == kinds


def test_an_unpublished_project_is_left_out():
    assert gather([factories.ProjectFactory().pk]) == []
    assert gather([]) == []


def test_one_change_leaves_the_same_lists_as_many():
    """The lists of one document are edited in the database, those of several are written as a whole."""
    with written() as (editions, _pending):
        edition = editions[0].pk
    rng = random.Random(7)  # noqa: S311 - nothing secret
    terms, held = [f"woord{number}" for number in range(12)], {}
    columns = replace(Columns.empty(), ids=np.arange(1, 4))
    held_by = Shelf(edition, "project", (), columns, renumber()[0].version)
    for step in range(40):
        places = [0, 1, 2] if step % 4 == 0 else [rng.randrange(3)]
        given = {
            place: {term: rng.randint(1, 255) for term in rng.sample(terms, rng.randint(0, 6))} for place in places
        }
        pending = Pending()
        postings.change(pending, edition, "project", {place: held.get(place, {}) for place in places}, given)
        pending.send()
        held |= {place: postings.kept(held.get(place, {}), impacts) for place, impacts in given.items()}
        recent.clear()
        read = lists.read(held_by, terms)
        found = {place: {} for place in held}
        for term, one in read.items():
            for place, impact in zip(one.places.tolist(), one.impacts.tolist(), strict=True):
                found[place][term] = impact
        assert found == held
        assert set(lists.numbers(held_by, terms)) == {term for one in held.values() for term in one}
