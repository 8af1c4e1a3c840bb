"""Marked content: which element each operator of a page belongs to (ISO 32000-1, 14.6 and 14.7.4).

Everything drawn is either an element's own or an artifact (PDF/UA-1, 7.1); sequences never nest.
"""

from __future__ import annotations

from enum import Enum

from deckbuild.writers.pdf.tags.elements import Element, Mark


class _Open(Enum):
    """The sequence that the next operator falls into."""

    NOTHING = 0
    ARTIFACT = 1
    ELEMENT = 2


class MarkedContent:
    """Writes the brackets of one page into its operators ``out``; without a ``page`` those of a form: none.

    A form is drawn inside the sequence that shows it, so its own content is not marked again.
    """

    __slots__ = ("_count", "_open", "_out", "_page")

    def __init__(self, out: list[str], page: int | None) -> None:
        self._out = out
        self._page = page or 0
        self._count = 0
        self._open = _Open.ELEMENT if page is None else _Open.NOTHING

    def artifact(self) -> None:
        """See to it that what is drawn next belongs to an artifact, or to the element that is open."""
        if self._open is _Open.NOTHING:
            self._out.append("/Artifact BMC")
            self._open = _Open.ARTIFACT

    def begin(self, element: Element) -> None:
        """Let what is drawn until ``end()`` belong to ``element``, and come after all it has so far."""
        self.close()
        element.kids.append(Mark(self._page, self._count))
        self._out.append(f"/{element.kind} <</MCID {self._count}>> BDC")
        self._count += 1
        self._open = _Open.ELEMENT

    def end(self) -> None:
        """End what ``begin()`` began."""
        self._out.append("EMC")
        self._open = _Open.NOTHING

    def close(self) -> None:
        """End an artifact that is open: before a text object that holds marks, and before the page ends."""
        if self._open is _Open.ARTIFACT:
            self.end()
