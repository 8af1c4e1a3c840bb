"""What parts things on paper: one rule between slides, none hanging, and heads that stand again where things go on."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Document, Page
from deckbuild.frame.items import Connector, Shape, TableItem, TextBox, Tick, WriteBox
from deckbuild.handout.handout import make_handout
from deckbuild.handout.style.paragraphs import one_line
from deckbuild.handout.style.style import PaperStyle
from deckbuild.handout.style.styles import paper_style
from deckbuild.layout.text.paragraph import TextSettings
from deckbuild.model.deck import Deck, Density, HandoutSettings
from deckbuild.model.deck import PaperSize as Sheet
from deckbuild.model.theme import HAIR, Theme
from deckbuild.reader import read
from deckbuild.units import mm
from decks import HEAD, read_deck
from sampling import some

COURSE_DAY = Path(__file__).parent.parent / "deck.yaml"
AIRY = PaperStyle()
LARGE = paper_style(HandoutSettings(), large=True)
LOOKS = {
    f"{sheet.value} {density.value}": paper_style(HandoutSettings(paper=sheet, density=density))
    for sheet in (Sheet.A4, Sheet.A5)
    for density in Density
} | {"large print": LARGE}


def composed(deck: Deck, style: PaperStyle = AIRY) -> tuple[Document, Diagnostics]:
    numbers = {slide.id: number for number, slide in enumerate(deck.slides, 1)}
    diagnostics = Diagnostics()
    return make_handout(deck, numbers, numbers, Theme(), diagnostics, style)[0], diagnostics


def page(slides: str, style: PaperStyle = AIRY, number: int = 2, head: str = HEAD) -> Page:
    return composed(read_deck(slides, head), style)[0].pages[number - 1]


@cache
def course_day(style: PaperStyle) -> tuple[Page, ...]:
    deck = read(COURSE_DAY).deck
    assert deck
    return composed(deck, style)[0].pages


def level(page: Page) -> list[Connector]:
    """Return the horizontal rules of a page from top to bottom."""
    rules = [i for i in page.items if isinstance(i, Connector) and i.y1 == i.y2 and not i.arrow]
    return sorted(rules, key=lambda rule: rule.y1)


def said(page: Page, name: str) -> list[str]:
    return [i.pars[0].plain for i in page.items if isinstance(i, TextBox) and i.id.endswith(name)]


# Rules --------------------------------------------------------------------------------------------------------------

TICKED = "- title: Et\n  bullets: [A, B, C]\n  handout: {ticks: hos os}\n"
TABLE = "- title: Et\n  table: {columns: [A, B], rows: [[c, d], [e, f]]}\n"
COMPARED = "- title: Et\n  comparison: {from: A, to: B, rows: [{theme: t, from: a, to: b}]}\n"
TEXT = "- title: To\n  text: Noget\n"


@pytest.mark.parametrize("above", [TICKED, TABLE, COMPARED, TEXT.replace("To", "Et")])
def test_one_rule_divides_two_slides_whatever_the_first_ends_in(above: str) -> None:
    leaf = page(above + TEXT)
    (divider,) = (rule for rule in level(leaf) if rule.id == "to/divider")
    near = [rule.id for rule in level(leaf) if 0 < abs(rule.y1 - divider.y1) < mm(9)]
    for table in (i for i in leaf.items if isinstance(i, TableItem)):
        near += [table.id for cell in table.rows[-1].cells if cell.bottom and table.box.bottom > divider.y1 - mm(9)]
    assert not near


def test_a_list_keeps_the_rule_it_ends_in_where_nothing_divides() -> None:
    rules = [rule.id for rule in level(page(TICKED))]
    assert rules == ["et/1/rule", "et/1/1/rule", "et/1/2/rule", "et/1/3/rule"]


def test_rules_that_are_written_on_stay() -> None:
    leaf = page("- title: Et\n  table: {columns: [A], rows: [[c]]}\n  handout: {column: Hos os}\n" + TEXT)
    (table,) = (i for i in leaf.items if isinstance(i, TableItem))
    assert all(cell.bottom for cell in table.rows[-1].cells)


def test_columns_over_a_summary_end_without_a_rule() -> None:
    columns = "- columns: [{head: A, body: [{bullets: [a, b]}]}, {head: B, body: [{bullets: [c]}]}]\n"
    summary = "- columns: [{body: [{text: s}]}, {body: [{text: t}]}]\n"
    body = (columns + summary).replace("- columns", "    - columns")
    leaf = page(f"- title: Et\n  body:\n{body}  handout: {{ticks: hos os}}\n")
    rows = [rule.id for rule in level(leaf) if rule.id in ("et/2/1/rule", "et/2/2/rule", "et/3/1/rule")]
    assert rows == ["et/2/1/rule"]  # the one between two items
    assert {"et/4/1/rule", "et/4/2/rule"} <= {rule.id for rule in level(leaf)}


@pytest.mark.parametrize("look", some(LOOKS))
def test_no_rule_hangs_at_the_foot_of_a_page(look: str) -> None:
    style = LOOKS[look]
    for page in course_day(style)[1:]:
        lowest = max(i.box.y for i in page.items if isinstance(i, TextBox | TableItem) and i.id not in ("foot", "page"))
        for parting in (r for r in level(page) if r.color == HAIR and r.x2 - r.x1 > style.width / 3):
            assert parting.y1 < lowest, (page.number, parting.id)


@pytest.mark.parametrize("look", some(LOOKS))
def test_dividers_keep_off_the_line_above(look: str) -> None:
    for page in course_day(LOOKS[look]):
        for divider in (rule for rule in level(page) if rule.id.endswith("/divider")):
            above = [i.box.bottom for i in page.items if isinstance(i, WriteBox) and i.box.bottom < divider.y1 + 1]
            assert not above or divider.y1 - max(above) >= mm(4), page.number


# Heads --------------------------------------------------------------------------------------------------------------


def test_a_record_stands_whole_on_its_page_or_says_its_name_again() -> None:
    long = "velfærdstransformation, andenordensforandring, selvstændiggørelse og netværksledelse. "
    heads = "Hvad, Velfærdstransformation, Andenordensforandring, Selvstændiggørelse"
    cells = ", ".join(f"'{long * 6}'" for _ in range(3))
    slides = f"- title: T\n  table:\n    columns: [{heads}]\n    rows: [[Navnet, {cells}]]\n"
    pages = [page(slides, LARGE, number) for number in (2, 3)]
    assert [said(leaf, "/name") for leaf in pages] == [["Navnet"], ["Navnet (fortsat)"]]
    for leaf in course_day(LARGE):
        items = [
            i for i in leaf.items if isinstance(i, TableItem | TextBox) and i.id.startswith("udvikling-gennem-stoej")
        ]
        records = {i.id.rpartition("/")[0] for i in items if i.id.endswith("/values")}
        named = {i.id.rpartition("/")[0].removesuffix("/again") for i in items if i.id.endswith("/name")}
        assert records == named, leaf.number


WORKS = "sources:\n" + "".join(f"  a{n}: {{number: {n}, authors: B, title: C}}\n" for n in range(1, 40))


def test_literature_that_goes_on_has_its_head_again() -> None:
    pages = [page("- {title: T, text: a}\n", AIRY, number, HEAD + WORKS) for number in (3, 4)]
    assert [said(leaf, "literature/aside") for leaf in pages] == [["i hæftet"]] * 2


@pytest.mark.parametrize(
    ("words", "heads"), [("", []), ("words: {NL: netværksleder}\n", ["Forkortelser", "Litteratur"])]
)
def test_a_page_says_its_title_once(words: str, heads: list[str]) -> None:
    leaf = page("- {title: T, text: a}\n", AIRY, 3, HEAD + words + "sources: {a: {number: 1, authors: B, title: C}}\n")
    assert said(leaf, "words/head") + said(leaf, "literature/head") == heads


# Words and marks ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("style", LOOKS.values(), ids=LOOKS)
def test_circles_and_words_have_a_head_each(style: PaperStyle) -> None:
    leaf = page("- title: T\n  numbered: [Et, To]\n  handout: {ticks: {label: bruger vi, word: yes}}\n", style)
    shown = {i.id: i for i in leaf.items if isinstance(i, TextBox) and i.id in ("t/1/ticks", "t/1/word")}
    assert {i.pars[0].plain for i in shown.values()} == {"bruger vi", "et ord"}
    circle = next(i for i in leaf.items if isinstance(i, Tick))
    line = next(i for i in leaf.items if isinstance(i, WriteBox) and i.id.endswith("/word"))
    assert shown["t/1/ticks"].box.right == pytest.approx(circle.x + circle.r, abs=0.5)
    assert shown["t/1/word"].box.x == line.box.x
    dots = [i.box.x for i in leaf.items if isinstance(i, Shape) and i.id.endswith("/dot")]
    assert [x for x in dots if circle.x + circle.r < x < line.box.x]
    # the rule over them breaks where those of the rows do
    over = [(rule.x1, rule.x2) for rule in level(leaf) if rule.id in ("t/1/rule", "t/1/word/rule")]
    under = next(rule for rule in level(leaf) if rule.id == "t/1/1/rule")
    assert over == [(under.x1, under.x2), (line.box.x, line.box.right)]


@pytest.mark.parametrize("style", LOOKS.values(), ids=LOOKS)
def test_a_scale_begins_where_its_question_does(style: PaperStyle) -> None:
    ask = "{ask: Hvor?, answer: scale, choices: [inddragelse, deltagelse, op], id: q}"
    leaf = page(f"- title: T\n  reflection: [{ask}]\n", style)
    (question,) = (i for i in leaf.items if i.id == "q/ask" and isinstance(i, TextBox))
    circle = next(i for i in leaf.items if isinstance(i, Tick))
    (word,) = (i for i in leaf.items if i.id == "q/1/word" and isinstance(i, TextBox))
    assert circle.x - circle.r == pytest.approx(question.box.x)
    assert word.box.x + word.pars[0].lines[0].pieces[0].x == pytest.approx(question.box.x)


def test_dots_stand_clear_of_long_numbers_in_large_print() -> None:
    for page in course_day(LARGE):
        for dot in (i for i in page.items if isinstance(i, Shape) and i.id.endswith("/ask/dot")):
            (number,) = (i for i in page.items if i.id == dot.id.replace("/dot", "/number") and isinstance(i, TextBox))
            (text,) = (i for i in page.items if i.id == dot.id.replace("/dot", "/ask") and isinstance(i, TextBox))
            ends = max(piece.x + piece.width for piece in number.pars[0].lines[0].pieces) + number.box.x
            assert dot.box.x - ends > mm(2.5)
            assert text.box.x - dot.box.right > mm(2.5)


def test_names_of_axes_are_as_large_as_text_in_large_print() -> None:
    assert LARGE.diagrams.axis.size == LARGE.text.step.size


# What is too long ---------------------------------------------------------------------------------------------------


def test_what_is_shortened_ends_at_a_word() -> None:
    text = "Et afsnit om samarbejde, velfærd og ledelse"
    settings = TextSettings(lang="da")
    shown = {one_line(text, AIRY.text, mm(wide), settings).plain for wide in range(45, 80)} - {text}
    assert shown == {f"{text[: text.index(word)].rstrip(', ')}…" for word in ("velfærd", "og", "ledelse")}
    long = one_line("Velfærdstransformationsarbejdsgruppen", AIRY.text, mm(40), settings).plain
    assert long.startswith("Velfærdstransform")
    assert long.endswith("…")


LONG = "Et langt navn om " + "samarbejde, drift, styring, ledelse, " * 2 + "velfærd og meget mere i hele kommunen"


def test_shortened_heads_and_feet_are_told() -> None:
    head = f"deck:\n  title: {LONG} og hele landet\n"
    document, diagnostics = composed(read_deck(f'- section: "{LONG}"\n- {{title: A, text: B}}\n', head))
    reported = {(found.span and found.span.line, found.text().split(":")[0]) for found in diagnostics}
    assert (2, "This title is too long for the foot of the handout's pages") in reported
    assert (4, "This title is too long for the head of the handout's pages") in reported
    furniture = {i.id: i.pars[0].plain for i in document.pages[1].items if isinstance(i, TextBox) and i.artifact}
    assert furniture["head"].endswith("…")
    assert furniture["foot"].endswith("…")


def test_a_subtitle_stands_whole_in_the_foot_or_not_at_all() -> None:
    head = "deck:\n  title: Kursusdag\n  subtitle: {}\n"
    feet = {}
    for subtitle in ("For ledere", LONG):
        document, diagnostics = composed(read_deck("- {title: A, text: B}\n", head.format(subtitle)))
        feet[subtitle] = next(
            i.pars[0].plain for i in document.pages[1].items if isinstance(i, TextBox) and i.id == "foot"
        )
        assert not list(diagnostics)
    assert feet == {"For ledere": "Kursusdag – for ledere", LONG: "Kursusdag"}


def test_pages_of_a_work_break_their_line() -> None:
    head = HEAD + "sources:\n  a: {number: 1, authors: Bason, title: Bog}\n  b: {number: 2, authors: C, title: D}\n"
    slides = "".join(f"- {{title: T{n}, board: dots, source: {'a' if n % 2 else 'b'}}}\n" for n in range(1, 31))
    for style in LOOKS.values():
        pages = composed(read_deck(slides, head), style)[0].pages
        tables = [i for f in pages for i in f.items if isinstance(i, TableItem) and i.id == "literature/table"]
        for table in tables:
            for row in table.rows:
                assert not [par for cell in row.cells for par in cell.pars if "…" in par.plain]
                for cell in row.cells:
                    assert sum(par.height for par in cell.pars) <= row.height
