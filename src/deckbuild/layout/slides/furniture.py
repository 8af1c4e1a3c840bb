"""The furniture of a slide: title, section tab, footer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.frame.items import Anchor, Item, LayoutKind, Role, Shape, ShapeKind, TextBox
from deckbuild.frame.text import Align, Tag
from deckbuild.layout.slides.context import SlideContext
from deckbuild.layout.slides.placeholders import anchored, fill_placeholder, placeholder_style
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, height, middle, set_par, stack, text_width
from deckbuild.layout.text.shortening import shortened
from deckbuild.layout.text.titles import set_title, whole
from deckbuild.model.deck import Deck
from deckbuild.model.slide_layouts import SlideLayout, SlideMaster
from deckbuild.model.text import Run, Text, plain
from deckbuild.model.theme import MARK, ON_ACCENT, PAPER, SOFT, Color, Look, Step, Theme, TypeScale, accent
from deckbuild.units import Pt, Rect, around

MOST_TITLE_LINES = 2
"""The most lines of a slide title."""
_DOT = 5 / 6
"""The size of the dot before the pointer to the handout, as a share of its type size."""
_STAR_ROOM = "\u2002" * 4
"""The white in which a star stands before the names of sheets."""
_PLATE, _PLATE_RIGHT = 4, 24
"""How far a plate under a line of the footer reaches above it, and to its right, in points."""
_LEAST_TITLE = 22
"""The smallest type size of titles in a template, in points."""


def title_box(name: str, text: Text, slide_layout: SlideLayout, context: SlideContext) -> TextBox:
    """Set the title of a slide with ``slide_layout``.

    Its box grows for a second line, unless it is anchored elsewhere than at the top, and keeps the room below the text
    that it has on the slide layout, or down to the foot where it stands beside the text. A title that would need more
    lines than there is room for is set smaller, or else stands where ``slide_layout.over`` says.
    """
    if Role.TITLE in slide_layout.placeholders:
        made = fill_placeholder(
            f"{name}/title", Role.TITLE, [text], slide_layout, context.settings, least=_LEAST_TITLE,
            most_lines=MOST_TITLE_LINES, tag=Tag.TITLE,
        )  # fmt: skip
        # What does not fit even at the smallest size takes from the room below.
        pars = made.pars
        box = replace(made.box, h=max(made.box.h, height(pars)))
        return replace(made, box=box, pars=anchored(stack(pars), box, made.anchor), span=text.span)
    place, look = slide_layout.boxes[Role.TITLE], context.theme.look(Role.TITLE, slide_layout.kind)
    steps = _steps(context.theme.scale, slide_layout.kind)
    styles = [styled(look, step, context.slide.section, tag=Tag.TITLE) for step in steps]
    most, grows = slide_layout.title_lines, look.anchor is Anchor.TOP
    tried = [(style, most if grows else min(most, int(place.h // style.step.leading))) for style in styles]
    style, par = set_title(text, tried, place.w, context.settings)
    pars = stack([par])
    fits = len(pars[0].lines) <= dict(tried)[style] and whole(text, style, place.w, context.settings)
    if slide_layout.over and not fits:
        return title_box(name, text, slide_layout.over, context)
    if grows:
        place = replace(place, h=place.h + max(0.0, pars[0].height - steps[0].leading))
    beside = grows and slide_layout.over is not None
    room = replace(place, h=max(place.h, slide_layout.room.bottom - place.y)) if beside else None
    return TextBox(
        id=f"{name}/title", box=place, pars=anchored(pars, place, look.anchor), role=Role.TITLE, anchor=look.anchor,
        room=room, span=text.span,
    )  # fmt: skip


def _steps(scale: TypeScale, layout: LayoutKind) -> tuple[Step, ...]:
    """Return the type sizes to try for titles: the theme's, then smaller ones with leading in the same proportion."""
    largest = scale.title
    relative_leading = largest.leading / largest.size
    smaller = (Step(size, size * relative_leading) for size in scale.smaller_titles if size < largest.size)
    return (*scale.own_titles(layout), largest, *smaller)


