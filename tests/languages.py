"""Tell Dutch from English: the words that betray either, and the words of a page that are in its own language."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import polib
from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, NavigableString

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "locale" / "en" / "LC_MESSAGES" / "django.po"
PAGES = ROOT / "templates" / "pages"
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
MARKUP = re.compile(r"<[^>]+>|{[{%#].*?[}%#]}|%\(\w+\)[sd]|https?://\S+|\S+@\S+")
ATTRIBUTES = ("aria-label", "aria-description", "alt", "placeholder", "title", "label")
META = "meta[name=description], meta[property='og:title'], meta[property='og:image:alt']"
DUTCH = "de het een en van voor niet deze dit wordt worden zijn aan bij ook nog geen wel naar maar uw wij mei begrip"
BOTH = "was"
ENGLISH = "the a and for not this that these with are your you we which from by it its may"


def words(text: str) -> set[str]:
    """Return the words of a text or template, without markup, placeholders and addresses."""
    return {word.casefold().replace("’", "'") for word in WORD.findall(MARKUP.sub(" ", text))}


@cache
def catalogue() -> polib.POFile:
    """Return the English of the texts in code and templates."""
    return polib.pofile(CATALOGUE)


def dutch_of(entry: polib.POEntry) -> list[str]:
    """Return the Dutch of an entry: one text, or those for one and for many."""
    return [text for text in (entry.msgid, entry.msgid_plural) if text]


def english_of(entry: polib.POEntry) -> list[str]:
    """Return the English of an entry, in the same order."""
    return [entry.msgstr_plural[number] for number in sorted(entry.msgstr_plural)] or [entry.msgstr]


@cache
def telltales(language: str) -> frozenset[str]:
    """Return the words that on a page in `language` are a mistake: our texts in the other language use only there."""
    dutch, english = _all_words("nl", dutch_of), _all_words("en", english_of)
    wrong = (dutch | words(DUTCH)) - english if language == "en" else (english | words(ENGLISH)) - dutch
    return frozenset(wrong - words(BOTH))


@cache
def whole_texts(language: str) -> frozenset[str]:
    """Return the texts in the other language that are a mistake as they stand, were it of one common word ("Data")."""
    dutch, english = ({text for entry in catalogue() for text in of(entry)} for of in (dutch_of, english_of))
    return frozenset(dutch - english if language == "en" else english - dutch)


def _all_words(language: str, of) -> set[str]:
    texts = [text for entry in catalogue() for text in of(entry)]
    texts += [path.read_text() for path in PAGES.glob(f"*.{language}.html")]
    return set().union(*map(words, texts))


def foreign_words(soup: BeautifulSoup, content: Sequence[str] = ()) -> list[str]:
    """Return the words of a page that betray another language than its own.

    What is marked with another `lang` is left out, and so is `content` where no `lang` can stand or a title is cited.
    """
    wrong, whole = telltales(soup.html["lang"]), whole_texts(soup.html["lang"])
    texts = _texts(soup, content)
    return [f"{word}: {text}" for text in texts for word in sorted(words(text) & wrong) or [text] * (text in whole)]


def _texts(soup: BeautifulSoup, content: Sequence[str]) -> list[str]:
    page = soup.html["lang"]
    for node in soup.select("script, style, [lang]"):
        if node.name != "html" and not node.decomposed and node.get("lang") != page:
            node.decompose()
    texts = [str(node).strip() for node in soup.body.find_all(string=True) if _is_shown(node)]
    texts += [value for node in soup.find_all(True) for value in _attributes(node)]
    heads = [soup.title.get_text(), *(node["content"] for node in soup.select(META))]
    # A letter by itself, such as one of an index, is of no language.
    return [text for text in (*texts, *(_without(text, content) for text in heads)) if len(text) > 1]


def _is_shown(node: NavigableString) -> bool:
    return not isinstance(node, Comment) and not node.find_parent(class_="vp-share__citation")


def _attributes(node: Tag) -> list[str]:
    """Return what a screen reader or script says: names, and data- attributes of more than one word."""
    said = [node[name] for name in ATTRIBUTES if node.has_attr(name)]
    said += [value for name, value in node.attrs.items() if name.startswith("data-") and " " in value]
    return said + ([node["value"]] if node.name == "input" and node.get("type") == "submit" else [])


def _without(text: str, content: Sequence[str]) -> str:
    for one in content:
        text = text.replace(one, " ")
    return text
