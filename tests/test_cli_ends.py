"""How a command ends, whatever befalls it: with a sentence and an exit code, never with a traceback."""

from __future__ import annotations

import errno
import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from deckbuild.cli.main import main
from deckbuild.diagnostics import because
from deckbuild.locales import translator

DECK = "deck:\n  title: Prøve\n  language: da\nslides:\n  - title: Et slide\n    text: Blåbærgrød\n"
COMMAND = [sys.executable, "-m", "deckbuild"]
DISK_FULL = Path("/dev/full")
COMMANDS = [
    ["check"],
    ["check", "--format", "json"],
    ["schema"],
    ["build", "-q", "--json"],
    ["build"],
    ["--help"],
    ["--version"],
    ["build", "--help"],
    ["completion", "zsh"],
    ["diff", "deck.yaml", "deck.yaml"],
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deck.yaml").write_text(DECK, "utf-8")
    return tmp_path


@pytest.mark.slow
@pytest.mark.skipif(not DISK_FULL.exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_full_disk_under_what_is_printed_is_told_in_a_line(arguments: list[str], folder: Path) -> None:
    with DISK_FULL.open("w") as full:
        done = subprocess.run([*COMMAND, *arguments], cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.stderr.decode() == "error: What was to be printed can't be written: the disk is full.\n"
    assert done.returncode == 1


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a shell for POSIX closes the stream")
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_closed_output_is_told_in_a_line(arguments: list[str], folder: Path) -> None:
    line = ["sh", "-c", '"$@" >&-', "sh", *COMMAND, *arguments]
    done = subprocess.run(line, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "error: What was to be printed can't be written: it is closed.\n")


@pytest.mark.slow
def test_a_reader_that_has_enough_is_told_nothing(folder: Path) -> None:
    """As with other programs before ``| head``. The exit code says that not all was written."""
    line = ["sh", "-c", '{ "$@"; echo $? >code; } | head -0', "sh", *COMMAND, "schema"]
    assert subprocess.run(line, cwd=folder, capture_output=True, text=True, check=False).stderr == ""
    assert (folder / "code").read_text() == "1\n"


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
@pytest.mark.parametrize("seconds", [0.08, 0.12, 0.16, 0.2, 0.3])
def test_ctrl_c_ends_it_in_quiet_also_while_it_loads(seconds: float, folder: Path) -> None:
    begin = "from deckbuild.cli.entry import run; print('!', flush=True); run()"
    line = [sys.executable, "-c", begin, "serve", "--no-open"]
    process = subprocess.Popen(line, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "!\n"
    time.sleep(seconds)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert "Traceback" not in said
    assert said.strip() in ("", "Aborted!")
    assert process.returncode in (130, 0)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="on Windows every argument is text")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check", b"\xff.yaml"], 1),
        (["build", b"\xff.yaml"], 1),
        (["build", "--json", b"\xff.yaml"], 1),
        (["diff", b"\xff.pdf", "deck.yaml"], 1),
        (["build", "--lang", b"\xff"], 2),
        (["render", "--pages", b"\xff"], 2),
        ([b"\xff"], 2),
    ],
)
def test_arguments_that_are_no_text_are_told(arguments: list[str | bytes], code: int, folder: Path) -> None:
    """Also on a terminal, which takes nothing but text."""
    process = subprocess.Popen([*COMMAND, *arguments], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said, _ = process.communicate()
    assert (process.returncode, b"Traceback" in said, b"xff" in said or b"\\udcff" in said) == (code, False, True)
    master, terminal = pty.openpty()
    with os.fdopen(master, "rb", buffering=0) as screen:
        shown = subprocess.Popen([*COMMAND, *arguments], cwd=folder, stdout=terminal, stderr=terminal, stdin=terminal)
        os.close(terminal)
        text = b""
        try:
            while part := screen.read(4096):
                text += part
        except OSError:  # the terminal ends with its program
            pass
        assert (shown.wait(), b"Traceback" in text) == (code, False)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments])


