"""Our own slide layouts as a deck has them: one for each kind, and for each section one of its own.

The band of a section stands on its layout, and so does the place of its title. A title that goes back to its layout,
or a section slide that somebody adds, then stands on the band.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from deckbuild.dataclass import dataclass
from deckbuild.frame.document import Frame, Presentation
from deckbuild.frame.items import LayoutKind, Role, Shape, ShapeKind, TextBox
from deckbuild.model.slide_layouts import SlideLayout, SlideMaster
from deckbuild.model.theme import Step, Theme, accent
from deckbuild.units import Rect

LayoutKey: TypeAlias = tuple[LayoutKind, int]
"""The kind of a layout, and the number of its section; 0 for those that all sections share."""


@dataclass(frozen=True, slots=True)
class OwnLayout:
    """A layout with the shapes that it shows behind its placeholders."""

    slide_layout: SlideLayout
    shapes: tuple[Shape, ...] = ()


def with_title_sizes(theme: Theme, presentation: Presentation) -> Theme:
    """Return the theme with the smallest type sizes that the deck's title and its section names are set in.

    The layouts state these sizes. So *Reset Slide* makes no title larger than it has room for.
    """
    scale = theme.scale
    deck_title = _smallest(LayoutKind.TITLE, presentation, scale.deck_title)
    section = _smallest(LayoutKind.SECTION, presentation, scale.section)
    return replace(theme, scale=replace(scale, deck_title=deck_title, section=section))


def _smallest(layout: LayoutKind, presentation: Presentation, usual: Step) -> Step:
    """Return the smallest step of the titles on a layout's slides; ``usual`` when there are none."""
    steps = [
        Step(item.pars[0].runs[0].size, item.pars[0].leading)
        for frame in presentation.frames
        if frame.layout is layout
        for item in frame.items
        if isinstance(item, TextBox) and item.role is Role.TITLE
    ]
    return min(steps, key=lambda step: step.size, default=usual)


def layout_key(frame: Frame) -> LayoutKey:
    """Return the key of the layout that a slide has."""
    return (frame.layout, frame.section if frame.layout is LayoutKind.SECTION else 0)


def own_layouts(presentation: Presentation, slide_master: SlideMaster) -> dict[LayoutKey, OwnLayout]:
    """Return the layouts in the order of the layout menu."""
    made: dict[LayoutKey, OwnLayout] = {}
    openings = [frame for frame in presentation.frames if frame.layout is LayoutKind.SECTION]
    for kind, slide_layout in slide_master.layouts.items():
        if kind is not LayoutKind.SECTION:
            made[kind, 0] = OwnLayout(slide_layout)
        elif openings:
            made.update((layout_key(frame), _of_section(frame, slide_layout, len(openings))) for frame in openings)
        else:
            band = (_band(slide_layout.boxes[Role.TITLE], slide_master),) if slide_layout.banded else ()
            made[kind, 0] = OwnLayout(slide_layout, band)
    return made


def of_layout(frame: Frame) -> tuple[Shape, ...]:
    """Return what a slide shows from its layout."""
    return tuple(item for item in frame.items if isinstance(item, Shape) and item.of_layout)


def _of_section(frame: Frame, slide_layout: SlideLayout, sections: int) -> OwnLayout:
    boxes = {item.role: item.room or item.box for item in frame.items if isinstance(item, TextBox)}
    title = {Role.TITLE: boxes.get(Role.TITLE, slide_layout.boxes[Role.TITLE])}
    name = f"{slide_layout.name} {frame.section}" if sections > 1 else slide_layout.name
    return OwnLayout(replace(slide_layout, name=name, boxes={**slide_layout.boxes, **title}), of_layout(frame))


def _band(title: Rect, slide_master: SlideMaster) -> Shape:
    """Return the band behind the title of a section that somebody adds to a deck without sections."""
    box = Rect(0, title.y, slide_master.width, title.h)
    return Shape(id="band", kind=ShapeKind.RECT, box=box, fill=accent(1), of_layout=True)
