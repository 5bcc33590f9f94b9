# SPDX-License-Identifier: MIT
"""The tables, and what the figures are worth: machine, versions, what was left out."""
import datetime, os, statistics, subprocess

import fair, parts, places

WHAT = ("wall", "cpu", "peak")


# ---- of many rounds ----

def middle(rounds, key, what):
    return statistics.median(getattr(one[key], what) for one in rounds)


def ratio(rounds, key, to, what):
    """Median of the ratios within each round: what slows a whole round down falls out of it."""
    return statistics.median(getattr(one[key], what) / max(getattr(one[to], what), .001) for one in rounds)


# ---- speed ----

def speed_line(rounds, key, base):
    figures = [f"{middle(rounds, key, 'wall'):.2f}", f"{middle(rounds, key, 'cpu'):.2f}", f"{middle(rounds, key, 'peak'):.0f}"]
    ratios = [f"{ratio(rounds, key, base, what):.2f}" for what in WHAT]
    wrote = [f"{middle(rounds, key, 'files'):,.0f}", f"{middle(rounds, key, 'bytes') / 1e6:,.1f}"]
    runs = " ".join(f"{one[key].wall:.2f}" for one in rounds)
    return f"| {', '.join(key[::-1])} | {' | '.join(figures + ratios + wrote)} | {runs} |"


def speed_table(rounds):
    yield "| | wall s | CPU s | peak MB | wall ÷ full | CPU ÷ full | memory ÷ full | files written | MB written | wall, all runs |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|---|"
    for key in rounds[0]:
        yield speed_line(rounds, key, (key[0], parts.FULL))


# ---- in a row ----

def row_table(builds):
    """What deletes thousands of files before it writes as many is slowed down tenfold by ext4, for minutes."""
    yield "| build | wall s | ÷ the first | CPU s | files written |"
    yield "|---|---:|---:|---:|---:|"
    for number, one in enumerate(builds, 1):
        yield f"| {number} | {one.wall:.2f} | {one.wall / builds[0].wall:.2f} | {one.cpu:.2f} | {one.files:,} |"


# ---- scale ----

def scale_line(rounds, times):
    figures = [one[times][0] for one in rounds]
    pages = rounds[0][times][1]
    wall, cpu, peak = (statistics.median(getattr(each, what) for each in figures) for what in WHAT)
    grown = [growth(rounds, times, what) for what in WHAT]
    flat = [each * rounds[0][1][1] / pages if 1 in rounds[0] else 0 for each in grown]
    return (f"| {times} × | {pages:,} | {figures[0].files:,} | {figures[0].bytes / 1e6:,.0f} | {wall:.2f} | {cpu:.2f} | {peak:.0f}"
            f" | {wall / pages * 1e6:.1f} | {cpu / pages * 1e6:.1f} | {peak / pages * 1e3:.2f}"
            f" | {' | '.join(f'{each:.2f}' for each in flat)} | {' | '.join(f'{each:.2f}' for each in grown)} |")


def growth(rounds, times, what):
    """By how much it grew from the country itself; 0 when that was not measured."""
    if 1 not in rounds[0]:
        return 0
    return statistics.median(getattr(one[times][0], what) / getattr(one[1][0], what) for one in rounds)


def scale_table(rounds):
    yield ("| country | HTML pages | files | MB | wall s | CPU s | peak MB | wall µs a page | CPU µs a page | memory KB a page"
           " | wall a page ÷ 1 × | CPU a page ÷ 1 × | memory a page ÷ 1 × | wall ÷ 1 × | CPU ÷ 1 × | memory ÷ 1 × |")
    yield "|---|" + "---:|" * 15
    for times in rounds[0]:
        yield scale_line(rounds, times)


# ---- instructions ----

def count_table(counts):
    yield "| country | instructions, -j 1 | ÷ 1 × |"
    yield "|---|---:|---:|"
    for times, count in counts.items():
        yield f"| {times} × | {count:,} | {count / counts[1]:.3f} |"


# ---- the machine ----

def first_line(*command):
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    except FileNotFoundError:
        return f"no {command[0]}"
    return done.stdout.split("\n")[0].strip()


def processor():
    return next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")


def system():
    return next(line.split("=")[1].strip().strip('"') for line in open("/etc/os-release") if line.startswith("PRETTY_NAME"))


def machine():
    memory = int(open("/proc/meminfo").readline().split()[1]) / 2**20
    return f"{os.cpu_count()} × {processor()}, {memory:.0f} GB; {system()}, Linux {os.uname().release}"


def header(options, load, memory, disk):
    yield from ("# attalak, Hugo and cp on the whole country", "",
                "Written by `make bench`. Medians of the runs and of the ratios within each round; in a round all run in turn, each",
                "after a `sync` of all disks, so that the writeback of one does not fall on the next. “full” writes into nothing.",
                "Before the first round one build and one `cp` in memory, not measured, warm the machine.", "")
    yield f"- {datetime.date.today()}; {machine()}; load before {load:.1f}"
    yield (f"- {first_line(options.program, '--version')} (-j {parts.THREADS}); {first_line('hugo', 'version')};"
           f" {first_line('cp', '--version')}; {first_line('valgrind', '--version')}")
    yield f"- {options.rounds} rounds; memory: {places.file_system(memory.top)}; disk: {places.file_system(disk.top)}"
    yield f"- {options.memory_kept}"
    yield ""


# ---- what is compared ----

LEFT_OUT = """\
The same on both sides: every page of the country in Thai and English with the same parts, head, JSON-LD, links and tables, the
officers' pages with every finding among them; the identities of each province and of all as JSON and CSV; GeoJSON; what the
pages “near me”, search and trip ask for (data/near, data/search, data/trip); a feed and a sitemap for each language; robots.txt;
assets. The run itself compares pages of each kind: their number within 1 %, their bytes within 15 %.
Left to attalak alone, which favours Hugo: reading and judging DLA's register and CSV sheets and checking every entry (Hugo is
given front matter and data with the nearest entries, neighbours, hashtags, prose of hours and dates, titles, counts, sort order
and the sentences of all findings worked out beforehand); drawing cloth and QR codes, placing the tile map and the cells of
data/near, judging which facilities an entry has, weighing provinces and folding the texts of data/search (hugo_given.py takes all
of that from attalak's own output into front matter and data; Hugo only puts it out); who has reported, the pages of progress
(but for the tables of clusters, which Hugo is given) and the frames of provinces; content-hashed assets, `reports.csv`,
`coverage.csv`, `progress.csv`, `figures.csv`, `rounds.csv`, `counters.json`, `datapackage.json`, `manifest.webmanifest`, `sw.js`,
`security.txt`, `manifest.txt` with the SHA-256 of every file, and a swap of whole trees with everything synced before it.
Hugo runs with its defaults: no minify, no git information, output straight to the disk in memory. `cp -r` to the disk leaves its
bytes to be written back later; attalak's are on the disk when it ends, as those of “cp -r, and sync” are."""


def fairness(ours, hugo):
    yield from fair.table(ours, hugo)
    yield ""
    differing = list(fair.differing(ours, hugo))
    if differing:
        yield f"**That is not the same work, mend tests/bench/hugo:** {'; '.join(differing)}."
        yield ""
    yield LEFT_OUT
