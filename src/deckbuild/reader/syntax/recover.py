"""An error of the YAML parser -> a finding that names the author's mistake, and a line that YAML can read."""

from __future__ import annotations

import re
from itertools import takewhile

from deckbuild.editing import as_value
from deckbuild.reader.context import shortened, spaces
from deckbuild.reader.language.examples import LONGEST, NAMED
from deckbuild.reader.language.key_places import beside
from deckbuild.reader.language.vocabulary import CONTENT
from deckbuild.reader.rules import Recognise, recognised
from deckbuild.reader.syntax.block_scalars import mail_mark, text_below_block, text_beside_bar, text_out_of_block
from deckbuild.reader.syntax.brackets import (
    colon_in_brackets,
    hash_in_brackets,
    missing_comma,
    missing_item,
    semicolon_in_brackets,
    unclosed_bracket,
)
from deckbuild.reader.syntax.colons import colon_in_text, name_without_colon, no_space_after_colon
from deckbuild.reader.syntax.indentation import (
    item_without_key,
    key_ends_slides,
    key_without_colon,
    key_without_hyphen,
    wrong_indent,
)
from deckbuild.reader.syntax.list_marks import NUMBER, SIGNS, WORDS
from deckbuild.reader.syntax.multiline_text import item_goes_on, text_after_comment, text_on_several_lines
from deckbuild.reader.syntax.new_slides import NEW_SLIDE
from deckbuild.reader.syntax.parser_error import ParserFault, PatternRule
from deckbuild.reader.syntax.quotes import bad_escape, curly_quotes, text_after_quote, unclosed_quote
from deckbuild.reader.syntax.repair_buffer import Lines
from deckbuild.reader.syntax.reserved_characters import reserved_sign

NUMBERED = re.compile(rf" *({NUMBER})(?=\s+\S)")
FOREIGN_COMMENT = re.compile(r" *(?P<all>(?P<mark>//|/\*|<!--)+\s*(?P<text>.*?)\s*(?:\*/|-->)?)\s*$")
RULE = re.compile(r"\s*\|[\s|:-]+\|\s*")
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


def _hyphen_before_name(fault: ParserFault) -> bool:
    """Report a hyphen before a name: ``- Plan: y`` among lines such as ``Ledestjernen: x``, under ``sheets:``."""
    number = fault.line
    match, above = fault.lines.beginning(number), fault.lines.beginning(fault.lines.above(number))
    if "did not find expected key" not in fault.problem:
        return False
    key, indent = match["key"], match.end("indent")
    over = [level for level in fault.lines.levels(number) if not level.item and level.column < indent]
    outer = fault.lines.beginning(over[0].line) if over else None
    beside = above["key"] and not above["dashes"] and above.end("indent") == indent
    if not (match["dashes"] == "- " and key and beside and outer and outer["key"] in NAMED):
        return False
    edits = fault.lines.swap(number, indent, indent + 2, "")
    fault.lines.repairs.shifts[number] += 2
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


def _table_of_markdown(fault: ParserFault) -> bool:
    """Report a table of Markdown: lines of cells between bars."""
    number, column = fault.context_line, fault.context_column
    line = fault.lines[number]
    if fault.context != "while scanning a block scalar" or not BARS.match(line, column):
        return False
    above = fault.lines.above(number)
    if fault.lines.beginning(above)["key"] == "rows":
        return _rows_of_bars(fault, number, fault.lines.beginning(above).end("dashes"))
    cells = _cells(line)
    fault.report(
        "markdown-table",
        fault.lines.span(number, column),
        "A table of bars like this one is not known here.",
        "Write `table:`, and under it `columns: {cells}` and `rows:`, and under that a line for each row: "
        "`- [cell, cell]`.",
        cells=shortened(cells, LONGEST),
    )
    fault.lines.flatten(number, column)
    for below in range(number + 1, len(fault.lines.lines)):
        if not BARS.match(fault.lines[below].lstrip()):
            break
        fault.lines.flatten(below, fault.lines.indent(below))
        fault.lines.repairs.muted.add(below + 1)
    return True


def _cells(line: str) -> str:
    return f"[{', '.join(as_value(cell.strip()) for cell in line.strip().strip('|').split('|'))}]"


