"""Colons where none may stand, or without their space: inside texts, and where two lines ran together."""

from __future__ import annotations

import re
from collections.abc import Collection

from deckbuild.reader.keys import english
from deckbuild.reader.lines import KEY, RISKY, Lines
from deckbuild.reader.reading import Reading, ScalarNode, shortened
from deckbuild.reader.stumble import Stumble

UNSPACED_KEY = re.compile(r"( *(?:- +)*)([a-z][a-z-]*):(?=[^\s/:])")
LONE_KEY = re.compile(r" *(?:- +)*[\w-]+ *$")
LAST_WORD = re.compile(r"\s([\w-]+)$")
SHORT_FORM = re.compile(r"[A-ZÆØÅ]{1,6}")
IN_PARENTHESES = re.compile(r"\(\s*[a-z][a-z-]*:\s.*\)\s*$")
ALSO_WORDS = {
    "agenda", "at", "by", "center", "data", "definition", "from", "head", "item", "left", "list", "mark", "note",
    "pause", "right", "show", "text", "to", "type", "x", "y",
}  # fmt: skip
"""Keys that stand before a colon in running text too, Danish or English."""


TEXTS = {"notes", "text", "hint", "ask", "alt", "caption", "quote", "note"}
"""Keys under which a text may stand on lines of its own."""
FAR_APART = re.compile(r"(?: {3}|\t)\s*$")
PART = re.compile(r"([\w-]+): +(?:[^\s:]|:(?!\s))(?:[^:]|:(?!\s))*")
SIGNS = re.compile(r"[\[\]{}\"'#]")
SPLITS = "The colon inside this text splits it: “{word}” is taken for a key such as `title:`."
COLON = re.compile(r":(?=\s|$)")
MAPPINGS = ("sources", "figures", "tables")
"""Under a name that stands under one of these stand keys."""


def is_key(word: str) -> bool:
    """Whether a word before a colon is a key, and none of running text."""
    from deckbuild.reader.vocabulary import WORDS

    return word in WORDS and word not in ALSO_WORDS


def joined_key(before: str, own: Collection[str] = ()) -> str:
    """Return the key that ends ``before``, the text up to a colon; nothing when it is running text.

    ``own`` are the keys that may stand beside the one the text stands under.
    """
    from deckbuild.reader.vocabulary import WORDS

    match = LAST_WORD.search(before.rstrip())
    if not match or match[1] not in WORDS:
        return ""
    apart = match[1] in own or FAR_APART.search(before, 0, match.start(1))
    return match[1] if apart or is_key(match[1]) else ""


def sign_of(key: str) -> str:
    """Return the sign after which a key's text stands on the lines below."""
    return "|" if key == "notes" else ">-"


JOINED = "“{key}:” stands in the middle of a line."
APART = (
    "If it begins a line of its own, press Enter before it, and let it begin in the same column as the lines it "
    "belongs with.",
    'If it is part of the text, put quotation marks around the whole text: `"…"`.',
)


def joined_lines(node: ScalarNode, reading: Reading, own: Collection[str] = ()) -> bool:
    """Report a key at the end of what YAML took for one; whether there is any."""
    if key := joined_key(node.value, own):
        reading.error("joined-lines", reading.within(node, key), JOINED, APART, key=key)
    return bool(key)


def colon_in_text(fault: Stumble) -> bool:
    """A text with a colon and a space in it."""
    if not fault.problem.startswith("mapping values"):
        return False
    lines, number, colon = fault.lines, fault.line, fault.column
    line = lines[number]
    if _text_below(fault, number):
        return True
    if LONE_KEY.match(line[:colon]):
        return False
    start = min(_text_start(lines, number), colon)
    first = _first_line(lines, number)
    own = _own_keys(lines, number)
    if _second_key(fault, start):
        return True
    if key := joined_key(line[start:colon], own) or _joined_word(lines, number, line[start:colon]):
        _tell_joined(fault, line.rindex(key, start, colon), key, own)
    elif IN_PARENTHESES.match(line[start:]):
        _in_parentheses(fault, start)
    elif first != number or goes_on(lines, number):
        _on_several_lines(fault, first, start)
    else:
        _on_one_line(fault, start)
    lines.replace(number, start, re.sub(r":(?=\s|$)", "x", line[start:]))
    return True


