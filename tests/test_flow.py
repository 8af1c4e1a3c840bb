"""The handout's pages: what stands where, how many lines there are, and what must hold of every page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Document, Page
from deckbuild.frame.items import Connector, Ruling, TableItem, TextBox, Thumbnail, Tick, WriteBox
from deckbuild.handout.blocks.answer_room import least_lines
from deckbuild.handout.handout import make_handout
from deckbuild.handout.strip import References
from deckbuild.handout.style.settings import hyphenator
from deckbuild.handout.style.style import PaperStyle
from deckbuild.layout.text.ranges import ranges, whole_range
from deckbuild.model.block import Answer
from deckbuild.model.deck import Deck, Question
from deckbuild.model.text import plain
from deckbuild.model.theme import Theme
from deckbuild.pipeline.check import check_deck
from deckbuild.reader import read
from deckbuild.units import Rect, mm
from decks import HEAD, read_deck, walk

COURSE_DAY = Path(__file__).parent.parent / "deck.yaml"
STYLE = PaperStyle()
LONG = "Velfærdstransformation kræver, at netværkslederne tør stille spørgsmål ved selvstændiggørelsen. "


@dataclass(frozen=True)
class Made:
    """A handout and all about it."""

    deck: Deck
    document: Document
    references: References
    diagnostics: Diagnostics

    def page(self, number: int) -> Page:
        """Return page ``number``, from 1."""
        return self.document.pages[number - 1]

    def titles(self) -> list[list[str]]:
        """Return the slide titles on each page after the cover; pages of notes to fill up are left out."""
        pages = []
        for page in self.document.pages[1:]:
            found = [_plain(item) for item in page.items if isinstance(item, TextBox) and item.id.endswith("/title")]
            if found != ["Egne noter"]:
                pages.append(found)
        return pages

    def written(self, name: str) -> tuple[int, WriteBox]:
        """Return the page and the place to write with the id ``name``."""
        for page in self.document.pages:
            for item in walk(page.items):
                if isinstance(item, WriteBox) and item.id == name:
                    return page.number, item
        raise KeyError(name)

    def text(self, number: int) -> str:
        """Return all text of a page."""
        return "\n".join(
            _plain(item) for item in walk(self.page(number).items) if isinstance(item, TextBox | TableItem)
        )


def _plain(item: TextBox | TableItem) -> str:
    if isinstance(item, TextBox):
        return "\n".join(par.plain for par in item.pars)
    return "\n".join(par.plain for row in item.rows for cell in row.cells for par in cell.pars)


def compose(deck: Deck) -> Made:
    numbers = {slide.id: number for number, slide in enumerate(deck.slides, 1)}
    diagnostics = Diagnostics()
    document, references = make_handout(deck, numbers, numbers, Theme(), diagnostics)
    return Made(deck, document, references, diagnostics)


def made(slides: str, head: str = HEAD) -> Made:
    return compose(read_deck(slides, head))


def many(count: int, text: str) -> str:
    return "\n".join(f"    - {text.format(i + 1)}" for i in range(count))


# What stands on which page ------------------------------------------------------------------------------------------

TEXT = "- title: {}\n  bullets: [Et, To]\n"
TABLE = "- title: {}\n  table:\n    columns: [A, B]\n    rows:\n" + "\n".join("      - [a, b]" for _ in range(4)) + "\n"
HIGH = "- title: {}\n  bullets:\n" + many(12, LONG) + "\n"

PAGES: dict[str, tuple[str, list[list[str]]]] = {
    "one": (TEXT.format("Et"), [["Et"]]),
    "two texts share a page": (TEXT.format("Et") + TEXT.format("To"), [["Et", "To"]]),
    "three short ones do too": ("".join(TEXT.format(t) for t in ("Et", "To", "Tre")), [["Et", "To", "Tre"]]),
    "four are spread evenly": (
        "".join(TEXT.format(t) for t in ("Et", "To", "Tre", "Fire")),
        [["Et", "To"], ["Tre", "Fire"]],
    ),
    "long ones don't share": (HIGH.format("Et") + HIGH.format("To"), [["Et"], ["To"]]),
    "small tables share": (TABLE.format("Et") + TABLE.format("To"), [["Et", "To"]]),
    "a table and a text share": (TABLE.format("Et") + TEXT.format("To"), [["Et", "To"]]),
    "a board has its page to itself": (
        TEXT.format("Et") + "- title: Tavle\n  board: dots\n" + TEXT.format("To"),
        [["Et"], ["Tavle"], ["To"]],
    ),
    "a section starts a page": (
        TEXT.format("Et") + "- section: Del\n" + TEXT.format("To"),
        [["Et"], ["To"]],
    ),
    "a skipped slide has none": (
        TEXT.format("Et") + TEXT.format("To") + "  handout: {skip: yes}\n" + TEXT.format("Tre"),
        [["Et", "Tre"]],
    ),
    "nothing shown and nothing asked": (
        TEXT.format("Et") + TEXT.format("To") + "  handout: {show: nothing}\n",
        [["Et"]],
    ),
    "a programme with notes has its page": (
        "- title: Program\n  agenda: [{time: 9.00-10.00, item: Hej}]\n  handout: {margin: yes}\n" + TEXT.format("Et"),
        [["Program"], ["Et"]],
    ),
    "questions go on overleaf": (
        "- title: Spørg\n  reflection:\n" + many(8, "Hvordan {}?") + "\n",
        [["Spørg"], ["Spørg (fortsat)"]],
    ),
    "a long list goes on overleaf": (
        "- title: Liste\n  bullets:\n" + many(24, LONG) + "\n",
        [["Liste"], ["Liste (fortsat)"]],
    ),
    "one endless paragraph is divided between lines": (
        "- title: Tekst\n  text: >-\n    " + LONG * 55 + "\n",
        [["Tekst"], ["Tekst (fortsat)"]],
    ),
    "one endless cell too": (
        "- title: Tabel\n  table:\n    columns: [A, B]\n    rows:\n      - [a, '" + LONG * 50 + "']\n",
        [["Tabel"], ["Tabel (fortsat)"]],
    ),
}


@pytest.mark.parametrize(("slides", "expected"), PAGES.values(), ids=PAGES)
def test_which_slides_stand_on_which_page(slides: str, expected: list[list[str]]) -> None:
    result = made(slides)
    assert result.titles() == expected
    assert not list(result.diagnostics)


def test_the_parts_of_a_slide_are_even() -> None:
    result = made("- title: Spørg\n  reflection:\n" + many(8, "Hvordan {}?") + "\n")
    asked = [sum(isinstance(i, WriteBox) and "/spoerg" not in i.id for i in result.page(page).items) for page in (2, 3)]
    assert asked == [4, 4]


def test_a_table_repeats_its_head() -> None:
    result = made("- title: T\n  table:\n    columns: [Kolonne, B]\n    rows:\n" + many(60, "[a, b]") + "\n")
    tables = [i for n in (2, 3, 4) for i in result.page(n).items if isinstance(i, TableItem)]
    assert [table.head_rows for table in tables] == [1, 1, 1]
    assert [table.rows[0].cells[0].pars[0].plain for table in tables] == ["Kolonne"] * 3
    assert sum(len(table.rows) - 1 for table in tables) == 60


def test_what_no_page_can_hold_is_told() -> None:
    result = made("- title: T\n  reflection:\n    - {ask: Hvad?, lines: 40}\n")
    (found,) = result.diagnostics
    assert found.code == "too-tall"
    assert found.span is not None
    assert found.remedy()


@pytest.mark.parametrize(
    ("deck", "line"),
    [
        ("words:\n  BUM: {long}\nslides:\n  - title: T\n    text: BUM\n", 3),
        ("slides:\n  - title: T\n    text: x\n    handout: {{mark: {long}}}\n", 5),
        ("slides:\n  - title: T\n    reflection: [{long}]\n", 4),
    ],
)
def test_what_no_page_can_hold_is_told_at_its_line(tmp_path: Path, deck: str, line: int) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text("deck: {title: T}\n" + deck.format(long="ord og " * 1200), "utf-8")
    places = [found.span and found.span.line for found in check_deck(path) if found.code == "too-tall"]
    assert places == [line]


# Lines --------------------------------------------------------------------------------------------------------------

LINES: list[tuple[str, int]] = [
    ("Hvad ser du?", 3),
    ("Hvilke roller bruger du?", 3),
    ("Hvem kan hjælpe?", 3),
    ("Hvordan kan du lede et netværk?", 4),
    ("Hvor og hvordan ser du det?", 4),
    ("Vi nedbryder barrierer. Hvor og hvordan ser du det?", 4),
    ("Hvis ikke: Hvad skal du gøre?", 6),
    ("If not, what then?", 6),
    ("How do you do?", 4),
    ("Er det lykkedes?", 3),
    ("Et eksempel", 3),
]


@pytest.mark.parametrize(("ask", "lines"), LINES)
def test_a_question_decides_its_lines(ask: str, lines: int) -> None:
    assert least_lines(Question(ask=plain(ask)), STYLE) == lines


def test_the_author_decides_before_the_question() -> None:
    assert least_lines(Question(ask=plain("Hvordan?"), lines=2), STYLE) == 2
    assert least_lines(Question(ask=plain("Hvordan?"), carry_to="Arket"), STYLE) == 5
    assert least_lines(Question(ask=plain("Hvordan?"), answer=(Answer.WORD,)), STYLE) == 1


def test_spare_height_goes_to_the_longest_questions() -> None:
    result = made(
        "- title: Spørg\n  reflection:\n    - {ask: Hvis ikke?, id: long}\n    - {ask: Hvad?, id: short}\n"
        "    - {ask: Hvad?, lines: 2, id: fixed}\n    - {ask: Hvad?, answer: word, id: word}\n"
    )
    counts = {name: result.written(name)[1].count for name in ("long", "short", "fixed", "word")}
    assert counts["long"] > counts["short"] > 3
    assert (counts["fixed"], counts["word"]) == (2, 1)


def test_lines_under_and_beside_the_text() -> None:
    result = made("- title: Et\n  id: et\n  bullets: [Et]\n  handout: {lines: 4, margin: 9}\n")
    assert result.written("et/notes")[1].count == 4
    assert result.written("et/margin")[1].count >= 9


# What the directives print ------------------------------------------------------------------------------------------


def test_ticks_stand_at_every_item() -> None:
    result = made("- title: T\n  numbered: [Et, To, Tre]\n  handout: {ticks: {label: gælder, word: yes}}\n")
    items = result.page(2).items
    assert [i.label for i in items if isinstance(i, Tick)] == ["Et", "To", "Tre"]
    assert [i.count for i in items if isinstance(i, WriteBox) and i.id.endswith("/word")] == [1, 1, 1]
    assert "gælder" in result.text(2)


def test_a_column_to_write_in_has_lines_in_every_row() -> None:
    result = made(
        "- title: T\n  table:\n    columns: [A, B]\n    rows: [[a, b], [c, d]]\n  handout: {column: Hos os}\n"
    )
    items = result.page(2).items
    (table,) = (i for i in items if isinstance(i, TableItem))
    assert [len(row.cells) for row in table.rows] == [3, 3, 3]
    assert all(round(row.height / STYLE.pitch, 6).is_integer() for row in table.rows[1:])
    boxes = [i for i in items if isinstance(i, WriteBox) and i.label.startswith("Hos os")]
    assert [box.count for box in boxes] == [round(row.height / STYLE.pitch) - 1 for row in table.rows[1:]]


def test_crosses_stand_in_every_row() -> None:
    result = made(
        "- title: T\n  comparison:\n    from: A\n    to: B\n    rows:\n      - {theme: t, from: a, to: b}\n"
        "      - {theme: u, from: c, to: d}\n  handout: {crosses: [A, På vej, B], ask: Hvor er I?}\n"
    )
    ticks = [i for i in result.page(2).items if isinstance(i, Tick)]
    assert [t.label for t in ticks] == ["A", "På vej", "B"] * 2
    assert [t.choice.label for t in ticks] == ["t: Hvor er I?"] * 3 + ["u: Hvor er I?"] * 3
    assert all(t.choice.one and t.choice.number == "1.1" for t in ticks)
    assert "1.1" in result.text(2)


def test_each_question_stands_in_every_card() -> None:
    result = made(
        "- title: T\n  cards:\n    - {head: A, text: a}\n    - {head: B, text: b}\n    - {head: C, text: c}\n"
        "  handout:\n    each: [{ask: Hvem?, id: hvem}, {ask: Hvad mangler?, id: hvad}]\n"
    )
    names = [i.id for i in result.page(2).items if isinstance(i, WriteBox)]
    assert [n for n in names if n.startswith("hv")] == [
        "hvem/1", "hvad/1", "hvem/2", "hvad/2", "hvem/3", "hvad/3",
    ]  # fmt: skip
    assert [n for n in ("1.1", "1.2", "1.3", "1.4") if n in result.text(2)] == ["1.1", "1.2", "1.3"]


def test_questions_on_paper_are_numbered_on_from_the_slides_own() -> None:
    result = made(
        "- title: T\n  body:\n    - fields: [Et, To]\n    - reflection: [Hvad?]\n"
        "  handout: {ask: Se her, write: [Hvorfor?]}\n"
    )
    text = result.text(2).split("\n")
    numbers = {text[i + 1]: text[i] for i in range(len(text) - 1) if text[i].startswith("1.")}
    assert numbers == {"Et": "1.1", "To": "1.2", "Hvad?": "1.3", "Se her": "1.4", "Hvorfor?": "1.5"}


SHOW: list[tuple[str, bool, bool]] = [("both", True, True), ("text", True, False), ("thumbnail", False, True),
                                      ("nothing", False, False)]  # fmt: skip


@pytest.mark.parametrize(("show", "text", "thumbnail"), SHOW)
def test_show(show: str, text: bool, thumbnail: bool) -> None:
    result = made(f"- title: T\n  bullets: [Punkt]\n  handout: {{show: {show}, write: [Hvad?]}}\n")
    assert ("Punkt" in result.text(2)) is text
    assert any(isinstance(i, Thumbnail) for i in result.page(2).items) is thumbnail
    assert "Hvad?" in result.text(2)


GROUNDS = {"box": Ruling.FRAME, "dots": Ruling.DOTS, "blank": Ruling.BLANK, "lines": Ruling.LINES}


@pytest.mark.parametrize(("answer", "ground"), GROUNDS.items(), ids=GROUNDS)
def test_what_an_answer_is_written_on(answer: str, ground: Ruling) -> None:
    _, box = made(f"- title: T\n  reflection: [{{ask: Tegn det, answer: {answer}, id: q}}]\n").written("q")
    assert box.ruling is ground
    assert box.box.h >= (3 if answer == "lines" else 6) * STYLE.pitch


def test_an_answer_is_carried_to_its_sheet() -> None:
    result = made("- title: T\n  reflection: [{ask: Hvad nu?, carry-to: Arket, id: q}]\n" + TEXT.format("To") * 3)
    assert result.references.sheets["Arket"] > result.references.questions["q"] == 2
    assert f"Føres videre til Arket, side {result.references.sheets['Arket']}" in result.text(2)
    sheet = result.text(result.references.sheets["Arket"])
    assert "fra side 2" in sheet
    assert "1.1" in sheet
    assert "Hvad nu?" in sheet
    assert result.written("sheet/Arket/q")[1].count >= 9


def test_a_board_is_drawn_on_paper() -> None:
    for pattern, paper in (("dots", Ruling.DOTS), ("lines", Ruling.LINES), ("blank", Ruling.BLANK)):
        result = made(f"- title: T\n  board: {pattern}\n")
        (box,) = (i for i in result.page(2).items if isinstance(i, WriteBox))
        assert box.ruling is paper


def test_the_lines_of_a_board_keep_clear_of_its_corners() -> None:
    result = made("- title: T\n  board: lines\n")
    (box,) = (i for i in result.page(2).items if isinstance(i, WriteBox))
    marks = [i for i in result.page(2).items if isinstance(i, Connector) and "/corner" in i.id]
    assert len(marks) == 8
    highest = min(min(m.y1, m.y2) for m in marks if m.y1 > box.box.y + box.box.h / 2)
    assert box.box.y + box.count * box.pitch < highest


# The whole paper ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "lines", "reported"),
    [
        ("Kort", 1, []),
        ("Et langt navn på et afsnit om velfærdstransformation og samskabelse", 2, []),
        ("Et alt for langt navn på et afsnit om velfærdstransformation, samarbejde, drift, styring og mere endnu", 1,
         [("title-shortened", 4)]),
    ],
)  # fmt: skip
def test_long_names_in_the_contents(title: str, lines: int, reported: list[tuple[str, int]]) -> None:
    result = made(f'- section: "{title}"\n- {{title: A, text: B}}\n')
    (entry,) = (i for i in result.page(1).items if isinstance(i, TextBox) and i.id == "contents/1")
    assert len(entry.pars[0].lines) == lines
    assert [(d.code, d.span and d.span.line) for d in result.diagnostics] == reported
    assert entry.pars[0].plain.endswith("…") == bool(reported)


def test_sources_tell_their_pages() -> None:
    head = HEAD + "sources:\n  a: {number: 1, authors: Bason, title: Bog}\n"
    slides = "".join(HIGH.format(t) + "  source: a\n" for t in ("Et", "To", "Tre")) + HIGH.format("Fire")
    result = made(slides, head)
    assert result.references.sources["a"] == (2, 3, 4)
    assert "s. 2–4" in result.text(6)


@pytest.mark.parametrize(("pages", "shown"), [((6, 7, 13), "6–7, 13"), ((1,), "1"), ((3, 2, 2, 1), "1–3"), ((), "")])
def test_ranges_of_pages(pages: tuple[int, ...], shown: str) -> None:
    assert ranges(pages) == shown


@pytest.mark.parametrize(("numbers", "shown"), [((3, 5, 9), "3–9"), ((9, 3), "3–9"), ((4,), "4"), ((), "")])
def test_a_stretch_of_slides(numbers: tuple[int, ...], shown: str) -> None:
    assert whole_range(numbers) == shown


def test_bookmarks_lead_to_sections_and_slides() -> None:
    result = made(TEXT.format("Et") + "- section: Del\n" + TEXT.format("To") + "- section: Tom\n")
    found = [(b.title, b.page, b.level) for b in result.document.bookmarks[:4]]
    assert found == [("Prøve", 0, 0), ("Et", 1, 0), ("1 Del", 2, 0), ("To", 2, 1)]


@pytest.mark.parametrize("count", [1, 5, 9, 14])
def test_pages_come_out_even_for_the_printer(count: int) -> None:
    result = made("".join(HIGH.format(f"S{i}") for i in range(count)))
    pages = len(result.document.pages)
    assert pages % (4 if pages > 4 else 2) == 0
    assert len(result.titles()) == count


HARD = {
    "no sections": TEXT.format("Et"),
    "twelve sections": "".join(f"- section: {LONG} {i}\n" + TEXT.format(i) for i in range(12)),
    "long title": TEXT.format(LONG * 2),
    "all answers": (
        "- title: T\n  reflection:\n    - {ask: A?, answer: tick, choices: [Et, '" + LONG + "', Tre]}\n"
        "    - {ask: '" + LONG + "', answer: [yes-no, lines]}\n    - {ask: C?, answer: [scale, box], choices: [a, b]}\n"
        "    - {ask: D?, answer: none}\n"
    ),
    "narrow columns": (
        "- title: T\n  columns:\n    - {head: A, numbered: [Et]}\n"
        "    - {head: B, reflection: [{ask: Er du?, answer: yes-no}]}\n"
        "    - {text: Hej}\n  handout: {ticks: gælder}\n"
    ),
    "wide table": "- title: T\n  table:\n    columns: [" + ", ".join("ABCDEFGH") + "]\n    rows: [["
    + ", ".join(["velfærdstransformation"] * 8) + "]]\n",
    "fields": "- title: T\n  fields: {head: Skriv, items: [Et, To, Tre, Fire, Fem, Seks, Syv]}\n",
    "mixed": TABLE.format("Et") + HIGH.format("To") + TEXT.format("Tre") + TABLE.format("Fire"),
}  # fmt: skip


@pytest.fixture(scope="module", params=["course day", *HARD])
def paper(request: pytest.FixtureRequest) -> Made:
    name: str = request.param
    if name == "course day":
        deck = read(COURSE_DAY).deck
        assert deck is not None
        return compose(deck)
    return made(HARD[name])


def _areas(page: Page) -> list[tuple[str, Rect]]:
    """Return what stands on a page and where, page furniture left out."""
    areas = []
    for item in page.items:
        if isinstance(item, TextBox) and item.artifact:
            continue
        if isinstance(item, TextBox | TableItem | WriteBox | Thumbnail):
            areas.append((item.id, item.box))
    return areas


def test_nothing_leaves_the_margins(paper: Made) -> None:
    for page in paper.document.pages[1:]:
        left = mm(26) if page.number % 2 else mm(20)
        for name, area in _areas(page):
            assert area.x >= left - 0.1, (page.number, name)
            assert area.right <= left + STYLE.width + 0.1, (page.number, name)
            assert area.y >= STYLE.head_top, (page.number, name)
            assert area.bottom <= STYLE.body_bottom + 0.1, (page.number, name)
    for name, area in _areas(paper.document.pages[0]):
        assert 0 < area.x < area.right < STYLE.page_width, name
        assert 0 < area.y < area.bottom < STYLE.page_height, name


def test_no_two_texts_overlap(paper: Made) -> None:
    for page in paper.document.pages:
        boxes = [(item.id, item.box) for item in page.items if isinstance(item, TextBox) and not item.artifact]
        for (a, one), (b, other) in combinations(boxes, 2):
            across = min(one.right, other.right) - max(one.x, other.x)
            down = min(one.bottom, other.bottom) - max(one.y, other.y)
            # a note may stand at the right of a question's own line, beyond the words
            if a.endswith(("/aside", "/number", "/word")) or b.endswith(("/aside", "/number", "/word")):
                continue
            assert across < 1 or down < 1, (page.number, a, b)


def test_no_line_is_wider_than_its_box(paper: Made) -> None:
    for page in paper.document.pages:
        for item in walk(page.items):
            if isinstance(item, TextBox):
                for par in item.pars:
                    for line in par.lines:
                        ends = [piece.x + piece.width for piece in line.pieces]
                        assert max(ends, default=0.0) <= item.box.w + 1.1, (page.number, item.id)


def test_every_question_is_answered_on_its_own_page(paper: Made) -> None:
    for question, page in paper.references.questions.items():
        places = [
            leaf.number
            for leaf in paper.document.pages
            for item in leaf.items
            if isinstance(item, WriteBox | Tick) and (item.id == question or item.id.startswith(f"{question}/"))
        ]
        assert all(place == page for place in places), question


def test_lines_are_nine_millimetres_apart(paper: Made) -> None:
    for page in paper.document.pages:
        for item in page.items:
            if isinstance(item, WriteBox) and item.ruling is Ruling.LINES:
                assert item.pitch == pytest.approx(mm(9))
                assert item.box.h == pytest.approx(item.count * item.pitch)


def test_contents_lead_to_pages(paper: Made) -> None:
    anchors = {name: page.number for page in paper.document.pages for name in page.anchors}
    linked = {
        run.link: run.text
        for item in paper.document.pages[0].items
        if isinstance(item, TextBox) and item.id.endswith("/page")
        for par in item.pars
        for run in par.runs
        if run.link
    }
    assert linked
    assert {link: str(anchors[link[1:]]) for link in linked} == linked


def test_ids_of_answers_are_unique(paper: Made) -> None:
    items = [i for f in paper.document.pages for i in walk(f.items) if isinstance(i, WriteBox | Tick)]
    names = [i.id for i in items if not (isinstance(i, WriteBox) and i.echo)]
    assert len(names) == len(set(names))


def test_no_page_is_half_empty(paper: Made) -> None:
    for page in paper.document.pages[1:]:
        lowest = max(area.bottom for _, area in _areas(page))
        assert lowest > STYLE.page_height / 2, page.number


def test_nothing_is_wrong(paper: Made) -> None:
    assert not [d for d in paper.diagnostics if d.code != "title-shortened"]


# The course day -----------------------------------------------------------------------------------------------------


def test_the_course_day() -> None:
    deck = read(COURSE_DAY).deck
    assert deck is not None
    result = compose(deck)
    assert len(result.document.pages) == 32
    assert result.references.sections == {1: 5, 2: 13, 3: 19, 4: 24, 5: 26}
    assert result.titles()[2] == ["Workshop: en ledelsessnak", "Møde for RL og PL"]
    assert "Hos os" in result.text(7)


# Hyphenation --------------------------------------------------------------------------------------------------------

WORDS = [
    ("velfærdstransformation", "velfærds-transformation"),
    ("andenordensforandring", "andenordens-forandring"),
    ("Andenordensstrategi", "Andenordens-strategi"),
    ("beslutningsgrundlag,", "beslutnings-grundlag,"),
    ("forandring", "forandring"),
    ("begrænsede", "begrænsede"),
]


@pytest.mark.parametrize(("word", "divided"), WORDS)
def test_compounds_are_divided_at_their_joints(word: str, divided: str) -> None:
    points = (0, *hyphenator("da-DK")(word), len(word))
    assert "-".join(word[a:b] for a, b in pairwise(points)) == divided


def test_a_language_without_patterns_is_never_hyphenated() -> None:
    assert hyphenator("xx-XX")("velfærdstransformation") == ()


def test_the_date_stands_under_the_title_on_the_cover() -> None:
    head = "deck:\n  title: Prøve\n  subtitle: Om at prøve\n  date: 9. april 2027\n"
    cover = made("- title: A\n  text: a", head).document.pages[0]
    places = {item.id: item.box for item in cover.items if isinstance(item, TextBox)}
    assert places["cover/title"].bottom <= places["cover/subtitle"].y < places["cover/date"].y
    assert places["cover/subtitle"].bottom <= places["cover/date"].y
