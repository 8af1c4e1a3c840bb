"""Picture files as the papers show them: upright, in the right colours, no larger than shown, never fetched."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from deckbuild.images.facts import check, encoded, facts
from deckbuild.images.model import Flaw, ImageError
from deckbuild.images.outlines import outlines
from deckbuild.images.svg import drawing, rasterized
from deckbuild.layout.pictures import density, fitted, placed
from deckbuild.model.deck import Focus
from deckbuild.units import Rect

RED, BLUE = (220, 20, 20), (20, 20, 220)
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '


def halves() -> Image.Image:
    """A picture 60 wide and 40 high, red at the left, blue at the right; its upper left corner is white."""
    picture = Image.new("RGB", (60, 40), BLUE)
    picture.paste(RED, (0, 0, 30, 40))
    picture.paste((255, 255, 255), (0, 0, 10, 10))
    return picture


def near(found: object, wanted: tuple[int, int, int]) -> bool:
    return isinstance(found, tuple) and all(abs(a - b) < 24 for a, b in zip(found, wanted, strict=False))


def shown(path: Path, width: float = 1000.0) -> Image.Image:
    return Image.open(BytesIO(encoded(path, width).data))


def is_halves(picture: Image.Image) -> bool:
    made = picture.convert("RGB").resize((60, 40))
    return (
        near(made.getpixel((3, 3)), (255, 255, 255))
        and near(made.getpixel((20, 30)), RED)
        and near(made.getpixel((50, 30)), BLUE)
    )


TURNED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""Exif orientation -> how the camera stored the picture."""


@pytest.mark.parametrize("orientation", TURNED)
@pytest.mark.parametrize("width", [1000.0, 9.0])
def test_photo_is_never_on_its_side(orientation: int, width: float, tmp_path: Path) -> None:
    turn = TURNED[orientation]
    stored = halves() if turn is None else halves().transpose(turn)
    notes = Image.Exif()
    notes[0x0112] = orientation
    stored.save(tmp_path / "foto.jpg", quality=95, exif=notes)
    assert (facts(tmp_path / "foto.jpg").width, facts(tmp_path / "foto.jpg").height) == (60, 40)
    made = shown(tmp_path / "foto.jpg", width)
    assert is_halves(made)
    assert made.getexif().get(0x0112, 1) == 1
    assert made.size == ((60, 40) if width == 1000 else (28, 19))


SAVED: dict[str, Callable[[Path], None]] = {
    "rgb.png": lambda path: halves().save(path),
    "palette.png": lambda path: halves().quantize(8).save(path),
    "opacity.png": lambda path: halves().convert("RGBA").save(path),
    "print.jpg": lambda path: halves().convert("CMYK").save(path, quality=95),
    "web.webp": lambda path: halves().save(path, lossless=True),
    "old.gif": lambda path: halves().save(path),
    "scan.tif": lambda path: halves().save(path),
    "window.bmp": lambda path: halves().save(path),
    "wrong-name.png": lambda path: halves().save(path, "JPEG", quality=95),
}


