"""The files that are given to be collected: folders in folders, archives, and what harms nothing however it is made."""

from __future__ import annotations

import io
import resource
import time
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest
import yaml

from commands import deckbuild
from deckbuild.answers.collect import CollectReport, collect_answers
from filling import by_pikepdf, fillable
from rewriting import saved

DECK = """\
deck: {title: Prøve}
slides:
- title: T
  reflection: [Hvad nu?]
handout: {cover: [Navn], editions: [participant, fillable]}
"""


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    path = tmp_path_factory.mktemp("deck") / "deck.yaml"
    path.write_text(DECK, "utf-8")
    return path, fillable(path)[2]


def of(data: bytes, name: str) -> bytes:
    """Fill in the handout of somebody."""
    return by_pikepdf(data, {"cover/1": name, "t/q1": f"Svar fra {name}"})


def packed(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def collected(deck: Path, inbox: Path, out: Path) -> tuple[dict[str, str], CollectReport]:
    """Collect a folder and give back each participant's file, and what was told."""
    report = collect_answers(deck, [inbox], [out / "svar.yaml"])
    people = yaml.safe_load((out / "svar.yaml").read_text("utf-8"))["participants"] if report.written else []
    return {each["name"]: each["file"] for each in people}, report


def told(report: CollectReport) -> list[str]:
    return [found.code for found in report.diagnostics]


def test_folders_in_the_folder_are_read_and_named(deck: tuple[Path, bytes], tmp_path: Path) -> None:
    path, data = deck
    inbox = tmp_path / "svar"
    given = {
        "Åse Ærø_1234_assignsubmission_file/haefte.pdf": of(data, "Åse"),
        "Bo_1235_assignsubmission_file/haefte.PDF": of(data, "Bo"),
        "ida.pdf": of(data, "Ida"),
        "alle.zip": packed({"Per/haefte.pdf": of(data, "Per"), "__MACOSX/Per/._haefte.pdf": b"x", "noter.txt": b"x"}),
        "._ida.pdf": b"x", ".skjult/haefte.pdf": b"x", "__MACOSX/haefte.pdf": b"x",
    }  # fmt: skip
    for name, content in given.items():
        (inbox / name).parent.mkdir(parents=True, exist_ok=True)
        (inbox / name).write_bytes(content)
    found, report = collected(path, inbox, tmp_path)
    assert told(report) == []
    assert found == {
        "Åse": "Åse Ærø_1234_assignsubmission_file/haefte.pdf", "Bo": "Bo_1235_assignsubmission_file/haefte.PDF",
        "Ida": "ida.pdf", "Per": "alle.zip/Per/haefte.pdf",
    }  # fmt: skip


def test_the_papers_of_a_build_are_no_answers(deck: tuple[Path, bytes], tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(DECK, "utf-8")
    assert deckbuild("handout", "deck.yaml", folder=tmp_path).returncode == 0
    assert list((tmp_path / "output").glob("*.pdf"))
    (tmp_path / "ida.pdf").write_bytes(of(deck[1], "Ida"))
    found, report = collected(path, tmp_path, tmp_path)
    assert told(report) == []
    assert found == {"Ida": "ida.pdf"}
    paper = next(each for each in (tmp_path / "output").glob("*.pdf") if "skærm" in each.name or "skaerm" in each.name)
    paper.write_bytes(of(deck[1], "Bo"))
    found, report = collected(path, tmp_path, tmp_path)
    assert list(found) == ["Ida", "Bo"]


NAMES = {"with UTF-8": "Åse Ærø/æøå.pdf", "out of the folder": "../../Åse.pdf", "absolute": "/Åse.pdf"}


@pytest.mark.parametrize("name", NAMES)
def test_names_in_an_archive_are_read(name: str, deck: tuple[Path, bytes], tmp_path: Path) -> None:
    path, data = deck
    (tmp_path / "svar.zip").write_bytes(packed({NAMES[name]: of(data, "Bo")}))
    found, _ = collected(path, tmp_path / "svar.zip", tmp_path)
    assert found == {"Bo": f"svar.zip/{NAMES[name].lstrip('./')}"}


@pytest.mark.parametrize("encoding", ["utf-8", "cp850"])
def test_names_of_archives_that_say_no_encoding_are_read(
    encoding: str, deck: tuple[Path, bytes], tmp_path: Path
) -> None:
    path, data = deck
    raw = packed({"XYZW.pdf": of(data, "Bo")}, zipfile.ZIP_STORED).replace(
        b"XYZW", "Øå".encode(encoding).ljust(4, b"_")
    )
    (tmp_path / "svar.zip").write_bytes(raw)
    found, _ = collected(path, tmp_path / "svar.zip", tmp_path)
    assert found["Bo"].startswith("svar.zip/Øå")


def locked(data: bytes) -> bytes:
    """Say that the files of an archive have a password."""
    at = data.index(b"PK\x01\x02")
    return b"PK\x03\x04" + data[4:6] + b"\x01\x00" + data[8 : at + 8] + b"\x01\x00" + data[at + 10 :]


def bomb_of_archives(inner: bytes) -> bytes:
    """Return an archive of seven that differ by a few bytes; each alone is within the bounds."""
    return packed({f"{n}.zip": b"x" * n + inner for n in range(7)})


ARCHIVES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "no PDF": (lambda _: packed({"noter.txt": b"x"}), "nothing-in-archive"),
    "empty": (lambda _: packed({}), "nothing-in-archive"),
    "cut off": (lambda data: packed({"a.pdf": data})[:-40], "not-a-pdf"),
    "garbled": (
        lambda data: (
            packed({"a.pdf": data}).replace(zlib.compress(data)[40:60], b"x" * 20, 1)[:2000]
            + packed({"a.pdf": data})[2000:]
        ),
        "damaged-archive",
    ),
    "with a password": (lambda data: locked(packed({"a.pdf": data}, zipfile.ZIP_STORED)), "locked-archive"),
    "a bomb": (lambda _: packed({f"{n}.pdf": bytes(90_000_000) for n in range(7)}), "too-large-pdf"),
    "more files than a course has people": (lambda _: packed({f"{n}.txt": b"" for n in range(5001)}), "too-large-pdf"),
    "a larger bomb": (lambda _: packed({"a.pdf": bytes(200_000_000)}), "too-large-pdf"),
    "a bomb of archives": (lambda _: bomb_of_archives(packed({"a.pdf": bytes(90_000_000)})), "too-large-pdf"),
    "archives in archives": (
        lambda data: packed({"a.zip": packed({"b.zip": packed({"c.pdf": data})})}),
        "too-large-pdf",
    ),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_an_archive_that_cannot_be_used_is_named(name: str, deck: tuple[Path, bytes], tmp_path: Path) -> None:
    path, data = deck
    make, code = ARCHIVES[name]
    inbox = tmp_path / "svar"
    inbox.mkdir()
    (inbox / "god.pdf").write_bytes(of(data, "Ida"))
    (inbox / "slem.zip").write_bytes(make(of(data, "Bo")))
    found, report = collected(path, inbox, tmp_path)
    assert code in told(report)
    assert "slem.zip" in next(each.text() for each in report.diagnostics if each.code == code)
    assert found["Ida"] == "god.pdf"


# Files that do harm --------------------------------------------------------------------------------------------------


def with_form(change: Callable[[pikepdf.Pdf], None]) -> Callable[[bytes], bytes]:
    def make(data: bytes) -> bytes:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            change(pdf)
            return saved(pdf)

    return make


def deep(pdf: pikepdf.Pdf) -> None:
    """Nest a field in 5,000 others."""
    node = pdf.make_indirect(pikepdf.Dictionary(T="x", FT=pikepdf.Name.Tx, V="y"))
    for _ in range(5000):
        above = pdf.make_indirect(pikepdf.Dictionary(T="x", Kids=[node]))
        node.Parent = above
        node = above
    pdf.Root.AcroForm.Fields.append(node)


def circle(pdf: pikepdf.Pdf) -> None:
    """Let pages, fields and their parents contain themselves."""
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)
    field = pdf.Root.AcroForm.Fields[0]
    field.Kids = pikepdf.Array([field])
    field.Parent = field


def many(pdf: pikepdf.Pdf) -> None:
    """Put one circle of fields on the page very often."""
    first = pdf.pages[0].Annots[0]
    pdf.pages[0].Annots = pikepdf.Array([first] * 60_000)


def wide(pdf: pikepdf.Pdf) -> None:
    """Let every one of many pages list the same very long array of annotations."""
    first = pdf.pages[0].Annots[0]
    shared = pdf.make_indirect(pikepdf.Array([first] * 5000))
    for _ in range(400):
        pdf.pages.append(pdf.pages[0])
    for page in pdf.pages:
        page.Annots = shared


def huge_value(pdf: pikepdf.Pdf) -> None:
    """Let a field's text be a stream of a gigabyte."""
    stream = pdf.make_stream(zlib.compress(bytes(100_000_000)), Filter=pikepdf.Name.FlateDecode)
    for field in pdf.Root.AcroForm.Fields:
        field.V = stream


def bomb(objects: int, size: int) -> Callable[[bytes], bytes]:
    """Make a file whose catalog lies in an object stream that is far larger unpacked."""

    def make(_data: bytes) -> bytes:
        head = b"".join(b"%d %d " % (number + 10, 0) for number in range(objects))
        content = head + b"<</Type/Catalog/Pages 11 0 R>>" + b" " * size
        stream = zlib.compress(content, 9)
        parts = [b"%PDF-1.7\n"]
        at = len(parts[0])
        parts.append(
            b"5 0 obj\n<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream\nendobj\n"
            % (objects, len(head), len(stream), stream)
        )
        table = at + len(parts[1])
        rows = b"\x01" + at.to_bytes(4, "big") + b"\x00\x00"
        rows += b"".join(b"\x02" + (5).to_bytes(4, "big") + b"\x00\x00" for _ in range(2))
        parts.append(
            b"6 0 obj\n<</Type/XRef/Size 12/W[1 4 2]/Index[5 1 10 2]/Root 10 0 R/Length %d>>\nstream\n%b\nendstream\n"
            b"endobj\nstartxref\n%d\n%%%%EOF\n" % (len(rows), rows, table)
        )
        return b"".join(parts)

    return make


HARMFUL: dict[str, Callable[[bytes], bytes]] = {
    "fields 5,000 deep": with_form(deep),
    "pages and fields that contain themselves": with_form(circle),
    "60,000 places of one field": with_form(many),
    "two million annotations in a few objects": with_form(wide),
    "texts of 100 MB": with_form(huge_value),
    "an object stream of 300 MB": bomb(2, 300_000_000),
    "a million objects in one stream": bomb(1_000_000, 0),
    "arrays 100,000 deep": lambda data: data.replace(b"%%EOF", b"", 1)[:-1] + b"[" * 100_000 + b"\n%%EOF\n",
    "a table that says it has a billion objects": lambda data: data.replace(b"/Size ", b"/Size 99999999"),
    "nothing but zeros": lambda _: b"%PDF-1.7\n" + bytes(20_000_000) + b"\nstartxref\n9\n%%EOF\n",
    "nothing but digits": lambda _: b"%PDF-1.7\n" + b"1 " * 5_000_000 + b"\nstartxref\n9\n%%EOF\n",
    "many ends": lambda data: data + b"\n%%EOF" * 500_000,
}


@pytest.mark.parametrize("name", HARMFUL)
def test_a_harmful_file_costs_little(name: str, deck: tuple[Path, bytes], tmp_path: Path) -> None:
    """It is read or named; the others are read; it takes neither much time nor much room."""
    path, data = deck
    inbox = tmp_path / "svar"
    inbox.mkdir()
    (inbox / "god.pdf").write_bytes(of(data, "Ida"))
    (inbox / "slem.pdf").write_bytes(HARMFUL[name](of(data, "Bo")))
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    found, _ = collected(path, inbox, tmp_path)
    spent, room = time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert "Ida" in found
    assert set(found) <= {"Ida", "Bo", "slem"}
    assert spent < 3
    assert room < 300 * 1024


# What was saved last -------------------------------------------------------------------------------------------------


def saved_twice(data: bytes) -> tuple[bytes, bytes]:
    """Return a handout filled in by one person, and saved once more with another answer at its end."""
    with pikepdf.open(io.BytesIO(of(data, "Bo"))) as pdf:
        first = saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pikepdf.open(io.BytesIO(first)) as pdf:
        field = next(each for each in pdf.Root.AcroForm.Fields if str(each.T) == "t/q1")
        number, body = field.objgen[0], field.unparse(resolved=True).replace(b"(Svar fra Bo)", b"(Rettet)")
        root = pdf.Root.objgen[0]
        size = len(pdf.objects) + 1
    added = b"%d 0 obj\n%b\nendobj\n" % (number, body)
    previous = int(first.rpartition(b"startxref")[2].split()[0])
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d/Root %d 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        number, len(first), size, root, previous, len(first) + len(added),
    )  # fmt: skip
    return first, added + table


