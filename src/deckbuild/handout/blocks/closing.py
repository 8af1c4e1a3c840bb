"""The closing of a day on paper: thanks, what comes next, and an address beside its QR code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.handout.blocks.lists import par_strips
from deckbuild.handout.strip import Strip, finished
from deckbuild.handout.style.context import PaperContext
from deckbuild.handout.style.paragraphs import box, fair_par
from deckbuild.layout.qr import qr_shapes, shown, target
from deckbuild.model.text import Run, Text
from deckbuild.units import Pt, Rect, mm

_CODE: Pt = mm(26)
"""The side of the QR code."""


def closing_strips(
    name: str, thanks: Text | None, rows: Sequence[tuple[Text, Text]], address: str, context: PaperContext
) -> list[Strip]:
    """Return the parts of a closing; ``rows`` have a head and a text, ``address`` may be empty."""
    style = context.style
    texts = [thanks] if thanks else []
    for head, text in rows:
        runs = (*(replace(run, bold=True) for run in head.runs), Run("\u2002"), *text.runs)
        texts.append(Text(runs, text.span))
    strips: list[Strip] = []
    for number, text in enumerate(texts, 1):
        before = style.between_paragraphs if strips else style.between_blocks
        strips += par_strips(
            f"{name}/{number}", [fair_par(text, style.text, context.width, context.settings)], context, before
        )
    if address:
        strips.append(_code(f"{name}/code", address, context))
    return strips


def _code(name: str, address: str, context: PaperContext) -> Strip:
    """Return the code with its address to the right of it, in the middle of its height."""
    style, x = context.style, _CODE + mm(6)
    text = Text((Run(shown(address), link=target(address)),))
    par = fair_par(text, style.text, context.width - x, context.settings)
    code = qr_shapes(name, address, Rect(0.0, 0.0, _CODE, _CODE), context.theme)
    words = box(f"{name}/address", [par], x, (_CODE - par.height) / 2, context.width - x)
    return finished((*code, words), _CODE, style.gap(mm(4)))
