"""What comes out of what is written: tables of YAML and values."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

import pytest

from deckbuild.blocks.agenda import Agenda
from deckbuild.blocks.bullets import Bullets
from deckbuild.blocks.columns import Columns
from deckbuild.blocks.figure import FigureUse
from deckbuild.blocks.hub import Hub
from deckbuild.blocks.picture import Picture
from deckbuild.blocks.prose import Prose
from deckbuild.blocks.reflection import Reflection
from deckbuild.blocks.table import Table
from deckbuild.model.block import Answer
from deckbuild.model.deck import Deck, ListItem, Node, Show, Slide
from deckbuild.model.text import Paragraph, ParagraphKind, Run, Text
from deckbuild.reader import ReadResult, read

HEAD = "deck:\n  title: Prøve\n"
DECK = Path(__file__).parent.parent / "deck.yaml"


def read_text(text: str | bytes, folder: Path) -> ReadResult:
    path = folder / "deck.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path)


def good(text: str | bytes, folder: Path) -> Deck:
    result = read_text(text, folder)
    assert result.deck is not None, [d.text() for d in result.diagnostics]
    return result.deck


def slides_of(slides: str, folder: Path, head: str = HEAD) -> tuple[Slide, ...]:
    body = textwrap.indent(textwrap.dedent(slides).strip("\n"), "  ")
    return good(f"{head}slides:\n{body}\n", folder).slides


def codes(slides: str, folder: Path, head: str = HEAD) -> list[str]:
    body = textwrap.indent(textwrap.dedent(slides).strip("\n"), "  ")
    return [found.code for found in read_text(f"{head}slides:\n{body}\n", folder).diagnostics]


# ---- scalars keep the author's own characters


@pytest.mark.parametrize(
    "written",
    ["no", "nej", "Yes", "~", "null", "9:00", "1.10", "2014-11-12", "012", "0x1F", "1e3", ".5", "-", "<<", "=", "on"],
)
def test_text_is_kept_as_written(written: str, tmp_path: Path) -> None:
    (slide,) = slides_of(f"- title: {written if written != '-' else repr('-')}\n  board: dots", tmp_path)
    assert slide.title.plain == written


@pytest.mark.parametrize("yes", ["yes", "Yes", "true", "ja", "JA", "on", '"yes"', "»ja«"])
def test_yes(yes: str, tmp_path: Path) -> None:
    (slide,) = slides_of(f"- title: A\n  quote: {{text: B, paraphrase: {yes}}}", tmp_path)
    assert slide.body[0].paraphrase is True  # type: ignore[attr-defined]


@pytest.mark.parametrize("no", ["no", "false", "nej", "off"])
def test_no(no: str, tmp_path: Path) -> None:
    (slide,) = slides_of(f"- title: A\n  quote: {{text: B, paraphrase: {no}}}", tmp_path)
    assert slide.body[0].paraphrase is False  # type: ignore[attr-defined]


# ---- the file


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"\n", b"\r"),
        lambda data: data.rstrip(b"\n"),
        lambda data: data + b"\n\n# en kommentar\n",
        lambda data: b"---\n" + data,
    ],
    ids=["bom", "crlf", "cr", "no-newline-at-end", "comment-at-end", "document-start"],
)
def test_file_is_accepted(change: Any, tmp_path: Path) -> None:
    deck = good(change((HEAD + "slides:\n  - title: Støj på\n    board: dots\n").encode()), tmp_path)
    assert deck.slides[0].title.plain == "Støj på"
    place = deck.slides[0].title.span
    assert place is not None
    assert place.column == 12


@pytest.mark.parametrize(
    ("name", "code"), [("deck.yaml", "no-file"), ("no/where/deck.yaml", "no-file"), (".", "not-a-file")]
)
def test_file_that_is_none(name: str, code: str, tmp_path: Path) -> None:
    result = read(tmp_path / name)
    assert [found.code for found in result.diagnostics] == [code]
    assert result.deck is None


def test_a_deck_with_a_hidden_txt_after_its_name_is_found(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml.txt").write_text(HEAD, "utf-8")
    (found,) = read(tmp_path / "deck.yaml").diagnostics
    assert "There is “deck.yaml.txt”" in found.remedy(str)


def test_decomposed_letters_become_whole(tmp_path: Path) -> None:
    deck = good((HEAD + "slides:\n  - section: A\u030arhus\n").encode(), tmp_path)
    assert deck.slides[0].title.plain == "Århus"


# ---- inline marks


@pytest.mark.parametrize(
    ("written", "runs"),
    [
        ("ren tekst", [Run("ren tekst")]),
        ("**fed** og *kursiv*", [Run("fed", bold=True), Run(" og "), Run("kursiv", italic=True)]),
        ("***begge***", [Run("begge", bold=True, italic=True)]),
        ("*politik*ken", [Run("*politik*ken")]),
        ("snake_case_ord", [Run("snake_case_ord")]),
        ("5 * 3 * 2", [Run("5 * 3 * 2")]),
        (r"\*ikke kursiv\*", [Run("*ikke kursiv*")]),
        ("<b>ikke html</b> & &amp;", [Run("<b>ikke html</b> & &amp;")]),
        ("https://kommunen.dk", [Run("https://kommunen.dk")]),
        ("se [siden](https://kommunen.dk/a?b=1)", [Run("se "), Run("siden", link="https://kommunen.dk/a?b=1")]),
        ("[skriv](mailto:a@b.dk)", [Run("skriv", link="mailto:a@b.dk")]),
        ("[op](#a)", [Run("op", link="#a")]),
        ("[fail fast]{lang=en} siger de", [Run("fail fast", lang="en"), Run(" siger de")]),
        ("[*fail* fast]{lang=en}", [Run("fail", italic=True, lang="en"), Run(" fast", lang="en")]),
        ("[parentes] bliver stående", [Run("[parentes] bliver stående")]),
        ("a - b", [Run("a – b")]),
        ("*a* - b", [Run("a", italic=True), Run(" – b")]),
        (r"a \- b", [Run("a - b")]),
        ("add-in", [Run("add-in")]),
        ('"lige" tegn', [Run("»lige« tegn")]),
        ("vent ... nu", [Run("vent ... nu")]),
        ("`kode`", [Run("`kode`")]),
        ("![alt](x.png)", [Run("![alt](x.png)")]),
    ],
)
def test_inline(written: str, runs: list[Run], tmp_path: Path) -> None:
    block = slides_of(f"- title: A\n  id: a\n  bullets:\n    - >-\n      {written}", tmp_path)[0].body[0]
    assert isinstance(block, Bullets)
    assert list(block.items[0].text.runs) == runs


@pytest.mark.parametrize(
    ("scalar", "plain"),
    [
        ("|\n      En linje\n      og mere", "En linje og mere"),
        ("|\n      En linje\\\n      og mere", "En linje\nog mere"),
        ("|\n      En linje  \n      og mere", "En linje\nog mere"),
        (">-\n      En linje\n      og mere", "En linje og mere"),
        (">-\n      En linje\\\n      og mere", "En linje\nog mere"),
        ("En linje\n      og mere", "En linje og mere"),
    ],
)
def test_line_breaks(scalar: str, plain: str, tmp_path: Path) -> None:
    block = slides_of(f"- title: A\n  bullets:\n    - {scalar}", tmp_path)[0].body[0]
    assert isinstance(block, Bullets)
    assert "".join(run.text for run in block.items[0].text.runs) == plain


# ---- Markdown blocks


def outline(paragraphs: tuple[Paragraph, ...]) -> list[tuple[str, int, int, str]]:
    return [(p.kind.value, p.level, p.number, "".join(run.text for run in p.text.runs)) for p in paragraphs]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (">-\n      Et afsnit\n      går videre.\n\n      *Et* til.", ["Et afsnit går videre.", "Et til."]),
        (">\n      Et.\n\n\n      To.\n\n      Tre.", ["Et.", "To.", "Tre."]),
        ("Et\n\n      To", ["Et", "To"]),
        (">-\n      Et\n        længere inde\n      to", ["Et længere inde to"]),
        (">-\n      Husk:\n\n      - et\n\n      - to", ["Husk:", "et", "to"]),
    ],
)
def test_a_blank_line_parts_paragraphs_where_yaml_joins_lines(text: str, paragraphs: list[str], tmp_path: Path) -> None:
    prose = slides_of(f"- title: A\n  text: {text}", tmp_path)[0].body[0]
    assert isinstance(prose, Prose)
    assert [words for *_, words in outline(prose.paragraphs)] == paragraphs


def test_prose(tmp_path: Path) -> None:
    (slide,) = slides_of(
        """
        - title: A
          text: |
            Første afsnit
            går videre.

            ## Et hoved

            - en
              - under en
            - *to*

            3. tre
            4. fire
          notes: |
            Ren tekst
            på to linjer.

            Andet afsnit.
        """,
        tmp_path,
    )
    prose = slide.body[0]
    assert isinstance(prose, Prose)
    assert outline(prose.paragraphs) == [
        ("body", 0, 0, "Første afsnit går videre."),
        ("head", 0, 0, "Et hoved"),
        ("bullet", 0, 0, "en"),
        ("bullet", 1, 0, "under en"),
        ("bullet", 0, 0, "to"),
        ("number", 0, 3, "tre"),
        ("number", 0, 4, "fire"),
    ]
    assert [p.text.span.line for p in prose.paragraphs if p.text.span] == [6, 9, 11, 12, 13, 15, 16]
    assert outline(slide.notes) == [
        ("body", 0, 0, "Ren tekst på to linjer."),
        ("body", 0, 0, "Andet afsnit."),
    ]
    assert prose.paragraphs[4].text.runs[0].italic


@pytest.mark.parametrize("line", ["---", "===", "> citat", "    indrykket", "| tabel |", "* * *", "~~~", "<div>"])
def test_prose_has_no_other_blocks(line: str, tmp_path: Path) -> None:
    (slide,) = slides_of(f"- title: A\n  text: |\n    Et afsnit\n    {line}\n", tmp_path)
    prose = slide.body[0]
    assert isinstance(prose, Prose)
    kinds = {p.kind for p in prose.paragraphs}
    assert kinds <= {ParagraphKind.BODY, ParagraphKind.BULLET}
    assert line.strip(" *") in " ".join(p.text.plain for p in prose.paragraphs)


# ---- short forms


def tree(items: tuple[ListItem, ...]) -> list[Any]:
    return [(item.text.plain, tree(item.sub)) if item.sub else item.text.plain for item in items]


@pytest.mark.parametrize(
    "written",
    [
        "bullets:\n    - a\n    - b:\n        - c\n        - d:\n            - e",
        "bullets:\n    - a\n    - {text: b, sub: [c, {text: d, sub: [e]}]}",
        "bullets:\n    items: [a, {text: b, sub: [c, {text: d, sub: [e]}]}]",
    ],
)
def test_nested_lists(written: str, tmp_path: Path) -> None:
    block = slides_of(f"- title: A\n  {written}", tmp_path)[0].body[0]
    assert isinstance(block, Bullets)
    assert tree(block.items) == ["a", ("b", ["c", ("d", ["e"])])]


def test_questions(tmp_path: Path) -> None:
    (slide,) = slides_of(
        """
        - title: Spørg
          reflection:
            - Hvad nu?
            - {ask: Klar?, answer: yes-no}
            - {ask: Klar?, answer: [yes-no, lines], lines: 3, carry-to: Ark, hint: Spørg igen}
            - {ask: Hvor?, answer: scale, choices: [a, b], id: hvor}
          handout:
            write: [Og så?]
            each: [Hvem?]
        """,
        tmp_path,
    )
    block = slide.body[0]
    assert isinstance(block, Reflection)
    assert [q.answer for q in block.questions] == [
        (Answer.LINES,),
        (Answer.YES_NO,),
        (Answer.YES_NO, Answer.LINES),
        (Answer.SCALE,),
    ]
    assert block.questions[2].lines == 3
    assert block.questions[2].carry_to == "Ark"
    assert [q.id for q in block.questions] == ["spoerg/q1", "spoerg/q2", "spoerg/q3", "hvor"]
    assert [q.id for q in slide.handout.write + slide.handout.each] == ["spoerg/q5", "spoerg/q6"]


@pytest.mark.parametrize(
    ("written", "name", "value"),
    [
        ("margin: yes", "margin", 1),
        ("margin: no", "margin", 0),
        ("margin: 3", "margin", 3),
        ("show: thumbnail", "show", Show.THUMBNAIL),
        ("skip: ja", "skip", True),
        ("lines: 6", "lines", 6),
    ],
)
def test_handout(written: str, name: str, value: object, tmp_path: Path) -> None:
    (slide,) = slides_of(f"- title: A\n  bullets: [a]\n  handout:\n    {written}", tmp_path)
    assert getattr(slide.handout, name) == value


@pytest.mark.parametrize(("written", "word"), [("hos os", False), ("{label: hos os, word: yes}", True)])
def test_ticks(written: str, word: bool, tmp_path: Path) -> None:
    (slide,) = slides_of(f"- title: A\n  bullets: [a]\n  handout:\n    ticks: {written}", tmp_path)
    assert slide.handout.ticks is not None
    assert slide.handout.ticks.label.plain == "hos os"
    assert slide.handout.ticks.word is word


SOURCES = HEAD + "sources:\n  a: {number: 1, authors: A, title: B}\n  b: {number: 2, authors: C, title: D}\n"


@pytest.mark.parametrize(
    ("written", "refs"),
    [
        ("a", [("a", None)]),
        ("[a, b]", [("a", None), ("b", None)]),
        ('{name: a, pages: "29"}', [("a", "29")]),
        ("[{name: a, pages: 3–4}, b]", [("a", "3–4"), ("b", None)]),
    ],
)
def test_source(written: str, refs: list[tuple[str, str | None]], tmp_path: Path) -> None:
    (slide,) = slides_of(f"- title: A\n  board: dots\n  source: {written}", tmp_path, SOURCES)
    assert [(ref.name, ref.pages) for ref in slide.source] == refs


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("9.00-9.20", "9.00–9.20"),
        ("9.00 – 9.20", "9.00–9.20"),
        ("09:00-09:20", "09:00–09:20"),
        ("kl. 9.00-9.20", "9.00–9.20"),
    ],
)
def test_time(written: str, time: str, tmp_path: Path) -> None:
    block = slides_of(f"- title: A\n  agenda:\n    - {{time: {written}, item: B}}", tmp_path)[0].body[0]
    assert isinstance(block, Agenda)
    assert block.items[0].time == time


def test_body_and_columns(tmp_path: Path) -> None:
    (slide,) = slides_of(
        """
        - title: A
          body:
            - text: Først
            - columns:
                - {head: B, numbered: [c]}
                - body:
                    - text: d
                    - reflection: [e?]
        """,
        tmp_path,
    )
    assert [(block.id, block.KIND) for block in slide.body] == [("a/1", "text"), ("a/2", "columns")]
    columns = slide.body[1]
    assert isinstance(columns, Columns)
    assert [[(block.id, block.KIND) for block in column.body] for column in columns.columns] == [
        [("a/3", "numbered")],
        [("a/4", "text"), ("a/5", "reflection")],
    ]
    assert columns.columns[0].head == Text((Run("B"),), columns.columns[0].at("head"))
    assert columns.columns[1].head is None


def test_names_are_resolved(tmp_path: Path) -> None:
    head = (
        SOURCES
        + """figures:
  bord:
    caption: Figur 1
    alt: Et bord med to felter
    source: a
    hub: {center: Bord, fields: [Her, Der]}
