"""The page that describes the format names everything that the format has."""

from pathlib import Path

import pytest

from projects.services.exchange.kinds import Choice, Names
from projects.services.exchange.record import PROJECT, VERSION
from projects.services.exchange.shapes import Group, Groups

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "import-format.md").read_text(encoding="utf-8")


def words(shape):
    """Give every name and every fixed value of a group of fields."""
    for name, kind in shape.fields.items():
        yield name
        if isinstance(kind, Choice | Names):
            yield from kind.values
        if isinstance(kind, Groups):
            yield f"{kind.singular}_1_…"
        if isinstance(kind, Group | Groups):
            yield from words(kind.shape)


@pytest.mark.parametrize("word", sorted(set(words(PROJECT))))
def test_is_described(word):
    assert f"`{word}`" in PAGE or f"`{word.removesuffix('…')}" in PAGE


def test_version():
    assert f"Format version {VERSION}." in PAGE
