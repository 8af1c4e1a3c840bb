"""Marked content: ties the operators of a page to structure elements (ISO 32000-1, 14.6 and 14.7.4).

Everything drawn is content of an element or an artifact (PDF/UA-1, 7.1). Sequences are never nested.
"""

from __future__ import annotations

from enum import Enum

from deckbuild.writers.pdf.tags.elements import Element, Mark


class _Open(Enum):
    """The kind of marked-content sequence that is open."""

    NOTHING = 0
    ARTIFACT = 1
    ELEMENT = 2


class MarkedContent:
    """Writes the operators that begin and end marked content into ``out``, the operators of one page.

    ``page`` counts from 0; it is None for a form XObject. A form is shown within a sequence of the page, so its content
    is not marked again.
    """

    __slots__ = ("_count", "_open", "_out", "_page")

    def __init__(self, out: list[str], page: int | None) -> None:
        self._out = out
        self._page = page or 0
        self._count = 0
        self._open = _Open.ELEMENT if page is None else _Open.NOTHING

    def artifact(self) -> None:
        """Begin an artifact, unless an artifact or an element is open."""
        if self._open is _Open.NOTHING:
            self._out.append("/Artifact BMC")
            self._open = _Open.ARTIFACT

    def begin(self, element: Element) -> None:
        """Begin a sequence, which becomes the last kid of ``element``; ``end()`` ends it."""
        self.close()
        element.kids.append(Mark(self._page, self._count))
        self._out.append(f"/{element.kind} <</MCID {self._count}>> BDC")
        self._count += 1
        self._open = _Open.ELEMENT

    def end(self) -> None:
        """End the open sequence."""
        self._out.append("EMC")
        self._open = _Open.NOTHING

    def close(self) -> None:
        """End an open artifact. Call it before a text object with marked content, and at the end of a page."""
        if self._open is _Open.ARTIFACT:
            self.end()