def styled(look: Look, step: Step, section: int = 0, tag: Tag = Tag.PARAGRAPH) -> ParStyle:
    """Return the paragraph format of a look at a step, on a slide of ``section``."""
    color = look.color or (accent(section) if section else SOFT)
    return ParStyle(step, color, bold=look.bold, italic=look.italic, align=look.align, tag=tag, heading=look.heading)


def tab(
    name: str, section: int, total: int, slide_master: SlideMaster, settings: TextSettings, rim: Pt = 0.0
) -> list[Item]:
    """Return the section tab: the coloured part of the left edge that shows the section; none without a section.

    On a picture it has a ``rim`` of so many points.
    """
    if not section or not total or not slide_master.tab:
        return []
    high = slide_master.height / total
    box = Rect(0, (section - 1) * high, slide_master.tab, high)
    step = Step(14, 18) if high >= 20 else Step(10, 12)
    style = ParStyle(step, ON_ACCENT, bold=True, align=Align.CENTER, tag=Tag.ARTIFACT)
    par = set_par(plain(str(section)), style, box.w, settings)
    pars = stack([par], top=(high - par.height) / 2)
    edge = PAPER if rim else None
    return [
        Shape(id=f"{name}/tab", kind=ShapeKind.RECT, box=box, fill=accent(section), stroke=edge, width=rim, pars=pars)
    ]


def foot(
    name: str,
    layout: LayoutKind,
    section: int,
    source: Text,
    number: int,
    deck: Deck,
    theme: Theme,
    settings: TextSettings,
) -> list[Item]:
    """Return the footer of a slide: section, source and slide number."""
    step = theme.scale.foot
    slide_layout = theme.slide_master.layouts[layout]
    boxes = slide_layout.boxes
    items: list[Item] = []

    def add(part: str, text: Text, role: Role) -> None:
        style = styled(theme.look(role, layout), step, section)
        placeholder = slide_layout.placeholders.get(role)
        if placeholder:
            sizes = [
                placeholder.size * share for share in (1.0, 0.85, 0.7) if placeholder.size * share >= step.size
            ] or [step.size]
            styles = [placeholder_style(placeholder, size) for size in sizes]
            whole = (s for s in styles if shortened(text, s, boxes[role].w, settings) == text)
            own = next(whole, placeholder_style(placeholder, max(placeholder.size, step.size)))
            line = _line(f"{name}/{part}", text, boxes[role], role, own, settings)
            items.append(
                replace(line, anchor=placeholder.anchor, pars=anchored(line.pars, line.box, placeholder.anchor))
            )
        elif role in boxes:
            box = boxes[role]
            if box.h >= 2 * step.leading:
                style = replace(style, step=theme.scale.body[-1])
            else:
                box = _grown(text, box, style, slide_layout.room, settings)
            items.append(_line(f"{name}/{part}", text, box, role, style, settings))

    place = deck.info.title
    if section:
        title = deck.sections[section - 1].title.plain
        place = Text((Run(str(section), bold=True), Run(f"\u2002{title}")))
    add("section", place, Role.SECTION)
    if source:
        add("source", source, Role.SOURCE)
        items[-1:] = _on_plate(items[-1:], slide_layout)
    date, day = slide_layout.placeholders.get(Role.DATE), deck.info.date
    if date and day:
        style = placeholder_style(date, max(date.size, step.size))
        if shortened(day, style, boxes[Role.DATE].w, settings) == day:
            add("date", day, Role.DATE)
    add("number", plain(str(number)), Role.NUMBER)
    return items


