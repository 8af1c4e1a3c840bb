"""What of a paper can be the same or changed: a slide, or a printed page; each with a fingerprint."""

from __future__ import annotations

import hashlib
import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2
from lxml import etree

_NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DOTS = 72
"""Dots to the inch of the pictures that pages are compared by: fine enough for a dot over a letter."""


@dataclass(frozen=True, slots=True)
class BookmarkedPart:
    """What stands on a page under one bookmark."""

    title: str
    print: str
    """Equal for two that look the same."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A slide or a page."""

    title: str
    """A slide's title, or the bookmark a page stands under; may be empty."""
    print: str
    """Equal for two that look the same, notes included."""
    parts: tuple[BookmarkedPart, ...] = ()
    """What stands on a page, from the top: that of each bookmark."""


def leaves(name: str, content: bytes) -> list[Leaf]:
    """Return the slides of a .pptx or the pages of a .pdf, by the file's ``name``.

    Raises ``ValueError`` when the file can't be read.
    """
    return _slides(content) if name.lower().endswith(".pptx") else _pages(content)


def _pages(pdf: bytes) -> list[Leaf]:
    """Fingerprint the pages by what is seen of them: what isn't seen needs no new print."""
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise ValueError(str(error)) from error
    try:
        titles: dict[int, list[str]] = {}
        for mark in document.get_toc():
            target = mark.get_dest()
            if target is not None and target.get_index() is not None:
                titles.setdefault(int(target.get_index()), []).append(mark.get_title())
        found, title = [], ""
        for index in range(len(document)):
            page = document[index]
            picture = page.render(scale=_DOTS / 72)
            parts = tuple(_parts(page, picture, title, titles.get(index, [])))
            title = titles.get(index, [title])[-1]
            whole = _digest(f"{picture.width}x{picture.height}".encode(), bytes(picture.buffer))
            found.append(Leaf(title, whole, parts))
        return found
    finally:
        document.close()


def _parts(page: Any, picture: Any, above: str, titles: Sequence[str]) -> Iterator[BookmarkedPart]:
    """Yield the strips of a page: what goes on from the page before, called ``above``, then each title's.

    Bookmarks lead to a page's top: a title is looked for in the text, below the one before it.
    """
    text, letter, edges = page.get_textpage(), 0, [(0, above)]
    for title in titles:
        place = text.search(title, index=letter, match_case=True).get_next()
        if place is not None:
            letter = place[0] + 1
            top = page.get_height() - text.get_charbox(place[0], loose=True)[3]
            edges.append((max(round(top * _DOTS / 72), edges[-1][0]), title))
    rows, width = bytes(picture.buffer), picture.stride
    for (start, title), (end, _) in zip(edges, [*edges[1:], (picture.height, "")], strict=True):
        yield BookmarkedPart(title, _digest(rows[start * width : end * width]))


def _slides(pptx: bytes) -> list[Leaf]:
    """Fingerprint the slides by their parts: their own, their notes and pictures, and the titles they link to."""
    try:
        with zipfile.ZipFile(io.BytesIO(pptx)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        order = _order(parts)
        titles = {name: _title(parts[name]) for name in order}
        return [Leaf(titles[name], _digest(*_own(name, parts, titles))) for name in order]
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise ValueError(str(error)) from error


def _order(parts: Mapping[str, bytes]) -> list[str]:
    """Return the names of the slides' parts in the order of the show."""
    targets = _relations("ppt/presentation.xml", parts)
    entries = etree.fromstring(parts["ppt/presentation.xml"]).iterfind(".//p:sldIdLst/p:sldId", _NS)
    return [targets[entry.get(f"{_RELATION}id")] for entry in entries]


def _own(name: str, parts: Mapping[str, bytes], titles: Mapping[str, str]) -> Iterator[bytes]:
    """Yield what a slide shows and says; another slide counts by its title, a layout not at all."""
    yield parts[name]
    for key, target in sorted(_relations(name, parts).items()):
        yield key.encode()
        if target in titles:
            yield titles[target].encode()
        elif "/notesSlides/" in target:
            yield "".join(etree.fromstring(parts[target]).itertext()).encode()
        elif target in parts and "/slideLayouts/" not in target:
            yield parts[target]
        elif target not in parts:
            yield target.encode()


def _relations(name: str, parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the targets of a part's relationships: names of parts, or addresses outside."""
    folder, file = posixpath.split(name)
    listed = parts.get(f"{folder}/_rels/{file}.rels")
    if listed is None:
        return {}
    found = {}
    for relation in etree.fromstring(listed):
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
        found[relation.get("Id", "")] = target
    return found


def _title(slide: bytes) -> str:
    """Return the text of a slide's title placeholder."""
    for shape in etree.fromstring(slide).iterfind(".//p:sp", _NS):
        kind = shape.find("p:nvSpPr/p:nvPr/p:ph", _NS)
        if kind is not None and kind.get("type") in ("title", "ctrTitle"):
            return "".join(text.text or "" for text in shape.iterfind(".//a:t", _NS))
    return ""


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
