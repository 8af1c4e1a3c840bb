"""A scalar -> text, number, yes or no, choice, file name. The author's characters are read, never YAML's types."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from deckbuild.characters import visible
from deckbuild.diagnostics import Words
from deckbuild.editing import as_value
from deckbuild.locales import any_of, every_language
from deckbuild.locales.synonyms import NO, YES
from deckbuild.model.text import Text, plain
from deckbuild.reader.context import FAILED, Failed, Node, Reading, ScalarNode, is_nothing, shortened
from deckbuild.reader.language.examples import in_brackets
from deckbuild.reader.language.suggest import listed, nearest, sure
from deckbuild.reader.syntax.escapes import control_escape
from deckbuild.reader.syntax.quotes import IN_CURLY
from deckbuild.reader.values.markdown_inline import read_text
from deckbuild.reader.values.misread_text import PLACEHOLDERS, misread_text
from deckbuild.reader.values.wrong_kind import wrong_kind

SEVERAL = ("answer", "editions")
"""Keys that may have a list of choices."""
TERSE = ("date", "owner", "day")
"""Keys of texts that are no running text, so that quotation marks around them are a slip."""
HEADS = ("title", "subtitle", "section")
"""Keys of texts that stand alone, and seldom in quotation marks."""
FILES = ("file", "logo", "data", "template", "font-files", "theme")
"""Keys whose values are names of files."""
_LONGEST_NAME = 255
"""The most bytes of a file's name in UTF-8, on nearly all disks."""
QUOTES = "“”„\"'»«’‘"
_WORDS_OWN = "“”„‟‘’"
"""Quotation marks that Word makes of straight ones by itself."""
_WITH_THOUSANDS = re.compile(r"(\d{1,3}(?:[. ]\d{3})+)")
_WITH_UNIT = re.compile(rf"(\d{{1,4}})\s+{any_of(*(language.phrases.lines for language in every_language()))}\.?")
MOST_LETTERS = 50_000
"""The most letters of one text: 15 pages."""
LONGEST_WORD = 2000
"""The most letters of a word: addresses may have so many."""
E_ = TypeVar("E_", bound=Enum)


def scalar(
    node: Node, reading: Reading, key: str, wanted: str = "text", names: Words | None = None, example: str = ""
) -> str | Failed:
    """Return the characters of a scalar. Reports any other node, an empty one, and a text that looks like a mistake.

    ``wanted``, ``names`` and ``example`` are ``wanted``, ``keys`` and ``example`` of ``Misfit``, for messages.
    """
    if not isinstance(node, ScalarNode) or is_nothing(node) or (wanted == "text" and not node.value.strip()):
        wrong_kind(node, reading, key, wanted, example, names)
        return FAILED
    if _too_long(node, reading):
        return FAILED
    return FAILED if misread_text(node, reading, prose=wanted == "text", file=key in FILES) else str(node.value)


def _too_long(node: ScalarNode, reading: Reading) -> bool:
    """Report a text that is more than one place can hold, before work is done on it. Returns whether it is one."""
    if len(node.value) > MOST_LETTERS:
        message, hint = "This text has {count} letters; one text has at most {most}.", "Divide it over several slides."
        reading.error("long-text", node, message, hint, count=str(len(node.value)), most=str(MOST_LETTERS))
        return True
    word = max(node.value.split(), key=len, default="") if len(node.value) > LONGEST_WORD else ""
    if len(word) > LONGEST_WORD:
        reading.error(
            "long-text",
            node,
            "A word in this text has {count} letters: “{shown}”.",
            "Put spaces into it, or delete it if it was pasted by mistake. A picture is a file beside the deck: "
            "`picture: name.png`.",
            count=str(len(word)),
            shown=shortened(word),
        )
        return True
    return False


def to_text(node: Node, reading: Reading, key: str) -> Text | Failed:
    """Read a text of one paragraph with inline marks."""
    value = scalar(node, reading, key)
    if value is FAILED or not isinstance(node, ScalarNode):
        return FAILED
    if key in TERSE:
        node.value = _straight(node, value, reading, key)
    elif key in HEADS and value[:1] in _WORDS_OWN and not node.style and (around := IN_CURLY.fullmatch(value)):
        bare = as_value(around["text"])
        reading.warning(
            "curly-quotes", node, "These quotation marks are printed: only straight ones are taken off.",
            "Write `{written}`. If they are to be seen, put straight ones around all of it: `{key}: \"{found}\"`.",
            written=f"{key}: {shortened(bare, 60)}", key=key, found=shortened(value, 60),
            edits=reading.swap(node, bare),
        )  # fmt: skip
    text = read_text(node, reading)
    return text if shows(text.plain, node, reading) else FAILED


