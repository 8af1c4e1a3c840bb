"""The package that slides are added to when there is a template: the template without its own slides.

Slide masters, slide layouts, themes, pictures and fonts stay byte for byte. The presentation part loses what refers
to the slides that were removed. The document properties are ours.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree
from pptx.opc.package import OpcPackage, Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml

from deckbuild.frame.document import Frame, Presentation
from deckbuild.model.slide_layouts import LayoutKind, SlideLayout
from deckbuild.model.table_style import TableStyle
from deckbuild.model.theme import Theme
from deckbuild.model.themes import paper_theme
from deckbuild.templates.package import NAMESPACES, Relation, TemplatePackage, local_name, open_template, parse
from deckbuild.writers.pptx.markup import RELATIONSHIPS, attribute
from deckbuild.writers.pptx.masters.notes_and_handout import notes_master_xml
from deckbuild.writers.pptx.masters.presentation import FIRST_SLIDE_ID, SECTIONS, sections_xml
from deckbuild.writers.pptx.masters.properties import app_xml, core_xml, view_properties_xml
from deckbuild.writers.pptx.masters.theme_part import theme_xml
from deckbuild.writers.pptx.package import first_free

_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_GONE = ("custShowLst", "photoAlbum", "sldIdLst", "modifyVerifier")
"""Elements that are removed from the presentation part (19.2.1), since they refer to the template's slides."""
_ALONE = (
    "hlinkClick",
    "hlinkHover",
    "hlinkMouseOver",
    "snd",
    "audioFile",
    "videoFile",
    "wavAudioFile",
    "quickTimeFile",
)
"""Elements that go alone: what they stand in is drawn without them too."""
_HOLDERS = ("AlternateContent", "sp", "pic", "graphicFrame", "cxnSp", "contentPart", "bg", "controls", "custDataLst",
            "ext", "transition", "smartTags")  # fmt: skip
_USUAL = {"u": "none", "strike": "noStrike", "cap": "none", "spc": "0", "baseline": "0"}
"""Attributes of a run (21.1.2.3.9) that our text does not have -> their values then."""
_BEFORE_SLIDES = ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst")
_P, _R = NAMESPACES["p"], NAMESPACES["r"]


