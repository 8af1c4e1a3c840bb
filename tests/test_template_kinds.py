"""What becomes of templates as people have them: each row is a change to a plain template, and what comes out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pptx
import pytest
from click.testing import CliRunner
from lxml import etree
from PIL import Image
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Emu

from deckbuild.cli.main import main
from deckbuild.frame.document import Frame
from deckbuild.frame.items import TextBox
from deckbuild.model.contrast import contrast
from deckbuild.model.slide_layouts import LayoutKind, Role, SlideLayout
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper
from made_templates import A, Deck, P, as_potx
from test_templates import Built, build, check

DECK = """\
deck: {title: Prøve}
slides:
  - section: Motivation
  - title: Tjek ind
    bullets: [Det første punkt, Det andet punkt]
  - title: Lag i en strategi
    pyramid: {items: [Vision, Mål, Indsatser], alt: En pyramide.}
  - title: To kolonner
    body:
      - numbered: [En, To]
      - quote: Kort og godt
"""
CM = 360000
"""EMU in a centimetre; the page is 25.4 x 19.05 cm."""
Change = Callable[[Deck], None]


def made(folder: Path, *changes: Change, deck: str = DECK, more: str = "") -> Built:
    """Build a deck in the template that python-pptx brings, changed."""
    template = pptx.Presentation()
    for change in changes:
        change(template)
    content = io.BytesIO()
    template.save(content)
    path = folder / "skabelon.potx"
    path.write_bytes(as_potx(content.getvalue()))
    return build(path, folder, deck, more)


def named(rows: list[tuple[Any, ...]]) -> list[Any]:
    """Return parameters that are called by the first word of each row."""
    return [pytest.param(*row, id=what) for what, *row in rows]


def layout_of(built: Built, kind: LayoutKind) -> SlideLayout:
    return built.laid_out.theme.slide_master.layouts[kind]


def titles(frames: Sequence[Frame]) -> list[TextBox]:
    """The titles of slides."""
    items = (item for frame in frames for item in frame.items)
    return [item for item in items if isinstance(item, TextBox) and item.role is Role.TITLE]


def xml(text: str) -> etree._Element:
    return etree.fromstring(f'<x xmlns:a="{A}" xmlns:p="{P}">{text}</x>')[0]


# One small placeholder more


def extra(x: float, y: float, w: float, h: float, *, kind: str = 'type="body"', first: bool = False) -> Change:
    """Add a placeholder (cm) to all layouts but the title slide and the section header."""

    def change(deck: Deck) -> None:
        for number, layout in enumerate(deck.slide_layouts):
            if number in (0, 2):
                continue
            shape = xml(
                f'<p:sp><p:nvSpPr><p:cNvPr id="99" name="Kilde"/><p:cNvSpPr/><p:nvPr><p:ph {kind} idx="23"/></p:nvPr>'
                f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{int(x * CM)}" y="{int(y * CM)}"/><a:ext cx="{int(w * CM)}" '
                f'cy="{int(h * CM)}"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/><a:lstStyle><a:lvl1pPr>'
                '<a:defRPr sz="1000"/></a:lvl1pPr></a:lstStyle><a:p/></p:txBody></p:sp>'
            )
            tree = layout.shapes._spTree
            tree.insert(2, shape) if first else tree.append(shape)

    return change


def untyped(deck: Deck) -> None:
    """Take the layouts' types away, except the title slide's and the section header's."""
    for number, layout in enumerate(deck.slide_layouts):
        if number not in (0, 2):
            layout._element.attrib.pop("type", None)


EXTRAS = [
    ("a source at the foot", [extra(1.7, 17.8, 12, 0.9)]),
    ("in a template without types", [extra(1.7, 17.8, 12, 0.9), untyped]),
    ("first of all, at the left edge", [extra(0.1, 17.8, 3, 0.9, first=True)]),
    ("a line above the title", [extra(1.3, 0.1, 20, 0.7), untyped]),
    ("for content", [extra(1.7, 17.8, 12, 0.9, kind="")]),
    ("for a small picture", [extra(22, 0.3, 2.5, 2, kind='type="pic"'), untyped]),
    ("a date and a source", [extra(1.7, 17.8, 6, 0.9), extra(9, 17.8, 6, 0.9)]),
]


@pytest.mark.parametrize("changes", named(EXTRAS))
def test_a_small_placeholder_changes_no_layout(tmp_path: Path, changes: list[Change]) -> None:
    built = made(tmp_path, *changes)
    check(built)
    kinds = (LayoutKind.TITLE, LayoutKind.SECTION, LayoutKind.TEXT, LayoutKind.COLUMNS, LayoutKind.FIGURE)
    assert [layout_of(built, kind).name for kind in kinds] == [
        "Title Slide", "Section Header", "Title and Content", "Two Content", "Title Only",
    ]  # fmt: skip
    assert "template-no-body" not in built.codes
    assert layout_of(built, LayoutKind.TEXT).placeholders[Role.BODY].size > 24, "the text's own, not the small one's"


