"""A chart as alternative text, and as a table on paper."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.locales import language_of
from deckbuild.model.chart import ChartData, ChartKind, NumberFormat, Series

_MOST_LISTED = 24
"""The most numbers that an alternative text lists; of more it gives the first, last, least and greatest."""


def with_days_named(data: ChartData, lang: str) -> ChartData:
    """Return the data with dates written out as category names, in the language of code or tag ``lang``.

    They are written as years when each is the first day of a year, as months when each is the first of a month, and
    otherwise as days.
    """
    if not data.days:
        return data
    labels = language_of(lang).labels
    known = [day for day in data.days if day]
    form = labels.day_of_month
    if all(day.day == 1 for day in known):
        form = "{year}" if len(known) > 1 and all(day.month == 1 for day in known) else "{month} {year}"
    names = tuple(
        form.format(day=day.day, month=labels.months[day.month - 1], year=day.year) if day else name
        for name, day in zip(data.categories, data.days, strict=True)
    )
    return replace(data, categories=names, days=())


def described(kind: ChartKind, data: ChartData, form: NumberFormat, counted: str) -> str:
    """Return the alternative text of a chart: kind, axis title (``counted``), and all numbers or a summary."""
    labels = language_of(form.lang).labels
    head = ", ".join(part for part in (labels.charts[kind.value], counted or form.heading) if part)
    short = len(data.values) > _MOST_LISTED
    parts = [(series.name, _series(series, data, form, short=short)) for series in data.series]
    if len(parts) == 1:
        return f"{head}: {parts[0][1]}."
    return f"{head}. " + " ".join(f"{name}: {text}." for name, text in parts)


def _series(series: Series, data: ChartData, form: NumberFormat, *, short: bool) -> str:
    labels = language_of(form.lang).labels
    names = list(data.categories) or [form.plain(x) for x in series.across]
    known = [(name, value) for name, value in zip(names, series.values, strict=True) if value is not None]
    if short and known:
        values = [value for _, value in known]
        return labels.number_range.format(
            count=len(values), first=f"{known[0][0]} {form.text(values[0])}",
            last=f"{known[-1][0]} {form.text(values[-1])}", low=form.text(min(values)), high=form.text(max(values)),
        )  # fmt: skip
    pairs = zip(names, series.values, strict=True)
    return "; ".join(f"{name} {labels.unknown if value is None else form.text(value)}" for name, value in pairs)


def as_table(data: ChartData, form: NumberFormat, across: str, counted: str) -> tuple[list[str], list[list[str]]]:
    """Return a chart's numbers as a table: the header row, and the body rows.

    ``across`` and ``counted`` are the titles of the horizontal axis of a scatter chart and of the value axis.
    """
    if data.categories:
        unit = counted or form.heading
        heads = [
            unit if any(series.name for series in data.series) else "",
            *(series.name or unit for series in data.series),
        ]
        columns = [[_cell(value, form) for value in series.values] for series in data.series]
        return heads, [list(row) for row in zip(data.categories, *columns, strict=True)]
    named = len(data.series) > 1
    heads = [*([""] if named else []), across or "x", counted or form.heading or "y"]
    rows = []
    for series in data.series:
        for x, value in zip(series.across, series.values, strict=True):
            rows.append([*([series.name] if named else []), form.plain(x), _cell(value, form)])
    return heads, rows


def _cell(value: float | None, form: NumberFormat) -> str:
    return "" if value is None else form.text(value)
