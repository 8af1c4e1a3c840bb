"""Find in PowerPoint: what the author wrote is found on the slides, word by word and phrase by phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from deckbuild.characters import NO_BREAK_SPACE
from deckbuild.model.deck import Deck
from deckbuild.model.text import Text
from deckbuild.model.themes import SHIPPED
from deckbuild.pipeline.lay_out import LaidOut, lay_out_read
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper
from deckbuild.reader import read
from letters import shown
from make_gallery import cases
from slide_parts import A, parse

COURSE_DAY = Path(__file__).parents[1] / "deck.yaml"
DECKS = {"course-day": COURSE_DAY, **{case.key: case.path for case in cases()}}
FIGURE_SPACE = re.compile(rf"(?<=\d){NO_BREAK_SPACE}|{NO_BREAK_SPACE}(?=\d)")
"""Between a figure and what it counts no line ends; elsewhere spaces are plain."""
LONGEST = 5
"""People look for phrases of so many words at most."""


@cache
def laid_out(deck: str, theme: str) -> LaidOut:
    result = read(DECKS[deck])
    assert result.deck is not None
    made = lay_out_read(replace(result.deck, theme=SHIPPED[theme]), result.diagnostics)
    assert made is not None
    assert [found.text() for found in result.diagnostics] == []  # a word that had to be divided would be told
    return made


def paragraphs(pptx: bytes) -> list[str]:
    """The text of each paragraph on the slides, as Find sees it."""
    with ZipFile(BytesIO(pptx)) as archive:
        slides = [name for name in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
        return [
            FIGURE_SPACE.sub(" ", "".join(part.text or "" for part in paragraph.iter(f"{A}t")))
            for name in slides
            for paragraph in parse(archive.read(name)).iter(f"{A}p")
        ]


def texts(node: Any) -> Iterator[Text]:
    """Every text of a part of a deck."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from texts(part)
    elif is_dataclass(node):
        for each in fields(node):
            yield from texts(getattr(node, each.name))


def written(deck: Deck, made: LaidOut) -> Iterator[str]:
    """The lines of each text of the deck that stands on slides."""
    places = shown(made.presentation.frames)
    for text in (deck.info.title, *(part for slide in deck.slides for part in texts((slide.title, slide.body)))):
        if any(run.source in places for run in text.runs):
            yield from "".join(run.text for run in text.runs).splitlines()


def phrases(text: str) -> Iterator[str]:
    """Each word, and each phrase of a few words."""
    words = FIGURE_SPACE.sub(" ", text).split(" ")
    for count in range(1, LONGEST + 1):
        for start in range(len(words) - count + 1):
            yield " ".join(words[start : start + count])


@pytest.mark.parametrize("theme", SHIPPED)
@pytest.mark.parametrize("deck", DECKS)
def test_each_word_and_phrase_of_the_author_is_found_on_the_slides(deck: str, theme: str) -> None:
    made = laid_out(deck, theme)
    there = "\n".join(paragraphs(render_paper(made, PaperKind.SLIDES)))
    sought = dict.fromkeys(phrase for text in written(made.deck, made) for phrase in phrases(text))
    assert len(sought) > 20
    assert [phrase for phrase in sought if phrase not in there] == []
