"""A scalar -> text, number, yes or no, choice, file name. The user's own characters decide, never YAML's types."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from deckbuild.model.text import Run, Text
from deckbuild.reader.context import FAILED, Failed, Node, Reading, ScalarNode, is_nothing, shortened
from deckbuild.reader.language.examples import in_brackets
from deckbuild.reader.language.suggest import listed, nearest, sure
from deckbuild.reader.language.synonyms import NO, YES
from deckbuild.reader.syntax.escapes import control_escape, escape_slip
from deckbuild.reader.syntax.swallowed_lines import block_slip, bullet_slip, hash_slip, text_slips
from deckbuild.reader.values.markdown_inline import read_text
from deckbuild.reader.values.wrong_kind import wrong_kind

SEVERAL = ("answer", "editions")
"""Keys under which a list of choices may stand."""
PLACEHOLDERS = ("…", "...")
"""Stand in examples for what the author is to write."""
FILES = ("file", "logo", "data", "template", "font-files", "theme")
"""Keys of files' names."""
QUOTES = "“”„\"'»«’‘"
_WITH_THOUSANDS = re.compile(r"(\d{1,3}(?:[. ]\d{3})+)")
_WITH_UNIT = re.compile(r"(\d{1,4})\s+(?:linjer?|lines?|pt|punkt)\.?")
E_ = TypeVar("E_", bound=Enum)


def scalar(node: Node, reading: Reading, key: str, wanted: str = "text") -> str | Failed:
    """Return a scalar's characters."""
    if not isinstance(node, ScalarNode) or is_nothing(node):
        wrong_kind(node, reading, key, wanted)
        return FAILED
    if node.style in ("|", ">"):
        block_slip(node, reading)
    elif not node.style:
        bullet_slip(node, reading)
    if reading.hashes and not node.style:
        hash_slip(node, reading)
    if node.start_mark.line != node.end_mark.line and node.style not in ("|", ">") and text_slips(node, reading):
        return FAILED
    if wanted == "text":
        if node.style == '"' and key not in FILES:
            escape_slip(node, reading)
        if node.value.strip() in PLACEHOLDERS:
            _placeholder(node, reading)
    return str(node.value)


def _placeholder(node: ScalarNode, reading: Reading) -> None:
    reading.warning(
        "placeholder",
        node,
        "“{found}” only holds the place of a text.",
        "Write what is to stand here, or remove the line.",
        found=node.value.strip(),
    )


def to_text(node: Node, reading: Reading, key: str) -> Text | Failed:
    """Return a paragraph of inline text."""
    if isinstance(scalar(node, reading, key), str):
        assert isinstance(node, ScalarNode)  # noqa: S101  (what scalar accepts)
        if node.value.strip():
            return read_text(node, reading)
        wrong_kind(node, reading, key, "text")
    return FAILED


def to_cell(node: Node, reading: Reading, key: str) -> Text | Failed:
    """Return a table's cell: as text, but it may be empty."""
    if isinstance(node, ScalarNode) and node.value.strip() in ("", *PLACEHOLDERS):
        return Text((Run(node.value.strip()),), reading.span(node))
    return to_text(node, reading, key)


def to_str(node: Node, reading: Reading, key: str) -> str | Failed:
    """Return plain characters, without marks."""
    value = scalar(node, reading, key)
    if value is FAILED:
        return FAILED
    if not value.strip():
        wrong_kind(node, reading, key, "text")
        return FAILED
    return " ".join(value.split())


def to_path(node: Node, reading: Reading, key: str) -> Path | Failed:
    """Return a file's name; Windows's backslashes are taken as slashes."""
    if isinstance(node, ScalarNode) and control_escape(node, reading, key):
        return FAILED
    value = to_str(node, reading, key)
    if value is FAILED:
        return FAILED
    if re.match(r"https?://", value):
        reading.error(
            "file-on-the-web",
            node,
            "`{key}:` wants a file beside the deck, but here stands a web address.",
            "Download the picture, put it in the folder `assets` and write its name: `{key}: assets/name.png`.",
            key=key,
        )
        return FAILED
    return Path(value.replace("\\", "/"))


def to_bool(node: Node, reading: Reading, key: str) -> bool | Failed:
    """Return yes or no."""
    value = scalar(node, reading, key, "yes-no")
    if value is FAILED:
        return FAILED
    word = value.strip(QUOTES + " ").casefold()
    if word in YES or word in NO:
        return word in YES
    reading.error(
        "wrong-value",
        node,
        "`{key}:` is yes or no, but here stands “{found}”.",
        "Write `{key}: yes` or `{key}: no`.",
        key=key,
        found=shortened(value),
    )
    return FAILED


def to_int(node: Node, reading: Reading, key: str, example: int = 4) -> int | Failed:
    """Return a whole number; ``example`` is one that may stand there."""
    value = scalar(node, reading, key, "number")
    if value is FAILED:
        return FAILED
    digits = value.strip(QUOTES + " ")
    if re.fullmatch(r"-?[0-9]{1,9}", digits):
        return int(digits)
    bare = _WITH_THOUSANDS.fullmatch(digits) or _WITH_UNIT.fullmatch(digits)
    meant = re.sub(r"\D", "", bare[1]) if bare else ""
    reading.error(
        "wrong-value",
        node,
        "`{key}:` is a whole number, but here stands “{found}”.",
        "Write `{key}: {number}`." if meant else "Write it in digits and nothing else, such as `{key}: {number}`.",
        key=key,
        found=shortened(value),
        number=meant or str(example),
        edits=reading.swap(node, meant) if meant else (),
    )
    return FAILED


def to_choice(kind: type[E_], node: Node, reading: Reading, key: str) -> E_ | Failed:
    """Return the member whose value was written."""
    names = [str(member.value) for member in kind]
    if is_nothing(node) and reading.file.line(node.start_mark.line + 1)[: node.start_mark.column].rstrip().endswith(
        ":"
    ):
        reading.error(
            "empty-value", node, "There is nothing after `{key}:`.", "It can be {names}.", key=key,
            names=listed(names, "or"),
        )  # fmt: skip
        return FAILED
    value = scalar(node, reading, key, "choice")
    if value is FAILED:
        return FAILED
    word = value.strip(QUOTES + " ").casefold()
    members = {str(member.value).casefold(): member for member in kind}
    if word in members:
        return members[word]
    near = nearest(word, names)
    meant = sure(word, names)
    common: dict[str, Any] = {"key": key, "found": shortened(value), "names": listed(names, "or")}
    common["edits"] = reading.swap(node, meant) if meant else ()
    message = "`{key}:` can't be “{found}”."
    if "," in word and key in SEVERAL and isinstance(node, ScalarNode):
        several = in_brackets(node) or f"[{value}]"
        common["edits"] = reading.swap(node, several)
        hint = "Put several in brackets: `{key}: {several}`."
        reading.error("wrong-value", node, message, hint, several=several, **common)
    elif near:
        reading.error("wrong-value", node, message, "Did you mean `{near}`? It can be {names}.", near=near, **common)
    elif len(names) == 1:
        reading.error("wrong-value", node, message, "It can only be {names}.", **common)
    else:
        reading.error("wrong-value", node, message, "It can be {names}.", **common)
    return FAILED
