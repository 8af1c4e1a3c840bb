"""The cover: title art, title, lines to fill in, contents and the key to the marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Page
from deckbuild.frame.items import Item, PictureItem, Shape, ShapeKind, TextBox, WriteBox
from deckbuild.frame.text import Align, Par, Tag
from deckbuild.frame.transform import moved
from deckbuild.handout.furniture.marks import dot, star
from deckbuild.handout.furniture.running_heads import name_line
from deckbuild.handout.furniture.section_marks import tab_shape
from deckbuild.handout.style.paragraphs import box, fair_par, one_line, optical
from deckbuild.handout.style.settings import deck_settings
from deckbuild.handout.style.style import PaperStyle
from deckbuild.handout.style.styles import looking
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, set_par
from deckbuild.layout.title_art.arts import COVER_UNIT, art_of, draw
from deckbuild.model.deck import Deck
from deckbuild.model.text import Run, Text
from deckbuild.model.theme import INK, MARK, SOFT, Step, accent
from deckbuild.units import Pt, Rect, around, mm

_LOGO_TOP, _LOGO_WIDTH, _LOGO_HEIGHT = mm(18), mm(60), mm(8)
_OWNER_GAP = mm(3)
_TITLE_TOP, _TITLE_MOST, _SUBTITLE_MOST = mm(138), mm(36), mm(14)
_TITLES = (Step(34, mm(14)), Step(28, mm(12)), Step(24, mm(10)), Step(20, mm(8.5)))
_SUBTITLES = (Step(20, mm(9)), Step(18, mm(8.2)), Step(16, mm(7)), Step(13, mm(6)), Step(10.5, mm(5)))
_LINE_TOP, _TO_LINES = mm(187), mm(16)
_FIRST_LINE, _SECOND_X, _SECOND_LINE = mm(94), mm(112), mm(52)
_CONTENTS_TOP, _CONTENTS_FOOT, _CONTENTS_APART = mm(219), mm(9), mm(8)
_TO_CONTENTS, _TO_KEY = mm(9), mm(3)
_SQUARE = mm(6)
_ENTRY_X, _ENTRY_RIGHT = mm(10), mm(80)
_KEY_X, _KEY_INDENT, _KEY_WIDTH = mm(103), mm(9), mm(52)
_ONE_COLUMN = 9
"""More contents lines than this stand in two columns; then the key stands beside the art."""
_KEY_BESIDE = mm(65)
"""How far the key reaches there, from the left edge of the text."""
_KEY_TOP_BESIDE = mm(90)
_A4, _A4_TEXT = mm(297), mm(164)
"""The height of the page and the width of the text that the places above are measured for."""


_Mark = tuple[str, str, str]
"""A mark of the key: its kind, the text in it, and its meaning."""


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents."""

    number: int
    """The number of the section; 0 for a slide."""
    title: Text
    page: int
    anchor: str = ""
    """The name of the anchor that it links to."""


def cover(
    deck: Deck, entries: Sequence[ContentsLine], numbers: Mapping[str, str], style: PaperStyle, diagnostics: Diagnostics
) -> Page:
    """Return the cover. ``numbers`` are the printed numbers of the questions by id; the key shows one as an example.

    Reports titles that are shortened in the contents.
    """
    settings = deck_settings(deck, always=False)
    key = _key(deck, numbers)
    compose = _side_by_side if style.side_notes else _stacked
    items = [*_owner(deck, settings, style), *compose(deck, entries, key, settings, style)]
    for index, entry in enumerate(entries, 1):
        if any(isinstance(item, TextBox) and item.id == f"contents/{index}" and _cut(item, entry) for item in items):
            diagnostics.warning(
                "title-shortened",
                entry.title.span,
                "This title is too long for the contents on the handout's cover: it is shortened there.",
                "Write a shorter title.",
            )
    return Page(number=1, width=style.page_width, height=style.page_height, items=tuple(items))


