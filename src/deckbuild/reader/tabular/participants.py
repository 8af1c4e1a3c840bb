"""The list of participants -> the people who get a copy, and the findings of the whole list at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Counted, Diagnostics, Phrase, SourceFile, Span, Words, because
from deckbuild.foreign.files import names_in
from deckbuild.locales import every_language
from deckbuild.model.collected import Participant
from deckbuild.reader.encodings import NotTextError, strangeness
from deckbuild.reader.tabular.csv import CsvCell, OpenQuoteError, plain_head, read_text, rows, separator_of
from deckbuild.reader.tabular.faults import SHUT, report_beside, report_otherwise, report_shut
from deckbuild.reader.tabular.mending import lost
from deckbuild.reader.tabular.sheets import bounded, column_name, shown_text, was_of
from deckbuild.reader.tabular.workbooks import (
    UnknownSheetError,
    UnreadableError,
    WorkbookKind,
    WorkbookSheet,
    read_workbook,
    workbook_kind,
)
from deckbuild.reader.values.markdown_inline import missing_letters

_WORDS = [language.words for language in every_language()]
WHOLE = frozenset(head for words in _WORDS for head in words.whole_name)
"""The heads of a column with the whole name, as ``plain_head`` has them; below, of first and of last names."""
FIRST = frozenset(head for words in _WORDS for head in words.first_name)
LAST = frozenset(head for words in _WORDS for head in words.last_name)
HEADS = WHOLE | FIRST | LAST
_ADDRESS = re.compile(r"\s*<[^<>\s]+@[^<>\s]+>$")
"""The address after a name, as Outlook writes people: ``Bo Dam <bo@kommunen.example>``."""
_SUM = re.compile(rf"(?:{'|'.join(word for words in _WORDS for word in words.sums)})?\W*\d*\W*", re.IGNORECASE)
"""Matches a sum under the list, or a number alone."""
EXAMPLE = Phrase("Name;Network")
FIRST_NAME, LAST_NAME = Phrase("First name"), Phrase("Last name")
_ABOVE = 20
"""The heads stand in one of so many rows: above them there may be a title."""
_NO_NAME = re.compile(r"\?(?=[^\W\d_])|(?<=[^\W\d_])\?|^#(\w+[!?]|N/A|I/T)")
"""A letter that became a question mark, or an error of the spreadsheet."""
_OTHER_SCRIPT = re.compile(r"(?<![^\W\d_])[\u0370-\u1fff\u2c00-\U0010ffff]++(?![^\W\d_])")
"""A word in another script than ours, beside which no letter of ours stands."""
_NONSENSE, _STRANGEST = 6, 9
"""Signs and letters with more ``strangeness`` than this don't belong where they stand."""


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """The rows of a list from its heads on, and what must be told of how they were read."""

    rows: tuple[tuple[CsvCell, ...], ...]
    file: SourceFile
    unusual: str = ""
    """The encoding, if it is not one of ours."""
    sheet: WorkbookSheet | None = None
    """Where they are in a workbook."""


def read_participants(path: Path, diagnostics: Diagnostics) -> tuple[Participant, ...]:
    """Return the participants in the order of the list, or none when the list has errors.

    The list is a text file or a workbook. A row at its top names the columns; a title may stand above it. The name is
    in one column, such as ``Navn`` or ``Name``, or in two, for the first and the last name. Other columns are ignored.
    """
    read = _load(path, diagnostics)
    if read is None:
        return ()
    if not read.rows:
        diagnostics.error(
            "empty-list",
            Span(read.file, 1, 1, 1, 1),
            "The list of participants is empty.",
            "Its first line names the columns, such as `{example}`; then comes a line for each participant.",
            example=EXAMPLE,
        )
        return ()
    columns = _columns(read.rows[0], diagnostics)
    people = [
        person for row in read.rows[1:] if columns and (person := _person(row, read.rows[0], columns, diagnostics))
    ]
    if columns and len(read.rows) == 1:
        diagnostics.error(
            "empty-list",
            read.rows[0][0].span,
            "The list of participants has no names, only the line that names the columns.",
            "Write a line for each participant under it.",
        )
    _report_other_names(read.rows, columns, diagnostics)
    _report_twins(people, diagnostics)
    _report_reading(read, columns, path, diagnostics)
    return () if diagnostics.has_errors else tuple(people)


