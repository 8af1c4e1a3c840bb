"""The PDFs held against PDF/UA-1 and PDF/A-2a, and what the file says about itself."""

import io
import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

import tools
from deckbuild.frame.document import Document
from deckbuild.frame.items import Item, PictureItem, TableItem
from deckbuild.frame.text import Tag
from deckbuild.layout.text.bullets import dash, numeral
from deckbuild.model.edition import Edition
from deckbuild.model.text import Run
from deckbuild.model.theme import INK, Theme
from deckbuild.pipeline.lay_out import lay_out_deck
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper
from deckbuild.units import Rect
from deckbuild.writers.pdf import write_handout, write_slides
from deckbuild.writers.pdf.file import PdfFile
from deckbuild.writers.pdf.tags.character_codes import mended
from test_pdf_structure import STYLE, box, document, par
from test_pdf_tags import DECK, Tagged
from test_pdf_writer import document as written_on
from test_pdf_writer import everything


def samples(folder: Path) -> dict[str, bytes]:
    """Make a handout with every kind of item, and the slides in it."""
    shown = everything(folder)
    items: list[Item] = [
        box(par("Prøve", Tag.TITLE)),
        box(par("Side", Tag.HEAD), par("Afsnit", Tag.SUBHEAD), y=120),
        box(
            par("En", Tag.ITEM, bullet=numeral(1, STYLE, INK)),
            par("a", Tag.ITEM, 1, dash(STYLE, INK)),
            par((Run("Læs "), Run("rapporten", link="https://example.org/æ"), Run(" og "), Run("her", link="#dias-1"))),
            par((Run("Vær "), Run("grounded", lang="en"))),
            par("Løbende", Tag.ARTIFACT),
            y=160,
        ),
    ]
    for frame in shown.frames:
        items += [table for table in frame.items if isinstance(table, TableItem)]
    items.append(box(par("Figur 1", Tag.CAPTION), y=400))
    pictures = {
        "print.jpg": Image.new("CMYK", (20, 10), (10, 200, 30, 0)),
        "grå.jpg": Image.new("L", (20, 10), 90),
        "grå.png": Image.new("LA", (20, 10), (90, 100)),
        "palet.gif": Image.new("P", (20, 10), 1),
        "streg.png": Image.new("1", (20, 10), 1),
    }
    for number, (name, image) in enumerate(pictures.items()):
        image.save(folder / name)
        items.append(PictureItem(id=name, box=Rect(100 * number, 500, 80, 40), path=folder / name, alt=f"Et {name}"))
    pages = document(items).pages + written_on().pages
    mine = Document(title="Hæftet & (prøven)", author="", lang="da-DK", pages=pages, bookmarks=written_on().bookmarks)
    return {"handout": write_handout(mine, shown, Theme()), "slides": write_slides(shown, Theme())}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["handout", "slides"])
def test_every_kind_of_item_is_accessible_and_archivable(tmp_path: Path, name: str) -> None:
    path = tmp_path / "made.pdf"
    data = samples(tmp_path)[name]
    path.write_bytes(data)
    assert tools.qpdf_check(path) == []
    assert tools.page_validation_errors(path) == []
    assert tools.verapdf_errors(path) == []
    assert Tagged(data).check() == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "edition"),
    [
        (PaperKind.SLIDES_PDF, Edition.PARTICIPANT),
        (PaperKind.HANDOUT, Edition.PARTICIPANT),
        (PaperKind.HANDOUT, Edition.GUIDE),
    ],
)
def test_the_course_day_is_accessible_and_archivable(tmp_path: Path, kind: PaperKind, edition: Edition) -> None:
    laid_out, _ = lay_out_deck(DECK)
    assert laid_out is not None
    path = tmp_path / "made.pdf"
    path.write_bytes(render_paper(laid_out, kind, edition))
    assert tools.qpdf_check(path) == []
    assert tools.page_validation_errors(path) == []
    assert tools.verapdf_errors(path) == []


