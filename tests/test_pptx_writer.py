"""The PowerPoint writer: what python-pptx and the XML say about a deck with every kind of item."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import chain, pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pptx
import pytest
from lxml import etree
from pptx.oxml.ns import qn

import deckbuild
from deckbuild.frame.document import Frame, Presentation
from deckbuild.frame.items import (
    Choice,
    Connector,
    Group,
    Item,
    LayoutKind,
    PictureItem,
    Role,
    Ruling,
    Shape,
    ShapeKind,
    TableCell,
    TableRow,
    TextBox,
    Thumbnail,
    Tick,
    WriteBox,
)
from deckbuild.layout.table import table_item
from deckbuild.layout.text.bullets import numeral
from deckbuild.layout.text.paragraph import stack
from deckbuild.model.default_layouts import OWN
from deckbuild.model.theme import INK, Color, Theme
from deckbuild.units import EMU_PER_PT, Rect
from deckbuild.writers.pptx import write
from deckbuild.writers.pptx.masters.placeholders import placeholder_boxes
from deckbuild.writers.pptx.names import named
from deckbuild.writers.pptx.palette import Palette
from deckbuild.writers.pptx.text import list_starts
from slide_parts import stepped
from test_pptx_sample import BODY, par, sample, slide

CREATION = "{http://schemas.microsoft.com/office/drawing/2014/main}creationId"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
ROW_ID, COLUMN_ID = (f"{{http://schemas.microsoft.com/office/drawing/2014/main}}{name}Id" for name in ("row", "col"))
BOX = Rect(0, 0, 300, 32)
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pptx")


@pytest.fixture(scope="module")
def data(folder: Path) -> bytes:
    return write(sample(folder), Theme())


@pytest.fixture(scope="module")
def deck(data: bytes) -> Any:
    return pptx.Presentation(BytesIO(data))


@pytest.fixture(scope="module")
def slides(deck: Any, folder: Path) -> dict[str, Any]:
    return dict(zip((frame.id for frame in sample(folder).frames), deck.slides, strict=True))


def written(*items: Item, layout: LayoutKind = LayoutKind.BOARD, **more: Any) -> Any:
    """Write a deck of one slide and read it back."""
    frame = Frame(id="a", slide="a", number=1, title="A", layout=layout, section=0, items=items, **more)
    return deck_of(frame).slides[0]


def deck_of(*frames: Frame) -> Any:
    return pptx.Presentation(BytesIO(write(Presentation(title="", author="", lang="da-DK", frames=frames), Theme())))


def by_name(slide: Any, start: str) -> list[Any]:
    return [shape for shape in slide.shapes if shape.name.startswith(start)]


def non_visual(slide: Any) -> Iterator[Any]:
    return (element for element in slide._element.iter(qn("p:cNvPr")) if element.get("id") != "1")


def attributes(slide: Any, tag: str, name: str) -> list[str | None]:
    return [element.get(name) for element in slide._element.iter(qn(tag))]


def described(slide: Any) -> dict[str, tuple[str | None, bool]]:
    """Return name -> alternative text and whether it is marked decorative."""
    return {e.get("name"): (e.get("descr"), e.find(f".//{DECORATIVE}") is not None) for e in non_visual(slide)}


# The deck ------------------------------------------------------------------------------------------------------------


def test_the_deck_has_size_numbering_layouts_and_properties(deck: Any) -> None:
    assert (deck.slide_width, deck.slide_height) == (12192000, 6858000)
    assert deck.element.get("firstSlideNum") == "0"
    assert [layout.name for layout in deck.slide_layouts] == [
        named(slide_layout.name, "da-DK") for slide_layout in OWN.layouts.values()
    ]
    core = deck.core_properties
    assert (core.title, core.author, core.language) == ("Velfærd & transformation", "Kursusholdet <team>", "da-DK")
    assert core.modified.year == 2000


def test_every_slide_uses_the_layout_of_its_frame(slides: dict[str, Any], folder: Path) -> None:
    names = {kind: named(slide_layout.name, "da-DK") for kind, slide_layout in OWN.layouts.items()}
    for frame in sample(folder).frames:
        assert slides[frame.id].slide_layout.name == names[frame.layout]


def test_a_layouts_placeholders_stand_where_layout_puts_their_text(deck: Any) -> None:
    for slide_layout, layout in zip(OWN.layouts.values(), deck.slide_layouts, strict=True):
        boxes = [(p.left, p.top, p.width, p.height) for p in layout.placeholders]
        plates = {Role.TITLE: slide_layout.plate or (0, 0, 0, 0)}
        places = placeholder_boxes(slide_layout)
        outer = [box.widened(*plates.get(role, (0, 0, 0, 0))) for role, box in places.items()]
        wanted = [(b.x, b.y, b.w, b.h) for b in outer]
        assert [[length / EMU_PER_PT for length in box] for box in boxes] == [list(box) for box in wanted]


def test_a_placeholder_has_the_same_number_on_every_layout(deck: Any) -> None:
    kinds: dict[int, set[str]] = {}
    for layout in deck.slide_layouts:
        for holder in layout.placeholders:
            kinds.setdefault(holder.placeholder_format.idx, set()).add(str(holder.placeholder_format.type))
    shared = {number: kind for number, kind in kinds.items() if len(kind) > 1}
    assert {n: {k.split()[0] for k in kind} for n, kind in shared.items()} == {
        0: {"TITLE", "CENTER_TITLE"},
        1: {"BODY", "SUBTITLE"},
    }


def test_sections_hold_every_slide_once(deck: Any) -> None:
    sections = list(deck.element.iter(f"{P14}section"))
    assert [section.get("name") for section in sections] == ["Åbning", '1 "Velfærd" & mere', "Resten"]
    members = [[e.get("id") for e in section.iter(f"{P14}sldId")] for section in sections]
    assert [len(ids) for ids in members] == [1, 5, 21]
    assert list(chain.from_iterable(members)) == [e.get("id") for e in deck.element.iter(qn("p:sldId"))]


def test_an_empty_deck_can_be_written() -> None:
    assert len(deck_of().slides) == 0


@pytest.mark.slow
def test_a_long_chain_of_links_is_saved() -> None:
    """Saving by recursion would run out of stack (and python-pptx reads by recursion, so look at the zip)."""
    frames = []
    for number in range(1200):
        text = par("videre", 300)
        pars = (replace(text, runs=(replace(text.runs[0], link=f"#s{number + 1}"),)),)
        box = TextBox(id="a", box=Rect(0, 0, 300, 32), pars=pars)
        name = f"s{number}"
        frames.append(
            Frame(id=name, slide=name, number=number, title="", layout=LayoutKind.BOARD, section=0, items=(box,))
        )
    data = write(Presentation(title="", author="", lang="da-DK", frames=tuple(frames)), Theme())
    assert sum(name.startswith("ppt/slides/slide") for name in ZipFile(BytesIO(data)).namelist()) == 1200


@pytest.mark.slow
def test_two_processes_give_the_same_bytes(data: bytes, folder: Path) -> None:
    code = (
        "import sys, pathlib; from test_pptx_sample import sample; from deckbuild.model.theme import Theme;"
        "from deckbuild.writers.pptx import write; folder = pathlib.Path(sys.argv[1]);"
        "sys.stdout.buffer.write(write(sample(folder), Theme()))"
    )
    folders = os.pathsep.join((str(Path(__file__).parent), str(Path(deckbuild.__file__).parent.parent)))
    for seed in ("1", "2"):
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": folders, "TZ": f"UTC+{seed}"}
        result = subprocess.run(
            [sys.executable, "-c", code, str(folder)], env=environment, capture_output=True, check=True
        )
        assert result.stdout == data


@pytest.mark.slow
def test_a_paper_of_another_kind_does_not_import_python_pptx() -> None:
    code = "import sys, deckbuild.pipeline.render; sys.exit('pptx' in sys.modules or 'lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# Shapes of all kinds -------------------------------------------------------------------------------------------------


def test_shape_numbers_are_unique_and_in_document_order(slides: dict[str, Any]) -> None:
    for one in slides.values():
        numbers = [int(element.get("id")) for element in non_visual(one)]
        assert numbers == list(range(2, len(numbers) + 2))


def test_every_shape_has_a_danish_name_and_an_identity_of_its_own(slides: dict[str, Any]) -> None:
    names = set()
    seen: list[str] = []
    for one in slides.values():
        shown = [element.get("name") for element in non_visual(one)]
        assert len(set(shown)) == len(shown)
        names |= {re.split(r":| \d", name)[0] for name in shown}
        seen += [e.get("id") for element in non_visual(one) for e in element.iter(CREATION)]
    assert {"Titel", "Tekst", "Tabel", "Kilde", "Henvisning til hæftet", "Afsnit", "Billede"} <= names
    assert len(seen) == len(set(seen)) == sum(len(list(non_visual(one))) for one in slides.values())


@pytest.mark.parametrize(
    ("item", "name"),
    [
        (Shape(id="s/trappe/step3", kind=ShapeKind.RECT, box=BOX, pars=(par("Nu", 300),)), "Trin 3: Nu"),
        (Shape(id="s/kreds/ring2", kind=ShapeKind.ELLIPSE, box=BOX), "Ring 2"),
        (Shape(id="s/boks", kind=ShapeKind.RECT, box=BOX), "Figur 1"),
        (Shape(id="s/boks", kind=ShapeKind.RECT, box=BOX, alt="En <boks>"), "Figur: En <boks>"),
        (
            TextBox(id="s/x", box=BOX, pars=(par("Ord efter ord, som hver er korte nok til det", 300),)),
            "Tekst: Ord efter ord, som hver er korte nok …",
        ),
        (TextBox(id="s/x", box=BOX, pars=(par("m" * 60, 300),)), f"Tekst: {'m' * 39}…"),
        (Connector(id="s/rule", x1=0, y1=0, x2=9, y2=9, color=INK, width=1), "Linje 1"),
    ],
)  # fmt: skip
def test_the_selection_pane_says_what_an_item_is(item: Item, name: str) -> None:
    assert [shape.name for shape in written(item).shapes] == [name]


def test_an_arrow_is_named_by_what_it_leads_from_and_to() -> None:
    ends = [
        Shape(id=f"s/step{n}", kind=ShapeKind.RECT, box=BOX, pars=(par(t, 300),)) for n, t in ((1, "Før"), (2, "Nu"))
    ]
    arrow = Connector(
        id="s/arrow1", x1=0, y1=0, x2=9, y2=9, color=INK, width=1, arrow=True, start="s/step1", end="s/step2"
    )
    names = [shape.name for shape in written(*ends, arrow, arrow).shapes]
    assert names == ["Trin 1: Før", "Trin 2: Nu", "Pil fra Før til Nu", "Pil fra Før til Nu (4)"]


def test_a_shape_keeps_its_identity_when_slides_come_before_it() -> None:
    box = Shape(id="a", kind=ShapeKind.RECT, box=Rect(0, 0, 10, 10), alt="Boks")
    frames = [Frame(id=i, slide=i, number=1, title="", layout=LayoutKind.BOARD, section=0, items=(box,)) for i in "xy"]
    alone, second = deck_of(frames[1]).slides[0], deck_of(*frames).slides[1]
    assert attributes(alone, "p:cNvPr", "id") == attributes(second, "p:cNvPr", "id")
    ids = [[e.get("id") for e in one._element.iter(CREATION)] for one in (alone, second)]
    slide_ids = [[e.get("val") for e in one._element.iter(f"{P14}creationId")] for one in (alone, second)]
    assert ids[0] == ids[1]
    assert slide_ids[0] == slide_ids[1]


def test_text_fills_placeholders_and_inherits_their_boxes(slides: dict[str, Any]) -> None:
    shapes = {s.name.rpartition(" ")[0]: s for s in slides["punkter"].placeholders}
    assert set(shapes) == {"Titel", "Tekst", "Afsnit", "Slidenummer"}
    for shape in shapes.values():
        assert shape._element.spPr.find(qn("a:xfrm")) is None
    assert shapes["Titel"].text_frame.text == "Punkter"
    assert shapes["Afsnit"].text_frame.text == "1  Velfærdstransformation"


def test_a_box_that_differs_from_the_layouts_is_stated() -> None:
    moved = replace(next(m for m in OWN.layouts.values() if m.kind is LayoutKind.TEXT).boxes[Role.BODY], y=140)
    box = TextBox(id="b", box=moved, pars=(par("x", 704),), role=Role.BODY)
    assert written(box, layout=LayoutKind.TEXT).placeholders[1].top == 140 * EMU_PER_PT


def test_a_role_the_layout_lacks_or_has_already_filled_becomes_a_text_box(slides: dict[str, Any]) -> None:
    again = [
        s for s in slides["kort"].shapes if not s.is_placeholder and s.has_text_frame and s.text_frame.text == "Igen"
    ]
    assert len(again) == 1
    alone = written(TextBox(id="b", box=Rect(0, 0, 100, 30), pars=(par("x", 100),), role=Role.BODY2))
    assert not alone.shapes[0].is_placeholder


@pytest.mark.parametrize(
    ("kind", "preset", "adjust"),
    [
        (ShapeKind.RECT, "rect", None),
        (ShapeKind.ROUND, "roundRect", "val 20000"),
        (ShapeKind.PILL, "roundRect", "val 50000"),
        (ShapeKind.ELLIPSE, "ellipse", None),
        (ShapeKind.STAR, "star4", "val 11500"),
    ],
)
def test_outlines(kind: ShapeKind, preset: str, adjust: str | None) -> None:
    made = written(Shape(id="s", kind=kind, box=Rect(10, 10, 100, 40), radius=8, fill=INK))
    assert attributes(made, "a:prstGeom", "prst") == [preset]
    assert attributes(made, "a:gd", "fmla") == ([adjust] if adjust else [])


def test_text_too_wide_for_the_outlines_own_text_area_keeps_its_lines() -> None:
    pars = stack((par("Velfærdstransformation og selvstændiggørelse", 300),))
    made = written(Shape(id="s", kind=ShapeKind.ELLIPSE, box=Rect(0, 0, 300, 100), pars=pars))
    assert attributes(made, "a:bodyPr", "wrap") == ["none"]
    assert len(pars[0].lines) == 2
    assert made.shapes[0].text_frame.text.count("\v") == 1


def test_colours_are_the_themes_where_it_has_them() -> None:
    shapes = [
        Shape(id=name, kind=ShapeKind.RECT, box=Rect(0, 0, 9, 9), fill=name)  # type: ignore[arg-type]
        for name in ("ink", "paper", "soft", "mark", "accent3", "hair", "wash2")
    ]
    made = written(*shapes)
    fills = [fill[0] for fill in made._element.iter(qn("a:solidFill"))]
    assert [fill.get("val") for fill in fills] == ["tx1", "bg1", "tx2", "accent6", "accent3", "tx1", "accent2"]
    tints = [stepped(Theme().colors[name], fill) for name, fill in zip(("ink", "accent2"), fills[5:], strict=True)]
    assert [near(*pair) for pair in zip(tints, ("B9C0C7", "EDF2EF"), strict=True)] == [True, True]


def near(color: str, other: str) -> bool:
    return all(abs(a - b) <= 3 for a, b in zip(bytes.fromhex(color), bytes.fromhex(other), strict=True))


@pytest.mark.parametrize(
    ("name", "expected"), [("wash1", '<a:schemeClr val="bg2"/>'), ("wash2", '<a:srgbClr val="FFE1E1"/>')]
)
def test_a_colour_of_another_hue_is_the_second_ground_or_fixed(name: str, expected: str) -> None:
    theme = Theme(colors={**Theme().colors, "wash1": "FFE0E0", "wash2": "FFE1E1"})
    assert Palette(theme).color(Color(name)) == expected


@pytest.mark.parametrize(
    ("ends", "flips"),
    [
        ((10, 20, 110, 70), (None, None)),
        ((110, 20, 10, 70), ("1", None)),
        ((10, 70, 110, 20), (None, "1")),
        ((110, 70, 10, 20), ("1", "1")),
    ],
)
def test_connectors_run_in_all_directions(ends: tuple[float, ...], flips: tuple[str | None, str | None]) -> None:
    x1, y1, x2, y2 = ends
    made = written(Connector(id="c", x1=x1, y1=y1, x2=x2, y2=y2, color=INK, width=1, arrow=True))
    transform = next(made._element.iter(qn("p:cxnSp"))).spPr.find(qn("a:xfrm"))
    assert (transform.get("flipH"), transform.get("flipV")) == flips
    line = made.shapes[0]
    assert [line.begin_x, line.begin_y, line.end_x, line.end_y] == [round(v * EMU_PER_PT) for v in ends]
    assert attributes(made, "a:tailEnd", "type") == ["triangle"]


def test_connectors_are_glued_to_shapes_before_and_after_them(slides: dict[str, Any]) -> None:
    figure = slides["figur"]
    group = by_name(figure, "Gruppe")[0]
    shapes = {s.text_frame.text: str(s.shape_id) for s in group.shapes if s.has_text_frame}
    lines = [s._element for s in group.shapes if s._element.tag == qn("p:cxnSp")]
    glued = [[(e.get("id"), e.get("idx")) for e in line.iter(qn("a:stCxn"), qn("a:endCxn"))] for line in lines]
    innocent, office = shapes["Den uskyldige institution"], shapes["Bureaukratiet"]
    sector, circle = shapes["Sektorforvaltningen"], shapes["Den fagligt ansvarlige institution"]
    assert glued == [
        [(office, "1"), (innocent, "3")],
        [(innocent, "3"), (sector, "1")],
        [(sector, "1"), (circle, "6")],  # an ellipse has eight sites
        [],
        [],
    ]


def test_alternative_texts_and_decoration(slides: dict[str, Any]) -> None:
    alt = 'Fire trin: "institution" & forvaltning\nfra bureaukrati til ansvar'
    figure = described(slides["figur"])
    assert [text for name, (text, _) in figure.items() if name.startswith("Gruppe")] == [alt]
    inside = [mark for name, (_, mark) in figure.items() if name.startswith(("Pil", "Linje", "Akse"))]
    assert inside == [False] * 5  # the group speaks for them
    pictures = [v for name, v in described(slides["billede"]).items() if name.startswith(("Billede", "Gruppe"))]
    assert pictures == [("En lyseblå flade", False), (None, True), (None, True)]
    assert b"hemmeligt" not in etree.tostring(slides["billede"]._element)
    dot = [v for name, v in described(slides["tal"]).items() if name.startswith(("Afsnitsfane", "Prik"))]
    assert dot == [(None, False), (None, True)]  # the tab has text, the dot is decoration
    assert list(described(slides["afsnit"]).values()) == [(None, True), (None, False), (None, True)]


def test_one_part_for_each_picture_however_often_it_is_used(data: bytes) -> None:
    assert [n for n in ZipFile(BytesIO(data)).namelist() if "/media/" in n] == ["ppt/media/image1.png"]


def test_a_picture_of_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.webp"
    path.write_bytes(b"x")
    with pytest.raises(ValueError, match=r"\.webp"):
        written(PictureItem(id="p", box=Rect(0, 0, 9, 9), path=path))


@pytest.mark.parametrize(
    "item",
    [
        WriteBox(id="1.1", box=Rect(0, 0, 9, 9), ruling=Ruling.LINES),
        Tick(id="1.1/ja", x=0, y=0, r=3, choice=Choice(id="1.1", label="Klar?")),
        Thumbnail(id="t", box=Rect(0, 0, 9, 9), frame=0),
    ],
)
def test_what_belongs_to_the_handout_is_refused(item: Item) -> None:
    with pytest.raises(TypeError, match="belongs to the handout"):
        written(item)


# Text ----------------------------------------------------------------------------------------------------------------


def test_every_run_states_its_language(slides: dict[str, Any]) -> None:
    for one in slides.values():
        for run in one._element.iter(qn("a:rPr"), qn("a:endParaRPr")):
            assert run.get("lang")
        if one.has_notes_slide:
            for run in one.notes_slide._element.iter(qn("a:rPr"), qn("a:endParaRPr")):
                assert run.get("lang") == "da-DK"
    english = [r for r in slides["punkter"]._element.iter(qn("a:r")) if r.find(qn("a:rPr")).get("lang") == "en-GB"]
    assert [r.findtext(qn("a:t")) for r in english] == ["wicked problems"]


def test_paragraphs_are_real_and_take_their_look_from_the_layout(slides: dict[str, Any]) -> None:
    frame = slides["punkter"].placeholders[1].text_frame
    assert [p.text for p in frame.paragraphs] == [
        "Læs hele teksten på kursets side eller skriv til os",
        "Se figuren og det ukendte",
        "Et underpunkt, der er så langt, at det brydes over to linjer på sliden",
        "På engelsk: wicked problems",
        "Før\vefter <b> & \"citat\" 'x'  slut",
        "Velfærdstransformation",
    ]
    properties = [p._p.find(qn("a:pPr")) for p in frame.paragraphs]
    assert [None if one is None else dict(one.attrib) for one in properties] == [
        None, None, {"lvl": "1"}, None, None, {"marL": "0", "indent": "0"},
    ]  # fmt: skip
    assert {run.get("sz") for run in frame._txBody.iter(qn("a:rPr"), qn("a:endParaRPr"))} == {None}


def test_links_lead_to_pages_addresses_and_slides(slides: dict[str, Any]) -> None:
    one = slides["punkter"]
    links = list(one._element.iter(qn("a:hlinkClick")))
    relations = [one.part.rels[link.get(LINK)] for link in links]
    assert [r.target_ref if r.is_external else r.target_part for r in relations] == [
        "https://example.org/s%C3%B8g?a=1&b=2%203",
        "mailto:kursus@example.org",
        slides["figur"].part,
    ]
    assert [link.get("action") for link in links] == [None, None, "ppaction://hlinksldjump"]


def test_lists_number_themselves(slides: dict[str, Any]) -> None:
    left, right = slides["tal"].placeholders[1], slides["tal"].placeholders[2]
    assert [e.get("startAt") for e in left._element.iter(qn("a:buAutoNum"))] == ["5"]  # in the list style, for all
    assert [e.get("startAt") for e in right._element.iter(qn("a:buAutoNum"))] == [None, "3"]


@pytest.mark.parametrize(
    ("items", "starts"),
    [
        ([(0, 1), (0, 2), (0, 3)], [1, 1, 1]),
        ([(0, 4), (0, 5), (0, 1), (0, 2)], [4, 4, 1, 1]),
        ([(0, 1), (1, 1), (1, 2), (0, 2), (1, 1)], [1, 1, 1, 1, 1]),
        ([(0, 1), (1, 0), (0, 2), (0, 0), (0, 3)], [1, 1, 1, 1, 3]),
        ([(1, 2), (0, 0), (1, 3)], [2, 1, 3]),
    ],
)
def test_where_lists_start(items: list[tuple[int, int]], starts: list[int]) -> None:
    """Level and number of each paragraph, 0 for one without."""
    pars = [
        replace(par("x", 300), level=level, bullet=numeral(number, BODY, INK) if number else None)
        for level, number in items
    ]
    assert list_starts(pars) == starts


def test_text_in_the_hanging_column_is_real_text(slides: dict[str, Any]) -> None:
    paragraph = slides["refleksion"].placeholders[1].text_frame.paragraphs[0]
    assert paragraph.text.startswith("4.1\tHvordan kan man")
    level = next(slides["refleksion"].slide_layout.placeholders[1]._element.iter(qn("a:lvl1pPr")))
    assert level.find(qn("a:tabLst"))[0].get("pos") == level.get("marL") == "1828800"


def test_the_slide_number_is_a_field_where_powerpoint_counts_to_it() -> None:
    frames = [slide(number, f"s{i}", LayoutKind.BOARD) for i, number in enumerate((3, 4, 4))]
    deck = deck_of(*frames)
    fields = [[e.findtext(qn("a:t")) for e in one._element.iter(qn("a:fld"))] for one in deck.slides]
    assert fields == [["3"], ["4"], []]
    assert by_name(deck.slides[2], "Slidenummer")[0].text_frame.text == "4"


def test_characters_that_xml_cannot_hold_are_dropped() -> None:
    text = par("a", 300)
    strange = replace(text, runs=(replace(text.runs[0], text="a\x00\x1f\ud800\ufffeb\r]]>"),))
    made = written(TextBox(id="t", box=Rect(0, 0, 300, 32), pars=(strange,)))
    assert made.shapes[0].text_frame.text == "ab]]>"


# Tables --------------------------------------------------------------------------------------------------------------


def test_tables_are_native_and_exact(slides: dict[str, Any]) -> None:
    one = slides["tabel"]
    first, second = (s for s in one.shapes if s.has_table)
    assert first.is_placeholder
    assert not second.is_placeholder
    assert described(one)[first.name] == ("To netværk", False)
    table = first.table
    assert (table.first_row, table.first_col, second.table.first_row) == (True, True, False)
    assert [[cell.text for cell in row.cells] for row in table.rows][3] == ["Netværk B", "", ""]
    for frame in (first, second):
        assert sum(c.width for c in frame.table.columns) == frame.width
        assert sum(r.height for r in frame.table.rows) == frame.height
    cell = second.table.cell(0, 0)
    sides = (cell.margin_left, cell.margin_top, cell.margin_right, cell.margin_bottom)
    assert [side.pt for side in sides] == [4, 5, 6, 7]


def test_cells_state_the_rules_that_are_not_the_styles_and_neighbours_agree(slides: dict[str, Any]) -> None:
    tables = [s.table for s in slides["tabel"].shapes if s.has_table]
    for cell in (c for t in tables for r in t.rows for c in r.cells):
        tags = [etree.QName(e).localname for e in cell._tc.tcPr]
        assert tags in (["noFill"], ["lnT", "lnB", "noFill"])
    for upper, lower in pairwise(list(tables[0].rows)):
        for a, b in zip(upper.cells, lower.cells, strict=True):
            low, high = (c._tc.tcPr.find(qn(tag)) for c, tag in ((a, "a:lnB"), (b, "a:lnT")))
            if low is not None and high is not None:
                assert etree.tostring(low).replace(b"lnB", b"lnT") == etree.tostring(high)


def test_rows_and_columns_have_ids_of_their_own(slides: dict[str, Any]) -> None:
    found = [e.get("val") for e in slides["tabel"]._element.iter(ROW_ID, COLUMN_ID)]
    assert len(found) == len(set(found)) >= 5


def test_a_group_around_a_table_is_dissolved() -> None:
    """PowerPoint cannot group tables, and will not open a file that does."""
    table = table_item(
        "t", 0, 0, (100.0,), (TableRow(20, (TableCell(pars=(), inset=(0, 0, 0, 0)),)),), head_rows=0, head_column=False
    )
    label = TextBox(id="l", box=Rect(0, 40, 100, 32), pars=(par("x", 100),))
    made = written(Group(id="g", box=Rect(0, 0, 100, 72), items=(table, label), alt="Begge"))
    assert [shape.name for shape in made.shapes] == ["Tabel: Begge", "Tekst: x"]
    assert described(made)["Tabel: Begge"] == ("Begge", False)


def test_tables_name_the_decks_own_style(data: bytes, slides: dict[str, Any]) -> None:
    styles = ZipFile(BytesIO(data)).read("ppt/tableStyles.xml").decode()
    used = {e.text for e in slides["tabel"]._element.iter(qn("a:tableStyleId"))}
    assert used == set(re.findall(r'styleId="([^"]+)"', styles)) == set(re.findall(r'def="([^"]+)"', styles))


# Notes ---------------------------------------------------------------------------------------------------------------


def test_notes_keep_paragraphs_bullets_and_levels(deck: Any, slides: dict[str, Any]) -> None:
    assert [key for key, one in slides.items() if one.has_notes_slide] == ["punkter"]
    frame = slides["punkter"].notes_slide.notes_text_frame
    assert [p.text for p in frame.paragraphs] == ["Giv fem minutter i stilhed.", "Husk listen & stien", "først", "så"]
    assert [p.level for p in frame.paragraphs] == [0, 0, 1, 1]
    bullets = [[etree.QName(e).localname for e in p._p.pPr if "bu" in e.tag] for p in frame.paragraphs]
    assert bullets == [["buNone"], ["buFont", "buChar"], ["buFont", "buAutoNum"], ["buFont", "buAutoNum"]]
    assert [r.text for p in frame.paragraphs for r in p.runs if r.font.bold] == ["listen"]
    assert deck.element.find(qn("p:notesMasterIdLst")) is not None


def test_an_english_deck_has_english_names(tmp_path: Path) -> None:
    """What PowerPoint's panes and menus show; the slides' own text stays as written."""
    said = {lang: _names(write(replace(sample(tmp_path), lang=lang), Theme())) for lang in ("da-DK", "en-GB")}
    for danish in ("Titelslide", "To spalter", "Tekst", "Tabel", "Gruppe", "Linje", "Billede", "Slidenummer"):
        assert danish in said["da-DK"]
        assert danish not in said["en-GB"]
    assert {"Klik for at skrive en titel", "Andet niveau"} <= said["da-DK"]
    assert {"Click to add a title", "Second level", "Two columns", "Picture", "Rule"} <= said["en-GB"]
    assert not {name for name in said["en-GB"] if re.search("[æøåÆØÅ]|[Kk]lik |niveau", name)}


def _names(data: bytes) -> set[str]:
    """Return the names in all parts, without numbers, and what masters and layouts ask for."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
    names = [
        name.partition(":")[0]
        for part in parts.values()
        for name in re.findall(r'<(?:p:cNvPr|p:cSld|a:custClr)[^>]* name="([^"]+)"', part)
        if not re.match("(Arrow|Pil) f", name)
    ]
    asked = [
        text
        for name, part in parts.items()
        if "slides/" not in name.casefold()
        for text in re.findall("<a:t>([^<]+)", part)
    ]
    return {re.sub(r" \d+$", "", name) for name in names} | set(asked)
