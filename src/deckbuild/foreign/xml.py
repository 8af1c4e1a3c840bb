"""Parses XML that others made."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

_SAFELY: Any = {"no_network": True, "remove_comments": True, "remove_pis": True}


class NotXmlError(ValueError):
    """The bytes are no XML, or XML beyond the limits of the parser: too deep, or entities that grow too much."""


def parsed(data: bytes, name: str = "") -> Any:
    """Return the root element, without comments and processing instructions. Raises ``NotXmlError``.

    ``name`` is what its elements call their ``base``. Entities of the document's own are put in, up to the parser's
    limits; entities from elsewhere are not read.
    """
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities="internal", **_SAFELY), base_url=name or None)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotXmlError(str(error)) from error


def elements(data: bytes, *tags: str) -> Iterator[Any]:
    """Yield the elements with one of the ``tags`` as they end; each is emptied after it, so that few are in memory.

    Entities are not put in. Raises ``NotXmlError`` as ``parsed`` does.
    """
    try:
        for _, element in etree.iterparse(BytesIO(data), tag=tags, resolve_entities=False, **_SAFELY):
            yield element
            element.clear()
    except etree.XMLSyntaxError as error:
        raise NotXmlError(str(error)) from error
