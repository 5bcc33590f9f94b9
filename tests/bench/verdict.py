# SPDX-License-Identifier: MIT
"""What must hold, each as a bound on one figure; what was not measured is left out."""
from collections import namedtuple

from parts import COPY, COPY_SYNC, CSV, FULL, HUGO, SAME
from report import growth, middle, ratio

Bound = namedtuple("Bound", "says figure most unit")
MEMORY, DISK = "memory", "disk"


def speed_bounds(rounds):
    full, hugo = (MEMORY, FULL), (MEMORY, HUGO)
    if hugo in rounds[0]:
        yield Bound("full build: wall ÷ Hugo's, at most 1/18", ratio(rounds, full, hugo, "wall"), 1 / 18, "")
        yield Bound("full build: CPU ÷ Hugo's, at most 1/15", ratio(rounds, full, hugo, "cpu"), 1 / 15, "")
        yield Bound("full build: peak memory ÷ Hugo's, at most 1/10", ratio(rounds, full, hugo, "peak"), 1 / 10, "")
    yield Bound("full build in memory ÷ cp -r in memory", ratio(rounds, full, (MEMORY, COPY), "wall"), 4, "")
    yield Bound("full build on disk ÷ cp -r on disk", ratio(rounds, (DISK, FULL), (DISK, COPY), "wall"), 1.3, "")
    yield Bound("the same ÷ cp -r with sync", ratio(rounds, (DISK, FULL), (DISK, COPY_SYNC), "wall"), 1.3, "")
    yield Bound("nothing changed ÷ full build in memory", ratio(rounds, (MEMORY, SAME), full, "wall"), .6, "")
    yield Bound("nothing changed: files written", max(middle(rounds, (at, SAME), "files") for at in (MEMORY, DISK)), 0, "")
    yield Bound("full build from one CSV ÷ from YAML files", ratio(rounds, (MEMORY, CSV), full, "wall"), 1, "")


def row_bounds(builds):
    yield Bound(f"{len(builds)} builds in a row on disk: the slowest ÷ the first", max(one.wall for one in builds) / builds[0].wall, 1.5, "")


def scale_bounds(rounds):
    if not {1, 10} <= set(rounds[0]):
        return
    yield Bound("ten times the country: wall ÷ once", growth(rounds, 10, "wall"), 10.5, "")
    yield Bound("ten times the country: peak memory ÷ once", growth(rounds, 10, "peak"), 10.5, "")
    yield Bound("ten times the country: peak memory", max(one[10][0].peak for one in rounds), 2048, " MB")


def count_bounds(counts):
    yield Bound("twice the country: instructions ÷ once", counts[2] / counts[1], 2.1, "")


def table(bounds):
    yield "| what must hold | measured | at most | |"
    yield "|---|---:|---:|---|"
    for bound in bounds:
        yield (f"| {bound.says} | {bound.figure:.4g}{bound.unit} | {bound.most:.4g}{bound.unit}"
               f" | {'pass' if bound.figure <= bound.most else '**fail**'} |")
