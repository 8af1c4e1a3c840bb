"""Inline marks of Markdown -> runs. The marks are emphasis, links, line breaks, escapes and ``[text]{lang=en}``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from yaml.nodes import ScalarNode

from deckbuild.characters import named
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics, Span, Words
from deckbuild.fonts.bidi import reads_from_right
from deckbuild.fonts.faces import Style, face
from deckbuild.model.text import BREAK, Run, Text, written
from deckbuild.model.words import goes_on_as_path, is_path
from deckbuild.reader.context import Reading, shortened
from deckbuild.reader.syntax.swallowed_lines import key_inside
from deckbuild.reader.typography import HELD, typeset
from deckbuild.reader.values.foreign_marks_in_text import report_foreign_marks
from deckbuild.reader.values.line_ends import report_blank_lines, report_joined_lines
from deckbuild.reader.values.marks import CODE, MARKS, PICTURE, parser, with_line_ends

if TYPE_CHECKING:
    from markdown_it.token import Token

SITE = re.compile(r"(?:www\.|(?:[\w-]+\.)+(?:dk|com|org|eu|net)(?:/|$))\S*", re.IGNORECASE)
MAIL = re.compile(r"[^\s@:/]+@[^\s@]+\.[^\s@]+")
WEB = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
UNUSUAL = re.compile("[^\x00-\u024f\u2010-\u2026\u20ac\u2190-\u2193]")
"""Matches a character other than Latin letters, dashes, quotation marks, the euro sign and arrows."""
BROKEN = re.compile(r"(?:\[[^\[\]]*)?\]\([^)]*\)?")
_LAST_BACKSLASH = re.compile(r"(?<!\\)(?:\\\\)*\\\s*\Z")
"""Matches a backslash at the end of a text that no other one takes the effect from."""
_ESCAPE_INSIDE = re.compile(r"([^\s\\]*\w)\\([_*][\w.][^\s\\]*)")
"""Matches a word in which a backslash stands before a sign that would have no effect there anyway."""
LONE_STARS = re.compile(r"[^\s\x01-\x04]*?(\*\*|(?<![\w*])\*(?=[^\W\d_]))[^\s\x01-\x04]*")
"""Matches stars without a partner, and what stands around them between two spaces."""


def read_text(node: ScalarNode, reading: Reading) -> Text:
    """Return the text of a scalar as one paragraph. A line break inside quotation marks, ``\\n``, stays one."""
    if not key_inside(node, reading):
        report_foreign_marks(node, reading, prose=False)
        report_joined_lines(node, reading)
        report_blank_lines(node, reading)
    span = reading.span(node)
    value = with_line_ends(node, span, prose=False)
    missing_letters(value, span, reading.diagnostics)
    report_direction(value, span, reading.diagnostics)
    if not MARKS.search(value):
        return Text(typeset((Run(value.strip(" \t"), source=span),), reading.language), span)
    return written(read_runs(parser().parseInline(value.strip())[0], span, reading), span)


def missing_letters(text: str, span: Span, diagnostics: Diagnostics, hint: str = "") -> None:
    """Warn of letters that the font of the papers lacks, on each line. The font is loaded only for unusual letters."""
    unusual = UNUSUAL.findall(text)
    missing = face(Style.REGULAR).missing(unusual) if unusual else ()
    lines: dict[int, tuple[Span, dict[str, None]]] = {}
    last = None
    for letter in filter(missing.__contains__, unusual):
        last = span.part(letter, last) or last
        lines.setdefault((last or span).line, (last or span, {}))[1][letter] = None
    for place, letters in lines.values():
        diagnostics.warning(
            "missing-letter",
            place,
            "The font of the papers lacks {letters}; the handout shows a square instead.",
            hint
            if hint
            else "Write it in words. On the slides PowerPoint shows it if the computer has a font with it.",
            letters=Words(tuple(map(named, letters))),
        )


def report_direction(text: str, span: Span, diagnostics: Diagnostics) -> None:
    """Warn of the first line of a text that reads from right to left, which the PDFs set from the left."""
    line = next(filter(reads_from_right, text.split("\n")), None)
    if line is not None:
        diagnostics.warning(
            "right-to-left",
            span.part(line.strip()) or span,
            "This text is written from right to left. In the handout it stands at the left, and signs at the ends of "
            "its lines may be on the wrong side.",
            "On the slides PowerPoint sets it right. For the handout, show the text as a picture: "
            "`picture: {{file: assets/name.png, alt: …}}`.",
        )


def read_runs(paragraph: Token, place: Span, reading: Reading) -> tuple[Run, ...]:
    """Return the runs of a paragraph of markdown-it at a place, and warn of marks that had no effect."""
    tokens = paragraph.children or []
    runs = runs_of(tokens)
    check_runs(runs, place, reading)
    _check_end(paragraph.content, place, reading)
    _check_escapes(paragraph.content, place, reading)
    for start, word, end in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if start.markup == end.markup == "__" and end.type == "strong_close" and " " not in word.content:
            found = place.part(f"__{word.content}__")
            reading.warning(
                "doubtful-mark",
                found or place,
                "“{word}” is printed in bold, without the underscores around it.",
                "Write `**{word}**` if that is meant. If the underscores belong to a name, write `\\_\\_{word}\\_\\_`.",
                word=word.content,
            )
    return typeset(runs, reading.language)


@dataclass(slots=True)
class _Style:
    bold: int = 0
    italic: int = 0
    link: str | None = None
    langs: tuple[str, ...] = ()

    def run(self, text: str) -> Run:
        return Run(text, self.bold > 0, self.italic > 0, self.link, self.langs[-1] if self.langs else None)


def runs_of(tokens: list[Token]) -> tuple[Run, ...]:
    """Return the runs of the inline tokens of markdown-it. Neighbours of the same style are one run."""
    runs: list[Run] = []
    style = _Style()
    for token in tokens:
        match token.type:
            case "text":
                text = token.content
            case "text_special":
                text = HELD.get(token.content, token.content)
            case "softbreak":
                text = " "
            case "hardbreak":
                text = BREAK
            case _:
                _restyle(style, token)
                continue
        run = style.run(text)
        if runs and replace(runs[-1], text=text) == run:
            runs[-1] = replace(run, text=runs[-1].text + text)
        elif text:
            runs.append(run)
    return tuple(runs)


def _restyle(style: _Style, token: Token) -> None:
    match token.type:
        case "strong_open" | "strong_close":
            style.bold += token.nesting
        case "em_open" | "em_close":
            style.italic += token.nesting
        case "link_open":
            style.link = str(token.attrs.get("href", ""))
        case "link_close":
            style.link = None
        case "lang_open":
            style.langs += (str(token.attrs["lang"]),)
        case "lang_close":
            style.langs = style.langs[:-1]
        case _:
            raise AssertionError(token.type)


def check_runs(runs: tuple[Run, ...], whole: Span, reading: Reading) -> None:
    """Warn of marks that had no effect. Check web links, and note links to slides for ``checks.references``."""
    last: Span | None = None
    link = None
    for run in runs:
        if run.link is not None and run.link != link:
            mark = whole.part(f"]({run.link})", last)
            last = mark or last
            _check_link(run.link, whole, mark, reading)
        link = run.link
        text = PICTURE.sub("", run.text) if "![" in run.text else run.text
        for match in LONE_STARS.finditer(text) if "*" in text else ():
            if len(match[0]) > 2 and not match[0].strip("*"):
                continue  # a line of stars is a foreign mark
            if place := whole.part(match[0], last):
                last = place
                column = place.column + match.start(1) - match.start()
                place = replace(place, column=column, end_column=column + len(match[1]))
            _lone(match[1], place or whole, reading)
        for match in BROKEN.finditer(text) if "](" in text else ():
            place = whole.part(match[0], last)
            last = place or last
            reading.warning(
                "broken-link",
                place or whole,
                "This looks like a link but is printed as it stands.",
                "Write `[text](https://address)`, with no space inside the address.",
            )


def _check_end(text: str, whole: Span, reading: Reading) -> None:
    """Warn of a backslash at the end of a paragraph, where no line follows that it could keep apart."""
    word = text.split()[-1] if "\\" in text and _LAST_BACKSLASH.search(text) else ""
    if not word or is_path(word):
        return
    place, found = None, whole.part(word)
    while found:
        place, found = found, whole.part(word, found)
    sign = replace(place, column=place.end_column - 1) if place else whole
    reading.warning(
        "foreign-mark",
        sign,
        "The backslash at the end of “{text}” is printed: a paragraph or an item ends here anyway.",
        "Delete the backslash.",
        text=shortened(word),
        edits=reading.swap(sign, "") if place else (),
    )


def _check_escapes(text: str, whole: Span, reading: Reading) -> None:
    """Warn of a backslash inside a word, which may be that of a path without the name of its drive."""
    if "\\" not in text:
        return
    last = None
    text = CODE.sub(lambda code: " " * len(code[0]), text)
    for match in _ESCAPE_INSIDE.finditer(text):
        before, after = match.groups()
        if is_path(match[0]) or goes_on_as_path(text[: match.end(1)]):
            continue
        place = whole.part(match[0], last)
        last = place or last
        reading.warning(
            "doubtful-mark",
            place or whole,
            "“{word}” is printed without the backslash.",
            "If it belongs to a path, write two: `{path}`. If not, it can be left out: `{plain}`.",
            word=match[0],
            path=f"{before}\\\\{after}",
            plain=f"{before}{after}",
        )


def _lone(stars: str, place: Span, reading: Reading) -> None:
    if stars == "**":
        reading.warning(
            "unbalanced-mark",
            place,
            "These two stars are printed as stars: they have no partner.",
            "Bold text needs `**` directly before its first letter and directly after its last one: "
            "`**bold**`. To print stars, write `\\*\\*`.",
        )
    else:
        reading.warning(
            "unbalanced-mark",
            place,
            "This star is printed as a star: it has no partner.",
            "Italic text needs `*` directly before its first letter and directly after its last one: "
            "`*italic*`. To print a star, write `\\*`.",
        )


def _check_link(link: str, whole: Span, mark: Span | None, reading: Reading) -> None:
    """Check where a link leads. Its ``mark`` is ``](link)``, if that was found."""
    place = replace(mark, column=mark.column + 2, end_column=mark.end_column - 1) if mark else None
    if not link:
        reading.error(
            "bad-link",
            mark or whole,
            "This link has no address.",
            "Write it inside the parentheses: `[text](https://address)`.",
        )
    elif link.startswith("#"):
        reading.forward.links.append((link[1:], place or whole))
    elif not WEB.match(link):
        site, mail = SITE.fullmatch(link), MAIL.fullmatch(link)
        reading.error(
            "bad-link",
            place or whole,
            "The link “{link}” leads nowhere.",
            "Write `https://{link}`."
            if site
            else "Write `mailto:{link}`."
            if mail
            else "A link begins with `https://` or `mailto:`, or it is `#` and the id of a slide.",
            link=link,
            edits=reading.inserted(place, "https://" if site else "mailto:") if (site or mail) and place else (),
        )