def _cut(shown: TextBox, entry: ContentsLine) -> bool:
    return shown.pars[0].plain.endswith("…") and not entry.title.plain.endswith("…")


def _side_by_side(
    deck: Deck, entries: Sequence[ContentsLine], key: Sequence[_Mark], settings: TextSettings, style: PaperStyle
) -> list[Item]:
    """Return the items of a cover on a wide page: art, title and lines, under them the contents beside the key."""
    high = style.page_height / _A4
    items: list[Item] = []
    beside = len(entries) > _ONE_COLUMN
    if art := art_of(deck):
        place = art.on_cover
        x = max(place.x, _KEY_BESIDE if beside else 0.0)
        area = Rect(style.inner + x, place.y * high, min(place.right, style.width) - x, place.h * high)
        items += draw("cover/art", art, deck, area, place.h, COVER_UNIT, settings)
    bottom = _titles(deck, settings, items, _TITLE_TOP * high, style)
    bottom = _lines(deck, settings, items, max(_LINE_TOP * high, bottom + _TO_LINES), style)
    top = max(_CONTENTS_TOP * high, bottom + _TO_CONTENTS)
    _contents(entries, settings, items, top, style.page_height - _CONTENTS_FOOT, style, columns=2 if beside else 1)
    if beside:
        _print_key(key, settings, items, style.inner, _KEY_TOP_BESIDE * high, style)
    else:
        _print_key(key, settings, items, style.inner + _KEY_X, top, style)
    return items


def _stacked(
    deck: Deck, entries: Sequence[ContentsLine], key: Sequence[_Mark], settings: TextSettings, style: PaperStyle
) -> list[Item]:
    """Return the items of a cover on a narrow page or in large print, all under one another and flush with the foot.

    The key is left out when there is no room for it. The art fills the height that is left at the top.
    """
    apart, lowest = _apart(style), style.body_bottom
    made: list[Item] = []
    bottom = _titles(deck, settings, made, 0.0, style) + _TO_LINES
    bottom = _lines(deck, settings, made, bottom, style) + style.gap(_TO_CONTENTS)
    contents = bottom
    if entries:
        bottom += len(entries) * apart + style.gap(_TO_KEY)
    marks = key if bottom + len(key) * apart + _LOGO_TOP + _LOGO_HEIGHT + mm(6) <= lowest else ()
    bottom += len(marks) * apart
    top = max(_LOGO_TOP + _LOGO_HEIGHT + mm(6), lowest - bottom)
    items: list[Item] = []
    if art := art_of(deck):
        place = art.on_cover
        under = _LOGO_TOP + _LOGO_HEIGHT + mm(3)
        share = min(1.0, (top - under - mm(6)) / place.h, style.width / place.w)
        wide = place.w * share
        area = Rect(style.inner + style.width - wide, under, wide, place.h * share)
        items += draw("cover/art", art, deck, area, place.h, COVER_UNIT * share, settings)
    items += moved(made, 0.0, top)
    _contents(entries, settings, items, contents + top, lowest, style, columns=1)
    _print_key(marks, settings, items, style.inner + _SQUARE / 2, top + bottom - len(marks) * apart, style)
    return items


def _apart(style: PaperStyle) -> Pt:
    """Return the distance between two lines of the contents, in points."""
    return max(_CONTENTS_APART, style.text.step.leading + mm(1.3)) if style.zoom > 1 else _CONTENTS_APART


def _owner(deck: Deck, settings: TextSettings, style: PaperStyle) -> list[Item]:
    items: list[Item] = []
    logo = Rect(style.inner, _LOGO_TOP, _LOGO_WIDTH, _LOGO_HEIGHT)
    x = logo.x
    if deck.info.logo:
        from deckbuild.layout.pictures import fitted  # loaded only when there is a picture

        path = deck.path.parent / deck.info.logo
        try:
            area = fitted(path, logo)
        except OSError:
            area = None  # the reader has reported the broken picture
        if area:
            items.append(PictureItem(id="cover/logo", box=area, path=path))
            x = area.right + _OWNER_GAP
    if deck.info.owner:
        par = set_par(deck.info.owner, style.text, style.inner + style.width - x, settings)
        items.append(
            box("cover/owner", [par], x, logo.y + logo.h / 2 - optical(style.text.step), style.inner + style.width - x)
        )
    return items


