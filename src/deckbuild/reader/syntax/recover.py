"""An error of the YAML parser -> a finding that names the author's mistake, and a line that YAML can read."""

from __future__ import annotations

import re

from deckbuild.diagnostics import Edit
from deckbuild.editing import as_value
from deckbuild.reader.context import shortened
from deckbuild.reader.language.examples import LONGEST, NAMED
from deckbuild.reader.rules import Recognise, recognised
from deckbuild.reader.syntax.block_scalars import text_beside_bar
from deckbuild.reader.syntax.brackets import after_bracket, brackets
from deckbuild.reader.syntax.colons import colon_in_text, name_without_colon, no_space_after_colon
from deckbuild.reader.syntax.indentation import key_without_colon, wrong_indent
from deckbuild.reader.syntax.multiline_text import item_goes_on, text_on_several_lines
from deckbuild.reader.syntax.parser_error import ParserFault
from deckbuild.reader.syntax.quotes import CURLY, after_quote, open_quote, quote_scan
from deckbuild.reader.syntax.repair_buffer import KEY
from deckbuild.reader.syntax.reserved_characters import first_letter

UNSPACED_HYPHEN = re.compile(r" *-(?=[^\s-])")
BULLET = re.compile(r" *([–—•*])\s")
LONG_DASH = re.compile(r"([|>])[–—]\s*$")
BARS = re.compile(r"\|.*\|\s*$")


def mend(fault: ParserFault) -> None:
    """Report the fault and change the lines so that YAML can read on.

    If no rule changes a line, the line of the fault is made a comment. So every call changes the lines.
    """
    before = list(fault.lines.lines)
    recognised(KNOWN, fault)
    if fault.lines.lines == before:
        _leave_out(fault)


def _leave_out(fault: ParserFault) -> None:
    for number in (fault.line, fault.context_line, *range(fault.line, -1, -1)):
        if not fault.lines.blank(number):
            fault.lines.repairs.muted.add(number + 1)
            fault.lines.repairs.lossy = True
            fault.lines.remove(number)
            return


def _documents(fault: ParserFault) -> bool:
    """Report YAML's marks of documents and directives: ``---`` between slides, ``...`` or ``%``."""
    if "document" not in fault.problem and "directive" not in fault.context:
        return False
    for number in range(fault.line, max(fault.line - 4, -1), -1):
        mark = fault.lines[number][:3]
        if mark in ("---", "...") or mark.startswith("%"):
            return fault.report(
                "document-mark",
                fault.lines.span(number, 0),
                "A line that begins with `{mark}` ends the deck here; what follows would not be read.",
                "Remove it. Slides need no line between them: each begins with `- title: …`.",
                mark=mark if mark[0] != "%" else "%",
                edits=fault.lines.swap(number, 0, 3, "") if fault.lines[number].strip() in ("---", "...") else (),
                mended=fault.lines.overwritten(number, 0, "#"),
            )
    return False


def _curly_quotes(fault: ParserFault) -> bool:
    """Report curly quotation marks, as Word writes them: YAML reads them as letters."""
    start = fault.lines.value_start(fault.line)
    curly = fault.lines[fault.line].startswith(tuple(CURLY), start) and fault.column >= start
    return curly and fault.problem.startswith("mapping values") and report_curly(fault, fault.line, start)


def report_curly(fault: ParserFault, number: int, start: int) -> bool:
    """Report curly quotation marks around a text from column ``start`` (from 0) of a line."""
    line = fault.lines[number]
    end = max((index for index, letter in enumerate(line) if letter in CURLY), default=start)
    text = line[start:].strip().strip(CURLY)
    return fault.report(
        "curly-quotes",
        fault.lines.span(number, start, end + 1 if end > start else start + 1),
        "These curly quotation marks don't hold the text together.",
        'Use straight ones: `"{text}"`. Word writes curly ones by itself; VS Code and Notepad don\'t.',
        text=shortened(text, 60),
        edits=_straight(fault, number, start, end),
        mended=fault.lines.plain(number, start),
    )


def _straight(fault: ParserFault, number: int, start: int, end: int) -> tuple[Edit, ...]:
    """Return the edits that write straight quotation marks in the place of a pair of curly ones."""
    if end == start or any(letter in fault.lines[number][start:end] for letter in '"\\'):
        return ()
    return fault.lines.swap(number, start, start + 1, '"') + fault.lines.swap(number, end, end + 1, '"')


def _no_space_after_hyphen(fault: ParserFault) -> bool:
    """Report an item that begins with ``-text``, or with another sign than a hyphen."""
    for number in (fault.line, fault.context_line, fault.lines.above(fault.line)):
        if fault.lines.blank(number):
            continue
        if match := UNSPACED_HYPHEN.match(fault.lines[number]):
            end = match.end()
            return fault.report(
                "hyphen-without-space",
                fault.lines.span(number, end - 1, end + 1),
                "There is no space after the hyphen, so this is not an item of the list.",
                "Write a space after it: `- {text}`.",
                text=shortened(fault.lines[number][end:].strip()),
                edits=fault.lines.swap(number, end, end, " "),
                mended=fault.lines.overwritten(number, end, " "),
            )
        if match := BULLET.match(fault.lines[number]):
            return fault.report(
                "wrong-bullet",
                fault.lines.span(number, match.start(1), match.end(1)),
                "“{mark}” does not begin an item.",
                "Begin each item with a hyphen and a space: `- text`.",
                mark=match[1],
                edits=fault.lines.swap(number, match.start(1), match.end(1), "-"),
                mended=fault.lines.overwritten(number, match.start(1), "-"),
            )
    return False


