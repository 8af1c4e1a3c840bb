"""Tables and text in the files: where the writers put what layout measured, and what a screen reader finds there."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf
import pptx
import pytest
from lxml import etree
from pptx.oxml.ns import qn

from deckbuild.fonts.faces import ASCENT, DESCENT, Style
from deckbuild.frame.document import Document, Frame, Page, Presentation
from deckbuild.frame.items import (
    Anchor,
    Border,
    Item,
    LayoutKind,
    TableCell,
    TableItem,
    TableRow,
    TextBox,
)
from deckbuild.frame.text import Bullet, Par, Tag
from deckbuild.layout.text.bullets import dash, hanging
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, baseline, set_par, stack, text_width
from deckbuild.model.text import BREAK, Run
from deckbuild.model.theme import HAIR, INK, Step, Theme
from deckbuild.units import Rect
from deckbuild.writers.pdf import write_handout, write_slides
from deckbuild.writers.pptx import write
from test_pdf_tags import Tagged, codes

HEIGHT = 540
STEP = Step(20, 28)
BASE = baseline(STEP)
"""How far under the top of a line its baseline is, in points."""
PAPER = TextSettings(fill=1.0)
THIN, THICK = Border(0.75, HAIR), Border(2, INK)


def par(
    text: str | tuple[Run, ...],
    width: float = 400,
    bullet: Bullet | None = None,
    lang: str = "da-DK",
    **style: Any,
) -> Par:
    runs = (Run(text),) if isinstance(text, str) else text
    return set_par(runs, ParStyle(STEP, **style), width, TextSettings(lang=lang, fill=1.0), bullet)


def cell(
    text: str, bottom: Border | None = THIN, top: float = 6, left: float = 0, anchor: Anchor = Anchor.TOP, **more: Any
) -> TableCell:
    pars = stack([par(text)]) if text else ()
    return TableCell(pars=pars, inset=(left, 6, 16, 7), bottom=bottom, text_top=top, anchor=anchor, **more)


def table(*rows: tuple[float, tuple[TableCell, ...]], widths: tuple[float, ...] = (100, 200), **more: Any) -> TableItem:
    made = tuple(TableRow(height, cells) for height, cells in rows)
    box = Rect(48, 100, sum(widths), sum(row.height for row in made))
    return TableItem(id="t", box=box, widths=widths, rows=made, **{"head_rows": 1, "head_column": False, **more})


def presentation(*items: Item) -> Presentation:
    frame = Frame(
        id="a", slide="a", number=1, title="", layout=LayoutKind.BOARD, section=0, items=items, anchors=("b",)
    )
    return Presentation(title="", author="", lang="da-DK", frames=(frame,))


# PowerPoint


def native(item: TableItem) -> Any:
    """The table of a .pptx, as python-pptx reads it."""
    (slide,) = pptx.Presentation(BytesIO(write(presentation(item), Theme()))).slides
    return next(shape for shape in slide.shapes if shape.has_table)


def side(of: Any, name: str) -> tuple[float, str]:
    """A cell's rule: its width in points, and whether it is drawn."""
    line = of._tc.tcPr.find(qn(f"a:{name}"))
    return int(line.get("w")) / 12700, etree.QName(line[0]).localname


TWO = table((33, (cell("Tid", THICK), cell("Hvad", THICK))), (40, (cell("9.00"), cell("Tjek ind"))))


def test_a_native_table_stands_where_layout_put_it():
    shape = native(TWO)
    assert [length.pt for length in (shape.left, shape.top, shape.width, shape.height)] == [48, 100, 300, 73]
    assert [column.width.pt for column in shape.table.columns] == [100, 200]
    assert [row.height.pt for row in shape.table.rows] == [33, 40]
    assert [[each.text for each in row.cells] for row in shape.table.rows] == [["Tid", "Hvad"], ["9.00", "Tjek ind"]]


