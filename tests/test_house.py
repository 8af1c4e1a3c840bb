"""The house stays one that a stranger finds the way in: names, sizes of files and functions, modules in a folder."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "deckbuild"
MOST_LINES, MOST_FUNCTION_LINES, MOST_MODULES = 400, 60, 20
LONG_FILES: set[str] = set()
"""Files over ``MOST_LINES``. This list only shrinks."""
LONG_FUNCTIONS = {
    "reader/sections/template.py:templated",
    "reader/values/unquoted_colon.py:unquoted_colon", "cli/commands/next.py:next",
}  # fmt: skip
"""Functions over ``MOST_FUNCTION_LINES``. This list only shrinks."""
MANY_MODULES = {"blocks"}
"""Folders that may hold any number of modules: the kinds of block."""
TWINS: set[str] = set()
"""Public classes that share a name because they are the same concept in two writers."""


@cache
def trees() -> dict[str, ast.Module]:
    """Return each file of the package, by its path below the package, parsed."""
    return {path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text("utf-8")) for path in SOURCE.rglob("*.py")}


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def length(node: ast.FunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_is_too_long():
    long = {name for name in trees() if len((SOURCE / name).read_text("utf-8").splitlines()) > MOST_LINES}
    assert long == LONG_FILES, "split what is new; take what is gone off the list"


def test_no_function_is_too_long():
    long = {
        f"{name}:{node.name}"
        for name, tree in trees().items() for node in functions(tree) if length(node) > MOST_FUNCTION_LINES
    }  # fmt: skip
    assert long == LONG_FUNCTIONS, "split what is new; take what is gone off the list"


def test_no_folder_holds_too_many_modules():
    count = Counter(Path(name).parent.as_posix() for name in trees() if not name.endswith("__init__.py"))
    assert {folder for folder, modules in count.items() if modules > MOST_MODULES} == MANY_MODULES


def test_no_two_public_classes_share_a_name():
    homes = defaultdict(list)
    for name, tree in trees().items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(name)
    assert {name: found for name, found in homes.items() if len(found) > 1 and name not in TWINS} == {}
