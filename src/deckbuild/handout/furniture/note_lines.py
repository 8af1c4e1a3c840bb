"""Lines for own notes: under a text, beside it, and at the foot of a page that has room."""

from __future__ import annotations

from deckbuild.frame.items import Item, WriteBox
from deckbuild.frame.text import Par
from deckbuild.handout.furniture.marks import rule
from deckbuild.handout.strip import References, Strip
from deckbuild.handout.style.paragraphs import box
from deckbuild.handout.style.settings import deck_settings
from deckbuild.handout.style.style import DIVIDER, PaperStyle
from deckbuild.layout.text.paragraph import set_par
from deckbuild.model.deck import Deck
from deckbuild.model.text import Run
from deckbuild.units import Pt, Rect, mm

_BEFORE = mm(9)
_MOST_OWN = 40
"""How many lines spare height may add to those for own notes."""


def lines_strip(
    name: str, label: str, count: int, width: Pt, style: PaperStyle, *, most: int = 0, head: Deck | None = None
) -> Strip:
    """Return ``count`` note lines as a strip, to which spare height may add ``most`` lines.

    With a deck as ``head`` they stand under its heading for own notes.
    """
    par = _head(head, width, style) if head else None
    top = par.height if par else 0.0

    def build(steps: int, _references: References) -> tuple[Item, ...]:
        lines = count + steps
        area = Rect(0.0, top, width, lines * style.pitch)
        heading = (box(f"{name}/head", [par], 0.0, 0.0, width),) if par else ()
        return (*heading, WriteBox(id=name, box=area, count=lines, pitch=style.pitch, label=label, note=True))

    high = top + count * style.pitch
    before = style.gap(_BEFORE) if head else mm(1)
    grow = float(count) if most else 0.0
    return Strip(height=high, build=build, before=before, grow=grow, most=most, step=style.pitch, line=high)


def _head(deck: Deck, width: Pt, style: PaperStyle) -> Par:
    return set_par((Run(deck.labels.own_notes),), style.subhead, width, deck_settings(deck))


def own_notes_strip(name: str, deck: Deck, style: PaperStyle, *, ruled: bool) -> Strip:
    """Return the heading «Egne noter» with note lines over the full width, for the foot of a page.

    ``ruled`` draws a rule above it.
    """
    par = _head(deck, style.width, style)
    top = style.gap(mm(6.5)) if ruled else 0.0

    def build(steps: int, _references: References) -> tuple[Item, ...]:
        count = style.own_notes_least + steps
        area = Rect(0.0, top + par.height, style.width, count * style.pitch)
        items: list[Item] = [rule(f"{name}/rule", 0.0, style.width, 0.0, DIVIDER)] if ruled else []
        items.append(box(f"{name}/head", [par], 0.0, top, style.width))
        items.append(
            WriteBox(id=name, box=area, count=count, pitch=style.pitch, label=deck.labels.own_notes, note=True)
        )
        return tuple(items)

    height = top + par.height + style.own_notes_least * style.pitch
    before = style.gap(mm(6.5) if ruled else _BEFORE)
    return Strip(height=height, build=build, before=before, grow=1.0, most=_MOST_OWN, step=style.pitch)
