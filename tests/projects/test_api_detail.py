"""One project for programs: all that is on its page, and nothing about persons."""

import datetime
import json

import pytest

from projects.states import ResourceKind
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/api/v1/projecten"
PERSON, MAIL = "Petra Persoon", "petra@linde.example"


@pytest.fixture
def full():
    """A project with one of everything, persons included."""
    assen = factories.GemeenteFactory(name="Assen")
    place = {"scheme__slug": "provincie", "name": "Drenthe", "slug": "provincie-drenthe"}
    region = factories.RegionFactory(**place, gemeenten=[assen])
    user = factories.UserFactory(name=PERSON, email=MAIL)
    project = factories.ProjectFactory(
        published=True,
        indexed=True,
        external_id="linde-12",
        slug="sterk-staan",
        title="Sterk staan",
        stopped=True,
        created_by=user,
        institute__slug="de-linde",
        source_accessed=datetime.date(2026, 3, 1),
        kept="partly",
        kept_explanation="Het team bleef.",
        themes=[factories.ThemeFactory(slug="valpreventie"), factories.ThemeFactory(slug="beweging")],
        target_groups=[factories.TargetGroupFactory(slug="ouderen")],
        technologies=[factories.TechnologyFactory(slug="sensoren")],
        gemeenten=[assen],
        regions=[region],
    )
    factories.LessonFactory(project=project, slug="les-een", title="Begin klein", phase="pilot")
    resource = {"kind": ResourceKind.TOOLKIT, "owner": "De Linde", "year": 2026, "url": ""}
    factories.ResourceFactory(project=project, slug="kaarten", title="Kaarten", **resource)
    factories.ProjectPartnerFactory(project=project, name="Alleen genoemd")
    verified = factories.InstituteFactory(name="Echt", slug="echt", verified=True)
    factories.ProjectPartnerFactory(project=project, name="Echt", institute=verified, position=1)
    line = factories.ProgrammeLineFactory(programme__slug="programma-a", programme__external_id="prog-a", name="Lijn 1")
    factories.ProjectProgrammeFactory(project=project, programme=line.programme, line=line)
    factories.ProjectFundingFactory(project=project, note="Alleen voor de redactie")
    factories.ContactPersonFactory(project=project, institute=project.institute, name=PERSON, email=MAIL, user=user)
    factories.MembershipFactory(institute=project.institute, user=user, manager=True)
    return project


def read(client, slug="sterk-staan"):
    response = client.get(f"{LIST}/{slug}")
    assert response.status_code == 200
    return response.json()


def test_texts_and_facts(client, full):
    told = read(client)
    assert (told["externalId"], told["slug"], told["title"]) == ("linde-12", "sterk-staan", "Sterk staan")
    assert told["url"] == "http://testserver/projecten/sterk-staan/"
    for name in ("summary", "problem", "approach", "results"):
        assert told[name] == getattr(full, name)
    assert told["phase"] == "stopped"
    assert told["stopReasons"] == ["funding", "staffing"]
    assert told["stopExplanation"] == full.stop_explanation
    assert (told["kept"], told["keptExplanation"]) == ("partly", "Het team bleef.")
    assert told["sourceAccessed"] == "2026-03-01"
    assert told["institute"]["url"] == "http://testserver/instellingen/de-linde/"


def test_terms_and_places(client, full):
    told = read(client)
    assert told["themes"] == ["beweging", "valpreventie"]
    assert told["targetGroups"] == ["ouderen"]
    assert told["technologies"] == ["sensoren"]
    assert told["gemeenten"] == ["Assen"]
    assert told["regions"] == [{"slug": "provincie-drenthe", "name": "Drenthe", "scheme": "provincie"}]
    (programme,) = told["programmes"]
    assert (programme["id"], programme["slug"], programme["line"]) == ("prog-a", "programma-a", "Lijn 1")


def test_what_belongs_to_it(client, full):
    told = read(client)
    (lesson,) = told["lessons"]
    assert (lesson["kind"], lesson["title"], lesson["phase"]) == ("pitfall", "Begin klein", "pilot")
    assert lesson["advice"] == "Plan de scholing vóór de levering."
    (resource,) = told["resources"]
    assert (resource["title"], resource["url"], resource["year"]) == ("Kaarten", None, 2026)
    assert told["funding"] == [{"kind": "subsidy", "name": "Regeling Zorg van Morgen", "amountEur": 50000.0}]
    assert told["partners"] == [
        {"name": "Alleen genoemd", "url": None},
        {"name": "Echt", "url": "http://testserver/instellingen/echt/"},
    ]


def test_nothing_about_persons(client, full):
    sent = {"text": "Sterk staan"}
    answers = [client.get(LIST), client.get(f"{LIST}/sterk-staan"), client.get(LIST, {"q": "petra"})]
    answers.append(client.post("/api/v1/vergelijkbaar", sent, content_type="application/json"))
    for answer in answers:
        assert answer.status_code == 200
        told = json.dumps(answer.json()).lower()
        for secret in ("petra", "@", "alleen voor de redactie", "createdby", "contactperson"):
            assert secret not in told


@pytest.mark.parametrize("slug", ["bestaat-niet", "STERK-STAAN", "vergelijken", "sterk-staan/"])
def test_what_is_not_there(client, full, slug):
    response = client.get(f"{LIST}/{slug}")
    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"


def test_no_parameters(client, full):
    response = client.get(f"{LIST}/sterk-staan", {"format": "html"})
    assert response.status_code == 400
    assert "There is no parameter “format”" in response.json()["detail"]
