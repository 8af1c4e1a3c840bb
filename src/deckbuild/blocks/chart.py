"""``chart:`` numbers as bars, lines, areas, slices or points; given here, or in a file beside the deck."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from deckbuild.blocks.base import ContentBlock
from deckbuild.frame.items import LayoutKind
from deckbuild.handout.blocks.charts import chart_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.charts import SLIDE_CHART, ChartCanvas, ChartLook, draw_chart
from deckbuild.layout.charts.words import described, with_days_named
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.text.paragraph import TextSettings
from deckbuild.model.chart import ChartData, ChartKind, NumberFormat, decimals_of
from deckbuild.model.deck import Node
from deckbuild.model.text import Text
from deckbuild.model.theme import Color
from deckbuild.units import Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartFile(Node):
    """A file of numbers: the first row has the names of the series, the first column those of the categories."""

    SHORTHAND: ClassVar[str] = "file"

    file: Path
    """A CSV or XLSX file, relative to the deck. ``-`` in a cell is nought, as in official statistics; where a number is
    not known, the cell is empty or holds ``..``."""
    sheet: str = ""
    """The sheet of an XLSX file; without it the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSeries(Node):
    """Numbers that belong together."""

    name: str
    """What they are, printed beside their line or bars."""
    values: tuple[float | None, ...]
    """A number for each category, or in a scatter chart a pair for each point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(ContentBlock):
    """``chart:`` numbers as bars, lines, areas, slices or points; given here, or in a file beside the deck."""

    KIND: ClassVar[str] = "chart"

    type: ChartKind = ChartKind.COLUMN
    """How they are drawn: column, bar, line, area, pie, doughnut or scatter."""
    values: tuple[tuple[str, float | None], ...] = ()
    """One number for each category, as ``Ældre: 41``."""
    categories: tuple[str, ...] = ()
    """What the numbers of several series stand for, in order."""
    series: tuple[ChartSeries, ...] = ()
    """The series: a name, and a number for each category."""
    points: tuple[tuple[float, float], ...] = ()
    """Pairs of numbers, ``[2, 3.5]``, for a scatter chart."""
    data: ChartFile | None = None
    """A CSV or XLSX file with the numbers, instead of numbers written here."""
    stacked: bool = False
    """Whether the bars of a category stand on top of one another."""
    unit: str = ""
    """What the numbers are counted in, such as ``%`` or ``mio. kr.``."""
    decimals: int | None = None
    """How many decimals are printed; without it as many as the numbers have, at most two."""
    x: str = ""
    """What is counted from left to right in a scatter chart."""
    y: str = ""
    """What the numbers count, printed above the chart."""
    caption: Text | None = None
    """Printed in the slide's foot and under the chart on paper, such as where the numbers come from."""
    alt: str = ""
    """What it shows, for those who can't see it; without it, it is told from the numbers."""
    table: bool = False
    """Whether the handout prints the numbers too."""
    numbers: ChartData | None = None
    """The numbers themselves, wherever they were given; found by the reader, not written by the author."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.FIGURE
    ELASTIC: ClassVar[bool] = True
    DRAWING: ClassVar[bool] = True

    def canvas(self, box: Rect, look: ChartLook, settings: TextSettings, accent: Color) -> ChartCanvas:
        """Return what the chart is drawn on; the language is the setting's."""
        if self.numbers is None:
            message = f"chart {self.id!r} was not resolved"
            raise TypeError(message)
        places = decimals_of(self.numbers.values) if self.decimals is None else self.decimals
        form = NumberFormat(places, self.unit, lang=settings.lang)
        data = with_days_named(self.numbers, form.lang)
        alt = self.alt or described(self.type, data, form, self.y)
        return ChartCanvas(
            name=self.id, box=box, look=look, settings=settings, accent=accent, kind=self.type, stacked=self.stacked,
            data=data, format=form, x=self.x, y=self.y, alt=alt, span=self.span,
        )  # fmt: skip

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Draw it in the region; it takes all of it."""
        drawn = draw_chart(self.canvas(region, SLIDE_CHART, context.settings, context.accent))
        return Placement((drawn.chart,), region.h if drawn.fits else region.h + 1)

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the chart over the full width, its caption, and the numbers when they are asked for."""
        return chart_strips(self.id, self.canvas, self.caption, context, table=self.table)
