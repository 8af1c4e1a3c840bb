"""Structural checks of a .pptx that schema validators do not make, though PowerPoint "repairs" or drops what fails.

`problems(path)` lists everything that is wrong, as sentences that begin with the part concerned; a good file gives an
empty list. Nothing of deckbuild is used here: the checks read the package as it lies on the disk.
"""

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

CONTENT_TYPES = "[Content_Types].xml"
PRESENTATION = "ppt/presentation.xml"

KINDS = {
    "ppt/slides/": "slide",
    "ppt/slideLayouts/": "slideLayout",
    "ppt/slideMasters/": "slideMaster",
    "ppt/notesSlides/": "notesSlide",
    "ppt/notesMasters/": "notesMaster",
    "ppt/handoutMasters/": "handoutMaster",
    "ppt/theme/": "theme",
}
"""The folders whose parts all have one content type, which ends in this word and `+xml`."""

TITLES = frozenset({"title", "ctrTitle"})
BY_TYPE = frozenset({"dt", "ftr", "sldNum"})
"""Placeholders that PowerPoint finds in the layout by their type; all others, but titles, it finds by their number."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arrow from a part to another."""

    kind: str
    """The last word of its type: slide, slideLayout, image ..."""
    target: str
    """The part's name without a leading slash, or the address outside."""
    external: bool


