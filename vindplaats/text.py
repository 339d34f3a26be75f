"""Clean what people type: no control characters, one form of each letter, no stray white space."""

import re
import unicodedata

from django import forms

# C0 and C1 control characters except tab, line feed and carriage return; also U+FFFE, U+FFFF and lone surrogates.
# PostgreSQL refuses NUL; Atom (XML 1.0, section 2.2) and XLSX refuse the others.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")

# What Unicode does not take apart, and PostgreSQL's unaccent does: letters with a stroke, curly quotes, dashes.
ALIKE = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t"}
    | dict.fromkeys("‘’‛′", "'")
    | dict.fromkeys("“”‟″", '"')
    | dict.fromkeys("‐‑‒–—―", "-")
)


def clean(value: str) -> str:
    """Return `value` in Unicode NFC, with Unix line ends and without control characters."""
    value = unicodedata.normalize("NFC", value).replace("\r\n", "\n").replace("\r", "\n")
    return UNPRINTABLE.sub("", value)


def fold(value: str) -> str:
    """Return `value` in lower case without diacritics: the key on which names sort and match ('tanteLouise', 'Één').

    Equal to vindplaats_fold in the database for the letters and punctuation of names in Latin script.
    """
    if value.isascii():
        return value.lower().strip()
    decomposed = unicodedata.normalize("NFKD", value.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(ALIKE).strip()


def alphabetical(name: str) -> str:
    """Return the key on which names stand in a list, in both languages: as `fold`, without signs at the start.

    So "'t Gooi" stands under T. A database may sort otherwise: each has its own collation.
    """
    return fold(name).lstrip("'\"(")


def uncapitalised(label: str) -> str:
    """Return a label as it stands within a sentence; 'COROP-gebied' and 'GGD-regio' keep their capitals."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


class CleanCharField(forms.CharField):
    """A text field that strips control characters instead of refusing the whole form because of one."""

    def to_python(self, value: object) -> str:
        """Return the cleaned text."""
        return super().to_python(clean(str(value)) if value is not None else value)