# Line spacing


def spaced(spacing: str, height: float) -> Change:
    """Give the slides' titles 22 pt, a line spacing and a box of a height (pt) with text at its foot."""

    def change(deck: Deck) -> None:
        style = deck.slide_master._element.find(f".//{{{P}}}titleStyle/{{{A}}}lvl1pPr")
        style.insert(0, xml(f"<a:lnSpc>{spacing}</a:lnSpc>"))
        style.find(f"{{{A}}}defRPr").set("sz", "2200")
        title = next(p for p in deck.slide_master.placeholders if p.placeholder_format.type.name == "TITLE")
        title.height = Emu(int(height * 12700))
        for name, value in (("tIns", "0"), ("bIns", "0"), ("anchor", "b")):
            title.text_frame._bodyPr.set(name, value)

    return change


SPACINGS = [
    ('<a:spcPts val="2400"/>', 24.2, 24.0),
    ('<a:spcPts val="2000"/>', 20.0, 20.0),
    ('<a:spcPct val="90000"/>', 24.0, 23.76),
    ('<a:spcPct val="80000"/>', 20.0, 21.12),
    ('<a:spcPct val="100%"/>', 12.0, 26.4),
]


@pytest.mark.parametrize(("spacing", "height", "leading"), SPACINGS)
def test_a_line_fits_the_title_of_any_spacing(tmp_path: Path, spacing: str, height: float, leading: float) -> None:
    built = made(tmp_path, spaced(spacing, height))
    title = titles(built.laid_out.presentation.frames)[2]
    unit = built.laid_out.theme.slide_master.unit
    assert title.pars[0].leading * unit == pytest.approx(leading)
    assert title.pars[0].runs[0].size * unit == pytest.approx(22)
    foot = (title.box.y + title.pars[0].top + title.pars[0].height) * unit
    box = next(p for p in pptx.Presentation(str(built.pptx)).slide_master.placeholders)
    assert foot == pytest.approx((box.top + box.height) / 12700, abs=0.1), "where PowerPoint has it"


# What titles stand on

WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
DARK = '<a:solidFill><a:srgbClr val="404040"/></a:solidFill>'
DOWN = '<a:lin ang="5400000" scaled="0"/>'


def gradient(first: str, last: str, line: str = DOWN) -> str:
    return (
        f'<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="{first}"/></a:gs><a:gs pos="100000">'
        f'<a:srgbClr val="{last}"/></a:gs></a:gsLst>{line}</a:gradFill>'
    )


def white_titles(deck: Deck) -> None:
    run = deck.slide_master._element.find(f".//{{{P}}}titleStyle/{{{A}}}lvl1pPr/{{{A}}}defRPr")
    for old in run.findall(f"{{{A}}}solidFill"):
        run.remove(old)
    run.insert(0, xml(WHITE))


def filled(fill: str, *, layouts: bool) -> Change:
    """Fill the placeholders of titles, on the layouts or on the slide master."""

    def change(deck: Deck) -> None:
        for holder in deck.slide_layouts if layouts else [deck.slide_master]:
            for place in holder.placeholders:
                if "TITLE" in place.placeholder_format.type.name and "SUB" not in place.placeholder_format.type.name:
                    properties = place._element.spPr
                    at = len(properties.findall(f"{{{A}}}xfrm")) + len(properties.findall(f"{{{A}}}prstGeom"))
                    properties.insert(at, xml(fill))

    return change


