"""A chart's numbers, wherever they were given, and whether its type can show them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckbuild.diagnostics import Diagnostics, Edit, Span, Words
from deckbuild.layout.charts.marks import MOST
from deckbuild.locales import every_language
from deckbuild.model.chart import ChartData, ChartKind, Series, decimals_of
from deckbuild.model.numbers import PER_CENT, Grid

if TYPE_CHECKING:
    from deckbuild.blocks.chart import Chart

_SUM = re.compile(
    rf"(?:{'|'.join(word for language in every_language() for word in language.words.sums)})\b", re.IGNORECASE
)
_ROUNDED = 0.02
"""The share by which a sum may differ from the numbers that it sums up, because those are rounded."""
WAYS = ("values", "series", "points", "data")
"""The keys that give a chart its numbers."""


def drawable(chart: Chart, data: ChartData, findings: Diagnostics) -> bool:
    """Check that the kind of chart can show these numbers, and that its parts can be told apart."""
    place = next(chart.at(way) for way in WAYS if way in chart.places)
    kind = chart.type
    assert place is not None  # noqa: S101  (the reader placed it)

    def report(code: str, where: Span, message: str, hint: str, count: int = 0) -> bool:
        findings.error(code, where, message, hint, kind=kind.value, count=count, most=MOST)
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
    if kind.round:
        _report_sum(place, data, findings)
    return True


def _report_sum(place: Span, data: ChartData, findings: Diagnostics) -> None:
    """Warn of a category that sums up the others: as a slice it takes half of the circle."""
    for name in _sums(data):
        findings.warning(
            "sum-in-chart",
            place.part(name) or place,
            "“{name}” is the sum of the others, and is drawn as a slice of its own: it takes half of the circle.",
            "Remove it. The circle is the sum.",
            name=name,
        )


def _sums(data: ChartData) -> list[str]:
    """Return the categories that sum up the others, in a chart of one series."""
    whole = sum(data.values)
    pairs = zip(data.categories, data.series[0].values, strict=True)
    return [name for name, value in pairs if value and abs(whole - 2 * value) <= _ROUNDED * value and _SUM.search(name)]


def stacks(chart: Chart, data: ChartData, findings: Diagnostics) -> bool:
    """Whether there is something to stack; warn when not."""
    if chart.type.barred and len(data.series) > 1:
        return True
    place = chart.at("stacked")
    assert place is not None  # noqa: S101  (the reader placed it)
    findings.warning(
        "no-effect",
        place,
        "`stacked:` has no effect here: it puts the bars of several series on top of one another."
        if chart.type.barred
        else "`stacked:` has no effect here: it works on `column` and `bar`.",
        "Remove `stacked:`.",
    )
    return False


def one_way(chart: Chart, given: list[str], findings: Diagnostics) -> None:
    """Report a chart that has its numbers from several places, or from none."""
    if given:
        findings.error(
            "two-contents",
            chart.at(given[1]),
            "The chart has its numbers from `{first}:` already.",
            "Keep one of `{first}:` and `{key}:`.",
            first=given[0],
            key=given[1],
        )
    else:
        findings.error(
            "no-content",
            chart.span,
            "This chart has no numbers.",
            "Add `values:` with a line such as `Elderly: 41` for each number; or `data: numbers.xlsx`; or "
            "`categories:` and `series:`.",
        )


def check_whole_pie(chart: Chart, data: ChartData, findings: Diagnostics) -> None:
    """Warn of slices in per cent that do not make the whole, by more than each, and the message, is rounded."""
    total = sum(data.values)
    if not _sums(data) and abs(total - 100) > 0.05 + len(data.values) * 0.5 * 10 ** -decimals_of(data.values):
        findings.warning(
            "not-a-whole",
            next(chart.at(way) for way in WAYS if way in chart.places),
            "The slices are in per cent, and make {total} % together, not 100 %.",
            "See whether a number is wrong or a slice is missing. If they are no parts of a whole, choose `type: bar`.",
            total=int(total) if total == int(total) else total,
        )


def written(chart: Chart, findings: Diagnostics) -> ChartData | None:
    """Return the numbers that stand in the deck."""
    if "points" in chart.places:
        series = (Series("", tuple(y for _, y in chart.points), tuple(x for x, _ in chart.points)),)
        return ChartData((), series)
    if "values" in chart.places:
        names, values = tuple(name for name, _ in chart.values), tuple(value for _, value in chart.values)
        return ChartData(names, (Series("", values),))
    if not chart.categories:
        findings.error(
            "missing-key",
            chart.span,
            "`categories:` is missing here.",
            "Add a line `categories: [2022, 2023, 2024]`: what the numbers of each series stand for.",
        )
        return None
    right = True
    for one in chart.series:
        if len(one.values) == len(chart.categories):
            continue
        right = False
        place = one.at("values")
        written = _with_points(place, len(chart.categories)) if place else ""
        findings.error(
            "uneven-row",
            place,
            "“{name}” has {count} numbers, but there are {wanted} categories.",
            "In brackets a comma parts the numbers: write decimals with a point, `{written}`."
            if written
            else "Give it a number for each category, `~` where none is known. In brackets a comma parts the numbers: "
            "write decimals with a point, `12.5`.",
            edits=(Edit(place, written),) if place and written else (),
            written=written,
            name=one.name,
            count=len(one.values),
            wanted=len(chart.categories),
        )
    return ChartData(chart.categories, tuple(Series(s.name, s.values) for s in chart.series)) if right else None


def _with_points(place: Span, wanted: int) -> str:
    """Return numbers in brackets with a point in each decimal, if they then are as many as ``wanted``."""
    text = place.text if place.line == place.end_line else ""
    found = re.sub(r"(?<=\d),(?=\d)", ".", text)
    return found if found != text and found.count(",") + 1 == wanted else ""


def file_unit(chart: Chart, findings: Diagnostics) -> str | None:
    """Return what the numbers of a file are counted in: the chart's own unit, or ``%`` if they are written with it.

    A chart has one scale. Where numbers with and without a per cent sign would share it, report that, and return None.
    Nought needs no sign.
    """
    place = chart.at("data")
    signed: list[str] = []
    bare: list[str] = []
    for n, head in enumerate(chart.cells[0][1:], 1):
        numbers = [row[n] for row in chart.cells[1:] if n < len(row) and row[n].number]
        with_sign = [cell for cell in numbers if cell.percent]
        without = [cell for cell in numbers if not cell.percent]
        if with_sign and without and not PER_CENT.match(chart.unit):
            findings.error(
                "mixed-units",
                place,
                "“{name}” has numbers with a per cent sign, such as “{signed}”, and without, such as “{bare}”.",
                "Write all of them in the same way. If all are in per cent, write `unit: '%'` in the chart.",
                name=head.text,
                signed=with_sign[0].text,
                bare=without[0].text,
            )
            return None
        (signed if with_sign else bare if without else []).append(head.text)
    if signed and bare:
        findings.error(
            "mixed-units",
            place,
            "{signed} is written in per cent, and {bare} is not: one scale can't show both.",
            "Make a chart of each: keep a file, or a sheet, for each kind of number.",
            signed=Words(tuple(f"“{name}”" for name in signed)),
            bare=Words(tuple(f"“{name}”" for name in bare)),
        )
        return None
    if signed and chart.unit and not PER_CENT.match(chart.unit):
        findings.error(
            "mixed-units",
            chart.at("unit"),
            "The numbers are written in per cent, but `unit:` says “{unit}”.",
            "Remove the line `unit:`, or take the per cent signs out of the file.",
            unit=chart.unit,
        )
        return None
    return chart.unit or ("%" if signed else "")


def tabulated(grid: Grid, kind: ChartKind) -> ChartData:
    """Return a file's numbers: names of series in the first row, those of categories in the first column."""
    heads, rows = grid[0], [row for row in grid[1:] if row]
    columns = [tuple(row[n].number if n < len(row) else None for row in rows) for n in range(len(heads))]
    if kind is ChartKind.SCATTER:
        made = []
        for head, values in zip(heads[1:], columns[1:], strict=True):
            known = [(x, y) for x, y in zip(columns[0], values, strict=True) if x is not None and y is not None]
            made.append(Series(head.text, tuple(y for _, y in known), tuple(x for x, _ in known)))
        return ChartData((), tuple(made))
    made = [Series(head.text, values) for head, values in zip(heads[1:], columns[1:], strict=True)]
    days = tuple(row[0].day for row in rows)
    return ChartData(tuple(row[0].text for row in rows), tuple(made), days if any(days) else ())
