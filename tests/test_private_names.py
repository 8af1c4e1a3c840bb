"""Names that a library keeps to itself, and we use all the same: each is listed here, and bounds its library.

Such a name may change in any release. So pyproject.toml says up to which release of the library they were tried.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import deckbuild
from source import trees, walk

PRIVATE = {
    ("openpyxl", "_worksheet_path"): "what is hidden on a sheet is read from its part, since the reader doesn't tell",
    ("python-pptx", "_content_type"): "a template (.potx) is turned into a presentation by its main part's type",
    ("python-pptx", "_rels"): "the package's own relationships are walked and written",
    ("reportlab", "_addAnnotation"): "links and fields are written with our own entries, for the tags",
    ("reportlab", "_bookmarkReference"): "links lead to places on other pages",
    ("reportlab", "_doc"): "the document's objects: tags, fonts and fields are added to them",
    ("reportlab", "_make_preamble"): "pages begin empty, without a mention of a font that is not embedded",
    ("reportlab", "_preamble"): "likewise",
}  # fmt: skip
"""Library and name -> what it is needed for."""
PATCHED = {("reportlab", "rl_config.useA85"): "streams are written as bytes; set back when the file is written"}
"""Library and what is set in one of its modules -> what it is needed for."""

ROOT = Path(__file__).parent.parent
NAME = re.compile(r"_[a-zA-Z]\w*")
REACHES = {"getattr", "setattr", "hasattr", "delattr"}


def is_private(name: str) -> bool:
    return bool(NAME.fullmatch(name)) and not name.endswith("__")


def functions(tree: ast.AST) -> set[str]:
    """The private functions and classes of a file."""
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    return {node.name for node in walk(tree) if isinstance(node, kinds) and is_private(node.name)}


def fields(tree: ast.AST) -> set[str]:
    """The private variables of a file, and what ``self`` is given in it."""
    found = set()
    for node in walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store()):
                found.add(name)
            case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name, ctx=ast.Store()):
                found.add(name)
    return {name for name in found if is_private(name)}


def imported(tree: ast.AST) -> Iterator[str]:
    """The names, and the parts of modules' names, that a file imports from libraries."""
    for node in walk(tree):
        match node:
            case ast.ImportFrom(module=str(module), names=names) if not module.startswith("deckbuild"):
                yield from (*module.split("."), *(alias.name for alias in names))
            case ast.Import(names=names):
                yield from (part for alias in names for part in alias.name.split("."))


def foreign(tree: ast.AST, ours: set[str]) -> set[str]:
    """The private names of others that a file uses.

    On ``self`` what any class of ours has is our own; on anything else only what this file has, and a function of ours
    does not make a variable of the same name ours.
    """
    own_fields, own = fields(tree), fields(tree) | functions(tree)
    found = {*imported(tree)}
    for node in walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name):
                found |= {name} - ours
            case ast.Attribute(attr=name, ctx=ast.Store()):
                found |= {name} - own_fields
            case ast.Attribute(attr=name):
                found |= {name} - own
            case ast.Call(func=ast.Name(id=function), args=[_, ast.Constant(value=str(name)), *_]) if (
                function in REACHES
            ):
                found |= {name} - own
    return {name for name in found if is_private(name)}


def overridden() -> set[str]:
    """The private names of a library's class that a class of ours replaces or sets."""
    found = set()
    for module in pkgutil.walk_packages(deckbuild.__path__, "deckbuild."):
        if module.name.endswith("__main__"):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            theirs = [base for base in value.__mro__ if is_of_a_library(base)] if isinstance(value, type) else []
            if theirs and value.__module__.startswith("deckbuild"):
                tree = ast.parse(textwrap.dedent(inspect.getsource(value)))
                source = "\n".join(inspect.getsource(sys.modules[base.__module__]) for base in theirs)
                found |= {name for name in fields(tree) | functions(tree) if re.search(rf"\b{name}\b", source)}
    return found


def is_of_a_library(base: type) -> bool:
    top = base.__module__.partition(".")[0]
    return top != "deckbuild" and top not in sys.stdlib_module_names


def patched(tree: ast.AST) -> list[str]:
    """What is put into an imported module or class of a library, at run time."""
    imports = [node for node in walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {(alias.asname or alias.name).partition(".")[0] for node in imports for alias in node.names}
    names -= sys.stdlib_module_names  # Python says which of its names may be set
    return [
        ast.unparse(node)
        for node in walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and root(node) in names
    ]


def root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def test_every_private_name_in_use_is_listed():
    ours = set().union(*(fields(tree) | functions(tree) for tree in trees().values()))
    used = set().union(*(foreign(tree, ours) for tree in trees().values())) | overridden()
    assert used == {name for _, name in PRIVATE}


def test_what_is_put_into_a_library_is_listed():
    assert {patch for tree in trees().values() for patch in patched(tree)} == {name for _, name in PATCHED}


@pytest.mark.parametrize("library", sorted({library for library, _ in (*PRIVATE, *PATCHED)}))
def test_libraries_with_private_names_have_an_upper_bound(library):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    (wanted,) = (one for one in map(Requirement, project["dependencies"]) if one.name == library)
    assert {each.operator for each in wanted.specifier} == {">=", "<"}


@pytest.mark.parametrize(("library", "name"), sorted(PRIVATE))
def test_the_library_has_the_name(library, name):
    files = distribution(library).files or ()
    sources = (Path(str(file.locate())) for file in files if file.suffix == ".py")
    assert any(re.search(rf"\b{name}\b", source.read_text("utf-8", "replace")) for source in sources)


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("canvas._doc", {"_doc"}),
        ("self._doc", {"_doc"}),
        ("class A:\n    def f(self, other):\n        self._x = 1\n        return other._x", set()),
        ("class A:\n    def _x(self, other):\n        other._x = 1", {"_x"}),
        ("getattr(canvas, '_doc', None)", {"_doc"}),
        ("from lxml._elementpath import find", {"_elementpath"}),
        ("from lxml.etree import _Element", {"_Element"}),
        ("import lxml._private as x", {"_private"}),
        ("x.__class__", set()),
        ("canvas._ours", {"_ours"}),
        ("self._ours", set()),
    ],
)
def test_finds_private_names(code, names):
    assert foreign(ast.parse(code), {"_ours", "_x"}) == names
