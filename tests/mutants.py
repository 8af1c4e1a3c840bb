"""Do the tests see it when the code is wrong? ``python tests/mutants.py layout/table.py --seed 7 --count 40``.

Run by hand. A mutant is the package with one small change in one function: a comparison turned, a number one more, a
statement left out. Mutants are drawn by ``--seed``, each made in a copy of the package, and the tests of its place
(``PLACES``) run on it. A test that fails has killed it; what lived, no test holds. tests/mutants.md keeps the results.

Plain numbers of a design (module-level constants, defaults of a class) are no part of it: they are chosen, not right.
"""

from __future__ import annotations

import argparse
import ast
import copy
import importlib
import inspect
import os
import random
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

HERE = Path(__file__).parent
SOURCE = HERE.parent / "src" / "deckbuild"
SECONDS = 60
"""A mutant that runs longer never ends."""


class Place(NamedTuple):
    """Functions that do one job, and the tests that hold them."""

    files: dict[str, tuple[str, ...]]
    """Files below the package, each with the functions that count; none: all of them."""
    tests: tuple[str, ...]


PLACES = {
    "layout/table.py": Place({"layout/table.py": ()}, ("test_table_layout.py",)),
    "layout/text/line_breaking.py": Place(
        {"layout/text/line_breaking.py": ()}, ("test_line_breaking.py",)
    ),
    "layout/text/splitting.py": Place(
        {
            "layout/text/splitting.py": (),
            "layout/slides/slide.py": (
                "lay_out_slide", "_check_title", "_continued", "_bodies", "_split_between_blocks", "_fit_together",
                "_attempts", "_flowed", "_joined", "_body_box", "_stacked", "_column", "_with_roles",
            ),
        },
        ("test_continuation.py",),
    ),
    "output/papers.py": Place(
        {f"output/{name}.py": () for name in ("papers", "lock", "journal", "disk", "record")},
        ("test_paper_files.py", "test_killed.py"),
    ),
    "reader/language/suggest.py": Place(
        {"reader/language/suggest.py": (), "reader/values/unknown_keys.py": ()}, ("test_meant_keys.py",)
    ),
    "writers/pptx/table.py": Place(
        {
            "writers/pptx/table.py": (),
            "writers/pdf/draw.py": ("_draw_table", "_draw_rules"),
            "writers/pdf/text.py": (),
        },
        ("test_table_writers.py",),
    ),
}  # fmt: skip

COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
}  # fmt: skip
RECKONED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Div, ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.Pow: ast.Mult,
}  # fmt: skip
CALLED = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list", "reversed": "iter"}
_WINDOWS = "sys.platform == 'win32'"
"""What is under it does not run here."""
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass
class Mutant:
    """One change: put ``node`` in the place of what stands in ``parent`` under ``field`` (and ``index`` in a list)."""

    file: str
    parent: ast.AST
    field: str
    index: int | None
    node: ast.AST | None
    statement: ast.stmt

    def swap(self) -> None:
        """Make the change; a second time undo it."""
        if self.index is None:
            held = getattr(self.parent, self.field)
            setattr(self.parent, self.field, self.node)
        elif self.node is None:
            raise AssertionError("an element of a list is replaced, never removed")
        else:
            held = getattr(self.parent, self.field)[self.index]
            getattr(self.parent, self.field)[self.index] = self.node
        self.node = held

    def told(self) -> str:
        """Return the line, and what stood there and stands there now."""
        before, replaced = _header(self.statement), self.node
        self.swap()
        whole = self.node is self.statement  # the statement itself is another, or left out
        after = _header(replaced if whole and isinstance(replaced, ast.stmt) else self.statement)
        self.swap()
        return f"{self.file}:{self.statement.lineno}: {_apart(before, after)}"


def _header(statement: ast.stmt) -> str:
    """Return a statement without what is under it."""
    if isinstance(statement, ast.Pass):
        return "nothing"
    bare = copy.copy(statement)
    for name in ("body", "orelse", "finalbody", "handlers"):
        if hasattr(bare, name):
            setattr(bare, name, [])
    return " ".join(ast.unparse(bare).split())


