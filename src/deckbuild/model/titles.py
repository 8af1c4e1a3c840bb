"""Titles that tell slides apart: those that repeat are numbered, the same on all papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from deckbuild.model.labels import LABELS
from deckbuild.model.text import Run, Text

if TYPE_CHECKING:
    from deckbuild.model.deck import Deck

_NO_BREAK_SPACE = "\u00a0"


def numbered_titles(deck: Deck) -> Mapping[str, Text]:
    """Return slide id -> title as printed: ``Refleksion 2 af 6`` where six slides are called that.

    Small and capital letters count as the same. A section's own slide keeps its name, which its number tells apart.
    The title and literature slides keep theirs too, but a slide called like one of them is numbered with it.
    """
    before = [_key(deck.info.title)]
    after = [deck.labels.literature.casefold()] if deck.sources else []
    named = [slide for slide in deck.slides if not slide.opens_section]
    total = Counter([*before, *(_key(slide.title) for slide in named), *after])
    seen = Counter(before)
    titles = {slide.id: slide.title for slide in deck.slides}
    for slide in named:
        key = _key(slide.title)
        seen[key] += 1
        if total[key] > 1:
            titles[slide.id] = _numbered(slide.title, seen[key], total[key], slide.lang or deck.info.language)
    return titles


def continued_title(title: Text, label: str) -> Text:
    """Return the title of a further slide or page: with ``label``, as quiet as a number before it."""
    quiet = bool(title.runs) and title.runs[-1].soft
    return Text((*title.runs, Run(f" {label}", soft=quiet)), title.span)


def _key(title: Text) -> str:
    return " ".join(title.plain.split()).casefold()


def _numbered(title: Text, n: int, total: int, lang: str) -> Text:
    """Return the title with its number set softly; the number's words stay on one line."""
    before, _, after = LABELS[lang].numbered_title.format(title="\n", n=n, total=total).partition("\n")
    space = after[: len(after) - len(after.lstrip(" "))]
    soft = space + after.lstrip(" ").replace(" ", _NO_BREAK_SPACE)
    runs = (Run(before, soft=True), *title.runs, Run(soft, soft=True))
    return Text(tuple(run for run in runs if run.text), title.span)
