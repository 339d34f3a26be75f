"""Keep a spreadsheet program from running what somebody typed."""

import re

# CSV has no types: a spreadsheet program runs a cell that starts with one of these. Excel also skips white space.
FORMULA = re.compile(r"'*[=+\-@\t\r]")


def safe_in_csv(text: str) -> str:
    """Return the cell with ' before what would be a formula."""
    return f"'{text}" if FORMULA.match(text) else text
