"""What a competent user writes with reportlab for the same deck.yaml: `plain_reportlab.py deck.yaml handout.pdf`.

Platypus as its manual teaches it: a document template, paragraphs, tables with paragraphs in their cells, ruled lines
to write on, and questions that stay together with their lines. No tags, no form fields, no pictures of slides.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fontpkg_arimo
import yaml
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    Flowable,
    HRFlowable,
    KeepTogether,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

WIDTH = A4[0] - 45 * mm
BODY = ParagraphStyle("body", fontName="Arimo", fontSize=10.5, leading=14, spaceAfter=4)
ITEM = ParagraphStyle("item", parent=BODY, leftIndent=14, bulletIndent=2, bulletFontName="Arimo")
CELL = ParagraphStyle("cell", parent=BODY, fontSize=9, leading=11.5, spaceAfter=0)
HEAD = ParagraphStyle("head", parent=BODY, fontSize=15, leading=19, spaceBefore=14, spaceAfter=6, keepWithNext=1)
SECTION = ParagraphStyle("section", parent=HEAD, fontSize=22, leading=28, textColor=colors.HexColor("#1f4e79"))
SMALL = ParagraphStyle("small", parent=BODY, fontSize=8.5, leading=11, textColor=colors.HexColor("#555555"))
GRID = TableStyle(
    [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.HexColor("#999999")),
        ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#eeeeee")),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
)


def register_fonts() -> None:
    """Register a typeface with Danish letters; the package has upright and italic only, so bold stays upright."""
    files = Path(fontpkg_arimo.ROOT) / "files"
    pdfmetrics.registerFont(TTFont("Arimo", str(files / "Arimo[wght].ttf")))
    pdfmetrics.registerFont(TTFont("Arimo-Italic", str(files / "Arimo-Italic[wght].ttf")))
    faces = {"normal": "Arimo", "bold": "Arimo", "italic": "Arimo-Italic", "boldItalic": "Arimo-Italic"}
    pdfmetrics.registerFontFamily("Arimo", **faces)


def markup(text: str) -> str:
    """Turn Markdown's inline marks into reportlab's."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    return re.sub(r"\*(.+?)\*", r"<i>\1</i>", text)


def write_lines(count: int) -> list[Flowable]:
    """Rule lines to write on, nine millimetres apart."""
    rule = {"width": "100%", "thickness": 0.5, "color": colors.grey, "spaceBefore": 9 * mm, "spaceAfter": 0}
    return [HRFlowable(**rule) for _ in range(count)]


def asked(text: str, lines: int = 3, choices: bool = False, number: int | None = None) -> Flowable:
    """Keep a question on one page with its boxes to tick and its lines."""
    bullet = f"{number}." if number else None
    parts: list[Flowable] = [Paragraph(markup(text), ITEM if number else BODY, bulletText=bullet)]
    if choices:
        parts.append(Paragraph("[  ] Ja      [  ] Nej", BODY))
    return KeepTogether([*parts, *write_lines(lines), Spacer(1, 4 * mm)])


def table(rows: list[list[str]], extra: list[str] | None = None) -> Flowable:
    """Set a table that may break between its rows, with empty columns to write in."""
    rows = [row + ([""] * len(extra) if index else extra) for index, row in enumerate(rows)] if extra else rows
    cells = [[Paragraph(markup(text), CELL) for text in row] for row in rows]
    return Table(cells, colWidths=[WIDTH / len(rows[0])] * len(rows[0]), repeatRows=1, style=GRID)


