"""Pages of A5 and of large print: as full as those of A4, and parted where a reader would part them."""

from __future__ import annotations

import pytest

from deckbuild.frame.document import Page
from deckbuild.frame.items import TableItem, TextBox, WriteBox
from decks import read_deck
from test_paper_rules import LARGE, LOOKS, composed

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
