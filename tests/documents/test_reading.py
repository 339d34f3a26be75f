"""Files that visitors send: their text, or a refusal that says what is wrong; never an error, nothing left behind."""

import resource
import subprocess
import sys
import tempfile
import threading

import pytest
from django.conf import settings

from tests.documents import samples
from vindplaats.documents import reading
from vindplaats.documents.limits import MOST_CHARACTERS
from vindplaats.documents.messages import message
from vindplaats.documents.reading import read_text
from vindplaats.documents.refusals import Refusal, Unreadable


def refusal(content: bytes, name: str, **more) -> Refusal:
    with pytest.raises(Unreadable) as raised:
        read_text(content, name, **more)
    return raised.value.refusal


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (samples.docx(), "plan.docx"),
        (samples.pdf(), "Plan (definitief).PDF"),
        (b"\n" * 40 + samples.pdf(), "plan.pdf"),
        (samples.encrypted_pdf(""), "plan.pdf"),
        (samples.WORDS.encode(), "plan.txt"),
        (samples.WORDS.encode("utf-8-sig"), "plan.txt"),
        (samples.WORDS.encode("cp1252"), "C:\\Documenten\\plan.TXT"),
        (samples.WORDS.encode("utf-16"), "plan.txt"),
    ],
)
def test_reads_what_people_have(content, name):
    assert read_text(content, name).text == samples.WORDS


def test_reads_tables_and_pages_in_order():
    assert read_text(samples.docx("Vooraf.", cell="In de tabel."), "a.docx").text == "Vooraf.\nIn de tabel."
    assert read_text(samples.pdf("Zin", pages=100), "a.pdf").text.split() == ["Zin"] * 100


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (samples.docx("zorg " * 30_000), "a.docx"),
        (samples.pdf("zorg " * 300, pages=100), "a.pdf"),
        (b"zorg " * 30_000, "a.txt"),
    ],
)
def test_reads_the_first_part_of_a_long_text_and_says_so(content, name):
    read = read_text(content, name)
    assert len(read.text) == MOST_CHARACTERS
    assert read.cut


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"tekst", "plan.odt", Refusal.UNKNOWN_KIND),
        (b"tekst", "plan", Refusal.UNKNOWN_KIND),
        (b"tekst", "", Refusal.UNKNOWN_KIND),
        (b"tekst", ".pdf", Refusal.UNKNOWN_KIND),
        (samples.OLD_WORD, "plan.doc", Refusal.OLD_WORD),
        (samples.OLD_WORD, "plan.docx", Refusal.ENCRYPTED),
        (samples.OLD_WORD, "plan.txt", Refusal.NOT_WHAT_IT_SAYS),
        (samples.docx(), "plan.pdf", Refusal.NOT_WHAT_IT_SAYS),
        (samples.docx(), "plan.txt", Refusal.NOT_WHAT_IT_SAYS),
        (samples.pdf(), "plan.docx", Refusal.NOT_WHAT_IT_SAYS),
        (samples.pdf(), "plan.txt", Refusal.NOT_WHAT_IT_SAYS),
        (samples.other_zip(), "plan.docx", Refusal.NOT_WHAT_IT_SAYS),
        (b"gewone tekst", "plan.pdf", Refusal.NOT_WHAT_IT_SAYS),
        (b"a\0b\0c", "plan.txt", Refusal.NOT_WHAT_IT_SAYS),
        (bytes(range(1, 256)), "plan.txt", Refusal.CHARSET),
        (b"\xff\xfe\x00\xd8", "plan.txt", Refusal.CHARSET),
        (b"", "plan.pdf", Refusal.EMPTY),
        (b" \n ", "plan.txt", Refusal.EMPTY),
        (samples.docx(" "), "plan.docx", Refusal.NO_TEXT),
        (samples.pdf(""), "scan.pdf", Refusal.NO_TEXT),
        (samples.pdf(pages=101), "plan.pdf", Refusal.TOO_MANY_PAGES),
        (samples.encrypted_pdf("geheim"), "plan.pdf", Refusal.ENCRYPTED),
        (samples.pdf()[:60], "plan.pdf", Refusal.DAMAGED),
        (samples.docx()[:3_000], "plan.docx", Refusal.DAMAGED),
        (samples.docx_with(b"<w:document"), "plan.docx", Refusal.DAMAGED),
        (samples.docx_bomb(), "plan.docx", Refusal.TOO_MUCH),
        (b"a" * 5_300_000, "plan.txt", Refusal.TOO_LARGE),
    ],
    ids=lambda value: value if isinstance(value, str | Refusal) else "",
)
def test_refuses_with_a_reason(content, name, expected):
    assert refusal(content, name) == expected


