"""What the models say about themselves: order, names, what is shown."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from projects.models import ContactPerson, Institute, Project, RegionGemeente
from tests import factories


def test_names_sort_as_a_reader_expects(db):
    for number, name in enumerate(["Zuyderland", "tanteLouise", "Éénhoorn", "eekhoorn", "Amstelring", "Zózijn"]):
        factories.InstituteFactory(name=name, slug=f"s{number}")
    names = list(Institute.objects.alphabetical().values_list("name", flat=True))
    assert names == ["Amstelring", "eekhoorn", "Éénhoorn", "tanteLouise", "Zózijn", "Zuyderland"]


@pytest.mark.parametrize(
    ("trait", "shown"),
    [
        ({"status": "verified"}, True),
        ({"status": "named"}, False),
        ({"status": "registered"}, False),
        ({"status": "declined"}, False),
    ],
)
def test_institute_without_projects_is_shown_when_verified(db, trait, shown):
    factories.InstituteFactory(**trait)
    assert Institute.objects.shown().exists() is shown


def test_institute_that_is_only_named_is_shown_once_for_its_published_projects(db):
    institute = factories.InstituteFactory()
    factories.ProjectFactory(institute=institute)
    assert not Institute.objects.shown().exists()
    factories.ProjectFactory.create_batch(3, institute=institute, published=True)
    assert Institute.objects.shown().with_project_count().get().project_count == 3


def test_theme_holds_what_is_on_its_children(db):
    child = factories.ThemeFactory(child=True)
    on_child, on_parent = factories.ProjectFactory(themes=[child]), factories.ProjectFactory(themes=[child.parent])
    factories.ProjectFactory(themes=[factories.ThemeFactory()])
    assert set(Project.objects.on_theme(child.parent)) == {on_child, on_parent}
    assert set(Project.objects.on_theme(child)) == {on_child}


NAMED = [each for each in vars(factories).values() if isinstance(each, type)]


@pytest.mark.parametrize("factory", NAMED, ids=lambda factory: factory.__name__)
def test_objects_are_called_by_a_name(db, factory):
    made = factory()
    assert "object (" not in str(made)
    assert getattr(made, "name", "") in str(made)


def test_labels_follow_the_language_of_the_page(db):
    theme = factories.ThemeFactory(name="Valpreventie", name_en="Preventing falls", description="Nl", description_en="")
    assert (theme.label, theme.about) == ("Valpreventie", "Nl")
    with translation.override("en"):
        assert (theme.label, theme.about) == ("Preventing falls", "Nl")
        assert factories.SectorFactory(name="Jeugd", name_en="").label == "Jeugd"


def test_form_hears_of_a_rule_on_a_computed_column(db):
    factories.InstituteFactory(name="De Brug", place="Lindedorp")
    with pytest.raises(ValidationError, match="Er is al een instelling met deze naam in deze plaats"):
        Institute(name="DE BRÚG", place="Lindedorp", slug="x").validate_constraints(exclude={"sort_key"})


def test_contact_person_goes_with_the_account(db):
    person = factories.ContactPersonFactory(user=factories.UserFactory(), email="")
    person.user.delete()
    assert not ContactPerson.objects.exists()


def test_a_gemeente_may_lie_in_two_regions_of_one_scheme(db):
    gemeente, scheme = factories.GemeenteFactory(), factories.RegionSchemeFactory()
    factories.RegionFactory.create_batch(2, scheme=scheme, gemeenten=[gemeente])
    assert RegionGemeente.objects.filter(gemeente=gemeente).count() == 2
