"""The greyscale edition: nothing that colours told is lost. Checked on every page, not only converted."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pikepdf
import pytest

import made_templates
import tools
from commands import deckbuild
from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.charts import SeriesStyle
from deckbuild.frame.document import Document, Frame
from deckbuild.frame.items import ChartItem, Connector, Item, Shape, TableItem, TextBox
from deckbuild.handout.editions import Editions
from deckbuild.layout.slides.deck import lay_out
from deckbuild.model.contrast import channels, contrast, luminance
from deckbuild.model.edition import Edition
from deckbuild.model.greys import TEXT_CONTRAST, edition_theme, grey, grey_theme
from deckbuild.model.theme import ACCENTS, ON_ACCENT, Color, Theme, accent
from deckbuild.model.themes import DARK, LIGHT, paper_theme, recolored
from deckbuild.pipeline.lay_out import lay_out_deck
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper
from deckbuild.reader import read
from deckbuild.units import Rect
from decks import HEAD, read_deck, walk
from random_papers import random_slides

COURSE_DAY = Path(__file__).parent.parent / "deck.yaml"
HOUSES = {
    "light": LIGHT,
    "dark": DARK,
    "of the author": recolored(LIGHT, {"accent1": "7A1F2B", "accent2": "0B5563", "mark": "B3400E"}),
}
DIAGRAMS = """\
- title: Trin
  steps: {alt: a, items: [Undersøg, {text: Afprøv, note: i det små}, Udbred]}
- title: Pyramide
  pyramid: {alt: a, items: [Vision, Mål, Midler]}
- title: Felter
  quadrant: {alt: a, x: [Let, Svært], y: [Lille, Stor], items: [Gør det, Planlæg det, Måske, Nej]}
