"""A name for the code that runs, when nobody gives one."""

from pathlib import Path

SHAPES_PAGES = (".py", ".html", ".mo", ".css", ".js")


def newest_change(folder: Path) -> str:
    """Return the time of the latest change to anything that shapes a page, as a text; the same for every process."""
    rooms = ("vindplaats", "projects", "peers", "templates", "static", "locale")
    files = (file for room in rooms for file in (folder / room).rglob("*") if "node_modules" not in file.parts)
    return str(max((file.stat().st_mtime_ns for file in files if file.suffix in SHAPES_PAGES), default=0))