def test_lengths_are_rounded_so_that_columns_and_rows_add_up():
    third = 100 / 3 + 0.00003
    shape = native(table(*[(third, (cell("a"), cell("b"), cell("c")))] * 3, widths=(third, third, third), head_rows=0))
    for lengths, whole in (
        ([column.width for column in shape.table.columns], shape.width),
        ([row.height for row in shape.table.rows], shape.height),
    ):
        assert sum(lengths) == whole == round(3 * third * 12700)
        assert max(lengths) - min(lengths) <= 1


@pytest.mark.parametrize(
    ("head_rows", "head_column", "first"),
    [(1, True, (True, True)), (1, False, (True, False)), (0, True, (False, True))],
)
def test_a_native_table_says_which_row_and_column_are_heads(
    head_rows: int, head_column: bool, first: tuple[bool, bool]
):
    made = native(table((40, (cell("a"), cell("b"))), head_rows=head_rows, head_column=head_column)).table
    assert (made.first_row, made.first_col) == first
    assert not made.horz_banding


def test_cells_state_their_insets_and_where_their_text_stands():
    made = native(
        table(
            (40, (cell("a", left=3), cell("b", anchor=Anchor.BOTTOM))),
            (40, (cell("c", anchor=Anchor.MIDDLE), cell("d"))),
        )
    ).table
    first = made.cell(0, 0)
    assert [margin.pt for margin in (first.margin_left, first.margin_top, first.margin_right, first.margin_bottom)] == [
        3,
        6,
        16,
        7,
    ]
    anchors = [made.cell(row, column)._tc.tcPr.get("anchor") for row in (0, 1) for column in (0, 1)]
    assert anchors == [None, "b", "ctr", None]


def test_a_cell_states_its_rules_where_one_of_them_is_not_the_styles():
    """The rule below, and the one of the row above. Nothing is stated beside, nor where both are as usual."""
    made = native(
        table(
            (30, (cell("a", THICK), cell("b", None))),
            (30, (cell("c"), cell("d"))),
            (30, (cell("e"), cell("f"))),
        )
    ).table
    none, thick, thin = (0, "noFill"), (2, "solidFill"), (0.75, "solidFill")
    rules = [
        [tuple(side(each, tag) for tag in ("lnT", "lnB") if each._tc.tcPr.find(qn(f"a:{tag}")) is not None)
         for each in row.cells]
        for row in made.rows
    ]  # fmt: skip
    assert rules == [[(none, thick), (none, none)], [(thick, thin), (none, thin)], [(), ()]]
    assert {each._tc.tcPr[-1].tag for each in made.iter_cells()} == {qn("a:noFill")}


def test_a_row_that_is_short_is_filled_up_and_one_that_is_long_is_cut():
    made = native(
        table(
            (30, (cell("a", THICK), cell("b"), cell("c"))),
            (30, (cell("d"),)),
            (30, ()),
            widths=(50, 60),
        )
    ).table
    assert [[each.text for each in row.cells] for row in made.rows] == [["a", "b"], ["d", ""], ["", ""]]
    # what is added looks like the last cell, also when somebody types in it
    added = made.cell(1, 1)
    assert (added.margin_right.pt, side(added, "lnB")) == (16, (0.75, "solidFill"))
    sizes = [end.get("sz") for end in added._tc.iter(qn("a:endParaRPr"))]
    assert sizes == ["2300"]
    assert side(made.cell(2, 0), "lnB") == (0, "noFill")
    assert made.cell(2, 0).margin_left.pt == 0


def test_a_native_table_is_one_that_powerpoint_opens():
    """``p:graphicFrame`` with ``a:tbl`` in it, in the order of the standard, and no other."""
    shape = native(TWO)
    frame = shape._element
    assert [etree.QName(each).localname for each in frame] == ["nvGraphicFramePr", "xfrm", "graphic"]
    assert [etree.QName(each).localname for each in frame[0]] == ["cNvPr", "cNvGraphicFramePr", "nvPr"]
    assert frame[0][1][0].get("noGrp") == "1"
    data = frame[2][0]
    assert data.get("uri") == "http://schemas.openxmlformats.org/drawingml/2006/table"
    assert [etree.QName(each).localname for each in data[0]] == ["tblPr", "tblGrid", "tr", "tr"]
    assert [etree.QName(each).localname for each in data[0][2][0]] == ["txBody", "tcPr"]
    assert data[0][0].find(qn("a:tableStyleId")).text.startswith("{")
    line = data[0][2][0][1].find(qn("a:lnB"))
    assert (line.get("cap"), line.get("cmpd"), line.get("algn")) == ("flat", "sng", "ctr")
    assert line.find(qn("a:prstDash")).get("val") == "solid"


