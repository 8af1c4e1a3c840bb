"""Formats of text: how a paragraph and its runs look, and which part of that has to be stated.

Text takes its look from the slide master, the slide layout and the list style of its shape, in this order. A paragraph
and a run state only what differs (ECMA-376 part 1, 21.1.2.4.13). So a new size, colour or font in the master shows on
every slide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from deckbuild.characters import count_letters
from deckbuild.dataclass import dataclass
from deckbuild.frame.text import Align
from deckbuild.units import Pt, emu
from deckbuild.writers.pptx.markup import attribute

LINE = 1.2
"""The distance of baselines at a line spacing of 100 %, as a share of the type size."""
_ALIGN = {Align.LEFT: "l", Align.CENTER: "ctr", Align.RIGHT: "r"}
Properties: TypeAlias = Mapping[str, str]
"""Attributes by their names, and elements as XML by their tags (``a:…``), in the order of the schema."""


@dataclass(frozen=True, slots=True)
class Format:
    """The look of a paragraph and of its runs. What it lacks is unknown, so text states it."""

    paragraph: Properties
    run: Properties


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """Where the lines of a paragraph stand; lengths in points."""

    size: Pt
    leading: Pt
    before: Pt = 0.0
    indent: Pt = 0.0
    hang: Pt = 0.0
    align: Align = Align.LEFT
    line: float = LINE
    """The distance of baselines at a line spacing of 100 %, in em of its family."""

    def properties(self, bullet: Properties, *, tab: bool = False) -> Properties:
        """Return the properties of ``a:pPr`` (21.1.2.2.7), ``tab`` with a tab stop at the indent.

        Line spacing is a share (``spcPct``), so that it grows and shrinks with the type. Space before is in points, as
        in PowerPoint's own templates: of a share PowerPoint and LibreOffice make different lengths.
        """
        stop = {"a:tabLst": f'<a:tabLst><a:tab pos="{emu(self.indent)}" algn="l"/></a:tabLst>'} if tab else {}
        share = round(self.leading / (self.line * self.size) * 100_000)
        return {
            "marL": str(emu(self.indent)),
            "indent": str(-emu(self.hang)),
            "algn": _ALIGN[self.align],
            "a:lnSpc": f'<a:lnSpc><a:spcPct val="{share}"/></a:lnSpc>',
            "a:spcBef": f'<a:spcBef><a:spcPts val="{points(self.before)}"/></a:spcBef>',
            "a:spcAft": '<a:spcAft><a:spcPts val="0"/></a:spcAft>',
            **bullet,
            **stop,
        }


HEADING_FONT = '<a:latin typeface="+mj-lt"/>'
"""The theme's font of headings, for text that does not inherit it."""


def run_properties(size: Pt, *, bold: bool, italic: bool, fill: str, family: str = "") -> Properties:
    """Return the properties of ``a:rPr`` (21.1.2.3.9), but the language. ``family`` is ``a:latin``, when stated."""
    face = {"sz": str(points(size)), "b": str(int(bold)), "i": str(int(italic)), "a:solidFill": fill}
    return {**face, "a:latin": family} if family else face


def bullet_properties(color: str, font: str, sign: str) -> Properties:
    """Return the properties of a bullet: its colour element, its family, and ``a:buChar`` or ``a:buAutoNum``."""
    return {
        "a:buClr": f"<a:buClr>{color}</a:buClr>",
        "a:buFont": f'<a:buFont typeface="{attribute(font)}"/>',
        "a:bu": sign,
    }


def points(length: Pt) -> int:
    """Return a length in 1/100 pt, the unit of type sizes."""
    return round(length * 100)


Levels: TypeAlias = Sequence[Format]
"""The format of each outline level, from the first."""
NO_BULLET: Properties = {"a:bu": "<a:buNone/>"}
"""The one property of text without a bullet."""


def differing(own: Properties, inherited: Properties) -> dict[str, str]:
    """Return the properties in ``own`` that are not the same in ``inherited``."""
    return {name: value for name, value in own.items() if inherited.get(name) != value}


def completed(own: Properties, inherited: Properties) -> Properties:
    """Return ``own`` in its order, with what it lacks of the ``inherited`` properties after it."""
    return {**own, **{name: value for name, value in inherited.items() if name not in own}}


def element(tag: str, properties: Properties, more: str = "") -> str:
    """Return an element with ``properties``; ``more`` is XML that follows its other children."""
    attributes = "".join(f' {name}="{value}"' for name, value in properties.items() if ":" not in name)
    children = "".join(value for name, value in properties.items() if ":" in name) + more
    return f"<{tag}{attributes}>{children}</{tag}>" if children else f"<{tag}{attributes}/>"


def level_element(number: int, look: Format) -> str:
    """Return ``a:lvl{number}pPr`` (21.1.2.4.13); ``number`` counts from 1."""
    run = element("a:defRPr", look.run) if look.run else ""
    return element(f"a:lvl{number}pPr", look.paragraph, run)


def commonest(formats: Iterable[tuple[Properties, int]]) -> Properties:
    """Return the properties with the most weight; of several the first. There must be one."""
    weights: Counter[tuple[tuple[str, str], ...]] = Counter()
    for properties, weight in formats:
        weights[tuple(properties.items())] += weight
    return dict(weights.most_common(1)[0][0])


def weight(text: str) -> int:
    """Return how much a run counts where the commonest look of a level is sought."""
    return 1 + count_letters(text)
