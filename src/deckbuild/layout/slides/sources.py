"""References to works: in a slide's footer, under a quote, under a title in the handout."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.model.deck import Deck, SourceRef
from deckbuild.model.text import Run, Text

BETWEEN_WORKS = " · "
LITERATURE = "literature"
"""The id of the first literature slide."""


def work_anchor(name: str) -> str:
    """Return the link target of the work ``name`` on the literature slides."""
    return f"{LITERATURE}/{name}"


def source_line(deck: Deck, refs: Sequence[SourceRef]) -> str:
    """Return a reference such as ``Tekst 4 og 6  Tortzen``. Works by the same authors are put together."""
    labels = deck.labels
    grouped: dict[str, list[int]] = {}
    for ref in refs:
        source = deck.source_of(ref)
        grouped.setdefault(source.authors.plain, []).append(source.number)
    parts = []
    for authors, numbers in grouped.items():
        shown = listed([str(n) for n in numbers], labels.and_)
        parts.append(f"{labels.source.format(number=shown)}\u2002{authors}")
    return BETWEEN_WORKS.join(parts)


def source_foot(deck: Deck, refs: Sequence[SourceRef]) -> Text:
    """Return ``source_line`` as a link to the first work on the literature slides; empty for no works."""
    if not refs:
        return Text(())
    return Text((Run(source_line(deck, refs), link=f"#{work_anchor(refs[0].name)}"),))


def caption_foot(deck: Deck, caption: Text, refs: Sequence[SourceRef]) -> Text:
    """Return a caption for the footer, such as ``Figur 19: … (tekst 3)``, with a link to the work."""
    if not refs:
        return caption
    numbers = listed([str(deck.source_of(ref).number) for ref in refs], deck.labels.and_)
    source = deck.labels.source.format(number=numbers)
    linked = Run(f"{source[0].lower()}{source[1:]}", link=f"#{work_anchor(refs[0].name)}")
    return Text((Run(f"{caption.plain} ("), linked, Run(")")), caption.span)


def attribution(deck: Deck, refs: Sequence[SourceRef], *, paraphrase: bool, by: str = "") -> str:
    """Return the author line of a quote, such as ``Frit efter Sørensen & Torfing, s. 29``; empty without an author.

    ``by`` replaces the authors of the works ``refs``. ``paraphrase`` says that the quote is not word for word.
    """
    who = by
    if not who and refs:
        names = []
        for ref in refs:
            pages = f", {deck.labels.page_abbr.format(pages=ref.pages)}" if ref.pages else ""
            names.append(deck.source_of(ref).authors.plain + pages)
        who = listed(names, deck.labels.and_)
    if not who:
        return ""
    return deck.labels.paraphrase.format(who=who) if paraphrase else who


def listed(words: Sequence[str], last: str) -> str:
    """Return words as a list such as ``a, b og c``. ``last`` is the word for *and*; there is at least one word."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
