"""`/zoeken/`: one question to everything that can be found, a group for each kind."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from projects.hooks import further
from projects.search.analysis import words
from projects.search.engine import Answer, Question
from projects.search.suggestions import suggest
from projects.views.caching import unless_unchanged
from projects.views.demand import note_demand
from projects.views.hits import Hit
from projects.views.paging import answer_page
from projects.views.search_groups import Group, groups
from vindplaats.text import clean, uncapitalised

SHOWN, NEARBY_SHOWN = 4, 3
LONGEST_QUERY = 1_000


@dataclass(frozen=True)
class Asked:
    """What somebody asks on this page."""

    text: str
    literal: bool

    @classmethod
    def of(cls, request: HttpRequest) -> "Asked":
        """Read the address."""
        return cls(clean(request.GET.get("q", "")).strip()[:LONGEST_QUERY], "letterlijk" in request.GET)

    def url(self, page: str = "projects:search_all", **more: str) -> str:
        """Return the address of a page with the same question."""
        return f"{reverse(page)}?{urlencode({'q': self.text, **more})}" if self.text else reverse(page)

    def correction(self, read_as: dict[str, str]) -> dict[str, str] | None:
        """Return what was searched instead of a misspelt text, and the address that searches it literally."""
        if not read_as:
            return None
        return {"text": self._spelt(read_as), "url": self.url(letterlijk="ja")}

    def offer(self, offered: dict[str, str]) -> dict[str, str] | None:
        """Return another spelling that may have been meant, and the address that searches it."""
        if not offered:
            return None
        text = self._spelt(offered)
        return {"text": text, "url": Asked(text, literal=False).url()}

    def _spelt(self, instead: dict[str, str]) -> str:
        return " ".join(instead.get(word, word) for word in words(self.text))


class Section:
    """The answers of one kind."""

    def __init__(self, group: Group, asked: Asked) -> None:
        self.group, self.asked = group, asked
        self.slug, self.label = group.slug, group.label
        self.answer = Answer(group.kind, Question(asked.text, literal=asked.literal))

    @property
    def total(self) -> int:
        """How many there are."""
        return self.answer.counts.total

    @cached_property
    def hits(self) -> list[Hit]:
        """The best of them."""
        return self.load(self.answer.ids(0, SHOWN))

    def load(self, ids: list[int]) -> list[Hit]:
        """Return what these ids stand for."""
        return self.group.load(ids, self.answer.sought)

    @property
    def label_within(self) -> str:
        """Its name within a sentence."""
        return uncapitalised(str(self.label))

    @property
    def all_url(self) -> str:
        """Where all of them are; empty when they are all here."""
        if self.group.list_page:
            return self.asked.url(self.group.list_page)
        return self.asked.url(soort=self.slug) if self.total > SHOWN or not self.asked.text else ""


@login_not_required
@require_safe
@unless_unchanged
def search_all(request: HttpRequest) -> HttpResponse:
    """Show the best of each kind, or with `soort` a page of one kind."""
    asked = Asked.of(request)
    wanted = [group for group in groups() if group.slug == request.GET.get("soort")]
    sections = [Section(group, asked) for group in wanted or groups()]
    chosen = sections[0] if wanted else None
    found = [one for one in sections if one.total]
    total = sum(one.total for one in found)
    note_demand(request, asked.text, kind="all", found=total, narrowed=chosen is not None)
    context = {
        "query": asked.text,
        "sections": found,
        "chosen": chosen,
        "total": total,
        "everything_url": asked.url(),
        "offer": asked.offer(next((one.answer.offered for one in sections if one.answer.offered), {})),
        **_corrections(asked, found),
    }
    if chosen:
        context["page_obj"] = answer_page(request, chosen.answer, chosen.load)
    if asked.text and not found:
        context |= {"ways": [*further(asked.text), *_ways()], "nearby": _nearby(asked)}
    return render(request, "projects/search_all.html", context)


def _corrections(asked: Asked, sections: list[Section]) -> dict[str, Any]:
    """Tell once what all kinds were read as; kinds that were read differently each tell their own."""
    read = [one.answer.read_as for one in sections]
    same = all(one == read[0] for one in read)
    for one in sections:
        one.correction = None if same else asked.correction(one.answer.read_as)
    return {"correction": asked.correction(read[0]) if read and same else None}


def _nearby(asked: Asked) -> list[dict[str, str]]:
    """Return terms and names that are written nearly so."""
    language = get_language() or ""
    return [
        {
            "label": one.text(language),
            "language": "" if one.text_language(language) == language else one.text_language(language),
            "url": Asked(one.text(language), literal=False).url(),
        }
        for one in suggest(asked.text, language)[:NEARBY_SHOWN]
    ]


def _ways() -> list[dict[str, str]]:
    """Return where to go on when nothing was found."""
    pages = {
        _("Alle thema's"): "projects:theme_list",
        _("Alle projecten"): "projects:project_list",
        _("Instellingen van A tot Z"): "projects:institute_list",
        _("Vraag het de redactie"): "contact_editors",
    }
    return [{"label": label, "url": reverse(page)} for label, page in pages.items()]
