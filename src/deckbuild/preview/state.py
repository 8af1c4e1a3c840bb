"""The data that the web page shows, sent as JSON: pages, where their parts come from, problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from difflib import SequenceMatcher
from json import dumps

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import SourceFile, Span
from deckbuild.locales import SOURCE
from deckbuild.preview.editor_links import address

Lines = tuple[int, int, int, int]
"""(index of the source file, first line, last line, column in the first line)."""


class Sources:
    """Numbers the source files that lines refer to, and keeps them as they were read."""

    def __init__(self, editor: str, files: Mapping[SourceFile, int] | None = None) -> None:
        self._editor = editor
        self._files = dict(files or {})

    def copy(self) -> Sources:
        """Return a copy, to which files can be added."""
        return Sources(self._editor, self._files)

    def lines(self, span: Span) -> Lines:
        """Return the lines of a span, without empty lines at its end."""
        source = self._files.setdefault(span.file, len(self._files))
        last = span.end_line - 1 if span.end_line > span.line and span.end_column == 1 else span.end_line
        while last > span.line and not span.file.line(last).strip():
            last -= 1
        return source, span.line, last, span.column

    def as_objects(self, now: SourceFile | None = None) -> list[dict[str, object]]:
        """Return the files that ``lines`` was called for.

        If ``now`` is a newer version of one of them, that one also has the position of its lines in ``now``.
        """
        return [
            {
                "name": file.path.name,
                "lines": file.lines,
                "address": address(self._editor, file.path) if self._editor else "",
                **({"now": moved(file, now)} if now and now.path == file.path and now is not file else {}),
            }
            for file in self._files
        ]


def moved(before: SourceFile, now: SourceFile) -> list[int]:
    """Return for each line of ``before`` its number in ``now``; for a removed line, the number where it would be."""
    places: list[int] = []
    for _, first, last, new_first, new_last in SequenceMatcher(None, before.lines, now.lines, False).get_opcodes():
        places += [min(new_first + offset, max(new_last - 1, new_first)) + 1 for offset in range(last - first)]
    return [min(place, max(1, len(now.lines))) for place in places]


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """A slide or a page of the handout."""

    id: str
    """It stays the same from save to save."""
    title: str
    picture: str
    """The name of its picture. It changes when the page looks different."""
    essence: str
    """A hash of the page's text without digits: it stays the same when only numbers change."""
    width: float
    height: float
    lines: Sequence[Lines]
    """The lines that it comes from, in the order of the file."""
    places: Sequence[tuple[float, float, float, float, Lines]]
    """Its parts: (left, top, width, height, lines), as shares of the page's size; smaller parts come later."""


@dataclass(frozen=True, slots=True)
class PreviewPaper:
    """The slides, or an edition of the handout."""

    id: str
    name: str
    pages: Sequence[PreviewPage]


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding, in the user's language."""

    error: bool
    kind: str
    text: str
    help: str
    where: str
    lines: Lines | None


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """All data that the web page shows."""

    run: str = ""
    """Name of this run of the program; versions count from the start of a run."""
    version: int = 0
    language: str = SOURCE
    title: str
    message: str = ""
    """The result of the last save, in one or two sentences."""
    fault: bool = False
    """Whether the deck has errors; then the papers are those of the last save without errors."""
    papers: Sequence[PreviewPaper] = ()
    changed: Sequence[str] = ()
    """Ids of the pages that look different from before."""
    problems: Sequence[Problem] = ()
    sources: Sequence[Mapping[str, object]] = ()
    seconds: float = 0.0
    """Duration of reading and layout, in seconds."""

    def json(self) -> bytes:
        """Return the state as JSON, in UTF-8."""
        return dumps(self, default=_object, ensure_ascii=False, separators=(",", ":")).encode()


def _object(value: PreviewPage | PreviewPaper | Problem | State) -> dict[str, object]:
    return {each.name: getattr(value, each.name) for each in fields(value)}
