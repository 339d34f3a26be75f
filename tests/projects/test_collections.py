"""Collections: make one, put things in it, arrange it; who sees it; what moderators do; leaving."""

import pytest

from projects.models import Collection, CollectionItem
from projects.search.engine import Answer, Question
from projects.search.indexing import index
from projects.services.collections import gathering, limits
from projects.states import Sharing, Status
from tests import factories
from tests.pages import Page

pytestmark = pytest.mark.django_db
NEW = {"titel": "Vallen voorkomen", "tekst": "Voor de **wijk**.", "zichtbaar": "private", "taal": "nl"}
MINE = "/mijn/verzamelingen/"


@pytest.fixture
def person(client):
    user = factories.UserFactory(name="Demi Voorbeeld")
    client.force_login(user)
    return user


def send(client, path, **data):
    return Page.of(client.post(path, data, follow=True))


def edited(collection, **instead):
    """Return what the form of a collection sends when nothing was typed."""
    data = {"titel": collection.title, "tekst": collection.text, "zichtbaar": collection.visibility, "taal": "nl"}
    for place, item in enumerate(collection.items.all(), 1):
        data |= {f"noot-{item.pk}": item.note, f"plaats-{item.pk}": place}
    return data | instead


def test_make_one_and_put_things_in(client, person):
    send(client, f"{MINE}nieuw/", **NEW)
    collection = Collection.objects.get()
    assert (collection.slug, collection.owner_name) == ("vallen-voorkomen", "Demi Voorbeeld")
    project = factories.ProjectFactory(published=True)
    lesson, resource = factories.LessonFactory(), factories.ResourceFactory()
    for kind, thing in (("project", project), ("les", lesson), ("hulpmiddel", resource)):
        path = f"{MINE}toevoegen/?soort={kind}&kenmerk={thing.slug}"
        assert thing.title in Page.of(client.get(path)).main
        page = send(client, path, verzameling=collection.slug, noot=f"Noot bij {kind}")
        assert "staat nu in uw verzameling" in page.main
    page = Page.of(client.get(collection.get_absolute_url()))
    assert page.all(".vp-gathered__title a") == [project.title, lesson.title, resource.title]
    assert page.all(".vp-gathered__note") == ["Noot bij project", "Noot bij les", "Noot bij hulpmiddel"]
    assert page.soup.select_one(".vp-gathered__text strong").get_text() == "wijk"
    printed = Page.of(client.get(f"{collection.get_absolute_url()}afdrukken/"))
    assert f"http://testserver{project.get_absolute_url()}" in printed.main


def test_a_new_one_is_made_on_the_way(client, person):
    project = factories.ProjectFactory(published=True)
    path = f"{MINE}toevoegen/?soort=project&kenmerk={project.slug}"
    page = send(client, path, verzameling="nieuw", titel="", noot="Blijft staan")
    assert page.title.startswith("Fout:")
    assert "Blijft staan" in page.main
    send(client, path, verzameling="nieuw", titel="Eerste", noot="")
    assert [item.project for item in Collection.objects.get(title="Eerste").items.all()] == [project]
    assert Collection.objects.get().visibility == Sharing.PRIVATE
    assert "Dit staat al in: Eerste" in Page.of(client.get(path)).main
    send(client, path, verzameling="eerste", titel="", noot="Later")
    assert [item.note for item in CollectionItem.objects.all()] == ["Later"]


@pytest.mark.parametrize("query", ["", "soort=project", "soort=mens&kenmerk=x", "soort=project&kenmerk=bestaat-niet"])
def test_what_is_not_named_or_not_there_cannot_be_added(client, person, query):
    assert client.get(f"{MINE}toevoegen/?{query}").status_code == 404


def test_what_is_not_published_cannot_be_added(client, person):
    draft = factories.ProjectFactory()
    lesson = factories.LessonFactory(project=draft)
    for kind, thing in (("project", draft), ("les", lesson)):
        assert client.post(f"{MINE}toevoegen/?soort={kind}&kenmerk={thing.slug}", NEW).status_code == 404


