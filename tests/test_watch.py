"""``deckbuild watch`` and ``deckbuild serve`` as commands: what they print, what they write, how they end."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from deckbuild.output.record import RECORD
from test_cli import BAD, GOOD

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent in another way there"),
    pytest.mark.slow,
]


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "deck.yaml"
    path.write_text(GOOD, "utf-8")
    return path


@contextmanager
def started(*arguments: str, folder: Path) -> Iterator[Callable[[str], str]]:
    """Run a command; yields what waits for a text to be printed and returns all so far. It has to end by Ctrl+C."""
    log = folder / "log.txt"
    with log.open("wb") as out:
        command = [sys.executable, "-u", "-m", "deckbuild", *arguments]
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out)

    def wait(pattern: str) -> str:
        until = time.monotonic() + 90
        while time.monotonic() < until:
            if re.search(pattern, said := log.read_text("utf-8")):
                return said
            time.sleep(0.05)
        raise AssertionError(f"no “{pattern}” in: {log.read_text('utf-8')}")

    try:
        yield wait
        process.send_signal(signal.SIGINT)
        assert process.wait(90) == 0, log.read_text("utf-8")
        assert "Traceback" not in log.read_text("utf-8")
    finally:
        process.kill()
        process.wait()


def test_watch_makes_the_papers_on_each_save(deck):
    output = deck.parent / "output"
    with started("watch", folder=deck.parent) as wait:
        wait(r"\d\d:\d\d:\d\d  Made proeve.pptx, proeve-haefte.pdf in [\d.]+ s\.\n")
        first = (output / "proeve.pptx").read_bytes()
        deck.write_text(BAD, "utf-8")
        said = wait("Nothing was written")
        assert "unknown-key" in said
        assert (output / "proeve.pptx").read_bytes() == first
        deck.write_text(GOOD.replace("Et punkt", "To punkter"), "utf-8")
        wait(r"(?s)Made .* written.*Made proeve.pptx, proeve-haefte.pdf")
        assert (output / "proeve.pptx").read_bytes() != first
        deck.write_text(GOOD.replace("Et punkt", "To punkter") + "# slut\n", "utf-8")
        wait("All papers are as before")
    assert (output / RECORD).is_file()


def test_watch_keeps_what_was_changed_by_hand_and_goes_on_when_a_paper_cannot_be_replaced(deck):
    output = deck.parent / "output"
    with started("watch", folder=deck.parent) as wait:
        wait("Made")
        (output / "proeve.pptx").write_bytes(b"changed by hand")
        deck.write_text(GOOD.replace("Et punkt", "To punkter"), "utf-8")
        wait(r"it is kept as proeve \d{4}-")
        (output / "proeve-haefte.pdf").unlink()
        (output / "proeve-haefte.pdf").mkdir()  # what can't be replaced, as one open in PowerPoint can't on Windows
        deck.write_text(GOOD.replace("Et punkt", "Tre punkter"), "utf-8")
        wait(r"(?s)can't be written.*Nothing was written yet")
        time.sleep(5)  # it is tried again, and said only once
        (output / "proeve-haefte.pdf").rmdir()
        said = wait(r"(?s)can't be written.*Made")
        assert said.count("can't be written") == 1


def test_watch_writes_beside_a_paper_that_is_open_and_puts_it_in_place_when_it_is_closed(deck):
    output = deck.parent / "output"
    with started("watch", folder=deck.parent) as wait:
        wait("Made")
        sign = output / ".~lock.proeve.pptx#"
        sign.write_text("Hanne", "utf-8")
        deck.write_text(GOOD.replace("slides:", "slides:\n  - title: Nyt\n    text: Nyt", 1), "utf-8")
        wait("file-in-use")
        beside = output / "proeve (ny).pptx"
        new = beside.read_bytes()
        sign.unlink()
        until = time.monotonic() + 60
        while beside.exists() and time.monotonic() < until:
            time.sleep(0.1)
    assert not beside.exists()
    assert (output / "proeve.pptx").read_bytes() == new


def test_watch_survives_a_picture_that_goes_away(deck):
    picture = deck.parent / "prik.png"
    Image.new("RGB", (40, 30), "red").save(picture)
    deck.write_text(f"{GOOD}  - title: Prik\n    picture: {{file: prik.png, alt: En prik}}\n", "utf-8")
    with started("watch", folder=deck.parent) as wait:
        wait("Made")
        picture.unlink()
        wait("missing-file")
        Image.new("RGB", (40, 30), "blue").save(picture)
        wait(r"(?s)missing-file.*Made")


def test_serve_tells_its_address_and_each_save(deck):
    with started("serve", "--no-open", folder=deck.parent) as wait:
        wait(r"The preview is at http://127\.0\.0\.1:\d+/\?token=[\w-]{40,}\n")
        wait(r"\d\d:\d\d:\d\d  No faults found\. \(")
        deck.write_text(GOOD.replace("Et punkt", "To punkter"), "utf-8")
        wait(r"No faults found\. 2 pages changed\. \([\d.]+ s\)")
        deck.write_text(BAD, "utf-8")
        wait(r"Found 1 error\. You see the last version without errors\. \([\d.]+ s\)\n +deck\.yaml:\d+  \S")


@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["--editor", "notepad"], 2, "is not one of vscode, vscodium"),
        (["--port", "99999"], 2, "99999"),
    ],
)
def test_serve_used_wrongly(deck, arguments, code, expected):
    command = [sys.executable, "-m", "deckbuild", "serve", "--no-open", *arguments]
    done = subprocess.run(command, cwd=deck.parent, capture_output=True, text=True, check=False, timeout=90)
    assert done.returncode == code
    assert expected in done.stderr


def test_a_port_that_is_taken(deck):
    with started("serve", "--no-open", folder=deck.parent) as wait:
        port = re.search(r"127\.0\.0\.1:(\d+)", wait("No faults found"))[1]
        command = [sys.executable, "-m", "deckbuild", "serve", "--no-open", "--port", port]
        done = subprocess.run(command, cwd=deck.parent, capture_output=True, text=True, check=False, timeout=90)
        assert (done.returncode, f"Port {port} can't be used" in done.stderr) == (1, True)