# PDF


class Text(NamedTuple):
    """What one operator shows, and its origin in points from the top left corner of the page."""

    text: str
    x: float
    y: float


class Rule(NamedTuple):
    """A line across, in points from the top left corner."""

    width: float
    left: float
    right: float
    y: float


def drawn(pdf: bytes) -> tuple[list[Text], list[Rule]]:
    """Read the first page's operators."""
    opened = pikepdf.open(BytesIO(pdf))
    page = opened.pages[0]
    fonts = {name: codes(font) for name, font in page.Resources.get("/Font", {}).items()}
    texts: list[Text] = []
    rules: list[Rule] = []
    table: dict[int, str] = {}
    place, start, width = (0.0, 0.0), (0.0, 0.0), 0.0
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                table = fonts[str(operands[0])]
            case "Tm":
                place = (float(operands[4]), HEIGHT - float(operands[5]))
            case "Tj" | "TJ":
                parts = operands if str(operator) == "Tj" else operands[0]
                shown = "".join(table[c] for each in parts if isinstance(each, pikepdf.String) for c in bytes(each))
                texts.append(Text(shown, *place))
            case "w":
                width = float(operands[0])
            case "m":
                start = (float(operands[0]), float(operands[1]))
            case "l" if float(operands[1]) == start[1]:
                rules.append(Rule(width, start[0], float(operands[0]), HEIGHT - start[1]))
    return texts, rules


def operators(pdf: bytes) -> bytes:
    """The first page's operators as they lie in the file."""
    opened = pikepdf.open(BytesIO(pdf))
    content: bytes = opened.pages[0].Contents.read_bytes()
    return content


def near(*places: tuple[Any, ...]) -> list[Any]:
    """The same places, which a file rounds to hundredths of a point."""
    return [
        tuple(each if isinstance(each, str) else pytest.approx(each, abs=0.02) for each in place) for place in places
    ]


def tree(pdf: bytes) -> str:
    """The structure as a screen reader finds it: ``Table(TR(TH(P[a]) TD(P[b])))``; artifacts are not there."""
    tagged = Tagged(pdf)
    assert tagged.check() == []

    def of(element: Any) -> str:
        inside = []
        for kid in tagged.kids(element):
            if isinstance(kid, tuple):
                inside.append(f"[{tagged.text[kid]}]")
            elif "/S" in kid:
                inside.append(of(kid))
        return str(element.S)[1:] + f"({' '.join(inside)})"

    return of(tagged.root.K).removeprefix("Document(Sect(").removesuffix("))")


def slides(*items: Item) -> bytes:
    return write_slides(presentation(*items), Theme())


def box(*pars: Par, x: float = 60, y: float = 200, **more: Any) -> TextBox:
    return TextBox(id="x", box=Rect(x, y, 400, 100), pars=stack(pars), **more)


def test_the_text_of_cells_is_drawn_in_its_column_and_at_its_height():
    item = table(
        (40, (cell("a", top=6), cell("b", top=12, left=4))),
        (60, (cell("c", top=20), cell("", top=6))),
        (30, (cell("d", top=1, left=2), cell("e", top=0))),
        widths=(100, 200),
    )
    texts, _ = drawn(slides(item))
    assert texts == near(
        ("a", 48, 100 + 6 + BASE),
        ("b", 48 + 100 + 4, 100 + 12 + BASE),
        ("c", 48, 140 + 20 + BASE),
        ("d", 48 + 2, 200 + 1 + BASE),
        ("e", 48 + 100, 200 + BASE),
    )


