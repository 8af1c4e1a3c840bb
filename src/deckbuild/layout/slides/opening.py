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
from deckbuild.layout.text.titles import set_title
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
_LARGE_BAND, _LARGE_NAME = 140, Step(56, 64)
"""From which height on a band has a name in this size."""
_SMALLER_NAMES = (Step(32, 40), Step(24, 32), Step(18, 22))
"""The sizes to try for a section's name that does not fit its band at the usual size."""
_BAND: Pt = 88
"""The least height of the band with the section's name."""
_OTHERS = ((120, Step(28, 36)), (48, Step(20, 28)), (0, Step(16, 22)))
"""The sizes of the other sections' names, largest first, each with the least height of a row for it."""
_MOST_SHOWN = 17
"""Of more sections, only so many are shown: the nearest."""
_MANY = 8
_AIR: Pt = 8
"""White at top and foot beside the names of more than so many sections."""
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
    steps = ((theme.scale.deck_title, 1), (Step(48, 56), 1), (Step(40, 48), 3), (Step(32, 40), 3))
    tried = [(ParStyle(step, bold=True, tag=Tag.TITLE), most_lines) for step, most_lines in steps]
    _, par = set_title(deck.info.title, tried, title.w, settings)
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
    items += on_title_slide(f"{name}/art", deck, (0, place.y - _ABOVE_TITLE), settings)
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
    the other sections' names share the height above and below it: of very many, the nearest on each side.
    """
    total = min(len(deck.sections), _MOST_SHOWN)
    first = min(max(0, section.number - 1 - total // 2), len(deck.sections) - total)
    high = max(HEIGHT / total, _BAND)
    air = _AIR if total > _MANY else 0.0
    row = (HEIGHT - high - 2 * air) / max(total - 1, 1)
    before = section.number - 1 - first
    top = before and air + before * row
    if before == total - 1:
        top = HEIGHT - high
    band, color = Rect(0, top, WIDTH, high), accent(section.number)
    items: list[Item] = [Shape(id=f"{name}/band", kind=ShapeKind.RECT, box=band, fill=color, of_layout=True)]
    hang = TEXT_X - LEFT
    large = (_LARGE_NAME,) if high >= _LARGE_BAND else ()
    sizes = (*large, theme.scale.section, *_SMALLER_NAMES)
    styles = [ParStyle(size, ON_ACCENT, bold=True, indent=hang, hang=hang, tag=Tag.TITLE) for size in sizes]
    tried = [(style, int(high // style.step.leading)) for style in styles]
    style, par = set_title(section.title, tried, RIGHT - LEFT, settings)
    par = replace(par, bullet=hanging(str(section.number), style, ON_ACCENT))
    place = Rect(LEFT, top, RIGHT - LEFT, high)
    items.append(
        TextBox(
            id=f"{name}/title", box=replace(place, y=top + (high - par.height) / 2, h=par.height), pars=stack([par]),
            role=Role.TITLE, anchor=Anchor.MIDDLE, room=place, span=section.title.span,
        )
    )  # fmt: skip
    other = ParStyle(next(step for least, step in _OTHERS if row >= least), SOFT)
    for index, each in enumerate(deck.sections[first : first + total]):
        if each.number != section.number:
            middle = (index + 0.5) * row + (high - row if index > before else 0.0) + air
            label = shortened(each.title, other, RIGHT - TEXT_X, settings)
            figure = plain(str(each.number))
            items.append(_beside(f"{name}/number{each.number}", figure, other, LEFT, 128, middle, settings))
            items.append(_beside(f"{name}/name{each.number}", label, other, TEXT_X, RIGHT - TEXT_X, middle, settings))
    return items


def _beside(name: str, text: Text, style: ParStyle, x: Pt, width: Pt, middle: Pt, settings: TextSettings) -> TextBox:
    """Return a text box that is centred vertically around ``middle``."""
    pars = stack([set_par(text, style, width, settings)])
    return TextBox(id=name, box=Rect(x, middle - height(pars) / 2, width, height(pars)), pars=pars)
