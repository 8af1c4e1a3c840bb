"""``agenda:`` the day's programme: times, items and a chart of the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, ClassVar

from deckbuild.blocks.table import shared_height
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.items import (
    Border,
    Connector,
    Group,
    Item,
    LayoutKind,
    Shape,
    ShapeKind,
    TableCell,
    TableRow,
    TextBox,
)
from deckbuild.frame.text import Align, Tag
from deckbuild.handout.blocks.agenda import agenda_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.row_groups import largest
from deckbuild.layout.slides.context import Placement, Rooms, SlideContext
from deckbuild.layout.slides.furniture import styled
from deckbuild.layout.table import table_item
from deckbuild.layout.text.paragraph import ParStyle, middle, set_par, stack, text_width
from deckbuild.model.block import Block
from deckbuild.model.clock import DAY, MORNING, PAUSE, Programme, ProgrammeRow, hours_between, minutes
from deckbuild.model.deck import Node, Slide
from deckbuild.model.text import Run, Text, plain
from deckbuild.model.theme import HAIR, INK, SOFT, Look, Step
from deckbuild.model.written import Notation
from deckbuild.units import Pt, Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Node):
    """A row of the programme."""

    time: Annotated[str, Notation.CLOCK_TIMES]
    """From-to, such as ``9.00-9.20``."""
    item: Text
    """What happens."""
    pause: bool = False
    """A break: drawn as an outline."""
    optional: bool = False
    """For those who want it: drawn as an outline."""
    slide: Annotated[str | None, Notation.SLIDE_ID] = None
    """The slide it begins with: its id, title or number; for the guide's clock. Else the one of the same title."""


_MOST_SPACED = 8
"""With more rows, or on several slides, the rows stand closer."""
_PADDING: Pt = 8
_CLOSE: Pt = 6
"""Space above and below the text of a row."""
_CHART_X: Pt = 632
"""From the left edge of the programme to where its text ends beside the chart."""
_HEAD: Pt = 24
"""Height of the table's head, which stands beside the hours above the chart."""
_MOST_HEAD = Step(16, 20)
"""The largest type of the head."""
_ABOVE: Pt = 12
"""Height above the rows at the top of a slide, where the head reaches up towards the title."""
_HOUR: Pt = 32
"""The width of an hour above the chart; half of the last is right of its bars."""
_LEAST_CHART: Pt = 120
"""The least width at which the bars of a chart can be compared."""
_TIMES: Pt = 144
"""The least width of the column of times ..."""
_AFTER_TIME: Pt = 24
"""... and the white after the longest."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to set the rows of a programme."""

    step: Step
    padding: Pt
    """Space above and below the text of a row."""


def _steps(context: SlideContext) -> tuple[Step, ...]:
    """Return the steps of running text to choose from."""
    scale = context.theme.scale
    return tuple(step for step in (*scale.body, *scale.dense) if step.size <= scale.programme) or scale.body[-1:]


