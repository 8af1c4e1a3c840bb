"""What the measurements say: a Markdown table and the sentences under it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from statistics import median

PAIR = ("python-pptx", "reportlab")
"""The two scripts that together write what deckbuild writes."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What one run took."""

    seconds: float
    """By the clock on the wall, from start to exit."""
    cpu: float
    """Of the processor, in all threads and processes: shows who bought speed with more of them."""
    peak: float
    """Memory in megabytes at its highest."""

    def as_dict(self) -> dict[str, float]:
        """Give the values by name, for JSON."""
        return asdict(self)


Results = dict[int, dict[str, list[Sample]]]
"""For each size of deck and each program, its runs."""


def seconds(samples: list[Sample]) -> float:
    """Take the median: one run that the machine disturbed does not count."""
    return median(sample.seconds for sample in samples)


def table(results: Results) -> str:
    """Lay the medians out as a Markdown table, one row for each program and size."""
    lines = [
        "| slides | program | seconds | (least to most) | CPU seconds | ms per slide | peak MB |",
        "|---:|---|---:|---:|---:|---:|---:|",
    ]
    for size, programs in results.items():
        for name, samples in programs.items():
            typical = seconds(samples)
            times = [sample.seconds for sample in samples]
            cpu = median(sample.cpu for sample in samples)
            peak = max(sample.peak for sample in samples)
            lines.append(
                f"| {size} | {name} | {typical:.2f} | {min(times):.2f} to {max(times):.2f} "
                f"| {cpu:.2f} | {1000 * typical / size:.1f} | {peak:.0f} |"
            )
    return "\n".join(lines) + "\n"


def verdicts(results: Results) -> Iterator[str]:
    """Say how deckbuild compares with the plain pair, and how each program grows from the second largest deck."""
    for size, programs in results.items():
        if programs.keys() >= set(PAIR):
            pair = sum(seconds(programs[name]) for name in PAIR)
            yield f"{size} slides: {' + '.join(PAIR)} take {pair:.2f} s together"
            if "deckbuild" in programs:
                ratio = seconds(programs["deckbuild"]) / pair
                yield f"{size} slides: deckbuild takes {ratio:.2f} times as long as the pair"
    if len(results) < 2:
        return
    small, large = sorted(results)[-2:]
    for name in results[large]:
        if name in results[small]:
            growth = (seconds(results[large][name]) / large) / (seconds(results[small][name]) / small)
            yield f"{name}: a slide of {large} costs {growth:.2f} times a slide of {small}"
