"""What is asked about a few objects is prepared once in a connection, and what is written together is sent at once."""

import pghistory
import pytest
from django.db import NotSupportedError, connection, transaction

from projects.models import Project
from projects.search import statements
from projects.search.pending import MOST, Pending
from projects.search.statements import FEW, rows, together, wanted, written
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def titles():
    """The statement that reads the titles of some projects, and the word 50%."""
    found = Project.objects.filter(pk__in=wanted()).order_by("pk").extra(select={"half": "%s"}, select_params=["50%"])
    return written(found.values_list("title", "half"))


@pytest.fixture
def slugs():
    return written(Project.objects.filter(pk__in=wanted()).order_by("pk").values_list("slug"))


@pytest.fixture
def projects():
    return factories.ProjectFactory.create_batch(3)


def prepared():
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM pg_prepared_statements")
        return {name for (name,) in cursor.fetchall()}


def test_it_is_prepared_once_and_counts_as_one_question(titles, projects, django_assert_num_queries):
    expected = [(one.title, "50%") for one in projects]
    for _ in range(2):
        with django_assert_num_queries(1):
            assert rows(titles, [one.pk for one in projects]) == expected
    assert [name for name in prepared() if name.startswith(titles.name)]


def test_about_many_the_database_plans_again(slugs):
    pks = [one.pk for one in factories.ProjectFactory.create_batch(2)]
    assert rows(slugs, [*pks, *range(-FEW, 0)]) == rows(slugs, pks) != []
    many = written(Project.objects.filter(pk__in=wanted()).values_list("slug", "title"))
    assert len(rows(many, [*pks, *range(-FEW, 0)])) == 2
    assert not [name for name in prepared() if name.startswith(many.name)]


def test_a_pooler_that_keeps_no_connection_gets_it_whole(projects, monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", True)
    whole = written(Project.objects.filter(pk__in=wanted()).values_list("title", "pk"))
    assert rows(whole, [projects[0].pk]) == [(projects[0].title, projects[0].pk)]
    assert not [name for name in prepared() if name.startswith(whole.name)]


@pytest.mark.django_db(transaction=True)
def test_another_connection_prepares_it_too(slugs):
    project = factories.ProjectFactory()
    assert rows(slugs, [project.pk]) == [(project.slug,)]
    connection.close()
    assert rows(slugs, [project.pk]) == [(project.slug,)]
    assert [name for name in prepared() if name.startswith(slugs.name)]


def test_it_stays_prepared_when_the_transaction_is_rolled_back(slugs, projects):
    with transaction.atomic():
        rows(slugs, [projects[0].pk])
        transaction.set_rollback(True)
    assert rows(slugs, [projects[0].pk]) == [(projects[0].slug,)]


WIDER = "ALTER TABLE projects_project ALTER COLUMN slug TYPE varchar({})"


@pytest.mark.django_db(transaction=True)
def test_a_column_of_another_type_is_no_error_for_who_reads(slugs):
    """A migration runs while the site serves: what was prepared before it does not fit any more."""
    project, width = factories.ProjectFactory(), Project._meta.get_field("slug").max_length
    assert rows(slugs, [project.pk]) == [(project.slug,)]
    try:
        with connection.cursor() as cursor:
            cursor.execute(WIDER.format(width + 1))
        assert rows(slugs, [project.pk]) == [(project.slug,)]
    finally:
        with connection.cursor() as cursor:
            cursor.execute(WIDER.format(width))
    with pytest.raises(NotSupportedError), transaction.atomic():
        rows(slugs, [project.pk])
    # The transaction is lost, but the next one is not.
    with transaction.atomic():
        assert rows(slugs, [project.pk]) == [(project.slug,)]


@pytest.mark.parametrize("keeps_history", [True, False])
def test_several_are_asked_at_once(titles, slugs, projects, django_assert_num_queries, keeps_history):
    """Also where the history is kept: that puts a command before each that may write."""
    one, two, three = projects
    rows(titles, [one.pk]), rows(slugs, [one.pk])
    with pghistory.context(why="test") if keeps_history else transaction.atomic(), django_assert_num_queries(1):
        found = together((titles, [one.pk]), (slugs, []), (slugs, iter([two.pk, three.pk])), (titles, [-1]))
    assert found == [[(one.title, "50%")], [], [(two.slug,), (three.slug,)], []]


def test_without_ids_nothing_is_asked(titles, slugs, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert together((titles, []), (slugs, ())) == [[], []]
        assert rows(titles, []) == []


def test_a_statement_is_told_by_its_text_and_what_it_compares_with(titles):
    assert statements.Statement(titles.text, titles.parameters).name == titles.name
    assert statements.Statement(titles.text, ("49%", *titles.parameters[1:])).name != titles.name


RENAME = "UPDATE projects_project SET title = %(title)s WHERE id = %(pk)s"


@pytest.mark.parametrize("keeps_history", [True, False])
def test_what_waits_is_sent_at_once_and_in_order(projects, django_assert_num_queries, keeps_history):
    pending, (one, two, _three) = Pending(), projects
    with pghistory.context(why="test") if keeps_history else transaction.atomic():
        with django_assert_num_queries(0):
            pending.add(RENAME, {"pk": one.pk, "title": "100% 'eerst'; %s %(pk)s"})
            pending.add(RENAME, {"pk": two.pk, "title": "Tweede"})
            pending.add(RENAME, {"pk": two.pk, "title": "Derde"})
        with django_assert_num_queries(1):
            pending.send()
            pending.send()
    titles = [Project.objects.get(pk=project.pk).title for project in (one, two)]
    assert titles == ["100% 'eerst'; %s %(pk)s", "Derde"]


def test_not_too_much_waits(projects, django_assert_num_queries):
    pending = Pending()
    with django_assert_num_queries(1):
        pending.add(RENAME, {"pk": projects[0].pk, "title": "Lang"})
        pending.add("SELECT length(%(text)s)", {"text": "x" * MOST})
    assert Project.objects.get(pk=projects[0].pk).title == "Lang"
