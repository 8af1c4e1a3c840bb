"""The docstrings of classes and their fields -> descriptions in the schema."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap

OWN_KEY = re.compile(r"``[a-z]+:`` ")
"""The kind's own key, with which the docstring of a kind begins."""


def description(doc: str) -> str:
    """Return a docstring as one paragraph of Markdown: double backquotes become single, the kind's key is left out."""
    text = OWN_KEY.sub("", " ".join(doc.split()), count=1).replace("``", "`")
    return text[:1].upper() + text[1:]


def class_doc(cls: type) -> str:
    """Return the description of a class, from its docstring."""
    return description(inspect.getdoc(cls) or "")


def field_docs(cls: type) -> dict[str, str]:
    """Return field name -> description, from the string under each field of a class and of its bases."""
    docs: dict[str, str] = {}
    for base in reversed(cls.__mro__[:-1]):
        (tree,) = ast.parse(textwrap.dedent(inspect.getsource(base))).body
        assert isinstance(tree, ast.ClassDef)  # noqa: S101  (the source of a class)
        for field, doc in zip(tree.body, tree.body[1:], strict=False):
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
                match doc:
                    case ast.Expr(ast.Constant(str(text))):
                        docs[field.target.id] = description(text)
                    case _:
                        docs.pop(field.target.id, None)
    return docs
