"""The slides of a .pptx as they lie in the file, for checks that use nothing of deckbuild.

Groups are taken to keep the slide's coordinates, as groups that nobody scaled do.
"""

import re
from collections.abc import Iterator
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"

FEET = frozenset({"dt", "ftr", "sldNum"})
TITLES = frozenset({"title", "ctrTitle"})
OBJECTS = frozenset({"pic", "graphicFrame", "grpSp", "cxnSp"})
EMU = 12700


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points."""

    x: float
    y: float
    w: float
    h: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x <= x <= self.x + self.w and self.y <= y <= self.y + self.h

    def overlap(self, other: "Box") -> tuple[float, float]:
        """Return by how much two rectangles overlap across and down."""
        return (
            min(self.x + self.w, other.x + other.w) - max(self.x, other.x),
            min(self.y + self.h, other.y + other.h) - max(self.y, other.y),
        )


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide's XML, what it inherits from, and the theme's colours and fonts under the names that slides use."""

    name: str
    root: Element
    layout: Element
    master: Element
    presentation: Element
    colors: dict[str, str]
    fonts: dict[str, str]

    @property
    def shapes(self) -> list[Element]:
        """What stands on it, in the reading order."""
        tree = self.root.find(f"{P}cSld/{P}spTree")
        return [] if tree is None else [e for e in tree if kind(e) in OBJECTS | {"sp"}]


def parse(xml: bytes) -> Element:
    """Parse a part."""
    return ElementTree.fromstring(xml)  # noqa: S314 - a file that the test itself made


def read_slides(parts: dict[str, Element]) -> Iterator[Slide]:
    """Yield the slides in the order of the show."""
    arrows = relations(parts, "ppt/presentation.xml")
    theme = parts["ppt/theme/theme1.xml"].find(f".//{A}clrScheme")
    named = {kind(e): e[0].get("lastClr") or e[0].get("val") or "" for e in (() if theme is None else theme)}
    fonts = {
        sign: next(parts["ppt/theme/theme1.xml"].iter(f"{A}{place}"))[0].attrib["typeface"]
        for sign, place in (("+mj-lt", "majorFont"), ("+mn-lt", "minorFont"))
    }
    mapping = parts["ppt/slideMasters/slideMaster1.xml"].find(f"{P}clrMap")
    colors = {**named, **{k: named[v] for k, v in ({} if mapping is None else mapping.attrib).items()}}
    for entry in parts["ppt/presentation.xml"].iter(f"{P}sldId"):
        name = arrows[entry.get(f"{R}id", "")]
        layout = next(target for target in relations(parts, name).values() if "/slideLayout" in target)
        master, deck = parts["ppt/slideMasters/slideMaster1.xml"], parts["ppt/presentation.xml"]
        yield Slide(Path(name).stem, parts[name], parts[layout], master, deck, colors, fonts)


def relations(parts: dict[str, Element], name: str) -> dict[str, str]:
    """Return the parts that a part points at, by the ids of its relations."""
    folder, _, file = name.rpartition("/")
    root = parts.get(f"{folder}/_rels/{file}.rels")
    return {
        e.attrib["Id"]: re.sub(r"^(\.\./|/?ppt/)*", "ppt/", e.attrib["Target"])
        for e in (() if root is None else root)
        if e.get("TargetMode") != "External"
    }


