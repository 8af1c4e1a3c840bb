"""Makes the structure elements of a paper, in reading order, while its items are drawn.

========================  =================================================================================
paper                     Document, with a Sect for each page title of the handout or for each slide
TITLE, HEAD, SUBHEAD      H1, H2, H3, never more than one deeper than the heading before (PDF/UA-1, 7.4.2)
ITEM, a bullet            L > LI > Lbl, LBody; a deeper level is an L in the LBody above it (7.6)
LABEL                     the Lbl of an LI whose LBody is the paragraph after it
ENTRY and its pieces      TOC > TOCI > Lbl, Reference (14.8.4.2)
CAPTION                   Caption, inside the table it follows
Table                     Table > TR > TH with a Scope, or TD (7.5)
what has an ``alt``       Figure (7.3)
a run's ``link``          Link with the annotation (7.18.5)
========================  =================================================================================
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import TableCell, TableItem
from deckbuild.frame.text import BulletKind, Par, Tag
from deckbuild.units import Pt, Rect
from deckbuild.writers.pdf.tags.elements import (
    Annotation,
    Element,
    alternative,
    bounding_box,
    language,
    numbering,
    scope,
    summary,
)

_CONTENTS = (Tag.ENTRY_LABEL, Tag.ENTRY, Tag.ENTRY_PAGE)
_HEADINGS = {Tag.TITLE: 1, Tag.HEAD: 2, Tag.SUBHEAD: 3}


class ParagraphPlace(NamedTuple):
    """The elements that a paragraph's content belongs to."""

    label: Element | None
    """The element of its bullet; None when it has no bullet, or when the bullet belongs to ``body``."""
    body: Element


@dataclass(slots=True)
class _List:
    """An open list: the next item can be added to it."""

    element: Element
    level: int
    body: Element
    """The ``LBody`` of its last item."""
    kind: BulletKind | None
    number: int
    edge: Pt


