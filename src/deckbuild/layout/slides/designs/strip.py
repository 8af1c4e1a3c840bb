"""The strip: all that tells where we are stands in a band at the top, and under it a cell for each section."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.frame.document import Frame
from deckbuild.frame.items import Connector, Item, LayoutKind, Role, Shape, ShapeKind, TextBox
from deckbuild.frame.text import Align, Par, Tag
from deckbuild.layout.slides.furniture import styled
from deckbuild.layout.slides.opening import framed, owner_items
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, height, middle, set_par, stack, text_width
from deckbuild.layout.text.titles import set_title
from deckbuild.layout.title_art.arts import on_title_slide
from deckbuild.model.deck import DaySection, Deck
from deckbuild.model.slide_layouts import SlideLayout
from deckbuild.model.text import Run, Text, plain
from deckbuild.model.theme import INK, ON_ACCENT, Color, Step, Theme, accent
from deckbuild.units import Pt, Rect

_STRIP = Rect(0, 96, 960, 24)
_STRIP_AT_FOOT = Rect(0, 468, 960, 72)
_CELL, _CELL_AT_FOOT = Step(16, 20), Step(28, 34)
_TITLES = (Step(88, 92), Step(72, 76), Step(56, 60), Step(44, 48))
"""The sizes to try for titles of the deck and of sections, largest first."""
_MOST_LINES = 3
_STROKE = Rect(44, 20, 120, 10)
"""The stroke under a title: its left edge, how far below the title it is, and its size."""
_FIGURE = Step(360, 360)
_FIGURE_X, _MIDDLE = 32, 248
_LOWER: Pt = 12
"""How much lower the middle of a section's name is than that of its number: capitals are above that of a line."""
_PAD: Pt = 12


class CellStrip:
    """The design of ``sal``."""

    def marks(
        self, name: str, slide_layout: SlideLayout, section: int, deck: Deck, theme: Theme, settings: TextSettings
    ) -> list[Item]:
        """Return the strip, with the section's cell in the colour of what is here; none at the close."""
        if not section or slide_layout.kind is LayoutKind.CLOSING:
            return []
        items = _strip(name, section, deck, theme, settings, _STRIP, _CELL)
        if not slide_layout.ground:
            return items
        edges = (("over", _STRIP.y), ("under", _STRIP.bottom))
        return [
            *items,
            *(
                Connector(id=f"{name}/{edge}", x1=0, y1=y, x2=_STRIP.w, y2=y, color=theme.pale_on_accent, width=1)
                for edge, y in edges
            ),
        ]

    def title(self, deck: Deck, theme: Theme, settings: TextSettings) -> Frame:
        """Return the title slide: the title, a stroke, subtitle and, at the foot, who invites and when."""
        name = "title"
        boxes = theme.slide_master.layouts[LayoutKind.TITLE].boxes
        place, look = boxes[Role.TITLE], theme.look(Role.TITLE, LayoutKind.TITLE)
        steps = ((theme.scale.deck_title, 1), (_TITLES[0], 1), *((step, 2) for step in _TITLES[1:]))
        tried = [(styled(look, step, tag=Tag.TITLE), most_lines) for step, most_lines in steps]
        pars = stack([set_title(deck.info.title, tried, place.w, settings)[1]])
        box = replace(place, h=height(pars))
        items: list[Item] = [
            TextBox(id=f"{name}/title", box=box, pars=pars, role=Role.TITLE, span=deck.info.title.span)
        ]
        stroke = under = Rect(_STROKE.x, box.bottom + _STROKE.y, _STROKE.w, _STROKE.h)
        items.append(Shape(id=f"{name}/stroke", kind=ShapeKind.RECT, box=stroke, fill=ON_ACCENT))
        if deck.info.subtitle:
            style = styled(theme.look(Role.SUBTITLE, LayoutKind.TITLE), Step(32, 40))
            wide = boxes[Role.SUBTITLE].w
            pars = stack([set_par(deck.info.subtitle, style, wide, settings)])
            under = Rect(place.x, stroke.bottom + 24, wide, height(pars))
            items.append(
                TextBox(id=f"{name}/subtitle", box=under, pars=pars, role=Role.SUBTITLE, span=deck.info.subtitle.span)
            )
        style = ParStyle(Step(22, 28), ON_ACCENT)
        day = boxes[Role.DATE]
        up = day.h if deck.info.date else 0.0
        logo, owner = owner_items(
            name, deck, theme, settings, Rect(day.x, day.bottom - up - 30, 440, 28), style, accent(1)
        )
        items += [*logo, *owner]
        if deck.info.date:
            pars = stack([set_par(deck.info.date, style, day.w, settings)])
            items.append(TextBox(id=f"{name}/date", box=day, pars=pars, role=Role.DATE, span=deck.info.date.span))
        art = on_title_slide(f"{name}/art", deck, (under.bottom + 16, 520), settings)
        return framed(deck, [items[0], *art, *items[1:]])

    def section(self, name: str, section: DaySection, deck: Deck, theme: Theme, settings: TextSettings) -> list[Item]:
        """Return the number as large as the slide, the name beside it, and the strip at the foot."""
        here = theme.plates or ON_ACCENT
        style = ParStyle(_FIGURE, here, bold=True, heading=True)
        number = stack([set_par(plain(str(section.number)), style, 400, settings)])
        figure = Rect(_FIGURE_X, _MIDDLE - middle(_FIGURE), 400, _FIGURE.leading)
        wide = text_width(str(section.number), settings.face(bold=True, heading=True), _FIGURE.size)
        place, look = (
            theme.slide_master.layouts[LayoutKind.SECTION].boxes[Role.TITLE],
            theme.look(Role.TITLE, LayoutKind.SECTION),
        )
        x = max(place.x, _FIGURE_X + wide + 48)
        room = place.right - x
        tried = [(styled(look, step, tag=Tag.TITLE), _MOST_LINES) for step in (theme.scale.section, *_TITLES[1:])]
        _, par = set_title(section.title, tried, room, settings)
        box = Rect(x, _MIDDLE + _LOWER - par.height / 2, room, par.height)
        return [
            TextBox(id=f"{name}/title", box=box, pars=stack([par]), role=Role.TITLE, span=section.title.span),
            TextBox(id=f"{name}/number", box=figure, pars=number),
            *_strip(name, section.number, deck, theme, settings, _STRIP_AT_FOOT, _CELL_AT_FOOT, named=False),
        ]


