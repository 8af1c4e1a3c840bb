"""A picture from the deck file to the papers: cropped natively, embedded once, a drawing kept as a drawing."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from deckbuild.diagnostics import DiagnosticError
from deckbuild.frame.items import PictureItem, TextBox
from deckbuild.pipeline.build import build
from deckbuild.pipeline.lay_out import LaidOut, lay_out_deck
from deckbuild.pipeline.papers import Order, PaperKind
from deckbuild.pipeline.render import render_paper
from decks import HEAD
from slide_parts import parse
from structure import problems

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect width="30" height="20" fill="#09508A"/></svg>'
DECK = """slides:
  - title: Fyldt
    picture: {file: foto.jpg, alt: Rødt og blåt, fit: fill, focus: left, credit: "Foto: Ida Sand"}
  - title: Helt
    picture: {file: foto.jpg, alt: Rødt og blåt, caption: Torvet, credit: "Foto: Ida Sand"}
  - title: Til pynt
    picture: {file: foto.jpg, decorative: yes}
  - title: Tegning
    picture: {file: tegning.svg, alt: En blå flade}
  - title: Lille
    picture: {file: lille.png, alt: En prik}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = tmp_path_factory.mktemp("billeder")
    photo = Image.new("RGB", (3600, 900), (20, 20, 220))
    photo.paste((220, 20, 20), (0, 0, 1800, 900))
    photo.save(made / "foto.jpg", quality=90)
    Image.new("RGB", (90, 60), "red").save(made / "lille.png")
    (made / "tegning.svg").write_text(SVG)
    (made / "deck.yaml").write_text(HEAD + DECK, "utf-8")
    return made


@pytest.fixture(scope="module")
def laid_out(folder: Path) -> LaidOut:
    made, diagnostics = lay_out_deck(folder / "deck.yaml")
    assert made, list(diagnostics)
    return made


@pytest.fixture(scope="module")
def slides(laid_out: LaidOut) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(render_paper(laid_out, PaperKind.SLIDES)))


def picture(slides: zipfile.ZipFile, number: int) -> str:
    found = re.search("<p:pic>.*?</p:pic>", slides.read(f"ppt/slides/slide{number}.xml").decode(), re.DOTALL)
    assert found
    return found[0]


def test_powerpoint_crops_and_can_crop_anew(slides: zipfile.ZipFile) -> None:
    filled, whole = picture(slides, 2), picture(slides, 3)
    crop = re.search(r'<a:srcRect r="(\d+)"/>', filled)
    assert crop
    assert '<p:ph type="pic" idx="14"/>' in filled  # it has the place of the layout's placeholder
    assert "<p:spPr></p:spPr>" in filled
    shown = 4 * (1 - int(crop[1]) / 100000)
    assert shown == pytest.approx(960 / 484, rel=0.001)  # never stretched
    assert "srcRect" not in whole


def test_picture_is_one_part_however_often_it_is_used(slides: zipfile.ZipFile) -> None:
    media = [name for name in slides.namelist() if "/media/" in name]
    assert sorted(name.rpartition(".")[2] for name in media) == ["jpeg", "png", "png", "svg"]


def test_drawing_is_kept_with_dots_for_older_versions(slides: zipfile.ZipFile) -> None:
    drawn = picture(slides, 5)
    found = re.search(r'<a:blip r:embed="(\w+)">.*<asvg:svgBlip [^>]*r:embed="(\w+)"', drawn)
    assert found
    relations = parse(slides.read("ppt/slides/_rels/slide5.xml.rels"))
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    names = [targets[name].rpartition(".")[2] for name in found.groups()]
    assert names == ["png", "svg"]
    assert b"image/svg+xml" in slides.read("[Content_Types].xml")


def test_file_is_sound(tmp_path: Path, laid_out: LaidOut) -> None:
    (tmp_path / "a.pptx").write_bytes(render_paper(laid_out, PaperKind.SLIDES))
    assert problems(tmp_path / "a.pptx") == []


def test_description_or_none(slides: zipfile.ZipFile) -> None:
    assert 'descr="Rødt og blåt"' in picture(slides, 2)
    assert "decorative" not in picture(slides, 2)
    assert 'descr="' not in picture(slides, 4)
    assert 'decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"' in picture(
        slides, 4
    )


