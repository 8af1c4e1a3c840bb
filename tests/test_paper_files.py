"""Which files are in the folder afterwards, what they are called, and what is said when they can't be written."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from deckbuild.diagnostics import Diagnostic, DiagnosticError, Diagnostics
from deckbuild.output import STAGE, lock
from deckbuild.output.disk import cannot_write
from deckbuild.output.lock import folder_lock
from deckbuild.output.papers import outdated, put_away, recover, replace_keeping, write_new, write_over, write_papers
from deckbuild.output.record import RECORD, PaperRecord, read_record

NOON = datetime(2026, 3, 2, 12, 5)
FULL = OSError(errno.ENOSPC, "No space left on device")


def noon() -> datetime:
    return NOON


def files(folder: Path) -> dict[str, str]:
    """Everything in a folder and below but the record: nothing half written is left."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != RECORD
    }


def put(folder: Path, **contents: str) -> None:
    for name, content in contents.items():
        (folder / f"{name}.pdf").write_text(content, "utf-8")


def write(folder: Path, **contents: str) -> None:
    write_papers(folder, {f"{name}.pdf": content.encode() for name, content in contents.items()}, noon)


def fault(call: Callable[[], object]) -> Diagnostic:
    with pytest.raises(DiagnosticError) as caught:
        call()
    return caught.value.diagnostic


def failing(monkeypatch: pytest.MonkeyPatch, method: str, begins: str, error: OSError) -> None:
    """Let a method of those paths fail whose name begins so."""
    plain = getattr(Path, method)

    def replaced(path: Path, *more: object, **options: object) -> object:
        if path.name.startswith(begins):
            raise error
        return plain(path, *more, **options)

    monkeypatch.setattr(Path, method, replaced)


@pytest.mark.parametrize(
    ("there", "recorded", "written", "after"),
    [
        (None, None, "new", {"a.pdf": "new"}),
        ("old", "old", "new", {"a.pdf": "new"}),
        ("mine", "old", "new", {"a.pdf": "new", "a 2026-03-02 12.05.pdf": "mine"}),
        ("mine", None, "new", {"a.pdf": "new", "a 2026-03-02 12.05.pdf": "mine"}),
        # what is the same anyway needs no copy
        ("new", "old", "new", {"a.pdf": "new"}),
        ("new", None, "new", {"a.pdf": "new"}),
        (None, "old", "new", {"a.pdf": "new"}),
    ],
)
def test_a_paper_somebody_changed_is_kept(
    tmp_path: Path, there: str | None, recorded: str | None, written: str, after: dict[str, str]
):
    if recorded is not None:
        write(tmp_path, a=recorded)
        (tmp_path / "a.pdf").unlink()
    if there is not None:
        put(tmp_path, a=there)
    (told,) = write_papers(tmp_path, {"a.pdf": written.encode()}, noon)
    assert files(tmp_path) == after
    assert (told.path, told.size) == (tmp_path / "a.pdf", len(written))
    assert told.kept == (tmp_path / "a 2026-03-02 12.05.pdf" if len(after) > 1 else None)
    assert told.known == (recorded is not None)
    assert told.unchanged == (there == written)


def test_kept_papers_are_numbered_from_the_second_of_a_minute(tmp_path: Path):
    for text in ("one", "two", "three"):
        put(tmp_path, a=text)
        write(tmp_path, a="new")
    names = ["a 2026-03-02 12.05 (2).pdf", "a 2026-03-02 12.05 (3).pdf", "a 2026-03-02 12.05.pdf", "a.pdf"]
    assert sorted(files(tmp_path)) == names
    assert files(tmp_path)[names[1]] == "three"


def test_the_folders_that_lack_are_made(tmp_path: Path):
    write(tmp_path / "print" / "march", a="new")
    assert files(tmp_path) == {"print/march/a.pdf": "new"}


def test_everyone_may_read_a_paper_and_its_owner_may_write_it(tmp_path: Path):
    write(tmp_path, a="new")
    assert (tmp_path / "a.pdf").stat().st_mode & 0o777 == 0o644