def _chart(
    name: str,
    items: Sequence[AgendaItem],
    times: Sequence[tuple[int, int]],
    hours: tuple[int, int],
    rows: Sequence[TableRow],
    box: Rect,
    step: Step,
    context: SlideContext,
) -> list[Item]:
    """Draw the day: a bar by the clock for each row, filled for work and outlined for pauses; hours above.

    ``hours`` are the minutes after midnight at which the day begins and ends.
    """
    first, last = hours
    made: list[Item] = []
    width = box.w

    def across(minute: int) -> Pt:
        return box.x + (minute - first) / max(1, last - first) * width

    small = context.theme.scale.foot
    for hour in hours_between(first, last):
        x = across(hour * 60)
        style = ParStyle(small, SOFT, align=Align.CENTER, tag=Tag.ARTIFACT)
        pars = stack([set_par(plain(str(hour % 24 or min(hour, 24))), style, _HOUR, context.settings)])
        place = Rect(x - _HOUR / 2, box.y - 23, _HOUR, small.leading)
        made.append(TextBox(id=f"{name}/hour{hour}", box=place, pars=pars, artifact=True))
        made.append(Connector(id=f"{name}/tick{hour}", x1=x, y1=box.y - 4, x2=x, y2=box.y, color=HAIR, width=0.75))
    y = box.y
    bars: list[Item] = []
    for index, (item, (start, end), row) in enumerate(zip(items, times, rows, strict=True)):
        outline = item.pause or item.optional
        inset = 0.5 if outline else 0.0
        text_top = row.cells[0].text_top or 0.0
        bar = Rect(across(start) + inset, y + text_top + middle(step) - 4 + inset, 0, 8 - 2 * inset)
        bar = replace(bar, w=max(2.0, across(end) - bar.x - inset))
        bars.append(
            Shape(
                id=f"{name}/bar{index + 1}", kind=ShapeKind.RECT, box=bar,
                fill=None if outline else INK, stroke=INK if outline else None, width=1.0 if outline else 0.0,
            )
        )  # fmt: skip
        y += row.height
    made.append(Group(id=f"{name}/chart", box=box, items=tuple(bars)))
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda(Block):
    """``agenda:`` the day's programme: times, items and a chart of the day."""

    KIND: ClassVar[str] = "agenda"
    OWN_STEP: ClassVar[bool] = True
    SHORTHAND: ClassVar[str] = "items"

    items: tuple[AgendaItem, ...]
    """The rows, in the order of the day."""
    day: Text | None = None
    """The day or date, where the deck has programmes of several days; programmes of one day have the same."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.AGENDA
    OWN_NOTE_LINES: ClassVar[bool] = True
    FRAMES_DAY: ClassVar[bool] = True

    def charted(self, width: Pt, context: SlideContext) -> bool:
        """Whether there is a chart of the day, on a slide with ``width`` points for the programme."""
        return context.theme.day_chart and width - _CHART_X >= _LEAST_CHART

    def _times(self, step: Step, context: SlideContext) -> Pt:
        """Return the width of the column of times."""
        face = context.settings.face(bold=True)
        widest = max((text_width(item.time, face, step.size) for item in self.items), default=0.0)
        return max(_TIMES, widest * context.settings.wider + _AFTER_TIME)

    def _ways(self, context: SlideContext) -> list[_Way]:
        """Return the ways to set the rows that are tried, the largest type first."""
        steps = _steps(context)
        close = [_Way(step, _CLOSE) for step in steps]
        spaced = len(self.items) <= _MOST_SPACED and not context.split
        return [*(_Way(step, _PADDING) for step in steps), close[-1]] if spaced else close

    def _shared(self, region: Rect, above: Pt, context: SlideContext) -> list[_Way]:
        """Return the way to set a few rows of one line each so that they share the height; none for other rows."""
        step = _steps(context)[0]
        share = shared_height(len(self.items), region.h - above, context) if context.sole(self) else 0.0
        way = _Way(step, (share - step.leading) / 2)
        if way.padding <= _PADDING:
            return []
        _, rows = self._rows(region.w, way, context)
        return [way] if all(len(par.lines) == 1 for row in rows for cell in row.cells for par in cell.pars) else []

    @property
    def _spans(self) -> list[tuple[int, int] | None]:
        """When each row begins and ends, in minutes after the midnight before. Rows may go on after the next."""
        found: list[tuple[int, int] | None] = []
        for item in self.items:
            span, above = minutes(item.time), next((each for each in reversed(found) if each), (0, 0))
            later = DAY if span and span[0] < MORNING and above[1] >= DAY else 0
            found.append((span[0] + later, span[1] + later) if span else None)
        return found

    @property
    def _hours(self) -> tuple[int, int]:
        """When the day begins and ends, in minutes after midnight."""
        times = [span for span in self._spans if span]
        return min((span[0] for span in times), default=0), max((span[1] for span in times), default=0)

    def _rows(self, width: Pt, way: _Way, context: SlideContext) -> tuple[tuple[Pt, ...], list[TableRow]]:
        """Set the rows of time and item under a head in small soft type. The item leaves room for the chart.

        Times and breaks look as the theme says.
        """
        times = self._times(way.step, context)
        widths = (times, width - times)
        right = (8.0, 8.0 + (width - _CHART_X if self.charted(width, context) else 0.0))
        padding = way.padding

        def row(texts: tuple[Text, Text], styles: Sequence[ParStyle], above: Pt, below: Pt, *, head: bool) -> TableRow:
            sets = [
                stack([set_par(text, style, wide - kept, context.settings)])
                for text, style, wide, kept in zip(texts, styles, widths, right, strict=True)
            ]
            cells = tuple(
                TableCell(
                    pars=pars, inset=(0.0, above, kept + context.settings.margin(pars, wide - kept), below),
                    bottom=Border(0.75, HAIR), text_top=above, span=text.span, header=head or index == 0,
                )
                for index, (pars, text, wide, kept) in enumerate(zip(sets, texts, widths, right, strict=True))
            )  # fmt: skip
            return TableRow(max(pars[-1].height for pars in sets) + above + below, cells)

        small, labels = min(context.theme.scale.foot, _MOST_HEAD, key=lambda step: step.size), context.labels
        day = self._head_of(context.slide)
        heads = (plain(labels.time), plain(day.plain, bold=True, span=day.span) if day else plain(labels.point))
        rows = [row(heads, [ParStyle(small, SOFT)] * 2, 1.0, _HEAD - 1 - small.leading, head=True)]
        for item in self.items:
            texts = (Text((Run(item.time),), item.at("time")), item.item)
            what = context.theme.programme_pause if item.pause else Look()
            looks = (context.theme.programme_time[item.pause], what)
            rows.append(row(texts, tuple(styled(look, way.step) for look in looks), padding, padding, head=False))
        return widths, rows

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the programme as a table, with bars by the clock beside it."""
        above = _ABOVE if context.first else _HEAD
        for way in [*self._shared(region, above, context), *self._ways(context)]:
            widths, rows = self._rows(region.w, way, context)
            if sum(row.height for row in rows[1:]) <= region.h - above:
                break
        top = region.y + above
        table = table_item(self.id, region.x, top - _HEAD, widths, rows, head_rows=1, head_column=True, alt="")
        items: list[Item] = [replace(table, span=self.span)]
        times = self._spans
        if self.charted(region.w, context) and all(times):
            chart = Rect(region.x + _CHART_X + 16, top, region.w - _CHART_X - 16 - _HOUR / 2, table.box.h - _HEAD)
            items += _chart(
                self.id, self.items, [t for t in times if t], self._hours, rows[1:], chart, way.step, context
            )
        return Placement(tuple(items), table.box.h - _HEAD + above)

    def split(self, rooms: Rooms, context: SlideContext) -> list[Block]:
        """Return programmes of as many rows as fit, all in the largest type that needs no more slides."""

        def heights(way: _Way) -> tuple[list[Pt], Pt, Pt]:
            _, rows = self._rows(rooms.first.w, way, context)
            return [row.height for row in rows[1:]], rooms.first.h - _ABOVE, rooms.further.h - _ABOVE

        ways = self._ways(replace(context, split=True))
        way, parts = largest(ways, ways[:2][-1], heights)
        return [
            _Part(
                span=self.span,
                places=self.places,
                id=f"{self.id}-{n + 1}" if n else self.id,
                items=self.items[a:b],
                day=self.day,
                way=way,
                hours=self._hours,
            )
            for n, (a, b) in enumerate(parts)
        ]

    @property
    def programme(self) -> Programme:
        """The rows, as paper prints them and the guide tells the time by them."""
        rows = (ProgrammeRow(item.time, item.item, item.pause, item.slide) for item in self.items)
        return Programme(tuple(rows), self.day)

    def _head_of(self, slide: Slide) -> Text | None:
        """Return the day, unless the title of the slide says it."""
        return self.day if self.day and self.day.plain.casefold() not in slide.title.plain.casefold() else None

    def checked(self, findings: Diagnostics) -> Agenda:
        """Warn of gaps between the rows, and of rows that overlap."""
        for item in self.items:
            if not item.pause and PAUSE.fullmatch(item.item.plain):
                findings.note(
                    "pause-unmarked", item.at("item"), "“{item}” is shown like work in the programme.",
                    "If nobody works then, write `pause: yes` in this row.", item=item.item.plain,
                )  # fmt: skip
        end, said = -1, ""
        for item, times in zip(self.items, self._spans, strict=True):
            place = item.at("time")
            if times is None or place is None:
                continue
            begin, until = (time.split()[-1] for time in item.time.split("–"))  # without “ca.”
            if end >= 0 and times[0] > end:
                findings.warning(
                    "agenda-gap", place, "Between {end} and {begin} there is nothing in the programme.",
                    "If it is a break, give it a row: `{{time: {end}-{begin}, item: Pause, pause: yes}}`.",
                    end=said, begin=begin,
                )  # fmt: skip
            elif times[0] < end:
                findings.warning(
                    "agenda-overlap", place, "This row begins at {begin}, but the row above ends at {end}.",
                    "Correct one of the two times.", begin=begin, end=said,
                )  # fmt: skip
            if times[1] > end:
                end, said = times[1], until
        return self

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the rows of the programme, with lines for notes when the slide asks for them."""
        return agenda_strips(self.id, self.programme.rows, self._head_of(context.slide), context)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part(Agenda):
    """A part of a programme that goes on over several slides: type and hours are the same on all."""

    way: _Way
    hours: tuple[int, int]

    def _ways(self, context: SlideContext) -> list[_Way]:  # noqa: ARG002
        return [self.way]

    @property
    def _hours(self) -> tuple[int, int]:
        return self.hours
