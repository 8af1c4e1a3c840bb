"""Links on paper: the address is printed once under the text that names it, and a link looks like one."""

from __future__ import annotations

import io
import re
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

import tools
from deckbuild.frame.form import form_of
from deckbuild.frame.items import Item, TableItem, TextBox
from deckbuild.model.edition import Edition
from deckbuild.pipeline.lay_out import LaidOut, lay_out_deck
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper
from decks import HEAD, walk

LINK = "[vejledningen](https://example.org/vej)"
CASES: dict[str, tuple[str, list[str]]] = {
    "running text": (f'text: "Læs {LINK} først."', ["[1] https://example.org/vej"]),
    "a bullet": (f'bullets: ["{LINK}", "Ét til"]', ["[1] https://example.org/vej"]),
    "a table's cell": (f'table: {{columns: [A, B], rows: [[a, "{LINK}"]]}}', ["[1] https://example.org/vej"]),
    "a question": (f'reflection: ["Hvad siger {LINK}?"]', ["[1] https://example.org/vej"]),
    "a question on paper alone": (f'text: Ja\n  handout: {{write: ["Og {LINK}?"]}}', ["[1] https://example.org/vej"]),
    "a card": (f'cards: [{{head: A, text: "{LINK}"}}, {{head: B, text: b}}]', ["[1] https://example.org/vej"]),
    "an address of e-mail": ('text: "Skriv til [os](mailto:a@b.example)"', ["[1] a@b.example"]),
    "several words in several styles": ('text: "[En **fed** plan](https://example.org)"', ["[1] https://example.org"]),
    "two": (
        f'text: "{LINK} og [loven](https://example.org/lov)"',
        ["[1] https://example.org/vej", "[2] https://example.org/lov"],
    ),
    "the same twice": (f'text: "{LINK} og {LINK}"', ["[1] https://example.org/vej"]),
    "the address itself": ('text: "[example.org/vej](https://www.example.org/vej/)"', []),
    "the address of e-mail itself": ('text: "[a@b.example](mailto:a@b.example)"', []),
    "a slide of the deck": ('text: "[her](#t)"', []),
    "no link": ("text: Ingen", []),
}
"""Where a link is -> the list of addresses under the text."""


def laid_out(content: str, folder: Path, *editions: Edition) -> LaidOut:
    path = folder / "deck.yaml"
    path.write_text(f"{HEAD}slides:\n- title: T\n  {content}\n", "utf-8")
    made, diagnostics = lay_out_deck(path, editions=editions)
    assert made, list(diagnostics)
    return made


def printed(items: tuple[Item, ...]) -> list[str]:
    """Return the paragraphs of a page, also those in tables."""
    found: list[str] = []
    for item in walk(items):
        if isinstance(item, TextBox):
            found += [par.plain for par in item.pars]
        elif isinstance(item, TableItem):
            found += [par.plain for row in item.rows for cell in row.cells for par in cell.pars]
    return found


@pytest.mark.parametrize("name", CASES)
def test_the_address_is_printed_once_under_the_text(name: str, tmp_path: Path) -> None:
    content, listed = CASES[name]
    pages = laid_out(content, tmp_path).documents[Edition.PARTICIPANT].pages
    lines = [line for page in pages for line in printed(page.items)]
    addresses = [f"{mark} {address}" for mark, address in pairwise(lines) if re.match(r"\[\d\]$", mark)]
    assert addresses == listed
    assert ("[1]" in " ".join(line for line in lines if line != "[1]")) is bool(listed)


def test_slides_and_questions_keep_their_words(tmp_path: Path) -> None:
    made = laid_out(CASES["a question"][0], tmp_path)
    words = [line for frame in made.presentation.frames for line in printed(frame.items)]
    assert "Hvad siger vejledningen?" in words
    assert not any("[1]" in line for line in words)
    assert "Hvad siger vejledningen?" in [entry.label for entry in form_of(made.documents[Edition.PARTICIPANT]).entries]


def test_the_guide_lists_the_addresses_of_its_own_texts(tmp_path: Path) -> None:
    made = laid_out(
        f'reflection: ["Hvad siger {LINK}?"]\n  notes: "Vis [filmen](https://example.org/film)"',
        tmp_path,
        Edition.GUIDE,
    )
    lines = [line for page in made.documents[Edition.GUIDE].pages for line in printed(page.items)]
    assert {"Vis filmen [1]", "https://example.org/film", "https://example.org/vej"} <= set(lines)
    assert any(line.startswith("Hvad siger vejledningen [2]?") for line in lines)


def test_short_forms_list_their_addresses(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(f'{HEAD}words: {{BI: "Se {LINK}"}}\nslides:\n- {{title: T, text: BI}}\n', "utf-8")
    made, diagnostics = lay_out_deck(path)
    assert made, list(diagnostics)
    lines = [line for page in made.documents[Edition.PARTICIPANT].pages for line in printed(page.items)]
    assert lines.count("https://example.org/vej") == 1


@pytest.mark.parametrize("edition", [Edition.PARTICIPANT, Edition.BOOKLET])
def test_a_link_is_underlined(edition: Edition, tmp_path: Path) -> None:
    shown, plain = (
        render_paper(laid_out(text, tmp_path, edition), PaperKind.HANDOUT, edition)
        for text in ('text: "[example.org](https://example.org)"', "text: example.org")
    )
    assert _strokes(shown) - _strokes(plain) == 1


def _strokes(data: bytes) -> int:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return sum(str(one.operator) == "S" for page in pdf.pages for one in pikepdf.parse_content_stream(page))


def test_the_listed_address_leads_there_too(tmp_path: Path) -> None:
    data = render_paper(laid_out(CASES["running text"][0], tmp_path), PaperKind.HANDOUT)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        targets = [str(link.A.URI) for page in pdf.pages for link in page.get("/Annots", []) if "/A" in link]
    assert targets == ["https://example.org/vej"] * 2
    assert "https://example.org/vej" in pypdfium2.PdfDocument(data)[1].get_textpage().get_text_range()


@pytest.mark.slow
def test_addresses_are_accessible(tmp_path: Path) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(render_paper(laid_out(CASES["two"][0], tmp_path), PaperKind.HANDOUT))
    assert tools.verapdf_errors(path) == []
