"""From a template to subject, text and HTML, in the language of who gets it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template import Context, engines
from django.template.base import Template
from django.template.loader import render_to_string
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import override

LOAD = re.compile(r"{%\s*load\s[^%]*%}")
LONGEST_SUBJECT = 200
ADDRESS = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]]")


@dataclass(frozen=True)
class Rendered:
    """A mail as it goes out."""

    subject: str
    text: str
    html: str


def render(template: str, context: Mapping[str, Any], language: str) -> Rendered:
    """Return the mail in `language`; ValueError when the template has no subject, empty line and text."""
    subject, line, text = _source(template).partition("\n\n")
    if not line:
        raise ValueError(f"mail/{template}.txt is not a line with the subject, an empty line and a text.")
    known = {"public_url": settings.PUBLIC_URL, "editors_email": settings.EDITORS_EMAIL, **context}
    with override(language):
        # Filled in apart from the text, so that a line break in a value ends neither the header nor the subject.
        title = " ".join(_filled(subject, known).split())[:LONGEST_SUBJECT]
        body = (
            _filled("".join(LOAD.findall(subject)) + text, known).strip()
            + "\n\n"
            + _filled(_source("_foot"), known).strip()
            + "\n"
        )
        parts = [_part(block) for block in re.split(r"\n\s*\n", body.strip())]
        html = render_to_string("mail/_frame.html", {"title": title, "parts": parts})
    return Rendered(title, body, html)


def _source(template: str) -> str:
    return engines["django"].engine.get_template(f"mail/{template}.txt").source


def _filled(source: str, context: Mapping[str, Any]) -> str:
    """Fill in plain text: nothing is escaped, for nothing in it is HTML."""
    template = Template(source, engine=engines["django"].engine)
    return template.render(Context(dict(context), autoescape=False))


def _part(block: str) -> dict[str, Any]:
    """Return the lines of a paragraph, or the items of a list: each line starts with a dash."""
    lines = block.splitlines()
    is_list = all(line.startswith("- ") for line in lines)
    return {"is_list": is_list, "lines": [_linked(line.removeprefix("- ") if is_list else line) for line in lines]}


def _linked(text: str) -> SafeString:
    """Make addresses of this site clickable. What people typed may hold others, and those stay text."""
    pieces, at = [], 0
    for found in ADDRESS.finditer(text):
        if not found[0].startswith((settings.PUBLIC_URL + "/", settings.PUBLIC_URL + "?")):
            continue
        pieces += [escape(text[at : found.start()]), format_html('<a href="{0}">{0}</a>', found[0])]
        at = found.end()
    return format_html_join("", "{}", ((piece,) for piece in [*pieces, escape(text[at:])]))