def _on_plate(items: Sequence[Item], slide_layout: SlideLayout) -> list[Item]:
    """Return a line of the footer on a plate, if it stands on a picture that reaches the foot of the slide."""
    picture = slide_layout.boxes.get(Role.PICTURE)
    line = items[0] if items else None
    if not isinstance(line, TextBox) or not picture or line.box.y < picture.y or line.box.x >= picture.right:
        return [*items]
    if line.box.y >= picture.bottom or line.box.right <= picture.x:
        return [*items]
    wide = max(each.width for par in line.pars for each in par.lines)
    y = line.box.y - _PLATE
    plate = Rect(picture.x, y, line.box.x + wide + _PLATE_RIGHT - picture.x, picture.bottom - y)
    return [Shape(id=f"{line.id}/plate", kind=ShapeKind.RECT, box=plate, fill=PAPER), line]


def pointer(
    name: str, layout: LayoutKind, texts: Sequence[str], sheets: str, theme: Theme, settings: TextSettings
) -> list[Item]:
    """Return the footer's reference to the handout pages where participants write, with a dot before it.

    The first of ``texts`` that fits on one line is used. When none does, the last is shortened. After it stand a star
    and the names of the ``sheets`` that the answers are carried to, if there are any.
    """
    style = styled(theme.look(Role.WRITE, layout), theme.scale.foot)
    place = theme.slide_master.layouts[layout].boxes[Role.WRITE]
    tried = [(text, plain(f"{text}{_STAR_ROOM}{sheets}" if sheets else text)) for text in texts]
    before, text = next((each for each in tried if shortened(each[1], style, place.w, settings) == each[1]), tried[-1])
    face = settings.face(bold=style.bold, italic=style.italic)
    if style.align is Align.RIGHT:  # the box is no wider than its text, so that the mark stands beside it
        wide = min(place.w, text_width(text.plain, face, style.step.size) / settings.fill + 1)
        place = replace(place, x=place.right - wide, w=wide)
    line = _line(f"{name}/write", text, place, Role.WRITE, style, settings)
    x = place.x + min(piece.x for piece in line.pars[0].lines[0].pieces)
    size = style.step.size * _DOT
    box = Rect(x - 8 - size, round(place.y + middle(style.step) - size / 2), size, size)
    fill = ON_ACCENT if theme.slide_master.layouts[layout].ground else MARK
    items: list[Item] = [pen_mark(f"{name}/dot", box, theme, fill), line]
    if sheets:
        past, room = (text_width(part, face, style.step.size) for part in (before, _STAR_ROOM))
        star = around(x + past + room / 2, place.y + middle(style.step), style.step.size / 2)
        items.append(Shape(id=f"{name}/star", kind=ShapeKind.STAR, box=star, fill=theme.plates or fill))
    return items


def pen_mark(name: str, box: Rect, theme: Theme, fill: Color) -> Shape:
    """Return the mark of what participants write, as the theme draws it: a dot, or a square of its own colour."""
    if theme.plates:
        return Shape(id=name, kind=ShapeKind.RECT, box=box, fill=theme.plates)
    return Shape(id=name, kind=ShapeKind.ELLIPSE, box=box, fill=fill)


def _grown(text: Text, box: Rect, style: ParStyle, room: Rect, settings: TextSettings) -> Rect:
    """Return a box of the footer, a line higher where a text of two lines has space under the ``room`` of the slide."""
    higher = replace(box, y=box.y - style.step.leading, h=box.h + style.step.leading)
    two_lines = len(set_par(text, style, box.w, settings).lines) == 2
    return higher if two_lines and higher.y >= room.bottom else box


def _line(name: str, text: Text, box: Rect, role: Role, style: ParStyle, settings: TextSettings) -> TextBox:
    """Return a text of the footer, shortened to a line with an ellipsis when it is too long for its box.

    In a box for several lines the text stands at its foot.
    """
    par = set_par(text, style, box.w, settings)
    if par.height > box.h:
        par = set_par(shortened(text, style, box.w, settings), style, box.w, settings)
    if box.h >= 2 * style.step.leading:
        box = Rect(box.x, box.bottom - par.height, box.w, par.height)
    return TextBox(id=name, box=box, pars=stack([par]), role=role, artifact=True)
