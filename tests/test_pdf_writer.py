"""The PDF writer: text where layout put it, readable out of the file, the same bytes every time."""

import ctypes
import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image
from reportlab.pdfbase import pdfmetrics

import tools
from deckbuild.fonts.faces import Style
from deckbuild.frame.document import Bookmark, Document, Frame, Page, Presentation
from deckbuild.frame.items import (
    Border,
    Choice,
    Connector,
    Group,
    Item,
    LayoutKind,
    PictureItem,
    Ruling,
    Shape,
    ShapeKind,
    TableCell,
    TableItem,
    TableRow,
    TextBox,
    Thumbnail,
    Tick,
    WriteBox,
)
from deckbuild.frame.text import Align, Piece, TextRun
from deckbuild.layout.text.bullets import dash, hanging
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, set_par, stack, text_width
from deckbuild.model.text import Run, plain
from deckbuild.model.theme import HAIR, INK, MARK, Step, Theme, accent, wash
from deckbuild.units import Rect, mm
from deckbuild.writers.pdf import write_handout, write_slides

SETTING = TextSettings()
BODY = ParStyle(Step(24, 32))
LONG = (
    "Ældre borgere på øen får – ifølge »Wicked problems« – et krydspres mellem stigende forventninger "
    "og løn- og ansættelsesvilkår: AV-udstyr, Tårnby/Vejle, To. Vi spørger: »Hvad gør I?« (Se også s. 9–12.)"
)


def text_box(
    text: str | tuple[Run, ...], width: float, *, style: ParStyle = BODY, x: float = 200, y: float = 104
) -> TextBox:
    runs = (Run(text),) if isinstance(text, str) else text
    par = set_par(runs, style, width, SETTING)
    return TextBox(id=f"t{y}", box=Rect(x, y, width, par.height), pars=stack([par]))


def frame(number: int, *items: Item, title: str = "", layout: LayoutKind = LayoutKind.TEXT) -> Frame:
    return Frame(
        id=f"dias-{number}", slide=f"dias-{number}", number=number, title=title, layout=layout, section=1, items=items
    )


def deck(*frames: Frame, sections: tuple[tuple[str, int], ...] = ()) -> Presentation:
    return Presentation(
        title="Velfærd – på øen",
        author="Kommunen",
        lang="da-DK",
        frames=frames,
        sections=sections,
    )


def page_text(pdf: bytes, page: int = 0, *, line_end: str = "") -> str:
    """Read a page's text. Lines carry their own spaces; pdfium writes U+0002 for a hyphen that a line end calls for."""
    found: str = pypdfium2.PdfDocument(pdf)[page].get_textpage().get_text_bounded()
    return found.replace("\x02", "").replace("\r\n", line_end)


def shown(pdf: bytes, page: int = 0) -> str:
    """Decode what a page's text operators show: every character, also those at line ends that pdfium judges."""
    document = pikepdf.open(io.BytesIO(pdf))
    opened = document.pages[page]
    tables = {
        name: {
            int(code, 16): chr(int(letter, 16))
            for code, letter in re.findall(r"<(..)> <(....)>", font.ToUnicode.read_bytes().decode())
        }
        for name, font in opened.Resources.Font.items()
    }
    found, table = "", {}
    for operands, operator in pikepdf.parse_content_stream(opened):
        if str(operator) == "Tf":
            table = tables[str(operands[0])]
        elif str(operator) in ("Tj", "TJ"):
            parts = operands if str(operator) == "Tj" else operands[0]
            found += "".join(table[c] for part in parts if isinstance(part, pikepdf.String) for c in bytes(part))
    return found


def origins(pdf: bytes, page: int = 0) -> list[tuple[str, float, float]]:
    """List the characters that are drawn and where their origins are, from the page's top left corner."""
    opened = pypdfium2.PdfDocument(pdf)[page]
    text = opened.get_textpage()
    height = opened.get_height()
    found = []
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        if pdfium.FPDFText_IsGenerated(text.raw, index) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
        found.append((chr(pdfium.FPDFText_GetUnicode(text.raw, index)), x.value, height - y.value))
    return found


