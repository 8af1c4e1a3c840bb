"""Changes the head of the next day's file: day numbers in title and subtitle, the date, the name of the papers."""

from __future__ import annotations

import re
from collections.abc import Collection

from yaml.nodes import CollectionNode

from deckbuild.dataclass import dataclass
from deckbuild.drafting.day_numbers import MONTH, counted, counted_word, numbers
from deckbuild.drafting.file_names import paper_name
from deckbuild.editing import SourceOutline, known, scalar
from deckbuild.model.deck import DeckInfo

_IN_TITLE = re.compile(rf"\b\d{{1,2}}\.?\s+(?:{MONTH})\b\.?(?:\s+\d{{4}})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """What was changed in the head, and what the author should look at. Texts are empty where there is nothing."""

    counted: bool
    """Whether title or subtitle have a day's number."""
    beyond: str
    """The new title or subtitle, if its number is now greater than its total, as in ``dag 6 af 5``."""
    undated: str
    """The last day's date, which was removed since no new one was given."""
    old_date: str
    """A date that is still in the title or subtitle."""


def set_heading(
    info: DeckInfo, page: SourceOutline, stem: str, date: str, day: int | None, taken: Collection[str]
) -> Heading:
    """Change the head of the file to the next day's, in a file called ``stem``."""
    texts = [text for text in (info.title, info.subtitle) if text]
    word = counted_word([*(text.plain for text in texts), info.output or ""])
    found, beyond = False, ""
    for name, text in (("title", info.title), ("subtitle", info.subtitle)):
        place = info.places.get(name)
        if text is None or place is None:
            continue
        for number in numbers(place.text, word, day):
            page.editor.replace(page.place_in(place, number.begin), page.place_in(place, number.end), number.text)
            found, beyond = True, counted(text.plain, word, day) if number.beyond else beyond
    undated = info.date.plain if info.date and not date else ""
    node = page.collection(known(info.span))
    if undated:
        _take_out(node, page)
    new = {"date": date, "output": paper_name(info, stem, word, date, day, taken)}
    _write(info, node, {name: value for name, value in new.items() if value}, page)
    old = next((match[0] for text in texts if (match := _IN_TITLE.search(text.plain)) and match[0] not in date), "")
    return Heading(found, beyond, undated, old)


def _write(info: DeckInfo, node: CollectionNode, values: dict[str, str], page: SourceOutline) -> None:
    """Set values (key -> value). A new key takes the line of a date that was commented out, or follows the title."""
    title = known(info.places.get("title"))
    braces = bool(node.flow_style)
    pad = " " * node.start_mark.column
    added = []
    for name, value in values.items():
        shown = scalar(value, braces=braces)
        place = info.places.get(name)
        waiting = (
            () if braces or place else (n for n in _lines(node, page) if page.line(n).startswith(f"{pad}# {name}: "))
        )
        if place:
            page.set_text(place, shown)
        elif line := next(iter(waiting), 0):
            page.editor.replace_lines(line, line + 1, [f"{pad}{name}: {shown}"])
        else:
            added.append(f"{name}: {shown}")
    if braces:
        page.editor.insert((title.end_line, title.end_column), "".join(f", {pair}" for pair in added))
    elif added:
        page.editor.insert_lines(title.end_line + 1, [f"{pad}{pair}" for pair in added])


def _lines(node: CollectionNode, page: SourceOutline) -> range:
    """Return the lines of the head, with the comments directly before and after it."""
    begin, end = node.start_mark.line + 1, page.end(node)
    while page.is_comment(end):
        end += 1
    return range(page.above(begin), end)


def _take_out(node: CollectionNode, page: SourceOutline) -> None:
    """Comment out the line with the date; in flow style (``{...}``) remove the date."""
    if not node.flow_style:
        pair = next(pair for pair in page.pairs(node) if pair.key == "date")
        pad = " " * node.start_mark.column
        lines = (page.line(number) for number in range(pair.first, pair.end))
        page.editor.replace_lines(pair.first, pair.end, [f"{pad}# {line.removeprefix(pad)}" for line in lines])
        return
    keys = [key.value for key, _ in node.value]
    index = keys.index("date")
    if index:
        begin, end = node.value[index - 1][1].end_mark, node.value[index][1].end_mark
    else:
        begin, end = (
            node.value[0][0].start_mark,
            node.value[1][0].start_mark,
        )  # the date is the first key; the title, which is always there, is the second at the earliest
    for number in range(begin.line, end.line + 1):  # line ends stay: a comment may stand before one
        first = begin.column if number == begin.line else 0
        last = end.column if number == end.line else len(page.line(number + 1))
        page.editor.replace((number + 1, first + 1), (number + 1, last + 1), "")
