"""The booklet to fold: which pages stand on which side of which sheet, and that nothing of them is lost."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tools
from deckbuild.frame.document import Document, Page
from deckbuild.handout.pagination.imposition import imposed, pairs
from deckbuild.model.edition import Edition
from deckbuild.pipeline.lay_out import LaidOut, lay_out_deck
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper
from deckbuild.units import mm

DAY = Path(__file__).parent.parent / "deck.yaml"


@pytest.mark.parametrize(
    ("pages", "sides"),
    [
        (1, [(None, 1), (None, None)]),
        (2, [(None, 1), (2, None)]),
        (4, [(4, 1), (2, 3)]),
        (5, [(None, 1), (2, None), (None, 3), (4, 5)]),
        (8, [(8, 1), (2, 7), (6, 3), (4, 5)]),
    ],
)
def test_sides_hold_the_pages_that_fold_together(pages, sides):
    assert [tuple(p + 1 if p < pages else None for p in pair) for pair in pairs(pages)] == sides


@given(st.integers(1, 200))
def test_a_folded_booklet_reads_from_the_first_page_to_the_last(pages):
    """Folded, the right halves of the fronts and the left halves of the backs come first, from the outside in."""
    sides = list(pairs(pages))
    fronts, backs = sides[::2], sides[1::2]
    first = [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
    second = [page for front, back in zip(fronts[::-1], backs[::-1], strict=True) for page in (back[1], front[0])]
    assert [*first, *second] == list(range(len(sides) * 2))
    assert len(sides) * 2 - pages < 4


@pytest.fixture(scope="module")
def day() -> LaidOut:
    laid_out, diagnostics = lay_out_deck(DAY, editions=(Edition.BOOKLET,))
    assert laid_out, list(diagnostics)
    return laid_out


@pytest.fixture(scope="module")
def proof(day: LaidOut) -> bytes:
    return render_paper(day, PaperKind.HANDOUT, Edition.BOOKLET)


def test_each_half_of_each_side_holds_its_page(proof):
    """The page numbers printed in the feet, read from the left and from the right half of every side."""
    sides = pypdfium2.PdfDocument(proof)
    total = len(sides) * 2
    for side, (left, right) in zip(sides, pairs(total), strict=True):
        width, height = side.get_size()
        text = side.get_textpage()
        for place, (start, end) in ((left, (0, width / 2)), (right, (width / 2, width))):
            half = text.get_text_bounded(start, 0, end, height)
            assert (f"{place + 1} / {total}" in half) == (place > 0)  # the cover has no number


def test_sheets_are_a4_on_their_side_and_pages_meet_at_the_fold(day, proof):
    for side in pypdfium2.PdfDocument(proof):
        assert side.get_size() == pytest.approx((mm(297), mm(210)), abs=0.1)
    left = Page(number=1, width=mm(148), height=mm(210), items=())
    sheet = imposed(Document(title="", author="", lang="da-DK", pages=(left,), bookmarks=())).pages[0]
    assert (sheet.width, sheet.height) == (mm(297), mm(210))
    assert len(day.documents[Edition.BOOKLET].pages) % 2 == 0


def test_what_is_for_the_printer_claims_nothing_of_readers(tmp_path, proof):
    path = tmp_path / "booklet.pdf"
    path.write_bytes(proof)
    assert tools.qpdf_check(path) == []
    with pikepdf.open(io.BytesIO(proof)) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert "/MarkInfo" not in pdf.Root
        assert "/Outlines" not in pdf.Root
        assert all("/Annots" not in page for page in pdf.pages)
    assert b"pdfuaid" not in proof
    assert b"pdfaid" not in proof


def test_slides_name_the_pages_of_the_participants_edition_still(day):
    alone, _ = lay_out_deck(DAY, editions=())
    assert alone
    assert alone.presentation == day.presentation
