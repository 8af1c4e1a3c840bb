"""A command that is killed while it writes: the next one finishes or undoes what was begun, and says so."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from commands import deckbuild
from deckbuild.diagnostics import Diagnostics
from deckbuild.output import STAGE
from deckbuild.output.papers import outdated, recover, write_papers
from deckbuild.output.record import RECORD, read_record

NOON = datetime(2026, 3, 2, 12, 5)
NAMES = ("a.pdf", "b.pptx", "named/c.pdf", "named/d.pdf")
WRITER = """
import os, sys
from pathlib import Path
from deckbuild.output.papers import write_papers

folder, text, call, dies_at = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
plain, count = getattr(os, call), 0

def counted(*arguments, **options):
    global count
    count += 1
    if count == dies_at:
        os._exit(9)
    return plain(*arguments, **options)

setattr(os, call, counted)
write_papers(folder, {name: text.encode() * 1000 for name in sys.argv[5:]}, source=text)
"""


def killed(folder: Path, text: str, call: str, dies_at: int) -> bool:
    """Write papers in a process that dies at a call of the system's; return whether it died before it was done."""
    line = [sys.executable, "-c", WRITER, str(folder), text, call, str(dies_at), *NAMES]
    return subprocess.run(line, capture_output=True, check=False).returncode == 9


