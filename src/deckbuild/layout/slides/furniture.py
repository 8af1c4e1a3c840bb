"""The furniture of a slide: title, section tab, footer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.frame.items import Item, LayoutKind, Role, Shape, ShapeKind, TextBox
from deckbuild.frame.text import Align, Tag
from deckbuild.layout.slides.context import SlideContext
from deckbuild.layout.slides.placeholders import anchored, fill_placeholder, placeholder_style
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, set_par, stack
from deckbuild.layout.text.shortening import shortened
from deckbuild.model.deck import Deck
from deckbuild.model.slide_layouts import SlideMaster
from deckbuild.model.text import Run, Text, plain
from deckbuild.model.theme import INK, MARK, ON_ACCENT, SOFT, Step, Theme, accent
from deckbuild.units import Pt, Rect

MOST_TITLE_LINES = 2
"""The most lines of a slide title."""
_SMALLER_TITLES: tuple[Pt, ...] = (27, 24)
"""Type sizes, in points, to try for titles that would otherwise need three lines."""
_LEAST_TITLE = 22
"""The smallest type size of titles in a template, in points."""


def title_box(name: str, text: Text, layout: LayoutKind, context: SlideContext) -> TextBox:
    """Set the title of a slide with slide layout ``layout``.

    Its box grows for a second line, and keeps the room below the text that it has on the slide layout. A title that
    would need a third line is set smaller.
    """
    slide_layout = context.theme.slide_master.layouts[layout]
    if Role.TITLE in slide_layout.placeholders:
        made = fill_placeholder(
            f"{name}/title", Role.TITLE, [text], slide_layout, context.settings, least=_LEAST_TITLE,
            most_lines=MOST_TITLE_LINES, tag=Tag.TITLE,
        )  # fmt: skip
        return replace(made, span=text.span)
    place = slide_layout.boxes[Role.TITLE]
    for step in _steps(context.theme.scale.title):
        style = ParStyle(step, INK, bold=True, tag=Tag.TITLE)
        pars = stack([set_par(text, style, place.w, context.settings)])
        if len(pars[0].lines) <= MOST_TITLE_LINES:
            break
    box = replace(place, h=place.h + max(0.0, pars[0].height - context.theme.scale.title.leading))
    return TextBox(id=f"{name}/title", box=box, pars=pars, role=Role.TITLE, span=text.span)


def _steps(largest: Step) -> tuple[Step, ...]:
    """Return the type sizes to try for titles: the theme's, then smaller ones with leading in the same proportion."""
    relative_leading = largest.leading / largest.size
    return (largest, *(Step(size, size * relative_leading) for size in _SMALLER_TITLES if size < largest.size))


def tab(name: str, section: int, total: int, slide_master: SlideMaster, settings: TextSettings) -> list[Item]:
    """Return the section tab: the coloured part of the left edge that shows the section; none without a section."""
    if not section or not total or not slide_master.tab:
        return []
    high = slide_master.height / total
    box = Rect(0, (section - 1) * high, slide_master.tab, high)
    step = Step(14, 18) if high >= 20 else Step(10, 12)
    style = ParStyle(step, ON_ACCENT, bold=True, align=Align.CENTER, tag=Tag.ARTIFACT)
    par = set_par(plain(str(section)), style, box.w, settings)
    pars = stack([par], top=(high - par.height) / 2)
    return [Shape(id=f"{name}/tab", kind=ShapeKind.RECT, box=box, fill=accent(section), pars=pars)]


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

    def add(part: str, text: Text, role: Role, style: ParStyle) -> None:
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
            items.append(_line(f"{name}/{part}", text, boxes[role], role, style, settings))

    if section:
        title = deck.sections[section - 1].title.plain
        place = Text((Run(str(section), bold=True), Run(f"\u2002{title}")))
        add("section", place, Role.SECTION, ParStyle(step, accent(section)))
    else:
        add("section", deck.info.title, Role.SECTION, ParStyle(step, SOFT))
    if source:
        add("source", source, Role.SOURCE, ParStyle(step, SOFT))
    add("number", plain(str(number)), Role.NUMBER, ParStyle(step, SOFT, bold=True, align=Align.RIGHT))
    return items


def pointer(name: str, layout: LayoutKind, texts: Sequence[str], theme: Theme, settings: TextSettings) -> list[Item]:
    """Return the footer's reference to the handout pages where participants write, with a dot before it.

    The first of ``texts`` that fits on one line is used. When none does, the last is shortened.
    """
    style = ParStyle(theme.scale.foot, INK)
    place = theme.slide_master.layouts[layout].boxes[Role.WRITE]
    tried = (plain(text) for text in texts)
    text = next((text for text in tried if shortened(text, style, place.w, settings) == text), plain(texts[-1]))
    return [
        Shape(id=f"{name}/dot", kind=ShapeKind.ELLIPSE, box=Rect(place.x - 18, place.y + 4, 10, 10), fill=MARK),
        _line(f"{name}/write", text, place, Role.WRITE, style, settings),
    ]


def _line(name: str, text: Text, box: Rect, role: Role, style: ParStyle, settings: TextSettings) -> TextBox:
    """Return one line of the footer, shortened with an ellipsis when it is too long for its box."""
    text = shortened(text, style, box.w, settings)
    pars = stack([set_par(text, style, box.w, settings)])
    return TextBox(id=name, box=box, pars=pars, role=role, artifact=True)
