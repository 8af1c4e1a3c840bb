"""Reads the slide layouts of a template and their placeholders. Lengths are in points of the template's page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from deckbuild.characters import cleaned, ignorable
from deckbuild.dataclass import dataclass
from deckbuild.templates.art import Backdrop, Layer, filled_art, read_backdrop
from deckbuild.templates.colors import Colors, read_colors
from deckbuild.templates.fills import read_fill, stated_fill
from deckbuild.templates.looks import BodyProperties, PlaceholderTextStyle, read_frame, read_look, read_loose_font
from deckbuild.templates.package import NAMESPACES, Element, NotATemplateError, TemplatePackage, number
from deckbuild.units import EMU_PER_PT, Rect

_PARENT = {"ctrTitle": "title", "title": "title", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum"}
"""Type of a layout's placeholder -> the slide master's type that it inherits from; all others ``body`` (19.3.1.36)."""
_LOW = 0.4
"""The height, as a share of the page's, under which a placeholder for text may stand for the title that is lacking."""
_SIZE = (9144000, 6858000)
"""Width and height in EMU of a page without ``p:sldSz``."""


@dataclass(frozen=True, slots=True)
class TemplatePlaceholder:
    """A placeholder on a slide layout, with what it inherits."""

    kind: str
    """Its type, such as ``title``, ``body`` or ``obj``."""
    idx: int
    name: str
    attributes: dict[str, str]
    """The attributes of its ``p:ph``, which slides repeat."""
    outer: Rect
    """The whole box, insets included."""
    frame: BodyProperties
    look: PlaceholderTextStyle
    ground: Layer | None = None
    """Its own fill."""
    inherits: bool = True
    """Whether a slide's placeholder without ``a:xfrm`` inherits its box from the layout."""

    @property
    def box(self) -> Rect:
        """The box without its insets: where text is."""
        left, top, right, bottom = self.frame.insets
        box = self.outer
        return Rect(box.x + left, box.y + top, max(1.0, box.w - left - right), max(1.0, box.h - top - bottom))

    @property
    def holds_text(self) -> bool:
        """Whether it can hold running text."""
        return self.kind in ("body", "obj") and self.frame.upright


@dataclass(frozen=True, slots=True)
class TemplateLayout:
    """A slide layout of the template."""

    number: int
    """Its place among all of the template's layouts, from 1, as ``template inspect`` lists them."""
    name: str
    """Its name, on one line."""
    kind: str
    """Its type, such as ``obj`` or ``titleOnly``; empty when it has none."""
    part: str
    master: str
    placeholders: tuple[TemplatePlaceholder, ...]
    body: TemplatePlaceholder | None
    """The body placeholder of the slide master; its box is free when the layout has no placeholder for text."""
    loose_font: str
    """The font family that text outside placeholders inherits."""
    colors: Colors
    backdrop: Backdrop
    page: Rect

    def first(self, *kinds: str) -> TemplatePlaceholder | None:
        """Return the first placeholder of one of ``kinds``, or None."""
        return next((p for p in self.placeholders if p.kind in kinds), None)

    @property
    def titled(self) -> bool:
        """Whether it has a title placeholder."""
        return self.first("title", "ctrTitle") is not None

    @property
    def title(self) -> TemplatePlaceholder | None:
        """Its title placeholder, or None; one with rotated text doesn't count.

        Houses' covers often have none: then it is the text in the largest type, where that has a low box.
        """
        found = self.first("title", "ctrTitle")
        if found:
            return found if found.frame.upright else None
        texts = [p for p in self.placeholders if p.holds_text]
        largest = max(texts, key=lambda p: p.look.size, default=None)
        alone = largest and all(p is largest or p.look.size < largest.look.size for p in texts)
        return largest if largest and alone and largest.outer.h < _LOW * self.page.h else None

    @property
    def bodies(self) -> list[TemplatePlaceholder]:
        """Its placeholders for running text, ordered from the left, then from the top."""
        title = self.title
        found = (p for p in self.placeholders if p.holds_text and p is not title)
        return sorted(found, key=lambda p: (p.outer.x, p.outer.y))


@dataclass(frozen=True, slots=True)
class Template:
    """A template that was read."""

    package: TemplatePackage
    page: Rect
    layouts: tuple[TemplateLayout, ...]
    samples: tuple[str, ...]
    """The layout parts that its sample slides use, in the order of the slides."""


def one_line(name: str) -> str:
    """Return a layout's name as it is listed, compared and written in a deck: on one line, with one kind of space.

    PowerPoint allows line ends, tabs and characters that can't be seen; a deck's author can't write these as they are.
    """
    return " ".join("".join(letter for letter in cleaned(name) if not ignorable(letter)).split())


def read_template(package: TemplatePackage) -> Template:
    """Return a template with the layouts of all slide masters, in order. Raises ``NotATemplateError``."""
    root = package.tree(package.main)
    size = root.find("p:sldSz", NAMESPACES)
    wide, high = (number(size, n, d) for n, d in zip(("cx", "cy"), _SIZE, strict=True)) if size is not None else _SIZE
    page = Rect(0, 0, wide / EMU_PER_PT, high / EMU_PER_PT)
    if page.w < 72 or page.h < 72:
        raise NotATemplateError("corrupt")
    found: list[TemplateLayout] = []
    for master in _listed(package, package.main, root, "p:sldMasterIdLst/p:sldMasterId"):
        for part in _listed(package, master, package.tree(master), "p:sldLayoutIdLst/p:sldLayoutId"):
            found.append(_layout(package, len(found) + 1, master, part, page))
    if not found:
        raise NotATemplateError("empty")
    slides = _listed(package, package.main, root, "p:sldIdLst/p:sldId")
    used = (package.related(slide, "slideLayout") for slide in slides)
    samples = tuple(part for part in used if part)
    return Template(package, page, tuple(found), samples)