"""
SIX = ", ".join(f"{name}: [3, {n}, 5]" for n, name in enumerate("ABCDEF", 4))
LONG = ", ".join(f"{name}: {[n + year % 7 for year in range(20)]}" for n, name in enumerate("ABCDEF", 4))
CHARTS = f"""\
- {{title: Søjler, chart: {{categories: [x, y, z], series: {{{SIX}}}}}}}
- {{title: Stablet, chart: {{stacked: yes, categories: [x, y, z], series: {{{SIX}}}}}}}
- {{title: Liggende, chart: {{type: bar, stacked: yes, categories: [x, y, z], series: {{{SIX}}}}}}}
- {{title: Kurver, chart: {{type: line, categories: [x, y, z], series: {{{SIX}}}}}}}
- {{title: Lange kurver, chart: {{type: line, categories: {list(range(2001, 2021))}, series: {{{LONG}}}}}}}
- {{title: Flader, chart: {{type: area, categories: [x, y, z], series: {{{SIX}}}}}}}
- {{title: Lagkage, chart: {{type: pie, values: {{A: 3, B: 4, C: 5, D: 6, E: 7, F: 8}}}}}}
- {{title: Krans, chart: {{type: doughnut, values: {{A: 3, B: 4, C: 5, D: 6, E: 7, F: 8}}}}}}
"""


@pytest.mark.parametrize("theme", HOUSES.values(), ids=HOUSES)
def test_all_is_grey_and_text_reads(theme: Theme) -> None:
    printed = edition_theme(theme, Edition.GREYSCALE)
    assert all(len(set(channels(color))) == 1 for color in printed.colors.values())
    paper = printed.colors["paper"]
    for name in ("ink", "soft", "mark", *(accent(n) for n in range(1, ACCENTS + 1))):
        assert contrast(printed.colors[name], paper) >= TEXT_CONTRAST, name
        if name not in ("soft", "mark"):
            assert contrast(printed.colors["on-accent"], printed.colors[name]) >= TEXT_CONTRAST, name


@pytest.mark.parametrize("color", ["BF3F0A", "09508A", "FFFFFF", "000000", "6B7178"])
def test_a_grey_is_as_light_as_its_color(color: str) -> None:
    assert luminance(grey(luminance(color))) == pytest.approx(luminance(color), abs=0.004)


def test_other_editions_keep_their_colors() -> None:
    assert edition_theme(LIGHT, Edition.PARTICIPANT) == paper_theme(LIGHT)


def _painted(items: tuple[Item, ...]) -> Iterator[tuple[str, Rect, str, Color]]:
    """Yield what is told apart: kind, place, the words on it, and its colour."""
    for item in walk(items):
        if isinstance(item, Shape):
            words = "".join(par.plain for par in item.pars)
            look = f"{item.kind.value} {item.box.w:.0f} x {item.box.h:.0f}"
            for part, color in (("fill", item.fill), ("stroke", item.stroke)):
                if color:
                    yield f"{look} {part}", item.box, words, color
        elif isinstance(item, Connector):
            box = Rect(item.x1, item.y1, item.x2 - item.x1, item.y2 - item.y1)
            yield f"line {item.width:.1f} {item.arrow} {box.h:.0f}", box, "", item.color


def lost(items: tuple[Item, ...], colored: Theme, greys: Theme) -> Iterator[tuple[str, Color, Color]]:
    """Yield what only colour told apart: alike in kind, size and words, and less than 3:1 from one another in grey."""
    for one, other in combinations(_painted(items), 2):
        if one[0] != other[0] or one[2] != other[2] or colored.hex(one[3]) == colored.hex(other[3]):
            continue
        if contrast(greys.hex(one[3]), greys.hex(other[3])) < 3:
            yield one[0], one[3], other[3]


def alike(items: tuple[Item, ...], greys: Theme) -> Iterator[tuple[str, SeriesStyle, SeriesStyle]]:
    """Yield series or slices of a chart with one pattern, mark and dash, and less than 3:1 from one another in grey."""
    for chart in (item for item in walk(items) if isinstance(item, ChartItem)):
        for one, other in combinations(chart.looks, 2):
            shapes = [(look.hatch, look.marker, look.hollow, look.dash) for look in (one, other)]
            fills = [greys.hex(look.fill or look.color) for look in (one, other)]
            if shapes[0] == shapes[1] and contrast(*fills) < 3:
                yield chart.id, one, other


def _papers() -> Iterator[tuple[str, Document, tuple[Frame, ...]]]:
    course_day = read(COURSE_DAY).deck
    assert course_day
    decks = {
        "course day": course_day,
        "diagrams": read_deck(DIAGRAMS),
        "charts": read_deck(CHARTS),
        "chance": read_deck(random_slides(1)),
    }
    for name, deck in decks.items():
        frames = lay_out(deck, LIGHT, Diagnostics()).frames
        documents = Editions(deck, frames, LIGHT, Diagnostics()).documents([Edition.GREYSCALE])
        yield name, documents[Edition.GREYSCALE], frames


def test_nothing_is_told_by_color_alone() -> None:
    colored, greys = paper_theme(LIGHT), grey_theme(paper_theme(LIGHT))
    for name, document, _ in _papers():
        for page in document.pages:
            assert not list(lost(page.items, colored, greys)), (name, page.number)
            assert not list(alike(page.items, greys)), (name, page.number)


def test_the_check_finds_what_color_alone_tells() -> None:
    box = Rect(0, 0, 9, 9)
    from deckbuild.frame.items import ShapeKind

    dots = tuple(Shape(id=str(n), kind=ShapeKind.ELLIPSE, box=box, fill=accent(n)) for n in (1, 2))
    assert list(lost(dots, LIGHT, grey_theme(LIGHT)))


def test_the_check_finds_series_that_color_alone_tells() -> None:
    deck = read_deck(CHARTS)
    charts = [item for frame in lay_out(deck, LIGHT, Diagnostics()).frames for item in frame.items]
    first = next(item for item in charts if isinstance(item, ChartItem))
    twins = tuple(SeriesStyle(accent(n), accent(n)) for n in (1, 2))
    assert not list(alike((first,), grey_theme(LIGHT)))
    assert list(alike((replace(first, looks=twins),), grey_theme(LIGHT)))


def test_every_word_reads_on_its_ground() -> None:
    greys = grey_theme(paper_theme(LIGHT))
    for name, document, _ in _papers():
        for page in document.pages:
            for item in walk(page.items):
                ground, pars = Color("paper"), ()
                if isinstance(item, TextBox):
                    pars = item.pars
                elif isinstance(item, TableItem):
                    pars = tuple(par for row in item.rows for cell in row.cells for par in cell.pars)
                elif isinstance(item, Shape):
                    ground, pars = item.fill or ground, item.pars
                for run in (run for par in pars for run in par.runs):
                    if run.color == ON_ACCENT and ground == "paper":
                        continue  # words of a group stand on the shape before them
                    assert contrast(greys.hex(run.color), greys.hex(ground)) >= TEXT_CONTRAST, (name, item.id)


def test_the_file_holds_greys_only() -> None:
    import pypdfium2
    from PIL import ImageChops

    laid_out, diagnostics = lay_out_deck(COURSE_DAY, editions=[Edition.GREYSCALE])
    assert laid_out, list(diagnostics)
    pages = pypdfium2.PdfDocument(io.BytesIO(render_paper(laid_out, PaperKind.HANDOUT, Edition.GREYSCALE)))
    for page in (0, 3, 4, 5, 25):
        red, green, blue = pages[page].render(scale=0.3).to_pil().convert("RGB").split()
        for one, other in ((red, green), (green, blue)):
            assert ImageChops.difference(one, other).getbbox() is None, page + 1


COLORED_PICTURES = """\
- {title: Foto, picture: {file: foto.jpg, alt: a}}
- {title: Til tryk, picture: {file: tryk.jpg, alt: a}}
- {title: Gennemsigtigt, picture: {file: klar.png, alt: a}}
- {title: Palet, picture: {file: palet.gif, alt: a}}
- {title: Gråt, picture: {file: graat.png, alt: a}}
- {title: Tegning, picture: {file: tegning.svg, alt: a}}
- {title: Overgang, picture: {file: overgang.svg, alt: a}}
"""
_FLAT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
_OUTLINE = _FLAT.format('<rect width="9" height="9" fill="#09508A" stroke="red"/>')
_GRADIENT = _FLAT.format(
    '<linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>'
    '<rect width="9" height="9" fill="url(#g)"/>'
)
_SETS_COLOR = {"rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"}
"""The operators that set another colour than a device's grey (ISO 32000-1, table 74), or paint a gradient."""


