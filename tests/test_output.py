"""Papers on disk: written whole or not at all, and never over what somebody changed by hand."""

import subprocess
import sys
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from deckbuild.diagnostics import DiagnosticError
from deckbuild.output import STAGE
from deckbuild.output import lock as locking
from deckbuild.output.journal import Journal, Move, begin, finish, undo
from deckbuild.output.papers import outdated, recover, write_papers
from deckbuild.output.record import RECORD, digest

NOON = datetime(2026, 3, 2, 12, 5)


def write(folder: Path, **papers: str) -> list[tuple[str, str | None, bool]]:
    named = {f"{name}.pptx": content.encode() for name, content in papers.items()}
    return [(w.path.name, w.kept and w.kept.name, w.unchanged) for w in write_papers(folder, named, lambda: NOON)]


def content(folder: Path) -> dict[str, str]:
    return {p.name: p.read_text() for p in sorted(folder.iterdir()) if p.name != RECORD}


def test_a_new_folder_is_made(tmp_path):
    folder = tmp_path / "print" / "march"
    assert write(folder, a="one") == [("a.pptx", None, False)]
    assert content(folder) == {"a.pptx": "one"}


def test_our_own_paper_is_replaced(tmp_path):
    write(tmp_path, a="one")
    assert write(tmp_path, a="two") == [("a.pptx", None, False)]
    assert content(tmp_path) == {"a.pptx": "two"}


def test_the_same_paper_again_is_said_to_be_the_same(tmp_path):
    write(tmp_path, a="one")
    assert write(tmp_path, a="one") == [("a.pptx", None, True)]


def test_a_paper_changed_by_hand_is_kept_under_a_dated_name(tmp_path):
    write(tmp_path, a="one")
    (tmp_path / "a.pptx").write_text("mine")
    assert write(tmp_path, a="two") == [("a.pptx", "a 2026-03-02 12.05.pptx", False)]
    assert content(tmp_path) == {"a 2026-03-02 12.05.pptx": "mine", "a.pptx": "two"}


def test_a_kept_paper_is_never_overwritten_either(tmp_path):
    for text in ("mine", "mine too"):
        write(tmp_path, a="one")
        (tmp_path / "a.pptx").write_text(text)
        write(tmp_path, a="two")
    assert content(tmp_path)["a 2026-03-02 12.05.pptx"] == "mine"
    assert content(tmp_path)["a 2026-03-02 12.05 (2).pptx"] == "mine too"


@pytest.mark.parametrize("record", ["", "not json", "[]"])
def test_a_paper_nobody_remembers_making_is_kept(tmp_path, record):
    (tmp_path / "a.pptx").write_text("somebody's")
    (tmp_path / RECORD).write_text(record)
    write(tmp_path, a="one")
    assert content(tmp_path) == {"a 2026-03-02 12.05.pptx": "somebody's", "a.pptx": "one"}


def test_a_folder_that_cannot_be_written_to_is_said_so(tmp_path, monkeypatch):
    def refused(path: Path, *_: object, **__: object):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(DiagnosticError) as caught:
        write(tmp_path / "new", a="one")
    assert caught.value.diagnostic.code == "cannot-write"


def test_a_file_where_the_folder_should_be_is_said_so(tmp_path):
    (tmp_path / "output").write_text("")
    with pytest.raises(DiagnosticError) as caught:
        write(tmp_path / "output", a="one")
    assert caught.value.diagnostic.code == "cannot-write"
    assert "-o" in caught.value.diagnostic.remedy()


def test_a_paper_that_is_open_stays_and_the_new_one_is_written_beside_it(tmp_path, monkeypatch):
    write(tmp_path, a="one", b="one")
    plain_open = Path.open

    def locked(path: Path, mode: str = "r", **options: object):
        if path.name == "b.pptx" and "+" in mode:
            raise PermissionError(13, "in use", str(path))
        return plain_open(path, mode, **options)

    monkeypatch.setattr(Path, "open", locked)
    assert write(tmp_path, a="two", b="two") == [("a.pptx", None, False), ("b (new).pptx", None, False)]
    assert content(tmp_path) == {"a.pptx": "two", "b (new).pptx": "two", "b.pptx": "one"}
    monkeypatch.undo()
    write(tmp_path, a="three", b="three")
    assert content(tmp_path) == {"a.pptx": "three", "b.pptx": "three"}


