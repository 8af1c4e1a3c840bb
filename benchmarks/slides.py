"""The kinds of slide in the decks of the benchmark, one function for each, and the order in which they come."""

import itertools
from collections.abc import Callable, Iterator
from typing import Any

from danish import Danish

Slide = dict[str, Any]
"""One entry under `slides:`, as the language of deck.yaml writes it."""

PASSAGES = (
    ("bullets", "reflection", "numbered", "definition", "bullets", "table", "reflection"),
    ("quote", "bullets", "hub", "reflection", "bullets", "cards", "numbered", "reflection"),
    ("comparison", "bullets", "definition", "reflection", "bullets", "quote", "table", "reflection"),
    ("numbered", "bullets", "reflection", "board"),
)
"""What comes round and round; the counts are those of the course day."""


def agenda(_: Danish) -> Slide:
    """Lay out the day, from nine to five without a gap."""
    rows = ["Tjek ind", "Gennemgang af litteraturen", "Refleksion i grupper", "Frokost", "Oplæg", "Opsamling"]
    hours = [9, 10, 11, 12, 13, 15, 17]
    items: list[Slide] = [
        {"time": f"{begin}.00-{end}.00", "item": row}
        for row, (begin, end) in zip(rows, itertools.pairwise(hours), strict=True)
    ]
    items[3]["pause"] = True
    return {"title": "Dagens program", "agenda": items}


def bullets(danish: Danish) -> Slide:
    """Write four to six points, with room for notes beside them in the handout."""
    items = [danish.sentence() for _ in range(danish.between(4, 6))]
    return {"title": danish.title(), "bullets": items, "handout": {"margin": True}}


def numbered(danish: Danish) -> Slide:
    """Write a numbered list that participants tick off."""
    items = [danish.sentence() for _ in range(danish.between(4, 6))]
    return {
        "title": danish.title(),
        "numbered": items,
        "handout": {"ticks": {"label": "Gælder hos os", "word": True}},
    }


def definition(danish: Danish) -> Slide:
    """Define a term, add points to it and ask for an example on paper."""
    points = [danish.sentence() for _ in range(2)]
    return {
        "title": danish.title(),
        "definition": {"term": danish.themes(1)[0], "text": danish.meaning(), "points": points},
        "handout": {"write": ["Skriv et eksempel fra dit eget netværk."]},
    }


def quote(danish: Danish) -> Slide:
    """Retell an author in three sentences."""
    text = ". ".join(danish.sentence() for _ in range(3)) + "."
    return {
        "title": danish.title(),
        "quote": {"text": text, "paraphrase": True},
        "handout": {"write": ["Min kommentar"]},
    }


def table(danish: Danish) -> Slide:
    """Fill a table of five rows and four columns, the first with the rows' names; paper gets a fifth to write in."""
    rows = [[theme, danish.phrase(), danish.phrase(), danish.phrase()] for theme in danish.themes(5)]
    columns = ["Institutionsform", "Operation", "Selvstændighedens form", "Funktionen af støj"]
    return {
        "title": danish.title(),
        "table": {"columns": columns, "rows": rows, "head-column": True},
        "handout": {"column": "Hos os"},
    }


def comparison(danish: Danish) -> Slide:
    """Set two ways of working against each other, theme by theme."""
    rows = [{"theme": theme, "from": danish.phrase(), "to": danish.phrase()} for theme in danish.themes(6)]
    return {
        "title": danish.title(),
        "comparison": {"from": "Høring", "to": "Dialog", "rows": rows},
        "handout": {"crosses": ["Høring", "På vej", "Dialog"], "ask": "Sæt et kryds i hver række."},
    }


def cards(danish: Danish) -> Slide:
    """Write four cards, each with a question in the handout."""
    items = [{"head": theme, "text": danish.sentence()} for theme in danish.themes(4)]
    return {
        "title": danish.title(),
        "cards": items,
        "handout": {"each": ["Hvem bidrager med det?", "Hvad mangler vi?"]},
    }


def hub(danish: Danish) -> Slide:
    """Draw four themes around one."""
    center, *fields = danish.themes(5)
    alt = f"{center} i midten, omgivet af {', '.join(fields)}."
    return {
        "title": danish.title(),
        "hub": {"center": center, "fields": fields, "alt": alt},
        "handout": {"each": ["Et eksempel fra mit netværk"]},
    }


def reflection(danish: Danish) -> Slide:
    """Ask three to five questions, one with yes and no, now and then one that is carried to the closing sheet."""
    questions: list[Any] = [danish.question() for _ in range(danish.between(3, 5))]
    questions[0] = {"ask": questions[0], "answer": ["yes-no", "lines"]}
    if danish.between(1, 4) == 1:
        questions[-1] = {"ask": questions[-1], "lines": 4, "carry-to": "Ledestjernen"}
    return {"title": danish.title(), "reflection": questions}


def board(danish: Danish) -> Slide:
    """Leave an empty board for the plenary."""
    return {"title": danish.title(), "board": "dots"}


KINDS: dict[str, Callable[[Danish], Slide]] = {
    kind.__name__: kind
    for kind in (bullets, numbered, definition, quote, table, comparison, cards, hub, reflection, board)
}


def slides(count: int, sources: list[str], danish: Danish) -> Iterator[Slide]:
    """Give the slides of a deck: the programme first, then sections of equal length that run through the passages."""
    sections = max(1, min(12, round(count / 7)))
    starts = {1 + index * (count - 1) // sections: index + 1 for index in range(sections)}
    kinds, names = itertools.cycle(itertools.chain(*PASSAGES)), itertools.cycle(sources)
    for index in range(count):
        if index == 0:
            slide = agenda(danish)
        elif index in starts:
            slide = {"section": f"Del {starts[index]}: {danish.themes(1)[0]}"}
        else:
            kind = next(kinds)
            slide = KINDS[kind](danish)
            if kind not in {"reflection", "board"}:
                slide["source"] = next(names)
        slide["notes"] = danish.notes()
        yield slide
