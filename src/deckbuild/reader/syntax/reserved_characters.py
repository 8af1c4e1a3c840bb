"""Texts that begin with a sign that has a meaning in YAML."""

from __future__ import annotations

import re

from deckbuild.reader.syntax.block_scalars import text_begins_with
from deckbuild.reader.syntax.brackets import CLOSING
from deckbuild.reader.syntax.parser_error import ParserFault

STAR = re.compile(r" *\* +\S")
PROBLEM = re.compile("cannot start any token|alias|mapping keys are not allowed|tag handle")
CONTEXT = re.compile("while scanning an? (?:alias|anchor|tag|directive)|while parsing a tag")
"""PyYAML's words for a sign that it can't interpret at the beginning of a text."""


def reserved_sign(fault: ParserFault) -> bool:
    """Report a text that begins with a sign that has a meaning in YAML, and make it plain text for YAML."""
    place = _bracketed_word(fault) or _sign(fault)
    if not place:
        return False
    return text_begins_with(fault, *place)


def _bracketed_word(fault: ParserFault) -> tuple[int, int] | None:
    """Return the line and column of a bracket that closes before the text ends: ``title: [Draft] Programme``."""
    line, start = fault.lines[fault.line], fault.lines.value_start(fault.line)
    opening = line[start : start + 1]
    end = line.find(CLOSING[opening], start) if opening in CLOSING and fault.column > start else -1
    rest = line[end + 1 :].strip()
    return (fault.line, start) if end >= 0 and rest and not rest.startswith("#") else None


def _sign(fault: ParserFault) -> tuple[int, int] | None:
    """Return the line and column of the sign that YAML can't interpret."""
    no_value = fault.context == "while parsing a block node" and "expected node content" in fault.problem
    if not (no_value or PROBLEM.search(fault.problem) or CONTEXT.match(fault.context)):
        return None
    at_context = fault.context.startswith("while scanning a")
    number, column = (fault.context_line, fault.context_column) if at_context else (fault.line, fault.column)
    line = fault.lines[number]
    if not line[column : column + 1].strip() or line[column].isalnum():
        return None
    markdown = STAR.match(line) and not line[:column].strip()  # a bullet, which another rule reports
    return None if markdown else (number, column)
