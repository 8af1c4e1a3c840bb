"""Bytes of a text file -> text. A code page isn't named in the file: it is found by where its letters stand.

Decks, tables and lists on Danish and English computers are UTF-8, UTF-16, or one of the code pages of Windows, macOS
and DOS. Those differ in æ, ø and å above all, and a wrong one puts signs or capitals amid words.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from deckbuild.characters import NO_BREAK_SPACE
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import lines_of

CODE_PAGES = ("cp1252", "mac_roman", "cp850", "cp865", "cp437")
"""Windows first, which is the most frequent by far."""
ELSEWHERE = ("cp1250", "cp1251", "cp1253", "cp1254", "cp1257")
"""Windows' code pages in other countries. They are taken only where none of ours makes sense, and told."""
_WIDE = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Marks at the beginning of a file, those of four bytes first: the mark of UTF-16 begins the first of them."""
_RARER = 2
"""The cost of a code page other than Windows'."""
_APART = 3
"""By how much the best reading must be better than the next, as a cost."""
_DOUBTFUL, _MOST_DOUBTFUL = 5, 0.25
"""Signs that cost more than the first are doubtful; a reading with more of them than this share makes no sense."""
_LETTERS = ("æøåÆØÅ", "éäöüÉÄÖÜ", "áíóúýðñçèê", "ëãâàôòõûùïìîßþšžÁÍÓÚÝÐÞŠŽÑÇÀÂÊÈ")
"""Letters by how often they stand in names here: the cost is the index."""
_SIGNS = f"’“”…–—•·°²³½¼¾€£§±×´%{NO_BREAK_SPACE}"
_QUOTES = "«»‘„"
_NOT_BEFORE_LETTERS = "½¼¾£€"
_TWICE = re.compile("(?:[ÂÃ][^\x00-\x7f]|â[€‚\x80\x82][^\x00-\x7f])+")
"""Letters and signs in UTF-8 of two bytes and of three, as Windows-1252 shows them."""
_JOINTS = "’–"
"""Signs between two words or names, such as those of ``O’Brien``."""


class NotTextError(Exception):
    """The bytes are no text."""


class UnsureEncodingError(Exception):
    """Several code pages make sense; ``readings`` are the words of the first line that differs."""

    def __init__(self, line: int, readings: tuple[str, ...]) -> None:
        super().__init__()
        self.line = line
        self.readings = readings


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text, and its encoding where it is an unusual one, whose letters somebody must look at."""

    text: str
    unusual: str = ""


def decode(data: bytes) -> DecodedText:
    """Return the text of a file. Raises ``NotTextError`` and ``UnsureEncodingError``."""
    encoding = _wide(data)
    try:
        return DecodedText(data.decode(encoding or "utf-8-sig"))
    except UnicodeDecodeError as fault:
        if encoding or b"\0" in data:
            raise NotTextError from fault
    lines = data.split(b"\n")  # a list that was put together has lines of both kinds
    kept = [None if line.isascii() else _utf8(line) for line in lines]
    others = b"\n".join(line if text is None else b"" for line, text in zip(lines, kept, strict=True))
    found = _by_code_page(others)
    read = found.text.split("\n")
    return DecodedText(
        "\n".join(one if text is None else text for one, text in zip(read, kept, strict=True)), found.unusual
    )


def as_utf8(data: bytes) -> bytes:
    """Return the bytes of a text file as UTF-8; unchanged when they are, or when it isn't sure what they are."""
    if first_fault(data) is not None:
        with suppress(NotTextError, UnsureEncodingError):
            read = decode(data)
            return data if read.unusual else read.text.encode()
    return data


def first_fault(data: bytes) -> int | None:
    """Return where the first byte is that shows that a file is not UTF-8; ``None`` when it is UTF-8."""
    if _wide(data):
        return 0
    try:
        data.decode()
    except UnicodeDecodeError as fault:
        return fault.start
    return None


def encoded_twice(line: str) -> list[tuple[int, int, str]]:
    """Return the places in a line that were UTF-8 and were read as Windows-1252: start, end, and what was meant."""
    found = []
    for match in _TWICE.finditer(line):
        if meant := read_again(match[0], "cp1252"):
            found.append((match.start(), match.end(), meant))
    return found