def _fitting(
    text: tuple[Run, ...], look: ParStyle, steps: Sequence[Step], width: Pt, most: Pt, settings: TextSettings
) -> Par:
    """Set text at the first of ``steps`` at which it is at most ``most`` points high, or else at the last."""
    for step in steps:
        par = fair_par(text, replace(look, step=step), width, settings)
        if par.height <= most:
            break
    return par


def _titles(deck: Deck, settings: TextSettings, items: list[Item], top: Pt, style: PaperStyle) -> Pt:
    """Add title and subtitle to ``items``, from ``top`` down; return the height at which they end, in points."""
    looks = deck.theme.paper
    look = looking(ParStyle(_TITLES[0], INK, tag=Tag.TITLE), looks.title)
    sizes = [Step(step.size * looks.cover_size, step.leading * looks.cover_size) for step in _TITLES]
    title = _fitting(deck.info.title.runs, look, sizes, style.width, _TITLE_MOST, settings)
    items.append(box("cover/title", [title], style.inner, top, style.width, deck.info.title.span))
    bottom = top + title.height
    if deck.info.subtitle:
        steps = _SUBTITLES[:2] if style.zoom > 1 else _SUBTITLES[2:]
        soft = looking(ParStyle(steps[0]), looks.subtitle)
        subtitle = _fitting(deck.info.subtitle.runs, soft, steps, style.width, _SUBTITLE_MOST, settings)
        items.append(
            box("cover/subtitle", [subtitle], style.inner, bottom + mm(1), style.width, deck.info.subtitle.span)
        )
        bottom += mm(1) + subtitle.height
    if deck.info.date:
        look = ParStyle(_SUBTITLES[1 if style.zoom > 1 else 3], SOFT)
        day = fair_par(deck.info.date, look, style.width, settings)
        items.append(box("cover/date", [day], style.inner, bottom + mm(2), style.width, deck.info.date.span))
        bottom += mm(2) + day.height
    return bottom


def _lines(deck: Deck, settings: TextSettings, items: list[Item], top: Pt, style: PaperStyle) -> Pt:
    """Add the lines to fill in to ``items``, from ``top`` down; return the height at which they end, in points.

    The second line stands beside the first, further ones under them.
    """
    labels = deck.handout.cover
    share = style.width / _A4_TEXT
    y = top
    for index, label in enumerate(labels):
        x, width = style.inner, style.width
        if index == 0 and len(labels) > 1:
            width = _FIRST_LINE * share
        elif index == 1:
            x, width = style.inner + _SECOND_X * share, _SECOND_LINE * share
        if index > 1:
            y += style.pitch + style.note.step.leading + mm(2.5)
        area = Rect(x, y - style.pitch, width, style.pitch)
        line = f"cover/{index + 1}"
        items.append(
            WriteBox(id=line, box=area, count=1, pitch=style.pitch, label=label.plain, name=line == name_line(deck))
        )
        par = one_line(label, style.note, width, settings)
        items.append(box(f"cover/{index + 1}/label", [par], x, y + mm(1), width, label.span))
    return y + mm(1) + style.note.step.leading


