"""A unit: all that the handout prints under one title. Of a slide these are its blocks, questions and note lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace

from deckbuild.characters import NO_BREAK_SPACE
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Span
from deckbuild.frame.items import Thumbnail
from deckbuild.handout.blocks.questions import Asking, asked, indent, question_strips
from deckbuild.handout.furniture.addresses import Addresses
from deckbuild.handout.furniture.note_lines import lines_strip
from deckbuild.handout.furniture.slide_title import Header, slide_header
from deckbuild.handout.pagination.baseline_grid import in_step
from deckbuild.handout.strip import Strip, finished
from deckbuild.handout.style.context import Number, Numbering, PaperContext
from deckbuild.handout.style.settings import paper_settings
from deckbuild.handout.style.style import PaperStyle
from deckbuild.locales import language_of
from deckbuild.model.block import Answer
from deckbuild.model.deck import Deck, Question, Show, Slide
from deckbuild.model.theme import Theme
from deckbuild.units import Rect


@dataclass(slots=True, kw_only=True)
class Unit:
    """The strips under one title. It may be divided into parts on several pages."""

    id: str
    style: PaperStyle
    title: str
    section: int
    group: str
    """Units of one group share pages; a new group starts on a new page."""
    head: Callable[[bool, bool], Header]
    """Makes the title from two flags: ``big``, for a page of its own, and ``continued``, for a part after the first."""
    strips: tuple[Strip, ...]
    beside: bool = False
    """Whether it is running text with a notes column beside it."""
    thumbnail: Thumbnail | None = None
    """The thumbnail at the top of the notes column."""
    margin: int = 0
    """The least number of note lines beside the text."""
    sources: tuple[str, ...] = ()
    """Names of the works it uses."""
    asked: tuple[tuple[Number, Question], ...] = ()
    """Its questions, each after the function that returns its number."""
    fills: bool = True
    """Whether lines for own notes may fill what is left of its page."""
    _heads: dict[tuple[bool, bool], Header] = field(default_factory=dict)

    @property
    def numbers(self) -> Mapping[str, Number]:
        """Question id -> the function that returns its number."""
        return {question.id: number for number, question in self.asked if question.id}

    def header(self, *, big: bool, continued: bool) -> Header:
        """Return the title. Each of its forms is set once and kept. Where the unit continues, it is never large."""
        key = (big and not continued, continued)
        if key not in self._heads:
            self._heads[key] = self.head(*key)
        return self._heads[key]


def group_of(section: int) -> str:
    """Return the group of the units of a section; section 0 stands before the first."""
    return f"section/{section}"


def slide_unit(
    deck: Deck, slide: Slide, number: int, frame: int | None, theme: Theme, style: PaperStyle
) -> Unit | None:
    """Return the unit of a slide; ``None`` when the handout leaves the slide out.

    ``number`` is the slide's number as shown on it; ``frame`` is the index of its first frame, for the thumbnail.
    """
    if slide.handout.skip:
        return None
    addresses = Addresses()
    slide = replace(slide, body=addresses.numbered(slide.body), handout=addresses.numbered(slide.handout))
    wants = slide.handout
    running = all(block.BESIDE_NOTES for block in slide.body) and not wants.ticks
    whole = any(block.PRINTED_IN_FULL for block in slide.body)
    show = wants.show or (Show.TEXT if not running or whole else Show.BOTH)
    noted = running or show is Show.THUMBNAIL
    beside = noted and style.side_notes
    title = deck.titles[slide.id].plain.replace(NO_BREAK_SPACE, " ")
    lang = language_of(slide.lang or deck.info.language).tag
    context = PaperContext(
        deck=deck, slide=slide, number=number, theme=theme, settings=paper_settings(lang, families=theme.families),
        style=style, width=style.measure if beside else style.width, narrow=noted, numbering=Numbering(number),
    )  # fmt: skip
    instruction = _instruction(context)
    strips = instruction + _blocks(context, show)
    large = frame is not None and (show is Show.THUMBNAIL or (wants.show is Show.BOTH and not beside))
    if large and frame is not None:
        strips.insert(len(instruction), _large_thumbnail(slide.id, title, frame, style))
    strips += question_strips(wants.write, context, extra=True)
    if strips:
        strips += addresses.strips(slide.id, context.width, style, context.settings, style.between_blocks)
    asking = any(strip.questions for strip in strips)
    strips += _note_lines(context, headed=asking or not style.side_notes)
    alt = f"{deck.labels.slide} {number}: {title}"
    thumbnail = _small_thumbnail(slide.id, alt, frame, style) if beside and show is Show.BOTH else None
    if not strips and not thumbnail:
        return None
    # where the slide asks for answers and no notes, only what its page has to spare becomes lines for notes
    if noted and not beside and not wants.lines and (wants.margin or not asking):
        strips = _over_notes(strips, context, title)
    if beside:
        strips = in_step(strips, style)
    settings, width = context.settings, context.width
    return Unit(
        id=slide.id,
        style=style,
        title=title,
        section=slide.section,
        group=group_of(slide.section),
        head=lambda big, continued: slide_header(deck, slide, width, settings, style, big=big, continued=continued),
        strips=tuple(_placed(strip, slide.span) for strip in strips),
        beside=beside,
        thumbnail=thumbnail,
        margin=max(style.least_margin, wants.margin) if beside else 0,
        sources=tuple(ref.name for ref in slide.source),
        asked=tuple(context.numbering.asked),
    )


def _instruction(context: PaperContext) -> list[Strip]:
    """Return the instruction for the table, list or drawing under it: ``mark:`` or ``ask:`` of the slide."""
    wants = context.directives
    text = wants.mark or wants.ask
    if not text:
        return []
    question = Question(ask=text, answer=(Answer.NONE,), id=f"{context.slide.id}/ask", span=text.span)
    number = context.extra_number(question)
    asking = Asking(
        question=question, number=number, name=question.id, indent=indent(context),
        before=context.style.between_questions, dotted=True,
    )  # fmt: skip
    return [replace(asked(asking, context), keep=True)]


def _blocks(context: PaperContext, show: Show) -> list[Strip]:
    """Return the strips of the slide's blocks: all, or without the text only those that are written on."""
    strips = [_placed(strip, block.span) for block in context.slide.body for strip in block.handout(context)]
    if show in (Show.BOTH, Show.TEXT):
        return strips
    return [strip for strip in strips if strip.questions or strip.alone]


