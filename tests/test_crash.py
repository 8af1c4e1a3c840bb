"""What nobody foresaw: a sentence, an exit code of its own, and a file with nothing of the deck in it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from unittest.mock import patch

import pytest

from commands import deckbuild

SECRETS = ("Blåbærgrød", "Hanne", "Hansen", "hanne", "Svaret", "Kursus for ledere")
DECK = """\
deck:
  title: Kursus for ledere
  language: LANGUAGE
handout:
  cover: [Navn, Dato]
slides:
  - title: Hannes slide
    text: Blåbærgrød
"""
CRASHED = 70
BREAK = """
import sys
from importlib import import_module
home, name, kind, run = sys.argv.pop(1), sys.argv.pop(1), sys.argv.pop(1), import_module("deckbuild.cli.entry").run
def fail(*given, **more):
    answer = "Svaret er Hanne Hansen"
    raise getattr(import_module("builtins"), kind)(f"Blåbærgrød og {answer}")
setattr(import_module(home), name, fail)
run()
"""
"""Runs a command in which one function of ours fails, with a message that quotes what must not get out."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "hanne"
    (folder / "tmp").mkdir(parents=True)
    (folder / "deck.yaml").write_text(DECK.replace("LANGUAGE", "en"), "utf-8")
    (folder / "liste.csv").write_text("Navn\nHanne Hansen\n", "utf-8")
    (folder / "svar-fra-hanne.pdf").write_bytes(b"%PDF-1.7")
    return folder


def crash(
    folder: Path, place: str, *arguments: str, kind: str = "KeyError", code: str = BREAK, **set_to: str
) -> subprocess.CompletedProcess[str]:
    """Run a command that fails, in a process of its own."""
    line = [sys.executable, "-c", code, *place.split(":"), kind, *arguments]
    known = {**os.environ, "TMPDIR": str(folder / "tmp"), "TEMP": str(folder / "tmp"), "LC_ALL": "C", **set_to}
    return subprocess.run(
        line, cwd=folder, env=known, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120
    )


def crash_here(folder: Path, place: str, *arguments: str, **set_to: str) -> subprocess.CompletedProcess[str]:
    """Run a command that fails, within this process; the function must be looked up where ``place`` says."""
    home, name = place.split(":")

    def fail(*_given: object, **_more: object) -> None:
        answer = "Svaret er Hanne Hansen"
        raise KeyError(f"Blåbærgrød og {answer}")

    with patch.object(import_module(home), name, fail), patch.object(tempfile, "tempdir", str(folder / "tmp")):
        return deckbuild(*arguments, folder=folder, **set_to)


@pytest.fixture(params=[crash_here, pytest.param(crash, marks=pytest.mark.slow)], ids=["here", "own process"])
def either(request: pytest.FixtureRequest) -> Callable[..., subprocess.CompletedProcess[str]]:
    return request.param


def details(folder: Path) -> str:
    (file,) = (folder / "tmp").iterdir()
    assert re.fullmatch(r"deckbuild-fault-\d{4}-\d\d-\d\d-\d{6}-\w+\.txt", file.name)
    return file.read_text("utf-8")


FAULTS = {
    "deckbuild.cli.main:import_module": ["check"],
    "deckbuild.reader:read_deck": ["check", "--format", "full"],
    "deckbuild.layout.slides.deck:lay_out_slide": ["check"],
    "deckbuild.pipeline.copies:named": ["handout", "--participants", "liste.csv", "-ohanne-ud"],
    "deckbuild.writers.pdf.document:Typeface": ["slides"],
    "deckbuild.pipeline.build:write_papers": ["build", "--output=hanne-ud", "-q"],
    "deckbuild.answers.given:filled_file": ["collect", "svar-fra-hanne.pdf"],
}
"""Where a fault is -> a command that comes upon it."""


@pytest.mark.parametrize("place", FAULTS)
def test_a_fault_of_ours_is_told_in_a_sentence_and_nothing_of_the_deck_gets_out(either, place, folder):
    done = either(folder, place, *FAULTS[place])
    assert done.returncode == CRASHED, done.stderr
    lines = done.stderr.splitlines()
    assert lines[0] == "error: deckbuild came upon a fault of its own (KeyError)."
    assert "to whoever looks after deckbuild for you" in lines[1]
    told = details(folder)
    assert "Traceback" not in done.stderr + told
    for secret in SECRETS:
        assert secret not in told
        assert secret not in (done.stdout + done.stderr).replace(str(folder), "")
    assert str(Path.home()) + os.sep not in told
    assert "builtins.KeyError" in told
    assert re.search(r"\n  \w[\w/]*\.py:\d+ \w", told)
    assert re.search(r"\n  click\.core:\d+\n", told)
    assert re.search(r"(?m)^  python-pptx \d", told)


def test_the_details_name_the_options_and_the_lines_of_the_deck(either, folder):
    done = either(folder, "deckbuild.pipeline.build:write_papers", "build", "--output=hanne-ud", "-q", "--lang", "en")
    assert done.returncode == CRASHED
    told = details(folder)
    assert "\ncommand: deckbuild build --output -q --lang\n" in told
    assert re.search(r"\n  pipeline/build\.py:\d+ build_read\n", told)
    done = either(folder, "deckbuild.layout.slides.deck:lay_out_slide", "check", TMPDIR=str(folder / "other"))
    assert done.returncode == CRASHED


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("MemoryError", "error: There is not enough memory (MemoryError).\n  Close other programs"),
        (
            "RecursionError",
            "error: Something in the deck is nested deeper than deckbuild can follow (RecursionError).\n",
        ),
        ("BaseException", "error: deckbuild came upon a fault of its own (BaseException).\n"),
    ],
)
def test_what_is_likely_is_said(kind, sentence, folder):
    done = crash(folder, "deckbuild.pipeline.lay_out:lay_out", "check", kind=kind)
    assert (done.returncode, done.stderr.startswith(sentence)) == (CRASHED, True), done.stderr
    assert f"builtins.{kind}" in details(folder)


