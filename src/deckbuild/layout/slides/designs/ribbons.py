"""Ribbons: a page of a book, with a margin for the title and a ribbon at the top edge for the section."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.frame.document import Frame
from deckbuild.frame.items import Anchor, Connector, Item, LayoutKind, Role, Shape, ShapeKind, TextBox
from deckbuild.frame.text import Align, Tag
from deckbuild.layout.slides.furniture import styled
from deckbuild.layout.slides.opening import framed, owner_items
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, baseline, height, set_par, stack
from deckbuild.layout.text.shortening import shortened
from deckbuild.layout.text.titles import set_title
from deckbuild.layout.title_art.arts import on_title_slide
from deckbuild.layout.title_art.ribbons import places, ribbon, ribbon_width
from deckbuild.model.deck import DaySection, Deck
from deckbuild.model.slide_layouts import SlideLayout
from deckbuild.model.text import plain
from deckbuild.model.theme import HAIR, INK, ON_ACCENT, SOFT, Step, Theme, accent
from deckbuild.units import Pt, Rect

_LEFT, _RIGHT, _TEXT_X, _HAIRLINE = 64, 896, 352, 328
_LONG, _TICK = 48, 6
"""The length of the section's ribbon, and that of the others' ends."""
_TITLES = (Step(56, 64), Step(44, 52), Step(36, 44))
"""The sizes to try for a title that does not fit on one line, largest first."""
_RULE_Y, _OWNER_Y = 456, 468
_FIGURE, _BASE = Step(220, 220), 256
"""The size of a section's number, and the height of the line that it and the section's name stand on."""
_NAMES_Y, _NAMES_FOOT = 316, 484
_NAMES = (Step(18, 28), Step(16, 21))
_SMALL = Step(18, 24)


class Ribbons:
    """The design of ``bog``."""

    def marks(
        self, name: str, slide_layout: SlideLayout, section: int, deck: Deck, theme: Theme, settings: TextSettings
    ) -> list[Item]:
        """Return the hairline beside the title, the section's ribbon, and the ends of the others.

        At the close the ribbons of all sections are equal.
        """
        items: list[Item] = [_hairline(name)] if slide_layout.beside and Role.PICTURE not in slide_layout.boxes else []
        total = len(deck.sections)
        if not section:
            return items
        wide = ribbon_width(total)
        colors = (ON_ACCENT, accent(section)) if slide_layout.ground else (accent(section), ON_ACCENT)
        for number, x in enumerate(places(_LEFT, _RIGHT - _LEFT, wide, total), start=1):
            if number == section or slide_layout.kind is LayoutKind.CLOSING:
                box = Rect(x, 0, wide, _LONG)
                items.append(
                    ribbon(
                        f"{name}/ribbon", number, box, 1.0, colors, settings, numbered=wide > 2 * len(str(number)) * 6
                    )
                )
            else:
                end = Rect(x, 0, wide, _TICK)
                fill = theme.pale_on_accent if slide_layout.ground else HAIR
                items.append(Shape(id=f"{name}/end{number}", kind=ShapeKind.RECT, box=end, fill=fill))
        return items

    def title(self, deck: Deck, theme: Theme, settings: TextSettings) -> Frame:
        """Return the title slide: ribbons, title and subtitle, and under a rule who invites and when."""
        name = "title"
        slide_layout = theme.slide_master.layouts[LayoutKind.TITLE]
        boxes = slide_layout.boxes
        place, look = boxes[Role.TITLE], theme.look(Role.TITLE, LayoutKind.TITLE)
        steps = ((theme.scale.deck_title, 1), (_TITLES[0], 1), *((step, 3) for step in _TITLES[1:]))
        tried = [(styled(look, step, tag=Tag.TITLE), most_lines) for step, most_lines in steps]
        pars = stack([set_title(deck.info.title, tried, place.w, settings)[1]])
        box = Rect(place.x, place.bottom - pars[0].height, place.w, pars[0].height)
        items: list[Item] = [
            TextBox(
                id=f"{name}/title", box=box, pars=pars, role=Role.TITLE, anchor=Anchor.BOTTOM,
                span=deck.info.title.span,
            )
        ]  # fmt: skip
        if deck.info.subtitle:
            under, style = boxes[Role.SUBTITLE], styled(theme.look(Role.SUBTITLE, LayoutKind.TITLE), Step(28, 36))
            pars = stack([set_par(deck.info.subtitle, style, under.w, settings)])
            under = replace(under, h=max(under.h, height(pars)))
            items.append(
                TextBox(id=f"{name}/subtitle", box=under, pars=pars, role=Role.SUBTITLE, span=deck.info.subtitle.span)
            )
        items.append(Connector(id=f"{name}/rule", x1=_LEFT, y1=_RULE_Y, x2=_RIGHT, y2=_RULE_Y, color=HAIR, width=0.75))
        owner = Rect(_LEFT, _OWNER_Y, 400, 24)
        logo, by = owner_items(name, deck, theme, settings, owner, ParStyle(_SMALL, SOFT))
        items += [*logo, *by]
        if deck.info.date:
            day = boxes[Role.DATE]
            style = styled(theme.look(Role.DATE, LayoutKind.TITLE), _SMALL)
            pars = stack([set_par(deck.info.date, style, day.w, settings)])
            items.append(TextBox(id=f"{name}/date", box=day, pars=pars, role=Role.DATE, span=deck.info.date.span))
        return framed(deck, [items[0], *on_title_slide(f"{name}/art", deck, (0, box.y - 16), settings), *items[1:]])

    def section(self, name: str, section: DaySection, deck: Deck, theme: Theme, settings: TextSettings) -> list[Item]:
        """Return a large number in the margin, the name on its line, and under it the names of all sections."""
        slide_layout = theme.slide_master.layouts[LayoutKind.SECTION]
        place, look = slide_layout.boxes[Role.TITLE], theme.look(Role.TITLE, LayoutKind.SECTION)
        tried = [(styled(look, step, tag=Tag.TITLE), 2) for step in (theme.scale.section, *_TITLES[1:])]
        _, par = set_title(section.title, tried, place.w, settings)
        top = _BASE - par.lines[-1].baseline
        box = Rect(place.x, top, place.w, par.height)
        items: list[Item] = [
            TextBox(
                id=f"{name}/title", box=box, pars=stack([par]), role=Role.TITLE, anchor=Anchor.BOTTOM,
                span=section.title.span,
            )
        ]  # fmt: skip
        figure = stack([set_par(plain(str(section.number)), ParStyle(_FIGURE, accent(section.number)), 264, settings)])
        area = Rect(_LEFT - 4, _BASE - baseline(_FIGURE), 264, _FIGURE.leading)
        items.append(TextBox(id=f"{name}/number", box=area, pars=figure))
        items += _names(name, section, deck, settings)
        items.append(_hairline(name))
        return [*items, *self.marks(name, slide_layout, section.number, deck, theme, settings)]


def _hairline(name: str) -> Connector:
    return Connector(id=f"{name}/rule", x1=_HAIRLINE, y1=84, x2=_HAIRLINE, y2=476, color=HAIR, width=0.75)


def _names(name: str, section: DaySection, deck: Deck, settings: TextSettings) -> list[Item]:
    """Return the numbers and names of all sections, or of the nearest when there are too many, this one in bold."""
    total = len(deck.sections)
    room: Pt = _NAMES_FOOT - _NAMES_Y
    step = next((step for step in _NAMES if total * step.leading <= room), _NAMES[-1])
    shown = min(total, int(room // step.leading))
    first = min(max(0, section.number - 1 - shown // 2), total - shown)
    items: list[Item] = []
    for row, each in enumerate(deck.sections[first : first + shown]):
        own = each.number == section.number
        y = _NAMES_Y + row * step.leading
        number = ParStyle(step, accent(1) if own else SOFT, bold=own, align=Align.LEFT)
        title = ParStyle(step, INK if own else SOFT, bold=own)
        wide = _RIGHT - _TEXT_X - 36
        label = shortened(each.title, title, wide, settings)
        for part, text, style, x, width in (
            ("place", plain(str(each.number)), number, _TEXT_X, 32), ("name", label, title, _TEXT_X + 36, wide)
        ):  # fmt: skip
            pars = stack([set_par(text, style, width, settings)])
            items.append(TextBox(id=f"{name}/{part}{each.number}", box=Rect(x, y, width, step.leading), pars=pars))
    return items
