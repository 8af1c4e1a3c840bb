"""The structure of a tagged PDF, read as a screen reader reads it and held against the pages it comes from.

No validator sees text marked as an artifact, a scrambled order or a space lost at a line end.
"""

import io
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from deckbuild.frame.items import Group, Item, PictureItem, Shape, TableItem, TextBox, Thumbnail
from deckbuild.frame.text import Par, Tag
from deckbuild.pipeline.lay_out import LaidOut, lay_out_deck
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper

DECK = Path(__file__).parent.parent / "deck.yaml"


class Tagged:
    """A tagged PDF: its content by mark, and its elements."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.root = self.pdf.Root.StructTreeRoot
        nums = list(self.root.ParentTree.Nums)
        self.parents = {int(nums[i]): nums[i + 1] for i in range(0, len(nums), 2)}
        self.pages = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}
        self.faults: list[str] = []
        self.text: dict[tuple[int, int], str] = {}
        self.artifacts: list[str] = []
        """The text of each page that is in no element."""
        for number, page in enumerate(self.pdf.pages):
            self._read(number, page)

    def _read(self, number: int, page: pikepdf.Page) -> None:
        open_marks: list[int | None] = []
        artifacts = ""
        table: dict[int, str] = {}
        fonts = {name: codes(font) for name, font in page.Resources.get("/Font", {}).items()}
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BMC":
                    open_marks.append(None)
                case "BDC":
                    mark = operands[1].get("/MCID")
                    open_marks.append(None if mark is None else int(mark))
                    if mark is not None:
                        if (number, int(mark)) in self.text:
                            self.faults.append(f"page {number}: mark {mark} twice")
                        if len(open_marks) > 1:
                            self.faults.append(f"page {number}: mark {mark} inside another")
                        self.text[number, int(mark)] = ""
                case "EMC":
                    open_marks.pop()
                case "Tf":
                    table = fonts[str(operands[0])]
                case "Tj" | "TJ":
                    parts = operands if str(operator) == "Tj" else operands[0]
                    shown = "".join(table[c] for p in parts if isinstance(p, pikepdf.String) for c in bytes(p))
                    mark = next((m for m in open_marks if m is not None), None)
                    if mark is None:
                        artifacts += shown
                    else:
                        self.text[number, mark] += shown
                case "re" | "m" | "Do" if not open_marks:
                    self.faults.append(f"page {number}: {operator} in no mark")
        if open_marks:
            self.faults.append(f"page {number}: {len(open_marks)} marks left open")
        self.artifacts.append(artifacts)

    def kids(self, element: pikepdf.Object) -> Iterator[pikepdf.Object | tuple[int, int]]:
        """Yield elements, annotations and marks as (page, number)."""
        found = element.get("/K", pikepdf.Array())
        for kid in found if isinstance(found, pikepdf.Array) else [found]:
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") != pikepdf.Name.MCR:
                yield kid
            elif isinstance(kid, pikepdf.Dictionary):
                yield self.pages[kid.Pg.objgen], int(kid.MCID)
            else:
                yield self.pages[element.Pg.objgen], int(kid)

    def elements(self, element: pikepdf.Object | None = None) -> Iterator[pikepdf.Object]:
        """Yield elements in reading order, each before those in it."""
        element = self.root.K if element is None else element
        yield element
        for kid in self.kids(element):
            if not isinstance(kid, tuple) and "/S" in kid:
                yield from self.elements(kid)

    def read(self, element: pikepdf.Object | None = None) -> Iterator[str]:
        """Yield what a screen reader says, stretch by stretch; of a figure its description."""
        element = self.root.K if element is None else element
        if str(element.S) == "/Figure":
            yield f" {element.Alt} "
            return
        block = str(element.S) not in ("/Link", "/Span")
        yield " " if block else ""
        for kid in self.kids(element):
            if isinstance(kid, tuple):
                yield self.text[kid]
            elif "/S" in kid:
                yield from self.read(kid)
        yield " " if block else ""

    def check(self) -> list[str]:
        """Return what is wrong between marks, elements and the parent tree."""
        faults = list(self.faults)
        owned: dict[tuple[int, int], object] = {}
        for element in self.elements():
            for kid in self.kids(element):
                if isinstance(kid, tuple):
                    faults += [f"{kid} in two elements"] * (kid in owned)
                    owned[kid] = element.objgen
                elif "/S" in kid:
                    faults += [f"{kid.S} does not know its parent"] * (kid.P.objgen != element.objgen)
                elif self.parents[int(kid.Obj.StructParent)].objgen != element.objgen:
                    faults.append(f"an annotation does not know its {element.S}")
        faults += [f"{mark} in no element" for mark in self.text if mark not in owned]
        faults += [f"{mark} is drawn nowhere" for mark in owned if mark not in self.text]
        for number, page in enumerate(self.pdf.pages):
            row = self.parents[int(page.StructParents)]
            mine = {mark: owner for (on, mark), owner in owned.items() if on == number}
            if {mark: element.objgen for mark, element in enumerate(row)} != mine:
                faults.append(f"page {number}: the parent tree says something else")
        return faults


def codes(font: pikepdf.Object) -> dict[int, str]:
    """Return the characters of a font's codes."""
    rows = re.findall(r"<(..)> <(....)>", font.ToUnicode.read_bytes().decode())
    return {int(code, 16): chr(int(letter, 16)) for code, letter in rows}


