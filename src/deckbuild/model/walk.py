"""Going through what a slide holds, whatever its blocks hold in turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.model.deck import Block, Question, Slide


def blocks(body: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks, each followed by those it holds."""
    for block in body:
        yield block
        yield from blocks(block.inner)


def questions(slide: Slide) -> Iterator[Question]:
    """Yield the questions of a slide: those on it, then those only in the handout."""
    for block in blocks(slide.body):
        yield from block.posed
    yield from slide.handout.each
    yield from slide.handout.write
