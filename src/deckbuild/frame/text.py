"""Laid-out text: paragraphs of runs, which PowerPoint needs, with their broken lines, which the PDF needs."""

from __future__ import annotations

import math
from dataclasses import field
from enum import Enum

from deckbuild.characters import NO_BREAK_SPACE, SOFT_HYPHEN
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Span
from deckbuild.fonts.faces import Style
from deckbuild.model.slide_layouts import Align as Align
from deckbuild.model.theme import Color
from deckbuild.units import Pt


class BulletKind(Enum):
    """The kind of a bullet."""

    CHARACTER = "character"
    """One character, the same for every item, such as a dash."""
    NUMBER = "number"
    HANGING = "hanging"
    """Any text in the hanging indent, such as the number of a question."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """Text in one style. ``\\n`` is a line break; U+00AD is a soft hyphen at which a line ends."""

    text: str
    style: Style
    size: Pt
    color: Color
    link: str | None = None
    lang: str | None = None
    source: Span | None = field(default=None, compare=False)
    """The place of the text that its letters come from; ``None`` when they are made, and in the pieces of lines."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """The bullet of a paragraph: it stands in the hanging indent of its first line."""

    kind: BulletKind
    run: TextRun
    """The bullet's text as drawn, in its style."""
    number: int = 0
    """For ``NUMBER``: the number in the list, from 1."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The characters of one run on one line. ``x`` is measured from the left edge of the text box."""

    x: Pt
    width: Pt
    run: TextRun


class LineEnd(Enum):
    """Where a line ends."""

    SPACE = "space"
    """Between words, or with the paragraph."""
    OWN_SIGN = "own sign"
    """Inside a word, at a hyphen, a dash or a soft hyphen of the author's."""
    HYPHEN = "hyphen"
    """Inside a word, at a hyphen that layout put there: the word is wider than a line."""
    CUT = "cut"
    """Inside a word, without a hyphen: the word is wider than a line, and can't be divided."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph. ``baseline`` is measured from the top of the paragraph."""

    baseline: Pt
    width: Pt
    pieces: tuple[Piece, ...]
    width_with_next: Pt = math.inf
    """Its width with the text up to the next break opportunity; infinite for a last line or before a forced break."""
    end: LineEnd = LineEnd.SPACE


class Tag(Enum):
    """The role of a paragraph in a tagged PDF: standard structure types of ISO 32000-1, 14.8.4."""

    TITLE = "H1"
    HEAD = "H2"
    SUBHEAD = "H3"
    PARAGRAPH = "P"
    ITEM = "LI"
    CAPTION = "Caption"
    LABEL = "Lbl"
    """A label in a text box of its own before the paragraph it belongs to, such as a question's number."""
    ENTRY_LABEL = "TOCI Lbl"
    """The section number in a table of contents, in a text box of its own. It begins an entry."""
    ENTRY = "TOCI"
    """The text of an entry in a table of contents. It begins an entry unless its label has."""
    ENTRY_PAGE = "TOCI page"
    """The page number in a table of contents. It ends an entry."""
    ARTIFACT = "Artifact"


@dataclass(frozen=True, slots=True)
class Par:
    """A laid-out paragraph. ``top`` is measured from the top of its text box; ``height`` is that of its lines alone."""

    runs: tuple[TextRun, ...]
    lines: tuple[Line, ...]
    top: Pt
    height: Pt
    leading: Pt
    before: Pt = 0.0
    """Space before; the first paragraph of a text box ignores it."""
    align: Align = Align.LEFT
    indent: Pt = 0.0
    """Left edge of the lines, from the left edge of the text box."""
    bullet: Bullet | None = None
    """Its left edge is at ``indent - hang``."""
    hang: Pt = 0.0
    """The hanging indent: from the bullet's left edge to the text's."""
    level: int = 0
    tag: Tag = Tag.PARAGRAPH
    lang: str | None = None

    @property
    def plain(self) -> str:
        """The text as the author wrote it: plain spaces, no soft hyphens, no line breaks."""
        return (
            "".join(run.text for run in self.runs)
            .replace(SOFT_HYPHEN, "")
            .replace("\n", " ")
            .replace(NO_BREAK_SPACE, " ")
        )