def everything(folder: Path) -> Presentation:
    """Make a slide with one of each kind of item."""
    picture = folder / "rød.png"
    Image.new("RGBA", (8, 4), (200, 0, 0, 128)).save(picture)
    photo = folder / "foto.jpg"
    Image.new("RGB", (8, 4), (0, 90, 0)).save(photo)
    label = stack(
        [set_par(plain("Bureaukratiet"), ParStyle(Step(18, 24), bold=True, align=Align.CENTER), 200, SETTING)]
    )
    cells = tuple(
        TableCell(
            pars=stack([set_par(plain(text), ParStyle(Step(15, 19)), 150, SETTING)]),
            inset=(8, 5, 16, 5),
            text_top=5,
            bottom=Border(0.75, HAIR),
        )
        for text in ("Beslutning", "Støj møder organisationen")
    )
    table = TableItem(id="b", box=Rect(56, 300, 400, 60), widths=(200, 200), rows=(TableRow(60, cells),))
    one = frame(
        1,
        text_box(LONG, 632),
        *(
            Shape(
                id=kind.value, kind=kind, box=Rect(56 + 150 * n, 420, 100, 36),
                fill=wash(1), stroke=accent(1), width=1.5, radius=6,
            )
            for n, kind in enumerate(ShapeKind)
        ),
        Group(id="g", box=Rect(500, 300, 200, 36), items=(
            Shape(id="n", kind=ShapeKind.PILL, box=Rect(500, 300, 200, 36), fill=wash(2), pars=label),
            Connector(id="c", x1=700, y1=318, x2=800, y2=300, color=INK, width=1.75, arrow=True),
        )),
        table,
        PictureItem(id="p1", box=Rect(800, 20, 80, 40), path=picture),
        PictureItem(id="p2", box=Rect(700, 20, 80, 40), path=picture),
        PictureItem(id="p3", box=Rect(600, 20, 80, 40), path=photo),
        title="Én af hver",
    )  # fmt: skip
    return deck(one, frame(2, text_box("Anden", 400), title="To"), sections=(("Første del", 0),))


def document() -> Document:
    question = ParStyle(Step(11, mm(5)), bold=True)
    items: tuple[Item, ...] = (
        text_box("Hvordan kan du lede et netværk?", mm(150), style=question, x=mm(40), y=mm(40)),
        WriteBox(id="w1", box=Rect(mm(40), mm(50), mm(150), mm(36)), count=4, pitch=mm(9)),
        WriteBox(id="w2", box=Rect(mm(26), mm(95), mm(52), mm(60)), ruling=Ruling.FRAME),
        WriteBox(id="w3", box=Rect(mm(90), mm(95), mm(100), mm(60)), ruling=Ruling.DOTS),
        WriteBox(id="w4", box=Rect(mm(26), mm(160), mm(52), mm(30)), ruling=Ruling.BLANK, dot=False),
        Tick(id="w5/ja", x=mm(180), y=mm(45), r=mm(2.9), choice=Choice(id="w5", label="Klar?")),
        Thumbnail(id="th1", box=Rect(mm(26), mm(200), mm(52), mm(29.25)), frame=0),
        Thumbnail(id="th2", box=Rect(mm(90), mm(200), mm(104), mm(58.5)), frame=0),
    )
    pages = tuple(Page(number=n, width=mm(210), height=mm(297), items=items) for n in (1, 2))
    marks = (
        Bookmark("Refleksion", 0, 0),
        Bookmark("Spørgsmål", 0, 1),
        Bookmark("Dybt", 1, 4),
        Bookmark("Ordliste", 1, 0),
    )
    return Document(title="Hæftet", author="Kommunen", lang="da-DK", pages=pages, bookmarks=marks)


@pytest.mark.parametrize("width", [30, 110, 200, 310, 632])
def test_text_read_from_the_file_is_the_authors(width: float) -> None:
    box = text_box(LONG, width, style=ParStyle(Step(18, 24)), y=20)
    assert shown(write_slides(deck(frame(1, box)), Theme())) == LONG


def test_other_readers_find_the_same_text() -> None:
    box = text_box(LONG, 632)
    assert page_text(write_slides(deck(frame(1, box)), Theme())) == LONG


def test_a_hyphen_at_a_line_end_leaves_the_word_whole() -> None:
    text = "Velfærds\u00adinstitutionernes selvstændig\u00adgørelse"
    box = text_box(text, 210)
    assert len(box.pars[0].lines) > 2
    pdf = write_slides(deck(frame(1, box)), Theme())
    assert page_text(pdf) == text.replace("\u00ad", "")


def test_a_bracket_a_backslash_and_a_quote_survive() -> None:
    text = r"Te( To) \( AV\ )( (AV) « ("
    assert page_text(write_slides(deck(frame(1, text_box(text, 600))), Theme())) == text


