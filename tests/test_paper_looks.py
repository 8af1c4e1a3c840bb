"""Every look of paper, over decks made by chance and the course day: nothing leaves its page, nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import pytest

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Document, Page
from deckbuild.frame.items import (
    WRITE_DOT,
    Connector,
    Item,
    PictureItem,
    Ruling,
    Shape,
    ShapeKind,
    TableItem,
    TextBox,
    Thumbnail,
    Tick,
    WriteBox,
)
from deckbuild.frame.text import Par
from deckbuild.handout.handout import make_handout
from deckbuild.handout.strip import References
from deckbuild.handout.style.style import PaperStyle
from deckbuild.handout.style.styles import paper_style
from deckbuild.layout.text.paragraph import ParStyle
from deckbuild.model.deck import Deck, Density, HandoutSettings
from deckbuild.model.deck import PaperSize as Sheet
from deckbuild.model.theme import Step, Theme
from deckbuild.reader import read
from deckbuild.units import Rect, mm
from decks import HEAD, read_deck, walk
from random_papers import random_slides

COURSE_DAY = Path(__file__).parent.parent / "deck.yaml"
SHEETS = {Sheet.A4: (210.0, 297.0), Sheet.A5: (148.0, 210.0), Sheet.LETTER: (215.9, 279.4)}
LOOKS = {
    f"{sheet.value} {density.value}": paper_style(HandoutSettings(paper=sheet, density=density))
    for sheet in Sheet
    for density in Density
}
LOOKS |= {
    f"{sheet.value} large print": paper_style(HandoutSettings(paper=sheet), large=True)
    for sheet in (Sheet.A4, Sheet.LETTER)
}
SEEDS = range(3)


@dataclass(frozen=True)
class Made:
    """A handout in one look."""

    style: PaperStyle
    deck: Deck
    document: Document
    references: References
    diagnostics: Diagnostics


def compose(deck: Deck, style: PaperStyle) -> Made:
    numbers = {slide.id: number for number, slide in enumerate(deck.slides, 1)}
    diagnostics = Diagnostics()
    document, references = make_handout(deck, numbers, numbers, Theme(), diagnostics, style)
    return Made(style, deck, document, references, diagnostics)


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(name, marks=() if name in ("A4 airy", "A4 large print") else pytest.mark.slow) for name in LOOKS
    ],
)
def style(request: pytest.FixtureRequest) -> PaperStyle:
    return LOOKS[request.param]


@pytest.fixture(scope="module")
def papers(style: PaperStyle) -> list[Made]:
    course_day = read(COURSE_DAY).deck
    assert course_day
    decks = [course_day, *(read_deck(random_slides(seed)) for seed in SEEDS)]
    return [compose(deck, style) for deck in decks]


def placed(page: Page) -> list[tuple[str, Rect]]:
    """Return what stands on a page and where, page furniture left out."""
    areas = []
    for item in page.items:
        if (isinstance(item, TextBox) and item.artifact) or (isinstance(item, WriteBox) and item.echo):
            continue
        if isinstance(item, TextBox | TableItem | WriteBox | Thumbnail | PictureItem):
            areas.append((item.id, item.box))
        elif isinstance(item, Tick):
            areas.append((item.id, Rect(item.x - item.r, item.y - item.r, 2 * item.r, 2 * item.r)))
    return areas


def test_nothing_is_wrong(papers: list[Made]) -> None:
    assert [list(made.diagnostics) for made in papers] == [[]] * len(papers)


def test_nothing_leaves_the_text_block(papers: list[Made]) -> None:
    for made in papers:
        style = made.style
        for page in made.document.pages[1:]:
            left = style.inner if page.number % 2 else style.outer
            for name, area in placed(page):
                assert left - 0.1 <= area.x, (page.number, name)
                assert area.right <= left + style.width + 0.1, (page.number, name)
                assert style.title_top - mm(5) <= area.y, (page.number, name)
                assert area.bottom <= style.body_bottom + 0.1, (page.number, name)
        for name, area in placed(made.document.pages[0]):
            assert mm(8) < area.x < area.right < style.page_width - mm(8), name
            assert mm(8) < area.y < area.bottom < style.page_height - mm(6), name


OVER = ("/aside", "/number", "/word", "/ask")
"""Words that stand in a box wider than they are, beside others on the same line."""


def _inked(item: Item) -> Rect | None:
    """Return what an item really covers: of a text box only its lines."""
    if isinstance(item, TextBox):
        pieces = [(p.x, p.x + p.width) for par in item.pars for line in par.lines for p in line.pieces]
        if item.artifact or not pieces:
            return None
        left, right = min(a for a, _ in pieces), max(b for _, b in pieces)
        return Rect(item.box.x + left, item.box.y, right - left, item.box.h)
    if isinstance(item, Thumbnail | PictureItem):
        return item.box
    if isinstance(item, Tick):
        return Rect(item.x - item.r, item.y - item.r, 2 * item.r, 2 * item.r)
    if isinstance(item, WriteBox) and item.ruling is Ruling.LINES and item.count:
        return Rect(item.box.x, item.box.y + item.pitch * 0.5, item.box.w, item.box.h - item.pitch * 0.5)
    return None


def test_nothing_overlaps(papers: list[Made]) -> None:
    for made in papers:
        for page in made.document.pages:
            inked = [(item.id, area) for item in page.items if (area := _inked(item))]
            for (a, one), (b, other) in combinations(inked, 2):
                across = min(one.right, other.right) - max(one.x, other.x)
                down = min(one.bottom, other.bottom) - max(one.y, other.y)
                assert across < 1 or down < 1, (page.number, a, b)


def test_every_question_is_there_once(papers: list[Made]) -> None:
    for made in papers:
        wanted = [q.id for slide in made.deck.slides for block in slide.body for q in getattr(block, "questions", ())]
        wanted += [q.id for slide in made.deck.slides for q in (*slide.handout.write, *slide.handout.each)]
        texts = [i.id for f in made.document.pages for i in walk(f.items) if isinstance(i, TextBox)]
        for name in wanted:
            asked = [text for text in texts if text in (f"{name}/ask", f"{name}/1/ask")]
            assert len(asked) == 1, name
        places = [i for f in made.document.pages for i in walk(f.items) if isinstance(i, WriteBox | Tick)]
        answers = [i.id for i in places if not (isinstance(i, WriteBox) and i.echo)]
        assert len(answers) == len(set(answers))


def test_an_answer_stands_on_the_page_of_its_question(papers: list[Made]) -> None:
    for made in papers:
        for question, page in made.references.questions.items():
            own = (question, f"{question}/")
            for leaf in made.document.pages:
                for item in leaf.items:
                    if isinstance(item, WriteBox | Tick) and (item.id == own[0] or item.id.startswith(own[1])):
                        assert leaf.number == page or item.id[len(own[1]) :].isdigit(), (question, leaf.number)


def test_no_line_is_wider_than_its_box(papers: list[Made]) -> None:
    for made in papers:
        for page in made.document.pages:
            for item in walk(page.items):
                if isinstance(item, TextBox):
                    for par in item.pars:
                        ends = [piece.x + piece.width for line in par.lines for piece in line.pieces]
                        assert max(ends, default=0.0) <= item.box.w + 1.1, (page.number, item.id)


def test_pages_are_used(papers: list[Made]) -> None:
    """No page but the last of a section is less than half used."""
    for made in papers:
        sections = {page: number for number, page in made.references.sections.items()}
        for leaf, after in zip(made.document.pages[1:], made.document.pages[2:], strict=False):
            if after.number in sections or not (_section(after) or _title(after)):
                continue
            lowest = max(area.bottom for _, area in placed(leaf))
            assert lowest > made.style.page_height / 2, leaf.number


def _title(page: Page) -> str:
    return next((i.pars[0].plain for i in page.items if i.id == "head" and isinstance(i, TextBox)), "")


def _section(page: Page) -> bool:
    return any(item.id == "tab" for item in page.items)


def _sizes(page: Page) -> list[tuple[str, float, bool]]:
    found = []
    for item in page.items:
        pars: list[Par] = []
        if isinstance(item, TextBox):
            pars = list(item.pars)
        elif isinstance(item, TableItem):
            pars = [par for row in item.rows for cell in row.cells for par in cell.pars]
        furniture = isinstance(item, TextBox) and item.artifact
        found += [(item.id, run.size, furniture) for par in pars for run in par.runs]
    return found


def test_dots_stand_clear_of_the_numbers_beside_them(papers: list[Made]) -> None:
    for made in papers:
        for page in made.document.pages:
            ends = {
                item.id.removesuffix("/number"): (item.box, max(p.x + p.width for p in item.pars[0].lines[0].pieces))
                for item in page.items
                if isinstance(item, TextBox) and item.id.endswith("/number")
            }
            for item in page.items:
                name = item.id.removesuffix("/dot")
                if isinstance(item, Shape) and name in ends and ends[name][0].y < item.box.y < ends[name][0].bottom:
                    assert item.box.x >= ends[name][0].x + ends[name][1] + mm(1.5), (page.number, item.id)


def test_arrows_of_ladders_lean(papers: list[Made]) -> None:
    """On the course day's ladder no arrow is steeper than six to one."""
    arrows = [
        item for page in papers[0].document.pages for item in walk(page.items)
        if isinstance(item, Connector) and "selvstaendiggoerelse/1/arrow" in item.id
    ]  # fmt: skip
    assert len(arrows) == 7
    assert all(abs(item.x2 - item.x1) * 6 >= abs(item.y2 - item.y1) for item in arrows)


