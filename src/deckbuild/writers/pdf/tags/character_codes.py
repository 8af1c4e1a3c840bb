"""ToUnicode CMaps, from character codes back to text (PDF/A-2, 6.2.11.7.2; PDF/UA-1, 7.21.7)."""

from __future__ import annotations

import re

_TABLE = re.compile(r"\d+ beginbfchar\n(.*)\nendbfchar\n", re.DOTALL)
_MOST = 100
"""The most entries that one block can have (Adobe Technical Note 5014, 1.4.1)."""


def mended(table: str) -> str:
    """Return reportlab's ToUnicode CMap without unused codes, in blocks of at most 100 entries."""
    found = _TABLE.search(table)
    if found is None:
        return table
    rows = [row for row in found[1].split("\n") if not row.endswith("<0000>")]
    blocks = [rows[at : at + _MOST] for at in range(0, len(rows), _MOST)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return table[: found.start()] + body + table[found.end() :]
