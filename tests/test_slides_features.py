"""What PowerPoint users expect of slides: titles that differ, links, hidden slides, clicks, a date, reading order."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pptx
import pytest
from pptx.oxml.ns import qn

import tools
from deckbuild.diagnostics import Diagnostics
from deckbuild.fonts.faces import Style
from deckbuild.frame.document import Frame, Presentation
from deckbuild.frame.items import Item, LayoutKind, Role, Shape, TableItem, TextBox
from deckbuild.frame.text import Par, Tag
from deckbuild.layout.slides.clicks import clicks_of
from deckbuild.layout.slides.deck import lay_out, with_pages
from deckbuild.layout.text.paragraph import text_width
from deckbuild.model.theme import INK, SOFT, Theme
from deckbuild.pipeline.lay_out import LaidOut, lay_out_deck
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper
from deckbuild.reader import read
from deckbuild.writers.pptx import write
from decks import HEAD, lay_out_yaml, read_deck, shown, texts
from structure import problems

SOURCES = (
    "sources:\n  bason: {number: 1, authors: Bason, title: Bog}\n  tortzen: {number: 2, authors: Tortzen, title: Og}\n"
)
DAY = Path(__file__).parent.parent / "deck.yaml"
CLICKS = """
- title: Spørgsmål
  build: click
  reflection: [Hvad nu?, Hvorfor?]
- title: Liste
  build: click
  body:
    - text: En indledning.
    - bullets: {head: Hovedet, items: [{text: Et, sub: [a, b]}, To]}
    - text: Og til sidst.
- title: Spalter
  build: click
  numbered: {items: [Et, To, Tre], columns: 2}
- title: Uden
  bullets: [Et, To]
"""


def laid_out(slides: str, head: str = HEAD) -> Presentation:
    presentation, diagnostics = lay_out_yaml(slides, head)
    assert [d.text() for d in diagnostics] == []
    return presentation


def opened(presentation: Presentation) -> Any:
    return pptx.Presentation(io.BytesIO(write(presentation, Theme())))


def title_of(frame: Frame) -> Par:
    return next(i.pars[0] for i in frame.items if isinstance(i, TextBox) and i.role is Role.TITLE)


def box(frame: Frame, role: Role) -> TextBox:
    return next(i for i in frame.items if isinstance(i, TextBox) and i.role is role)


# Titles --------------------------------------------------------------------------------------------------------------

TITLES = {
    "repeated": ("- {title: A, text: x}\n- {title: B, text: x}\n- {title: a, text: x}", ["A 1 af 2", "B", "a 2 af 2"]),
    "alone": ("- {title: A, text: x}\n- {title: B, text: x}", ["A", "B"]),
    "like the deck": ("- {title: Prøve, text: x}", ["Prøve"]),
    "twice like the deck": ("- {title: Prøve, text: x}\n- {title: prøve, text: x}", ["Prøve 1 af 2", "prøve 2 af 2"]),
    "like the literature": ("- {title: Litteratur, source: bason, text: x}", ["Litteratur 1 af 2", "Litteratur"]),
    "like a section": ("- section: A\n- {title: A, text: x}", ["A", "A"]),
    "in English": ("- {title: A, lang: en, text: x}\n- {title: A, text: x}", ["A 1 of 2", "A 2 af 2"]),
}


@pytest.mark.parametrize("name", TITLES)
def test_titles_that_repeat_are_numbered(name):
    slides, titles = TITLES[name]
    head = HEAD + (SOURCES if "source" in slides else "")
    assert [frame.title for frame in laid_out(slides, head).frames[1:]] == titles


def test_the_number_is_set_quietly_in_the_title_itself():
    par = title_of(laid_out("- {title: A, text: x}\n- {title: A, text: x}").frames[2])
    assert [(r.text, r.style, r.color) for r in par.runs] == [
        ("A", Style.BOLD, INK),
        (" 2\u00a0af\u00a02", Style.REGULAR, SOFT),
    ]


def test_a_further_slide_keeps_the_number():
    rows = "[" + ", ".join(f"Punkt {n}" for n in range(30)) + "]"
    frames = laid_out(f"- {{title: A, bullets: {rows}}}\n- {{title: A, text: x}}").frames
    assert title_of(frames[2]).runs[-1].color == SOFT
    assert [frame.title for frame in frames[1:]] == [
        "A 1 af 2",
        "A 1 af 2 (fortsat)",
        "A 1 af 2 (fortsat 2)",
        "A 2 af 2",
    ]


def test_a_sections_number_stands_in_its_title():
    deck = opened(laid_out("- section: Prøve\n- {title: A, text: x}"))
    assert [slide.shapes.title.text_frame.text for slide in deck.slides] == ["Prøve", "1\tPrøve", "A"]


def test_the_handout_has_the_same_titles(day):
    printed = {
        par.plain
        for page in day.document.pages
        for item in page.items
        if isinstance(item, TextBox)
        for par in item.pars
        if par.tag is Tag.TITLE or item.id.endswith("/title")
    }
    numbered = [f.title for f in day.presentation.frames if re.search(r"\d af \d", f.title)]
    assert numbered == [f"Refleksion {n} af 4" for n in range(1, 5)]
    assert set(numbered) <= printed
    assert set(numbered) <= {mark.title for mark in day.document.bookmarks}


# Links ---------------------------------------------------------------------------------------------------------------

LINKED = """
- title: A
  id: a
  source: tortzen
  text: "Se [bogen](https://example.org/bog), [forsiden](#title), [listen](#literature) og [slide B](#b)."
