"""Blocks of Markdown -> paragraphs: plain text, ``##`` heads, and nested lists with hyphens or numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yaml.nodes import ScalarNode

from deckbuild.diagnostics import Span
from deckbuild.locales.language import Language
from deckbuild.model.text import BREAK, Paragraph, ParagraphKind, Run, written
from deckbuild.reader.context import Reading
from deckbuild.reader.syntax.swallowed_lines import key_inside
from deckbuild.reader.typography import typeset
from deckbuild.reader.values.foreign_marks_in_text import report_foreign_marks
from deckbuild.reader.values.line_ends import report_joined_lines
from deckbuild.reader.values.markdown_inline import read_runs
from deckbuild.reader.values.marked_lines import report_marked_lines
from deckbuild.reader.values.marks import MARKS, parser, with_line_ends

if TYPE_CHECKING:
    from markdown_it.token import Token

BLOCK_MARK = re.compile(r"^[ \t]*(?:[-+#]|\d{1,9}[.)](?:\s|$))", re.MULTILINE)
"""Matches the beginning of a line that may be a head or an item of a list."""
_NO_MARK = re.compile(r"^([ \t]*)((?:[-*+][ \t]+){2,}[-*+]|#+)(?=[ \t]*$)", re.MULTILINE)
BLANK = re.compile(r"\n[ \t]*\n")


def read_prose(node: ScalarNode, reading: Reading) -> tuple[Paragraph, ...]:
    """Return a scalar's text as paragraphs, heads and list items."""
    if not key_inside(node, reading):
        report_foreign_marks(node, reading, prose=True)
        report_joined_lines(node, reading, prose=True)
        report_marked_lines(node, reading)
    value = _dated(with_line_ends(node, reading.span(node), prose=True).strip("\n"), reading.language)
    if not BLOCK_MARK.search(value) and not MARKS.search(value.replace("\n", "")):
        return _running(value, node, reading)
    whole = reading.span(node)
    paragraphs: list[Paragraph] = []
    state = _Lists()
    for token in parser().parse(value):
        if token.type != "inline":
            state.follow(token)
            continue
        place = _place(token, whole, node)
        runs = read_runs(token, place, reading)
        kind, level, number = state.next_paragraph()
        paragraphs.append(Paragraph(written(runs, place), kind, level, number))
    return tuple(paragraphs)


def _dated(value: str, language: Language) -> str:
    """Return a text in which a date at the beginning of a line, as in ``2. marts er der lukket``, begins no list.

    Nor does a line of signs alone, as in ``* * *``, and ``###`` begins no heading.
    """
    value = _NO_MARK.sub(r"\1\\\2", value)
    return re.sub(rf"(?mi)^([ \t]*\d{{1,2}})\.(?=[ \t]+(?:{'|'.join(language.calendar.months)})\b)", r"\1\\.", value)


def _running(value: str, node: ScalarNode, reading: Reading) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text without marks. This avoids loading the Markdown parser."""
    whole = reading.span(node)
    paragraphs = []
    for part in BLANK.split(value) if "\n" in value else [value]:
        text = ""
        for line in part.split("\n"):
            text += line.strip() + (BREAK if line.endswith("  ") else " ")
        if text := text.strip():
            paragraphs.append(Paragraph(written(typeset((Run(text),), reading.language), whole)))
    return tuple(paragraphs)


def _place(token: Token, whole: Span, node: ScalarNode) -> Span:
    """Return the span of a paragraph under ``|``, whose lines are lines of the file; in other texts the whole span."""
    if node.style != "|" or not token.map:
        return whole
    first, last = whole.line + token.map[0], min(whole.line + token.map[1] - 1, whole.end_line)
    return Span.of_lines(whole.file, first, last)


class _Lists:
    """Follows the tokens of markdown-it to know in which lists, heads and items a paragraph stands."""

    def __init__(self) -> None:
        self.numbers: list[int | None] = []
        """The open lists, the outermost first: the number of the next item, or ``None`` for hyphens."""
        self.head = False
        self.fresh = False
        """Whether the next paragraph is the first of an item."""

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
        """Return kind, level (from 0) and number (0 if it has none) of the paragraph that comes next.

        For a further paragraph of an item of a numbered list the number is not 0.
        """
        level = max(len(self.numbers) - 1, 0)
        if self.head:
            return ParagraphKind.HEAD, 0, 0
        if not self.numbers:
            return ParagraphKind.BODY, 0, 0
        if not self.fresh:
            return ParagraphKind.IN_ITEM, level, self.numbers[-1] or 0
        self.fresh = False
        number = self.numbers[-1]
        if number is None:
            return ParagraphKind.BULLET, level, 0
        self.numbers[-1] = number + 1
        return ParagraphKind.NUMBER, level, number