def _text_start(lines: Lines, number: int) -> int:
    """Return where a line's text begins; in ``- Price: free: no`` after the hyphen, since no key begins with it."""
    from deckbuild.reader.vocabulary import WORDS

    match = KEY.match(lines[number])
    if match and match["dashes"] and match["key"] and match["key"][0].isupper() and match["key"] not in WORDS:
        return match.end("dashes")
    return lines.value_start(number)


def _over(lines: Lines, number: int) -> list[str]:
    """Return the keys that a line's own stands under, the nearest first."""
    match = KEY.match(lines[number])
    column = match.end("dashes") if match else 0
    found = [KEY.match(lines[each.line]) for each in lines.levels(number) if not each.item and each.column < column]
    return [each["key"] for each in found if each]


def _own_keys(lines: Lines, number: int) -> set[str]:
    """Return the keys that may stand beside the one a line begins with."""
    from deckbuild.reader.belonging import beside

    match = KEY.match(lines[number])
    return beside(match["key"], _over(lines, number)) if match and match["key"] else set()


def _tell_joined(fault: Stumble, at: int, key: str, own: Collection[str]) -> None:
    lines, number = fault.lines, fault.line
    match = KEY.match(lines[number])
    start = match.end("dashes") if match and match["dashes"] else lines.text_end(number, 0)
    braces = _in_braces(lines, number, start, own)
    fault.tell(
        "joined-lines",
        lines.span(number, at, fault.column + 1),
        JOINED,
        "Put braces around the keys: `{text}`. Or press Enter before each of them." if braces else APART,
        key=key,
        text=braces,
        edits=lines.swap(number, start, lines.text_end(number, start), braces) if braces else (),
    )


def _in_braces(lines: Lines, number: int, start: int, own: Collection[str]) -> str:
    """Return keys that stand one after another, with commas between them, in braces; nothing when it isn't that."""
    text = lines[number][start:].strip()
    parts = [PART.fullmatch(part.strip()) for part in text.split(",")]
    keys = [part[1] for part in parts if part]
    below = next((n for n in range(number + 1, len(lines.lines)) if not lines.blank(n)), len(lines.lines))
    if SIGNS.search(text) or len(keys) < len(parts) or {*keys[1:]} - {*own} or len({*keys}) < len(keys):
        return ""
    return f"{{{text}}}" if lines.indent(below) <= lines.indent(number) else ""


def _second_key(fault: Stumble, start: int) -> bool:
    """``board: pattern: dots``: whether a key stands on the line of the one that it belongs under."""
    from deckbuild.reader.belonging import beside, place_under

    lines, number = fault.lines, fault.line
    line, match = lines[number], KEY.match(lines[number])
    word = line[start : fault.column].strip()
    if not match or not match["key"] or not word or not re.fullmatch(r"[\w-]+", word):
        return False
    over = _over(lines, number)
    named = len(over) == 1 and over[0] in MAPPINGS
    where = "itself" if named else place_under(match["key"], word)
    if not where:
        return False
    rest = line[start:].strip()
    braces = _in_braces(lines, number, start, beside(word, [match["key"]])) if where == "itself" else ""
    fault.tell(
        "joined-lines",
        lines.span(number, start, fault.column + 1),
        JOINED,
        (
            "Press Enter after `{over}:`, and begin the new line two spaces further in than `{over}:`: `{rest}`.",
            "Or write `{over}: {braces}`." if braces else "",
        ),
        key=word,
        over=match["key"],
        rest=shortened(f"- {rest}" if where == "items" else rest, 60),
        braces=braces,
        edits=lines.swap(number, start, lines.text_end(number, start), braces) if braces else (),
    )
    lines.replace(number, start, re.sub(r":(?=\s|$)", "x", line[start:]))
    return True


