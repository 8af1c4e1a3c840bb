"""The layouts with text below: where it stands follows from a theme's room and columns. Lengths in points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from deckbuild.model.slide_layouts import BODIES, LayoutKind, Role, SlideLayout
from deckbuild.units import Pt, Rect

Content: TypeAlias = Callable[[LayoutKind, dict[Role, Rect]], SlideLayout]
"""Makes a layout with a title and a foot of a kind and boxes."""
_GAP: Pt = 16
_LINE: Pt = 36
"""The height of a line to fill in: what to do, and the names of fields."""
_NAMES = BODIES[1:]


def with_text_below(
    content: Content, room: Rect, column: Rect, columns: Mapping[Role, Rect]
) -> tuple[SlideLayout, ...]:
    """Return the layouts.

    ``room`` is what tables have, ``column`` what running text has, ``columns`` the boxes of text side by side.
    """
    wide = (room.w - _GAP * (len(_NAMES) - 1)) / len(_NAMES)
    names = {role: Rect(room.x + n * (wide + _GAP), room.y + _LINE + 4, wide, _LINE) for n, role in enumerate(_NAMES)}
    beside = (columns[Role.BODY], columns[Role.BODY2])
    return (
        content(LayoutKind.STACKED, {Role.BODY: _above(column, 0.45), Role.BELOW: _under(column, 0.45)}),
        content(
            LayoutKind.CONCLUDED,
            {
                **{role: _above(box, 0.68) for role, box in columns.items()},
                **dict(zip((Role.BELOW, Role.BELOW2), (_under(box, 0.68) for box in beside), strict=True)),
            },
        ),
        content(LayoutKind.TABLE_TEXT, {Role.TABLE: _above(room, 0.68), Role.BELOW: _under(column, 0.68)}),
        content(LayoutKind.FIGURE_TEXT, {Role.BELOW: _under(column, 0.68)}),
        content(
            LayoutKind.FIELDS,
            {Role.BODY: Rect(room.x, room.y, room.w, _LINE), **names, Role.BELOW: _under(room, 0.64)},
        ),
    )


def _above(box: Rect, share: float) -> Rect:
    """Return the upper ``share`` of a box."""
    return Rect(box.x, box.y, box.w, round(box.h * share))


def _under(box: Rect, share: float) -> Rect:
    """Return what is under the upper ``share`` of a box and a gap."""
    return box.below(round(box.h * share) + _GAP)
