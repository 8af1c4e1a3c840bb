"""``table:`` rows and columns, given here or by the name of a table under ``tables:``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from deckbuild.blocks.base import ContentBlock
from deckbuild.flow.context import PaperContext
from deckbuild.flow.strip import Strip
from deckbuild.flow.tables import table_strips
from deckbuild.frame.items import Layout, Row
from deckbuild.layout.context import Placement, SlideContext
from deckbuild.layout.table import GUTTER, TableLook, body_row, column_widths, head_row, table_item, words_fit
from deckbuild.model.deck import SourceRef
from deckbuild.model.text import Text
from deckbuild.model.theme import Step
from deckbuild.units import Pt, Rect

_LARGE: Pt = 15
"""The largest type in which a table may divide words."""


def table_steps(context: SlideContext) -> tuple[Step, ...]:
    """Return the steps to try; the parts of a table that goes on over several slides all have a smaller one."""
    return split_steps(context.theme.scale.table) if context.split else context.theme.scale.table


def split_steps(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the steps of tables that go on over several slides: never the largest, and of many the three smallest."""
    return steps[1:][-3:]


def suits(step: Step, rows: Sequence[Sequence[Text]], widths: Sequence[Pt], *, head_column: bool = True) -> bool:
    """Whether a step suits a table: the large ones are for tables whose words all stay whole."""
    return step.size <= _LARGE or words_fit(rows, widths, step, GUTTER, head_column=head_column)


def row_groups(heights: list[float], room: float) -> list[tuple[int, int]]:
    """Group rows into pages of at most ``room`` points, as even as the number of pages allows."""
    total = sum(heights)
    pages = max(1, -(-int(total) // max(1, int(room))))
    fair = max(total / pages * 1.08, max(heights, default=0.0))
    groups: list[tuple[int, int]] = []
    start, high = 0, 0.0
    for index, row in enumerate(heights):
        if index > start and high + row > min(room, fair) and (high + row > room or len(groups) < pages - 1):
            groups.append((start, index))
            start, high = index, 0.0
        high += row
    groups.append((start, len(heights)))
    return groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(ContentBlock):
    """``table:`` rows and columns, given here or by the name of a table under ``tables:``."""

    KIND: ClassVar[str] = "table"
    SHORTHAND: ClassVar[str] = "name"

    name: str = ""
    """The name of a table defined under ``tables:``."""
    columns: tuple[Text, ...] = ()
    """The heads of the columns."""
    rows: tuple[tuple[Text, ...], ...] = ()
    """The rows, each with a cell for every column."""
    caption: Text | None = None
    """Printed under the table."""
    source: tuple[SourceRef, ...] = ()
    """The work it is taken from."""
    head_column: bool = True
    """Whether the first column names the rows."""

    LAYOUT: ClassVar[Layout] = Layout.TABLE

    def _widths(self, width: Pt, look: TableLook, context: SlideContext) -> tuple[Pt, ...]:
        """Share ``width`` points among the columns; after short names the second stands where running text does."""
        return column_widths(
            self.columns, self.rows, width, look.step, look.gutter, head_column=self.head_column, fill=look.fill,
            hanging=context.theme.house.hanging,
        )  # fmt: skip

    def _rows(self, width: Pt, step: Step, context: SlideContext) -> tuple[tuple[Pt, ...], list[Row]]:
        """Size columns and rows at one step: the head first, then the rows."""
        look = TableLook(step=step, head=context.accent, fill=context.setting.fill)
        widths = self._widths(width, look, context)
        rows = [head_row(self.columns, widths, look, context.setting)] if self.columns else []
        rows += [body_row(row, widths, look, context.setting, head_column=self.head_column) for row in self.rows]
        return widths, rows

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the table at the largest step of the table scale that fits ``region``."""
        for step in table_steps(context):
            widths, rows = self._rows(region.w, step, context)
            if sum(row.height for row in rows) > region.h:
                continue
            if suits(step, (self.columns, *self.rows), widths, head_column=self.head_column):
                break
        table = table_item(
            self.id, region.x, region.y, widths, rows, head_rows=1 if self.columns else 0,
            head_column=self.head_column, alt=self.caption.plain if self.caption else "",
        )  # fmt: skip
        return Placement((replace(table, span=self.span),), table.box.h)

    def split(self, region: Rect, context: SlideContext) -> list[ContentBlock]:
        """Return tables of as many rows as fit under a head each."""
        widths, rows = self._rows(region.w, split_steps(context.theme.scale.table)[0], context)
        heads, body = (rows[0].height, rows[1:]) if self.columns else (0.0, rows)
        return [
            _Part(
                span=self.span,
                places=self.places,
                id=f"{self.id}-{n + 1}" if n else self.id,
                columns=self.columns,
                rows=self.rows[a:b],
                caption=self.caption,
                source=self.source,
                head_column=self.head_column,
                widths=widths,
            )
            for n, (a, b) in enumerate(row_groups([row.height for row in body], region.h - heads))
        ]

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the rows under their head, with a column to write in when the slide asks for it."""
        return table_strips(self.id, self.columns, self.rows, self.caption, context, head_column=self.head_column)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part(Table):
    """A part of a table that goes on over several slides: the columns stay where they were."""

    widths: tuple[Pt, ...] = ()
    """The columns of the whole table, in points."""

    def _widths(self, width: Pt, look: TableLook, context: SlideContext) -> tuple[Pt, ...]:  # noqa: ARG002
        return self.widths
