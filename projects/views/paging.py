"""Read answers of the search engine a page at a time, as objects that a template can show."""

from collections.abc import Callable, Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

from projects.search.engine import Answer

PAGE_SIZES = (20, 50, 100)


class AnswerList:
    """The answers as a list that Django's Paginator can count and cut."""

    def __init__(self, answer: Answer, load: Callable[[list[int]], list[Any]]) -> None:
        self.answer, self.load = answer, load

    def count(self) -> int:
        """Return how many there are."""
        return self.answer.counts.total

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: slice) -> Sequence[Any]:
        return self.load(self.answer.ids(part.start, part.stop))


def whole_number(value: str | None, default: int) -> int:
    """Return a number from an address; what is not a sensible number gives `default`."""
    digits = (value or "")[:9]
    return int(digits) if digits.isascii() and digits.isdecimal() else default


def answer_page(request: HttpRequest, answer: Answer, load: Callable[[list[int]], list[Any]]) -> Page:
    """Return the page that the address asks for; past the end it is the last one."""
    asked = whole_number(request.GET.get("pageSize"), PAGE_SIZES[0])
    size = asked if asked in PAGE_SIZES else PAGE_SIZES[0]
    number = max(1, whole_number(request.GET.get("page"), 1))
    paginator = Paginator(AnswerList(answer, load), size)
    page = paginator.get_page(number)
    # Counted and read by now. A page that kept the answer would keep megabytes, for as long as anything keeps the page.
    paginator.object_list = page.object_list
    return page


def page_sizes(page: Page) -> list[dict[str, Any]]:
    """Return the sizes that a visitor may choose."""
    return [{"value": size, "label": size, "selected": size == page.paginator.per_page} for size in PAGE_SIZES]
