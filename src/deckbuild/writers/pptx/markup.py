"""XML as text: namespaces, escaping, identifiers that never change."""

from __future__ import annotations

import re
import uuid

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A16 = "http://schemas.microsoft.com/office/drawing/2014/main"

HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}" xmlns:p="{PRESENTATION}"'

# The characters of XML 1.0, production 2; anything else would make the file unreadable.
_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://deckbuild/")
EMPTY_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
"""The root of every shape tree (19.3.1.45)."""


def escape(text: str) -> str:
    """Return ``text`` as the content of an element; characters that XML cannot hold are dropped."""
    text = _ILLEGAL.sub("", text)
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def attribute(text: str) -> str:
    """Return ``text`` as the content of an attribute in double quotes, line ends kept."""
    return escape(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def guid(*parts: object) -> str:
    """Return the same GUID for the same ``parts``, in the braces and capitals of ST_Guid (22.9.2.4)."""
    return f"{{{uuid.uuid5(_NAMESPACE, '|'.join(map(str, parts)))}}}".upper()


def number(*parts: object) -> int:
    """Return the same positive 32-bit number for the same ``parts``."""
    return uuid.uuid5(_NAMESPACE, "|".join(map(str, parts))).int >> 96 or 1
