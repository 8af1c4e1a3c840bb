"""Decks and templates that would take for ever, or crash: what comes of each, and in what time."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckbuild.cli.main import main
from deckbuild.diagnostics import RefusedError, lines_of
from deckbuild.foreign.archives import Archive, DamagedError
from deckbuild.foreign.files import Limits
from deckbuild.layout.text.splitting import split_stack
from deckbuild.reader import read
from deckbuild.reader.fix import mend
from deckbuild.templates.layouts import read_template
from deckbuild.templates.package import NotATemplateError, open_template
from made_templates import make

HEAD = "deck: {title: A, language: en}\nslides:\n"
CELLS = ",".join(f"c{n}" for n in range(200))

DECKS = {
    "lists of lists, a thousand million": (
        'a: &a ["x","x","x","x","x","x","x","x","x"]\n'
        + "".join(f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefghi", "bcdefghij", strict=True))
        + f"{HEAD}  - title: B\n    bullets: *j\n"
    ),
    "a list that holds itself": f"{HEAD}  - title: B\n    bullets: &a [x, *a]\n",
    "a slide that holds itself": f"{HEAD}  - &a\n    title: B\n    bullets: [x]\n    notes: *a\n",
    "a line of 10 MB": f"{HEAD}  - title: B\n    bullets: ['{'ord ' * 2_500_000}']\n",
    "a title of 1 MB": f"{HEAD}  - title: {'ord ' * 250_000}\n    bullets: [a]\n",
    "a table of 500 by 200": f"{HEAD}  - title: B\n    table:\n" + f"      - [{CELLS}]\n" * 500,
    "one slip, a thousand times": HEAD + "".join(f"  - titel: B{n}\n    punkter:\n      - a\n" for n in range(1000)),
    "no space, a thousand times": HEAD + "".join(f"  - title:B{n}\n    bullets:\n      - a\n" for n in range(1000)),
    "a colon, a thousand times": HEAD + "".join(f"  - title: B: {n}\n    bullets:\n      - a\n" for n in range(1000)),
    "dashes for hyphens": HEAD + "".join(f"  – title: B{n}\n    bullets:\n      – a\n" for n in range(300)),
    "brackets without end": f"{HEAD}  - title: B\n    bullets: {'[' * 100_000}\n",
}  # fmt: skip
"""Decks that have a fault, whatever else they are."""


@pytest.mark.slow
@pytest.mark.parametrize("name", DECKS)
def test_a_fault_is_told_in_time(name: str, tmp_path: Path):
    """``check`` takes a few seconds of work at most, looking for what can be mended too, and 300 MB."""
    path = tmp_path / "deck.yaml"
    path.write_text(DECKS[name], "utf-8")
    code = (
        "import sys; from pathlib import Path; from deckbuild.pipeline.check import check_deck\n"
        "from deckbuild.reader.fix import only_sure\n"
        "path = Path(sys.argv[1]); assert only_sure(path, check_deck(path)).has_errors\n"
        "status = Path('/proc/self/status')  # what getrusage tells may be the memory of whoever started this\n"
        "lines = status.read_text().splitlines() if status.exists() else []\n"
        "print(next((line.split()[1] for line in lines if line.startswith('VmHWM')), 0))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) < 300_000


def test_mending_reads_the_file_a_few_times(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "deck.yaml"
    path.write_text(DECKS["dashes for hyphens"], "utf-8")
    reads = []
    monkeypatch.setattr("deckbuild.reader.fix.read", lambda *given: reads.append(1) or read(*given))
    mend(path)
    assert len(reads) < 60


@pytest.mark.parametrize(
    "text",
    ["", "a", "a\n", "a\nb", "a\r\nb\r\n", "a\rb", "\n\n", "a\x0bb", "a\x0cb", "a\u2028b", "a\u2029b", "a\x85b\n"],
)
def test_a_line_ends_where_editors_end_it(text: str):
    assert lines_of(text) == [line.rstrip("\n") for line in io.StringIO(text, newline=None)]


def test_what_is_copied_from_powerpoint_is_mended(tmp_path: Path):
    path = tmp_path / "deck.yaml"
    path.write_text("deck:\n  ti\x0btle: A\nslides:\n  - title: B\n    bullets: [a]\n", "utf-8")
    done = CliRunner().invoke(main, ["--lang", "en", "check", "--fix", str(path)])
    assert (done.exit_code, done.exception) == (0, None)


@pytest.mark.parametrize("pages", ["1-99999999999999999999", "9" * 5000])
def test_pages_beyond_all_decks(pages: str, tmp_path: Path):
    path = tmp_path / "deck.yaml"
    path.write_text(f"{HEAD}  - title: B\n    bullets: [a]\n", "utf-8")
    began = time.monotonic()
    done = CliRunner().invoke(main, ["render", "--width", "100", "--pages", pages, str(path)])
    assert (done.exit_code, time.monotonic() - began < 30) == (1, True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
@pytest.mark.parametrize("arguments", ["next deck.yaml --content keep", "build deck.yaml --participants a.csv"])
def test_a_pipe_beside_the_deck(arguments: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("deck.yaml").write_text(f"{HEAD}  - title: B\n    bullets: [a]\n", "utf-8")
    os.mkfifo("a.yaml")
    os.mkfifo("a.csv")
    done = CliRunner().invoke(main, arguments.split())
    assert (done.exit_code in (0, 1, 2), type(done.exception) in (type(None), SystemExit)) == (True, True)


def test_no_paragraphs_need_no_stack():
    assert split_stack([], 100.0) == []


def changed(part: str, pattern: str, value: str, folder: Path) -> bytes:
    """Return a template in which something of a part is replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(make("plain", folder / "a.pptx")) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, re.sub(pattern.encode(), value.encode(), text, count=1) if name == part else text)
    return made.getvalue()


ODD = {
    "a number of a layout": ("ppt/slideLayouts/slideLayout1.xml", 'off x="[1-9][^"]*"', 'off x="zz"'),
    "a number without end": ("ppt/slideLayouts/slideLayout1.xml", 'off x="[1-9][^"]*"', f'off x="{"9" * 400}"'),
    "the size of the page": ("ppt/presentation.xml", 'sldSz cx="[^"]*"', 'sldSz cx="1e9"'),
    "a colour": ("ppt/theme/theme1.xml", 'srgbClr val="[^"]*"', 'srgbClr val="ZZZ"'),
    "a colour by its last": ("ppt/theme/theme1.xml", 'lastClr="[^"]*"', 'lastClr="12"'),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_value_of_a_template_is_named(name: str, tmp_path: Path):
    part, pattern, value = ODD[name]
    content = changed(part, pattern, value, tmp_path)
    with pytest.raises(NotATemplateError) as caught:
        read_template(open_template(Path("a.pptx"), content))
    assert (caught.value.kind, part in caught.value.what) == ("odd", True)


def packed(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (packed({"a": bytes(3000)}), RefusedError),
        (packed({str(n): b"" for n in range(20)}), RefusedError),
        (packed({"a": b"x" * 500}).replace(b"\xf4\x01\0\0", b"\x05\0\0\0"), DamagedError),
        (packed({"a": b"x"})[:-9], DamagedError),
        (b"no archive", DamagedError),
    ],
    ids=["a large part", "many parts", "a wrong size", "cut off", "no archive"],  # its bytes hold the time
)
def test_an_archive_is_unpacked_within_limits(data: bytes, error: type[Exception]):
    def unpack() -> None:
        archive = Archive(Path("a.zip"), data, Limits(10_000, unpacked=2000, parts=10))
        for name in archive.names:
            archive.part(name)

    with pytest.raises(error):
        unpack()
