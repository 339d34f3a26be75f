"""The house rules hold for every file; see docs/decisions for why they are what they are."""

from pathlib import Path

import pytest

from tests.architecture import code, layers, markup

ROOT = Path(__file__).parent.parent
APPS = ("vindplaats", "projects", "peers")


def python_files(*folders):
    files = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [path.relative_to(ROOT) for path in files if "migrations" not in path.parts]


def dotted(path):
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


OURS = python_files(*APPS)
SERVICES = [path for path in OURS if path.parts[1] == "services"]
TEMPLATES = [path.relative_to(ROOT) for path in sorted((ROOT / "templates").rglob("*")) if path.is_file()]


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def graph():
    modules = {dotted(path) for path in OURS}
    return {dotted(path): layers.imports_of(read(path), modules) for path in OURS}


def test_there_is_something_to_check():
    assert len(OURS) > 80
    assert len(SERVICES) > 5
    assert len(TEMPLATES) > 30


def test_every_module_stands_in_a_layer(graph):
    assert layers.unplaced(graph) == []


def test_every_arrow_points_down(graph):
    arrows = [(importer, imported) for importer, found in graph.items() for imported in found]
    assert [wrong for arrow in arrows if (wrong := layers.wrong_arrow(*arrow))] == []


def test_no_circle(graph):
    assert layers.circle_in(graph) == []


def test_every_folder_of_code_is_a_package():
    folders = {path.parent for path in OURS}
    assert [str(folder) for folder in sorted(folders) if not (ROOT / folder / "__init__.py").exists()] == []


@pytest.mark.parametrize("path", [*python_files(*APPS, "tests"), Path("manage.py")], ids=str)
def test_size_and_imports(path):
    assert code.too_long(read(path)) == []
    assert code.bad_imports(read(path), stars_allowed=path.parts[:2] == ("vindplaats", "settings")) == []


@pytest.mark.parametrize("path", OURS, ids=str)
def test_docstrings(path):
    assert code.without_docstring(read(path)) == []


@pytest.mark.parametrize("path", SERVICES, ids=str)
def test_services_are_typed(path):
    assert code.without_hints(read(path)) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=str)
def test_templates(path):
    # The security policy of the site does not reach into a mail, and no style sheet does.
    allowed = {"a style element"} if path.parts[1] == "mail" else set()
    assert set(markup.wrong_in(read(path))) - allowed == set()
