"""The text of a plain text file, in the character sets that Dutch computers write."""

import codecs

from vindplaats.documents.refusals import Refusal, Unreadable

MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# What is no text often happens to be readable as Windows text, full of control characters.
CONTROL = frozenset(map(chr, range(32))) - set("\t\n\r\f")


def decode(content: bytes) -> str:
    """Return the text; raise Unreadable when it is in another character set, or no text at all."""
    marked = [charset for mark, charset in MARKS.items() if content.startswith(mark)]
    for charset in marked or ("utf-8", "cp1252"):
        try:
            text = content.decode(charset)
        except UnicodeDecodeError:
            continue
        if CONTROL.isdisjoint(text):
            return text
        raise Unreadable(Refusal.NOT_WHAT_IT_SAYS)
    raise Unreadable(Refusal.CHARSET)
