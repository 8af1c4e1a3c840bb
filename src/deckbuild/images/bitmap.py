"""Bitmaps: opened safely, turned upright, converted to sRGB, scaled down to the size at which they are shown."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms

from deckbuild.foreign import files as foreign
from deckbuild.foreign.damage import telling_damage
from deckbuild.images.model import Encoded, Facts, Flaw, ImageError

FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_ORIENTATION = 0x0112
"""The Exif tag Orientation (Exif 2.3, 4.6.4): how the camera was held. With 5 to 8, width and height are swapped."""
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # fmt: skip
"""Orientation -> what turns the picture upright."""
_MOST_SHOWN = 16_000_000
"""The most pixels of a picture in a paper."""
_TOO_LARGE = (Image.DecompressionBombError, MemoryError)
"""What Pillow raises when a picture would take too much memory."""
_BAND = 64
"""How many rows of a very large picture are converted at a time, before it is made smaller."""
_QUALITY = 88
_PHOTO = 2
"""A picture counts as a photograph when its JPEG is smaller than its PNG by more than this factor."""
_DEEP = ("I", "I;16", "I;16B", "I;16L", "I;16N")
_KEPT = ("1", "L", "LA", "P", "RGB", "RGBA")


@contextmanager
def opened(path: Path | BytesIO) -> Iterator[Image.Image]:
    """Open a picture file; its pixels are not read yet. Raises ``ImageError``."""
    try:
        with _telling_damage(), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # warnings about size (checked below) and metadata (not used)
            opening = foreign.opened(path, foreign.PICTURE) if isinstance(path, Path) else path
            with opening as file, Image.open(file, formats=FORMATS) as picture:
                if not picture.width or not picture.height:
                    raise ImageError(Flaw.NO_SIZE, f"{path} has no dots")
                if picture.width * picture.height > _most_dots(picture):
                    raise ImageError(Flaw.TOO_LARGE, f"{path} has more than {_most_dots(picture)} dots")
                yield picture
    except _TOO_LARGE as error:
        raise ImageError(Flaw.TOO_LARGE, str(error)) from error


def _telling_damage() -> AbstractContextManager[None]:
    """Let Pillow's plugins raise what they like when a file is damaged: it becomes an ``ImageError``."""
    return telling_damage(partial(ImageError, Flaw.BROKEN), ImageError, *_TOO_LARGE)


def _most_dots(picture: Image.Image) -> int:
    """Return how many pixels a picture may have: more if its file can be read at a fraction of its size."""
    by_parts = picture.format in ("JPEG", "MPO") and not picture.info.get("progressive")
    copies = 4 if picture.format == "WEBP" else 2 if picture.mode == "CMYK" else 1  # that the decoder makes of it
    return foreign.MOST_DOTS if by_parts else foreign.MOST_DOTS_AT_ONCE // copies


def read_facts(path: Path | BytesIO) -> Facts:
    """Return the facts that are in a picture file's header. Raises ``ImageError``."""
    with opened(path) as picture:
        width, height = picture.size
        if _orientation(picture) >= 5:
            width, height = height, width
        moving = picture.format != "MPO" and picture.format != "TIFF" and getattr(picture, "is_animated", False)
    return Facts(width, height, moving=moving)