def _placed(strip: Strip, span: Span | None) -> Strip:
    """Return a strip with a place in the file to report, unless it knows a closer one."""
    return strip if strip.span else replace(strip, span=span)


def _small_thumbnail(name: str, alt: str, frame: int | None, style: PaperStyle) -> Thumbnail | None:
    """Return the slide ``name`` as wide as the notes column; ``None`` without a frame."""
    if frame is None:
        return None
    area = Rect(0.0, 0.0, style.notes_width, style.thumb_height)
    return Thumbnail(id=f"{name}/thumbnail", box=area, frame=frame, alt=alt)


def _large_thumbnail(name: str, title: str, frame: int, style: PaperStyle) -> Strip:
    """Return the slide ``name`` as wide as the text column."""
    area = Rect(0.0, 0.0, style.measure, style.measure * style.thumb_height / style.notes_width)

    picture = Thumbnail(id=f"{name}/thumbnail", box=area, frame=frame, alt=title)
    return finished((picture,), area.h, style.between_blocks)


def _over_notes(strips: Sequence[Strip], context: PaperContext, title: str) -> list[Strip]:
    """Return the strips of a text with note lines under them."""
    style, name = context.style, f"{context.slide.id}/margin"
    # text that fills most of a page leaves no room for note lines, nor does a question: they may go to the next page
    last = [replace(s, keep=s.keep or (not s.questions and s.height < style.room * _MOST)) for s in strips[-1:]]
    own, label = max(style.least_margin, context.directives.margin), f"{context.labels.own_notes}: {title}"
    return [*strips[:-1], *last, lines_strip(name, label, own, style.width, style, most=_FILLING, head=context.deck)]


_MOST = 0.6
"""Note lines stay on the page of the strip above them when that strip takes at most this share of the page."""
_FILLING = 20
"""How many note lines spare height may add under the text."""


def _note_lines(context: PaperContext, *, headed: bool) -> list[Strip]:
    """Return the lines for own notes under the text; with a heading where they could be taken for an answer's."""
    wants, name = context.directives, f"{context.slide.id}/notes"
    label = f"{context.labels.own_notes}: {context.slide.title.plain}"
    head = context.deck if headed else None
    if wants.lines:
        # in a look without notes columns these are the only note lines, so that they may fill the page
        most = 0 if context.style.side_notes else _FILLING
        own = context.style.own_lines(wants.lines)
        return [lines_strip(name, label, own, context.width, context.style, most=most, head=head)]
    if wants.margin and not context.narrow and not any(block.OWN_NOTE_LINES for block in context.slide.body):
        own = max(context.style.least_margin, wants.margin)
        return [lines_strip(name, label, own, context.width, context.style, most=_FILLING, head=head)]
    return []
