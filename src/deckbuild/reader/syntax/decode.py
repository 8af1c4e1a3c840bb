"""The bytes of a file -> its text, or a finding that says why it can't be read."""

from __future__ import annotations

import errno
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from deckbuild.characters import LINE_ENDS, named
from deckbuild.diagnostics import Counted, Diagnostics, Edit, SourceFile, Span, Template, because
from deckbuild.foreign.files import DECK, content
from deckbuild.foreign.kinds import FileKind, kind_of
from deckbuild.model.words import is_address
from deckbuild.reader.encodings import (
    NotTextError,
    UnsureEncodingError,
    decode,
    encoded_twice,
    first_fault,
    unicode_name,
)
from deckbuild.reader.missing_deck import report_missing

NOT_UTF8 = "not-utf8"
_USUAL = "Western (Windows 1252)"
"""What VS Code calls the encoding that most files have that are not UTF-8."""
BY_HAND = (
    "By hand in VS Code: click the encoding at the bottom right, choose “Reopen with Encoding” and the one that shows "
    "every letter right, such as “{encoding}”. Only then choose “Save with Encoding” and “UTF-8”."
)
SAVE = ("`deckbuild check --fix` saves it as UTF-8 and keeps the file from before beside it.", BY_HAND)
_WRITTEN = "The deck is written in a text file that is called deck.yaml. Edit it with VS Code or Notepad."
_FROM_WORD = (
    "If it is the deck, open it in Word, choose “Save As”, the kind “Plain Text” and UTF-8, and call it deck.yaml.",
    _WRITTEN,
)
_PLAIN = (
    "In TextEdit choose “Format > Make Plain Text”, in Word “Save As” and “Plain Text”; save it as deck.yaml.",
    _WRITTEN,
)
_NOT_TEXT: dict[FileKind | None, tuple[str, Template]] = {
    FileKind.OFFICE: ("“{path}” is a Word, PowerPoint, Excel or zip file, not a text file.", _FROM_WORD),
    FileKind.ARCHIVE: ("“{path}” is a Word, PowerPoint, Excel or zip file, not a text file.", _WRITTEN),
    FileKind.PDF: ("“{path}” is a PDF, not a text file.", _WRITTEN),
    FileKind.RTF: ("“{path}” is a formatted text (RTF), not a plain text file.", _PLAIN),
    FileKind.PICTURE: ("“{path}” is a picture, not a text file.", _WRITTEN),
    FileKind.WEB_PAGE: ("“{path}” is a web page, not a text file.", _WRITTEN),
}
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LINE_ENDS = re.compile(f"[{LINE_ENDS}]")
_Twice: TypeAlias = tuple[int, int, int, str]
"""A letter that was encoded twice: its line from 1, its start and end in the line from 0, and what was meant."""
_IN_WORD = re.compile(r"[^\W\d_]\?(?=[^\W\d_])(?![A-ZÆØÅÄÖ])")
"""Matches a ``?`` inside a word; before a capital a sentence begins that lacks its space."""
_FEWEST_LOST = 2
"""In one word alone a space may have been left out."""
_OLDER_COPY = (
    "The file no longer has them. Look for an older copy: the version history in OneDrive or SharePoint, an "
    "e-mail, or a file with a date in its name beside this one. Or write the letters again."
)
LOST = "\ufffd"
"""What programs write in the place of a letter that they can't read."""