@pytest.fixture
def collection(person):
    collection = factories.CollectionFactory(owner=person)
    factories.CollectionItemFactory.create_batch(3, collection=collection)
    index("collection", [collection.pk])
    return collection


def order_of(collection):
    return list(collection.items.values_list("pk", flat=True))


def test_order_notes_and_taking_out(client, collection):
    path = f"{MINE}{collection.slug}/"
    one, two, three = order_of(collection)
    send(client, path, **edited(collection, schuif=f"omhoog-{two}", **{f"noot-{three}": "Nieuw"}))
    assert order_of(collection) == [two, one, three]
    assert collection.items.get(pk=three).note == "Nieuw"
    send(client, path, **edited(collection, schuif=f"omlaag-{three}"))
    assert order_of(collection) == [two, one, three]
    send(client, path, **edited(collection, **{f"plaats-{three}": 1}))
    assert order_of(collection) == [three, two, one]
    send(client, path, **edited(collection, **{f"plaats-{three}": 2}))
    assert order_of(collection) == [two, three, one]
    send(client, path, **edited(collection, **{f"weg-{three}": "on"}))
    assert order_of(collection) == [two, one]


@pytest.mark.parametrize("moved", ["omhoog-", "omhoog-x", "omhoog-99999999999", "opzij-1", "omhoog-²", "\x00"])
def test_a_button_that_is_none_moves_nothing(client, collection, moved):
    before = order_of(collection)
    send(client, f"{MINE}{collection.slug}/", **edited(collection, schuif=moved))
    assert order_of(collection) == before


def test_errors_keep_what_was_typed(client, collection):
    one = order_of(collection)[0]
    page = send(
        client, f"{MINE}{collection.slug}/",
        **edited(collection, titel="", **{f"noot-{one}": "Bel 06-12345678", f"plaats-{one}": "0"}),
    )  # fmt: skip
    assert page.title.startswith("Fout:")
    assert "Geef de verzameling een titel." in page.main
    assert "Haal het telefoonnummer" in page.main
    assert "Bel 06-12345678" in page.soup.select_one(f"[name=noot-{one}]").get_text()
    assert collection.items.first().note == "Hier begon het mee."


@pytest.mark.parametrize("field", ["titel", "tekst"])
def test_public_texts_hold_no_address_of_a_person(client, person, field):
    page = send(client, f"{MINE}nieuw/", **NEW | {field: "Mail demi@zorg.example"})
    assert "Haal het e-mailadres" in page.main
    assert not Collection.objects.exists()


def test_what_is_off_the_site_only_its_maker_sees(client, collection):
    item = collection.items.first()
    item.project.status = Status.ARCHIVED
    item.project.save()
    assert item.project.title not in Page.of(client.get(collection.get_absolute_url())).main
    page = Page.of(client.get(f"{MINE}{collection.slug}/"))
    assert item.project.title in page.main
    assert "Dit staat niet meer op de site." in page.main


def of_institute():
    member = factories.MembershipFactory(institute__verified=True)
    collection = factories.CollectionFactory(of_institute=True, institute=member.institute, title="Binnen")
    index("collection", [collection.pk])
    return collection, member


def test_people_of_the_institute_read_and_its_managers_keep(client):
    collection, member = of_institute()
    manager = factories.MembershipFactory(institute=member.institute, manager=True)
    asks = factories.MembershipFactory(institute=member.institute, status="requested")
    others = [factories.UserFactory(), asks.user, factories.UserFactory(moderator=True)]
    for user, read, keep in ((member.user, 200, 404), (manager.user, 200, 200), *((one, 404, 404) for one in others)):
        client.force_login(user)
        assert client.get(collection.get_absolute_url()).status_code == read
        assert client.get(f"{collection.get_absolute_url()}afdrukken/").status_code == read
        assert client.get(f"{MINE}{collection.slug}/").status_code == keep
        assert ("Binnen" in client.get(MINE).content.decode()) is (read == 200)
    client.logout()
    assert client.get(collection.get_absolute_url()).status_code == 404