@pytest.mark.parametrize(
    ("bottoms", "rules"),
    [
        # alike and touching: one
        ([THIN, THIN, THIN], [(0.75, 48, 198)]),
        ([THICK, THIN, THIN], [(2, 48, 98), (0.75, 98, 198)]),
        ([THIN, None, THIN], [(0.75, 48, 98), (0.75, 148, 198)]),
        ([None, THIN, THIN], [(0.75, 98, 198)]),
        ([None, None, None], []),
        ([THIN, THICK, THIN], [(0.75, 48, 98), (2, 98, 148), (0.75, 148, 198)]),
    ],
)
def test_a_rule_is_drawn_under_its_cells(bottoms: list[Border | None], rules: list[tuple[float, ...]]):
    row = tuple(cell("a", bottom) for bottom in bottoms)
    _, found = drawn(slides(table((40, row), (30, row), widths=(50, 50, 50))))
    assert found == near(*((*rule, y) for y in (140, 170) for rule in rules))


@pytest.mark.parametrize(
    ("head_rows", "head_column", "kinds"),
    [(1, False, "TH TH TD TD"), (1, True, "TH TH TH TD"), (0, True, "TH TD TH TD"), (0, False, "TD TD TD TD")],
)
def test_a_screen_reader_finds_rows_and_cells(head_rows: int, head_column: bool, kinds: str):
    rows = ((30, (cell("a"), cell("b"))), (30, (cell("c"), cell("d"))))
    a, b, c, d = (f"{kind}(P([{text}]))" for kind, text in zip(kinds.split(), "abcd", strict=True))
    found = tree(slides(table(*rows, head_rows=head_rows, head_column=head_column)))
    assert found == f"Table(TR({a} {b}) TR({c} {d}))"


def test_an_empty_cell_is_a_cell_all_the_same():
    assert tree(slides(table((30, (cell(""), cell("b")))))) == "Table(TR(TH() TH(P([b]))))"


# The lines of a paragraph


def test_lines_and_paragraphs_are_drawn_where_layout_put_them():
    texts, _ = drawn(slides(box(par(f"en{BREAK}to"), par("tre", before=10))))
    assert texts == near(("en ", 60, 200 + BASE), ("to", 60, 228 + BASE), ("tre", 60, 266 + BASE))


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("mmm mmm", 60, ["mmm ", "mmm"]),
        ("mmm mmm mmm", 60, ["mmm ", "mmm ", "mmm"]),
        ("mmm-mmm", 60, ["mmm-", "mmm"]),
        (f"mmm{BREAK}mmm", 200, ["mmm ", "mmm"]),
        ("mmm mmm", 200, ["mmm mmm"]),
        ("mm mmm-mmm mm", 70, ["mm ", "mmm-", "mmm ", "mm"]),
        ("mmmmmm", 60, ["mmm", "mmm"]),
        (f"mmm{BREAK}{BREAK}mmm", 200, ["mmm ", "mmm"]),
        ("mmm mmm ", 60, ["mmm ", "mmm"]),
    ],
)
def test_a_line_ends_with_a_space_where_the_text_has_one(text: str, width: float, shown: list[str]):
    """Or its last word would run into the next line's first."""
    pdf = slides(box(par(text, width)))
    assert [text for text, *_ in drawn(pdf)[0]] == shown
    assert tree(pdf) == f"P([{''.join(shown)}])"


def test_places_are_written_in_hundredths_of_a_point():
    assert b"1 0 0 1 60.33 316.24 Tm" in operators(slides(box(par("a"), x=60 + 1 / 3)))


def test_emphasis_goes_on_on_its_line():
    runs = (Run("før "), Run("fed", bold=True), Run(" efter"))
    texts, _ = drawn(slides(box(par(runs))))
    first = 60 + text_width("før ", Style.REGULAR, 20)
    second = first + text_width("fed", Style.BOLD, 20)
    assert texts == near(("før ", 60, 200 + BASE), ("fed", first, 200 + BASE), (" efter", second, 200 + BASE))


STYLE = ParStyle(STEP, indent=30, hang=20)


