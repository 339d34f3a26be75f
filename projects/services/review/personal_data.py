"""Find what may be about a person in a text that everyone will read: addresses, telephone numbers, BSN and names.

It points, and a moderator decides. So it would rather miss an odd spelling than cry at every year or chamber number.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from vindplaats.text import fold

EMAIL, PHONE, BSN, NAME = "email", "phone", "bsn", "name"

_ADDRESS = re.compile(
    r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}"
    r"|[\w.+-]+ ?[(\[{] ?(?:at|apenstaartje) ?[)\]}] ?(?:[\w-]+ ?(?:\.|[(\[{] ?(?:dot|punt) ?[)\]}]) ?)+[a-z]{2,}",
    re.IGNORECASE,
)
# What holds long numbers without being about a person: web addresses, IBAN, dates.
_NOT_A_NUMBER = re.compile(
    r"\b(?:https?://|www\.|doi\.org|doi:)\S+"
    r"|\b[A-Z]{2}\d{2} ?[A-Z]{4}(?: ?\d){10}\b"
    r"|\b(?:\d{1,2}([-/. ])\d{1,2}\1(?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})\b(?![-.]?\d)",
    re.IGNORECASE,
)
_GAP = r"[ .\-–]{0,3}"
# Ten digits, or nine behind the code of the country, in groups as people write them: 06 and eight, or an area code of
# three or four and the rest. Service numbers (0800, 0900, 14 0xx) are of no person; 085 and 088 may be.
_PHONE = re.compile(
    rf"(?<![\w,/])(?:"
    rf"(?:\+|00)31{_GAP}(?:\(0\){_GAP})?(?:6(?:{_GAP}\d){{8}}|[1-578]\d{{1,2}}(?:{_GAP}\d){{6,7}})"
    rf"|\(?06\)?(?:{_GAP}\d){{8}}"
    rf"|\(?0[1-578]\d\)?(?:{_GAP}\d){{7}}"
    rf"|\(?0[1-578]\d{{2}}\)?(?:{_GAP}\d){{6}}"
    rf")(?![\d\w])(?![.,/-]\d)"
)
_AFTER_COUNTRY_CODE = 9
_COUNTRY_CODE = re.compile(rf"(?:\+|00)31{_GAP}(?:\(0\))?")
# 123456782, 1234.56.782, 1234 56 782, 123 456 782. With full stops per three it is an amount of money.
_NINE_DIGITS = re.compile(
    r"(?<![\w.,/+-])(?<!€)(?<!€ )(?:\d{9}|\d{4}([ .\-])\d{2}\1\d{3}|\d{3}([ -])\d{3}\2\d{3})(?![\w€])(?![.,/-]\d)"
)
_OTHER_NUMBER = re.compile(
    r"(?:rsin|kvk|btw|agb|iban|isbn|issn|doi|pmid|zonmw|eur|euro|dossier|project|programma|subsidie|artikel|nct|big)"
    r"[\w-]*[\s:#.]*(?:(?:nr|no|nummer)\b\.?)?[\s:#]*$",
    re.IGNORECASE,
)
_LOOKED_BACK = 40


@dataclass(frozen=True, order=True)
class Span:
    """A place in a text, from `start` up to `end`, that may be about a person."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Piece:
    """A piece of a text; `kind` is empty for what is nobody's business."""

    text: str
    kind: str = ""


def find(text: str, names: Collection[str] = ()) -> list[Span]:
    """Return what may be personal in `text`, from the beginning on, never overlapping.

    `names` are those of people to look for, whatever their capitals; a name of one word is not looked for.
    """
    found = sorted([*_emails(text), *_numbers(text), *_names(text, names)])
    apart: list[Span] = []
    for span in found:
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return apart


def kinds_in(text: str, names: Collection[str] = ()) -> set[str]:
    """Return which kinds of personal data may be in `text`."""
    return {span.kind for span in find(text, names)}


def pieces(text: str, names: Collection[str] = ()) -> list[Piece]:
    """Return `text` cut up, so that a page can mark what was found."""
    cut, last = [], 0
    for span in find(text, names):
        cut += [Piece(text[last : span.start]), Piece(text[span.start : span.end], span.kind)]
        last = span.end
    return [piece for piece in [*cut, Piece(text[last:])] if piece.text]


def passes_eleven_test(digits: str) -> bool:
    """Tell whether nine digits can be a burgerservicenummer: 9a + 8b + ... + 2h - i is a multiple of eleven.

    As the Logisch Ontwerp BSN has it. One in eleven numbers passes by chance.
    """
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and digits.strip("0") != ""


def _emails(text: str) -> Iterator[Span]:
    yield from (Span(*match.span(), EMAIL) for match in _ADDRESS.finditer(text))


def _numbers(text: str) -> Iterator[Span]:
    bare = _NOT_A_NUMBER.sub(lambda match: "_" * len(match.group()), text)
    for match in _PHONE.finditer(bare):
        if _has_right_length(match.group()):
            yield Span(*match.span(), PHONE)
    for match in _NINE_DIGITS.finditer(bare):
        digits = re.sub(r"\D", "", match.group())
        before = bare[max(0, match.start() - _LOOKED_BACK) : match.start()]
        if passes_eleven_test(digits) and not _OTHER_NUMBER.search(before):
            yield Span(*match.span(), BSN)


def _has_right_length(number: str) -> bool:
    """Tell whether a number with the code of the country has nine digits behind it; without one the pattern counts."""
    code = _COUNTRY_CODE.match(number)
    return code is None or len(re.sub(r"\D", "", number[code.end() :])) == _AFTER_COUNTRY_CODE


def _names(text: str, names: Collection[str]) -> Iterator[Span]:
    for name in names:
        words = fold(name).split()
        if len(words) > 1:
            pattern = r"\s+".join(map(re.escape, words))
            yield from (Span(*match.span(), NAME) for match in _finditer_folded(pattern, text))


def _finditer_folded(pattern: str, text: str) -> Iterator[re.Match[str]]:
    """Find a folded pattern; only where folding keeps each letter in its place, which it does for Latin script."""
    folded = "".join(fold(letter) if len(fold(letter)) == 1 else letter for letter in text)
    yield from re.finditer(rf"(?<!\w){pattern}(?!\w)", folded)
