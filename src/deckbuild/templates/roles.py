"""Chooses a layout of a template for each of our layout kinds.

It is the one that the author names, or else the most likely one by its type, its placeholders and its name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from deckbuild.model.slide_layouts import LayoutKind
from deckbuild.templates.layouts import Template, TemplateLayout
from deckbuild.units import Rect

LEAST_BODY = 0.25
"""Least area of a placeholder for content, as a share of the page."""

_TITLE = re.compile(r"^(title slide|titel ?(slide|dias|folie)|forside|cover|front|title)\b", re.IGNORECASE)
_SECTION = re.compile(r"section|afsnit|abschnitt|kapitel|chapter|divider|skille", re.IGNORECASE)
_QUOTE = re.compile(r"quote|citat|zitat", re.IGNORECASE)
_AGENDA = re.compile(r"agenda|dagsorden|program|tagesordnung", re.IGNORECASE)

Test = Callable[[TemplateLayout, Rect], bool]


def _area(drawn: TemplateLayout, page: Rect) -> float:
    """Return the area of the largest placeholder for text, as a share of the page."""
    return max((p.outer.w * p.outer.h for p in drawn.bodies), default=0.0) / (page.w * page.h)


def _one_body(drawn: TemplateLayout, page: Rect) -> bool:
    return bool(drawn.title) and len(drawn.bodies) == 1 and _area(drawn, page) >= LEAST_BODY


def _content(drawn: TemplateLayout, page: Rect) -> bool:
    return _one_body(drawn, page) and drawn.kind in ("obj", "tx") and drawn.first("subTitle", "pic") is None


def _two(drawn: TemplateLayout, page: Rect) -> bool:
    bodies = drawn.bodies
    return (
        bool(drawn.title)
        and len(bodies) == 2
        and abs(bodies[0].outer.y - bodies[1].outer.y) < page.h / 20
        and all(b.outer.h >= page.h * 0.35 and b.outer.w >= page.w * 0.25 for b in bodies)
    )


def _bare(drawn: TemplateLayout, _page: Rect) -> bool:
    return bool(drawn.title) and not drawn.bodies and drawn.first("subTitle", "pic", "chart", "tbl") is None


def _named(pattern: re.Pattern[str], also: Test) -> Test:
    return lambda drawn, page: bool(pattern.search(drawn.name)) and also(drawn, page)


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
    lambda d, page: _one_body(d, page) and d.first("subTitle", "pic") is None and not _SECTION.search(d.name),
    _one_body,
    _bare,
    _any_title,
)
_BARES: tuple[Test, ...] = (lambda d, _: d.kind == "titleOnly" and d.title is not None, _bare)

_WANTED: Mapping[LayoutKind, tuple[Test, ...]] = {
    LayoutKind.TITLE: (*_TITLES, _any_title),
    LayoutKind.SECTION: _SECTIONS,
    LayoutKind.TEXT: _TEXTS,
    LayoutKind.AGENDA: (_named(_AGENDA, _one_body),),
    LayoutKind.COLUMNS: (lambda d, page: d.kind == "twoObj" and _two(d, page), _two),
    LayoutKind.QUOTE: (_named(_QUOTE, _one_body),),
    LayoutKind.TABLE: (lambda d, _: d.title is not None and d.first("tbl") is not None,),
    **dict.fromkeys((LayoutKind.FIGURE, LayoutKind.CARDS, LayoutKind.BOARD), _BARES),
}
_LIKE = {
    LayoutKind.COMPARISON: LayoutKind.TABLE,
    LayoutKind.DEFINITION: LayoutKind.TEXT,
    LayoutKind.QUESTIONS: LayoutKind.TEXT,
    LayoutKind.FIELDS: LayoutKind.TEXT,
}
"""Layout kind -> the kind whose layout it uses too."""
_ORDER = (
    LayoutKind.TITLE,
    LayoutKind.TEXT,
    *(layout for layout in LayoutKind if layout not in (LayoutKind.TITLE, LayoutKind.TEXT)),
)


def find(template: Template, wanted: str) -> list[TemplateLayout]:
    """Return the layouts with a name, or the one with a number (as ``template inspect`` counts); there may be none."""
    if wanted.isdecimal() and not any(drawn.name == wanted for drawn in template.layouts):
        return [drawn for drawn in template.layouts if drawn.number == int(wanted)]
    folded = wanted.strip().casefold()
    return [drawn for drawn in template.layouts if drawn.name.strip().casefold() == folded]


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
        found = _first(_WANTED.get(layout, ()), _candidates(template, layout, text), template.page)
        chosen[layout] = found or text or template.layouts[0]
    return {layout: chosen[layout] for layout in LayoutKind}


def _candidates(template: Template, layout: LayoutKind, text: TemplateLayout | None) -> Sequence[TemplateLayout]:
    """Return the layouts to choose from, the preferred first.

    Once a layout for text is chosen, content uses the layouts of its slide master only. For title and section slides,
    and for text itself, they are those of a sample slide's master, then all others. The sample is the first slide for
    titles and sections, the second for text.
    """
    layouts = {drawn.part: drawn.master for drawn in template.layouts}
    place = 0 if layout in (LayoutKind.TITLE, LayoutKind.SECTION) else 1
    sample = template.samples[min(place, len(template.samples) - 1)] if template.samples else ""
    first = text.master if text and layout not in (LayoutKind.TITLE, LayoutKind.SECTION) else layouts.get(sample, "")
    beside = [drawn for drawn in template.layouts if drawn.master == first]
    others = [drawn for drawn in template.layouts if drawn.master != first]
    return beside if text and layout not in (LayoutKind.TITLE, LayoutKind.SECTION) else [*beside, *others]


def _first(tests: Sequence[Test], candidates: Sequence[TemplateLayout], page: Rect) -> TemplateLayout | None:
    return next((drawn for test in tests for drawn in candidates if test(drawn, page)), None)
