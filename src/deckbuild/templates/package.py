"""Reads a PowerPoint file as a package: parts by name, their content types and relationships (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import field
from pathlib import Path
from typing import Any

from deckbuild.dataclass import dataclass
from deckbuild.foreign.archives import Archive, DamagedError
from deckbuild.foreign.damage import telling_damage
from deckbuild.foreign.files import TEMPLATE
from deckbuild.foreign.xml import NotXmlError, parsed

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN = re.compile(r"[/.](presentationml\.|ms-powerpoint\.)(presentation|template)\.(macroEnabled\.)?main\+xml$")
"""Content types of a presentation part, also of one that comes with macros, which aren't kept."""
_STRICT = "http://purl.oclc.org/ooxml/"
"""Where the names of relationships begin in a file of ISO/IEC 29500 Strict; nothing that we read is called so."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""First bytes of a compound file: an old .ppt, or a package with a password ([MS-OFFCRYPTO])."""
_DIGITS = 15
_NUMBER = re.compile(r"-?\d{1,14}(\.\d+)?%?|%?")
"""Coordinates have at most 14 digits (20.1.10.16 ST_Coordinate)."""
_CONTENT_TYPES = "/[Content_Types].xml"
_KEPT = frozenset({
    "slideMaster", "slideLayout", "theme", "themeOverride", "notesMaster", "handoutMaster", "presProps", "tableStyles",
    "font", "image", "hdphoto", "chart", "chartStyle", "chartColorStyle", "diagramData", "diagramLayout",
    "diagramQuickStyle", "diagramColors", "diagramDrawing", "chartUserShapes",
})  # fmt: skip
"""Kinds of relationship that are kept: to what is drawn. Nothing active is among them, and nothing in another place."""
_OF_SLIDES = frozenset({
    "slide", "comments", "commentAuthors", "authors", "customXml", "printerSettings", "changesInfo", "revisionInfo",
    "viewProps", "tags", "notesSlide", "custom-properties", "sensitivityLabel",
})  # fmt: skip
"""Kinds of relationship to slides or to parts that belong to their authors; they are left out without a word."""

Element = Any
"""An lxml element; lxml has no type hints."""


class NotATemplateError(Exception):
    """A file can't be used as a template; ``kind`` is ole, other, corrupt, strict, empty or odd."""

    def __init__(self, kind: str, what: str = "") -> None:
        super().__init__(kind)
        self.kind = kind
        self.what = what
        """The odd value, and where it stands."""


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
    """Part -> content; empty for those that are left out when the slides are removed."""
    types: Mapping[str, str]
    """Part -> content type."""
    relations: Mapping[str, tuple[Relation, ...]]
    main: str
    """The presentation part."""
    _trees: dict[str, Element] = field(default_factory=dict, compare=False, repr=False)

    def tree(self, name: str) -> Element:
        """Return the root element of a part; it is parsed once. Raises ``NotATemplateError``."""
        if name not in self._trees:
            self._trees[name] = parse(self.parts[name], name)
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
                r for r in self.of(name) if not r.external and r.kind in _KEPT and r.target in self.parts
            )
            waiting += [r.target for r in reversed(found[name])]
        return found

    def left_out(self) -> bool:
        """Whether something of it that is active, or lies in another place, is not kept."""
        lost = (r for name in self.kept() for r in self.of(name))
        return any(r.external or r.kind not in _KEPT | _OF_SLIDES for r in lost)


def parse(content: bytes, name: str = "") -> Element:
    """Return the root element of the part ``name``. Raises ``NotATemplateError``."""
    try:
        return parsed(content, name)
    except NotXmlError as error:
        raise NotATemplateError("corrupt") from error


def number(element: Element, name: str, default: int = 0) -> int:
    """Return an attribute that is a whole number, perhaps with a ``%``. Raises ``NotATemplateError``."""
    value = element.get(name)
    if value is None:
        return default
    if value.isdecimal() and len(value) < _DIGITS:  # most are, and drawings have many
        return int(value)
    if not _NUMBER.fullmatch(value):
        raise odd_value(element, name)
    return int(float(value.rstrip("%") or 0))


def odd_value(element: Element, name: str) -> NotATemplateError:
    """Return the error for an attribute whose value makes no sense."""
    kind, part = local_name(element), (element.base or "").removeprefix("/")
    return NotATemplateError("odd", f'{part}: <{kind} {name}="{str(element.get(name))[:40]}">')


def checked() -> AbstractContextManager[None]:
    """Turn what a damaged template makes us stumble over into ``NotATemplateError``; ``OSError`` passes."""
    return telling_damage(lambda _: NotATemplateError("corrupt"), NotATemplateError, OSError)


def open_template(path: Path, content: bytes) -> TemplatePackage:
    """Return the parts of a file with this content. Raises ``NotATemplateError``; ``OSError`` if too large."""
    if content.startswith(_OLE):
        raise NotATemplateError("ole")
    try:
        return _opened(Archive(path, content, TEMPLATE))
    except DamagedError as error:
        raise NotATemplateError("corrupt" if content.startswith(b"PK") else "other") from error


def _opened(archive: Archive) -> TemplatePackage:
    files = {"/" + name: name for name in archive.names}
    if _CONTENT_TYPES not in files or "/_rels/.rels" not in files:
        raise NotATemplateError("other")
    types = dict(_content_types(files, archive.part(files[_CONTENT_TYPES])))
    relations = {
        _source(name): tuple(_relations(_source(name), archive.part(part)))
        for name, part in files.items()
        if _is_rels(name)
    }
    leads = next((r for r in relations.get("/", ()) if r.kind == "officeDocument"), None)
    main = leads.target if leads else ""
    if main not in files:
        raise NotATemplateError("corrupt" if main else "other")
    if not _MAIN.search(types.get(main, "")):
        raise NotATemplateError("other")
    if leads and leads.type.startswith(_STRICT):
        raise NotATemplateError("strict")
    parts = {name: b"" for name in files if name in types}
    package = TemplatePackage(parts, types, relations, main)
    parts |= {name: archive.part(files[name]) for name in package.kept()}
    return package


def _content_types(files: Iterable[str], content: bytes) -> Iterator[tuple[str, str]]:
    root = parse(content)
    defaults = {e.get("Extension", "").lower(): e.get("ContentType", "") for e in root.iter(f"{{{_TYPES}}}Default")}
    own = {e.get("PartName", ""): e.get("ContentType", "") for e in root.iter(f"{{{_TYPES}}}Override")}
    for name in files:
        if _is_rels(name) or name == _CONTENT_TYPES:
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


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