def test_literature_fills_its_page_before_it_goes_on(papers: list[Made]) -> None:
    made = papers[0]
    pages = [f for f in made.document.pages if any(i.id == "literature/table" for i in f.items)]
    for page in pages[:-1]:
        lowest = max(area.bottom for _, area in placed(page))
        assert lowest > made.style.body_bottom - mm(60)


def test_text_is_large_enough(papers: list[Made]) -> None:
    for made in papers:
        text = made.style.text.step.size
        least = text if text > 12 else 9 if text > 10 else 9.5
        for page in made.document.pages[1:]:
            for name, size, furniture in _sizes(page):
                assert size >= (14 if text > 12 else 8.5 if furniture or "/cross" in name else least - 1), name


def test_lines_are_a_pens_distance_apart(papers: list[Made]) -> None:
    for made in papers:
        for page in made.document.pages:
            for item in page.items:
                if isinstance(item, WriteBox) and item.ruling is Ruling.LINES:
                    assert item.pitch == pytest.approx(made.style.pitch)
                    assert item.pitch >= mm(9) - 0.01


def test_heads_feet_and_tabs_keep_clear_of_the_text(style: PaperStyle) -> None:
    assert style.head_top + style.running.step.leading + mm(2) <= style.title_top
    assert style.body_bottom + mm(2) <= style.foot_top
    assert style.foot_top + style.page_number.step.leading <= style.page_height - mm(5)
    assert style.tab_edge >= mm(4)
    assert style.tab_width >= mm(5)
    assert style.tab_edge + style.tab_width + mm(2) <= style.outer


