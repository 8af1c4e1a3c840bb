"""One way to know a kind of block: by ``Block``, never by its name; and what a deck doesn't use isn't loaded."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckbuild.blocks.registry import KEYS, kind
from deckbuild.model.written import Notation
from deckbuild.reader.sections.grammar import FORMS
from source import trees, walk

OPEN = {"deckbuild.blocks.registry"}
"""What of ``blocks`` others may import."""
WORDS = {"text", "title", "columns", "table", "steps", "fields", "figure", "cards", "section", "definition"}
"""Keys of kinds that are keys, words or layouts of their own too."""


def outside() -> Iterator[tuple[str, ast.AST]]:
    """Yield each node of the code outside ``blocks``, with its file."""
    for name, tree in trees().items():
        if not name.startswith("blocks/"):
            yield from ((name, node) for node in walk(tree))


def imported(node: ast.AST) -> list[str]:
    match node:
        case ast.ImportFrom(module=str(module)):
            return [module, *(f"{module}.{name.name}" for name in node.names)]
        case ast.Import():
            return [name.name for name in node.names]
        case _:
            return []


def test_nobody_imports_a_kind():
    closed = {
        f"deckbuild.blocks.{path.stem}"
        for path in Path(sys.modules[kind.__module__].__file__ or "").parent.glob("*.py")
    } - OPEN
    found = {(name, path) for name, node in outside() for path in imported(node) if path in closed}
    assert found == set()


def test_nobody_names_a_kinds_file():
    found = {
        (name, node.value) for name, node in outside()
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("deckbuild.blocks")
    }  # fmt: skip
    assert found == set()


def sides(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what a comparison or a pattern compares, and what a loop tries in turn."""
    match node:
        case ast.Compare():
            yield from (node.left, *node.comparators)
        case ast.MatchValue():
            yield node.value
        case ast.comprehension() | ast.For():
            yield node.iter


def compared(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield each part of what a file compares: constants of the file stand for their values."""
    named = {
        target.id: node.value
        for node in walk(tree) if isinstance(node, ast.Assign)
        for target in node.targets if isinstance(target, ast.Name) and target.id.isupper()
    }  # fmt: skip
    for node in walk(tree):
        for side in sides(node):
            value = named.get(side.id, side) if isinstance(side, ast.Name) else side
            yield from ast.walk(value) if isinstance(value, ast.Tuple | ast.Set | ast.List) else (value,)


def test_nobody_compares_a_kind_with_its_key():
    parts = [
        (name, part) for name, tree in trees().items() if not name.startswith("blocks/") for part in compared(tree)
    ]
    by_attribute = {name for name, part in parts if isinstance(part, ast.Attribute) and part.attr == "KIND"}
    by_key = {name for name, part in parts if isinstance(part, ast.Constant) and part.value in KEYS.keys() - WORDS}
    assert (by_attribute, by_key) == (set(), set())


@pytest.mark.parametrize("key", KEYS)
def test_a_kind_is_found_by_its_key(key: str):
    assert key == kind(key).KIND


@pytest.mark.parametrize("form", Notation)
def test_a_form_has_its_reader(form: Notation):
    module, name = FORMS[form]
    assert callable(getattr(__import__(f"deckbuild.reader.{module}", fromlist=[name]), name))


@pytest.mark.slow
def test_a_deck_of_bullets_loads_nothing_else(tmp_path: Path):
    deck = tmp_path / "deck.yaml"
    deck.write_text("deck:\n  title: Prøve\nslides:\n  - title: En\n    bullets:\n      - a\n      - b\n", "utf-8")
    code = "import sys; from pathlib import Path; from deckbuild.pipeline.check import check_deck\n"
    code += f"assert not [*check_deck(Path({str(deck)!r}))]; print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    kinds = {f"deckbuild.blocks.{place.partition('.')[0]}" for place in KEYS.values()}
    assert kinds & {*shown} == {"deckbuild.blocks.bullets"}
    heavy = (
        "layout.charts",
        "layout.diagrams",
        "layout.pictures",
        "images.facts",
        "reader.sections.charts",
        "reader.tabular",
    )
    assert [name for name in shown if name.removeprefix("deckbuild.").startswith(heavy)] == []
