"""Text that has been laid out: real paragraphs for PowerPoint, broken lines for the PDF."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from deckbuild.fonts.faces import Style
from deckbuild.model.slide_layouts import Align as Align
from deckbuild.model.theme import Color
from deckbuild.units import Pt


class BulletKind(Enum):
    """What stands before a list item."""

    DASH = "dash"
    NUMBER = "number"
    HANGING = "hanging"
    """Text of its own in the hanging column: a question's number."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of one style. A line break inside it is ``\\n``; a soft hyphen that is used is U+00AD."""

    text: str
    style: Style
    size: Pt
    color: Color
    link: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Bullet:
    """What stands in the hanging indent of a paragraph's first line."""

    kind: BulletKind
    run: TextRun
    """The character, number or text as drawn."""
    number: int = 0
    """For ``NUMBER``: its place in the list, from 1."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one style on one line. ``x`` is from the left edge of the box."""

    x: Pt
    width: Pt
    run: TextRun


@dataclass(frozen=True, slots=True)
class Line:
    """A broken line; ``baseline`` is from the top of its paragraph."""

    baseline: Pt
    width: Pt
    pieces: tuple[Piece, ...]
    longer: Pt = math.inf
    """Its width with what begins the next line; infinite where it ends in any case."""


class Tag(Enum):
    """What a paragraph is to a screen reader (the standard structure types of ISO 32000-1, 14.8.4)."""

    TITLE = "H1"
    HEAD = "H2"
    SUBHEAD = "H3"
    PARAGRAPH = "P"
    ITEM = "LI"
    CAPTION = "Caption"
    LABEL = "Lbl"
    """Stands before the paragraph that follows, in a box of its own: a question's number."""
    ENTRY_LABEL = "TOCI Lbl"
    """Begins an entry of the contents, in a box of its own: a section's number."""
    ENTRY = "TOCI"
    """An entry of the contents; it begins one unless its label just did."""
    ENTRY_PAGE = "TOCI page"
    """Ends an entry of the contents: the page it leads to."""
    ARTIFACT = "Artifact"


@dataclass(frozen=True, slots=True)
class Par:
    """A laid-out paragraph. ``top`` is from the top of its box, ``height`` without the space around it."""

    runs: tuple[TextRun, ...]
    lines: tuple[Line, ...]
    top: Pt
    height: Pt
    leading: Pt
    before: Pt = 0.0
    """Space above; not applied to the first paragraph of a box."""
    align: Align = Align.LEFT
    indent: Pt = 0.0
    """Left edge of the text, from the left edge of the box."""
    bullet: Bullet | None = None
    """Stands at ``indent - hang``."""
    hang: Pt = 0.0
    level: int = 0
    tag: Tag = Tag.PARAGRAPH
    lang: str | None = None

    @property
    def plain(self) -> str:
        """The characters alone, as the author wrote them."""
        return "".join(run.text for run in self.runs).replace("\u00ad", "").replace("\n", " ").replace("\u00a0", " ")