def _rows_of_bars(fault: ParserFault, first: int, column: int) -> bool:
    """Report rows between bars under ``rows:``, and write them as lists; ``column`` is that of ``rows:``."""
    lines = fault.lines
    rows = [*takewhile(lambda line: BARS.match(line.lstrip()), lines.lines[first:])]
    written = ["" if RULE.fullmatch(row) else f"{' ' * (column + 2)}- {_cells(row)}" for row in rows]
    fault.report(
        "markdown-table",
        lines.whole(first),
        "A table of bars like this one is not known here.",
        "Write each row with a hyphen, and with its cells in brackets: `- {row}`.",
        row=shortened(_cells(rows[0]), 2 * LONGEST),
        edits=lines.rewrite(dict(enumerate(written, first))),
    )
    return True


def _numbered_item(fault: ParserFault) -> bool:
    """Report a number or a letter before an item, as in ``a) text``, below an item that has a hyphen."""
    number = fault.context_line
    match = NUMBERED.match(fault.lines[number])
    above = fault.lines.beginning(fault.lines.above(number))
    if "could not find expected ':'" not in fault.problem or not match or not above["dashes"]:
        return False
    return fault.report(
        "wrong-bullet",
        fault.lines.span(number, *match.span(1)),
        "“{mark}” does not begin an item.",
        "Begin each item with a hyphen and a space: `- text`. The key `numbered:` numbers the items by itself.",
        mark=match[1],
        mended=fault.lines.overwritten(number, match.start(1), "- ".ljust(len(match[1]))),
    )


def _comment(fault: ParserFault) -> bool:
    """Report a comment that is written as other languages write theirs: ``// text``."""
    number = fault.context_line
    match = FOREIGN_COMMENT.match(fault.lines[number])
    return bool(match) and fault.report(
        "not-a-key",
        fault.lines.whole(number),
        "A comment begins with the sign #, not with `{mark}`.",
        "Write `# {text}`.",
        mark=match["mark"] if match else "",
        text=shortened(match["text"] if match else "", LONGEST),
        edits=fault.lines.swap(number, *match.span("all"), f"# {match['text']}") if match else (),
        mended=fault.lines.overwritten(number, 0, "#"),
    )


def _lost_sign(fault: ParserFault) -> bool:
    """Report a slide's number that has lost the sign # before it: ``  25`` above ``- title: …``."""
    number = next((n for n in (fault.line, fault.lines.above(fault.line)) if fault.lines[n].strip().isdigit()), -1)
    begins = fault.lines.beginning(fault.lines.below(number))
    if number < 0 or not begins["dashes"] or begins["key"] not in NEW_SLIDE:
        return False
    return fault.report(
        "not-a-key",
        fault.lines.whole(number),
        "The number above this slide is no comment: the sign # is missing before it.",
        "Write `# {text}`.",
        text=fault.lines[number].strip(),
        edits=fault.lines.swap(number, fault.lines.indent(number), fault.lines.indent(number), "# "),
        mended=fault.lines.overwritten(number, 0, "#"),
    )


def _stray_lines(fault: ParserFault) -> bool:
    """Report lines at the very left that are neither keys nor items: a mail's signature, a letter typed by mistake."""
    lines, number = fault.lines, fault.context_line
    if "could not find expected ':'" not in fault.problem or not _stray(lines, number):
        return False
    first = next((n for n in range(number, -1, -1) if not _stray(lines, n - 1)), number)
    last = next(n for n in range(number, len(lines.lines)) if not _stray(lines, n + 1))
    above = lines.above(first)
    begun, text = lines.beginning(above), lines[above][lines.value_start(above) :].rstrip()
    letters = lines[first].strip()
    goes_on = (
        bool(text) and len(letters) > 1 and text[0] not in "'\"[{|>" and (text[-1] == "-" or lines[first][0].islower())
    )
    comments = lines[first - 1].startswith("#") and lines[last + 1].startswith("#")
    recognised = fault.report(
        "not-a-key",
        lines.whole(first),
        "This line is neither a key with its colon nor an item with its hyphen."
        if first == last
        else "The lines {first} to {last} are neither keys with their colon nor items with their hyphen.",
        "It stands amid a comment: write the sign # and a space before it."
        if comments and first == last
        else "They stand amid a comment: write the sign # and a space before each."
        if comments
        else "It seems to continue the text on line {above}: begin it {spaces} from the left. If it came here by "
        "mistake, delete it."
        if goes_on and first == last
        else "They seem to continue the text on line {above}: begin them {spaces} from the left. If they came here by "
        "mistake, delete them."
        if goes_on
        else "If it came here by mistake, delete it. If it continues the text above, indent it as far as that text."
        if first == last
        else "If they came here by mistake, delete them. If they continue the text above, indent them as far as that "
        "text.",
        first=first + 1,
        last=last + 1,
        above=above + 1,
        spaces=spaces(begun.end("dashes") + 2 * bool(begun["key"])),
        edits=tuple(edit for n in range(first, last + 1) for edit in lines.swap(n, 0, 0, "# ")) if comments else (),
    )
    for each in range(first, last + 1):
        lines.lines[each] = "#" + lines[each][1:]
        lines.repairs.muted.add(each + 1)
    return recognised


