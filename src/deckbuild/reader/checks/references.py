"""Checks of references: a name that is used must be defined, and a name that is defined should be used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from deckbuild.blocks.registry import kind_defined_under
from deckbuild.diagnostics import Phrase, Span
from deckbuild.editing.scalars import as_value
from deckbuild.locales import any_of, every_language
from deckbuild.model.deck import Block, Deck, HandoutSettings, SourceRef
from deckbuild.model.text import Text
from deckbuild.model.walk import days_of
from deckbuild.reader.checks.ids import LITERATURE_SLIDE, TITLE_SLIDE
from deckbuild.reader.context import FAILED, Failed, Node, Reading
from deckbuild.reader.language.suggest import alike, listed, nearest, sure

_BEFORE_PAGES = any_of(*(language.phrases.pages for language in every_language()))
_PAGES = re.compile(rf"(?P<name>.+?),?\s+{_BEFORE_PAGES}\s*(?P<pages>\d+(?:\s*[-–]\s*\d+)?)\.?")
"""A source and its pages in one text: ``bason s. 29``."""


def _known(kind: str, name: str, place: Any, reading: Reading) -> bool:
    """Return whether a name is defined under ``kind`` (such as ``sources``); report it if not."""
    reading.names.used[kind].add(name)
    names = reading.names.defined[kind]
    if name in names:
        return True
    if kind == "sources" and _mention(name, place, reading):
        return False
    meant = sure(name, names)
    near = nearest(name, names) or (_cited(name, reading) if kind == "sources" else "")
    args = {"name": name, "kind": kind, "near": near, "names": listed(names)}
    messages = {
        "sources": "There is no source called “{name}”.",
        "figures": "There is no figure called “{name}”.",
        "tables": "There is no table called “{name}”.",
    }
    if args["near"]:
        hint = "Did you mean `{near}`? Under `{kind}:` there are {names}."
    elif names:
        hint = "Write one of the names under `{kind}:` ({names}), or add it there."
    else:
        hint = "Add it under `{kind}:` at the top of the file."
    reading.error(
        "unknown-name", place, messages[kind], hint, edits=reading.swap(place, meant) if meant else (), **args
    )
    return False


def _cited(text: str, reading: Reading) -> str:
    """Return the only source that ``text`` cites, by its number or an author: ``5``, ``Bason (2007)``."""
    words = {word.casefold() for word in re.findall(r"[^\W\d_]{3,}", text)}
    found = [
        name
        for name, source in reading.names.sources.items()
        if text == str(source.number) or words & {*re.findall(r"\w+", source.authors.plain.casefold())}
    ]
    return found[0] if len(found) == 1 else ""


def _mention(text: str, place: Any, reading: Reading) -> bool:
    """Report a text that names several sources, or one source and its pages. Returns whether it does."""
    names = reading.names.defined["sources"]
    several = [part.strip() for part in re.split(r"[,;]|\bog\b|\band\b", text)]
    pages = _PAGES.fullmatch(text)
    if len(several) > 1 and all(part in names for part in several):
        written = f"[{', '.join(several)}]"
    elif pages and pages["name"] in names:
        written = f'{{name: {pages["name"]}, pages: "{pages["pages"]}"}}'
    else:
        return False
    reading.error(
        "unknown-name",
        place,
        "There is no source called “{name}”.",
        "Write `source: {written}`.",
        name=text,
        written=written,
        edits=reading.swap(place, written),
    )
    return True


def known_source(ref: SourceRef, node: Node, reading: Reading) -> SourceRef | Failed:
    """Return ``ref`` if its source is defined; otherwise report it and return FAILED."""
    return ref if _known("sources", ref.name, ref.at("name") or node, reading) else FAILED


def with_definition(block: Block, node: Node, reading: Reading) -> Block | Failed:
    """Return a block with the definition that its name refers to, or FAILED if there is none."""
    key = block.DEFINED_UNDER
    if not _known(key, block.used, block.at("name") or node, reading):
        return FAILED
    found = getattr(reading.names, key).get(block.used)
    return FAILED if found is None else block.resolved(found)


def check_links(reading: Reading) -> None:
    """Report links to slides that don't exist."""
    ids = [*reading.names.slides, TITLE_SLIDE, *([LITERATURE_SLIDE] if reading.names.sources else [])]
    for target, place in reading.forward.links:
        if target in ids:
            continue
        near, title = _slide_near(target, ids, reading)
        reading.error(
            "unknown-name",
            place,
            "No slide has the id “{target}”.",
            (
                "Did you mean `#{near}`?" if near else "Give the slide you mean a line `id: {target}`.",
                "That is “{title}” on line {line}." if title else "",
            ),
            edits=reading.swap(place, f"#{meant}") if (meant := sure(target, ids)) else (),
            target=target,
            near=near,
            title=title.plain if title else "",
            line=title.span.line if title and title.span else 0,
        )