- title: B
  id: b
  table: {caption: Figur 1, columns: [x, y], rows: [[c, d]]}
  source: {name: bason, pages: "2"}
"""


def pptx_links(slide: Any) -> dict[str, str]:
    """Return the text of each link and where it leads: an address, or a slide's part."""
    found = {}
    for run in slide._element.iter(qn("a:r")):
        click = run.find(f"{qn('a:rPr')}/{qn('a:hlinkClick')}")
        if click is not None:
            relation = slide.part.rels[click.get(qn("r:id"))]
            external = relation.is_external
            assert (click.get("action") == "ppaction://hlinksldjump") is not external
            found[run.findtext(qn("a:t"))] = relation.target_ref if external else str(relation.target_part.partname)
    return found


def test_links_lead_on_in_powerpoint():
    deck = opened(laid_out(LINKED, HEAD + SOURCES))
    title, a, b, literature = (str(slide.part.partname) for slide in deck.slides)
    assert pptx_links(deck.slides[1]) == {
        "bogen": "https://example.org/bog",
        "forsiden": title,
        "listen": literature,
        "slide B": b,
        "Tekst 2: Tortzen": literature,
    }
    assert pptx_links(deck.slides[2]) == {"tekst 1": literature}
    assert a


def test_links_lead_on_in_the_pdf():
    from deckbuild.writers.pdf import write_slides

    with pikepdf.open(io.BytesIO(write_slides(laid_out(LINKED, HEAD + SOURCES), Theme()))) as pdf:
        numbers = {page.objgen: n for n, page in enumerate(pdf.pages)}
        links: list[list[Any]] = []
        for page in pdf.pages:
            links.append([])
            for note in page.get("/Annots", []):
                links[-1].append(str(note.A.URI) if "/A" in note else numbers[note.Dest[0].objgen])
    assert links == [[], ["https://example.org/bog", 0, 3, 2, 3], [3], []]


def test_a_work_is_linked_to_the_slide_it_stands_on():
    works = "".join(f"  w{n}: {{number: {n}, authors: Forfatter, title: Bog}}\n" for n in range(1, 31))
    frames = laid_out("- {title: A, source: w29, text: x}", HEAD + "sources:\n" + works).frames
    link = box(frames[1], Role.SOURCE).pars[0].runs[0].link
    assert link == "#literature/w29"
    assert next(frame.id for frame in frames if link[1:] in frame.anchors).startswith("literature-")


@pytest.mark.parametrize(("name", "used"), [("Title", "title-2"), ("Literature", "literature-2")])
def test_the_ids_of_made_slides_are_kept_for_them(name, used, tmp_path):
    assert read_deck(f"- {{title: {name}, text: x}}").slides[0].id == used
    path = tmp_path / "deck.yaml"
    path.write_text(HEAD + f"slides:\n  - {{title: A, id: {name.lower()}, text: x}}\n", "utf-8")
    assert [d.code for d in read(path).diagnostics] == ["same-id"]


# Hidden slides and clicks --------------------------------------------------------------------------------------------


def test_a_hidden_slide_is_skipped_in_the_show_only(tmp_path):
    path = tmp_path / "deck.yaml"
    path.write_text(HEAD + "slides:\n  - {title: A, hidden: yes, text: Skjult}\n  - {title: B, text: x}\n", "utf-8")
    made, _ = lay_out_deck(path)
    assert made is not None
    deck = pptx.Presentation(io.BytesIO(render_paper(made, PaperKind.SLIDES)))
    assert [slide._element.get("show") for slide in deck.slides] == [None, "0", None]
    printed = [p.plain for f in made.document.pages for i in f.items if isinstance(i, TextBox) for p in i.pars]
    assert "Skjult" in printed


