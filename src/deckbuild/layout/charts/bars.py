"""Bar charts: vertical bars (columns) or horizontal bars, clustered or stacked.

Few bars have data labels, and the chart has neither value axis nor grid. Many bars have an axis and a grid, and no
data labels. When a part of a stacked bar is too small for its label, the label stands beside the bar; if it has no room
there either, the chart gets an axis. Vertical bars become horizontal when their category labels do not fit under them.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum

from deckbuild.dataclass import dataclass
from deckbuild.frame.charts import Axis, LabelAt, PointLabel, SeriesStyle
from deckbuild.frame.items import Item, TextBox
from deckbuild.frame.text import Align
from deckbuild.layout.charts.axes import (
    Names,
    horizontal_axis,
    names_under,
    placed_names,
    tick_width,
    vertical_axis,
)
from deckbuild.layout.charts.canvas import ChartCanvas, DrawnChart, Head, corners, text_of
from deckbuild.layout.charts.head import head
from deckbuild.layout.charts.marks import surface, surfaces
from deckbuild.layout.charts.scale import labelled_axis, nice_axis, range_with_zero
from deckbuild.layout.diagrams.space import grown, inside, overlap
from deckbuild.layout.text.paragraph import height
from deckbuild.model.chart import ChartKind
from deckbuild.model.theme import INK, PAPER, Step
from deckbuild.units import Pt, Rect

_GAP = {False: 0.6, True: 0.8}
"""White space between groups, in bar widths: for groups of one bar, and of several."""
_WITHIN = 0.12
"""White space between the bars of a group, in bar widths."""
_MOST_GAP = 5.0
"""The widest gap that PowerPoint allows, 500 % (ST_GapAmount)."""
_LABELLED = 16
"""The most bars that have data labels instead of an axis. Stacked charts may have twice as many parts."""
_TICKS = 5
"""The most steps of the axis."""
_NAMES = 0.4
"""The greatest width of the category labels of horizontal bars, as a share of the chart's width."""
_NAME_LINES = 3
"""The most lines of such a label."""


class _Numbers(Enum):
    """How a chart shows the value of a bar, the best way first."""

    ALL = "all"
    """A data label at every bar, and no axis."""
    MOST = "most"
    """An axis, and data labels in those parts of stacked bars that have room for them."""
    AXIS = "axis"
    """An axis, and no data labels."""


def bar_chart(canvas: ChartCanvas) -> DrawnChart:
    """Return the chart at the largest type size at which it fits, or else horizontal bars at the smallest.

    These are tried for vertical bars: the two largest sizes, vertical and then horizontal; the smallest size likewise;
    vertical bars with category labels that read upward.
    """
    horizontal = replace(canvas, kind=ChartKind.BAR)
    steps = canvas.look.steps
    if canvas.kind is ChartKind.BAR:
        tries = [(horizontal, step) for step in steps]
    else:
        tries = [(own, step) for own in (canvas, horizontal) for step in steps[:2]]
        tries += [(own, step) for own in (canvas, horizontal) for step in steps[2:]]
        tries += [(replace(canvas, turned=True), step) for step in steps]
    for own, step in tries:
        for numbers in _Numbers:
            drawn = _Bars(own, step, numbers).drawn()
            if drawn is not None and drawn.fits:
                return drawn
    made = _Bars(horizontal, steps[-1], _Numbers.AXIS).drawn()
    assert made is not None  # noqa: S101  (only bars with numbers may give up)
    return made


