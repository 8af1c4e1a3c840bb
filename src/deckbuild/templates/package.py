"""Reads a PowerPoint file as a package: parts by name, their content types and relationships (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from lxml import etree

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN = ("presentationml.presentation.main+xml", "presentationml.template.main+xml")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""First bytes of a compound file: an old .ppt, or a package with a password ([MS-OFFCRYPTO])."""
_LARGEST = 512 * 1024 * 1024
"""The most bytes that a template may unpack to; a larger file is taken for a zip bomb."""
_OF_SLIDES = frozenset({
    "slide", "comments", "commentAuthors", "authors", "customXml", "vbaProject", "printerSettings", "changesInfo",
    "revisionInfo", "viewProps", "attachedToolbars",
})  # fmt: skip
"""Kinds of relationship to slides or to parts that belong to their authors; they are left out."""

Element = Any
"""An lxml element; lxml has no type hints."""


class NotATemplateError(Exception):
    """A file can't be used as a template; ``kind`` is ``ole``, ``other``, ``corrupt``, ``macros`` or ``empty``."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship; ``target`` is the name of a part, or an address when ``external``."""

    id: str
    kind: str
    """The last word of its ``type``, such as ``slideLayout``."""
    type: str
    target: str
    external: bool = False


@dataclass(frozen=True, slots=True)
class TemplatePackage:
    """The parts of a template by name; names begin with a slash."""

    parts: Mapping[str, bytes]
    types: Mapping[str, str]
    """Part -> content type."""
    relations: Mapping[str, tuple[Relation, ...]]
    main: str
    """The presentation part."""
    _trees: dict[str, Element] = field(default_factory=dict, compare=False, repr=False)

    def tree(self, name: str) -> Element:
        """Return the root element of a part; it is parsed once. Raises ``NotATemplateError``."""
        if name not in self._trees:
            self._trees[name] = parse(self.parts[name])
        return self._trees[name]

    def of(self, name: str) -> tuple[Relation, ...]:
        """Return the relationships of a part."""
        return self.relations.get(name, ())

    def related(self, name: str, kind: str) -> str | None:
        """Return the name of the part that ``name`` has a relationship of ``kind`` to, or None."""
        return next((r.target for r in self.of(name) if r.kind == kind and r.target in self.parts), None)

    def kept(self) -> dict[str, tuple[Relation, ...]]:
        """Return part name -> relationships, for what is left when the slides are removed."""
        found: dict[str, tuple[Relation, ...]] = {}
        waiting = [self.main]
        while waiting:
            name = waiting.pop()
            if name in found:
                continue
            found[name] = tuple(
                r for r in self.of(name) if r.external or (r.kind not in _OF_SLIDES and r.target in self.parts)
            )
            waiting += [r.target for r in reversed(found[name]) if not r.external]
        return found


def parse(content: bytes) -> Element:
    """Return the root element of an XML document; entities are not resolved. Raises ``NotATemplateError``."""
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as error:
        raise NotATemplateError("corrupt") from error


def open_template(content: bytes) -> TemplatePackage:
    """Return the parts of a file with this content. Raises ``NotATemplateError``."""
    if content.startswith(_OLE):
        raise NotATemplateError("ole")
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                raise NotATemplateError("corrupt")
            files = {"/" + name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    except (zipfile.BadZipFile, RuntimeError, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise NotATemplateError("corrupt" if content.startswith(b"PK") else "other") from error
    except zlib.error as error:
        raise NotATemplateError("corrupt") from error
    if "/[Content_Types].xml" not in files or "/_rels/.rels" not in files:
        raise NotATemplateError("other")
    types = dict(_content_types(files))
    relations = {
        _source(name): tuple(_relations(_source(name), content)) for name, content in files.items() if _is_rels(name)
    }
    main = next((r.target for r in relations.get("/", ()) if r.kind == "officeDocument"), "")
    if main not in files:
        raise NotATemplateError("corrupt" if main else "other")
    if "macroEnabled" in types.get(main, ""):
        raise NotATemplateError("macros")
    if not types.get(main, "").endswith(_MAIN):
        raise NotATemplateError("other")
    parts = {name: content for name, content in files.items() if name in types}
    return TemplatePackage(parts, types, relations, main)


def _content_types(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    root = parse(files["/[Content_Types].xml"])
    defaults = {e.get("Extension", "").lower(): e.get("ContentType", "") for e in root.iter(f"{{{_TYPES}}}Default")}
    own = {e.get("PartName", ""): e.get("ContentType", "") for e in root.iter(f"{{{_TYPES}}}Override")}
    for name in files:
        if _is_rels(name) or name == "/[Content_Types].xml":
            continue
        known = own.get(name) or defaults.get(name.rpartition(".")[2].lower())
        if known:
            yield name, known


def _is_rels(name: str) -> bool:
    return name.endswith(".rels") and "/_rels/" in name


def _source(name: str) -> str:
    """Return the part that a relationships part belongs to; ``/`` for that of the package."""
    folder, _, file = name.rpartition("/_rels/")
    return f"{folder}/{file.removesuffix('.rels')}"


def _relations(source: str, content: bytes) -> Iterator[Relation]:
    for element in parse(content).iter(f"{{{_RELATION}}}Relationship"):
        kind = element.get("Type", "")
        target = element.get("Target", "")
        external = element.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(source) or "/", target))
        yield Relation(element.get("Id", ""), kind.rpartition("/")[2], kind, target, external)
