"""A list set in two columns, the parts as even as the items allow."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.frame.items import Item, Role, TextBox
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.slides.lists import BETWEEN, COLUMN_GAP, head_par, list_pars
from deckbuild.layout.text.paragraph import height, stack
from deckbuild.model.deck import ListItem
from deckbuild.model.text import Text
from deckbuild.units import Rect


def side_by_side(
    name: str, head: Text | None, items: Sequence[ListItem], region: Rect, context: SlideContext, *, numbered: bool
) -> Placement:
    """Place a list in two columns; a numbered list counts on in the second."""
    made: list[Item] = []
    top = region.y
    if head:
        pars = stack([head_par(head, region.w, context)])
        box = Rect(region.x, top, region.w, height(pars))
        made.append(TextBox(id=f"{name}/head", box=box, pars=pars))
        top = box.bottom + BETWEEN
    rooms = region.columns(2, COLUMN_GAP)
    best: tuple[float, list[Item]] | None = None
    for cut in range(1, len(items)) or range(len(items), len(items) + 1):
        boxes: list[Item] = []
        tall = 0.0
        for index, part in enumerate((items[:cut], items[cut:])):
            if not part:
                continue
            room = rooms[index]
            pars = stack(list_pars(part, room.w, context, numbered=numbered, first=1 + index * cut))
            box = Rect(room.x, top, room.w, height(pars))
            tall = max(tall, box.h)
            role = (Role.BODY, Role.BODY2)[index]
            boxes.append(TextBox(id=f"{name}/column{index + 1}", box=box, pars=pars, role=role))
        if best is None or tall <= best[0]:  # of two that are as even, the one with more in the first column
            best = (tall, boxes)
    tall, boxes = best or (0.0, [])
    return Placement((*made, *boxes), top + tall - region.y)
