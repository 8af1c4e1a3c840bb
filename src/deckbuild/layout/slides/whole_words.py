"""Whether the words on slides are whole: a hyphen that layout puts into one is told, as is a word cut in two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckbuild.characters import SOFT_HYPHEN
from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Frame
from deckbuild.frame.items import Group, Item, Shape, TableItem, TextBox
from deckbuild.frame.text import Line, LineEnd, Par


def divided(items: Iterable[Item]) -> bool:
    """Whether layout put a hyphen into a word, or cut one in two."""
    return any(line.end in (LineEnd.HYPHEN, LineEnd.CUT) for par in _paragraphs(items) for line in par.lines)


def check_words(frame: Frame, diagnostics: Diagnostics) -> None:
    """Report words that are divided or cut because they are wider than their place; divided ones once for an item."""
    for item in frame.items:
        pars = [par for par in _paragraphs([item]) if _divided(par)]
        if pars and not _any_cut(_paragraphs([item])):
            diagnostics.note(
                "divided-word",
                next((run.source for run in pars[0].runs if run.source and SOFT_HYPHEN in run.text), frame.span),
                "The word “{word}” is divided on slide {number}: it is wider than its place there, even in smaller "
                "type. A search for it in PowerPoint does not find it."
                if len(pars) == 1
                else "{count} words here are divided on slide {number}, the first is “{word}”: they are wider than "
                "their places there, even in smaller type. A search for them in PowerPoint does not find them.",
                "Write shorter words, or make their places wider, with fewer columns or boxes beside one another.",
                word=_divided_word(pars[0]),
                number=frame.number,
                count=len(pars),
            )
    for item in frame.items:
        if isinstance(item, TextBox) and _any_cut(item.pars):
            diagnostics.warning(
                "cut-word",
                item.span or frame.span,
                "A word here is wider than its place on the slide, and is cut in two without a hyphen.",
                "Write a shorter word, or put `&shy;` where it may be divided.",
            )


def _paragraphs(items: Iterable[Item]) -> Iterator[Par]:
    for item in items:
        match item:
            case Group():
                yield from _paragraphs(item.items)
            case TextBox() | Shape():
                yield from item.pars
            case TableItem():
                yield from (par for row in item.rows for cell in row.cells for par in cell.pars)


def _divided(par: Par) -> bool:
    return any(line.end is LineEnd.HYPHEN for line in par.lines)


def _any_cut(pars: Iterable[Par]) -> bool:
    return any(line.end is LineEnd.CUT for par in pars for line in par.lines)


def _divided_word(par: Par) -> str:
    """Return the first word with a hyphen of layout's, as the author wrote it."""
    text = "".join(_text(line) for line in par.lines)
    word = next(word for word in text.split() if SOFT_HYPHEN in word)
    return word.replace(SOFT_HYPHEN, "").strip(".,:;!?()»«“”")


def _text(line: Line) -> str:
    """Return a line with a soft hyphen at its end where layout divided a word, and a space between words."""
    text = "".join(piece.run.text for piece in line.pieces).replace(SOFT_HYPHEN, "")
    return text + {LineEnd.HYPHEN: SOFT_HYPHEN, LineEnd.SPACE: " "}.get(line.end, "")
