"""The codes of all findings, found by reading the program's own source.

A finding is told by a *reporter*: ``Diagnostic(code, …)``, or a function that hands its own parameter on to a reporter
as the code. So nothing here names a module or a function of the program but ``Diagnostic`` itself.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import deckbuild

PACKAGE = Path(deckbuild.__file__).parent
LEAST = 3
"""Arguments that a reporter is given at least: code, place, message. A call with fewer is of something else."""

Given = int | tuple[str, ...]
"""A parameter's place among the arguments, or the texts it always has."""


@dataclass(frozen=True)
class Told:
    """One place in the source that tells a finding."""

    code: str
    severity: str
    """``error``, ``warning`` or ``note``."""
    message: tuple[str, ...]
    """The English templates it may have; none where they can't be followed."""
    remedy: tuple[str, ...]


@dataclass(frozen=True)
class _Reporter:
    """A function that tells findings, by the places of what it is given."""

    code: int
    message: Given
    remedy: Given
    severity: str
    names: tuple[str, ...]
    """Its parameters' names, in order, without ``self``."""


RULE = _Reporter(0, 2, 3, "error", ("code", "matches", "message", "hint", "edits"))
"""A rule of a table, which reports what it was made with."""
DIAGNOSTIC = _Reporter(0, 2, 3, "error", ("code", "span", "message", "help", "args", "severity", "edits"))


@dataclass(frozen=True)
class _Call:
    node: ast.Call
    around: tuple[ast.AST, ...]
    """What it stands in, innermost first; the last is the file."""

    @property
    def name(self) -> str:
        called = self.node.func
        return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")

    def argument(self, place: int, names: tuple[str, ...]) -> ast.expr | None:
        """Return what is given at a place or under that parameter's name."""
        if place < len(self.node.args):
            return self.node.args[place]
        return next((word.value for word in self.node.keywords if word.arg == names[place]), None)


@cache
def told() -> tuple[Told, ...]:
    """Return every place that tells a finding, in the order of the files.

    Raises:
        ValueError: a code that can't be followed to a constant.

    """
    calls = [call for path in sorted(PACKAGE.rglob("*.py")) for call in _calls(path)]
    reporters: dict[str, set[_Reporter]] = defaultdict(set, Diagnostic={DIAGNOSTIC}, Rule={RULE}, PatternRule={RULE})
    found: dict[tuple[int, _Reporter], tuple[Told, ...]] = {}
    known = 0
    while known < (known := sum(map(len, reporters.values()))):
        for number, call in enumerate(calls):
            for reporter in tuple(reporters[call.name]):
                if ast.unparse(call.argument(reporter.code, reporter.names) or call.node).startswith("self."):
                    continue  # what a rule was made with
                if len(call.node.args) + len(call.node.keywords) >= LEAST and (number, reporter) not in found:
                    handed = _handed_on(call, reporter)
                    found[number, reporter] = () if handed else _told(call, reporter)
                    if handed:
                        reporters[handed[0]].add(handed[1])
    return tuple(place for key in sorted(found, key=lambda key: key[0]) for place in found[key])


def severities() -> dict[str, str]:
    """Return how bad each finding is, by code, in the order of the alphabet: ``error``, ``warning`` or both."""
    found: dict[str, set[str]] = defaultdict(set)
    for place in told():
        found[place.code].add(place.severity)
    return {code: " or ".join(sorted(found[code])) for code in sorted(found)}


def _calls(path: Path) -> Iterator[_Call]:
    tree = ast.parse(path.read_text("utf-8"))

    def within(node: ast.AST, around: tuple[ast.AST, ...]) -> Iterator[_Call]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Call):
                yield _Call(child, around)
            yield from within(child, (child, *around))

    return within(tree, (tree,))


def _severity(call: _Call, reporter: _Reporter) -> str:
    given = [*call.node.args, *(word.value for word in call.node.keywords)]
    levels = [ast.unparse(each).removeprefix("Severity.").lower() for each in given if _is_severity(each)]
    return levels[0] if levels else reporter.severity


