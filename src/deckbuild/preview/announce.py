"""Turns a laid-out deck and its findings into the data that the web page shows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from hashlib import sha256

from deckbuild.diagnostics import Diagnostics, Severity, Span, Translate
from deckbuild.frame.document import Frame, Page
from deckbuild.frame.items import TableItem, TextBox
from deckbuild.model.edition import Edition
from deckbuild.pipeline.lay_out import LaidOut
from deckbuild.preview.drawing import leaves, walk
from deckbuild.preview.page_pictures import Pages
from deckbuild.preview.source_places import SourcePlace, origins, places
from deckbuild.preview.state import Lines, PreviewPage, PreviewPaper, Problem, Sources
from deckbuild.units import Pt

NUMBER = re.compile(r"\d+")


def preview_papers(laid_out: LaidOut, pages: Pages, sources: Sources, translate: Translate) -> list[PreviewPaper]:
    """Return the papers that were laid out. ``pages`` has the name of each page's picture."""
    known = origins(laid_out.deck)
    slides = sorted(sources.lines(slide.span) for slide in laid_out.deck.slides if slide.span)
    page = laid_out.theme.slide_master.page
    papers = []
    for edition, pictures in pages.items():
        name = _name(edition, translate)
        paper = []
        for number, (leaf, picture) in enumerate(zip(leaves(laid_out, edition), pictures, strict=True), 1):
            width, height = (page.w, page.h) if isinstance(leaf, Frame) else (leaf.width, leaf.height)
            parts = places(leaf, known)
            paper.append(
                PreviewPage(
                    id=leaf.id if isinstance(leaf, Frame) else f"{edition.value if edition else ''}-{number}",
                    title=_title(leaf, translate),
                    picture=picture,
                    essence=_essence(leaf),
                    width=width,
                    height=height,
                    lines=_lines(parts, slides, sources),
                    places=[_share(part, width, height, sources) for part in parts],
                )
            )
        papers.append(PreviewPaper(edition.value if edition else "slides", name, paper))
    return papers


def _name(edition: Edition | None, translate: Translate) -> str:
    if edition is None:
        return translate("Slides")
    return translate("Guide") if edition is Edition.GUIDE else translate("Handout")


def _title(leaf: Frame | Page, translate: Translate) -> str:
    if isinstance(leaf, Page):
        return translate("Page {number}").format(number=leaf.number)
    if not leaf.number:
        return leaf.title
    return translate("Slide {number}: {title}").format(number=leaf.number, title=leaf.title)


def _essence(leaf: Frame | Page) -> str:
    """Return a hash of the text on a page, without digits."""
    said: list[str] = []
    for item in walk(leaf.items):
        if isinstance(item, TextBox):
            said += [par.plain for par in item.pars]
        elif isinstance(item, TableItem):
            said += [par.plain for row in item.rows for cell in row.cells for par in cell.pars]
        else:
            said.append(type(item).__name__)
    return sha256(NUMBER.sub("", "\n".join(said)).encode()).hexdigest()[:12]


def _share(place: SourcePlace, width: Pt, height: Pt, sources: Sources) -> tuple[float, float, float, float, Lines]:
    box = place.box
    x, y, w, h = (round(share, 4) for share in (box.x / width, box.y / height, box.w / width, box.h / height))
    return x, y, w, h, sources.lines(place.span)


def _lines(parts: Iterable[SourcePlace], slides: Sequence[Lines], sources: Sources) -> list[Lines]:
    """Return the lines of the slides that a page's parts belong to, or a part's own lines if it is in no slide.

    ``slides`` are sorted and don't overlap.
    """
    found: dict[Lines, None] = {}
    for part in parts:
        own = sources.lines(part.span)
        before = bisect_right(slides, own[:2], key=lambda slide: slide[:2]) - 1
        around = before >= 0 and _within(own, slides[before])
        found[slides[before] if around else own] = None
    return [each for each in sorted(found) if not any(each != other and _within(each, other) for other in found)]


def _within(inner: Lines, outer: Lines) -> bool:
    return inner[0] == outer[0] and outer[1] <= inner[1] and inner[2] <= outer[2]


def problems_of(diagnostics: Diagnostics, sources: Sources, translate: Translate) -> list[Problem]:
    """Return the findings, errors first."""
    found = [
        Problem(
            error=each.severity is Severity.ERROR,
            kind=each.severity.word(translate),
            text=each.text(translate),
            help=each.remedy(translate),
            where=_where(each.span),
            lines=sources.lines(each.span) if each.span and each.span.file.lines else None,
        )
        for each in diagnostics
    ]
    return sorted(found, key=lambda each: not each.error)


def _where(span: Span | None) -> str:
    if span is None:
        return ""
    return f"{span.path.name}:{span.line}" if span.file.lines else span.path.name
