"""The cover: title art, title, lines to fill in, contents and the key to the marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Page
from deckbuild.frame.items import WRITE_DOT, Item, PictureItem, Shape, ShapeKind, TextBox, WriteBox
from deckbuild.frame.text import Par, Tag
from deckbuild.frame.transform import moved
from deckbuild.handout.front_and_back.contents import SQUARE, ContentsLine, contents, line_apart, smaller_steps, step_of
from deckbuild.handout.furniture.marks import dot, question_number, star
from deckbuild.handout.furniture.running_heads import name_line
from deckbuild.handout.style.paragraphs import box, fair_par, one_line, optical
from deckbuild.handout.style.settings import deck_settings
from deckbuild.handout.style.style import PaperStyle
from deckbuild.handout.style.styles import looking
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, baseline, set_par
from deckbuild.layout.title_art.arts import COVER_UNIT, art_of, draw
from deckbuild.model.deck import Deck
from deckbuild.model.text import Run
from deckbuild.model.theme import INK, MARK, SOFT, Step, accent
from deckbuild.units import Pt, Rect, around, mm

_LOGO_TOP, _LOGO_WIDTH, _LOGO_HEIGHT = mm(18), mm(60), mm(8)
_OWNER_GAP = mm(3)
_TITLE_TOP, _TITLE_MOST, _SUBTITLE_MOST = mm(138), mm(36), mm(14)
_TITLES = (Step(34, mm(14)), Step(28, mm(12)), Step(24, mm(10)), Step(20, mm(8.5)))
_SUBTITLES = (Step(20, mm(9)), Step(18, mm(8.2)), Step(16, mm(7)), Step(13, mm(6)), Step(10.5, mm(5)))
_LINE_TOP, _TO_LINES = mm(187), mm(16)
_FIRST_LINE, _SECOND_X, _SECOND_LINE = mm(94), mm(112), mm(52)
_CONTENTS_TOP, _CONTENTS_FOOT = mm(219), mm(9)
_TO_CONTENTS, _TO_KEY = mm(9), mm(3)
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
    contents(
        entries,
        settings,
        items,
        top,
        style.page_height - _CONTENTS_FOOT,
        style,
        form=deck.theme.paper.contents,
        columns=2 if beside else 1,
    )
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
    apart, lowest = line_apart(style), style.body_bottom
    made: list[Item] = []
    bottom = _titles(deck, settings, made, 0.0, style) + _TO_LINES
    bottom = _lines(deck, settings, made, bottom, style) + style.gap(_TO_CONTENTS)
    from_top = bottom
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
    contents(entries, settings, items, from_top + top, lowest, style, form=deck.theme.paper.contents, columns=1)
    _print_key(marks, settings, items, style.inner + SQUARE / 2, top + bottom - len(marks) * apart, style)
    return items


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
    long, thick = looks.cover_stroke
    if long:
        stroke = Rect(style.inner, bottom + mm(1), long, thick)
        items.append(Shape(id="cover/stroke", kind=ShapeKind.RECT, box=stroke, fill=accent(1)))
        bottom = stroke.bottom + mm(3)
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
    apart, indent = line_apart(style), style.sized(_KEY_INDENT)
    middle = apart / 2 if style.zoom > 1 else SQUARE / 2
    for index, (kind, shown, text) in enumerate(key):
        y = top + index * apart + middle
        name = f"key/{index + 1}"
        if kind == "dot":
            items.append(dot(name, x, y, style, WRITE_DOT))
        elif kind == "star":
            items.append(star(name, x, y, mm(2.6)))
        elif kind == "circle":
            items.append(_ring(name, x, y, style))
        else:
            step, look = style.question.step, style.question_id.step
            place = Rect(0.0, y - optical(look) + baseline(look) - baseline(step), style.sized(mm(14)), 0.0)
            made, wide = question_number(name, shown, place, step, style, settings)
            items += moved(made, x - wide / 2 if style.zoom <= 1 else style.inner, 0.0)
        room = _KEY_WIDTH if style.side_notes else style.width - indent - SQUARE / 2
        par = one_line(text, style.text, room, settings, smaller_steps(style.text.step, style))
        items.append(box(name, [par], x + indent, y - optical(step_of(par, style)), room))


def _ring(name: str, x: Pt, y: Pt, style: PaperStyle) -> Shape:
    """Return a circle or square for the key: it looks like those to tick, but can't be ticked."""
    area = around(x, y, mm(2.4))
    kind = ShapeKind.RECT if style.plates else ShapeKind.ELLIPSE
    return Shape(id=f"{name}/circle", kind=kind, box=area, stroke=MARK, width=mm(0.3))
