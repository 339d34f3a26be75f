"""The lessons of the catalogue that belong together: loaded once, and editors have the last word."""

import pytest

from projects.models import ClusterMember, Lesson, LessonCluster, LessonHelp
from projects.services.catalogue import COMMAND
from projects.services.lessons import pair, part, put_together, shipped, take_apart
from projects.services.reference.files import read_records
from projects.states import LessonKind
from tests import factories
from tests.projects.test_shipped_data import records
from vindplaats.audit import acting

LESSONS = {
    "a": ("Geld op", "pitfall"),
    "b": ("Geen geld", "pitfall"),
    "c": ("Vraag vroeg", "tip"),
    "d": ("Weer", "tip"),
}
FILE = [
    {"cluster": "geld", "lessons": [["a", "Geld op"], ["b", "geen GELD"], ["weg", "Is er niet"]]},
    {"pitfall": ["a", "Geld op"], "helped_by": [["c", "Vraag vroeg"], ["d", "Is er niet"]]},
]


@pytest.fixture
def lessons(db, monkeypatch):
    """Four lessons of the catalogue, of which the file tells."""
    monkeypatch.setattr(shipped, "read_records", lambda name: FILE)
    with acting(command=COMMAND):
        return {
            name: factories.LessonFactory(project__external_id=name, title=title, kind=kind)
            for name, (title, kind) in LESSONS.items()
        }


def load():
    return dict(+shipped.load_lesson_links().counts)


def members():
    return list(ClusterMember.objects.in_order().values_list("lesson__title", flat=True))


def test_loads_what_is_there_and_nothing_twice(lessons):
    assert load() == {"added": 2}
    assert members() == ["Geld op", "Geen geld"]
    assert LessonHelp.objects.get().helper == lessons["c"]
    assert load() == {}


def test_follows_the_file(lessons, monkeypatch):
    load()
    turned = [{"cluster": "geld", "lessons": [["b", "Geen geld"], ["a", "Geld op"]]}]
    monkeypatch.setattr(shipped, "read_records", lambda name: turned)
    assert load() == {"changed": 1}
    assert members() == ["Geen geld", "Geld op"]


def test_a_lesson_that_comes_later_joins(lessons):
    Lesson.objects.filter(pk=lessons["b"].pk).update(title="Anders")
    assert load() == {"added": 1}, "one lesson alone is no cluster"
    with acting(command=COMMAND):
        Lesson.objects.filter(pk=lessons["b"].pk).update(title="Geen geld")
    assert load() == {"added": 1}


@pytest.mark.parametrize("way", ["apart", "other", "order"])
def test_what_editors_did_stays(lessons, way):
    load()
    by = factories.UserFactory(is_staff=True)
    if way == "apart":
        take_apart(lesson=lessons["b"], by=by)
    elif way == "other":
        put_together(lead=factories.LessonFactory(), linked=[lessons["b"]], by=by)
    else:
        put_together(lead=lessons["b"], merged=[lessons["a"]], by=by)
    before = list(ClusterMember.objects.in_order().values_list("lesson", "is_merged"))
    load()
    assert list(ClusterMember.objects.in_order().values_list("lesson", "is_merged")) == before
    assert not LessonCluster.objects.filter(members=None).exists()


def test_a_pair_that_editors_took_away_stays_away(lessons):
    load()
    by = factories.UserFactory(is_staff=True)
    part(helper=lessons["c"], pitfall=lessons["a"], by=by)
    own = pair(helper=lessons["d"], pitfall=lessons["b"], by=by)
    assert load() == {"kept": 1}
    assert LessonHelp.objects.get() == own


def test_the_file_names_lessons_that_ship():
    kinds = {(one["id"], lesson["title"]): lesson["kind"] for one in records() for lesson in one["lessons"]}
    file = read_records(shipped.FILE)
    in_clusters = [tuple(name) for one in file for name in one.get("lessons", ())]
    assert len(in_clusters) == len(set(in_clusters)), "a lesson is in one cluster"
    for one in file:
        if "cluster" in one:
            names = [tuple(name) for name in one["lessons"]]
            assert len({kinds[name] for name in names}) == 1
            assert len({project for project, _title in names}) == len(names)
        else:
            assert kinds[tuple(one["pitfall"])] == LessonKind.PITFALL
            assert all(kinds[tuple(name)] != LessonKind.PITFALL for name in one["helped_by"])