def words(texts: Iterable[str]) -> list[str]:
    return "".join(texts).replace("\u00ad", "").split()


def said(items: Iterable[Item]) -> Iterator[str]:
    """Yield what ``items`` have to say, in their order."""
    for item in items:
        if isinstance(item, Shape | PictureItem | Group | Thumbnail) and item.alt:
            yield f"{item.alt} "
        elif isinstance(item, Group):
            yield from said(item.items)
        elif (isinstance(item, TextBox) and not item.artifact) or isinstance(item, Shape):
            yield from par_texts(item.pars)
        elif isinstance(item, TableItem):
            for row in item.rows:
                for cell in row.cells:
                    yield from par_texts(cell.pars)


def par_texts(pars: Iterable[Par]) -> Iterator[str]:
    for par in pars:
        if par.tag is not Tag.ARTIFACT:
            yield (par.bullet.run.text if par.bullet else "") + " "
            yield "".join(run.text for run in par.runs) + " "


@pytest.fixture(scope="module")
def course() -> LaidOut:
    laid_out, _ = lay_out_deck(DECK)
    assert laid_out is not None
    return laid_out


@pytest.fixture(scope="module", params=[PaperKind.HANDOUT, PaperKind.SLIDES_PDF])
def paper(request: pytest.FixtureRequest, course: LaidOut) -> tuple[Tagged, list[tuple[Item, ...]]]:
    pages = course.document.pages if request.param is PaperKind.HANDOUT else course.presentation.frames
    return Tagged(render_paper(course, request.param)), [page.items for page in pages]


Paper = tuple[Tagged, list[tuple[Item, ...]]]


def test_a_screen_reader_says_all_text_in_order(paper: Paper) -> None:
    tagged, pages = paper
    assert words(tagged.read()) == words(text for items in pages for text in said(items))


def test_marks_and_elements_belong_to_one_another(paper: Paper) -> None:
    assert paper[0].check() == []


def test_headings_begin_at_one_and_skip_no_level(paper: Paper) -> None:
    levels = [int(str(e.S)[2]) for e in paper[0].elements() if re.fullmatch(r"/H\d", str(e.S))]
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_running_heads_and_page_numbers_are_not_read_aloud(course: LaidOut) -> None:
    tagged = Tagged(render_paper(course, PaperKind.HANDOUT))
    total = len(course.document.pages)
    for number, text in enumerate(tagged.artifacts[1:], 2):
        assert f"{number} / {total}" in text.replace("\u00a0", " ").replace("\u2009", " ")


def test_each_page_title_opens_a_section(course: LaidOut) -> None:
    tagged = Tagged(render_paper(course, PaperKind.HANDOUT))
    titles = [
        par.plain
        for page in course.document.pages
        for item in page.items
        if isinstance(item, TextBox)
        for par in item.pars
        if par.tag is Tag.HEAD
    ]
    sections = list(tagged.kids(tagged.root.K))[1:]
    assert [" ".join(words(tagged.read(next(iter(tagged.kids(s)))))) for s in sections] == titles