def test_the_record_tells_by_name_what_was_written_and_what_of(tmp_path: Path):
    write_papers(tmp_path, {"b.pdf": b"b", "a.pdf": b"a"}, noon, "monday")
    write_papers(tmp_path, {"c.pdf": b"c"}, noon)
    reported = json.loads((tmp_path / RECORD).read_text("utf-8"))
    assert list(reported) == ["a.pdf", "b.pdf", "c.pdf"]
    assert reported["a.pdf"] == {"sha256": sha256(b"a").hexdigest(), "from": "monday"}
    assert read_record(tmp_path)["c.pdf"] == PaperRecord(sha256(b"c").hexdigest())
    assert read_record(tmp_path / "nowhere") == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [("monday", ["b.pdf", "named/d.pdf"]), ("tuesday", ["a.pdf"]), ("friday", ["a.pdf", "b.pdf", "named/d.pdf"])],
)
def test_papers_made_from_another_deck_are_found_while_they_are_there(tmp_path: Path, source: str, found: list[str]):
    for name, made_from in (("a", "monday"), ("b", "tuesday"), ("c", ""), ("gone", "friday before")):
        write_papers(tmp_path, {f"{name}.pdf": b"1"}, noon, made_from)
    write_papers(tmp_path / "named", {"d.pdf": b"1"}, noon, "tuesday")
    (tmp_path / "gone.pdf").unlink()
    assert [path.relative_to(tmp_path).as_posix() for path in outdated(tmp_path, source)] == found
    assert outdated(tmp_path / "nowhere", source) == []


def test_papers_that_are_put_away_keep_those_that_were_put_there_before(tmp_path: Path):
    for text in ("one", "two"):
        put(tmp_path, a=text)
        assert put_away([tmp_path / "a.pdf"], "old", noon) == tmp_path / "old"
    assert files(tmp_path) == {"old/a.pdf": "one", "old/a 2026-03-02 12.05.pdf": "two"}


@pytest.mark.parametrize(
    ("fails", "code", "there"),
    [
        (("a.pdf", "b.pdf"), "file-in-use", {"a.pdf": "one", "b.pdf": "two"}),
        (("b.pdf",), "file-in-use", {"a.pdf": "one", "b.pdf": "two"}),
        ((), "", {"old/a.pdf": "one", "old/b.pdf": "two"}),
    ],
)
def test_papers_are_put_away_all_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: Sequence[str], code: str, there: dict[str, str]
):
    put(tmp_path, a="one", b="two")
    for name in fails:
        held(monkeypatch, name)
    papers = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    if code:
        assert fault(lambda: put_away(papers, "old", noon)).code == code
    else:
        put_away(papers, "old", noon)
    assert files(tmp_path) == there