class TemplateBase:
    """The template's parts as python-pptx's, among them the presentation part, which will list the slides."""

    def __init__(self, presentation: Presentation, theme: Theme) -> None:
        self._source: TemplatePackage = open_template(Path(), theme.slide_master.template)
        self._relations = self._source.kept()
        self.package: Any = OpcPackage(None)
        self.parts: dict[str, Any] = {
            name: Part(PackURI(name), self._source.types[name], self.package, self._source.parts[name])
            for name in self._relations
        }
        self.main = self.parts[self._source.main]
        self.main._content_type = _MAIN
        self.added: list[Relation] = []
        self._notes_master(presentation, theme)
        self._view()
        self._table_styles(theme.slide_master.layouts[LayoutKind.TEXT].table)
        for name, relations in self._relations.items():
            if name != self._source.main:
                self._relate(name, relations)
            self._without_links(name, relations)
        self._layouts = theme.slide_master.layouts
        self._properties(presentation)

    @property
    def undone(self) -> dict[str, str]:
        """Return what text boxes inherit from the template that ours don't have, as attributes that say it isn't so."""
        found = self._source.tree(self._source.main).find("p:defaultTextStyle/a:lvl1pPr/a:defRPr", NAMESPACES)
        inherited = {} if found is None else found.attrib
        return {name: usual for name, usual in _USUAL.items() if inherited.get(name, usual) != usual}

    def layout(self, frame: Frame) -> tuple[Any, SlideLayout]:
        """Return the part of a slide's layout, and the layout."""
        slide_layout = frame.own_layout or self._layouts[frame.layout]
        return self.parts[slide_layout.part], slide_layout

    def _relate(self, name: str, relations: tuple[Relation, ...]) -> None:
        """Load the relationships of a part, with the ids they have in the template."""
        part = self.parts[name]
        known = {self.parts[r.target].partname: self.parts[r.target] for r in relations if not r.external}
        part.load_rels_from_xml(parse_xml(_relations_xml(part.partname.baseURI, relations).encode()), known)

    def _without_links(self, name: str, relations: tuple[Relation, ...]) -> None:
        """Remove links to slides that were removed from a part."""
        lost = {r.id for r in self._source.of(name)} - {r.id for r in relations}
        if not lost:
            return
        root = parse(self._source.parts[name])
        changed = False
        for element in [*root.iter()]:
            if lost & {value for key, value in element.items() if key.startswith(f"{{{_R}}}")}:
                _remove_with_holder(element)
                changed = True
        for show in root.findall("p:showPr", NAMESPACES):
            if show.find("p:custShow", NAMESPACES) is not None:
                root.remove(show)
                changed = True
        if changed:
            self.parts[name].blob = _serialized(root)

    def _notes_master(self, presentation: Presentation, theme: Theme) -> None:
        """Add our own notes master when the template has none."""
        main = self._source.main
        own = next((r for r in self._relations[main] if r.kind == "notesMaster"), None)
        if own is not None:
            self.notes_master, self._notes = self.parts[own.target], own.id
            return
        lang = attribute(presentation.lang)
        name = first_free("/ppt/notesMasters/notesMaster%d.xml", self.parts)
        style = first_free("/ppt/theme/theme%d.xml", self.parts)
        self.notes_master = Part(
            PackURI(name), f"{_OFFICE}presentationml.notesMaster+xml", self.package, notes_master_xml(lang).encode()
        )
        paper = theme_xml(paper_theme(theme), presentation.lang).encode()
        self.parts[name] = self.notes_master
        self.parts[style] = Part(PackURI(style), f"{_OFFICE}theme+xml", self.package, paper)
        self._relations[style] = ()
        self._relations[name] = (Relation("rId1", "theme", f"{RELATIONSHIPS}/theme", style),)
        taken = {r.id for r in self._relations[main]}
        self._notes = first_free("rId%d", taken)
        self.added.append(Relation(self._notes, "notesMaster", f"{RELATIONSHIPS}/notesMaster", name))

    def _view(self) -> None:
        """Add our view properties, which open the normal view; the template's may name a slide that was removed."""
        name = "/ppt/viewProps.xml"
        xml = view_properties_xml().encode()
        self.parts[name] = Part(PackURI(name), f"{_OFFICE}presentationml.viewProps+xml", self.package, xml)
        self._relations[name] = ()
        taken = {r.id for r in (*self._relations[self._source.main], *self.added)}
        self.added.append(Relation(first_free("rId%d", taken), "viewProps", f"{RELATIONSHIPS}/viewProps", name))

    def _table_styles(self, style: TableStyle | None) -> None:
        """Define the style of tables where the template only names it, so that every program shows it."""
        if style is None or not style.definition:
            return
        main = self._source.main
        known = next((r.target for r in self._relations[main] if r.kind == "tableStyles"), "")
        name = known or first_free("/ppt/tableStyles%d.xml", self.parts)
        empty = f'<a:tblStyleLst xmlns:a="{NAMESPACES["a"]}" def="{attribute(style.id)}"/>'.encode()
        root = parse(self._source.parts[known] if known else empty)
        root.append(parse(f'<r xmlns:a="{NAMESPACES["a"]}">{style.definition}</r>'.encode())[0])
        self.parts[name] = Part(
            PackURI(name), f"{_OFFICE}presentationml.tableStyles+xml", self.package, _serialized(root)
        )
        if not known:
            self._relations[name] = ()
            taken = {r.id for r in (*self._relations[main], *self.added)}
            kind = f"{RELATIONSHIPS}/tableStyles"
            self.added.append(Relation(first_free("rId%d", taken), "tableStyles", kind, name))

    def _properties(self, presentation: Presentation) -> None:
        core = "application/vnd.openxmlformats-package.core-properties+xml"
        for name, kind, relation, xml in (
            ("/docProps/core.xml", core, _CORE, core_xml(presentation)),
            ("/docProps/app.xml", f"{_OFFICE}extended-properties+xml", f"{RELATIONSHIPS}/extended-properties",
             app_xml(presentation)),
        ):  # fmt: skip
            part = Part(PackURI(name), kind, self.package, xml.encode())
            if relation == _CORE:
                self.package._rels.get_or_add(f"{RELATIONSHIPS}/officeDocument", self.main)
            self.package._rels.get_or_add(relation, part)

    def add_slides(self, slides: list[Any], presentation: Presentation) -> None:
        """Add the slides and their sections to the presentation part."""
        relations = [*self._relations[self._source.main], *self.added]
        taken = {r.id for r in relations}
        numbers = (n for n in range(1, len(slides) + len(taken) + 1) if f"rId{n}" not in taken)
        made = [
            Relation(f"rId{number}", "slide", f"{RELATIONSHIPS}/slide", str(slide.partname))
            for slide, number in zip(slides, numbers, strict=False)
        ]
        self.parts.update((str(slide.partname), slide) for slide in slides)
        self._relate(self._source.main, (*relations, *made))
        root = parse(self.parts[self._source.main].blob)
        for name in _GONE:
            for element in root.findall(f"p:{name}", NAMESPACES):
                root.remove(element)
        for element in root.xpath(f"p:extLst/p:ext[@uri='{SECTIONS}']", namespaces=NAMESPACES):
            element.getparent().remove(element)
        root.set("firstSlideNum", str(presentation.frames[0].number if presentation.frames else 1))
        place = max((i for i, e in enumerate(root) if local_name(e) in _BEFORE_SLIDES), default=-1) + 1
        if root.find("p:notesMasterIdLst", NAMESPACES) is None:
            notes_list = etree.SubElement(root, f"{{{_P}}}notesMasterIdLst")
            etree.SubElement(notes_list, f"{{{_P}}}notesMasterId").set(f"{{{_R}}}id", self._notes)
            root.insert(next(i for i, e in enumerate(root) if local_name(e) == "sldMasterIdLst") + 1, notes_list)
            place += 1
        listed = etree.SubElement(root, f"{{{_P}}}sldIdLst")
        for number, relation in enumerate(made):
            entry = etree.SubElement(listed, f"{{{_P}}}sldId")
            entry.set("id", str(FIRST_SLIDE_ID + number))
            entry.set(f"{{{_R}}}id", relation.id)
        root.insert(place, listed)
        _add_sections(root, sections_xml(presentation))
        self.main.blob = _serialized(root)


