"""From YAML to slides: what stands where, how large, and on how many."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.diagnostics import Severity
from deckbuild.frame.document import Frame
from deckbuild.frame.items import Connector, LayoutKind, Role, TableItem, TextBox
from deckbuild.frame.text import BulletKind
from deckbuild.layout.text import shortening
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, set_par
from deckbuild.model.text import plain
from deckbuild.model.theme import INK, Step
from decks import lay_out_yaml, shown, texts, walk


def content(slides: str) -> list[Frame]:
    """The slides without the title."""
    presentation, diagnostics = lay_out_yaml(slides)
    assert [d.text() for d in diagnostics if d.severity is not Severity.NOTE] == []
    return list(presentation.frames[1:])


def one(slides: str) -> Frame:
    frames = content(slides)
    assert len(frames) == 1
    return frames[0]


def body(frame: Frame) -> TextBox:
    return next(i for i in frame.items if isinstance(i, TextBox) and i.role is Role.BODY)


LONG = "Den offentlige sektor har brug for samarbejdsdrevet innovation for at løse fremtidens opgaver"
PARAGRAPHS = r"\n\n".join("abcdefg")
"""Too many to be set large."""


@pytest.mark.parametrize(
    ("yaml", "layout"),
    [
        ("- {title: A, bullets: [x]}", LayoutKind.SHORT),
        ("- {title: A, bullets: [a, b, c, d, e, f, g]}", LayoutKind.TEXT),
        ("- {title: A, bullets: [x: [y]]}", LayoutKind.SHORT),
        ("- {title: A, bullets: [x: [a, b, c, d, e, f]]}", LayoutKind.TEXT),
        ("- {title: A, numbered: [x]}", LayoutKind.SHORT_NUMBERED),
        ("- {title: A, numbered: [a, b, c, d, e, f, g]}", LayoutKind.NUMBERED),
        ("- {title: A, text: x}", LayoutKind.SHORT_PROSE),
        ('- {title: A, text: "x\\n\\ny"}', LayoutKind.SHORT_PROSE),
        (f'- {{title: A, text: "{PARAGRAPHS}"}}', LayoutKind.PROSE),
        ("- {title: A, text: '- x'}", LayoutKind.SHORT),
        ("- {title: A, text: '1. x'}", LayoutKind.SHORT_NUMBERED),
        ("- {title: A, bullets: {head: B, items: [x]}}", LayoutKind.SHORT_PROSE),
        ("- {title: A, bullets: {head: B, items: [a, b, c, d, e, f]}}", LayoutKind.PROSE),
        ("- {title: A, quote: x}", LayoutKind.QUOTE),
        ("- {title: A, definition: {term: x, text: er y}}", LayoutKind.DEFINITION),
        ("- {title: A, agenda: [{time: 9.00-9.20, item: x}]}", LayoutKind.AGENDA),
        ("- {title: A, table: {columns: [a, b], rows: [[c, d]]}}", LayoutKind.TABLE),
        ("- {title: A, comparison: {from: a, to: b, rows: [{theme: t, from: c, to: d}]}}", LayoutKind.COMPARISON),
        ("- {title: A, cards: [{head: a, text: b}, {head: c, text: d}]}", LayoutKind.CARDS),
        ("- {title: A, hub: {center: c, fields: [a, b, c, d], alt: x}}", LayoutKind.FIGURE),
        ("- {title: A, reflection: [Hvad nu?]}", LayoutKind.SHORT_QUESTIONS),
        ("- {title: A, reflection: [a?, b?, c?, d?, e?, f?]}", LayoutKind.QUESTIONS),
        ("- {title: A, body: [text: x, bullets: [y]]}", LayoutKind.SHORT_PROSE),
        ("- {title: A, body: [text: x, bullets: [a, b, c, d, e, f]]}", LayoutKind.PROSE),
        ("- {title: A, fields: [a, b]}", LayoutKind.FIELDS),
        ("- {title: A, board: dots}", LayoutKind.BOARD),
        ("- {title: A, columns: [{bullets: [a]}, {bullets: [b]}]}", LayoutKind.COLUMNS),
        ("- {title: A, columns: [{head: A, bullets: [a]}, {bullets: [b]}]}", LayoutKind.PROSE_COLUMNS),
        ("- section: A", LayoutKind.SECTION),
    ],
)
def test_each_kind_has_its_layout(yaml, layout):
    assert one(yaml).layout is layout


@pytest.mark.parametrize(
    ("points", "size", "x", "frames"),
    [(3, 32, 56, 1), (4, 24, 200, 1), (6, 20, 200, 1), (7, 18, 200, 1), (20, 24, 200, 4)],
)
def test_one_step_of_the_scale_for_a_slide_then_a_further_slide(points, size, x, frames):
    made = content(f"- title: A\n  bullets: {json.dumps([LONG] * points, ensure_ascii=False)}")
    assert len(made) == frames
    sizes = {run.size for frame in made for par in body(frame).pars for run in par.runs}
    assert (sizes, body(made[0]).box.x) == ({size}, x)
    assert sum(len(body(frame).pars) for frame in made) == points


def test_a_further_slide_says_so_and_keeps_the_number():
    made = content(f"- title: A\n  bullets: {json.dumps([LONG] * 20)}\n- title: B\n  text: x")
    assert [f.title for f in made] == ["A", "A (fortsat)", "A (fortsat 2)", "A (fortsat 3)", "B"]
    assert [f.number for f in made] == [1, 1, 1, 1, 2]
    assert [f.id for f in made] == ["a", "a-2", "a-3", "a-4", "b"]
    assert [len(body(f).pars) for f in made] == [5, 5, 5, 5, 1]


def test_a_long_table_repeats_its_head():
    rows = json.dumps([[f"Række {i}", LONG] for i in range(40)])
    made = content(f"- title: A\n  table: {{columns: [Navn, Tekst], rows: {rows}}}")
    tables = [next(i for i in frame.items if isinstance(i, TableItem)) for frame in made]
    assert len(tables) > 1
    assert all(t.rows[0].cells[0].pars[0].plain == "Navn" for t in tables)
    assert [row.cells[0].pars[0].plain for t in tables for row in t.rows[1:]] == [f"Række {i}" for i in range(40)]
    assert min(run.size for t in tables for row in t.rows for c in row.cells for p in c.pars for run in p.runs) >= 12


WORDS = ["Kommune", "Samarbejde", "Borgerinddragelse", "Ledelse", "Forandring", "Velfærdstransformation", "Tillid"]


def wide_table(count: int, word: str = "") -> str:
    cells = [word or WORDS[i % len(WORDS)] for i in range(count)]
    return f"- title: A\n  table: {{columns: {json.dumps(cells)}, rows: {json.dumps([cells] * 2)}}}"


@pytest.mark.parametrize("count", [4, 9, 10, 12, 16])
def test_words_in_tables_are_never_torn(count: int):
    (frame,) = content(wide_table(count))
    (table,) = (item for item in frame.items if isinstance(item, TableItem))
    pars = [par for row in table.rows for cell in row.cells for par in cell.pars]
    assert min(run.size for par in pars for run in par.runs) >= 12
    for par in pars:  # a line that does not end its word ends in a hyphen
        lines = ["".join(piece.run.text for piece in line.pieces) for line in par.lines]
        assert all(line.endswith(("\u00ad", "-")) for line in lines[:-1]), lines


def test_a_table_of_too_many_columns_is_said_with_its_line():
    _, diagnostics = lay_out_yaml(wide_table(30))
    assert [(d.code, d.span and d.span.line) for d in diagnostics] == [("table-too-wide", 5)]


def test_english_words_are_divided_as_english_ones():
    def lines(lang: str) -> list[str]:
        (frame,) = content(wide_table(9, "responsibilities") + f"\n  lang: {lang}")
        (table,) = (item for item in frame.items if isinstance(item, TableItem))
        return ["".join(p.run.text for p in line.pieces) for line in table.rows[1].cells[0].pars[0].lines]

    assert lines("da") != lines("en") == ["respons\u00ad", "ibilities"]


def test_what_cannot_go_on_is_said_with_its_line():
    _, diagnostics = lay_out_yaml(f"- title: A\n  quote: {LONG * 24}")
    assert [(d.code, d.span and d.span.line) for d in diagnostics] == [("does-not-fit", 5)]


def test_a_title_of_two_lines_moves_the_body_down():
    short, long = content(f'- {{title: A, text: "{PARAGRAPHS}"}}\n- {{title: {LONG[:70]}, text: "{PARAGRAPHS}"}}')
    assert body(long).box.y - body(short).box.y == 36


TITLE = "Fra en velfærdsstat der løser opgaver for borgerne til et velfærdssamfund der løser dem"


@pytest.mark.parametrize(
    ("title", "size", "lines"),
    [
        (TITLE[:20], 30, 1),
        (TITLE, 30, 2),
        (f"{TITLE} sammen med hinanden i dag", 27, 2),
        (f"{TITLE} sammen med hinanden i hverdagen", 24, 2),
    ],
)
def test_a_title_that_would_take_three_lines_is_set_smaller(title: str, size: float, lines: int):
    presentation, diagnostics = lay_out_yaml(f"- {{title: {title}, text: x}}")
    box = next(item for item in presentation.frames[1].items if isinstance(item, TextBox) and item.role is Role.TITLE)
    assert list(diagnostics) == []
    assert (box.pars[0].runs[0].size, len(box.pars[0].lines)) == (size, lines)


def test_a_title_of_three_lines_even_then_is_too_long():
    _, diagnostics = lay_out_yaml(f"- {{title: {LONG * 2}, text: x}}")
    assert [d.code for d in diagnostics] == ["title-too-long"]


def test_questions_are_numbered_by_slide_and_count_on_over_blocks():
    frames = content(
        "- {title: A, text: x}\n- title: B\n  body:\n    - fields: [x, y]\n    - reflection: [Hvad?, Hvem?]"
    )
    numbers = [p.bullet.run.text for _, p in texts(frames[1]) if p.bullet and p.bullet.kind is BulletKind.HANGING]
    assert numbers == ["2.1", "2.2", "2.3", "2.4"]


def test_questions_count_on_over_columns_and_further_slides():
    made = content(
        "- title: A\n  body:\n"
        "    - columns: [{head: X, reflection: [en, to]}, {head: Y, reflection: [tre]}]\n    - reflection: [fire]"
    )
    numbers = [p.bullet.run.text for f in made for _, p in texts(f) if p.bullet and p.bullet.kind is BulletKind.HANGING]
    assert numbers == ["1.1", "1.2", "1.3", "1.4"]


def test_blocks_that_do_not_fit_together_share_slides_as_they_can():
    points = json.dumps([LONG] * 6, ensure_ascii=False)
    made = content(
        f"- title: A\n  body:\n    - text: Først\n    - quote: Så\n    - bullets: {points}\n    - text: Sidst"
    )
    assert len(made) == 2
    assert "Først" in shown(made[0])
    assert "Sidst" in shown(made[1])


@pytest.mark.parametrize(
    ("head", "slides"),
    [
        ("deck:\n  title: " + "Velfærdstransformation for alle " * 12 + "\n", "- {title: A, text: x}"),
        (
            "deck:\n  title: A\n",
            "\n".join(f"- section: {'Velfærdstransformation i praksis ' * 12}{n}" for n in range(12)),
        ),
    ],
)
def test_made_slides_that_cannot_hold_their_text_are_told(head, slides):
    _, diagnostics = lay_out_yaml(slides, head)
    assert {d.code for d in diagnostics} == {"does-not-fit"}
    assert all(d.span for d in diagnostics)


def test_arrows_of_a_ladder_are_glued_to_its_steps():
    frame = one("- {title: A, ladder: {left: v, right: h, alt: x, steps: [{right: a}, {left: b}, {right: c}]}}")
    arrows = [i for i in walk(frame.items) if isinstance(i, Connector) and i.start]
    ends = [(a.start.rpartition("/")[2], a.end.rpartition("/")[2]) for a in arrows]
    assert ends == [("step1", "step2"), ("step2", "step3")]
    assert [(a.start_site, a.end_site) for a in arrows] == [(1, 3), (3, 1)]


def test_the_same_deck_gives_the_same_slides():
    yaml = f"- section: A\n- {{title: B, text: {LONG}}}"
    assert lay_out_yaml(yaml)[0] == lay_out_yaml(yaml)[0]


WORD = st.sampled_from(
    ["andenordensforandring", "velfærdstransformation", "og", "i", "støj", "netværk", "BI", "**fed**", "*kursiv*",
     "selvstændiggørelse", "x" * 90, "😀", "שלום", "9.00–9.20", "»citat«", "reguleringsformer", "a/b", "add-in"]
)  # fmt: skip
SENTENCE = st.lists(WORD, min_size=1, max_size=40).map(" ".join)
BLOCK = st.one_of(
    st.lists(SENTENCE, min_size=1, max_size=14).map(lambda x: ("bullets", x, x)),
    st.lists(SENTENCE, min_size=1, max_size=14).map(lambda x: ("numbered", x, x)),
    st.lists(SENTENCE, min_size=1, max_size=9).map(lambda x: ("reflection", x, x)),
    st.lists(SENTENCE, min_size=1, max_size=6).map(lambda x: ("text", "\n\n".join(x), x)),
    st.lists(st.lists(SENTENCE, min_size=3, max_size=3), min_size=1, max_size=40).map(
        lambda rows: ("table", {"columns": ["a", "b", "c"], "rows": rows}, [cell for row in rows for cell in row])
    ),
)
TITLE = st.lists(WORD, min_size=1, max_size=5).map(" ".join)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TITLE, BLOCK), min_size=1, max_size=3))
def test_no_text_leaves_its_slide_and_nothing_is_lost(slides):
    yaml = "\n".join("- " + json.dumps({"title": t, k: v}, ensure_ascii=False) for t, (k, v, _) in slides)
    presentation, diagnostics = lay_out_yaml(yaml)
    refused = {d.code for d in diagnostics} & {"does-not-fit", "title-too-long"}
    for frame in presentation.frames:
        for box, par in texts(frame):
            assert box.y + par.top + par.height <= 540.01 or refused
            assert all(box.x + p.x >= -0.01 and box.x + p.x + p.width <= 960.01 for li in par.lines for p in li.pieces)
    everything = _bare("".join(shown(frame) for frame in presentation.frames))
    for _, (_, _, sentences) in slides:
        for sentence in sentences:
            for word in sentence.split():
                assert _bare(word) in everything


def _bare(text: str) -> str:
    return "".join(c for c in text if c not in " \n\u00a0\u00ad*")


def widths(slides: str) -> list[float]:
    """The columns of the only table, in points."""
    return [round(width) for width in next(i for i in one(slides).items if isinstance(i, TableItem)).widths]


COMPARED = "- {{title: A, comparison: {{from: Før, to: Nu, rows: [{{theme: {0}, from: {1}, to: c}}]}}}}"


@pytest.mark.parametrize(
    ("theme", "old", "expected"),
    [
        ("Møder", "mange", [144, 360, 344]),
        ("Kommunikationsstrategi", "mange", [256, 303, 289]),  # its longest word stays whole
        ("Møder", "Arbejdsmiljørepræsentantskabsmøderne", [144, 386, 318]),
    ],
)
def test_long_words_widen_the_columns_of_a_comparison(theme, old, expected):
    assert widths(COMPARED.format(theme, old)) == expected


@pytest.mark.parametrize(
    ("cells", "first"),
    [("Lederen, ringer", 144), ("HR, ringer", 144), ("Arbejdsmiljøgruppen, ringer", 222)],
)
def test_the_second_column_of_a_table_stands_where_text_does_if_names_are_short(cells, first):
    rows = ", ".join([f"[{cells}]"] * 7)
    assert widths(f"- {{title: A, table: {{columns: [Hvem, Hvad], rows: [{rows}]}}}}")[0] == first


@pytest.mark.parametrize(
    ("heads", "places", "rules"),
    [
        ("Se Lyt", [(56, 112), (512, 112)], 1),
        ("Se Lyt Handl", [(56, 112), (360, 112), (664, 112)], 2),
        ("Kommunikationsstrategi Lyt Handl", [(56, 112), (512, 112), (56, 320)], 2),
        ("Se Lyt Handl Hvil", [(56, 112), (512, 112), (56, 320), (512, 320)], 2),
    ],
)
def test_cards_stand_side_by_side_in_twos_or_threes(heads, places, rules):
    entries = (f"{{head: {head}, text: Lyt til borgeren før du svarer hende}}" for head in heads.split())
    frame = one(f"- title: A\n  cards: [{', '.join(entries)}]")
    cards = [i for i in frame.items if isinstance(i, TextBox) and "/card" in i.id]
    assert [(round(card.box.x), round(card.box.y)) for card in cards] == places
    lines = [i for i in frame.items if isinstance(i, Connector)]
    assert len(lines) == rules
    assert all(line.y2 <= 300 for line in lines if len(cards) < 4)


def test_a_long_section_name_takes_a_smaller_size_in_a_low_band():
    name = "Hvorfor borgernes inddragelse betyder noget for os alle i kommunen"
    frames = content("\n".join(f"- section: {name if n == 1 else n}" for n in range(1, 13)))
    sizes = [
        body.pars[0].runs[0].size for frame in frames for body in frame.items if getattr(body, "role", 0) is Role.TITLE
    ]
    assert (sizes[0], set(sizes[1:])) == (32, {40})


def test_a_long_title_is_shortened_in_few_tries(monkeypatch):
    tried = []
    monkeypatch.setattr(shortening, "set_par", lambda *args: tried.append(args) or set_par(*args))
    made = shortening.shortened(plain("ord " * 1000), ParStyle(Step(10, 12), INK), 100, TextSettings(lang="da"))
    assert made.plain == "ord ord ord ord ord …"
    assert len(tried) < 20
