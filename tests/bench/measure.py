# SPDX-License-Identifier: MIT
"""One command measured from outside: time, processor, peak memory, and what it wrote."""
import os, subprocess, sys, tempfile, time
from collections import namedtuple

Figures = namedtuple("Figures", "wall cpu peak files bytes")  # s, s, MB, files written, bytes in them
TICK = .05  # s; longer than the clock of any file system is coarse


def quiet():
    """Nothing that came before is still on its way to the disk: its writeback would fall on what comes next."""
    os.sync()
    time.sleep(TICK)


def spawn(command, report):
    """Wall, CPU and exit code. The peak is left to time(1): a child of Python inherits Python's."""
    with tempfile.TemporaryFile("w+") as said:
        start = time.monotonic()
        child = subprocess.Popen(["/usr/bin/time", "-q", "-f", "%M", "-o", report, *command], stdout=said, stderr=said)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        return wall, usage.ru_utime + usage.ru_stime, child.returncode, said.read()


def written_since(tree, start):
    """Files and bytes of a tree that were written since: what is unchanged keeps its time."""
    files = size = 0
    for folder, _, names in os.walk(tree):
        for name in names:
            stat = os.lstat(os.path.join(folder, name))
            if stat.st_mtime >= start:
                files, size = files + 1, size + stat.st_size
    return files, size


def measured(command, tree=None):
    """Runs it on a quiet disk; `tree` is where it writes. Returns Figures and what was said."""
    quiet()
    start = time.time() - TICK / 2
    with tempfile.NamedTemporaryFile("r", suffix=".time") as report:
        wall, cpu, code, said = spawn(command, report.name)
        peak = report.read()
    if code not in (0, 1):  # 1 is a build that holds entries back
        last = "\n".join(said.splitlines()[-15:])
        sys.exit(f"{' '.join(command)}\n{last}\nexit code {code}")
    return Figures(wall, cpu, int(peak.split()[-1]) / 1024, *(written_since(tree, start) if tree else (0, 0))), said
