"""Themes: what `theme:` may say, what it becomes, and whether it can be read from the back row."""

from __future__ import annotations

import re
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Frame
from deckbuild.frame.items import TableItem
from deckbuild.layout.pictures import seen_on
from deckbuild.layout.slides.deck import lay_out
from deckbuild.model.contrast import contrast, luminance, mixed, nearest_passing
from deckbuild.model.theme import Step, Theme
from deckbuild.model.themes import BOOK, DARK, HALL, LIGHT, SHIPPED, is_dark, paper_theme
from deckbuild.output.rasterize import page_pictures
from deckbuild.pipeline.lay_out import lay_out_deck
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper
from deckbuild.reader import read
from deckbuild.reader.checks.contrast import PAIRS
from deckbuild.writers.pptx.masters.properties import table_styles_xml
from decks import HEAD, lay_out_yaml, read_deck, texts
from tools import sdk_errors, soffice_pdf

ROOT = Path(__file__).parent.parent
SLIDES = "slides:\n  - title: En\n    text: Ja\n"
ACCENTS = [f"accent{n}" for n in range(1, 6)]


def read_with(theme: str, folder: Path) -> tuple[Theme | None, Diagnostics]:
    path = folder / "deck.yaml"
    path.write_text(f"{HEAD}{theme}\n{SLIDES}", "utf-8")
    result = read(path)
    return result.deck.theme if result.deck else None, result.diagnostics


def theme_of(theme: str, folder: Path) -> Theme:
    found, diagnostics = read_with(theme, folder)
    assert found is not None, [d.text() for d in diagnostics]
    return found


@pytest.mark.parametrize(
    ("theme", "expected"),
    [
        ("", LIGHT),
        ("theme: lys", LIGHT),
        ("theme: Light", LIGHT),
        ("theme: mørk", DARK),
        ("theme: moerk", DARK),
        ("theme: dark", DARK),
        ("theme: bog", BOOK),
        ("theme: Book", BOOK),
        ("theme: sal", HALL),
        ("theme: hall", HALL),
        ("theme: {base: mørk}", DARK),
        ("theme: {font: Arial, title: 30, body: [24, 22, 20, 18], table: [20, 18, 15, 14, 13, 12]}", LIGHT),
        ("theme: {colors: {ink: 1b1f24}}", LIGHT),
    ],
)
def test_shipped(theme: str, expected: Theme, tmp_path: Path) -> None:
    assert theme_of(theme, tmp_path) == expected


@pytest.mark.parametrize(
    ("theme", "colors"),
    [
        ("theme: {colors: {accent1: 7A1F2B}}", {"accent1": "7A1F2B", "wash1": "F4EDEE", "accent2": "195936"}),
        ('theme: {colors: {accent1: "#7a1f2b", wash1: FAF0F0}}', {"accent1": "7A1F2B", "wash1": "FAF0F0"}),
        ("theme: {base: mørk, colors: {mark: FFA070}}", {"mark": "FFA070", "paper": "1E2329"}),
        ("theme: {colors: {paper: FFFBF2}}", {"paper": "FFFBF2", "wash1": "EBEDEA", "on-accent": "FFFFFF"}),
    ],
)
def test_colors(theme: str, colors: dict[str, str], tmp_path: Path) -> None:
    """What is left out stays, and washes follow their accent and the paper."""
    found = theme_of(theme, tmp_path)
    assert {name: found.colors[name] for name in colors} == colors


def test_sizes(tmp_path: Path) -> None:
    scale = theme_of("theme: {title: 36, body: [32, 28, 24], table: [18, 15]}", tmp_path).scale
    assert scale.title == Step(36, 43)
    assert scale.body == (Step(32, 43), Step(28, 37), Step(24, 32))
    assert scale.table == (Step(18, 23), Step(15, 19))
    assert [step.size for step in scale.display] == [32, 28, 24]