def tagged(tag: Tag, level: int = 0) -> Par:
    return Par(runs=(), lines=(), top=0, height=0, leading=0, level=level, tag=tag)


HEADING, ITEM, UNDER, TEXT = (
    tagged(*t) for t in ((Tag.HEAD,), (Tag.ITEM,), (Tag.ITEM, 1), (Tag.PARAGRAPH,))
)  # fmt: skip


@pytest.mark.parametrize(
    ("pars", "clicks"),
    [
        ([ITEM, ITEM], ((0, 0), (1, 1))),
        ([TEXT, HEADING, ITEM, UNDER, UNDER, ITEM], ((2, 4), (5, 5))),
        ([ITEM, HEADING, ITEM], ((0, 0), (1, 2))),
        ([ITEM, TEXT], ((0, 0), (1, 1))),
        ([TEXT], ()),
        ([], ()),
    ],
)
def test_an_item_comes_with_what_belongs_to_it(pars, clicks):
    assert clicks_of(pars) == clicks


def test_items_come_on_one_by_one():
    deck = opened(laid_out(CLICKS))
    shown_by = []
    for slide in deck.slides:
        holders = {shape.shape_id: shape.name for shape in slide.shapes}
        clicks: list[list[tuple[str, str]]] = []
        for effect in slide._element.iter(qn("p:cTn")):
            if effect.get("nodeType") in ("clickEffect", "withEffect"):
                if effect.get("nodeType") == "clickEffect":
                    clicks.append([])
                target = next(effect.iter(qn("p:spTgt")))
                paragraph = next(target.iter(qn("p:pRg")))
                assert paragraph.get("st") == paragraph.get("end")
                clicks[-1].append((holders[int(target.get("spid"))], paragraph.get("st")))
        shown_by.append(clicks)
        assert {e.get("spid") for e in slide._element.iter(qn("p:bldP"))} == {
            e.get("spid") for e in slide._element.iter(qn("p:spTgt"))
        }
    assert shown_by == [
        [],
        [[("Tekst 2", "0")], [("Tekst 2", "1")]],
        [[("Tekst 2", "2"), ("Tekst 2", "3"), ("Tekst 2", "4")], [("Tekst 2", "5")], [("Tekst 2", "6")]],
        [[("Tekst 2", "0")], [("Tekst 2", "1")], [("Tekst 3", "0")]],
        [],
    ]


def test_clicks_without_a_list_are_told():
    _, diagnostics = lay_out_yaml("- title: A\n  build: click\n  board: dots")
    assert [(d.code, d.span and d.span.line) for d in diagnostics] == [("no-effect", 5)]


# The date and the properties -----------------------------------------------------------------------------------------

DATED = HEAD + "  subtitle: En dag\n  owner: Holdet\n  date: 12. marts 2026\n"


def test_the_date_stands_under_the_subtitle():
    frame = laid_out("- {title: A, text: x}", DATED).frames[0]
    date, subtitle = box(frame, Role.DATE), box(frame, Role.SUBTITLE)
    assert (date.pars[0].plain, date.pars[0].runs[0].size, date.pars[0].runs[0].color) == ("12. marts 2026", 18, SOFT)
    assert date.box.y == subtitle.box.bottom + 4


def test_a_long_subtitle_lifts_the_title():
    long = DATED.replace("En dag", "Kursusdag for netværksledere og alle andre, der arbejder med velfærd i kommunen")
    frame = laid_out("- {title: A, text: x}", long).frames[0]
    title, subtitle, date = (box(frame, role) for role in (Role.TITLE, Role.SUBTITLE, Role.DATE))
    assert len(subtitle.pars[0].lines) == 2
    assert title.box.bottom <= subtitle.box.y
    assert date.box.bottom == 512


@pytest.mark.parametrize(("head", "text"), [(HEAD, ""), (DATED, "12. marts 2026")])
def test_every_layout_has_a_place_for_the_date(head, text):
    deck = opened(laid_out("- {title: A, text: x}", head))
    holders = [p for layout in deck.slide_layouts for p in layout.placeholders if p.placeholder_format.type == 16]
    assert [p.text_frame.text for p in holders] == [text] * (len(deck.slide_layouts) - 1)  # a section has no foot
    assert [p.text_frame.text for p in deck.slide_master.placeholders if p.placeholder_format.type == 16] == [text]
    assert [p for p in deck.slides[1].placeholders if p.placeholder_format.type == 16] == []


