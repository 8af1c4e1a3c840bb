"""What PowerPoint's accessibility checker looks for in a .pptx, as far as a file can tell without PowerPoint.

`findings(path)` lists everything found, as sentences that begin with the slide concerned; a good file gives an empty
list. Nothing of deckbuild is used here: the checks read the package as it lies on the disk.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from slide_parts import (
    OBJECTS,
    A,
    Box,
    Look,
    P,
    Slide,
    box_of,
    color_of,
    decorative,
    head_of,
    is_title,
    kind,
    looks,
    name_of,
    parse,
    placeholder,
    read_slides,
    text_of,
)

P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"

FOOT = frozenset({"ftr", "sldNum"})
POINTERS = ("Henvisning til hæftet", "Handout pointer")
"""What the pointer to the handout is called. It is read with the foot, also where a theme has it at the top."""
FILE_NAME = re.compile(r"\.(png|jpe?g|gif|svg|emf|wmf|tiff?|bmp)$", re.IGNORECASE)
VAGUE_LINK = re.compile(
    r"(https?://.*|www\..*|her|klik|klik her|læs mere|link|here|click here|read more)", re.IGNORECASE
)
UNNAMED = re.compile(r"((default|untitled) section|standardsektion|ikke-navngivet sektion)?[ 0-9]*", re.IGNORECASE)
LEAST_SIZE = 12.0
LARGE, LARGE_BOLD = 18.0, 14.0
"""From these sizes in points on, text counts as large: a contrast of 3 is enough instead of 4.5 (WCAG 2.2, 1.4.3)."""
FOOT_TOP = 484.0
"""What begins this far down, in points, belongs to the slide's foot."""


def findings(path: Path) -> list[str]:
    """List what an accessibility checker would tell about a .pptx."""
    with zipfile.ZipFile(path) as archive:
        parts = {n: parse(archive.read(n)) for n in archive.namelist() if n.endswith((".xml", ".rels"))}
    slides = [*read_slides(parts)]
    found = [f"{slide.name}: {fault}" for slide in slides for check in CHECKS for fault in check(slide)]
    return [*found, *check_deck(parts, slides)]


# The rules -----------------------------------------------------------------------------------------------------------


def check_title(slide: Slide) -> Iterator[str]:
    """Each slide has a title with words in it."""
    if not any(is_title(shape) and text_of(shape) for shape in slide.shapes):
        yield "has no title"


def check_alternatives(slide: Slide) -> Iterator[str]:
    """What is no text has an alternative text or is marked as decorative; in a described group nothing needs one."""
    yield from undescribed(slide.shapes)


def undescribed(shapes: list[Element]) -> Iterator[str]:
    """Yield what lacks an alternative text."""
    for shape in shapes:
        said = head_of(shape).get("descr", "").strip()
        if FILE_NAME.search(said):
            yield f"{name_of(shape)} is described by the name of a file: {said}"
        elif said or decorative(shape):
            continue
        elif kind(shape) == "grpSp" and text_of(shape):
            yield from undescribed([e for e in shape if kind(e) in OBJECTS | {"sp"}])
        elif kind(shape) in OBJECTS or (placeholder(shape) is None and not text_of(shape)):
            yield f"{name_of(shape)} has no alternative text"


def check_tables(slide: Slide) -> Iterator[str]:
    """A table has a header row whose cells say something, and no merged cells."""
    for table in slide.root.iter(f"{A}tbl"):
        properties = table.find(f"{A}tblPr")
        if properties is None or properties.get("firstRow") != "1":
            yield "a table has no header row"
        elif any(not text_of(cell) for cell in table.findall(f"{A}tr")[0].findall(f"{A}tc")):
            yield "a cell of a table's header row is empty"
        if any(set(cell.attrib) & {"gridSpan", "rowSpan", "hMerge", "vMerge"} for cell in table.iter(f"{A}tc")):
            yield "a table has merged cells"


def check_order(slide: Slide) -> Iterator[str]:
    """The title is read first, then what stands above or to the left before what stands below or to the right."""
    spoken = [shape for shape in slide.shapes if not decorative(shape)]
    titles = [shape for shape in spoken if is_title(shape)]
    if titles and spoken[0] is not titles[0]:
        yield "the title is not read first"
    body = [(shape, box) for shape in spoken if not is_title(shape) and (box := box_of(shape, slide))]
    feet = [in_foot(shape, box) for shape, box in body]
    if feet != sorted(feet):
        yield "the foot is read before the body"
    for index, (later, low) in enumerate(body):
        for earlier, high in body[:index]:
            if in_foot(later, low) != in_foot(earlier, high):
                continue
            across, down = high.overlap(low)
            above = across > 1 and low.y + low.h <= high.y + 1
            left = down > 1 and low.x + low.w <= high.x + 1
            if above or left:
                yield f"{name_of(later)} is read after {name_of(earlier)} but stands before it"


