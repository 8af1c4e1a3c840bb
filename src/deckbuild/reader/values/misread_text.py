"""Texts that YAML could read, but that look as if their author meant something else: checked after reading, here."""

from __future__ import annotations

from collections.abc import Callable

from deckbuild.reader.context import Reading, ScalarNode
from deckbuild.reader.syntax.escapes import escape_slip
from deckbuild.reader.syntax.swallowed_lines import block_slip, bullet_slip, hash_slip, text_slips

PLACEHOLDERS = ("…", "...")
"""Stand in examples for what the author is to write."""
SLIPS: dict[str, tuple[Callable[[ScalarNode, Reading], None], ...]] = {
    "": (bullet_slip, hash_slip),
    "|": (block_slip,),
    ">": (block_slip,),
}
"""What to warn of, by the sign that begins a text; nothing is before a plain one."""


def misread_text(node: ScalarNode, reading: Reading, *, prose: bool, file: bool) -> bool:
    """Check a text that could be read; whether it can't be kept. ``prose`` is no number or choice, ``file`` a name."""
    for slip in SLIPS.get(node.style or "", ()):
        slip(node, reading)
    if node.style not in ("|", ">") and node.start_mark.line != node.end_mark.line and text_slips(node, reading):
        return True
    if prose and node.style == '"' and not file:
        escape_slip(node, reading)
    if prose and node.value.strip() in PLACEHOLDERS:
        reading.warning(
            "placeholder",
            node,
            "“{found}” only holds the place of a text.",
            "Write what is to stand here, or remove the line.",
            found=node.value.strip(),
        )
    return False
