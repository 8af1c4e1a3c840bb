"""Charts: their numbers, from the deck or from a file, and whether they can be drawn as the author wants."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from deckbuild.blocks.chart import Chart, ChartFile, ChartSeries
from deckbuild.diagnostics import Span
from deckbuild.layout.charts.marks import MOST
from deckbuild.model.chart import ChartData, ChartKind, Series
from deckbuild.reader import scalars
from deckbuild.reader.convert import read_model
from deckbuild.reader.files import existing_file
from deckbuild.reader.grids import (
    MISSING,
    Grid,
    NotComputedError,
    UnknownSheetError,
    UnreadableError,
    cell_name,
    read_csv,
    read_xlsx,
)
from deckbuild.reader.hooks import HIDDEN, field_of, finish_of
from deckbuild.reader.keys import listed, nearest
from deckbuild.reader.messages import wrong_kind
from deckbuild.reader.numbers import Sign, ambiguous, number_in
from deckbuild.reader.reading import FAILED, Failed, MappingNode, Node, Reading, ScalarNode, SequenceNode, shortened
from deckbuild.reader.unknown import duplicate_key, key_name

HIDDEN[Chart] = {"numbers"}
FILES = (".csv", ".txt", ".tsv", ".xlsx", ".xlsm")
WAYS = ("values", "series", "points", "data")
"""The keys that give a chart its numbers."""


def number(node: Node, reading: Reading, key: str) -> float | Failed | None:
    """Read a number, or nothing where none is known."""
    if isinstance(node, ScalarNode) and node.value.strip() in MISSING:
        return None
    text = scalars.scalar(node, reading, key, "number")
    if text is FAILED:
        return FAILED
    if ambiguous(text):
        reading.error(
            "ambiguous-number",
            node,
            "“{found}” can be read in two ways: as a thousand and more, or as a number with three decimals.",
            "Write a thousand without a sign: `1234`. Write decimals with one more nought: `1.2340`.",
            found=text,
        )
        return FAILED
    found = number_in(text, Sign.POINT)
    if found is None:
        reading.error(
            "not-a-number",
            node,
            "“{found}” is not a number.",
            "Write it in digits, with a point before the decimals: `12.5`. Where a number is not known, write `~`.",
            found=shortened(text),
        )
        return FAILED
    return found.value


@field_of(Chart, "values")
def named_numbers(node: Node, reading: Reading, key: str) -> tuple[tuple[str, float | None], ...] | Failed:
    """Read a number for each category: ``Ældre: 41``."""
    if not isinstance(node, MappingNode):
        reading.error(
            "wrong-kind",
            node,
            "`{key}:` has a number for each category.",
            "Write each on a line of its own, two spaces further in: `Ældre: 41`.",
            key=key,
        )
        return FAILED
    pairs = []
    seen: dict[str, Node] = {}
    right = True
    for name_node, value in node.value:
        name = key_name(name_node, reading)
        if name in seen:
            duplicate_key(name_node, seen[name], reading)
            right = False
        seen[name] = name_node
        found = number(value, reading, name)
        right = right and found is not FAILED
        if found is not FAILED:
            pairs.append((name, found))
    return tuple(pairs) if right else FAILED


@field_of(ChartSeries, "values")
def numbers(node: Node, reading: Reading, key: str) -> tuple[float | None, ...] | Failed:
    """Read a list of numbers."""
    if not isinstance(node, SequenceNode):
        wrong_kind(node, reading, key, "list", "12")
        return FAILED
    found = [number(item, reading, key) for item in node.value]
    return tuple(value for value in found if value is not FAILED) if FAILED not in found else FAILED


@field_of(Chart, "series")
def all_series(node: Node, reading: Reading, key: str) -> tuple[ChartSeries, ...] | Failed:
    """Read the series: ``Navn: [1, 2]``, or a list of their keys ``name`` and ``values``."""
    made: list[ChartSeries | Failed] = []
    if isinstance(node, SequenceNode):
        made = [read_model(ChartSeries, item, reading, key) for item in node.value]
    elif isinstance(node, MappingNode):
        for name_node, value in node.value:
            name = key_name(name_node, reading)
            found = numbers(value, reading, name)
            if found is FAILED:
                made.append(FAILED)
            else:
                places = {"values": reading.span(value)}
                made.append(ChartSeries(name=name, values=found, span=reading.span(name_node), places=places))
    else:
        reading.error(
            "wrong-kind",
            node,
            "`{key}:` has a name and a list of numbers for each series.",
            "Write each on a line of its own, two spaces further in: `Danmark: [12, 14, 17]`.",
            key=key,
        )
        return FAILED
    return tuple(one for one in made if one is not FAILED) if FAILED not in made else FAILED


@field_of(Chart, "points")
def pairs(node: Node, reading: Reading, key: str) -> tuple[tuple[float, float], ...] | Failed:
    """Read points: ``[[2, 3.5], [4, 5]]``."""
    if not isinstance(node, SequenceNode):
        wrong_kind(node, reading, key, "list", "[2, 3.5]")
        return FAILED
    made: list[tuple[float, float]] = []
    right = True
    for item in node.value:
        found: tuple[float | None, ...] | Failed = ()
        if isinstance(item, SequenceNode):
            found = numbers(item, reading, key)
        if found is FAILED:
            right = False
        elif len(found) != 2 or found[0] is None or found[1] is None:
            reading.error(
                "wrong-count",
                item,
                "A point is two numbers: how far to the right, and how far up.",
                "Write it in brackets: `[2, 3.5]`.",
            )
            right = False
        else:
            made.append((found[0], found[1]))
    return tuple(made) if right else FAILED


@field_of(ChartFile, "file")
def data_file(node: Node, reading: Reading, key: str) -> Path | Failed:
    """Read the name of a file of numbers, relative to the deck, and check that it is there."""
    path = scalars.to_path(node, reading, key)
    if path is FAILED or "\0" in str(path):
        return FAILED
    if path.suffix.lower() not in FILES:
        reading.error(
            "wrong-file",
            node,
            "“{name}” is not a file that numbers can be read from.",
            "Save it as CSV or XLSX: in Excel, File, Save As.",
            name=path.name,
        )
        return FAILED
    return existing_file(path, FILES, node, reading, key)


@finish_of(Chart)
def with_numbers(chart: Chart, node: Node, reading: Reading) -> Chart | Failed:
    """Gather the numbers, wherever they were given, and check that they make the chart."""
    given = [way for way in WAYS if way in chart.places]
    if len(given) != 1:
        _one_way(chart, given, node, reading)
        return FAILED
    unit = chart.unit
    if chart.data is not None:
        grid = _grid(chart.data, reading)
        if grid is FAILED:
            return FAILED
        data = _from_grid(grid, chart, reading)
        if not unit and any(cell.percent for row in grid for cell in row):
            unit = "%"
    else:
        data = _written(chart, node, reading)
    if data is FAILED or not _drawable(chart, data, reading):
        return FAILED
    stacked = chart.stacked and _stacks(chart, data, reading)
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


def _grid(data: ChartFile, reading: Reading) -> Grid | Failed:
    """Return the cells of a file."""
    path = reading.file.path.parent / data.file
    place = data.at("file") or data.span
    assert place is not None  # noqa: S101  (the reader placed it)
    try:
        if path.suffix.lower() in (".xlsx", ".xlsm"):
            return read_xlsx(path, data.sheet)
        return read_csv(path)
    except (UnreadableError, OSError):
        reading.error(
            "wrong-file",
            place,
            "“{name}” can't be read.",
            "The file may be damaged, locked or of another kind than its name says: open it in Excel and save it anew "
            "as CSV or XLSX.",
            name=data.file.name,
        )
    except UnknownSheetError as fault:
        near = nearest(data.sheet, fault.args)
        reading.error(
            "unknown-name",
            data.at("sheet") or place,
            "“{name}” has no sheet called “{sheet}”.",
            "Did you mean `sheet: {near}`? It has {names}." if near else "It has {names}.",
            name=data.file.name,
            sheet=data.sheet,
            near=near,
            names=listed(fault.args),
        )
    except NotComputedError as fault:
        reading.error(
            "not-a-number",
            place,
            "Cell {cell} of “{name}” is a formula whose result is not stored in the file.",
            "Open the file in Excel and save it: then the results are stored too.",
            name=data.file.name,
            cell=fault.args[0],
        )
    return FAILED


def _from_grid(grid: Grid, chart: Chart, reading: Reading) -> ChartData | Failed:
    """Return a file's numbers: names of series in the first row, those of categories in the first column."""
    assert chart.data is not None  # noqa: S101  (asked for a file only)
    name = chart.data.file.name
    place = chart.data.at("file") or chart.data.span
    assert place is not None  # noqa: S101  (the reader placed it)
    if len(grid) < 2 or len(grid[0]) < 2:
        reading.error(
            "no-numbers",
            place,
            "“{name}” has no table of numbers.",
            "The first row has a name over each column of numbers, the first column the names of the rows.",
            name=name,
        )
        return FAILED
    wide = len(grid[0])
    right = True
    for row, cells in enumerate(grid[1:], 1):
        if len(cells) > wide:
            right = False
            reading.error(
                "uneven-row",
                place,
                "Row {row} of “{name}” has {count} cells, but the first row names only {wanted} columns.",
                "Give every column a name in the first row, or empty the cells that are too many.",
                name=name,
                row=row + 1,
                count=len(cells),
                wanted=wide,
            )
        first = 0 if chart.type is ChartKind.SCATTER else 1
        for column, cell in enumerate(cells[first:wide], first):
            if cell.number is None and not cell.empty:
                right = False
                reading.error(
                    "not-a-number",
                    place,
                    "Cell {cell} of “{name}” is no number: “{found}”.",
                    "Write a number in it, or empty it.",
                    name=name,
                    cell=cell_name(row, column),
                    found=shortened(cell.text),
                )
    if not right:
        return FAILED
    rows = [row for row in grid[1:] if row]
    columns = [tuple(row[n].number if n < len(row) else None for row in rows) for n in range(wide)]
    if chart.type is ChartKind.SCATTER:
        made = []
        for head, values in zip(grid[0][1:], columns[1:], strict=True):
            known = [(x, y) for x, y in zip(columns[0], values, strict=True) if x is not None and y is not None]
            made.append(Series(head.text, tuple(y for _, y in known), tuple(x for x, _ in known)))
        return ChartData((), tuple(made))
    names = tuple(row[0].text for row in rows)
    made = [Series(head.text, values) for head, values in zip(grid[0][1:], columns[1:], strict=True)]
    return ChartData(names, tuple(made))


