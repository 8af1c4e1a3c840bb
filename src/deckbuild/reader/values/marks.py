"""What is a mark in a text: the one place that decides it for emphasis, backslashes and line ends.

A star or an underscore opens at the beginning of a word and closes at the end of one. In ``70*20*30`` and
``data_*_final_*.csv`` it is a sign like any other, and so is an underscore of code, as in ``__init__(self)``.
A backslash takes a mark's effect away, but not in a path. Between backticks all signs stand for themselves.
Foreign marks, which have no effect, are in ``values.foreign_marks``; dashes and quotation marks are set in
``reader.typography``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from deckbuild.characters import NO_BREAK_SPACE, SOFT_HYPHEN
from deckbuild.diagnostics import Span
from deckbuild.locales import every_language
from deckbuild.model.text import Run
from deckbuild.model.words import AROUND, goes_on_as_path, is_address, is_code, is_path
from deckbuild.reader.typography import HELD, typeset

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from yaml.nodes import ScalarNode

MARKS = re.compile(r"[*_\[\]\\<&`\n]")
"""A text with none of these has no marks."""
_NEW_LINE = re.compile(r"(?<=[^\s])[ \t]*\n(?=[ \t]*(?![-+*#>|\s]|\d{1,9}[.)]\s)\S)")
"""Matches the end of a line after which no paragraph, head or item begins."""
LANG = re.compile(r"\{\s*lang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)[\"']?\s*\}")
ENTITIES = {"&shy;": SOFT_HYPHEN, "&nbsp;": NO_BREAK_SPACE}
"""How an author writes signs that can't be seen in the file."""
PICTURE = re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*\)|\[!\[[^\[\]\n]*\]\([^()\n]*\)\]\([^()\n]*\)")
"""Matches a picture as Markdown writes it, and one that is a link. It is printed as it stands."""
_QUOTES = "'\""
CODE = re.compile(r"(`+)[^`\n]+\1(?!`)")
"""Matches code as Markdown writes it."""
_STAND_INS = str.maketrans(HELD)
ESCAPED = "\n\\*_[](){}#+-=<>&`~^$|!:."
"""What a backslash takes the effect from: all signs of our marks and of foreign ones."""
_EDGES = "([{<\"'«»‹›“”„‘’‚–—-/,.;:!?)]}>…|&+"
"""Signs that may stand between a mark and the space before or after it."""
_INSIDE = ".,:@"
"""Those that stand inside an address or a number when a letter or a figure follows."""
_NAME = re.compile(r"_+[^\W_]+(?:_+[^\W_]+)+_+")
_WILDCARDS = re.compile(r"(?<![^\s\\/(\[\"'])\*+[./\\:]+\*+(?![\w*])")
"""Matches stars with nothing between them but signs of file names, as in ``*.*``."""


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """Return a Markdown parser that knows only the marks that deck.yaml allows."""
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("zero").enable(
        ["emphasis", "link", "newline", "escape", "balance_pairs", "fragments_join", "heading", "list"]
    )
    markdown.disable(["text_join"])
    markdown.inline.ruler.before("link", "language", _language)
    markdown.inline.ruler.before("language", "picture", _picture)
    markdown.inline.ruler.before("picture", "code", _code)
    markdown.inline.ruler.before("escape", "path", _backslash_of_path)
    markdown.inline.ruler.before("emphasis", "star inside a word", _no_emphasis)
    return markdown


def _picture(state: StateInline, silent: bool) -> bool:
    """Take a picture as it stands: an inline rule of markdown-it."""
    match = PICTURE.match(state.src, state.pos)
    if match and not silent:
        state.pending += match[0]
    state.pos = match.end() if match else state.pos
    return bool(match)


def _code(state: StateInline, silent: bool) -> bool:
    """Take what stands between backticks, and them, as it stands: an inline rule of markdown-it."""
    match = CODE.match(state.src, state.pos)
    if match and not silent:
        state.pending += match[0].translate(_STAND_INS)
    state.pos = match.end() if match else state.pos
    return bool(match)


def _language(state: StateInline, silent: bool) -> bool:
    """Parse ``[text]{lang=en}``: an inline rule of markdown-it."""
    if state.src[state.pos] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    match = LANG.match(state.src, end + 1) if end >= 0 else None
    if not match:
        return False
    if not silent:
        position, most = state.pos, state.posMax
        state.pos, state.posMax = position + 1, end
        state.push("lang_open", "span", 1).attrs = {"lang": match.group(1)}
        state.md.inline.tokenize(state)
        state.push("lang_close", "span", -1)
        state.posMax = most
    state.pos = match.end()
    return True


def _backslash_of_path(state: StateInline, silent: bool) -> bool:
    """Take a backslash as it stands in a path of Windows and before what is no mark: an inline rule of markdown-it."""
    if state.src[state.pos] != "\\":
        return False
    of_path = is_path(_token(state)[1]) or goes_on_as_path(state.src[: state.pos])
    if state.src[state.pos + 1 : state.pos + 2] in ESCAPED and not of_path:
        return False
    if not silent:
        state.pending += "\\"
    state.pos += 1
    return True