def load(path: Path, diagnostics: Diagnostics, data: bytes | None = None) -> SourceFile | None:
    """Return the file at ``path``, or ``data`` as its content; ``None`` when it can't be read, which is reported.

    Its text is in Unicode's form NFC, and ``\\n`` is its only line end.
    """
    data = content_of(path, diagnostics) if data is None else data
    if data is None:
        return None
    text = _decoded(data, path, diagnostics)
    if text is None:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    twice = [(n, *found) for n, line in enumerate(text.split("\n") if encoded_twice(text) else (), 1)
             for found in encoded_twice(line)]  # fmt: skip
    file = SourceFile(path, _without_controls(_LINE_ENDS.sub(" ", text), twice, path, diagnostics))
    _damaged_letters(file, twice, diagnostics)
    if not any(line.strip() and not line.lstrip().startswith("#") for line in file.lines):
        diagnostics.error(
            "empty-file",
            Span(file, 1, 1, 1, 1),
            "The file is empty." if not text.strip() else "The file holds nothing but comments (lines with #).",
            (
                "If there was a deck in it, press Ctrl+Z in the editor and save, or look for a copy: "
                "`check --fix` keeps the file from before beside it.",
                "Else `deckbuild new` makes a deck to begin with.",
            ),
        )
        return None
    return file


def _plain_lines(text: str) -> str:
    return _LINE_ENDS.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


def content_of(path: Path, diagnostics: Diagnostics) -> bytes | None:
    """Return what a file holds; ``None`` when it can't be read, which is reported."""
    place = Span(SourceFile(path, ""), 1, 1, 1, 1)
    try:
        if path.is_dir():
            diagnostics.error(
                "not-a-file",
                place,
                "“{path}” is a folder.",
                "Write the deck file in it: `{inside}`.",
                path=path,
                inside=(path / "deck.yaml").as_posix(),
            )
            return None
        return content(path, DECK)
    except FileNotFoundError:
        report_missing(path, place, diagnostics)
    except OSError as error:
        if error.errno == errno.EFBIG:
            diagnostics.error(
                "not-a-deck",
                place,
                "“{path}” is far too large for a deck file.",
                "Is it the right file? Pictures lie in files of their own beside it.",
                path=path,
            )
            return None
        diagnostics.error(
            "unreadable-file",
            place,
            "“{path}” can't be opened: {reason}.",
            "Is it open in another program, or may you not read it? Close the other program and try again.",
            path=path,
            reason=because(error),
        )
    return None


def _decoded(data: bytes, path: Path, diagnostics: Diagnostics) -> str | None:
    kind = kind_of(data)
    if kind in _NOT_TEXT:
        message, hint = _NOT_TEXT[kind]
        diagnostics.error("not-text", Span(SourceFile(path, ""), 1, 1, 1, 1), message, hint, path=path)
        return None
    fault = first_fault(data)
    return data.decode("utf-8-sig") if fault is None else _recoded(data, fault, path, diagnostics)


def _recoded(data: bytes, start: int, path: Path, diagnostics: Diagnostics) -> str | None:
    """Return the text of a file that is not UTF-8, whose first byte that shows it is at ``start``; report it."""
    try:
        read = decode(data)
    except NotTextError:
        diagnostics.error(
            NOT_UTF8,
            Span(SourceFile(path, ""), 1, 1, 1, 1),
            "The file is not saved as UTF-8.",
            BY_HAND,
            encoding=_USUAL,
        )
        return None
    except UnsureEncodingError as unsure:
        place = Span(SourceFile(path, ""), 1, 1, 1, 1)
        message = "The file is not saved as UTF-8, and line {line} may be “{one}” or “{other}”."
        one, other, *_ = unsure.readings
        diagnostics.error(NOT_UTF8, place, message, BY_HAND, line=unsure.line, one=one, other=other, encoding=_USUAL)
        return None
    wide = b"\0" in data
    before = "" if wide else _plain_lines(data[:start].decode("utf-8-sig", "replace"))
    file = SourceFile(path, CONTROLS.sub(" ", _plain_lines(read.text)))
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    letter = file.line(line)[column - 1 : column]
    place = Span(file, line, column, line, column + 1)
    message = "The file is not saved as UTF-8."
    if wide:
        message = "The file is saved as {encoding} (“Unicode”), not as UTF-8."
    elif letter.isalpha():
        message = (
            "The file is not saved as UTF-8 but in an older encoding, such as “ANSI” (Windows-1252); the first letter "
            "that shows it is the “{letter}” here."
        )
    edits = () if read.unusual else (Edit(place, letter),)
    encoding = _USUAL if not wide else unicode_name(data)
    hint: Template = SAVE if edits else BY_HAND
    if encoding.startswith("UTF-32"):
        hint = SAVE[0]  # VS Code has no such encoding
    diagnostics.error(NOT_UTF8, place, message, hint, letter=letter, encoding=encoding, edits=edits)
    return read.text


