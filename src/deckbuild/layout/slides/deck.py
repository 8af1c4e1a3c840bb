"""Layout of all slides: from a ``Deck`` to a ``Presentation``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Frame, Presentation
from deckbuild.frame.items import Item, Role, TextBox
from deckbuild.frame.text import Align
from deckbuild.frame.transform import recolored
from deckbuild.layout.slides.bounds import check_bounds
from deckbuild.layout.slides.carried import Carried, names_sheets, with_sheet_pages
from deckbuild.layout.slides.context import SlideContext
from deckbuild.layout.slides.designs.registry import design_of
from deckbuild.layout.slides.dressed_tables import dressed_tables
from deckbuild.layout.slides.furniture import pointer
from deckbuild.layout.slides.literature import literature_frames
from deckbuild.layout.slides.slide import lay_out_slide
from deckbuild.layout.slides.sources import listed
from deckbuild.layout.slides.whole_words import check_words
from deckbuild.layout.text.hyphenation import hyphenator
from deckbuild.layout.text.paragraph import FILL, TextSettings
from deckbuild.layout.text.ranges import ranges
from deckbuild.model.deck import Deck
from deckbuild.model.theme import Theme
from deckbuild.model.themes import with_layouts


def lay_out(deck: Deck, theme: Theme, diagnostics: Diagnostics) -> Presentation:
    """Lay out all slides. ``with_pages`` adds the handout pages to their footers, when these are known."""
    lang = deck.labels.lang
    settings = replace(_settings(deck, theme), hyphenate=hyphenator(lang))
    if theme.slide_master.template and deck.info.logo:
        diagnostics.warning(
            "template-logo",
            deck.info.at("logo"),
            "The logo is left out: the slides stand in a template, which has its own.",
            "Take the line `logo:` out, or put the logo into the template. The handout shows it.",
        )
    frames = [design_of(theme).title(deck, theme, settings)]
    sections: list[tuple[str, int]] = []
    for number, slide in enumerate(deck.slides, start=1):
        if slide.opens_section:
            sections.append((slide.title.plain, len(frames)))
        frames += lay_out_slide(deck, slide, number, with_layouts(theme, slide.own_layouts), settings, diagnostics)
    if deck.sources and deck.slides:
        context = SlideContext(
            deck=deck, slide=replace(deck.slides[-1], section=0), number=len(deck.slides) + 1, theme=theme,
            settings=settings, diagnostics=diagnostics, step=theme.scale.body[0],
        )  # fmt: skip
        last = literature_frames(deck, theme, settings, context)
        if last:
            sections.append((deck.labels.literature, len(frames)))
        frames += last
    for frame in frames:
        check_words(frame, diagnostics)
        check_bounds(frame, theme.slide_master.height, diagnostics)
    frames = [_finished(frame, theme, settings) for frame in frames]
    if sections and sections[0][1] > 0:
        first = deck.info.title.plain
        sections.insert(0, (deck.labels.opening if first in dict(sections) else first, 0))
    return Presentation(
        title=deck.info.title.plain,
        author=deck.info.owner.plain if deck.info.owner else "",
        lang=deck.labels.lang,
        frames=tuple(frames),
        sections=tuple(sections),
        subject=deck.info.subtitle.plain if deck.info.subtitle else "",
        keywords=tuple(dict.fromkeys(section.title.plain for section in deck.sections)),
        date=deck.info.date.plain if deck.info.date else "",
    )


def _finished(frame: Frame, theme: Theme, settings: TextSettings) -> Frame:
    """Return a frame whose content has the colours of its layout, and its text boxes their right insets."""
    slide_layout = frame.own_layout or theme.slide_master.layouts[frame.layout]
    items = dressed_tables(recolored(frame.items, slide_layout.colors), slide_layout, theme)
    return replace(frame, items=tuple(_with_margin(item, settings) for item in items))


def _with_margin(item: Item, settings: TextSettings) -> Item:
    """Return a text box with its right inset set, if all its text is aligned left; other items as they are."""
    if isinstance(item, TextBox) and all(par.align is Align.LEFT for par in item.pars):
        return replace(item, margin=settings.margin(item.pars, item.box.w))
    return item


def _before_number(items: Sequence[Item], more: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items with ``more`` before the slide number, which is its place in reading order."""
    place = next((n for n, i in enumerate(items) if isinstance(i, TextBox) and i.role is Role.NUMBER), len(items))
    return (*items[:place], *more, *items[place:])


def _settings(deck: Deck, theme: Theme) -> TextSettings:
    """Return the text settings of slides, without hyphenation."""
    family, heading = theme.families
    return TextSettings(lang=deck.labels.lang, fill=FILL / theme.wider, family=family, heading=heading)


def with_pages(
    presentation: Presentation,
    deck: Deck,
    pages: Mapping[str, Sequence[int]],
    carried: Mapping[str, Sequence[Carried]],
    theme: Theme,
) -> Presentation:
    """Return the presentation with each slide's handout pages in its footer; only the first where all don't fit.

    ``pages`` maps the ids of slides to page numbers, ``carried`` to the sheets that their answers are carried to. What
    the slide has no line for is named in the footer.
    """
    settings = _settings(deck, theme)
    asking = {s.id for s in deck.slides if any(block.FOOT_BIDS_WRITE for block in s.body)}
    opening = {s.id for s in deck.slides if s.opens_section}
    told = {frame.slide for frame in presentation.frames if names_sheets(frame)}
    frames: list[Frame] = []
    for frame in presentation.frames:
        found = pages.get(frame.slide)
        if not found or frame.slide in opening:
            frames.append(frame)
            continue
        own = carried.get(frame.slide, ())
        frame = with_sheet_pages(frame, own, deck.labels, theme, settings)
        sheets = [] if frame.slide in told else [each.sheet for each in own]
        template = deck.labels.write_on_page if frame.slide in asking else deck.labels.handout_page
        texts = [template.format(page=page) for page in (ranges(found), found[0])]
        if sheets:
            texts.append(f"{deck.labels.page} {found[0]}")
        own_theme = with_layouts(theme, {frame.layout: frame.own_layout} if frame.own_layout else {})
        items = pointer(frame.id, frame.layout, texts, listed(sheets, deck.labels.and_), own_theme, settings)
        frames.append(replace(frame, items=_before_number(frame.items, items)))
    return replace(presentation, frames=tuple(frames))