def _apart(before: str, after: str, around: int = 24) -> str:
    """Tell two lines apart by what differs and some letters around it."""
    start = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    end = next((n for n, (a, b) in enumerate(zip(before[::-1], after[::-1], strict=False)) if a != b), len(before))
    end = min(end, len(before) - start, len(after) - start)
    left = max(0, start - around)
    cut = lambda text: text[left : min(len(text), len(text) - end + around)].replace("|", "¦")  # noqa: E731
    return f"`{cut(before)}` → `{cut(after)}`"


def mutants(file: str, tree: ast.Module, names: Sequence[str]) -> Iterator[Mutant]:
    """Yield every mutant of a file's functions, in the order of their lines."""
    for node in ast.walk(tree):
        if isinstance(node, DEFINITIONS):
            for inner in ast.walk(node):
                inner.counts = not names or node.name in names or getattr(inner, "counts", False)  # type: ignore[attr-defined]
    yield from _below(file, tree, None)


def _below(file: str, parent: ast.AST, statement: ast.stmt | None) -> Iterator[Mutant]:
    elsewhere = "body" if isinstance(parent, ast.If) and _WINDOWS in ast.unparse(parent.test) else None
    for field, value in ast.iter_fields(parent):
        if field == elsewhere or field in (
            "annotation",
            "returns",
            "decorator_list",
            "patterns",
            "pattern",
            "type_params",
        ):
            continue
        for index, node in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(node, ast.AST):
                continue
            inside = node if isinstance(node, ast.stmt) else statement
            if inside is not None and getattr(node, "counts", False) and not _docstring(node):
                for other in _others(node):
                    yield Mutant(file, parent, field, index if isinstance(value, list) else None, other, inside)
            if not _docstring(node) and not (isinstance(node, ast.AnnAssign) and node.value is None):
                yield from _below(file, node, inside)


