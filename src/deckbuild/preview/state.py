"""What the page is told: pages, where their parts come from, problems. Written as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from json import dumps

from deckbuild.diagnostics import SourceFile, Span
from deckbuild.locales import SOURCE
from deckbuild.preview.editor_links import address

Lines = tuple[int, int, int, int]
"""Which source, the first and last line in it, and the column in the first."""


class Sources:
    """The files that lines are shown of, as they were read."""

    def __init__(self, editor: str, files: Mapping[SourceFile, int] | None = None) -> None:
        self._editor = editor
        self._files = dict(files or {})

    def copy(self) -> Sources:
        """Return the same files, to which others can be added."""
        return Sources(self._editor, self._files)

    def lines(self, span: Span) -> Lines:
        """Return a place's lines, without empty ones at its end."""
        source = self._files.setdefault(span.file, len(self._files))
        last = span.end_line - 1 if span.end_line > span.line and span.end_column == 1 else span.end_line
        while last > span.line and not span.file.line(last).strip():
            last -= 1
        return source, span.line, last, span.column

    def reported(self, now: SourceFile | None = None) -> list[dict[str, object]]:
        """Return the files asked for so far.

        Where ``now`` is what one of them has become since, its lines are told with where they stand there.
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
    """Return where each line of a file stands in a later one; of a line that is gone, where it would."""
    places: list[int] = []
    for _, first, last, new_first, new_last in SequenceMatcher(None, before.lines, now.lines, False).get_opcodes():
        places += [min(new_first + offset, max(new_last - 1, new_first)) + 1 for offset in range(last - first)]
    return [min(place, max(1, len(now.lines))) for place in places]


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """A slide or a page of the handout."""

    id: str
    """The same from save to save."""
    title: str
    picture: str
    """The name of its picture: another when it looks other."""
    essence: str
    """Another when it says other words: those of a page where only numbers changed are the same."""
    width: float
    height: float
    lines: Sequence[Lines]
    """What it comes from, in the order of the file."""
    places: Sequence[tuple[float, float, float, float, Lines]]
    """Its parts: left, top, width and height as shares of the page's, and their lines; smaller ones later."""


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
    """All the page shows."""

    run: str = ""
    """Which run of the program this is: versions of another begin anew."""
    version: int = 0
    language: str = SOURCE
    title: str
    message: str = ""
    """How the last save went, in a sentence or two."""
    fault: bool = False
    """Whether it has errors: the papers are then those of the last save without."""
    papers: Sequence[PreviewPaper] = ()
    changed: Sequence[str] = ()
    """Ids of the pages that look other than before."""
    problems: Sequence[Problem] = ()
    sources: Sequence[Mapping[str, object]] = ()
    seconds: float = 0.0
    """How long reading and laying out took."""

    def json(self) -> bytes:
        """Return it as the page reads it."""
        return dumps(self, default=_object, ensure_ascii=False, separators=(",", ":")).encode()


def _object(value: PreviewPage | PreviewPaper | Problem | State) -> dict[str, object]:
    return {each.name: getattr(value, each.name) for each in fields(value)}