def _pictured_deck(folder: Path) -> Path:
    """Write a deck with pictures of every kind in a coloured template; return its file."""
    from PIL import Image

    Image.new("RGB", (60, 40), (20, 90, 220)).save(folder / "foto.jpg")
    Image.new("CMYK", (60, 40), (10, 200, 30, 0)).save(folder / "tryk.jpg")
    Image.new("RGBA", (60, 40), (220, 90, 20, 120)).save(folder / "klar.png")
    Image.effect_noise((60, 40), 90).convert("RGB").quantize(8).save(folder / "palet.gif", transparency=1)
    Image.new("LA", (60, 40), (90, 100)).save(folder / "graat.png")
    (folder / "tegning.svg").write_text(_OUTLINE)
    (folder / "overgang.svg").write_text(_GRADIENT)
    made_templates.make("sampled", folder / "skabelon.potx")
    path = folder / "deck.yaml"
    path.write_text(f"{HEAD}theme: {{template: skabelon.potx}}\nslides:\n{COLORED_PICTURES}{DIAGRAMS}{CHARTS}", "utf-8")
    return path


def colored_operators(data: bytes) -> set[str]:
    """Return what sets colours in the pages, forms and appearances of a PDF, and the colour spaces of its pictures."""
    found: set[str] = set()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        for stream in streams:
            if stream.get("/Subtype") == "/Image":
                found.add(str(stream.ColorSpace))
            elif stream.get("/Subtype") == "/Form":
                found |= {str(command.operator) for command in pikepdf.parse_content_stream(stream)} & _SETS_COLOR
        for page in pdf.pages:
            found |= {str(command.operator) for command in pikepdf.parse_content_stream(page)} & _SETS_COLOR
    return found - {"/DeviceGray"}


@pytest.mark.parametrize("pictured", [False, True], ids=["course day", "pictures, template, diagrams, charts"])
def test_a_printer_finds_no_color(tmp_path: Path, pictured: bool) -> None:
    laid_out, diagnostics = lay_out_deck(
        _pictured_deck(tmp_path) if pictured else COURSE_DAY, editions=[Edition.GREYSCALE]
    )
    assert laid_out, list(diagnostics)
    assert colored_operators(render_paper(laid_out, PaperKind.HANDOUT, Edition.GREYSCALE)) == set()
    assert {"rg", "RG"} <= colored_operators(render_paper(laid_out, PaperKind.HANDOUT, Edition.PARTICIPANT))


def test_copies_with_names_have_no_color_either(tmp_path: Path) -> None:
    (tmp_path / "navne.csv").write_text("navn\nIda Sand\n", "utf-8")
    made = deckbuild(
        *("handout", COURSE_DAY, "--edition", "greyscale", "--participants", "navne.csv", "-o", "."), folder=tmp_path
    )
    assert made.returncode == 0, made.stderr
    papers = list(tmp_path.rglob("*.pdf"))
    assert papers
    assert [colored_operators(paper.read_bytes()) for paper in papers] == [set()] * len(papers)


@pytest.mark.slow
def test_greys_stay_accessible_and_archivable(tmp_path: Path) -> None:
    laid_out, _ = lay_out_deck(_pictured_deck(tmp_path), editions=[Edition.GREYSCALE])
    assert laid_out
    path = tmp_path / "made.pdf"
    path.write_bytes(render_paper(laid_out, PaperKind.HANDOUT, Edition.GREYSCALE))
    assert tools.qpdf_check(path) == []
    assert tools.page_validation_errors(path) == []
    assert tools.verapdf_errors(path) == []