def test_when_the_last_step_fails_what_was_kept_goes_back(tmp_path, monkeypatch):
    write(tmp_path, a="one")
    (tmp_path / "a.pptx").write_text("mine")
    plain_replace = Path.replace

    def failing(path: Path, target: Path):
        if path.parent.name == STAGE and target.name == "a.pptx":
            raise OSError(28, "No space left on device", str(target))
        return plain_replace(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(DiagnosticError):
        write(tmp_path, a="two")
    assert (tmp_path / "a.pptx").read_text() == "mine"
    monkeypatch.undo()
    recover(tmp_path, lambda: NOON)
    assert content(tmp_path) == {"a 2026-03-02 12.05.pptx": "mine", "a.pptx": "two"}


@pytest.mark.parametrize("record", ["", "{}", '{"a.pptx": {"sha256": "0"}}'])
def test_it_is_said_when_nobody_can_tell_whether_a_paper_was_changed(tmp_path, record):
    (tmp_path / "a.pptx").write_text("somebody's")
    (tmp_path / RECORD).write_text(record)
    (written,) = write_papers(tmp_path, {"a.pptx": b"one"})
    assert written.kept
    assert written.known == ("sha256" in record)


def test_a_record_from_an_earlier_version_is_understood(tmp_path):
    (tmp_path / "a.pptx").write_text("one")
    (tmp_path / RECORD).write_text(f'{{"a.pptx": "{sha256(b"one").hexdigest()}"}}')
    (written,) = write_papers(tmp_path, {"a.pptx": b"two"})
    assert written.kept is None


def test_papers_made_from_something_else_are_found(tmp_path):
    write_papers(tmp_path, {"slides.pptx": b"1", "booklet.pdf": b"1"}, source="monday")
    write_papers(tmp_path / "named", {"ida.pdf": b"1"}, source="monday")
    write_papers(tmp_path, {"answers.xlsx": b"1"})
    write_papers(tmp_path, {"slides.pptx": b"2"}, source="tuesday")
    assert outdated(tmp_path, "tuesday") == [tmp_path / "booklet.pdf", tmp_path / "named" / "ida.pdf"]
    assert outdated(tmp_path, "monday") == [tmp_path / "slides.pptx"]
    (tmp_path / "booklet.pdf").unlink()
    assert outdated(tmp_path, "tuesday") == [tmp_path / "named" / "ida.pdf"]


@pytest.mark.slow
def test_two_builds_at_once_take_turns(tmp_path):
    """Each writes its whole set, and nothing counts as changed by hand."""
    writer = (
        "import sys; from pathlib import Path; from deckbuild.output.papers import write_papers\n"
        "for _ in range(25):\n"
        "    made = write_papers(Path(sys.argv[1]), {f'{n}.pdf': sys.argv[2].encode() * 1000 for n in 'abcdef'})\n"
        "    assert not [each.kept for each in made if each.kept]"
    )
    both = [subprocess.Popen([sys.executable, "-c", writer, tmp_path, letter]) for letter in "xy"]
    assert [process.wait(60) for process in both] == [0, 0]
    assert len({path.read_bytes() for path in tmp_path.glob("*.pdf")}) == 1


def test_a_build_that_waits_too_long_says_why(tmp_path, monkeypatch):
    monkeypatch.setattr(locking, "TIMEOUT", 0.1)
    with locking.folder_lock(tmp_path), pytest.raises(DiagnosticError) as caught:
        write_papers(tmp_path, {"a.pdf": b"one"})
    assert caught.value.diagnostic.code == "folder-in-use"
    assert not (tmp_path / "a.pdf").exists()
    write_papers(tmp_path, {"a.pdf": b"one"})


def test_undoing_keeps_what_somebody_else_wrote_meanwhile(tmp_path):
    moves = (Move("a.yaml", digest(b"ours")), Move("b.yaml", digest(b"ours")))
    journal = begin(tmp_path, [b"ours", b"ours"], Journal(moves))
    (tmp_path / "a.yaml").write_bytes(b"theirs")
    (tmp_path / "b.yaml").mkdir()
    with pytest.raises(IsADirectoryError):
        finish(tmp_path, journal, NOON)
    undo(tmp_path, journal)
    assert (tmp_path / "a.yaml").read_bytes() == b"theirs"