def text_under_key(lines: Lines, number: int) -> tuple[int, range, bool] | None:
    """Return the key line of a text on several lines below it, the text's lines, and whether it is but a text.

    Nothing when ``number`` is no line of such a text, or the only one.
    """
    header = number if _opens_text(lines, number) else next(
        (above for above in range(number - 1, -1, -1) if not lines.blank(above) and _of_structure(lines[above])), -1
    )  # fmt: skip
    if header < 0 or not _opens_text(lines, header) or (header != number and _of_structure(lines[number])):
        return None
    match = KEY.match(lines[header])
    column = match.end("dashes") if match else 0
    last = header
    for below in range(header + 1, len(lines.lines)):
        if lines[below].strip() and lines.indent(below) <= column:
            break
        last = below if lines[below].strip() else last
    text = range(header + 1, last + 1)
    said = [each for each in text if lines[each].strip()]
    if number not in text or len(said) < 2:
        return None
    least = min(lines.indent(each) for each in said)
    plain = lines.indent(said[0]) == least and not any(_of_structure(lines[each]) or lines.blank(each) for each in said)
    return header, text, plain


def _opens_text(lines: Lines, number: int) -> bool:
    match = KEY.match(lines[number])
    return bool(match and match["key"] in TEXTS and not lines[number][match.end() :].strip())


def _of_structure(line: str) -> bool:
    """Whether a line begins with a hyphen or a key of the language."""
    from deckbuild.reader.vocabulary import WORDS

    match = KEY.match(line)
    if not match or not match["key"]:
        return bool(match and match["dashes"])
    return bool(match["dashes"]) or match["key"] in WORDS or (match["key"].islower() and bool(english(match["key"])))


def _text_below(fault: Stumble, number: int) -> bool:
    found = text_under_key(fault.lines, number)
    if not found:
        return False
    header, text, plain = found
    match = KEY.match(fault.lines[header])
    key, end = (match["key"], match.end()) if match else ("", 0)
    colon = next((c.start() for each in text if (c := COLON.search(fault.lines[each]))), fault.column)
    line = next((each for each in text if COLON.search(fault.lines[each])), number)
    sign = sign_of(key)
    fault.tell(
        "unquoted-colon",
        fault.lines.span(line, colon, colon + 1),
        SPLITS,
        "The text stands on several lines. Write `{sign}` after `{key}:` on line {line}.",
        word=shortened(fault.lines[line][:colon].strip()),
        key=key,
        sign=sign,
        line=header + 1,
        edits=fault.lines.swap(
            header,
            end - len(fault.lines[header][:end]) + len(fault.lines[header][:end].rstrip()),
            len(fault.lines[header]),
            f" {sign}",
        )
        if plain
        else (),
    )
    fault.lines.lines[header] = f"{fault.lines[header].rstrip()} {sign}"
    fault.lines.muted.update(each + 1 for each in (header, *text))
    if not plain:
        for each in text:
            fault.lines.flatten(each, fault.lines.indent(each))
            fault.lines.lines[each] = " " * (len(match.group()) if match else 0) + fault.lines[each].lstrip()
    return True


def text_on_several_lines(fault: Stumble) -> bool:
    """A text below its key, of which YAML took the first line for a key and its value."""
    asked = "could not find expected ':'" in fault.problem or "expected <block end>" in fault.problem
    return asked and (
        any(_text_below(fault, number) for number in (fault.context_line, fault.line, fault.lines.above(fault.line)))
        or _item_goes_on(fault)
    )