def _docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _others(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may stand for a node in a mutant."""
    match node:
        case ast.Compare(left, [operator, *more], right):
            for other in COMPARED[type(operator)]:
                yield ast.Compare(left, [other(), *more], right)
        case ast.BinOp(left, operator, right) if type(operator) in RECKONED:
            yield ast.BinOp(left, RECKONED[type(operator)](), right)
        case ast.BoolOp(operator, values):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
            for index in range(len(values)):
                rest = [*values[:index], *values[index + 1 :]]
                yield rest[0] if len(rest) == 1 else ast.BoolOp(operator, rest)
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            yield operand
        case ast.Constant(bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(int() | float() as value):
            yield ast.Constant(value + 1)
            yield ast.Constant(value - 1)
        case ast.Constant(str() as value) if value:
            yield ast.Constant("")
        case ast.IfExp(test, body, orelse):
            yield body
            yield orelse
        case ast.If(test, body, orelse):
            yield ast.copy_location(ast.If(_not(test), body, orelse), node)
        case ast.Return(value) if value is not None and not _is_none(value):
            yield ast.copy_location(ast.Return(ast.Constant(None)), node)
        case ast.Expr() | ast.AugAssign() | ast.Raise() | ast.Break() | ast.Continue():
            yield ast.copy_location(ast.Pass(), node)
        case ast.Call(ast.Name(name), arguments, keywords) if name in CALLED:
            yield ast.Call(ast.Name(CALLED[name], ast.Load()), arguments, keywords)
        case ast.Call(function, arguments, keywords) if keywords:
            for index, keyword in enumerate(keywords):
                if keyword.arg and not _is_none(keyword.value):
                    yield ast.Call(function, arguments, [*keywords[:index], *keywords[index + 1 :]])
        case ast.Slice(lower, upper, step):
            if lower is not None:
                yield ast.Slice(None, upper, step)
            if upper is not None:
                yield ast.Slice(lower, None, step)
        case ast.comprehension(target, source, tests, is_async):
            for index in range(len(tests)):
                yield ast.comprehension(target, source, [*tests[:index], *tests[index + 1 :]], is_async)


def _not(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None


class _Failures:
    """A plugin that remembers the first test that failed."""

    def __init__(self) -> None:
        self.first = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.first:
            self.first = report.nodeid.rpartition("/")[2]

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed and not self.first:
            self.first = f"{report.nodeid.rpartition('/')[2]} (not even imported)"


def run_tests(tests: Sequence[str], file: str = "", code: str = "") -> str:
    """Return the first of ``tests`` that fails, or nothing; ``file`` of the package is ``code`` meanwhile."""
    reader, writer = os.pipe()
    child = os.fork()  # all is imported already, and what happens there stays there
    if not child:
        signal.alarm(SECONDS)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        failures = _Failures()
        options = ["-x", "-q", "-n", "0", "-p", "no:cacheprovider", "-m", "not slow", "--no-header"]
        try:
            if file:
                _transplant(file, code)
            ended = pytest.main([*options, *tests], [failures])
        except BaseException as error:
            failures.first, ended = f"{type(error).__name__} as it is imported", 1
        os.write(writer, (failures.first or ("" if ended == 0 else f"pytest ended with {ended}")).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        first = answer.read()
    _, status = os.waitpid(child, 0)
    return "never ends" if os.WIFSIGNALED(status) else first


def _transplant(file: str, code: str) -> None:
    """Run a module's other text in its place; what others have imported from it works as the new functions do."""
    module = importlib.import_module("deckbuild." + file.removesuffix(".py").replace("/", "."))
    before = dict(vars(module))
    exec(compile(code, module.__file__ or file, "exec"), vars(module))  # noqa: S102
    for name, old in before.items():
        new = vars(module)[name]
        if getattr(old, "__module__", "") != module.__name__:
            continue
        if isinstance(old, type):  # others hold the class and its objects, so it stays and its methods become the new
            for attribute, method in vars(old).items():
                _work_as(method, vars(new).get(attribute))
        elif callable(old):
            _work_as(old, new)
        setattr(module, name, old)


def _work_as(old: object, new: object) -> None:
    """Let a function, method or property work as another does."""
    old, new = _function(old), _function(new)
    if inspect.isfunction(old) and inspect.isfunction(new):
        for attribute in ("__code__", "__defaults__", "__kwdefaults__"):
            setattr(old, attribute, getattr(new, attribute))


def _function(of: object) -> object:
    """Return the function under a property, a method or a decorator."""
    if isinstance(of, property):
        of = of.fget
    elif isinstance(of, (classmethod, staticmethod)):
        of = of.__func__
    return inspect.unwrap(of) if callable(of) else of


def main() -> None:
    """Draw mutants, try them, print a table; a mutant's number stays its own when ``--only`` tries a few again."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("place", choices=PLACES)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--only", type=int, nargs="*", help="the numbers of those to try")
    parser.add_argument("--tests", nargs="*", help="other test files to try them with")
    asked = parser.parse_args()
    place = PLACES[asked.place]
    tests = [str(HERE / name) for name in asked.tests or place.tests]
    trees = {file: ast.parse((SOURCE / file).read_text("utf-8")) for file in place.files}
    every = [mutant for file, tree in trees.items() for mutant in mutants(file, tree, place.files[file])]
    drawn = random.Random(asked.seed).sample(every, min(asked.count, len(every)))  # noqa: S311
    print(f"{asked.place}, seed {asked.seed}: {len(drawn)} of {len(every)} mutants")
    os.environ["CI"] = "1"  # the same questions each time
    sys.path[:0] = [str(HERE), str(HERE.parent / "docs")]
    for test in tests:
        importlib.import_module(Path(test).stem)
    with TemporaryDirectory() as folder:  # for the processes that tests start
        copied = Path(folder) / "deckbuild"
        shutil.copytree(SOURCE, copied, ignore=shutil.ignore_patterns("__pycache__"))
        os.environ |= {"PYTHONPATH": folder, "PYTHONDONTWRITEBYTECODE": "1"}
        if fault := run_tests(tests):
            sys.exit(f"Without a mutant: {fault}")
        lived = 0
        for number, mutant in enumerate(drawn, 1):
            if asked.only and number not in asked.only:
                continue
            told = mutant.told()
            mutant.swap()
            code = ast.unparse(ast.fix_missing_locations(trees[mutant.file]))
            mutant.swap()
            (copied / mutant.file).write_text(code, "utf-8")
            killer = run_tests(tests, mutant.file, code)
            shutil.copyfile(SOURCE / mutant.file, copied / mutant.file)
            lived += not killer
            print(f"| {number} | {told} | {killer or 'lived'} |", flush=True)
        print(f"{lived} lived")


if __name__ == "__main__":
    main()
