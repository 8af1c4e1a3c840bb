"""The list of participants -> the people who get a copy, and the findings of the whole list at once."""

from __future__ import annotations

from pathlib import Path

from deckbuild.diagnostics import Diagnostics, Phrase, SourceFile, Span, because
from deckbuild.locales import every_language
from deckbuild.model.collected import Participant
from deckbuild.reader.tabular.csv import CsvCell, OpenQuoteError, rows, source_of
from deckbuild.reader.values.markdown_inline import missing_letters

_WORDS = [language.words for language in every_language()]
WHOLE = tuple(head for words in _WORDS for head in words.whole_name)
"""The heads, in small letters, of a column with the whole name; below, of first and of last names."""
FIRST = tuple(head for words in _WORDS for head in words.first_name)
LAST = tuple(head for words in _WORDS for head in words.last_name)
EXAMPLE = Phrase("Name;Network")


def read_participants(path: Path, diagnostics: Diagnostics) -> tuple[Participant, ...]:
    """Return the participants in the order of the list, or none when the list has errors.

    The first line names the columns. The name is in one column, ``Navn`` or ``Name``, or in two, for the first and the
    last name. Other columns are ignored. The encoding is UTF-8, UTF-16 with a byte order mark, or Windows-1252.
    """
    file = _load(path, diagnostics)
    if file is None:
        return ()
    try:
        table = list(rows(file))
    except OpenQuoteError as error:
        diagnostics.error(
            "open-quote",
            error.span,
            "A quotation mark begins a cell here, and nothing closes it.",
            "Write another quotation mark where the cell ends, or remove this one.",
        )
        return ()
    if not table:
        diagnostics.error(
            "empty-list",
            Span(file, 1, 1, 1, 1),
            "The list of participants is empty.",
            "Its first line names the columns, such as `{example}`; then comes a line for each participant.",
            example=EXAMPLE,
        )
        return ()
    columns = _columns(table[0], diagnostics)
    people = [person for row in table[1:] if columns and (person := _person(row, table[0], columns, diagnostics))]
    if columns and len(table) == 1:
        diagnostics.error(
            "empty-list",
            table[0][0].span,
            "The list of participants has no names, only the line that names the columns.",
            "Write a line for each participant under it.",
        )
    _report_twins(people, diagnostics)
    return () if diagnostics.has_errors else tuple(people)


def _load(path: Path, diagnostics: Diagnostics) -> SourceFile | None:
    nowhere = Span(SourceFile(path, ""), 1, 1, 1, 1)
    try:
        data = path.read_bytes()
    except OSError as error:
        diagnostics.error(
            "unreadable-file",
            nowhere,
            "The list of participants, “{path}”, can't be opened: {reason}.",
            "Check the spelling, and that the file isn't open in another program.",
            path=path,
            reason=because(error),
        )
        return None
    file = source_of(path, data)
    if file is None:
        diagnostics.error(
            "not-a-list",
            nowhere,
            "“{path}” is no list that can be read.",
            "Open it in the spreadsheet and save it as “CSV UTF-8”.",
            path=path,
        )
    return file


def _columns(head: tuple[CsvCell, ...], diagnostics: Diagnostics) -> list[int]:
    """Return the indexes, from 0, of the columns that make up the name. Without such columns, report it."""
    names = [cell.text.casefold() for cell in head]
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
    if len(row) > len(head):
        diagnostics.error(
            "too-many-cells",
            row[len(head)].span,
            "This line has {count} cells, but the first line names {columns} columns.",
            "Put quotation marks around a cell that holds the sign between the columns.",
            count=len(row),
            columns=len(head),
        )
        return None
    cells = [row[column] for column in columns if column < len(row)]
    name = " ".join(" ".join(cell.text for cell in cells).split())
    place = cells[0].span if cells else row[-1].span
    if not name:
        diagnostics.error(
            "empty-name",
            place,
            "This line has no name.",
            "Write the name, or remove the whole line.",
        )
        return None
    missing_letters(name, place, diagnostics)
    return Participant(name, place)


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