class Tagger:
    """Makes the structure of one paper in the language ``lang``. A heading of the tag ``opening`` begins a ``Sect``."""

    def __init__(self, lang: str, pages: int, opening: Tag | None = None) -> None:
        self.root = Element("Document")
        self._lang = lang
        self._opening = opening
        self._home = self._section = self.root.add("Sect")
        self._lists: list[_List] = []
        self._labelled: Element | None = None
        """The ``LI`` whose label was the last paragraph. The next paragraph becomes its body."""
        self._heading = 0
        self._key = pages

    def section(self) -> None:
        """Begin a ``Sect`` for all elements that follow, unless the last one is still empty."""
        if self._section.kids:
            self._section = self.root.add("Sect")
        self._home = self._section
        self._lists.clear()

    def figure(self, alt: str, box: Rect, height: Pt) -> Element:
        """Add a figure at ``box`` on a page ``height`` points high."""
        self._lists.clear()
        return self._home.add("Figure", alternative(alt) + bounding_box(box, height))

    def table(self, table: TableItem) -> Element:
        """Add a ``Table`` element; its rows and cells are added later."""
        self._lists.clear()
        return self._home.add("Table", summary(table.alt) if table.alt else "")

    @contextmanager
    def cell(self, row: Element, table: TableItem, cell: TableCell, down: int, across: int) -> Iterator[None]:
        """Add the cell in row ``down`` and column ``across``, both from 0. Elements added within become its kids."""
        if down < table.head_rows:
            element = row.add("TH", scope("Column"))
        elif cell.header or (table.head_column and across == 0):
            element = row.add("TH", scope("Row"))
        else:
            element = row.add("TD")
        home, lists = self._home, self._lists
        self._home, self._lists = element, []
        yield
        self._home, self._lists = home, lists

    def link(self, within: Element | None = None) -> Element:
        """Add a ``Link`` to the element with its text, ``within``; without one, to the current section or cell."""
        return (self._home if within is None else within).add("Link")

    def field(self, *, aside: bool = False) -> Element:
        """Add a ``Form`` element: to the last item of an open list, which asks for it.

        An ``aside`` field, or one without an open list, goes to the current section or cell.
        """
        home = self._lists[-1].body if self._lists and not aside else self._home
        return home.add("Form")

    def annotation(self, element: Element, page: int, name: str) -> Annotation:
        """Add the annotation ``name`` of a page (from 0) to the kids of ``element``; return it with its key."""
        found = Annotation(page, name, self._key)
        self._key += 1
        element.kids.append(found)
        return found

    def paragraph(self, par: Par, edge: Pt) -> ParagraphPlace:
        """Add the elements of a paragraph; ``edge`` is the left edge of its box, in points."""
        entries = language(par.lang) if par.lang and par.lang != self._lang else ""
        level = _HEADINGS.get(par.tag)
        labelled, self._labelled = self._labelled, None
        if par.tag is Tag.LABEL:
            return self._label(edge, entries)
        if par.tag in _CONTENTS:
            return self._contents(par.tag, entries)
        if labelled is not None and par.tag is Tag.PARAGRAPH and par.bullet is None:
            body = labelled.add("LBody", entries)
            self._lists[0].body = body
            return ParagraphPlace(None, body)
        if level is None and (par.tag is Tag.ITEM or par.bullet is not None):
            return self._item(par, edge + par.indent - par.hang, entries)
        self._lists.clear()
        if level is None:
            last = self._home.kids[-1] if self._home.kids else None
            if par.tag is Tag.CAPTION and isinstance(last, Element) and last.kind == "Table":
                return ParagraphPlace(None, last.add("Caption", entries))
            return ParagraphPlace(None, self._home.add(par.tag.value, entries))
        if par.tag is self._opening and self._home is self._section:
            self.section()
        self._heading = min(level, self._heading + 1)
        return ParagraphPlace(None, self._home.add(f"H{self._heading}", entries))

    def _contents(self, tag: Tag, entries: str) -> ParagraphPlace:
        """Add a piece of an entry of the table of contents: to the last ``TOCI``, or to a new one."""
        self._lists.clear()
        last = self._home.kids[-1] if self._home.kids else None
        contents = last if isinstance(last, Element) and last.kind == "TOC" else self._home.add("TOC")
        entry = contents.kids[-1] if contents.kids else None
        begun = [kid.kind for kid in entry.kids if isinstance(kid, Element)] if isinstance(entry, Element) else []
        if tag is Tag.ENTRY_LABEL or not isinstance(entry, Element) or (tag is Tag.ENTRY and begun != ["Lbl"]):
            entry = contents.add("TOCI", entries)
        return ParagraphPlace(None, entry.add("Lbl" if tag is Tag.ENTRY_LABEL else "Reference"))

    def _label(self, edge: Pt, entries: str) -> ParagraphPlace:
        """Add a list item whose label is a paragraph in its own box; the body follows as the next paragraph."""
        current = self._lists[0] if self._lists else None
        if current is None or current.kind is not BulletKind.HANGING or current.edge != edge:
            element = self._home.add("L", numbering("None"))
            current = _List(element, 0, element, BulletKind.HANGING, 0, edge)
        self._lists = [current]
        self._labelled = current.element.add("LI", entries)
        return ParagraphPlace(None, self._labelled.add("Lbl"))

    def _item(self, par: Par, edge: Pt, entries: str) -> ParagraphPlace:
        """Add a list item: to the open list of its level, or to a new list."""
        lists = self._lists
        while lists and lists[-1].level > par.level:
            lists.pop()
        kind = par.bullet.kind if par.bullet else None
        number = par.bullet.number if par.bullet else 0
        if lists and lists[-1].level == par.level:
            current = lists[-1]
            if kind is None and current.kind is not None:
                return ParagraphPlace(None, current.body)  # an item that continues after the end of a page or column
            if kind is current.kind and edge == current.edge and (number > current.number or not number):
                current.number = number
                return self._entry(current, par, entries)
            lists.pop()
        home = lists[-1].body if lists else self._home
        element = home.add("L", numbering("Decimal" if kind is BulletKind.NUMBER else "None"))
        lists.append(_List(element, par.level, element, kind, number, edge))
        return self._entry(lists[-1], par, entries)

    @staticmethod
    def _entry(current: _List, par: Par, entries: str) -> ParagraphPlace:
        item = current.element.add("LI", entries)
        label = item.add("Lbl") if par.bullet is not None else None
        current.body = item.add("LBody")
        return ParagraphPlace(label, current.body)
