"""Text: the lines that layout broke, each piece at its own place, each paragraph marked as its element."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate

from deckbuild.fonts.bidi import has_right_to_left
from deckbuild.fonts.faces import ASCENT, DESCENT
from deckbuild.frame.text import Line, Par, Piece, Tag, TextRun
from deckbuild.units import Pt
from deckbuild.writers.pdf.fonts import SOFT_HYPHEN
from deckbuild.writers.pdf.pen import LinkArea, Pen
from deckbuild.writers.pdf.tags.elements import Element, language
from deckbuild.writers.pdf.tags.tagger import ParagraphPlace


def draw_pars(pen: Pen, pars: Iterable[Par], x: Pt, y: Pt, *, artifact: bool = False) -> None:
    """Draw paragraphs whose box has its left top corner at ``(x, y)``, as one text object.

    Marked content opens and ends inside it (ISO 32000-1, 14.6.1). An ``artifact`` is not part of the text.
    """
    tagger = None if artifact else pen.tagger
    if tagger is None:
        pen.mark.artifact()
    else:
        pen.mark.close()
    pen.out.append("BT")
    for par in pars:
        if not par.lines:
            continue
        if tagger is None or par.tag is Tag.ARTIFACT:
            pen.mark.artifact()
            _draw_par(pen, par, x, y + par.top, None)
            if tagger is not None:
                pen.mark.close()
        else:
            _draw_par(pen, par, x, y + par.top, tagger.paragraph(par, x))
    pen.out.append("ET")


def _draw_par(pen: Pen, par: Par, x: Pt, y: Pt, place: ParagraphPlace | None) -> None:
    """Draw a paragraph from its bullet to its last line."""
    body = place.body if place else None
    label = place and place.label
    if label:
        pen.mark.begin(label)
    elif body:
        pen.mark.begin(body)
    if par.bullet is not None:
        tail = " " if body and not label else ""  # or the bullet's text would run into the paragraph's
        _show(pen, par.bullet.run, x + par.indent - par.hang, y + par.lines[0].baseline, tail=tail)
    if label and body:
        pen.mark.end()
        pen.mark.begin(body)
    _draw_lines(pen, par, x, y, body)
    if body:
        pen.mark.end()


def _draw_lines(pen: Pen, par: Par, x: Pt, y: Pt, body: Element | None) -> None:
    """Draw a paragraph's lines; links in it become elements in ``body``."""
    spaces = _spaces(par) if len(par.lines) > 1 else ()
    linked = any(run.link for run in par.runs)
    home = par.lang
    seen = 0
    target: str | None = None
    holder = body
    for line in par.lines:
        base = y + line.baseline
        last = line.pieces[-1] if line.pieces else None
        for link, pieces in _stretches(pen, line) if linked else ((None, line.pieces),):
            if link != target:
                target = link
                holder = _turn(pen, link, body)
            for piece in pieces:
                if spaces:
                    text = piece.run.text
                    seen += len(text) - text.count(" ") - text.count(SOFT_HYPHEN)
                # A real space ends the line, or its last word would run into the next (ISO 32000-1, 14.8.2.5).
                tail = " " if piece is last and seen in spaces else ""
                spoken = _spoken(piece.run, home) if body is not None else ""
                if spoken:
                    pen.out.append(f"/Span <<{spoken}>> BDC")
                _show(pen, piece.run, x + piece.x, base, piece.width, tail)
                if spoken:
                    pen.out.append("EMC")
            if link:
                pen.links.append(_area(pen, link, pieces, x, base, holder or pen.loose_link()))


def _spoken(run: TextRun, home: str | None) -> str:
    """Return what a screen reader must know of a run: another language; the order of reading where it is drawn turned.

    Both are entries of a marked-content property list (ISO 32000-1, 14.9.2 and 14.9.4).
    """
    entries = language(run.lang) if run.lang is not None and run.lang != home else ""
    if not run.text.isascii() and has_right_to_left(run.text):
        entries += f"/ActualText <feff{run.text.encode('utf-16-be').hex()}>"
    return entries


def _stretches(pen: Pen, line: Line) -> Iterator[tuple[str | None, tuple[Piece, ...]]]:
    """Yield the stretches of a line that lead to one place, or nowhere."""
    start = 0
    pieces = line.pieces
    while start < len(pieces):
        target = pieces[start].run.link
        end = start + 1
        while end < len(pieces) and pieces[end].run.link == target:
            end += 1
        yield target if pen.leads(target) else None, pieces[start:end]
        start = end


def _turn(pen: Pen, link: str | None, body: Element | None) -> Element | None:
    """Let what comes belong to a link in ``body``, or after one to ``body`` again; return what holds it."""
    if body is None or pen.tagger is None:
        return None
    holder = pen.tagger.link(body) if link else body
    pen.mark.end()
    pen.mark.begin(holder)
    return holder


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


def _area(pen: Pen, target: str, pieces: tuple[Piece, ...], x: Pt, base: Pt, holder: Element) -> LinkArea:
    """Return the place to click over ``pieces`` of a line."""
    size = max(piece.run.size for piece in pieces)
    left, right = x + pieces[0].x, x + pieces[-1].x + pieces[-1].width
    y = pen.height - base
    text = "".join(piece.run.text for piece in pieces).replace(SOFT_HYPHEN, "").strip()
    return LinkArea(target, (left, y - DESCENT * size, right, y + ASCENT * size), text, holder)
