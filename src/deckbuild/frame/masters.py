"""The named slide layouts and their placeholders: layout fills them, the PowerPoint master is made from them."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.frame.items import Layout, Role
from deckbuild.model.theme import TypeScale
from deckbuild.units import Pt, Rect

WIDTH: Pt = 960
HEIGHT: Pt = 540
LEFT: Pt = 56
RIGHT: Pt = 904
TEXT_X: Pt = 200
"""Column 3, where running text starts; the hanging column is to its left."""
BODY_TOP: Pt = 104
BODY_BOTTOM: Pt = 480
TAB_WIDTH: Pt = 24

TITLE_BOX = Rect(LEFT, 40, RIGHT - LEFT, TypeScale().title.leading)
SECTION_FOOT = Rect(LEFT, 500, 200, 16)
SOURCE_FOOT = Rect(272, 500, 416, 16)
WRITE_DOT = Rect(704, 504, 10, 10)
WRITE_FOOT = Rect(722, 500, 138, 16)
NUMBER_FOOT = Rect(864, 500, 40, 16)
DATE_FOOT = Rect(704, 482, 200, 16)
"""Where a date stands that is switched on by hand; our own slides leave it empty."""


def columns_width(count: int) -> Pt:
    """Return the width of ``count`` grid columns with the gutters between them."""
    return 72.0 * count - 16


@dataclass(frozen=True, slots=True)
class Master:
    """A named layout: what PowerPoint's layout menu shows, and where its placeholders stand."""

    layout: Layout
    name: str
    boxes: dict[Role, Rect]


_BODY = Rect(TEXT_X, BODY_TOP, 704, BODY_BOTTOM - BODY_TOP)
_FOOT = {
    Role.SECTION: SECTION_FOOT,
    Role.SOURCE: SOURCE_FOOT,
    Role.WRITE: WRITE_FOOT,
    Role.DATE: DATE_FOOT,
    Role.NUMBER: NUMBER_FOOT,
}


def _content(layout: Layout, name: str, boxes: dict[Role, Rect]) -> Master:
    return Master(layout, name, {Role.TITLE: TITLE_BOX, **boxes, **_FOOT})


MASTERS: tuple[Master, ...] = (
    Master(
        Layout.TITLE,
        "Titelslide",
        {
            Role.TITLE: Rect(LEFT, 376, RIGHT - LEFT, 64),
            Role.SUBTITLE: Rect(LEFT, 448, RIGHT - LEFT, 32),
            Role.DATE: Rect(LEFT, 484, RIGHT - LEFT, 24),
        },
    ),
    Master(Layout.SECTION, "Afsnit", {Role.TITLE: Rect(LEFT, 30, RIGHT - LEFT, 48)}),
    _content(Layout.AGENDA, "Dagsorden", {Role.TABLE: Rect(LEFT, 112, RIGHT - LEFT, 356)}),
    _content(Layout.TEXT, "Tekst", {Role.BODY: _BODY}),
    _content(
        Layout.COLUMNS,
        "To spalter",
        {Role.BODY: Rect(LEFT, 104, 400, 376), Role.BODY2: Rect(488, 104, 416, 376)},
    ),
    _content(
        Layout.DEFINITION,
        "Definition",
        {
            Role.BODY: Rect(TEXT_X, BODY_TOP, 704, 200),
            Role.BODY2: Rect(200, 340, 216, 140),
            Role.BODY3: Rect(440, 340, 216, 140),
            Role.BODY4: Rect(680, 340, 216, 140),
        },
    ),
    _content(
        Layout.QUOTE,
        "Citat",
        {Role.BODY: Rect(TEXT_X, BODY_TOP, 704, 280), Role.BODY2: Rect(TEXT_X + 44, 420, 660, 26)},
    ),
    _content(Layout.FIGURE, "Figur", {}),
    _content(Layout.TABLE, "Tabel", {Role.TABLE: Rect(LEFT, 96, RIGHT - LEFT, 384)}),
    _content(Layout.COMPARISON, "Sammenligning", {Role.TABLE: Rect(LEFT, 96, RIGHT - LEFT, 384)}),
    _content(
        Layout.CARDS,
        "Fire kort",
        {
            Role.BODY: Rect(LEFT, 112, 392, 168),
            Role.BODY2: Rect(512, 112, 392, 168),
            Role.BODY3: Rect(LEFT, 320, 392, 160),
            Role.BODY4: Rect(512, 320, 392, 160),
        },
    ),
    _content(Layout.QUESTIONS, "Refleksion", {Role.BODY: Rect(LEFT, BODY_TOP, 776, 376)}),
    _content(Layout.FIELDS, "Felter", {Role.BODY: _BODY}),
    _content(Layout.BOARD, "Tavle", {}),
)

BY_LAYOUT = {master.layout: master for master in MASTERS}
