"""Bullets: what stands in the hanging indent of a paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deckbuild.fonts.faces import Style
from deckbuild.frame.text import Bullet, BulletKind, TextRun
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, text_width
from deckbuild.model.theme import Color, Step
from deckbuild.units import Pt

_AFTER_NUMBER: Pt = 10
"""The least white between a number and its text."""


def bullet_run(text: str, style: ParStyle, color: Color, *, bold: bool = False) -> TextRun:
    """Return the run of a bullet, in the type size of its paragraph."""
    return TextRun(text, Style.of(bold=bold, italic=False), style.step.size, color)


def dash(style: ParStyle, color: Color, *, bold: bool = True, sign: str = "–", share: float = 1.0) -> Bullet:
    """Return the bullet of a bulleted list: an en dash, or another sign; ``share`` is its size in its text's."""
    run = bullet_run(sign, style, color, bold=bold)
    return Bullet(BulletKind.CHARACTER, replace(run, size=run.size * share))


def numeral(number: int, style: ParStyle, color: Color, *, bold: bool = True) -> Bullet:
    """Return the bullet of an item in a numbered list."""
    return Bullet(BulletKind.NUMBER, bullet_run(str(number), style, color, bold=bold), number)


def hanging_indent(numbers: Iterable[str], step: Step, least: Pt, settings: TextSettings) -> Pt:
    """Return the hanging indent for ``numbers`` in bold: ``least`` points, or more where one would touch its text."""
    widest = max((text_width(number, settings.face(bold=True), step.size) for number in numbers), default=0.0)
    return max(least, widest * settings.wider + _AFTER_NUMBER)


def hanging(text: str, style: ParStyle, color: Color) -> Bullet:
    """Return a bullet with any text, such as a question's number."""
    return Bullet(BulletKind.HANGING, bullet_run(text, style, color, bold=True))
