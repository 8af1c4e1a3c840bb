"""The package that slides are added to when there is no template; all its parts are made from the theme."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pptx
from pptx.oxml import parse_xml

from deckbuild.frame.document import Frame, Presentation
from deckbuild.model.slide_layouts import SlideLayout
from deckbuild.model.theme import Theme
from deckbuild.writers.pptx.markup import RELATIONSHIPS
from deckbuild.writers.pptx.masters.default_parts import PRESENTATION_RELATIONS, template_parts
from deckbuild.writers.pptx.masters.own_layouts import layout_key, own_layouts
from deckbuild.writers.pptx.masters.presentation import FIRST_SLIDE_RELATION
from deckbuild.writers.pptx.package import relations_xml, zip_bytes


class DefaultBase:
    """Slide master, slide layouts and properties made from the theme, as python-pptx's parts."""

    def __init__(self, presentation: Presentation, theme: Theme) -> None:
        template = zip_bytes((name, xml.encode()) for name, xml in template_parts(presentation, theme).items())
        self._main: Any = pptx.Presentation(BytesIO(template)).part
        self.package: Any = self._main.package
        self.undone: dict[str, str] = {}
        self.parts: dict[str, Any] = {}
        """Part name -> part, for the parts added so far (media, charts), so that no name is used twice."""
        self.notes_master: Any = self._main.part_related_by(f"{RELATIONSHIPS}/notesMaster")
        relations = self._main.part_related_by(f"{RELATIONSHIPS}/slideMaster").rels
        self._layouts = {
            key: (relations[f"rId{i}"].target_part, own.slide_layout)
            for i, (key, own) in enumerate(own_layouts(presentation, theme.slide_master).items(), start=1)
        }

    def layout(self, frame: Frame) -> tuple[Any, SlideLayout]:
        """Return the part of a slide's layout, and the layout."""
        return self._layouts[layout_key(frame)]

    def add_slides(self, slides: list[Any], _presentation: Presentation) -> None:
        """Load all relationships of the presentation part again, with those to ``slides``.

        They are loaded at once, since python-pptx takes quadratic time to add them one by one.
        """
        main = self._main
        targets = [("slide", f"slides/slide{i}.xml") for i in range(1, len(slides) + 1)]
        assert len(PRESENTATION_RELATIONS) + 1 == FIRST_SLIDE_RELATION  # noqa: S101
        known = {relation.target_part.partname: relation.target_part for relation in main.rels.values()}
        known.update((slide.partname, slide) for slide in slides)
        main.load_rels_from_xml(parse_xml(relations_xml([*PRESENTATION_RELATIONS, *targets]).encode()), known)
