"""The title slide and the section slides of a deck without a template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.frame.document import Frame
from deckbuild.frame.items import Anchor, Item, LayoutKind, PictureItem, Role, Shape, ShapeKind, TextBox
from deckbuild.frame.text import Tag
from deckbuild.layout.text.bullets import hanging
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, height, set_par, stack
from deckbuild.layout.text.shortening import shortened
from deckbuild.layout.title_art.arts import on_title_slide
from deckbuild.model.deck import DaySection, Deck
from deckbuild.model.default_layouts import HEIGHT, LEFT, OWN, RIGHT, TEXT_X, WIDTH
from deckbuild.model.text import Text, plain
from deckbuild.model.theme import INK, ON_ACCENT, PAPER, SOFT, Color, Step, Theme, accent
from deckbuild.units import Pt, Rect

_LOWEST: Pt = 512
"""The lowest y of text on the title slide. Longer text is moved up."""
_BETWEEN: Pt = 4
"""White space between subtitle and date."""
_ABOVE_TITLE: Pt = 16
"""White between the art and a title that grows up to it."""
_SECTION_STEPS = (Step(32, 40), Step(24, 32), Step(18, 22))
"""The sizes to try for a section title that does not fit its band, largest first."""
_BAND: Pt = 44
"""The least height of the band with the section's title."""
_APART: Pt = 4
"""White between the band and the other titles, where they stand closer than their parts."""
_OTHERS = (Step(20, 28), Step(14, 18))
"""The sizes of the other sections' titles, and the least heights of their rows."""
_PLATE: Pt = 6
"""How far the plate behind a logo reaches beyond it. A logo that the background would hide gets a plate."""


def _under_title(name: str, deck: Deck, settings: TextSettings) -> list[TextBox]:
    """Return the subtitle and the date, under one another."""
    boxes = OWN.layouts[LayoutKind.TITLE].boxes
    made: list[TextBox] = []
    y = boxes[Role.SUBTITLE].y
    for role, text, step in (
        (Role.SUBTITLE, deck.info.subtitle, Step(24, 32)),
        (Role.DATE, deck.info.date, Step(18, 24)),
    ):
        if text:
            place = boxes[role]
            pars = stack([set_par(text, ParStyle(step, SOFT), place.w, settings)])
            box = Rect(place.x, y, place.w, max(place.h, height(pars)))
            made.append(TextBox(id=f"{name}/{role.value}", box=box, pars=pars, role=role, span=text.span))
            y = box.bottom + _BETWEEN
    return made


def owner_items(
    name: str, deck: Deck, theme: Theme, settings: TextSettings, place: Rect, style: ParStyle, ground: Color = PAPER
) -> tuple[list[Item], list[Item]]:
    """Return the logo at the left of ``place``, with a plate where its ``ground`` would hide it; and who it is."""
    x = place.x
    logo: list[Item] = []
    if deck.info.logo:
        from deckbuild.layout.pictures import fitted, seen_on  # only where there is a picture

        path = deck.path.parent / deck.info.logo
        mark = fitted(path, Rect(x, place.y, 160, place.h))
        x = mark.right + 12
        if not seen_on(path, theme.hex(ground)):
            plate = Rect(mark.x, mark.y - _PLATE, mark.w + 2 * _PLATE, mark.h + 2 * _PLATE)
            fill = PAPER if ground != PAPER else INK
            logo.append(Shape(id=f"{name}/plate", kind=ShapeKind.ROUND, box=plate, fill=fill, radius=4))
            mark = Rect(mark.x + _PLATE, mark.y, mark.w, mark.h)
            x = plate.right + 12
        logo.append(PictureItem(id=f"{name}/logo", box=mark, path=path))
    if not deck.info.owner:
        return logo, []
    pars = stack([set_par(deck.info.owner, style, place.w, settings)])
    high = style.step.leading
    box = Rect(x, place.y + (place.h - high) / 2, place.w, high)
    return logo, [TextBox(id=f"{name}/owner", box=box, pars=pars, span=deck.info.owner.span)]


def framed(deck: Deck, items: Sequence[Item]) -> Frame:
    """Return the title slide with its items."""
    return Frame(
        id="title", slide="", number=0, title=deck.info.title.plain, layout=LayoutKind.TITLE, section=0,
        items=tuple(items), lang=deck.labels.lang, span=deck.info.span,
    )  # fmt: skip


