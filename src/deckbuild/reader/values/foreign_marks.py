"""Marks of Markdown, web pages and other programs that deck.yaml does not know; they are printed as they stand.

``FOREIGN`` is the one list of them; what deck.yaml does know is in ``values.marks``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape

from deckbuild.characters import named
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Phrase, Span, Template
from deckbuild.locales import any_of, every_language
from deckbuild.reader.context import Reading, shortened
from deckbuild.reader.syntax.list_marks import NUMBER, SIGNS, WORDS
from deckbuild.reader.values.marks import LANG, PICTURE, printed_as

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
_BOARDS = r"(?i:b|i|u|s|url|img|quote|code|color|size|font|center|left|right|list)"
"""The marks of web forums, in brackets."""
_QUOTES = "`',<>“”\""
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
    instead: Callable[[str], str | None] | None = None
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
            self.hint if instead is not None or not self.instead else _DELETE,
            mark=shortened(found),
            sign=named(instead or ""),
            instead=instead or "",
            done=Phrase("Done"),
            edits=reading.swap(whole, instead) if exact and self.sure and instead is not None else (),
        )


def _inside(most: int) -> Callable[[str], str]:
    """Return a function that takes ``most`` signs off both ends of a mark."""
    return lambda mark: mark[most:-most]


def as_stars(mark: str) -> str:
    """Return the words between two marks of web pages with our marks around them, if there are any of that meaning."""
    name, words = re.split(r"[\s>]", mark[1:], maxsplit=1)[0], mark[mark.index(">") + 1 : mark.rindex("<")]
    sign = {"b": "**", "strong": "**", "i": "*", "em": "*"}.get(name, "")
    return words.replace(words.strip(), f"{sign}{words.strip()}{sign}")


def _of_wiki(mark: str) -> str:
    """Return what stands between two or more apostrophes with stars around it."""
    words = mark.strip("'")
    stars = {2: "*", 3: "**"}.get((len(mark) - len(words)) // 2, "***")
    return f"{stars}{words}{stars}"


def _of_latex(mark: str) -> str:
    r"""Return what stands in the braces of a command, such as ``\textbf{…}``, in stars if it makes words stand out."""
    command, words = mark[1:-1].split("{", 1)
    stars = {"textbf": "**", "textit": "*", "emph": "*"}.get(command, "")
    return f"{stars}{words}{stars}"


def _of_bulletin_board(mark: str) -> str:
    """Return what stands between two marks in brackets: with stars, or as a link."""
    opening, words = mark[1:].split("]", 1)
    words = words[: words.rindex("[")]
    name, _, address = opening.lower().partition("=")
    if name == "url" and address:
        return f"[{words}]({opening[len('url=') :].strip(chr(34))})"
    stars = {"b": "**", "i": "*"}.get(name, "")
    return f"{stars}{words}{stars}"


def _of_mail(mark: str) -> str:
    """Return the letters that figures after ``=`` or ``%``, or a code of UTF-7, stand for; else the mark."""
    if mark[0] == "+":
        return mark.encode().decode("utf-7")
    code = bytes.fromhex(re.sub("[=%]", "", mark))
    try:
        return code.decode("utf-8")
    except UnicodeDecodeError:
        return code.decode("cp1252", "replace") if mark[0] == "=" else mark


def _link(mark: str) -> str:
    """Return a link whose address stands before its text, or in the other brackets, in the way that has an effect."""
    address = re.findall(r"(?:https?://|mailto:|www\.)[^])>\s]+", mark)[0]
    words = next(each for each in re.findall(r"[\[(]([^])\n]+)[])]", mark) if each != address)
    return f"[{words}]({'https://' if address.startswith('www.') else ''}{address})"


_PROMPT = r">>> (?:[\w.]+(?:\(| *=)|(?:import|from|for|if|while|def|class) \w)"
"""Matches a line as it is typed after Python's prompt."""
QUOTED = ForeignMark(
    rf"^[ \t]*(?!{_PROMPT})>[ \t>]*",
    "“{mark}” is printed at the beginning of the line: it does not make a quotation here.",
    "Delete it, and put the words in quotation marks. A quotation of its own gets the key `quote:`.",
    lambda _: "",
)
DASH = ForeignMark(
    r"(?<=[^\s-] )--(?= [^\s-])|(?<=\d)--(?=\d)|(?<=[^\W\d_])---(?=[^\W\d_])|(?<=\S )---(?= \S)",
    "“{mark}” is printed as it stands: it does not make a dash here.",
    "Write the dash itself: `{instead}`.",
    lambda _: "–",
)
FOREIGN = (
    ForeignMark(
        r"^[^\n]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*\|.*$|(?:^[ \t]*\|[^\n]+\|[ \t]*(?:\n|$)){2,}",
        "The lines with `|` are not made into a table but printed as they stand.",
        _TABLE,
        table=True,
    ),
    ForeignMark(
        rf"(?:^(?![ \t]*(?:[{SIGNS}]|{WORDS}|{NUMBER})\t)[^\n]*[^\s-][ ]*\t[ \t]*\S[^\n]*(?:\n|$)){{2,}}",
        "These lines have columns with tabs between them. No table is made of them: a tab is printed as one space.",
        _TABLE,
        table=True,
    ),
    ForeignMark(
        rf"^(?![ \t]*(?:[{SIGNS}]|{WORDS}|{NUMBER})\t)[^\n]*[^\s-][ ]*\t[ \t]*\S[^\n]*$",
        "Each tab in this line is printed as one space, and no table is made of it.",
        (_TABLE, "If it is no row of a table, write a space for each tab."),
        table=True,
    ),
    ForeignMark(
        r"(?<=[?:])[ \t]*(?:_{4,}|\.{6,}|…{3,})[ \t]*$",
        "“{mark}” is printed as it stands: the handout has lines to write on by itself.",
        "Delete it.",
        lambda _: "",
    ),
    ForeignMark(
        r"^[ \t]*(?:```|~~~).*$",
        "“{mark}” is printed as it stands: code has no mark of its own here.",
        "Delete the lines with these signs. A line that is to end where it ends here ends with a backslash.",
    ),
    ForeignMark(
        r"``[^`'\n]+''|(?<![,\w]),,(?=\w)[^,\n]*?(?:''|[“”\"])|<<[^<>\n]+>>",
        "The signs around “{mark}” are printed as they stand: they do not make quotation marks here.",
        "Write `{instead}`.",
        lambda mark: f'"{mark.strip(_QUOTES)}"',
        sure=False,
    ),
    ForeignMark(
        r"(?<![\w'])'{2,3}(?=[^\s'])[^\n]*?[^\s']'{2,3}(?![\w'])",
        "The signs around “{mark}” are printed: bold and italic words have stars around them here.",
        "Write `{instead}`.",
        _of_wiki,
    ),
    ForeignMark(
        rf"\[(?:{_BOARDS})(?:=[^\]\n]*)?\][^\[\]\n]+\[/(?:{_BOARDS})\]",
        "“{mark}” is printed as it stands: these are marks of web forums.",
        "Write `{instead}`.",
        _of_bulletin_board,
    ),
    ForeignMark(
        rf"\[(?:{_BOARDS})(?:=[^\]\n]*)?\](?=[^\n]*\[/)|\[/(?:{_BOARDS})\]",
        "“{mark}” is printed as it stands: it is a mark of web forums.",
        _DELETE,
    ),
    ForeignMark(
        r"^[ \t]*(?:={2,6}[ \t]+\S[^\n]*|#{2,6}(?=[^\s#])|[hH][1-6]\.[ \t]+(?=\S))",
        "“{mark}” is printed as it stands: it does not make a heading here.",
        "Delete the signs. Under `text: |` a line that begins with `## `, with the space, is a heading.",
    ),
    ForeignMark(
        r"``[^`\n]+``|`[^`\n]+`",
        "The signs around “{mark}” are printed: code has no mark of its own here.",
        "Write it without them: `{instead}`.",
        lambda mark: printed_as(mark.strip("`")),
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
        rf"{PICTURE.pattern}|!\[\[?[^\]\n]+\]+(?!\()",
        "“{mark}” is printed as it stands: a text can't hold a picture.",
        "Give the picture a key of its own: `picture: {{file: assets/name.jpg, alt: …}}`.",
    ),
    ForeignMark(
        r"\[[^\]\n]*[^\W\d][^\]\n]*\][ \t]+\((?:https?://|mailto:)[^)\s]+\)"
        r"|\((?:https?://|mailto:)[^)\s]+\)\[[^\]\n]+\]|\([^()\n]*[^\W\d][^()\n]*\)\[(?:https?://|mailto:|www\.)[^\]\s]+\]"
        r"|\[[^\]\n]+\]<(?:https?://|mailto:)[^>\s]+>",
        "“{mark}” is printed as it stands: this is no link here.",
        "Write `{instead}`.",
        _link,
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
        as_stars,
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
        rf"</?(?:{_TAGS}|[a-z]\w*:[a-z]\w*)(?:\s[^<>]*)?/?>|<!--.*?(?:-->|$)|<!DOCTYPE[^>]*>",
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
        r"&(?:amp|quot|nbsp|shy)(?![\w;])",
        "“{mark}” is printed as it stands: it is how web pages write a sign.",
        "Write the sign itself: {sign}",
        unescape,
    ),
    ForeignMark(
        r"\+A[M-P][AEIMQUYcgkosw048]-|(?:=[2-9A-F][0-9A-F]){2,}|(?<=[^\W\d_])=[C-F][0-9A-F](?=[^\W\d_])|(?:%[C-F][0-9A-F](?:%[89AB][0-9A-F])+)+",
        "“{mark}” is printed as it stands: it is how mail programs and addresses write a letter.",
        "Write the letter itself: `{instead}`.",
        _of_mail,
    ),
    DASH,
    ForeignMark(
        r"(?<=[\w.,:;!?)])\\n(?=[A-ZÆØÅ\s\\-]|$)",
        "“{mark}” is printed as it stands: it begins a new line only inside double quotation marks.",
        'Put the whole text in double quotation marks: `"…"`.',
    ),
    ForeignMark(
        r"(?<![:\w/])//(?=[^\s/])[^/\n]*[^\s/]//(?![\w/])",
        "The signs around “{mark}” are printed: bold and italic words have stars around them here.",
        "Write `{instead}`.",
        lambda mark: f"*{mark.strip('/')}*",
    ),
    QUOTED,
    ForeignMark(
        rf"(?<=\])(?!{LANG.pattern})\{{[ \t]*lang\b[^{{}}\n]*\}}",
        "“{mark}” is printed as it stands: no language can be read from it.",
        "Write the language as two or three letters, and nothing beside them, such as `{{lang=en}}`.",
    ),
    ForeignMark(
        r"^[ \t]*(?:--|-{3,}[ \t]*[^\s-][^\n]*?-{3,})[ \t]*$",
        "“{mark}” is printed as it stands: it is a line of a mail program.",
        "Delete it.",
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
        r"\{/?(?:code|quote|noformat|panel|color)(?::[^{}\n]*)?\}|(?<!\S)(?:\$\{\w+\}|%[^\W\d]\w*%)|<%.+?%>|\[(?:cid|image):[^\]\n]+\]"
        r"|^[ \t]*(?:\.\.[ \t]+[\w-]+::|#\+\w+:).*$|^[ \t]*:[ \t]+(?=[^\W\d])"
        r"|^[ \t]*:::+.*$|\{\{.+?\}\}|\{%.+?%\}|\{[.#:][\w-]+[^{}\n]*\}",
        "“{mark}” is printed as it stands: it is a mark of another program.",
        "Delete it.",
    ),
    ForeignMark(
        rf"(?<!\S):(?:{_SHORTCODES}):(?![^\s.,!?)])",
        "“{mark}” is printed as it stands: it stands for a small picture in other programs.",
        "Delete it, or say it in words.",
    ),
    ForeignMark(
        r"(?<![\\\w:])\\[a-zA-Z]+\*?\{[^{}\n]+\}",
        "“{mark}” is printed as it stands: it is a command of LaTeX.",
        "Write `{instead}`.",
        _of_latex,
    ),
    ForeignMark(
        r"\\(?:textbf|textit|emph|underline|begin|end|frac|sqrt|item|cite|ref|section|newline|ldots|dots|quad|noindent|bigskip|medskip|LaTeX|alpha|beta|gamma|delta)\b",
        "“{mark}” is printed as it stands: it is a command of LaTeX.",
        _DELETE,
    ),
)
"""In the order in which they are tried at a place."""
HEADING = ForeignMark(
    r"^#{1,6}[ \t]+(?=\S)",
    "“{mark}” is printed as it stands: there are no headings in a text of one paragraph.",
    "Delete it. Under `text: |` a line that begins with `## ` is a heading.",
    lambda _: "",
)
BACKSLASH = ForeignMark(
    r"(?<![\\\w])\\[%/\"',;@?]",
    "The backslash in “{mark}” is printed: what follows it has no effect here that it could take away.",
    "Delete the backslash.",
    lambda mark: mark[1:],
)