@pytest.mark.parametrize(
    ("bullet", "found"),
    [
        (dash(STYLE, INK), "L(LI(Lbl([–]) LBody([Tjek ind])))"),
        (hanging("1.2", STYLE, INK), "L(LI(Lbl([1.2]) LBody([Tjek ind])))"),
    ],
)
def test_a_bullet_hangs_beside_its_text_and_is_its_label(bullet: Bullet, found: str):
    pdf = slides(box(par("Tjek ind", bullet=bullet, indent=30, hang=20), y=300))
    texts, _ = drawn(pdf)
    assert texts == near((bullet.run.text, 60 + 30 - 20, 300 + BASE), ("Tjek ind", 60 + 30, 300 + BASE))
    assert tree(pdf) == found


def test_a_bullet_stands_beside_the_first_of_several_lines():
    texts, _ = drawn(slides(box(par(f"en{BREAK}to", bullet=dash(STYLE, INK), indent=30, hang=20))))
    assert texts == near(("–", 70, 200 + BASE), ("en ", 90, 200 + BASE), ("to", 90, 228 + BASE))


def test_a_heads_bullet_does_not_run_into_its_text():
    pdf = slides(box(par("Del", bullet=hanging("2", STYLE, INK), indent=30, hang=20, tag=Tag.HEAD)))
    assert tree(pdf) == "H1([2 Del])"


def test_what_is_no_part_of_the_text_is_drawn_but_not_read():
    aside = par("løbende", tag=Tag.ARTIFACT)
    pdf = slides(box(par("før"), aside, par("efter")), box(par("fod"), y=400, artifact=True))
    texts, _ = drawn(pdf)
    assert texts == near(
        ("før", 60, 200 + BASE), ("løbende", 60, 228 + BASE), ("efter", 60, 256 + BASE), ("fod", 60, 400 + BASE)
    )
    assert tree(pdf) == "P([før]) P([efter])"
    assert Tagged(pdf).artifacts == ["løbendefod"]


def test_another_language_is_told_and_the_papers_own_is_not():
    runs = (Run("et "), Run("check-in", lang="en"), Run(" er"))
    content = operators(slides(box(par(runs))))
    assert content.count(b"/Lang") == 1
    assert b"/Span <</Lang(en-GB)>>" in content
    assert content.count(b"BDC") + content.count(b"BMC") == content.count(b"EMC")
    for runs in ((Run("et check-in er"),), (Run("et "), Run("tjek", lang="da"), Run(" er"))):
        plain = operators(slides(box(par(runs))))
        assert b"/Lang" not in plain
        assert b"/Span" not in plain


def test_what_is_drawn_from_right_to_left_is_told_as_it_is_read():
    opened = pikepdf.open(BytesIO(slides(box(par("שלום")))))
    told = [
        operands[1] for operands, operator in pikepdf.parse_content_stream(opened.pages[0]) if str(operator) == "BDC"
    ]
    assert [str(each.ActualText) for each in told if "/ActualText" in each] == ["שלום"]


@pytest.mark.parametrize(
    "items",
    [
        (box(par("før"), par("løbende", tag=Tag.ARTIFACT), par("efter")),),
        (box(par("fod"), artifact=True), box(par("a"), y=300), box(par("b"), y=400)),
        (TWO, box(par("fod"), artifact=True), TWO),
    ],
)
def test_marks_open_and_end_in_the_same_text_object(items: tuple[Item, ...]):
    """As ISO 32000-1, 14.6.1, asks."""
    names = re.findall(rb"\b(BT|ET|BMC|BDC|EMC)\b", operators(slides(*items)))
    held: list[bytes] = []
    for name in names:
        if name in (b"ET", b"EMC"):
            assert held.pop() in ((b"BT",) if name == b"ET" else (b"BMC", b"BDC"))
        else:
            held.append(name)
    assert held == []


# Links


class Link(NamedTuple):
    """A place to click: what it says, where it leads, and its edges in points from the page's top left corner."""

    text: str
    target: str
    left: float
    top: float
    right: float
    bottom: float


def links(pdf: bytes) -> list[Link]:
    found = []
    opened = pikepdf.open(BytesIO(pdf))
    for each in opened.pages[0].get("/Annots", []):
        left, low, right, high = (float(edge) for edge in each.Rect)
        target = str(each.A.URI) if "/A" in each else "#"
        found.append(Link(str(each.Contents), target, left, HEIGHT - high, right, HEIGHT - low))
    return found