def _load(path: Path, diagnostics: Diagnostics) -> PeopleTable | None:
    nowhere = Span(SourceFile(path, ""), 1, 1, 1, 1)
    try:
        kind = workbook_kind(path)
        return _from_text(path) if kind is None else _from_workbook(path, kind)
    except FileNotFoundError:
        there = names_in(path.parent, (".csv", ".xlsx", ".ods", ".txt", ".tsv"))
        diagnostics.error(
            "unreadable-file",
            nowhere,
            "There is no list of participants “{path}”.",
            "In that folder there is: {beside}." if there else "Check the spelling, and in which folder the list lies.",
            path=path,
            beside=Words(there),
        )
    except OSError as error:
        diagnostics.error(
            "unreadable-file",
            nowhere,
            "The list of participants, “{path}”, can't be opened: {reason}.",
            "Check the spelling, and that the file isn't open in another program.",
            path=path,
            reason=because(error),
        )
    except OpenQuoteError as error:
        diagnostics.error(
            "open-quote",
            error.span,
            "A quotation mark begins a cell here, and nothing closes it.",
            "Write another quotation mark where the cell ends, or remove this one.",
        )
    except SHUT as fault:
        report_shut(fault, path.name, nowhere, diagnostics)
    except (NotTextError, UnreadableError, UnknownSheetError):
        diagnostics.error(
            "not-a-list",
            nowhere,
            "“{path}” is no list that can be read.",
            "Open it in the spreadsheet and save it as “CSV UTF-8”.",
            path=path,
        )
    return None


def _from_text(path: Path) -> PeopleTable:
    file, unusual = read_text(path, bounded(path))
    return PeopleTable(_from_heads(list(rows(file, separator_of(file, HEADS)))), file, unusual)


def _from_workbook(path: Path, kind: WorkbookKind) -> PeopleTable:
    """Return the first sheet of a workbook, its rows as lines of text, so that findings have a place in it."""
    found = read_workbook(path, kind)
    lines: dict[int, list[tuple[str, str]]] = {}
    for row, cells in found.rows():
        lines[row] = [(shown_text(cell.value), was_of(cell.value)) if cell else ("", "") for _, cell in cells]
    text = "\n".join("\t".join(shown for shown, _ in lines.get(row, ())) for row in range(max(lines, default=-1) + 1))
    file = SourceFile(path, text)
    table = []
    for row, texts in lines.items():
        column, made = 1, []
        for shown, was in texts:
            made.append(CsvCell(shown, Span(file, row + 1, column, row + 1, column + max(1, len(shown))), was))
            column += len(shown) + 1
        table.append(tuple(made))
    return PeopleTable(_from_heads(table), file, sheet=found)


def _from_heads(table: Sequence[tuple[CsvCell, ...]]) -> tuple[tuple[CsvCell, ...], ...]:
    """Return the rows from the heads on, without empty cells at the heads' end, and without heads that come again.

    The heads are the first row that has the most cells of those with a head for names.
    """

    def width(row: tuple[CsvCell, ...]) -> int:
        named = any(plain_head(cell.text) in HEADS for cell in row)
        return sum(bool(cell.text) for cell in row) if named else 0

    if not table:
        return ()
    begin = max(range(min(_ABOVE, len(table))), key=lambda n: width(table[n]))
    if begin + 1 < len(table) and width(table[begin]) == width(table[begin + 1]) == 1:
        begin += 1  # a title of one word that may be a head too, such as “Deltagere”
    heads = [cell.text for cell in table[begin]]
    last = max(n for n, text in enumerate(heads, 1) if text)
    below = (row for row in table[begin + 1 :] if [cell.text for cell in row] != heads)
    return (table[begin][:last], *below)


def _columns(head: tuple[CsvCell, ...], diagnostics: Diagnostics) -> list[int]:
    """Return the indexes, from 0, of the columns that make up the name. Without such columns, report it."""
    names = [plain_head(cell.text) for cell in head]
    for wanted in ((WHOLE,), (FIRST, LAST)):
        found = [next((n for n, name in enumerate(names) if name in heads), -1) for heads in wanted]
        if -1 not in found:
            return found
    diagnostics.error(
        "no-name-column",
        head[0].span,
        "The first line doesn't say which column holds the names.",
        "Write `Navn` or `Name` above them: the first line names the columns, such as `{example}`.",
        example=EXAMPLE,
    )
    return []


