"""The cover: rings and star, title, lines to fill in, contents and the key to the marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from deckbuild.flow.chrome import tab_shape
from deckbuild.flow.marks import dot, star
from deckbuild.flow.setting import paper_setting
from deckbuild.flow.style import PaperStyle
from deckbuild.flow.text import box, fair_par, one_line, optical
from deckbuild.frame.items import Folio, Item, Picture, Shape, ShapeKind, WriteBox
from deckbuild.frame.text import Align, Par, Tag
from deckbuild.layout.pictures import fitted
from deckbuild.layout.text import ParStyle, Setting, set_par
from deckbuild.model.deck import Deck
from deckbuild.model.text import Run
from deckbuild.model.theme import INK, MARK, SOFT, Step, accent
from deckbuild.units import Pt, Rect, mm

_LOGO_TOP, _LOGO_WIDTH, _LOGO_HEIGHT = mm(18), mm(60), mm(8)
_OWNER_GAP = mm(3)
_RING_X, _RING_Y, _RING_FIRST, _RING_LAST, _RING_STEP = mm(140), mm(79), mm(13), mm(49), mm(9)
_RING_WIDTH, _STAR = mm(0.5), mm(8.5)
_TITLE_TOP, _TITLE_MOST, _SUBTITLE_MOST = mm(138), mm(36), mm(14)
_TITLES = (Step(34, mm(14)), Step(28, mm(12)), Step(24, mm(10)), Step(20, mm(8.5)))
_SUBTITLES = (Step(16, mm(7)), Step(13, mm(6)), Step(10.5, mm(5)))
_LINE_TOP, _LINE_PITCH = mm(187), mm(16)
_FIRST_LINE, _SECOND_X, _SECOND_LINE = mm(94), mm(112), mm(52)
_CONTENTS_TOP, _CONTENTS_BOTTOM, _CONTENTS_PITCH = mm(219), mm(288), mm(8)
_SQUARE = mm(6)
_ENTRY_X, _ENTRY_RIGHT = mm(10), mm(80)
_KEY_X, _KEY_TEXT = mm(103), mm(112)
_ONE_COLUMN = 9
"""More contents than this stand in two columns, and the key moves beside the rings."""
_KEY_TOP_BESIDE = mm(90)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents."""

    number: int
    """The section's number; 0 for none."""
    title: str
    page: int


def cover(deck: Deck, entries: Sequence[Entry], numbers: Mapping[str, str], style: PaperStyle) -> Folio:
    """Return the first page. ``numbers`` are the questions' printed numbers, one of which explains them all."""
    setting = paper_setting(deck.labels.lang, always=False)
    items: list[Item] = [*_owner(deck, setting, style), *_rings(len(deck.sections))]
    bottom = _titles(deck, setting, items, style)
    bottom = _lines(deck, setting, items, max(_LINE_TOP, bottom + mm(16)), style)
    top = max(_CONTENTS_TOP, bottom + mm(9))
    beside = len(entries) > _ONE_COLUMN
    _contents(entries, setting, items, top, style, columns=2 if beside else 1)
    key = _key(deck, numbers)
    if beside:
        _print_key(key, setting, items, style.inner, _KEY_TOP_BESIDE, style)
    else:
        _print_key(key, setting, items, style.inner + _KEY_X, top, style)
    return Folio(number=1, width=style.page_width, height=style.page_height, items=tuple(items))


def _owner(deck: Deck, setting: Setting, style: PaperStyle) -> list[Item]:
    items: list[Item] = []
    logo = Rect(style.inner, _LOGO_TOP, _LOGO_WIDTH, _LOGO_HEIGHT)
    x = logo.x
    if deck.info.logo:
        path = deck.path.parent / deck.info.logo
        try:
            area = fitted(path, logo)
        except OSError:
            area = None  # reported when the file was read
        if area:
            items.append(Picture(id="cover/logo", box=area, path=path))
            x = area.right + _OWNER_GAP
    if deck.info.owner:
        par = set_par(deck.info.owner, style.text, style.inner + style.width - x, setting)
        items.append(
            box("cover/owner", [par], x, logo.y + logo.h / 2 - optical(style.text.step), style.inner + style.width - x)
        )
    return items


def _rings(sections: int) -> list[Item]:
    """Return a ring for each section, the first innermost, around the star."""
    step = min(_RING_STEP, (_RING_LAST - _RING_FIRST) / max(1, sections - 1))
    items: list[Item] = []
    for index in reversed(range(max(1, sections))):
        r = _RING_FIRST + index * step
        area = Rect(_RING_X - r, _RING_Y - r, 2 * r, 2 * r)
        color = accent(index + 1) if sections else INK
        items.append(
            Shape(id=f"cover/ring{index + 1}", kind=ShapeKind.ELLIPSE, box=area, stroke=color, width=_RING_WIDTH)
        )
    items.append(star("cover", _RING_X, _RING_Y, _STAR))
    return items


def _fitting(
    text: tuple[Run, ...], look: ParStyle, steps: Sequence[Step], width: Pt, most: Pt, setting: Setting
) -> Par:
    """Set text at the largest step at which it is no higher than ``most`` points."""
    for step in steps:
        par = fair_par(text, replace(look, step=step), width, setting)
        if par.height <= most:
            break
    return par