tables:
  form:
    caption: Figur 2
    source: [a, b]
    columns: [Før, Nu]
    rows: [[a, b], [c, ""]]
"""
    )
    first, second = slides_of("- title: A\n  figure: bord\n- title: B\n  table: form", tmp_path, head)
    use, table = first.body[0], second.body[0]
    assert isinstance(use, FigureUse)
    assert use.figure is not None
    assert isinstance(use.figure.block, Hub)
    assert (use.figure.alt, use.figure.block.alt) == ("Et bord med to felter",) * 2
    assert [ref.name for ref in use.figure.source] == ["a"]
    assert isinstance(table, Table)
    assert (table.id, table.name) == ("b/1", "form")
    assert [[cell.plain for cell in row] for row in table.rows] == [["a", "b"], ["c", ""]]
    assert [ref.name for ref in table.source] == ["a", "b"]


def test_picture_path(tmp_path: Path) -> None:
    (tmp_path / "billeder").mkdir()
    source = Path(__file__).parent / "broken" / "billeder" / "bord.png"
    (tmp_path / "billeder" / "bord.png").write_bytes(source.read_bytes())
    (slide,) = slides_of(r"- {title: A, picture: {file: billeder\bord.png, alt: Et bord}}", tmp_path)
    assert isinstance(slide.body[0], Picture)
    assert slide.body[0].file == Path("billeder/bord.png")


# ---- ids and sections


def test_slide_ids(tmp_path: Path) -> None:
    slides = slides_of(
        """
        - {title: "Refleksion: på støj & æbler!", board: dots}
        - {title: Refleksion, board: dots}
        - {title: Refleksion, board: dots}
        - {title: Noget andet, id: refleksion-2, board: dots}
        - {title: "…", board: dots}
        - {title: "**Fed** titel", board: dots}
        """,
        tmp_path,
    )
    assert [slide.id for slide in slides] == [
        "refleksion-paa-stoej-aebler",
        "refleksion",
        "refleksion-3",
        "refleksion-2",
        "slide",
        "fed-titel",
    ]


def test_sections(tmp_path: Path) -> None:
    deck = good(
        HEAD + "slides:\n  - {title: A, board: dots}\n  - section: Først\n  - {title: B, board: dots}\n"
        "  - section: Så\n    notes: Sig noget\n",
        tmp_path,
    )
    assert [(s.title.plain, s.section, s.opens_section) for s in deck.slides] == [
        ("A", 0, False),
        ("Først", 1, True),
        ("B", 1, False),
        ("Så", 2, True),
    ]
    assert [(section.number, section.title.plain) for section in deck.sections] == [(1, "Først"), (2, "Så")]


# ---- places


def place(node: Node | Text, name: str = "") -> tuple[int, int, int, int]:
    span = node.at(name) if isinstance(node, Node) else node.span
    assert span is not None
    return span.line, span.column, span.end_line, span.end_column


def test_places(tmp_path: Path) -> None:
    text = """deck:
  title: Prøve