def _person(
    row: tuple[CsvCell, ...], head: tuple[CsvCell, ...], columns: list[int], diagnostics: Diagnostics
) -> Participant | None:
    count = max(n for n, cell in enumerate(row, 1) if cell.text)
    if count > len(head):
        diagnostics.error(
            "too-many-cells",
            row[len(head)].span,
            "This line has {count} cells, but the first line names {columns} columns.",
            "Put quotation marks around a cell that holds the sign between the columns.",
            count=count,
            columns=len(head),
        )
        return None
    cells = [row[column] for column in columns if column < len(row)]
    name = _ADDRESS.sub("", " ".join(" ".join(cell.text for cell in cells).split()))
    place = cells[0].span if cells else row[-1].span
    if not name:
        diagnostics.error(
            "empty-name",
            place,
            "This line has no name.",
            "Write the name, or remove the whole line.",
        )
        return None
    if lost(name) or _NO_NAME.search(name) or _out_of_place(name):
        diagnostics.error(
            "damaged-name",
            place,
            "“{name}” can't be a name: letters were lost or changed when the list was saved.",
            "Write the name as it is spelt. If many are damaged, save the list anew where it was made, as “CSV UTF-8”.",
            name=name,
        )
        return None
    missing_letters(
        name, place, diagnostics, hint="If a square won't do, write the name in Latin letters, as the person spells it."
    )
    if _SUM.fullmatch(name):
        diagnostics.warning(
            "sum-in-list",
            place,
            "“{name}” gets a copy too, but looks like a sum and not like a name.",
            "Remove the line from the list, if it is no participant.",
            name=name,
        )
    return Participant(name, place)


def _out_of_place(name: str) -> bool:
    """Whether a sign stands amid letters where none does, as in ``S¿ren``, which is Mac's code for ø.

    Whole words in another script are where they belong.
    """
    around = _OTHER_SCRIPT.sub(" ", f" {name} ")
    return any(
        letter > "\x7f"
        and strangeness(around[n - 1], letter, around[n + 1]) > (_STRANGEST if letter.isalpha() else _NONSENSE)
        for n, letter in enumerate(around)
    )


def _report_reading(read: PeopleTable, columns: Sequence[int], path: Path, diagnostics: Diagnostics) -> None:
    """Warn of what was read otherwise than it is written."""
    mended = next((row[n] for row in read.rows for n in columns if n < len(row) and row[n].was), None)
    place = mended.span if mended else Span(read.file, 1, 1, 1, 1)
    report_otherwise(read.unusual, (mended.text, mended.was) if mended else None, path.name, place, diagnostics)
    report_beside(read.sheet, path.name, read.rows[0][0].span, diagnostics, people=True)
    hidden = {row for row, _ in read.sheet.cells} & read.sheet.hidden_rows if read.sheet else ()
    if hidden:
        diagnostics.warning(
            "hidden-rows",
            read.rows[0][0].span,
            "{rows} hidden in the workbook. Those on it get no copy.",
            "Show them in the spreadsheet, and save it, if they shall have one.",
            rows=Counted(len(hidden), "1 row of the list is", "{count} rows of the list are"),
        )


def _named(head: str, column: int) -> Phrase:
    return Phrase("`{head}` in column {letters}", {"head": head, "letters": column_name(column)})


def _report_other_names(table: Sequence[tuple[CsvCell, ...]], columns: Sequence[int], diagnostics: Diagnostics) -> None:
    """Warn of a column headed like one of names but not read, at its first cell that says more than the name."""
    for n, head in enumerate(table[0] if columns else ()):
        if n in columns or plain_head(head.text) not in HEADS:
            continue
        for row in table[1:]:
            names = " ".join(row[column].text for column in columns if column < len(row)).casefold().split()
            if n < len(row) and not {*row[n].text.casefold().split()} <= {*names}:
                diagnostics.warning(
                    "names-not-read",
                    row[n].span,
                    "“{text}” is not read: the names are those under {heads}.",
                    "Two columns make up a name if they are called `{first}` and `{last}`. If this one has no names of "
                    "participants, give it another head.",
                    text=row[n].text,
                    heads=Words(tuple(_named(table[0][column].text, column) for column in columns)),
                    first=FIRST_NAME,
                    last=LAST_NAME,
                )
                break


def _report_twins(people: list[Participant], diagnostics: Diagnostics) -> None:
    """Warn of names that are in the list twice: one person listed twice, or two who can't tell their copies apart."""
    first: dict[str, Participant] = {}
    for person in people:
        before = first.setdefault(person.name.casefold(), person)
        if before is not person:
            diagnostics.warning(
                "same-name",
                person.span,
                "“{name}” stands on line {line} too; each gets a copy.",
                "Remove one if it is the same person, or add what tells them apart.",
                name=person.name,
                line=before.span.line,
            )