def _stray(lines: Lines, number: int) -> bool:
    match = lines.beginning(number)
    return not (lines.blank(number) or lines.indent(number) or match["dashes"] or match["key"])


def _no_colon(fault: ParserFault) -> bool:
    """Report a line that is neither a key nor an item."""
    if "could not find expected ':'" not in fault.problem:
        return False
    number = fault.context_line
    begun = _begun_key(fault.lines, number)
    return fault.report(
        "not-a-key",
        fault.lines.whole(number),
        "This line is neither a key with its colon nor an item with its hyphen.",
        "Did you mean `{near}:`? Otherwise delete the line."
        if begun
        else "Write `key: text` or `- text`. If it continues the text above, indent it two spaces further than the "
        "line where that text begins.",
        text=shortened(fault.lines[number].strip()),
        near=begun,
        mended=fault.lines.overwritten(number, 0, "#"),
    )


def _begun_key(lines: Lines, number: int) -> str:
    """Return the only key that begins with the word on a line and may stand beside those there, or an empty text."""
    word, indent = lines[number].strip(), lines.indent(number)
    levels = [(each.column, lines.beginning(each.line)["key"]) for each in lines.levels(number) if not each.item]
    over = [key for column, key in levels if column < indent]
    along = [key for column, key in levels if column == indent]
    keys = CONTENT if over[:1] == ["slides"] else beside(along[0], over) if along else ()
    found = [key for key in keys if key.startswith(word) and len(word) > 1]
    return found[0] if len(found) == 1 else ""


def _unknown(fault: ParserFault) -> bool:
    return fault.report(
        "bad-line",
        fault.lines.whole(max(fault.written_line, 0)),
        "This line does not fit in here.",
        "Check its indentation against the lines above, and that quotation marks and brackets stand in pairs.",
    )


KNOWN: tuple[Recognise[ParserFault], ...] = (
    _documents,
    bad_escape,
    unclosed_quote,
    text_after_quote,
    curly_quotes,
    hash_in_brackets,
    missing_item,
    unclosed_bracket,
    semicolon_in_brackets,
    colon_in_brackets,
    missing_comma,
    reserved_sign,
    _lost_sign,
    PatternRule(
        "hyphen-without-space",
        re.compile(r" *(?P<at>-(?P<cut>)[^\s-])"),
        "There is no space after the hyphen, so this is not an item of the list.",
        "Write a space after it: `- {text}`.",
        write=" ",
    ),
    PatternRule(
        "wrong-bullet",
        re.compile(rf" *(?P<cut>(?P<at>(?P<mark>[*{SIGNS}]|{WORDS}))\s+)"),
        "“{mark}” does not begin an item.",
        "Begin each item with a hyphen and a space: `- text`.",
        write="- ",
    ),
    PatternRule(
        "wrong-bullet",
        re.compile(r" *(?P<cut>(?P<at>(?P<mark>-{2,4}))\s*)(?=[^\s-])"),
        "“{mark}” does not begin an item.",
        "Begin each item with a hyphen and a space: `- text`. What belongs under the item above stands two spaces "
        "further in, and that item ends with a colon.",
        write="- ",
        alone=True,
    ),
    _hyphen_before_name,
    text_after_comment,
    text_on_several_lines,
    item_goes_on,
    colon_in_text,
    name_without_colon,
    no_space_after_colon,
    _list_on_key_line,
    PatternRule(
        "long-dash",
        re.compile(r".*?(?P<at>(?P<sign>[|>])(?P<cut>[–—]))\s*$"),
        "A long dash stands after `{sign}`, not a hyphen. Word makes long dashes by itself.",
        "Write a hyphen: `{sign}-`.",
        write="-",
        context="while scanning a block scalar",
    ),
    _table_of_markdown,
    mail_mark,
    text_beside_bar,
    key_without_colon,
    _numbered_item,
    _comment,
    text_below_block,
    _stray_lines,
    _no_colon,
    text_out_of_block,
    key_ends_slides,
    item_without_key,
    key_without_hyphen,
    wrong_indent,
    _unknown,
)
"""The rules in the order in which they are tried: those with unmistakable signs come first."""
