"""README and the pages: links lead somewhere, pages can be reached, no sentence stands twice, commands are tried."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
START = ROOT / "README.md"
MADE = {"reference.md", "reference.da.md", "diagnostics.md"}
"""Made from the program, where a text may well be said of two keys."""
LINK = re.compile(r"\]\(([^()\s]+)\)|(?:src|href)=\"([^\"]+)\"")
FENCE = re.compile(r"^( *)(`{3,}).*?^\1\2$", re.MULTILINE | re.DOTALL)


def pages() -> list[Path]:
    """Every page of the repository that is for people."""
    return sorted(
        path
        for path in ROOT.rglob("*.md")
        if not any(part.startswith(".") or part in {"output", "node_modules"} for part in path.relative_to(ROOT).parts)
    )


def prose(path: Path) -> str:
    """A page without its examples of code."""
    return FENCE.sub("", path.read_text("utf-8"))


def links(path: Path) -> list[str]:
    text = re.sub(r"`[^`]*`", "", prose(path))
    found = (one or other for one, other in LINK.findall(text))
    return [link for link in found if not re.match(r"[a-z]+:", link)]


def anchors(path: Path) -> set[str]:
    """What a link may name after ``#``: GitHub makes it of the heading."""
    heads = re.findall(r"^#+ (.+)$", prose(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path):
    for link in links(path):
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_every_page_can_be_reached_from_readme():
    reached, left = set(), [START]
    while left:
        page = left.pop()
        if page not in reached and page.suffix == ".md":
            reached.add(page)
            left += [
                (page.parent / link.partition("#")[0]).resolve() for link in links(page) if not link.startswith("#")
            ]
    assert {path.relative_to(ROOT).as_posix() for path in pages()} == {
        path.relative_to(ROOT).as_posix() for path in reached
    }


def sentences(path: Path) -> list[str]:
    """The sentences of a page of at least six words."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", prose(path))
    parts = re.split(r"(?<=[.:!?])\s+|\n\s*\n|\n\s*(?:[-*#|]|\d\.)|\|", text)
    plain = (" ".join(part.replace("*", "").split()).rstrip(".:") for part in parts)
    return [part for part in plain if len(part.split()) >= 6]


def test_no_sentence_stands_twice():
    written = [path for path in pages() if path.name not in MADE]
    found = Counter(sentence for path in written for sentence in sentences(path))
    assert [sentence for sentence, count in found.items() if count > 1] == []


def test_readme_is_short():
    assert len(START.read_text("utf-8").split()) <= 450


def test_readmes_commands_are_those_that_are_tried():
    commands = re.findall(r"^```sh\n(.*?)\n```$", START.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert len(commands) == 2
    for runner in (".ci/run", ".github/workflows/test.yml"):
        text = (ROOT / runner).read_text("utf-8")
        assert [command for command in commands if command not in text] == []
