"""Markdown that people typed becomes HTML here and nowhere else: rendered, then cleaned to a short list of tags."""

import re

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "a", "blockquote", "code", "pre", "hr", "h3", "h4"}
TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "th": {"scope"}, "table": {"tabindex"}, "pre": {"tabindex"}}
SCHEMES = {"http", "https", "mailto", "tel"}
# The page itself has h1 and h2: what an author calls a first heading is a third on the page.
HEADINGS = {1: "h3", 2: "h3", 3: "h4", 4: "h4", 5: "h4", 6: "h4"}
UNMARKED = re.compile(r"[^\W\d_][^*_`#\[\]\\<>&|~\n\r]*")
"""A line that begins with a letter and has no sign that Markdown knows: most summaries."""
PARAGRAPHS = re.compile(rf"{UNMARKED.pattern}(?<![ \t])(?:\n+{UNMARKED.pattern}(?<![ \t]))*")
"""Such lines and empty ones, none of which ends in a space (two of which break a line): most texts."""

_parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def plain(text: str) -> str:
    """Return what somebody reads of the Markdown `text`, on one line, without marks, addresses of links and tags."""
    if UNMARKED.fullmatch(text):
        return " ".join(text.split())
    return " ".join(" ".join(map(_words, _parser.parse(text))).split())


def render(text: str) -> SafeString:
    """Return safe HTML for the Markdown `text`; raw HTML and images in it come out as plain text."""
    if PARAGRAPHS.fullmatch(text):
        return _paragraphs(text)
    return _rendered(text)


def _paragraphs(text: str) -> SafeString:
    """Return what `_rendered` does for a text without a sign that means something to Markdown or HTML.

    Parsing and cleaning take a fifth of a millisecond, and a page may show a hundred texts.
    """
    found = "".join(f"<p>{one.strip()}</p>\n" for one in re.split(r"\n{2,}", text))
    return mark_safe(found.replace("\xa0", "&nbsp;"))  # noqa: S308 - no sign in it means anything to a browser


def _rendered(text: str) -> SafeString:
    tokens = _parser.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = HEADINGS[int(token.tag[1])]
        if token.type == "th_open":
            token.attrs = {"scope": "col"}
        if token.type in ("table_open", "code_block", "fence"):
            # Wide ones scroll, and what scrolls must be within reach of the keyboard.
            token.attrs = {"tabindex": "0"}
            token.type = token.type.replace("fence", "code_block")
    html = _parser.renderer.render(tokens, _parser.options, {})
    cleaned = nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="nofollow ugc noopener")
    return mark_safe(cleaned)  # noqa: S308 - nh3 has just reduced it to the tags above


def _words(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return "".join(map(_words, token.children)) if token.children is not None else token.content
