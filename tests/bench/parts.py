# SPDX-License-Identifier: MIT
"""What is measured: builds of every kind in turn (speed), one after another into the same site (row), at several
sizes (scale), by instructions (count)."""
import os, re, subprocess, sys

import places
from measure import measured

THREADS = 2
FULL, HUGO, COPY, SAME, ENTRY, WORD, CSV, CHECK = (
    "full", "Hugo, full", "cp -r of the output", "nothing changed", "one entry changed", "a word of every page changed",
    "full, identities in one CSV", "check")
COPY_SYNC = "cp -r, and sync"
ADDRESSES = ("https://one.example.go.th/identity/", "https://the-other.example.go.th/")


def said_nothing_changed(said):
    if "nothing changed" not in said:
        sys.exit(f"a build of the same content wrote files:\n{said}")


class Bench:
    """A program and the projects it builds."""

    def __init__(self, program, project, csv=None, hugo=None):
        self.program, self.project, self.csv, self.hugo = program, project, csv, hugo

    def build(self, project, out, *options):
        return [self.program, "build", project, "-o", out, "-j", str(THREADS), *options]

    def rebuilds(self, out):
        """Builds over a tree that is there: (name, Figures)."""
        figures, said = measured(self.build(self.project, out), out)
        said_nothing_changed(said)
        yield SAME, figures
        for name, edit in ((ENTRY, places.edit_entry), (WORD, places.edit_template)):
            with edit(self.project):
                yield name, measured(self.build(self.project, out), out)[0]

    def others(self, memory):
        """What ours is compared with, in memory."""
        if self.hugo:
            out = memory.fresh("hugo")
            yield HUGO, measured(["hugo", "--quiet", "--noBuildLock", "--source", self.hugo, "--destination", out], out)[0]
        out = memory.fresh("csv")
        yield CSV, measured(self.build(self.csv, out), out)[0]
        memory.clear("csv")

    def warm_up(self, memory):
        """One build and one copy that nobody measures."""
        out, copy = memory.fresh("ours"), memory.fresh("copy")
        measured(self.build(self.project, out), out)
        measured(["cp", "-r", out, copy], copy)
        memory.clear("copy")

    def in_memory(self, memory):
        out, copy = memory.fresh("ours"), memory.fresh("copy")
        yield FULL, measured(self.build(self.project, out), out)[0]
        yield from self.others(memory)
        yield COPY, measured(["cp", "-r", out, copy], copy)[0]
        memory.clear("copy")
        yield from self.rebuilds(out)
        yield CHECK, measured([self.program, "check", self.project])[0]

    def on_disk(self, disk, source):
        out, copy, synced = disk.fresh("ours"), disk.fresh("copy"), disk.fresh("synced")
        yield FULL, measured(self.build(self.project, out), out)[0]
        yield COPY, measured(["cp", "-r", source, copy], copy)[0]
        yield COPY_SYNC, measured(["sh", "-c", 'cp -r "$1" "$2" && sync -f "$2"', "sh", source, synced], synced)[0]
        yield from self.rebuilds(out)

    def round(self, memory, disk):
        """(where, what) → Figures, all measured one after another."""
        figures = {(memory.name, name): one for name, one in self.in_memory(memory)}
        source = f"{memory.top}/ours"
        return figures | {(disk.name, name): one for name, one in self.on_disk(disk, source)}


# ---- builds in a row ----

def in_a_row(program, project, disk, builds):
    """Figures of each: every page changes each time, for it says where it will be published."""
    out = disk.fresh("row")
    return [measured([program, "build", project, "-o", out, "-j", str(THREADS), "--base-url", ADDRESSES[number % 2]], out)[0]
            for number in range(builds)]


# ---- the country several times over ----

def pages_of(tree):
    return sum(name.endswith(".html") for _, _, names in os.walk(tree) for name in names)


def one_size(program, project, memory):
    places.warm(f"{project}/content")
    out = memory.fresh("scale")
    figures, _ = measured([program, "build", project, "-o", out, "-j", str(THREADS), "--allow-large"], out)
    pages = pages_of(out)
    memory.clear("scale")
    return figures, pages


def scale_round(program, projects, memory):
    """times → (Figures, pages)."""
    return {times: one_size(program, project, memory) for times, project in projects.items()}


# ---- instructions ----

def instructions(program, project, memory):
    """Of a full build on one thread, as callgrind counts them."""
    out = memory.fresh("counted")
    done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, "build", project,
                           "-o", out, "-j", "1", "--allow-large", "--quiet"],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    memory.clear("counted")
    found = re.search(r"Collected : (\d+)", done.stdout)
    if done.returncode not in (0, 1) or not found:
        sys.exit(f"callgrind: exit code {done.returncode}\n{done.stdout[-2000:]}")
    return int(found[1])
