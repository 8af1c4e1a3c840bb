"""Short content: what counts as short, how large it is set, and where it stands."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest

from deckbuild.frame.document import Frame
from deckbuild.frame.items import Role, TableItem, TextBox
from deckbuild.layout.text.evening import even_width
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, set_par
from deckbuild.model.text import plain
from deckbuild.model.theme import Step
from decks import lay_out_yaml, pptx_parts

ONE = "Hvornår blev du sidst overrasket?"
TWO = "Hvornår blev du sidst overrasket af en borger, og hvad gjorde du ved det?"
TEXTS = {Role.BODY, Role.BODY2, Role.BELOW}
LONG = f"{TWO} Skriv det ned, så godt du kan huske det, før vi går videre."


def frame(kind: str, entries: list[str], title: str = "A") -> Frame:
    """Lay out a slide with a list of entries."""
    presentation, found = lay_out_yaml(f"- title: {title}\n  {kind}: {json.dumps(entries, ensure_ascii=False)}")
    assert [d.text() for d in found] == []
    return presentation.frames[1]


def text(made: Frame) -> TextBox:
    """Return the text of a slide."""
    return next(item for item in made.items if isinstance(item, TextBox) and item.role is Role.BODY)


@pytest.mark.parametrize(
    ("kind", "entries", "size"),
    [
        ("reflection", [ONE], 44),
        ("reflection", [ONE] * 3, 40),
        ("reflection", [ONE] * 5, 36),
        ("reflection", [ONE] * 6, 24),  # too many
        ("reflection", [TWO] * 3, 36),
        ("reflection", [TWO] * 4, 24),  # too high
        ("reflection", [LONG], 44),
        ("reflection", [LONG, LONG], 24),  # too many lines
        ("bullets", ["Lyt"], 44),
        ("bullets", [ONE] * 4, 36),
        ("bullets", [ONE] * 5, 36),
        ("bullets", [ONE] * 6, 28),
        ("bullets", [ONE] * 7, 24),
        ("bullets", [TWO] * 3, 36),
        ("bullets", [TWO] * 4, 24),
        ("bullets", [LONG, LONG], 24),
        ("numbered", [ONE] * 4, 36),
        ("bullets", ["Sig, hvad du har hørt, og spørg, om det er rigtigt"], 36),  # rather than 44 in two lines
    ],
)
def test_short_content_is_set_in_the_largest_step_that_fits(kind: str, entries: list[str], size: float):
    assert {run.size for par in text(frame(kind, entries)).pars for run in par.runs} == {size}


@pytest.mark.parametrize(
    ("words", "size"),
    [("Lyt.", 56), (ONE, 48), (TWO, 56), (LONG, 48), (f"{LONG} {LONG}", 24)],
)
def test_one_paragraph_is_a_statement(words: str, size: float):
    presentation, _ = lay_out_yaml(f"- title: A\n  text: {json.dumps(words)}")
    assert text(presentation.frames[1]).pars[0].runs[0].size == size


TALK = "bullets: [{text: En samtale, sub: [Hvem, Hvor]}]"
LISTS = "columns: [{head: Før, bullets: [Ring, Læs]}, {head: Efter, bullets: [Skriv]}]"


@pytest.mark.parametrize(
    ("body", "size"),
    [
        (TALK, 36),  # an inner list
        ("bullets: {head: Husk, items: [Lyt, Spørg]}", 36),
        (r'text: "Lyt.\n\nSpørg."', 36),
        ("body: [text: Husk, bullets: [Lyt, Spørg]]", 36),
        (f"body: [{{{TALK}}}, quote: Hold fast i det]", 36),
        (f"body: [{{{TALK}}}, quote: {ONE} {ONE}]", 36),
        (f'body: [{{{TALK}}}, quote: "{LONG}"]', 24),  # too many lines
        (LISTS, 36),
        (f"body: [text: Husk, {LISTS}]", 36),
        ("body: [text: Husk, reflection: [Hvad?]]", 24),  # questions have numbers beside them
    ],
)
def test_several_short_texts_are_set_large_together(body: str, size: float):
    presentation, found = lay_out_yaml(f"- title: A\n  {body}")
    assert [d.text() for d in found] == []
    boxes = [item for item in presentation.frames[1].items if isinstance(item, TextBox) and item.role in TEXTS]
    assert min(run.size for box in boxes for par in box.pars for run in par.runs) == size
    middle = (min(box.box.y for box in boxes) + max(box.box.bottom for box in boxes)) / 2
    assert (middle == pytest.approx(280, abs=8)) == (size > 24)


def test_what_belongs_together_stands_closer():
    presentation, _ = lay_out_yaml(f"- title: A\n  {TALK}\n- title: B\n  bullets: {{head: Husk, items: [Lyt, Spørg]}}")
    inner, headed = (text(made).pars for made in presentation.frames[1:])
    assert [round(b.top - a.top - a.height) for a, b in pairwise(inner)] == [12, 12]
    assert [round(b.top - a.top - a.height) for a, b in pairwise(headed)] == [12, 29]


@pytest.mark.parametrize(("title", "middle"), [("A", 280), ("Velfærdstransformation " * 4, 298)])
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_it_stands_in_the_optical_middle_of_its_room(count: int, title: str, middle: float):
    box = text(frame("bullets", [ONE] * count, title)).box
    assert box.y + box.h / 2 == pytest.approx(middle)
    assert box.x == 56


def test_questions_have_their_numbers_beside_them_and_equal_white_between():
    pars = text(frame("reflection", [TWO, ONE, TWO])).pars
    assert {par.indent for par in pars} == {144}
    assert len({b.top - a.top - a.height for a, b in pairwise(pars)}) == 1


def test_its_layout_holds_it_in_the_middle_so_that_lines_added_stay_there():
    parts = pptx_parts(f"- title: A\n  bullets: [{', '.join([ONE] * 3)}]")
    slide = parts["ppt/slides/slide2.xml"].decode()
    related = parts["ppt/slides/_rels/slide2.xml.rels"].decode()
    layout = parts["ppt/" + re.findall(r"slideLayouts/slideLayout\d+\.xml", related)[0]].decode()
    body = next(shape for shape in re.findall(r"<p:sp>.*?</p:sp>", slide, re.DOTALL) if 'idx="1"' in shape)
    assert "<a:xfrm" not in body
    assert "anchor=" not in body
    assert " sz=" not in body
    assert 'anchor="ctr"' in next(s for s in re.findall(r"<p:sp>.*?</p:sp>", layout, re.DOTALL) if 'idx="1"' in s)


CARDS = """
- title: A
  cards: [{head: Ro, text: Én ad gangen}, {head: Tid, text: X}, {head: Viden, text: X}, {head: Vej, text: X}]
