"""``board:`` an empty board to write on, on the slide and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from enum import Enum
from pathlib import Path
from typing import ClassVar

from deckbuild.blocks.base import FlowingBlock
from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Connector, Group, Item, LayoutKind, Ruling
from deckbuild.frame.text import Par
from deckbuild.handout.blocks.board import board_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.slides.lists import list_pars
from deckbuild.locales.labels import Labels
from deckbuild.model.block import Block, ListItem, ShownAnswers
from deckbuild.model.text import Text
from deckbuild.model.theme import INK
from deckbuild.units import Pt, Rect

_ARM: Pt = 24
"""The length of the strokes in the corners of a board."""
_STROKE: Pt = 1.5
"""Their width."""


class Pattern(Enum):
    """The grounds of a board."""

    DOTS = "dots"
    LINES = "lines"
    BLANK = "blank"


def _corners(name: str, box: Rect) -> Group:
    """Return the corners of ``box``: two strokes in each."""
    items: list[Item] = []
    for x, dx in ((box.x, _ARM), (box.right, -_ARM)):
        for y, dy in ((box.y, _ARM), (box.bottom, -_ARM)):
            number = len(items) + 1
            items.append(Connector(id=f"{name}/arm{number}", x1=x, y1=y, x2=x + dx, y2=y, color=INK, width=_STROKE))
            items.append(Connector(id=f"{name}/arm{number + 1}", x1=x, y1=y, x2=x, y2=y + dy, color=INK, width=_STROKE))
    return Group(id=f"{name}/corners", box=box, items=tuple(items))


@dataclass(frozen=True, slots=True, kw_only=True)
class Board(Block):
    """``board:`` an empty board to write on, on the slide and on paper."""

    KIND: ClassVar[str] = "board"
    SHORTHAND: ClassVar[str] = "pattern"

    pattern: Pattern = Pattern.DOTS
    """What the paper's ground looks like: dots, lines or blank."""
    answers: str | None = None
    """The id of a question: the slide shows what participants answered, once it is collected; the paper stays empty."""
    file: Path | None = None
    """The file of collected answers; without it ``answers.yaml`` beside the deck."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.BOARD
    ELASTIC: ClassVar[bool] = True
    FRAMES_DAY: ClassVar[bool] = True

    @property
    def shown_answers(self) -> ShownAnswers | None:
        """The answers it shows, if it asks for some."""
        return ShownAnswers(self.answers, self.file) if self.answers else None

    def with_answers(self, answers: Sequence[Text]) -> Block:
        """Return a board that lists the answers on the slide."""
        kept = {field.name: getattr(self, field.name) for field in fields(self)}
        return AnsweredBoard(**kept, collected=tuple(answers))

    def on_paper(self, labels: Labels) -> str:
        """Return what the guide says of the page to write on."""
        return labels.board

    def place(self, region: Rect, context: SlideContext) -> Placement:  # noqa: ARG002
        """Mark the four corners of the region; nothing stands inside."""
        return Placement((_corners(self.id, region),), region.h)

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return a page to write on."""
        return board_strips(self.id, Ruling(self.pattern.value), context.slide.title.plain, context)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredBoard(FlowingBlock, Board):
    """A board whose answers have been collected: on the slide a list, over as many slides as it needs."""

    collected: tuple[Text, ...]
    """The answers, without names."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.TEXT
    ELASTIC: ClassVar[bool] = False
    WIDE: ClassVar[bool] = False

    def pars(self, width: Pt, context: SlideContext) -> list[Par]:
        """Return the answers, set in ``width`` points."""
        return list_pars([ListItem(text=text) for text in self.collected], width, context, numbered=False)