def in_foot(shape: Element, box: Box) -> bool:
    """Whether a shape belongs to the slide's foot, or to what a theme has at the top in place of a foot."""
    holder = placeholder(shape)
    own = holder is not None and holder.get("type") in FOOT
    return own or box.y >= FOOT_TOP or name_of(shape).startswith(POINTERS)


def check_links(slide: Slide) -> Iterator[str]:
    """A link's text says where it leads."""
    for run in slide.root.iter(f"{A}r"):
        if run.find(f"{A}rPr/{A}hlinkClick") is not None and VAGUE_LINK.fullmatch(text_of(run)):
            yield f"the text of a link says nothing: {text_of(run)}"


def check_runs(slide: Slide) -> Iterator[str]:
    """Each run has a language and a size that can be read."""
    for shape in walk(slide.shapes):
        for run, look in looks(shape, slide):
            stated = run.find(f"{A}rPr")
            if text_of(run) and (stated is None or not stated.get("lang")):
                yield f"a text has no language: {text_of(run)[:30]}"
            if look.size < LEAST_SIZE:
                yield f"a text is smaller than {LEAST_SIZE:g} pt: {text_of(run)[:30]}"


def check_contrast(slide: Slide) -> Iterator[str]:
    """Text stands out from what lies behind it: the topmost filled shape under its middle, else the slide's ground."""
    grounds: list[tuple[Box, str]] = []
    own_ground = color_of(slide.layout.find(f"{P}cSld/{P}bg/{P}bgPr/{A}solidFill"), slide)
    page = own_ground or slide.colors["bg1"]
    art = [shape for shape in slide.layout.iter(f"{P}sp") if placeholder(shape) is None]
    for shape in walk([*art, *slide.shapes]):
        box = box_of(shape, slide)
        if box is None:
            continue
        own = color_of(shape.find(f"{P}spPr/{A}solidFill"), slide)
        if own:
            grounds.append((box, own))
        x, y = box.x + box.w / 2, box.y + box.h / 2
        behind = next((color for place, color in reversed(grounds) if place.holds(x, y)), page)
        for cell in [*shape.iter(f"{A}tc")] or [shape]:
            ground = color_of(cell.find(f"{A}tcPr/{A}solidFill"), slide) or behind
            for run, look in looks(cell, slide):
                yield from faint(run, look, ground)


def walk(shapes: list[Element]) -> Iterator[Element]:
    """Yield shapes from the back to the front, and instead of a group what is in it."""
    for shape in shapes:
        if kind(shape) == "grpSp":
            yield from walk([e for e in shape if kind(e) in OBJECTS | {"sp"}])
        else:
            yield shape


def faint(run: Element, look: Look, ground: str) -> Iterator[str]:
    """Yield a run that can hardly be read on its ground."""
    least = 3.0 if look.size >= LARGE or (look.bold and look.size >= LARGE_BOLD) else 4.5
    ratio = contrast(look.color, ground)
    if text_of(run) and ratio < least:
        yield f"a text has a contrast of {ratio:.1f} only: {text_of(run)[:30]}"


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    """Return a colour's relative luminance, from 0 to 1."""
    shares = [int(color[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


CHECKS: tuple[Callable[[Slide], Iterator[str]], ...] = (
    check_title, check_alternatives, check_tables, check_order, check_links, check_runs, check_contrast,
)  # fmt: skip


def check_deck(parts: dict[str, Element], slides: list[Slide]) -> Iterator[str]:
    """No two slides have one title; sections have names of their own; the deck has a title and a language."""
    titles = [" ".join(text_of(s).split()).casefold() for slide in slides for s in slide.shapes if is_title(s)]
    for title, count in Counter(titles).items():
        if title and count > 1:
            yield f"deck: {count} slides have the title {title}"
    names = [section.get("name", "") for section in parts["ppt/presentation.xml"].iter(f"{P14}section")]
    if len(slides) > 1 and not names:
        yield "deck: there are no sections"
    for name, count in Counter(names).items():
        if count > 1:
            yield f"deck: {count} sections have the name {name}"
        if UNNAMED.fullmatch(name):
            yield f"deck: a section has no name of its own: {name}"
    for word in ("title", "language"):
        if not parts["docProps/core.xml"].findtext(f"{DUBLIN_CORE}{word}"):
            yield f"deck: the document has no {word}"