@pytest.mark.parametrize(
    "arguments", [["build"], ["check"], ["slides"], ["render"], ["diff", "deck.yaml"], ["collect", "x.pdf", "--deck"]]
)
def test_a_deck_that_may_not_be_read_is_a_fault_of_the_file(
    arguments: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = folder / "deck.yaml"
    refuse(monkeypatch, deck)
    done = run("--lang", "da", arguments[0], "--lang", "da", *arguments[1:], str(deck))
    assert done.exit_code == 1
    assert "kan ikke åbnes: du har ikke adgang." in done.output
    assert "Forkert værdi" not in done.output


def refuse(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    """Let a file be one that may not be read, which is so for everybody but the system's owner."""
    opening, access = Path.open, os.access

    def refusing(path: Path, *settings: Any, **named: Any) -> Any:
        if path == file:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opening(path, *settings, **named)

    def may(path: str | Path, *rest: int) -> bool:
        return Path(os.fsdecode(path)) != file and access(path, *rest)

    monkeypatch.setattr(Path, "open", refusing)
    monkeypatch.setattr(os, "access", may)


@pytest.mark.parametrize("command", [["build"], ["check"], ["diff", "deck.yaml"], ["collect", "x.pdf", "--deck"]])
def test_what_can_be_read_only_once_is_refused(command: list[str], folder: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(folder / "pipe")
    done = run("--lang", "en", *command, str(folder / "pipe"))
    assert done.exit_code == 2
    assert f"“{folder / 'pipe'}” is not a file: save the deck as one, and name that." in done.output


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["build", "--json", "-o", "in the way/output"], "cannot-write"),
        (["slides", "--json", "-o", "in the way/output"], "cannot-write"),
        (["diff", "--json", "deck.yaml", "faulty.yaml"], "unknown-key"),
        (["diff", "--json", "deck.yaml", "missing.pdf"], "cannot-read"),
        (["build", "--json", "faulty.yaml"], "unknown-key"),
    ],
)
def test_programs_are_told_of_every_fault_in_one_object(
    arguments: list[str], code: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "in the way").touch()
    (folder / "faulty.yaml").write_text(DECK + "    bulets: x\n", "utf-8")
    done = run(*arguments)
    reported = json.loads(done.stdout)
    assert (done.exit_code, reported["papers"]) == (1, [])
    assert code in {found["code"] for found in reported["diagnostics"]}


def test_letters_stand_as_they_are_for_programs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (folder / "deck.yaml").write_text(DECK + "    blåbær: x\n", "utf-8")
    assert "»blåbær" in run("check", "--format", "json").stdout
    assert "»blåbær" in run("build", "--json").stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("settings", "colored"),
    [
        ({}, True),
        ({"NO_COLOR": ""}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": "0"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
@pytest.mark.parametrize("command", ["check", "build", "next"])
def test_colour_is_left_out_where_it_is_not_wanted(
    settings: dict[str, str], colored: bool, command: str, folder: Path
) -> None:
    (folder / "deck.yaml").write_text(DECK + "    bulets: x\n", "utf-8")
    environment = {**os.environ, "TERM": "xterm", **settings}
    if "NO_COLOR" not in settings:
        environment.pop("NO_COLOR", None)
    master, terminal = pty.openpty()
    with os.fdopen(master, "rb", buffering=0) as screen:
        subprocess.run(
            [*COMMAND, command], cwd=folder, env=environment, stdout=terminal, stderr=terminal, stdin=terminal,
            check=False,
        )  # fmt: skip
        assert (b"\x1b[1;31m" in screen.read(100_000)) == colored
        os.close(terminal)


@pytest.mark.parametrize(
    ("number", "danish", "english"),
    [
        (errno.EACCES, "du har ikke adgang", "access is denied"),
        (errno.ENOENT, "den findes ikke", "it does not exist"),
        (errno.EADDRINUSE, "et andet program bruger den", "another program is using it"),
        (errno.EEXIST, "der er allerede noget med det navn", "something of that name is there already"),
        (errno.ENOSPC, "disken er fuld", "the disk is full"),
        (errno.EPROTO, "Protocol error", "Protocol error"),
    ],
)
def test_the_systems_reasons_are_told_in_our_words(number: int, danish: str, english: str) -> None:
    reason = because(OSError(number, "Protocol error"))
    assert (reason.text(translator("da")), reason.text(translator("en"))) == (danish, english)


def test_a_deck_that_cannot_be_mended_is_not_said_to_be_open_in_powerpoint(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck, opened = folder / "deck.yaml", Path.open
    deck.write_text(DECK.replace("title: Et", "titel: Et"), "utf-8")

    def protected(path: Path, mode: str = "r", *rest: object, **more: object) -> object:
        if path == deck and mode == "r+b":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path, mode, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "open", protected)
    done = run("check", "--fix", str(deck))
    assert done.exit_code == 1
    assert "Luk det andet program, eller ophæv skrivebeskyttelsen." in done.output
    assert "PowerPoint" not in done.output


def test_help_and_faults_of_usage_are_danish_throughout() -> None:
    reported = (
        run("template", "--lang", "da", "--help").output + run("template", "inspect", "--lang", "da", "--help").output
    )
    assert reported.count("List layouts i FIL") == 2
    assert "For hver pladsholder" in reported
    assert "miljøvariabel: DECKBUILD_EDITOR" in run("serve", "--lang", "da", "--help").output
    assert "[TILVALG] GAMMEL NY" in run("diff", "--lang", "da", "--help").output
    assert "Der mangler 'MAPPE'." in run("new", "--lang", "da").output
    assert "Der mangler 'UDFYLDT.pdf...'." in run("collect", "--lang", "da").output
    assert "`--merged` kræver `--participants`" in run("handout", "--lang", "da", "--merged").output
