"""How a value stands in one cell of a spreadsheet: lists with | between, and nothing that passes for a formula."""

import re

ESCAPED = re.compile(r"'+[=+\-@\t\r]")


def join(names: list[str]) -> str:
    r"""Return the names with | between; a | or \ of the name itself gets a \ before it."""
    return "|".join(name.replace("\\", "\\\\").replace("|", "\\|") for name in names)


def split(cell: str) -> list[str]:
    """Return the names that `join` put together; white space around a name does not count."""
    if "\\" not in cell:
        return [part.strip() for part in cell.split("|")]
    parts, current, escaped = [], "", False
    for letter in cell:
        if escaped or letter not in "|\\":
            current, escaped = current + letter, False
        elif letter == "|":
            parts, current = [*parts, current], ""
        else:
            escaped = True
    return [part.strip() for part in [*parts, current + "\\" * escaped]]


def safe_in_xlsx(text: str) -> str:
    """Return the cell for a workbook: its type says that it is text, so only what `plain` would take off is escaped."""
    return f"'{text}" if ESCAPED.match(text) else text


def plain(cell: str) -> str:
    """Return the cell without the ' that stands before what would be a formula."""
    return cell[1:] if cell[:1] == "'" and ESCAPED.match(cell) else cell
