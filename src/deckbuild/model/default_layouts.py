"""The slide master without a template: 960 x 540 pt, a grid of twelve columns, running text from the third."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.model.slide_layouts import (
    LAYOUT_NAMES,
    LISTS,
    SHORT_TEXTS,
    SIDE_BY_SIDE,
    LayoutKind,
    Role,
    SlideLayout,
    SlideMaster,
)
from deckbuild.model.text_below import with_text_below
from deckbuild.units import Pt, Rect

WIDTH: Pt = 960
HEIGHT: Pt = 540
LEFT: Pt = 56
RIGHT: Pt = 904
TEXT_X: Pt = 200
"""Column 3, where running text starts; the hanging column is to its left."""
BODY_TOP: Pt = 104
DENSE_TOP: Pt = 96
"""Where tables and columns begin."""
BODY_BOTTOM: Pt = 480
_SPARE: Pt = 8
"""How much further down text may reach in PowerPoint, which sets lines 1.22 em apart where we reckon 1.2."""

TITLE_BOX = Rect(LEFT, 40, RIGHT - LEFT, 48)
"""Higher than a line, so that a title may be set a third larger before PowerPoint makes it smaller."""
SECTION_FOOT = Rect(LEFT, 500, 200, 16)
SOURCE_FOOT = Rect(272, 500, 400, 16)
WRITE_FOOT = Rect(706, 500, 154, 16)
NUMBER_FOOT = Rect(864, 500, 40, 16)
DATE_FOOT = Rect(704, 482, 200, 16)
"""The place of the date, which somebody may switch on in PowerPoint; slides are made without it."""

_ROOM = Rect(LEFT, BODY_TOP, RIGHT - LEFT, BODY_BOTTOM - BODY_TOP)
_DENSE_ROOM = Rect(LEFT, DENSE_TOP, RIGHT - LEFT, BODY_BOTTOM - DENSE_TOP)
_BODY = Rect(TEXT_X, BODY_TOP, 704, BODY_BOTTOM + _SPARE - BODY_TOP)
_MIDDLE = Rect(LEFT, BODY_TOP, RIGHT - LEFT, 352)
"""For short text, in the middle of its box: the optical middle of what is free, at y 280."""
_BESIDE = replace(_MIDDLE, w=448)
"""For text beside a figure or picture."""
_BLEED = Rect(0, 0, WIDTH, 484)
"""What a picture fills that reaches the edges of the slide."""
_FOOT = {
    Role.SECTION: SECTION_FOOT,
    Role.SOURCE: SOURCE_FOOT,
    Role.WRITE: WRITE_FOOT,
    Role.DATE: DATE_FOOT,
    Role.NUMBER: NUMBER_FOOT,
}


def _content(layout: LayoutKind, boxes: dict[Role, Rect], room: Rect = _ROOM) -> SlideLayout:
    return SlideLayout(
        kind=layout,
        name=LAYOUT_NAMES[layout],
        boxes={Role.TITLE: TITLE_BOX, **boxes, **{role: box for role, box in _FOOT.items() if role not in boxes}},
        room=room,
    )


_COLUMNS = {Role.BODY: Rect(LEFT, 104, 408, 376 + _SPARE), Role.BODY2: Rect(496, 104, 408, 376 + _SPARE)}
_LOW = Rect(LEFT, BODY_TOP, RIGHT - LEFT, BODY_BOTTOM + _SPARE - BODY_TOP)


def _below(layout: LayoutKind, boxes: dict[Role, Rect]) -> SlideLayout:
    dense = layout in (LayoutKind.CONCLUDED, LayoutKind.TABLE_TEXT, LayoutKind.FIELDS)
    return _content(layout, boxes, _DENSE_ROOM if dense else _ROOM)


_LAYOUTS: tuple[SlideLayout, ...] = (
    SlideLayout(
        kind=LayoutKind.TITLE,
        name=LAYOUT_NAMES[LayoutKind.TITLE],
        boxes={
            Role.TITLE: Rect(LEFT, 232, RIGHT - LEFT, 208),
            Role.SUBTITLE: Rect(LEFT, 448, RIGHT - LEFT, 32),
            Role.DATE: Rect(LEFT, 484, RIGHT - LEFT, 24),
        },
    ),
    SlideLayout(
        kind=LayoutKind.SECTION,
        name=LAYOUT_NAMES[LayoutKind.SECTION],
        boxes={Role.TITLE: Rect(LEFT, 0, RIGHT - LEFT, 108)},
        banded=True,
    ),
    _content(LayoutKind.AGENDA, {Role.TABLE: Rect(LEFT, 112, RIGHT - LEFT, 356)}),
    *(_content(kind, {Role.BODY: _BODY}) for kind in LISTS),
    *(_content(kind, _COLUMNS, _DENSE_ROOM) for kind in SIDE_BY_SIDE),
    _content(
        LayoutKind.DEFINITION,
        {
            Role.BODY: Rect(TEXT_X, BODY_TOP, 704, 200),
            Role.BODY2: Rect(200, 340, 216, 140 + _SPARE),
            Role.BODY3: Rect(440, 340, 216, 140 + _SPARE),
            Role.BODY4: Rect(680, 340, 216, 140 + _SPARE),
        },
    ),
    _content(
        LayoutKind.QUOTE,
        {
            Role.TITLE: Rect(TEXT_X, 44, 704, 52),
            Role.BODY: Rect(TEXT_X, 104, 704, 256),
            Role.BODY2: Rect(TEXT_X + 44, 396, 660, 26),
            Role.SECTION: Rect(TEXT_X, 500, 200, 16),
            Role.SOURCE: Rect(416, 500, 256, 16),
        },
        Rect(TEXT_X, 92, 704, 376),
    ),
    _content(
        LayoutKind.CLOSING,
        {
            Role.TITLE: Rect(LEFT, 72, RIGHT - LEFT, 72),
            Role.BODY: Rect(LEFT, 148, RIGHT - LEFT, 92),
            Role.BODY2: Rect(LEFT, 265, 584, 175),
        },
        Rect(LEFT, 148, RIGHT - LEFT, 332),
    ),
    _content(LayoutKind.FIGURE, {}),
    _content(LayoutKind.CHART, {Role.CHART: _ROOM}),
    SlideLayout(
        kind=LayoutKind.PICTURE,
        name=LAYOUT_NAMES[LayoutKind.PICTURE],
        boxes={Role.PICTURE: _BLEED, Role.TITLE: Rect(LEFT, 388, 816, 72), **_FOOT},
        room=_BLEED,
        plate=(32, 20, 32, 28),
    ),
    _content(
        LayoutKind.PICTURE_TEXT,
        {
            Role.TITLE: replace(TITLE_BOX, w=_BESIDE.w),
            Role.BODY: _BESIDE,
            Role.PICTURE: replace(_BLEED, x=536, w=WIDTH - 536),
        },
    ),
    _content(LayoutKind.BESIDE, {Role.BODY: _BESIDE}),
    _content(LayoutKind.TABLE, {Role.TABLE: Rect(LEFT, 96, RIGHT - LEFT, 384)}, _DENSE_ROOM),
    _content(LayoutKind.COMPARISON, {Role.TABLE: Rect(LEFT, 96, RIGHT - LEFT, 384)}, _DENSE_ROOM),
    _content(
        LayoutKind.CARDS,
        {
            Role.BODY: Rect(LEFT, 112, 392, 168),
            Role.BODY2: Rect(512, 112, 392, 168),
            Role.BODY3: Rect(LEFT, 320, 392, 160 + _SPARE),
            Role.BODY4: Rect(512, 320, 392, 160 + _SPARE),
        },
    ),
    _content(LayoutKind.QUESTIONS, {Role.BODY: Rect(LEFT, BODY_TOP, 776, 376 + _SPARE)}),
    *(_content(kind, {Role.BODY: _MIDDLE}) for kind in SHORT_TEXTS),
    *with_text_below(_below, _LOW, _BODY, _COLUMNS),
    _content(LayoutKind.BOARD, {}),
)

OWN = SlideMaster(
    width=WIDTH,
    height=HEIGHT,
    layouts={slide_layout.kind: slide_layout for slide_layout in _LAYOUTS},
    hanging=TEXT_X - LEFT,
    column=TEXT_X - LEFT,
    measure=632,
    asked=776,
    tab=24,
)
"""How slides look without a template."""
