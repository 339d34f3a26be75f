"""The order of the house: which module may import which. See the picture in docs and `ORDER` below."""

import ast
from collections.abc import Iterable

# Dependencies run one way: an app imports only itself and what stands before it.
APPS = ("vindplaats", "projects", "peers")
# These join everything together.
MAY_POINT_UPWARD = ("vindplaats.settings", "vindplaats.urls", "vindplaats.wsgi")
# Inside an app a layer imports only what stands before it; layers on one line do not import each other.
ORDER: tuple[frozenset[str], ...] = (
    frozenset({"states", "hooks"}),
    frozenset({"querysets"}),
    frozenset({"models"}),
    frozenset({"permissions"}),
    frozenset({"search"}),
    frozenset({"services"}),
    frozenset({"forms", "filters"}),
    frozenset(
        {
            "views",
            "admin",
            "api",
            "navigation",
            "review",
            "sitemaps",
            "management",
            "templatetags",
            "tasks",
            "mine",
        }
    ),
    # What one app shows on the pages of another.
    frozenset({"parts"}),
    frozenset({"urls", "registering"}),
    # Fills in hooks, so it sees all of its own app.
    frozenset({"apps"}),
)
RANK = {layer: rank for rank, layers in enumerate(ORDER) for layer in layers}


def imports_of(source: str, modules: Iterable[str]) -> set[str]:
    """Return which of `modules` the source imports, at the top or inside a function; not those for type hints only.

    `from projects.models import Project` counts as `projects.models`, `from projects import states` as
    `projects.states`. Importing a module is not counted as importing the packages it stands in.
    """
    known, found = set(modules), set()
    for node in _imports(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {_longest_known(alias.name, known) for alias in node.names}
        elif node.module and not node.level:
            found |= {_longest_known(f"{node.module}.{alias.name}", known) for alias in node.names}
    return found - {""}


def wrong_arrow(importer: str, imported: str) -> str:
    """Say why `importer` may not import `imported`; empty when it may."""
    from_app, to_app = importer.split(".")[0], imported.split(".")[0]
    if from_app != to_app:
        if APPS.index(to_app) < APPS.index(from_app) or importer.startswith(MAY_POINT_UPWARD):
            return ""
        return f"{importer} imports {imported}: {from_app} comes before {to_app}"
    if from_app == "vindplaats":
        return ""  # plumbing has no layers; circles are refused
    return _wrong_layer(importer, imported)


def unplaced(modules: Iterable[str]) -> list[str]:
    """Return the modules of the domain apps that stand in no layer."""
    return [
        f"{module} stands in no layer: place it in ORDER"
        for module in modules
        if module.count(".") and module.split(".")[0] != "vindplaats" and module.split(".")[1] not in RANK
    ]


def circle_in(graph: dict[str, set[str]]) -> list[str]:
    """Return the modules of one circle of imports, in order; empty when there is none."""
    done: set[str] = set()

    def walk(module: str, path: list[str]) -> list[str]:
        if module in path:
            return [*path[path.index(module) :], module]
        if module in done:
            return []
        for imported in sorted(graph.get(module, ())):
            if circle := walk(imported, [*path, module]):
                return circle
        done.add(module)
        return []

    return next((circle for module in sorted(graph) if (circle := walk(module, []))), [])


def _wrong_layer(importer: str, imported: str) -> str:
    from_layer, to_layer = (module.split(".")[1] if "." in module else "" for module in (importer, imported))
    if from_layer == to_layer or RANK.get(to_layer, -1) < RANK.get(from_layer, -1):
        return ""
    return f"{importer} imports {imported}: {to_layer} does not stand before {from_layer}"


def _imports(tree: ast.AST) -> Iterable[ast.Import | ast.ImportFrom]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif not (isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")):
            yield from _imports(node)


def _longest_known(name: str, known: set[str]) -> str:
    """Return the longest part of `name` that is a module; empty when it is not one of ours."""
    while name and name not in known:
        name = name.rpartition(".")[0]
    return name
