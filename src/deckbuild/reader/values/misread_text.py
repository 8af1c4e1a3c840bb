"""Checks of texts that YAML could read, but that look as if the author meant something else."""

from __future__ import annotations

import re
from collections.abc import Callable

from deckbuild.reader.context import Reading, ScalarNode, shortened
from deckbuild.reader.syntax.escapes import escape_slip
from deckbuild.reader.syntax.swallowed_lines import block_slip, bullet_slip, hash_slip, sign_in_text, text_slips

PLACEHOLDERS = ("…", "...", "???")
"""Signs that hold the place of a text. In a cell of a table they may be meant."""
_WAITING = re.compile(r"\?{3,}|x{3,}|todo|tbd|lorem ipsum\b.*", re.IGNORECASE | re.DOTALL)
"""Matches a whole text that was to be replaced later."""
SLIPS: dict[str, tuple[Callable[[ScalarNode, Reading], None], ...]] = {
    "": (bullet_slip,),
    "|": (block_slip,),
    ">": (block_slip,),
}
"""Style of a scalar -> checks that may warn of it. The style of a text without quotation marks is empty."""


def misread_text(node: ScalarNode, reading: Reading, *, prose: bool, file: bool) -> bool:
    """Report what looks wrong in a text. Returns whether it has an error, so that it can't be used.

    ``prose`` says that the text is not a number or a choice, ``file`` that it is the name of a file.
    """
    for slip in SLIPS.get(node.style or "", ()):
        slip(node, reading)
    if prose and node.style not in ('"', "'"):
        sign_in_text(node, reading)
    if prose and not node.style:
        hash_slip(node, reading)
    if node.style not in ("|", ">") and node.start_mark.line != node.end_mark.line and text_slips(node, reading):
        return True
    if prose and node.style == '"' and not file:
        escape_slip(node, reading)
    text = node.value.strip()
    if prose and (text in PLACEHOLDERS or (text[:1] in "?xXtTlL" and _WAITING.fullmatch(text))):
        reading.warning(
            "placeholder",
            node,
            "“{found}” only holds the place of a text.",
            "Write what is to stand here, or remove the line.",
            found=shortened(text),
        )
    return False
