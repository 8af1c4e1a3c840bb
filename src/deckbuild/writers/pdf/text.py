"""Text: the lines that layout broke, each piece at its own place."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from deckbuild.fonts.faces import ASCENT, DESCENT
from deckbuild.frame.text import Line, Par, Piece, TextRun
from deckbuild.units import Pt
from deckbuild.writers.pdf.fonts import SOFT_HYPHEN
from deckbuild.writers.pdf.pen import Link, Pen


def draw_pars(pen: Pen, pars: Iterable[Par], x: Pt, y: Pt) -> None:
    """Draw paragraphs whose box has its left top corner at ``(x, y)``, as one text object."""
    pen.out.append("BT")
    for par in pars:
        _draw_par(pen, par, x, y + par.top)
    pen.out.append("ET")


def _draw_par(pen: Pen, par: Par, x: Pt, y: Pt) -> None:
    """Draw a paragraph from its bullet to its last line: all that one structure element of it would hold."""
    if par.bullet is not None and par.lines:
        _show(pen, par.bullet.run, x + par.indent - par.hang, y + par.lines[0].baseline)
    spaces = _spaces(par) if len(par.lines) > 1 else ()
    seen = 0
    for line in par.lines:
        pieces = line.pieces
        base = y + line.baseline
        last = len(pieces) - 1
        for number, piece in enumerate(pieces):
            if spaces:
                text = piece.run.text
                seen += len(text) - text.count(" ") - text.count(SOFT_HYPHEN)
            # A real space ends the line, or its last word would run into the next (ISO 32000-1, 14.8.2.5).
            tail = " " if number == last and seen in spaces else ""
            _show(pen, piece.run, x + piece.x, base, piece.width, tail)
        if any(piece.run.link for piece in pieces):
            _link(pen, line, x, base)


def _spaces(par: Par) -> frozenset[int]:
    """Return after how many characters, white space not counted, the author's text has white space."""
    text = "".join(run.text for run in par.runs).replace(SOFT_HYPHEN, "").replace("\n", " ").replace("\t", " ")
    return frozenset(accumulate(len(word) for word in text.rstrip(" ").split(" ")[:-1]))


def _show(pen: Pen, run: TextRun, x: Pt, base: Pt, width: Pt | None = None, tail: str = "") -> None:
    """Show a run from ``x`` on the baseline at ``base``, as wide as layout measured it, and ``tail`` after it."""
    if not run.text:
        return
    pen.fill(run.color)
    place = f"1 0 0 1 {x:.2f} {pen.height - base:.2f} Tm "
    for font, operator in pen.supplies.faces[run.style].operands(run.text, run.size, width, tail):
        pen.font(font, run.size)
        pen.out.append(place + operator)
        place = ""


def _link(pen: Pen, line: Line, x: Pt, base: Pt) -> None:
    """Note the places to click on a line; pieces of one link that touch are one place."""
    start = 0
    pieces = line.pieces
    while start < len(pieces):
        target = pieces[start].run.link
        end = start + 1
        while end < len(pieces) and pieces[end].run.link == target:
            end += 1
        if target:
            pen.links.append(_area(pen, target, pieces[start:end], x, base))
        start = end


def _area(pen: Pen, target: str, pieces: tuple[Piece, ...], x: Pt, base: Pt) -> Link:
    size = max(piece.run.size for piece in pieces)
    left, right = x + pieces[0].x, x + pieces[-1].x + pieces[-1].width
    y = pen.height - base
    text = "".join(piece.run.text for piece in pieces).replace(SOFT_HYPHEN, "").strip()
    return Link(target, (left, y - DESCENT * size, right, y + ASCENT * size), text)