FAULTS = [
    ("theme:", "empty-value", "3:7", "There is nothing after `theme:`."),
    ("theme: [lys]", "wrong-kind", "3:8", "Here stands a list where a theme belongs."),
    ("theme: mørkt", "unknown-theme", "3:8", "Did you mean `theme: mørk`?"),
    ("theme: {base: rosa}", "unknown-theme", "3:15", "The themes are `lys`, `mørk`, `bog` and `sal`."),
    ("theme: {farver: {}}", "unknown-key", "3:9", "Did you mean `colors`?"),
    ("theme: {colors: {acent1: 09508A}}", "unknown-key", "3:18", "Did you mean `accent1`?"),
    ("theme: {colors: {ink: sort}}", "bad-color", "3:23", "“sort” is not a colour in six digits."),
    ("theme: {colors: {ink: 012}}", "bad-color", "3:23", '`ink: "001122"`'),
    ("theme:\n  colors:\n    ink: #1B1F24", "color-comment", "5:9", '`ink: "1B1F24"`'),
    ("theme: {colors: [1B1F24]}", "wrong-kind", "3:17", "Here stands a list where keys with values belong."),
    ("theme: {body: [24, 20, 16]}", "too-small", "3:24", "16 pt is too small for `body:`"),
    ("theme: {table: [15, 12, 11]}", "too-small", "3:25", "Write 12 or more."),
    ("theme: {title: 12}", "too-small", "3:16", "Write 24 or more."),
    ("theme: {title: 60}", "out-of-range", "3:16", "from 24 to 44"),
    ("theme: {body: [20, 22, 18]}", "not-descending", "3:20", "`body: [22, 20, 18]`"),
    ("theme: {table: [15, 15, 13]}", "not-descending", "3:21", "15 comes after 15"),
    ("theme: {body: [24, 20]}", "wrong-count", "3:15", "at least 3 items"),
    ("theme: {body: 24}", "wrong-kind", "3:15", "`body:` is a list"),
    ("theme: {body: [stor, 22, 20]}", "wrong-value", "3:16", "whole number"),
    ("theme: tema.yaml", "missing-file", "3:8", "There is no file “tema.yaml”."),
    ("theme: {colors: {soft: 9AA0A6}}", "low-contrast", "3:24", "2.6:1 on `paper` (FFFFFF); text needs 7:1."),
    ("theme: {colors: {mark: FFB080}}", "low-contrast", "3:24", "marks and large text need 4.5:1."),
    ("theme: {colors: {on-accent: 777777}}", "low-contrast", "3:29", "lighter colour that reads is `on-accent:"),
    ("theme: {colors: {paper: 1E2329}}", "low-contrast", "3:25", "`base: mørk`"),
    ("theme: {base: mørk, colors: {paper: FFF8E7}}", "low-contrast", "3:37", "`base: lys`"),
]


@pytest.mark.parametrize(("theme", "code", "place", "words"), FAULTS, ids=[case[0] for case in FAULTS])
def test_fault(theme: str, code: str, place: str, words: str, tmp_path: Path) -> None:
    found, diagnostics = read_with(theme, tmp_path)
    assert found is None
    reported = [(d.code, f"{d.span.line}:{d.span.column}" if d.span else "") for d in diagnostics]
    assert reported == [(code, place)]
    assert words in "\n".join(f"{d.text()} {d.remedy()}" for d in diagnostics)


WARNINGS = [
    ("theme: {colors: {accent4: 8A6A2F}}", "low-contrast", "5.0:1 on `paper` (FFFFFF); text needs 7:1."),
    ("theme: {colors: {hair: FAFAFA}}", "low-contrast", "rules need 1.3:1."),
    ("theme: {colors: {line: CCCCCC}}", "low-contrast", "frames need 3:1."),
    ("theme: {font: Calibri}", "other-font", "in “Calibri” lines may break elsewhere"),
]


