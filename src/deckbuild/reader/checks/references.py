"""References: every name used must be defined; every defined one should be used."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from deckbuild.blocks.diagram import Diagram
from deckbuild.blocks.figure import FigureUse
from deckbuild.blocks.hub import Hub
from deckbuild.blocks.ladder import Ladder
from deckbuild.blocks.registry import KINDS
from deckbuild.blocks.table import Table
from deckbuild.diagnostics import Span
from deckbuild.locales import any_of, every_language
from deckbuild.model.deck import HandoutSettings, SourceRef
from deckbuild.model.text import Text
from deckbuild.reader.checks.ids import LITERATURE_SLIDE, TITLE_SLIDE
from deckbuild.reader.context import FAILED, Failed, Node, Reading
from deckbuild.reader.language.hooks import finish_of, lacking_of
from deckbuild.reader.language.suggest import listed, nearest, sure
from deckbuild.reader.values.unknown_keys import missing_alt

_BEFORE_PAGES = any_of(*(language.phrases.pages for language in every_language()))
_PAGES = re.compile(rf"(?P<name>.+?),?\s+{_BEFORE_PAGES}\s*(?P<pages>\d+(?:\s*[-–]\s*\d+)?)\.?")
"""A source and its pages in one text: ``bason s. 29``."""


def _known(kind: str, name: str, place: Any, reading: Reading) -> bool:
    """Whether a name is defined; report it when not."""
    reading.names.used[kind].add(name)
    names = reading.names.defined[kind]
    if name in names:
        return True
    if kind == "sources" and _mention(name, place, reading):
        return False
    meant = sure(name, names)
    args = {"name": name, "kind": kind, "near": nearest(name, names), "names": listed(names)}
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


def _mention(text: str, place: Any, reading: Reading) -> bool:
    """Tell how several sources are written, or one with its pages; whether the text is that."""
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


@finish_of(SourceRef)
def known_source(ref: SourceRef, node: Node, reading: Reading) -> SourceRef | Failed:
    """Check that a source is defined."""
    return ref if _known("sources", ref.name, ref.at("name") or node, reading) else FAILED


@finish_of(FigureUse)
def find_figure(use: FigureUse, node: Node, reading: Reading) -> FigureUse | Failed:
    """Put the figure in the place of its name."""
    if not _known("figures", use.name, use.at("name") or node, reading):
        return FAILED
    figure = reading.names.figures.get(use.name)
    return FAILED if figure is None else replace(use, figure=figure)


@finish_of(Table)
def find_table(table: Table, node: Node, reading: Reading) -> Table | Failed:
    """Take over a named table's content, or check the table given here."""
    if table.name and not table.rows:
        if not _known("tables", table.name, table.at("name") or node, reading):
            return FAILED
        named = reading.names.tables.get(table.name)
        if not isinstance(named, Table):
            return FAILED
        return replace(named, id=table.id, name=table.name, span=table.span, places={**named.places, **table.places})
    right = True
    for name in ("columns", "rows"):
        if not getattr(table, name):
            reading.error(
                "missing-key", node, "`{key}:` is missing here.", "A table has `columns:` and `rows:`.", key=name
            )
            right = False
    return table if right and _even(table, reading) else FAILED


def _even(table: Table, reading: Reading) -> bool:
    """Check that every row has a cell for every column."""
    right = True
    wanted = len(table.columns)
    for number, row in enumerate(table.rows, 1):
        if len(row) == wanted:
            continue
        right = False
        few = len(row) < wanted
        reading.error(
            "uneven-row",
            _row_place(row) if few else row[wanted].span or _row_place(row),
            "Row {row} lacks a cell: it has {count}, but the table has {wanted} columns."
            if few
            else "Row {row} has more cells ({count}) than the table has columns ({wanted}).",
            'Add what is missing, in the order of the columns; an empty cell is written `""`.'
            if few
            else "Remove a cell, or add a column. Between brackets a comma begins a new cell: put quotation marks "
            "around a cell with a comma in it.",
            row=number,
            count=len(row),
            wanted=wanted,
        )
    return right


def _row_place(row: tuple[Text, ...]) -> Span:
    first, last = row[0].span, row[-1].span
    assert first is not None  # noqa: S101  (the reader placed every cell)
    assert last is not None  # noqa: S101
    return Span(first.file, first.line, first.column, last.end_line, last.end_column)


def described(fields: set[str], node: Node, reading: Reading) -> bool:
    """Check that a drawing outside ``figures:`` has a description."""
    if "alt" in fields or reading.around.described:
        return True
    missing_alt(node, reading)
    return False


for _kind in (kind for kind in KINDS if issubclass(kind, Ladder | Hub | Diagram)):
    lacking_of(_kind)(described)


def check_links(reading: Reading) -> None:
    """Check that links to slides lead to one."""
    ids = [*reading.names.slides, TITLE_SLIDE, *([LITERATURE_SLIDE] if reading.names.sources else [])]
    for target, place in reading.forward.links:
        if target in ids:
            continue
        near = nearest(target, ids)
        hint = "Did you mean `#{near}`?" if near else "Give the slide you mean a line `id: {target}`."
        reading.error("unknown-name", place, "No slide has the id “{target}”.", hint, target=target, near=near)


def check_starts(reading: Reading) -> None:
    """Check that rows of the programme begin with slides there are, in the order of the slides."""
    last, before = -1, ""
    for name, place in reading.forward.starts:
        if name not in reading.names.slides:
            near = nearest(name, reading.names.slides)
            hint = "Did you mean `{near}`?" if near else "Give the slide you mean a line `id: {target}`."
            reading.error("unknown-name", place, "No slide has the id “{target}”.", hint, target=name, near=near)
            continue
        if reading.names.slides.index(name) <= last:
            reading.error(
                "wrong-order",
                place,
                "“{slide}” doesn't come after “{before}”, with which a row above begins.",
                "A row's `slide:` is the first slide shown in it. Remove the line where it isn't so.",
                slide=name,
                before=before,
            )
        last, before = reading.names.slides.index(name), name


def check_sheets(handout: Any, reading: Reading) -> None:
    """Warn when a sheet's name looks like a slip of another's."""
    sheets = list(handout.sheets) if isinstance(handout, HandoutSettings) else []
    counts: dict[str, int] = {}
    for name, _ in reading.forward.carried:
        counts[name] = counts.get(name, 0) + 1
    for name, place in reading.forward.carried:
        if name in sheets:
            continue
        others = sheets or [other for other in counts if counts[other] > counts[name]]
        if near := nearest(name, [other for other in others if other != name]):
            reading.warning(
                "unknown-sheet",
                place,
                "“{name}” becomes a sheet of its own, beside “{near}”.",
                "Did you mean `carry-to: {near}`?",
                name=name,
                near=near,
            )


def check_unused(reading: Reading) -> None:
    """Warn of figures and tables that no slide uses."""
    messages = {
        "figures": "The figure “{name}” is not used on any slide.",
        "tables": "The table “{name}” is not used on any slide.",
    }
    keys = {"figures": "figure", "tables": "table"}
    for kind, message in messages.items():
        for name, place in reading.names.defined[kind].items():
            if name not in reading.names.used[kind]:
                reading.warning(
                    "unused",
                    place,
                    message,
                    "Show it on a slide with `{key}: {name}`, or remove it.",
                    name=name,
                    key=keys[kind],
                )
