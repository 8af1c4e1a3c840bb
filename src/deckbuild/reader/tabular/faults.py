"""What is told of tables and lists: those that can't be read, and those read otherwise than they are written."""

from __future__ import annotations

from deckbuild.diagnostics import Diagnostics, Span, Words
from deckbuild.foreign.files import MOST_BYTES, MOST_CELLS
from deckbuild.reader.encodings import UnsureEncodingError
from deckbuild.reader.language.suggest import listed
from deckbuild.reader.tabular.workbooks import LockedError, TooLargeError, WorkbookSheet

SHUT = (LockedError, TooLargeError, UnsureEncodingError)


def report_shut(
    fault: LockedError | TooLargeError | UnsureEncodingError, name: str, place: Span, to: Diagnostics
) -> None:
    """Report a file that is whole, but can't be read as it is."""
    match fault:
        case LockedError():
            to.error(
                "locked-file",
                place,
                "“{name}” is protected by a password, or an old Excel file (.xls).",
                "Open it in the spreadsheet, and save it without a password as .xlsx.",
                name=name,
            )
        case TooLargeError():
            to.error(
                "too-large",
                place,
                "“{name}” is too large: at most {cells} cells and {megabytes} MB are read.",
                "Copy the part that is needed into a file of its own.",
                name=name,
                cells=f"{MOST_CELLS:_}".replace("_", "\u00a0"),
                megabytes=MOST_BYTES // 1_000_000,
            )
        case UnsureEncodingError():
            to.error(
                "unknown-encoding",
                place,
                "How the letters of “{name}” are stored can't be told: line {line} may be {readings}.",
                "Open it in the spreadsheet, look at the letters, and save it as “CSV UTF-8”.",
                name=name,
                line=fault.line,
                readings=Words(fault.readings, "or"),
            )


def report_beside(read: WorkbookSheet | None, name: str, place: Span, to: Diagnostics, *, people: bool) -> None:
    """Warn of sheets that hold something and are not read, of a list of ``people`` or the numbers of a chart."""
    if read and read.beside:
        to.warning(
            "sheets-not-read",
            place,
            "Of “{name}”, only the sheet “{sheet}” is read. There is something on {beside} too.",
            "If people on other sheets shall have copies too, put them on this one. Hide the sheets that aren't meant."
            if people
            else "Write which one is meant: `data: {{file: {name}, sheet: {sheet}}}`.",
            name=name,
            sheet=read.name,
            beside=listed(read.beside),
        )


def report_otherwise(unusual: str, mended: tuple[str, str] | None, name: str, place: Span, to: Diagnostics) -> None:
    """Warn of letters that were read otherwise than they are written.

    ``unusual`` is an encoding that is not one of ours, or empty; ``mended`` the first text that was mended, and how it
    was written.
    """
    if unusual:
        to.warning(
            "unusual-encoding",
            place,
            "The letters of “{name}” are stored in an unusual way, and were read as {encoding}.",
            "Look at the letters on the papers. Or save the file as “CSV UTF-8”.",
            name=name,
            encoding=unusual,
        )
    if mended:
        to.warning(
            "double-encoded",
            place,
            "Letters were damaged when “{name}” was saved, and are mended: “{was}” is read as “{text}”.",
            "Look at the letters on the papers. Or save the list anew, as “CSV UTF-8”.",
            name=name,
            text=mended[0],
            was=mended[1],
        )