def test_the_document_tells_what_it_is():
    core = opened(laid_out("- section: Et & to\n- {title: A, text: x}\n- section: Tre", DATED)).core_properties
    assert (core.title, core.subject, core.author, core.language, core.keywords) == (
        "Prøve", "En dag", "Holdet", "da-DK", "Et & to; Tre",
    )  # fmt: skip


# Reading order and languages -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def day() -> LaidOut:
    made, _ = lay_out_deck(DAY)
    assert made is not None
    return made


def spoken(item: Item) -> bool:
    """Whether a screen reader says it."""
    return bool(getattr(item, "alt", "")) or (
        not getattr(item, "artifact", False)
        and any(par.plain.strip() and par.tag is not Tag.ARTIFACT for par in getattr(item, "pars", ()))
    )


FEET = (Role.SECTION, Role.SOURCE, Role.WRITE, Role.NUMBER)


def test_a_slide_is_read_as_it_is_seen(day):
    for frame in day.presentation.frames:
        body = [item for item in frame.items if spoken(item)]
        assert getattr(body[0], "role", None) is Role.TITLE, frame.id
        feet = [item.role for item in frame.items if isinstance(item, TextBox) and item.role in FEET]
        assert feet == sorted(feet, key=FEET.index), frame.id
        if frame.layout in (
            LayoutKind.TEXT,
            LayoutKind.QUOTE,
            LayoutKind.QUESTIONS,
            LayoutKind.TITLE,
            LayoutKind.SECTION,
        ):
            tops = [item.box.y for item in body[1:]]
            assert tops == sorted(tops), frame.id


def foot(frame: Frame, role: Role) -> TextBox:
    return next(item for item in frame.items if isinstance(item, TextBox) and item.role is role)


def test_a_slides_foot_names_all_its_pages_of_the_handout_clear_of_the_number(day):
    feet = {
        frame.number: (foot(frame, Role.WRITE), foot(frame, Role.NUMBER))
        for frame in day.presentation.frames
        if any(isinstance(item, TextBox) and item.role is Role.WRITE for item in frame.items)
    }
    assert {number: feet[number][0].pars[0].plain for number in (15, 22, 25, 27)} == {
        15: "Skriv i hæftet, side 12",
        22: "Skriv i hæftet, side 17–18",
        25: "Hæftet side 20",
        27: "Skriv i hæftet, side 22–23",
    }
    for pages, number in feet.values():
        (line,), (digits,) = pages.pars[0].lines, number.pars[0].lines
        assert number.box.right - digits.width - (pages.box.x + line.width) >= 24


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ((9,), "Skriv i hæftet, side 9"),
        ((9, 10), "Skriv i hæftet, side 9–10"),
        ((98, 99), "Skriv i hæftet, side 98–99"),
        ((11117, 11118), "Skriv i hæftet, side 11117"),
    ],
)
def test_pages_that_have_no_room_in_the_foot_are_told_by_the_first(pages, said):
    deck = read_deck("- {title: A, reflection: [x]}")
    presentation = with_pages(lay_out(deck, Theme(), Diagnostics()), deck, {"a": pages}, {}, Theme())
    assert foot(presentation.frames[1], Role.WRITE).pars[0].plain == said


def languages(slide: Any) -> dict[str, str]:
    return {r.findtext(qn("a:t")): r.find(qn("a:rPr")).get("lang") for r in slide._element.iter(qn("a:r"))}


def test_each_run_knows_its_language():
    slides = "- {title: Dansk, text: 'Ordet [grounded]{lang=en} på dansk'}\n- {title: English, lang: en, bullets: [x]}"
    deck = opened(laid_out(slides, HEAD))
    assert languages(deck.slides[1]) == {
        "Dansk": "da-DK", "Ordet ": "da-DK", "grounded": "en-GB", " på dansk": "da-DK", "Prøve": "da-DK",
    }  # fmt: skip
    assert languages(deck.slides[2]) == {"English": "en-GB", "x": "en-GB", "Prøve": "da-DK"}


def test_a_works_title_keeps_its_language():
    head = HEAD + "sources:\n  a: {number: 1, authors: Senge, title: '[The Fifth Discipline]{lang=en}'}\n"
    literature = opened(laid_out("- {title: A, source: a, text: x}", head)).slides[2]
    assert languages(literature)["The Fifth Discipline"] == "en-GB"


def test_a_programme_has_a_header_row():
    frame = laid_out("- {title: A, agenda: [{time: 9.00-9.20, item: x}, {time: 9.20-12.00, item: y}]}").frames[1]
    assert shown(frame).split("\n")[1:3] == ["Tid", "Punkt"]
    table = next(s for s in opened(laid_out(AGENDA)).slides[1].shapes if s.has_table).table
    assert (table.first_row, table.first_col, len(table.rows)) == (True, True, 2)
    assert frame.layout is LayoutKind.AGENDA


