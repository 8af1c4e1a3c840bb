"""Draw the pictures that deck.yaml uses: the neutral logo and the meeting table of slide 4.

Run `python assets/make_assets.py` from anywhere; they land beside this file, the table also beside the gallery.
Everything is drawn at four times its size and scaled down, so that edges are smooth, and nothing depends on
time, fonts or chance: the same Pillow gives the same bytes on every run.
"""

from __future__ import annotations

from itertools import combinations
from math import cos, pi, sin
from pathlib import Path

from PIL import Image, ImageDraw

Point = tuple[float, float]

HERE = Path(__file__).resolve().parent
SCALE = 4

# The palette of the house.
INK = "#1B1F24"
TRANSPARENT = "#1B1F2400"
# A grey with a contrast above 3:1 to white, to cream and to the dark theme: the meeting stands on any of them.
LINE = "#6F7680"
CLEAR = "#6F768000"

# The logo: a ring with two bars inside, as the 24 pt mark on the title slide. Pixels.
LOGO_SIZE = 480
LOGO_STROKE = 24
LOGO_EDGE = 2
LOGO_BAR = (264, 24)
LOGO_BAR_OFFSET = 56

# The meeting: eight seats round a table, and a line between every two unlike seats. Pixels.
MEETING_SIZE = (1160, 1160)
SEATS = 8
SEAT_RING = 512
ROUND_SEAT = (248, 112)
SQUARE_SEAT = (232, 112)
TABLE_RADIUS = 420
VOICE_RING = 336
VOICE_ROUND = 30
VOICE_SQUARE = 52
STROKE = 7
THIN = 4


class Pen:
    """A canvas that takes finished pixels and draws them at four times the size."""

    def __init__(self, size: tuple[int, int], background: str) -> None:
        self.size = size
        self.image = Image.new("RGBA", (size[0] * SCALE, size[1] * SCALE), background)
        self.draw = ImageDraw.Draw(self.image)

    def disc(self, center: Point, radius: float, fill: str) -> None:
        """A filled circle."""
        (x, y), r = center, radius
        box = ((x - r) * SCALE, (y - r) * SCALE, (x + r) * SCALE, (y + r) * SCALE)
        self.draw.ellipse(box, fill=fill)

    def ring(self, center: Point, radius: float, stroke: float, line: str) -> None:
        """An open circle whose line lies inside the radius."""
        (x, y), r = center, radius
        box = ((x - r) * SCALE, (y - r) * SCALE, (x + r) * SCALE, (y + r) * SCALE)
        self.draw.ellipse(box, outline=line, width=round(stroke * SCALE))

    def line(self, start: Point, end: Point, stroke: float, color: str) -> None:
        """A straight line from centre to centre."""
        ends = [(x * SCALE, y * SCALE) for x, y in (start, end)]
        self.draw.line(ends, fill=color, width=round(stroke * SCALE))

    def bar(self, center: Point, size: Point, turn: float, fill: str) -> None:
        """A filled rectangle, turned about its centre by an angle in radians."""
        w, h = size
        corners = ((-w / 2, -h / 2), (w / 2, -h / 2), (w / 2, h / 2), (-w / 2, h / 2))
        turned = [turned_by(turn, corner, center) for corner in corners]
        self.draw.polygon([(x * SCALE, y * SCALE) for x, y in turned], fill=fill)

    def frame(self, center: Point, size: Point, turn: float, stroke: float, line: str) -> None:
        """A turned rectangle, clear inside a line with sharp corners."""
        self.bar(center, size, turn, line)
        self.bar(center, (size[0] - 2 * stroke, size[1] - 2 * stroke), turn, CLEAR)

    def pill(self, center: Point, size: Point, turn: float, fill: str) -> None:
        """A filled bar with round ends, turned about its centre."""
        w, h = size
        self.bar(center, (w - h, h), turn, fill)
        for end in (-(w - h) / 2, (w - h) / 2):
            self.disc(turned_by(turn, (end, 0), center), h / 2, fill)

    def save(self, path: Path, mode: str) -> None:
        """Scale down and write a PNG."""
        small = self.image.resize(self.size, Image.Resampling.LANCZOS)
        small.convert(mode).save(path, optimize=True)


def turned_by(turn: float, offset: Point, center: Point) -> Point:
    """The point at an offset from a centre after a turn in radians."""
    (dx, dy), (x, y) = offset, center
    return x + dx * cos(turn) - dy * sin(turn), y + dx * sin(turn) + dy * cos(turn)


def draw_logo() -> None:
    """The ring with two bars, ink on transparent."""
    pen = Pen((LOGO_SIZE, LOGO_SIZE), TRANSPARENT)
    middle = LOGO_SIZE / 2
    pen.ring((middle, middle), middle - LOGO_EDGE, LOGO_STROKE, INK)
    for offset in (-LOGO_BAR_OFFSET, LOGO_BAR_OFFSET):
        pen.bar((middle, middle + offset), LOGO_BAR, 0, INK)
    pen.save(HERE / "logo.png", "RGBA")


def draw_meeting() -> None:
    """A round table from above: two kinds of seats by turns, and the talk across the table."""
    pen = Pen(MEETING_SIZE, CLEAR)
    center = MEETING_SIZE[0] / 2, MEETING_SIZE[1] / 2
    turns = [2 * pi * seat / SEATS for seat in range(SEATS)]
    voices = [turned_by(turn, (0, -VOICE_RING), center) for turn in turns]

    pen.disc(center, TABLE_RADIUS, CLEAR)
    pen.ring(center, TABLE_RADIUS, STROKE, LINE)
    for one, other in combinations(range(SEATS), 2):
        if one % 2 != other % 2:
            pen.line(voices[one], voices[other], THIN, LINE)
    for seat, (turn, voice) in enumerate(zip(turns, voices, strict=True)):
        place = turned_by(turn, (0, -SEAT_RING), center)
        if seat % 2 == 0:
            pen.pill(place, ROUND_SEAT, turn, LINE)
            pen.disc(voice, VOICE_ROUND, LINE)
        else:
            pen.frame(place, SQUARE_SEAT, turn, STROKE, LINE)
            pen.frame(voice, (VOICE_SQUARE, VOICE_SQUARE), turn, STROKE, LINE)
    for folder in (HERE, HERE.parent / "docs" / "gallery" / "assets"):
        pen.save(folder / "moede.png", "RGBA")


if __name__ == "__main__":
    draw_logo()
    draw_meeting()
