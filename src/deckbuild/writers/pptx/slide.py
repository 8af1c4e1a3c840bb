"""Slides: ``Frame`` -> ``p:sld`` (ECMA-376 part 1, 19.3.1.38). Items keep their order, which is the reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import field, replace
from itertools import count
from typing import assert_never

from deckbuild.dataclass import dataclass
from deckbuild.frame.document import Frame
from deckbuild.frame.items import (
    ChartItem,
    Connector,
    Group,
    Item,
    PictureItem,
    Polyline,
    Role,
    Shape,
    ShapeKind,
    TableItem,
    TextBox,
    Thumbnail,
    Tick,
    WriteBox,
)
from deckbuild.model.slide_layouts import Placeholder, SlideLayout
from deckbuild.units import Rect
from deckbuild.writers.pptx.charts import chart_frame
from deckbuild.writers.pptx.figures import non_visual, placeholder_shape, xfrm
from deckbuild.writers.pptx.formats import Format
from deckbuild.writers.pptx.markup import EMPTY_GROUP, HEADER, NAMESPACES, P14, attribute, number
from deckbuild.writers.pptx.masters.own_layouts import of_layout
from deckbuild.writers.pptx.masters.placeholders import placeholder_boxes, placeholder_type, same
from deckbuild.writers.pptx.names import item_name, said
from deckbuild.writers.pptx.shapes import connector_xml, picture_xml, shape_xml
from deckbuild.writers.pptx.table import table_xml
from deckbuild.writers.pptx.text import TextContext, body_properties, inherited_body
from deckbuild.writers.pptx.timing import timing_xml

_SLIDE_ID = "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}"
"""URI of the extension with the creation id, by which PowerPoint recognises a slide after edits ([MS-PPTX])."""


def slide_xml(
    frame: Frame,
    slide_layout: SlideLayout,
    pen: TextContext,
    picture: Callable[[PictureItem], tuple[str, str]],
    chart: Callable[[ChartItem], str],
    *,
    counted: bool,
) -> str:
    """Return the slide part of ``frame``.

    ``picture`` and ``chart`` return the relationship ids of pictures and charts. ``counted`` when PowerPoint's own
    count of slides gives the frame's number; then the number is written as a field. Raises ``TypeError`` for an item
    that can't stand on a slide.
    """
    shown = of_layout(frame)
    nodes = list(_numbered((item for item in frame.items if item not in shown), count(2)))
    slide = _Slide(frame, slide_layout, pen, picture, chart, counted)
    slide.note_targets(nodes)
    shapes = "".join(slide.node(node) for node in nodes)
    clicks = [(n.number, n.item.clicks) for n in nodes if isinstance(n.item, TextBox) and n.item.clicks]
    skipped = ' show="0"' if frame.hidden else ""
    return (
        f"{HEADER}<p:sld {NAMESPACES}{skipped}><p:cSld><p:spTree>{EMPTY_GROUP}{shapes}</p:spTree><p:extLst>"
        f'<p:ext uri="{_SLIDE_ID}"><p14:creationId xmlns:p14="{P14}" val="{number("slide", frame.id)}"/></p:ext>'
        f"</p:extLst></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>{timing_xml(clicks)}</p:sld>"
    )


@dataclass(frozen=True, slots=True)
class _Node:
    """An item with its id on the slide (``cNvPr/@id``), and the items of a group."""

    item: Item
    number: int
    children: tuple[_Node, ...] = ()


def _numbered(items: Iterable[Item], numbers: Iterator[int]) -> Iterator[_Node]:
    """Yield the items with their numbers, in document order.

    A group with a table is replaced by its items, since PowerPoint can't group tables. The table takes the group's
    alternative text.
    """
    for item in items:
        if isinstance(item, Group) and _holds_table(item):
            loose = (replace(i, alt=i.alt or item.alt) if isinstance(i, TableItem | Group) else i for i in item.items)
            yield from _numbered(loose, numbers)
        elif isinstance(item, Group):
            own = next(numbers)
            yield _Node(item, own, tuple(_numbered(item.items, numbers)))
        else:
            yield _Node(item, next(numbers))


def _holds_table(group: Group) -> bool:
    return any(isinstance(item, TableItem) or (isinstance(item, Group) and _holds_table(item)) for item in group.items)


@dataclass(slots=True)
class _Slide:
    """Writes one slide."""

    frame: Frame
    slide_layout: SlideLayout
    pen: TextContext
    picture: Callable[[PictureItem], tuple[str, str]]
    chart: Callable[[ChartItem], str]
    counted: bool
    filled: set[Role] = field(default_factory=set)
    """Roles whose placeholder is already used; a slide has each placeholder once."""
    targets: dict[str, tuple[int, bool, str]] = field(default_factory=dict)
    """What connectors can be attached to: item id -> its number on the slide, whether it is an ellipse, its name."""
    names: set[str] = field(default_factory=set)
    """Names that the selection pane already shows."""

    def note_targets(self, nodes: Iterable[_Node]) -> None:
        """Fill ``targets`` from all items; connectors are written afterwards."""
        for node in nodes:
            item = node.item
            ellipse = isinstance(item, Shape) and item.kind is ShapeKind.ELLIPSE
            if isinstance(item, Shape | TextBox | PictureItem):
                name = said(item) or item_name(item, node.number - 1, ("", ""), self.pen.home)
                self.targets.setdefault(item.id, (node.number, ellipse, name))
            self.note_targets(node.children)

    def name(self, node: _Node) -> str:
        """Return what the selection pane calls an item; no two items of a slide have one name."""
        item, nowhere = node.item, (0, False, "")
        ends = (item.start, item.end) if isinstance(item, Connector) else ("", "")
        led = (self.targets.get(ends[0], nowhere)[2], self.targets.get(ends[1], nowhere)[2])
        name = item_name(item, node.number - 1, led, self.pen.home)
        if name in self.names:
            name += f" ({node.number - 1})"
        self.names.add(name)
        return name

    def node(self, node: _Node, *, grouped: bool = False, described: bool = False) -> str:
        """Return the XML of an item.

        ``grouped`` when it is in a group, ``described`` when that group has an alternative text. Raises ``TypeError``
        for an item that can't stand on a slide.
        """
        item, key, name = node.item, f"{self.frame.id}|{node.item.id}", self.name(node)
        match item:
            case TextBox():
                return self.text_box(item, node.number, name, key, grouped=grouped)
            case TableItem():
                return self.table(item, node.number, name, key)
            case Shape():
                return shape_xml(item, node.number, name, key, self.pen, described=described)
            case Connector():
                glue = (self.glue("stCxn", item.start, item.start_site), self.glue("endCxn", item.end, item.end_site))
                return connector_xml(item, node.number, name, key, self.pen, glue=glue, described=described)
            case PictureItem():
                ph = self.filled_by(item, Role.PICTURE) if not grouped else ""
                return picture_xml(item, node.number, name, key, self.picture(item), ph, described=described)
            case ChartItem():
                head = non_visual(node.number, name, key, alt=item.alt)
                return chart_frame(item, head, self.filled_by(item, Role.CHART), self.chart(item))
            case Group():
                return self.group(item, node, name, key, described=described)
            case Polyline():
                message = f"Polyline {item.id!r} is part of no chart on slide {self.frame.id!r}"
                raise TypeError(message)
            case WriteBox() | Tick() | Thumbnail():
                message = f"{type(item).__name__} {item.id!r} belongs to the handout, not on slide {self.frame.id!r}"
                raise TypeError(message)
            case _:
                assert_never(item)

    def text_box(self, item: TextBox, number: int, name: str, key: str, *, grouped: bool) -> str:
        """Return ``p:sp``: a placeholder if the slide layout has a free one for the role, else a text box."""
        slide_layout = self.slide_layout
        boxes = slide_layout.placeholders if slide_layout.part else placeholder_boxes(slide_layout)
        if grouped or item.role not in boxes or item.role in self.filled:
            head = non_visual(number, name, key, decorative=item.artifact and item.role is Role.NONE)
            box = '<p:cNvSpPr txBox="1"/><p:nvPr/>'
            if item.role is Role.TITLE and Role.TITLE not in (self.filled | set(boxes)):
                box = '<p:cNvSpPr/><p:nvPr><p:ph type="title"/></p:nvPr>'  # the outline and screen readers find it
                self.filled.add(Role.TITLE)
            return (
                f"<p:sp><p:nvSpPr>{head}{box}</p:nvSpPr><p:spPr>{xfrm(item.box)}"
                '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></p:spPr>'
                f"<p:txBody>{body_properties(item.anchor, insets=(0.0, 0.0, item.margin, 0.0))}"
                f"{self.pen.text(item.pars, self.pen.inherits.plain)}</p:txBody></p:sp>"
            )
        self.filled.add(item.role)
        if item.role in slide_layout.placeholders:
            return self.placeholder(
                item, slide_layout.placeholders[item.role], slide_layout.boxes[item.role], number, key
            )
        kind = placeholder_type(item.role, self.frame.layout)
        room = item.room or item.box
        plate = slide_layout.plate if item.role is Role.TITLE else None
        place = "" if same(room, slide_layout.boxes[item.role]) else xfrm(room.widened(*plate) if plate else room)
        inset = item.margin + room.w - item.box.w
        if inset and plate:
            inset += plate[2]
        field = item.role is Role.NUMBER and self.counted
        levels = self.pen.inherits.placeholder(item.role, self.frame.layout)
        body = inherited_body(item.anchor, inset, self.pen.inherits.anchor(item.role, self.frame.layout))
        head = non_visual(number, f"{self.pen.name(kind.name)} {number - 1}", key)
        text = self.pen.text(item.pars, levels, field=field)
        return placeholder_shape(head, f" {kind.ph}", place, f"{body}{text}")

    def placeholder(self, item: TextBox, placeholder: Placeholder, box: Rect, number: int, key: str) -> str:
        """Return ``p:sp`` of a template's placeholder with its text.

        ``box`` is the placeholder's box on the slide layout. The placeholder inherits it where the item has the same.
        """
        pen = replace(self.pen, undone={}, looks={}) if self.pen.undone else self.pen
        if placeholder.font:
            pen = replace(pen, font=placeholder.font, stated=True, looks={})
        counted = item.role is Role.NUMBER and self.counted
        room = item.room or item.box
        outer = box if same(room, box) else room
        left, top, right, bottom = placeholder.insets
        whole = Rect(outer.x - left, outer.y - top, outer.w + left + right, outer.h + top + bottom)
        place = "" if placeholder.inherits and same(room, box) else xfrm(whole)
        properties = body_properties(
            item.anchor, insets=(left, top, right + item.margin + room.w - item.box.w, bottom), fit="<a:normAutofit/>"
        )
        head = non_visual(number, f"{placeholder.name} {number - 1}", key)
        own = [*placeholder.bullets, *[{}] * 9][:9]
        pen = replace(pen, bullets=placeholder.bullets)
        text = pen.text(item.pars, [Format(bullets, {}) for bullets in own], field=counted)
        return placeholder_shape(head, _attributes(placeholder), place, f"{properties}{text}")

    def filled_by(self, item: PictureItem | ChartItem, role: Role) -> str:
        """Return ``p:ph`` of the layout's placeholder for a picture or chart that is as large; empty for others."""
        box = placeholder_boxes(self.slide_layout).get(role)
        if self.slide_layout.part or role in self.filled or box is None or not same(item.box, box):
            return ""
        self.filled.add(role)
        return f"<p:ph {placeholder_type(role, self.frame.layout).ph}/>"

    def table(self, item: TableItem, number: int, name: str, key: str) -> str:
        """Return the graphic frame of a table; the first on a slide fills the layout's table placeholder."""
        ph = ""
        slide_layout = self.slide_layout
        if (
            Role.TABLE in (slide_layout.placeholders if slide_layout.part else slide_layout.boxes)
            and Role.TABLE not in self.filled
        ):
            self.filled.add(Role.TABLE)
            if Role.TABLE in slide_layout.placeholders:
                ph = f"<p:ph{_attributes(slide_layout.placeholders[Role.TABLE])}/>"
            else:
                ph = f"<p:ph {placeholder_type(Role.TABLE, self.frame.layout).ph}/>"
        head = non_visual(number, name, key, alt=item.alt)
        return table_xml(item, head, ph, key, self.pen, ruled=not self.slide_layout.part)

    def group(self, item: Group, node: _Node, name: str, key: str, *, described: bool) -> str:
        """Return ``p:grpSp`` (19.3.1.22); its child coordinates are the slide's."""
        silent = not item.alt and not described and not any(map(_speaks, item.items))
        head = non_visual(node.number, name, key, alt=item.alt, decorative=silent)
        inside = described or bool(item.alt)
        children = "".join(self.node(child, grouped=True, described=inside) for child in node.children)
        return (
            f"<p:grpSp><p:nvGrpSpPr>{head}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr>{xfrm(item.box, child=True)}</p:grpSpPr>{children}</p:grpSp>"
        )

    def glue(self, tag: str, target: str, site: int) -> str:
        """Return ``a:stCxn`` or ``a:endCxn`` (``tag``), or nothing when the end is not attached.

        ``site`` is the side, from 0 to 3. Ellipses have eight connection sites, all other shapes four.
        """
        found = self.targets.get(target) if target else None
        if found is None:
            return ""
        number, ellipse, _ = found
        return f'<a:{tag} id="{number}" idx="{site * 2 if ellipse else site}"/>'


def _attributes(placeholder: Placeholder) -> str:
    """Return the attributes of ``p:ph``, the same as on the template's slide layout."""
    return "".join(f' {name}="{attribute(value)}"' for name, value in placeholder.attributes.items())


def _speaks(item: Item) -> bool:
    """Whether a screen reader reads something in the item."""
    match item:
        case TextBox() | Shape():
            return bool(getattr(item, "alt", "")) or any(par.plain.strip() for par in item.pars)
        case Group():
            return bool(item.alt) or any(map(_speaks, item.items))
        case TableItem():
            return True
        case PictureItem() | ChartItem():
            return bool(item.alt)
        case _:
            return False
