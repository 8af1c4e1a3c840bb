"""Which placeholder of a template's layout the text of each role fills, and what is behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from deckbuild.model.contrast import LARGE, TEXT, contrast
from deckbuild.model.slide_layouts import LayoutKind, Role
from deckbuild.templates.layouts import TemplateLayout, TemplatePlaceholder
from deckbuild.templates.roles import COLUMNS, SMALL, TABLES, TEXTS
from deckbuild.units import Pt, Rect

OWN = {TEXT: 4.5, LARGE: 3.0}
"""Least contrast (WCAG 2.1, 1.4.3) at which the template's own text colour is kept, since its designer chose it."""
LEAST_SPACING = 0.75
"""The least line spacing of a placeholder's text; 1 is single."""
_FIGURES = 1.8
"""The width of a slide number of three figures, in sizes."""
_LEAST_SUBTITLE = 1 / 16
"""The least height of a placeholder for the text under the deck's title, as a share of the page."""
_POINTER: Pt = 142
"""The width of the pointer to the handout, in layout points."""
_ROOM = 0.45
"""The least height that a title leaves for content above or below it, as a share of the page's."""
_LARGEST = 0.12
"""The type size of titles over content, as a share of the page's height, that always has room."""
_HEAD_TOP, _HEAD_HEIGHT = 0.05, 0.17
"""Where a title that is moved to the head of the page stands, as shares of the page's height; it has two lines."""


def filled(
    layout: LayoutKind, drawn: TemplateLayout, page: Rect, wished: Mapping[Role, int]
) -> dict[Role, TemplatePlaceholder]:
    """Return role -> placeholder of ``drawn``, which serves as ``layout``; ``wished`` are the author's, by ``idx``."""
    opening = layout in (LayoutKind.TITLE, LayoutKind.SECTION)
    found: dict[Role, TemplatePlaceholder | None] = {}
    bodies = sorted(drawn.bodies, key=lambda p: -p.outer.w * p.outer.h)
    if layout is LayoutKind.TITLE:
        high = (p for p in bodies if p.outer.h >= page.h * _LEAST_SUBTITLE)
        found[Role.SUBTITLE] = drawn.first("subTitle") or next(high, None)
    elif not opening:
        large = [p for p in bodies if p.outer.w * p.outer.h >= SMALL * page.w * page.h and not _clashes(p, drawn)]
        found = _for_content(layout, drawn, large)
    title = drawn.title
    if title and not opening:
        title = _modest(title if any(found.values()) else _headed(title, page), page)
    found[Role.TITLE] = title
    if layout is not LayoutKind.TITLE:
        found[Role.SECTION] = drawn.first("ftr")
        found[Role.NUMBER] = drawn.first("sldNum")
        found[Role.DATE] = drawn.first("dt")
    for role, idx in wished.items():
        found[role] = next((p for p in drawn.placeholders if p.idx == idx), None)
    return {role: place for role, place in found.items() if place is not None}


def _for_content(
    layout: LayoutKind, drawn: TemplateLayout, bodies: list[TemplatePlaceholder]
) -> dict[Role, TemplatePlaceholder | None]:
    """Return role -> placeholder for content; ``bodies`` are those for text, the largest first."""
    largest = next(iter(bodies), None)
    if layout in TEXTS:
        return {Role.BODY: largest}
    if layout in TABLES:
        table = drawn.first("tbl") or (largest if largest and largest.kind == "obj" else None)
        return {Role.TABLE: table} if table else {Role.BODY: largest}
    if layout in COLUMNS and len(bodies) >= 2:
        left, right = sorted(bodies[:2], key=lambda p: p.outer.x)
        if right.outer.x >= left.outer.x + left.outer.w / 2:  # beside, not under one another
            return {Role.BODY: left, Role.BODY2: right}
    return {}


def _headed(title: TemplatePlaceholder, page: Rect) -> TemplatePlaceholder:
    """Return the title of a slide with content: at the head of ``page`` where it leaves content no room otherwise."""
    box = title.outer
    if max(box.y, page.h - box.bottom) >= page.h * _ROOM:
        return title
    high = page.h * _HEAD_HEIGHT
    look = replace(title.look, size=min(title.look.size, high / (2 * 1.2)))
    return replace(title, outer=Rect(box.x, page.h * _HEAD_TOP, box.w, high), look=look, inherits=False)


def _modest(title: TemplatePlaceholder, page: Rect) -> TemplatePlaceholder:
    """Return the title of a slide with content: no larger than leaves content room, or than two lines of its box."""
    most = max(page.h * _LARGEST, title.box.h / (2 * 1.2))
    return replace(title, look=replace(title.look, size=min(title.look.size, most)))


def grounds(place: TemplatePlaceholder, drawn: TemplateLayout) -> list[str]:
    """Return the colours behind the text of a placeholder: its own fill, or what the layout draws; none if unknown.

    Text is where the placeholder's anchor wants it, so half the box counts; of a slide number's, its few figures.
    """
    box = place.box
    wide = min(box.w, 3 * place.look.size) if place.kind == "sldNum" else box.w
    left = box.x + (box.w - wide) * place.look.align.before
    written = Rect(left, box.y + box.h / 2 * place.frame.anchor.above, wide, box.h / 2)
    under = drawn.backdrop.grounds(written)
    return place.ground.over(under, written) if place.ground else under


def pointer_in(strip: Rect, drawn: TemplateLayout, ink: str, unit: float) -> Rect:
    """Return where the pointer to the handout stands in ``strip``: at its end, or further left if it reads better.

    Lengths are in layout points, of ``unit`` points each; ``ink`` (RRGGBB) is the colour of text.
    """
    spare = max(0.0, strip.w - 2 * _POINTER - 18)
    places = (
        Rect(strip.right - _POINTER - spare * share, strip.y, _POINTER, strip.h) for share in (0, 0.25, 0.5, 0.75)
    )

    def reads(place: Rect) -> float:
        behind = drawn.backdrop.grounds(Rect(place.x * unit, place.y * unit, place.w * unit, place.h * unit))
        return min([LARGE, *(contrast(ink, ground) for ground in behind)])

    return max(places, key=reads)


def _clashes(place: TemplatePlaceholder, drawn: TemplateLayout) -> bool:
    """Whether no colour reads both in a placeholder and beside it; running text has one colour in both."""
    if place.ground is None:
        return False
    behind = [*grounds(place, drawn), *drawn.backdrop.grounds(place.box)]
    return max(min((contrast(ink, g) for g in behind), default=TEXT) for ink in ("000000", "FFFFFF")) < OWN[TEXT]


def for_a_line(place: TemplatePlaceholder, page: Rect) -> Rect:
    """Return the box of a placeholder's text, with room for a line, or for three figures; it grows on ``page``."""
    look, box = place.look, place.box
    wide = _FIGURES * look.size
    if place.kind == "sldNum" and box.w < wide:
        left = box.x - (wide - box.w) * look.align.before
        box = Rect(min(max(left, 0), page.w - wide), box.y, wide, box.h)
    lacking = 1.2 * look.size * max(look.line_spacing, LEAST_SPACING) - box.h
    if lacking <= 0:
        return box
    below = place.outer.bottom - box.bottom  # the inset
    top = max(0.0, min(box.y - lacking * place.frame.anchor.above, page.h - below - box.h - lacking))
    return Rect(box.x, top, box.w, box.h + lacking)