def _titles(deck: Deck, setting: Setting, items: list[Item], style: PaperStyle) -> Pt:
    """Set title and subtitle; return where they end."""
    look = ParStyle(_TITLES[0], INK, bold=True, tag=Tag.TITLE)
    title = _fitting(deck.info.title.runs, look, _TITLES, style.width, _TITLE_MOST, setting)
    items.append(box("cover/title", [title], style.inner, _TITLE_TOP, style.width, deck.info.title.span))
    bottom = _TITLE_TOP + title.height
    if deck.info.subtitle:
        soft = ParStyle(_SUBTITLES[0], SOFT)
        subtitle = _fitting(deck.info.subtitle.runs, soft, _SUBTITLES, style.width, _SUBTITLE_MOST, setting)
        items.append(
            box("cover/subtitle", [subtitle], style.inner, bottom + mm(1), style.width, deck.info.subtitle.span)
        )
        bottom += mm(1) + subtitle.height
    return bottom


def _lines(deck: Deck, setting: Setting, items: list[Item], top: Pt, style: PaperStyle) -> Pt:
    """Draw the lines to fill in: the second beside the first, further ones under them; return where they end."""
    labels = deck.handout.cover
    y = top
    for index, label in enumerate(labels):
        x, width = style.inner, style.width
        if index == 0 and len(labels) > 1:
            width = _FIRST_LINE
        elif index == 1:
            x, width = style.inner + _SECOND_X, _SECOND_LINE
        if index > 1:
            y += _LINE_PITCH
        area = Rect(x, y - style.pitch, width, style.pitch)
        items.append(WriteBox(id=f"cover/{index + 1}", box=area, count=1, pitch=style.pitch, label=label.plain))
        par = one_line(label.plain, style.note, width, setting)
        items.append(box(f"cover/{index + 1}/label", [par], x, y + mm(1), width, label.span))
    return y + mm(5.5)


def _contents(
    entries: Sequence[Entry], setting: Setting, items: list[Item], top: Pt, style: PaperStyle, *, columns: int
) -> None:
    """Print the sections with their colours and pages."""
    if not entries:
        return
    rows = -(-len(entries) // columns)
    pitch = min(_CONTENTS_PITCH, (_CONTENTS_BOTTOM - top) / rows)
    square = min(_SQUARE, pitch * 0.8)
    small = Step(min(style.text.step.size, pitch * 0.72), min(style.text.step.leading, pitch))
    numbered = any(entry.number for entry in entries)
    indent = _ENTRY_X if numbered else 0.0
    steps = (Step(9.5, small.leading), Step(8.5, small.leading)) if small.size > 9.5 else ()
    for index, entry in enumerate(entries):
        column, row = divmod(index, rows)
        x, y = style.inner + column * mm(84), top + row * pitch
        if entry.number:
            color = accent(entry.number)
            look = replace(style.tab_number, step=Step(min(9.0, square * 0.6), square), tag=Tag.PARAGRAPH)
            items.append(
                tab_shape(f"contents/{index + 1}/number", entry.number, Rect(x, y, square, square), color, look)
            )
        middle = y + square / 2
        wide = _ENTRY_RIGHT - indent - mm(10)
        par = one_line(entry.title, replace(style.text, step=small), wide, setting, steps)
        items.append(box(f"contents/{index + 1}", [par], x + indent, middle - optical(_step(par, style)), wide))
        if entry.page:
            page = set_par((Run(str(entry.page)),), replace(style.right, step=small), mm(10), setting)
            items.append(
                box(
                    f"contents/{index + 1}/page",
                    [page],
                    x + _ENTRY_RIGHT - mm(10),
                    middle - optical(_step(page, style)),
                    mm(10),
                )
            )


def _step(par: Par, style: PaperStyle) -> Step:
    """Return the step a paragraph was set at."""
    return Step(par.runs[0].size, par.leading) if par.runs else style.text.step


_Mark = tuple[str, str, str]
"""Kind of mark, what it shows, what it means."""


def _key(deck: Deck, numbers: Mapping[str, str]) -> list[_Mark]:
    """Return the marks that need explaining."""
    labels = deck.labels
    key: list[_Mark] = [("dot", "", labels.legend_write)]
    if deck.handout.sheets:
        key.append(("star", "", labels.legend_carried.format(sheet=next(iter(deck.handout.sheets)))))
    if numbers:
        shown = next((n for n in numbers.values() if n.endswith(".2")), next(iter(numbers.values())))
        slide, _, question = shown.partition(".")
        key.append(("id", shown, labels.legend_id.format(slide=slide, question=question)))
    key.append(("circle", "", labels.legend_tick))
    return key


def _print_key(key: Sequence[_Mark], setting: Setting, items: list[Item], x: Pt, top: Pt, style: PaperStyle) -> None:
    indent = _KEY_TEXT - _KEY_X
    for index, (kind, shown, text) in enumerate(key):
        middle = top + index * _CONTENTS_PITCH + _SQUARE / 2
        name = f"key/{index + 1}"
        if kind == "dot":
            items.append(dot(name, x, middle))
        elif kind == "star":
            items.append(star(name, x, middle, mm(2.6)))
        elif kind == "circle":
            items.append(_ring(name, x, middle))
        else:
            wide = mm(14)
            par = set_par((Run(shown),), replace(style.question_id, align=Align.CENTER), wide, setting)
            items.append(box(f"{name}/id", [par], x - wide / 2, middle - optical(_step(par, style)), wide))
        room = mm(52)
        par = one_line(
            text, style.text, room, setting, (Step(9.5, style.text.step.leading), Step(8.5, style.text.step.leading))
        )
        items.append(box(name, [par], x + indent, middle - optical(_step(par, style)), room))


def _ring(name: str, x: Pt, y: Pt) -> Shape:
    """Return a circle that only shows what circles look like."""
    r = mm(2.4)
    area = Rect(x - r, y - r, 2 * r, 2 * r)
    return Shape(id=f"{name}/circle", kind=ShapeKind.ELLIPSE, box=area, stroke=MARK, width=mm(0.3))
