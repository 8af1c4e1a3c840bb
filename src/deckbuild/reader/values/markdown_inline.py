"""Inline marks of Markdown -> runs. The marks are emphasis, links, line breaks, escapes and ``[text]{lang=en}``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yaml.nodes import ScalarNode

from deckbuild.characters import named
from deckbuild.diagnostics import Diagnostics, Span, Words
from deckbuild.fonts.faces import Style, face
from deckbuild.model.text import BREAK, Run, Text, written
from deckbuild.reader.context import Reading
from deckbuild.reader.values.foreign_marks import report_foreign_marks
from deckbuild.reader.values.line_ends import report_joined_lines
from deckbuild.reader.values.marks import HELD, MARKS, parser, typeset, with_invisible_signs

if TYPE_CHECKING:
    from markdown_it.token import Token

SITE = re.compile(r"(?:www\.|(?:[\w-]+\.)+(?:dk|com|org|eu|net)(?:/|$))\S*", re.IGNORECASE)
WEB = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
UNUSUAL = re.compile("[^\x00-\u024f\u2010-\u2026\u20ac\u2190-\u2193]")
"""Matches a character other than Latin letters, dashes, quotation marks, the euro sign and arrows."""
BROKEN = re.compile(r"\[[^\[\]]*\]\([^)]*\)?")
LONE_STARS = re.compile(r"(\*\*|(?<![\w*])\*(?=[^\W\d_])).{0,12}")


def read_text(node: ScalarNode, reading: Reading) -> Text:
    """Return the text of a scalar as one paragraph. A line break inside quotation marks, ``\\n``, stays one."""
    report_foreign_marks(node, reading, prose=False)
    report_joined_lines(node, reading)
    value = with_invisible_signs(node.value)
    span = reading.span(node)
    missing_letters(value, span, reading.diagnostics)
    if not MARKS.search(value):
        return written(typeset((Run(value.strip(" \t")),), reading.language), span)
    if node.style == '"':
        value = value.strip().replace("\n", "\\\n")
    elif node.style != "|" and node.start_mark.line != node.end_mark.line:
        value = value.replace("\\ ", "\\\n")
    return written(read_runs(parser().parseInline(value.strip())[0].children or [], node, reading), span)


def missing_letters(text: str, span: Span, diagnostics: Diagnostics) -> None:
    """Warn of letters that the font of the papers lacks. The font is loaded only if there are unusual letters."""
    unusual = UNUSUAL.findall(text)
    if not unusual:
        return
    missing = face(Style.REGULAR).missing(unusual)
    if missing:
        diagnostics.warning(
            "missing-letter",
            span,
            "The font of the papers lacks {letters}; the handout shows a square instead.",
            "Write it in words. On the slides PowerPoint shows it if the computer has a font with it.",
            letters=Words(tuple(map(named, sorted(missing)))),
        )


def read_runs(tokens: list[Token], node: ScalarNode, reading: Reading) -> tuple[Run, ...]:
    """Return the runs of the inline tokens of markdown-it, and warn of marks that had no effect."""
    runs = runs_of(tokens)
    check_runs(runs, node, reading)
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


def check_runs(runs: tuple[Run, ...], node: ScalarNode, reading: Reading) -> None:
    """Warn of marks that had no effect. Check web links, and note links to slides for ``checks.references``."""
    for run in runs:
        if run.link is not None:
            _check_link(run.link, node, reading)
        if match := LONE_STARS.search(run.text):
            place = reading.within(node, match[0])
            if place != reading.span(node):
                place = replace(place, end_column=place.column + len(match[1]))
            if match[1] == "**":
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
        if "](" in run.text:
            link = BROKEN.search(run.text)
            reading.warning(
                "broken-link",
                reading.within(node, link[0] if link else "]("),
                "This looks like a link but is printed as it stands.",
                "Write `[text](https://address)`, with no space inside the address.",
            )


def _check_link(link: str, node: ScalarNode, reading: Reading) -> None:
    place = reading.within(node, f"]({link})")
    if place == reading.span(node):
        place = reading.within(node, link) if link else place
    else:
        place = replace(place, column=place.column + 2, end_column=place.end_column - 1)
    if not link:
        around = (
            replace(place, column=place.column - 2, end_column=place.end_column + 1)
            if place != reading.span(node)
            else place
        )
        reading.error(
            "bad-link",
            around,
            "This link has no address.",
            "Write it inside the parentheses: `[text](https://address)`.",
        )
        return
    if link.startswith("#"):
        reading.forward.links.append((link[1:], place))
    elif not WEB.match(link):
        site = SITE.fullmatch(link)
        reading.error(
            "bad-link",
            place,
            "The link “{link}” leads nowhere.",
            "Write `https://{link}`."
            if site
            else "A link begins with `https://` or `mailto:`, or it is `#` and the id of a slide.",
            link=link,
            edits=reading.inserted(place, "https://") if site and place != reading.span(node) else (),
        )
