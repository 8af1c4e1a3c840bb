"""The empty board on paper: a large place to write and draw in."""

from __future__ import annotations

from deckbuild.frame.items import Connector, Item, Ruling, WriteBox
from deckbuild.handout.strip import References, Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.model.theme import INK
from deckbuild.units import Rect, mm

_LESS, _STEP = mm(72), mm(5)
"""How much lower than the room of its page a board is before it grows, and the height of a step of its growth."""
_TITLE = mm(22)
"""The height that a title takes of the room."""
_SHARED = mm(80)
"""The least height of a board that shares its page."""
_ARM, _CORNER = mm(7), 1.5
"""The length of the strokes that mark its corners, and their width in points."""


def board_strips(name: str, ruling: Ruling, label: str, context: PaperContext) -> list[Strip]:
    """Return a board that fills its own page, between four corner marks."""
    style = context.style
    most = style.room - _LESS
    least = most if style.own_pages else min(most, _SHARED)

    def build(steps: int, _references: References) -> tuple[Item, ...]:
        area = Rect(0.0, 0.0, context.width, least + steps * _STEP)
        count = int((area.h - _ARM) / style.pitch) if ruling is Ruling.LINES else 0  # clear of the corners below
        inner = Rect(area.x, area.y, area.w, count * style.pitch) if count else area
        writing = WriteBox(id=name, box=inner, ruling=ruling, count=count, pitch=style.pitch, label=label)
        return (*_corners(name, area), writing)

    return [
        Strip(
            height=least,
            build=build,
            before=style.between_questions,
            grow=1.0,
            most=round((style.room - _TITLE - least) / _STEP),
            step=_STEP,
            alone=style.own_pages,
        )
    ]


def _corners(name: str, area: Rect) -> list[Item]:
    """Return the corner marks: two short strokes in each corner."""
    items: list[Item] = []
    corners = ((area.x, area.y), (area.right, area.y), (area.x, area.bottom), (area.right, area.bottom))
    for number, (x, y) in enumerate(corners, 1):
        inward = _ARM if x == area.x else -_ARM
        down = _ARM if y == area.y else -_ARM
        # each stroke goes half its width past the corner, so that the corner has no notch
        past = _CORNER / 2 if inward > 0 else -_CORNER / 2
        items.append(
            Connector(id=f"{name}/corner{number}", x1=x - past, y1=y, x2=x + inward, y2=y, color=INK, width=_CORNER)
        )
        items.append(Connector(id=f"{name}/corner{number}b", x1=x, y1=y, x2=x, y2=y + down, color=INK, width=_CORNER))
    return items
