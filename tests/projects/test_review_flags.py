"""What a moderator is pointed at: possible doubles, and what is about a person in texts for everyone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from projects.services.review.duplicates import possible_duplicates
from projects.services.review.flags import FLAGS, flags_of_record
from projects.services.review.public_texts import public_texts
from tests import factories

pytestmark = pytest.mark.django_db
TEXT = "Verpleegkundigen begeleiden ouderen thuis met een tablet voor beeldzorg en sluiten de wijk daarop aan."


def there(**more):
    return factories.ProjectFactory(**{"published": True, "indexed": True, "summary": TEXT, **more})


def record(**more):
    return {"id": "nieuw-1", "title": "Anders dan al het andere", "summary": "Iets over dansen.", **more}


def test_same_title_whatever_its_signs():
    project = there(title="Beeldzorg thuis: de pilot")
    (found,) = possible_duplicates(record(title="Beeldzorg thuis – De Pilot"), None)
    assert (found.project, found.same_title) == (project, True)


def test_same_title_that_is_not_public_counts_and_an_archived_one_does_not():
    factories.ProjectFactory(title="Beeldzorg thuis")
    assert possible_duplicates(record(title="Beeldzorg Thuis"), None)
    factories.ProjectFactory(title="Dansen op recept", archived=True)
    assert not possible_duplicates(record(title="Dansen op recept"), None)


def test_near_title_counts_sooner_within_one_institute():
    project = there(title="Beeldzorg in de wijk", summary="Heel iets anders over leren.")
    near = record(title="Beeldzorg in de buurtwijken")
    assert not possible_duplicates(near, factories.InstituteFactory())
    assert [one.project for one in possible_duplicates(near, project.institute)] == [project]


def test_same_text_under_another_title():
    project = there(title="Tablets voor ouderen")
    (found,) = possible_duplicates(record(title="Digitale verpleging", summary=TEXT), None)
    assert found.project == project
    assert found.text >= 0.5


def test_only_the_same_subject_is_no_double():
    there(title="Tablets voor ouderen")
    other = record(
        title="Leren werken met tablets", summary="Ouderen leren op school van leerlingen hoe een tablet werkt."
    )
    assert possible_duplicates(other, None) == []


def test_the_project_itself_is_no_double():
    project = there()
    mine = record(title=project.title, summary=TEXT)
    assert possible_duplicates(mine, project.institute)
    assert not possible_duplicates(mine, project.institute, project=project)
    assert not possible_duplicates(mine | {"id": project.external_id}, project.institute)
    assert not possible_duplicates(mine | {"slug": project.slug}, project.institute)


def test_at_most_five_and_the_likeliest_first():
    same = there(title="Beeldzorg")
    institute = same.institute
    for count in range(6):
        there(title=f"Beeldzorg {count}", institute=institute)
    found = possible_duplicates(record(title="Beeldzorg"), institute)
    assert len(found) == 5
    assert found[0].project == same


def test_as_many_queries_for_many_as_for_one():
    institute = factories.InstituteFactory()

    def count():
        with CaptureQueriesContext(connection) as queries:
            flags_of_record(record(title="Beeldzorg"), institute)
        # The search reads its segments, of which there are as many as there were changes.
        return sum("search_" not in query["sql"] for query in queries)

    there(title="Beeldzorg", institute=institute)
    for_one = count()
    for number in range(4):
        there(title=f"Beeldzorg {number}", institute=institute)
    assert count() == for_one


def test_flags_of_what_is_read_by_everyone():
    institute = factories.InstituteFactory()
    factories.ContactPersonFactory(institute=institute, name="Renée de Groot")
    texts = {
        "problem": "Bel 06-12345678",
        "lessons": [{"title": "Vraag het", "advice": "Mail a.b@zorg.nl of vraag het Renee de Groot."}],
        "contact": {"name": "Jan Bakker", "email": "j@zorg.nl", "phone": "06-87654321"},
    }
    assert flags_of_record(record(**texts), institute) == ["email", "name", "phone"]
    assert flags_of_record(record(contact=texts["contact"]), institute) == []
    assert flags_of_record(record(problem="Jan Bakker helpt", contact=[texts["contact"]]), None) == ["name"]


def test_flag_of_a_double():
    project = there()
    assert flags_of_record(record(title=project.title), None) == ["duplicate"]


@pytest.mark.parametrize(
    "unfinished", [{}, {"title": ""}, {"lessons": None}, {"lessons": [None, "x"]}, {"title": None}]
)
def test_a_record_in_the_making(unfinished):
    assert flags_of_record(unfinished, None) == []


def test_every_flag_has_words_and_fits():
    assert all(str(label) for label in FLAGS.values())
    assert max(map(len, FLAGS)) <= 20


def test_places_of_texts():
    made = record(resources=[{"title": "Folder", "url": "https://zorg.nl"}], partners=["A", {"name": "B"}], id="id-1")
    assert list(public_texts(made)) == [
        ("title", "Anders dan al het andere"),
        ("summary", "Iets over dansen."),
        ("partners.1", "A"),
        ("partners.2.name", "B"),
        ("resources.1.title", "Folder"),
    ]
