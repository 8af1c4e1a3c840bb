"""A chart's numbers, wherever they were given."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.blocks.chart import Chart
from deckbuild.model.chart import ChartData, Series
from deckbuild.reader.context import FAILED, Failed, Node, Reading
from deckbuild.reader.language.hooks import finish_of
from deckbuild.reader.sections.charts.checks import WAYS, drawable, stacks
from deckbuild.reader.sections.charts.files import from_file


@finish_of(Chart)
def with_numbers(chart: Chart, node: Node, reading: Reading) -> Chart | Failed:
    """Gather the numbers, wherever they were given, and check that they make the chart."""
    given = [way for way in WAYS if way in chart.places]
    if len(given) != 1:
        _one_way(chart, given, node, reading)
        return FAILED
    unit = chart.unit
    if chart.data is not None:
        data, percent = from_file(chart, chart.data, reading)
        unit = unit or ("%" if percent else "")
    else:
        data = _written(chart, node, reading)
    if data is FAILED or not drawable(chart, data, reading):
        return FAILED
    stacked = chart.stacked and stacks(chart, data, reading)
    return replace(chart, numbers=data, unit=unit, stacked=stacked)


def _one_way(chart: Chart, given: list[str], node: Node, reading: Reading) -> None:
    if given:
        reading.error(
            "two-contents",
            chart.at(given[1]) or node,
            "The chart has its numbers from `{first}:` already.",
            "Keep one of `{first}:` and `{key}:`.",
            first=given[0],
            key=given[1],
        )
    else:
        reading.error(
            "no-content",
            node,
            "This chart has no numbers.",
            "Add `values:` with a line such as `Ældre: 41` for each number; or `data: tal.xlsx`; or `categories:` and "
            "`series:`.",
        )


def _written(chart: Chart, node: Node, reading: Reading) -> ChartData | Failed:
    """Return the numbers that stand in the deck."""
    if "points" in chart.places:
        series = (Series("", tuple(y for _, y in chart.points), tuple(x for x, _ in chart.points)),)
        return ChartData((), series)
    if "values" in chart.places:
        names, values = tuple(name for name, _ in chart.values), tuple(value for _, value in chart.values)
        return ChartData(names, (Series("", values),))
    if not chart.categories:
        reading.error(
            "missing-key",
            node,
            "`categories:` is missing here.",
            "Add a line `categories: [2022, 2023, 2024]`: what the numbers of each series stand for.",
        )
        return FAILED
    right = True
    for one in chart.series:
        if len(one.values) == len(chart.categories):
            continue
        right = False
        reading.error(
            "uneven-row",
            one.at("values") or node,
            "“{name}” has {count} numbers, but there are {wanted} categories.",
            "Give it a number for each category, `~` where none is known. In brackets a comma parts the numbers: write "
            "decimals with a point, `12.5`.",
            name=one.name,
            count=len(one.values),
            wanted=len(chart.categories),
        )
    return ChartData(chart.categories, tuple(Series(s.name, s.values) for s in chart.series)) if right else FAILED
