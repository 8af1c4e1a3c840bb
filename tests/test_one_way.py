"""One job, one way to do it: what else in the package would do the same job is told here."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from functools import cache

from source import trees, walk

WRITE_MODE = re.compile(r"[rbt]*[wax+][bt+]*")
WRITE_FILES = {
    "output/disk.py": "papers and deck files, to be moved into their places",
    "output/papers.py": "nothing: it asks whether a deck file or a record could be written",
    "output/lock.py": "the file that keeps other builds out",
    "cli/entry.py": "the null device, for streams that are closed",
}
"""The modules that may open a file for writing, and what they write."""
WRITE_DECKS = {
    "cli/fixing.py": "the text from the editor",
    "cli/commands/next.py": "the text from the editor",
    "cli/commands/new.py": "a first deck, from the starters",
}
"""The modules that may write a deck file, by ``replace_keeping`` or ``write_new``, and what they write."""
READ_FILES = {
    "foreign/files.py": "the gate itself",
    "drafting/starter.py": "the starters, which are our own",
    "locales/catalogue.py": "the messages, which are our own",
    "preview/server.py": "the preview's page, which is our own",
    "output/papers.py": "papers and their record",
    "output/disk.py": "papers that are written",
    "output/record.py": "papers and their record",
    "output/journal.py": "what a build has begun",
    "cli/entry.py": "the null device",
    "output/lock.py": "the file that keeps other builds out",
    "cli/commands/serve.py": "no file: it opens the browser",
}
"""The modules that open files, and which."""
READ_PACKAGES = {
    "foreign/archives.py": "the gate itself",
    "foreign/xml.py": "the gate itself",
    "images/bitmap.py": "a file that the gate has opened",
    "writers/pdf/images.py": "a picture that was encoded by us",
    "writers/pptx/package.py": "a package that is written",
    "reader/tabular/xlsx.py": "workbooks that the gate has opened",
}
"""The modules that unpack archives, pictures and XML, and which."""
CATCH_ANYTHING = {
    "foreign/damage.py": "what libraries raise over a damaged file",
    "cli/entry.py": "the end of a command",
    "cli/crash.py": "the end of a command",
    "cli/crash_details.py": "the end of a command",
    "output/journal.py": "nothing: it tidies up and raises it again",
    "preview/server.py": "nothing: it is raised again by another thread",
}
"""The modules that catch any exception, and what they take it for."""
SLIPS = {"AttributeError", "LookupError", "IndexError", "TypeError", "ArithmeticError", "RecursionError"}
"""Exceptions that a mistake in a program raises too: who catches several of them takes anything for damage."""
JOIN_LINES = {
    "reader/syntax/repair_buffer.py": "for YAML to read",
    "reader/tabular/csv.py": "a table's rows",
}
"""The modules that may put a file's lines together, and what for."""


def where(matches: Callable[[ast.Call], bool]) -> set[str]:
    """Return the modules with a call like this."""
    return {name for name, tree in trees().items() if any(matches(call) for call in calls(tree))}


@cache
def calls(tree: ast.AST) -> tuple[ast.Call, ...]:
    return tuple(node for node in walk(tree) if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    """Return a called function's own name: ``write`` of ``file.write(…)``."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def test_a_deck_is_edited_in_one_way():
    """No module but the editor makes a deck's new text out of its lines, and only what is named above writes one."""

    def opens_for_writing(call: ast.Call) -> bool:
        parts = [node for each in (*call.args, *call.keywords) for node in ast.walk(each)]
        texts = [str(getattr(node, "value", "")) for node in parts if isinstance(node, ast.Constant)]
        names = {getattr(node, "attr", getattr(node, "id", "")) for node in parts}
        writes = bool({"mode", "O_WRONLY", "O_RDWR"} & names) or any(WRITE_MODE.fullmatch(text) for text in texts)
        return called(call) in ("open", "fdopen") and writes

    def joins_lines(call: ast.Call) -> bool:
        parts = [node for each in call.args for node in ast.walk(each)]
        return called(call) == "join" and any(getattr(node, "attr", "") == "lines" for node in parts)

    writes = where(lambda call: called(call) in ("write_text", "write_bytes", "writelines"))
    assert writes | where(opens_for_writing) == WRITE_FILES.keys()
    assert where(lambda call: called(call) in ("replace_keeping", "write_new")) == WRITE_DECKS.keys()
    assert where(lambda call: called(call) == "splitlines") == set(), "lines_of knows what a line is"
    read = {name for name in where(joins_lines) if not name.startswith(("layout/", "handout/", "writers/"))}
    assert read == JOIN_LINES.keys()


def test_a_file_that_is_not_ours_is_opened_in_one_way():
    """Only the gate opens foreign files: it alone asks first what kind of file it is, and how much it holds."""

    def opens(call: ast.Call) -> bool:
        written = ast.unparse(call.func)
        reads = written == "open" or written.endswith((".read_bytes", ".read_text", ".open"))
        return reads and written not in ("Image.open", "self._archive.open")

    def unpacks(call: ast.Call) -> bool:
        return called(call) in ("ZipFile", "load_workbook", "XMLParser", "XML", "iterparse") or ast.unparse(
            call.func
        ) in ("Image.open", "etree.fromstring", "etree.parse")

    assert where(opens) == READ_FILES.keys()
    assert where(unpacks) == READ_PACKAGES.keys()


def test_anything_at_all_is_caught_in_one_place():
    """A handler for every exception hides mistakes of our own; so does one for a list of those that they raise."""

    def caught(node: ast.AST) -> set[str]:
        named = node.type if isinstance(node, ast.ExceptHandler) else None
        if isinstance(node, ast.Call) and called(node) == "suppress":
            named = ast.Tuple([*node.args])
        elif isinstance(node, ast.ExceptHandler) and named is None:
            return {"BaseException"}
        return {getattr(each, "attr", getattr(each, "id", "")) for each in ast.walk(named)} if named else set()

    found = {
        name
        for name, tree in trees().items()
        if any(len(caught(node) & SLIPS) > 1 or caught(node) & {"Exception", "BaseException"} for node in walk(tree))
    }
    assert found == CATCH_ANYTHING.keys()


def test_a_class_of_fields_is_made_in_one_way():
    """``deckbuild/dataclass.py`` is the quick one; the standard library's may be used for what goes with it."""
    found = {
        name
        for name, tree in trees().items()
        for node in walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "dataclasses"
        for alias in node.names
        if alias.name == "dataclass"
    }
    assert found == {"dataclass.py"}
