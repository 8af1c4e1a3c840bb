"""Chooses a layout of a template for each of our layout kinds.

It is the one that the author names, or else the most likely one by its type, its placeholders and its name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from deckbuild.model.contrast import contrast
from deckbuild.model.slide_layouts import VARIANTS, LayoutKind
from deckbuild.templates.colors import mean
from deckbuild.templates.layouts import Template, TemplateLayout, one_line
from deckbuild.units import Rect

LEAST_BODY = 0.25
"""Least area of a placeholder for content, as a share of the page."""
SMALL = 0.1
"""Area, as a share of the page, under which a placeholder is for a word beside the content: a source, a date."""

_WIDE = 0.6
"""The least width of a place for tables, as a share of the page's; their words are divided in narrower ones."""
_PALE = 1.1
"""The contrast under which two grounds are taken for one."""
_HIGH = 0.4
"""Where a title must end, as a share of the page's height, so that content has room below, or begin at the foot."""

_COVER = re.compile(
    r"^(title slide|titel ?(slide|dias|dia|folie)|forside|cover|front|opening|portada|couverture|copertina|capa"
    r"|rubrikbild|tittellysbilde|otsikkodia|титул\w*|εξώφυλλο)\b|封面|首页|標題投影片|표지|表紙",
    re.IGNORECASE,
)
_TITLE = re.compile(rf"{_COVER.pattern}|^title( page)?$", re.IGNORECASE)
_SECTION = re.compile(
    r"section|afsnit|abschnitt|kapitel|chapter|divider|skille|avsnitt|sectie|hoofdstuk|sección|sezione|seção|capítulo"
    r"|osion|rozdział|раздел|ενότητα|章节|小节|过渡|節標題|章タイトル|구역",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"quote|citat|zitat", re.IGNORECASE)
_AGENDA = re.compile(r"agenda|dagsorden|program|tagesordnung|ordre du jour|orden del día", re.IGNORECASE)

Test = Callable[[TemplateLayout, Rect], bool]


def _large(drawn: TemplateLayout, page: Rect, *kinds: str) -> list[float]:
    """Return the areas of the placeholders that are not small, as shares of the page: of ``kinds``, or for text."""
    held = [p for p in drawn.placeholders if p.kind in kinds] if kinds else drawn.bodies
    areas = (p.outer.w * p.outer.h / (page.w * page.h) for p in held)
    return sorted((area for area in areas if area >= SMALL), reverse=True)


def _one_body(drawn: TemplateLayout, page: Rect) -> bool:
    large = _large(drawn, page)
    return len(large) == 1 and large[0] >= LEAST_BODY and _titled(drawn, page)


def _titled(drawn: TemplateLayout, page: Rect) -> bool:
    """Whether its title begins no lower than its largest place for text; lower ones are captions and names."""
    largest = max(drawn.bodies, key=lambda p: p.outer.w * p.outer.h)
    return drawn.title is not None and drawn.title.outer.y <= largest.outer.y + page.h / 20


def _plain_body(drawn: TemplateLayout, page: Rect) -> bool:
    return _one_body(drawn, page) and not _large(drawn, page, "subTitle", "pic")


def _content(drawn: TemplateLayout, page: Rect) -> bool:
    return _plain_body(drawn, page) and drawn.kind in ("obj", "tx")


def _greatest_body(drawn: TemplateLayout, page: Rect) -> bool:
    large = _large(drawn, page)
    return bool(large) and large[0] >= max(LEAST_BODY, *(2 * area for area in large[1:]), 0) and _titled(drawn, page)


def _two(drawn: TemplateLayout, page: Rect) -> bool:
    bodies = [b for b in drawn.bodies if b.outer.w * b.outer.h >= SMALL * page.w * page.h]
    return (
        bool(drawn.title)
        and len(bodies) == 2
        and abs(bodies[0].outer.y - bodies[1].outer.y) < page.h / 20
        and all(b.outer.h >= page.h * 0.35 and b.outer.w >= page.w * 0.25 for b in bodies)
    )


