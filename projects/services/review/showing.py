"""A text as a moderator reads it: field by field, what changed, and where something may be about a person."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from projects.services.review import personal_data
from projects.services.review.flags import label_of_flag
from projects.services.review.public_texts import NOT_WRITTEN
from projects.services.revisions.differences import FieldDifference, differences
from projects.services.revisions.words import ADDED, REMOVED, SAME, Part

NOT_PUBLIC = frozenset({*NOT_WRITTEN, "contact", "source_url"})
"""Fields in which an address or a name may stand."""


@dataclass(frozen=True)
class Piece:
    """A piece of a text: `change` is SAME, ADDED or REMOVED, `flag` says what it may tell about a person."""

    text: str
    change: str = SAME
    flag: str = ""
    cut: bool = False


@dataclass(frozen=True)
class Field:
    """A field as it is shown; `listed` when each piece is an item of a list by itself."""

    label: str
    pieces: list[Piece] = field(default_factory=list)
    listed: bool = False


def whole(record: dict[str, Any], names: Collection[str] = ()) -> list[Field]:
    """Return all that is filled in of a record; `names` are those of people to look for."""
    return [_field(one, names, as_new=True) for one in differences({}, record)]


def changes(old: dict[str, Any], new: dict[str, Any], names: Collection[str] = ()) -> list[Field]:
    """Return the fields that differ, with the middle of what stayed the same left out."""
    return [_field(one, names) for one in differences(old, new)]


def plain(text: str, names: Collection[str] = ()) -> list[Piece]:
    """Return one text with what may be about a person marked."""
    return [_marked(piece, SAME) for piece in personal_data.pieces(text, names)]


def _field(difference: FieldDifference, names: Collection[str], *, as_new: bool = False) -> Field:
    looked_at = difference.name.partition(".")[0] not in NOT_PUBLIC
    pieces = []
    for part in difference.parts if as_new else difference.brief:
        # What goes away is nobody's business any more.
        if looked_at and part.kind != REMOVED:
            pieces += _pieces(part, names, SAME if as_new else part.kind, difference.listed)
        else:
            pieces.append(Piece(part.text, SAME if as_new else part.kind, cut=part.cut))
    return Field(difference.label, pieces, difference.listed)


def _pieces(part: Part, names: Collection[str], change: str, listed: bool) -> list[Piece]:
    found = personal_data.pieces(part.text, names)
    if listed or len(found) < 2:
        # An item of a list stays one piece.
        flag = next((piece.kind for piece in found if piece.kind), "")
        return [Piece(part.text, change, label_of_flag(flag) if flag else "", part.cut)]
    return [_marked(piece, change) for piece in found]


def _marked(piece: personal_data.Piece, change: str) -> Piece:
    return Piece(piece.text, change, label_of_flag(piece.kind) if piece.kind else "")


__all__ = ["ADDED", "REMOVED", "SAME", "Field", "Piece", "changes", "plain", "whole"]