def ground(fill: str, *, layouts: bool = False) -> Change:
    """Fill the background of the slide master, or of each layout."""

    def change(deck: Deck) -> None:
        for holder in deck.slide_layouts if layouts else [deck.slide_master]:
            common = holder._element.find(f"{{{P}}}cSld")
            for old in common.findall(f"{{{P}}}bg"):
                common.remove(old)
            common.insert(0, xml(f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"))

    return change


def pictured(crop: str = "") -> Change:
    """Put a picture behind all: dark in its upper half, white below."""

    def change(deck: Deck) -> None:
        shown = Image.new("RGB", (80, 60), "white")
        shown.paste((20, 20, 60), (0, 0, 80, 30))
        file = io.BytesIO()
        shown.save(file, "PNG")
        file.seek(0)
        part = deck.slide_master.part
        _, name = part.get_or_add_image_part(file)
        fill = (
            '<a:blipFill xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            f'<a:blip r:embed="{name}"/>{crop}<a:stretch><a:fillRect/></a:stretch></a:blipFill>'
        )
        ground(fill)(deck)

    return change


def bitmap(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("1", (width, height)).save(file, "PNG")
    return file.getvalue()


def unreadable(picture: bytes) -> Change:
    """Put a picture behind all that can't be shown."""

    def change(deck: Deck) -> None:
        pictured()(deck)
        for relation in deck.slide_master.part.rels.values():
            if relation.reltype.endswith("/image"):
                relation.target_part._blob = picture

    return change


def band(geometry: str) -> Change:
    """Draw a dark shape behind the titles of the slides."""

    def change(deck: Deck) -> None:
        deck.slide_master.shapes._spTree.insert(2, drawn(0, 0, 25.4, 4.5, geometry, DARK))

    return change


def drawn(x: float, y: float, w: float, h: float, geometry: str, fill: str) -> etree._Element:
    return xml(
        '<p:sp><p:nvSpPr><p:cNvPr id="98" name="Pynt"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{int(x * CM)}" y="{int(y * CM)}"/><a:ext cx="{int(w * CM)}" cy="{int(h * CM)}"/></a:xfrm>'
        f'<a:prstGeom prst="{geometry}"><a:avLst/></a:prstGeom>{fill}</p:spPr></p:sp>'
    )


GROUNDS = [
    ("a filled placeholder on the master", filled(DARK, layouts=False), "FFFFFF"),
    ("filled placeholders on the layouts", filled(DARK, layouts=True), "FFFFFF"),
    ("a placeholder filled with a gradient", filled(gradient("101010", "404060"), layouts=True), "FFFFFF"),
    ("a gradient, dark at the top", ground(gradient("401000", "FFF2CC")), "FFFFFF"),
    ("the same upside down", ground(gradient("FFF2CC", "401000", DOWN.replace("5400000", "16200000"))), "FFFFFF"),
    ("on each layout", ground(gradient("401000", "FFF2CC"), layouts=True), "FFFFFF"),
    ("a gradient, light at the top", ground(gradient("FFF2CC", "401000")), "000000"),
    ("a gradient around a light middle", ground(gradient("FFFFFF", "201040", '<a:path path="rect"><a:fillToRect '
     'l="50000" t="80000" r="50000" b="20000"/></a:path>')), "FFFFFF"),
    ("a picture, dark at the top", pictured(), "FFFFFF"),
    ("its light half", pictured('<a:srcRect t="50000"/>'), "000000"),
    ("its dark half", pictured('<a:srcRect b="50000"/>'), "FFFFFF"),
    ("a band with round corners", band("roundRect"), "FFFFFF"),
    ("a band of a shape that we don't draw", band("parallelogram"), "FFFFFF"),
    ("nothing but white", ground(WHITE), "000000"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "color"), named(GROUNDS))
def test_titles_stay_white_on_dark_alone(tmp_path: Path, change: Change, color: str) -> None:
    built = made(tmp_path, white_titles, change)
    check(built)
    assert built.laid_out.theme.colors[layout_of(built, LayoutKind.TEXT).placeholders[Role.TITLE].color] == color


@pytest.mark.parametrize("picture", [b"x", bitmap(80, 60)[:50], bitmap(8000, 6000)], ids=["none", "cut", "huge"])
def test_a_picture_that_cant_be_shown_is_left_out_of_the_pdf(tmp_path: Path, picture: bytes) -> None:
    built = made(tmp_path, unreadable(picture))
    assert "template-background" in {found.code for found in built.diagnostics}
    assert render_paper(built.laid_out, PaperKind.SLIDES_PDF).startswith(b"%PDF")


def test_the_pdf_draws_what_fills_a_title(tmp_path: Path) -> None:
    art = layout_of(made(tmp_path, white_titles, filled(DARK, layouts=False)), LayoutKind.TEXT).art
    assert [piece.fill for piece in art] == ["FFFFFF", "404040"]


# Words


@pytest.mark.parametrize(("width", "whole"), [(12, True), (8, True), (6.4, True), (4.5, True), (2.8, False)])
def test_a_word_of_a_title_is_set_smaller_before_it_is_cut(tmp_path: Path, width: float, whole: bool) -> None:
    """The section's title stands in a narrow placeholder; where the word is cut all the same, that is told."""

    def narrow(deck: Deck) -> None:
        place = next(p for p in deck.slide_layouts[2].placeholders if p.placeholder_format.type.name == "TITLE")
        place.left, place.top, place.width, place.height = CM, 3 * CM, Emu(int(width * CM)), 8 * CM

    built = made(tmp_path, narrow)
    lines = titles(built.laid_out.presentation.frames)[1].pars[0].lines
    shown = ["".join(piece.run.text for piece in line.pieces) for line in lines]
    assert (shown == ["MOTIVATION"]) is whole
    assert ("cut-word" in built.codes) is not whole


# Names

NAMES = [
    ("Afsnits-\noverskrift", '"Afsnits- overskrift"'),
    ("Afsnit\tmed tabulator", '"Afsnit med tabulator"'),
    ("Afsnit  med   mellemrum ", '"Afsnit med mellemrum"'),
    ("Afsnit\u00a0med\u2009faste", '"Afsnit med faste"'),
    ("Afsnit \u201dciteret\u201d", '"Afsnit ”citeret”"'),
    ('Afsnit "citeret"', '"Afsnit \\"citeret\\""'),
    ("Afsnit: #1 {a}", '"Afsnit: #1 {a}"'),
    ("Afs\u00adnit\u200b", '"Afsnit"'),
    ("Title  and\nContent", "3  # Title and Content"),
    ("3", "3  # 3"),
]


@pytest.mark.parametrize(("name", "proposed"), NAMES)
def test_a_proposed_name_is_taken(tmp_path: Path, name: str, proposed: str) -> None:
    def call(deck: Deck) -> None:
        deck.slide_layouts[2].name = name

    template = made(tmp_path, call).template
    shown = CliRunner().invoke(main, ["template", "inspect", str(template)]).output
    pasted = shown[shown.index("theme:\n") :]
    assert f"    section: {proposed}\n" in pasted
    deck = tmp_path / "deck.yaml"
    deck.write_text(DECK + pasted, "utf-8")
    result = CliRunner().invoke(main, ["check", str(deck), "--lang", "en"])
    assert result.exit_code == 0, result.output
    assert "template-roles" not in result.output


# Fonts


def styled(where: str) -> Change:
    """State Georgia in place of the theme's font."""

    def change(deck: Deck) -> None:
        if where == "layout":
            body = deck.slide_layouts[1].placeholders[1]
            body.text_frame._txBody.find(f"{{{A}}}lstStyle").append(
                xml('<a:lvl1pPr><a:defRPr><a:latin typeface="Georgia"/></a:defRPr></a:lvl1pPr>')
            )
            return
        for latin in deck.slide_master._element.iterfind(f".//{{{P}}}{where}//{{{A}}}latin"):
            latin.set("typeface", "Georgia")

    return change


FONTS = [
    ("the master's text style", [styled("bodyStyle")], {"Georgia"}),
    ("both of the master's styles", [styled("bodyStyle"), styled("titleStyle")], {"Georgia"}),
    ("the placeholder of one layout", [styled("layout")], {"Georgia"}),
    ("the theme alone", [], set()),
]


@pytest.mark.parametrize(("changes", "stated"), named(FONTS))
def test_content_has_one_font(tmp_path: Path, changes: list[Change], stated: set[str]) -> None:
    """Text boxes and shapes state the font of the text in placeholders, unless they inherit it."""
    built = made(tmp_path, *changes)
    found = set()
    with zipfile.ZipFile(built.pptx) as archive:
        for name in archive.namelist():
            if re.match(r"ppt/slides/slide\d+\.xml", name):
                for shape in etree.fromstring(archive.read(name)).iter(f"{{{P}}}sp"):
                    if shape.find(f".//{{{P}}}ph") is None and shape.find(f".//{{{A}}}t") is not None:
                        found |= {latin.get("typeface") for latin in shape.iter(f"{{{A}}}latin")} or {""}
    assert found == (stated or {""})


# Decoration where the content is


def decorated(*boxes: tuple[float, float, float, float], group: bool = False, color: str = "7A1F2B") -> Change:
    def change(deck: Deck) -> None:
        for box in boxes:
            shape = drawn(*box, "ellipse", DARK.replace("404040", color))
            if group:
                frame = shape.find(f".//{{{A}}}xfrm")
                held = "".join(etree.tostring(part).decode() for part in frame)
                held += held.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
                holder = xml(
                    '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="97" name="G"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
                    f"<p:grpSpPr><a:xfrm>{held}</a:xfrm></p:grpSpPr></p:grpSp>"
                )
                holder.append(shape)
                shape = holder
            deck.slide_master.shapes._spTree.insert(2, shape)

    return change


RIGHT = (21.5, 14, 3.6, 3.6)
ART = [
    ("a seal at the lower right", decorated(RIGHT), (1.52, 4.57, 19.7, 12.3), False),
    ("in a group", decorated(RIGHT, group=True), (1.52, 4.57, 19.7, 12.3), False),
    ("one on each side", decorated(RIGHT, (0.5, 14, 3.6, 3.6)), (4.38, 4.57, 16.84, 12.3), False),
    ("a band at the foot", decorated((0, 15, 25.4, 4)), (1.52, 4.57, 22.3, 10.15), False),
    ("a pattern of the ground", decorated(RIGHT, color="F4F4F4"), (1.52, 4.57, 22.3, 12.3), False),
    ("beside the content", decorated((23.9, 1, 1.4, 1.4)), (1.52, 4.57, 22.3, 12.3), False),
    ("in the middle", decorated((10, 9, 5, 5)), (1.52, 4.57, 22.3, 12.3), True),
]


@pytest.mark.parametrize(("change", "room", "told"), named(ART))
def test_content_keeps_off_decoration(tmp_path: Path, change: Change, room: tuple[float, ...], told: bool) -> None:
    """``room`` is the area for content in cm: x, y, width, height. Where too little is left, that is told."""
    built = made(tmp_path, change)
    unit = built.laid_out.theme.slide_master.unit * 12700 / CM
    found = layout_of(built, LayoutKind.TEXT).room
    strip = 20 * unit
    area = (found.x * unit, found.y * unit, found.w * unit, found.h * unit + strip)
    assert area == pytest.approx(room, abs=0.3)
    assert ("template-art" in built.codes) is told
    check(built)


# What leads to other machines


RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def linked(part: Callable[[Deck], Any], kind: str) -> Change:
    """Let a part of the template lead to another machine."""

    def change(deck: Deck) -> None:
        part(deck).part.relate_to("https://eksempel.dk/spor", f"{RELATIONSHIPS}/{kind}", is_external=True)

    return change


LINKED = [
    ("a picture of the master", linked(lambda deck: deck.slide_master, "image")),
    ("a link of a layout", linked(lambda deck: deck.slide_layouts[1], "hyperlink")),
    ("a sound of a layout", linked(lambda deck: deck.slide_layouts[1], "audio")),
    ("a template of the presentation", linked(lambda deck: deck, "attachedTemplate")),
]


@pytest.mark.parametrize("change", named(LINKED))
def test_nothing_of_another_machine_is_taken_over(tmp_path: Path, change: Change) -> None:
    built = made(tmp_path, change)
    assert "template-left-out" in built.codes
    with zipfile.ZipFile(built.pptx) as package:
        assert not [name for name in package.namelist() if b"eksempel.dk/spor" in package.read(name)]
    check(built)


# Macros


MACROS = [("potm", "template"), ("pptm", "presentation")]


@pytest.mark.parametrize(("suffix", "kind"), MACROS)
def test_a_template_with_macros_is_taken_without_them(tmp_path: Path, suffix: str, kind: str) -> None:
    deck = pptx.Presentation()
    program = Part(PackURI("/ppt/vbaProject.bin"), "application/vnd.ms-office.vbaProject", deck.part.package, b"VBA")
    deck.part.relate_to(program, "http://schemas.microsoft.com/office/2006/relationships/vbaProject")
    deck.part._content_type = f"application/vnd.ms-powerpoint.{kind}.macroEnabled.main+xml"
    path = tmp_path / f"skabelon.{suffix}"
    deck.save(path)
    built = build(path, tmp_path, DECK)
    assert "template-left-out" in built.codes
    with zipfile.ZipFile(built.pptx) as package:
        assert not [name for name in package.namelist() if "vba" in name.lower()]
        assert b"macroEnabled" not in package.read("[Content_Types].xml")
    check(built)


# Titles and content that have little room


def titled(x: float, y: float, w: float, h: float, size: int, *, bodies: bool = False) -> Change:
    """Give the titles of all layouts a box (cm) and a size (pt), and leave no other placeholder unless ``bodies``."""

    def change(deck: Deck) -> None:
        for holder in (deck.slide_master, *deck.slide_layouts):
            for shape in list(holder.placeholders):
                if shape.placeholder_format.type.name in ("TITLE", "CENTER_TITLE"):
                    shape.left, shape.top, shape.width, shape.height = (Emu(int(v * CM)) for v in (x, y, w, h))
                elif not bodies:
                    shape._element.getparent().remove(shape._element)
        style = deck.slide_master._element.find(f".//{{{P}}}titleStyle/{{{A}}}lvl1pPr/{{{A}}}defRPr")
        style.set("sz", str(size * 100))

    return change


def low(height: float) -> Change:
    """Give the places for text on all layouts a height (cm), from 5 cm on."""

    def change(deck: Deck) -> None:
        for holder in (deck.slide_master, *deck.slide_layouts):
            for shape in holder.placeholders:
                if shape.placeholder_format.type.name in ("BODY", "OBJECT"):
                    x, w = shape.left, shape.width
                    shape.left, shape.top, shape.width, shape.height = x, Emu(5 * CM), w, Emu(int(height * CM))

    return change


NARROW_ROOMS = [
    ("a title that fills the page", titled(0, 0, 25.4, 19, 126)),
    ("a title in the middle of the page", titled(2, 6, 21, 6, 100)),
    ("a title for one line of 32 pt", titled(1.3, 1, 23, 1.4, 32, bodies=True)),
    ("a title for few letters", titled(1.3, 1, 8, 2.5, 28, bodies=True)),
    ("text as high as five lines", low(7)),
]
LONG = """\
slides:
  - title: Samarbejdsdrevet innovation i den offentlige sektor
    ladder:
      left: Udvikling af organisationen
      right: Udvikling af forvaltningen
      alt: En stige
      steps: [right: Bureaukratiet, left: Den uskyldige institution, right: Sektorforvaltningen,
              left: Den fagligt ansvarlige institution, right: Supervisionsforvaltningen,
              left: Den strategiske organisation, right: Den potentielle forvaltning]
  - title: Barrierer og drivkræfter for innovation
    cards:
      - {head: Barrierer, text: Fastlåste roller og rutiner; mange regler; frygt for fejl; og travlhed i hverdagen}
      - {head: Drivkræfter, text: Tillid og tid; en fælles opgave; ledere som spørger; og plads til at prøve af}
      - {head: Metoder, text: Interview og feltarbejde; prototyper; afprøvning i det små; og løbende evaluering}
      - {head: Roller, text: Den der spørger; den der samler; den der prøver af; og den der fortæller videre}
  - title: Punkter
    bullets: [Det første punkt, Det andet punkt, Det tredje punkt, Det fjerde punkt, Det femte punkt]
"""


@pytest.mark.parametrize("change", named(NARROW_ROOMS))
def test_nothing_is_refused_for_little_room(tmp_path: Path, change: Change) -> None:
    built = made(tmp_path, change, deck=DECK.replace("slides:\n", LONG))
    assert not built.diagnostics.has_errors
    opening = (LayoutKind.TITLE, LayoutKind.SECTION)
    frames = [frame for frame in built.laid_out.presentation.frames if frame.layout not in opening]
    for title in titles(frames):
        assert sum(par.height for par in title.pars) <= title.box.h + 1
        assert title.box.bottom <= 540 / 2
    check(built)


def test_a_layout_whose_title_is_all_there_is_serves_no_figure(tmp_path: Path) -> None:
    def quotation(deck: Deck) -> None:
        layout = deck.slide_layouts[5]
        layout.name = "Quotation"
        layout._element.attrib.pop("type", None)
        layout.placeholders[0].height = Emu(16 * CM)

    assert layout_of(made(tmp_path, quotation), LayoutKind.FIGURE).name == "Title and Content"


# Layouts that serve nothing but what their house made them for


def cover(deck: Deck) -> None:
    """Make the title slide's title a place for text, as many houses' covers have it, and take the type away."""
    layout = deck.slide_layouts[0]
    layout.name = "Forside"
    layout._element.attrib.pop("type")
    title, below, *_ = layout.placeholders
    for place, idx, size in ((title, 21, 4000), (below, 22, 1800)):
        ph = place._element.find(f".//{{{P}}}ph")
        ph.set("type", "body")
        ph.set("idx", str(idx))
        style = place._element.find(f".//{{{A}}}lstStyle")
        for level in list(style):
            style.remove(level)
        style.append(xml(f'<a:lvl1pPr><a:defRPr sz="{size}"/></a:lvl1pPr>'))


def photographed(deck: Deck) -> None:
    """Put the only layout without text on dark."""
    tree = deck.slide_layouts[5].shapes._spTree
    tree.insert(
        2, xml(box(0, 0, 25.4, 19.05, '<a:prstGeom prst="rect"/><a:solidFill><a:srgbClr val="203040"/></a:solidFill>'))
    )


def quoted(deck: Deck) -> None:
    """Make the layout for captions one for quotes, with the name of who said it below."""
    layout = deck.slide_layouts[7]
    layout.name = "Citat"
    layout._element.attrib.pop("type")
    for place in list(layout.placeholders):
        if place.placeholder_format.type.name == "TITLE":
            place.left, place.top, place.width, place.height = (Emu(int(v * CM)) for v in (2, 14, 20, 1.5))
        elif place.placeholder_format.type.name == "OBJECT":
            place.left, place.top, place.width, place.height = (Emu(int(v * CM)) for v in (2, 2, 20, 11))
        elif place.placeholder_format.idx == 2:
            place._element.getparent().remove(place._element)


def box(x: float, y: float, w: float, h: float, look: str) -> str:
    """Return a shape of the template's own (cm)."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="98" name="Pynt"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{int(x * CM)}" y="{int(y * CM)}"/><a:ext cx="{int(w * CM)}" cy="{int(h * CM)}"/></a:xfrm>'
        f"{look}</p:spPr></p:sp>"
    )


SERVING = [
    ("a cover without a title placeholder", cover, LayoutKind.TITLE, "Forside"),
    ("a dark layout for a light deck's figures", photographed, LayoutKind.FIGURE, "Title and Content"),
    ("a quote over a name", quoted, LayoutKind.QUOTE, "Title and Content"),
]


@pytest.mark.parametrize(("change", "kind", "name"), named(SERVING))
def test_which_layout_serves(tmp_path: Path, change: Change, kind: LayoutKind, name: str) -> None:
    built = made(tmp_path, change)
    assert layout_of(built, kind).name == name
    assert Role.TITLE in layout_of(built, LayoutKind.TITLE).placeholders
    check(built)


# Colours


FRAME = (
    '<a:custGeom><a:pathLst><a:path w="100" h="100"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>'
    '<a:lnTo><a:pt x="100" y="0"/></a:lnTo><a:lnTo><a:pt x="100" y="2"/></a:lnTo><a:lnTo><a:pt x="2" y="2"/></a:lnTo>'
    '<a:lnTo><a:pt x="2" y="100"/></a:lnTo><a:lnTo><a:pt x="0" y="100"/></a:lnTo><a:close/></a:path></a:pathLst>'
    '</a:custGeom><a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>'
)
"""A narrow angle along two edges of its box, in some colour."""


def test_an_outline_counts_only_where_it_is_filled(tmp_path: Path) -> None:
    def angle(deck: Deck) -> None:
        tree = deck.slide_master.shapes._spTree
        tree.insert(2, xml(box(0.2, 0.2, 25, 18.6, FRAME.format(fill="101820"))))

    built = made(tmp_path, angle)
    assert built.laid_out.theme.colors["ink"] == "000000"
    assert built.laid_out.theme.colors["paper"] == "FFFFFF"


@pytest.mark.parametrize(
    ("second", "soft"),
    [("44546A", "44546A"), ("C00000", "404040"), ("F0F0F0", "404040")],
    ids=["a quiet colour is kept", "a loud one is not", "nor one that can't be read"],
)
def test_what_matters_less_is_quiet(tmp_path: Path, second: str, soft: str) -> None:
    def recolored(deck: Deck) -> None:
        theme = deck.slide_master.part.part_related_by(f"{RELATIONSHIPS}/theme")
        theme._blob = re.sub(rb'(<a:dk2><a:srgbClr val=")......', rb"\g<1>" + second.encode(), theme.blob)

    assert made(tmp_path, recolored).laid_out.theme.colors["soft"] == soft


# What text boxes and placeholders inherit


def test_text_boxes_are_not_in_the_templates_capitals(tmp_path: Path) -> None:
    def capitals(deck: Deck) -> None:
        style = deck.part._element.find(f".//{{{P}}}defaultTextStyle/{{{A}}}lvl1pPr/{{{A}}}defRPr")
        style.set("cap", "all")
        style.set("spc", "300")

    built = made(tmp_path, capitals)
    loose = [
        etree.tostring(shape.text_frame._txBody).decode()
        for slide in pptx.Presentation(str(built.pptx)).slides
        for shape in slide.shapes
        if shape.has_text_frame and shape.text_frame.text and not shape.is_placeholder
    ]
    assert loose
    assert all('cap="none"' in text and 'spc="0"' in text for text in loose)


def test_letters_that_stand_apart_break_lines_earlier(tmp_path: Path) -> None:
    def apart(deck: Deck) -> None:
        deck.slide_master._element.find(f".//{{{P}}}titleStyle/{{{A}}}lvl1pPr/{{{A}}}defRPr").set("spc", "1000")

    (tmp_path / "a").mkdir()
    plain, spaced_out = made(tmp_path / "a"), made(tmp_path, apart)
    wide = layout_of(plain, LayoutKind.TEXT).placeholders[Role.TITLE].wider
    assert layout_of(spaced_out, LayoutKind.TEXT).placeholders[Role.TITLE].wider == pytest.approx(
        wide * 1.4545, rel=1e-3
    )


@pytest.mark.parametrize("width", [0.4, 2.0])
def test_a_slide_number_is_never_cut(tmp_path: Path, width: float) -> None:
    def narrow(deck: Deck) -> None:
        for layout in deck.slide_layouts:
            for place in layout.placeholders:
                if place.placeholder_format.type.name == "SLIDE_NUMBER":
                    place.left, place.top, place.width, place.height = (Emu(int(v * CM)) for v in (24, 17.5, width, 1))

    slides = "".join(f"  - title: Nr. {n}\n    bullets: [a, b, c, d, e, f, g]\n" for n in range(12))
    built = made(tmp_path, narrow, deck="deck: {title: Prøve}\nslides:\n" + slides)
    numbers = [
        item.pars[0].plain
        for frame in built.laid_out.presentation.frames
        for item in frame.items
        if isinstance(item, TextBox) and item.role is Role.NUMBER
    ]
    assert numbers == [str(n) for n in range(1, 13)]
    check(built)


def test_content_stands_off_the_edges_of_the_page(tmp_path: Path) -> None:
    def to_the_edges(deck: Deck) -> None:
        for holder in (deck.slide_master, *deck.slide_layouts):
            for place in holder.placeholders:
                if place.placeholder_format.type.name in ("BODY", "OBJECT"):
                    place.left, place.top, place.width, place.height = (Emu(int(v * CM)) for v in (0, 5, 25.4, 14.05))

    room = layout_of(made(tmp_path, to_the_edges), LayoutKind.TEXT).room
    assert room.x > 20
    assert room.right < 700
    assert room.bottom < 525


# Lists


SIGNS = [
    ('<a:buFont typeface="Arial"/><a:buChar char="►"/>', "►"),
    ('<a:buFont typeface="Wingdings"/><a:buChar char="§"/>', "▪"),
    ('<a:buFont typeface="Symbol"/><a:buChar char="&#xF0B7;"/>', "•"),
    ('<a:buFont typeface="Webdings"/><a:buChar char="z"/>', "–"),
    ("<a:buNone/>", "–"),
    ('<a:buSzPct val="45000"/><a:buFont typeface="Arial"/><a:buChar char="●"/>', "●"),
]


@pytest.mark.parametrize(("stated", "sign"), SIGNS)
def test_lists_have_the_templates_sign(tmp_path: Path, stated: str, sign: str) -> None:
    def listed(deck: Deck) -> None:
        style = deck.slide_master._element.find(f".//{{{P}}}bodyStyle/{{{A}}}lvl1pPr")
        for old in [e for e in style if etree.QName(e).localname.startswith("bu")]:
            style.remove(old)
        for place, element in enumerate(etree.fromstring(f'<x xmlns:a="{A}">{stated}</x>')):
            style.insert(len(style) - 1 if style.find(f"{{{A}}}defRPr") is not None else place, element)

    built = made(tmp_path, listed)
    pars = [
        par
        for frame in built.laid_out.presentation.frames
        for item in frame.items
        if isinstance(item, TextBox) and item.role is Role.BODY
        for par in item.pars
    ]
    assert pars[0].bullet is not None
    assert pars[0].bullet.run.text == sign


# A layout with another ground than that of the others


ON_DARK = [
    ("  roles: {text: Title and Content, quote: Mørk}", "  - title: Citat\n    quote: Kort og godt\n"),
    ("  roles: {text: Title and Content}", "  - title: Punkter\n    layout: Mørk\n    bullets: [Et, To]\n"),
]


@pytest.mark.parametrize(("roles", "slide"), ON_DARK, ids=["by its role", "by its name"])
def test_content_has_the_colors_of_the_layout_it_stands_on(tmp_path: Path, roles: str, slide: str) -> None:
    def dark(deck: Deck) -> None:
        layout = deck.slide_layouts[7]
        layout.name = "Mørk"
        fill = '<a:prstGeom prst="rect"/><a:solidFill><a:srgbClr val="102030"/></a:solidFill>'
        layout.shapes._spTree.insert(2, xml(box(0, 0, 25.4, 19.05, fill)))

    built = made(tmp_path, dark, deck=f"{DECK}{slide}", more=f"{roles}\n")
    frame, colors = built.laid_out.presentation.frames[-1], built.laid_out.theme.colors
    content = [item for item in frame.items if isinstance(item, TextBox) and item.role is not Role.TITLE]
    inks = {colors[run.color] for item in content if not item.artifact for par in item.pars for run in par.runs}
    assert (frame.own_layout or layout_of(built, frame.layout)).name == "Mørk"
    assert inks
    assert all(contrast(ink, "102030") >= 4.5 for ink in inks)
    check(built)


def test_names_of_fields_are_set_smaller_before_a_word_is_cut(tmp_path: Path) -> None:
    slide = "  - title: Felter\n    fields: [På skolen, På biblioteket, Uden for kommunen]\n"
    assert "cut-word" not in made(tmp_path, deck=DECK + slide).codes
