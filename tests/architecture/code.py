"""Rules for one Python file: size, docstrings, imports, type hints."""

import ast
from collections.abc import Iterable

LONGEST_FILE = 300
LONGEST_FUNCTION = 50
Function = ast.FunctionDef | ast.AsyncFunctionDef


def too_long(source: str) -> list[str]:
    """Name a file of more than 300 lines and functions of more than 50, decorators and docstring included."""
    lines = source.count("\n")
    found = [f"{lines} lines, at most {LONGEST_FILE}"] if lines > LONGEST_FILE else []
    for function in _functions(ast.parse(source)):
        length = function.end_lineno - min([function.lineno, *(each.lineno for each in function.decorator_list)]) + 1
        if length > LONGEST_FUNCTION:
            found.append(f"{function.name} has {length} lines, at most {LONGEST_FUNCTION}")
    return found


def without_docstring(source: str) -> list[str]:
    """Name the module, public classes and public functions without a docstring.

    Nested functions, `Meta` and overrides of dunder methods need none; an empty file needs none.
    """
    tree = ast.parse(source)
    if not tree.body:
        return []
    found = [] if ast.get_docstring(tree) else ["the module"]
    return found + _without_docstring(tree, "")


def bad_imports(source: str, *, stars_allowed: bool = False) -> list[str]:
    """Name relative imports, and star imports unless they are allowed."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            if node.level:
                found.append(f"line {node.lineno}: a relative import")
            if not stars_allowed and node.names[0].name == "*":
                found.append(f"line {node.lineno}: a star import")
    return found


def without_hints(source: str) -> list[str]:
    """Name the functions whose parameters or result have no type; `self` and `cls` need none."""
    found = []
    for function in _functions(ast.parse(source)):
        given = function.args
        named = [*given.posonlyargs, *given.args, *given.kwonlyargs, *filter(None, [given.vararg, given.kwarg])]
        bare = [each.arg for each in named if each.annotation is None and each.arg not in ("self", "cls")]
        if bare or function.returns is None:
            found.append(f"{function.name}: {', '.join(bare) or 'its result'}")
    return found


def _functions(tree: ast.AST) -> Iterable[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def _without_docstring(tree: ast.Module | ast.ClassDef, prefix: str) -> list[str]:
    found = []
    for node in tree.body:
        if not isinstance(node, Function | ast.ClassDef) or node.name.startswith("_") or node.name == "Meta":
            continue
        if not ast.get_docstring(node):
            found.append(prefix + node.name)
        if isinstance(node, ast.ClassDef):
            found += _without_docstring(node, f"{node.name}.")
    return found