@pytest.mark.parametrize("sheet", Sheet)
def test_margins_hold_a_binder_whatever_the_density(sheet: Sheet) -> None:
    for density in Density:
        style = paper_style(HandoutSettings(paper=sheet, density=density))
        assert (style.page_width, style.page_height) == tuple(mm(side) for side in SHEETS[sheet])
        assert style.inner >= mm(20)
        assert style.inner + style.width + style.outer == pytest.approx(style.page_width)


SHOWN = {"both": (True, True), "text": (True, False), "thumbnail": (False, True), "nothing": (False, False)}


@pytest.mark.parametrize("show", SHOWN)
def test_what_is_shown_of_a_slide(show: str, style: PaperStyle) -> None:
    slides = f"- title: T\n  bullets: [Punkt]\n  handout: {{show: {show}, write: [{{ask: 'Hvad?', id: q}}]}}\n"
    items = [item for page in compose(read_deck(slides), style).document.pages for item in walk(page.items)]
    text = [par.plain for item in items if isinstance(item, TextBox) for par in item.pars]
    assert ("Punkt" in text, any(isinstance(item, Thumbnail) for item in items)) == SHOWN[show]
    assert "Hvad?" in text
    assert any(isinstance(item, WriteBox) and item.id == "q" for item in items)


def test_three_cards_fill_their_rows() -> None:
    cards = "[{head: A, text: a}, {head: B, text: b}, {head: C, text: c}]"
    slides = f"- title: T\n  cards: {cards}\n  handout: {{each: [Hvem?]}}\n"
    made = compose(read_deck(slides), LOOKS["A4 airy"])
    widths = [
        i.box.w for i in made.document.pages[1].items if isinstance(i, WriteBox) and i.id.rpartition("/")[2] in "123"
    ]
    assert widths[0] == widths[1] < widths[2] / 2