def test_the_two_places_for_a_title_agree(tmp_path: Path) -> None:
    pdf = pikepdf.open(io.BytesIO(samples(tmp_path)["handout"]))
    with pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == str(pdf.docinfo.Title) == "Hæftet & (prøven)"
        assert xmp["pdf:Producer"] == str(pdf.docinfo.Producer) == "deckbuild"
        assert xmp["xmp:CreatorTool"] == str(pdf.docinfo.Creator)
        assert "dc:creator" not in xmp
        assert (xmp["pdfuaid:part"], xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("1", "2", "A")
    assert "/Author" not in pdf.docinfo
    assert pdf.Root.Lang == "da-DK"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert all(page.Tabs == pikepdf.Name.S for page in pdf.pages)


def test_the_identifier_follows_the_content(tmp_path: Path) -> None:
    shown = everything(tmp_path)
    made = [write_handout(document([box(par(text))]), shown, Theme()) for text in ("En", "To", "En")]
    first, second, third = (bytes(pikepdf.open(io.BytesIO(data)).trailer.ID[0]) for data in made)
    assert first == third != second


def test_the_profile_says_that_colours_are_srgb(tmp_path: Path) -> None:
    pdf = pikepdf.open(io.BytesIO(samples(tmp_path)["slides"]))
    profile = pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()
    assert profile[16:20] == b"RGB "
    assert int.from_bytes(profile[:4], "big") == len(profile)
    assert profile[84:100] == bytes(16)


def test_colours_for_print_become_those_of_a_screen(tmp_path: Path) -> None:
    data = samples(tmp_path)["handout"]
    assert data.count(b"/ColorSpace /DeviceRGB") >= 2
    assert b"/DeviceCMYK" not in data
    page = pypdfium2.PdfDocument(data)[0].render(scale=1).to_pil()
    assert page.getpixel((40, 520)) == pytest.approx((241, 49, 197), abs=30)


def test_unused_codes_have_no_text_and_blocks_are_short() -> None:
    rows = ["<00> <0000>", *(f"<{n:02X}> <{0x40 + n:04X}>" for n in range(1, 202))]
    table = "begin\n202 beginbfchar\n" + "\n".join(rows) + "\nendbfchar\nend"
    blocks = re.findall(r"(\d+) beginbfchar\n(.*?)\nendbfchar", mended(table), re.DOTALL)
    assert [int(count) for count, _ in blocks] == [100, 100, 1]
    assert "\n".join(body for _, body in blocks).split("\n") == rows[1:]
    assert mended(table).startswith("begin\n")
    assert mended(table).endswith("\nend")


def test_many_objects_are_found_again() -> None:
    file = PdfFile()
    catalog = file.reserve()
    pages = file.add(b"<</Type/Pages/Count 0/Kids[]>>")
    numbers = [file.add(f"<</Number {n}>>".encode()) for n in range(450)]
    stream = file.add_stream(b"words " * 100, "/Kind/Words")
    file.put(catalog, f"<</Type/Catalog/Pages {pages} 0 R>>".encode())
    file.extend(catalog, f"/All[{' '.join(f'{n} 0 R' for n in numbers)}]/Words {stream} 0 R")
    pdf = pikepdf.open(io.BytesIO(file.write(catalog, file.add(b"<</Title(T)>>"))))
    assert [int(each.Number) for each in pdf.Root.All] == list(range(450))
    assert pdf.Root.Words.read_bytes() == b"words " * 100
    assert str(pdf.docinfo.Title) == "T"


def test_only_a_dictionary_is_extended() -> None:
    file = PdfFile()
    number = file.add(b"[1 2]")
    with pytest.raises(ValueError, match="no dictionary"):
        file.extend(number, "/K 1")


@pytest.mark.slow
def test_a_face_of_few_letters_keeps_their_widths(tmp_path: Path) -> None:
    """Equal advances at the end of a subset are stored once; each glyph has its own all the same."""
    (tmp_path / "deck.yaml").write_text(
        "deck: {title: Prøve}\nslides:\n  - {title: A, text: '*Bog* og *gobo*'}\n", "utf-8"
    )
    laid_out, _ = lay_out_deck(tmp_path / "deck.yaml")
    assert laid_out is not None
    pdf = tmp_path / "handout.pdf"
    pdf.write_bytes(render_paper(laid_out, PaperKind.HANDOUT))
    assert tools.verapdf_errors(pdf) == []
