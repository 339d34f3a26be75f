"""Following a programme: what its editors tell, milestones that are reached, projects that join."""

import datetime

import pytest

from peers.models import Follow, Match
from peers.services.following.joining import match_joined
from peers.services.following.showing import lines_of
from projects.services import saving
from projects.services.programmes.milestones import save_milestone
from projects.services.programmes.updates import add_update, remove_update
from tests import factories
from tests.pages import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return factories.ProgrammeFactory(name="Warm Thuis", slug="warm-thuis")


@pytest.fixture
def follow(client, programme):
    client.force_login(factories.UserFactory())
    client.post("/mijn/zoekopdrachten/volgen/", {"programma": programme.slug})
    return Follow.objects.get()


def told(follow):
    lines = lines_of(follow.matches.all())
    return [lines[match.kind, match.object_id].text for match in follow.matches.order_by("pk")]


def test_the_page_has_the_button_and_tells_that_it_is_followed(client, programme, visit):
    assert "Volg dit programma" in visit("/programmas/warm-thuis/").main
    client.force_login(factories.UserFactory())
    page = Page.of(client.post("/mijn/zoekopdrachten/volgen/", {"programma": "warm-thuis"}, follow=True))
    assert "U volgt dit." in page.main
    assert "Warm Thuis" in Page.of(client.get("/mijn/zoekopdrachten/")).main
    assert client.post("/mijn/zoekopdrachten/volgen/", {"programma": "bestaat-niet"}).status_code == 404


def test_followers_hear_of_news_but_not_who_tells_it(follow, programme):
    editor = factories.ProgrammeEditorFactory(programme=programme).user
    factories.FollowFactory(user=editor, kind="program", query="", programme=programme)
    update = add_update(
        programme=programme, title="Halverwege", text="Ja.", told_on=datetime.date(2026, 5, 1), by=editor
    )
    planned = {"programme": programme, "moment": "2026", "by": editor}
    milestone = save_milestone(title="Tien teams", state="planned", **planned)
    save_milestone(title="Tien teams", state="reached", milestone=milestone, **planned)
    save_milestone(title="Tien teams!", state="reached", milestone=milestone, **planned)
    save_milestone(title="Ooit", state="planned", **planned)
    assert told(follow) == ["Stand van zaken: Halverwege", "Mijlpaal bereikt: Tien teams!"]
    assert Match.objects.count() == 2
    remove_update(update=update, by=editor)
    assert lines_of(follow.matches.filter(kind="programme_update")) == {}


def test_projects_that_join_are_told_once(follow, programme):
    Follow.objects.update(created_at="2026-01-01T00:00Z")
    here_before = factories.ProjectFactory(published=True)
    draft = factories.ProjectFactory()
    own = factories.ProjectFactory(published=True, owner=follow.user)
    for project in (here_before, draft, own):
        saving.save(thing=factories.ProjectProgrammeFactory.build(project=project, programme=programme), by=None)
    assert match_joined() == 1
    assert match_joined() == 0
    assert told(follow) == [here_before.title]


def test_what_was_there_before_is_no_news(client, programme):
    old = factories.ProjectProgrammeFactory(project__published=True, programme=programme)
    client.force_login(factories.UserFactory())
    client.post("/mijn/zoekopdrachten/volgen/", {"programma": programme.slug})
    Follow.objects.update(created_at="2027-01-01T00:00Z")
    assert match_joined() == 0
    # Linked once more, in another line: still nothing new.
    line = factories.ProgrammeLineFactory(programme=programme)
    factories.ProjectProgrammeFactory(project=old.project, programme=programme, line=line)
    assert match_joined() == 0
