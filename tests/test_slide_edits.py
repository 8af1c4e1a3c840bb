"""Slides stay right while people edit them: the edits are done to the XML, and what PowerPoint then shows is reckoned.

The slides are those of the course day and the gallery. Right means: no text outside its place or over other text, once
PowerPoint has made it smaller where it may; and what is told apart by a bullet or by bold, such as a question's number
and a subhead, still is.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from deckbuild.model.themes import SHIPPED
from deckbuild.pipeline.lay_out import lay_out_read
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper
from deckbuild.reader import read
from slide_edits import column_added, laid_out_as, larger, lines_added, reset, row_added, texts
from slide_parts import A, P, Slide, is_title, parse, placeholder, read_slides, text_of
from slide_text import Placed, fitted, paragraphs, set_texts

ROOT = Path(__file__).parents[1]
DECKS = [ROOT / "deck.yaml", *sorted((ROOT / "docs" / "gallery").glob("*.yaml"))]
LOOKS = [
    *((path, "lys") for path in DECKS),
    *((path, theme) for theme in ("mørk", "bog", "sal") for path in DECKS
      if path.stem in ("deck", "bullets", "cards", "closing", "quote", "reflection", "section", "table", "text")),
]  # fmt: skip
"""Each deck in the light theme, and some in the others."""
FOOT = 490.0
SHORT = "questions set large stand far apart, and space in points shrinks by a fifth at most"
LARGER = "in sal the layout's text is larger than this slide's, and the name of a sheet stands below it"
NO_ROOM = {
    ("three lines", "deck", "Før oplægget"): SHORT, ("three lines", "reflection", "Refleksion"): SHORT,
    ("nine lines", "deck", "Tjek ind"): SHORT, ("nine lines", "deck", "Før oplægget"): SHORT,
    ("nine lines", "reflection", "Refleksion"): SHORT, ("nine lines", "numbered", "Sådan kommer vi ud"): SHORT,
    ("nine lines", "agenda", "Skal vi overhovedet mødes?"): SHORT,
    ("nine lines", "section", "Hvorfor er du her?"): SHORT, ("nine lines", "section", "To slags opgaver"): SHORT,
    ("nine lines", "section", "Begynd med at lytte"): SHORT, ("nine lines", "closing", "Tak for i dag"): SHORT,
    ("nine lines", "text", "Hvad er et klart brev?"): SHORT,
    ("nine lines", "bullets", "Når du taler med et menneske med demens"): SHORT,
    ("nine lines", "deck", "Billeder på motivation"): "questions stand under fields to write in, which take the room",
    ("a third larger", "closing", "Tak for i dag"): "a closing's title is large, and its text stands close below",
    ("nine lines", "deck", "Barrierer og drivkræfter for innovation"): "conclusions stand at the foot of full columns",
    ("nine lines", "cards", "Fire grunde til at være frivillig"): "four cards have half the slide each",
    ("reset", "deck", "Refleksion 1 af 4"): LARGER, ("reset", "deck", "Billeder på motivation"): LARGER,
    **dict.fromkeys((("a third larger", "deck", title) for title in (
        "Velfærdsinstitutionernes selvstændiggørelse", "Udvikling gennem støj – NS elsker støj! (fortsat)",
    )), "in bog the title stands over what is wide"),
}  # fmt: skip
"""(edit, deck, title of the slide) -> why text has no room there even when it is set smaller."""

BANDS = {"sal"}
"""The themes whose titles stand in a band two lines high: a third larger they have no room."""

EDITS: dict[str, Callable[[Slide], None]] = {
    "nothing": lambda _: None,
    "reset": reset,
    "a third larger": larger,
    "three lines": lines_added(3),
    "nine lines": lines_added(9),
}


@cache
def package(path: Path, theme: str) -> dict[str, bytes]:
    """Return the parts of a deck's .pptx in a theme."""
    result = read(path)
    assert result.deck is not None, [each.text() for each in result.diagnostics]
    laid_out = lay_out_read(replace(result.deck, theme=SHIPPED[theme]), result.diagnostics)
    assert laid_out is not None, [each.text() for each in result.diagnostics]
    with zipfile.ZipFile(io.BytesIO(render_paper(laid_out, PaperKind.SLIDES))) as archive:
        return {n: archive.read(n) for n in archive.namelist() if n.endswith((".xml", ".rels"))}


def slides_of(path: Path, theme: str = "lys") -> list[Slide]:
    """Return a deck's slides, to be changed."""
    return [*read_slides({name: parse(xml) for name, xml in package(path, theme).items()})]


def faults(placed: list[Placed]) -> Iterator[str]:
    """Tell each text that leaves its place or stands over another."""
    for text in placed:
        if text.shrinks and text.height > text.room.h + 1 and text.room.h > 60:
            yield f"{text.name} is {text.height:.0f} pt high in {text.room.h:.0f}"
    for number, first in enumerate(placed):
        for second in placed[number + 1 :]:
            if any(min(a.overlap(b)) > 2 for a in first.lines for b in second.lines):
                yield f"{first.name} stands over {second.name}"