def check_all(path: Path | BytesIO) -> None:
    """Read all pixels, and convert some as a paper needs them: a header tells too little. Raises ``ImageError``."""
    with opened(path) as picture:
        picture.draft(None, (picture.width // 8, picture.height // 8))  # faster; a JPEG is still read to its end
        picture.load()
        small = picture.crop((0, 0, 8, 8))
        small.format, small.info = picture.format, picture.info
        _saved(_upright(_plain(small), _orientation(picture)), "PNG")


def sample_bitmap(path: Path | BytesIO, size: tuple[int, int]) -> bytes:
    """Return a picture (a file or its content) scaled to ``size`` in pixels, as RGBA bytes. Raises ``ImageError``."""
    with opened(path) as picture:
        dots, share = picture.width * picture.height, size[0] / picture.width
        if dots > _MOST_SHOWN:
            picture.draft(None, size)
        return _reduced(picture, dots, share).convert("RGBA").resize(size).tobytes()


def encode(path: Path, width: int) -> Encoded:
    """Return the picture upright and at most ``width`` pixels wide.

    A JPEG becomes a JPEG, other formats become PNG, or JPEG if they are photographs. A file that needs no change only
    loses its metadata. Raises ``ImageError``.
    """
    with opened(path) as picture:
        kind, upright = picture.format or "", _orientation(picture) == 1
        orientation, dots = _orientation(picture), picture.width * picture.height
        shown = picture.width if orientation < 5 else picture.height
        if dots > _MOST_SHOWN:
            width = min(width, int(shown * (_MOST_SHOWN / dots) ** 0.5), shown // 2)
        high = max(1, round(width * (dots / shown) / shown))
        smaller = width < shown
        same = upright and not _colored(picture)
        if kind == "PNG" and same and not smaller and picture.mode in _KEPT and not getattr(picture, "n_frames", 1) > 1:
            return Encoded(_bare_png(foreign.content(path, foreign.PICTURE)), "png")
        if smaller and kind in ("JPEG", "MPO"):
            picture.draft(None, (width, high) if upright else (max(width, high),) * 2)
        made = _upright(_reduced(picture, dots, width / shown), orientation)
        if smaller:
            made = made.resize((width, high), Image.Resampling.LANCZOS)
        if kind in ("JPEG", "MPO"):
            own = (
                _bare_jpeg(foreign.content(path, foreign.PICTURE))
                if kind == "JPEG" and same and picture.mode in ("L", "RGB")
                else b""
            )
            if own and not smaller:
                return Encoded(own, "jpeg")
            data = _saved(made, "JPEG")
            return Encoded(own if own and len(own) <= len(data) else data, "jpeg")
        data = _saved(made, "PNG")
        if kind != "PNG" and made.mode in ("L", "RGB"):
            photo = _saved(made, "JPEG")
            if len(photo) * _PHOTO < len(data):
                return Encoded(photo, "jpeg")
        return Encoded(data, "png")


def _orientation(picture: Image.Image) -> int:
    try:
        with _telling_damage():
            found = picture.getexif().get(_ORIENTATION, 1)
    except ImageError:  # a camera's notes that can't be read: the picture is shown as it is stored
        return 1
    return found if found in range(1, 9) else 1


def _upright(picture: Image.Image, orientation: int) -> Image.Image:
    """Return the picture, stored with this orientation, turned upright."""
    return picture.transpose(_TURNS[orientation]) if orientation in _TURNS else picture


def _reduced(picture: Image.Image, dots: int, share: float) -> Image.Image:
    """Return a picture in grey or sRGB; a very large one at little more than the ``share`` of its size that is shown.

    That is done in bands: converted, all dots at once may take several times the memory.
    """
    times = int(1 / share) if dots > _MOST_SHOWN and picture.width * picture.height > _MOST_SHOWN else 1
    if times < 2:
        return _plain(picture)
    picture.load()
    bands, rows = [], max(_BAND // times, 1) * times
    for top in range(0, picture.height, rows):
        band = picture.crop((0, top, picture.width, min(top + rows, picture.height)))
        band.info = picture.info
        bands.append(_plain(band).reduce(times))
    made = Image.new(bands[0].mode, (bands[0].width, sum(band.height for band in bands)))
    for number, band in enumerate(bands):
        made.paste(band, (0, number * (rows // times)))
    return made


def _saved(picture: Image.Image, kind: str) -> bytes:
    file = BytesIO()
    if kind == "JPEG":
        picture.save(file, kind, quality=_QUALITY, optimize=True, progressive=False)
    else:
        picture.info = {}
        picture.save(file, kind, compress_level=7)
    return file.getvalue()


def _colored(picture: Image.Image) -> bool:
    """Whether the picture has another colour space than sRGB."""
    profile = picture.info.get("icc_profile")
    return picture.mode == "CMYK" or bool(profile and b"s\0R\0G\0B" not in profile and b"sRGB" not in profile)


def _plain(picture: Image.Image) -> Image.Image:
    """Return the picture in grey or sRGB, with an alpha channel if it had one."""
    clear = "transparency" in picture.info or picture.mode in ("LA", "PA", "La", "RGBa", "RGBA")
    if picture.mode in _DEEP:
        made = picture.convert("I").point(lambda value: value * (1 / 257) + 0).convert("L")
    elif clear:
        made = picture.convert("LA" if picture.mode in ("L", "LA", "La") else "RGBA")
    elif picture.mode in ("L", "1"):
        made = picture.convert("L")
    elif _colored(picture):
        made = picture
    else:
        made = picture.convert("RGB")
    return _to_screen(made) if _colored(picture) else made


def _to_screen(picture: Image.Image) -> Image.Image:
    """Return the picture in sRGB, converted by its own colour profile if that can be read."""
    profile = picture.info.get("icc_profile")
    opacity = picture.getchannel("A") if picture.mode in ("LA", "RGBA") else None
    made = picture if picture.mode == "CMYK" else picture.convert("RGB")
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            made = ImageCms.profileToProfile(made, own, ImageCms.createProfile("sRGB"), outputMode="RGB") or made
        except (ImageCms.PyCMSError, OSError, ValueError):  # the profile is for another colour space than the file's
            made = made.convert("RGB")
    made = made.convert("RGB")
    if opacity is not None:
        made.putalpha(opacity)
    return made


def _bare_jpeg(data: bytes) -> bytes:
    """Return a JPEG without its metadata, such as places, names and thumbnails (ITU-T T.81, B.1.1).

    The segments of JFIF (APP0), the colour profile (APP2) and Adobe (APP14) stay, since they say how to show it.
    """
    out = bytearray(data[:2])
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        noted = marker == 0xFE or (0xE1 <= marker <= 0xEF and marker not in (0xE2, 0xEE))
        if not noted:
            out += data[at:end]
        at = end
    return bytes(out) + data[at:]


_SHOWN = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs"}


def _bare_png(data: bytes) -> bytes:
    """Return a PNG with only the chunks that are needed to show it (ISO/IEC 15948, 5.3)."""
    out = bytearray(data[:8])
    at = 8
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] in _SHOWN:
            out += data[at:end]
        at = end
    return bytes(out)
