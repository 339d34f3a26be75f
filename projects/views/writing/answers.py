"""A text as questions and answers, by section, to read it over."""

from typing import Any

from projects.services.revisions.labels import ITEM_KINDS, label_of
from projects.services.revisions.readable import Readable
from projects.services.revisions.sections import SECTIONS, Section
from projects.states import Kept

LONG = frozenset({"summary", "stop_explanation", "problem", "approach", "results", "kept_explanation"})
"""Texts with Markdown."""


def answers(content: dict[str, Any]) -> list[dict[str, Any]]:
    """Return each section with what is filled in: `label`, and `text`, `markdown`, `items` or `groups`."""
    readable = Readable(content)
    return [
        {"section": section, "answers": [_answer(readable, name, content) for name in _filled(section, content)]}
        for section in SECTIONS.values()
    ]


def _filled(section: Section, content: dict[str, Any]) -> list[str]:
    return [name for name in section.fields if content.get(name) not in (None, "", [], Kept.UNKNOWN)]


def _answer(readable: Readable, name: str, content: dict[str, Any]) -> dict[str, Any]:
    value = content[name]
    found: dict[str, Any] = {"label": label_of(name), "text": "", "markdown": "", "items": [], "groups": []}
    if name in LONG:
        found["markdown"] = str(value)
    elif name in ITEM_KINDS:
        found["groups"] = [readable.lines(name, item) for item in value]
    elif isinstance(value, list):
        found["items"] = readable.items(name, value)
    else:
        found["text"] = readable.text(name, value)
    return found
