"""What changed between two decks: old YAML, new YAML, which slides and pages are told."""

from __future__ import annotations

import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands import deckbuild
from deckbuild.changes import (
    BookmarkedPart,
    Change,
    ChangeKind,
    PageFingerprint,
    compare,
    fingerprint_pages,
    pair_papers,
    print_ranges,
)
from deckbuild.changes.deck_papers import papers_of

HEAD = "deck: {title: Prøve, language: da}\nslides:\n"
FIRST = "- {title: Et, bullets: [a, b], notes: Sig goddag.}\n"
SECOND = "- {title: To, reflection: [Hvad nu?]}\n"
THIRD = "- {title: Tre, text: Slut.}\n"


def changes(old: str, new: str, folder: Path) -> dict[str, list[tuple[str, int, str]]]:
    papers = []
    for name, slides in (("old.yaml", old), ("new.yaml", new)):
        (folder / name).write_text(HEAD + slides, "utf-8")
        papers.append(papers_of(folder / name)[0])
    return {
        name: [
            (c.kind.value, c.number, c.title)
            for c in compare(name, fingerprint_pages(name, was), fingerprint_pages(name, now)).found
        ]
        for name, was, now in pair_papers(*papers)
    }


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (FIRST + SECOND + THIRD, []),
        (FIRST.replace("goddag", "farvel") + SECOND + THIRD, [("changed", 2, "Et")]),
        (FIRST + SECOND.replace("Hvad nu?", "Hvad så?") + THIRD, [("changed", 3, "To")]),
        (FIRST + THIRD, [("changed", 3, "Tre"), ("gone", 3, "To")]),  # the third has another number now
        (FIRST + SECOND + THIRD + "- {title: Fire, text: x, handout: {skip: yes}}\n", [("new", 5, "Fire")]),
    ],
)
def test_slides_that_changed_are_told(new, expected, tmp_path):
    reported = changes(FIRST + SECOND + THIRD, new, tmp_path)["proeve.pptx"]
    assert sorted(reported) == sorted(expected)


def test_a_letter_on_a_page_is_a_change_and_notes_are_none(tmp_path):
    reported = changes(FIRST + SECOND, FIRST.replace("goddag", "farvel") + SECOND.replace("nu", "nø"), tmp_path)
    assert [change[:2] for change in reported["proeve-haefte.pdf"]] == [("changed", 2)]


def test_slides_linked_to_count_by_their_titles(tmp_path):
    link = "- {title: Et, text: '[se](#to)'}\n"
    reported = changes(link + SECOND, link + THIRD + SECOND, tmp_path)["proeve.pptx"]
    assert 2 not in [number for _, number, _ in reported]


@given(st.text("abcdef", max_size=12), st.text("abcdef", max_size=12))
def test_what_is_not_told_is_there_before_and_after(old, new):
    found = compare("x.pdf", [PageFingerprint("", p) for p in old], [PageFingerprint("", p) for p in new]).found
    gone = {c.number for c in found if c.kind is ChangeKind.GONE}
    again = {c.number for c in found if c.kind is not ChangeKind.GONE}
    changed = sum(c.kind is ChangeKind.CHANGED for c in found)
    kept = [p for number, p in enumerate(new, 1) if number not in again]
    assert len(old) - len(gone) - changed == len(kept)
    rest = iter(old)
    assert all(p in rest for p in kept)  # in the old order


@pytest.mark.parametrize(
    ("numbers", "text"), [([], ""), ([3], "3"), ([3, 4, 5, 9], "3-5,9"), ([1, 2, 4, 6, 7], "1-2,4,6-7")]
)
def test_pages_are_written_as_a_printers_dialog_takes_them(numbers, text):
    assert print_ranges(numbers) == text


def test_pages_stand_two_on_a_sheet():
    made = compare("x.pdf", [PageFingerprint("", n) for n in "abcdef"], [PageFingerprint("", n) for n in "abXYeZ"])
    assert (made.again, made.sheets) == ((3, 4, 6), (2, 3))
    assert made.found[0] == Change(ChangeKind.CHANGED, 3, "")


