"""What a slide points to: web pages, other slides, pictures. Each becomes a relationship of the slide's part."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

from deckbuild.writers.pptx.markup import RELATIONSHIPS

_TEXT_COLOR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)
"""Keeps the text's own colour instead of the theme's for links ([MS-ODRAWXML])."""
_URL = "!#$%&'()*+,/:;=?@[]~"

MEDIA_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
}
"""Media types by extension: what PowerPoint shows on every platform."""


class Part(Protocol):
    """What this module needs of a part of python-pptx."""

    def relate_to(self, target: Any, reltype: str, is_external: bool = False) -> str:
        """Return the id of the relationship to ``target``, made if missing."""


class Links:
    """The links of one slide or notes page.

    A link to a slide that is not in this presentation is left as plain text: the reader has reported it.
    """

    def __init__(self, part: Part, slides: Mapping[str, Part]) -> None:
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


class Media:
    """The picture files of a deck: one part for each distinct content, however often and wherever it is used."""

    def __init__(self, make: Callable[[str, str, bytes], Part]) -> None:
        self._make = make
        self._by_path: dict[Path, Part] = {}
        self._by_content: dict[str, Part] = {}

    def relate(self, part: Part, path: Path) -> str:
        """Return the id of the relationship from ``part`` to the picture at ``path``."""
        return part.relate_to(self._part(path), f"{RELATIONSHIPS}/image")

    def _part(self, path: Path) -> Part:
        found = self._by_path.get(path)
        if found is None:
            extension = path.suffix.lower().removeprefix(".")
            if extension not in MEDIA_TYPES:
                message = f"PowerPoint cannot show pictures of type {path.suffix or 'without extension'}: {path}"
                raise ValueError(message)
            content = path.read_bytes()
            key = f"{hashlib.sha256(content).hexdigest()}.{extension}"
            found = self._by_content.get(key)
            if found is None:
                name = f"/ppt/media/image{len(self._by_content) + 1}.{extension}"
                found = self._by_content[key] = self._make(name, MEDIA_TYPES[extension], content)
            self._by_path[path] = found
        return found