def _add_sections(root: Any, xml: str) -> None:
    """Append the extension with our sections to the presentation part's extension list."""
    known = root.find("p:extLst", NAMESPACES)
    if known is not None and not len(known):
        root.remove(known)
        known = None
    if not xml:
        return
    own = parse(f'<r xmlns:p="{_P}" xmlns:r="{_R}">{xml}</r>'.encode())[0]
    if known is None:
        root.append(own)
    else:
        known.extend(list(own))


def _remove_with_holder(element: Any) -> None:
    """Remove an element that names a part that was left out, and the shape that would be nothing without it."""
    holder = element
    if local_name(element) not in _ALONE:
        while holder is not None and local_name(holder) not in _HOLDERS:
            holder = holder.getparent()
    gone = element if holder is None else holder
    if gone.getparent() is not None:
        gone.getparent().remove(gone)


def _serialized(root: Any) -> bytes:
    etree.cleanup_namespaces(root, keep_ns_prefixes=["a", "p", "r"])
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def _relations_xml(base: str, relations: tuple[Relation, ...]) -> str:
    """Return a relationships part; the relationships keep their ids."""
    made = "".join(
        f'<Relationship Id="{attribute(r.id)}" Type="{attribute(r.type)}" '
        + (
            f'Target="{attribute(r.target)}" TargetMode="External"/>'
            if r.external
            else f'Target="{attribute(PackURI(r.target).relative_ref(base))}"/>'
        )
        for r in relations
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{made}</Relationships>'