@pytest.mark.parametrize(("theme", "code", "words"), WARNINGS)
def test_warning(theme: str, code: str, words: str, tmp_path: Path) -> None:
    found, diagnostics = read_with(theme, tmp_path)
    assert found is not None
    assert [d.code for d in diagnostics] == [code]
    assert words in "".join(d.text() for d in diagnostics)


@pytest.mark.parametrize("font", ["Arial", "arial", "Helvetica", "Liberation Sans", "Arimo"])
def test_fonts_of_the_same_widths(font: str, tmp_path: Path) -> None:
    found, diagnostics = read_with(f"theme: {{font: {font}}}", tmp_path)
    assert found is not None
    assert found.font == font
    assert not len(diagnostics)


def test_suggested_color_passes(tmp_path: Path) -> None:
    """Writing what the message says leaves nothing to say."""
    for name, color in (("soft", "9AA0A6"), ("accent4", "8A6A2F"), ("mark", "FFB080"), ("on-accent", "777777")):
        _, diagnostics = read_with(f"theme: {{colors: {{{name}: {color}}}}}", tmp_path)
        (found,) = diagnostics
        near = re.search(r'"(\w{6})"', found.remedy())
        assert near
        assert not len(read_with(f"theme: {{colors: {{{name}: {near[1]}}}}}", tmp_path)[1])


def test_file(tmp_path: Path) -> None:
    (tmp_path / "tema.yaml").write_text("base: mørk\ncolors:\n  mark: FFA070\n", "utf-8")
    assert theme_of("theme: tema.yaml", tmp_path).colors == {**DARK.colors, "mark": "FFA070"}


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("base: lys\nfont: Arial\nbody: [24, 20, 17]\n", [("too-small", 3, 16)]),
        ("# farver\ncolors:\n  ink: hvid\n  blå: 09508A\n", [("bad-color", 3, 8), ("unknown-key", 4, 3)]),
        ("base: lys\ncolors:\n  soft: 9AA0A6\n", [("low-contrast", 3, 9)]),
        ("base: lys\ncolors:\n  ink: '1B1F24\n", [("unclosed-quote", 3, 8)]),
        ("", [("empty-file", 1, 1)]),
        ("lys\n", []),
    ],
)
def test_faults_in_a_file_have_its_lines(text: str, reported: list[tuple[str, int, int]], tmp_path: Path) -> None:
    (tmp_path / "tema.yaml").write_text(text, "utf-8")
    _, diagnostics = read_with("theme: tema.yaml", tmp_path)
    assert [(d.code, d.span.line, d.span.column) for d in diagnostics if d.span] == reported
    assert {d.span.path.name for d in diagnostics if d.span} <= {"tema.yaml"}


@pytest.mark.parametrize(
    ("color", "ground", "ratio"),
    [
        ("1B1F24", "FFFFFF", 16.6),
        ("4A5058", "FFFFFF", 8.1),
        ("6B7178", "FFFFFF", 4.9),
        ("B9C0C7", "FFFFFF", 1.8),
        ("BF3F0A", "FFFFFF", 5.3),
        ("09508A", "FFFFFF", 8.3),
        ("195936", "FFFFFF", 8.3),
        ("842E5D", "FFFFFF", 8.3),
        ("6C460F", "FFFFFF", 8.3),
        ("5F3B92", "FFFFFF", 8.3),
        ("1B1F24", "EBF1F6", 14.5),
        ("09508A", "EBF1F6", 7.3),
        ("000000", "FFFFFF", 21.0),
        ("777777", "777777", 1.0),
    ],
)
def test_contrast(color: str, ground: str, ratio: float) -> None:
    assert round(contrast(color, ground), 1) == ratio
    assert contrast(color, ground) == contrast(ground, color)