def title_frame(deck: Deck, theme: Theme, settings: TextSettings) -> Frame:
    """Return the title slide."""
    name = "title"
    total = len(deck.sections)
    items: list[Item] = []
    boxes = OWN.layouts[LayoutKind.TITLE].boxes
    title = boxes[Role.TITLE]
    for step in (theme.scale.deck_title, Step(48, 56), Step(40, 48), Step(32, 40)):
        par = set_par(deck.info.title, ParStyle(step, bold=True, tag=Tag.TITLE), title.w, settings)
        if len(par.lines) == 1 or (step.size <= 40 and len(par.lines) <= 3):
            break
    under = _under_title(name, deck, settings)
    lift = max(0.0, max((box.box.bottom for box in under), default=0.0) - _LOWEST)
    under = [replace(box, box=replace(box.box, y=box.box.y - lift)) for box in under]
    place = Rect(title.x, title.bottom - par.height - lift, title.w, par.height)
    heading = TextBox(
        id=f"{name}/title", box=place, pars=stack([par]), role=Role.TITLE, anchor=Anchor.BOTTOM,
        room=Rect(title.x, title.y, title.w, place.bottom - title.y), span=deck.info.title.span,
    )  # fmt: skip
    items += all_tabs(name, total)
    logo, owner = owner_items(name, deck, theme, settings, Rect(LEFT, 40, 400, 24), ParStyle(Step(14, 18)))
    items += [*logo, heading, *owner]
    items += on_title_slide(f"{name}/art", deck, place.y - _ABOVE_TITLE, settings)
    return framed(deck, [*items, *under])


def all_tabs(name: str, total: int) -> list[Item]:
    """Return the tabs of all sections, without numbers: on the slides that open and close the day."""
    high = HEIGHT / max(total, 1)
    boxes = ((number, Rect(0, (number - 1) * high, 24, high)) for number in range(1, total + 1))
    return [
        Shape(id=f"{name}/tab{number}", kind=ShapeKind.RECT, box=box, fill=accent(number)) for number, box in boxes
    ]  # fmt: skip


def section_items(name: str, section: DaySection, deck: Deck, theme: Theme, settings: TextSettings) -> list[Item]:
    """Return the items of a section slide.

    The left edge of all slides is divided among the sections. Here the section's part is a band across the slide, and
    the other sections' titles stand beside their parts. Where these are low, the titles share the height above and
    below the band; of more than there is room for, the furthest are only counted.
    """
    total = len(deck.sections)
    row = HEIGHT / total
    items: list[Item] = []
    high = max(row, _BAND)
    apart = _APART if high > row else 0.0
    step = _OTHERS[0] if row >= 30 else _OTHERS[1]
    room = int((HEIGHT - high - 2 * apart) // step.leading)
    before, after = section.number - 1, total - section.number
    above = min(before, max(room // 2, room - after))
    below = min(after, room - above)
    least, most = above * step.leading + apart, HEIGHT - high - below * step.leading - apart
    top = min(max(least if above else 0.0, (section.number - 0.5) * row - high / 2), most if below else HEIGHT - high)
    band, color = Rect(0, top, WIDTH, high), accent(section.number)
    items.append(Shape(id=f"{name}/band", kind=ShapeKind.RECT, box=band, fill=color, of_layout=True))
    big = theme.scale.section if high >= 56 else Step(28, 36)
    hang = TEXT_X - LEFT
    for size in (big, *(size for size in _SECTION_STEPS if size.size < big.size)):
        style = ParStyle(size, ON_ACCENT, bold=True, indent=hang, hang=hang, tag=Tag.TITLE)
        number = hanging(str(section.number), style, ON_ACCENT)
        par = set_par(section.title, style, RIGHT - LEFT, settings, number)
        if len(par.lines) * size.leading <= high:
            break
    middle = top + high / 2
    box = Rect(LEFT, middle - par.height / 2, RIGHT - LEFT, par.height)
    items.append(
        TextBox(
            id=f"{name}/title", box=box, pars=stack([par]), role=Role.TITLE, anchor=Anchor.MIDDLE,
            room=Rect(LEFT, top, RIGHT - LEFT, high), span=section.title.span,
        )
    )  # fmt: skip
    pitches = (top - apart) / max(above, 1), (HEIGHT - top - high - apart) / max(below, 1)
    higher = [(pitches[0] * (n + 0.5), before - above + n) for n in range(above)]
    lower = [(top + high + apart + pitches[1] * (n + 0.5), section.number + n) for n in range(below)]
    other = ParStyle(step, SOFT)
    more = {}
    if above < before:
        more[before - above] = before - above + 1
    if below < after:
        more[section.number + below - 1] = after - below + 1
    for middle, place in (*higher, *lower):
        each = deck.sections[place]
        if place in more:
            label = plain(deck.labels.more.format(n=more[place]))
        else:
            figure = plain(str(each.number))
            items.append(_beside(f"{name}/number{each.number}", figure, other, LEFT, 128, middle, settings))
            label = shortened(each.title, other, RIGHT - TEXT_X, settings)
        items.append(_beside(f"{name}/name{each.number}", label, other, TEXT_X, RIGHT - TEXT_X, middle, settings))
    return items


def _beside(name: str, text: Text, style: ParStyle, x: Pt, width: Pt, middle: Pt, settings: TextSettings) -> TextBox:
    """Return a text box that is centred vertically around ``middle``."""
    pars = stack([set_par(text, style, width, settings)])
    return TextBox(id=name, box=Rect(x, middle - height(pars) / 2, width, height(pars)), pars=pars)