def _hyphen_before_name(fault: ParserFault) -> bool:
    """Report a hyphen before a name: ``- Plan: y`` among lines such as ``Ledestjernen: x``, under ``sheets:``."""
    number = fault.line
    match, above = KEY.match(fault.lines[number]), KEY.match(fault.lines[fault.lines.above(number)])
    if "did not find expected key" not in fault.problem or not match or not above:
        return False
    key, indent = match["key"], match.end("indent")
    over = [level for level in fault.lines.levels(number) if not level.item and level.column < indent]
    outer = KEY.match(fault.lines[over[0].line]) if over else None
    beside = above["key"] and not above["dashes"] and above.end("indent") == indent
    if not (match["dashes"] == "- " and key and beside and outer and outer["key"] in NAMED):
        return False
    edits = fault.lines.swap(number, indent, indent + 2, "")
    fault.lines.repairs.shifts[number] = fault.lines.repairs.shifts.get(number, 0) + 2
    return fault.report(
        "hyphen-before-name",
        fault.lines.whole(number),
        "A hyphen begins this line, but none begins the one beside it: under `{key}:` stand names, each on its line.",
        "Delete the hyphen: `{text}`.",
        key=outer["key"],
        text=shortened(fault.lines[number][match.end("dashes") :], LONGEST),
        edits=edits,
        mended=(number, " " * indent + fault.lines[number][indent + 2 :]),
    )


def _list_on_key_line(fault: ParserFault) -> bool:
    """Report an item on the line of its key: ``bullets: - first``."""
    if "sequence entries are not allowed" not in fault.problem:
        return False
    fault.lines.repairs.lossy = True
    return fault.report(
        "item-on-key-line",
        fault.lines.span(fault.line, fault.column),
        "The first item can't stand on the same line as the key.",
        "Put each item on a line of its own under the key, two spaces further in: `- text`.",
        mended=fault.lines.plain(fault.line, fault.column),
    )


def _dash_of_a_word_processor(fault: ParserFault) -> bool:
    """Report a long dash, as Word writes it, after the sign of a text: ``>–`` in the place of ``>-``."""
    number, column = fault.context_line, fault.context_column
    match = LONG_DASH.match(fault.lines[number], column) if fault.context == "while scanning a block scalar" else None
    return bool(match) and fault.report(
        "long-dash",
        fault.lines.span(number, column, column + 2),
        "A long dash stands after `{sign}`, not a hyphen. Word makes long dashes by itself.",
        "Write a hyphen: `{sign}-`.",
        sign=fault.lines[number][column],
        edits=fault.lines.swap(number, column + 1, column + 2, "-"),
        mended=fault.lines.overwritten(number, column + 1, "-"),
    )


def _table_of_markdown(fault: ParserFault) -> bool:
    """Report a table of Markdown: lines of cells between bars."""
    number, column = fault.context_line, fault.context_column
    line = fault.lines[number]
    if fault.context != "while scanning a block scalar" or not BARS.match(line, column):
        return False
    cells = ", ".join(as_value(cell) for cell in line[column:].strip().strip("|").split("|"))
    fault.report(
        "markdown-table",
        fault.lines.span(number, column),
        "A table of bars like this one is not known here.",
        "Write `table:`, and under it `columns: {cells}` and `rows:`, and under that a line for each row: "
        "`- [cell, cell]`.",
        cells=shortened(f"[{cells}]", LONGEST),
    )
    fault.lines.flatten(number, column)
    for below in range(number + 1, len(fault.lines.lines)):
        if not BARS.match(fault.lines[below].lstrip()):
            break
        fault.lines.flatten(below, fault.lines.indent(below))
        fault.lines.repairs.muted.add(below + 1)
    return True


def _no_colon(fault: ParserFault) -> bool:
    """Report a line that is neither a key nor an item."""
    if "could not find expected ':'" not in fault.problem:
        return False
    number = fault.context_line
    text = fault.lines[number].strip()
    fault.report(
        "not-a-key",
        fault.lines.whole(number),
        "This line is neither a key with its colon nor an item with its hyphen.",
        "Write `key: text` or `- text`. If it continues the text above, indent it two spaces further than the "
        "line where that text begins.",
        text=shortened(text),
    )
    lossy = fault.lines.repairs.lossy
    fault.lines.remove(number)
    fault.lines.repairs.lossy = lossy
    return True


def _unknown(fault: ParserFault) -> bool:
    number = fault.line if not fault.lines.blank(fault.line) else fault.lines.above(fault.line)
    return fault.report(
        "bad-line",
        fault.lines.whole(max(number, 0)),
        "This line does not fit in here.",
        "Check its indentation against the lines above, and that quotation marks and brackets stand in pairs.",
    )


KNOWN: tuple[Recognise[ParserFault], ...] = (
    _documents,
    quote_scan,
    open_quote,
    after_quote,
    _curly_quotes,
    brackets,
    after_bracket,
    first_letter,
    _no_space_after_hyphen,
    _hyphen_before_name,
    text_on_several_lines,
    item_goes_on,
    colon_in_text,
    name_without_colon,
    no_space_after_colon,
    _list_on_key_line,
    _dash_of_a_word_processor,
    _table_of_markdown,
    text_beside_bar,
    key_without_colon,
    _no_colon,
    wrong_indent,
    _unknown,
)
"""The rules in the order in which they are tried: those with unmistakable signs come first."""