def contents(folder: Path) -> dict[str, str]:
    """Return what is in a folder but the records: the first letters of each file."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")[:3]
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != RECORD
    }


def write(folder: Path, text: str) -> list[str]:
    """Write all papers; return the names of those that count as changed by hand."""
    written = write_papers(folder, {name: text.encode() * 1000 for name in NAMES}, lambda: NOON, text)
    return [each.kept.name for each in written if each.kept]


def whole(folder: Path) -> str:
    """Return which papers are in the folder: all are of one making, and the record knows them."""
    assert not (folder / STAGE).exists()
    found = contents(folder)
    assert found.keys() == set(NAMES)
    (text,) = set(found.values())
    for place in (folder, folder / "named"):
        for name, entry in read_record(place).items():
            assert entry.digest == sha256((place / name).read_bytes()).hexdigest()
    assert outdated(folder, text) == []
    return text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("call", "dies_at", "after"),
    [
        # the journal takes its place with the first replacement: until then nothing has begun
        ("fsync", 1, "old"), ("fsync", 4, "old"), ("replace", 1, "old"),
        *(("replace", number, "new") for number in range(2, 8)),
        ("unlink", 1, "new"), ("rmdir", 1, "new"),
    ],
)  # fmt: skip
def test_after_a_kill_the_papers_are_all_old_or_all_new(tmp_path: Path, call: str, dies_at: int, after: str):
    write(tmp_path, "old")
    assert killed(tmp_path, "new", call, dies_at)
    said = recover(tmp_path)
    assert whole(tmp_path) == after
    if call != "rmdir":  # then all was done, but for an empty folder
        assert [each.code for each in said] == ["unfinished"]
    assert recover(tmp_path) == []
    assert write(tmp_path, "end") == []
    assert whole(tmp_path) == "end"


@pytest.mark.slow
@pytest.mark.parametrize("dies_at", range(2, 6))
def test_what_somebody_changed_is_kept_through_a_kill(tmp_path: Path, dies_at: int):
    """Both what was changed before the build and what was changed after the kill."""
    write(tmp_path, "old")
    (tmp_path / "a.pdf").write_text("mine")
    assert killed(tmp_path, "new", "replace", dies_at)
    (tmp_path / "named" / "d.pdf").write_text("mine too")
    told = [each.text() for each in recover(tmp_path, lambda: NOON)]
    found = contents(tmp_path)
    assert {name: found.pop(name) for name in NAMES} == dict.fromkeys(NAMES, "new")
    assert list(found.values()) == ["min", "min"]
    assert sum("changed by hand" in text for text in told) == 2
    assert not (tmp_path / STAGE).exists()


@pytest.mark.slow
def test_after_a_kill_an_earlier_build_may_have_left_its_own_kind_of_rest(tmp_path: Path):
    """Version 0.1 left hidden files that end in .part."""
    write(tmp_path, "old")
    (tmp_path / ".a.pdf.x1_y2z3q.part").write_text("ha")
    (tmp_path / ".mine.part").write_text("not ours")
    said = Diagnostics()
    write_papers(tmp_path, {"a.pdf": b"new" * 1000}, source="new", diagnostics=said)
    assert [each.code for each in said] == ["unfinished"]
    assert ".mine.part" in contents(tmp_path)
    assert ".a.pdf.x1_y2z3q.part" not in contents(tmp_path)


DECK = "deck:\n  title: Prøve\n  language: da\nslides:\n  - title: Et slide\n    text: {text}\n"
COMMANDS = [
    ["check"], ["check", "--format", "json"], ["build"], ["build", "--json"], ["slides"], ["handout"], ["next"],
    ["diff", "deck.yaml", "deck.yaml"], ["render", "--pages", "1"], ["schema"], ["diff", "output", "deck.yaml"],
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_next_command_of_any_kind_finishes_and_says_so(tmp_path: Path, command: list[str], monkeypatch):
    (tmp_path / "deck.yaml").write_text(DECK.format(text="før"), "utf-8")
    assert deckbuild("build", folder=tmp_path).returncode == 0
    before = {path.name: path.read_bytes() for path in (tmp_path / "output").iterdir()}
    (tmp_path / "deck.yaml").write_text(DECK.format(text="nu"), "utf-8")
    plain, count = os.replace, 0

    def dying(*arguments: object) -> None:
        nonlocal count
        count += 1
        if count == 3:
            raise SystemError
        plain(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", dying)
        deckbuild("build", folder=tmp_path)
    assert (tmp_path / "output" / STAGE).is_dir()
    done = deckbuild(*command, "--lang", "da", folder=tmp_path)
    assert "En tidligere kommando blev afbrudt, mens den lagde 2 filer i »output«." in done.stderr
    assert done.returncode == 0
    after = {path.name: path.read_bytes() for path in (tmp_path / "output").iterdir() if path.is_file()}
    assert after.keys() >= before.keys()
    assert not [name for name in before if before[name] == after[name]]
    assert not (tmp_path / "output" / STAGE).exists()
    again = deckbuild("build", folder=tmp_path)
    assert "afbrudt" not in again.stderr
    assert "i hånden" not in again.stdout


def test_while_another_build_writes_nothing_is_finished_for_it(tmp_path: Path):
    from deckbuild.output.lock import folder_lock

    (tmp_path / STAGE).mkdir()
    (tmp_path / STAGE / "0").write_text("half")
    with folder_lock(tmp_path):
        assert recover(tmp_path) == []
        assert (tmp_path / STAGE / "0").exists()
    (said,) = recover(tmp_path)
    assert said.text() == f"An earlier command was ended before what it made for “{tmp_path}” was finished."
    assert not (tmp_path / STAGE).exists()


@pytest.mark.parametrize("name", ["../b.pdf", "/tmp/b.pdf", "x/../../b.pdf"])  # noqa: S108
def test_a_journal_that_reaches_out_of_its_folder_is_not_one_of_ours(tmp_path: Path, name: str):
    stage = tmp_path / "in" / STAGE
    stage.mkdir(parents=True)
    (stage / "0").write_text("bad")
    (stage / "journal.json").write_text(f'{{"moves": [{{"name": "{name}", "digest": "", "part": "0"}}]}}')
    recover(tmp_path / "in")
    assert not stage.exists()
    assert contents(tmp_path) == {}


LOOP = """
import sys
from pathlib import Path
from deckbuild.output.papers import write_papers
print("ready", flush=True)
for number in range(10_000):
    text = f"{number:03}"
    write_papers(Path(sys.argv[1]), {name: text.encode() * 1000 for name in sys.argv[2:]}, source=text)
"""


def kill_at_random(folder: Path, times: int, seed: int) -> int:
    """Kill a process that writes papers without end, at random times; return how often something was left to do."""
    draw, left = random.Random(seed), 0  # noqa: S311
    write(folder, "000")
    for _ in range(times):
        process = subprocess.Popen([sys.executable, "-c", LOOP, str(folder), *NAMES], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(draw.uniform(0, 0.05))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        said = recover(folder)
        left += bool(said)
        whole(folder)
        assert write(folder, "end") == []
        whole(folder)
    return left


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_kills_at_random_times_leave_no_half_results(tmp_path: Path):
    kill_at_random(tmp_path, 6, seed=20261130)


if __name__ == "__main__":
    place, kills, seed_ = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    print(f"{kill_at_random(place, kills, seed_)} of {kills} kills left something to finish or to sweep")
