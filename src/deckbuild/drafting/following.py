"""The file for the next course day, made from the last one's by changing lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from deckbuild.diagnostics import Span
from deckbuild.drafting.scalars import markup, scalar
from deckbuild.drafting.since import LastAnswers, asked_again, is_made, what_was_answered
from deckbuild.model.deck import Deck, Slide
from deckbuild.model.slug import file_name, slug
from deckbuild.model.walk import blocks, questions

FRAME = ("agenda", "section", "reflection", "fields", "board")
"""The kinds of block that make a day's frame: what participants do, whatever the day is about."""
DAY = re.compile(r"\b((?:kursus|undervisnings)?dag|modul|gang|day|module|session)([ -])(\d+)\b", re.IGNORECASE)
"""A numbered day in a title, such as ``dag 2``, or in a file name."""
NUMBERED = re.compile(r"(^ *# (?=\d+$)|\bslides? )(\d+)(?:([–-])(\d+))?", re.IGNORECASE)
"""The number of a slide, or of the first and last of several, in a comment: ``# 25``, ``slide 5–15``."""
PLACEHOLDER = {"da": "Skriv her", "en": "Write here"}
NEXT = {"da": "næste", "en": "next"}
DAY_WORD = {"da": "dag", "en": "day"}


class Content(Enum):
    """What becomes of the slides that are about the last day's matter."""

    EMPTY = "empty"
    """They keep their titles."""
    KEEP = "keep"
    """They stay as they are."""


@dataclass(frozen=True, slots=True)
class Following:
    """The next day's file, and what was done."""

    text: str
    emptied: int
    """Slides that have only their titles left."""
    carried: int
    """Questions of the last day that are asked again."""
    answered: int
    """Of these, the ones whose collected answers are shown."""


@dataclass(frozen=True, slots=True)
class _Change:
    """Lines to write in the place of those from ``first`` to before ``end``, counted from 1 in the last day's file."""

    first: int
    end: int
    lines: Sequence[str]


def follow(
    deck: Deck,
    *,
    date: str = "",
    day: int | None = None,
    content: Content = Content.EMPTY,
    answers: LastAnswers | None = None,
) -> Following:
    """Return the file for the day after that of ``deck``, on ``date`` in the author's words.

    The number of the day counts on, or becomes ``day``, in title, subtitle and name of the papers. The questions that
    were carried to a sheet stand on a slide of their own after the programme, and after it a slide for each that shows
    what was answered. What isn't changed stays to the letter.
    """
    file = deck.slides[0].span.file if deck.slides and deck.slides[0].span else None
    if file is None:
        raise ValueError("a deck without slides has no next day")
    lines = list(file.lines)
    own = [slide for slide in deck.slides if slide.span and slide.span.file is file]
    carried = [question for slide in own for question in questions(slide) if question.carry_to]
    programme = next((slide for slide in own if _has(slide, "agenda")), None)
    shown = what_was_answered(deck, carried, answers) if answers else ()
    changes = _head(deck, lines, date, day)
    emptied = 0
    for slide in own:
        first, last, indent = _place(slide, lines)
        if is_made(slide, deck.info.language):
            begin = _comment(first, lines)
            changes.append(_Change(begin - (not lines[begin - 2].strip()), last + 1, ()))
        elif content is Content.EMPTY and not _has(slide, *FRAME) and not slide.opens_section:
            changes.append(_Change(first, last + 1, _emptied(slide, indent, deck.info.language)))
            emptied += 1
        if carried and slide is (programme or own[0]):
            place = last + 1 if programme else _comment(first, lines)
            made = [f"{indent}{line}" if line else "" for line in (*asked_again(deck, carried), *shown)]
            changes.append(_Change(place, place, ["", *made] if programme else [*made, ""]))
    _count_on(own, lines, sum(line.startswith("- title:") for line in shown) + bool(carried), programme, deck)
    for change in sorted(changes, key=lambda change: (change.first, change.end), reverse=True):
        lines[change.first - 1 : change.end - 1] = change.lines
    return Following("\n".join(lines) + "\n", emptied, len(carried), sum(line.startswith("- title:") for line in shown))