def test_more_characters_than_one_font_of_256_holds() -> None:
    text = "".join(map(chr, [*range(0x41, 0x7F), *range(0xC0, 0x200), 0x3A9, 0x416]))
    words = " ".join(text[i : i + 8] for i in range(0, len(text), 8))
    box = text_box(words, 700, style=ParStyle(Step(18, 24)))
    assert page_text(write_slides(deck(frame(1, box)), Theme())) == words


RUNS = (
    Run("Støj møder "),
    Run("To Vejle-AV", bold=True),
    Run(" som AV-udstyr, Tårnby/Vejle og P. A. Yl "),
    Run("uønsket uforudsigelighed", italic=True),
    Run("; Fremtids\u00adværk\u00adstedet og "),
    Run("»LTD«", bold=True, italic=True),
    Run(LONG),
)


@pytest.mark.parametrize("align", list(Align))
def test_every_piece_is_drawn_where_layout_put_it(align: Align) -> None:
    box = text_box(RUNS, 500, style=ParStyle(Step(20, 28), align=align))
    drawn = origins(write_slides(deck(frame(1, box)), Theme()))
    drawn = [d for d in drawn if d[0] not in "\r\n"]
    at = 0
    for par in box.pars:
        for line in par.lines:
            for piece in line.pieces:
                text = piece.run.text
                letters = drawn[at : at + len(text)]
                read = "".join(c for c, _, _ in letters).replace("\x02", "-")
                assert read == text.replace("\u00ad", "-").replace("\u00a0", " ")
                assert letters[0][1] == pytest.approx(box.box.x + piece.x, abs=0.05)
                assert letters[0][2] == pytest.approx(box.box.y + par.top + line.baseline, abs=0.05)
                starts = [i for i, c in enumerate(text) if i and text[i - 1] == " "]
                for start in starts:
                    before = text_width(text[:start].replace("\u00ad", ""), piece.run.style, piece.run.size)
                    assert letters[start][1] == pytest.approx(box.box.x + piece.x + before, abs=0.5)
                at += len(text)
            at += at < len(drawn) and drawn[at][0] == " "


def test_a_piece_is_as_wide_as_layout_measured_it() -> None:
    """Where a soft hyphen stopped the kerning, the spaces take up the difference."""
    run = TextRun("To Vejle AV", Style.REGULAR, 20.0, INK)
    box = text_box(run.text, 500, style=ParStyle(Step(20, 28)))
    par = box.pars[0]
    wider = replace(par.lines[0], pieces=(Piece(0, par.lines[0].width + 3, run),))
    stretched = replace(box, pars=(replace(par, lines=(wider,)),))
    usual, drawn = (origins(write_slides(deck(frame(1, each)), Theme())) for each in (box, stretched))
    assert [d[1] - u[1] for d, u in zip(drawn, usual, strict=True)] == pytest.approx(
        [0, 0, 0, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 3, 3], abs=0.02
    )


def test_a_bullet_stands_in_the_hanging_indent() -> None:
    style = ParStyle(Step(24, 32), indent=24, hang=24)
    far = replace(style, indent=144, hang=144)
    pars = stack([
        set_par(plain("Første punkt"), style, 400, SETTING, dash(style, accent(1))),
        set_par(plain("Andet punkt"), far, 400, SETTING, hanging("15.2", style, MARK)),
    ])  # fmt: skip
    pdf = write_slides(deck(frame(1, TextBox(id="t", box=Rect(56, 104, 400, 64), pars=pars))), Theme())
    drawn = origins(pdf)
    assert page_text(pdf, line_end="|") == "– Første punkt|15.2 Andet punkt"
    assert drawn[0][0] == "–"
    assert drawn[0][1] == pytest.approx(56, abs=0.05)
    assert next(x for c, x, _ in drawn if c == "F") == pytest.approx(80, abs=0.05)
    assert next(x for c, x, _ in drawn if c == "A") == pytest.approx(200, abs=0.05)
    assert next(x for c, x, _ in drawn if c == "1") == pytest.approx(56, abs=0.05)


def test_text_in_cells_stands_inside_their_insets(tmp_path: Path) -> None:
    drawn = origins(write_slides(everything(tmp_path), Theme()))
    word = "".join(c for c, _, _ in drawn)
    at = word.index("Beslutning")
    assert drawn[at][1] == pytest.approx(56 + 8, abs=0.05)
    assert drawn[at][2] == pytest.approx(300 + 5 + 19 - 0.212 * 15, abs=0.05)


