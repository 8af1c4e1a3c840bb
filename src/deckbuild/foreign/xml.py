"""Parses XML that others made."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from deckbuild.foreign.files import MOST_ELEMENTS, too_many_elements

_SAFELY: Any = {"no_network": True, "remove_comments": True, "remove_pis": True}
_BEYOND_LIMITS = 114
"""``XML_ERR_RESOURCE_LIMIT`` of libxml2 2.14, for which lxml has a name from 6.1 on only."""


class NotXmlError(ValueError):
    """The bytes are no XML, or XML beyond the limits of the parser."""


class TooMuchXmlError(NotXmlError):
    """XML beyond the limits of the parser: too deep, a text of over 10 MB, or entities that grow too much."""


def check_size(data: bytes, name: str = "", most: int = MOST_ELEMENTS) -> None:
    """Count elements and attributes before memory is used for them. Raises ``RefusedError`` when there are too many."""
    if len(data) > most and data.count(b"<") + data.count(b"=") > most:
        raise too_many_elements(Path(name), most)


def parsed(data: bytes, name: str = "") -> Any:
    """Return the root element, without comments and processing instructions.

    Raises ``NotXmlError``, and ``RefusedError`` when it has more elements than ``MOST_ELEMENTS``.

    ``name`` is what its elements call their ``base``. Entities of the document's own are put in, up to the parser's
    limits; entities from elsewhere are not read.
    """
    check_size(data, name)
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities="internal", **_SAFELY), base_url=name or None)
    except etree.XMLSyntaxError as error:
        raise (TooMuchXmlError if error.code == _BEYOND_LIMITS else NotXmlError)(str(error)) from error
    except ValueError as error:
        raise NotXmlError(str(error)) from error


def elements(data: bytes, *tags: str) -> Iterator[Any]:
    """Yield the elements with one of the ``tags`` as they end; each is emptied after it, so that few are in memory.

    Entities are not put in. Raises what ``parsed`` does.
    """
    check_size(data)
    try:
        for _, element in etree.iterparse(BytesIO(data), tag=tags, resolve_entities=False, **_SAFELY):
            yield element
            element.clear()
    except etree.XMLSyntaxError as error:
        raise NotXmlError(str(error)) from error
