"""Whether a kind of chart can show the numbers it is given."""

from __future__ import annotations

from deckbuild.blocks.chart import Chart
from deckbuild.diagnostics import Span
from deckbuild.layout.charts.marks import MOST
from deckbuild.model.chart import ChartData, ChartKind
from deckbuild.reader.context import Reading

WAYS = ("values", "series", "points", "data")
"""The keys that give a chart its numbers."""


def drawable(chart: Chart, data: ChartData, reading: Reading) -> bool:
    """Check that the kind of chart can show these numbers, and that its parts can be told apart."""
    place = next(chart.at(way) for way in WAYS if way in chart.places)
    kind = chart.type
    assert place is not None  # noqa: S101  (the reader placed it)

    def report(code: str, where: Span, message: str, hint: str, count: int = 0) -> bool:
        reading.error(code, where, message, hint, kind=kind.value, count=count, most=MOST)
        return False

    if not data.values:
        return report("no-numbers", place, "There is not one number in this chart.", "Add the numbers.")
    if (kind is ChartKind.SCATTER) is bool(data.categories):
        if kind is ChartKind.SCATTER:
            return report(
                "wrong-chart", place, "A scatter chart has pairs of numbers.", "Write `points: [[2, 3.5], [4, 5]]`."
            )
        return report("wrong-chart", place, "`points:` make a scatter chart.", "Write `type: scatter` above it.")
    if kind.round and len(data.series) > 1:
        return report("too-many", place, "A {kind} shows one series, but here are {count}.",
            "Choose `type: column` with `stacked: yes`, or keep one series.", count=len(data.series),
        )  # fmt: skip
    if kind.round and any(value < 0 for value in data.values):
        return report("negative", place, "A {kind} can't show numbers below nought.", "Choose `type: bar`.")
    if kind.round and not sum(data.values):
        return report(
            "no-numbers", place, "All numbers of this {kind} are nought.", "Add numbers, or remove the chart."
        )
    if kind.round and len(data.categories) > MOST:
        return report("too-many", place, "More than {most} slices can't be told apart; here are {count}.",
            "Put the smallest together as one, or choose `type: bar`.", count=len(data.categories),
        )  # fmt: skip
    if len(data.series) > MOST:
        return report("too-many", place, "More than {most} series can't be told apart; here are {count}.",
            "Keep the most important ones, or show a table.", count=len(data.series),
        )  # fmt: skip
    if kind is ChartKind.AREA and (len(data.categories) < 2 or None in {v for s in data.series for v in s.values}):
        return report(
            "missing-number",
            place,
            "An area needs a number for each of at least two categories.",
            "Choose `type: line`.",
        )
    if kind is ChartKind.AREA and any(value < 0 for value in data.values):
        return report("negative", place, "Areas on top of one another can't go below nought.", "Choose `type: line`.")
    if len(data.series) > 1 and not all(series.name.strip() for series in data.series):
        return report("no-name", place, "A series has no name.", "Name every series: in a file in its first row.")
    return True


def stacks(chart: Chart, data: ChartData, reading: Reading) -> bool:
    """Whether there is something to stack; warn when not."""
    if chart.type.barred and len(data.series) > 1:
        return True
    place = chart.at("stacked")
    assert place is not None  # noqa: S101  (the reader placed it)
    reading.warning(
        "no-effect",
        place,
        "`stacked:` has no effect here: it puts the bars of several series on top of one another."
        if chart.type.barred
        else "`stacked:` has no effect here: it works on `column` and `bar`.",
        "Remove the line.",
    )
    return False
