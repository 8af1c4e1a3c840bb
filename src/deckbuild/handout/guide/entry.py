"""A slide in the guide: its thumbnail, and beside it its notes and its questions with hints for teaching them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Item, Thumbnail
from deckbuild.frame.text import Par, Tag
from deckbuild.frame.transform import moved
from deckbuild.handout.blocks.lists import LONGEST
from deckbuild.handout.blocks.prose import prose_strips
from deckbuild.handout.furniture.addresses import Addresses
from deckbuild.handout.furniture.marks import question_number
from deckbuild.handout.furniture.slide_title import Header, slide_header
from deckbuild.handout.guide.answers import led_on, written
from deckbuild.handout.strip import Asked, References, Strip, finished
from deckbuild.handout.style.context import PaperContext
from deckbuild.handout.style.paragraphs import box, cut_lines, fair_par
from deckbuild.handout.style.settings import paper_settings
from deckbuild.handout.style.style import PaperStyle
from deckbuild.layout.text.paragraph import bind_last_words, set_par
from deckbuild.layout.text.ranges import ranges, whole_range
from deckbuild.locales import language_of
from deckbuild.model.deck import Deck, Handout, Slide
from deckbuild.model.text import Run
from deckbuild.model.theme import Theme
from deckbuild.units import Pt, Rect, mm

APART = mm(8)
"""White above a slide."""
_TO_NOTES, _TO_QUESTION, _TO_HINT, _TO_WRITTEN = mm(2.5), mm(4), mm(1), mm(3)
_UNDER_THUMBNAIL = mm(1.5)
_SECTION = 0.5
"""The size of the thumbnail of a slide that opens a section, as a share of the usual size: it says little."""
_SMALL_ACROSS, _SMALL_GAP = 4, mm(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A slide, with what the guide needs to print it."""

    deck: Deck
    slide: Slide
    number: int
    frames: tuple[int, ...]
    """The indices of its frames among all frames of the deck."""
    range: tuple[int, int] | None = None
    """For a slide that opens a section: the numbers of the first and last slide after it in the section."""
    timed: bool = False
    """Whether it stands under a row of the programme, so that its title is a subheading."""
    theme: Theme
    style: PaperStyle

    @property
    def x(self) -> Pt:
        """Left edge of the text, which stands right of the thumbnail, in points."""
        return self.style.width - self.style.measure

    def title(self, *, continued: bool = False) -> Header:
        """Return the slide's title."""
        tag = Tag.SUBHEAD if self.timed else Tag.HEAD
        look = replace(self.style, slide_title=replace(self.style.slide_title, tag=tag))
        settings = self.context.settings
        return slide_header(self.deck, self.slide, self.style.measure, settings, look, big=False, continued=continued)

    @property
    def context(self) -> PaperContext:
        """The context for its notes: in the language of the slide, and without its settings under ``handout:``."""
        lang = language_of(self.slide.lang or self.deck.info.language).tag
        return PaperContext(
            deck=self.deck, slide=replace(self.slide, handout=Handout()), number=self.number, theme=self.theme,
            settings=paper_settings(lang, families=self.theme.families), style=self.style, width=self.style.measure,
        )  # fmt: skip


def entry_strips(shown: Shown, references: References) -> list[Strip]:
    """Return the strips of a slide. The first holds the thumbnail and all strips of text that begin beside it."""
    beside = _beside(shown, references.slides.get(shown.slide.id, ()))
    text = _text(shown, references)
    height = max((item.box.bottom for item in beside if hasattr(item, "box")), default=0.0)
    lead: list[Strip] = []
    reached = 0.0
    for strip in text:
        if lead and reached >= height and not lead[-1].keep:
            break
        reached += strip.height + (strip.before if lead else 0.0)
        lead.append(strip)
    first = _lead(beside, lead, shown, max(height, reached))
    rest = [*_further(shown), *(_indented(strip, shown.x) for strip in text[len(lead) :])]
    again = shown.title(continued=True)
    head = finished(moved(again.items, shown.x, 0.0), again.height)
    return [replace(first, keep=shown.slide.opens_section), *(replace(strip, head=head) for strip in rest)]


def _lead(beside: Sequence[Item], lead: Sequence[Strip], shown: Shown, height: Pt) -> Strip:
    def build(_steps: int, references: References) -> tuple[Item, ...]:
        # screen readers read in this order: the title first, then the thumbnail, then the rest
        made: list[Item] = []
        y = 0.0
        for index, strip in enumerate(lead):
            y += strip.before if index else 0.0
            made += moved(strip.build(0, references), shown.x, y)
            y += strip.height
            if not index:
                made += beside
        return tuple(made)

    return Strip(height=height, build=build, before=APART, span=shown.slide.span)


def _indented(strip: Strip, x: Pt) -> Strip:
    return replace(strip, build=lambda steps, references: moved(strip.build(steps, references), x, 0.0))