def _token(state: StateInline) -> tuple[int, str]:
    """Return what stands between two spaces around the place that is parsed, and where it begins."""
    first = max(state.src.rfind(space, 0, state.pos) for space in f" \n{NO_BREAK_SPACE}") + 1
    return first, state.src[first:].split(None, 1)[0]


def _no_emphasis(state: StateInline, silent: bool) -> bool:
    """Take stars and underscores inside a word or an address as they stand: an inline rule of markdown-it."""
    if state.src[state.pos] not in "*_":
        return False
    first = end = state.pos
    while first > 0 and state.src[first - 1] in "*_":
        first -= 1
    while end < len(state.src) and state.src[end] in "*_":
        end += 1
    before, after = state.src[max(first - 2, 0) : first][::-1], state.src[end : end + 2]
    of_names = (after[:1] == "." and after[1:].isalnum()) or (before[:1] == "/" and not after.strip())  # *.md, tmp/*
    of_names = of_names or (_of_code if state.src[state.pos] == "_" else _is_wildcard)(state)
    if not of_names and not _in_address(state, first) and (_edge(before) or _edge(after)):
        return False
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True


def _in_address(state: StateInline, place: int) -> bool:
    """Whether an offset is inside an address, between its first and its last letter."""
    start, token = _token(state)
    token = token.partition("](")[0]  # the words of a link, without its address
    core = token.strip(f"*_{AROUND}")
    begin = start + token.index(core)
    return begin < place < begin + len(core) and is_address(re.sub("[*_]", "", core))


def _of_code(state: StateInline) -> bool:
    """Whether an underscore stands in a line of a program, or around a name that has underscores inside too."""
    first = state.src.rfind("\n", 0, state.pos) + 1
    return is_code(state.src[first:].partition("\n")[0]) or bool(_NAME.fullmatch(_token(state)[1].strip(AROUND)))


def _is_wildcard(state: StateInline) -> bool:
    """Whether a star is one of ``*.*``."""
    start, token = _token(state)
    return any(start + each.start() <= state.pos < start + each.end() for each in _WILDCARDS.finditer(token))


def _edge(beside: str) -> bool:
    """Whether a mark may open after, or close before, the two signs beside it; nothing is the end of the text."""
    inside = beside[:1] in _INSIDE and beside[1:].isalnum()
    return not beside or beside[0].isspace() or (beside[0] in _EDGES and not inside)


def with_line_ends(node: ScalarNode, whole: Span, *, prose: bool) -> str:
    r"""Return a node's text with the signs that ``&shy;`` and ``&nbsp;`` stand for, and two spaces before a line break.

    That is ``\n`` inside quotation marks, and where YAML joins the lines of ``whole``, a backslash at the end of one.
    In ``prose`` lines that are paragraphs, heads and items stay so, and blank lines part paragraphs also where YAML
    joins lines.
    """
    value: str = node.value
    if node.style == '"':
        value = _NEW_LINE.sub("  \n", value) if prose else value.strip().replace("\n", "  \n")
    elif node.style != "|" and node.start_mark.line != node.end_mark.line:
        value = _with_breaks(_with_blank_lines(value) if prose else value, whole)
    if "&" in value:
        for written, sign in ENTITIES.items():
            value = value.replace(written, sign)
    return value


def _with_breaks(value: str, whole: Span) -> str:
    """Return a text of which YAML has joined the lines with two spaces and a line end for a backslash at a line's end.

    Elsewhere a backslash before a space is a sign, as at the end of a path.
    """
    for above, below in pairwise(whole.file.line(number) for number in range(whole.line, whole.end_line + 1)):
        if above.rstrip().endswith("\\") and below.strip():
            last, first = above.split()[-1].lstrip(_QUOTES), below.split()[0].rstrip(_QUOTES)
            joint = re.compile(rf"(?<={re.escape(last[:-1])})\\ +(?={re.escape(first)})")
            value = joint.sub("  \n", value, count=1)
    return value


def _with_blank_lines(value: str) -> str:
    """Return a text with the blank lines of the file back, of which YAML, where it joins lines, has left one line end.

    Lines that are further in than the others under ``>`` have kept their line ends.
    """
    lines = value.split("\n")
    ends = ("\n\n" if a.lstrip() == a != "" and b.lstrip() == b != "" else "\n" for a, b in pairwise(lines))
    return lines[0] + "".join(end + line for end, line in zip(ends, lines[1:], strict=True))


def printed_as(text: str) -> str | None:
    """Return how to write a text in which no sign is to be a mark; ``None`` where one would be in any writing."""
    for written in (text, re.sub(r"[\\*_-]", r"\\\g<0>", text)):
        tokens = parser().parseInline(written)[0].children or []
        held = (HELD if each.type == "text_special" else {} for each in tokens)
        shown = Run("".join(signs.get(each.content, each.content) for signs, each in zip(held, tokens, strict=True)))
        if all(typeset((shown,), language) == (Run(text),) for language in every_language()):
            return written
    return None
