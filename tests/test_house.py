"""The house stays one that a stranger finds the way in: names, sizes of files and functions, modules in a folder."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from source import SOURCE, trees, walk

MOST_LINES, MOST_FUNCTION_LINES, MOST_MODULES = 400, 60, 20
LONG_FILES: set[str] = set()
"""Files over ``MOST_LINES``. This list only shrinks."""
LONG_FUNCTIONS: set[str] = set()
"""Functions over ``MOST_FUNCTION_LINES``. This list only shrinks."""
MANY_MODULES = {"blocks"}
"""Folders that may hold any number of modules: the kinds of block."""
COMMANDS = ("cli/commands/", "cli/making.py", "cli/fixing.py", "cli/unfinished.py", "cli/entry.py")
"""Where a command loads what it alone needs, so that ``deckbuild --help`` and a fault in a deck come at once."""
LOADED_LATE = {
    "locales/choice.py": "findings: help starts without them",
    "handout/front_and_back/cover.py": "a deck without a logo needs nothing that knows pictures",
    "images/facts.py": "pillow, lxml and svgelements take 0.1 s, and most decks have pictures of one kind or none",
    "layout/slides/opening.py": "a deck without a logo needs nothing that knows pictures",
    "layout/qr.py": "reportlab's codes, which only a closing slide draws",
    "layout/text/hyphenation.py": "pyphen takes 0.04 s, and a deck with faults divides no words",
    "locales/catalogue.py": "polib takes 0.01 s of every command, and English needs no catalogue",
    "pipeline/render.py": "python-pptx takes 0.15 s, which a handout, the preview and pictures don't need",
    "writers/pptx/charts/workbook.py": "xlsxwriter takes 0.1 s, and most decks have no charts",
    "reader/encodings.py": "charset-normalizer takes 0.06 s, and few files are in a code page of another country",
    "reader/checks/spelling.py": "hunspell is an extra, which may not be installed",
    "reader/sections/grammar.py": "files of numbers: only for decks that have charts of them",
    "reader/sections/template.py": "lxml: only for decks that have a template",
    "reader/tabular/workbooks.py": "openpyxl takes 0.2 s, and few decks read a workbook",
    "reader/values/marks.py": "markdown-it takes 0.07 s, and a short deck has no marks",
}  # fmt: skip
"""Files, beside the commands, with imports inside functions, and why. This list only shrinks."""
TWINS: set[str] = set()
"""Public classes that share a name because they are the same concept in two writers."""


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in walk(tree) if isinstance(node, ast.FunctionDef))


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


def test_modules_import_at_their_top():
    """What a module needs is seen at its top, and a circle of imports fails at once, not in the middle of a command."""
    late = {
        name
        for name, tree in trees().items() if not name.startswith(COMMANDS)
        for function in functions(tree)
        if any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(function))
    }  # fmt: skip
    assert late == set(LOADED_LATE), "import at the top; take what is gone off the list"
