"""The contents on the cover: the sections with their numbers and pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Item, Shape
from deckbuild.frame.text import Align, Par, Tag
from deckbuild.handout.furniture.marks import rule
from deckbuild.handout.furniture.section_marks import tab_shape
from deckbuild.handout.style.paragraphs import box, fair_par, one_line, optical
from deckbuild.handout.style.style import PaperStyle
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, set_par
from deckbuild.model.text import Run, Text
from deckbuild.model.theme import ContentsForm, Step, accent
from deckbuild.units import Pt, Rect, mm

SQUARE = mm(6)
"""The side of the square with a section's number."""
_APART = mm(8)
_ENTRY_X, _ENTRY_RIGHT = mm(10), mm(80)
_BOX, _BOX_LINE = 7 / 6, mm(0.4)
"""How many times as wide as high an outlined box with a section's number is, and its line."""


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents."""

    number: int
    """The number of the section; 0 for a slide."""
    title: Text
    page: int
    anchor: str = ""
    """The name of the anchor that it links to."""


def line_apart(style: PaperStyle) -> Pt:
    """Return the distance between two lines of the contents, in points."""
    return max(_APART, style.text.step.leading + mm(1.3)) if style.zoom > 1 else _APART


def smaller_steps(step: Step, style: PaperStyle) -> tuple[Step, ...]:
    """Return the smaller steps that a long line may be set at; none in large print."""
    return () if style.zoom > 1 else (Step(9.5, step.leading), Step(8.5, step.leading))


def contents(
    entries: Sequence[ContentsLine],
    settings: TextSettings,
    items: list[Item],
    top: Pt,
    foot: Pt,
    style: PaperStyle,
    *,
    form: ContentsForm,
    columns: int,
) -> None:
    """Add the contents to ``items``: the sections with their colours and pages."""
    if not entries:
        return
    rows = -(-len(entries) // columns)
    apart = min(line_apart(style), (foot - top) / rows)
    square = min(style.sized(SQUARE), apart * (0.86 if style.zoom > 1 else 0.8))
    small = Step(min(style.text.step.size, apart * 0.72), min(style.text.step.leading, apart))
    numbered = any(entry.number for entry in entries)
    steps = smaller_steps(small, style) if small.size > 9.5 else ()
    indent = style.sized(_ENTRY_X) if numbered else 0.0
    right = style.width if columns == 1 and not style.side_notes else _ENTRY_RIGHT
    page_width = style.sized(mm(10))
    for index, entry in enumerate(entries):
        column, row = divmod(index, rows)
        x, y = style.inner + column * mm(84), top + row * apart
        link = f"#{entry.anchor}" if entry.page else None
        if entry.number:
            place = Rect(x, y, square, square)
            items.append(_entry_number(f"contents/{index + 1}/number", entry.number, place, form, settings, style))
        if form is ContentsForm.RULES:
            items.append(rule(f"contents/{index + 1}/rule", x, x + right, y + (square + apart) / 2))
        middle = y + square / 2
        wide = right - indent - page_width
        look = replace(style.text, step=small, tag=Tag.ENTRY)
        par = linked(_entry_par(entry.title, look, wide, apart, settings, steps), link)
        high = (len(par.lines) - 1) * par.leading / 2
        items.append(
            box(f"contents/{index + 1}", [par], x + indent, middle - optical(step_of(par, style)) - high, wide)
        )
        if entry.page:
            right_look = replace(style.right, step=small, tag=Tag.ENTRY_PAGE)
            page = set_par((Run(str(entry.page), link=link),), right_look, page_width, settings)
            items.append(
                box(
                    f"contents/{index + 1}/page",
                    [page],
                    x + right - page_width,
                    middle - optical(step_of(page, style)),
                    page_width,
                )
            )


def _entry_number(
    name: str, number: int, place: Rect, form: ContentsForm, settings: TextSettings, style: PaperStyle
) -> Shape:
    """Return the number of a section before its name, in a square as high as a line of the contents."""
    size = min(style.sized(9.0), place.h * 0.62)
    look = replace(style.tab_number, step=Step(size, place.h), tag=Tag.ENTRY_LABEL)
    if form is ContentsForm.TABS:
        return tab_shape(name, number, place, accent(number), look, settings)
    plain_look = replace(look, color=accent(number), heading=True)
    if form is ContentsForm.RULES:
        plain_look = replace(plain_look, step=Step(style.text.step.size, place.h), align=Align.LEFT)
        return replace(tab_shape(name, number, place, accent(number), plain_look, settings), fill=None)
    wider = replace(place, w=place.w * _BOX)
    shape = tab_shape(name, number, wider, accent(number), plain_look, settings)
    return replace(shape, fill=None, stroke=accent(number), width=_BOX_LINE)


def _entry_par(title: Text, look: ParStyle, width: Pt, apart: Pt, settings: TextSettings, steps: Sequence[Step]) -> Par:
    """Set a title on one line; if it is too long, on two lines that fit ``apart``; else shortened on one line."""
    one = one_line(title, look, width, settings, tuple(steps))
    if not one.plain.endswith("…") or title.plain.endswith("…"):
        return one
    size = one.runs[0].size
    step = Step(size, min(look.step.leading, apart / 2))
    two = fair_par(title, replace(look, step=step), width, settings)
    return two if len(two.lines) == 2 and step.leading >= size * _LEAST_LEADING else one


_LEAST_LEADING = 1.15
"""The least leading of a title on two lines, as a multiple of its type size."""


def linked(par: Par, link: str | None) -> Par:
    """Return the paragraph with ``link`` on all of its text; ``None`` takes links away."""
    lines = tuple(
        replace(line, pieces=tuple(replace(piece, run=replace(piece.run, link=link)) for piece in line.pieces))
        for line in par.lines
    )
    return replace(par, runs=tuple(replace(run, link=link) for run in par.runs), lines=lines)


def step_of(par: Par, style: PaperStyle) -> Step:
    """Return the step at which a paragraph is set."""
    return Step(par.runs[0].size, par.leading) if par.runs else style.text.step
