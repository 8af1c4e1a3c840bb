"""`python tests/fuzz`: try faulty files for a while; exit with 1 when a command did not answer one well."""

from __future__ import annotations

import argparse
import os
import secrets
import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).parents[1])  # `fuzz` and what all tests share are found there

from fuzz.runner import MAKERS, TURNS, fuzz  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(prog="python tests/fuzz", description=__doc__)
    parser.add_argument("--kind", action="append", choices=MAKERS, help="what to try; several times for several")
    parser.add_argument("--seed", type=int, help="the same seed makes the same cases; without it a new one")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop after so many seconds")
    parser.add_argument("--count", type=int, help="stop after so many cases of each kind")
    parser.add_argument("--begin", type=int, default=0, help="the number of the first case")
    parser.add_argument("--into", type=Path, default=Path("fuzz-cases"), help="where cases with faults are kept")
    given = parser.parse_args()
    if given.count is None and given.seconds == float("inf"):
        parser.error("say how long: --seconds or --count")
    os.environ["LC_ALL"] = "C"
    seed = secrets.randbelow(10**6) if given.seed is None else given.seed
    print(f"seed {seed}", flush=True)
    tally = fuzz(
        given.kind or TURNS, seed, count=given.count or sys.maxsize - given.begin, seconds=given.seconds,
        begin=given.begin, into=given.into, tell=lambda text: print(text, flush=True),
    )  # fmt: skip
    for kind, tried in tally.tried.items():
        print(f"{kind}: {tried} tried")
    for fault, times in tally.faults.most_common():
        print(f"{times} x {fault}")
    print(f"{sum(tally.faults.values())} faults")
    return int(bool(tally.faults))


if __name__ == "__main__":
    sys.exit(main())
