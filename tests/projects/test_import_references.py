"""What a row refers to: technologies, places, institutes, partners and its own address."""

import datetime

import pytest

from projects.models import Institute, Project, Technology
from projects.states import InstituteStatus
from tests import factories
from tests.projects.imports import done, errors, record, run
from tests.searching import indexed, keys

pytestmark = pytest.mark.django_db


class TestTechnologies:
    """Free tags: another word or another spelling is the same tag."""

    def test_found_by_name_or_alias_else_made(self):
        factories.TechnologyFactory(name="Beeldbellen", aliases=["videobellen"])
        run(record(technologies=["VIDEOBELLEN", "beeldbellen", "Robot", "robot"]))
        assert sorted(Technology.objects.values_list("name", flat=True)) == ["Beeldbellen", "Robot"]
        assert done(run(record(technologies=["videobellen", "ROBOT"]))) == {"unchanged": 1}


class TestPlaces:
    """Municipalities by any of their names; regions with and without their date."""

    def test_alias(self):
        factories.GemeenteAliasFactory(gemeente=factories.GemeenteFactory(name="'s-Gravenhage"), name="Den Haag")
        run(record(gemeenten=["den haag"]))
        assert Project.objects.get().gemeenten.get().name == "'s-Gravenhage"

    def test_newest_region_or_that_of_a_date(self):
        old, new = (
            factories.RegionFactory(
                slug="regio-noord", scheme__slug="regio", scheme__valid_from=datetime.date(year, 1, 1)
            )
            for year in (2020, 2025)
        )
        run(record(regions=["regio-noord"]), record(id="a-2", regions=["regio-noord@2020-01-01"]))
        assert Project.objects.get(external_id="a-1").regions.get() == new
        assert Project.objects.get(external_id="a-2").regions.get() == old


class TestInstitutes:
    """Found by name and place, made as one that is only named; what a registered one says of itself stays."""

    def institute(self, **given):
        return record(institute={"name": "De Brink"} | given)

    def test_is_made_once_however_it_is_spelled(self):
        run(self.institute(), record(id="a-2", institute="DE BRINK"), record(id="a-3", institute={"name": "Dé Brink"}))
        institute = Institute.objects.get()
        assert (institute.name, institute.status, institute.projects.count()) == ("De Brink", InstituteStatus.NAMED, 3)

    def test_place_tells_namesakes_apart(self):
        run(self.institute(place="Assen"), record(id="a-2", institute={"name": "De Brink", "place": "Goes"}))
        assert sorted(Institute.objects.values_list("place", "slug")) == [("Assen", "de-brink"), ("Goes", "de-brink-2")]
        report = run(record(id="a-3", institute={"name": "De Brink"}))
        assert errors(report) == [
            (1, "institute.name", "Er zijn meer instellingen met deze naam; noem de plaats: Assen, Goes.")
        ]
        assert done(run(self.institute())) == {"unchanged": 1}

    def test_what_is_not_known_yet_is_filled_in(self):
        run(self.institute())
        run(record(id="a-2", institute={"name": "De Brink", "place": "Assen", "kind": "gp"}))
        institute = Institute.objects.get()
        assert (institute.place, institute.kind) == ("Assen", "gp")
        assert all("soort:gp" in keys(pk=pk) for pk in indexed())

    def test_registered_institute_is_not_touched(self):
        factories.InstituteFactory(name="De Brink", place="", kind="other", verified=True)
        run(self.institute(place="Assen", kind="gp"))
        institute = Institute.objects.get()
        assert (institute.place, institute.kind) == ("", "other")

    def test_other_kind_is_a_warning(self):
        run(self.institute(kind="gp"))
        report = run(self.institute(kind="hospital"))
        assert done(report) == {"unchanged": 1}
        assert [(one.level, one.field) for one in report.problems] == [("warning", "institute.kind")]
        assert Institute.objects.get().kind == "gp"

    def test_slug_of_another_institute(self):
        factories.InstituteFactory(name="Anders", slug="de-brink")
        report = run(self.institute(slug="de-brink"))
        assert "“Anders”" in errors(report)[0][2]

    def test_slug_that_is_free_is_kept(self):
        run(
            self.institute(slug="brink", place="Assen"),
            record(id="a-2", institute={"name": "De Brink", "slug": "brink"}),
        )
        assert Institute.objects.get().slug == "brink"

    def test_letters_that_only_the_database_folds(self):
        run(record(institute="Sœur Łucja"), record(id="a-2", institute="soeur lucja"))
        assert Institute.objects.count() == 1

    def test_partner_is_linked_whichever_comes_first(self):
        partner = record(id="a-2", partners=["De Brink"])
        run(partner, self.institute(), record(id="a-3", partners=["de brink"]))
        linked = [project.partners.get().institute.name for project in Project.objects.filter(partners__isnull=False)]
        assert linked == ["De Brink", "De Brink"]
        assert done(run(partner, self.institute())) == {"unchanged": 2}

    def test_partner_that_an_editor_unlinked_stays_so(self):
        run(self.institute(), record(id="a-2", partners=["De Brink"]))
        Project.objects.get(external_id="a-2").partners.update(institute=None)
        assert done(run(self.institute(), record(id="a-2", partners=["De Brink"]))) == {"unchanged": 2}


class TestAddresses:
    """Slugs: made from the title, or as the file gives them, never twice and never a word of the site."""

    def test_made_from_the_title(self):
        run(
            *(
                record(id=f"a-{number}", title=title)
                for number, title in enumerate(["Kaart", "Kaart", "日本", "Kaart 2"])
            )
        )
        found = Project.objects.order_by("pk").values_list("slug", flat=True)
        assert list(found) == ["kaart-2", "kaart-3", "project", "kaart-2-2"]

    def test_of_another_project(self):
        run(record(slug="val"))
        report = run(
            record(id="a-2", slug="val"), record(id="a-3", slug="nieuw-adres"), record(id="a-4", slug="nieuw-adres")
        )
        assert [(line, field) for line, field, _reason in errors(report)] == [(1, "slug"), (3, "slug")]

    def test_given_goes_before_made(self):
        run(record(title="Val"), record(id="a-2", title="Anders", slug="val"))
        assert dict(Project.objects.values_list("external_id", "slug")) == {"a-1": "val-2", "a-2": "val"}
