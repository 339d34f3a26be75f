"""From the Markdown of an edition to the plain text of a mail, of which the HTML is made."""

import re

HEADING = re.compile(r"^#{1,6}\s+", re.MULTILINE)
LINK = re.compile(r"\[((?:\\.|[^\]\\])*)\]\((\S+?)\)")
EMPHASIS = re.compile(r"(?<![\w*\\])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*])")
ITEM = re.compile(r"^[*+]\s+", re.MULTILINE)
ESCAPED = re.compile(r"\\([\\\[\]*_`<>])")


def as_mail(text: str) -> str:
    """Return Markdown as somebody reads it in a mail: a link is its words and its address, an item has a dash."""
    text = LINK.sub(r"\1: \2", text)
    text = ITEM.sub("- ", HEADING.sub("", text))
    return ESCAPED.sub(r"\1", EMPHASIS.sub(r"\2", text))
