"""Things with everything that their pages show, for tests that read all of a page."""

from projects.search.indexing import index
from tests import factories


def full_resource(theme, with_all):
    """Return a decision aid with everything that its page shows."""
    texts = {"title": "Samen kiezen", "summary": "Wij zien wat er te kiezen is.", "owner": "Vilans", "keeper": "ZonMw"}
    texts |= {"decision_moment": "Wel of niet gaan vallen.", "quality": "Samen met cliënten gemaakt."}
    lists = {"themes": [theme], "conditions": with_all["conditions"], "target_groups": with_all["target_groups"]}
    more = {"licence": "cc-by", "reading_level": "b1", "audiences": ["patienten"], "year": 2015}
    resource = factories.ResourceFactory(
        project=None, kind="decision_aid", institute=with_all["institute"], with_file=True, **texts, **lists, **more
    )
    index("resource", [resource.pk])
    return resource


def full_person(theme, region, institute, project):
    """Return somebody with everything that a profile shows."""
    offers, languages = ["think_along", "advice", "presentation", "visit", "review"], ["nl", "en", "fy", "de", "fr"]
    links = {"themes": [theme], "regions": [region], "projects": [project]}
    texts = {"name": "Demi", "role": "Apotheker", "introduction": "Wij zien dat cliënten niet meer vallen."}
    more = {"availability": "Op dinsdag", "wishes": "Een vergoeding", "offers": offers, "languages": languages}
    profile = factories.ProfileFactory(slug="demi", **texts, **more, **links)
    factories.PositionFactory(profile=profile, institute=institute, role="Apotheker", start="2020-01")
    factories.PositionFactory(profile=profile, organisation="Vilans", institute=None, end="2019", is_former=True)
    factories.MembershipFactory(user=profile.user, institute=institute)
    index("expert", [profile.pk])
    return profile


def belongings(project):
    """Give a project a resource, a partner and a funding."""
    factories.ResourceFactory(project=project, year=2021)
    factories.ProjectPartnerFactory(project=project, name="Vilans")
    factories.ProjectFundingFactory(project=project, name="ZonMw")
