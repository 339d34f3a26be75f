"""What differs between two texts of a project, in words."""

import pytest

from projects.services.revisions.differences import changed_fields, differences
from projects.services.revisions.words import MOST_WORDS, Part, brief, compare_texts
from tests import factories


def parts(difference):
    return [(part.kind, part.text) for part in difference.parts]


def joined(parts, *kinds):
    return "".join(part.text for part in parts if part.kind in kinds)


def test_words_that_went_and_came_are_told_apart(db):
    [one] = differences({"summary": "Wij bellen elke dag."}, {"summary": "Wij bellen elke week met beeld."})
    assert (one.name, one.label) == ("summary", "Samenvatting")
    assert (one.old, one.new) == ("Wij bellen elke dag.", "Wij bellen elke week met beeld.")
    assert parts(one) == [("same", "Wij bellen elke"), ("removed", " dag."), ("added", " week met beeld.")]


@pytest.mark.parametrize("empty", [None, "", []])
def test_all_that_is_empty_is_the_same(empty):
    assert changed_fields({"results": ""}, {"results": empty}) == []
    assert changed_fields({}, {"results": empty}) == []


def test_what_the_site_keeps_itself_is_no_part_of_a_text():
    assert changed_fields({"status": "draft", "slug": "a"}, {"status": "published", "slug": "b", "id": "c"}) == []


def test_fields_stand_in_the_order_of_the_form(db):
    new = {"regions": ["een@2025-01-01"], "title": "B", "lessons": [{"kind": "tip", "title": "T"}], "problem": "x"}
    assert [one.name for one in differences({"title": "A"}, new)] == ["title", "problem", "lessons.t", "regions"]


def test_terms_and_choices_have_their_names(db):
    factories.ThemeFactory(slug="valpreventie", name="Valpreventie")
    factories.ThemeFactory(slug="dementie", name="Dementie")
    old = {"themes": ["valpreventie"], "phase": "pilot"}
    phase, themes = differences(old, {"themes": ["dementie"], "phase": "scaling"})
    assert (phase.old, phase.new) == ("Pilot", "Opschaling")
    assert themes.listed
    assert parts(themes) == [("added", "Dementie"), ("removed", "Valpreventie")]


def test_a_term_that_is_gone_keeps_its_slug(db):
    [one] = differences({"themes": ["weg"]}, {"themes": []})
    assert parts(one) == [("removed", "weg")]


def test_regions_and_programmes_have_their_names(db):
    region = factories.RegionFactory(slug="drenthe", name="Drenthe")
    line = factories.ProgrammeLineFactory(name="Lijn 1")
    programme = {"id": line.programme.external_id, "line": "Lijn 1"}
    key = f"drenthe@{region.scheme.valid_from.isoformat()}"
    one, other = differences({}, {"regions": [key], "programmes": [programme]})
    assert one.new == f"{line.programme.name}: Lijn 1"
    assert other.new == f"Drenthe ({region.scheme.name})"


def test_a_lesson_is_compared_with_itself(db):
    old = [
        {"slug": "les-a", "kind": "pitfall", "title": "Te laat", "advice": "Begin eerder."},
        {"kind": "tip", "title": "B"},
    ]
    new = [{"slug": "les-a", "kind": "pitfall", "title": "Te laat begonnen", "advice": "Begin eerder."}]
    changed, gone = differences({"lessons": old}, {"lessons": new})
    assert changed.label == "Les “Te laat begonnen”"
    assert changed.new == "Soort: Valkuil\nTitel: Te laat begonnen\nWat hielp: Begin eerder."
    assert joined(changed.parts, "added") == " begonnen"
    assert (gone.old, gone.new) == ("Soort: Tip\nTitel: B", "")


def test_another_order_of_lessons_is_told_once(db):
    a, b = {"kind": "tip", "title": "A"}, {"kind": "tip", "title": "B"}
    [one] = differences({"lessons": [a, b]}, {"lessons": [b, a]})
    assert (one.label, one.old, one.new) == ("Lessen: volgorde", "A\nB", "B\nA")


def test_a_new_lesson_is_one_difference(db):
    a, b = {"kind": "tip", "title": "A"}, {"kind": "tip", "title": "B"}
    [one] = differences({"lessons": [b]}, {"lessons": [a, b]})
    assert (one.old, one.new) == ("", "Soort: Tip\nTitel: A")


@pytest.mark.parametrize(
    ("old", "new"),
    [("", "nieuw"), ("a b c\nd e\n", "a x c\nd e f"), ("één\n\ntwee  drie ", "één\ntwee drie"), ("a" * 50, "b")],
)
def test_the_parts_make_both_texts_again(old, new):
    found = compare_texts(old, new)
    assert joined(found, "same", "removed") == old
    assert joined(found, "same", "added") == new


def test_a_very_long_paragraph_is_replaced_as_a_whole():
    old, new = "a b " * MOST_WORDS, "c d " * MOST_WORDS
    assert [part.kind for part in compare_texts(old, new)] == ["removed", "added"]


def test_the_middle_of_what_stayed_is_left_out():
    found = brief(compare_texts("begin\n" + "woord " * 500 + "\neinde\n", "start\n" + "woord " * 500 + "\nslot\n"))
    assert [(part.kind, part.cut) for part in found][2:4] == [("same", True), ("same", True)]
    assert all(len(part.text) <= 200 for part in found)
    assert brief([Part("same", "kort")]) == (Part("same", "kort"),)


def test_the_number_of_queries_does_not_grow_with_the_fields(db, django_assert_num_queries):
    old = {"themes": ["a"], "conditions": ["b"], "lessons": [{"title": "x", "themes": ["c"]}]}
    with django_assert_num_queries(2):
        differences(old, {})
    more = {
        "themes": ["a", "d"],
        "conditions": ["b", "e"],
        "lessons": [{"title": str(n), "themes": ["c"]} for n in range(9)],
    }
    with django_assert_num_queries(2):
        differences(more, {})