def title_of(slide: Slide) -> str:
    """Return the text of a slide's title."""
    return next((text_of(shape) for shape in texts(slide) if is_title(shape)), "")


def marks(slide: Slide) -> list[list[tuple[str, bool]]]:
    """Return what tells a slide's paragraphs from one another."""
    return [[each.mark for each in paragraphs(shape, slide)] for shape in texts(slide)]


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize(("path", "theme"), LOOKS, ids=lambda part: part if isinstance(part, str) else part.stem)
def test_text_stays_in_its_place(path: Path, theme: str, edit: str) -> None:
    wrong = {}
    for slide in slides_of(path, theme):
        told, title = marks(slide), title_of(slide).replace("\u00a0", " ")
        EDITS[edit](slide)
        banded = theme in BANDS and edit == "a third larger"
        found = [*faults([each for each in set_texts(slide) if not (banded and each.name == "Titel 1")])]
        if edit == "reset" and marks(slide) != told:
            found.append("what was told apart is not any more")
        if found and (edit, path.stem, title) not in NO_ROOM:
            wrong[title] = found
    assert wrong == {}


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_a_row_is_added_where_the_slide_has_room_and_looks_like_ours(path: Path) -> None:
    for slide in slides_of(path):
        before = {text.name: text for text in set_texts(slide)}
        ends = {each.name: each.room.y + each.height for each in before.values()}
        row_added(slide)
        for text in set_texts(slide):
            grown = text.room.y + text.height - ends[text.name]
            if grown > 0 and ends[text.name] + grown <= FOOT:
                assert [*faults([*set_texts(slide)])] == []
        for table in slide.root.iter(f"{A}tbl"):
            assert table.findtext(f"{A}tblPr/{A}tableStyleId"), "a new row has the style's rules"
        column_added(slide)
        for table in slide.root.iter(f"{A}tbl"):
            widths = [int(column.attrib["w"]) for column in table.iter(f"{A}gridCol")]
            assert all(len(row.findall(f"{A}tc")) == len(widths) for row in table.iter(f"{A}tr"))


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_lists_and_running_text_take_another_layout(path: Path) -> None:
    like = ("Tekst", "Nummereret liste", "Løbende tekst")
    layouts = {name: root for name, root in layouts_of(path).items() if name in like}
    assert set(layouts) == set(like)
    for slide in slides_of(path):
        if name_of_layout(slide.layout) in like:
            for other in layouts.values():
                assert [*faults([*set_texts(laid_out_as(slide, other))])] == []


def layouts_of(path: Path) -> dict[str, Element]:
    """Return the layouts by their names."""
    roots = (parse(xml) for name, xml in package(path, "lys").items() if name.startswith("ppt/slideLayouts/s"))
    return {name_of_layout(root): root for root in roots}


def name_of_layout(layout: Element) -> str:
    """Return what the layout menu calls a layout."""
    return next(layout.iter(f"{P}cSld")).get("name", "")


@pytest.mark.parametrize("theme", SHIPPED)
def test_slides_name_their_colours_by_the_colour_scheme(theme: str) -> None:
    for slide in slides_of(DECKS[0], theme):
        assert [*slide.root.iter(f"{A}srgbClr")] == []


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_other_colours_and_wider_letters_in_the_master_show_on_the_slides(path: Path) -> None:
    for slide in slides_of(path):
        assert [*slide.root.iter(f"{A}srgbClr")] == []
        assert [*slide.root.iter(f"{A}latin")] == []
        body = [text for text in set_texts(slide, wider=1.1) if text.shrinks]
        assert [text.name for text in body if text.room.h > 60 and text.height > text.room.h + 1] == []


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_boxes_of_text_reach_down_to_what_stands_below(path: Path) -> None:
    """So three more lines go in before anything shrinks, wherever the slide has that room."""
    for slide in slides_of(path):
        placed = [*set_texts(slide)]
        for shape in texts(slide):
            text, holder = fitted(shape, slide), placeholder(shape)
            if text is None or is_title(shape) or holder is None or holder.get("idx") != "1" or text.room.h < 60:
                continue
            across = [
                other.room.y for other in placed
                if other.name != text.name and other.room.y > text.room.y + text.height - 2
                and other.room.x < text.room.x + text.room.w and other.room.x + other.room.w > text.room.x
            ]  # fmt: skip
            assert text.scale == 1, text.name
            assert min([*across, FOOT]) - (text.room.y + text.room.h) < 48, text.name


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_outline_view_has_the_authors_words_and_nothing_made(path: Path) -> None:
    for slide in slides_of(path):
        for shape in slide.root.iter(f"{P}sp"):
            holder = placeholder(shape)
            if holder is not None and holder.get("type") == "body":
                said = "".join(each.text or "" for each in shape.iter(f"{A}t"))
                assert "æftet side" not in said
                assert "æftet, side" not in said