def _listed(package: TemplatePackage, part: str, root: Element, path: str) -> Iterator[str]:
    """Yield the parts of a list of relationship ids; ``path`` finds the list's elements in ``root``."""
    targets = {r.id: r.target for r in package.of(part)}
    for element in root.iterfind(path, NAMESPACES):
        target = targets.get(element.get(f"{{{NAMESPACES['r']}}}id", ""), "")
        if target in package.parts:
            yield target


def _layout(package: TemplatePackage, number: int, master: str, part: str, page: Rect) -> TemplateLayout:
    root = package.tree(part)
    colors = read_colors(package, master, part)
    parents = {kind: shape for shape, kind, _ in _places(package.tree(master))}
    places = list(_places(root))
    loose = package.tree(master).find("p:txStyles", NAMESPACES) is None
    if loose:
        places = _trusted(places)
    made = []
    for shape, kind, ph in places:
        parent = parents.get(_PARENT.get(kind, "body"))
        shapes = [s for s in (shape, parent) if s is not None]
        if loose and kind in ("title", "obj", "subTitle"):
            shapes.reverse()
        found = _placeholder(package, master, kind, ph, shapes, colors)
        shown = found and found.outer.within(page)  # text outside can't be seen
        if found and shown:
            ground = _ground(package, {part: shape, master: parent}, colors, found.outer)
            made.append(replace(found, outer=shown, inherits=not loose and shown == found.outer, ground=ground))
    body = parents.get("body")
    free = None if body is None else _placeholder(package, master, "body", {}, [body], colors)
    return TemplateLayout(
        number=number,
        name=one_line(str(root.find("p:cSld", NAMESPACES).get("name", ""))),
        kind=str(root.get("type", "")),
        part=part,
        master=master,
        placeholders=tuple(made),
        body=free,
        loose_font=read_loose_font(package, master),
        colors=colors,
        backdrop=read_backdrop(package, master, part, colors, page),
        page=page,
    )


def _trusted(places: list[tuple[Element, str, dict[str, str]]]) -> list[tuple[Element, str, dict[str, str]]]:
    """Return the placeholders that can be used in a file saved by LibreOffice (its masters have no text styles).

    LibreOffice writes boxes and text styles of some slide into the layouts, so those of the master are used. It writes
    content placeholders without an ``idx``, so of several none can be identified, and they are left out.
    """
    contents = sum(kind == "obj" for _, kind, _ in places)
    return [place for place in places if place[1] != "obj" or contents == 1]


def _places(root: Element) -> Iterator[tuple[Element, str, dict[str, str]]]:
    """Yield (shape, type, attributes of ``p:ph``) of the placeholders of a slide master or slide layout."""
    for shape in root.iterfind("p:cSld/p:spTree//p:sp", NAMESPACES):
        ph = shape.find("p:nvSpPr/p:nvPr/p:ph", NAMESPACES)
        if ph is not None:
            yield shape, str(ph.get("type", "obj")), {k: str(v) for k, v in ph.attrib.items() if k != "hasCustomPrompt"}


def _placeholder(
    package: TemplatePackage, master: str, kind: str, ph: dict[str, str], shapes: list[Element], colors: Colors
) -> TemplatePlaceholder | None:
    place = next((x for s in shapes if (x := s.find("p:spPr/a:xfrm", NAMESPACES)) is not None), None)
    offset = None if place is None else place.find("a:off", NAMESPACES)
    extent = None if place is None else place.find("a:ext", NAMESPACES)
    if offset is None or extent is None:
        return None
    x, y = (number(offset, n) / EMU_PER_PT for n in ("x", "y"))
    w, h = (number(extent, n) / EMU_PER_PT for n in ("cx", "cy"))
    name = shapes[0].find("p:nvSpPr/p:cNvPr", NAMESPACES).get("name", "")
    own = next(shape.find("p:nvSpPr/p:nvPr/p:ph", NAMESPACES) for shape in shapes)
    return TemplatePlaceholder(
        kind=kind, idx=number(own, "idx") if ph else 0, name=str(name), attributes=ph, outer=Rect(x, y, w, h),
        frame=read_frame(shapes), look=read_look(package, master, kind, shapes, colors),
    )  # fmt: skip


def _ground(package: TemplatePackage, shapes: Mapping[str, Element | None], colors: Colors, box: Rect) -> Layer | None:
    """Return what a placeholder is filled with. ``shapes`` are the layout's and the slide master's, by their parts."""
    for part, shape in shapes.items():
        stated = None if shape is None else stated_fill(shape.find("p:spPr", NAMESPACES))
        if stated is not None:
            fill = read_fill(package, part, colors, stated, box)
            return None if fill is None else Layer(box, filled_art(box, fill))
    return None
