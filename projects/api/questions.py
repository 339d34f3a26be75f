"""The parameters of an address, checked strictly: a program is better served by a fault than by a guess."""

from typing import Any
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest

from projects.filters.fields import FacetFilter
from projects.filters.finder import FinderFilterSet
from projects.filters.projects import ProjectFilterSet
from projects.filters.resources import ResourceFilterSet
from projects.search.facets import YES
from vindplaats.api.problems import InvalidInput, fault
from vindplaats.text import clean

MOST_ON_A_PAGE = 100
USUAL_PAGE = 20
MOST_DIGITS = 1000
"""Python refuses to read a number of more than 4,300 digits."""
SHOWS_ONLY = {"indeling"}
"""Parameters of the page that change nothing but what it looks like."""
Fault = dict[str, Any]


class FinderQuestion:
    """What is asked of a list. Raises InvalidInput with all faults of the address."""

    filterset_class: type[FinderFilterSet]
    """That of the page which gives the same answers."""
    told_by = ""
    """Where the values of the filters stand."""

    def __init__(self, request: HttpRequest) -> None:
        refuse_unreadable(request)
        self.sent, self.filterset = request.GET, self.filterset_class(request.GET)
        self.faults: list[Fault] = unknown_names(request, known={*self._singles(), *self.filterset.facet_names})
        self.page = self._number("page", usual=1, most=None)
        self.page_size = self._number("pageSize", usual=USUAL_PAGE, most=MOST_ON_A_PAGE)
        self._check_word("sort", tuple(self.filterset.sorts))
        self._check_word("letterlijk", (YES,))
        self._check_facets()
        self.faults += [_double(name) for name in self._singles() if len(self.sent.getlist(name)) > 1]
        if self.faults:
            raise InvalidInput(self.faults)

    def _singles(self) -> list[str]:
        """Return the names that may stand in an address once."""
        plain = (name for name, one in self.filterset.filters.items() if not isinstance(one, FacetFilter))
        return [*(name for name in plain if name not in SHOWS_ONLY), "page", "pageSize"]

    def _number(self, name: str, *, usual: int, most: int | None) -> int:
        text = self.sent.get(name, "")
        if not text:
            return usual
        number = int(text[:MOST_DIGITS]) if text.isascii() and text.isdecimal() else 0
        if number < 1 or (most and number > most):
            limits = f"from 1 to {most}" if most else "of 1 or more"
            self.faults.append(fault("query", name, "number", f"{name} must be a whole number {limits}."))
        return number

    def _check_word(self, name: str, words: tuple[str, ...]) -> None:
        if self.sent.get(name) and self.sent[name] not in words:
            told = f"{name} must be {' or '.join(words)}."
            self.faults.append(fault("query", name, "choice", told))

    def _check_facets(self) -> None:
        for name in self.filterset.facet_names:
            known = self.filterset.choices.get(name, [])
            asked = [clean(value).strip() for value in self.sent.getlist(name)]
            for value in dict.fromkeys(value for value in asked if value and value not in known):
                told = f"{name} has no value {_short(value)}; {self.told_by} tells which are in use."
                self.faults.append(fault("query", name, "choice", told))


class ProjectQuestion(FinderQuestion):
    """What is asked of the list of projects."""

    filterset_class = ProjectFilterSet
    told_by = "/api/v1/facetten"


class ResourceQuestion(FinderQuestion):
    """What is asked of the list of resources."""

    filterset_class = ResourceFilterSet
    told_by = "/hulpmiddelen/"


def refuse_unreadable(request: HttpRequest) -> None:
    """Raise InvalidInput for a query that is not UTF-8; Django would put question marks in place of what it is not."""
    try:
        unquote_to_bytes(request.META.get("QUERY_STRING", "")).decode()
    except UnicodeDecodeError as error:
        raise InvalidInput([fault("query", "", "encoding", "The query is not UTF-8.")]) from error


def unknown_names(request: HttpRequest, *, known: set[str]) -> list[Fault]:
    """Return a fault for each parameter that is not known."""
    there = ", ".join(sorted(known)) or "none"
    return [
        fault("query", name[:100], "unknown", f"There is no parameter {_short(name)}; there are: {there}.")
        for name in request.GET
        if name not in known
    ]


def refuse_parameters(request: HttpRequest) -> None:
    """Raise InvalidInput when an address that takes no parameters has some."""
    refuse_unreadable(request)
    if faults := unknown_names(request, known=set()):
        raise InvalidInput(faults)


def _double(name: str) -> Fault:
    return fault("query", name, "repeated", f"{name} is given more than once.")


def _short(value: str) -> str:
    return f"“{value if len(value) <= 100 else value[:100] + '…'}”"