AGENDA = "- {title: A, agenda: [{time: 9.00-9.20, item: x}]}"


# The validators ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("features") / "deck.pptx"
    slides = CLICKS + LINKED + AGENDA + "\n- {title: Skjult, hidden: yes, text: x, notes: Husk}"
    path.write_bytes(write(laid_out(slides, DATED + SOURCES), Theme()))
    return path


def test_the_structure_is_sound(file):
    assert problems(file) == []


@pytest.mark.slow
def test_microsofts_validator_finds_nothing(file):
    assert tools.sdk_errors(file) == []


@pytest.mark.slow
def test_the_second_validator_finds_nothing(file):
    assert tools.audit_errors(file) == []


# Many sections


def sections_beside(total: int, number: int) -> tuple[list[str], list[TextBox], Shape]:
    """What stands above and below the band of a section slide: the words from the top, their boxes, and the band."""
    slides = "\n".join(f"- section: Del {n}\n- {{title: S{n}, text: x}}" for n in range(1, total + 1))
    frame = next(f for f in laid_out(slides).frames if f.title == f"Del {number}" and f.layout is LayoutKind.SECTION)
    beside = [i for i in frame.items if isinstance(i, TextBox) and "/name" in i.id]
    band = next(i for i in frame.items if isinstance(i, Shape) and i.id.endswith("/band"))
    return [i.pars[0].plain for i in beside], beside, band


@pytest.mark.parametrize("total", [2, 5, 12, 13, 16, 18, 19, 24, 28, 29, 36])
@pytest.mark.parametrize("place", [0.0, 0.1, 0.5, 1.0])
def test_every_section_or_the_nearest_can_be_read_on_a_section_slide(total: int, place: float):
    number = 1 + round((total - 1) * place)
    said, beside, band = sections_beside(total, number)
    shown = [int(text.removeprefix("Del ")) for text in said]
    assert shown == [n for n in range(1, total + 1) if n != number and shown[0] <= n <= shown[-1]]
    assert len(shown) == min(total, 17) - 1
    boxes = [each.box for each in beside]
    assert all(upper.bottom <= lower.y + 0.01 for upper, lower in pairwise(boxes))
    assert all(box.bottom <= band.box.y + 0.01 or box.y >= band.box.bottom - 0.01 for box in boxes)
    assert min(box.y for box in [*boxes, band.box]) >= 0
    assert max(box.bottom for box in [*boxes, band.box]) <= 540.01
    assert {each.pars[0].runs[0].size for each in beside} == {28 if total < 5 else 20 if total == 5 else 16}


# Two columns, numbers, corners


@pytest.mark.parametrize(("entries", "shares"), [(2, [1, 1]), (3, [2, 1]), (5, [3, 2]), (7, [4, 3]), (8, [4, 4])])
def test_the_first_of_two_columns_has_the_odd_item(entries: int, shares: list[int]):
    listed = ", ".join(f"punkt {n}" for n in range(entries))
    frame = laid_out(f"- {{title: A, bullets: {{items: [{listed}], columns: 2}}}}").frames[1]
    assert [len(box(frame, role).pars) for role in (Role.BODY, Role.BODY2)] == shares


@pytest.mark.parametrize("wider", [1.0, 1.3, 1.6])
@pytest.mark.parametrize(
    "slide",
    [
        "numbered: [" + ", ".join(["a"] * 12) + "]",
        "reflection: [" + ", ".join(["a"] * 12) + "]",
        "fields: [a, b]",
    ],
)
def test_a_number_keeps_a_gap_from_its_text_in_any_font(slide: str, wider: float):
    theme = replace(Theme(), wider=wider, slide_master=replace(Theme().slide_master, hanging=30))
    frames = lay_out(read_deck(f"- {{title: A, {slide}}}"), theme, Diagnostics()).frames[1:]
    pars = [par for frame in frames for _, par in texts(frame) if par.bullet]
    assert pars
    for par in pars:
        assert par.bullet
        width = text_width(par.bullet.run.text, par.bullet.run.style, par.bullet.run.size) * wider
        assert par.hang >= width + 8


def test_the_corner_of_a_table_may_be_empty():
    frame = laid_out('- title: A\n  table:\n    columns: ["", Man, Tir]\n    rows: [[a, b, c]]').frames[1]
    (table,) = (item for item in frame.items if isinstance(item, TableItem))
    assert [cell.pars[0].plain for cell in table.rows[0].cells] == ["", "Man", "Tir"]
