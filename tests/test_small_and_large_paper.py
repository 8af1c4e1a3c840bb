"""Pages of A5 and of large print: as full as those of A4, and parted where a reader would part them."""

from __future__ import annotations

import pytest

from deckbuild.frame.document import Page
from deckbuild.frame.items import Group, Shape, TableItem, TextBox, Thumbnail, WriteBox
from decks import read_deck
from test_paper_rules import LARGE, LOOKS, composed, course_day

NARROW = {"A5": LOOKS["A5 airy"], "A5 normal": LOOKS["A5 normal"], "large print": LARGE}


def _table(columns: int, cell: str) -> str:
    """Return a slide with a table of 18 rows of one line, and a column to write in."""
    heads = ", ".join(f"Kol. {n}" for n in range(1, columns + 1))
    rows = "\n".join(f"    - [{', '.join([str(n), *[cell] * (columns - 1)])}]" for n in range(1, 19))
    return f"- title: T\n  table:\n    columns: [{heads}]\n    rows:\n{rows}\n  handout: {{column: Hos os}}\n"


def _write_boxes(pages: tuple[Page, ...]) -> list[WriteBox]:
    return [i for page in pages for i in page.items if isinstance(i, WriteBox) and i.label.startswith("Hos os: ")]


@pytest.mark.parametrize("look", NARROW)
@pytest.mark.parametrize(
    ("columns", "cell", "most"),
    [
        (3, "kort", 3),
        (4, "Velfærdsdirektør", 3),  # fits without the column to write in
        (8, "Kommunalbestyrelsesmedlem", 9),  # fits in no way: records
    ],
)
def test_a_table_to_write_in_takes_few_pages(look: str, columns: int, cell: str, most: int) -> None:
    document, diagnostics = composed(read_deck(_table(columns, cell)), NARROW[look])
    assert not list(diagnostics)
    pages = [page for page in document.pages if _write_boxes((page,))]
    assert len(pages) <= most
    boxes = _write_boxes(document.pages)
    assert [box.label for box in boxes] == [f"Hos os: {n}" for n in range(1, 19)]
    assert all(box.count >= 1 for box in boxes)


@pytest.mark.parametrize("look", NARROW)
def test_without_room_for_the_column_each_row_has_a_line_under_it(look: str) -> None:
    pages = composed(read_deck(_table(4, "Velfærdsdirektør")), NARROW[look])[0].pages
    for page in pages:
        for table in (item for item in page.items if isinstance(item, TableItem)):
            edges = [table.box.y + sum(row.height for row in table.rows[:n]) for n in range(len(table.rows) + 1)]
            own = [box for box in _write_boxes((page,)) if table.box.y < box.box.y < table.box.bottom]
            assert [box.box.bottom for box in own] == pytest.approx(edges[-len(own) :])
    heads = [i.pars[0].plain for page in pages for i in page.items if isinstance(i, TextBox) and i.id.endswith("/head")]
    assert heads.count("Hos os") == 18


def _items_on_pages(pages: tuple[Page, ...], mark: str) -> list[int]:
    """Return how many items that begin with ``mark`` stand on each page that has any."""
    counts = [
        sum(par.plain.startswith(mark) for i in page.items if isinstance(i, TextBox) for par in i.pars)
        for page in pages
    ]
    return [count for count in counts if count]


@pytest.mark.parametrize("look", NARROW)
@pytest.mark.parametrize("ticked", [False, True], ids=["plain", "with circles"])
def test_no_item_of_a_list_stands_alone(look: str, ticked: bool) -> None:
    """The list comes lower and lower on the page, so that it meets its foot in every way."""
    for items in (2, 3, 5, 6):
        for above in range(9, 19, 2 if items > 3 else 1):
            listed = ", ".join(f"Punkt {n}" for n in range(1, items + 1))
            intro = ", ".join(f"Linje {n}" for n in range(above))
            ticks = "\n  handout: {ticks: hos os}" if ticked else ""
            before = f"- bullets: [{intro}]"
            own = f"- bullets: {{head: Liste, items: [{listed}]}}"
            after = "- bullets: [Efter en, Efter to, Efter tre, Efter fire, Efter fem]"
            slides = f"- title: B\n  body:\n  {before}\n  {own}\n  {after}{ticks}\n"
            counts = _items_on_pages(composed(read_deck(slides), NARROW[look])[0].pages, "Punkt")
            assert sum(counts) == items
            assert min(counts) >= 2, (items, above, counts)


def test_items_that_are_high_may_part() -> None:
    """A list stays whole only where that is no page: what can be printed is printed."""
    high = "ord " * 260
    document, diagnostics = composed(read_deck(f"- title: B\n  bullets: [{high}, {high}, {high}]\n"), LARGE)
    assert not list(diagnostics)
    assert len(document.pages) > 3


