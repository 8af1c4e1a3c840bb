"""Slides in somebody else's template: their masters and placeholders, our content, nothing of theirs left over."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pptx
import pytest
from click.testing import CliRunner

import tools
from deckbuild.cli.main import main
from deckbuild.diagnostics import Diagnostics
from deckbuild.model.contrast import contrast
from deckbuild.pipeline.lay_out import LaidOut, lay_out_deck
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper
from deckbuild.reader.checks.contrast import PAIRS
from made_templates import MADE, make
from sampling import some
from structure import problems

ROOT = Path(__file__).parent.parent

KINDS = """\
deck:
  title: Prøve på alle slags
  subtitle: I en skabelon
slides:
  - section: Første del
  - title: Tekst
    text: |
      Et afsnit med **fed** tekst og et [link](https://example.org).
  - title: Punkter
    bullets: [Et, To, {Tre: [Tre a, Tre b]}]
  - title: En tabel
    table: {columns: [Hvem, Hvad], rows: [[Ledere, Sætter retning], [Medarbejdere, Prøver af]]}
  - title: En cyklus
    figure: cyklus
  - title: Trin
    figure: trin
  - title: En pyramide
    figure: pyramide
  - title: En tidslinje
    figure: linje
  - title: Kort
    cards:
      - {head: Et, text: Det første}
      - {head: To, text: Det andet}
  - title: Tavle
    board: {pattern: dots}
"""
FIGURES = """\
figures:
  cyklus: {alt: En cyklus, cycle: [Planlæg, Gør, Lær, Ret til]}
  trin: {alt: Tre trin, steps: [Undersøg, Afprøv, Udbred]}
  pyramide: {alt: En pyramide, pyramid: [Mål, Midler, Grundlag]}
  linje: {alt: En tidslinje, timeline: [{when: '2024', what: Start}, {when: '2026', what: Mål}]}
"""


@dataclass(frozen=True)
class Built:
    """A deck in a template."""

    name: str
    template: Path
    laid_out: LaidOut
    diagnostics: Diagnostics
    pptx: Path

    @property
    def codes(self) -> set[str]:
        """What was told."""
        return {found.code for found in self.diagnostics}


def build(template: Path, folder: Path, deck: str, more: str = "") -> Built:
    """Build ``deck`` in ``template``, which lies in ``folder``."""
    path = folder / f"{template.stem}-deck.yaml"
    path.write_text(f"{deck}\ntheme:\n  template: {template.name}\n{more}", "utf-8")
    laid_out, diagnostics = lay_out_deck(path)
    assert laid_out is not None, [found.text() for found in diagnostics]
    made = folder / f"{template.stem}-made.pptx"
    made.write_bytes(render_paper(laid_out, PaperKind.SLIDES))
    return Built(template.stem, template, laid_out, diagnostics, made)


@pytest.fixture(scope="module")
def course() -> str:
    return (ROOT / "deck.yaml").read_text("utf-8")


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory, course: str) -> dict[str, Built]:
    """The course day in each template made for tests."""
    folder = tmp_path_factory.mktemp("templates")
    shutil.copytree(ROOT / "assets", folder / "assets")
    return {name: build(make(name, folder / f"{name}.potx"), folder, course) for name in MADE}


def slides_of(built: Built) -> Iterator[pptx.slide.Slide]:
    return iter(pptx.Presentation(str(built.pptx)).slides)


def check(built: Built) -> None:
    """Whatever the template: a sound file, one slide for each frame, nothing empty, all on the page."""
    assert [found for found in problems(built.pptx) if found not in problems(built.template)] == []
    deck = pptx.Presentation(str(built.pptx))
    frames = built.laid_out.presentation.frames
    assert [slide.shapes.title.text.replace("\u00a0", " ") for slide in deck.slides if slide.shapes.title] != []
    assert len(deck.slides) == len(frames)
    for slide in deck.slides:
        for shape in slide.placeholders:
            assert shape.has_table if shape.has_table else shape.text_frame.text.strip(), (slide.slide_id, shape.name)
        for shape in slide.shapes:
            assert shape.left >= -2, (slide.slide_id, shape.name)
            assert shape.top >= -2, (slide.slide_id, shape.name)
            assert shape.left + shape.width <= deck.slide_width + 2, (slide.slide_id, shape.name)
            assert shape.top + shape.height <= deck.slide_height + 2, (slide.slide_id, shape.name)


@pytest.mark.slow
@pytest.mark.parametrize("name", MADE)
def test_made_templates(decks: dict[str, Built], name: str) -> None:
    check(decks[name])


@pytest.mark.parametrize("name", some(MADE, 4))
def test_every_kind(tmp_path: Path, name: str) -> None:
    check(build(make(name, tmp_path / f"{name}.pptx"), tmp_path, KINDS + FIGURES))


@pytest.mark.slow
@pytest.mark.parametrize("name", MADE)
def test_kept_parts_are_the_templates_own(decks: dict[str, Built], name: str) -> None:
    """Masters, layouts and themes stay byte for byte."""
    built = decks[name]
    with zipfile.ZipFile(built.template) as before, zipfile.ZipFile(built.pptx) as after:
        kept = [
            part for part in before.namelist() if re.match(r"ppt/(slideMasters|slideLayouts|theme|media)/[^_]", part)
        ]
        assert len(kept) >= 13
        for part in kept:
            assert after.read(part) == before.read(part), part


@pytest.mark.slow
def test_sample_slides_are_gone(decks: dict[str, Built]) -> None:
    built = decks["sampled"]
    with zipfile.ZipFile(built.pptx) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist()).decode("utf-8", "replace")
        assert len(archive.namelist()) == len(set(archive.namelist()))
    for word in ("Eksempel", "Slet mig", "custShow", "Gammel"):
        assert word not in everything
    notes = [s for s in slides_of(built) if s.has_notes_slide]
    assert notes


@pytest.mark.slow
def test_titles_stand_where_the_layout_says(decks: dict[str, Built]) -> None:
    """A title takes place and look from the layout; nothing is stated."""
    for slide in slides_of(decks["plain"]):
        title = slide.shapes.title
        assert title is not None
        assert title._element.spPr.find(".//{*}xfrm") is None


@pytest.mark.slow
@pytest.mark.parametrize(("name", "size"), [("plain", (720, 540)), ("wide", (720, 405))])
def test_pages_have_the_templates_size(decks: dict[str, Built], name: str, size: tuple[int, int]) -> None:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(render_paper(decks[name].laid_out, PaperKind.SLIDES_PDF))
    assert pdf[0].get_size() == pytest.approx(size, abs=0.5)


@pytest.mark.slow
def test_no_place_for_text_means_text_boxes(decks: dict[str, Built]) -> None:
    built = decks["bodiless"]
    assert "template-no-body" in built.codes
    for slide in slides_of(built):
        assert {p.placeholder_format.type.name for p in slide.placeholders} <= {
            "TITLE", "CENTER_TITLE", "SUBTITLE", "FOOTER", "SLIDE_NUMBER",
        }  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", MADE)
def test_colors_read(decks: dict[str, Built], name: str) -> None:
    theme = decks[name].laid_out.theme
    failing = [(pair.front, pair.ground) for pair in PAIRS if not pair.passes(theme)]
    assert failing == []


def test_a_title_that_the_law_allows_keeps_its_color(tmp_path: Path) -> None:
    """White on this blue has 4.0:1: large text that the template's designer chose, so it stays, and is told."""
    template = make("dark", tmp_path / "band.potx")
    with zipfile.ZipFile(template) as source:
        parts = {name: source.read(name).replace(b"FFD200", b"4F81BD") for name in source.namelist()}
    with zipfile.ZipFile(template, "w") as target:
        for name, part in parts.items():
            target.writestr(name, part)
    built = build(template, tmp_path, KINDS + FIGURES)
    placeholders = [
        slot
        for slide_layout in built.laid_out.theme.slide_master.layouts.values()
        for slot in slide_layout.placeholders.values()
    ]
    titles = {built.laid_out.theme.colors[slot.color] for slot in placeholders if slot.name.startswith("Title")}
    assert titles == {"FFFFFF"}
    assert any("4.0:1" in found.text() for found in built.diagnostics if found.code == "template-contrast")


@pytest.mark.slow
def test_title_on_a_band_is_dark(decks: dict[str, Built]) -> None:
    """White on yellow can't be read: the next of the theme's colours that can be is used, and told."""
    built = decks["dark"]
    assert "template-contrast" in built.codes
    placeholders = built.laid_out.theme.slide_master.layouts
    title = next(
        slot
        for slide_layout in placeholders.values()
        for slot in slide_layout.placeholders.values()
        if slot.name.startswith("Title")
    )
    colors = built.laid_out.theme.colors
    assert any(contrast(value, "FFD200") >= 4.5 for name, value in colors.items() if name.startswith("slot-"))
    assert title.size > 0


@pytest.mark.slow
def test_unknown_font_keeps_room(decks: dict[str, Built]) -> None:
    assert "template-font" in decks["greek"].codes
    assert "template-font" not in decks["plain"].codes
    assert decks["greek"].laid_out.theme.font == "Γραμματοσειρά"


def test_a_font_file_is_measured(tmp_path: Path) -> None:
    from deckbuild.fonts.faces import _folder
    from deckbuild.fonts.widths import UNKNOWN, widening

    file = tmp_path / "arimo.ttf"
    shutil.copy(_folder("fontpkg_arimo") / "Arimo[wght].ttf", file)
    assert widening("Arimo Ny", [file]) == UNKNOWN
    assert widening("Arial") == 1
    assert widening("Arimo", [file]) == pytest.approx(1.03)


WIDTHS = [
    ("Arial", 1), ("Helvetica", 1), ("Calibri", 1), ("Calibri Light", 1), ("cambria", 1), ("Times New Roman", 1),
    ("Segoe UI", 1.02), ("Segoe UI Semilight", 1.02), ("Aptos", 1.05), ("Aptos Display", 1.05),
    ("Trebuchet MS", 1.07), ("Tahoma", 1.08), ("Georgia", 1.1), ("Verdana", 1.21),
    ("Kommuneskrift", 1.2), ("Verdana Pro Black", 1.2),
]  # fmt: skip
"""Font family -> the factor by which lines are kept shorter than in Arial."""


@pytest.mark.parametrize(("family", "factor"), WIDTHS, ids=[family for family, _ in WIDTHS])
def test_widths_of_common_fonts(family: str, factor: float) -> None:
    from deckbuild.fonts.widths import widening

    assert widening(family) == factor


ROLES = [
    ("text: Two Content", {"text": "Two Content"}),
    ("tekst: two content", {"text": "Two Content"}),
    ("text: 4", {"text": "Two Content"}),
    ("{text: {layout: Two Content, body: 2}, figure: Blank}", {"text": "Two Content", "figure": "Blank"}),
]


@pytest.mark.parametrize(
    ("roles", "expected"), [*ROLES[-1:], *(pytest.param(*each, marks=pytest.mark.slow) for each in ROLES[:-1])]
)
def test_roles(tmp_path: Path, roles: str, expected: dict[str, str]) -> None:
    inner = roles if roles.startswith("{") else "{" + roles + "}"
    built = build(make("plain", tmp_path / "a.potx"), tmp_path, KINDS + FIGURES, f"  roles: {inner}\n")
    layouts = {
        layout.value: slide_layout.name for layout, slide_layout in built.laid_out.theme.slide_master.layouts.items()
    }
    assert {name: layouts[name] for name in expected} == expected
    check(built)


FAULTS = [
    ("template: nej.potx", "missing-file", "There is no file “nej.potx”."),
    ("template: a.ptx", "missing-file", "There is no file “a.ptx”."),
    ("template: word.pptx", "not-a-template", "“word.pptx” is not a PowerPoint template."),
    ("template: tekst.pptx", "not-a-template", "“tekst.pptx” is not a PowerPoint template."),
    ("template: brudt.pptx", "not-a-template", "“brudt.pptx” is damaged."),
    ("template: laast.pptx", "not-a-template", "“laast.pptx” is an old .ppt file, or is protected by a password."),
    ("template: strict.pptx", "not-a-template",
     "“strict.pptx” is saved as “Strict Open XML”, which can't be read here."),
    ("template: tom.pptx", "not-a-template", "“tom.pptx” has no slide layouts."),
    ("{template: a.potx, roles: {text: Two Contents}}", "unknown-layout",
     "“a.potx” has no layout called “Two Contents”."),
    ("{template: a.potx, roles: {text: 77}}", "unknown-layout", "“a.potx” has no layout called “77”."),
    ("{template: b.potx, roles: {text: Indhold}}", "layout-repeats", "“b.potx” has several layouts called “Indhold”."),
    ("{template: a.potx, roles: {tekster: Blank}}", "unknown-key", "“tekster” is not a key that can stand here."),
    ("{template: a.potx, roles: {text: {layout: Blank, body: 9}}}", "unknown-placeholder",
     "The layout “Blank” has no placeholder with the index 9."),
    ("{template: a.potx, font-files: [nej.ttf]}", "missing-file", "There is no file “nej.ttf”."),
]  # fmt: skip


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of files that are no templates, and two that are."""
    folder = tmp_path_factory.mktemp("wrong")
    good = make("plain", folder / "a.potx").read_bytes()
    make("repeated", folder / "b.potx")
    (folder / "tekst.pptx").write_text("ikke en skabelon")
    (folder / "brudt.pptx").write_bytes(good[: len(good) // 2])
    (folder / "laast.pptx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with zipfile.ZipFile(folder / "word.pptx", "w") as archive:
        archive.writestr(
            "[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
        )
        archive.writestr("word/document.xml", "<w/>")
    with zipfile.ZipFile(folder / "a.potx") as source, zipfile.ZipFile(folder / "tom.pptx", "w") as made:
        for name in source.namelist():
            part = source.read(name)
            if name == "ppt/presentation.xml":
                part = re.sub(rb"<p:sldMasterIdLst>.*?</p:sldMasterIdLst>", b"", part, flags=re.DOTALL)
            made.writestr(name, part)
    with zipfile.ZipFile(folder / "a.potx") as source, zipfile.ZipFile(folder / "strict.pptx", "w") as made:
        for name in source.namelist():
            strict = source.read(name).replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"
            )
            made.writestr(name, strict)
    return folder


@pytest.mark.parametrize(("theme", "code", "message"), FAULTS)
def test_faults(wrong: Path, theme: str, code: str, message: str) -> None:
    path = wrong / "deck.yaml"
    inner = theme if theme.startswith("{") else "{" + theme + "}"
    path.write_text(f"{KINDS}{FIGURES}theme: {inner}\n", "utf-8")
    laid_out, diagnostics = lay_out_deck(path)
    assert laid_out is None
    found = [(d.code, d.text()) for d in diagnostics]
    assert (code, message) in found
    assert all(d.span is not None and d.remedy() for d in diagnostics)


@pytest.mark.parametrize("name", some(MADE))
def test_the_proposal_builds_as_it_is(tmp_path: Path, name: str) -> None:
    """What inspect prints can be pasted; nothing is guessed then."""
    template = make(name, tmp_path / f"{name}.potx")
    result = CliRunner().invoke(
        main, ["template", "inspect", str(template), "-o", str(tmp_path / "png"), "--width", "200"]
    )
    assert result.exit_code == 0, result.output
    pasted = result.output[result.output.index("theme:\n") :]
    path = tmp_path / "deck.yaml"
    path.write_text(KINDS + FIGURES + pasted, "utf-8")
    laid_out, diagnostics = lay_out_deck(path)
    assert laid_out is not None, [d.text() for d in diagnostics]
    assert "template-roles" not in {d.code for d in diagnostics}
    assert len(list((tmp_path / "png").glob("layout-*.png"))) == 11


def test_inspect_lists_places(tmp_path: Path) -> None:
    template = make("plain", tmp_path / "a.potx")
    result = CliRunner().invoke(main, ["template", "inspect", str(template)])
    assert "Page: 254 x 190 mm" in result.output
    assert "2. Title and Content (obj)" in result.output
    assert re.search(r"obj +idx 1 +at 13, 44 +229 x 126 mm +32 pt Calibri: Content Placeholder 2", result.output)


def test_inspect_refuses(wrong: Path) -> None:
    result = CliRunner().invoke(main, ["template", "inspect", str(wrong / "laast.pptx"), "--lang", "en"])
    assert result.exit_code == 1
    assert "is protected by a password" in result.output


@pytest.mark.slow
def test_same_bytes_twice(decks: dict[str, Built]) -> None:
    built = decks["sampled"]
    assert render_paper(built.laid_out, PaperKind.SLIDES) == built.pptx.read_bytes()


@pytest.mark.slow
def test_a_chart_of_the_day_needs_room(decks: dict[str, Built]) -> None:
    """On a narrow page the programme is a table alone."""
    items = decks["plain"].laid_out.presentation.frames[1].items
    assert not [item for item in items if item.id.endswith("/chart")]


@pytest.mark.slow
def test_microsofts_validator_finds_nothing(decks: dict[str, Built]) -> None:
    assert tools.sdk_errors(*(built.pptx for built in decks.values())) == []


@pytest.mark.slow
def test_the_second_validator_finds_nothing(decks: dict[str, Built]) -> None:
    assert tools.audit_errors(decks["sampled"].pptx) == []


def test_a_logo_of_the_decks_own_is_left_out_and_told(tmp_path: Path) -> None:
    """The template has its own; what is left out is said."""
    picture = sorted((ROOT / "docs/pictures").glob("*.png"))[0]
    shutil.copy(picture, tmp_path / "l.png")
    deck = (KINDS + FIGURES).replace("deck:\n", "deck:\n  logo: l.png\n", 1)
    assert "template-logo" in build(make("plain", tmp_path / "a.potx"), tmp_path, deck).codes