def _contents(
    entries: Sequence[ContentsLine],
    settings: TextSettings,
    items: list[Item],
    top: Pt,
    foot: Pt,
    style: PaperStyle,
    *,
    columns: int,
) -> None:
    """Add the contents to ``items``: the sections with their colours and pages."""
    if not entries:
        return
    rows = -(-len(entries) // columns)
    apart = min(_apart(style), (foot - top) / rows)
    square = min(style.sized(_SQUARE), apart * (0.86 if style.zoom > 1 else 0.8))
    small = Step(min(style.text.step.size, apart * 0.72), min(style.text.step.leading, apart))
    numbered = any(entry.number for entry in entries)
    steps = _smaller(small, style) if small.size > 9.5 else ()
    indent = style.sized(_ENTRY_X) if numbered else 0.0
    right = style.width if columns == 1 and not style.side_notes else _ENTRY_RIGHT
    page_width = style.sized(mm(10))
    for index, entry in enumerate(entries):
        column, row = divmod(index, rows)
        x, y = style.inner + column * mm(84), top + row * apart
        link = f"#{entry.anchor}" if entry.page else None
        if entry.number:
            color = accent(entry.number)
            look = replace(
                style.tab_number, step=Step(min(style.sized(9.0), square * 0.62), square), tag=Tag.ENTRY_LABEL
            )
            items.append(
                tab_shape(
                    f"contents/{index + 1}/number", entry.number, Rect(x, y, square, square), color, look, settings
                )
            )
        middle = y + square / 2
        wide = right - indent - page_width
        look = replace(style.text, step=small, tag=Tag.ENTRY)
        par = linked(_entry_par(entry.title, look, wide, apart, settings, steps), link)
        high = (len(par.lines) - 1) * par.leading / 2
        items.append(box(f"contents/{index + 1}", [par], x + indent, middle - optical(_step(par, style)) - high, wide))
        if entry.page:
            right_look = replace(style.right, step=small, tag=Tag.ENTRY_PAGE)
            page = set_par((Run(str(entry.page), link=link),), right_look, page_width, settings)
            items.append(
                box(
                    f"contents/{index + 1}/page",
                    [page],
                    x + right - page_width,
                    middle - optical(_step(page, style)),
                    page_width,
                )
            )


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


def _step(par: Par, style: PaperStyle) -> Step:
    """Return the step at which a paragraph is set."""
    return Step(par.runs[0].size, par.leading) if par.runs else style.text.step


def _key(deck: Deck, numbers: Mapping[str, str]) -> list[_Mark]:
    """Return the marks of the key: only those that this handout uses."""
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


def _print_key(
    key: Sequence[_Mark], settings: TextSettings, items: list[Item], x: Pt, top: Pt, style: PaperStyle
) -> None:
    apart, indent = _apart(style), style.sized(_KEY_INDENT)
    middle = apart / 2 if style.zoom > 1 else _SQUARE / 2
    for index, (kind, shown, text) in enumerate(key):
        y = top + index * apart + middle
        name = f"key/{index + 1}"
        if kind == "dot":
            items.append(dot(name, x, y))
        elif kind == "star":
            items.append(star(name, x, y, mm(2.6)))
        elif kind == "circle":
            items.append(_ring(name, x, y))
        else:
            wide = style.sized(mm(14))
            left = x - wide / 2 if style.zoom <= 1 else style.inner
            align = Align.CENTER if style.zoom <= 1 else Align.LEFT
            par = set_par((Run(shown),), replace(style.question_id, align=align), wide, settings)
            items.append(box(f"{name}/id", [par], left, y - optical(_step(par, style)), wide))
        room = _KEY_WIDTH if style.side_notes else style.width - indent - _SQUARE / 2
        par = one_line(text, style.text, room, settings, _smaller(style.text.step, style))
        items.append(box(name, [par], x + indent, y - optical(_step(par, style)), room))


def _smaller(step: Step, style: PaperStyle) -> tuple[Step, ...]:
    """Return the smaller steps that a long line may be set at; none in large print."""
    return () if style.zoom > 1 else (Step(9.5, step.leading), Step(8.5, step.leading))


def _ring(name: str, x: Pt, y: Pt) -> Shape:
    """Return a circle for the key: it looks like a circle to tick, but can't be ticked."""
    r = mm(2.4)
    area = around(x, y, r)
    return Shape(id=f"{name}/circle", kind=ShapeKind.ELLIPSE, box=area, stroke=MARK, width=mm(0.3))
