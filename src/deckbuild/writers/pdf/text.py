"""Draws text: the lines that layout broke, each piece at its own place, each paragraph as its element's content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from deckbuild.characters import SOFT_HYPHEN, count_letters
from deckbuild.fonts.bidi import has_right_to_left
from deckbuild.fonts.faces import ASCENT, DESCENT
from deckbuild.frame.text import Line, Par, Piece, Tag, TextRun
from deckbuild.units import Pt
from deckbuild.writers.pdf.pen import LinkArea, Pen
from deckbuild.writers.pdf.tags.elements import Element, language
from deckbuild.writers.pdf.tags.tagger import ParagraphPlace

_UNDER, _THIN = 0.13, 0.05
"""How far the line under a link is below the baseline, and its width, in em."""


def draw_pars(pen: Pen, pars: Sequence[Par], x: Pt, y: Pt, *, artifact: bool = False) -> None:
    """Draw the paragraphs of a box as one text object; ``(x, y)`` is the box's left top corner.

    Marked content begins and ends within the text object (ISO 32000-1, 14.6.1). With ``artifact`` nothing is tagged.
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
    for par in pars:
        _underline(pen, par, x, y + par.top)


def _underline(pen: Pen, par: Par, x: Pt, y: Pt) -> None:
    """Draw a line under each link that leads out of the paper, so that it looks like one, on a screen or printed."""
    for line in par.lines if any(run.link for run in par.runs) else ():
        for piece in line.pieces:
            run = piece.run
            if run.link and not run.link.startswith("#"):
                left, at = x + piece.x, y + line.baseline + _UNDER * run.size
                segment = pen.segments([(left, at, left + piece.width, at)])
                pen.paint(segment, stroke=run.color, width=_THIN * run.size)


def _draw_par(pen: Pen, par: Par, x: Pt, y: Pt, place: ParagraphPlace | None) -> None:
    """Draw a paragraph from its bullet to its last line."""
    body = place.body if place else None
    label = place and place.label
    if label:
        pen.mark.begin(label)
    elif body:
        pen.mark.begin(body)
    if par.bullet is not None:
        tail = " " if body and not label else ""  # separates bullet and text when both are in one element
        _show(pen, par.bullet.run, x + par.indent - par.hang, y + par.lines[0].baseline, tail=tail)
    if label and body:
        pen.mark.end()
        pen.mark.begin(body)
    _draw_lines(pen, par, x, y, body)
    if body:
        pen.mark.end()


def _draw_lines(pen: Pen, par: Par, x: Pt, y: Pt, body: Element | None) -> None:
    """Draw a paragraph's lines; its links become kids of ``body``."""
    spaces = _spaces(par) if len(par.lines) > 1 else ()
    home = par.lang
    seen = 0
    target: str | None = None
    holder = body
    for line in par.lines:
        base = y + line.baseline
        last = line.pieces[-1] if line.pieces else None
        for link, pieces in _stretches(pen, line):
            if link != target:
                target = link
                holder = _turn(pen, link, body)
            for piece in pieces:
                if spaces:
                    seen += count_letters(piece.run.text)
                # A space character ends the line, so that its last word and the next are two (ISO 32000-1, 14.8.2.5).
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
    """Return a run's entries for a marked-content property list, or nothing.

    They are ``/Lang``, when its language is not ``home`` (ISO 32000-1, 14.9.2), and ``/ActualText``, when it is drawn
    from right to left (14.9.4).
    """
    entries = language(run.lang) if run.lang is not None and run.lang != home else ""
    if not run.text.isascii() and has_right_to_left(run.text):
        entries += f"/ActualText <feff{run.text.encode('utf-16-be').hex()}>"
    return entries


def _stretches(pen: Pen, line: Line) -> Iterator[tuple[str | None, tuple[Piece, ...]]]:
    """Yield a line in stretches: (link or None, the pieces that have it)."""
    for target, pieces in groupby(line.pieces, lambda piece: piece.run.link):
        yield target if pen.leads(target) else None, tuple(pieces)


def _turn(pen: Pen, link: str | None, body: Element | None) -> Element | None:
    """End the open sequence and begin one of a new ``Link`` in ``body``, or of ``body`` when ``link`` is None.

    Return the element, or None when nothing is tagged.
    """
    if body is None or pen.tagger is None:
        return None
    holder = pen.tagger.link(body) if link else body
    pen.mark.end()
    pen.mark.begin(holder)
    return holder


def _spaces(par: Par) -> frozenset[int]:
    """Return where the author's text has white space, as counts of the other characters before it."""
    text = "".join(run.text for run in par.runs).replace("\n", " ").replace("\t", " ")
    return frozenset(accumulate(count_letters(word) for word in text.rstrip(" ").split(" ")[:-1]))


def _show(pen: Pen, run: TextRun, x: Pt, base: Pt, width: Pt | None = None, tail: str = "") -> None:
    """Show a run, then ``tail``, from ``x`` on the baseline ``base``; ``width`` is what layout measured, in points."""
    if not run.text:
        return
    pen.fill(run.color)
    place = f"1 0 0 1 {x:.2f} {pen.height - base:.2f} Tm "
    for font, operator in pen.supplies.faces[run.style].operands(run.text, run.size, width, tail):
        pen.font(font, run.size)
        pen.out.append(place + operator)
        place = ""


def _area(pen: Pen, target: str, pieces: tuple[Piece, ...], x: Pt, base: Pt, holder: Element) -> LinkArea:
    """Return the link area over ``pieces`` of a line; ``x`` is the line's left edge, ``base`` its baseline."""
    size = max(piece.run.size for piece in pieces)
    left, right = x + pieces[0].x, x + pieces[-1].x + pieces[-1].width
    y = pen.height - base
    text = "".join(piece.run.text for piece in pieces).replace(SOFT_HYPHEN, "").strip()
    return LinkArea(target, (left, y - DESCENT * size, right, y + ASCENT * size), text, holder)
