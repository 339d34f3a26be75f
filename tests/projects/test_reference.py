"""Reference data and catalogue: the files are the start, editors have the last word."""

import io
import json

import pytest
from django.core.management import call_command

from projects.models import (
    Application,
    Condition,
    Gemeente,
    GemeenteAlias,
    Programme,
    ProgrammeLine,
    Project,
    Region,
    RegionGemeente,
    RegionScheme,
    Technology,
    Theme,
)
from projects.services.reference import files, load_reference
from tests import factories
from tests.projects.imports import jsonl, record
from tests.searching import regions
from vindplaats.audit import acting

pytestmark = pytest.mark.django_db

TABLES = {
    "vocabulary/themes.csv": [
        "slug,name_nl,name_en,parent_slug,description_nl",
        "digitaal,Digitaal,Digital,,Met apparaten.",
        "beeldzorg,Beeldzorg,Video care,digitaal,Via beeld.",
    ],
    "vocabulary/conditions.csv": ["slug,name_nl,name_en,synonyms", "copd,COPD,COPD,longziekte|rokerslong"],
    "vocabulary/technologies.csv": ["slug,name_nl,name_en,aliases", "app,App,App,apps|mobiele app"],
    "vocabulary/applications.csv": [
        "slug,name,supplier,function_nl,function_en,standards",
        "appje,Appje,Maker,Bellen,Calling,FHIR|zib",
    ],
    "regions/gemeenten.csv": ["code,name,slug,province_code", "GM0001,Assen,assen,PV22", "GM0002,Goes,goes,PV29"],
    "regions/gemeente_aliases.csv": ["alias,gemeente_code", "Marsdijk,GM0001"],
    "regions/schemes.csv": [
        "slug,name_nl,name_en,valid_from,valid_to,source,source_url,certainty",
        "provincie,Provincie,Province,2025-01-01,,CBS,https://cbs.example,certain",
    ],
    "regions/regions.csv": ["scheme,code,name,slug", "provincie,PV22,Drenthe,provincie-drenthe"],
    "regions/region_gemeenten.csv": ["scheme,region_code,gemeente_code", "provincie,PV22,GM0001"],
}
PROGRAMME = {"id": "prog-a", "name": "Programma A", "lines": ["Lijn 1", "Lijn 2"], "start": "2019", "end": None}


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """A small set of files; gives a function that replaces a text in one of them."""
    for name, lines in TABLES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "programmes.jsonl").write_text(json.dumps(PROGRAMME) + "\n", encoding="utf-8")
    monkeypatch.setattr(files, "REFERENCE", tmp_path)
    monkeypatch.setattr(files, "CATALOGUE", tmp_path)

    def replace(name, old, new):
        path = tmp_path / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return replace


def counts(loaded):
    """Return what happened, table by table, leaving out where nothing did."""
    found = {name: {what: n for what, n in table.counts.items() if n} for name, table in loaded.items()}
    return {name: what for name, what in found.items() if what}


class TestLoads:
    """Everything of the files, once."""

    def test_all(self, shipped):
        load_reference()
        assert Theme.objects.get(slug="beeldzorg").parent.slug == "digitaal"
        assert Condition.objects.get().synonyms == ["longziekte", "rokerslong"]
        assert Technology.objects.get().aliases == ["apps", "mobiele app"]
        assert Application.objects.get().standards == ["FHIR", "zib"]
        assert GemeenteAlias.objects.get().gemeente.name == "Assen"
        assert Region.objects.get().gemeenten.get().code == "GM0001"
        assert [line.name for line in Programme.objects.get().lines.all()] == ["Lijn 1", "Lijn 2"]

    def test_again_writes_nothing(self, shipped):
        load_reference()
        events = Theme.pgh_event_model.objects.count()
        assert counts(load_reference()) == {}
        assert Theme.pgh_event_model.objects.count() == events

    def test_again_asks_little(self, shipped, django_assert_max_num_queries):
        load_reference()
        with django_assert_max_num_queries(30):
            load_reference()

    def test_what_is_new_in_the_files_arrives(self, shipped):
        load_reference()
        shipped("vocabulary/themes.csv", "Via beeld.", "Via beeld en geluid.")
        shipped("regions/region_gemeenten.csv", "PV22,GM0001", "PV22,GM0001\nprovincie,PV22,GM0002")
        assert counts(load_reference()) == {"themes": {"changed": 1}, "region_gemeenten": {"added": 1}}
        assert Theme.objects.get(slug="beeldzorg").description == "Via beeld en geluid."

    def test_search_follows(self, shipped):
        load_reference()
        project = factories.ProjectFactory(published=True, gemeenten=[Gemeente.objects.get(name="Goes")], indexed=True)
        assert regions() == []
        shipped("regions/region_gemeenten.csv", "PV22,GM0001", "PV22,GM0001\nprovincie,PV22,GM0002")
        load_reference()
        assert regions(pk=project.pk) == ["provincie-drenthe"]

    @pytest.mark.slow
    def test_shipped_files(self):
        first, second = load_reference(), load_reference()
        assert not any(table.counts["kept"] for table in first.values())
        assert counts(second) == {}
        assert Gemeente.objects.count() == 342
        for scheme in RegionScheme.objects.all():
            covered = RegionGemeente.objects.filter(region__scheme=scheme).values("gemeente").distinct()
            assert covered.count() == 342, scheme


