"""Animations: paragraphs that appear on a click, as ``p:timing`` (ECMA-376 part 1, 19.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

_AT_ONCE = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_ON_CLICK = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
_SLIDE = "<p:tgtEl><p:sldTgt/></p:tgtEl>"


def timing_xml(boxes: Sequence[tuple[int, Sequence[tuple[int, int]]]]) -> str:
    """Return ``p:timing`` (19.5.87), or nothing when everything is visible from the start.

    ``boxes`` holds the number of each text box (``cNvPr/@id``) and the first and last paragraph of each of its clicks.
    """
    if not boxes:
        return ""
    numbers = count(3)
    clicks = "".join(_click(box, first, last, numbers) for box, ranges in boxes for first, last in ranges)
    builds = "".join(f'<p:bldP spid="{box}" grpId="0" build="p"/>' for box, _ in boxes)
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        '<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq">'
        f"<p:childTnLst>{clicks}</p:childTnLst></p:cTn>"
        f'<p:prevCondLst><p:cond evt="onPrev" delay="0">{_SLIDE}</p:cond></p:prevCondLst>'
        f'<p:nextCondLst><p:cond evt="onNext" delay="0">{_SLIDE}</p:cond></p:nextCondLst></p:seq>'
        f"</p:childTnLst></p:cTn></p:par></p:tnLst><p:bldLst>{builds}</p:bldLst></p:timing>"
    )


def _click(box: int, first: int, last: int, numbers: Iterator[int]) -> str:
    """Return the ``p:par`` of one click: paragraphs ``first`` to ``last`` appear together."""
    outer, inner = next(numbers), next(numbers)
    effects = "".join(
        _appear(box, paragraph, "clickEffect" if paragraph == first else "withEffect", numbers)
        for paragraph in range(first, last + 1)
    )
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold">{_ON_CLICK}<p:childTnLst><p:par><p:cTn id="{inner}" fill="hold">'
        f"{_AT_ONCE}<p:childTnLst>{effects}</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>"
    )


def _appear(box: int, paragraph: int, node: str, numbers: Iterator[int]) -> str:
    """Return the entrance effect Appear (``presetID`` 1, 19.5.33) for one paragraph, counted from 0."""
    return (
        f'<p:par><p:cTn id="{next(numbers)}" presetID="1" presetClass="entr" presetSubtype="0" fill="hold" grpId="0" '
        f'nodeType="{node}">{_AT_ONCE}<p:childTnLst><p:set><p:cBhvr><p:cTn id="{next(numbers)}" dur="1" fill="hold">'
        f'{_AT_ONCE}</p:cTn><p:tgtEl><p:spTgt spid="{box}"><p:txEl><p:pRg st="{paragraph}" end="{paragraph}"/></p:txEl>'
        "</p:spTgt></p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
        '<p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>'
    )
