"""Fingerprints of slides and pages: a digest for each, by which two versions of a paper are compared."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pypdfium2

from deckbuild.dataclass import dataclass
from deckbuild.foreign.archives import Archive
from deckbuild.foreign.damage import telling_damage
from deckbuild.foreign.files import PAPER
from deckbuild.foreign.xml import parsed
from deckbuild.templates.package import NAMESPACES

_DOTS = 72
"""The resolution, in pixels to the inch, at which pages are compared: enough to see the dot over a letter."""
_MOST_DOTS = 4_000_000
"""The most pixels of a page: a larger one than A1 is compared at a lower resolution."""


@dataclass(frozen=True, slots=True)
class BookmarkedPart:
    """The part of a page that one bookmark leads to."""

    title: str
    digest: str
    """A digest of what it looks like."""


@dataclass(frozen=True, slots=True)
class PageFingerprint:
    """The fingerprint of a slide or a page."""

    title: str
    """A slide's title, or the last bookmark up to the end of a page; may be empty."""
    digest: str
    """A digest of what it looks like, and of a slide's notes."""
    parts: tuple[BookmarkedPart, ...] = ()
    """The parts of a page, from the top; empty for a slide."""


def fingerprint_pages(name: str, content: bytes) -> list[PageFingerprint]:
    """Return the fingerprints of the slides of a .pptx or the pages of a .pdf; the type follows from ``name``.

    Raises ``ValueError`` when the file is damaged, and ``OSError`` when it is larger than a paper.
    """
    with telling_damage(ValueError, OSError):
        return _slides(name, content) if name.lower().endswith(".pptx") else _pages(content)


def _pages(pdf: bytes) -> list[PageFingerprint]:
    """Fingerprint pages by their rendered pictures: a change that can't be seen needs no new printing."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        titles: dict[int, list[str]] = {}
        for mark in document.get_toc():
            target = mark.get_dest()
            if target is not None and target.get_index() is not None:
                titles.setdefault(int(target.get_index()), []).append(mark.get_title())
        found, title = [], ""
        for index in range(len(document)):
            page = document[index]
            width, height = page.get_size()
            scale = min(_DOTS / 72, (_MOST_DOTS / max(width * height, 1)) ** 0.5)
            picture = page.render(scale=scale)
            parts = tuple(_parts(page, picture, scale, title, titles.get(index, [])))
            title = titles.get(index, [title])[-1]
            whole = _digest(f"{width}x{height}".encode(), bytes(picture.buffer))
            found.append(PageFingerprint(title, whole, parts))
        return found
    finally:
        document.close()


def _parts(page: Any, picture: Any, scale: float, above: str, titles: Sequence[str]) -> Iterator[BookmarkedPart]:
    """Yield the parts of a page: first the one that continues from the page before, titled ``above``.

    Bookmarks lead to the top of a page. So each title is searched for in the page's text, after the title before it,
    and its part begins at the height where it is found.
    """
    text, letter, edges = page.get_textpage(), 0, [(0, above)]
    for title in titles:
        place = text.search(title, index=letter, match_case=True).get_next()
        if place is not None:
            letter = place[0] + 1
            top = page.get_height() - text.get_charbox(place[0], loose=True)[3]
            edges.append((max(round(top * scale), edges[-1][0]), title))
    rows, width = bytes(picture.buffer), picture.stride
    for (start, title), (end, _) in zip(edges, [*edges[1:], (picture.height, "")], strict=True):
        yield BookmarkedPart(title, _digest(rows[start * width : end * width]))


class _Package:
    """The parts of a .pptx, unpacked as they are asked for: its pictures may be large."""

    def __init__(self, archive: Archive) -> None:
        self._archive, self._names = archive, frozenset(archive.names)
        self._digests: dict[str, bytes] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def __getitem__(self, name: str) -> bytes:
        return self._archive.part(name)

    def digest(self, name: str) -> bytes:
        """Return the digest of a part, which several slides may show."""
        if name not in self._digests:
            self._digests[name] = hashlib.sha256(self[name]).digest()
        return self._digests[name]


def _slides(name: str, pptx: bytes) -> list[PageFingerprint]:
    """Fingerprint slides by their XML, notes and pictures, and by the titles of slides they link to."""
    parts = _Package(Archive(Path(name), pptx, PAPER))
    order = _order(parts)
    titles = {name: _title(parts[name]) for name in order}
    return [PageFingerprint(titles[name], _digest(*_content(name, parts, titles))) for name in order]


def _order(parts: _Package) -> list[str]:
    """Return the part names of the slides, in the order of the slide show."""
    targets = _relations("ppt/presentation.xml", parts)
    entries = parsed(parts["ppt/presentation.xml"]).iterfind(".//p:sldIdLst/p:sldId", NAMESPACES)
    return [targets[entry.get(f"{{{NAMESPACES['r']}}}id")] for entry in entries]


def _content(name: str, parts: _Package, titles: Mapping[str, str]) -> Iterator[bytes]:
    """Yield what a slide's digest is made of. A linked slide counts by its title; the slide layout does not count."""
    yield parts[name]
    for key, target in sorted(_relations(name, parts).items()):
        yield key.encode()
        if target in titles:
            yield titles[target].encode()
        elif "/notesSlides/" in target:
            yield "".join(parsed(parts[target]).itertext()).encode()
        elif target in parts and "/slideLayouts/" not in target:
            yield parts.digest(target)
        elif target not in parts:
            yield target.encode()


def _relations(name: str, parts: _Package) -> dict[str, str]:
    """Return the targets of a part's relationships by id: part names, or URLs outside the package."""
    folder, file = posixpath.split(name)
    listed = f"{folder}/_rels/{file}.rels"
    if listed not in parts:
        return {}
    found = {}
    for relation in parsed(parts[listed]):
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
        found[relation.get("Id", "")] = target
    return found


def _title(slide: bytes) -> str:
    """Return the text of a slide's title placeholder."""
    for shape in parsed(slide).iterfind(".//p:sp", NAMESPACES):
        kind = shape.find("p:nvSpPr/p:nvPr/p:ph", NAMESPACES)
        if kind is not None and kind.get("type") in ("title", "ctrTitle"):
            return "".join(text.text or "" for text in shape.iterfind(".//a:t", NAMESPACES))
    return ""


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()
