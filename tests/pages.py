"""Read a page as a visitor does: its words, results, facets, chips and the ways on."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse


def words(node: Tag | None) -> str:
    """Return the text of a piece of page on one line; empty for nothing."""
    return re.sub(r"\s+", " ", node.get_text(" ")).strip() if node else ""


def body_of(response: HttpResponse) -> bytes:
    """Return the body, also of a file; read to the end, so that nothing stays open."""
    return b"".join(response.streaming_content) if response.streaming else response.content


@dataclass
class Page:
    """A page that was answered."""

    soup: BeautifulSoup

    @classmethod
    def of(cls, response: HttpResponse) -> "Page":
        """Read the answer."""
        return cls(BeautifulSoup(response.content.decode(), "html.parser"))

    @property
    def text(self) -> str:
        """All words in the body."""
        return words(self.soup.body)

    @property
    def title(self) -> str:
        """The title of the window."""
        return words(self.soup.title)

    @property
    def heading(self) -> str:
        """The one heading of the first level."""
        (heading,) = self.soup.find_all("h1")
        return words(heading)

    @property
    def main(self) -> str:
        """The words between header and footer."""
        return words(self.soup.main)

    def all(self, selector: str) -> list[str]:
        """Return the words of each element that the CSS selector finds."""
        return [words(node) for node in self.soup.select(selector)]

    @property
    def results(self) -> list[str]:
        """Titles of the projects in the list, in order."""
        return self.all(".vp-result__title")

    @property
    def lessons(self) -> list[str]:
        """Titles of the lessons, in order, each with its kind before it."""
        return self.all(".vp-lesson__title")

    def hrefs(self, selector: str = "a[href]") -> list[str]:
        """Return the addresses of the links that the CSS selector finds."""
        return [node["href"] for node in self.soup.select(selector)]

    def link(self, text: str, within: str = "main") -> str:
        """Return the address of the one link with this text."""
        (found,) = {node["href"] for node in self.soup.select(f"{within} a[href]") if words(node) == text}
        return found

    def counts(self, facet: str) -> dict[str, str]:
        """Return the options of a facet with the number behind each, as written."""
        boxes = self.soup.select(f'input[type=checkbox][name="{facet}"]')
        return {box["value"]: words(box.find_parent("label").b) for box in boxes}

    def labels(self, facet: str) -> dict[str, str]:
        """Return the options of a facet with their words."""
        boxes = self.soup.select(f'input[type=checkbox][name="{facet}"]')
        return {box["value"]: words(box.find_parent("label").span) for box in boxes}

    def ticked(self, facet: str) -> list[str]:
        """Return the options of a facet that are chosen."""
        return [box["value"] for box in self.soup.select(f'input[name="{facet}"][checked]')]

    @property
    def chips(self) -> dict[str, str]:
        """What is chosen, each with the address without it."""
        return {words(chip).partition(": ")[2]: chip["href"] for chip in self.soup.select("a.vp-chip")}

    def submitted(self, form: str = "form#zoek") -> list[tuple[str, str]]:
        """Return what a browser without JavaScript sends with the form as it stands, empty fields apart."""
        sent = []
        for control in self.soup.select_one(form).select("input[name], select[name]"):
            if control.name == "select":
                options = control.select("option[selected]") or control.select("option")[:1]
                sent += [(control["name"], option["value"]) for option in options]
            elif control.get("type") not in ("checkbox", "radio") or control.has_attr("checked"):
                sent.append((control["name"], control.get("value", "")))
        return [(name, value) for name, value in sent if value]


def query(address: str) -> list[tuple[str, str]]:
    """Return the parameters of an address, sorted."""
    return sorted(parse_qsl(urlsplit(address).query, keep_blank_values=True))
