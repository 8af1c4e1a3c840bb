"""Write collected answers as CSV, Excel workbook or YAML."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any

import yaml
from xlsxwriter import Workbook

from deckbuild.locales.labels import Labels
from deckbuild.model.collected import Collected

_FORMULA, _TEXT = "=+-@", ("\t", "\r", "'")
"""The characters that make a spreadsheet read a CSV cell as a formula; tabs, which it skips, and the apostrophe that
prevents it, need one too."""
_UNSEEN, _BLANK = ("Z", "C", "M"), "\u115f\u1160\u2800\u3164\uffa0"
"""The Unicode categories of signs that spreadsheets skip or nobody sees: spaces, line ends, controls, marks; and the
letters and symbols that are blank."""
_WIDEST, _NARROW = 44, 18
"""Column widths in characters: of answers, and of names."""
_DATE = datetime(2000, 1, 1)
"""The creation date of every workbook. It is fixed, so that the same answers give the same bytes."""
MOST = 32767
"""The most characters in a cell of Excel, counted as in UTF-16."""


def rows(collected: Collected, labels: Labels) -> list[list[str]]:
    """Return the header row and a row for each participant. Each crossed option is a line of its cell."""
    head = [labels.name, labels.file, *(column.head for column in collected.columns)]
    body = [
        [person.name, person.file, *("\n".join(person.answers.get(column.id, ())) for column in collected.columns)]
        for person in collected.participants
    ]
    return [head, *body]


def to_csv(collected: Collected, labels: Labels) -> bytes:
    """Return a CSV file that Danish Excel opens at a double click: semicolons, UTF-8 with BOM, and no formulas."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([[_harmless(cell) for cell in row] for row in rows(collected, labels)])
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet reads as a formula: an apostrophe before it makes it text."""
    signs = (sign for sign in cell if sign not in _BLANK)
    seen = next((sign for sign in signs if not unicodedata.category(sign).startswith(_UNSEEN)), "")
    formula = seen and unicodedata.normalize("NFKC", seen) in _FORMULA
    return f"'{cell}" if formula or cell.startswith(_TEXT) else cell


def to_xlsx(collected: Collected, labels: Labels) -> bytes:
    """Return an Excel workbook with a frozen header row and wrapped text. All cells are strings."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": collected.deck, "created": _DATE})
    sheet = book.add_worksheet(labels.answers_sheet)
    plain = {"text_wrap": True, "valign": "top"}
    head, body = book.add_format({**plain, "bold": True, "bottom": 1}), book.add_format(plain)
    table = rows(collected, labels)
    for down, row in enumerate(table):
        for across, cell in enumerate(row):
            sheet.write_string(down, across, _within(cell), body if down else head)
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 1, _NARROW)
    sheet.set_column(2, max(2, len(table[0]) - 1), _WIDEST)
    sheet.autofilter(0, 0, len(table) - 1, len(table[0]) - 1)
    book.close()
    return out.getvalue()


def _within(cell: str) -> str:
    """Return as much of a text as a cell of Excel holds, in whole characters."""
    return cell.encode("utf-16-le")[: 2 * MOST].decode("utf-16-le", "ignore")


def too_long(collected: Collected) -> Iterator[tuple[str, str]]:
    """Yield file and id of each answer that a cell of Excel does not hold."""
    for person in collected.participants:
        for key, words in person.answers.items():
            answer = "\n".join(words)
            if _within(answer) != answer:
                yield person.file, key


class _Dumper(yaml.SafeDumper):
    """A dumper that writes strings of several lines as block scalars, and indents lists."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Increase the indent in lists too, which PyYAML does not."""
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def to_yaml(collected: Collected, _labels: Labels) -> bytes:
    """Return a YAML file of the answers by question id: the file that ``answers:`` on a slide reads."""
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
"""File extension -> the function that writes such a file."""
