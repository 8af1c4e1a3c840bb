"""Every letter on a paper comes from a text of the deck, whole and in order, or is recorded as made.

The layout records for each run the place in the file that its letters come from. Here a second reader, which knows YAML
and how links are written but nothing of the package's reader, tells what must stand there.
"""

from __future__ import annotations

import io
import json
import random
import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from unicodedata import bidirectional

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pptx import Presentation as Powerpoint
from pypdfium2 import PdfDocument

from deckbuild.model.edition import Edition
from deckbuild.pipeline.lay_out import LaidOut, lay_out_deck
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper
from deckbuild.preview.drawing import leaves
from fuzz.typed import KINDS, LONG, typed_text
from letters import Written, latin, letters, made, paragraphs, pieces, printed, shown

ROOT = Path(__file__).parents[1]
DECKS = [
    ROOT / "deck.yaml",
    *sorted((ROOT / "docs" / "gallery").glob("*.yaml")),
    *(
        path
        for path in sorted((ROOT / "tests" / "decks").rglob("deck*.yaml"))
        if path.parent.name not in ("faulty", "template")
    ),
]
"""The decks that are read; that of ``faulty`` is not."""


@cache
def laid_out(path: Path) -> LaidOut:
    deck, found = lay_out_deck(path, editions=tuple(Edition))
    assert deck is not None, [each.text() for each in found]
    return deck


def wrong(deck: LaidOut, path: Path) -> list[tuple[Edition | None, int, str, str]]:
    """Return (paper, line, what must stand there, what does) for each text that a paper does not show whole.

    A paper may show a text several times, each time whole, on one page or on pages that follow one another. The sheets
    of a booklet are in an order of their own.
    """
    written, found = Written(path), []
    for edition in (None, *deck.documents):
        for place, parts in shown(leaves(deck, edition)).items():
            if place.path != path:
                continue
            wanted, text = written.at(place), "".join(part for part, _ in parts)
            times = max(len(text) // max(len(wanted), 1), 1)
            if edition is Edition.BOOKLET:
                whole = sorted(text) == sorted(wanted * times)
            else:
                pages = [page for part, page in parts for _ in part]
                runs = [pages[each * len(wanted) : (each + 1) * len(wanted)] for each in range(times)]
                whole = text == wanted * times and all(
                    after - page < 2 for run in runs for page, after in pairwise(run)
                )
            if not whole:
                found.append((edition, place.line, wanted, text))
    return found


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_text_is_whole_on_every_paper(path: Path) -> None:
    assert wrong(laid_out(path), path) == []


LEAST = 12
"""The fewest letters of a text that is looked for: shorter ones, such as ``Borgere``, are parts of others."""


@pytest.mark.parametrize("path", DECKS[::4], ids=lambda path: path.stem)
def test_no_text_of_the_deck_is_recorded_as_made(path: Path) -> None:
    deck = laid_out(path)
    papers = [leaves(deck, edition) for edition in (None, *deck.documents)]
    found = ("".join(part for part, _ in parts) for paper in papers for parts in shown(paper).values())
    known = {text for text in found if len(text) >= LEAST}
    of_its_own = {letters(text) for paper in papers for text in made(paper)}
    assert [text for text in of_its_own for each in known if each in text] == []


PARTS = st.sampled_from(
    [
        "netværk", "Borgere og  brugere", "70*20*30", "data_*_final_*.csv", "**fed**", "*kursiv skrift*", "5 - 7 cm",
        "kl. 9-10", "https://www.example.dk/a_b_c/side?x=1&y=2", "anna_b@example.dk", "[se her](https://example.dk/a)",
        "[leadership]{lang=en}", "C:\\Deling\\ny_mappe", 'f("x")', "`print(x_1)`", "\u2022 punkt", '"citeret"',
        "\u201cciteret\u201d", "\u00adselv\u00adstændig", "no\u00a0break", "smil \U0001f600 her", "zero\u200bwidth",
        "e\u0301t", "\U0001f468\u200d\U0001f469\u200d\U0001f467 familie", "عربي نص", "שלום 12 עולם", "\ufb01n", "2^10",
        "H\u2082O og m\u00b2", "a & b", "&nbsp;efter&shy;tanke", "speciallægepraksisplanlægningsudvalget", "100 %",
        "1.000.000 kr.", "§ 12, stk. 3", "…", "\\*stjerne\\*", "A/B-test", "<b>html</b>", "ord\ttabulator",
        "tre   mellemrum",
    ]
)  # fmt: skip
TITLES = st.lists(PARTS, min_size=1, max_size=2).map(lambda parts: "Tekst " + " ".join(parts))
TEXTS = st.lists(PARTS, min_size=1, max_size=8).map(lambda parts: "Tekst " + " ".join(parts))


def deck_of(title: str, texts: Sequence[str]) -> str:
    """Return a deck that shows texts in places of many kinds. A title has room for some words only."""
    a, b, c, d, e, f = (json.dumps(text, ensure_ascii=False) for text in texts)
    long = json.dumps(" ".join(texts * 4), ensure_ascii=False)
    rows = ", ".join([f"[{a}, {b}]", f"[{c}, {d}]", f"[{e}, {f}]"] * 4)
    prose = "\n\n".join(f"      {text}" for text in texts * 2)
    return f"""\
deck: {{title: Prøve, subtitle: {a}}}
slides:
  - title: {json.dumps(title, ensure_ascii=False)}
    bullets: [{a}, {c}, {d}, {e}, {f}]
    notes: {c}
  - title: Tabel
    table: {{columns: [{a}, {b}], rows: [[{c}, {d}], [{e}, {f}]]}}
  - title: Kort
    cards: [{{head: Et, text: {d}}}, {{head: To, text: {e}}}]
  - title: Ord
    definition: {{term: Ordet, text: {f}}}
  - title: Citat
    quote: {{text: {c}, by: {b}}}
  - title: Spørgsmål
    reflection: [{a}, {{ask: {b}, answer: tick, choices: [{c}, {d}]}}]
  - title: Løbende tekst
    text: {long}
  - title: Afsnit
    text: |
{prose}
  - title: Lang tabel
    table: {{columns: [Et, To], rows: [{rows}]}}
"""


@given(TITLES, st.lists(TEXTS, min_size=6, max_size=6))
@settings(max_examples=12, derandomize=True, deadline=None, database=None, phases=[Phase.generate])
def test_texts_as_people_type_them_are_whole(
    tmp_path_factory: pytest.TempPathFactory, title: str, texts: list[str]
) -> None:
    path = tmp_path_factory.mktemp("typed") / "deck.yaml"
    path.write_text(deck_of(title, texts), "utf-8")
    deck, found = lay_out_deck(path, editions=tuple(Edition))
    assert deck is not None, [each.text() for each in found]
    assert wrong(deck, path) == []


@pytest.mark.parametrize(
    ("written", "on_paper"),
    [
        ("Se [siden](https://example.dk/12)", "Sesiden"),
        ("[on *the* job]{lang=en}, 70*20*30", "onthejob702030"),
        ("selv&shy;stændig&nbsp;gjort", "selvstændiggjort"),
        ("https://example.dk/a_b", "httpsexampledkab"),
    ],
)
def test_what_must_stand_on_paper(written: str, on_paper: str) -> None:
    assert printed(written) == on_paper


FILES = [ROOT / "deck.yaml", ROOT / "docs" / "gallery" / "table.yaml", ROOT / "docs" / "gallery" / "quote.yaml"]
in_files = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@in_files
def test_powerpoint_holds_what_was_laid_out(path: Path) -> None:
    deck = laid_out(path)
    slides = Powerpoint(io.BytesIO(render_paper(deck, PaperKind.SLIDES))).slides
    for frame, slide in zip(deck.presentation.frames, slides, strict=True):
        text = letters("".join(node.text or "" for node in slide.element.iter("{*}t")))
        for piece in pieces(frame.items):
            assert text.count(piece) == "".join(pieces(frame.items, all_runs=True)).count(piece), (frame.id, piece)


@in_files
@pytest.mark.parametrize("edition", [None, Edition.PARTICIPANT, Edition.GUIDE], ids=str)
def test_pdf_holds_what_was_laid_out(path: Path, edition: Edition | None) -> None:
    deck = laid_out(path)
    kind = PaperKind.HANDOUT if edition else PaperKind.SLIDES_PDF
    document = PdfDocument(render_paper(deck, kind, edition))
    for leaf, page in zip(leaves(deck, edition), document, strict=True):
        text = letters(page.get_textpage().get_text_range())
        for piece in pieces(leaf.items):
            assert piece in text, (page, piece)


REFUSED = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff]")
"""What no deck may hold; ``check`` tells it, and nothing is made."""
TWO_WAYS = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI"))
"""Where a line has these, each program that reads a PDF puts its letters into an order of its own."""