def _count_on(own: Sequence[Slide], lines: list[str], added: int, after: Slide | None, deck: Deck) -> None:
    """Let comments that tell slides' numbers tell the new ones."""
    numbers: dict[str, str] = {}
    number = 0 if after else added
    for old, slide in enumerate(own, 1):
        if is_made(slide, deck.info.language):
            continue
        number += 1
        numbers[str(old)] = str(number)
        number += added * (slide is after)
    first = _known(own[0].span)
    for place in range(_comment(first.line, lines) - 1, len(lines)):
        line = lines[place]
        if line.lstrip().startswith("#") and len(_indent(line)) < first.column:
            lines[place] = NUMBERED.sub(
                lambda found: found[1] + numbers.get(found[2], found[2])
                + (f"{found[3]}{numbers.get(found[4], found[4])}" if found[3] else ""),
                line,
            )  # fmt: skip


def _has(slide: Slide, *kinds: str) -> bool:
    return any(block.KIND in kinds for block in blocks(slide.body))


def _place(slide: Slide, lines: Sequence[str]) -> tuple[int, int, str]:
    """Return a slide's first and last line, and what stands before its dash."""
    span = _known(slide.span)
    last = span.end_line if span.end_column > 1 else span.end_line - 1
    while last > span.line and not lines[last - 1].strip():
        last -= 1
    line = lines[span.line - 1]
    return span.line, last, _indent(line)


def _comment(first: int, lines: Sequence[str]) -> int:
    """Return the first line of the comment right above a slide, or the slide's own."""
    while first > 1 and lines[first - 2].lstrip().startswith("#"):
        first -= 1
    return first


def _emptied(slide: Slide, indent: str, language: str) -> list[str]:
    """Return a slide with nothing but its title, and the name it is linked by."""
    kept = [f"{indent}  id: {slide.id}"] if "id" in slide.places else []
    return [f"{indent}- title: {scalar(markup(slide.title))}", *kept, f"{indent}  text: {PLACEHOLDER[language]}"]


def _head(deck: Deck, lines: list[str], date: str, day: int | None) -> list[_Change]:
    """Set the date, count the day on, and give the papers a name of their own; return what takes further lines."""
    info = deck.info
    edits: list[tuple[Span, str]] = []
    more: dict[str, str] = {}
    for name in ("title", "subtitle"):
        if span := info.places.get(name):
            edits.append((span, _counted(_written(span, lines), day)))
    counts = any(text != _written(span, lines) for span, text in edits if span is info.places.get("title"))
    papers = "" if counts and not info.output else _paper_name(deck, date, day)
    for name, value in (("date", scalar(date) if date else ""), ("output", papers)):
        if value and (span := info.places.get(name)):
            edits.append((span, value))
        elif value:
            more[name] = value
    changes = []
    title = _known(info.places.get("title"))
    braces = "{" in lines[title.line - 1][: title.column - 1]
    if more and not braces:
        indent = " " * (_known(info.span).column - 1)
        added = [f"{indent}{key}: {value}" for key, value in more.items()]
        changes.append(_Change(title.end_line + 1, title.end_line + 1, added))
    for span, text in sorted(edits, key=lambda edit: (edit[0].line, edit[0].column), reverse=True):
        shown = text
        if span is title and braces:
            shown += "".join(f", {key}: {value}" for key, value in more.items())
        if span.line == span.end_line:
            line = lines[span.line - 1]
            lines[span.line - 1] = line[: span.column - 1] + shown + line[span.end_column - 1 :]
        elif text != _written(span, lines):
            begin = lines[span.line - 1][: span.column - 1]
            changes.append(_Change(span.line, span.end_line + 1, [begin + shown]))
    return changes


def _written(span: Span, lines: Sequence[str]) -> str:
    """Return a value as it is written; of one on several lines the first."""
    return lines[span.line - 1][span.column - 1 : span.end_column - 1 if span.line == span.end_line else None]


def _counted(text: str, day: int | None) -> str:
    return DAY.sub(lambda found: f"{found[1]}{found[2]}{day if day is not None else int(found[3]) + 1}", text)


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _paper_name(deck: Deck, date: str, day: int | None) -> str:
    """Return a name for the papers that isn't the last day's."""
    base = file_name(deck.info.output or "") or slug(deck.info.title.plain)
    if deck.info.output and _counted(base, day) != base:
        return scalar(_counted(base, day))
    language = deck.info.language
    ending = f"{DAY_WORD[language]}-{day}" if day is not None else slug(date) or slug(NEXT[language])
    return scalar(f"{base}-{ending}")


def _known(span: Span | None) -> Span:
    if span is None:
        raise ValueError("a deck that was read knows its places")
    return span
