"""The package's own source, read and walked once for all tests that look into it."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "deckbuild"


@cache
def trees() -> dict[str, ast.Module]:
    """Return each file of the package, by its path below the package, parsed."""
    paths = sorted(SOURCE.rglob("*.py"))
    return {path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text("utf-8")) for path in paths}


@cache
def walk(tree: ast.AST) -> tuple[ast.AST, ...]:
    """Return all nodes of a tree, as ``ast.walk`` does; they are kept."""
    return tuple(ast.walk(tree))
