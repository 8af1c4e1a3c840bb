"""Pictures that others made, some of them to do harm: what comes of each. What ``check`` accepts, a paper can show."""

from __future__ import annotations

import os
import random
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from deckbuild.diagnostics import because
from deckbuild.foreign import files
from deckbuild.images.facts import as_outlines, check, encoded
from deckbuild.images.model import Flaw, ImageError
from deckbuild.images.svg import drawing

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
BOX = '<rect width="50" height="50" fill="#09508A"/>'
USE = '<use href="#a{}"/>'
SIZE = 'width="100" height="100"'

REFUSED = {
    "an endless width": (f'{SVG}width="1e99999" height="2">{BOX}</svg>', Flaw.ODD_SIZE),
    "a height of a billion": (f'{SVG}width="1" height="1e9">{BOX}</svg>', Flaw.ODD_SIZE),
    "a view box of a hair": (f'{SVG}viewBox="0 0 1e-30 1">{BOX}</svg>', Flaw.ODD_SIZE),
    "a height that is no number": (f'{SVG}width="10" height="nan">{BOX}</svg>', Flaw.NO_SIZE),
    "uses of uses, a thousand million": (
        f'{SVG}{SIZE}><g id="a0">{BOX}</g>'
        + "".join(f'<g id="a{n}">{USE.format(n - 1) * 10}</g>' for n in range(1, 10))
        + "</svg>",
        Flaw.TOO_MUCH_WORK,
    ),
    "uses of uses, very deep": (
        f'{SVG}{SIZE}>' + "".join(f'<g id="a{n}"><use href="#a{n + 1}"/></g>' for n in range(5000)) + "</svg>",
        Flaw.TOO_MUCH_WORK,
    ),
    "markers on a million points": (
        f'{SVG}{SIZE}><marker id="m">{BOX}</marker><path marker-mid="url(#m)" d="M0 0{" 1 1" * 500_000}"/></svg>',
        Flaw.TOO_MUCH_WORK,
    ),
    "a pattern as wide as a country": ((
        f'{SVG}{SIZE}><pattern id="p" width="1e6" height="1e6" patternUnits="userSpaceOnUse">{BOX}</pattern>'
        '<rect fill="url(#p)" width="50" height="50"/></svg>'
    ), Flaw.TOO_MUCH_WORK),
    "a text of a million letters": (f"{SVG}{SIZE}><text>{'x' * 1_000_000}</text></svg>", Flaw.TOO_MUCH_WORK),
    "a word that is a thousand million letters": (
        '<!DOCTYPE svg [<!ENTITY a0 "ha">'
        + "".join(f'<!ENTITY a{n} "' + f"&a{n - 1};" * 10 + '">' for n in range(1, 10))
        + f"]>{SVG}{SIZE}><text>&a9;</text></svg>",
        Flaw.TOO_MUCH_WORK,
    ),
    "an outline of 11 MB": (f'{SVG}{SIZE}><path d="M0 0{" 1 1" * 2_800_000}"/></svg>', Flaw.TOO_MUCH_WORK),
    "groups, very deep": (f"{SVG}{SIZE}>{'<g>' * 5000}{'</g>' * 5000}</svg>", Flaw.TOO_MUCH_WORK),
    "an end that is missing": (f"{SVG}{SIZE}><g>{BOX}", Flaw.BROKEN),
    "layers in layers": (
        f"{SVG}{SIZE}>" + "<g opacity=\".9\">" * 90 + BOX + "</g>" * 90 + "</svg>", Flaw.TOO_MUCH_WORK,
    ),
}  # fmt: skip
"""A drawing, and why it is not shown."""

SHOWN_IN_PART = {
    "a script in another prefix": (
        '<x:svg xmlns:x="http://www.w3.org/2000/svg" xmlns:h="http://www.w3.org/1999/xhtml" width="9" height="9">'
        '<h:script>alert(1)</h:script><h:img src="http://example.org/x"/><x:rect width="5" height="5"/></x:svg>'
    ),
    "a page in a frame": f'{SVG}{SIZE}><foreignObject><p>Hej</p></foreignObject>{BOX}</svg>',
    "an element of tomorrow": f'{SVG}{SIZE}><portal/>{BOX}</svg>',
    "a picture by image()": f'{SVG}{SIZE}><style>rect{{fill:image("http://example.org/a")}}</style>{BOX}</svg>',
    "a picture by image-set()": f'{SVG}{SIZE}><rect style="mask:image-set(\'//example.org/b\' 1x)"/>{BOX}</svg>',
    "a style sheet": f'{SVG}{SIZE}><style>@import "http://example.org/y.css" ;</style>{BOX}</svg>',
    "a style sheet in capitals": f'{SVG}{SIZE}><style>@IMPORT url(//example.org/y.css)</style>{BOX}</svg>',
    "a font": f'{SVG}{SIZE}><style>@font-face{{src:url(//example.org/f)}}</style>{BOX}</svg>',
    "a remark in a word": f'{SVG}{SIZE}><style>rect{{fill:u/**/rl(//example.org/f)}}</style>{BOX}</svg>',
    "what a click does": f'{SVG}{SIZE}><rect onclick="alert(1)" width="5" height="5"/></svg>',
    "another drawing in it": f'{SVG}{SIZE}>{BOX}<image href="data:image/svg+xml;base64,PHN2Zy8+"/></svg>',
    "a filter of clouds": (
        f'{SVG}width="1000" height="1000"><filter id="f"><feTurbulence numOctaves="1000000" baseFrequency="0.9"/>'
        f'</filter><rect width="1000" height="1000" filter="url(#f)"/></svg>'
    ),
}  # fmt: skip
"""Drawings that are shown, and told, without a part of them."""