def _bare(drawn: TemplateLayout, page: Rect) -> bool:
    title = drawn.title
    if title is None or drawn.first("subTitle") or _large(drawn, page, "body", "obj", "pic", "chart", "tbl"):
        return False
    return title.outer.bottom < page.h * _HIGH or (not drawn.bodies and title.outer.y > page.h * (1 - _HIGH))


def _inner(drawn: TemplateLayout, _page: Rect) -> bool:
    """Whether it has a title, and isn't meant to open a deck or section."""
    opens = drawn.kind in ("title", "secHead") or drawn.first("ctrTitle", "subTitle")
    return bool(drawn.title) and not opens and not _COVER.search(drawn.name) and not _SECTION.search(drawn.name)


def _named(pattern: re.Pattern[str], also: Test) -> Test:
    return lambda drawn, page: bool(pattern.search(drawn.name)) and also(drawn, page)


def _tabled(drawn: TemplateLayout, page: Rect) -> bool:
    place = drawn.first("tbl")
    return drawn.title is not None and place is not None and place.outer.w >= _WIDE * page.w


def _any_title(drawn: TemplateLayout, _page: Rect) -> bool:
    return drawn.title is not None


_TITLES: tuple[Test, ...] = (
    lambda d, _: d.kind == "title" and d.title is not None,
    lambda d, _: d.first("ctrTitle") is not None,
    lambda d, _: d.title is not None and d.first("subTitle") is not None,
    _named(_TITLE, _any_title),
)
_SECTIONS: tuple[Test, ...] = (
    lambda d, _: d.kind == "secHead" and d.title is not None,
    _named(_SECTION, _any_title),
    *_TITLES,
    _any_title,
)
_TEXTS: tuple[Test, ...] = (
    _content,
    lambda d, page: _plain_body(d, page) and not _SECTION.search(d.name),
    _one_body,
    _greatest_body,
    lambda d, page: _bare(d, page) and _inner(d, page),
    _bare,
    _inner,
    _any_title,
)
_BARES: tuple[Test, ...] = (
    lambda d, _: d.kind == "titleOnly" and d.title is not None,
    lambda d, page: _bare(d, page) and _inner(d, page),
    _bare,
)

_WANTED: Mapping[LayoutKind, tuple[Test, ...]] = {
    LayoutKind.TITLE: (*_TITLES, _any_title),
    LayoutKind.SECTION: _SECTIONS,
    LayoutKind.TEXT: _TEXTS,
    LayoutKind.AGENDA: (_named(_AGENDA, _one_body),),
    LayoutKind.COLUMNS: (lambda d, page: d.kind == "twoObj" and _two(d, page), _two),
    LayoutKind.QUOTE: (_named(_QUOTE, _one_body),),
    LayoutKind.TABLE: (_tabled,),
    **dict.fromkeys((LayoutKind.FIGURE, LayoutKind.CARDS, LayoutKind.BOARD), _BARES),
}
_LIKE = {
    **VARIANTS,
    LayoutKind.COMPARISON: LayoutKind.TABLE,
    LayoutKind.DEFINITION: LayoutKind.TEXT,
    LayoutKind.QUESTIONS: LayoutKind.TEXT,
    LayoutKind.FIELDS: LayoutKind.TEXT,
    LayoutKind.CLOSING: LayoutKind.TEXT,
}
"""Layout kind -> the kind whose layout it uses too."""
TEXTS = frozenset({
    LayoutKind.TEXT, LayoutKind.NUMBERED, LayoutKind.PROSE, LayoutKind.DEFINITION, LayoutKind.QUOTE,
    LayoutKind.QUESTIONS, LayoutKind.STACKED, LayoutKind.FIELDS,
})  # fmt: skip
COLUMNS = frozenset({LayoutKind.COLUMNS, LayoutKind.PROSE_COLUMNS, LayoutKind.CONCLUDED})
TABLES = frozenset({LayoutKind.AGENDA, LayoutKind.TABLE, LayoutKind.COMPARISON, LayoutKind.TABLE_TEXT})
"""Layout kinds whose text fills one placeholder; two, side by side; and those whose table fills one."""
BODIED = (TEXTS | COLUMNS) - {*VARIANTS}
"""Those that a template without a body placeholder lacks."""
_OPENING = (LayoutKind.TITLE, LayoutKind.SECTION)
_ORDER = (
    LayoutKind.TITLE,
    LayoutKind.TEXT,
    *(layout for layout in LayoutKind if layout not in (LayoutKind.TITLE, LayoutKind.TEXT)),
)


