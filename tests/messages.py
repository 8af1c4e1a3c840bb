"""Every message in the source, found by reading the code: what a catalogue must hold.

``python tests/messages.py da`` prints the entries that ``da.po`` lacks, to be filled in and pasted where they belong.

A message is a constant that reaches a *reporter* (``error``, ``note``, ``report``, ``Diagnostic`` ...) as its message
or hint: written in the call, or behind a name, a table or a function of the same file. What
``translate(...)`` is given and the help of commands and options count too.
"""

from __future__ import annotations

import ast
import re
import string
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from deckbuild.locales import every_language

SOURCE = Path(__file__).parent.parent / "src" / "deckbuild"
LOCALES = SOURCE / "locales"
COMPLETE = [language.code for language in every_language() if language.complete]
"""The codes of the languages that have every message."""

REPORTERS = dict.fromkeys(("error", "warning", "note", "report", "Diagnostic", "Rule", "PatternRule"), (2, 3))
REPORTERS["ForeignMark"] = REPORTERS["Slip"] = (1, 2)
"""Where the message and the hint stand among the arguments."""
SPEAKERS = {"Counted": (1, 2), "translate": (0,), "progress": (0,), "fill": (0,), "cannot_write": (2,), "Phrase": (0,)}
SPEAKERS["missing_letters"] = (3,)
KEYWORDS = {"message", "hint", "help", "metavar"}


def names_in(template: str) -> set[str]:
    """Return the ``{names}`` of a template."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@dataclass
class Found:
    """A message and the files it stands in."""

    text: str
    files: list[str] = field(default_factory=list)

    @property
    def names(self) -> set[str]:
        """The ``{names}`` in it."""
        return names_in(self.text)


@cache
def messages() -> dict[str, Found]:
    """Return every message of the source by its text, in the order of the files."""
    found: dict[str, Found] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        for text in _File(ast.parse(path.read_text("utf-8")), name):
            entry = found.setdefault(text, Found(text))
            if name not in entry.files:
                entry.files.append(name)
    return found


class _File:
    """One file's syntax tree, in which names are followed to the constants behind them."""

    def __init__(self, tree: ast.Module, name: str) -> None:
        self.tree = tree
        self.name = name
        self.scopes: dict[ast.AST, ast.AST] = {}
        self._enclose(tree, tree)

    def _enclose(self, node: ast.AST, scope: ast.AST) -> None:
        for child in ast.iter_child_nodes(node):
            self.scopes[child] = scope
            self._enclose(child, child if isinstance(child, ast.FunctionDef) else scope)

    def __iter__(self) -> Iterator[str]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield from self._call(node)
            elif isinstance(node, ast.FunctionDef) and _is_command(node):
                yield ast.get_docstring(node) or ""
            elif isinstance(node, ast.Assign) and self.name == "cli/main.py" and _target(node) == "_COMMANDS":
                yield from (value.value for value in node.value.values)  # type: ignore[attr-defined]

    def _call(self, call: ast.Call) -> Iterator[str]:
        called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        places = REPORTERS.get(called) or SPEAKERS.get(called)
        if called in ("option", "Option", "argument"):
            places = ()
        if places is None:
            return
        scope = self.scopes[call]
        given = [call.args[place] for place in places if place < len(call.args)]
        for node in [*given, *(k.value for k in call.keywords if k.arg in KEYWORDS)]:
            found = [*self.constants(node, scope)]
            if not found and called in REPORTERS and not _handed_on(node, scope):
                raise AssertionError(f"{self.name}:{node.lineno}: no message can be found in {ast.unparse(node)}")
            yield from found

    def constants(self, node: ast.AST, scope: ast.AST, seen: frozenset[str] = frozenset()) -> Iterator[str]:
        """Yield the texts an expression can be."""
        match node:
            case ast.Constant(value=str(text)):
                yield from [text] * bool(text)
            case ast.IfExp(body=body, orelse=other):
                yield from self.constants(body, scope, seen)
                yield from self.constants(other, scope, seen)
            case ast.BoolOp(values=values) | ast.Tuple(elts=values) | ast.List(elts=values) | ast.Dict(values=values):
                for value in values:
                    yield from self.constants(value, scope, seen)
            case ast.Subscript(value=table):
                yield from self.constants(table, scope, seen)
            case ast.Call(func=ast.Name(id=name)) | ast.Name(id=name) if name not in seen:
                yield from self._behind(name, scope, seen | {name})
            case ast.BinOp() | ast.JoinedStr():
                raise AssertionError(f"{self.name}:{node.lineno}: a message is put together; make it one template")

    def _behind(self, name: str, scope: ast.AST, seen: frozenset[str]) -> Iterator[str]:
        for node in [*ast.walk(scope), *self.tree.body] if scope is not self.tree else self.tree.body:
            if isinstance(node, ast.FunctionDef) and node.name == name:
                for inner in ast.walk(node):
                    if isinstance(inner, ast.Return) and inner.value:
                        yield from self.constants(inner.value, node, seen)
            elif isinstance(node, ast.For) and name in _names(node.target):
                yield from self._looped(node, name, scope, seen)
            elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
                yield from self._assigned(node, name, scope, seen)

    def _assigned(
        self, node: ast.Assign | ast.AnnAssign, name: str, scope: ast.AST, seen: frozenset[str]
    ) -> Iterator[str]:
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            if isinstance(target, ast.Tuple) and name in _names(target) and isinstance(node.value, ast.Tuple):
                yield from self.constants(node.value.elts[_names(target).index(name)], scope, seen)
            elif name in _names(target) and node.value:
                yield from self.constants(node.value, scope, seen)

    def _looped(self, node: ast.For, name: str, scope: ast.AST, seen: frozenset[str]) -> Iterator[str]:
        """``for key, message in table.items()``."""
        match node.iter:
            case ast.Call(func=ast.Attribute(value=table)) if name == _names(node.target)[-1]:
                yield from self.constants(table, scope, seen)