@dataclass(slots=True)
class Package:
    """A .pptx, opened and parsed; what could not be parsed is already among the problems."""

    names: list[str]
    defaults: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, str] = field(default_factory=dict)
    parts: dict[str, Element] = field(default_factory=dict)
    relationships: dict[str, dict[str, Relationship]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def content_type(self, name: str) -> str | None:
        """Look a part's content type up, by its name and then by its ending."""
        return self.overrides.get("/" + name) or self.defaults.get(name.rpartition(".")[2].lower())

    def targets(self, name: str, kind: str) -> list[str]:
        """Give the parts that a part points at with one kind of relationship."""
        return [arrow.target for arrow in self.relationships.get(name, {}).values() if arrow.kind == kind]


def problems(path: Path) -> list[str]:
    """List what is wrong with the structure of a .pptx."""
    try:
        package = read(path)
    except (zipfile.BadZipFile, KeyError) as error:
        return [f"{path.name}: not a package: {error}"]
    found = package.problems
    for check in (check_names, check_relationships, check_slide_list, check_sections, check_master_ids):
        found.extend(check(package))
    for name, part in package.parts.items():
        for inspect in (check_references, check_shapes, check_tables):
            found.extend(inspect(package, name, part))
        if name.startswith("ppt/slides/"):
            found.extend(check_placeholders(package, name, part))
    return found


def read(path: Path) -> Package:
    """Open and parse everything that the checks look at."""
    with zipfile.ZipFile(path) as archive:
        package = Package(archive.namelist())
        for name in dict.fromkeys(package.names):
            if not name.endswith((".xml", ".rels")):
                continue
            try:
                root = ElementTree.fromstring(archive.read(name))  # noqa: S314 - a file that the test itself made
            except ElementTree.ParseError as error:
                package.problems.append(f"{name}: not well-formed: {error}")
                continue
            if name.endswith(".rels"):
                source = posixpath.normpath(posixpath.join(name, "../..", posixpath.basename(name)[: -len(".rels")]))
                package.relationships["" if source == "." else source] = dict(arrows(source, root))
            elif name != CONTENT_TYPES:
                package.parts[name] = root
            else:
                package.defaults = {
                    e.attrib["Extension"].lower(): e.attrib["ContentType"] for e in root if "Extension" in e.attrib
                }
                package.overrides = {
                    e.attrib["PartName"]: e.attrib["ContentType"] for e in root if "PartName" in e.attrib
                }
        archive.getinfo(CONTENT_TYPES)
    return package


def arrows(source: str, root: Element) -> Iterator[tuple[str, Relationship]]:
    """Read a part's relationships by their ids, targets made whole."""
    for element in root:
        target = element.attrib["Target"]
        external = element.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")
        yield element.attrib["Id"], Relationship(element.attrib["Type"].rpartition("/")[2], target, external)


def twice(values: Iterable[str]) -> list[str]:
    """Give the values that come more than once."""
    return [value for value, count in Counter(values).items() if count > 1]


def check_names(package: Package) -> Iterator[str]:
    """Each part stands in the package once and has a content type, the right one for its folder."""
    for name in twice(name.lower() for name in package.names):  # Office does not tell case apart
        yield f"{name}: stands in the package more than once"
    for name in package.overrides:
        if name[1:] not in package.names:
            yield f"{name[1:]}: has a content type but is not in the package"
    for name in dict.fromkeys(package.names):
        kind = package.content_type(name)
        if name == CONTENT_TYPES or name.endswith("/"):
            continue
        if kind is None:
            yield f"{name}: has no content type"
            continue
        wanted = next((word for folder, word in KINDS.items() if name.startswith(folder)), None)
        if wanted and name.endswith(".xml") and not kind.endswith(f".{wanted}+xml"):
            yield f"{name}: has the content type {kind}"


def check_relationships(package: Package) -> Iterator[str]:
    """Every arrow hits a part, and every part is hit by an arrow."""
    reached = set()
    for source, relationships in package.relationships.items():
        if source and source not in package.names:
            yield f"{source}: has relationships but is not in the package"
        for arrow in relationships.values():
            reached.add(arrow.target)
            if not arrow.external and arrow.target not in package.names:
                yield f"{source or 'package'}: points at {arrow.target}, which is not in the package"
    for name in dict.fromkeys(package.names):
        if name not in reached and name != CONTENT_TYPES and not name.endswith((".rels", "/")):
            yield f"{name}: nothing points at it"


def check_references(package: Package, name: str, part: Element) -> Iterator[str]:
    """Each relationship that the XML uses exists; a link to another slide says that it is one."""
    relationships = package.relationships.get(name, {})
    for element in part.iter():
        for key, value in element.attrib.items():
            if key.startswith(R) and value and value not in relationships:
                yield f"{name}: uses the relationship {value}, which it does not have"
    for link in part.iter(f"{A}hlinkClick"):
        arrow = relationships.get(link.get(f"{R}id", ""))
        if arrow and arrow.kind == "slide" and not link.get("action"):
            yield f"{name}: a link to {arrow.target} without an action does nothing"


def check_shapes(_: Package, name: str, part: Element) -> Iterator[str]:
    """Shape ids are unique in their part; connectors and animations name shapes that are there."""
    ids = [shape.get("id", "") for shape in part.iter(f"{P}cNvPr")]
    for shape in twice(ids):
        yield f"{name}: two shapes have the id {shape}"
    for end in [*part.iter(f"{A}stCxn"), *part.iter(f"{A}endCxn")]:
        if end.get("id") not in ids:
            yield f"{name}: a connector is tied to shape {end.get('id')}, which is not there"
    for element in part.iter():
        shape_id = element.get("spid")
        if shape_id and element.tag.startswith(P) and shape_id not in ids:
            yield f"{name}: an animation moves shape {shape_id}, which is not there"


def check_tables(_: Package, name: str, part: Element) -> Iterator[str]:
    """Each row of a table has a cell for each column of its grid."""
    for table in part.iter(f"{A}tbl"):
        columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
        for number, row in enumerate(table.findall(f"{A}tr"), 1):
            cells = len(row.findall(f"{A}tc"))
            if cells != columns:
                yield f"{name}: row {number} of a table has {cells} cells for {columns} columns"


def check_placeholders(package: Package, name: str, part: Element) -> Iterator[str]:
    """A slide has one layout, and each of its placeholders is in that layout.

    Only a title may lack there: PowerPoint too keeps it where a slide gets a layout without one.
    """
    layouts = package.targets(name, "slideLayout")
    if len(layouts) != 1:
        yield f"{name}: has {len(layouts)} layouts"
        return
    layout = package.parts.get(layouts[0])
    if layout is None:
        return  # reported as missing or not well-formed
    offered = {"title", *(placeholder_key(holder) for holder in layout.iter(f"{P}ph"))}
    keys = [placeholder_key(holder) for holder in part.iter(f"{P}ph")]
    for key in keys:
        if key not in offered:
            yield f"{name}: the placeholder {key} is not in {layouts[0]}"
    for key in twice(keys):
        yield f"{name}: the placeholder {key} stands there twice"


def placeholder_key(holder: Element) -> str:
    """Say how PowerPoint finds the placeholder of a slide in its layout."""
    kind = holder.get("type", "obj")
    if kind in TITLES:
        return "title"
    return kind if kind in BY_TYPE else f"number {holder.get('idx', '0')}"


def check_slide_list(package: Package) -> Iterator[str]:
    """The presentation lists each slide once, and the masters of its notes."""
    root = package.parts.get(PRESENTATION)
    if root is None:
        yield f"{PRESENTATION}: is missing"
        return
    entries = list(root.iter(f"{P}sldId"))
    for slide_id in twice(entry.get("id", "") for entry in entries):
        yield f"{PRESENTATION}: two slides have the id {slide_id}"
    listed = [entry.get(f"{R}id", "") for entry in entries]
    for relationship in twice(listed):
        yield f"{PRESENTATION}: lists {relationship} twice"
    arrows_out = package.relationships.get(PRESENTATION, {})
    for key, arrow in arrows_out.items():
        if arrow.kind == "slide" and key not in listed:
            yield f"{arrow.target}: is not in the list of slides"
    for slide in twice(arrow.target for arrow in arrows_out.values() if arrow.kind == "slide"):
        yield f"{slide}: the presentation points at it twice"
    has_notes = any(name.startswith("ppt/notesSlides/") for name in package.parts)
    if has_notes and root.find(f"{P}notesMasterIdLst") is None:
        yield f"{PRESENTATION}: there are notes but no notes master is listed"


def check_sections(package: Package) -> Iterator[str]:
    """If there are sections, each slide is in exactly one."""
    root = package.parts.get(PRESENTATION)
    if root is None:
        return
    slides = [entry.get("id", "") for entry in root.iter(f"{P}sldId")]
    members = [entry.get("id", "") for entry in root.iter(f"{P14}sldId")]
    if not members:
        return
    for slide in twice(members):
        yield f"{PRESENTATION}: slide {slide} is in two sections"
    for slide in members:
        if slide not in slides:
            yield f"{PRESENTATION}: a section names slide {slide}, which does not exist"
    for slide in slides:
        if slide not in members:
            yield f"{PRESENTATION}: slide {slide} is in no section"


def check_master_ids(package: Package) -> Iterator[str]:
    """Masters and layouts draw their ids from one supply; two that collide make PowerPoint repair the file."""
    ids = [
        entry.get("id", "")
        for part in package.parts.values()
        for tag in ("sldMasterId", "sldLayoutId")
        for entry in part.iter(f"{P}{tag}")
    ]
    for number in twice(ids):
        yield f"{PRESENTATION}: two masters or layouts have the id {number}"
