"""The decks of the benchmark in the languages of two other programs: Markdown for pandoc, typst's own for typst."""

import re
from typing import Any

TYPST_SPECIAL = re.compile(r"([\\#$@<>_\[\]`~])")


def questions(slide: dict[str, Any]) -> list[str]:
    """List what a reflection slide asks, without how it is answered."""
    return [item["ask"] if isinstance(item, dict) else item for item in slide.get("reflection", [])]


def grid(slide: dict[str, Any]) -> list[list[str]]:
    """Give whatever the slide shows in rows and columns, heads first; no rows if it shows nothing of the kind."""
    match slide:
        case {"agenda": items}:
            return [["Tid", "Punkt"], *([item["time"], item["item"]] for item in items)]
        case {"table": {"columns": columns, "rows": rows}}:
            return [columns, *rows]
        case {"comparison": {"from": old, "to": new, "rows": rows}}:
            return [["", old, new], *([row["theme"], row["from"], row["to"]] for row in rows)]
        case {"cards": cards}:
            return [[card["head"] for card in cards], [card["text"] for card in cards]]
        case {"hub": {"center": center, "fields": fields}}:
            return [[center, ""], fields[:2], fields[2:]]
    return []


def paragraphs(slide: dict[str, Any]) -> list[str]:
    """Give the running text of a definition or a quote."""
    match slide:
        case {"definition": {"term": term, "text": text, "points": points}}:
            return [f"**{term}** {text}.", *points]
        case {"quote": {"text": text}}:
            return [text]
    return []


def to_markdown(deck: dict[str, Any]) -> str:
    """Write pandoc's Markdown for slides: `#` for a section, `##` for a slide."""
    lines = [f"% {deck['deck']['title']}", f"% {deck['deck']['subtitle']}", ""]
    for slide in deck["slides"]:
        lines += [f"# {slide['section']}" if "section" in slide else f"## {slide['title']}", ""]
        lines += [f"- {item}" for item in slide.get("bullets", [])]
        lines += [f"{number}. {item}" for number, item in enumerate(slide.get("numbered", []), 1)]
        lines += [f"{number}. {item}" for number, item in enumerate(questions(slide), 1)]
        lines += [line for text in paragraphs(slide) for line in (text, "")]
        for index, row in enumerate(grid(slide)):
            lines.append(f"| {' | '.join(row)} |")
            if index == 0:
                lines.append("|---" * len(row) + "|")
        lines += ["", "::: notes", slide["notes"].strip(), ":::", ""]
    lines += ["## Litteratur", ""]
    lines += [f"{source['number']}. {source['authors']}: *{source['title']}*" for source in deck["sources"].values()]
    return "\n".join(lines) + "\n"


def typst_text(text: str) -> str:
    """Turn Markdown's marks into typst's (`*bold*`, `_italic_`), and disarm what typst would take as code."""
    text = TYPST_SPECIAL.sub(r"\\\1", text)
    text = re.sub(r"(?<!\*)\*([^*]+)\*(?!\*)", r"_\1_", text)
    return text.replace("**", "*")


def to_typst(deck: dict[str, Any]) -> str:
    """Write a handout for typst: headings, lists, tables, and lines to write on under each question."""
    lines = [
        '#set page("a4", margin: (x: 25mm, y: 20mm), numbering: "1")',
        '#set text(11pt, lang: "da")',
        "#let answer(n) = for _ in range(n) { v(9mm, weak: false); line(length: 100%, stroke: 0.5pt + gray) }",
        f"= {deck['deck']['title']}",
        deck["deck"]["subtitle"],
    ]
    for slide in deck["slides"]:
        if "section" in slide:
            lines += ["#pagebreak(weak: true)", f"= {typst_text(slide['section'])}"]
            continue
        lines.append(f"== {typst_text(slide['title'])}")
        lines += [f"- {typst_text(item)}" for item in slide.get("bullets", [])]
        lines += [f"+ {typst_text(item)}" for item in slide.get("numbered", [])]
        lines += [line for text in paragraphs(slide) for line in (typst_text(text), "")]
        for question in questions(slide):
            lines.append(f"#block(breakable: false)[{typst_text(question)} #answer(3)]")
        rows = grid(slide)
        if rows:
            cells = ", ".join(f"[{typst_text(cell)}]" for row in rows for cell in row)
            lines.append(f"#table(columns: (1fr,) * {len(rows[0])}, {cells})")
        lines += [typst_text(ask) + " #answer(3)" for ask in slide.get("handout", {}).get("write", [])]
    lines += ["#pagebreak()", "= Litteratur"]
    lines += [f"+ {typst_text(source['authors'])}: _{source['title']}_" for source in deck["sources"].values()]
    return "\n".join(lines) + "\n"
