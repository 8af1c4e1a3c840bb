"""XML as text: namespaces, escaping, and identifiers that are the same in each build."""

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

# Matches what is not a character of XML 1.0 (production 2): no XML parser reads a file that has one.
_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://deckbuild/")
EMPTY_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
"""The two elements that every ``p:spTree`` begins with (19.3.1.45)."""


def escape(text: str) -> str:
    """Return ``text`` as the content of an element; characters that XML cannot hold are dropped."""
    text = _ILLEGAL.sub("", text)
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def attribute(text: str) -> str:
    """Return ``text`` as the value of an attribute in double quotes; line ends and tabs are kept."""
    return escape(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def guid(*parts: object) -> str:
    """Return a GUID made from ``parts``, in braces and capitals (ST_Guid, 22.9.2.4). Equal parts give equal GUIDs."""
    return f"{{{uuid.uuid5(_NAMESPACE, '|'.join(map(str, parts)))}}}".upper()


def number(*parts: object) -> int:
    """Return a positive 32-bit number made from ``parts``. Equal parts give equal numbers."""
    return uuid.uuid5(_NAMESPACE, "|".join(map(str, parts))).int >> 96 or 1