def test_records_replace_tables_too_wide_to_read() -> None:
    rows = "[[velfærdstransformation, andenordensforandring, selvstændiggørelse, netværksledelse]]"
    slides = f"- title: T\n  table:\n    columns: [Hvad, Hvordan, Hvorfor, Hvem]\n    rows: {rows}\n"
    wide, narrow = (compose(read_deck(slides), LOOKS[look]).document.pages[1] for look in ("A4 airy", "A4 large print"))
    (table,) = (item for item in wide.items if isinstance(item, TableItem))
    assert len(table.widths) == 4
    (table,) = (item for item in narrow.items if isinstance(item, TableItem))
    labels = [[par.plain for cell in row.cells for par in cell.pars] for row in table.rows]
    assert labels == [
        ["Hvordan", "andenordensforandring"],
        ["Hvorfor", "selvstændiggørelse"],
        ["Hvem", "netværksledelse"],
    ]
    assert all(row.cells[0].header for row in table.rows)
    # the rule that ends a record keeps off its text
    for cell in table.rows[-1].cells:
        assert cell.bottom is not None
        assert cell.inset[3] >= mm(1.8)


def line_ends(page: Page) -> list[str]:
    """Return the lines of a page's tables that end in a hyphen layout added."""
    cells = [cell for item in page.items if isinstance(item, TableItem) for row in item.rows for cell in row.cells]
    lines = [line for cell in cells for par in cell.pars for line in par.lines if line.pieces]
    return [line.pieces[-1].run.text for line in lines if line.pieces[-1].run.text.endswith("\u00ad")]


@pytest.mark.parametrize("look", LOOKS)
def test_words_in_tables_and_records_are_divided_at_joints_alone(look: str) -> None:
    """Columns are as wide as their widest word that has no joint, and so is the column of labels of records."""
    head = "[Institutionsform, Operation, Selvstændighedens form, Funktionen af støj]"
    row = "[Den uskyldige institution, Beslutning, Selvreference via fremmedreference, "
    row += "Støj møder organisationen og dens professioner som uønsket uforudsigelighed]"
    slides = f"- title: T\n  table: {{columns: {head}, rows: [{row}]}}\n  handout: {{column: Hos os}}\n"
    ends = [end for page in compose(read_deck(slides), LOOKS[look]).document.pages for end in line_ends(page)]
    assert [end for end in ends if not end.endswith(("fremmed\u00ad", "Institutions\u00ad"))] == []


def test_fields_to_draw_in_grow_where_nothing_else_fills_the_page() -> None:
    slides = "- title: T\n  fields: {items: [A, B, C]}\n  handout: {write: [Hvad?]}\n"
    style = LOOKS["A5 airy"]
    pages = compose(read_deck(slides), style).document.pages
    fields = [[(i.ruling, i.box) for i in f.items if isinstance(i, WriteBox)] for f in pages[1:3]]
    assert [{paper for paper, _ in page} for page in fields] == [{Ruling.FRAME}, {Ruling.LINES}]
    assert fields[0][-1][1].bottom > style.body_bottom - 3 * style.pitch  # less than a line for each
    # on a narrow page they stand under one another, all alike
    assert len({(area.x, area.w, round(area.h, 3)) for _, area in fields[0]}) == 1
    assert len(fields[0]) == 3


@pytest.mark.parametrize(
    ("sources", "heads"), [("", []), ("sources:\n  a: {number: 1, authors: B, title: C}\n", ["Forkortelser"])]
)
def test_short_forms_alone_need_no_heading_under_their_title(sources: str, heads: list[str]) -> None:
    deck = read_deck("- {title: T, text: x}\n", head=f"deck:\n  title: P\nwords:\n  NL: leder\n{sources}")
    page = next(
        f for f in compose(deck, LOOKS["A4 airy"]).document.pages if any(i.id == "words/title" for i in f.items)
    )
    assert [i.pars[0].plain for i in page.items if isinstance(i, TextBox) and i.id == "words/head"] == heads


def test_lines_for_notes_are_asked_for_once_where_there_is_no_column_for_them() -> None:
    deck = read_deck("- title: T\n  bullets: [A]\n  handout: {lines: 3, show: text}\n")
    for look, names in (("A4 airy", ["t/notes", "t/margin", "t/own-notes"]), ("A5 airy", ["t/notes"])):
        page = compose(deck, LOOKS[look]).document.pages[1]
        boxes = [item for item in page.items if isinstance(item, WriteBox) and item.id.startswith("t/")]
        assert [item.id for item in boxes] == names, look
    assert boxes[0].count > 10