def find(template: Template, wanted: str) -> list[TemplateLayout]:
    """Return the layouts with a name, or the one with a number (as ``template inspect`` counts); there may be none."""
    if wanted.isdecimal() and not any(drawn.name == wanted for drawn in template.layouts):
        return [drawn for drawn in template.layouts if drawn.number == int(wanted)]
    folded = one_line(wanted).casefold()
    return [drawn for drawn in template.layouts if drawn.name.casefold() == folded]


def choose(template: Template, given: Mapping[LayoutKind, TemplateLayout]) -> dict[LayoutKind, TemplateLayout]:
    """Return a layout of the template for each layout kind: those ``given``, and the most likely for the others."""
    chosen = dict(given)
    for layout in _ORDER:
        if layout in chosen:
            continue
        model = _LIKE.get(layout)
        if model is not None and model in chosen:
            chosen[layout] = chosen[model]
            continue
        text = chosen.get(LayoutKind.TEXT)
        candidates = _candidates(template, layout, text)
        if text and layout not in _OPENING:
            candidates = [drawn for drawn in candidates if _suits(drawn, text, template.page)]
        found = _first(_WANTED.get(layout, ()), candidates, template.page)
        chosen[layout] = found or text or template.layouts[0]
    return {layout: chosen[layout] for layout in LayoutKind}


def _suits(drawn: TemplateLayout, text: TemplateLayout, page: Rect) -> bool:
    """Whether content can stand on a layout as on that for text: under a title, and on a ground of the same colour."""
    return drawn.titled >= text.titled and same_ground(drawn, text, page)


def same_ground(drawn: TemplateLayout, text: TemplateLayout, page: Rect) -> bool:
    """Whether content stands on the same colour on two layouts, as far as that is known."""
    middle = Rect(page.w * 0.2, page.h * 0.35, page.w * 0.6, page.h * 0.4)
    one, other = (layout.backdrop.grounds(middle) for layout in (drawn, text))
    return bool(one) == bool(other) and (not one or contrast(mean(one), mean(other)) < _PALE)


def _candidates(template: Template, layout: LayoutKind, text: TemplateLayout | None) -> Sequence[TemplateLayout]:
    """Return the layouts to choose from, the preferred first.

    Once a layout for text is chosen, content uses the layouts of its slide master only. For title and section slides,
    and for text itself, they are those of a sample slide's master, then all others. The sample is the first slide for
    titles and sections, the second for text. Layouts with a title placeholder come first, and for content those with
    fewer placeholders for text.
    """
    opening = layout in _OPENING
    layouts = {drawn.part: drawn.master for drawn in template.layouts}
    sample = template.samples[min(0 if opening else 1, len(template.samples) - 1)] if template.samples else ""
    first = text.master if text and not opening else layouts.get(sample, "")
    fewest = sorted(
        template.layouts,
        key=lambda drawn: (not drawn.titled, 0 if opening else len(drawn.bodies)),
    )
    beside = [drawn for drawn in fewest if drawn.master == first]
    others = [drawn for drawn in fewest if drawn.master != first]
    return beside if text and not opening else [*beside, *others]


def _first(tests: Sequence[Test], candidates: Sequence[TemplateLayout], page: Rect) -> TemplateLayout | None:
    return next((drawn for test in tests for drawn in candidates if test(drawn, page)), None)