_Label = tuple[PointLabel, TextBox]


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar, or a part of a stacked one: its series and point, from 0, its value and its box."""

    series: int
    point: int
    value: float
    box: Rect


@dataclass(frozen=True, slots=True)
class _Bars:
    """An attempt to draw the chart at one type size, with data labels or with an axis."""

    canvas: ChartCanvas
    step: Step
    numbers: _Numbers

    @property
    def vertical(self) -> bool:
        return self.canvas.kind is ChartKind.COLUMN

    @property
    def side_by_side(self) -> int:
        return 1 if self.canvas.stacked else len(self.canvas.data.series)

    def drawn(self) -> DrawnChart | None:
        """Return the chart; ``None`` when the data labels have no room."""
        canvas, step = self.canvas, self.step
        count = len(canvas.data.series)
        if self.numbers is not _Numbers.AXIS and len(canvas.data.values) > _LABELLED * (1 + canvas.stacked):
            return None
        if self.numbers is _Numbers.MOST and not canvas.stacked:
            return None
        looks = surfaces(count, canvas.accent)
        top = head(canvas, step, looks, legend=count > 1)
        if self.vertical:
            plot, axis, names, skip, fits = self._vertical_plot(top)
        else:
            plot, axis, names, fits = self._horizontal_plot(top)
            skip = 1
        bars, gap, within = self._bars(plot, axis)
        labels = self._labels(bars, looks, gap, plot) if self.numbers is not _Numbers.AXIS else ()
        if labels is None:
            return None
        items: list[Item] = [*top.items]
        if axis.shown:
            items += (vertical_axis if self.vertical else horizontal_axis)(canvas, axis, plot, step)
        for bar in bars:
            items += surface(canvas, f"bar{bar.series + 1}-{bar.point + 1}", looks[bar.series], corners(bar.box))
        items += [canvas.ground(text, label.ground) for label, text in labels if label.ground]
        items += [self._base(plot, axis), *names, *(box for _, box in labels)]
        chart = canvas.chart(
            plot=plot, looks=looks, step=step, items=tuple(items), values=axis, gap=gap, within=within,
            skip=skip, labels=tuple(label for label, _ in labels), legend=top.legend, titles=top.titles,
        )  # fmt: skip
        return DrawnChart(chart, fits and top.fits)

    def _vertical_plot(self, top: Head) -> tuple[Rect, Axis, list[TextBox], int, bool]:
        canvas, step, box = self.canvas, self.step, self.canvas.box
        high = box.h - top.height
        axis = self._axis(high, step.leading, step.leading)
        left = tick_width(canvas, axis, step) + canvas.look.clear if axis.shown else 0.0
        apart = (box.w - left) / len(canvas.data.categories)
        names: Names = names_under(canvas, step, apart, skipping=self._like_years())
        foot = names.height + canvas.look.clear
        above = step.leading / 2 if axis.shown else 0.0
        plot = Rect(box.x + left, box.y + top.height + above, box.w - left, high - foot - above)
        clear = canvas.look.clear
        axis = self._axis(plot.h, step.leading + 1.5 * clear, step.leading + clear / 2)  # apart from names below
        xs = [plot.x + apart * (n + 0.5) for n in range(len(canvas.data.categories))]
        made, fits = placed_names(canvas, names, xs, plot.bottom + canvas.look.clear)
        return plot, axis, made, names.skip, fits and plot.h >= 4 * step.leading

    def _horizontal_plot(self, top: Head) -> tuple[Rect, Axis, list[TextBox], bool]:
        canvas, step, box = self.canvas, self.step, self.canvas.box
        names = canvas.data.categories
        wide = min(max(canvas.width(name, step) for name in names) + 1, box.w * _NAMES)
        labels = [canvas.set(name, step, wide, Align.RIGHT) for name in names]
        left = wide + 2 * canvas.look.clear
        room = max((canvas.width(canvas.number(value), step) for value in canvas.data.values), default=0.0)
        room += canvas.look.clear
        axis = self._axis(box.w - left, room, room)
        right = tick_width(canvas, axis, step) / 2 if axis.shown else 0.0
        foot = step.leading + canvas.look.clear if axis.shown else 0.0
        high = box.h - top.height - foot
        plot = Rect(box.x + left, box.y + top.height, box.w - left - right, high)
        axis = self._axis(plot.w, room, room)
        apart = plot.h / len(names)
        fits = apart >= step.leading * max(1, 0.8 * self.side_by_side) and plot.h > 0
        made = []
        for number, (pars, whole) in enumerate(labels):
            fits = fits and whole and len(pars[0].lines) <= _NAME_LINES and height(pars) <= apart
            y = plot.y + apart * (number + 0.5) - height(pars) / 2
            place = Rect(box.x, y, wide, height(pars))
            made.append(TextBox(id=f"{canvas.name}/name-{number + 1}", box=place, pars=pars))
        return plot, axis, made, fits

    def _axis(self, length: Pt, before: Pt, after: Pt) -> Axis:
        reaches = self._reaches()
        if self.numbers is _Numbers.ALL:
            loose = not self.canvas.stacked  # labels stand beyond the ends of bars, but inside stacked ones
            return labelled_axis(reaches, length, before if loose else 0.0, after if loose else 0.0)
        return nice_axis(*range_with_zero(reaches), _TICKS, self.canvas.format.decimals)

    def _reaches(self) -> list[float]:
        """Return the values that bars reach: of stacked bars, the positive and the negative sum of each."""
        data = self.canvas.data
        if not self.canvas.stacked:
            return data.values
        piles = []
        for values in zip(*(series.values for series in data.series), strict=True):
            known = [value for value in values if value is not None]
            piles += [sum(v for v in known if v > 0), sum(v for v in known if v < 0)]
        return piles

    def _like_years(self) -> bool:
        """Whether every category label has a digit. Some labels of vertical bars may then be left out, as in years."""
        return all(any(letter.isdigit() for letter in name) for name in self.canvas.data.categories)

    def _bars(self, plot: Rect, axis: Axis) -> tuple[list[_Bar], float, float]:
        """Return the bars, and the white space between groups and within them, in bar widths."""
        canvas, count = self.canvas, self.side_by_side
        apart = (plot.w if self.vertical else plot.h) / len(canvas.data.categories)
        gap, within = _GAP[count > 1], _WITHIN if count > 1 else 0.0
        own = count + (count - 1) * within
        if apart / (own + gap) > canvas.look.bar:
            gap = min(_MOST_GAP, apart / canvas.look.bar - own)
        gap = round(gap, 2)
        thick = apart / (own + gap)
        bars = []
        piled: dict[tuple[int, bool], float] = {}
        for number, series in enumerate(canvas.data.series):
            for point, value in enumerate(series.values):
                if value is None:
                    continue
                start = piled.get((point, value < 0), 0.0) if canvas.stacked else 0.0
                piled[point, value < 0] = start + value
                place = 0 if canvas.stacked else number
                at = point * apart + thick * (gap / 2 + place * (1 + within))
                box = self._box(plot, at, thick, axis.share(start), axis.share(start + value))
                bars.append(_Bar(number, point, value, box))
        return bars, gap, within

    def _box(self, plot: Rect, at: Pt, thick: Pt, start: float, end: float) -> Rect:
        low, high = min(start, end), max(start, end)
        if self.vertical:
            return Rect(plot.x + at, plot.bottom - high * plot.h, thick, (high - low) * plot.h)
        return Rect(plot.x + low * plot.w, plot.y + at, (high - low) * plot.w, thick)

    def _base(self, plot: Rect, axis: Axis) -> Item:
        zero = axis.share(0.0)
        if self.vertical:
            y = plot.bottom - zero * plot.h
            return self.canvas.rule("base", plot.x, y, plot.right, y, base=True)
        x = plot.x + zero * plot.w
        return self.canvas.rule("base", x, plot.y, x, plot.bottom, base=True)

    def _labels(self, bars: list[_Bar], looks: tuple[SeriesStyle, ...], gap: float, plot: Rect) -> list[_Label] | None:
        """Return the data labels of the bars; ``None`` when too few have room.

        All must have room, or half of them in the mode ``MOST``. In stacked bars, half of the labels must stand inside.
        """
        if not self.canvas.stacked:
            made = [self._outside(bar) for bar in bars]
            least: float = len(bars)
        else:
            bars = [bar for bar in bars if bar.value]
            made = [self._inside(bar, looks[bar.series]) for bar in bars]
            least = len(bars) if self.numbers is _Numbers.ALL else len(bars) / 2
            if sum(label is not None for label in made) < len(bars) / 2:
                return None
            occupied: list[Rect] = []
            for number, bar in enumerate(bars):
                made[number] = made[number] or self._beside(bar, gap, plot, occupied)
        found = [label for label in made if label is not None]
        return found if len(found) >= least else None

    def _beside(self, bar: _Bar, gap: float, plot: Rect, occupied: list[Rect]) -> _Label | None:
        """Return a data label in the gap beside its bar, for a part that is too small for it; ``None`` without room.

        Its box is added to ``occupied``, the boxes of the labels in the gaps.
        """
        canvas, step, box = self.canvas, self.step, bar.box
        text, clear = canvas.number(bar.value), canvas.look.clear
        wide = canvas.width(text, step)
        middle = box.x + box.w / 2, box.y + box.h / 2
        if self.vertical:
            away = (box.w + wide) / 2 + clear
            fits = wide + 2 * clear <= box.w * gap
            moves = ((away, 0.0), (-away, 0.0))
        else:
            away = (box.h + step.leading) / 2
            fits = step.leading <= box.h * gap
            moves = ((0.0, -away), (0.0, away))
        for dx, dy in moves if fits else ():
            item = canvas.line_at(
                f"value{bar.series + 1}-{bar.point + 1}", text, step, middle[0] + dx, middle[1] + dy, Align.CENTER
            )
            (area,) = text_of([item])
            room = grown(area, clear / 2)
            clear_of_axis = area.x >= plot.x
            if clear_of_axis and inside(area, canvas.box) and not any(overlap(room, other) for other in occupied):
                occupied.append(area)
                return PointLabel(bar.series, bar.point, LabelAt.MIDDLE, ground=PAPER, moved=(dx, dy)), item
        return None

    def _inside(self, bar: _Bar, look: SeriesStyle) -> _Label | None:
        """Return a data label in the middle of its bar; ``None`` when the bar is too small."""
        canvas, step, box = self.canvas, self.step, bar.box
        text = canvas.number(bar.value)
        wide, high = canvas.width(text, step) + 4, step.size * 1.1
        if wide > box.w or high > box.h:
            return None
        if look.hatch and max(box.w - wide, box.h - high) < 2 * canvas.look.hatch:
            return None  # the surface behind it would hide the hatching
        color = look.on or INK
        item = canvas.line_at(
            f"value{bar.series + 1}-{bar.point + 1}", text, step, box.x + box.w / 2, box.y + box.h / 2, Align.CENTER,
            color=color,
        )  # fmt: skip
        ground = look.fill if look.hatch else None
        return PointLabel(bar.series, bar.point, LabelAt.MIDDLE, color=color, ground=ground), item

    def _outside(self, bar: _Bar) -> _Label | None:
        """Return a data label beyond the end of its bar; ``None`` when the bar is too narrow."""
        canvas, step, box = self.canvas, self.step, bar.box
        text, clear = canvas.number(bar.value), canvas.look.clear
        name = f"value{bar.series + 1}-{bar.point + 1}"
        label = PointLabel(bar.series, bar.point, LabelAt.OUTSIDE)
        if self.vertical:
            if canvas.width(text, step) + 1 > box.w * (1 + _WITHIN if self.side_by_side > 1 else 1.5):
                return None
            away = clear / 2 + step.leading / 2
            y = box.bottom + away if bar.value < 0 else box.y - away
            return label, canvas.line_at(name, text, step, box.x + box.w / 2, y, Align.CENTER)
        if step.leading > box.h * (1 + _WITHIN if self.side_by_side > 1 else 1.5):
            return None
        x = box.x - clear if bar.value < 0 else box.right + clear
        align = Align.RIGHT if bar.value < 0 else Align.LEFT
        return label, canvas.line_at(name, text, step, x, box.y + box.h / 2, align)
