"""Two institutes become one: their projects, people and addresses come together, and nobody is there twice."""

import pytest
from django.core.exceptions import PermissionDenied

from projects import models
from projects.services.merging import merge_institutes
from projects.services.merging.institutes import RELATIONS, preview
from projects.services.merging.moving import relations_of
from projects.services.merging.refusals import GoneMeanwhile, SameThing
from projects.services.review.cases import open_case
from projects.states import InstituteStatus, MemberRole, MemberStatus
from tests import factories
from tests.projects.imports import record, run
from tests.searching import found, indexed

pytestmark = pytest.mark.django_db


def full(number, **more):
    """An institute with one of everything that can hang on it."""
    institute = factories.InstituteFactory(
        **{"name": f"Zorg {number}", "slug": f"zorg-{number}", "verified": True, **more}
    )
    project = factories.ProjectFactory(published=True, institute=institute, title=f"Project {number}", indexed=True)
    factories.ProjectPartnerFactory(institute=institute)
    factories.ContactPersonFactory(institute=institute)
    factories.RegistrationFactory(institute=institute)
    factories.InvitationFactory(institute=institute)
    factories.ResourceFactory(project=None, institute=institute)
    factories.MembershipFactory(institute=institute)
    factories.FormerSlugFactory(project=None, institute=institute, slug=f"ooit-{number}")
    factories.BoostFactory(project=None, institute=institute)
    factories.CollectionFactory(of_institute=True, institute=institute)
    models.ProjectUpload.objects.create(user=factories.UserFactory(), institute=institute, name="a.csv")
    open_case(kind="report", object_id=number, title="Iets", institute=institute)
    return institute, project


@pytest.fixture
def pair():
    return full(1)[0], full(2)[0]


def merge(keep, gone, moderator, **more):
    return merge_institutes(keep=keep, gone=gone, by=moderator, **more)


PEOPLE = {("projects.Membership", "institute"), ("projects.Invitation", "institute")}


def test_every_relation_is_known():
    known = {(relation.model._meta.label, relation.field) for relation in RELATIONS}
    assert relations_of(models.Institute) - known == PEOPLE


def test_every_row_of_before_is_there_after(pair, moderator):
    keep, gone = pair
    relations = [(one.model, one.field) for one in RELATIONS if one.model._meta.app_label != "peers"]
    relations.append((models.Membership, "institute"))
    relations.append((models.Invitation, "institute"))
    before = {
        model: set(model.objects.filter(**{f"{field}__in": pair}).values_list("pk", flat=True))
        for model, field in relations
    }
    promised = {one.label: (one.moved, one.doubles) for one in preview(keep=keep, gone=gone)}
    done = {one.label: (one.moved, one.doubles) for one in merge(keep, gone, moderator).moved}
    for model, field in relations:
        assert before[model] <= set(model.objects.filter(**{field: keep}).values_list("pk", flat=True)), model
    assert promised == done
    assert len(done) == len(relations)
    assert models.Institute.objects.filter(slug="zorg-2").count() == 0


def test_the_search_finds_all_under_the_one_name(pair, moderator):
    keep, gone = pair
    merge(keep, gone, moderator)
    assert found("zorg 1") == set(keep.projects.values_list("pk", flat=True))
    assert indexed("institute") == {keep.pk}


def test_the_old_address_leads_on(client, pair, moderator):
    keep, gone = pair
    merge(keep, gone, moderator)
    for slug in ("zorg-2", "ooit-2", "ooit-1"):
        response = client.get(f"/instellingen/{slug}/")
        assert (response.status_code, response.headers["Location"]) == (301, "/instellingen/zorg-1/")
    assert client.get("/en/instellingen/zorg-2/").headers["Location"] == "/en/instellingen/zorg-1/"
    assert client.get("/instellingen/nooit/").status_code == 404