def test_pdf_crops_as_powerpoint_does(laid_out: LaidOut) -> None:
    document = pypdfium2.PdfDocument(render_paper(laid_out, PaperKind.SLIDES_PDF))
    filled, whole = (document[n].render(scale=0.5).to_pil().convert("RGB") for n in (1, 2))
    assert filled.getpixel((60, 150))[0] > 180  # red at the left
    assert filled.getpixel((350, 150))[0] > 180  # and far to the right: most of the blue is cut off
    assert whole.getpixel((350, 100))[2] > 180
    below = [filled.getpixel((x, 246)) for x in range(480)]
    assert all(min(color) > 240 for color in below)  # nothing sticks out of its box


def test_credit_stands_on_slide_and_paper(laid_out: LaidOut) -> None:
    for kind in (PaperKind.SLIDES_PDF, PaperKind.HANDOUT):
        document = pypdfium2.PdfDocument(render_paper(laid_out, kind))
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
        assert text.count("Foto: Ida Sand") == 2
        assert "Torvet · Foto: Ida Sand" in text


def test_small_picture_is_told_with_what_it_takes(folder: Path) -> None:
    _, diagnostics = lay_out_deck(folder / "deck.yaml")
    (found,) = diagnostics
    assert (found.code, found.span and found.span.line) == ("picture-coarse", 13)
    assert (
        found.text() == "“lille.png” is small: it is shown with 72 dots to the inch and looks coarse on a large screen."
    )
    assert "dots wide" in found.remedy()


def test_same_file_same_bytes(laid_out: LaidOut) -> None:
    for kind in (PaperKind.SLIDES, PaperKind.SLIDES_PDF, PaperKind.HANDOUT):
        assert render_paper(laid_out, kind) == render_paper(laid_out, kind)


CAPTION = "caption: Fire borde på torvet og en lang række af stole ved muren, credit: Ida Sand"
PLACES = [
    ("picture: {file: hoej.jpg, alt: Et torv}", (405, 405)),
    (f"picture: {{file: hoej.jpg, alt: Et torv, {CAPTION}}}", (416, 416)),
    (f"layout: text\n    body: [bullets: [x], picture: {{file: hoej.jpg, alt: Et torv, {CAPTION}}}]", (200, 200)),
    (f"body: [bullets: [x], picture: {{file: hoej.jpg, alt: Et torv, {CAPTION}}}]", (656, 656)),
    (f"columns: [{{picture: {{file: hoej.jpg, alt: Et torv, {CAPTION}}}}}, {{text: x}}]", (56, 56)),
]


@pytest.mark.parametrize(("content", "left"), PLACES)
def test_a_picture_stands_under_its_text_or_in_the_middle_and_its_caption_keeps_to_it(folder, content, left):
    Image.new("RGB", (600, 1500), "red").save(folder / "hoej.jpg")
    deck = folder / "hoej.yaml"
    deck.write_text(f"{HEAD}slides:\n  - title: A\n    {content}\n", "utf-8")
    made, diagnostics = lay_out_deck(deck)
    assert made, list(diagnostics)
    items = made.presentation.frames[-1].items
    shown = next(item for item in items if isinstance(item, PictureItem))
    under = [item for item in items if isinstance(item, TextBox) and item.id.endswith("/caption")]
    assert (round(shown.box.x), round(under[0].box.x) if under else left[1]) == left
    if left[0] > 200:
        assert all(item.box.w <= max(shown.box.w, 240) for item in under)
    else:
        assert all(len(par.lines) == 1 for item in under for par in item.pars)


@pytest.mark.parametrize("step", ["composing the handout", "making the slides", "making the handout"])
def test_a_picture_that_goes_away_meanwhile_is_told_and_nothing_written(folder, tmp_path, step):
    for file in folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())

    def take_away(what: str, _share: float) -> None:
        if what == step:
            (tmp_path / "foto.jpg").unlink(missing_ok=True)

    with pytest.raises(DiagnosticError, match="taken away"):
        build(Order(tmp_path / "deck.yaml", tmp_path / "output", (PaperKind.SLIDES, PaperKind.HANDOUT)), take_away)
    assert not (tmp_path / "output").exists()