def read_again(text: str, encoding: str) -> str:
    """Return what was meant by a text that is UTF-8 read in the code page ``encoding``; empty if it is none.

    Codes that the code page leaves free are kept as control characters by programs that read in it.
    """
    try:
        return b"".join(bytes((ord(x),)) if "\x80" <= x <= "\x9f" else x.encode(encoding) for x in text).decode()
    except UnicodeError:
        return ""


def strangeness(before: str, letter: str, after: str) -> int:
    """Return how unlikely a sign is between two others: 0 for æ, ø and å in a word, 5 and more for nonsense.

    ``before`` and ``after`` are one sign each, or empty.
    """
    if not letter.isalpha() or letter in "ªº":
        usual = letter in _SIGNS and not (letter in _NOT_BEFORE_LETTERS and after.isalpha())
        amid = before.isalpha() and after.isalpha() and not (letter in _JOINTS and after.isupper())
        return (1 if usual else 3 if letter in _QUOTES else 6) + 6 * amid
    cost = next((cost for cost, letters in enumerate(_LETTERS) if letter in letters), 4 if letter < "\u0250" else 8)
    if letter in "ÀÂÊÈ":
        cost += 1
    if letter.isupper():
        cost += 6 * (before.islower() or (before.isalpha() and after.islower()))
    else:
        cost += 6 * after.isupper() + 2 * (not before.isalpha())
    if before.isdigit() or after.isdigit():
        cost += 6
    return cost + 2 * (not before.isalpha() and not after.isalpha())


def unicode_name(data: bytes) -> str:
    """Return what editors call the kind of Unicode of a file that is UTF-16 or UTF-32, such as ``UTF-16 LE``."""
    return f"{_wide(data)[:6].upper()} {'BE' if data[0] in (0, 0xFE) else 'LE'}"


def _wide(data: bytes) -> str:
    """Return the encoding of a file that is UTF-16 or UTF-32, or an empty text."""
    return next((name for mark, name in _WIDE.items() if data.startswith(mark)), "") or _wide_without_mark(data)


def _wide_without_mark(data: bytes) -> str:
    """Return the kind of UTF-16 whose every second byte is nought for most letters, or of UTF-32; or an empty text."""
    for first, encoding in ((2, "utf-32-le"), (0, "utf-32-be")):
        if len(data) > first + 1 and not any(data[first::4]) and not any(data[first + 1 :: 4]):
            return encoding
    half = max(1, len(data) // 2)
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if data[first::2].count(0) > 0.7 * half and not data[1 - first :: 2].count(0):
            return encoding
    return ""


def _utf8(line: bytes) -> str | None:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _by_code_page(data: bytes) -> DecodedText:
    """Return the reading that makes the most sense, if it makes clearly more sense than the others."""
    costs: dict[str, int] = {}
    for encoding in CODE_PAGES:
        with suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            costs.setdefault(text, sum(_costs(text)) + _RARER * (encoding != CODE_PAGES[0]))
    best, *others = sorted(costs, key=costs.__getitem__)
    signs = _costs(best)
    if sum(cost > _DOUBTFUL for cost in signs) > _MOST_DOUBTFUL * len(signs):
        from charset_normalizer import from_bytes

        other = from_bytes(data, cp_isolation=list(ELSEWHERE)).best()
        if other is None:
            raise NotTextError
        return DecodedText(str(other), other.encoding)
    near = [other for other in others if costs[other] - costs[best] < _APART]
    if near:
        raise _unsure(best, *near)
    return DecodedText(best)


def _costs(text: str) -> list[int]:
    around = f"\n{text}\n"
    return [strangeness(around[n - 1], letter, around[n + 1]) for n, letter in enumerate(around) if letter > "\x7f"]


def _unsure(*texts: str) -> UnsureEncodingError:
    """Return the error for texts that differ, with the words of the first line where they do."""
    lines = zip(*(lines_of(text) for text in texts), strict=False)
    line, readings = next((n, found) for n, found in enumerate(lines, 1) if len(set(found)) > 1)
    return UnsureEncodingError(line, tuple(dict.fromkeys(reading.strip(' ;,\t"') for reading in readings)))
