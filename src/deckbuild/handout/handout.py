"""The whole handout: slides become units, units become pages, and pages are drawn when all page numbers are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Bookmark, Document
from deckbuild.handout.front_and_back.carried_sheets import sheet_names, sheet_unit
from deckbuild.handout.front_and_back.contents import ContentsLine
from deckbuild.handout.front_and_back.cover import cover
from deckbuild.handout.front_and_back.glossary import notes_unit, page_lines, words_unit
from deckbuild.handout.furniture.running_heads import report_shortened
from deckbuild.handout.pagination.compose import Composed, compose, compose_all, finished_page, section_anchor
from deckbuild.handout.pagination.run_on import GENEROUS
from deckbuild.handout.pagination.unit import Unit, slide_unit
from deckbuild.handout.pagination.whole_units import PageUnits, pages_of
from deckbuild.handout.strip import Asked, References
from deckbuild.handout.style.style import PaperStyle
from deckbuild.handout.style.styles import paper_style
from deckbuild.model.deck import Deck
from deckbuild.model.text import Run, Text
from deckbuild.model.theme import Theme
from deckbuild.model.walk import questions

FOLD = 4
"""Pages on one folded sheet: two on its front and two on its back. A booklet has a multiple of it."""
_BOOK = 100
"""A handout of more pages is too thick to fold; its slides are not spread to fill added pages."""
_FEW = 4
"""A handout of at most so many pages is stapled, not folded: it only needs an even number of pages."""


def make_handout(
    deck: Deck,
    numbers: Mapping[str, int],
    frames: Mapping[str, int],
    theme: Theme,
    diagnostics: Diagnostics,
    style: PaperStyle | None = None,
) -> tuple[Document, References]:
    """Return the handout, and the pages on which everything in it stands.

    ``numbers`` maps a slide's id to the number that is shown on it, ``frames`` to the index of its first frame.
    Without a ``style`` the deck file's settings under ``handout:`` decide the look.
    """
    style = style or paper_style(deck.handout, deck.theme)
    report_shortened(deck, style, diagnostics)
    slides = list(_slide_units(deck, numbers, frames, theme, style))
    lines: Mapping[str, int] = {}
    while True:  # page numbers of a work may need more lines; how many is known only after the pages are made
        units = [*slides, *_back(deck, slides, theme, style, lines)]
        pages = compose_all(_paged(units, diagnostics), deck)
        for number in range(_missing(len(pages) + 1)):
            pages += [compose(page, deck) for page in pages_of([notes_unit(deck, number + 1, style)], diagnostics)]
        references = _references(deck, pages)
        needed = page_lines(deck, references, style)
        if all(count <= lines.get(name, 1) for name, count in needed.items()):
            break
        lines = {name: max(count, lines.get(name, 1)) for name, count in needed.items()}
    shown = {key: number() for unit in units for key, number in unit.numbers.items()}
    first = cover(deck, _entries(deck, units, references), shown, style, diagnostics)
    made = (first, *(finished_page(page, deck, n, references) for n, page in enumerate(pages, 2)))
    document = Document(
        title=deck.info.title.plain,
        author=deck.info.owner.plain if deck.info.owner else "",
        lang=deck.labels.lang,
        pages=made,
        bookmarks=tuple(_bookmarks(deck, pages)),
        id=deck.name,
    )
    return document, references


def _slide_units(
    deck: Deck, numbers: Mapping[str, int], frames: Mapping[str, int], theme: Theme, style: PaperStyle
) -> Iterator[Unit]:
    for slide in deck.slides:
        if slide.opens_section:
            continue  # the handout shows a section by its tab, running head and bookmark instead
        unit = slide_unit(deck, slide, numbers.get(slide.id, 0), frames.get(slide.id), theme, style)
        if unit:
            yield unit


def _back(
    deck: Deck, units: Sequence[Unit], theme: Theme, style: PaperStyle, lines: Mapping[str, int]
) -> Iterator[Unit]:
    """Yield the units after the slides: the sheets, then words and literature.

    ``lines`` maps the name of a work to the number of lines that its page numbers take; one when it isn't there.
    """
    printed = {unit.id for unit in units}
    carried = [
        question for slide in deck.slides if slide.id in printed for question in questions(slide) if question.carry_to
    ]
    numbers = {key: number for unit in units for key, number in unit.numbers.items()}
    for name in sheet_names(deck, carried):
        yield sheet_unit(deck, name, [q for q in carried if q.carry_to == name], numbers, theme, style)
    words = words_unit(deck, style, lines)
    if words:
        yield words


def _paged(units: Sequence[Unit], diagnostics: Diagnostics) -> list[PageUnits]:
    """Return the fewest pages. Where pages would be added for the printer anyway, use them to divide fewer slides."""
    fewest = pages_of(units, diagnostics)
    spare = _missing(len(fewest) + 1)
    if not units or not spare or not units[0].style.runs_on or len(fewest) > _BOOK:
        return fewest
    for price in GENEROUS:
        tried = pages_of(units, Diagnostics(), price)
        if len(tried) <= len(fewest) + spare:
            return tried
    return fewest


def _missing(pages: int) -> int:
    """Return how many pages of notes to add: up to a multiple of four, in a handout of few pages of two."""
    fold = FOLD if pages > _FEW else 2
    return -pages % fold


def _references(deck: Deck, pages: Sequence[Composed]) -> References:
    slides: dict[str, list[int]] = {}
    questions: dict[str, int] = {}
    sheets: dict[str, int] = {}
    sources: dict[str, list[int]] = {}
    sections: dict[int, list[int]] = {}
    for number, page in enumerate(pages, 2):
        for part in page.parts:
            unit = part.unit
            slides.setdefault(unit.id, []).append(number)
            if unit.id.startswith("sheet/"):
                sheets.setdefault(unit.title, number)
            if unit.section:
                sections.setdefault(unit.section, []).append(number)
            for source in unit.sources:
                sources.setdefault(source, []).append(number)
            for strip in part.strips:
                for question in strip.questions:
                    questions.setdefault(question, number)
    own = {slide.id for slide in deck.slides}
    for slide in deck.slides:
        if slide.opens_section and slide.section in sections:
            slides[slide.id] = sections[slide.section]
    return References(
        pages=len(pages) + 1,
        slides={key: tuple(sorted(set(pages))) for key, pages in slides.items() if key in own},
        questions=questions,
        sheets=sheets,
        sources={name: tuple(found) for name, found in sources.items()},
        sections={section: pages[0] for section, pages in sections.items()},
        asked={unit.id: _asked(unit) for page in pages for unit in (part.unit for part in page.parts)},
    )


def _asked(unit: Unit) -> tuple[Asked, ...]:
    """Return the questions of a unit in the order of their numbers."""
    asked = [Asked(number(), question) for number, question in unit.asked]
    return tuple(sorted(asked, key=lambda one: [int(part) for part in one.number.split(".")]))


def _entries(deck: Deck, units: Sequence[Unit], references: References) -> list[ContentsLine]:
    """Return the lines of the contents: the sections; without sections the slides, unless they are many."""
    if deck.sections:
        return [
            ContentsLine(s.number, s.title.unmarked, references.sections.get(s.number, 0), section_anchor(s.number))
            for s in deck.sections
        ]
    titles = {slide.id: slide.title for slide in deck.slides}
    own = [
        ContentsLine(0, _shown_title(unit, titles.get(unit.id)), references.slides[unit.id][0], unit.id)
        for unit in units
        if unit.id in references.slides
    ]
    return own if len(own) <= _SHORT_CONTENTS else []


def _shown_title(unit: Unit, title: Text | None) -> Text:
    """Return a unit's title as one run. It is made where it has a number or is the name of a sheet."""
    if title and title.plain == unit.title:
        return title.unmarked
    return Text((Run(unit.title),), title.span if title else None)


_SHORT_CONTENTS = 18


def _bookmarks(deck: Deck, pages: Sequence[Composed]) -> Iterator[Bookmark]:
    yield Bookmark(deck.info.title.plain, 0, 0)
    names = {section.number: section.title.plain for section in deck.sections}
    section = 0
    for index, page in enumerate(pages, 1):
        for part in page.parts:
            if part.continued:
                continue
            unit = part.unit
            if unit.section and unit.section != section:
                section = unit.section
                yield Bookmark(f"{section} {names.get(section, '')}".rstrip(), index, 0)
            yield Bookmark(unit.title, index, 1 if unit.section else 0)
