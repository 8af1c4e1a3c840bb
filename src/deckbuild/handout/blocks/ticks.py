"""Lists to tick: each item has a circle, and a label above the circles says what a tick means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from deckbuild.frame.items import Choice, Item, WriteBox
from deckbuild.frame.text import Par
from deckbuild.handout.furniture.marks import circle, dot, rule
from deckbuild.handout.strip import References, Strip, finished, in_pairs
from deckbuild.handout.style.context import PaperContext
from deckbuild.handout.style.paragraphs import box, fair_par, one_line, optical
from deckbuild.handout.style.style import ROW_RULE
from deckbuild.layout.text.paragraph import text_width
from deckbuild.model.deck import Ticks
from deckbuild.model.text import Text
from deckbuild.model.theme import LINE
from deckbuild.units import Pt, Rect, mm

_PAD = mm(2.2)
"""White between an item and the rules above and below it."""
_WORD_SHARE = 0.34
"""Share of the width that the line for a word takes."""
_BEFORE_DOT = mm(4)
"""White between the circles and the warm dot of the lines for a word."""
_APART = mm(3)
"""White between the rules under the items and the lines for a word."""


def text_room(ticks: Ticks, context: PaperContext) -> Pt:
    """Return the width left for the items, in points."""
    room = context.width - 2 * context.style.circle - mm(6)
    return room - context.width * _WORD_SHARE - _to_words(context) + mm(3) if ticks.word else room


def _to_words(context: PaperContext) -> Pt:
    """Return the white between the circles and the lines for a word."""
    return context.style.dot_out + _BEFORE_DOT


def ticked_strips(
    name: str, head: Text | None, pars: Sequence[Par], ticks: Ticks, context: PaperContext
) -> list[Strip]:
    """Return the list as rows under a rule: an item, its circle, and with ``word:`` a short write line.

    ``pars`` are the items, set in the width that ``text_room`` returns.
    """
    width = context.width
    write = width * _WORD_SHARE if ticks.word else 0.0
    middle = width - write - _to_words(context) * bool(write) - context.style.circle - (0.0 if ticks.word else mm(1))
    top = _head(name, head, ticks, context, middle, width - write)
    choice = partial(context.instruction_choice, f"{name}/ticks", head.plain if head else "")
    rows = []
    for index, par in enumerate(pars):
        rows.append(
            _row(choice, f"{name}/{index + 1}", par, middle, width - write if write else None, context, head=top)
        )
    return [top, *in_pairs(rows, context.style.room)]


def _head(name: str, head: Text | None, ticks: Ticks, context: PaperContext, middle: Pt, write: Pt) -> Strip:
    """Return the heads above the rows: of the list, of the circles at ``middle``, and of the lines from ``write``."""
    style = context.style
    wide = text_width(ticks.label.plain, context.settings.face(), style.note_ink.step.size)
    label_width = min(wide + 1, context.width * 0.45)
    # centred over the circles, but inside their column
    right = middle + style.circle if ticks.word else context.width
    left = min(middle - label_width / 2, right - label_width)
    label = one_line(ticks.label, style.note_ink, label_width, context.display)
    word = one_line(context.labels.a_word, style.note_ink, context.width * _WORD_SHARE, context.display)
    title = fair_par(head, style.list_head(context.accent), left - mm(4), context.display) if head else None
    high = max(title.height if title else 0.0, label.height) + mm(1.5)

    items: list[Item] = []
    if title and head:
        items.append(box(f"{name}/head", [title], 0.0, high - mm(1.5) - title.height, left - mm(4), head.span))
    y = high - mm(1.5) - label.height
    items.append(dot(name, left - style.dot_out + mm(0.6), y + optical(style.note_ink.step), style))
    items.append(box(f"{name}/ticks", [label], left, y, label_width))
    items.append(rule(f"{name}/rule", 0.0, write - _APART if ticks.word else write, high, ROW_RULE, LINE))
    if ticks.word:
        items.append(dot(f"{name}/word", write - style.dot_out, y + optical(style.note_ink.step), style))
        items.append(box(f"{name}/word", [word], write, y, context.width - write))
        items.append(rule(f"{name}/word/rule", write, context.width, high, ROW_RULE, LINE))
    return finished(tuple(items), high, style.between_blocks, keep=True)


def _row(
    choice: Callable[[], Choice], name: str, par: Par, middle: Pt, write: Pt | None, context: PaperContext, head: Strip
) -> Strip:
    """Return an item with its circle, a rule under it, and a write line from ``write`` to the right edge."""
    style = context.style
    high = max(
        par.height + 2 * style.gap(_PAD),
        max(style.pitch, 2 * style.circle + mm(1.4)) if write is None else style.pitch + style.gap(mm(3)),
    )

    def build(_extra: int, _references: References) -> tuple[Item, ...]:
        # the middle of the letters, not of their line boxes, is the middle of the row
        y = (high - par.height) / 2 - (optical(style.text.step) - style.text.step.leading / 2)
        items: list[Item] = [
            box(name, [par], 0.0, y, middle - style.circle - mm(3)),
            circle(f"{name}/tick", middle, high / 2, style.circle, par.plain, choice()),
        ]
        if write is None:
            items.append(rule(f"{name}/rule", 0.0, context.width, high, ROW_RULE, LINE))
        else:
            area = Rect(write, high - style.pitch, context.width - write, style.pitch)
            items.append(
                WriteBox(
                    id=f"{name}/word", box=area, count=1, pitch=style.pitch, dot=False, label=par.plain,
                    number=context.instruction_number,
                )
            )  # fmt: skip
            items.append(rule(f"{name}/rule", 0.0, write - _APART, high, ROW_RULE, LINE))
        return tuple(items)

    return Strip(height=high, build=build, head=head, ruled=True, line=None if write is None else high)
