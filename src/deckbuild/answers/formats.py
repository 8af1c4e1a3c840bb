"""Collected answers as files: for Excel, for other programs, and for the deck."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import yaml
from xlsxwriter import Workbook

from deckbuild.locales import Labels
from deckbuild.model.collected import Collected

_FORMULA = ("=", "+", "-", "@", "\t", "'")
"""What a spreadsheet takes a cell for a formula by, in a text file; and the sign that says it is none."""
_WIDEST, _NARROW = 44, 18
"""Widths of columns in characters: of answers, of names."""
_DATE = datetime(2000, 1, 1)
"""When every workbook was made: the same answers are the same bytes."""
_MOST = 32767
"""Characters a cell of Excel holds."""


def rows(collected: Collected, labels: Labels) -> list[list[str]]:
    """Return the head and a row for each participant; the lines of an answer stay lines, crossed words get one each."""
    head = [labels.name, labels.file, *(column.head for column in collected.columns)]
    body = [
        [person.name, person.file, *("\n".join(person.answers.get(column.id, ())) for column in collected.columns)]
        for person in collected.participants
    ]
    return [head, *body]


def to_csv(collected: Collected, labels: Labels) -> bytes:
    """Return a table as Danish Excel opens it by a double click: semicolons, UTF-8 with its mark, no formulas."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([[_harmless(cell) for cell in row] for row in rows(collected, labels)])
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet computes: an apostrophe before it says that it is text."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def to_xlsx(collected: Collected, labels: Labels) -> bytes:
    """Return a workbook: a frozen head, wrapped text, every cell a text."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": collected.deck, "created": _DATE})
    sheet = book.add_worksheet(labels.answers_sheet)
    plain = {"text_wrap": True, "valign": "top"}
    head, body = book.add_format({**plain, "bold": True, "bottom": 1}), book.add_format(plain)
    table = rows(collected, labels)
    for down, row in enumerate(table):
        for across, cell in enumerate(row):
            sheet.write_string(down, across, cell[:_MOST], body if down else head)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 1, _NARROW)
    sheet.set_column(2, max(2, len(table[0]) - 1), _WIDEST)
    sheet.autofilter(0, 0, len(table) - 1, len(table[0]) - 1)
    book.close()
    return out.getvalue()


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks, and indents lists."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Indent, lists too."""
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def to_yaml(collected: Collected, _labels: Labels) -> bytes:
    """Return the answers under the questions' ids; this is the file that ``answers:`` on a slide reads."""
    kept: dict[str, Any] = {
        "deck": collected.deck,
        "version": collected.version,
        "questions": {
            column.id: {"number": column.number, "text": column.text} if column.number else {"text": column.text}
            for column in collected.columns
        },
        "participants": [
            {
                "name": person.name,
                "file": person.file,
                "answers": {key: _one(words) for key, words in person.answers.items()},
            }
            for person in collected.participants
        ],
    }
    text = yaml.dump(kept, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
    return text.encode()


def _one(words: Sequence[str]) -> str | list[str]:
    return words[0] if len(words) == 1 else list(words)


FORMATS: dict[str, Callable[[Collected, Labels], bytes]] = {
    ".csv": to_csv, ".xlsx": to_xlsx, ".yaml": to_yaml, ".yml": to_yaml,
}  # fmt: skip
"""The end of a file's name -> what writes it."""