def pasted_deck(seed: int) -> str:
    """Return a deck with texts that are pasted together: addresses, code, marks of Word, other scripts."""
    chance = random.Random(seed)  # noqa: S311  (each seed gives the same deck)
    short = [each for kind in KINDS if kind is not LONG for each in kind if len(each) < len("<https://eksempel.dk>")]
    title = f"Borgernes{chance.choice(short)} hverdag"
    texts = [typed_text(chance, "Vi taler om borgernes hverdag") for _ in range(6)]
    title, *texts = (" ".join(REFUSED.sub("", text).splitlines()) for text in (title, *texts))
    return deck_of(title, texts)


def not_in_the_files(deck: LaidOut) -> list[tuple[str, str]]:
    """Return what the slides, their notes, the handout and the guide do not hold of what was laid out: where, and what.

    Of a PDF, Latin letters are read: PDFium tells others as other code points of the same look.
    """
    found = []
    slides = Powerpoint(io.BytesIO(render_paper(deck, PaperKind.SLIDES))).slides
    for frame, slide in zip(deck.presentation.frames, slides, strict=True):
        text = letters("".join(node.text or "" for node in slide.element.iter("{*}t")))
        found += [(frame.id, piece) for piece in pieces(frame.items) if piece not in text]
        noted = letters(slide.notes_slide.notes_text_frame.text) if slide.has_notes_slide else ""
        notes = (letters("".join(run.text for run in par.runs)) for par in frame.notes)
        found += [(f"{frame.id}, notes", note) for note in notes if note not in noted]
    for edition in deck.documents:
        document = PdfDocument(render_paper(deck, PaperKind.HANDOUT, edition))
        for n, (leaf, page) in enumerate(zip(leaves(deck, edition), document, strict=True), 1):
            text = latin(page.get_textpage().get_text_range())
            for par in paragraphs(leaf.items):
                whole = "".join(run.text for run in par.runs)
                if latin(whole) not in text and TWO_WAYS.isdisjoint(map(bidirectional, whole)):
                    found.append((f"{edition}, page {n}", whole))
    return found


@pytest.mark.parametrize("seed", [0, 1, 2, 4])  # that of 3 is too much for its slide
def test_pasted_texts_stand_in_the_files(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(pasted_deck(seed), "utf-8")
    deck, found = lay_out_deck(path, editions=(Edition.PARTICIPANT, Edition.GUIDE))
    assert deck is not None, [each.text() for each in found]
    assert (wrong(deck, path), not_in_the_files(deck)) == ([], [])
