"""Rules for one template: size, nothing unescaped, nothing that the security policy refuses."""

import re

LONGEST_TEMPLATE = 150
REFUSED = {
    "|safe": re.compile(r"\|\s*safe(?!\w)"),
    "autoescape off": re.compile(r"{%\s*autoescape\s+off"),
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "an inline script": re.compile(
        r"<script\b(?![^>]*\bsrc\s*=)(?![^>]*type=\"application/(?:ld\+)?json\")", re.IGNORECASE
    ),
    "an event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']", re.IGNORECASE),
    "a javascript: address": re.compile(r"javascript:", re.IGNORECASE),
}


def wrong_in(template: str) -> list[str]:
    """Name what the template holds that it may not hold."""
    found = [name for name, pattern in REFUSED.items() if pattern.search(template)]
    lines = template.count("\n")
    return found + ([f"{lines} lines, at most {LONGEST_TEMPLATE}"] if lines > LONGEST_TEMPLATE else [])
