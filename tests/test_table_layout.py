"""Tables: texts and a width in, columns and rows in points out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from deckbuild.diagnostics import SourceFile, Span
from deckbuild.fonts.faces import Style
from deckbuild.frame.items import Anchor, Border, TableItem, TableRow
from deckbuild.layout.table import (
    TableColumn,
    TableLook,
    body_row,
    column_widths,
    columns_of,
    grown,
    head_row,
    least_widths,
    table_item,
    words_fit,
)
from deckbuild.layout.text.paragraph import TextSettings, text_width
from deckbuild.model.text import Run, Text, plain
from deckbuild.model.theme import HAIR, INK, SOFT, Step
from deckbuild.units import Rect
from decks import lay_out_yaml, walk

STEP = Step(20, 28)
PAPER = TextSettings(fill=1.0)
LOOK = TableLook(step=STEP, head="3F5F8A", padding=6, head_padding=5, head_rule=2, gutter=16)
GUTTER = 9
EXTRA = GUTTER + 1
"""What a column is wider than its text: the gutter, and a point against rounding."""


def wide(text: str, *, bold: bool = False) -> float:
    """How wide a text is on one line, in points."""
    return text_width(text, Style.BOLD if bold else Style.REGULAR, STEP.size)


def cells(row: str) -> list[Text]:
    return [plain(cell) for cell in row.split("|")]


def columns(rows: list[str], width: float = 400, **options: Any) -> tuple[float, ...]:
    """The widths of the columns; the first row is the head."""
    options = {"head_column": False, "settings": PAPER, **options}
    heads, *body = map(cells, rows)
    return column_widths(heads, body, width, STEP, GUTTER, **options)


def halves(word: str, *, anywhere: bool = False) -> tuple[int, ...]:  # noqa: ARG001
    return (len(word) // 2,) if len(word) > 3 else ()


@pytest.mark.parametrize("width", [150.0, 400.0, 864.0])
@pytest.mark.parametrize(
    "options", [{}, {"hanging": 120.0}, {"divided": halves}, {"settings": TextSettings(fill=0.98)}]
)
@pytest.mark.parametrize("named", [False, True])
@pytest.mark.parametrize(
    "rows",
    [
        ["a"],
        ["|", "|"],
        ["Tid|Hvad", "9.00|Tjek ind", "9.20|Oplæg og øvelse"],
        ["a|b|c", "kort|" + "en længere sætning " * 6 + "|noget midt imellem de to"],
        ["a|b|c", "|".join(["mmmm mmm " * 9] * 3)],
        ["Arbejdsmiljørepræsentantskabsmøderne|b", "mmmmmmmmmmmmmmmmmmmmmmmmmmm|c"],
        ["a|b", "m " * 40 + "|" + "m " * 41],
    ],
)
def test_the_columns_fill_the_width(rows: list[str], named: bool, options: dict[str, Any], width: float):
    found = columns(rows, width, head_column=named, **options)
    assert sum(found) == pytest.approx(width, abs=0.01)
    assert min(found) > 0


def test_the_columns_of_a_slide_reach_from_edge_to_edge():
    presentation, _ = lay_out_yaml("- {title: A, table: {columns: [Tid, Hvad], rows: [[9.00, Tjek ind]]}}")
    table = next(item for item in walk(presentation.frames[1].items) if isinstance(item, TableItem))
    assert sum(table.widths) == pytest.approx(table.box.w)
    assert (table.box.x, table.box.right) == (56, 904)


@pytest.mark.parametrize(
    ("rows", "options", "own"),
    [
        (["a|b", "mm|mmmm"], {}, [wide("mm"), wide("mmmm")]),
        (["mmm|b", "mm|mmmm"], {}, [wide("mmm", bold=True), wide("mmmm")]),
        (["a|b", "mm|mmmm"], {"head_column": True}, [wide("mm", bold=True), wide("mmmm")]),
        (["a|b", "mm|mmmm"], {"settings": TextSettings(fill=0.5)}, [2 * wide("mm"), 2 * wide("mmmm")]),
        (["a|", "mm|"], {}, [wide("mm"), 0]),
        (["a|b", "mm|mmmm mm"], {}, [wide("mm"), wide("mmmm mm")]),
    ],
    ids=["texts", "a bold head", "bold names", "half a line filled", "an empty column", "several words"],
)
def test_where_all_texts_fit_on_one_line_the_columns_grow_alike(
    rows: list[str], options: dict[str, Any], own: list[float]
):
    wanted = [width + EXTRA for width in own]
    assert columns(rows, **options) == pytest.approx([400 * want / sum(wanted) for want in wanted])


@pytest.mark.parametrize(
    ("rows", "hanging", "first"),
    [
        (["a|b", "mm|mmmm"], 150, 150),
        (["a|b|c", "mm|mmmm|mm"], 150, 150),
        (["a|b", "mmmmmm|mmmm"], 60, wide("mmmmmm", bold=True) + EXTRA),
        # as long as the other columns just fit beside it
        (["a|b", "mmm|" + "m" * 14], 150, 150),
        # the other columns need more than is left: the first gives way
        (["a|b", "mm|" + "m" * 15], 150, 59.7),
        (["a", "mm"], 150, 400),
    ],
)
def test_a_column_of_names_is_as_wide_as_the_hanging_indent_of_running_text(
    rows: list[str], hanging: float, first: float
):
    assert columns(rows, head_column=True, hanging=hanging)[0] == pytest.approx(first, abs=0.1)


def test_after_the_names_the_other_columns_grow_alike():
    wanted = [wide("mmmm") + EXTRA, wide("mm") + EXTRA]
    found = columns(["a|b|c", "mm|mmmm|mm"], head_column=True, hanging=150)
    assert found == pytest.approx([150, *(250 * want / sum(wanted) for want in wanted)])
    assert columns(["a|b", f"{'m' * 6}|{'m' * 12}"], head_column=True, hanging=150) == pytest.approx([150, 250])


def test_without_names_the_first_column_does_not_hang():
    assert columns(["a|b", "mm|mmmm"], hanging=150) == columns(["a|b", "mm|mmmm"])


def sentence(words: int) -> str:
    return " ".join(["mm"] * words)


def test_long_texts_share_what_is_left_by_the_root_of_what_they_lack():
    """Both columns hold the word ``mm``; one lacks 36 words more than that, the other 9: it gets half as much."""
    least = wide("mm") + EXTRA
    spare = 400 - 2 * least
    found = columns(["a|b", f"{sentence(37)}|{sentence(10)}"])
    assert found == pytest.approx([least + spare * 2 / 3, least + spare / 3])


def test_a_column_gets_no_more_than_its_text_while_others_lack_room():
    short, long = wide("mm i") + EXTRA, wide("mm") + EXTRA
    found = columns(["a|b|c", f"mm i|{sentence(37)}|{sentence(10)}"])
    spare = 400 - short - 2 * long
    assert found[0] == pytest.approx(short)
    assert found[1:] == pytest.approx([long + spare * 2 / 3, long + spare / 3], abs=0.3)


def test_a_column_that_lacks_nothing_takes_nothing_from_the_others():
    word = wide("mm") + EXTRA
    spare = 400 - 3 * word
    found = columns(["a|b|c", f"mm|{sentence(37)}|{sentence(10)}"])
    assert found == pytest.approx([word, word + spare * 2 / 3, word + spare / 3])


@pytest.mark.parametrize(("spare", "first"), [(0.3, 0.15), (0.8, 0.8 * 2 / 3)], ids=["alike", "by the root"])
def test_less_than_half_a_point_is_not_worth_a_root(spare: float, first: float):
    least = wide("mm") + EXTRA
    found = columns(["a|b", f"{sentence(37)}|{sentence(10)}"], 2 * least + spare)
    assert found == pytest.approx([least + first, least + spare - first], abs=0.001)


def test_a_word_that_is_narrower_whole_than_with_a_hyphen_needs_no_more_than_its_own_width():
    assert wide("ii") < wide("i-")
    found = columns(["|b|c", f"i\u00adi|{sentence(37)}|{sentence(10)}"])
    assert found[0] == pytest.approx(wide("ii") + EXTRA, abs=0.1)


def test_words_that_do_not_fit_side_by_side_shrink_their_columns_alike():
    least = [wide("m" * 10) + EXTRA, wide("m" * 8) + EXTRA, wide("m" * 10) + EXTRA]
    found = columns(["a|b|c", f"{'m' * 10}|{'m' * 8}|{'m' * 10}"])
    assert sum(least) > 400
    assert found == pytest.approx([400 * width / sum(least) for width in least])


def test_an_endless_word_is_torn_rather_than_those_beside_it():
    assert columns(["a|b", f"{'m' * 40}|{'m' * 40}"]) == pytest.approx([200, 200])
    assert columns(["a|b", f"{'m' * 40}|{'m' * 7}"])[1] >= wide("m" * 7) + EXTRA


@pytest.mark.parametrize(
    ("first", "second", "as_if"),
    [
        # whole words fit: they are not divided
        ("m" * 12, sentence(40), ("m" * 12, sentence(40))),
        # they don't, their halves do
        ("m" * 16, "m" * 20, ("mmmmmmmm- " + "m" * 8, "mmmmmmmmmm- " + "m" * 10)),
        # not even their halves do: then they are whole
        ("m" * 30, "m" * 40, ("m" * 30, "m" * 40)),
    ],
)
def test_words_count_as_divided_only_where_that_lets_all_of_them_fit(first: str, second: str, as_if: tuple[str, str]):
    found = columns(["a|b", f"{first}|{second}"], divided=halves)
    assert found == pytest.approx(columns(["a|b", "|".join(as_if)]), abs=3)


@pytest.mark.parametrize(
    ("cell", "widest"),
    [
        ("mmm mm", "mmm"),
        ("mm-mmm", "mmm"),
        ("mmm-mm", "mmm-"),
        ("mm\u00admmm", "mmm"),
        ("mmm\u00admm", "mmm-"),
        ("9.00–9.20", "9.00–9.20"),
        ("", ""),
    ],
)
def test_a_column_never_falls_under_its_widest_word(cell: str, widest: str):
    rows = [cells("a|b"), cells(f"{cell}|m")]
    (least, _) = least_widths([cells("|"), *rows[1:]], STEP, GUTTER, head_column=False, settings=PAPER)
    assert least == pytest.approx(wide(widest) + EXTRA)


@pytest.mark.parametrize(
    ("rows", "options", "widest"),
    [
        (["mmm|a", "mmm|b"], {}, wide("mmm", bold=True)),
        (["a|a", "mmm|b"], {"head_column": True}, wide("mmm", bold=True)),
        (["a|a", "mmm|b"], {"settings": TextSettings(fill=0.5)}, 2 * wide("mmm")),
        (["a|a", "mmmmmm|b"], {"divided": halves}, wide("mmm-")),
        (["a|a", "mmmmmm|b"], {}, wide("mmmmmm")),
    ],
)
def test_bold_and_divided_words_are_measured_as_they_are_set(rows: list[str], options: dict[str, Any], widest: float):
    options = {"head_column": False, "settings": PAPER, **options}
    found = least_widths([cells(row) for row in rows], STEP, GUTTER, **options)
    assert found[0] == pytest.approx(widest + EXTRA)


@pytest.mark.parametrize(
    ("widths", "options", "fits"),
    [
        ((wide("mmmmmm") + EXTRA, 100), {}, True),
        ((wide("mmmmmm") + EXTRA - 1, 100), {}, False),
        ((wide("mmmmmm") + EXTRA, wide("mmm") + EXTRA - 1), {}, False),
        ((wide("mmm-") + EXTRA, 100), {"divided": halves}, True),
        ((wide("mmm-") + EXTRA - 1, 100), {"divided": halves}, False),
        ((wide("mmmmmm") + EXTRA, 100), {"head_column": True}, False),
        ((wide("mmmmmm") + EXTRA, 100), {"settings": TextSettings(fill=0.9)}, False),
    ],
)
def test_words_fit_when_each_fits_its_column(widths: tuple[float, float], options: dict[str, Any], fits: bool):
    rows = [cells("a|b"), cells("mmmmmm|mmm")]
    assert words_fit(rows, widths, STEP, GUTTER, **{"head_column": False, "settings": PAPER, **options}) is fits


def test_no_columns_have_no_widths():
    assert column_widths([], [], 400, STEP, GUTTER, head_column=True) == ()
    assert words_fit([], [], STEP, GUTTER, head_column=True)


# Rows


def head(row: str, widths: tuple[float, ...], settings: TextSettings = PAPER) -> TableRow:
    columns = columns_of([cells(row)], head_column=False)
    return head_row(cells(row), columns, widths, LOOK, settings)


def body(row: str, widths: tuple[float, ...], settings: TextSettings = PAPER, *, head_column: bool = False) -> TableRow:
    return body_row(cells(row), columns_of([cells(row)], head_column=head_column), widths, LOOK, settings)


def lines(row: TableRow) -> list[list[str]]:
    """The lines of each cell."""
    return [
        ["".join(piece.run.text for piece in line.pieces) for par in cell.pars for line in par.lines]
        for cell in row.cells
    ]


@pytest.mark.parametrize(
    ("row", "made"),
    [
        ("a|b", [["a"], ["b"]]),
        ("mmmm mmmm|b", [["mmmm", "mmmm"], ["b"]]),
        ("a|mmmm mmmm mmmm", [["a"], ["mmmm", "mmmm", "mmmm"]]),
        ("mmmm mmmm|mmmm mmmm mmmm", [["mmmm", "mmmm"], ["mmmm", "mmmm", "mmmm"]]),
        ("|", [[""], [""]]),
    ],
)
def test_a_row_is_as_high_as_its_fullest_cell(row: str, made: list[list[str]]):
    widths = (100.0, 84.0)
    most = max(map(len, made))
    for found, around in ((body(row, widths), 6 + 6), (head(row.replace("mmmm", "mmm"), widths), 0 + 5)):
        assert found.height == most * 28 + around
        assert [len(cell) for cell in lines(found)] == [len(cell) for cell in made]
    assert lines(body(row, widths)) == made


@pytest.mark.parametrize(
    ("row", "body_tops", "head_tops"),
    [
        ("a|b", [6, 6], [0, 0]),
        ("mmm mmm|b", [6, 6], [0, 28]),
        ("a|mmm mmm mmm", [6, 6], [56, 0]),
    ],
)
def test_the_text_of_a_row_stands_at_its_top_and_that_of_the_head_on_its_rule(
    row: str, body_tops: list[float], head_tops: list[float]
):
    widths = (84.0, 68.0)
    assert [cell.text_top for cell in body(row, widths).cells] == body_tops
    assert [cell.text_top for cell in head(row, widths).cells] == head_tops
    assert {cell.anchor for cell in body(row, widths).cells} == {Anchor.TOP}
    assert {cell.anchor for cell in head(row, widths).cells} == {Anchor.BOTTOM}
    assert {cell.inset[1::2] for cell in body(row, widths).cells} == {(6, 6)}
    assert {cell.inset[1::2] for cell in head(row, widths).cells} == {(0, 5)}


def test_all_columns_but_the_last_keep_a_gutter():
    text = "mmm mmm"
    just = wide(text) + 0.4
    assert lines(body(f"{text}|{text}", (just, just))) == [["mmm", "mmm"], [text]]
    assert lines(body(f"{text}|{text}", (just + 16, just))) == [[text], [text]]
    assert lines(body(f"{text}|{text}", (just + 16, just - 0.8))) == [[text], ["mmm", "mmm"]]
    assert lines(body(f"{text}|{text}", (just + 15.2, just))) == [["mmm", "mmm"], [text]]
    assert [cell.inset[::2] for cell in body("a|b|c", (50, 50, 50)).cells] == [(0, 16), (0, 16), (0, 0)]


def test_on_a_slide_the_cells_keep_a_margin_too_so_that_powerpoint_breaks_no_line_elsewhere():
    gutters = [cell.inset[2] for cell in body("a|b", (100, 100), TextSettings(fill=0.98)).cells]
    assert gutters == pytest.approx([16 + 84 * 0.015, 100 * 0.015])


@pytest.mark.parametrize(
    ("made", "headers", "bold", "rule"),
    [
        (head, [True, True, True], [True, True, True], Border(2, "3F5F8A")),
        (body, [False, False, False], [False, False, False], Border(0.75, HAIR)),
        (partial(body, head_column=True), [True, False, False], [True, False, False], Border(0.75, HAIR)),
    ],
    ids=["head", "row", "row with a name"],
)
def test_heads_are_bold_and_each_row_has_its_rule(
    made: Callable[..., TableRow], headers: list[bool], bold: list[bool], rule: Border
):
    row = made("a|b|c", (50, 50, 50))
    assert [cell.header for cell in row.cells] == headers
    assert [cell.pars[0].runs[0].style is Style.BOLD for cell in row.cells] == bold
    assert [cell.bottom for cell in row.cells] == [rule] * 3


def test_a_column_may_have_its_own_ink():
    def inks(row: TableRow) -> list[str]:
        return [cell.pars[0].runs[0].color for cell in row.cells]

    assert inks(head("a|b", (50, 50))) == ["3F5F8A", "3F5F8A"]
    assert inks(body("a|b", (50, 50))) == [INK, INK]
    rest = ((TableColumn(color=SOFT), TableColumn()), (50, 50), LOOK, PAPER)
    assert inks(head_row(cells("a|b"), *rest)) == [SOFT, "3F5F8A"]
    assert inks(body_row(cells("a|b"), *rest)) == [SOFT, INK]


def test_the_gutter_of_the_head_may_be_another():
    look = replace(LOOK, head_gutter=7)
    rest = ((TableColumn(), TableColumn()), (50, 50), look, PAPER)
    assert [cell.inset[2] for cell in head_row(cells("a|b"), *rest).cells] == [7, 0]
    assert [cell.inset[2] for cell in body_row(cells("a|b"), *rest).cells] == [16, 0]


def test_a_row_has_a_cell_for_every_column():
    with pytest.raises(ValueError, match="zip"):
        body("a", (50, 50))
    with pytest.raises(ValueError, match="zip"):
        body("a|b|c", (50, 50))
    with pytest.raises(ValueError, match="zip"):
        columns(["a|b", "a"])


def test_a_cell_keeps_its_place_in_the_deck():
    place = Span(SourceFile(Path("deck.yaml"), "[a, b]"), 1, 2, 1, 3)
    row = body_row([Text((Run("a"),), place), plain("b")], (TableColumn(), TableColumn()), (50, 50), LOOK, PAPER)
    assert [cell.span for cell in row.cells] == [place, None]


def test_a_table_is_as_large_as_its_columns_and_rows():
    widths = (100.0, 84.0)
    rows = [head("a|b", widths), body("mmmm mmmm|b", widths), body("c|d", widths)]
    table = table_item("t", 48, 100, widths, rows, head_rows=1, head_column=True, alt="Dagen")
    assert table.box == Rect(48, 100, 184, 33 + 68 + 40)
    assert (table.id, table.widths, table.rows) == ("t", widths, tuple(rows))
    assert (table.head_rows, table.head_column, table.alt) == (1, True, "Dagen")
    assert table_item("t", 48, 100, widths, rows[1:], head_rows=0, head_column=False).head_rows == 0


@pytest.mark.parametrize(("high", "grown_to"), [(60, 60), (40, 40), (20, 40)])
def test_a_row_can_grow_and_never_shrinks(high: float, grown_to: float):
    row = body("a|b", (50, 50))
    assert grown(row, high).height == grown_to
    assert grown(row, high).cells == row.cells
