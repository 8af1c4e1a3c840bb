"""``board:`` an empty board to write on, on the slide and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import Enum
from pathlib import Path
from typing import ClassVar

from deckbuild.frame.items import Connector, Group, Item, LayoutKind, Role, Ruling, TextBox
from deckbuild.frame.text import Par
from deckbuild.handout.blocks.board import board_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.slides.lists import list_pars
from deckbuild.layout.text.paragraph import height, stack
from deckbuild.locales.labels import Labels
from deckbuild.model.block import Block, ListItem, ShownAnswers
from deckbuild.model.text import Text
from deckbuild.model.theme import INK
from deckbuild.units import Pt, Rect


class Pattern(Enum):
    """The grounds of a board."""

    DOTS = "dots"
    LINES = "lines"
    BLANK = "blank"


def corner_marks(name: str, box: Rect, *, arm: Pt, width: Pt) -> Group:
    """Return four corners with arms of ``arm`` points on ``box``."""
    items: list[Item] = []
    for x, dx in ((box.x, arm), (box.right, -arm)):
        for y, dy in ((box.y, arm), (box.bottom, -arm)):
            number = len(items) + 1
            items.append(Connector(id=f"{name}/arm{number}", x1=x, y1=y, x2=x + dx, y2=y, color=INK, width=width))
            items.append(Connector(id=f"{name}/arm{number + 1}", x1=x, y1=y, x2=x, y2=y + dy, color=INK, width=width))
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
        return Placement((corner_marks(self.id, region, arm=24, width=1.5),), region.h)

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return a page to write on."""
        return board_strips(self.id, Ruling(self.pattern.value), context.slide.title.plain, context)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredBoard(Board):
    """A board whose answers have been collected: on the slide a list, over as many slides as it needs."""

    collected: tuple[Text, ...]
    """The answers, without names."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.TEXT
    ELASTIC: ClassVar[bool] = False
    WIDE: ClassVar[bool] = False

    @property
    def flowing(self) -> bool:
        """Whether it is running text: always."""
        return True

    def pars(self, width: Pt, context: SlideContext) -> list[Par]:
        """Return the answers, set in ``width`` points."""
        return list_pars([ListItem(text=text) for text in self.collected], width, context, numbered=False)

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Stand as one text box at the top of ``region``."""
        pars = stack(self.pars(region.w, context))
        box = Rect(region.x, region.y, region.w, height(pars))
        return Placement((TextBox(id=self.id, box=box, pars=pars, role=Role.BODY, span=self.span),), box.h)