def test_every_reason_is_told_in_words():
    assert all(str(message(one)).endswith((".", "?")) for one in Refusal)


def test_a_file_of_which_only_the_size_is_known_is_too_large():
    assert refusal(b"", "plan.pdf", size=6_000_000) == Refusal.TOO_LARGE


@pytest.mark.slow
@pytest.mark.parametrize(
    ("content", "name"),
    [(samples.pdf_bomb(), "plan.pdf"), (samples.docx_with_entities(), "plan.docx")],
    ids=["pdf", "entities"],
)
def test_a_bomb_is_refused_in_time(content, name):
    assert refusal(content, name) in (Refusal.DAMAGED, Refusal.TOO_MUCH, Refusal.TOO_SLOW, Refusal.NO_TEXT)


def test_a_reader_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 0.01)
    assert refusal(samples.pdf(), "plan.pdf") == Refusal.TOO_SLOW


def test_no_more_than_two_are_read_at_once(monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 0.01)
    monkeypatch.setattr(reading, "at_once", threading.BoundedSemaphore(1))
    with reading.at_once:
        assert refusal(samples.pdf(), "plan.pdf") == Refusal.BUSY
    monkeypatch.undo()
    assert read_text(samples.pdf(), "plan.pdf").text


def test_nothing_is_left_behind(capfd, tmp_path, monkeypatch):
    # A folder of its own: others leave things in the one of the machine.
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setitem(reading.ENVIRONMENT, "TMPDIR", str(tmp_path))
    read_text(samples.pdf(), "a.pdf")
    read_text(samples.docx(), "a.docx")
    with pytest.raises(Unreadable, match="^DAMAGED$"):
        read_text(samples.pdf()[:60], "a.pdf")
    assert list(tmp_path.iterdir()) == []
    assert capfd.readouterr() == ("", "")


TRY = """
import os, socket, subprocess, sys, resource
from vindplaats.documents.process import give_up_rights
read, write = sys.argv[1:]
give_up_rights()
def tried(what):
    try:
        what()
    except (OSError, MemoryError, ImportError) as error:
        return type(error).__name__
    return "done"
print(*[tried(what) for what in (
    lambda: open(read), lambda: open(write, "w"), lambda: socket.socket(),
    lambda: subprocess.run([sys.executable, "-V"]), lambda: bytearray(800_000_000),
)], resource.getrlimit(resource.RLIMIT_CPU)[1], resource.getrlimit(resource.RLIMIT_CORE)[1])
"""


def test_the_reading_process_can_do_nothing_but_read(tmp_path):
    there = tmp_path / "bestaat"
    there.write_text("geheim")
    command = [sys.executable, "-c", TRY, there, tmp_path / "nieuw"]
    done = subprocess.run(command, cwd=settings.BASE_DIR, env={}, capture_output=True, text=True, check=True)
    opened, written, connected, started, taken, seconds, core = done.stdout.split()
    assert {opened, written, connected, started} == {"OSError"}
    assert (seconds, core) == ("10", "0")
    assert taken == "MemoryError" or sys.platform == "darwin"
    assert not (tmp_path / "nieuw").exists()


def test_the_reading_process_knows_no_secret_and_no_django():
    asked = "import sys, vindplaats.documents.process as one; print('django' in sys.modules, one.__name__)"
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=settings.BASE_DIR, env={}, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "vindplaats.documents.process"]
    assert not {"SECRET_KEY", "DATABASE_URL"} & set(reading.ENVIRONMENT)


def test_limits_of_this_process_are_untouched():
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    read_text(samples.pdf(), "plan.pdf")
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == before
