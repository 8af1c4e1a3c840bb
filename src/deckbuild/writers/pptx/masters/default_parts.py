"""The parts of a package without slides. python-pptx opens it, then the slides are added."""

from __future__ import annotations

from deckbuild.frame.document import Presentation
from deckbuild.model.theme import Theme
from deckbuild.model.themes import paper_theme
from deckbuild.writers.pptx.markup import attribute
from deckbuild.writers.pptx.masters.notes_and_handout import handout_master_xml, notes_master_xml
from deckbuild.writers.pptx.masters.own_layouts import own_layouts
from deckbuild.writers.pptx.masters.presentation import presentation_xml
from deckbuild.writers.pptx.masters.properties import (
    app_xml,
    core_xml,
    presentation_properties_xml,
    table_styles_xml,
    view_properties_xml,
)
from deckbuild.writers.pptx.masters.slide_master import layout_xml, master_xml
from deckbuild.writers.pptx.masters.theme_part import theme_xml
from deckbuild.writers.pptx.package import content_types_xml, relations_xml

_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_TYPES = {
    "ppt/presentation.xml": "presentationml.presentation.main",
    "ppt/slideMasters": "presentationml.slideMaster",
    "ppt/slideLayouts": "presentationml.slideLayout",
    "ppt/notesMasters": "presentationml.notesMaster",
    "ppt/handoutMasters": "presentationml.handoutMaster",
    "ppt/theme": "theme",
    "ppt/presProps.xml": "presentationml.presProps",
    "ppt/viewProps.xml": "presentationml.viewProps",
    "ppt/tableStyles.xml": "presentationml.tableStyles",
    "docProps/app.xml": "extended-properties",
}

PRESENTATION_RELATIONS: tuple[tuple[str, str], ...] = (
    ("slideMaster", "slideMasters/slideMaster1.xml"),
    ("notesMaster", "notesMasters/notesMaster1.xml"),
    ("handoutMaster", "handoutMasters/handoutMaster1.xml"),
    ("presProps", "presProps.xml"),
    ("viewProps", "viewProps.xml"),
    ("theme", "theme/theme1.xml"),
    ("tableStyles", "tableStyles.xml"),
)
"""Type and target of the presentation part's relationships, from ``rId1``. Those to slides follow."""


def template_parts(presentation: Presentation, theme: Theme) -> dict[str, str]:
    """Return part name -> XML of all parts except slides, notes, pictures and charts."""
    lang = attribute(presentation.lang)
    parts = {
        "_rels/.rels": relations_xml(
            [
                ("officeDocument", "ppt/presentation.xml"),
                (_CORE, "docProps/core.xml"),
                ("extended-properties", "docProps/app.xml"),
            ]
        ),
        "docProps/core.xml": core_xml(presentation),
        "docProps/app.xml": app_xml(presentation),
        "ppt/presentation.xml": presentation_xml(presentation, lang),
        "ppt/_rels/presentation.xml.rels": relations_xml(PRESENTATION_RELATIONS),
        "ppt/presProps.xml": presentation_properties_xml(),
        "ppt/viewProps.xml": view_properties_xml(),
        "ppt/tableStyles.xml": table_styles_xml(theme),
    }
    own = own_layouts(presentation, theme.slide_master).values()
    layouts = [("slideLayout", f"../slideLayouts/slideLayout{i}.xml") for i in range(1, len(own) + 1)]
    master = master_xml(theme, lang, len(own), presentation.date)
    _add(parts, "ppt/slideMasters/slideMaster1.xml", master, [*layouts, _theme(1)])
    _add(parts, "ppt/notesMasters/notesMaster1.xml", notes_master_xml(lang), [_theme(2)])
    _add(parts, "ppt/handoutMasters/handoutMaster1.xml", handout_master_xml(lang), [_theme(3)])
    for index, each in enumerate(own, start=1):
        relations = [("slideMaster", "../slideMasters/slideMaster1.xml")]
        layout = layout_xml(each, theme, lang, presentation.date)
        _add(parts, f"ppt/slideLayouts/slideLayout{index}.xml", layout, relations)
    for index, colors in enumerate((theme, paper_theme(theme), paper_theme(theme)), start=1):
        parts[f"ppt/theme/theme{index}.xml"] = theme_xml(colors, lang)
    return {"[Content_Types].xml": _content_types(parts), **parts}


def _theme(number: int) -> tuple[str, str]:
    return ("theme", f"../theme/theme{number}.xml")


def _add(parts: dict[str, str], name: str, xml: str, relations: list[tuple[str, str]]) -> None:
    folder, _, file = name.rpartition("/")
    parts[name] = xml
    parts[f"{folder}/_rels/{file}.rels"] = relations_xml(relations)


def _content_types(parts: dict[str, str]) -> str:
    """Return ``[Content_Types].xml`` for ``parts`` (ECMA-376 part 2)."""
    made = []
    for name in parts:
        if name.endswith(".rels"):
            continue
        kind = _TYPES.get(name) or _TYPES.get(name.rpartition("/")[0])
        content_type = f"{_OFFICE}{kind}+xml" if kind else "application/vnd.openxmlformats-package.core-properties+xml"
        made.append((f"/{name}", content_type))
    return content_types_xml({}, made)