def _drawable(chart: Chart, data: ChartData, reading: Reading) -> bool:
    """Check that the kind of chart can show these numbers, and that its parts can be told apart."""
    place = next(chart.at(way) for way in WAYS if way in chart.places)
    kind = chart.type
    assert place is not None  # noqa: S101  (the reader placed it)

    def tell(code: str, where: Span, message: str, hint: str, count: int = 0) -> bool:
        reading.error(code, where, message, hint, kind=kind.value, count=count, most=MOST)
        return False

    if not data.values:
        return tell("no-numbers", place, "There is not one number in this chart.", "Add the numbers.")
    if (kind is ChartKind.SCATTER) is bool(data.categories):
        if kind is ChartKind.SCATTER:
            return tell(
                "wrong-chart", place, "A scatter chart has pairs of numbers.", "Write `points: [[2, 3.5], [4, 5]]`."
            )
        return tell("wrong-chart", place, "`points:` make a scatter chart.", "Write `type: scatter` above it.")
    if kind.round and len(data.series) > 1:
        return tell("too-many", place, "A {kind} shows one series, but here are {count}.",
            "Choose `type: column` with `stacked: yes`, or keep one series.", count=len(data.series),
        )  # fmt: skip
    if kind.round and any(value < 0 for value in data.values):
        return tell("negative", place, "A {kind} can't show numbers below nought.", "Choose `type: bar`.")
    if kind.round and not sum(data.values):
        return tell("no-numbers", place, "All numbers of this {kind} are nought.", "Add numbers, or remove the chart.")
    if kind.round and len(data.categories) > MOST:
        return tell("too-many", place, "More than {most} slices can't be told apart; here are {count}.",
            "Put the smallest together as one, or choose `type: bar`.", count=len(data.categories),
        )  # fmt: skip
    if len(data.series) > MOST:
        return tell("too-many", place, "More than {most} series can't be told apart; here are {count}.",
            "Keep the most important ones, or show a table.", count=len(data.series),
        )  # fmt: skip
    if kind is ChartKind.AREA and (len(data.categories) < 2 or None in {v for s in data.series for v in s.values}):
        return tell(
            "missing-number",
            place,
            "An area needs a number for each of at least two categories.",
            "Choose `type: line`.",
        )
    if kind is ChartKind.AREA and any(value < 0 for value in data.values):
        return tell("negative", place, "Areas on top of one another can't go below nought.", "Choose `type: line`.")
    if len(data.series) > 1 and not all(series.name.strip() for series in data.series):
        return tell("no-name", place, "A series has no name.", "Name every series: in a file in its first row.")
    return True


def _stacks(chart: Chart, data: ChartData, reading: Reading) -> bool:
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