def content(slide: dict[str, Any]) -> Iterator[Flowable]:
    """Set what one slide says, and the room to answer it."""
    handout = slide.get("handout", {})
    match slide:
        case {"bullets": items} | {"numbered": items}:
            for number, item in enumerate(items, 1):
                yield Paragraph(markup(item), ITEM, bulletText="•" if "bullets" in slide else f"{number}.")
                if "ticks" in handout:
                    yield Paragraph(f"[  ] {handout['ticks']['label']} ____________________", SMALL)
            if "margin" in handout:
                yield from write_lines(3)
        case {"reflection": questions}:
            for number, question in enumerate(questions, 1):
                if isinstance(question, str):
                    yield asked(question, number=number)
                else:
                    lines = int(question.get("lines", 3))
                    yield asked(question["ask"], lines, "yes-no" in question.get("answer", []), number)
        case {"definition": {"term": term, "text": text, "points": points}}:
            yield Paragraph(markup(f"**{term}** {text}"), BODY)
            for point in points:
                yield Paragraph(markup(point), ITEM, bulletText="•")
        case {"quote": {"text": text}}:
            yield Paragraph(f"<i>{markup(text.replace('*', ''))}</i>", BODY)
        case {"agenda": items}:
            yield table([["Tid", "Punkt"], *([item["time"], item["item"]] for item in items)], ["Egne noter"])
        case {"table": {"columns": columns, "rows": rows}}:
            yield table([columns, *rows], [handout["column"]])
        case {"comparison": {"from": old, "to": new, "rows": rows}}:
            yield Paragraph(markup(handout["ask"]), BODY)
            yield table([["", old, new], *([row["theme"], row["from"], row["to"]] for row in rows)], handout["crosses"])
        case {"cards": cards}:
            for card in cards:
                yield Paragraph(markup(f"**{card['head']}**: {card['text']}"), BODY)
                yield from (asked(question, 1) for question in handout["each"])
        case {"hub": {"center": center, "fields": fields}}:
            yield Paragraph(markup(f"**{center}**"), BODY)
            yield from (asked(f"**{field}**: {question}", 2) for field in fields for question in handout["each"])
        case {"board": _}:
            yield KeepTogether(write_lines(10))
    yield from (asked(question) for question in handout.get("write", []))


def story(deck: dict[str, Any]) -> Iterator[Flowable]:
    """Set the whole handout: cover, slides in their sections, the closing sheets, the literature."""
    yield Paragraph(markup(deck["deck"]["title"]), SECTION)
    yield Paragraph(markup(deck["deck"]["subtitle"]), HEAD)
    yield from (asked(label, 1) for label in deck["handout"]["cover"])
    carried: dict[str, list[str]] = {name: [] for name in deck["handout"]["sheets"]}
    for slide in deck["slides"]:
        if "section" in slide:
            yield PageBreak()
            yield Paragraph(markup(slide["section"]), SECTION)
            continue
        yield Paragraph(markup(slide["title"]), HEAD)
        yield from content(slide)
        if name := slide.get("source"):
            source = deck["sources"][name]
            yield Paragraph(markup(f"{source['authors']}: *{source['title']}*"), SMALL)
        for question in slide.get("reflection", []):
            if isinstance(question, dict) and "carry-to" in question:
                carried[question["carry-to"]].append(question["ask"])
    for name, introduction in deck["handout"]["sheets"].items():
        yield PageBreak()
        yield Paragraph(markup(name), SECTION)
        yield Paragraph(markup(introduction), BODY)
        yield from (asked(question) for question in carried[name])
    yield Paragraph("Ordliste og litteratur", SECTION)
    yield table([["Kort", "Betyder"], *([short, long] for short, long in deck["words"].items())])
    for source in deck["sources"].values():
        yield Paragraph(markup(f"{source['authors']}: *{source['title']}*"), ITEM, bulletText=f"{source['number']}.")


def footer(canvas: Any, document: Any) -> None:
    """Write the page number at the foot of the page."""
    canvas.setFont("Arimo", 9)
    canvas.drawRightString(A4[0] - 20 * mm, 12 * mm, str(document.page))


def main(source: str, target: str) -> None:
    """Turn deck.yaml into a handout."""
    register_fonts()
    with open(source, encoding="utf-8") as file:  # noqa: PTH123 - as such scripts are written
        deck = yaml.load(file, Loader=yaml.CSafeLoader)
    margins = {"leftMargin": 25 * mm, "rightMargin": 20 * mm, "topMargin": 18 * mm, "bottomMargin": 20 * mm}
    document = SimpleDocTemplate(target, pagesize=A4, title=deck["deck"]["title"], **margins)
    document.build(list(story(deck)), onFirstPage=footer, onLaterPages=footer)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