@pytest.mark.slow
def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    script = (
        "import sys, hashlib; from pathlib import Path; sys.path.insert(0, sys.argv[1])\n"
        "from test_pdf_writer import *\n"
        "p = everything(Path(sys.argv[2]))\n"
        "b = document()\n"
        "print([hashlib.sha256(d).hexdigest() for d in (write_slides(p, Theme()), write_handout(b, p, Theme()))])\n"
    )
    found = []
    for seed, name in (("1", "en"), ("2", "anden")):
        (tmp_path / name).mkdir()
        done = subprocess.run(
            [sys.executable, "-c", script, str(Path(__file__).parent), str(tmp_path / name)],
            capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed},
        )  # fmt: skip
        found.append(done.stdout)
    assert found[0] == found[1]


def test_writing_twice_in_one_process_gives_the_same(tmp_path: Path) -> None:
    p = everything(tmp_path)
    first = write_slides(p, Theme())
    write_handout(document(), p, Theme())
    assert write_slides(p, Theme()) == first


def test_the_files_are_sound(tmp_path: Path) -> None:
    p = everything(tmp_path)
    for name, data in (
        ("slides.pdf", write_slides(p, Theme())),
        ("handout.pdf", write_handout(document(), p, Theme())),
    ):
        (tmp_path / name).write_bytes(data)
        done = tools.run("qpdf", "--check", tmp_path / name)
        assert done.returncode == 0, done.stdout + done.stderr


def test_each_picture_and_thumbnail_is_in_the_file_once(tmp_path: Path) -> None:
    p = everything(tmp_path)
    for data in (write_slides(p, Theme()), write_handout(document(), p, Theme())):
        assert data.count(b"/Subtype /Image") == 3  # the red one, its transparency, the photo
        assert data.count(b"/DCTDecode") == 1
    opened = pikepdf.open(io.BytesIO(write_handout(document(), p, Theme())))
    assert len({page.Resources.XObject["/FormXob.slide0"].objgen for page in opened.pages}) == 1


def test_transparency_is_kept(tmp_path: Path) -> None:
    image = pypdfium2.PdfDocument(write_slides(everything(tmp_path), Theme()))[0].render(scale=1).to_pil()
    red = image.getpixel((840, 40))
    assert red == pytest.approx((227, 127, 127), abs=3)


def test_only_our_faces_are_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "slides.pdf"
    path.write_bytes(write_slides(deck(frame(1, text_box(RUNS, 500))), Theme()))
    rows = tools.run("pdffonts", path).stdout.splitlines()[2:]
    assert sorted(row.split()[0] for row in rows) == [
        "AAAAAA+Arimo-Bold", "AAAAAA+Arimo-BoldItalic", "AAAAAA+Arimo-Italic", "AAAAAA+Arimo-Regular",
    ]  # fmt: skip
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_bold_is_bold() -> None:
    """Both weights come from one file under one name: Regular embedded for Bold has happened."""

    def ink(style: ParStyle) -> int:
        regular = text_box("nnn", 300, style=BODY, y=20)
        pdf = write_slides(deck(frame(1, regular, text_box("iiiillllmm", 300, style=style))), Theme())
        image = pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil().convert("L").crop((300, 200, 1200, 300))
        return sum(255 - v for v in image.tobytes())

    assert ink(ParStyle(Step(24, 32), bold=True)) > 1.25 * ink(BODY)


def outline(pdf: bytes) -> list[tuple[int, str, int | None]]:
    found = []
    for mark in pypdfium2.PdfDocument(pdf).get_toc():
        dest = mark.get_dest()
        found.append((mark.level, mark.get_title(), dest.get_index() if dest else None))
    return found


def test_the_outline_of_the_slides_names_sections_and_slides() -> None:
    p = deck(
        frame(0, title="Velfærd", layout=LayoutKind.TITLE),
        frame(1, title="Dagens program"),
        frame(2, title="Støj", layout=LayoutKind.SECTION),
        frame(3, title="Refleksion"),
        sections=(("Velfærd", 0), ("Støj", 2)),
    )
    assert outline(write_slides(p, Theme())) == [
        (0, "Velfærd", 0), (1, "Dagens program", 1), (0, "Støj", 2), (1, "Refleksion", 3),
    ]  # fmt: skip