@pytest.mark.slow
def test_a_deep_stack_is_told_by_its_ends(folder):
    code = BREAK.replace("    answer =", "    return fail()\n    answer =")
    done = crash(folder, "deckbuild.pipeline.lay_out:lay_out", "check", code=code)
    assert (done.returncode, "RecursionError" in done.stderr) == (CRASHED, True)
    told = details(folder)
    assert re.search(r"\n  … \d+ more\n", told)
    assert len(told.splitlines()) < 120


def test_programs_get_their_json(either, folder):
    done = either(folder, "deckbuild.pipeline.build:build_read", "build", "--json")
    reported = json.loads(done.stdout)
    assert (done.returncode, reported["papers"]) == (CRASHED, [])
    assert [each["code"] for each in reported["diagnostics"]] == ["crash"]
    assert reported["crash"]["kind"] == "KeyError"
    assert Path(reported["crash"]["file"]).parent == folder / "tmp"
    done = either(folder, "deckbuild.pipeline.lay_out:lay_out", "check", "--format=json")
    assert [each["code"] for each in json.loads(done.stdout)] == ["crash"]


def test_it_is_told_in_the_language_of_the_deck(either, folder):
    (folder / "deck.yaml").write_text(DECK.replace("LANGUAGE", "da"), "utf-8")
    done = either(folder, "deckbuild.pipeline.lay_out:lay_out", "check")
    assert done.stderr.startswith("fejl: Der er en fejl i selve deckbuild (KeyError).\n  Kør kommandoen igen.")
    done = either(folder, "deckbuild.pipeline.lay_out:lay_out", "--lang", "en", "check")
    assert done.stderr.startswith("error: deckbuild came upon")


def test_the_traceback_is_shown_to_those_who_ask(either, folder):
    done = either(folder, "deckbuild.pipeline.lay_out:lay_out", "check", DECKBUILD_DEBUG="1")
    assert (done.returncode, done.stderr.startswith("Traceback")) == (CRASHED, True)
    assert "holds the traceback, which may quote the deck." in done.stderr
    assert "KeyError: 'Blåbærgrød og Svaret er Hanne Hansen'" in details(folder)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        (
            "deckbuild.cli.crash:write_details",
            "looks after deckbuild for you: KeyError in pipeline/lay_out",
        ),
        ("deckbuild.cli.crash:_finding", "(KeyError). Tell whoever looks after deckbuild for you."),
    ],
)
def test_the_sentence_comes_also_when_telling_goes_wrong(broken, sentence, folder):
    home, name = broken.split(":")
    code = BREAK.replace("run()\n", f"setattr(import_module('{home}'), '{name}', fail)\nrun()\n")
    done = crash(folder, "deckbuild.pipeline.lay_out:lay_out", "check", code=code)
    assert (done.returncode, sentence in done.stderr) == (CRASHED, True), done.stderr
    assert "Traceback" not in done.stderr
    assert not any(secret in done.stderr for secret in SECRETS)


@pytest.mark.slow
@pytest.mark.parametrize("command", [["watch"], ["serve", "--no-open"]], ids=" ".join)
def test_what_ends_watching_and_serving_is_told(command, folder):
    home = "deckbuild.preview.session" if command[0] == "serve" else "deckbuild.pipeline.build"
    done = crash(folder, f"{home}:read", *command)
    assert (done.returncode, "fault of its own (KeyError)" in done.stderr) == (CRASHED, True), done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_server_that_ends_by_itself_ends_the_command(folder):
    done = crash(folder, "deckbuild.preview.server:PreviewServer.serve_forever", "serve", "--no-open", code=SERVER)
    assert (done.returncode, "fault of its own (KeyError)" in done.stderr) == (CRASHED, True), done.stderr


SERVER = BREAK.replace("setattr(import_module(home), name, fail)", """
from deckbuild.preview.server import PreviewServer
PreviewServer.serve_forever = fail
PreviewServer.shutdown = lambda self: None
""")  # fmt: skip
ASKED = BREAK.replace("setattr(import_module(home), name, fail)", """
import threading, urllib.request, urllib.error
import deckbuild.preview.server as server
server.Gate.refuses = fail
from deckbuild.preview.live import Live
def ask_twice(live, report):
    for _ in range(2):
        try:
            urllib.request.urlopen(address[0])
        except OSError:
            pass
    live.end()
address = []
start = server.PreviewServer.start
server.PreviewServer.start = lambda self: (address.append(self.gate.url), start(self))
Live.run = ask_twice
""")  # fmt: skip


@pytest.mark.slow
def test_a_fault_in_a_request_is_told_once_and_serving_goes_on(folder):
    done = crash(folder, "deckbuild.preview.server:Gate", "serve", "--no-open", code=ASKED)
    assert (done.returncode, done.stderr.count("fault of its own (KeyError)")) == (0, 1), done.stderr
    assert "Traceback" not in done.stderr
    assert "preview/server.py" in details(folder)
