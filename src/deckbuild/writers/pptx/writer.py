"""From a ``Presentation`` to the bytes of a ``.pptx``: open the base package, add a part for each slide, save."""

from __future__ import annotations

from functools import partial
from typing import Any

from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from deckbuild.frame.document import Presentation
from deckbuild.model.slide_layouts import LayoutKind, Role
from deckbuild.model.theme import Theme
from deckbuild.writers.pptx.charts import Charts
from deckbuild.writers.pptx.links import Links
from deckbuild.writers.pptx.markup import RELATIONSHIPS
from deckbuild.writers.pptx.masters.default_base import DefaultBase
from deckbuild.writers.pptx.masters.own_layouts import with_title_sizes
from deckbuild.writers.pptx.masters.template_base import TemplateBase
from deckbuild.writers.pptx.media import Media
from deckbuild.writers.pptx.notes import notes_xml
from deckbuild.writers.pptx.package import first_free, save
from deckbuild.writers.pptx.palette import Palette
from deckbuild.writers.pptx.slide import slide_xml
from deckbuild.writers.pptx.text import TextContext
from deckbuild.writers.pptx.text_styles import Inherited

_SLIDE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
_NOTES = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"


def write(presentation: Presentation, theme: Theme) -> bytes:
    """Return ``presentation`` in the look of ``theme`` as a PowerPoint file; the same input gives the same bytes.

    Raises ``TypeError`` for an item that can't stand on a slide, and ``ImageError`` for a picture that can't be shown.
    """
    theme = with_title_sizes(theme, presentation)
    base = _base(presentation, theme)
    package = base.package

    def make(name: str, content_type: str, content: bytes = b"") -> Any:
        return Part(PackURI(name), content_type, package, content)

    def make_new(name: str, content_type: str, content: bytes = b"") -> Any:
        stem, _, extension = name.rpartition(".")
        if name in base.parts:  # a picture or chart of the template has this name
            name = first_free(f"{stem.rstrip('0123456789')}%d.{extension}", base.parts)
        made = base.parts[name] = make(name, content_type, content)
        return made

    slides = [make(f"/ppt/slides/slide{i}.xml", _SLIDE) for i in range(1, len(presentation.frames) + 1)]
    base.add_slides(slides, presentation)
    notes_master = base.notes_master
    targets = _link_targets(presentation, slides)
    inherits = Inherited(theme, palette := Palette(theme))
    text, heads = theme.families
    heading = heads if heads is not text else None
    body = theme.slide_master.layouts[LayoutKind.TEXT].placeholders.get(Role.BODY)
    media, charts = Media(make_new, presentation.frames), Charts(make_new)
    for index, (frame, slide) in enumerate(zip(presentation.frames, slides, strict=True), start=1):
        lang = frame.lang or presentation.lang
        part, slide_layout = base.layout(frame)
        slide.relate_to(part, f"{RELATIONSHIPS}/slideLayout")
        counted = frame.number == presentation.frames[0].number + index - 1
        pen = TextContext(
            palette, theme.font, lang, Links(slide, targets), presentation.lang, inherits, stated=theme.stated,
            bullet_font=theme.bullet_font, heading=heading, undone=base.undone,
            bullets=body.bullets if body else (),
        )  # fmt: skip
        slide.blob = slide_xml(
            frame,
            slide_layout,
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
            # A notes page can't link to other slides, so there are no targets.
            pen = TextContext(palette, theme.font, lang, Links(notes, {}), presentation.lang, inherits)
            notes.blob = notes_xml(frame, pen, counted=counted).encode()
    return save(package)


def _base(presentation: Presentation, theme: Theme) -> TemplateBase | DefaultBase:
    """Return the package that the slides are added to: the template, or our own slide master and layouts."""
    if theme.slide_master.template:
        return TemplateBase(presentation, theme)
    return DefaultBase(presentation, theme)


def _link_targets(presentation: Presentation, slides: list[Any]) -> dict[str, Any]:
    """Return id -> slide part, for links of the form ``#id``.

    An id is that of a slide (its first frame), of a frame, or of an anchor on a frame.
    """
    targets: dict[str, Any] = {}
    for frame, slide in zip(presentation.frames, slides, strict=True):
        targets.setdefault(frame.slide or frame.id, slide)
        targets.setdefault(frame.id, slide)
        targets.update(dict.fromkeys(frame.anchors, slide))
    return targets
