"""Iterators over the blocks and questions of a slide, nested ones included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.model.deck import Block, Question, Slide


def blocks(body: Sequence[Block]) -> Iterator[Block]:
    """Yield all blocks: each is followed by those inside it."""
    for block in body:
        yield block
        yield from blocks(block.inner)


def questions(slide: Slide) -> Iterator[Question]:
    """Yield the questions of a slide: those on the slide, then those that only the handout has."""
    for block in blocks(slide.body):
        yield from block.posed
    yield from slide.handout.each
    yield from slide.handout.write
