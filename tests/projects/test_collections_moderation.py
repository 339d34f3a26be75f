"""What moderators do with collections, what merging does, and what becomes of them when somebody leaves."""

import pytest

from projects.models import Collection
from projects.search.engine import Answer, Question
from projects.search.indexing import index
from projects.services.collections import making
from projects.services.merging import merge_projects
from tests import factories
from tests.mailbox import mails
from tests.pages import Page
from vindplaats.mine.erasing import erase

pytestmark = pytest.mark.django_db
NEW = {"titel": "Vallen voorkomen", "tekst": "Voor de **wijk**.", "zichtbaar": "private", "taal": "nl"}
MINE = "/mijn/verzamelingen/"


@pytest.fixture
def person():
    return factories.UserFactory(name="Demi Voorbeeld")


@pytest.fixture
def collection(person):
    collection = factories.CollectionFactory(owner=person)
    factories.CollectionItemFactory.create_batch(3, collection=collection)
    index("collection", [collection.pk])
    return collection


def send(client, path, **data):
    return Page.of(client.post(path, data, follow=True))


def admin_form(**given):
    return {"is_featured": "", "reason": "", **given}


def test_moderators_take_down_and_put_back(collection, moderator_client, moderator):
    moderator_client.force_login(moderator)
    change = f"/admin/projects/collection/{collection.pk}/change/"
    page = Page.of(moderator_client.post(change, admin_form(off_site="on")))
    assert "Schrijf op waarom dit van de site gaat." in page.text
    moderator_client.post(change, admin_form(off_site="on", reason="Reclame."))
    collection.refresh_from_db()
    assert collection.removal_reason == "Reclame."
    assert moderator_client.get(collection.get_absolute_url()).status_code == 404
    assert Answer("collection", Question("")).ids(0, 9) == []
    (mail,) = mails(to=collection.owner.email)
    assert "Reclame." in mail.message
    moderator_client.force_login(collection.owner)
    assert "Reclame." in Page.of(moderator_client.get(f"{MINE}{collection.slug}/")).main
    with pytest.raises(making.RemovedByEditors):
        _publish_again(collection)


def _publish_again(collection):
    given = {"title": "x", "text": "", "language": "nl", "institute": None, "by": collection.owner}
    collection = making.change_collection(collection=collection, visibility="private", **given)
    making.change_collection(collection=collection, visibility="public", **given)


def test_moderators_feature_one_and_put_it_back(collection, moderator_client, moderator, visit):
    moderator_client.force_login(moderator)
    change = f"/admin/projects/collection/{collection.pk}/change/"
    moderator_client.post(change, admin_form(is_featured="on"))
    page = visit("/verzamelingen/")
    assert page.all("section[aria-labelledby=uitgelicht] h3") == [collection.title]
    assert page.all("main h3") == [collection.title]
    moderator_client.post(change, admin_form(off_site="on", reason="Reclame."))
    moderator_client.post(change, admin_form())
    assert moderator_client.get(collection.get_absolute_url()).status_code == 200
    assert len(mails(to=collection.owner.email)) == 2


def test_what_is_private_is_not_in_the_admin(moderator_client):
    private = factories.CollectionFactory(private=True, title="Verborgen")
    assert "Verborgen" not in moderator_client.get("/admin/projects/collection/").content.decode()
    assert moderator_client.get(f"/admin/projects/collection/{private.pk}/change/").status_code == 302


def test_moderators_make_those_of_the_editors(moderator_client, client, visit):
    send(moderator_client, f"{MINE}nieuw/?redactie=ja", **NEW | {"zichtbaar": "public"})
    made = Collection.objects.get()
    assert (made.is_editorial, made.owner) == (True, None)
    assert "Door de redactie van Vindplaats" in visit("/verzamelingen/").main
    client.force_login(factories.UserFactory())
    send(client, f"{MINE}nieuw/?redactie=ja", **NEW)
    assert Collection.objects.filter(is_editorial=True).count() == 1


def test_merging_takes_items_along(moderator):
    keep, gone = factories.ProjectFactory.create_batch(2, published=True)
    both, one = factories.CollectionFactory.create_batch(2)
    factories.CollectionItemFactory(collection=both, project=keep)
    for collection in (both, one):
        factories.CollectionItemFactory(collection=collection, project=gone)
    for project in (keep, gone):
        factories.LessonFactory(project=project, title="Zelfde")
    factories.CollectionItemFactory(collection=one, project=None, lesson=gone.lessons.get())
    merge_projects(keep=keep, gone=gone, by=moderator)
    assert [item.project for item in both.items.all()] == [keep]
    assert [item.project or item.lesson for item in one.items.all()] == [keep, keep.lessons.get()]


def test_who_leaves_takes_the_name_along(client, person, collection):
    private = factories.CollectionFactory(private=True, owner=person, title="Dagboek van Demi")
    erase(user=person)
    collection.refresh_from_db()
    assert (collection.owner, collection.owner_name) == (None, "")
    assert not Collection.objects.filter(pk=private.pk).exists()
    assert "Door Een oud-lid" in Page.of(client.get(collection.get_absolute_url())).main
