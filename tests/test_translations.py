"""The English catalogue: complete, in step with code and templates, compiled, and in the words of docs/english.md."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.utils.translation import gettext, ngettext, override, pgettext

from tests.languages import CATALOGUE, MARKUP, PAGES, ROOT, catalogue, dutch_of, english_of, words

SOURCES = ("vindplaats", "projects", "peers", "templates", "locale")
KINDS = ("*.py", "*.html", "*.txt", "*.xml", "*.po")
ASKING = ("_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|<[^>]+>")
FROM_DJANGO = {"Home"}
"""Texts of the admin that Django itself has in Dutch."""
NOT_OUR_ENGLISH = re.compile(
    r"\b(institut\w+|e-mail\w*|programs?|subsid\w+|comparable|caregivers?|slugs?|centers?|colors?|behavior\w*"
    r"|\w+i(?:zation|zations|zed|zing))\b",
    re.IGNORECASE,
)
"""American spelling, and words that docs/english.md replaces."""


def key(entry: polib.POEntry) -> tuple[str | None, str, str]:
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def test_every_text_has_english_that_somebody_approved():
    assert len(catalogue()) > 500
    assert [entry.msgid for entry in catalogue() if not entry.translated() or entry.fuzzy] == []
    assert [entry.msgid for entry in catalogue() if not all(map(str.strip, english_of(entry)))] == []


@pytest.mark.skipif(not shutil.which("xgettext"), reason="GNU gettext is not installed: apt-get install gettext")
def test_no_text_of_code_or_templates_is_missing(tmp_path):
    """As `make messages`, on a copy."""
    for name in SOURCES:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=_all_but_sources)
    program = [sys.executable, ROOT / ".ci" / "messages.py"]
    done = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    wanted = polib.pofile(tmp_path / CATALOGUE.relative_to(ROOT))
    missing = {key(entry) for entry in wanted} - {key(entry) for entry in catalogue()}
    assert not missing, "run `make messages` and translate these"


def _all_but_sources(folder: str, names: list[str]) -> list[str]:
    return [
        name for name in names if not Path(folder, name).is_dir() and not any(Path(name).match(kind) for kind in KINDS)
    ]


@pytest.mark.parametrize("app", ["vindplaats", "projects", "peers"])
def test_no_text_stands_where_gettext_does_not_look(app):
    """It does not read what is put into an f-string."""
    inside = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in sorted((ROOT / app).rglob("*.py"))
        for string in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for node in ast.walk(string)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ASKING
    ]
    assert not inside, "give it a name before the f-string"


def test_what_the_site_reads_is_compiled_from_what_people_write():
    compiled = polib.mofile(CATALOGUE.with_suffix(".mo"))
    assert {key(entry): english_of(entry) for entry in compiled} == {
        key(entry): english_of(entry) for entry in catalogue()
    }, "run `make messages`"
    assert "POT-Creation-Date" not in catalogue().metadata


def test_placeholders_and_tags_are_the_same_in_both_languages():
    def kept(text: str) -> list[str]:
        return sorted(PLACEHOLDER.findall(text))

    for entry in catalogue():
        dutch, english = dutch_of(entry), english_of(entry)
        assert len(dutch) == len(english), entry.msgid
        assert list(map(kept, dutch)) == list(map(kept, english)), entry.msgid


def test_ends_and_capitals_are_the_same_in_both_languages():
    """A sentence stays a sentence, and what stands within one starts without a capital."""
    for entry in catalogue():
        for dutch, english in zip(dutch_of(entry), english_of(entry), strict=True):
            assert dutch[-1:] in ".?!:" or english[-1:] not in ".!", entry.msgid
            assert dutch[-1:] not in ".?!:" or english[-1:] == dutch[-1:], entry.msgid
            if dutch[0].isalpha() and english[0].isalpha():
                assert dutch[0].isupper() == english[0].isupper(), entry.msgid


def test_english_is_british_and_uses_one_word_for_one_thing():
    texts = [text for entry in catalogue() for text in english_of(entry)]
    texts += [path.read_text() for path in PAGES.glob("*.en.html")]
    assert [found[0] for text in texts for found in NOT_OUR_ENGLISH.finditer(MARKUP.sub(" ", text))] == []


def test_dutch_shows_what_stands_in_the_code():
    """A text that is the same as one of Django's or a package's own would show theirs."""
    with override("nl"):
        other = [
            entry.msgid
            for entry in catalogue()
            if (pgettext(entry.msgctxt, entry.msgid) if entry.msgctxt else gettext(entry.msgid)) != entry.msgid
            or (entry.msgid_plural and ngettext(entry.msgid, entry.msgid_plural, 2) != entry.msgid_plural)
        ]
    assert set(other) == FROM_DJANGO


def test_english_leaves_the_texts_of_django_alone():
    """Our English of a text that Django's own pages use as well would change theirs."""
    import django

    theirs = {
        entry.msgid for path in Path(django.__file__).parent.glob("**/nl/**/*.mo") for entry in polib.mofile(path)
    }
    shared = [entry for entry in catalogue() if entry.msgid in theirs and not entry.msgctxt]
    assert theirs
    assert [entry.msgid for entry in shared if entry.msgstr != entry.msgid] == []


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.nl.html")), ids=lambda path: path.name)
def test_pages_of_text_have_the_same_parts_in_both_languages(path):
    dutch, english = (each.read_text() for each in (path, path.with_name(path.name.replace(".nl.", ".en."))))
    for part in ("<h2", "<h3", "<ul", "<ol", "<tr", "{% url", "{{ editors_email }}"):
        assert dutch.count(part) == english.count(part), part
    assert len(words(english)) > 50


def test_words_with_two_meanings_have_two_translations():
    with override("en"):
        assert pgettext("persoon", "functie") == "job title"
        assert gettext("functie") == "function"
