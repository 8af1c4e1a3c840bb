"""Tables of numbers: figures stand flush right, signs before decimals in line, and a sum under a rule in bold."""

from __future__ import annotations

import pytest

from deckbuild.frame.items import Border, TableItem
from deckbuild.layout.decimals import are_figures, decimals_of
from deckbuild.model.theme import INK
from deckbuild.pipeline.lay_out import lay_out_deck
from decks import lay_out_yaml, read_deck, walk

SUM_RULE = Border(1.5, INK)


@pytest.mark.parametrize(
    ("figures", "hanging"),
    [
        (["41,2", "3,1", "102,4"], [0, 0, 0]),  # all have one decimal: flush right is in line
        (["12", "3"], [0, 0]),
        (["1.200", "3,5", "12,25"], [1.39, 0.56, 0]),  # 1.200 is a whole number, since a comma is before decimals
        (["1,125", "0,5"], [0, 1.11]),  # 1,125 is none
        (["1,200", "3.5"], [0.83, 0]),
        (["41,25 %", "2 %", "–"], [0, 1.39, 0]),
        (["−28 %", "+303 %"], [0, 0]),
    ],
)
def test_figures_leave_free_at_their_right_what_decimals_of_others_need(figures, hanging):
    assert are_figures(figures)
    found = decimals_of(figures)
    assert [round(found.hang(text), 2) if found else 0 for text in figures] == hanging


def table(yaml: str) -> TableItem:
    """Return the table of the only slide."""
    presentation, found = lay_out_yaml(f"- title: A\n  table: {yaml}")
    assert [each.text() for each in found] == []
    return next(item for item in walk(presentation.frames[1].items) if isinstance(item, TableItem))


def summed(item: TableItem) -> bool:
    """Whether the last row is set as a sum."""
    above, last = item.rows[-2:]
    ruled = {cell.bottom for cell in above.cells} == {SUM_RULE}
    bold = all(piece.run.style.bold for cell in last.cells for line in cell.pars[0].lines for piece in line.pieces)
    assert ruled == bold
    return ruled


@pytest.mark.parametrize(
    ("rows", "sums"),
    [
        ("rows: [[Telefon, '41,2'], [Chat, '3,1'], [I alt, '44,3']]", True),
        ("rows: [[Telefon, '41,2'], [Chat, '3,1'], ['Total:', '44,3']]", True),
        ("rows: [[Telefon, '41,2'], [Chat, '3,1'], [Post, '44,3']]", False),
        ("rows: [[Telefon, '41,2'], [Chat, '3,1'], [Post, '44,3']], sum: yes", True),
        ("rows: [[Telefon, '41,2'], [Chat, '3,1'], [I alt, '44,3']], sum: no", False),
        ("rows: [[Telefon, ring først], [I alt, svar så]]", False),
    ],
)
def test_a_sum_is_told_by_its_name_or_by_the_author(rows, sums):
    item = table(f"{{columns: [Kanal, Antal], {rows}}}")
    assert summed(item) is sums
    assert [cell.header for row in item.rows[1:] for cell in row.cells] == [True, False] * (len(item.rows) - 1)


def test_figures_of_a_table_stand_in_line_where_there_is_room():
    item = table("{columns: [Post, Beløb], rows: [[Løn, '1.200'], [Mad, '12,25'], [Kørsel, '3,5']]}")
    insets = [row.cells[1].inset[2] for row in item.rows]
    size = item.rows[1].cells[1].pars[0].runs[0].size
    assert insets == [0, pytest.approx(1.39 * size, abs=0.1), 0, pytest.approx(0.556 * size, abs=0.1)]


def test_a_long_table_has_its_sum_on_the_last_slide_alone():
    rows = ", ".join(f"[Nr. {n}, '{n}']" for n in range(60))
    presentation, _ = lay_out_yaml(f"- title: A\n  table: {{columns: [Post, Beløb], rows: [{rows}, [I alt, '1.770']]}}")
    made = [i for frame in presentation.frames[1:] for i in walk(frame.items) if isinstance(i, TableItem)]
    assert [summed(item) for item in made] == [False] * (len(made) - 1) + [True]


def test_paper_has_the_sum_too(tmp_path):
    deck = tmp_path / "deck.yaml"
    rows = "[[Telefon, '41,2'], [Chat, '3,1'], [I alt, '44,3']]"
    deck.write_text(f"deck: {{title: A}}\nslides:\n- title: B\n  table: {{columns: [Kanal, Antal], rows: {rows}}}\n")
    made, _ = lay_out_deck(deck)
    assert made
    tables = [i for page in made.document.pages for i in walk(page.items) if isinstance(i, TableItem)]
    assert [summed(item) for item in tables] == [True]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("-4,0", "−4,0"),
        ("-28 %", "−28 %"),
        ("-1.200 kr.", "−1.200 kr."),
        ("−3", "−3"),
        ("-", "-"),
        ("-a", "-a"),
        ("-4 til -2", "-4 til -2"),
    ],
)
def test_a_number_below_nought_has_a_minus_sign(written: str, shown: str) -> None:
    deck = read_deck(f'- title: T\n  table: {{columns: [a, b], rows: [["x", "{written}"], ["y", "1"]]}}\n')
    (table,) = deck.slides[0].body
    assert table.rows[0][1].plain.replace("\u00a0", " ") == shown
