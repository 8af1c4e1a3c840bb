"""The accessibility check itself, each fault planted and found; and that the course day has none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from accessibility import findings
from deckbuild.model.themes import DARK, LIGHT
from deckbuild.pipeline.lay_out import lay_out_deck
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper
from deckbuild.writers import pptx
from decks import HEAD, lay_out_yaml, pptx_parts, save_parts

DAY = Path(__file__).parent.parent / "deck.yaml"
SLIDES = """
- section: Afsnit
- title: Punkter
  bullets: {items: [x, "[litteraturen](#stige)", "[bogen](https://example.org/bog)", a, b, c, d]}
- title: Stige
  ladder: {left: v, right: h, alt: En stige, steps: [{right: a}, {left: b}]}
- title: Tabel
  table: {columns: [Kolonne, b], rows: [[c, d]]}
- title: Spalter
  columns: [{head: Venstre, bullets: [x]}, {head: Højre, bullets: [y]}]
  lang: en
"""
Parts = dict[str, bytes]
MASTER = "ppt/slideMasters/slideMaster1.xml"
DECK, CORE = "ppt/presentation.xml", "docProps/core.xml"
BAND = "ppt/slideLayouts/slideLayout2.xml"
BULLETS, LADDER, TABLE, COLUMNS = (f"ppt/slides/slide{n}.xml" for n in range(3, 7))
TWO_SHAPES = r"(<p:sp>(?:(?!</p:sp>).)*</p:sp>)"


@pytest.fixture(scope="module")
def sound() -> Parts:
    return pptx_parts(SLIDES)


def test_a_good_deck_has_no_findings(sound, tmp_path):
    assert findings(save_parts(sound, tmp_path)) == []


@pytest.mark.parametrize(
    ("part", "pattern", "replacement", "said"),
    [
        (BULLETS, "<a:t>Punkter</a:t>", "<a:t> </a:t>", "slide3: has no title"),
        (BULLETS, "<a:t>Punkter</a:t>", "<a:t>tabel</a:t>", "deck: 2 slides have the title tabel"),
        (LADDER, r' descr="En stige"', "", "slide4: Akse 1 has no alternative text"),
        (LADDER, r' descr="En stige"', ' descr="stige.png"', "slide4: Gruppe: En stige is described by the name"),
        (COLUMNS, r'(name="Linje (?:(?!val=).)*val=)"1"', r'\1"0"', "slide6: Linje 2 has no alternative"),
        (TABLE, ' firstRow="1"', "", "slide5: a table has no header row"),
        (TABLE, "<a:t>Kolonne</a:t>", "<a:t></a:t>", "slide5: a cell of a table's header row is empty"),
        (TABLE, "<a:tc>", '<a:tc gridSpan="2">', "slide5: a table has merged cells"),
        (BULLETS, TWO_SHAPES + TWO_SHAPES, r"\2\1", "slide3: the title is not read first"),
        (
            COLUMNS, r"(<p:sp>(?:(?!</p:sp>).)*Venstre.*?</p:sp>)(.*?)" + TWO_SHAPES, r"\3\2\1",
            "slide6: Tekst 3 is read after Tekst 5 but stands before it",
        ),
        (
            BULLETS, r'(<p:sp>(?:(?!</p:sp>).)*idx="1"/>.*?</p:sp>)(.*)(</p:spTree>)', r"\2\1\3",
            "slide3: the foot is read before the body",
        ),
        (
            BULLETS, r'(<a:rPr lang="da-DK")/>(<a:t>x<)',
            r'\1><a:solidFill><a:srgbClr val="A0A0A0"/></a:solidFill></a:rPr>\2', "contrast of 2.6",
        ),
        (BAND, r'<a:schemeClr val="accent1"/>', '<a:schemeClr val="bg1"/>', "slide2: a text has a contrast of 1.0"),
        (MASTER, r'(<p:bodyStyle>.*?)<a:schemeClr val="tx1"/>', r'\1<a:srgbClr val="A0A0A0"/>', "slide3: a text has a"),
        (BULLETS, "<a:t>bogen<", "<a:t>https://example.org/bog<", "slide3: the text of a link says nothing: https:"),
        (BULLETS, "<a:t>litteraturen<", "<a:t>Klik her<", "slide3: the text of a link says nothing: Klik her"),
        (BULLETS, r'(<a:rPr) lang="da-DK"', r"\1", "slide3: a text has no language: Punkter"),
        (BULLETS, r'(<a:rPr [^>]*)(/><a:t>x<)', r'\1 sz="1100"\2', "slide3: a text is smaller than 12 pt: x"),
        (MASTER, r'(<p:bodyStyle>.*?)sz="2400"', r'\1sz="1100"', "slide3: a text is smaller than 12 pt: x"),
        (DECK, r"<p:extLst>.*</p:extLst>", "", "deck: there are no sections"),
        (DECK, r'(section name=)"Prøve"', r'\1"Standardsektion"', "deck: a section has no name of its own"),
        (DECK, r'(section name=)"Prøve"', r'\1"Afsnit"', "deck: 2 sections have the name Afsnit"),
        (CORE, r"<dc:language>.*</dc:language>", "", "deck: the document has no language"),
    ],
)  # fmt: skip
def test_each_fault_is_found(sound, tmp_path, part, pattern, replacement, said):
    changed = re.sub(pattern, replacement, sound[part].decode(), count=1, flags=re.DOTALL)
    assert changed.encode() != sound[part]
    found = findings(save_parts({**sound, part: changed.encode()}, tmp_path))
    assert [fault for fault in found if said in fault], found


KINDS = """
- section: Afsnit
- title: Liste i spalter
  bullets: {head: H, items: [a, b, c, d], columns: 2}
- title: Citat
  quote: {text: x, by: Ole}
- title: Definition
  definition: {term: x, text: er y, points: [a, b, c]}
- title: Program
  agenda: [{time: 9.00-9.20, item: x}, {time: 9.20-12.00, item: y, pause: yes}]
- title: Sammenligning
  comparison: {from: a, to: b, rows: [{theme: t, from: c, to: d}]}
- title: Kort
  cards: [{head: a, text: b}, {head: c, text: d}, {head: e, text: f}]
- title: Nav
  hub: {center: c, fields: [a, b, c, d], alt: x}
- title: Spørgsmål
  source: bason
  reflection: [Hvad nu?, Hvorfor?]
- title: Felter
  fields: {head: Skriv, items: [a, b]}
- title: Tavle
  board: dots
- title: Flere
  body: [{bullets: [a]}, {table: {columns: [a, b], rows: [[c, d]]}}, {columns: [{head: A, text: a}, {quote: b}]}]
"""


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_no_kind_of_slide_has_any(theme, tmp_path):
    presentation, _ = lay_out_yaml(KINDS, HEAD + "sources:\n  bason: {number: 1, authors: Bason, title: Bog}\n")
    (tmp_path / "kinds.pptx").write_bytes(pptx.write(presentation, theme))
    assert findings(tmp_path / "kinds.pptx") == []


def test_the_course_day_has_none(tmp_path):
    laid_out, _ = lay_out_deck(DAY)
    assert laid_out is not None
    (tmp_path / "day.pptx").write_bytes(render_paper(laid_out, PaperKind.SLIDES))
    assert findings(tmp_path / "day.pptx") == []