class TestEditors:
    """What somebody changed or deleted stays, unless the files are told to win."""

    def test_changed(self, shipped):
        load_reference()
        with acting(user=factories.UserFactory()):
            Theme.objects.filter(slug="beeldzorg").update(name="Beeldbellen")
        shipped("vocabulary/themes.csv", "Via beeld.", "Anders.")
        assert counts(load_reference()) == {"themes": {"kept": 1}}
        assert Theme.objects.get(slug="beeldzorg").name == "Beeldbellen"
        assert counts(load_reference(overwrite=True)) == {"themes": {"changed": 1}}
        assert Theme.objects.get(slug="beeldzorg").name == "Beeldzorg"

    def test_deleted(self, shipped):
        load_reference()
        with acting(user=factories.UserFactory()):
            GemeenteAlias.objects.all().delete()
            ProgrammeLine.objects.filter(name="Lijn 1").delete()
        assert counts(load_reference()) == {"aliases": {"kept": 1}, "programme_lines": {"kept": 1}}
        assert counts(load_reference(overwrite=True)) == {"aliases": {"added": 1}, "programme_lines": {"added": 1}}

    def test_deleted_parent_takes_its_children(self, shipped):
        load_reference()
        with acting(user=factories.UserFactory()):
            Theme.objects.filter(slug="beeldzorg").delete()
            Theme.objects.all().delete()
        load_reference()
        assert not Theme.objects.exists()

    def test_made_before_the_files_had_it(self, shipped):
        Technology.objects.create(name="App", slug="applicatie")
        assert counts(load_reference())["technologies"] == {"kept": 1}
        assert Technology.objects.get().slug == "applicatie"

    def test_command_says_what_it_did(self, shipped):
        out = io.StringIO()
        call_command("load_reference", stdout=out)
        assert "themes 2 added" in out.getvalue()
        call_command("load_reference", stdout=out)
        assert out.getvalue().endswith("Reference data: up to date.\n")


@pytest.mark.slow
class TestCatalogue:
    """Projects that ship; whoever confirmed, changed or deleted one keeps it so."""

    @pytest.fixture(autouse=True)
    def _catalogue(self, tmp_path, monkeypatch):
        self.file = tmp_path / "projects.jsonl"
        monkeypatch.setenv("VINDPLAATS_CATALOGUE", str(self.file))
        self.load("Eerste titel")

    def load(self, title):
        lesson = {"kind": "tip", "title": "Start"}
        self.file.write_bytes(jsonl(*(record(id=f"cat-{number}", title=title, lessons=[lesson]) for number in (1, 2))))
        out = io.StringIO()
        call_command("load_catalogue", stdout=out)
        return out.getvalue()

    def titles(self):
        return list(Project.objects.order_by("external_id").values_list("title", flat=True))

    def test_is_published_and_kept_up_to_date(self):
        assert "unchanged 2" in self.load("Eerste titel")
        assert "updated 2" in self.load("Tweede titel")
        assert "updated 2" in self.load("Derde titel")
        assert Project.objects.published().count() == 2

    def test_none(self, monkeypatch):
        monkeypatch.setenv("VINDPLAATS_CATALOGUE", "none")
        assert "none" in self.load("Tweede titel")
        assert self.titles() == ["Eerste titel"] * 2

    @pytest.mark.parametrize("what", ["confirmed", "changed", "archived", "lesson"])
    def test_what_somebody_did_stays(self, what):
        project = Project.objects.get(external_id="cat-1")
        with acting(user=factories.UserFactory()):
            if what == "confirmed":
                Project.objects.filter(pk=project.pk).update(confirmed_on="2025-01-01")
            elif what == "changed":
                Project.objects.filter(pk=project.pk).update(summary="Van de instelling zelf.")
            elif what == "archived":
                Project.objects.filter(pk=project.pk).update(status="archived")
            else:
                project.lessons.update(advice="Van de instelling zelf.")
        assert "updated 1, unchanged 0, skipped 1" in self.load("Tweede titel")
        assert self.titles() == ["Eerste titel", "Tweede titel"]

    def test_deleted_stays_away(self):
        with acting(user=factories.UserFactory()):
            Project.objects.get(external_id="cat-1").delete()
        assert "skipped 1" in self.load("Tweede titel")
        assert self.titles() == ["Tweede titel"]
