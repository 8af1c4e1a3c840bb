"""The literature slides at the end of the deck: all works by number, with the link target of each."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.frame.document import Frame
from deckbuild.frame.items import LayoutKind, Role
from deckbuild.frame.text import Par, Tag
from deckbuild.layout.slides.context import SlideContext
from deckbuild.layout.slides.designs.registry import design_of
from deckbuild.layout.slides.furniture import foot, title_box
from deckbuild.layout.slides.lists import text_box
from deckbuild.layout.slides.placeholders import with_placeholder_boxes
from deckbuild.layout.slides.sources import LITERATURE, work_anchor
from deckbuild.layout.text.bullets import hanging
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, height, set_par, stack
from deckbuild.layout.text.splitting import split_stack
from deckbuild.model.deck import Deck, continued_title
from deckbuild.model.text import Run, Text, plain
from deckbuild.model.theme import Theme


def literature_frames(deck: Deck, theme: Theme, settings: TextSettings, context: SlideContext) -> list[Frame]:
    """Return the literature frames, with the slide number of ``context``; none when the deck has no works."""
    works = sorted(deck.sources.items(), key=lambda named: named[1].number)
    anchors = [work_anchor(key) for key, _ in works]
    slide_layout = theme.slide_master.layouts[LayoutKind.QUESTIONS]
    room, hang = slide_layout.room, theme.slide_master.hanging
    pars: list[Par] = []
    for step in (*theme.scale.body[1:], *theme.scale.dense[:1]):
        style = ParStyle(step, indent=hang, hang=hang, before=10, tag=Tag.ITEM)
        pars = []
        for _, work in works:
            runs = [*work.authors.runs, Run(", "), *(replace(run, italic=True) for run in work.title.runs)]
            if work.note:
                runs += [Run(", "), *work.note.runs]
            mark = hanging(str(work.number), style, context.accent)
            pars.append(set_par(tuple(runs), style, room.w, settings, mark))
        if height(stack(pars)) <= room.h:
            break
    frames: list[Frame] = []
    for part in split_stack(pars, room.h):
        count = sum(par.bullet is not None for par in part)
        here, anchors = anchors[:count], anchors[count:]
        name = LITERATURE if not frames else f"{LITERATURE}-{len(frames) + 1}"
        label = continued_title(plain(deck.labels.literature), deck.labels, len(frames))
        body = text_box(f"{name}/works", part, room, Role.BODY)
        items = [
            title_box(name, label, slide_layout, context),
            *with_placeholder_boxes([body], slide_layout),
            *design_of(theme).marks(name, slide_layout, 0, deck, theme, settings),
            *foot(name, LayoutKind.QUESTIONS, 0, Text(()), context.number, deck, theme, settings),
        ]
        frames.append(
            Frame(
                id=name, slide="", number=context.number, title=label.plain, layout=LayoutKind.QUESTIONS, section=0,
                items=tuple(items), lang=deck.labels.lang, anchors=tuple(here),
            )
        )  # fmt: skip
    return frames
