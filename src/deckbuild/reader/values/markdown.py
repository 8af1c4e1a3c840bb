"""Markdown blocks -> paragraphs: plain ones, ``##`` heads, lists with dashes and with numbers, nested."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yaml.nodes import ScalarNode

from deckbuild.diagnostics import Span
from deckbuild.model.text import BREAK, Paragraph, ParagraphKind, Run, Text
from deckbuild.reader.context import Reading
from deckbuild.reader.values.markdown_inline import MARKS, dashes, parser, read_runs

if TYPE_CHECKING:
    from markdown_it.token import Token

BLOCK_MARK = re.compile(r"^[ \t]*(?:[-+#]|\d{1,9}[.)](?:\s|$))", re.MULTILINE)
"""Begins a line that may be more than running text."""
TABLE = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*\|", re.MULTILINE)
"""The line under the head of a table in Markdown, which is not known here."""
BLANK = re.compile(r"\n[ \t]*\n")


def read_prose(node: ScalarNode, reading: Reading) -> tuple[Paragraph, ...]:
    """Return a scalar's text as paragraphs, heads and list items."""
    value = node.value.strip("\n")
    if TABLE.search(value):
        reading.warning(
            "printed-table",
            node,
            "The lines with `|` are not made into a table but printed as they stand.",
            "Write `table:` instead, under it `columns: [Hvem, Hvad]` and `rows:`, and under that a line such as "
            "`- [Ida, Kaffe]` for each row.",
        )
    if not BLOCK_MARK.search(value) and not MARKS.search(value.replace("\n", "")):
        return _running(value, node, reading)
    whole = reading.span(node)
    paragraphs: list[Paragraph] = []
    state = _Lists()
    for token in parser().parse(value):
        if token.type != "inline":
            state.follow(token)
            continue
        runs = read_runs(token.children or [], node, reading)
        kind, level, number = state.next_paragraph()
        paragraphs.append(Paragraph(Text(runs, _place(token, whole, node, reading)), kind, level, number))
    return tuple(paragraphs)


def _running(value: str, node: ScalarNode, reading: Reading) -> tuple[Paragraph, ...]:
    """Text without any marks: no need to start the Markdown parser."""
    whole = reading.span(node)
    paragraphs = []
    for part in BLANK.split(value) if "\n" in value else [value]:
        text = ""
        for line in part.split("\n"):
            text += line.strip() + (BREAK if line.endswith("  ") else " ")
        if text := text.strip():
            paragraphs.append(Paragraph(Text((Run(dashes(text)),), whole)))
    return tuple(paragraphs)


def _place(token: Token, whole: Span, node: ScalarNode, reading: Reading) -> Span:
    """A literal block's lines stand one to one in the file; of folded text only the whole is known."""
    if node.style != "|" or not token.map:
        return whole
    first, last = whole.line + token.map[0], min(whole.line + token.map[1] - 1, whole.end_line)
    line = reading.file.line(first)
    return Span(whole.file, first, len(line) - len(line.lstrip()) + 1, last, len(reading.file.line(last).rstrip()) + 1)


class _Lists:
    """Follows the opening and closing of lists, heads and items."""

    def __init__(self) -> None:
        self.numbers: list[int | None] = []
        """The lists we are in: the next item's number, or None for dashes."""
        self.head = False
        self.fresh = False
        """Whether the next paragraph is an item's first."""

    def follow(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open":
                self.numbers.append(None)
            case "ordered_list_open":
                self.numbers.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                self.numbers.pop()
            case "list_item_open":
                self.fresh = True
            case "heading_open":
                self.head = True
            case "heading_close":
                self.head = False
            case _:
                pass

    def next_paragraph(self) -> tuple[ParagraphKind, int, int]:
        """Return kind, level and number of the paragraph that comes now."""
        level = max(len(self.numbers) - 1, 0)
        if self.head:
            return ParagraphKind.HEAD, 0, 0
        if not self.numbers or not self.fresh:
            return ParagraphKind.BODY, level, 0
        self.fresh = False
        number = self.numbers[-1]
        if number is None:
            return ParagraphKind.BULLET, level, 0
        self.numbers[-1] = number + 1
        return ParagraphKind.NUMBER, level, number
