"""What is otherwise so only on Windows: terminals in old code pages, names of files, line ends. It is simulated here.

What can't be is listed in docs/manual/papers.md.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from commands import deckbuild
from deckbuild.cli.narrow import READABLE
from deckbuild.model.slug import file_name, title_name
from deckbuild.pipeline.copies import copy_names
from deckbuild.reader import read

DECK = """\
deck:
  title: "Prøve 🎉 – “citat” → ≥ 5"
  language: {language}
slides:
  - title: Łódź … 🎉
    tekst: Blåbærgrød ½ →
"""


@pytest.mark.parametrize(
    ("encoding", "text", "printed"),
    [
        ("cp850", "Blåbærgrød ½ §", "Blåbærgrød ½ §"),
        ("cp850", "a → b ≥ c … d", "a -> b >= c ... d"),
        ("cp850", "“citat” »citat« ‘x’ – —", "'citat' »citat« 'x' - -"),
        ("cp1252", "“citat” – … €", "“citat” – … €"),
        ("cp1252", "→ ≤ ≠ ✓ ☐", "-> <= != v [ ]"),
        ("cp437", "Blåbærgrød Ø", "Blåbærgroed OE"),
        ("cp850", "🎉 👍🏽", "[party popper] [thumbs up sign][emoji modifier fitzpatrick type-4]"),
        ("cp850", "Čapek, Łódź, ﬂag", "Capek, Lódz, flag"),
        ("cp850", "日本", "[cjk unified ideograph-65e5][cjk unified ideograph-672c]"),
        ("cp850", "a\u200bb\u00adc", "abc"),
        ("utf-8", "file-\udcff", "file-\\udcff"),
    ],
)
def test_what_an_encoding_lacks_is_printed_readably(encoding: str, text: str, printed: str):
    assert text.encode(encoding, READABLE).decode(encoding).replace("\u00ad", "") == printed


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["cp850", "cp1252", "cp437", "cp850:strict"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_commands_print_in_the_encoding_that_is_asked_for(tmp_path: Path, encoding: str, language: str):
    (tmp_path / "deck.yaml").write_text(DECK.format(language=language), "utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONLEGACYWINDOWSSTDIO": "1", "PYTHONUTF8": "0"}
    for arguments in (["check"], ["check", "--format", "json"], ["build"], ["build", "--json"], ["build", "--help"]):
        done = subprocess.run(
            [sys.executable, "-m", "deckbuild", *arguments, "--lang", language], cwd=tmp_path, env=environment,
            capture_output=True, check=False,
        )  # fmt: skip
        said = (done.stdout + done.stderr).decode(encoding.partition(":")[0])
        assert done.returncode == int("--help" not in arguments)
        assert "Traceback" not in said
        assert "\\u" not in said.lower()
        if "json" in " ".join(arguments):
            json.loads(done.stdout.decode(encoding.partition(":")[0]))
        elif arguments == ["check"]:
            assert "[party popper]" in said


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Dag 1: A/B?", "Dag 1- A-B"), ("<a>|b*", "a-b"), ("slut...", "slut"), (" . dag . ", "dag"), ("...", ""),
        ("CON", "CON_"), ("nul", "nul_"), ("Com1", "Com1_"), ("LPT¹", "LPT¹_"), ("con.2026", "con_.2026"),
        ("aux .x", "aux_ .x"), ("console", "console"), ("com10", "com10"), ("dag nul", "dag nul"),
        ("ord " * 60, ("ord " * 37)[:-1]), ("æ" * 100, "æ" * 75), ("a" * 300, "a" * 150),
        ("👍" * 60, "👍" * 37), ("dag-" * 60, ("dag-" * 37)[:-1]),
    ],
)  # fmt: skip
def test_names_of_papers_are_names_on_every_system(name: str, made: str):
    assert file_name(name) == made
    assert file_name(made) == made


@pytest.mark.parametrize(
    ("title", "made"), [("Nul", "nul_"), ("ord " * 70, "-".join(["ord"] * 25)), ("Ærø", "aeroe"), ("🎉", "")]
)
def test_a_title_makes_a_name_of_sensible_length(title: str, made: str):
    assert title_name(title) == made


@pytest.mark.parametrize("title", ["ord " * 70, "æ" * 100, "x" * 300, "Nul", "CON", "🎉🎉"])
def test_what_check_accepts_by_its_title_is_built(tmp_path: Path, title: str):
    (tmp_path / "deck.yaml").write_text(f"deck: {{title: {title}}}\nslides: [{{title: Et, text: Hej}}]\n", "utf-8")
    assert deckbuild("check", folder=tmp_path).returncode == 0
    assert deckbuild("build", folder=tmp_path).returncode == 0
    assert all(len(path.name.encode()) < 200 for path in (tmp_path / "output").iterdir())
    (tmp_path / "output" / ".deckbuild.json").unlink()  # now each paper is kept under a name that is longer still
    assert deckbuild("build", folder=tmp_path).returncode == 0


def test_names_that_differ_by_capitals_are_different_files():
    names = copy_names("kursus", ["Anna", "ANNA", "anna", "Änna", "Anna-2", "nul", "?"])
    assert len({name.casefold() for name in names}) == len(names)


def test_a_file_name_that_no_disk_takes_is_told_at_its_line(tmp_path: Path):
    text = f"deck: {{title: x}}\nslides:\n  - title: y\n    picture: {{file: {'ø' * 130}.png, alt: z}}\n"
    (found,) = read(tmp_path / "deck.yaml", text.encode()).diagnostics
    assert (found.code, found.span and found.span.line) == ("long-file-name", 4)


TITLE = "deck:\r\n  title: Prøve\r\n  languag: da\r\nslides:\r\n  - title: Et slide\r\n    text: Hej\r\n"


def test_line_ends_of_windows_stay(tmp_path: Path):
    path = tmp_path / "deck.yaml"
    path.write_bytes(TITLE.encode())
    assert deckbuild("check", "--fix", folder=tmp_path).returncode == 0
    assert path.read_bytes() == TITLE.replace("languag:", "language:").encode()
    assert deckbuild("next", folder=tmp_path).returncode == 0
    following = (tmp_path / "deck-2.yaml").read_bytes()
    assert following.count(b"\r\n") == following.count(b"\n") > 4