def test_titles_of_the_last_pages_are_small_where_they_share_a_page() -> None:
    deck = read(COURSE_DAY).deck
    assert deck
    titles = {
        i.id: i.pars[0].runs[0].size for f in compose(deck, LOOKS["A4 compact"]).document.pages for i in f.items
        if isinstance(i, TextBox) and i.id.endswith("/title")
    }  # fmt: skip
    assert titles["words/title"] == titles["sheet/Ledestjernen/title"]


def test_works_that_need_two_lines_stand_one_on_each() -> None:
    deck = read(COURSE_DAY).deck
    assert deck
    pages = compose(deck, LOOKS["A4 large print"]).document.pages
    sources = [
        ["".join(piece.run.text for piece in line.pieces).replace("\u00a0", " ") for line in item.pars[0].lines]
        for page in pages for item in page.items
        if isinstance(item, TextBox) and item.id == "refleksion/source"
    ]  # fmt: skip
    assert sources == [["Tekst 1: Sørensen & Torfing", "Tekst 3: Åkerstrøm Andersen & Pors"]]


def test_every_page_has_a_head() -> None:
    deck = read(COURSE_DAY).deck
    assert deck
    pages = compose(deck, LOOKS["A4 airy"]).document.pages
    assert [_title(page) for page in pages[1:5]] == ["Indledning"] * 3 + ["1\u2002Velfærdstransformation"]
    assert [_title(page) for page in pages[-5:]] == ["Ledestjernen", "Ordliste og litteratur"] + ["Egne noter"] * 3


PAGES = {Density.AIRY: 32, Density.NORMAL: 24, Density.COMPACT: 16}


@pytest.mark.parametrize("density", Density)
def test_the_course_day_in_each_density(density: Density) -> None:
    deck = read(COURSE_DAY).deck
    assert deck
    made = compose(deck, paper_style(replace(deck.handout, density=density)))
    assert len(made.document.pages) == PAGES[density]


def test_large_print_is_large_everywhere() -> None:
    style = paper_style(HandoutSettings(), large=True)
    assert style.dot > LOOKS["A4 airy"].dot == WRITE_DOT
    names = [name for name in PaperStyle.__dataclass_fields__ if isinstance(getattr(style, name), ParStyle | Step)]
    furniture = {"running", "running_foot", "page_number", "tab_number"}
    for name in names:
        value = getattr(style, name)
        step = value.step if isinstance(value, ParStyle) else value
        assert step.size >= (14 if name in furniture else 18), name


def test_note_lines_under_what_fills_a_page_stand_on_the_next() -> None:
    deck = read_deck(random_slides(17))  # it has a text of nearly a page
    assert list(compose(deck, LOOKS["Letter large print"]).diagnostics) == []


@pytest.mark.parametrize(
    ("theme", "number", "writes", "in_contents"),
    [
        ("lys", [], (ShapeKind.ELLIPSE, "mark", None), ("accent1", None)),
        ("bog", [], (ShapeKind.ELLIPSE, "mark", None), (None, None)),
        ("sal", [("here", "ink")], (ShapeKind.RECT, "here", "ink"), (None, "accent1")),
    ],
)
def test_marks_are_those_of_the_theme(
    theme: str, number: list[tuple[str, str]], writes: tuple[object, ...], in_contents: tuple[object, ...]
) -> None:
    """A question's number has a plate, places to write have a dot or a square, and sections their form on the cover."""
    slides = "- section: Et\n- title: Spørg\n  reflection:\n    - {ask: Er det klart?, answer: yes-no}\n"
    deck = read_deck(slides, f"{HEAD}theme: {theme}\n")
    made = compose(deck, paper_style(deck.handout, deck.theme))
    shapes = {item.id: item for page in made.document.pages for item in walk(page.items) if isinstance(item, Shape)}
    plates = [(shape.fill, shape.stroke) for name, shape in shapes.items() if name.endswith("/plate")]
    (dot,) = (shape for name, shape in shapes.items() if name.endswith("/dot") and not name.startswith("key"))
    assert plates == number * 2  # on its page, and in the key
    assert (dot.kind, dot.fill, dot.stroke) == writes
    assert (shapes["contents/1/number"].fill, shapes["contents/1/number"].stroke) == in_contents