def wide(text: str) -> float:
    return text_width(text, Style.REGULAR, 20)


WEB = "https://example.org"


def test_a_link_can_be_clicked_on_its_words_alone():
    pdf = slides(box(par((Run("se "), Run("her", link=WEB), Run(" nu")))))
    top, bottom = 200 + BASE - ASCENT * 20, 200 + BASE + DESCENT * 20
    assert links(pdf) == near(("her", WEB, 60 + wide("se "), top, 60 + wide("se her"), bottom))
    assert tree(pdf) == "P([se ] Link([her]) [ nu])"


def test_a_link_can_be_clicked_from_its_first_word_to_its_last():
    runs = (Run("se "), Run("her ", link=WEB), Run("nu", link=WEB, bold=True), Run(" da"))
    (link,) = links(slides(box(par(runs))))
    edges = 60 + wide("se "), 60 + wide("se her ") + text_width("nu", Style.BOLD, 20)
    assert (link.text, link.left, link.right) == ("her nu", *(pytest.approx(edge, abs=0.02) for edge in edges))


def test_a_link_out_of_the_paper_has_a_line_under_it():
    _, rules = drawn(slides(box(par((Run("se "), Run("her", link=WEB), Run(" nu")))), box(par((Run("a", link="#b"),)))))
    assert rules == near((1, 60 + wide("se "), 60 + wide("se her"), 200 + BASE + 2.6))


@pytest.mark.parametrize(
    ("runs", "found", "texts"),
    [
        ((Run("her", link=WEB),), "P(Link([her]))", ["her"]),
        ((Run("a", link=WEB), Run("b", link=WEB, bold=True)), "P(Link([ab]))", ["ab"]),
        ((Run("a", link=WEB), Run("b", link=WEB + "/b")), "P(Link([a]) Link([b]))", ["a", "b"]),
        ((Run("a", link=WEB), Run("b")), "P(Link([a]) [b])", ["a"]),
        ((Run("a", link="#a"), Run("b", link="#b")), "P(Link([a]) Link([b]))", ["a", "b"]),
        # leads nowhere
        ((Run("a "), Run("b", link="#gone")), "P([a b])", []),
        ((Run("a"), Run("b")), "P([ab])", []),
    ],
)
def test_a_link_is_an_element_of_its_words(runs: tuple[Run, ...], found: str, texts: list[str]):
    pdf = slides(box(par(runs)))
    assert tree(pdf).replace("P( ", "P(").replace("P([] ", "P(") == found
    assert [link.text for link in links(pdf)] == texts


def test_a_link_over_two_lines_is_one_element_with_a_place_on_each():
    pdf = slides(box(par((Run("se "), Run("mmm mmm", link=WEB), Run(" nu")), 80)))
    first, second = links(pdf)
    assert (first.text, second.text) == ("mmm", "mmm")
    assert (first.left, second.left) == pytest.approx((60 + wide("se "), 60), abs=0.02)
    assert second.top - first.top == pytest.approx(28)
    assert tree(pdf).replace("[] ", "") == "P([se ] Link([mmm mmm]) [ nu])"


def test_in_a_handout_text_and_tables_stand_the_same():
    page = Page(number=1, width=400, height=HEIGHT, items=(TWO, box(par("under"), y=300)))
    paper = Document(title="", author="", lang="da-DK", pages=(page,), bookmarks=())
    texts, rules = drawn(write_handout(paper, presentation(), Theme()))
    assert texts == drawn(slides(TWO, box(par("under"), y=300)))[0]
    assert rules == near((2, 48, 348, 133), (0.75, 48, 348, 173))


def test_a_link_in_what_is_no_part_of_the_text_can_be_clicked_all_the_same():
    pdf = slides(box(par("før"), par((Run("kilde", link=WEB),), tag=Tag.ARTIFACT)))
    assert [(link.text, link.target) for link in links(pdf)] == [("kilde", WEB)]
    assert Tagged(pdf).artifacts == ["kilde"]
    assert tree(pdf) == "P([før]) Link()"
