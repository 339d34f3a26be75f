"""What stands in a digest, in the active language: for each thing that is followed what is new, and the notices."""

from itertools import groupby
from typing import Any

from peers.models import Follow, Match, Notice
from peers.services.following.showing import Line, lines_of
from peers.services.following.things import called, url_of
from peers.services.sentences import SENTENCES
from peers.services.unsubscribing import unsubscribe_page
from projects.services.letters import page
from vindplaats.mail import absolute

MOST_LINES = 10
"""What one mail tells of one search; the rest is a number and a link."""
MOST_GROUPS = 30
"""Things that are followed in one mail; who follows more with news is led to the list."""
MOST_NOTICES = 20

Letter = dict[str, Any]


def letter(matches: list[Match], notices: list[Notice]) -> Letter | None:
    """Return the contents of a mail; None when nothing of it is on the site any more. Matches come by follow."""
    lines = lines_of(matches)
    groups = [_group(follow, list(some), lines) for follow, some in groupby(matches, key=lambda match: match.follow)]
    groups = [group for group in groups if group["number"]]
    kinds = [_kind(list(some)) for _kind_of, some in groupby(notices, key=lambda notice: notice.kind)]
    if not groups and not kinds:
        return None
    return {
        "number": sum(group["number"] for group in groups) + len(notices),
        "groups": groups[:MOST_GROUPS],
        "more_groups": len(groups[MOST_GROUPS:]),
        "kinds": kinds,
    }


def _group(follow: Follow, matches: list[Match], lines: dict[tuple[str, int], Line]) -> Letter:
    keys = [(match.kind, match.object_id) for match in matches]
    there = [lines[key] for key in keys if key in lines]
    address = url_of(follow)
    return {
        "name": called(follow),
        "number": len(there),
        "lines": [{"text": _one_line(line.text), "url": absolute(line.path)} for line in there[:MOST_LINES]],
        "more": len(there[MOST_LINES:]),
        "url": absolute(address) if address else "",
        "stop_url": unsubscribe_page(f"follow:{follow.pk}")(),
    }


def _kind(notices: list[Notice]) -> Letter:
    shown = [
        {"text": _one_line(SENTENCES[one.code].text % {"title": one.title}), "url": page("peers:notice", one.pk)()}
        for one in notices[:MOST_NOTICES]
    ]
    return {"label": notices[0].get_kind_display(), "lines": shown, "more": len(notices[MOST_NOTICES:])}


def _one_line(text: str) -> str:
    """Return a text that cannot begin a list or a paragraph of its own."""
    return " ".join(text.split())
