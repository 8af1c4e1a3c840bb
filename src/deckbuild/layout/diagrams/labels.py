"""Labels in diagrams: with whole words if possible, and hyphens only in words wider than their line."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from deckbuild.characters import SOFT_HYPHEN
from deckbuild.dataclass import dataclass
from deckbuild.frame.text import Align, Par
from deckbuild.layout.text.line_breaking import WHOLE_LINE
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, height, set_par, stack, text_width
from deckbuild.model.text import Text
from deckbuild.model.theme import Step
from deckbuild.units import Pt

_ENDINGS = ("-", "–", "/", SOFT_HYPHEN)
"""A line may end inside a word after these characters."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label whose text has been set. Lengths are in points."""

    pars: tuple[Par, ...]
    fits: bool
    """Whether every word is whole, or broken at a hyphen, dash or slash."""

    @property
    def height(self) -> Pt:
        """The height from the top of the first line to the bottom of the last."""
        return height(self.pars)

    @property
    def width(self) -> Pt:
        """The width of the longest line."""
        return max((line.width for par in self.pars for line in par.lines), default=0.0)

    def starting_at(self, top: Pt) -> tuple[Par, ...]:
        """Return the paragraphs with the first ``top`` points below the top of their box."""
        return tuple(replace(par, top=par.top + top) for par in self.pars)

    def centered_at(self, middle: Pt) -> tuple[Par, ...]:
        """Return the paragraphs centred vertically ``middle`` points below the top of their box."""
        return self.starting_at(middle - self.height / 2)


def set_label(
    parts: tuple[tuple[Text, ParStyle], ...], width: Pt, settings: TextSettings, *, whole: bool, room: Pt | None = None
) -> Label:
    """Set paragraphs in a box ``width`` points wide, in lines of at most ``room`` points; ``None`` for the whole width.

    ``whole`` turns hyphenation off.
    """
    room = width if room is None else room
    own = replace(
        settings,
        fill=settings.fill * max(room, 1.0) / max(width, 1.0),
        hyphenate=None if whole else settings.hyphenate,
        hyphenation_zone=WHOLE_LINE,
    )
    pars = tuple(set_par(text, style, width, own) for text, style in parts)
    return Label(stack(pars), room > 0 and not any(_broken_in_word(par) for par in pars))


def _broken_in_word(par: Par) -> bool:
    """Whether a line ends inside a word where it may not."""
    words = "".join(run.text for run in par.runs).split()
    ends = set(accumulate(len(word) for word in words))
    read = 0
    for line in par.lines:
        text = "".join(piece.run.text for piece in line.pieces)
        read += len("".join(text.split()))
        if read not in ends and not text.endswith(_ENDINGS):
            return True
    return False


def bold(step: Step, align: Align = Align.CENTER) -> ParStyle:
    """Return the paragraph format of a node's label."""
    return ParStyle(step, bold=True, align=align)


def noted(step: Step, before: Pt, align: Align = Align.CENTER) -> ParStyle:
    """Return the paragraph format of the text under a label, ``before`` points below it."""
    return ParStyle(step, before=before, align=align)


def natural_width(text: Text, step: Step, settings: TextSettings) -> Pt:
    """Return the width of a bold label on one line, in points."""
    return text_width(text.plain, settings.face(bold=True), step.size)
