"""Edits of a slide as people make them in PowerPoint, done to the XML of its part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from xml.etree.ElementTree import Element, SubElement

from slide_parts import FEET, A, P, Slide, box_of, is_title, looks, placeholder

KEPT = frozenset({"lang", "b", "i", "dirty", "err"})
"""What *Reset Slide* leaves in a run: its language and the author's emphasis; and links, which are elements."""
EMU = 12700
LOWEST = 72.0
"""The height in points under which a placeholder is a place for a line or two."""


def reset(slide: Slide) -> None:
    """Press *Reset Slide*: placeholders go back to the place and look that their layout gives them."""
    for shape in placeholders(slide):
        properties = shape.find(f"{P}spPr")
        for place in [] if properties is None else [*properties]:
            properties.remove(place)
        for body in shape.iter(f"{A}bodyPr"):
            body.clear()
        for style in shape.iter(f"{A}lstStyle"):
            style.clear()
        for paragraph in shape.iter(f"{A}pPr"):
            level = paragraph.get("lvl")
            paragraph.clear()
            if level:
                paragraph.set("lvl", level)
        for tag in ("rPr", "endParaRPr"):
            for run in shape.iter(f"{A}{tag}"):
                kept = {name: value for name, value in run.attrib.items() if name in KEPT}
                links = [e for e in run if e.tag == f"{A}hlinkClick"]
                run.clear()
                run.attrib.update(kept)
                run.extend(links)


def placeholders(slide: Slide) -> Iterator[Element]:
    """Yield the placeholders with text."""
    yield from (s for s in slide.root.iter(f"{P}sp") if placeholder(s) is not None)


def texts(slide: Slide) -> Iterator[Element]:
    """Yield the placeholders that somebody would write in: all but those of the foot."""
    for shape in placeholders(slide):
        holder = placeholder(shape)
        if holder is not None and holder.get("type") not in FEET:
            yield shape


def larger(slide: Slide) -> None:
    """Set the text in placeholders a third larger, but the foot, and the large titles of deck and sections."""
    opening = slide.layout.get("type") in ("title", "secHead")
    for shape in texts(slide):
        if opening and is_title(shape):
            continue
        for run, look in [*looks(shape, slide)]:
            properties = run.find(f"{A}rPr")
            if properties is None:
                properties = Element(f"{A}rPr")
                run.insert(0, properties)
            properties.set("sz", str(round(look.size * 400 / 3)))


def lines_added(count: int) -> Callable[[Slide], None]:
    """Return an edit that adds ``count`` short lines to each list or text, but not to a place for a single line."""

    def edit(slide: Slide) -> None:
        for shape in texts(slide):
            body = shape.find(f"{P}txBody")
            box = box_of(shape, slide)
            if is_title(shape) or body is None or box is None or box.h < LOWEST:
                continue
            last = [*body.iter(f"{A}p")][-1]
            for _ in range(count):
                body.append(_with_text(last, "En linje til"))

    return edit


def _with_text(paragraph: Element, text: str) -> Element:
    """Return a paragraph that looks like another and says something else."""
    made = deepcopy(paragraph)
    runs = made.findall(f"{A}r")
    for run in runs[:-1]:
        made.remove(run)
    for written in made.iter(f"{A}t"):
        written.text = text
    return made


def row_added(slide: Slide) -> None:
    """Add a row below each table's last."""
    for table in slide.root.iter(f"{A}tbl"):
        rows = table.findall(f"{A}tr")
        table.append(deepcopy(rows[-1]))


def column_added(slide: Slide) -> None:
    """Add a column at each table's right; the table keeps its width."""
    for table in slide.root.iter(f"{A}tbl"):
        grid = next(table.iter(f"{A}tblGrid"))
        whole = sum(int(column.attrib["w"]) for column in grid)
        grid.append(deepcopy(grid[-1]))
        wide = sum(int(column.attrib["w"]) for column in grid)
        for column in grid:
            column.set("w", str(int(column.attrib["w"]) * whole // wide))
        for row in table.iter(f"{A}tr"):
            cells = row.findall(f"{A}tc")
            row.insert(len(cells), deepcopy(cells[-1]))


def laid_out_as(slide: Slide, layout: Element) -> Slide:
    """Give a slide another layout: placeholders go where it has one of their number, others stay where they were."""
    offered = {holder.get("idx") for holder in layout.iter(f"{P}ph")}
    for shape in texts(slide):
        holder, properties = placeholder(shape), shape.find(f"{P}spPr")
        if holder is None or properties is None:
            continue
        box = box_of(shape, slide)
        for place in properties.findall(f"{A}xfrm"):
            properties.remove(place)
        if not is_title(shape) and holder.get("idx") not in offered and box is not None:
            place = SubElement(properties, f"{A}xfrm")
            SubElement(place, f"{A}off", x=str(round(box.x * EMU)), y=str(round(box.y * EMU)))
            SubElement(place, f"{A}ext", cx=str(round(box.w * EMU)), cy=str(round(box.h * EMU)))
    return replace(slide, layout=layout)