@pytest.mark.parametrize("look", NARROW)
def test_a_thumbnail_is_as_wide_as_the_text(look: str) -> None:
    """Small ones can't be read, and without a notes column they took the place of write lines."""
    style = NARROW[look]
    shown = [
        (item.box.w, page.number)
        for page in (*course_day(style), *composed(read_deck(_SHOWN), style)[0].pages)
        for item in page.items
        if isinstance(item, Thumbnail)
    ]
    assert shown
    assert all(width == pytest.approx(style.measure) for width, _ in shown)


_SHOWN = """\
- {title: A, text: Ord, handout: {show: both}}
- {title: B, text: Ord, handout: {show: thumbnail}}
- {title: C, text: Ord}
"""


@pytest.mark.parametrize("drawing", ["cycle"])
def test_a_drawing_stays_with_the_list_of_its_labels(drawing: str) -> None:
    items = "[Forberedelse af mødet, Gennemførelsen, Opfølgning på aftalerne, Evaluering med borgerne]"
    lists = 0
    for above in range(1, 12, 3):
        intro = ", ".join(f"Linje {n}" for n in range(above))
        slides = f"- title: A\n  bullets: [{intro}]\n- title: B\n  {drawing}: {{alt: Tre dele, items: {items}}}\n"
        for page in composed(read_deck(slides), LARGE)[0].pages:
            drawn = any(isinstance(item, Group) for item in page.items)
            listed = any(isinstance(item, TextBox) and "/labels/" in item.id for item in page.items)
            assert not listed or drawn, (above, page.number)
            lists += listed
    assert lists


@pytest.mark.parametrize("look", NARROW)
def test_no_question_and_no_card_stands_alone(look: str) -> None:
    """Where two take less than a page: their write lines are fewer there, and grow when there is room."""
    asked = ", ".join(f"Punkt {n}" for n in range(1, 5))
    for slides in (
        f"- title: R\n  reflection: [{asked}, Punkt 5]\n",
        f"- title: H\n  hub: {{center: Midte, alt: Fire felter, fields: [{asked}]}}\n  handout: {{each: [Hvad?]}}\n",
        f"- title: C\n  cards: [{', '.join(f'{{head: Punkt {n}, text: Ord}}' for n in range(1, 5))}]\n"
        "  handout: {each: [Hvad?, Hvem?]}\n",
    ):
        counts = _items_on_pages(composed(read_deck(slides), NARROW[look])[0].pages, "Punkt")
        assert min(counts) >= 2, (slides, counts)


def test_labels_in_large_print_are_large_or_stand_under_the_drawing() -> None:
    """Those of figure 19 are 16 points high, so that no list of them can be parted from it."""
    figure = next(i for page in course_day(LARGE) for i in page.items if isinstance(i, Group) and "step1" in str(i))
    assert {par.leading for step in figure.items if isinstance(step, Shape) for par in step.pars} == {18.7}
    texts = [i.id for page in course_day(LARGE) for i in page.items if isinstance(i, TextBox)]
    assert not [name for name in texts if name.startswith("velfaerdsinstitutionernes") and "/labels/" in name]


@pytest.mark.parametrize("look", NARROW)
def test_a_title_that_continues_is_no_larger_than_the_first(look: str) -> None:
    for page in course_day(NARROW[look]):
        for title in (i for i in page.items if isinstance(i, TextBox) and i.id.endswith("/title")):
            if title.pars[0].plain.endswith("(fortsat)"):
                assert title.pars[0].leading == NARROW[look].slide_title.step.leading


@pytest.mark.parametrize("look", NARROW)
def test_lines_for_own_notes_under_a_text_have_a_heading(look: str) -> None:
    for page in course_day(NARROW[look]):
        boxes = [i for i in page.items if isinstance(i, WriteBox) and i.note and not i.id.startswith("notes/")]
        heads = {i.id for i in page.items if isinstance(i, TextBox) and i.pars[0].plain == "Egne noter"}
        assert all(f"{box.id}/head" in heads for box in boxes), page.number


def test_a_carried_answer_names_the_page_of_its_question_on_the_sheet() -> None:
    """The sheet takes several pages."""
    questions = "\n".join(f"  - {{ask: Hvad {'nu ' * 30}{n}?, carry-to: Arket}}" for n in range(1, 7))
    pages = composed(read_deck(f"- title: R\n  reflection:\n{questions}\n"), LARGE)[0].pages
    on_sheet = {
        i.id.split("/")[-2]: page.number
        for page in pages for i in page.items
        if isinstance(i, TextBox) and i.id.startswith("sheet/") and i.id.endswith("/ask")
    }  # fmt: skip
    carried = {
        i.id.split("/")[-2]: int(i.pars[0].plain.split()[-1])
        for page in pages for i in page.items
        if isinstance(i, TextBox) and i.id.endswith("/carried")
    }  # fmt: skip
    assert len(set(on_sheet.values())) > 1
    assert carried == on_sheet