TAILS: dict[str, tuple[Callable[[bytes, bytes], bytes], str]] = {
    "whole": (lambda first, added: first + added, "Rettet"),
    "zeros after the end": (lambda first, added: first + added + bytes(4000), "Rettet"),
    "a page of the web after the end": (lambda first, added: first + added + b"<html>1 2 3</html>" * 300, "Rettet"),
    "the end of a message after the end": (lambda first, added: first + added + b"\r\n--=_boundary--\r\n", "Rettet"),
    "only the first save": (lambda first, _: first, "Svar fra Bo"),
    "the second save cut off": (lambda first, added: first + added[:-40], "cut-off-pdf"),
    "the second save cut off early": (lambda first, added: first + added[:20], "cut-off-pdf"),
    "the second save just begun": (lambda first, added: first + added[:4], "cut-off-pdf"),
    "its object garbled": (lambda first, added: first + added.replace(b" 0 obj", b" 0 xbj"), "damaged-pdf"),
    "its object elsewhere": (lambda first, added: first + b"      " + added, "damaged-pdf"),
}
"""What became of a handout that was saved twice -> the answer that is collected, or what is told."""


@pytest.mark.parametrize("name", TAILS)
def test_an_answer_from_before_the_last_save_is_never_read(name: str, deck: tuple[Path, bytes], tmp_path: Path) -> None:
    path, data = deck
    make, expected = TAILS[name]
    inbox = tmp_path / "svar"
    inbox.mkdir()
    (inbox / "a.pdf").write_bytes(make(*saved_twice(data)))
    report = collect_answers(path, [inbox], [tmp_path / "svar.yaml"])
    if report.written:
        kept = yaml.safe_load((tmp_path / "svar.yaml").read_text("utf-8"))["participants"]
        assert [each["answers"]["t/q1"] for each in kept] == [expected]
    else:
        assert told(report) == [expected, "nothing-to-collect"]
