"""Structure elements, which screen readers read in their order (ISO 32000-1, 14.7 and 14.8).

An element's kids are elements, marked-content sequences and annotations. Elements have no object numbers yet:
``structure_tree`` writes them when the whole paper is drawn.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from deckbuild.units import Pt, Rect


class Mark(NamedTuple):
    """A marked-content sequence of a page (14.7.4.2)."""

    page: int
    """From 0."""
    number: int
    """Its MCID, counted from 0 on each page."""


class Annotation(NamedTuple):
    """A whole annotation as content of an element (14.7.4.3)."""

    page: int
    name: str
    """reportlab's name of the object."""
    key: int
    """Its key in the parent tree (``StructParent``)."""


class Element:
    """A structure element of the standard type ``kind`` (14.8.4)."""

    __slots__ = ("entries", "kids", "kind")

    def __init__(self, kind: str, entries: str = "") -> None:
        self.kind = kind
        self.entries = entries
        """Further entries of its dictionary, in PDF syntax."""
        self.kids: list[Kid] = []

    def add(self, kind: str, entries: str = "") -> Element:
        """Append an element and return it."""
        element = Element(kind, entries)
        self.kids.append(element)
        return element


Kid: TypeAlias = Element | Mark | Annotation


def text_string(text: str) -> str:
    """Return ``text`` as a string object: a literal string for ASCII, else a hexadecimal one in UTF-16 (7.9.2.2)."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return "<FEFF" + text.encode("utf-16-be").hex().upper() + ">"


def alternative(text: str) -> str:
    """Return the entry ``/Alt``, an element's alternative text (14.9.3)."""
    return f"/Alt{text_string(text)}"


def language(tag: str) -> str:
    """Return the entry ``/Lang``, the language of an element (14.9.2); ``tag`` is a BCP 47 tag."""
    return f"/Lang{text_string(tag)}"


def bounding_box(box: Rect, height: Pt) -> str:
    """Return the layout attributes of a figure at ``box``, on a page ``height`` points high.

    See 14.8.5.4.3, and PDF/UA-1, 7.3.
    """
    corners = f"{box.x:.2f} {height - box.bottom:.2f} {box.right:.2f} {height - box.y:.2f}"
    return f"/A<</O/Layout/Placement/Block/BBox[{corners}]>>"


def scope(of: str) -> str:
    """Return the attribute ``Scope`` of a header cell: ``Row`` or ``Column`` (14.8.5.7; PDF/UA-1, 7.5)."""
    return f"/A<</O/Table/Scope/{of}>>"


def summary(text: str) -> str:
    """Return the attribute ``Summary`` of a table (14.8.5.7)."""
    return f"/A<</O/Table/Summary{text_string(text)}>>"


def numbering(style: str) -> str:
    """Return the attribute ``ListNumbering`` of a list: ``Decimal`` or ``None`` (14.8.5.5)."""
    return f"/A<</O/List/ListNumbering/{style}>>"
