"""Parses XML that others made."""

from __future__ import annotations

from typing import Any

from lxml import etree


class NotXmlError(ValueError):
    """The bytes are no XML, or XML beyond the limits of the parser: too deep, or entities that grow too much."""


def parsed(data: bytes, name: str = "") -> Any:
    """Return the root element, without comments and processing instructions. Raises ``NotXmlError``.

    ``name`` is what its elements call their ``base``. Entities of the document's own are put in, up to the parser's
    limits; entities from elsewhere are not read.
    """
    parser = etree.XMLParser(resolve_entities="internal", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(data, parser, base_url=name or None)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotXmlError(str(error)) from error