def _item_goes_on(fault: Stumble) -> bool:
    """``- Place: here`` with the rest of its text in the column of the first word."""
    lines, number = fault.lines, fault.context_line
    first = lines.above(number)
    match, rest = KEY.match(lines[first]), KEY.match(lines[number])
    colon = COLON.search(lines[first])
    if "could not find expected ':'" not in fault.problem or not match or not rest or not colon or rest["key"]:
        return False
    start = match.end("dashes")
    if not match["dashes"] or lines.indent(number) != start or _of_structure(lines[first].replace("-", " ", 1)):
        return False
    if lines[first][start] in "\"'[{|>&*!%@`?":
        return False
    fault.tell(
        "unquoted-colon",
        lines.span(first, colon.start(), colon.end()),
        SPLITS,
        "The text stands on several lines. Write `>-` after the hyphen on line {line}, and put the text on the lines "
        "below, two spaces further in than the hyphen.",
        word=shortened(lines[first][start : colon.start()]),
        line=first + 1,
    )
    lines.muted.add(number + 1)
    lines.flatten(first, start)
    return True


def _joined_word(lines: Lines, number: int, before: str) -> str:
    """Return the short form that ends a text under ``words:``."""
    match = LAST_WORD.search(before.rstrip())
    outer = next((level for level in lines.levels(number) if not level.column), None)
    inside = outer is not None and lines[outer.line].startswith("words")
    return match[1] if match and inside and SHORT_FORM.fullmatch(match[1]) else ""


def _first_line(lines: Lines, number: int) -> int:
    """Return the line on which the text begins that goes on at ``number``."""
    indent = lines.indent(number)
    for above in range(number, -1, -1):
        match = KEY.match(lines[above])
        if lines.blank(above) or not match:
            break
        if match["dashes"] or match["key"]:
            begun = lines[above][lines.value_start(above) :].strip()
            return above if above == number or (begun and match.end("indent") < indent) else number
    return number


def goes_on(lines: Lines, number: int) -> bool:
    """Whether a text goes on below its line."""
    match, below = KEY.match(lines[number]), KEY.match(lines[number + 1])
    if lines.blank(number + 1) or not match or not below or below["dashes"] or below["key"]:
        return False
    return below.end("indent") > match.end("indent")


def _on_several_lines(fault: Stumble, first: int, start: int) -> None:
    colon = fault.column
    begun = KEY.match(fault.lines[first])
    if first + 1 in fault.lines.muted:  # the same text: its first colon was told
        fault.lines.muted.add(fault.line + 1)
    fault.tell(
        "unquoted-colon",
        fault.lines.span(fault.line, colon, colon + 1),
        SPLITS,
        "The text stands on several lines. Write `>-` after `{key}:` on line {line}, and put the text on the lines "
        "below, two spaces further in."
        if begun and begun["key"]
        else "The text stands on several lines. Write `>-` after the hyphen on line {line}, and put the text on the "
        "lines below, two spaces further in than the hyphen.",
        word=shortened(fault.lines[fault.line][start:colon]),
        key=begun["key"] if begun else "",
        line=first + 1,
    )
    fault.lines.muted.add(first + 1)


def _in_parentheses(fault: Stumble, start: int) -> None:
    """``picture: (file: …)``."""
    line = fault.lines[fault.line]
    end = len(line.rstrip())
    fault.tell(
        "wrong-brackets",
        fault.lines.span(fault.line, start, end),
        "Keys on one line stand in braces, not in parentheses.",
        "Write `{{{text}}}`.",
        text=shortened(line[start + 1 : end - 1], 60),
        edits=fault.lines.swap(fault.line, start, start + 1, "{") + fault.lines.swap(fault.line, end - 1, end, "}"),
    )


def _on_one_line(fault: Stumble, start: int) -> None:
    line, colon = fault.lines[fault.line], fault.column
    text = line[start:].strip()
    hint = "Write `>-` where the text begins, and put the text on the next line, two spaces further in."
    if '"' not in text:
        hint = (
            'Put quotation marks around the whole text: `"{text}"`. Or write `>-` there and put the text on the next '
            "line, two spaces further in."
        )
    fault.tell(
        "unquoted-colon",
        fault.lines.span(fault.line, colon, colon + 1),
        SPLITS,
        hint,
        word=shortened(line[start:colon]),
        text=shortened(text, 60),
        edits=fault.lines.quoted(fault.line, start) if line[start] not in "[{\"'" else (),
    )


