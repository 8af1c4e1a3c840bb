"""``table:`` rows and columns, given here or by the name of a table under ``tables:``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Annotated, ClassVar

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics, Span
from deckbuild.frame.items import LayoutKind, TableRow
from deckbuild.frame.text import Align
from deckbuild.handout.blocks.table import table_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.row_groups import largest
from deckbuild.layout.slides.context import Placement, Rooms, SlideContext
from deckbuild.layout.table import (
    GUTTER,
    TableColumn,
    TableLook,
    body_row,
    column_widths,
    columns_of,
    head_row,
    table_item,
    words_fit,
)
from deckbuild.layout.text.hyphenation import Division, hyphenator
from deckbuild.layout.text.line_breaking import Hyphenate
from deckbuild.locales import every_language
from deckbuild.model.block import Block, SourceRef
from deckbuild.model.text import Text
from deckbuild.model.theme import Step
from deckbuild.model.written import Notation
from deckbuild.units import Pt, Rect

_SUMS = frozenset(word for language in every_language() for word in language.words.sums)
"""What a row of sums is called, in small letters."""
_LARGE: Pt = 15
"""The largest type in which a table may divide words."""
_MOST_SHORT = 6
"""The most rows of a table that is set large."""
_TALLEST, _FREE = 76.0, 20.0
"""The most height of its rows, and what it leaves free at the foot ..."""
_DOWN, _HEAD = 16.0, 36.0
"""... and how far down it begins, and the height of its head."""
MOST_CELLS = 4000
"""The most cells of a table: those of forty slides."""
_SMALLEST, _NARROW = Step(12, 16), 8.0
"""The smallest type and gutter, for a table of many columns whose words would otherwise be divided anywhere."""


def shared_height(rows: int, high: Pt, context: SlideContext) -> Pt:
    """Return how high each of a few rows is that share ``high`` points; 0 if there are too many to be set large."""
    return min(_TALLEST, (high - _FREE) / rows) if rows <= _MOST_SHORT and context.theme.scale.short else 0.0


def count_step(context: SlideContext) -> Step:
    """Return the step that tells over how many slides a table goes: small, but not the smallest."""
    return context.theme.scale.table[1:][-3:][0]


def table_steps(context: SlideContext) -> tuple[Step, ...]:
    """Return the steps of tables, the dense ones last."""
    return (*context.theme.scale.table, *context.theme.scale.dense_table)


def suits(
    step: Step, rows: Sequence[Sequence[Text]], widths: Sequence[Pt], context: SlideContext, *, head_column: bool = True
) -> bool:
    """Whether a step suits a table: the large ones are for tables whose words all stay whole."""
    own = context.settings
    return step.size <= _LARGE or words_fit(rows, widths, step, GUTTER, head_column=head_column, settings=own)


@dataclass(frozen=True, slots=True)
class _Manner:
    """A way to set a table."""

    step: Step
    gutter: Pt
    hyphenate: Hyphenate | None
    """Finds where its words may be divided."""
    widths: tuple[Pt, ...]
    """The widths of its columns, in points."""
    columns: tuple[TableColumn, ...]
    """How its columns are set."""


def _row_place(row: tuple[Text, ...]) -> Span:
    """Return where a row stands that the reader has placed."""
    first, last = row[0].span, row[-1].span
    assert first is not None  # noqa: S101  (the reader placed every cell)
    assert last is not None  # noqa: S101
    return first.to(last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """``table:`` rows and columns, given here or by the name of a table under ``tables:``."""

    KIND: ClassVar[str] = "table"
    OWN_STEP: ClassVar[bool] = True
    SHORTHAND: ClassVar[str] = "name"

    name: str = ""
    """The name of a table defined under ``tables:``."""
    columns: Annotated[tuple[Text, ...], Notation.TABLE_HEADS] = ()
    """The heads of the columns. The first may be empty."""
    rows: tuple[tuple[Text, ...], ...] = ()
    """The rows, each with a cell for every column."""
    caption: Text | None = None
    """Printed under the table."""
    source: tuple[SourceRef, ...] = ()
    """The work it is taken from."""
    head_column: bool = True
    """Whether the first column names the rows."""
    sum: bool | None = None
    """Whether the last row is a sum, set in bold under a rule: yes or no; else its name tells, such as Total."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.TABLE
    DEFINED_UNDER: ClassVar[str] = "tables"
    ANY_OF: ClassVar[tuple[tuple[str, ...], ...]] = (("name",), ("columns", "rows"))
    DIRECTIVES: ClassVar[frozenset[str]] = frozenset({"column"})

    @property
    def used(self) -> str:
        """The table's name."""
        return self.name

    @property
    def unresolved(self) -> bool:
        """Whether its rows are still to be found."""
        return bool(self.name) and not self.rows

    def resolved(self, found: Table) -> Block:
        """Return the table it names, in its own place."""
        places = {**found.places, **self.places}
        return replace(found, id=self.id, name=self.name, span=self.span, places=places)

    @property
    def summed(self) -> bool:
        """Whether the last row is a sum: as the author says, or by its name."""
        if self.sum is not None:
            return self.sum
        named = self.rows[-1][0].plain.strip(" :").casefold() in _SUMS
        return named and any(column.align is Align.RIGHT for column in columns_of(self.rows, head_column=True))

    @property
    def foot_caption(self) -> tuple[Text, tuple[SourceRef, ...]] | None:
        """Its caption, and the work it is taken from."""
        return (self.caption, self.source) if self.caption else None

    def checked(self, findings: Diagnostics) -> Table | None:
        """Check that it has columns and rows, and every row a cell for every column."""
        missing = [name for name in ("columns", "rows") if not getattr(self, name)]
        for name in missing:
            findings.error(
                "missing-key", self.span, "`{key}:` is missing here.", "A table has `columns:` and `rows:`.", key=name
            )
        if self.sum and self.rows and not any(letter.isdigit() for cell in self.rows[-1] for letter in cell.plain):
            findings.warning(
                "no-effect", self.at("sum"),
                "`sum: yes` makes the last row one of sums, but there are no figures in it.",
                "Remove `sum:`, or write the sums in a last row.",
            )  # fmt: skip
        return self if not missing and self._even(findings) and self._readable(findings) else None

    def _readable(self, findings: Diagnostics) -> bool:
        """Check that it has no more cells than slides can show."""
        count = len(self.columns) * len(self.rows)
        if count > MOST_CELLS:
            findings.error(
                "wrong-count",
                self.span,
                "There are {count} cells in this table; one table has at most {most}.",
                "Show what matters of it, or make several tables.",
                count=count,
                most=MOST_CELLS,
            )
        return count <= MOST_CELLS

    def _even(self, findings: Diagnostics) -> bool:
        """Check that every row has a cell for every column."""
        wanted = len(self.columns)
        uneven = [(number, row) for number, row in enumerate(self.rows, 1) if len(row) != wanted]
        for number, row in uneven:
            few = len(row) < wanted
            findings.error(
                "uneven-row",
                _row_place(row),
                "Row {row} lacks a cell: it has {count}, but the table has {wanted} columns."
                if few
                else "Row {row} has more cells ({count}) than the table has columns ({wanted}).",
                'Add what is missing, in the order of the columns; an empty cell is written `""`.'
                if few
                else "Between brackets a comma begins a new cell: put quotation marks around a cell with a comma in "
                "it. Or remove a cell, or add a column."
                if _row_place(row).line == _row_place(row).end_line
                else "Remove a cell, or add a column.",
                row=number,
                count=len(row),
                wanted=wanted,
            )
        return not uneven

    def _manners(self, width: Pt, context: SlideContext) -> tuple[_Manner, ...]:
        """Return the ways to set the table that are tried, the largest type first.

        They are those at the steps of the scale that keep every word whole, dense ones only where no other does. Where
        none does, words may be divided at the joints of compounds, or else at every syllable; then the type and the
        gutter become the smallest.
        """
        usual = context.theme.scale.table
        syllables, dense = (hyphenator(context.settings.lang, to) for to in (Division.SYLLABLES, Division.DENSE))
        for hyphenate in (None, context.settings.hyphenate, syllables):
            manners = [self._manner(step, GUTTER, hyphenate, width, context) for step in table_steps(context)]
            if fitting := tuple(manner for manner in manners if self._words_fit(manner, context)):
                return (() if context.dense else tuple(each for each in fitting if each.step in usual)) or fitting
        narrow = (self._manner(_SMALLEST, _NARROW, hyphenate, width, context) for hyphenate in (syllables, dense))
        return next(((manner,) for manner in narrow if self._words_fit(manner, context)), tuple(manners))

    def _manner(
        self, step: Step, gutter: Pt, hyphenate: Hyphenate | None, width: Pt, context: SlideContext,
        hanging: Pt | None = None,
    ) -> _Manner:  # fmt: skip
        """Share ``width`` points among the columns; after short names the second stands where running text does."""
        widths = column_widths(
            self.columns, self.rows, width, step, gutter, head_column=self.head_column,
            hanging=context.theme.slide_master.hanging if hanging is None else hanging, settings=context.settings,
            divided=hyphenate,
        )  # fmt: skip
        return _Manner(step, gutter, hyphenate, widths, columns_of(self.rows, head_column=self.head_column))

    def _words_fit(self, manner: _Manner, context: SlideContext) -> bool:
        """Whether every word fits its column, divided only where it may be."""
        return words_fit(
            (self.columns, *self.rows), manner.widths, manner.step, manner.gutter,
            head_column=self.head_column, settings=context.settings, divided=manner.hyphenate,
        )  # fmt: skip

    def _rows(self, manner: _Manner, context: SlideContext, padding: Pt = 6.0) -> Iterator[TableRow]:
        """Yield the rows set in one manner, the head first, with ``padding`` above and below the text of the others."""
        look = TableLook(
            step=manner.step, head=context.accent, head_look=context.theme.table_head, gutter=manner.gutter,
            padding=padding,
        )  # fmt: skip
        settings = replace(context.settings, hyphenate=manner.hyphenate)
        yield head_row(self.columns, manner.columns, manner.widths, look, settings)
        for index, row in enumerate(self.rows):
            own = look.of_row(index, len(self.rows), summed=self.summed)
            yield body_row(row, manner.columns, manner.widths, own, settings)

    def _within(self, high: Pt, manner: _Manner, context: SlideContext) -> list[TableRow] | None:
        """Return the rows set in one manner, or ``None`` as soon as they are higher than ``high`` points."""
        rows: list[TableRow] = []
        total = 0.0
        for row in self._rows(manner, context):
            total += row.height
            if total > high:
                return None
            rows.append(row)
        return rows

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the table at the largest step of the table scale that fits ``region``."""
        if short := self._short(region, context):
            return short
        for manner in self._manners(region.w, context):
            rows = self._within(region.h, manner, context)
            if rows and suits(
                manner.step, (self.columns, *self.rows), manner.widths, context, head_column=self.head_column
            ):
                break
        else:
            rows = [*self._rows(manner, context)]
        if not self._words_fit(manner, context):
            context.diagnostics.warning(
                "table-too-wide",
                self.at("columns"),
                "Words in this table of {count} columns are too long for it: on the slide they are torn.",
                "Use fewer columns or shorter words: make two tables of it, or turn rows into columns.",
                count=len(self.columns),
            )
        return self._placed(region, 0.0, manner, rows)

    def _placed(self, region: Rect, down: Pt, manner: _Manner, rows: Sequence[TableRow]) -> Placement:
        """Return the rows as a table ``down`` points under the top of the region."""
        table = table_item(
            self.id, region.x, region.y + down, manner.widths, rows, head_rows=1,
            head_column=self.head_column, alt=self.caption.plain if self.caption else "",
        )  # fmt: skip
        return Placement((replace(table, span=self.span),), down + table.box.h)

    def _short(self, region: Rect, context: SlideContext) -> Placement | None:
        """Return a table of few rows set large, its rows sharing the height, when every row is one line."""
        share = shared_height(len(self.rows), region.h - _DOWN - _HEAD, context) if context.sole(self) else 0.0
        if not share:
            return None
        for step in context.theme.scale.short_table:
            manner = self._manner(step, GUTTER, None, region.w, context, hanging=0.0)
            if self._words_fit(manner, context):
                head, *rows = self._rows(manner, context, (share - step.leading) / 2)
                if all(len(par.lines) == 1 for row in (head, *rows) for cell in row.cells for par in cell.pars):
                    return self._placed(region, _DOWN, manner, (head, *rows))
        return None

    def split(self, rooms: Rooms, context: SlideContext) -> list[Block]:
        """Return tables of as many rows as fit under a head each, all in the largest type that needs no more slides."""
        manners = self._manners(rooms.first.w, context)
        texts = (self.columns, *self.rows)

        def heights(manner: _Manner) -> tuple[list[Pt], Pt, Pt]:
            head, *body = (row.height for row in self._rows(manner, context))
            return body, rooms.first.h - head, rooms.further.h - head

        small = count_step(context)
        counted = next((manner for manner in manners if manner.step.size <= small.size), manners[-1])
        suiting = [
            each for each in manners if suits(each.step, texts, each.widths, context, head_column=self.head_column)
        ]
        manner, parts = largest(suiting, counted, heights)
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
                sum=self.summed and b == len(self.rows),
                manner=manner,
            )
            for n, (a, b) in enumerate(parts)
        ]

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the rows under their head, with a column to write in when the slide asks for it."""
        return table_strips(
            self.id, self.columns, self.rows, self.caption, context, head_column=self.head_column, summed=self.summed
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part(Table):
    """A part of a table that goes on over several slides: type and columns are the same on all."""

    manner: _Manner

    def _manners(self, width: Pt, context: SlideContext) -> tuple[_Manner, ...]:  # noqa: ARG002
        return (self.manner,)