@pytest.mark.parametrize("name", SAVED)
def test_every_kind_becomes_png_or_jpeg(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    SAVED[name](path)
    check(path)
    made = encoded(path, 1000)
    assert made.kind == ("jpeg" if name in ("print.jpg", "wrong-name.png") else "png")
    picture = Image.open(BytesIO(made.data))
    assert picture.format == made.kind.upper()
    assert picture.mode in ("P", "RGB", "RGBA", "L")
    assert is_halves(picture)
    assert encoded(path, 1000).data == made.data


def test_sixteen_bits_of_grey_become_eight(tmp_path: Path) -> None:
    Image.new("I;16", (4, 4), 128 * 257).save(tmp_path / "dyb.png")
    made = shown(tmp_path / "dyb.png")
    assert (made.mode, made.getpixel((1, 1))) == ("L", 128)


def test_profile_for_other_colors_is_not_used(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    Image.new("RGB", (8, 8), RED).save(tmp_path / "lab.png", icc_profile=profile.tobytes())
    assert near(shown(tmp_path / "lab.png").getpixel((1, 1)), RED)


def test_large_pictures_are_no_larger_than_shown(tmp_path: Path) -> None:
    noise = Image.effect_noise((1200, 800), 60).convert("RGB")
    noise.save(tmp_path / "foto.jpg", quality=95)
    noise.save(tmp_path / "graf.png")
    assert shown(tmp_path / "foto.jpg", 144).size == (440, 293)  # 2 inches at 220 dots
    assert shown(tmp_path / "graf.png", 144).size == (440, 293)
    assert shown(tmp_path / "foto.jpg", 960).size == (1200, 800)


def test_jpeg_stays_as_it_is_but_for_its_notes(tmp_path: Path) -> None:
    notes = Image.Exif()
    notes[0x010E] = "Hemmeligt sted"
    halves().save(tmp_path / "foto.jpg", quality=90, exif=notes, comment=b"Hemmeligt ogs\xe5")
    data = encoded(tmp_path / "foto.jpg", 1000).data
    assert b"Hemmeligt" not in data
    assert data[-400:] == (tmp_path / "foto.jpg").read_bytes()[-400:]
    png = tmp_path / "graf.png"
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Author", "Hemmelig")
    halves().save(png, pnginfo=info)
    assert b"Hemmelig" not in encoded(png, 1000).data


FLAWS: dict[str, tuple[Callable[[Path], object], Flaw]] = {
    "half.jpg": (lambda path: path.write_bytes(jpeg()[: len(jpeg()) // 2]), Flaw.BROKEN),
    "text.png": (lambda path: path.write_text("no picture"), Flaw.BROKEN),
    "empty.png": (lambda path: path.write_bytes(b""), Flaw.BROKEN),
    "half.svg": (lambda path: path.write_text(f"{HEAD}><rect"), Flaw.BROKEN),
    "page.svg": (lambda path: path.write_text("<html/>"), Flaw.BROKEN),
    "outside.svg": (
        lambda path: path.write_text(
            f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>{HEAD}viewBox="0 0 8 8"><text>&x;</text></svg>'
        ),
        Flaw.BROKEN,
    ),
    "laughs.svg": (lambda path: path.write_text(laughs()), Flaw.TOO_MUCH_WORK),
    "flat.svg": (lambda path: path.write_text(f'{HEAD}width="0" height="9"/>'), Flaw.NO_SIZE),
    "sizeless.svg": (lambda path: path.write_text(f'{HEAD}width="100%"/>'), Flaw.NO_SIZE),
}


def jpeg() -> bytes:
    file = BytesIO()
    Image.effect_noise((200, 200), 60).save(file, "JPEG")
    return file.getvalue()


def laughs() -> str:
    """An entity of entities of entities: a few lines that would fill the memory."""
    names = "abcdefghijklmnop"
    made = "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(names)
    )  # fmt: skip
    return f'<!DOCTYPE svg [<!ENTITY a "ha">{made}]>{HEAD}viewBox="0 0 8 8"><text>&p;</text></svg>'


@pytest.mark.parametrize("name", FLAWS)
def test_what_cannot_be_shown_is_said(name: str, tmp_path: Path) -> None:
    make, flaw = FLAWS[name]
    make(tmp_path / name)
    with pytest.raises(ImageError) as raised:
        check(tmp_path / name)
    assert raised.value.flaw is flaw


UNSAFE = {
    "script": "<script>alert(1)</script>",
    "event": '<g onclick="alert(1)"/>',
    "page": "<foreignObject><p/></foreignObject>",
    "picture": '<image href="https://kommunen.dk/a.png" width="8" height="8"/>',
    "file": '<image xlink:href="/etc/passwd" width="8" height="8"/>',
    "use": '<use href="andre.svg#a"/>',
    "style": "<style>@import url(https://kommunen.dk/a.css);</style>",
    "fill": '<rect fill="url(https://kommunen.dk/a.svg#b)" width="8" height="8"/>',
    "css": '<rect style="fill: url( \'https://kommunen.dk/a.svg#b\' )" width="8" height="8"/>',
    "hidden": r"<style>a{fill:u\72l(https://kommunen.dk/a.svg#b)}</style>",
}


@pytest.mark.parametrize("name", UNSAFE)
def test_drawing_runs_and_fetches_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / "tegning.svg"
    path.write_text(f'{HEAD}viewBox="0 0 8 8"><rect width="3" height="3"/>{UNSAFE[name]}</svg>')
    assert check(path).cleaned
    data = encoded(path, 100).drawing
    assert not any(word in data for word in (b"alert", b"kommunen", b"passwd", b"andre", b"foreign"))
    assert b'width="3"' in data


def test_links_and_inner_references_are_no_danger(tmp_path: Path) -> None:
    path = tmp_path / "tegning.svg"
    path.write_text(
        f'{HEAD}viewBox="0 0 8 8"><defs><linearGradient id="g"/></defs><a href="https://kommunen.dk">'
        '<rect fill="url(#g)" width="3" height="3"/></a></svg>'
    )
    assert not check(path).cleaned
    assert b"url(#g)" in drawing(path).data


SIZES = {
    'viewBox="0 0 30 20"': (30, 20),
    'width="60" height="40"': (60, 40),
    'width="60" viewBox="0 0 30 20"': (60, 40),
    'height="40px" viewBox="0 0 30 20"': (60, 40),
    'width="1in" height="48pt"': (96, 64),
    'width="100%" height="100%" viewBox="0,0,30,20"': (30, 20),
}


@pytest.mark.parametrize("attributes", SIZES)
def test_size_of_a_drawing(attributes: str, tmp_path: Path) -> None:
    path = tmp_path / "tegning.svg"
    path.write_text(f'{HEAD}{attributes}><rect width="9" height="9"/></svg>')
    assert (facts(path).width, facts(path).height) == SIZES[attributes]
    assert shown(path, 72).size == (220, round(220 * SIZES[attributes][1] / SIZES[attributes][0]))


VECTORS = {
    '<rect x="1" y="2" width="3" height="4" rx="1" fill="#00f"/>': True,
    '<g transform="rotate(20)"><circle cx="4" cy="4" r="2" stroke="red" stroke-width="1" fill="none"/></g>': True,
    '<style>.a{fill:#09508A}</style><path class="a" d="M0 0 Q 4 4 8 0 A 3 3 0 0 1 2 2 z"/>': True,
    '<defs><path id="p" d="M0 0h3v3z"/></defs><use href="#p" x="2"/>': True,
    '<text y="8">Å</text>': False,
    '<rect width="3" height="3" opacity=".5"/>': False,
    '<g style="opacity:.5"><rect width="3" height="3"/></g>': False,
    '<rect width="3" height="3" style="fill-opacity: 0.5"/>': False,
    '<rect width="3" height="3" fill="url(#g)"/>': False,
    '<line x2="8" y2="8" stroke="red" stroke-dasharray="2 1"/>': False,
    '<rect width="3" height="3" display="none"/>': False,
    '<style>rect:hover{fill:red}</style><rect width="3" height="3"/>': False,
    '<g transform="scale(1 3)"><path d="M0 0h8" stroke="red"/></g>': False,
    "<svg><rect/></svg>": False,
}


@pytest.mark.parametrize("content", VECTORS)
def test_drawing_of_outlines_is_drawn_as_such(content: str, tmp_path: Path) -> None:
    """Others become dots: better than a guess."""
    path = tmp_path / "tegning.svg"
    path.write_text(f'{HEAD}viewBox="0 0 8 8">{content}</svg>')
    assert (outlines(drawing(path)) is not None) == VECTORS[content]


@pytest.mark.slow
def test_outlines_show_what_the_dots_show(tmp_path: Path) -> None:
    """The two ways to draw an SVG in a PDF agree, dot by dot."""
    import pypdfium2

    from deckbuild.frame.document import Frame, Presentation
    from deckbuild.frame.items import LayoutKind, PictureItem
    from deckbuild.model.theme import Theme
    from deckbuild.writers.pdf import write_slides

    path = tmp_path / "tegning.svg"
    path.write_text(
        f'{HEAD}viewBox="0 0 96 54"><style>.b{{fill:none;stroke:#C8641E;stroke-width:3;stroke-linecap:round}}</style>'
        '<rect x="4" y="4" width="30" height="20" rx="5" fill="#09508A"/><circle class="b" cx="60" cy="16" r="11"/>'
        '<g transform="translate(8,30) rotate(8)"><path class="b" d="M0 0 C 10 20 30 -10 40 8 Q 55 20 70 2"/></g>'
        '<path fill-rule="evenodd" d="M70 30h20v20h-20z M75 35h10v10h-10z" fill="#2a7"/>'
        '<path d="M4 50 a6 6 0 0 1 12 0 z" fill="rgb(90,20,80)"/></svg>'
    )
    item = PictureItem(id="p", box=Rect(0, 0, 960, 540), path=path, alt="Former")
    frame = Frame(id="s", slide="s", number=1, title="", layout=LayoutKind.FIGURE, section=0, items=(item,))
    pdf = write_slides(Presentation(title="T", author="", lang="da-DK", frames=(frame,)), Theme())
    assert b"/Subtype /Image" not in pdf
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=1).to_pil().convert("RGB")
    dots = Image.new("RGB", (960, 540), "white")
    png = Image.open(BytesIO(rasterized(drawing(path), 960, 10)))
    dots.paste(png, mask=png.getchannel("A"))
    far = sum(not near(a, b) for a, b in zip(page.get_flattened_data(), dots.get_flattened_data(), strict=True))
    assert far < 960 * 540 * 0.002  # along the edges


ROOM = Rect(0, 0, 200, 100)
FOCI = {
    Focus(0.5, 0.5): (0.25, 0.25),
    Focus(0.0, 0.0): (0.0, 0.5),
    Focus(1.0, 1.0): (0.5, 0.0),
    Focus(0.3, 0.3): (0.05, 0.45),
}


@pytest.mark.parametrize("focus", FOCI)
def test_fill_crops_around_the_focus(focus: Focus, tmp_path: Path) -> None:
    Image.new("RGB", (400, 400)).save(tmp_path / "a.png")
    box, crop = placed(tmp_path / "a.png", ROOM, fill=True, focus=focus)
    assert box == ROOM
    assert (crop.left, crop.right) == (0, 0)
    assert (crop.top, crop.bottom) == pytest.approx(FOCI[focus])


def test_small_pictures_are_not_blown_up(tmp_path: Path) -> None:
    Image.new("RGB", (50, 25)).save(tmp_path / "a.png")
    box = fitted(tmp_path / "a.png", ROOM)
    assert (box.w, box.h, density(tmp_path / "a.png", box)) == (50, 25, 72)
    (tmp_path / "a.svg").write_text(f'{HEAD}viewBox="0 0 2 1"/>')
    box = fitted(tmp_path / "a.svg", ROOM)
    assert (box.w, box.h, density(tmp_path / "a.svg", box)) == (200, 100, None)