def _strip(
    name: str,
    section: int,
    deck: Deck,
    theme: Theme,
    settings: TextSettings,
    strip: Rect,
    step: Step,
    *,
    named: bool = True,
) -> list[Item]:
    """Return a strip of equal cells, one for each section, with their numbers and the name of this one."""
    total = len(deck.sections)
    wide = strip.w / total
    items: list[Item] = [Shape(id=f"{name}/strip", kind=ShapeKind.RECT, box=strip, fill=accent(section))]
    for each in deck.sections:
        box = Rect(strip.x + (each.number - 1) * wide, strip.y, wide, strip.h)
        own = each.number == section
        text = plain(str(each.number))
        style = ParStyle(step, INK if own else ON_ACCENT, bold=own, align=Align.CENTER, tag=Tag.ARTIFACT, heading=own)
        if own and named:
            whole = Text((Run(f"{each.number}\u2002"), Run(each.title.plain)))
            if _width(whole, style, settings) <= wide - 2 * _PAD:
                text = whole
        fill: Color | None = theme.plates if own else None
        items.append(
            Shape(
                id=f"{name}/cell{each.number}", kind=ShapeKind.RECT, box=box, fill=fill,
                pars=_centred(text, style, box, settings),
            )
        )  # fmt: skip
        if each.number > 1 and section not in (each.number, each.number - 1):
            items.append(
                Connector(
                    id=f"{name}/edge{each.number}", x1=box.x, y1=box.y, x2=box.x, y2=box.bottom,
                    color=theme.pale_on_accent, width=2,
                )
            )  # fmt: skip
    return items


def _width(text: Text, style: ParStyle, settings: TextSettings) -> Pt:
    face = settings.face(bold=style.bold, heading=style.heading)
    return text_width(text.plain, face, style.step.size)


def _centred(text: Text, style: ParStyle, box: Rect, settings: TextSettings) -> tuple[Par, ...]:
    par = set_par(text, style, box.w, settings)
    return stack([par], top=box.h / 2 - middle(style.step))