SHOWN = {
    "a use of itself": f'{SVG}{SIZE}><g id="a"><use href="#a"/></g><use href="#a"/>{BOX}</svg>',
    "two patterns of each other": (
        f'{SVG}{SIZE}><pattern id="p" width="4" height="4"><rect fill="url(#q)" width="4" height="4"/></pattern>'
        '<pattern id="q" width="4" height="4"><rect fill="url(#p)" width="4" height="4"/></pattern>'
        '<rect fill="url(#p)" width="50" height="50"/></svg>'
    ),
    "odd numbers": f'{SVG}{SIZE}><path d="M 1e40 1e40 L -1e40 nan z"/><rect width="-4" height="1e400"/>{BOX}</svg>',
    "odd colours": f'{SVG}{SIZE}><rect fill="rgb(300%, x)" stroke="#12" width="5" height="5"/></svg>',
    "dashes as thin as a hair": f'{SVG}{SIZE}><path stroke="#000" stroke-dasharray="1e-9" d="M0 0H90"/>{BOX}</svg>',
    "a drawing program's notes": (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="urn:program" width="9" height="9" i:version="1">'
        '<i:grid/><style>.a{-i-note:none;fill:#000}</style><rect class="a" width="5" height="5"/></svg>'
    ),
}  # fmt: skip
"""Drawings that are shown without a word."""


MANY = {
    "in a style sheet": f"{SVG}{SIZE}><style>rect{{opacity:.9}}</style>{BOX * 30}</svg>",
    "each by itself": f"{SVG}{SIZE}>{BOX * 30}</svg>".replace("<rect", '<rect opacity=".9"'),
    "one that is used often": f'{SVG}{SIZE}><g id="a" style="opacity:.9">{BOX}</g>{USE.format("") * 30}</svg>',
}
"""Drawings of many layers, which take a moment when they are small, and long when they are large."""


def made(text: str, folder: Path) -> Path:
    path = folder / "tegning.svg"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("name", REFUSED)
def test_is_refused(name: str, tmp_path: Path):
    with pytest.raises(ImageError) as caught:
        check(made(REFUSED[name][0], tmp_path))
    assert caught.value.flaw is REFUSED[name][1]


@pytest.mark.parametrize("name", MANY)
def test_many_layers_are_checked_at_full_size_and_one_is_not(name: str, tmp_path: Path):
    assert not drawing(made(MANY[name], tmp_path)).light
    assert drawing(made(f'{SVG}{SIZE}><g opacity=".9">{BOX}</g></svg>', tmp_path)).light


@pytest.mark.skipif(sys.platform == "win32", reason="the processor's time is not limited there")
def test_a_check_gives_up_before_a_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("deckbuild.images.svg._SECONDS", 0)  # the system allows a second all the same
    path = made(f"{SVG}{SIZE}><style>rect{{opacity:.9}}</style>{BOX * 900}</svg>", tmp_path)
    with pytest.raises(ImageError) as caught:
        check(path)
    assert caught.value.flaw is Flaw.TOO_MUCH_WORK


@pytest.mark.parametrize("name", SHOWN_IN_PART)
def test_is_shown_without_what_runs_or_fetches(name: str, tmp_path: Path):
    path = made(SHOWN_IN_PART[name], tmp_path)
    assert check(path).cleaned
    kept = drawing(path).data.decode()
    assert not any(sign in kept for sign in ("example.org", "alert", "script", "onclick", "portal", "feTurbulence"))
    assert encoded(path, 300).data
    as_outlines(path)


@pytest.mark.parametrize("name", SHOWN)
def test_is_shown(name: str, tmp_path: Path):
    path = made(SHOWN[name], tmp_path)
    assert not check(path).cleaned
    assert encoded(path, 1200).data
    as_outlines(path)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP"])
def test_a_damaged_picture_is_refused_or_shown(form: str, tmp_path: Path):
    """Bytes are changed at random: what ``check`` accepts is encoded, and nothing but ``ImageError`` comes."""
    chance = random.Random(form)  # noqa: S311 - not for secrets
    notes = Image.Exif()
    notes[0x0112] = 6
    content = BytesIO()
    picture = Image.effect_noise((40, 30), 60).convert("RGB")
    picture.save(content, form, **({"exif": notes} if form in ("JPEG", "PNG", "WEBP", "TIFF") else {}))
    for number in range(60):
        data = bytearray(content.getvalue())
        for _ in range(chance.choice((1, 3, 12))):
            data[chance.randrange(min(len(data), chance.choice((60, 300, 5000))))] = chance.choice((0, 255, 1, 77))
        path = tmp_path / f"{number}.{form.lower()}"
        path.write_bytes(data[: chance.choice((len(data), len(data), len(data) // 2))])
        try:
            check(path)
        except ImageError:
            continue
        assert encoded(path, 5.0).data
        assert encoded(path, 500.0).data


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_a_pipe_is_no_picture(tmp_path: Path):
    os.mkfifo(tmp_path / "a.png")
    with pytest.raises(OSError, match="pipe") as caught:
        files.opened(tmp_path / "a.png", files.PICTURE)
    assert because(caught.value).text(str) == "it is a pipe or a device, not a file"
