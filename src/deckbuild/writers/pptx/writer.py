"""From a ``Presentation`` to the bytes of a ``.pptx``: the template opened, a part for each slide, all saved."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import Any

from deckbuild.frame.items import Presentation
from deckbuild.model.house import House
from deckbuild.model.theme import Theme
from deckbuild.writers.pptx.charts import Charts
from deckbuild.writers.pptx.links import Links
from deckbuild.writers.pptx.markup import RELATIONSHIPS
from deckbuild.writers.pptx.media import Media
from deckbuild.writers.pptx.notes import notes_xml
from deckbuild.writers.pptx.package import save, zip_bytes
from deckbuild.writers.pptx.palette import Palette
from deckbuild.writers.pptx.presentation import FIRST_SLIDE_RELATION
from deckbuild.writers.pptx.slide import slide_xml
from deckbuild.writers.pptx.template import PRESENTATION_RELATIONS, relations_xml, template_parts
from deckbuild.writers.pptx.text import Pen

_SLIDE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
_NOTES = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"


def write(presentation: Presentation, theme: Theme) -> bytes:
    """Return ``presentation`` in the look of ``theme`` as a PowerPoint file; the same input gives the same bytes.

    Raises ``TypeError`` for an item that belongs to the handout and ``ImageError`` for a picture
    that can't be shown.
    """
    import pptx  # 0.15 s: only when a deck is written
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    template = zip_bytes((name, xml.encode()) for name, xml in template_parts(presentation, theme).items())
    main = pptx.Presentation(BytesIO(template)).part
    package = main.package

    def make(name: str, content_type: str, content: bytes = b"") -> Any:
        return Part(PackURI(name), content_type, package, content)

    slides = [make(f"/ppt/slides/slide{i}.xml", _SLIDE) for i in range(1, len(presentation.frames) + 1)]
    _relate_slides(main, slides)
    layouts = _layouts(main, theme.house)
    notes_master = main.part_related_by(f"{RELATIONSHIPS}/notesMaster")
    targets = _link_targets(presentation, slides)
    palette, media, charts = Palette(theme), Media(make, presentation.frames), Charts(make)
    for index, (frame, slide) in enumerate(zip(presentation.frames, slides, strict=True), start=1):
        lang = frame.lang or presentation.lang
        slide.relate_to(layouts[frame.layout], f"{RELATIONSHIPS}/slideLayout")
        counted = frame.number == presentation.frames[0].number + index - 1
        pen = Pen(palette, theme.font, lang, Links(slide, targets), presentation.lang)
        slide.blob = slide_xml(
            frame,
            theme.house,
            pen,
            partial(media.relate, slide),
            partial(charts.relate, slide, pen),
            counted=counted,
        ).encode()
        if frame.notes:
            notes = make(f"/ppt/notesSlides/notesSlide{index}.xml", _NOTES)
            notes.relate_to(notes_master, f"{RELATIONSHIPS}/notesMaster")
            notes.relate_to(slide, f"{RELATIONSHIPS}/slide")
            slide.relate_to(notes, f"{RELATIONSHIPS}/notesSlide")
            # a notes page may point at its own slide only
            pen = Pen(palette, theme.font, lang, Links(notes, {}), presentation.lang)
            notes.blob = notes_xml(frame, pen).encode()
    return save(package)


def _relate_slides(main: Any, slides: list[Any]) -> None:
    """Give the presentation its relations anew, slides included, in one go: one by one takes time in the square."""
    from pptx.oxml import parse_xml

    targets = [("slide", f"slides/slide{i}.xml") for i in range(1, len(slides) + 1)]
    assert len(PRESENTATION_RELATIONS) + 1 == FIRST_SLIDE_RELATION  # noqa: S101
    known = {relation.target_part.partname: relation.target_part for relation in main.rels.values()}
    known.update((slide.partname, slide) for slide in slides)
    main.load_rels_from_xml(parse_xml(relations_xml([*PRESENTATION_RELATIONS, *targets]).encode()), known)


def _layouts(main: Any, house: House) -> dict[Any, Any]:
    """Return the part of each named layout; the master lists them in the house's order."""
    relations = main.part_related_by(f"{RELATIONSHIPS}/slideMaster").rels
    return {layout: relations[f"rId{i}"].target_part for i, layout in enumerate(house.masters, start=1)}


def _link_targets(presentation: Presentation, slides: list[Any]) -> dict[str, Any]:
    """Return where ``#id`` leads: the first frame of the slide of that id, the frame itself, or what stands on it."""
    targets: dict[str, Any] = {}
    for frame, slide in zip(presentation.frames, slides, strict=True):
        targets.setdefault(frame.slide or frame.id, slide)
        targets.setdefault(frame.id, slide)
        targets.update(dict.fromkeys(frame.anchors, slide))
    return targets