def shows(text: str, node: Node, reading: Reading) -> bool:
    """Whether anything is seen on paper of ``text``, which was read from a node; reports a node of which nothing is.

    Nothing is seen of a link without words, or of ``3.`` alone, which begins a list.
    """
    if visible(text):
        return True
    reading.error("nothing-printed", node, "Nothing of this text is printed.", "Write words in it, or delete it.")
    return False


def to_cell(node: Node, reading: Reading, key: str) -> Text | Failed:
    """Read a cell of a table: a text that may be empty, as it also is where ``null`` or ``~`` stands."""
    if isinstance(node, ScalarNode) and not node.style and node.value in ("null", "~"):
        return plain("", span=reading.span(node))
    if isinstance(node, ScalarNode) and node.value.strip() in ("", *PLACEHOLDERS):
        return plain(node.value.strip(), span=reading.span(node))
    return to_text(node, reading, key)


def to_str(node: Node, reading: Reading, key: str) -> str | Failed:
    """Read characters without marks; each stretch of white space becomes one space."""
    value = scalar(node, reading, key)
    if value is FAILED or not shows(value, node, reading):
        return FAILED
    return " ".join(_straight(node, value, reading, key).split())


def _straight(node: Node, value: str, reading: Reading, key: str) -> str:
    """Return a value without the curly quotation marks around it, which are told: no name, date or time has any."""
    if not (curly := IN_CURLY.fullmatch(value.strip())):
        return value
    text = as_value(curly["text"])
    reading.warning(
        "curly-quotes",
        node,
        "Word has made these quotation marks curly; they are taken for straight ones.",
        "Write `{written}`.",
        written=f"{key}: {shortened(text, 60)}",
        edits=reading.swap(node, text),
    )
    return curly["text"]


def to_path(node: Node, reading: Reading, key: str) -> Path | Failed:
    """Read the name of a file; the backslashes of Windows become slashes. NUL, which no name has, becomes ``�``."""
    value = to_str(node, reading, key)
    if value is FAILED or control_escape(node, reading, key):
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
    path = Path(value.replace("\\", "/").replace("\0", "�"))
    if any(len(part.encode("utf-8", "replace")) > _LONGEST_NAME for part in path.parts):
        reading.error(
            "long-file-name",
            node,
            "The name “{shown}” is longer than that of any file: 255 letters at the most, and æ, ø and å count twice.",
            "Give the file a shorter name, and write it here.",
            shown=shortened(value),
        )
        return FAILED
    return path


def to_bool(node: Node, reading: Reading, key: str) -> bool | Failed:
    """Read yes or no, in any language."""
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
    """Read a whole number; ``example`` is one that would be accepted, for the message."""
    value = scalar(node, reading, key, "number", example=str(example))
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


_AND = re.compile(r"\s*(?:[,;/+&]|\b(?:og|and)\b)\s*")
"""Matches what people write between several words to choose from."""
_REMARK = re.compile(r"(?P<word>[\w-]+)\s*(?://+|\(|\s--?\s|;)\s*(?P<remark>.+?)\)?\s*$")
"""Matches a word with a remark after it, as other languages write comments."""


def to_choice(kind: type[E_], node: Node, reading: Reading, key: str) -> E_ | Failed:
    """Read a member of an ``Enum`` by its value, in capital or small letters."""
    names = [str(member.value) for member in kind]
    value = scalar(node, reading, key, "choice", listed(names, "or"))
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
    begun = _REMARK.match(value)
    if begun and begun["word"].casefold() in members and isinstance(node, ScalarNode) and not node.style:
        written = f"{begun['word'].casefold()} # {begun['remark']}"
        common["edits"] = reading.swap(node, written)
        hint = "If the rest is a comment, it begins with the sign #: `{key}: {written}`."
        reading.error("wrong-value", node, message, hint, written=written, **common)
        return FAILED
    parts = [sure(part, names) for part in _AND.split(word)]
    if len(parts) > 1 and all(parts) and key in SEVERAL:
        several = f"[{', '.join(parts)}]"
        common["edits"] = reading.swap(node, several)
        hint = "Put several in brackets: `{key}: {several}`."
        reading.error("wrong-value", node, message, hint, several=several, **common)
    elif "," in word and key in SEVERAL and isinstance(node, ScalarNode):
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
