"""References to works: in a slide's footer, under a quote, under a title in the handout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.characters import NO_BREAK_SPACE
from deckbuild.model.deck import Deck, Slide, SourceRef
from deckbuild.model.text import Run, Text, joined

BETWEEN_WORKS = " · "
_BEFORE_WORK = f"{NO_BREAK_SPACE}· "
LITERATURE = "literature"
"""The id of the first literature slide."""


def work_anchor(name: str) -> str:
    """Return the link target of the work ``name`` on the literature slides."""
    return f"{LITERATURE}/{name}"


def source_line(deck: Deck, refs: Sequence[SourceRef], between: str = BETWEEN_WORKS) -> Text:
    """Return a reference such as ``Tekst 4 og 6: Tortzen``, by number. Works by the same authors are put together."""
    labels = deck.labels
    grouped: dict[str, tuple[Text, list[int]]] = {}
    for source in sorted(map(deck.source_of, refs), key=lambda source: source.number):
        grouped.setdefault(source.authors.plain, (source.authors.unmarked, []))[1].append(source.number)
    parts = []
    for authors, numbers in grouped.values():
        shown = listed([str(n) for n in numbers], labels.and_)
        parts.append(Text((Run(f"{labels.source.format(number=shown)}: "), *authors.runs)))
    return joined(parts, [between])


def source_foot(deck: Deck, refs: Sequence[SourceRef]) -> Text:
    """Return ``source_line`` as a link to the first work on the literature slides; empty for no works."""
    if not refs:
        return Text(())
    link = f"#{work_anchor(refs[0].name)}"
    return Text(tuple(replace(run, link=link) for run in source_line(deck, refs).runs))


def caption_foot(deck: Deck, caption: Text, refs: Sequence[SourceRef]) -> Text:
    """Return a caption for the footer, such as ``Figur 19: … (tekst 3)``, with a link to the work."""
    if not refs:
        return caption
    numbers = listed([str(n) for n in sorted(deck.source_of(ref).number for ref in refs)], deck.labels.and_)
    source = deck.labels.source.format(number=numbers)
    linked = Run(f"{source[0].lower()}{source[1:]}", link=f"#{work_anchor(refs[0].name)}")
    return Text((*caption.unmarked.runs, Run(" ("), linked, Run(")")), caption.span)


def slide_source(slide: Slide, deck: Deck, *, bleeds: bool) -> Text:
    """Return the source in a slide's footer: a figure's or table's caption with its works, or else the slide's works.

    Before it stands what belongs under a picture, where this ``bleeds``: it reaches the edges of the slide.
    """
    caption, refs = next((foot for block in slide.body if (foot := block.foot_caption)), (None, ()))
    source = caption_foot(deck, caption, refs or slide.source) if caption else source_foot(deck, slide.source)
    under = [block.under for block in slide.body] if bleeds else []
    texts = [text for text in (*under, source) if text]
    return joined(texts, [_BEFORE_WORK]) if texts else source


def attribution(deck: Deck, refs: Sequence[SourceRef], *, paraphrase: bool, by: Text | None) -> Text | None:
    """Return the author line of a quote, such as ``Frit efter Sørensen & Torfing, s. 29``; None without an author.

    ``by`` replaces the authors of the works ``refs``. ``paraphrase`` says that the quote is not word for word.
    """
    who = by.unmarked if by else None
    if not who and refs:
        names = []
        for ref in refs:
            pages = (Run(f", {deck.labels.page_abbr.format(pages=ref.pages)}"),) if ref.pages else ()
            names.append(Text((*deck.source_of(ref).authors.unmarked.runs, *pages)))
        who = joined(names, [*[", "] * (len(names) - 2), f" {deck.labels.and_} "])
    if not who or not paraphrase:
        return who
    before, _, after = deck.labels.paraphrase.partition("{who}")
    return Text(tuple(run for run in (Run(before), *who.runs, Run(after)) if run.text))


def listed(words: Sequence[str], last: str) -> str:
    """Return words as a list such as ``a, b og c``; empty for no words. ``last`` is the word for *and*."""
    return "".join(words) if len(words) <= 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