NAMES = {"words", "sources", "figures", "tables", "sheets", "values", "series"}
"""Under these stand the author's own names."""
NAME = re.compile(r" *([^\W_][\w-]*)( *(?::|=)\s*)(?=[^\s/:])")
SHORT = re.compile(r" *([A-ZÆØÅ]{1,6})( +)(?=\S)")
WRONG_COLON = re.compile(r" *(?:- +)*([a-z][a-z-]*)(;\s*| :(?! ))(?=\S)")
BARE = re.compile(r" *([a-z][a-z-]*)( *= *| +)(?=[\w\"'])")


def name_without_colon(fault: Stumble) -> bool:
    """``PL:leder`` and ``PL = leder`` under ``words:``; ``item Tjek ind`` beside ``time:``; ``notes; Husk``."""
    for number in dict.fromkeys((fault.context_line, fault.line, fault.lines.above(fault.line))):
        match = _unmarked(fault.lines, number) if number >= 0 and not fault.lines.blank(number) else None
        if not match or number + 1 in fault.lines.muted:
            continue
        key, sign, end = match[1], match[2], match.end()
        text = shortened(fault.lines[number][end:].strip(), 60)
        place = fault.lines.span(number, match.start(1), match.end(1))
        edits = fault.lines.swap(number, match.end(1), end, ": ")
        if ":" in sign:
            fault.tell(
                "colon-without-space",
                place,
                "There is no space after the colon, so `{key}:` is no key.",
                "Write a space after it: `{key}: {text}`.",
                key=key,
                text=text,
                edits=edits,
            )
        else:
            fault.tell(
                "key-without-colon",
                place,
                "There is no colon after `{key}`.",
                "Write `{key}: {text}`, with a colon and a space.",
                key=key,
                text=text,
                edits=edits,
            )
        line = fault.lines[number]
        fault.lines.lines[number] = f"{line[: match.end(1)]}: {line[end:].translate(RISKY)}"
        return True
    return False


def _unmarked(lines: Lines, number: int) -> re.Match[str] | None:
    """Return a line's key that has no colon and space after it, and what it has instead."""
    from deckbuild.reader.belonging import beside
    from deckbuild.reader.vocabulary import WORDS

    line, indent = lines[number], lines.indent(number)
    begun = KEY.match(line)
    if not begun or begun["key"]:
        return None
    levels = [each for each in lines.levels(number) if not each.item]
    keys = [(each.column, found["key"]) for each in levels if (found := KEY.match(lines[each.line]))]
    over = [key for column, key in keys if column < indent]
    if not begun["dashes"] and over and over[0] in NAMES:
        short = SHORT.match(line) if over[0] == "words" else None
        name = NAME.match(line)
        return name if name and not (name[2].strip() == ":" and name[2][-1].isspace()) else short
    if (wrong := WRONG_COLON.match(line)) and wrong[1] in WORDS - ALSO_WORDS:
        return wrong
    bare = BARE.match(line)
    same = [key for column, key in keys if column == indent]
    return bare if bare and any(bare[1] in beside(key, over) for key in same) else None


def no_space_after_colon(fault: Stumble) -> bool:
    """``title:Text``."""
    for number in (fault.line, fault.context_line, fault.lines.above(fault.line)):
        match = UNSPACED_KEY.match(fault.lines[number])
        if match and not fault.lines.blank(number) and "://" not in fault.lines[number][: match.end() + 2]:
            end = match.end()
            fault.tell(
                "colon-without-space",
                fault.lines.span(number, match.end(1), end + 1),
                "There is no space after the colon, so `{key}:` is no key.",
                "Write a space after it: `{key}: {text}`.",
                key=match[2],
                text=shortened(fault.lines[number][end:].strip()),
                edits=fault.lines.swap(number, end, end, " "),
            )
            fault.lines.replace(number, end, " ")
            return True
    return False