"""


def test_short_cards_stand_in_the_middle_of_their_fields():
    presentation, _ = lay_out_yaml(CARDS)
    cards = [item for item in presentation.frames[1].items if isinstance(item, TextBox) and "/card" in item.id]
    assert {card.pars[0].runs[0].size for card in cards} == {36}
    assert {card.pars[1].runs[0].size for card in cards} == {28}
    assert [round(card.box.y) for card in cards] == [140, 140, 348, 348]
    longer, _ = lay_out_yaml(CARDS.replace("Én ad gangen", TWO.replace(",", "")))
    sizes = [item.pars[0].runs[0].size for item in longer.frames[1].items if isinstance(item, TextBox)]
    assert 36 not in sizes


@pytest.mark.parametrize(("rows", "size", "high"), [(2, 22, 76), (4, 22, 76), (6, 22, 52), (7, 20, 38)])
def test_the_rows_of_a_short_table_share_the_height(rows: int, size: float, high: float):
    presentation, _ = lay_out_yaml(f"- title: A\n  table: {{columns: [a, b], rows: [{', '.join(['[c, d]'] * rows)}]}}")
    table = next(item for item in presentation.frames[1].items if isinstance(item, TableItem))
    assert table.rows[1].cells[0].pars[0].runs[0].size == size
    assert table.rows[1].height == pytest.approx(high, abs=0.5)


@pytest.mark.parametrize(("rows", "text", "high"), [
    (2, "Velkomst", 76), (5, "Velkomst", 69), (7, "Velkomst", 46), (3, "Velkomst til alle, der er kommet, " * 3, 46),
])  # fmt: skip
def test_the_rows_of_a_short_programme_share_the_height(rows: int, text: str, high: float):
    """But not when there are many, or when a row needs two lines: then each is as high as its text and a margin."""
    items = ", ".join(f'{{time: "{9 + n}.00–{10 + n}.00", item: "{text if n == 1 else "Pause"}"}}' for n in range(rows))
    presentation, _ = lay_out_yaml(f"- title: A\n  agenda: [{items}]")
    table = next(item for item in presentation.frames[1].items if isinstance(item, TableItem))
    assert table.rows[1].height == pytest.approx(high, abs=1)


STEP = Step(40, 48)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Hvornår sagde du sidst nej på en god måde?", ["Hvornår sagde du sidst", "nej på en god måde?"]),
        (
            "Borgeren kom for at få et svar. Hun gik med en plan",
            ["Borgeren kom for at få et svar.", "Hun gik med en plan"],
        ),
        ("Kort", ["Kort"]),
    ],
)  # fmt: skip
def test_lines_of_large_text_are_even_and_end_where_the_sentence_pauses(words: str, lines: list[str]):
    def set_in(width: float):
        return [set_par(plain(words), ParStyle(STEP), width, TextSettings())]

    par = set_in(even_width(set_in, 704, TextSettings().fill))[0]
    assert ["".join(piece.run.text for piece in line.pieces).strip() for line in par.lines] == lines


@pytest.mark.parametrize(
    ("cells", "align"),
    [
        (["41,2", "1.200"], "right"),
        (["−28 %", "+303 %", "–"], "right"),
        (["12", "cirka 13"], "left"),
        (["12"], "left"),  # a single figure is no column
    ],
)
def test_a_column_of_figures_stands_flush_right_with_its_head(cells: list[str], align: str):
    rows = json.dumps([[f"R{n}", cell, "x"] for n, cell in enumerate(cells)], ensure_ascii=False)
    presentation, _ = lay_out_yaml(f"- title: A\n  table: {{columns: [Kanal, Antal, Note], rows: {rows}}}")
    table = next(item for item in presentation.frames[1].items if isinstance(item, TableItem))
    columns = zip(*(row.cells for row in table.rows), strict=True)
    assert [{cell.pars[0].align.value for cell in column} for column in columns] == [{"left"}, {align}, {"left"}]
