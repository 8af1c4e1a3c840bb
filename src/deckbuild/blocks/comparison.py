"""``comparison:`` from the old to the new, theme by theme."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from deckbuild.blocks.table import count_step, suits, table_steps
from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Connector, Item, LayoutKind, TableRow
from deckbuild.handout.blocks.comparison import comparison_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.row_groups import largest
from deckbuild.layout.slides.context import Placement, Rooms, SlideContext
from deckbuild.layout.table import GUTTER, TableColumn, TableLook, body_row, head_row, least_widths, table_item
from deckbuild.layout.text.paragraph import middle, text_width
from deckbuild.model.block import Block
from deckbuild.model.deck import Node
from deckbuild.model.text import Text, plain
from deckbuild.model.theme import SOFT, Step
from deckbuild.units import Pt, Rect

_THEME, _OLD, _NEW = 144, 360, 344
_ALL = _THEME + _OLD + _NEW
"""How the columns share the width."""
_WIDEST_THEME = 0.32
"""The share of the width that themes may take when a word of theirs needs it."""
_COLUMNS = (TableColumn(names=True), TableColumn(color=SOFT), TableColumn())


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonRow(Node):
    """A theme, as it was and as it becomes."""

    theme: Text
    """What is compared."""
    from_: Text
    """The old."""
    to: Text
    """The new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Block):
    """``comparison:`` from the old to the new, theme by theme."""

    KIND: ClassVar[str] = "comparison"
    OWN_STEP: ClassVar[bool] = True

    from_: Text
    """The head of the old column."""
    to: Text
    """The head of the new column."""
    rows: tuple[ComparisonRow, ...]
    """The pairs."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.COMPARISON
    DIRECTIVES: ClassVar[frozenset[str]] = frozenset({"crosses"})

    def _texts(self, context: SlideContext) -> list[tuple[Text, Text, Text]]:
        """Return the cells: the head, then the rows."""
        head = (plain(context.labels.theme), self.from_, self.to)
        return [head, *((row.theme, row.from_, row.to) for row in self.rows)]

    def _widths(self, width: Pt, step: Step, context: SlideContext) -> tuple[Pt, ...]:
        """Share ``width`` points among the columns; where long words need it, in other shares than usual."""
        least = least_widths(self._texts(context), step, GUTTER, head_column=True, settings=context.settings)
        theme = max(width * _THEME / _ALL, min(least[0], width * _WIDEST_THEME))
        rest = width - theme
        old = rest * _OLD / (_OLD + _NEW)
        if least[1] + least[2] <= rest:
            old = min(max(old, least[1]), rest - least[2])
        return theme, old, rest - old

    def _steps(self, width: Pt, context: SlideContext) -> tuple[Step, ...]:
        """Return the steps to try, the largest first; dense ones only where words have no room at the others."""
        steps, usual = table_steps(context), context.theme.scale.table
        texts = self._texts(context)
        fit = any(suits(step, texts, self._widths(width, step, context), context) for step in usual)
        return usual if fit and not context.dense else steps

    def _rows(self, width: Pt, step: Step, context: SlideContext) -> tuple[tuple[Pt, ...], list[TableRow]]:
        """Return the widths of the columns and the rows set at one step, the head first."""
        widths = self._widths(width, step, context)
        look = TableLook(step=step, head=context.accent, head_look=context.theme.table_head)
        rest = (_COLUMNS, widths, look, context.settings)
        head, *rows = self._texts(context)
        return widths, [head_row(head, *rest), *(body_row(row, *rest) for row in rows)]

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the table, with an arrow in its head from the old to the new."""
        for step in self._steps(region.w, context):
            widths, rows = self._rows(region.w, step, context)
            if sum(row.height for row in rows) <= region.h and suits(step, self._texts(context), widths, context):
                break
        table = table_item(
            self.id, region.x, region.y, widths, rows, head_rows=1, head_column=True,
            alt=f"{self.from_.plain} – {self.to.plain}",
        )  # fmt: skip
        y = region.y + rows[0].height - 5 - step.leading + middle(step)
        start = region.x + widths[0] + text_width(self.from_.plain, context.settings.face(bold=True), step.size) + 16
        end = region.x + widths[0] + widths[1] - 10
        items: tuple[Item, ...] = (replace(table, span=self.span),)
        if end - start > 40:
            arrow = Connector(
                id=f"{self.id}/arrow", x1=start, y1=y, x2=end, y2=y, color=context.accent, width=1.25, arrow=True
            )
            items = (*items, arrow)
        return Placement(items, table.box.h)

    def split(self, rooms: Rooms, context: SlideContext) -> list[Block]:
        """Return comparisons of as many rows as fit under a head each; type and columns are the same on all slides."""
        width, texts = rooms.first.w, self._texts(context)

        def heights(step: Step) -> tuple[list[Pt], Pt, Pt]:
            head, *body = (row.height for row in self._rows(width, step, context)[1])
            return body, rooms.first.h - head, rooms.further.h - head

        steps = [
            step
            for step in self._steps(width, context)
            if suits(step, texts, self._widths(width, step, context), context)
        ]
        step, parts = largest(steps, count_step(context), heights)
        return [
            _Part(
                span=self.span,
                places=self.places,
                id=f"{self.id}-{n + 1}" if n else self.id,
                from_=self.from_,
                to=self.to,
                rows=self.rows[a:b],
                widths=self._widths(width, step, context),
                step=step,
            )
            for n, (a, b) in enumerate(parts)
        ]

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the pairs, with places to cross when the slide asks for them."""
        rows = [(row.theme, row.from_, row.to) for row in self.rows]
        return comparison_strips(self.id, self.from_, self.to, rows, context)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part(Comparison):
    """A part of a comparison that goes on over several slides."""

    widths: tuple[Pt, ...]
    """The columns of the whole comparison, in points."""
    step: Step
    """The step of the whole comparison."""

    def _steps(self, width: Pt, context: SlideContext) -> tuple[Step, ...]:  # noqa: ARG002
        return (self.step,)

    def _widths(self, width: Pt, step: Step, context: SlideContext) -> tuple[Pt, ...]:  # noqa: ARG002
        return self.widths