def kind(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def head_of(shape: Element) -> Element:
    """Return a shape's `p:cNvPr`."""
    return next(shape.iter(f"{P}cNvPr"))


def name_of(shape: Element) -> str:
    """Return what the selection pane calls a shape."""
    return head_of(shape).get("name", "")


def decorative(shape: Element) -> bool:
    """Whether screen readers skip a shape."""
    return any(mark.get("val") == "1" for mark in head_of(shape).iter(DECORATIVE))


def placeholder(shape: Element) -> Element | None:
    """Return a shape's `p:ph`."""
    return shape.find(f"*/{P}nvPr/{P}ph")


def text_of(element: Element) -> str:
    """Return the characters in an element."""
    return "".join(t.text or "" for t in element.iter(f"{A}t")).strip()


def is_title(shape: Element) -> bool:
    """Whether a shape is the slide's title."""
    holder = placeholder(shape)
    return holder is not None and holder.get("type") in TITLES


def box_of(shape: Element, slide: Slide) -> Box | None:
    """Return where a shape stands; a placeholder may leave it to its layout."""
    places = [shape.find(f"{P}spPr/{A}xfrm"), shape.find(f"{P}grpSpPr/{A}xfrm"), shape.find(f"{P}xfrm")]
    place = next((p for p in places if p is not None), None)
    for above in () if place is not None else models(shape, slide):
        place = above.find(f"{P}spPr/{A}xfrm")
        if place is not None:
            break
    if place is None:
        return None
    off, ext = place[0].attrib, place[1].attrib
    return Box(int(off["x"]) / EMU, int(off["y"]) / EMU, int(ext["cx"]) / EMU, int(ext["cy"]) / EMU)


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is shown, whoever states it."""

    size: float
    """In points."""
    bold: bool
    color: str
    """RRGGBB."""
    font: str = ""
    """The name of the typeface."""
    italic: bool = False


def looks(shape: Element, slide: Slide) -> Iterator[tuple[Element, Look]]:
    """Yield the runs and fields of a shape or table cell, with what they state or inherit."""
    styles = [*list_styles(shape, slide)]
    for paragraph in shape.iter(f"{A}p"):
        properties = paragraph.find(f"{A}pPr")
        level = 1 + int("0" if properties is None else properties.get("lvl", "0"))
        inherited = [e for style in styles if (e := style.find(f"{A}lvl{level}pPr/{A}defRPr")) is not None]
        for run in [*paragraph.iter(f"{A}r"), *paragraph.iter(f"{A}fld")]:
            own = run.find(f"{A}rPr")
            chain = inherited if own is None else [own, *inherited]
            fills = [e for each in chain if (e := each.find(f"{A}solidFill")) is not None]
            size = next((each.get("sz") for each in chain if each.get("sz")), None) or "1800"
            bold = next((each.get("b") for each in chain if each.get("b")), None)
            color = color_of(next(iter(fills), None), slide) or slide.colors["tx1"]
            italic = next((each.get("i") for each in chain if each.get("i")), None)
            fonts = (e.get("typeface", "") for each in chain if (e := each.find(f"{A}latin")) is not None)
            font = next(fonts, "+mn-lt")
            yield run, Look(int(size) / 100, bold == "1", color, slide.fonts.get(font, font), italic == "1")


def models(shape: Element, slide: Slide) -> Iterator[Element]:
    """Yield the placeholders that a slide's placeholder inherits from: the layout's, then the master's."""
    holder = placeholder(shape)
    if holder is None:
        return
    kinds = TITLES if is_title(shape) else {holder.get("type", "body")}
    for above, by_index in ((slide.layout, True), (slide.master, False)):
        for other in above.iter(f"{P}sp"):
            offered = placeholder(other)
            if offered is None or (is_title(other) != is_title(shape)):
                continue
            same_index = not by_index or is_title(shape) or offered.get("idx") == holder.get("idx")
            if same_index and (is_title(shape) or offered.get("type", "body") in kinds):
                yield other


def list_styles(shape: Element, slide: Slide) -> Iterator[Element]:
    """Yield the list styles that a shape's text takes its look from, the nearest first (ECMA-376, 21.1.2.4.12)."""
    yield from shape.iter(f"{A}lstStyle")
    holder = placeholder(shape)
    if holder is not None:
        for model in models(shape, slide):
            yield from model.iter(f"{A}lstStyle")
        foot = holder.get("type", "body") in FEET
        own = "titleStyle" if is_title(shape) else "otherStyle" if foot else "bodyStyle"
        yield from slide.master.iter(f"{P}{own}")
    yield from slide.presentation.iter(f"{P}defaultTextStyle")


def color_of(fill: Element | None, slide: Slide) -> str:
    """Return a solid fill's colour as RRGGBB; nothing when there is none."""
    if fill is None or not len(fill):
        return ""
    value = fill[0].get("val", "")
    return stepped(slide.colors.get(value, value), fill[0])


def stepped(color: str, steps: Element) -> str:
    """Return a colour, RRGGBB, after the steps in its element (ECMA-376 part 1, 20.1.2.3)."""
    if not len(steps):
        return color
    hue, light, strong = rgb_to_hls(*(part / 255 for part in bytes.fromhex(color)))
    for step in steps:
        share = int(step.get("val", "0")) / 100_000
        match kind(step):
            case "satMod":
                strong *= share
            case "lumMod":
                light *= share
            case "lumOff":
                light += share
            case other:
                raise NotImplementedError(other)
    return "".join(f"{round(part * 255):02X}" for part in hls_to_rgb(hue, light, strong))