def test_color_arithmetic() -> None:
    assert luminance("000000") == 0
    assert luminance("FFFFFF") == pytest.approx(1)
    assert mixed("09508A", "FFFFFF", 0.08) == LIGHT.colors["wash1"]
    assert nearest_passing("808080", lambda color: contrast(color, "FFFFFF") >= 4.5) == "767676"
    assert nearest_passing("808080", lambda _: False) is None


@pytest.mark.parametrize("theme", SHIPPED.values(), ids=SHIPPED)
def test_shipped_themes_can_be_read(theme: Theme) -> None:
    assert [pair for pair in PAIRS if not pair.passes(theme)] == []
    ratios = [contrast(theme.colors[name], theme.colors["paper"]) for name in ACCENTS]
    assert max(ratios) - min(ratios) < 0.5
    for name in ACCENTS:
        assert contrast(theme.colors[name], theme.colors["on-accent"]) >= 7
        assert contrast(theme.colors[name], theme.colors[name.replace("accent", "wash")]) >= 4.5


def test_handout_is_printed_on_white() -> None:
    assert paper_theme(LIGHT) is LIGHT
    assert is_dark(DARK)
    assert paper_theme(DARK) == LIGHT


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The course day with no theme, the light one and the dark one."""
    made = {}
    for name in ("", "lys", "mørk"):
        folder = tmp_path_factory.mktemp("deck")
        shutil.copytree(ROOT / "assets", folder / "assets")
        text = (ROOT / "deck.yaml").read_text("utf-8")
        (folder / "deck.yaml").write_text(text + (f"\ntheme: {name}\n" if name else ""), "utf-8")
        made[name] = folder / "deck.yaml"
    return made


def paper(path: Path, kind: PaperKind) -> bytes:
    laid_out, diagnostics = lay_out_deck(path)
    assert laid_out is not None, [d.text() for d in diagnostics]
    return render_paper(laid_out, kind)


@pytest.mark.slow
@pytest.mark.parametrize("kind", list(PaperKind))
def test_light_is_what_it_was(decks: dict[str, Path], kind: PaperKind) -> None:
    assert paper(decks["lys"], kind) == paper(decks[""], kind)


@pytest.mark.slow
def test_dark_deck_prints_the_same_handout(decks: dict[str, Path]) -> None:
    assert paper(decks["mørk"], PaperKind.HANDOUT) == paper(decks[""], PaperKind.HANDOUT)


def test_dark_slides_pdf(decks: dict[str, Path]) -> None:
    """Every corner of every slide is painted; the section's band and text on it are the theme's."""
    pages = [Image.open(BytesIO(png)) for _, png in page_pictures(paper(decks["mørk"], PaperKind.SLIDES_PDF), 320)]
    dark = tuple(bytes.fromhex(DARK.colors["paper"]))
    corners = [page.convert("RGB").getpixel((319, y)) for page in pages for y in (60, 100)]
    assert corners.count(dark) >= len(pages)
    bands = [tuple(bytes.fromhex(DARK.colors[name])) for name in ACCENTS]
    assert set(corners) <= {dark, *bands}


def test_dark_pptx(decks: dict[str, Path], tmp_path: Path) -> None:
    """Slides, master and theme are dark; notes and handout masters are printed, and so light."""
    data = paper(decks["mørk"], PaperKind.SLIDES)
    parts = zipfile.ZipFile(BytesIO(data))
    themes = [parts.read(f"ppt/theme/theme{number}.xml").decode() for number in (1, 2, 3)]
    assert [f'<a:dk1><a:srgbClr val="{DARK.colors["paper"]}"/>' in xml for xml in themes] == [True, False, False]
    assert [f'<a:lt1><a:srgbClr val="{LIGHT.colors["paper"]}"/>' in xml for xml in themes] == [False, True, True]
    assert 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"' in parts.read("ppt/slideMasters/slideMaster1.xml").decode()
    assert 'bg1="lt1" tx1="dk1"' in parts.read("ppt/notesMasters/notesMaster1.xml").decode()
    path = tmp_path / "dark.pptx"
    path.write_bytes(data)
    assert sdk_errors(path) == []


@pytest.mark.slow
def test_dark_pptx_in_libreoffice(decks: dict[str, Path], tmp_path: Path) -> None:
    path = tmp_path / "dark.pptx"
    path.write_bytes(paper(decks["mørk"], PaperKind.SLIDES))
    document = pypdfium2.PdfDocument(soffice_pdf(path, tmp_path / "pdf"))
    page = document[1].render(scale=0.5).to_pil().convert("RGB")
    assert page.getpixel((page.width - 2, 2)) == tuple(bytes.fromhex(DARK.colors["paper"]))
    document.close()


def _sizes(frame: Frame) -> set[float]:
    return {run.size for _, par in texts(frame) for run in par.runs}


def test_layout_takes_its_sizes_from_the_theme() -> None:
    head = HEAD + "theme: {title: 40, body: [36, 32, 28], table: [20, 18]}\n"
    slides = """
    - title: Punkter
      bullets: [et, to]
    - title: Tabel
      table: {columns: [A, B], rows: [[en, to]]}
    """
    deck = read_deck(slides, head)
    frames = lay_out(deck, deck.theme, Diagnostics()).frames
    sizes = [_sizes(frame) for frame in frames[1:]]
    assert {40, 36} <= sizes[0]
    assert {40, 20} <= sizes[1]
    assert not {24, 15} & (sizes[0] | sizes[1])
    plain, _ = lay_out_yaml(slides)
    assert {30, 36} <= _sizes(plain.frames[1])


def test_logo_that_paper_swallows(tmp_path: Path) -> None:
    logo = ROOT / "assets" / "logo.png"
    assert seen_on(logo, LIGHT.colors["paper"])
    assert not seen_on(logo, DARK.colors["paper"])
    solid = tmp_path / "solid.png"
    Image.new("RGB", (8, 8), "black").save(solid)
    assert seen_on(solid, "000000")
    nothing = tmp_path / "nothing.png"
    Image.new("RGBA", (80, 80), (0, 0, 0, 0)).save(nothing)
    assert not seen_on(nothing, "FFFFFF")


@pytest.mark.parametrize(("theme", "reported"), [("lys", []), ("mørk", ["picture-unseen"])])
def test_picture_that_paper_swallows(theme: str, reported: list[str], tmp_path: Path) -> None:
    shutil.copy(ROOT / "assets" / "logo.png", tmp_path / "mærke.png")
    slides = "slides:\n  - title: En\n    picture: {file: mærke.png, alt: Et mærke}\n"
    (tmp_path / "deck.yaml").write_text(f"{HEAD}theme: {theme}\n{slides}", "utf-8")
    laid_out, diagnostics = lay_out_deck(tmp_path / "deck.yaml")
    assert laid_out
    assert [d.code for d in diagnostics if d.code == "picture-unseen"] == reported


@pytest.mark.parametrize(
    ("theme", "face"),
    [(LIGHT, (True, False)), (BOOK, (False, True)), (HALL, (True, False))],
)
def test_heads_of_tables_look_as_the_theme_says(theme: Theme, face: tuple[bool, bool]):
    deck = read_deck("- section: S\n- title: T\n  table:\n    columns: [Hvad, Hvem]\n    rows: [[Et, To]]\n")
    frame = lay_out(deck, theme, Diagnostics()).frames[-1]
    (table,) = (item for item in frame.items if isinstance(item, TableItem))
    head = table.rows[0].cells[1].pars[0].runs[0]
    assert (head.style.bold, head.style.italic, head.color) == (*face, "accent1")
    assert head.style.family is theme.families[theme is HALL]
    written = table_styles_xml(theme)
    assert re.findall(r"<a:firstRow><a:tcTxStyle([^>]*)>", written) == [' b="on"' * face[0] + ' i="on"' * face[1]]