def test_without_sections_the_outline_is_flat() -> None:
    p = deck(frame(1, title="En"), frame(2), frame(3, title="Tre"))
    assert outline(write_slides(p, Theme())) == [(0, "En", 0), (0, "Tre", 2)]


def test_the_outline_of_the_handout_has_no_gaps(tmp_path: Path) -> None:
    p = everything(tmp_path)
    assert outline(write_handout(document(), p, Theme())) == [
        (0, "Refleksion", 0), (1, "Spørgsmål", 0), (2, "Dybt", 1), (0, "Ordliste", 1),
    ]  # fmt: skip


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    p = everything(tmp_path)
    opened = pypdfium2.PdfDocument(write_slides(p, Theme()))
    assert opened.get_metadata_value("Title") == "Velfærd – på øen"
    assert opened.get_metadata_value("Author") == "Kommunen"
    assert opened[0].get_size() == (960, 540)
    assert b"/Lang (da-DK)" in write_slides(p, Theme())
    assert pypdfium2.PdfDocument(write_handout(document(), p, Theme()))[0].get_size() == pytest.approx(
        (mm(210), mm(297)), abs=0.01
    )


def links(pdf: bytes, page: int = 0) -> list[tuple[str | int, tuple[float, ...]]]:
    """List where a page's links lead (an address, or a page) and where they are, in PDF coordinates."""
    opened = pikepdf.open(io.BytesIO(pdf))
    pages = [p.objgen for p in opened.pages]
    found = []
    for note in opened.pages[page].get("/Annots", []):
        target = str(note.A.URI) if "/A" in note else pages.index(note.Dest[0].objgen)
        found.append((target, tuple(float(v) for v in note.Rect)))
    return found


def test_links_lead_out_and_to_slides() -> None:
    runs = (
        Run("Læs "),
        Run("hele ", link="https://example.org/æ?a=(1)"),
        Run("rapporten", bold=True, link="https://example.org/æ?a=(1)"),
        Run(" og se "),
        Run("dias 2", link="#dias-2"),
        Run(", ikke "),
        Run("dias 9", link="#dias-9"),
    )
    box = text_box(runs, 700)
    found = links(write_slides(deck(frame(1, box), frame(2)), Theme()))
    assert [target for target, _ in found] == ["https://example.org/æ?a=(1)", 1]
    pieces = box.pars[0].lines[0].pieces
    x1, y1, x2, y2 = found[0][1]
    assert x1 == pytest.approx(200 + pieces[1].x, abs=0.1)
    assert x2 == pytest.approx(200 + pieces[2].x + pieces[2].width, abs=0.1)
    baseline = 540 - 104 - box.pars[0].lines[0].baseline
    assert y1 < baseline < y2


def test_in_the_handout_a_link_to_a_slide_leads_to_its_thumbnail(tmp_path: Path) -> None:
    p = everything(tmp_path)
    pages = (
        Page(number=1, width=mm(210), height=mm(297), items=(text_box((Run("dias 1", link="#dias-1"),), 300),)),
        document().pages[1],
    )
    made = Document(title="H", author="", lang="da", pages=pages, bookmarks=())
    assert [target for target, _ in links(write_handout(made, p, Theme()))] == [1]


def test_write_lines_lie_a_pitch_apart_and_the_dot_stands_before_the_first(tmp_path: Path) -> None:
    p = everything(tmp_path)
    scale = 10 / mm(1)
    image = pypdfium2.PdfDocument(write_handout(document(), p, Theme()))[0].render(scale=scale).to_pil().convert("RGB")
    column = [image.getpixel((1600, y)) for y in range(480, 900)]
    dark = [480 + n for n, (r, g, b) in enumerate(column) if r < 200 and abs(r - g) < 30]
    lines = [y for n, y in enumerate(dark) if n == 0 or y - dark[n - 1] > 3]
    assert lines == pytest.approx([590, 680, 770, 860], abs=2)
    assert image.getpixel((370, 580))[0] > 170  # the warm dot, 3 mm before, 1 mm above
    assert image.getpixel((370, 580))[2] < 40


def test_fonts_are_registered_nowhere() -> None:
    before = set(pdfmetrics.getRegisteredFontNames())
    write_slides(deck(frame(1, text_box(LONG, 500))), Theme())
    assert set(pdfmetrics.getRegisteredFontNames()) == before


@pytest.mark.slow
def test_platypus_is_not_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys, deckbuild.writers.pdf; print('reportlab.platypus' in sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "False"