def test_who_is_in_both_keeps_the_most(moderator):
    keep, gone = factories.InstituteFactory.create_batch(2)
    user, other = factories.UserFactory.create_batch(2)
    factories.MembershipFactory(institute=keep, user=user, status=MemberStatus.ENDED)
    factories.MembershipFactory(institute=gone, user=user, manager=True)
    factories.MembershipFactory(institute=keep, user=other, manager=True)
    factories.MembershipFactory(institute=gone, user=other, status=MemberStatus.REQUESTED)
    merge(keep, gone, moderator)
    people = {one.user: (one.role, one.status) for one in models.Membership.objects.filter(institute=keep)}
    assert people == {user: (MemberRole.MANAGER, MemberStatus.ACTIVE), other: (MemberRole.MANAGER, MemberStatus.ACTIVE)}
    assert models.Membership.objects.count() == 2


def test_an_address_that_both_invited_is_invited_once(moderator):
    keep, gone = factories.InstituteFactory.create_batch(2)
    for institute in (keep, gone):
        factories.InvitationFactory(institute=institute, email="demi@zorg.example")
    merge(keep, gone, moderator)
    assert models.Invitation.objects.get().institute == keep


def test_fields_domains_and_standing(moderator):
    keep = factories.InstituteFactory(name="Blijft", website="", email_domains=["a.nl"], kind="other")
    gone = factories.InstituteFactory(
        name="Gaat",
        website="https://gaat.example",
        email_domains=["b.nl", "a.nl"],
        verified=True,
        kvk_number="12345678",
    )
    merge(keep, gone, moderator)
    keep.refresh_from_db()
    assert (keep.name, keep.website, keep.kvk_number, keep.kind) == (
        "Blijft",
        "https://gaat.example",
        "12345678",
        gone.kind,
    )
    assert (keep.email_domains, keep.status) == (["a.nl", "b.nl"], InstituteStatus.VERIFIED)


def test_the_name_of_the_one_that_goes_can_stay(moderator):
    """Name and place are there once: the one makes room for the other."""
    keep, gone = factories.InstituteFactory(name="Oud"), factories.InstituteFactory(name="Nieuw")
    project = factories.ProjectFactory(published=True, institute=keep, indexed=True)
    merge(keep, gone, moderator, take={"name", "place"})
    keep.refresh_from_db()
    assert (keep.name, keep.place) == ("Nieuw", gone.place)
    assert found("nieuw") == {project.pk}


def test_texts_in_the_making_name_the_one_that_stays(moderator):
    keep, gone = factories.InstituteFactory(slug="blijft"), factories.InstituteFactory(slug="gaat")
    named = {"name": gone.name, "slug": "gaat", "place": None, "kind": "other"}
    leading = factories.RevisionFactory(content={"title": "A", "institute": named}, base={"institute": named})
    partner = factories.RevisionFactory(content={"partners": ["Los", {"name": "X", "institute": named}]})
    apart = factories.RevisionFactory(content={"institute": {**named, "slug": "ander"}})
    merge(keep, gone, moderator)
    for revision in (leading, partner, apart):
        revision.refresh_from_db()
    assert leading.content["institute"]["slug"] == leading.base["institute"]["slug"] == "blijft"
    assert leading.content["institute"]["name"] == keep.name
    assert partner.content["partners"][1]["institute"]["slug"] == "blijft"
    assert apart.content["institute"]["slug"] == "ander"


def test_refused(pair, moderator):
    keep, gone = pair
    with pytest.raises(SameThing):
        merge(keep, keep, moderator)
    with pytest.raises(PermissionDenied):
        merge(keep, gone, factories.UserFactory())
    merge(keep, gone, moderator, reason="Fusie")
    event = models.Institute.pgh_event_model.objects.filter(pgh_label="delete").get()
    assert (event.name, event.pgh_context.metadata["reason"]) == ("Zorg 2", "Fusie")
    with pytest.raises(GoneMeanwhile):
        merge(keep, gone, moderator)


def test_an_import_by_the_old_slug_means_the_one_that_stays(pair, moderator):
    keep, gone = pair
    merge(keep, gone, moderator)
    for name in ("Zorg 1", "Zorg 2"):
        run(record(id=name, institute={"name": name, "place": "Lindedorp", "slug": "zorg-2"}))
        assert models.Project.objects.get(external_id=name).institute == keep
