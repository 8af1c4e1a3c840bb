"""Marks of Markdown, web pages and other programs that deck.yaml does not know; they are printed as they stand.

``FOREIGN`` is the one list of them; what deck.yaml does know is in ``values.marks``. Each is reported at its place. A
mark after a backslash is meant as it stands, and so is what stands in a web address.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import unescape

from yaml.nodes import ScalarNode

from deckbuild.characters import named
from deckbuild.diagnostics import Phrase, Span, Template
from deckbuild.locales import any_of, every_language
from deckbuild.reader.context import Reading, shortened
from deckbuild.reader.values.marks import PICTURE

_BREAK = re.compile(r"\s*<br\s*/?>\s*")
_LONGEST = 120
"""The most letters of a text that a remedy writes anew."""
_DELETE = "Delete the signs. `**…**` makes words bold, and `*…*` makes them italic."
_FORMULA = "Write it in plain signs, such as x² + 1, or show it as a picture."
_TABLE = (
    "Write `table:` instead, under it `columns: [Who, What]` and `rows:`, and under that a line such as "
    "`- [Ida, Coffee]` for each row."
)
_TAGS = (
    "a abbr article aside b big blockquote body br center cite code col dd del details div dl dt em figcaption "
    "figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label li link main "
    "mark nav ol p pre q s samp script section small span strike strong style sub summary sup svg table tbody td "
    "tfoot th thead title tr tt u ul var video"
).replace(" ", "|")
_SHORTCODES = (
    r"\+1 -1 100 bangbang bell blush book books boom bug bulb cake calendar clap clock1 coffee computer construction "
    "cry dart date email envelope exclamation eyes fire gift grin hand heart heart_eyes heavy_check_mark house hugs "
    "information_source joy key laughing link lock mag memo muscle ok ok_hand paperclip partying_face pencil pencil2 "
    "people phone point_down point_left point_right point_up pray question raised_hands rocket rofl school see_no_evil "
    "slightly_smiling_face smile smiley sob sparkles star star2 stop_sign sunny sweat_smile tada thinking thumbsdown "
    "thumbsup warning wave white_check_mark wink x zap"
).replace(" ", "|")
"""The names of small pictures written most often in chats and on GitHub. Other words between colons may be anything."""
_AND = any_of(*(language.phrases.joins for language in every_language()))
_SUPERSCRIPT = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_SUBSCRIPT = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


@dataclass(frozen=True, slots=True)
class ForeignMark:
    """A mark, and what is said of it."""

    pattern: str
    """A regular expression with ``^`` and ``$`` at line ends, as it is written in the value."""
    message: str
    hint: Template
    instead: Callable[[str], str] | None = None
    """Mark -> what may be written in its place, so that the same is meant; nothing when that is not sure."""
    sure: bool = True
    """Whether that is meant for certain, so that an edit may write it."""
    of_web: bool = False
    """Whether it is a mark of web pages."""
    table: bool = False
    """Whether it is a table."""

    def warn(self, found: str, place: Span, reading: Reading, *, exact: bool) -> None:
        """Warn of the mark ``found`` at a place, which is ``exact`` when nothing else stands there."""
        instead = self.instead(found) if self.instead else None
        line = place.file.line(place.line)
        after = len(line) - len(line[place.end_column - 1 :].lstrip()) + 1  # a space left there would indent the line
        whole = replace(place, end_column=after) if exact and instead == "" else place
        reading.warning(
            "html" if self.of_web else "printed-table" if self.table else "foreign-mark",
            place,
            self.message,
            self.hint,
            mark=shortened(found),
            sign=named(instead or ""),
            instead=instead or "",
            done=Phrase("Done"),
            edits=reading.swap(whole, instead) if exact and self.sure and instead is not None else (),
        )


def _inside(most: int) -> Callable[[str], str]:
    """Return a function that takes ``most`` signs off both ends of a mark."""
    return lambda mark: mark[most:-most]


def _of_web(mark: str) -> str:
    """Return the words between two marks of web pages with our marks around them, if there are any of that meaning."""
    name, words = re.split(r"[\s>]", mark[1:], maxsplit=1)[0], mark[mark.index(">") + 1 : mark.rindex("<")]
    sign = {"b": "**", "strong": "**", "i": "*", "em": "*"}.get(name, "")
    return words.replace(words.strip(), f"{sign}{words.strip()}{sign}")


FOREIGN = (
    ForeignMark(
        r"^[^\n]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*\|.*$|(?:^[ \t]*\|[^\n]+\|[ \t]*(?:\n|$)){2,}",
        "The lines with `|` are not made into a table but printed as they stand.",
        _TABLE,
        table=True,
    ),
    ForeignMark(
        r"(?:^[^\n]*[^\s-][ ]*\t[ \t]*\S[^\n]*(?:\n|$)){2,}",
        "These lines have columns with tabs between them. No table is made of them: a tab is printed as one space.",
        _TABLE,
        table=True,
    ),
    ForeignMark(
        r"^[ \t]*(?:```|~~~).*$",
        "“{mark}” is printed as it stands: code has no mark of its own here.",
        "Delete the lines with these signs. A line that is to end where it ends here ends with a backslash.",
    ),
    ForeignMark(
        r"``[^`\n]+``|`[^`\n]+`",
        "The signs around “{mark}” are printed: code has no mark of its own here.",
        _DELETE,
        lambda mark: mark.strip("`"),
    ),
    ForeignMark(
        r"~~[^~\n]+~~|(?<![\w~/])~[^~\s](?:[^~\n]*[^~\s])?~(?![\w~])|==[^=\n]+==|\+\+[^+\n]+\+\+",
        "The signs around “{mark}” are printed: no text is struck out, marked or underlined here.",
        _DELETE,
        lambda mark: mark.strip("~=+"),
    ),
    ForeignMark(
        r"(?<=[\w)])\^\{?[^\s^{}]{1,12}[\^}]|(?<=[\w)])\^\d+",
        "“{mark}” is printed as it stands: raised figures have no mark here.",
        "Write the raised figure itself, such as ² or ³.",
        lambda mark: mark.strip("^{}").translate(_SUPERSCRIPT),
    ),
    ForeignMark(
        r"(?<=\w)~[^\s~]{1,8}~",
        "“{mark}” is printed as it stands: lowered figures have no mark here.",
        "Write the figure on the line, or the lowered figure itself, such as ₂.",
        lambda mark: mark.strip("~").translate(_SUBSCRIPT),
    ),
    ForeignMark(
        r"\$\$[^$\n]+\$\$|\$(?:[a-zA-Z]|[^\s$][^$\n]*[\\^_=+{}][^$\n]*)\$",
        "“{mark}” is printed as it stands: formulas have no mark here.",
        _FORMULA,
    ),
    ForeignMark(
        r"\\[(\[][^\n]+?\\[)\]]",
        "“{mark}” is printed without the backslashes: formulas have no mark here.",
        _FORMULA,
    ),
    ForeignMark(
        PICTURE.pattern,
        "“{mark}” is printed as it stands: a text can't hold a picture.",
        "Give the picture a key of its own: `picture: {{file: assets/name.jpg, alt: …}}`.",
    ),
    ForeignMark(
        r"\[\^[^\]\s]+\]:?",
        "“{mark}” is printed as it stands: there are no footnotes here.",
        "Write the note in parentheses. A source gets the key `source:`.",
    ),
    ForeignMark(
        r"\[\[[^\]\n]+\]\]",
        "“{mark}” is printed as it stands: this is no link here.",
        "Write `[text](https://address)`.",
    ),
    ForeignMark(
        r"^[ \t]*\[[^\]\n]+\]:[ \t]+\S+|\[[^\]\n]+\]\[[^\]\n]+\]",
        "“{mark}” is printed as it stands: this is no link here.",
        "Write `[text](https://address)`.",
    ),
    ForeignMark(
        r"<(?:https?://|mailto:)[^>\s]+>",
        "The signs around “{mark}” are printed as they stand.",
        "Delete `<` and `>`, or write `[text](https://address)`.",
        _inside(1),
    ),
    ForeignMark(
        r"<(?:b|strong|em|i|u|s|span|font|mark|small|big)(?:\s[^<>]*)?>[^<>\n]*\w[^<>\n]*"
        r"</(?:b|strong|em|i|u|s|span|font|mark|small|big)>",
        "“{mark}” has marks of web pages, which are printed as they stand.",
        "Write `{instead}`. `**…**` makes words bold, and `*…*` makes them italic.",
        _of_web,
        of_web=True,
    ),
    ForeignMark(
        r"<br\s*/?>",
        "“{mark}” is a mark of web pages and is printed as it stands.",
        "Delete it. If a new line is to begin there, write `\\n` for it, and double quotation marks around the whole "
        "text.",
        of_web=True,
    ),
    ForeignMark(
        rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>|<!--.*?(?:-->|$)|<!DOCTYPE[^>]*>",
        "“{mark}” is a mark of web pages and is printed as it stands.",
        "Delete it. `**…**` makes words bold, `*…*` makes them italic.",
        of_web=True,
    ),
    ForeignMark(
        r"&(?!shy;|nbsp;)(?:[A-Za-z]{2,8}\d{0,2}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});",
        "“{mark}” is printed as it stands: it is how web pages write a sign.",
        "Write the sign itself: {sign}",
        unescape,
    ),
    ForeignMark(
        r"^[ \t]*>[ \t]+(?=[^\W\d])",
        "“{mark}” is printed at the beginning of the line: it does not make a quotation here.",
        "Delete it, and put the words in quotation marks. A quotation of its own gets the key `quote:`.",
        lambda _: "",
    ),
    ForeignMark(
        r"^[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,}|\+{3,}|#+|(?:[-*_+][ \t]+){2,}[-*_+])[ \t]*$",
        "“{mark}” is printed as it stands: it makes no line here.",
        "Delete it. An empty line begins a new paragraph, and `## ` before a line makes it a heading.",
    ),
    ForeignMark(
        r"(?:^|(?<=\s))\[[ xX]?\](?=\s)",
        "“{mark}” is printed as it stands: it makes no box to tick here.",
        "Delete it. A list gets boxes in the handout with `handout: {{ticks: {done}}}`.",
    ),
    ForeignMark(
        rf"[^\W\d_]{{2,}}-[ \n]\s*(?!{_AND}\b)(?=[^\W\d_A-ZÆØÅ])[^\W\d_]+\b(?!-)",
        "“{mark}” is printed with a hyphen and a space: at the end of a line a word was divided.",
        "Write the word in one: `{instead}`. If it is a dash, a space stands before it too.",
        lambda mark: re.sub(r"(?<![A-ZÆØÅ])-\s+|(?<=-)\s+", "", mark),
        sure=False,
    ),
    ForeignMark(
        r"^[ \t]*:::+.*$|\{\{.+?\}\}|\{%.+?%\}|\{[.#:][\w-]+[^{}\n]*\}",
        "“{mark}” is printed as it stands: it is a mark of another program.",
        "Delete it.",
    ),
    ForeignMark(
        rf"(?<!\S):(?:{_SHORTCODES}):(?![^\s.,!?)])",
        "“{mark}” is printed as it stands: it stands for a small picture in other programs.",
        "Delete it, or say it in words.",
    ),
    ForeignMark(
        r"\\(?:textbf|textit|emph|underline|begin|end|frac|sqrt|item|cite|ref|section|newline)\b",
        "“{mark}” is printed as it stands: it is a command of LaTeX.",
        _DELETE,
    ),
)
"""In the order in which they are tried at a place."""
_HEADING = ForeignMark(
    r"^#{1,6}[ \t]+(?=\S)",
    "“{mark}” is printed as it stands: there are no headings in a text of one paragraph.",
    "Delete it. Under `text: |` a line that begins with `## ` is a heading.",
    lambda _: "",
)
_BACKSLASH = ForeignMark(
    r"(?<![\\\w])\\[%/\"',;@?]",
    "The backslash in “{mark}” is printed: what follows it has no effect here that it could take away.",
    "Delete the backslash.",
    lambda mark: mark[1:],
)
_ALL = (*FOREIGN, _HEADING, _BACKSLASH)
_ANY = re.compile("|".join(f"(?P<m{place}>{mark.pattern})" for place, mark in enumerate(_ALL)), re.MULTILINE)
_POSSIBLE = re.compile(r"[^\W\d_]-\s|[`~^$&<>=\[|{\\#\t]|:[:a-z\d+-]|\+\+|---|\*\*\*|___|[-*_] [-*_]")
"""A text without these has no foreign mark."""
_AS_WRITTEN = re.compile(r"\]\([^)\n]*\)|(?:https?://|mailto:|www\.)[^\s>)]+|\\[`~^$&<>=\[|{#:!+*_-]")
"""Matches addresses and escaped signs, in which no mark is looked for."""


def report_foreign_marks(node: ScalarNode, reading: Reading, *, prose: bool) -> None:
    """Warn of each foreign mark in a text. ``prose`` says that the text may have headings."""
    value = node.value
    if not _POSSIBLE.search(value):
        return
    kept = [match.span() for match in _AS_WRITTEN.finditer(value)]
    whole, last = reading.span(node), None
    broken = not prose and _report_breaks(node, reading)
    for match in _ANY.finditer(value):
        mark = _ALL[int((match.lastgroup or "m0")[1:])]
        text = match[0].strip()
        place = whole.part(text, last)
        last = place or last
        if (
            (mark is _HEADING and prose)
            or (mark.of_web and broken)
            or any(first <= match.start() < end for first, end in kept)
        ):
            continue
        if mark.instead is unescape and unescape(text) == text:
            continue
        mark.warn(text, place or whole, reading, exact=place is not None)


def _report_breaks(node: ScalarNode, reading: Reading) -> bool:
    """Warn of a text on one line whose lines end with marks of web pages. Returns whether it is one."""
    place = reading.span(node)
    web = re.compile("|".join(mark.pattern for mark in FOREIGN if mark.of_web and mark.instead is _of_web))
    text = _BREAK.sub(r"\\n", web.sub(lambda match: _of_web(match[0]), node.value))
    if not _BREAK.search(node.value) or place.line != place.end_line or node.style in ("|", ">"):
        return False
    if set('"\\') & set(node.value) or "<" in text or text.startswith(r"\n") or text.endswith(r"\n"):
        return False
    if len(text) > _LONGEST or " " not in text:
        return False
    reading.warning(
        "html",
        place,
        "The marks of web pages in this text are printed as they stand.",
        'Write `"{text}"`. `\\n` begins a new line.',
        text=text,
        edits=reading.swap(place, f'"{text}"'),
    )
    return True