def test_only_public_ones_are_found_and_listed(client, visit):
    hidden = [of_institute()[0], factories.CollectionFactory(private=True, title="Verborgen bundel")]
    public = factories.CollectionFactory(title="Open bundel", is_featured=True)
    gone = factories.CollectionFactory(title="Weggehaalde bundel", removed_at=public.created_at, removal_reason="Nee.")
    index("collection", [one.pk for one in (*hidden, public, gone)])
    assert Answer("collection", Question("")).ids(0, 9) == [public.pk]
    for path in ("/verzamelingen/", "/verzamelingen/?q=bundel", "/zoeken/?q=bundel"):
        text = visit(path).main
        assert "Open bundel" in text
        assert not any(one.title in text for one in (*hidden, gone))
    assert client.get(gone.get_absolute_url()).status_code == 404


def test_a_collection_becomes_public_and_hidden_again(client, collection):
    for seen, ids in (("private", []), ("public", [collection.pk])):
        send(client, f"{MINE}{collection.slug}/", **edited(collection, zichtbaar=seen))
        assert Answer("collection", Question("")).ids(0, 9) == ids


def test_nobody_shares_with_an_institute_of_others(client, person):
    other = factories.InstituteFactory(verified=True)
    own = factories.MembershipFactory(user=person, institute__verified=True).institute
    page = send(client, f"{MINE}nieuw/", **NEW | {"zichtbaar": f"instelling:{other.slug}"})
    assert page.title.startswith("Fout:")
    send(client, f"{MINE}nieuw/", **NEW | {"zichtbaar": f"instelling:{own.slug}"})
    assert Collection.objects.get().institute == own


def test_another_keeps_nothing(client, collection):
    client.force_login(factories.UserFactory())
    for path in ("", "weggooien/"):
        assert client.post(f"{MINE}{collection.slug}/{path}", edited(collection)).status_code == 404
    assert collection.items.count() == 3


def test_throw_away(client, collection):
    assert "Verzameling weggooien?" in Page.of(client.get(f"{MINE}{collection.slug}/weggooien/")).main
    send(client, f"{MINE}{collection.slug}/weggooien/")
    assert not Collection.objects.exists()
    assert Answer("collection", Question("")).ids(0, 9) == []


def test_limits(monkeypatch, client, person, collection):
    monkeypatch.setattr(limits, "MOST_NEW", 1)
    assert "U maakte vandaag al 1 verzamelingen." in send(client, f"{MINE}nieuw/", **NEW).main
    project = factories.ProjectFactory(published=True)
    path = f"{MINE}toevoegen/?soort=project&kenmerk={project.slug}"
    monkeypatch.setattr(limits, "MOST_ADDED", 3)
    assert "al heel veel" in send(client, path, verzameling=collection.slug, titel="", noot="").main
    monkeypatch.setattr(limits, "MOST_ITEMS", 3)
    assert "passen 3 onderdelen" in send(client, path, verzameling=collection.slug, titel="", noot="").main


@pytest.mark.parametrize(
    ("path", "queries"),
    [("/verzamelingen/", 3), ("/verzamelingen/{slug}/", 2), ("/verzamelingen/{slug}/afdrukken/", 2)],
)
def test_one_number_of_queries(client, django_assert_num_queries, path, queries):
    for _ in range(2):
        collection = factories.CollectionFactory(is_featured=True)
        for _again in range(1 + _):
            factories.CollectionItemFactory(collection=collection)
            factories.CollectionItemFactory(collection=collection, project=None, lesson=factories.LessonFactory())
            factories.CollectionItemFactory(collection=collection, project=None, resource=factories.ResourceFactory())
        index("collection", [collection.pk])
        client.get("/verzamelingen/")
        with django_assert_num_queries(queries):
            client.get(path.format(slug=collection.slug))


def test_what_is_added_twice_stands_there_once(collection):
    project = factories.ProjectFactory(published=True)
    for note in ("Een", "Twee"):
        gathering.add_item(collection=collection, kind="project", thing=project, note=note, by=collection.owner)
    assert [item.note for item in collection.items.filter(project=project)] == ["Twee"]
