"""``chart:`` numbers as bars, lines, areas, slices or points; given here, or in a file beside the deck."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, ClassVar

from deckbuild.blocks.chart_numbers import (
    WAYS,
    check_whole_pie,
    drawable,
    file_unit,
    one_way,
    stacks,
    tabulated,
    written,
)
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.items import LayoutKind
from deckbuild.handout.blocks.charts import chart_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.charts import ChartCanvas, draw_chart
from deckbuild.layout.charts.words import described, with_days_named
from deckbuild.layout.drawing_looks import SLIDE_CHART, ChartLook
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.text.paragraph import TextSettings
from deckbuild.model.block import Block, SourceRef
from deckbuild.model.chart import ChartData, ChartKind, NumberFormat, decimals_of
from deckbuild.model.numbers import PER_CENT, ChartFile, ChartSeries, Grid, WantedTable
from deckbuild.model.text import Text
from deckbuild.model.theme import Color
from deckbuild.model.written import NOT_WRITTEN, Between, Notation
from deckbuild.units import Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Block):
    """``chart:`` numbers as bars, lines, areas, slices or points; given here, or in a file beside the deck."""

    KIND: ClassVar[str] = "chart"

    type: ChartKind = ChartKind.COLUMN
    """How they are drawn: column, bar, line, area, pie, doughnut or scatter."""
    values: Annotated[tuple[tuple[str, float | None], ...], Notation.CHART_VALUES] = ()
    """One number for each category, as ``Elderly: 41``."""
    categories: tuple[str, ...] = ()
    """What the numbers of several series stand for, in order."""
    series: Annotated[tuple[ChartSeries, ...], Notation.CHART_SERIES] = ()
    """The series: a name, and a number for each category."""
    points: Annotated[tuple[tuple[float, float], ...], Notation.CHART_POINTS] = ()
    """Pairs of numbers, ``[2, 3.5]``, for a scatter chart."""
    data: ChartFile | None = None
    """A CSV, XLSX or ODS file with the numbers, instead of numbers written here."""
    stacked: bool = False
    """Whether the bars of a category stand on top of one another."""
    unit: str = ""
    """What the numbers are counted in, such as ``%`` or ``DKK million``."""
    decimals: Annotated[int | None, Between(0, 6)] = None
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
    numbers: Annotated[ChartData | None, NOT_WRITTEN] = None
    """The numbers themselves, wherever they were given; found by the reader, not written by the author."""
    cells: Annotated[Grid, NOT_WRITTEN] = ()
    """The cells of its file, until they have become numbers."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.CHART
    ELASTIC: ClassVar[bool] = True
    DRAWING: ClassVar[bool] = True
    ONE_OF: ClassVar[tuple[tuple[str, ...], ...]] = tuple((way,) for way in WAYS)
    TOGETHER: ClassVar[Mapping[str, tuple[str, ...]]] = {"series": ("categories",)}

    @property
    def wanted_table(self) -> WantedTable | None:
        """The file that its numbers are in, unless they are given in another way too."""
        if self.data is None or len(self._given) > 1:
            return None
        return WantedTable(self.data, 0 if self.type is ChartKind.SCATTER else 1)

    def with_table(self, cells: Grid) -> Block:
        """Return it with the cells of its file."""
        return replace(self, cells=cells)

    @property
    def foot_caption(self) -> tuple[Text, tuple[SourceRef, ...]] | None:
        """Its caption."""
        return (self.caption, ()) if self.caption else None

    @property
    def _given(self) -> list[str]:
        """The keys that give it numbers."""
        return [way for way in WAYS if way in self.places]

    def checked(self, findings: Diagnostics) -> Chart | None:
        """Gather the numbers, wherever they were given, and check that they make the chart."""
        if len(self._given) != 1:
            one_way(self, self._given, findings)
            return None
        data = tabulated(self.cells, self.type) if self.data else written(self, findings)
        if data is None or not drawable(self, data, findings):
            return None
        unit = file_unit(self, findings) if self.data else self.unit
        if unit is None:
            return None
        if self.type.round and PER_CENT.match(unit):
            check_whole_pie(self, data, findings)
        stacked = self.stacked and stacks(self, data, findings)
        return replace(self, numbers=data, cells=(), unit=unit, stacked=stacked)

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