def _is_severity(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "Severity"


def _handed_on(call: _Call, reporter: _Reporter) -> tuple[str, _Reporter] | None:
    """Return the function around a call that hands its own parameter on as the code, as a reporter with its name."""
    code = call.argument(reporter.code, reporter.names)
    for function in (each for each in call.around if isinstance(each, ast.FunctionDef)):
        names = _parameters(function)
        if isinstance(code, ast.Name) and code.id in names:
            message, remedy = (
                _given(call, part, reporter.names, names) for part in (reporter.message, reporter.remedy)
            )
            return function.name, _Reporter(names.index(code.id), message, remedy, _severity(call, reporter), names)
    return None


def _parameters(function: ast.FunctionDef) -> tuple[str, ...]:
    names = [each.arg for each in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]
    return tuple(name for name in names if name not in {"self", "cls"})


def _given(call: _Call, part: Given, names: tuple[str, ...], own: tuple[str, ...]) -> Given:
    """Return what a reporter that hands on is given for a part: a parameter of its own, or always the same texts."""
    if not isinstance(part, int):
        return part
    node = call.argument(part, names)
    return own.index(node.id) if isinstance(node, ast.Name) and node.id in own else tuple(_texts(node, call))


def _told(call: _Call, reporter: _Reporter) -> tuple[Told, ...]:
    codes = [*_texts(call.argument(reporter.code, reporter.names), call)]
    if not codes:
        raise ValueError(f"line {call.node.lineno}: no code can be found in {ast.unparse(call.node)}")
    parts = [
        tuple(_texts(call.argument(part, reporter.names), call)) if isinstance(part, int) else part
        for part in (reporter.message, reporter.remedy)
    ]
    return tuple(Told(code, _severity(call, reporter), *parts) for code in codes)


def _texts(node: ast.expr | None, call: _Call, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the constants that an expression may be, following names within the file."""
    match node:
        case ast.Constant(value=str(text)) if text:
            yield text
        case ast.IfExp(body=body, orelse=other):
            yield from _texts(body, call, seen)
            yield from _texts(other, call, seen)
        case ast.Tuple(elts=parts) | ast.BoolOp(values=parts) | ast.Dict(values=parts):
            for part in parts:
                yield from _texts(part, call, seen)
        case ast.Subscript(value=table):
            yield from _texts(table, call, seen)
        case ast.Name(id=name) if name not in seen:
            for value in _assigned(name, call):
                yield from _texts(value, call, seen | {name})


def _assigned(name: str, call: _Call) -> Iterator[ast.expr]:
    """Yield what a name is bound to, in the innermost statement around the call that binds it."""
    for scope in call.around:
        values = [
            value
            for node in (scope.body if isinstance(scope, ast.Module) else ast.walk(scope))
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
            for value in _bound(node.targets if isinstance(node, ast.Assign) else [node.target], node.value, name, call)
        ]
        if values:
            yield from values
            return


def _bound(targets: list[ast.expr], value: ast.expr, name: str, call: _Call) -> Iterator[ast.expr]:
    """Yield the value, or its part, that an assignment gives to a name."""
    for target in targets:
        match target, value:
            case ast.Name(id=own), _ if own == name:
                yield value
            case ast.Tuple(elts=parts), ast.Tuple(elts=values):
                for part, its in zip(parts, values, strict=True):
                    yield from _bound([part], its, name, call)
            case ast.Tuple(), ast.Subscript(value=ast.Name(id=table)):
                for row in _rows(table, call):
                    yield from _bound([target], row, name, call)


def _rows(table: str, call: _Call) -> list[ast.expr]:
    """Return the values of a table at the top of the file."""
    for node in ast.iter_child_nodes(call.around[-1]):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(each, ast.Name) and each.id == table for each in targets):
            value = getattr(node, "value", None)
            return value.values if isinstance(value, ast.Dict) else []
    return []
