"""Text that people type is cleaned, and folded the same way in Python and in the database."""

import xml.etree.ElementTree as ET

import pytest
from django import forms
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from vindplaats.text import CleanCharField, clean, fold


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("zorg\x00thuis", "zorgthuis"),
        ("a\x01\x08\x0b\x0c\x0e\x1f\x7f\x85\x9fb", "ab"),
        ("regel\r\ntwee\rdrie\n\tvier", "regel\ntwee\ndrie\n\tvier"),
        ("e\u0301e\u0301n", "één"),
        ("\ufffe\uffff\ud800a\udfff", "a"),
        ("🩺 zorg – ‘thuis’", "🩺 zorg – ‘thuis’"),
        ("", ""),
    ],
)
def test_clean(typed, kept):
    assert clean(typed) == kept


@given(st.text())
def test_clean_text_fits_in_xml_and_stays_clean(text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    element = ET.Element("a")
    element.text = cleaned
    ET.fromstring(ET.tostring(element, encoding="unicode"))  # noqa: S314 - made here
    cleaned.encode()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("tanteLouise", "tantelouise"),
        ("Één", "een"),
        ("  Zuyderland ", "zuyderland"),
        ("Gießen", "giessen"),
        ("SÚDWEST-FRYSLÂN", "sudwest-fryslan"),
        ("’s Heeren Loo – Ermelo", "'s heeren loo - ermelo"),
    ],
)
def test_fold(name, key):
    assert fold(name) == key


# All letters of Latin-1 and Latin Extended-A but three that no language of Europe uses any more, and what joins words.
IN_NAMES = [chr(code) for code in range(0xC0, 0x180) if chr(code) not in "×÷ĸŉĿŀſ"] + list("abcXYZ019 .,&()‘’“”–—‐-'\"")


@pytest.mark.django_db
@pytest.mark.parametrize("letter", [pytest.param(letter, id=f"U+{ord(letter):04X}") for letter in IN_NAMES])
def test_database_folds_names_the_same_way(letter):
    name = f"Zorg{letter}Huis"
    with connection.cursor() as cursor:
        cursor.execute("SELECT vindplaats_fold(%s)", [name])
        assert cursor.fetchone()[0] == fold(name)


class NameForm(forms.Form):
    """A form with one cleaned field."""

    name = CleanCharField(max_length=10)


@pytest.mark.parametrize(("typed", "kept"), [("zorg\x00", "zorg"), ("\x1b[31mrood", "[31mrood"), ("  a  ", "a")])
def test_field_strips_instead_of_refusing(typed, kept):
    form = NameForm({"name": typed})
    assert form.is_valid()
    assert form.cleaned_data["name"] == kept


@pytest.mark.parametrize("typed", ["", "\x00\x01", "   ", None])
def test_field_of_control_characters_is_empty(typed):
    assert NameForm({"name": typed}).errors["name"] == ["Dit veld is verplicht."]


def test_field_still_limits():
    assert not NameForm({"name": "x" * 11}).is_valid()
