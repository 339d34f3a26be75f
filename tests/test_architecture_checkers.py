"""The checkers of the house rules find what they are for: each is tried on samples that are wrong."""

import pytest

from tests.architecture import code, layers, markup

MODULES = ["projects", "projects.states", "projects.models", "projects.models.projects", "projects.views.home", "peers"]
BLANKS = "\n" * 301


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import projects.states", {"projects.states"}),
        ("import projects.states as words, json", {"projects.states"}),
        ("from projects import states", {"projects.states"}),
        ("from projects.models import Project", {"projects.models"}),
        ("from projects.models.projects import Project", {"projects.models.projects"}),
        ("def late():\n    from projects.views.home import home", {"projects.views.home"}),
        ("try:\n    import peers\nexcept ImportError:\n    pass", {"peers"}),
        ("if TYPE_CHECKING:\n    from projects.models import Project", set()),
        ("from django.db import models\nimport projectsandmore", set()),
    ],
)
def test_imports_are_found(source, found):
    assert layers.imports_of(source, MODULES) == found


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("vindplaats.text", "projects.models"),
        ("vindplaats.accounts.models", "peers.models"),
        ("projects.views.home", "peers.apps"),
        ("projects.states", "projects.querysets.projects"),
        ("projects.querysets.projects", "projects.models.projects"),
        ("projects.models.projects", "projects.services.projects"),
        ("projects.permissions", "projects.search.indexing"),
        ("projects.search.indexing", "projects.services"),
        ("projects.services.projects", "projects.views.home"),
        ("projects.forms.projects", "projects.filters.projects"),
        ("projects.views.home", "projects.admin.base"),
        ("projects.views.home", "projects.urls"),
        ("projects.admin.base", "projects.apps"),
    ],
)
def test_wrong_arrows(importer, imported):
    assert layers.wrong_arrow(importer, imported)


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("peers.models", "projects.models"),
        ("projects.models.projects", "vindplaats.audit"),
        ("vindplaats.urls", "projects.views.home"),
        ("vindplaats.settings.base", "peers"),
        ("projects.views.home", "projects.models"),
        ("projects.views.projects", "projects.views.paging"),
        ("projects.urls", "projects.views"),
        ("projects.apps", "projects.navigation"),
    ],
)
def test_right_arrows(importer, imported):
    assert layers.wrong_arrow(importer, imported) == ""


def test_module_without_a_layer():
    assert layers.unplaced(["projects.helpers", "peers.utils.text", "vindplaats.text", "projects.models"]) == [
        "projects.helpers stands in no layer: place it in ORDER",
        "peers.utils.text stands in no layer: place it in ORDER",
    ]


def test_circles():
    assert layers.circle_in({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == ["a", "b", "c", "a"]
    assert layers.circle_in({"a": {"a"}}) == ["a", "a"]
    assert layers.circle_in({"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": set()}) == []


def test_sizes():
    assert code.too_long(BLANKS) == ["301 lines, at most 300"]
    long_function = "@cache\ndef read():\n" + "    pass\n" * 49
    assert code.too_long(long_function) == ["read has 51 lines, at most 50"]
    assert code.too_long("class A:\n    async def go(self):\n" + "        pass\n" * 50) == [
        "go has 51 lines, at most 50"
    ]
    assert code.too_long("def read():\n" + "    pass\n" * 49) == []


def test_docstrings():
    source = (
        "class Project:\n    def publish(self): ...\n    def _hidden(self): ...\n    class Meta: ...\ndef find(): ..."
    )
    assert code.without_docstring(source) == ["the module", "Project", "Project.publish", "find"]
    assert code.without_docstring("") == []
    assert code.without_docstring('"""A."""\ndef find():\n    """Find."""\n    def inner(): ...') == []


def test_relative_and_star_imports():
    source = "from . import models\nfrom projects.models import *"
    assert code.bad_imports(source) == ["line 1: a relative import", "line 2: a star import"]
    assert code.bad_imports("from vindplaats.settings.base import *", stars_allowed=True) == []


def test_type_hints():
    source = "def a(*, x, **more) -> None: ...\ndef b(x: int): ...\nclass C:\n    def d(self, y: int) -> int: ..."
    assert code.without_hints(source) == ["a: x, more", "b: its result"]


@pytest.mark.parametrize(
    "template",
    [
        "{{ project.summary|safe }}",
        "{{ project.summary | safe }}",
        "{% autoescape off %}{{ name }}{% endautoescape %}",
        '<p class="a" style="color: red">',
        '<p\n  style="color: red">',
        "<style>p { color: red }</style>",
        "<script>alert(1)</script>",
        '<SCRIPT type="module">go()</SCRIPT>',
        '<button onclick="go()">',
        '<a href="javascript:go()">',
        "\n" * 151,
    ],
)
def test_bad_templates(template):
    assert markup.wrong_in(template)


@pytest.mark.parametrize(
    "template",
    [
        '<script src="{% static "js/live.js" %}" defer></script>',
        '<script type="application/ld+json">{{ data }}</script>',
        '<option value="style">{{ name|safeguarded }}</option>',
        "<p>style = keuze, once = one</p>",
        "\n" * 150,
    ],
)
def test_good_templates(template):
    assert markup.wrong_in(template) == []
