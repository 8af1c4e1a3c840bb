"""What a competent user writes with python-pptx for the same deck.yaml: `plain_pptx.py deck.yaml slides.pptx`.

The library's default template on wide paper, its own layouts, real bullet paragraphs, tables and notes. Nothing is
measured: text that does not fit runs over the edge, as it would.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import yaml
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

TITLE_SLIDE, TITLE_AND_CONTENT, SECTION_HEADER, TITLE_ONLY = 0, 1, 2, 5
MARKS = re.compile(r"(\*\*.+?\*\*|\*.+?\*)")


def pieces(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Split Markdown's inline marks into pieces of text, each with whether it is bold and whether it is italic."""
    for piece in MARKS.split(text):
        bold = piece.startswith("**")
        italic = piece.startswith("*") and not bold
        if piece:
            yield piece.strip("*"), bold, italic


def fill(paragraph: Any, text: str, size: float | None = None) -> None:
    """Write text with emphasis into a paragraph."""
    for piece, bold, italic in pieces(text):
        run = paragraph.add_run()
        run.text = piece
        if bold:
            run.font.bold = True
        if italic:
            run.font.italic = True
        if size:
            run.font.size = Pt(size)


def write_paragraphs(frame: Any, texts: Iterable[str], size: float | None = None, number: bool = False) -> None:
    """Write one paragraph for each text, numbered by PowerPoint if asked."""
    for index, text in enumerate(texts):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        fill(paragraph, text, size)
        if number:
            etree.SubElement(paragraph._p.get_or_add_pPr(), qn("a:buAutoNum"), type="arabicPeriod")


def wide_presentation() -> Any:
    """Open the default template and stretch it from 4:3 to 16:9, its layouts with it."""
    presentation = Presentation()
    factor = Inches(13.333) / presentation.slide_width
    presentation.slide_width, presentation.slide_height = Inches(13.333), Inches(7.5)
    master = presentation.slide_master
    for holder in [*master.slide_layouts, master]:  # the master last: layouts inherit from it
        for shape in holder.placeholders:
            left, top, width, height = shape.left, shape.top, shape.width, shape.height
            shape.left, shape.width = Emu(int(left * factor)), Emu(int(width * factor))
            shape.top, shape.height = top, height
    return presentation


def add_table(slide: Any, rows: list[list[str]]) -> None:
    """Draw a table with its heads in the first row."""
    left, top, width, height = Inches(0.6), Inches(1.5), Inches(12.1), Inches(5)
    table = slide.shapes.add_table(len(rows), len(rows[0]), left, top, width, height).table
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            fill(cell.text_frame.paragraphs[0], text, 14)


def add_boxes(slide: Any, boxes: list[list[str]], joined_to: str | None = None) -> None:
    """Draw four boxes, two by two; in a hub, a box in the middle that each of them is joined to."""
    center = None
    if joined_to:
        center = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, Inches(5.1), Inches(3.5), Inches(3.1), Inches(1.6))
        write_paragraphs(center.text_frame, [joined_to], 20)
    for index, texts in enumerate(boxes):
        left, top = Inches(0.8 + 7.6 * (index % 2)), Inches(1.7 + 2.9 * (index // 2))
        width, height = (Inches(4.1), Inches(2.2))
        box = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, left, top, width, height)
        box.text_frame.word_wrap = True
        write_paragraphs(box.text_frame, texts, 18)
        if center is not None:
            line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 0, 0)
            line.begin_connect(center, 1 if index % 2 == 0 else 3)
            line.end_connect(box, 3 if index % 2 == 0 else 1)


def add_source(slide: Any, text: str) -> None:
    """Write where the slide's content comes from at its foot."""
    box = slide.shapes.add_textbox(Inches(0.6), Inches(6.95), Inches(12), Inches(0.4))
    box.text_frame.word_wrap = True
    fill(box.text_frame.paragraphs[0], text, 12)


def add_content(presentation: Any, content: dict[str, Any]) -> Any:
    """Make the slide that its content asks for."""
    if "section" in content:
        slide = presentation.slides.add_slide(presentation.slide_layouts[SECTION_HEADER])
        slide.shapes.title.text = content["section"]
        return slide
    has_text = content.keys() & {"bullets", "numbered", "definition", "quote", "reflection"}
    layout = presentation.slide_layouts[TITLE_AND_CONTENT if has_text else TITLE_ONLY]
    slide = presentation.slides.add_slide(layout)
    slide.shapes.title.text = content["title"]
    body = slide.placeholders[1].text_frame if has_text else None
    match content:
        case {"bullets": items}:
            write_paragraphs(body, items)
        case {"numbered": items}:
            write_paragraphs(body, items, number=True)
        case {"reflection": questions}:
            asked = [question if isinstance(question, str) else question["ask"] for question in questions]
            write_paragraphs(body, asked, number=True)
        case {"definition": {"term": term, "text": text, "points": points}}:
            write_paragraphs(body, [f"**{term}** {text}", *points])
        case {"quote": {"text": text}}:
            write_paragraphs(body, [text])
        case {"agenda": items}:
            add_table(slide, [["Tid", "Punkt"], *([item["time"], item["item"]] for item in items)])
        case {"table": {"columns": columns, "rows": rows}}:
            add_table(slide, [columns, *rows])
        case {"comparison": {"from": old, "to": new, "rows": rows}}:
            add_table(slide, [["", old, new], *([row["theme"], row["from"], row["to"]] for row in rows)])
        case {"cards": cards}:
            add_boxes(slide, [[f"**{card['head']}**", card["text"]] for card in cards])
        case {"hub": {"center": center, "fields": fields}}:
            add_boxes(slide, [[field] for field in fields], joined_to=center)
        case {"board": _}:
            slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(0.6), Inches(1.5), Inches(12.1), Inches(5.2))
    return slide


def main(source: str, target: str) -> None:
    """Turn deck.yaml into slides."""
    with open(source, encoding="utf-8") as file:  # noqa: PTH123 - as such scripts are written
        deck = yaml.load(file, Loader=yaml.CSafeLoader)
    presentation = wide_presentation()
    cover = presentation.slides.add_slide(presentation.slide_layouts[TITLE_SLIDE])
    cover.shapes.title.text = deck["deck"]["title"]
    cover.placeholders[1].text = deck["deck"]["subtitle"]
    for content in deck["slides"]:
        slide = add_content(presentation, content)
        if name := content.get("source"):
            entry = deck["sources"][name]
            add_source(slide, f"{entry['authors']}: *{entry['title']}*")
        slide.notes_slide.notes_text_frame.text = content["notes"].replace("*", "").strip()
    closing = presentation.slides.add_slide(presentation.slide_layouts[TITLE_AND_CONTENT])
    closing.shapes.title.text = "Litteratur"
    entries = [f"{entry['authors']}: *{entry['title']}*" for entry in deck["sources"].values()]
    write_paragraphs(closing.placeholders[1].text_frame, entries, number=True)
    presentation.save(target)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
