"""Charts: what a deck's YAML draws, that nothing in a drawing collides, and that the native chart says the same."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import date
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import accessibility
import structure
import tools
from deckbuild.frame.charts import Axis, Hatch, LabelAt
from deckbuild.frame.items import ChartItem, Group, Item, Shape, TableItem, TextBox
from deckbuild.layout.charts import ChartCanvas, draw_chart
from deckbuild.layout.charts.canvas import text_of
from deckbuild.layout.charts.marks import hatching, strokes, surfaces, without_marks
from deckbuild.layout.charts.scale import nice_axis
from deckbuild.layout.diagrams.space import grown, inside, overlap
from deckbuild.layout.drawing_looks import PAPER_CHART, SLIDE_CHART
from deckbuild.layout.text.paragraph import TextSettings
from deckbuild.model.chart import ChartData, ChartKind, NumberFormat, Series
from deckbuild.model.contrast import contrast
from deckbuild.model.edition import Edition
from deckbuild.model.greys import grey_theme
from deckbuild.model.theme import accent
from deckbuild.model.themes import DARK, LIGHT
from deckbuild.pipeline.lay_out import lay_out_deck
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper
from deckbuild.reader import read
from deckbuild.units import Rect
from deckbuild.writers import pptx
from decks import HEAD, lay_out_yaml, read_deck, walk
from sampling import examples, some

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

HANDOUTS = {
    "handout.pdf": Edition.PARTICIPANT,
    "large.pdf": Edition.LARGE_PRINT,
    "grey.pdf": Edition.GREYSCALE,
}
TWO = "categories: [Nord, Syd], series: {2023: [3.4, 3], 2024: [4.1, 2.5]}"
ALL = {
    "column": "values: {Nord: 3, Syd: 4}",
    "clustered": TWO,
    "stacked": f"stacked: yes, {TWO}",
    "bar": "type: bar, values: {Nord: 3, Syd: -4}",
    "line": f"type: line, {TWO}",
    "small parts": "stacked: yes, categories: [Nord, Syd], series: {Løn: [74, 61], Drift: [26, 1]}",
    "upward": "type: line, values: {"
    + ", ".join(f"Afdelingen for velfærdstransformation {n}: {n}" for n in range(12))
    + "}",
    "six": "stacked: yes, categories: [N], series: {a: [7], b: [6], c: [3], d: [2], e: [9], f: [7]}",
    "gap": "type: line, values: {a: 3, b: 5, c: ~, d: 4}",
    "area": f"type: area, {TWO}",
    "pie": "type: pie, values: {Nord: 3, Syd: 4, Vest: 2}",
    "doughnut": "type: doughnut, values: {Nord: 3, Syd: 4, Vest: 2, Øst: 1, Midt: 5}",
    "led": "type: pie, values: {a: 95, b: 1, c: 1, d: 1, e: 1, f: 1}",
    "scatter": "type: scatter, x: år, y: antal, points: [[1, 2], [3, 2.5], [8, 7]]",
}
DECK = f"{HEAD}slides:\n  - section: S\n" + "".join(
    f"  - title: {name}\n    chart: {{unit: mio. kr., {content}}}\n" for name, content in ALL.items()
)


def drawn(content: str) -> ChartItem:
    """The chart on the slide of some content."""
    presentation, diagnostics = lay_out_yaml(f"- section: S\n- {{title: A, chart: {{{content}}}}}")
    assert [d.text() for d in diagnostics] == []
    (chart,) = (item for item in presentation.frames[-1].items if isinstance(item, ChartItem))
    return chart


def words(chart: ChartItem) -> list[str]:
    return [par.plain for item in chart.items if isinstance(item, TextBox) for par in item.pars]


@pytest.mark.parametrize(
    ("content", "kind", "says"),
    [
        ("values: {Nord: 3, Syd: 4}", "column", ["Nord", "Syd", "3", "4"]),
        ("values: {Nord: 3.5, Syd: 4}", "column", ["Nord", "Syd", "3,5", "4,0"]),
        ("unit: '%', values: {Nord: 3, Syd: 4}", "column", ["Nord", "Syd", "3 %", "4 %"]),
        ("unit: mio. kr., values: {Nord: 1250, Syd: 4}", "column", ["mio. kr.", "Nord", "Syd", "1.250", "4"]),
        ("decimals: 2, values: {Nord: 3, Syd: -4}", "column", ["Nord", "Syd", "3,00", "−4,00"]),
        ("type: bar, values: {Nord: 3, Syd: 4}", "bar", ["Nord", "Syd", "3", "4"]),
        ("values: {Samarbejdsdrevet innovation i netværk på tværs: 3, Andenordensforandring: 4, Styring: 5, "
         "Reguleringsformer i den offentlige sektor: 1, Velfærdstransformation: 2, Selvstændiggørelse: 3}", "bar",
         ["Samarbejdsdrevet innovation i netværk på tværs", "Andenordensforandring", "Styring",
          "Reguleringsformer i den offentlige sektor", "Velfærdstransformation", "Selvstændiggørelse",
          "3", "4", "5", "1", "2", "3"]),
        (TWO, "column", ["2023", "2024", "Nord", "Syd", "3,4", "3,0", "4,1", "2,5"]),
        (f"stacked: yes, {TWO}", "column", ["2023", "2024", "Nord", "Syd", "3,4", "3,0", "4,1", "2,5"]),
        ("type: line, values: {2023: 3, 2024: 4}", "line", ["2023", "2024", "3", "4"]),
        (f"type: line, {TWO}", "line", ["2,5", "3,0", "3,5", "4,0", "4,5", "Nord", "Syd", "2023", "2024"]),
        ("type: line, categories: [a, b], series: {Kommunen: [1, 5], Landet: [2, 5]}", "line",
         ["Kommunen", "Landet", "0", "1", "2", "3", "4", "5", "a", "b"]),
        ("type: pie, values: {Ja: 3, Nej: 1}", "pie", ["Ja 3", "Nej 1"]),
    ],
)  # fmt: skip
def test_what_is_drawn(content, kind, says):
    chart = drawn(content)
    assert chart.kind.value == kind
    assert words(chart) == says


@pytest.mark.parametrize(
    ("content", "alt"),
    [
        ("values: {Nord: 3, Syd: 4}", "Søjlediagram: Nord 3; Syd 4."),
        ("unit: mio. kr., type: pie, values: {Nord: 3, Syd: 4}", "Cirkeldiagram, mio. kr.: Nord 3; Syd 4."),
        ("type: line, values: {a: 3, b: ~}", "Kurvediagram: a 3; b ukendt."),
        (TWO, "Søjlediagram. 2023: Nord 3,4; Syd 3,0. 2024: Nord 4,1; Syd 2,5."),
        ("alt: Nord er mindst, values: {Nord: 3, Syd: 4}", "Nord er mindst"),
        (f"type: line, values: {{{', '.join(f'{n}: {n * n}' for n in range(1, 31))}}}",
         "Kurvediagram: 30 tal, 1 1 til 30 900, lavest 1, højest 900."),
    ],
)  # fmt: skip
def test_it_is_told_in_words(content, alt):
    assert drawn(content).alt == alt


def test_numbers_follow_the_language():
    presentation, _ = lay_out_yaml("- {title: A, lang: en, chart: {unit: '%', values: {a: 1250.5, b: 3}}}")
    chart = next(item for item in presentation.frames[-1].items if isinstance(item, ChartItem))
    assert words(chart)[2:] == ["1,250.5%", "3.0%"]
    assert chart.alt == "Column chart: a 1,250.5%; b 3.0%."


def test_it_may_be_a_figure():
    head = f"{HEAD}figures:\n  f:\n    caption: Figur 1\n    chart:\n      values: {{Nord: 3, Syd: 4}}\n"
    presentation, diagnostics = lay_out_yaml("- {title: A, figure: f}", head)
    assert [d.text() for d in diagnostics] == []
    assert any(isinstance(item, ChartItem) for item in presentation.frames[-1].items)


def test_a_line_has_a_gap_where_a_number_is_missing():
    chart = drawn(ALL["gap"])
    (line,) = (item for item in chart.items if item.id.endswith("/line1"))
    assert [len(run) for run in line.runs] == [2]
    assert len([item for item in chart.items if isinstance(item, Shape)]) == 3


SMALL = "stacked: yes, categories: [Nord, Syd], series: {Løn: [74, 61], Drift: [26, 1]}"
MANY_SMALL = "stacked: yes, categories: [N, S], series: {a: [74, 61], b: [26, 1], c: [30, 1], d: [20, 1], e: [9, 1]}"


@pytest.mark.parametrize("kind", ["column", "bar"])
def test_the_number_of_a_small_part_stands_beside_it(kind):
    chart = drawn(f"type: {kind}, {SMALL}")
    assert words(chart) == ["Løn", "Drift", "Nord", "Syd", "74", "61", "26", "1"]
    assert chart.values is not None
    assert not chart.values.shown
    (beside,) = (label for label in chart.labels if label.moved)
    assert (beside.series, beside.point, beside.at) == (1, 1, LabelAt.MIDDLE)
    (bar,) = (item for item in chart.items if item.id.endswith("/bar2-2"))
    (text,) = text_of([item for item in chart.items if item.id.endswith("/value2-2")])
    low, high = (min(bar.runs[0]), max(bar.runs[0]))
    assert not overlap(text, Rect(*low, high[0] - low[0], high[1] - low[1]))


def test_an_axis_tells_what_has_no_room_anywhere():
    chart = drawn(MANY_SMALL)
    assert chart.values is not None
    assert chart.values.shown
    reported = {(label.series, label.point) for label in chart.labels}
    assert {(0, 0), (0, 1), (1, 0), (2, 0), (3, 0)} <= reported
    assert len(reported) < 10


LONG = ["Velfærdstransformation", "Andenordensforandring", "Selvstændiggørelse", "Reguleringsformer", "Styringskæden",
        "Borgerinddragelse", "Administration", "Effektivisering", "Digitalisering", "Samskabelse"]  # fmt: skip


@pytest.mark.parametrize("kind", ["line", "area"])
def test_long_names_read_upward_before_they_do_not_fit(kind):
    chart = drawn(f"type: {kind}, values: {{{', '.join(f'{name}: 3' for name in LONG)}}}")
    assert chart.turned
    names = [item for item in chart.items if isinstance(item, TextBox) and "/name-" in item.id]
    assert [item.pars[0].plain for item in names] == LONG
    assert all(item.turned and item.box.h > 3 * item.box.w for item in names)


# Files ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("type: pie, values: {Ja: 20, Nej: 30, I alt: 50}", ["sum-in-chart"]),
        ("type: doughnut, values: {Total: 100, Ja: 33.3, Nej: 66.6}", ["sum-in-chart"]),
        ("type: pie, categories: [A, B, Hovedtotal], series: {X: [1, 2, 3]}", ["sum-in-chart"]),
        ("type: pie, values: {A: 1, B: 2, Svar i alt: 3}", ["sum-in-chart"]),
        ("type: pie, unit: '%', values: {Ja: 60, Nej: 40, I alt: 100}", ["sum-in-chart"]),
        ("type: pie, unit: '%', values: {Ja: 60.5, Nej: 41}", ["not-a-whole"]),
        ("type: pie, unit: '%', values: {Ja: 33, Nej: 33, Måske: 33}", []),
        ("type: pie, values: {A: 1, B: 2, C: 3}", []),
        ("type: pie, values: {Ja: 20, Nej: 30, I alt: 40}", []),
        ("type: pie, values: {Summerhus: 5, Andet: 5}", []),
        ("type: column, values: {Ja: 20, Nej: 30, I alt: 50}", []),
    ],
)
def test_slices_that_are_no_parts_of_a_whole_are_told(content, told, tmp_path):
    path = tmp_path / "deck.yaml"
    path.write_text(f"deck: {{title: A}}\nslides:\n  - title: B\n    chart: {{{content}}}\n", "utf-8")
    assert [each.code for each in read(path).diagnostics] == told


def numbers_of(folder: Path, data: str, extra: str = "") -> ChartData:
    deck = read_deck(f"- {{title: A, chart: {{{extra}data: {data}}}}}", folder=folder)
    return deck.slides[0].body[0].numbers


@pytest.mark.parametrize(
    ("text", "encoding", "numbers"),
    [
        ("Område;2023;2024\nÆldre;41,5;43\nBørn;1.250;\n", "utf-8", [(41.5, 1250.0), (43.0, None)]),
        ("Område;2023;2024\nÆldre;41,5;43\nBørn;1.250;..\n", "utf-8-sig", [(41.5, 1250.0), (43.0, None)]),
        ("Område;2023;2024\r\nÆldre;41,5;43\r\nBørn;1 250;-3\r\n", "cp1252", [(41.5, 1250.0), (43.0, -3.0)]),
        ("Område,2023,2024\nÆldre,41.5,43\nBørn,\"1,250\",\n", "utf-8", [(41.5, 1250.0), (43.0, None)]),
        ("Område\t2023\t2024\nÆldre\t41,5\t43\nBørn\t1.250\n", "utf-8", [(41.5, 1250.0), (43.0, None)]),
        ("Område\t2023\t2024\nÆldre\t41,5\t43\nBørn\t1.250\n", "utf-16", [(41.5, 1250.0), (43.0, None)]),
        ("Område;2023;2024\nÆldre;41.5;43\nBørn;1.250;7\n", "utf-8", [(41.5, 1.25), (43.0, 7.0)]),
    ],
    ids=["semicolons", "byte order mark", "windows", "commas", "tabs", "unicode text", "decimal points"],
)  # fmt: skip
def test_csv(text, encoding, numbers, tmp_path):
    (tmp_path / "tal.csv").write_bytes(text.encode(encoding))
    data = numbers_of(tmp_path, "tal.csv")
    assert data.categories == ("Ældre", "Børn")
    assert data.series == tuple(Series(name, own) for name, own in zip(("2023", "2024"), numbers, strict=True))


@pytest.mark.parametrize(
    ("column", "language", "doubtful"),
    [
        (["1.5", "2,5", "1.500", "1,500", "(12)", "1 234"], "da", {3: "2,5", 4: "1.500", 5: "1,500"}),
        (["1.5", "1.500"], "da", {}),
        (["1.234", "2.500"], "da", {}),
        (["1.234", "2.500"], "en", {2: "1.234", 3: "2.500"}),
        (["1.234;0,5", "2.500;1"], "en", {}),
        (["1.234;0,5;0.5", "2;1,25;7"], "da", {2: "1.234"}),
    ],
    ids=["both", "settled by the column", "by the language", "not by the language", "by the file", "not by the file"],
)
def test_numbers_of_a_file_that_can_be_read_in_two_ways_are_told(column, language, doubtful, tmp_path):
    rows = [f";{';'.join('ABC'[: column[0].count(';') + 1])}", *(f"R{n};{text}" for n, text in enumerate(column))]
    (tmp_path / "tal.csv").write_text("\n".join(rows), "utf-8")
    path = tmp_path / "deck.yaml"
    path.write_text(f"deck: {{title: A, language: {language}}}\nslides: [{{title: A, chart: {{data: tal.csv}}}}]\n")
    faults = [fault for fault in read(path).diagnostics if fault.code == "ambiguous-number"]
    assert {fault.span.line: fault.args["found"] for fault in faults} == doubtful
    assert {fault.span.file.path.name for fault in faults} <= {"tal.csv"}


@pytest.mark.parametrize(
    ("cell", "number"),
    [("-", 0), ("–", 0), ("0", 0), ("", None), ("..", None), (".", None), ("…", None), ("-3", -3)],
)
def test_signs_of_official_statistics(cell, number, tmp_path):
    (tmp_path / "tal.csv").write_text(f";2023\nÆldre;{cell}\nBørn;1\n", "utf-8")
    book = openpyxl.Workbook()
    for row in (["", "2023"], ["Ældre", int(cell) if cell in ("0", "-3") else cell], ["Børn", 1]):
        book.active.append(row)
    book.save(tmp_path / "tal.xlsx")
    written = "{values: {Ældre: '" + cell + "', Børn: 1}}"
    (slide,) = read_deck(f"- {{title: A, chart: {written}}}").slides
    sources = [slide.body[0].numbers, numbers_of(tmp_path, "tal.csv"), numbers_of(tmp_path, "tal.xlsx")]
    assert [data.series[0].values for data in sources] == [(number, 1)] * 3


@pytest.mark.parametrize(
    ("days", "danish", "english"),
    [
        ([(2024, 3, 1), (2024, 10, 31)], ["1. marts 2024", "31. okt. 2024"], ["1 Mar 2024", "31 Oct 2024"]),
        ([(2024, 3, 1), (2024, 4, 1)], ["marts 2024", "april 2024"], ["Mar 2024", "Apr 2024"]),
        ([(2023, 1, 1), (2024, 1, 1)], ["2023", "2024"], ["2023", "2024"]),
    ],
)
def test_dates_in_a_workbook_are_named_in_the_language(days, danish, english, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["", "Antal"])
    for number, day in enumerate(days, 1):
        book.active.append([date(*day), number])
    book.save(tmp_path / "tal.xlsx")
    for lang, names in (("da", danish), ("en", english)):
        path = tmp_path / "deck.yaml"
        path.write_text(f"{HEAD}slides:\n  - {{title: A, lang: {lang}, chart: {{data: tal.xlsx}}}}\n", "utf-8")
        made, _ = lay_out_deck(path)
        assert made
        chart = next(item for item in made.presentation.frames[-1].items if isinstance(item, ChartItem))
        assert words(chart) == [*names, "1", "2"]
        assert all(name in chart.alt for name in names)


def workbook(path: Path) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.active.title = "Første"
    sheet = book.create_sheet("Tal")
    for row in (["", "Mål", "Andel"], ["Ældre", 0.415, 0.25], [2024, None, 0.125]):
        sheet.append(row)
    for cell in ("B2", "C2", "C3"):
        sheet[cell].number_format = "0.0%"
    book.save(path)
    return book


def test_xlsx(tmp_path):
    workbook(tmp_path / "tal.xlsx")
    data = numbers_of(tmp_path, "{file: tal.xlsx, sheet: Tal}")
    assert data == ChartData(("Ældre", "2024"), (Series("Mål", (41.5, None)), Series("Andel", (25.0, 12.5))))


def test_a_scatter_chart_from_a_file(tmp_path):
    (tmp_path / "tal.csv").write_text("x;Nord;Syd\n1;2;3\n4,5;;6\n")
    data = numbers_of(tmp_path, "tal.csv", "type: scatter, ")
    assert data.series == (Series("Nord", (2.0,), (1.0,)), Series("Syd", (3.0, 6.0), (1.0, 4.5)))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("{file: tal.xlsx, sheet: tal}", "“tal.xlsx” has no sheet called “tal”. Did you mean `sheet: Tal`?"),
        ("{file: tal.xlsx, sheet: Andet}", "“tal.xlsx” has no sheet called “Andet”. It has `Første` and `Tal`."),
        ("tal.xlsx", "“tal.xlsx” has no table of numbers."),
        ("{file: formel.xlsx, sheet: Tal}", "Cell B2 of “formel.xlsx” is a formula whose result is not stored"),
        ("{file: ord.xlsx, sheet: Tal}", "Cell C3 of “ord.xlsx” is no number: “mange”."),
    ],
)
def test_what_is_wrong_in_a_workbook_is_told(data, said, tmp_path):
    book = workbook(tmp_path / "tal.xlsx")
    book["Tal"]["B2"] = "=1+1"
    book.save(tmp_path / "formel.xlsx")
    book["Tal"]["B2"] = 2
    book["Tal"]["C3"] = "mange"
    book.save(tmp_path / "ord.xlsx")
    path = tmp_path / "deck.yaml"
    path.write_text(f"{HEAD}slides:\n  - title: A\n    chart: {{data: {data}}}\n", "utf-8")
    (fault,) = [each for each in read(path).diagnostics if each.code != "sheets-not-read"]
    assert said in f"{fault.text()} {fault.remedy()}"
    assert fault.span is not None
    assert fault.span.line == 5


# Ticks, shades and places --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("low", "high", "decimals", "ticks"),
    [
        (0, 41, 0, [0, 10, 20, 30, 40, 50]),
        (0, 3, 0, [0, 1, 2, 3]),
        (0, 1, 0, [0, 1]),
        (0, 1, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (2.8, 4.0, 1, [2.5, 3, 3.5, 4]),
        (-12.4, 3.1, 1, [-15, -10, -5, 0, 5]),
        (51200, 61050, 0, [50000, 52500, 55000, 57500, 60000, 62500]),
        (7, 7, 0, [6, 8, 10, 12, 14]),
    ],
)
def test_ticks_are_round(low, high, decimals, ticks):
    assert nice_axis(low, high, 5, decimals).ticks == ticks


@given(st.floats(-1e9, 1e9), st.floats(0, 1e9), st.integers(2, 9), st.integers(0, 6))
def test_ticks_hold_the_data(low, span, most, decimals):
    axis = nice_axis(low, low + span, most, decimals)
    slack = 1e-6 * max(1.0, abs(low), abs(low + span))
    assert axis.low <= low + slack
    assert axis.high >= low + span - slack
    assert 1 <= len(axis.ticks) - 1 <= most


@pytest.mark.parametrize("theme", [LIGHT, DARK, grey_theme(LIGHT)], ids=["light", "dark", "grey"])
def test_surfaces_differ_without_colour(theme):
    for section in range(6):
        for one, other in combinations(surfaces(6, accent(section)), 2):
            assert one.hatch is not other.hatch or contrast(theme.hex(one.fill), theme.hex(other.fill)) >= 3


def test_lines_differ_without_colour():
    looks = strokes(6, accent(1))
    assert len({(look.marker, look.hollow) for look in looks}) == 6
    assert len({look.dash for look in without_marks(looks)}) == 6


@given(st.sampled_from(Hatch), st.floats(1, 60), st.floats(1, 60), st.floats(-50, 50), st.floats(-50, 50))
def test_hatching_stays_inside(hatch, w, h, x, y):
    box = Rect(x, y, w, h)
    for run in hatching(((x, y), (x + w, y), (x + w, y + h), (x, y + h)), 5, hatch):
        assert all(inside(Rect(px, py, 0, 0), box) for px, py in run)


NAME = st.lists(
    st.sampled_from(["Ældre", "Børn og unge", "Velfærdstransformation", "2024", "i", "Administration", "på tværs af"]),
    min_size=1, max_size=3,
).map(" ".join)  # fmt: skip
VALUE = st.one_of(st.none(), st.integers(-999, 9999).map(float), st.floats(-99, 99).map(lambda v: round(v, 2)))
POSITIVE = st.integers(0, 9999).map(float)


@st.composite
def charts(draw) -> tuple[ChartKind, bool, ChartData]:
    kind = draw(st.sampled_from(ChartKind))
    count = draw(st.integers(2, 6 if kind.round else 14))
    many = 1 if kind.round else draw(st.integers(1, 6))
    value = POSITIVE if kind.round or kind is ChartKind.AREA else VALUE
    series = []
    for n in range(many):
        values = tuple(draw(st.lists(value, min_size=count, max_size=count)))
        across = tuple(draw(st.lists(POSITIVE, min_size=count, max_size=count))) if kind is ChartKind.SCATTER else ()
        series.append(Series(draw(NAME) if many > 1 else "", values, across))
        if n == 0 and not any(values):
            series[0] = Series(series[0].name, (7.0, *values[1:]), across)
    names = () if kind is ChartKind.SCATTER else tuple(draw(st.lists(NAME, min_size=count, max_size=count)))
    return kind, kind.barred and many > 1 and draw(st.booleans()), ChartData(names, tuple(series))


def canvas(kind: ChartKind, data: ChartData, *, stacked: bool = False, paper: bool = False) -> ChartCanvas:
    return ChartCanvas(
        name="c", box=Rect(10, 20, 465, 230) if paper else Rect(56, 104, 848, 376),
        look=PAPER_CHART if paper else SLIDE_CHART, settings=TextSettings(fill=1.0), accent=accent(1), kind=kind,
        stacked=stacked, data=data, format=NumberFormat(1, "%"),
    )  # fmt: skip


SMALL_AT_THE_AXIS = ChartData(
    ("a", "b", "c", "d", "e"),
    (
        Series("k", (7.0, None, None, None, None)),
        Series("l", (None, None, None, None, 23.0)),
        Series("m", (None, None, None, None, 104.0)),
        Series("n", (1.0, None, None, None, None)),
    ),
)


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(charts(), st.booleans())
@example((ChartKind.COLUMN, True, SMALL_AT_THE_AXIS), False)
@example((ChartKind.COLUMN, False, ChartData(("Før", "Efter"), (Series("", (0.0, -1.0)),))), False)  # fmt: skip
@example((ChartKind.COLUMN, False, ChartData(("a", "b"), (Series("", (0.0, -1.0)),))), False)
@example((ChartKind.BAR, False, ChartData(("a", "b"), (Series("", (0.0, -1.0)),))), True)
@example((ChartKind.SCATTER, False, ChartData((), (Series("", (7.0, None), (0.0, 0.0)),))), True)
@example(
    (
        ChartKind.LINE,
        False,
        ChartData(("a",) * 9 + ("b b", "Ældre Velfærdstransformation"), (Series("", (None,) * 9 + (-1.0, 1383.0)),)),
    ),
    False,
)
def test_no_label_collides_and_none_leaves_its_place(given_chart, paper):
    kind, stacked, data = given_chart
    made = draw_chart(canvas(kind, data, stacked=stacked, paper=paper))
    if not made.fits:
        return
    chart = made.chart
    areas = text_of(chart.items)
    # lines of text stand a little apart inside their leading
    tight = [Rect(area.x + 0.3, area.y + area.h * 0.1, area.w - 0.6, area.h * 0.8) for area in areas]
    assert not any(overlap(one, other) for one, other in combinations(tight, 2))
    assert all(inside(area, grown(chart.box, 3.5)) for area in tight)
    assert inside(chart.plot, chart.box)
    sizes = {run.size for item in chart.items if isinstance(item, TextBox) for par in item.pars for run in par.runs}
    assert len(sizes) == 1
    assert paper or sizes <= {16, 14, 12}


@examples(15, 60)
def test_bars_are_as_long_as_their_numbers(examples):
    @settings(max_examples=examples, deadline=None)
    @given(charts())
    def holds(given_chart):
        kind, _, data = given_chart
        if not kind.barred:
            return
        made = draw_chart(canvas(kind, data))
        axis = made.chart.values
        assert isinstance(axis, Axis)
        plot, standing = made.chart.plot, made.chart.kind is ChartKind.COLUMN
        for number, series in enumerate(data.series, 1):
            for point, value in enumerate(series.values, 1):
                if value is None:
                    continue
                (bar,) = (i for i in made.chart.items if i.id == f"c/bar{number}-{point}")
                along = [y if standing else x for x, y in bar.runs[0]]
                per_unit = (plot.h if standing else plot.w) / (axis.high - axis.low)
                assert max(along) - min(along) == pytest.approx(abs(value) * per_unit, abs=1e-6)

    holds()


# On paper, and in the files ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory):
    path = tmp_path_factory.mktemp("charts") / "deck.yaml"
    path.write_text(
        DECK + "  - {title: Tal, chart: {table: yes, caption: Kilde, values: {Nord: 3, Syd: 4}}}\n", "utf-8"
    )
    made, diagnostics = lay_out_deck(path, editions=list(HANDOUTS.values()))
    assert [d.text() for d in diagnostics] == []
    return made


def test_the_handout_has_chart_caption_and_numbers(laid_out):
    items = [item for leaf in laid_out.document.pages for item in walk(leaf.items)]
    charts = [item for item in items if isinstance(item, ChartItem)]
    assert len(charts) == len(ALL) + 1
    assert all(chart.alt and not isinstance(chart, Group) for chart in charts)
    page = next(leaf for leaf in laid_out.document.pages if charts[-1] in leaf.items)
    after = page.items[page.items.index(charts[-1]) + 1 :]
    said = [par.plain for item in after if isinstance(item, TextBox) for par in item.pars]
    assert "Kilde" in said
    (table,) = (item for item in after if hasattr(item, "rows"))
    assert [[cell.pars[0].plain for cell in row.cells] for row in table.rows][-2:] == [["Nord", "3"], ["Syd", "4"]]


def sizes_on(items: Iterable[Item]) -> set[float]:
    boxes = [item for item in items if isinstance(item, TextBox)]
    cells = [cell for item in items if isinstance(item, TableItem) for row in item.rows for cell in row.cells]
    return {run.size for held in (*boxes, *cells) for par in held.pars for run in par.runs}


def test_large_print_says_everything_in_large_print(laid_out):
    items = [item for page in laid_out.documents[Edition.LARGE_PRINT].pages for item in page.items]
    small = [item for item in items if isinstance(item, ChartItem) and min(sizes_on(item.items)) < 18]
    assert [chart.id for chart in small] == ["upward/1"]
    for chart in small:
        tables = [item for item in items if isinstance(item, TableItem) and item.id.startswith(f"{chart.id}/")]
        reported = [cell.pars[0].plain for table in tables for row in table.rows for cell in row.cells if cell.pars]
        assert set(chart.data.categories) <= set(reported)
        assert min(sizes_on(tables)) >= 18


@pytest.mark.parametrize("looks", some(["paper: a5", "density: compact", "paper: letter", "density: normal"]))
def test_charts_fit_other_papers(looks, tmp_path):
    path = tmp_path / "deck.yaml"
    path.write_text(f"{DECK}handout: {{{looks}}}\n", "utf-8")
    made, diagnostics = lay_out_deck(path)
    assert made, [d.text() for d in diagnostics]
    width = max(page.width for page in made.document.pages)
    charts = [item for page in made.document.pages for item in page.items if isinstance(item, ChartItem)]
    assert len(charts) == len(ALL)
    for chart in charts:
        assert chart.box.w < width
        assert all(inside(area, grown(chart.box, 3.5)) for area in text_of(chart.items))
        assert min(sizes_on(chart.items)) >= 9


def test_numbers_stand_in_for_a_chart_that_does_not_fit_the_page(tmp_path):
    path = tmp_path / "deck.yaml"
    names = ", ".join(f"Navn nummer {number} i rækken: {number}" for number in range(1, 41))
    content = f"slides:\n  - {{title: A, chart: {{type: line, values: {{{names}}}}}}}\nhandout: {{paper: a5}}\n"
    path.write_text(HEAD + content, "utf-8")
    made, diagnostics = lay_out_deck(path)
    assert made, [d.text() for d in diagnostics]
    items = [item for page in made.document.pages for item in page.items]
    assert not any(isinstance(item, ChartItem) for item in items)
    reported = [
        cell.pars[0].plain for item in items if isinstance(item, TableItem) for row in item.rows for cell in row.cells
    ]
    assert "Navn nummer 40 i rækken" in reported


@pytest.fixture(scope="module")
def files(laid_out, tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    made = {"charts.pptx": PaperKind.SLIDES, "charts.pdf": PaperKind.SLIDES_PDF}
    for name, kind in made.items():
        (folder / name).write_bytes(render_paper(laid_out, kind))
    for name, edition in HANDOUTS.items():
        (folder / name).write_bytes(render_paper(laid_out, PaperKind.HANDOUT, edition))
    return folder


def test_the_same_chart_gives_the_same_bytes(laid_out):
    assert render_paper(laid_out, PaperKind.SLIDES) == render_paper(laid_out, PaperKind.SLIDES)


def cached(element: ElementTree.Element | None) -> list[str | None]:
    """The texts or numbers that a series keeps, with nothing where there are none."""
    if element is None:
        return []
    count = next(element.iter(f"{C}ptCount"))
    found: list[str | None] = [None] * int(count.get("val", 0))
    for point in element.iter(f"{C}pt"):
        found[int(point.get("idx", 0))] = point.findtext(f"{C}v")
    return found


def cells(book: openpyxl.Workbook, formula: str) -> list[object]:
    """What stands in the cells of a formula."""
    sheet, _, area = formula.replace("$", "").partition("!")
    found = book[sheet][area]
    return [cell.value for (cell,) in found] if isinstance(found, tuple) else [found.value]


def test_chart_workbook_and_deck_have_the_same_numbers(laid_out, files):
    charts = [i for f in laid_out.presentation.frames for i in f.items if isinstance(i, ChartItem)]
    with zipfile.ZipFile(files / "charts.pptx") as package:
        for number, chart in enumerate(charts, 1):
            part = ElementTree.fromstring(package.read(f"ppt/charts/chart{number}.xml"))  # noqa: S314 - our own
            book = openpyxl.load_workbook(io.BytesIO(package.read(f"ppt/embeddings/chart{number}.xlsx")))
            for series, own in zip(part.iter(f"{C}ser"), chart.data.series, strict=True):
                tags = ("cat", "val") if chart.data.categories else ("xVal", "yVal")
                wanted = (list(chart.data.categories or own.across), list(own.values))
                for tag, values in zip(tags, wanted, strict=True):
                    element = series.find(f"{C}{tag}")
                    kept = cached(element)
                    assert [v if v is None or tag == "cat" else float(v) for v in kept] == values
                    assert cells(book, next(element.iter(f"{C}f")).text) == values
            ids = [int(axis.get("val", 0)) for axis in part.iter(f"{C}axId")]
            assert min(ids, default=1) > 0
            sizes = {int(e.get("sz", 0)) for tag in ("defRPr", "rPr") for e in part.iter(f"{A}{tag}")}
            assert sizes <= {1600, 1400, 1200}
            assert {e.get("lang") for e in part.iter(f"{A}defRPr")} == {"da-DK"}
            assert {e.get("typeface") for e in part.iter(f"{A}latin")} == {"+mn-lt"}


def test_a_new_point_of_a_series_is_labelled_like_the_others():
    """Every value of these has a label. So it stands on the series, and on a point only where it differs."""
    presentation = lay_out_yaml(f"- {{title: A, chart: {{alt: b, {ALL['clustered']}}}}}")[0]
    with zipfile.ZipFile(io.BytesIO(pptx.write(presentation, LIGHT))) as archive:
        chart = next(archive.read(name) for name in archive.namelist() if name.startswith("ppt/charts/chart"))
    for labels in ElementTree.fromstring(chart).iter(f"{C}dLbls"):  # noqa: S314 - our own
        assert (labels.find(f"{C}showVal").get("val"), labels.findall(f"{C}dLbl")) == ("1", [])


def test_the_file_is_sound_and_accessible(files):
    assert structure.problems(files / "charts.pptx") == []
    assert accessibility.findings(files / "charts.pptx") == []


@pytest.mark.slow
def test_microsofts_validator_finds_nothing(files):
    assert tools.sdk_errors(files / "charts.pptx") == []


@pytest.mark.slow
def test_the_second_validator_finds_nothing(files):
    assert tools.audit_errors(files / "charts.pptx") == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["charts.pdf", *HANDOUTS])
def test_the_pdf_is_accessible(files, name):
    assert tools.page_validation_errors(files / name) == []


def test_a_dark_theme_writes_charts_too():
    presentation, _ = lay_out_yaml(f"- {{title: A, chart: {{{TWO}}}}}")
    assert pptx.write(presentation, DARK)
