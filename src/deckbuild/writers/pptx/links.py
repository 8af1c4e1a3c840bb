"""Links to web pages and to other slides. Each becomes a relationship of the slide part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import quote

from deckbuild.writers.pptx.markup import RELATIONSHIPS

_TEXT_COLOR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)
"""The extension by which a link keeps the colour of its text; else it takes the theme's ([MS-ODRAWXML])."""
_URL = "!#$%&'()*+,/:;=?@[]~"


class PackagePart(Protocol):
    """What this module needs of a part of python-pptx."""

    def relate_to(self, target: Any, reltype: str, is_external: bool = False) -> str:
        """Return the id of the relationship to ``target``; make the relationship if there is none."""


class Links:
    """The links of one slide or notes page.

    A link to a slide that is not in this presentation becomes plain text. The reader has already reported it.
    """

    def __init__(self, part: PackagePart, slides: Mapping[str, PackagePart]) -> None:
        self._part = part
        self._slides = slides

    def __call__(self, link: str) -> str:
        """Return ``a:hlinkClick`` (21.1.2.3.5) for an address or ``#slide-id``; empty when the slide is unknown."""
        if link.startswith("#"):
            target = self._slides.get(link[1:])
            if target is None:
                return ""
            relation = self._part.relate_to(target, f"{RELATIONSHIPS}/slide")
            action = ' action="ppaction://hlinksldjump"'
        else:
            address = quote(link, safe=_URL)
            relation = self._part.relate_to(address, f"{RELATIONSHIPS}/hyperlink", is_external=True)
            action = ""
        return f'<a:hlinkClick r:id="{relation}"{action}>{_TEXT_COLOR}</a:hlinkClick>'