def _beside(shown: Shown, pages: Sequence[int]) -> list[Item]:
    """Return the items of the left column: the thumbnail, and under it the slide's number and pages in the handout."""
    style, labels, name = shown.style, shown.deck.labels, shown.slide.id
    wide, items, y = style.notes_width, [], style.thumb_top
    share = _SECTION if shown.slide.opens_section else 1.0
    title = shown.deck.titles[name].plain
    if shown.frames:
        area = Rect(0.0, y, wide * share, style.thumb_height * share)
        alt = f"{labels.slide} {shown.number}: {title}"
        items.append(Thumbnail(id=f"{name}/thumbnail", box=area, frame=shown.frames[0], alt=alt))
        y = area.bottom + _UNDER_THUMBNAIL
    where = labels.handout_page.format(page=ranges(pages)) if pages else labels.not_in_handout
    runs = (Run(f"{labels.slide} {shown.number}", bold=True), Run(f" · {where[:1].lower()}{where[1:]}"))
    lines = [set_par(runs, style.note_ink, wide, shown.context.display)]
    if shown.slide.hidden:
        lines.append(set_par((Run(labels.hidden, bold=True),), style.note_ink, wide, shown.context.display))
    made: list[Item] = [*items, box(f"{name}/place", lines, 0.0, y, wide)]
    return made


def _text(shown: Shown, references: References) -> list[Strip]:
    """Return the strips of the right column: title, notes, what the participants write, and the questions."""
    slide, context = shown.slide, shown.context
    header = shown.title()
    strips = [finished(header.items, header.height)]
    addresses = Addresses()
    notes = prose_strips(f"{slide.id}/notes", addresses.numbered(slide.notes), context)
    strips += [replace(strip, before=strip.before if n else _TO_NOTES) for n, strip in enumerate(notes)]
    questions = addresses.numbered(references.asked.get(slide.id, ()))
    for line in (_section_line(shown), written(slide, questions, shown.deck.labels)):
        if line:
            strips[-1] = replace(strips[-1], keep=True)
            strips += _note(f"{slide.id}/written", line, context)
    for place, asked in zip(count(1), questions):
        strips += _question(f"{slide.id}/asked{place}", asked, context, references)
    return [*strips, *addresses.strips(slide.id, context.width, context.style, context.settings, _TO_WRITTEN)]


def _section_line(shown: Shown) -> str:
    """Return a line that names the slides of a section."""
    return f"{shown.deck.labels.slides} {whole_range(shown.range)}" if shown.range else ""


def _note(name: str, line: str, context: PaperContext) -> Iterator[Strip]:
    par = fair_par((Run(line),), context.style.note_ink, context.width, context.display)
    for place, piece in enumerate(cut_lines(par, LONGEST)):
        yield _boxed(f"{name}{place or ''}", piece, context, 0.0 if place else _TO_WRITTEN)


def _boxed(name: str, par: Par, context: PaperContext, before: Pt, x: Pt = 0.0) -> Strip:
    return finished((box(name, [par], x, 0.0, context.width - x),), par.height, before)


def _question(name: str, asked: Asked, context: PaperContext, references: References) -> list[Strip]:
    """Return a question with its number, its page, the sheet that its answer is carried to, and the team's hint."""
    style, question = context.style, asked.question
    indent, labels = style.narrow_indent, context.labels
    page = references.questions.get(question.id)
    # the slide's first page already stands under its thumbnail
    elsewhere = page and page not in references.slides.get(context.slide.id, ())[:1]
    where = labels.handout_page.format(page=page) if elsewhere else ""
    said = led_on(question, labels, where, references)
    # bind the last words here, as another line follows in the same paragraph
    ask = bind_last_words(tuple(replace(run, bold=True) for run in question.ask.runs))
    runs = (*ask, Run(f"\n{said}", soft=True)) if said else ask
    par = fair_par(runs, style.text, context.width - indent, context.display)
    first = Rect(0.0, 0.0, indent, style.text.step.leading)
    number, _ = question_number(name, asked.number, first, style.text.step, style, context.display)
    items = (
        *number,
        box(name, [par], indent, 0.0, context.width - indent, question.span),
    )
    strips = [finished(items, par.height, _TO_QUESTION, keep=question.hint is not None)]
    if question.hint:
        lead = Run(f"{labels.hint}: ", bold=True)
        hint = fair_par((lead, *question.hint.runs), style.text, context.width - indent, context.settings)
        for place, piece in enumerate(cut_lines(hint, LONGEST)):
            strips.append(_boxed(f"{name}/hint{place}", piece, context, 0.0 if place else _TO_HINT, indent))
    return strips


def _further(shown: Shown) -> list[Strip]:
    """Return the thumbnails of the slide's further frames, in rows."""
    style, name = shown.style, shown.slide.id
    wide = (style.measure - _SMALL_GAP * (_SMALL_ACROSS - 1)) / _SMALL_ACROSS
    high = wide * style.thumb_height / style.notes_width
    title = f"{shown.deck.titles[name].plain} {shown.deck.labels.continued}"
    rest = list(enumerate(shown.frames))[1:]
    strips = []
    for at in range(0, len(rest), _SMALL_ACROSS):
        row = tuple(
            Thumbnail(
                id=f"{name}/thumbnail{place + 1}",
                box=Rect(shown.x + column * (wide + _SMALL_GAP), 0.0, wide, high),
                frame=frame,
                alt=f"{shown.deck.labels.slide} {shown.number + place}: {title}",
            )
            for column, (place, frame) in enumerate(rest[at : at + _SMALL_ACROSS])
        )
        strips.append(finished(row, high, _SMALL_GAP))
    return strips