def test_a_page_is_named_by_what_changed_on_it():
    def page(*prints: str) -> PageFingerprint:
        return PageFingerprint(
            "C", "".join(prints), tuple(BookmarkedPart(title, p) for title, p in zip("ABC", prints, strict=True))
        )

    def named(*prints: str) -> str:
        (change,) = compare("x.pdf", [page("a", "b", "c")], [page(*prints)]).found
        return change.title

    assert [named("z", "b", "c"), named("a", "z", "c"), named("a", "z", "y"), named("b", "a", "c")] == [
        "A", "B", "B, C", "C",
    ]  # fmt: skip


def test_the_guides_page_is_named_by_the_slide_that_changed(tmp_path):
    """Several slides share a page; a bookmark leads to no more than the page."""
    slides = "".join(f"  - title: Slide {n}\n    text: Tekst {n}.\n    notes: Note {n}.\n" for n in range(1, 5))
    text = "deck:\n  title: Prøve\n  language: da\nhandout: {editions: [guide]}\nslides:\n" + slides
    for name, content in (("old.yaml", text), ("new.yaml", text.replace("Note 2.", "Note 2, ændret."))):
        (tmp_path / name).write_text(content, "utf-8")
    reported = json.loads(diff("old.yaml", "new.yaml", "--json", folder=tmp_path).stdout)["papers"]
    assert [change["title"] for change in reported[-1]["changes"]] == ["Slide 2"]


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        (["a.pptx"], ["b.pptx"], ["b.pptx"]),
        (["a.pdf"], ["b.pptx"], []),
        (["a.pptx", "a-haefte.pdf"], ["b.pptx", "b-haefte.pdf"], ["b.pptx", "b-haefte.pdf"]),
        (["a-haefte.pdf", "c-haefte.pdf", "a.pptx"], ["c-haefte.pdf", "b.pptx"], ["c-haefte.pdf", "b.pptx"]),
        (["a-haefte.pdf", "c-haefte.pdf"], ["b-haefte.pdf", "b.pptx"], []),
    ],
)
def test_papers_are_matched_by_name_or_ending(old, new, pairs):
    assert [name for name, _, _ in pair_papers(dict.fromkeys(old, b""), dict.fromkeys(new, b""))] == pairs


def diff(*arguments: str, folder: Path) -> CompletedProcess[str]:
    return deckbuild("diff", *arguments, folder=folder)


def test_the_command_says_what_to_print_again(tmp_path):
    (tmp_path / "deck.yaml").write_text(HEAD + FIRST + SECOND, "utf-8")
    assert deckbuild("build", "-q", folder=tmp_path).returncode == 0
    same = diff("output", "deck.yaml", folder=tmp_path)
    assert (same.returncode, same.stdout.count("uændret")) == (0, 2)
    (tmp_path / "deck.yaml").write_text(HEAD + FIRST + SECOND.replace("nu", "så"), "utf-8")
    reported = diff("output", "deck.yaml", folder=tmp_path).stdout
    assert "     3  ændret   To" in reported
    assert "Print side 2 igen: 1 ark" in reported
    papers = json.loads(diff("output", "deck.yaml", "--json", folder=tmp_path).stdout)["papers"]
    assert papers[0]["changes"] == [{"what": "changed", "number": 3, "title": "To"}]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty", None, "There is nothing to compare in “empty”."),
        ("missing.pptx", None, "“missing.pptx” can't be read: it does not exist."),
        ("broken.pptx", b"PK\x03\x04", "“broken.pptx” is damaged and can't be read."),
        ("broken.pdf", b"%PDF-1.7 nothing", "“broken.pdf” is damaged and can't be read."),
        ("papers/broken.pdf", b"%PDF-1.7 nothing", "“papers/broken.pdf” is damaged and can't be read."),
        ("deck.yaml", b"deck: {title: x}\nslids: []\n", "slids"),
    ],
)
def test_what_cannot_be_compared_is_told(name, content, said, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "papers").mkdir()
    if content is not None:
        (tmp_path / name).write_bytes(content)
    given = name.partition("/")[0]
    done = diff("--lang", "en", given, given, folder=tmp_path)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert said in done.stderr