def _handed_on(node: ast.AST, scope: ast.AST) -> bool:
    """Whether an argument is the enclosing function's own, whose callers are looked at; or is given as empty.

    What a rule says of itself is found where the rule is written.
    """
    if isinstance(node, ast.Attribute) and ast.unparse(node) in ("self.message", "self.hint"):
        return True
    own = {arg.arg for arg in scope.args.args} if isinstance(scope, ast.FunctionDef) else set()
    return (isinstance(node, ast.Name) and node.id in own) or (isinstance(node, ast.Constant) and node.value == "")


def _names(target: ast.AST) -> list[str]:
    if isinstance(target, ast.Tuple):
        return [name for each in target.elts for name in _names(each)]
    return [target.id] if isinstance(target, ast.Name) else []


def _target(node: ast.Assign) -> str:
    return _names(node.targets[0])[0] if _names(node.targets[0]) else ""


def _is_command(node: ast.FunctionDef) -> bool:
    return any(re.search(r"\.(command|group)\b", ast.unparse(each)) for each in node.decorator_list)


def editor_texts() -> set[str]:
    """Return what editors say of deck.yaml: its keys, its values, what is wrong."""
    from deckbuild.schema.deck_schema import deck_schema, plain_schema, translated
    from deckbuild.schema.editors import Editors

    said: set[str] = set()

    def translate(message: str) -> str:
        said.add(message)
        return message

    Editors(translate, deck_schema()["definitions"]).whole(translated(plain_schema(), translate))
    return said


def main(language: str) -> None:
    """Print the entries a catalogue lacks."""
    from polib import POEntry, pofile

    known = {entry.msgid for entry in pofile(str(LOCALES / f"{language}.po"))}
    places = {found.text: found.files for found in messages().values()} | {text: ["schema"] for text in editor_texts()}
    for text, files in places.items():
        if text not in known:
            print(POEntry(msgid=text, msgstr="", occurrences=[(name, "") for name in files]))


if __name__ == "__main__":
    main(*sys.argv[1:])