def test_papers_that_a_kill_left_half_put_away_follow_with_the_next_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    put(tmp_path, a="one", b="two")
    plain = Path.replace

    def killed(source: Path, target: Path) -> Path:
        if source.name == "b.pdf":
            raise KeyboardInterrupt
        return plain(source, target)

    monkeypatch.setattr(Path, "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        put_away([tmp_path / "a.pdf", tmp_path / "b.pdf"], "old", noon)
    assert {"old/a.pdf", "b.pdf"} <= files(tmp_path).keys()
    monkeypatch.undo()
    (said,) = recover(tmp_path, noon)
    assert (
        said.text()
        == f"An earlier command was ended while it put 2 files from “{tmp_path}” away. That is finished now."
    )
    assert files(tmp_path) == {"old/a.pdf": "one", "old/b.pdf": "two"}


# What fails


def findings(folder: Path, **contents: str) -> list[Diagnostic]:
    """Write papers; return what is said about it."""
    said = Diagnostics()
    write_papers(folder, {f"{n}.pdf": c.encode() for n, c in contents.items()}, noon, word="ny", diagnostics=said)
    return [*said]


def write_told(folder: Path, **contents: str) -> list[str]:
    """Write papers; return the codes of what is said about it."""
    return [each.code for each in findings(folder, **contents)]


def held(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let a file be open in another program, as Windows knows it: it can't be replaced, renamed or written."""
    plain = os.replace

    def replaced(source: Path, target: Path) -> None:
        if name in (Path(source).name, Path(target).name):
            raise PermissionError(errno.EACCES, "Permission denied", str(source), None, str(target))
        plain(source, target)

    monkeypatch.setattr(os, "replace", replaced)


def protected(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let a file be write-protected, or open in PowerPoint on Windows: it can only be read."""
    plain = Path.open

    def opened(path: Path, mode: str = "r", **options: object) -> object:
        if path.name == name and "+" in mode:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return plain(path, mode, **options)

    monkeypatch.setattr(Path, "open", opened)


@pytest.mark.parametrize("how", ["it can't be opened for writing", "it can't be replaced", "~$a.pdf", ".~lock.a.pdf#"])
def test_a_paper_in_use_stays_and_the_others_are_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str):
    write(tmp_path, a="old", b="old")
    sign = tmp_path / (how if "a.pdf" in how else "nothing")
    if how == "it can't be replaced":
        held(monkeypatch, "a.pdf")
    elif how == "it can't be opened for writing":
        protected(monkeypatch, "a.pdf")
    else:
        sign.write_text("hanne")
    for text in ("new", "newer"):
        assert write_told(tmp_path, a=text, b=text) == ["file-in-use"]
        there = {"a (ny).pdf": text, "a.pdf": "old", "b.pdf": text}
        assert {name: text for name, text in files(tmp_path).items() if name != sign.name} == there
    monkeypatch.undo()
    sign.unlink(missing_ok=True)
    assert write_told(tmp_path, a="last", b="last") == []
    assert files(tmp_path) == {"a.pdf": "last", "b.pdf": "last"}
    assert set(read_record(tmp_path)) == {"a.pdf", "b.pdf"}


def test_an_open_paper_that_is_the_same_needs_no_other_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write(tmp_path, a="same", b="old")
    held(monkeypatch, "a.pdf")
    assert write_told(tmp_path, a="same", b="new") == []
    assert files(tmp_path) == {"a.pdf": "same", "b.pdf": "new"}


def test_a_paper_beside_an_open_one_that_somebody_changed_is_kept(tmp_path: Path):
    write(tmp_path, a="old")
    (tmp_path / "~$a.pdf").write_text("hanne")
    write_told(tmp_path, a="new")
    (tmp_path / "a (ny).pdf").write_text("mine")
    assert write_told(tmp_path, a="newer") == ["file-in-use"]
    (tmp_path / "~$a.pdf").unlink()
    (said,) = findings(tmp_path, a="last")
    assert said.code == "paper-beside"
    beside = f"“{tmp_path / 'a (ny).pdf'}”"
    assert said.text() == f"{beside} was changed by hand and stays, though a.pdf itself is new again."
    assert files(tmp_path) == {"a.pdf": "last", "a (ny).pdf": "mine"}


def test_a_paper_that_opens_but_cannot_be_replaced_is_not_said_to_be_new_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Another program opened it after the look at it, so that it is beside it that the new one is written."""
    write(tmp_path, a="old")
    (tmp_path / "~$a.pdf").write_text("hanne")
    write_told(tmp_path, a="new")
    (tmp_path / "~$a.pdf").unlink()
    put(tmp_path, **{"a (ny)": "mine"})
    plain = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if Path(target).name == "a.pdf":
            raise PermissionError(errno.EACCES, "in use", str(path), None, str(target))
        return plain(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    assert write_told(tmp_path, a="newer") == ["file-in-use"]
    monkeypatch.undo()
    assert files(tmp_path) == {"a.pdf": "old", "a (ny).pdf": "mine", "a (ny 2).pdf": "newer"}


def test_a_paper_that_cannot_even_be_read_is_not_said_to_be_new_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write(tmp_path, a="old")
    for method in ("open", "read_bytes"):
        failing(monkeypatch, method, "a.pdf", PermissionError(errno.EACCES, "Permission denied"))
    assert write_told(tmp_path, a="new") == ["file-in-use"]
    put(tmp_path, **{"a (ny)": "mine"})
    assert write_told(tmp_path, a="newer") == ["file-in-use"]
    monkeypatch.undo()
    assert files(tmp_path) == {"a.pdf": "old", "a (ny).pdf": "mine", "a (ny 2).pdf": "newer"}


def test_a_new_paper_that_was_renamed_to_the_old_name_is_known(tmp_path: Path):
    write(tmp_path, a="old")
    (tmp_path / "~$a.pdf").write_text("hanne")
    write_told(tmp_path, a="new")
    (tmp_path / "~$a.pdf").unlink()
    (tmp_path / "a (ny).pdf").replace(tmp_path / "a.pdf")
    assert write_told(tmp_path, a="last") == []
    assert files(tmp_path) == {"a.pdf": "last"}


def test_after_a_fault_what_was_kept_goes_back_and_the_next_command_finishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    write(tmp_path, a="old", b="old")
    put(tmp_path, a="mine", b="mine")
    failing(monkeypatch, "replace", "1", FULL)
    assert fault(lambda: write(tmp_path, a="new", b="new")).code == "cannot-write"
    there = {name: text for name, text in files(tmp_path).items() if STAGE not in name}
    assert there == {"a 2026-03-02 12.05.pdf": "mine", "a.pdf": "new", "b.pdf": "mine"}
    monkeypatch.undo()
    assert [each.code for each in recover(tmp_path, noon)] == ["unfinished"] * 3
    both = {"a 2026-03-02 12.05.pdf": "mine", "b 2026-03-02 12.05.pdf": "mine", "a.pdf": "new", "b.pdf": "new"}
    assert files(tmp_path) == both
    assert write_told(tmp_path, a="newer", b="newer") == []


def test_what_was_begun_is_finished_before_new_files_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    failing(monkeypatch, "replace", "1", FULL)
    fault(lambda: write(tmp_path, a="begun", b="begun"))
    monkeypatch.undo()
    write_new({tmp_path / "c.pdf": b"new"})
    assert files(tmp_path) == {"a.pdf": "begun", "b.pdf": "begun", "c.pdf": "new"}


@pytest.mark.parametrize(
    ("is_folder", "text"),
    [
        (True, "“{path}” can't be written: it is a folder."),
        (False, "“{path}” can't be replaced: it is open in another program or write-protected."),
    ],
)
def test_a_record_that_cannot_be_kept_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_folder: bool, text: str
):
    write(tmp_path, a="old")
    record = tmp_path / RECORD
    if is_folder:
        record.unlink()
        record.mkdir()
    # Windows says the same of a folder
    failing(monkeypatch, "open", RECORD, PermissionError(errno.EACCES, "Permission denied", str(record)))
    said = fault(lambda: write(tmp_path, a="new"))
    monkeypatch.undo()
    assert said.text() == text.format(path=record)
    assert said.remedy() == "Move it away: a new one is made. It is the list by which papers are known again."
    assert files(tmp_path) == {"a.pdf": "old"}


def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write(tmp_path, a="old")

    def full(_handle: int) -> None:
        raise FULL

    monkeypatch.setattr(os, "fsync", full)
    said = fault(lambda: write(tmp_path, a="new"))
    assert said.text() == f"“{tmp_path}” can't be written: the disk is full."
    assert said.remedy() == "Make room on the disk."
    assert files(tmp_path) == {"a.pdf": "old"}


def test_a_fault_in_a_half_made_file_is_told_of_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    failing(monkeypatch, "open", "0", OSError(errno.ENOSPC, "No space left on device", str(tmp_path / STAGE / "0")))
    assert fault(lambda: write(tmp_path, a="new")).text() == f"“{tmp_path}” can't be written: the disk is full."


IN_USE = "“{path}” can't be replaced: it is open in another program or write-protected."


@pytest.mark.parametrize(
    ("error", "hint", "code", "text", "remedy"),
    [
        (FULL, "Elsewhere.", "cannot-write", "“{path}” can't be written: the disk is full.",
         "Make room on the disk."),
        (OSError(errno.ENAMETOOLONG, "File name too long"), "", "cannot-write",
         "“{path}” can't be written: the name is too long.", "Choose a shorter name."),
        (OSError(errno.EROFS, "Read-only file system"), "", "cannot-write",
         "“{path}” can't be written: the disk can only be read.", "Choose another folder with `-o`."),
        (OSError(errno.EROFS, "Read-only file system"), "Elsewhere.", "cannot-write",
         "“{path}” can't be written: the disk can only be read.", "Elsewhere."),
        (PermissionError(errno.EACCES, "Permission denied"), "", "file-in-use", IN_USE,
         "Close it in PowerPoint or the PDF reader, then run the command again."),
        (PermissionError(errno.EACCES, "Permission denied"), "Lift it.", "file-in-use", IN_USE, "Lift it."),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_told_with_its_remedy(
    tmp_path: Path, error: OSError, hint: str, code: str, text: str, remedy: str
):
    path = tmp_path / "a.pdf"
    path.write_text("")
    said = cannot_write(path, error, hint).diagnostic
    assert (said.code, said.text(), said.remedy()) == (code, text.format(path=path), remedy)


def test_a_folder_that_may_not_be_written_to_is_no_paper_in_use(tmp_path: Path):
    said = cannot_write(tmp_path, PermissionError(errno.EACCES, "Permission denied")).diagnostic
    assert said.code == "cannot-write"
    assert said.text() == f"“{tmp_path}” can't be written: access is denied."


# Files that authors wrote, and new ones


def test_the_file_of_an_author_is_kept_when_it_is_replaced(tmp_path: Path):
    put(tmp_path, deck="mine")
    assert replace_keeping(tmp_path / "deck.pdf", b"ours", noon) == tmp_path / "deck 2026-03-02 12.05.pdf"
    assert files(tmp_path) == {"deck.pdf": "ours", "deck 2026-03-02 12.05.pdf": "mine"}


def test_a_protected_file_of_an_author_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    put(tmp_path, deck="mine")
    failing(monkeypatch, "open", "deck.pdf", PermissionError(errno.EACCES, "Permission denied"))
    said = fault(lambda: replace_keeping(tmp_path / "deck.pdf", b"ours", noon))
    monkeypatch.undo()
    assert said.code == "file-in-use"
    assert said.remedy() == "Close the other program, or lift the write protection."
    assert files(tmp_path) == {"deck.pdf": "mine"}


def test_new_files_are_written_with_the_folders_they_need(tmp_path: Path):
    write_new({tmp_path / "days" / "two" / "deck.yaml": b"deck:", tmp_path / "list.csv": b"name"})
    assert files(tmp_path) == {"days/two/deck.yaml": "deck:", "list.csv": "name"}


def test_no_new_file_is_written_over_one_that_is_there(tmp_path: Path):
    put(tmp_path, b="mine")
    said = fault(lambda: write_new({tmp_path / "a.pdf": b"new", tmp_path / "b.pdf": b"new"}))
    assert said.code == "already-there"
    assert said.text() == f"“{tmp_path / 'b.pdf'}” is there already, and nothing was changed."
    assert said.remedy() == "Choose another name, or move that file away first."
    assert files(tmp_path) == {"b.pdf": "mine"}


def test_new_files_are_written_all_or_none(tmp_path: Path):
    put(tmp_path, place="a file")
    said = fault(lambda: write_new({tmp_path / "a.pdf": b"new", tmp_path / "place.pdf" / "b.pdf": b"new"}))
    assert said.code == "cannot-write"
    assert said.remedy() == "Choose a folder that you may write in."
    assert files(tmp_path) == {"place.pdf": "a file"}


def test_new_files_that_took_their_places_go_when_another_cannot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    failing(monkeypatch, "replace", "1", FULL)
    said = fault(lambda: write_new({tmp_path / "a.pdf": b"new", tmp_path / "b.pdf": b"new"}))
    assert said.remedy() == "Make room on the disk."
    assert files(tmp_path) == {}


# One build at a time


def test_a_build_waits_until_the_other_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    waited: list[float] = []
    with ExitStack() as other:
        other.enter_context(folder_lock(tmp_path))

        def sleep(seconds: float) -> None:
            waited.append(seconds)
            if len(waited) == 3:
                other.close()

        monkeypatch.setattr(lock.time, "sleep", sleep)
        write(tmp_path, a="new")
    assert len(waited) == 3
    assert files(tmp_path) == {"a.pdf": "new"}


def test_a_build_that_waited_too_long_says_where_another_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(lock, "TIMEOUT", 0.02)
    with folder_lock(tmp_path):
        said = fault(lambda: write(tmp_path, a="new"))
    assert said.code == "folder-in-use"
    assert said.text() == f"Another build is writing into “{tmp_path}”."
    assert said.remedy() == "Wait until it is done, then run the command again."
    assert files(tmp_path) == {}


def test_a_folder_is_free_again_after_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(lock, "TIMEOUT", 0.02)
    with pytest.raises(RuntimeError), folder_lock(tmp_path):
        raise RuntimeError
    for content in ("one", "two"):
        write(tmp_path, a=content)
    assert files(tmp_path) == {"a.pdf": "two"}


@pytest.mark.skipif(os.name == "nt", reason="locks of another kind")
def test_a_disk_that_knows_no_locks_is_written_to_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def unknown(_handle: int, _operation: int) -> None:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    monkeypatch.setattr(lock, "TIMEOUT", 0.02)
    monkeypatch.setattr(lock.fcntl, "flock", unknown)
    write(tmp_path, a="new")
    assert files(tmp_path) == {"a.pdf": "new"}


def test_pictures_are_written_whole_or_stay_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What ``render`` and ``template inspect`` write goes the same way as papers do."""
    write_over(tmp_path / "new", {"a.png": b"one", "b.png": b"one"})
    write_over(tmp_path / "new", {"a.png": b"two"})
    with monkeypatch.context() as full:
        failing(full, "open", "1", OSError(errno.ENOSPC, "No space left on device"))
        with pytest.raises(DiagnosticError) as caught:
            write_over(tmp_path / "new", {"a.png": b"three", "b.png": b"three"})
    assert caught.value.diagnostic.code == "cannot-write"
    assert {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()} == {"a.png": b"two", "b.png": b"one"}
