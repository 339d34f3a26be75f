"""What may be about a person is found; years, chamber numbers and web addresses are left alone."""

import pytest

from projects.services.review.personal_data import (
    BSN,
    EMAIL,
    NAME,
    PHONE,
    Piece,
    find,
    kinds_in,
    passes_eleven_test,
    pieces,
)

FOUND = [
    ("Mail naar jan.de.vries@zorg-oost.nl voor meer.", EMAIL, "jan.de.vries@zorg-oost.nl"),
    ("(zie A.Bakker+proef@umc.example.org)", EMAIL, "A.Bakker+proef@umc.example.org"),
    ("j.bakker [at] zorg.nl", EMAIL, "j.bakker [at] zorg.nl"),
    ("j.bakker(apenstaartje)zorg.nl", EMAIL, "j.bakker(apenstaartje)zorg.nl"),
    ("j.bakker (at) zorg (punt) nl", EMAIL, "j.bakker (at) zorg (punt) nl"),
    ("Bel 06-12345678.", PHONE, "06-12345678"),
    ("Bel 06 12 34 56 78 na vijven", PHONE, "06 12 34 56 78"),
    ("tel: 0612345678, ook 's avonds", PHONE, "0612345678"),
    ("+31 6 1234 5678", PHONE, "+31 6 1234 5678"),
    ("+31(0)6-12345678", PHONE, "+31(0)6-12345678"),
    ("0031612345678", PHONE, "0031612345678"),
    ("tel.0201234567", PHONE, "0201234567"),
    ("020 - 123 45 67", PHONE, "020 - 123 45 67"),
    ("(0513) 12 34 56", PHONE, "(0513) 12 34 56"),
    ("088-1234567", PHONE, "088-1234567"),
    ("+31 20 123 4567", PHONE, "+31 20 123 4567"),
    ("+31 513 123456", PHONE, "+31 513 123456"),
    ("De cliënt (111222333) kreeg een tablet.", BSN, "111222333"),
    ("BSN 1234.56.782", BSN, "1234.56.782"),
    ("bsn: 123 456 782", BSN, "123 456 782"),
    ("burgerservicenummer 1234 56 782", BSN, "1234 56 782"),
]
QUIET = [
    "Van 2019 tot 2024 deden 1.200 mensen mee.",
    "In 2015-2016-2017 en 2018 2019 2020.",
    "KVK 12345678, AGB-code 06123456.",
    "KVK-nummer 01234567 van de stichting",
    "Vestigingsnummer 000012345678",
    "Op 06-01-2020 12:30 begon het, op 06.01.2020 ook.",
    "Van 01-02-2021 t/m 03-04-2022; 2021-06-12 was de start.",
    "https://www.zorg.nl/0612345678/artikel-111222333?id=123456782",
    "www.zorg.nl/111222333 en doi:10.1000/111222333",
    "NL91 ABNA 0417 1643 00",
    "NL91ABNA0417164300",
    "De kosten zijn € 111.222.333 en €111222333.",
    "EUR 111222333 aan subsidie",
    "ZonMw-dossier 111222333 en projectnummer: 111222333",
    "btw NL111222333B01, RSIN 111222333",
    "ISBN 978-90-368-1234-5",
    "Bel 112 of 0800-1234 of 0900 8844.",
    "123456789 doorstaat de proef niet.",
    "Ruim 10 000 000 stappen, 06 van de 12 teams",
    "Volg ons op @zorgoost, of @ de receptie.",
    "tussen 0,612345678 en 1,5",
    "Postcode 1234 AB, kamer 0612",
    "Zie versie 1.2.3 en IP 192.168.100.200.",
    "Het getal 0612345678901 is te lang.",
    "NCT04123456 en NTR 7890",
    "+31 in de wintermaanden, 00 graden",
]


@pytest.mark.parametrize(("text", "kind", "what"), FOUND)
def test_found(text, kind, what):
    assert [(span.kind, text[span.start : span.end]) for span in find(text)] == [(kind, what)]


@pytest.mark.parametrize("text", QUIET)
def test_no_false_alarm(text):
    assert [(span.kind, text[span.start : span.end]) for span in find(text)] == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Vraag het Renée  de Groot.", ["Renée  de Groot"]),
        ("RENEE DE GROOT en renee de groot", ["RENEE DE GROOT", "renee de groot"]),
        ("De Groot en de Grootschalige Renée", []),
        ("Jan", []),
        ("Renée de Grootveld", []),
    ],
)
def test_names_of_people_who_answer(text, what):
    found = find(text, ["Renée de Groot", "Jan", ""])
    assert [text[span.start : span.end] for span in found] == what
    assert {span.kind for span in found} <= {NAME}


def test_without_names_no_names():
    assert kinds_in("Vraag het Renée de Groot.") == set()


def test_several_in_one_text():
    text = "Jan Bakker, j.bakker@zorg.nl, 06-12345678, BSN 111222333"
    assert kinds_in(text, ["Jan Bakker"]) == {EMAIL, PHONE, BSN, NAME}
    assert [span.kind for span in find(text, ["Jan Bakker"])] == [NAME, EMAIL, PHONE, BSN]


def test_pieces_make_up_the_text():
    text = "Mail a@b.nl\nof bel 06-12345678"
    cut = pieces(text)
    assert "".join(piece.text for piece in cut) == text
    assert [piece for piece in cut if piece.kind] == [Piece("a@b.nl", EMAIL), Piece("06-12345678", PHONE)]
    assert pieces("") == []


@pytest.mark.parametrize(
    ("digits", "passes"),
    [("111222333", True), ("123456782", True), ("123456789", False), ("000000000", False), ("010464554", True)],
)
def test_eleven_test(digits, passes):
    assert passes_eleven_test(digits) is passes


def test_a_long_text_takes_no_time():
    """Nothing here backtracks: a text as long as the format allows, of what almost matches."""
    for almost in ("06 1", "a.", "0612345", "123 456 78", "x(at", "+31(0)", "1234.56.78 "):
        assert find((almost * 10_000)[:30_000]) is not None