def _slide_near(name: str, ids: Sequence[str], reading: Reading) -> tuple[str, Text | None]:
    """Return the id that was probably meant, and the title of its slide; an empty text when none is near."""
    near = alike(name, ids)
    return near, reading.names.titles.get(near)


def _no_start(name: str, place: Span, reading: Reading) -> None:
    """Report a row of a programme that names no slide. The title may have changed, and with it the id."""
    named = {each for each, _ in reading.forward.starts}
    free = [each for each in reading.names.slides if each not in named]
    near, title = _slide_near(name, free, reading)
    reading.error(
        "unknown-name",
        place,
        "No slide has “{target}” as its id, title or number.",
        "Did you mean “{title}” on line {line}? Write `slide: {near}`. A slide's id is made from its title, and "
        "changes with it unless the slide has a line `id: …`."
        if title
        else "Write the title or the id of one of the slides, or its number among them: 1 to {count}.",
        edits=reading.swap(place, near) if title else (),
        target=name,
        near=near,
        title=title.plain if title else "",
        line=title.span.line if title and title.span else 0,
        count=len(reading.names.slides),
    )


def check_starts(reading: Reading) -> None:
    """Report rows of a programme whose slides don't exist or don't follow the order of the slides."""
    last, before = -1, ""
    for name, place in reading.forward.starts:
        if name not in reading.names.slides:
            _no_start(name, place, reading)
            continue
        if reading.names.slides.index(name) <= last:
            reading.error(
                "wrong-order",
                place,
                "“{slide}” doesn't come after “{before}”, with which a row above begins.",
                "A row's `slide:` is the first slide shown in it. Remove `slide:` where it isn't so.",
                slide=name,
                before=before,
            )
        last, before = reading.names.slides.index(name), name


def check_days(deck: Deck, reading: Reading) -> None:
    """Warn of a programme that may be of the same day as an earlier one: neither says its day."""
    unnamed = [day for day in days_of(deck) if not day.named]
    for place, day in enumerate(unnamed):
        near = any(day.begins >= earlier.ends or day.titled == earlier.titled for earlier in unnamed[:place])
        if near and day.name.span:
            reading.warning(
                "programme-without-day",
                day.name.span,
                "The guide takes this programme for a day of its own: “{day}”.",
                "Write `day:` in each programme of the deck, such as `day: {example}`. Programmes of one day get the "
                "same text.",
                day=day.name.plain,
                example=Phrase("Monday"),
            )


def check_sheets(handout: Any, reading: Reading) -> None:
    """Warn of a name after ``carry-to:`` that is not under ``sheets:``, and of a sheet that nothing is carried to.

    A deck may have no ``sheets:``; then a name is only compared with those that are used more often.
    """
    sheets: Mapping[str, Text] = handout.sheets if isinstance(handout, HandoutSettings) else {}
    counts = Counter(name for name, _ in reading.forward.carried)
    free = [name for name in sheets if name not in counts]
    for name, place in reading.forward.carried:
        if name in sheets:
            continue
        others = [other for other in sheets or counts if sheets or counts[other] > counts[name]]
        near = alike(name, others) or next(iter(free), "")
        meant = sure(name, others)
        free = [other for other in free if other != near]
        if near or sheets:
            reading.warning(
                "unknown-sheet",
                place,
                "“{name}” becomes a sheet of its own, beside “{near}”."
                if near
                else "“{name}” becomes a sheet of its own: it is not under `sheets:`.",
                (
                    "Did you mean `carry-to: {near}`?" if near else "Write one of {names} after `carry-to:`.",
                    "Or write a line for it under `sheets:`: `{name}: …`." if sheets else "",
                ),
                edits=reading.swap(place, as_value(meant)) if meant else (),
                name=name,
                near=near,
                names=listed(sheets, "or"),
            )
    for name in () if reading.diagnostics.has_errors else free:
        reading.warning(
            "unused",
            sheets[name].span or handout.at("sheets"),
            "No question is carried to the sheet “{name}”: it is printed without any.",
            "Give a question the line `carry-to: {name}`, or remove the sheet.",
            name=name,
        )


def check_unused(reading: Reading) -> None:
    """Warn of figures and tables that no slide uses."""
    messages = {
        "figures": "The figure “{name}” is not used on any slide.",
        "tables": "The table “{name}” is not used on any slide.",
    }
    for kind, message in messages.items():
        for name, place in reading.names.defined[kind].items():
            if name not in reading.names.used[kind]:
                reading.warning(
                    "unused",
                    place,
                    message,
                    "Show it on a slide with `{key}: {name}`, or remove it.",
                    name=name,
                    key=kind_defined_under(kind).KIND,
                )