slides:
  - title: "Støj, støj"
    reflection:
      - Hvad nu?
      - ask: >-
          Hvordan kan
          du?
        lines:   4
    handout: {margin: 3, ask: Sæt kryds}
"""
    deck = good(text, tmp_path)
    (slide,) = deck.slides
    assert place(deck.info.title) == (2, 10, 2, 15)
    assert place(slide.title) == (4, 12, 4, 24)
    assert place(slide) == (4, 5, 11, 41)
    assert place(slide, "handout") == (11, 14, 11, 41)
    assert place(slide.handout, "margin") == (11, 23, 11, 24)
    block = slide.body[0]
    assert isinstance(block, Reflection)
    assert place(block.questions[0].ask) == (6, 9, 6, 17)
    assert place(block.questions[1].ask) == (8, 11, 9, 14)
    assert place(block.questions[1], "lines") == (10, 18, 10, 19)
    assert place(block.questions[1], "no such field") == place(block.questions[1])


@pytest.mark.parametrize(
    "slides",
    [
        "- title: A\n  board: dots\n  lines: 4",
        "- title: A\n  columns:\n    - columns: []",
        "- title: A\n  body: []",
        "- title: A\n  body:\n    - section: B",
        "- title: A\n  figure: {name: b, figure: c}",
        "- title: A\n  bullets: {id: x, items: [a]}",
        "- title: A\n  bullets: []",
        "- title: ''\n  board: dots",
        "- title: A\n  board: [dots]",
        "- {}",
        "- []",
        "- ",
        "- ? [a]\n  : b",
    ],
)
def test_refused(slides: str, tmp_path: Path) -> None:
    assert codes(slides, tmp_path)


def test_the_course_day() -> None:
    result = read(DECK)
    assert [found.text() for found in result.diagnostics] == []
    assert result.deck is not None
    assert len(result.deck.slides) == 33
    assert len(result.deck.sections) == 5


def test_a_line_with_nothing_but_tabs_and_spaces_is_empty(tmp_path):
    text = f"{HEAD}slides:\n  - title: A\n    text: |\n      En\n\t\n      To\n \t \n  - title: B\n    text: b\n"
    assert [slide.title.plain for slide in good(text, tmp_path).slides] == ["A", "B"]
    assert codes("- title: A\n  text: a\n\t\n- title: B\n  text: b", tmp_path) == []


@pytest.mark.parametrize(
    "text",
    [
        "Gå to og to: Hvad ser I?",
        "Læs en agenda: hvad mangler?",
        "Notes: her",
        "Husk: answer",
        "Tag det fra by: Aarhus",
    ],
)
def test_words_that_only_look_like_keys_are_text(text, tmp_path):
    """A key in the middle of a line is told as two lines run together; a word of the language is not."""
    assert codes(f"- title: A\n  text: {text}", tmp_path) == ["unquoted-colon"]


def test_name_with_nul_is_told_by_its_escape(tmp_path: Path) -> None:
    found = read_text(
        HEAD + 'slides:\n- title: A\n  picture: {file: "a\\x00.png", alt: Et bord}\n', tmp_path
    ).diagnostics
    assert [d.code for d in found] == ["bad-escape"]
