"""Empties a slide about the last day's subject. Its title, its settings and its questions on paper stay."""

from __future__ import annotations

from collections.abc import Iterator

from yaml.nodes import MappingNode, Node

from deckbuild.characters import indent
from deckbuild.editing import KeyLines, OtherWritingError, SourceOutline, known
from deckbuild.locales import language_of
from deckbuild.model.deck import Build, Slide
from deckbuild.reader.sections.slides import OWN

STAY = ("title", "id", "lang", "hidden", "build")
"""The keys of a slide that don't depend on its subject."""
STAY_ON_PAPER = ("skip", "write")
"""The keys under ``handout:`` that don't refer to the slide's content."""


def place(slide: Slide, page: SourceOutline) -> tuple[int, int, str]:
    """Return a slide's first line, the line after its last, and the text before its first key.

    Raises ``OtherWritingError`` when it shares a line with something else.
    """
    span = known(slide.span)
    node = page.collection(span)
    before = page.line(span.line)[: span.column - 1]
    end = page.end(node)
    after = page.line(node.end_mark.line + 1)[node.end_mark.column :].strip() if node.flow_style else ""
    if before.strip() != "-" or (after and not after.startswith("#")):
        raise OtherWritingError(span)
    return span.line, end, before


def emptied(slide: Slide, page: SourceOutline, language: str) -> list[str]:
    """Return the lines of a slide without its content; ``language`` is that of the comment in its place."""
    first, end, before = place(slide, page)
    node = page.collection(known(slide.span))
    pad = " " * len(before)
    placeholder = language_of(language).next_day.placeholder
    text = [f"{pad}text: {placeholder}"]
    if slide.build is Build.CLICK:
        text = [f"{pad}bullets:", f"{pad}  - {placeholder}"]
    lines = [*(_from_braces if node.flow_style else _from_lines)(node, page, pad, (first, end), text)]
    start = next(index for index, line in enumerate(lines) if not line.lstrip().startswith("#"))
    return [before + lines[start][len(pad) :], *lines[:start], *lines[start + 1 :]]


def _from_lines(node: Node, page: SourceOutline, pad: str, lines: tuple[int, int], text: list[str]) -> Iterator[str]:
    """Yield the lines to keep, among them all comments, with ``text`` in place of the content."""
    _, end = lines
    pairs = page.pairs(node, end)
    for pair, after in zip(pairs, [*(pair.first for pair in pairs[1:]), end], strict=True):
        if pair.key in STAY:
            yield from _lines(page, pair, pad)
        elif pair.key == "handout":
            yield from _handout(page, pair, pad)
        else:
            yield from page.comments(pair.first, pair.end)
        yield from page.comments(pair.end, after)
        if pair.key not in OWN:
            yield from text


def _lines(page: SourceOutline, pair: KeyLines, pad: str) -> Iterator[str]:
    """Yield the lines of a key and its value; the slide's hyphen is replaced by ``pad``."""
    yield pad + page.line(pair.first)[len(pad) :]
    yield from (page.line(number) for number in range(pair.first + 1, pair.end))


def _handout(page: SourceOutline, pair: KeyLines, pad: str) -> Iterator[str]:
    if not isinstance(pair.value, MappingNode) or pair.value.flow_style:
        yield from page.comments(pair.first, pair.end)
        yield from _between_braces(pair.value, page, pad)
        return
    inner = page.pairs(pair.value, pair.end)
    if any(each.key in STAY_ON_PAPER for each in inner):
        yield from _lines(page, KeyLines(pair.key, pair.value, pair.first, inner[0].first), pad)
    else:
        yield from page.comments(pair.first, inner[0].first)
    for each, after in zip(inner, [*(other.first for other in inner[1:]), pair.end], strict=True):
        if each.key in STAY_ON_PAPER:
            yield from (page.line(number) for number in range(each.first, each.end))
            yield from page.comments(each.end, after)
        else:
            yield from page.comments(each.first, after)


def _between_braces(handout: Node, page: SourceOutline, pad: str) -> Iterator[str]:
    kept = [f"{key.value}: " + "\n".join(page.raw(value)) for key, value in handout.value if key.value in STAY_ON_PAPER]
    if kept:
        yield from f"{pad}handout: {{{', '.join(kept)}}}".split("\n")


def _from_braces(node: Node, page: SourceOutline, pad: str, lines: tuple[int, int], text: list[str]) -> Iterator[str]:
    """Yield the lines that stay of a slide in flow style (``{...}``): one for each key."""
    first, end = lines
    for key, value in sorted(node.value, key=lambda pair: pair[0].value != "title"):
        if key.value in STAY:
            yield f"{pad}{key.value}: " + " ".join(line.strip() for line in page.raw(value))
    yield from page.comments(first, end)
    last = page.line(node.end_mark.line + 1)[node.end_mark.column :].strip()
    if last:
        yield indent(pad) + last
    yield from text
    for key, value in node.value:
        if key.value == "handout":
            yield from _between_braces(value, page, pad)