def _damaged_letters(file: SourceFile, twice: Sequence[_Twice], diagnostics: Diagnostics) -> None:
    """Report letters that were lost, or encoded twice, when the file was saved; each once, at the first place."""
    _lost_to_question_marks(file, diagnostics)
    lost = [(n, line.index(LOST) + 1) for n, line in enumerate(file.lines, 1) if LOST in line]
    if lost:
        number, column = lost[0]
        diagnostics.error(
            "lost-letters",
            Span(file, number, column, number, column + 1),
            "In {lines} letters were lost when the file was saved: `{sign}` stands in their place.",
            _OLDER_COPY,
            lines=Counted(len(lost), "1 line", "{count} lines"),
            sign=LOST,
        )
    if twice:
        number, start, end, meant = twice[0]
        diagnostics.warning(
            "garbled-letters",
            Span(file, number, start + 1, number, end + 1),
            "“{found}” was “{meant}” before the file was saved in a wrong encoding; so it is in {places}.",
            "Write the letter again, here and at the other places.",
            found=file.line(number)[start:end],
            meant=named(meant),
            places=Counted(len(twice), "1 place", "{count} places"),
            edits=tuple(Edit(Span(file, n, begin + 1, n, stop + 1), text) for n, begin, stop, text in twice),
        )


def _lost_to_question_marks(file: SourceFile, diagnostics: Diagnostics) -> None:
    """Report words with a ``?`` inside: a program that knows a to z only wrote it for letters such as æ and å."""
    if not _IN_WORD.search(file.text):
        return
    found = [
        Span(file, number, word.start() + 1, number, word.end() + 1)
        for number, line in enumerate(file.lines, 1)
        for word in re.finditer(r"\S+", line)
        if _IN_WORD.search(word[0]) and not is_address(word[0])
    ]
    if len({place.text for place in found}) < _FEWEST_LOST:
        return
    diagnostics.error(
        "lost-letters",
        found[0],
        "{words} have a `?` inside, such as “{word}” and “{other}”: letters were lost when the file was saved.",
        _OLDER_COPY,
        words=Counted(len(found), "1 word", "{count} words"),
        word=found[0].text,
        other=next(place.text for place in found if place.text != found[0].text),
    )


def _without_controls(text: str, twice: Sequence[_Twice], path: Path, diagnostics: Diagnostics) -> str:
    """Return the text with spaces for control characters, which YAML forbids; report each line that has one.

    Those in a letter that was encoded ``twice`` are told with it.
    """
    if text.isprintable():
        return text
    bad = {letter for letter in set(text) if _forbidden(letter)}
    if not bad:
        return text
    clean = text.translate({ord(letter): " " for letter in bad})
    file = SourceFile(path, clean)
    told = {(number, column + 1) for number, start, end, _ in twice for column in range(start, end)}
    for number, line in enumerate(text.split("\n"), 1):
        found = [at for at, letter in enumerate(line, 1) if letter in bad and (number, at) not in told]
        if found:
            diagnostics.error(
                "control-character",
                Span(file, number, found[0], number, found[0] + 1),
                "An invisible character stands here ({sign}), probably from a program the text was copied from.",
                "Delete the letters around the place and write them again.",
                sign=named(line[found[0] - 1]),
                edits=tuple(Edit(Span(file, number, at, number, at + 1), "") for at in found),
            )
    return clean


def _forbidden(letter: str) -> bool:
    code = ord(letter)
    return (
        (code < 32 and letter not in "\n\t")
        or 0x7F <= code <= 0x9F
        or 0xD800 <= code <= 0xDFFF
        or code in (0xFEFF, 0xFFFE, 0xFFFF)
    )
