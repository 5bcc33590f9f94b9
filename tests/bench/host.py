# SPDX-License-Identifier: MIT
"""A virtual machine's host. Linux tells it which memory lies free (free page reporting, virtio-balloon), the host
takes it back within seconds, and the next to touch it waits for a page fault of the host's. Each output is cleared
before the next is written, so a command pays for what the one before it freed: ten times the country, 8 GB, took
16 to 20 s so and 12.3 s when nothing was reported, once the country 1.3 s either way."""
import contextlib, mmap, os, subprocess, sys

ORDER = "/sys/module/page_reporting/parameters/page_reporting_order"  # the least block told, 2^order pages
HIGHEST = range(20, 0, -1)  # a kernel refuses what is over its own highest
SHARE = .9                  # of what is available: all of it would start the reaper of processes
BLOCK = 1 << 20


def write_order(order):
    try:
        with open(ORDER, "w", encoding="ascii") as file:
            file.write(str(order))
        return True
    except OSError:  # not root, no such kernel, or over its highest
        return False


def read_order():
    try:
        with open(ORDER, encoding="ascii") as file:
            return int(file.read())
    except OSError:
        return None


def available():
    return next(int(line.split()[1]) for line in open("/proc/meminfo") if line.startswith("MemAvailable")) * 1024


def touch(size):
    with mmap.mmap(-1, size) as memory:
        for _ in range(size // BLOCK):
            memory.write(b"\1" * BLOCK)


def touch_memory():
    """Once, in a process of its own: from here on a page is the machine's, whoever is given it."""
    subprocess.run([sys.executable, "-B", "-c", f"import host; host.touch({int(available() * SHARE)})"],
                   cwd=os.path.dirname(__file__), check=True)


@contextlib.contextmanager
def memory_kept():
    """What is freed stays here while the block lasts, as far as the kernel lets us. Yields a line for the reader."""
    before = read_order()
    after = next(filter(write_order, HIGHEST), None) if before is not None else None
    try:
        if before is None:
            yield "no host is told of free memory"
        elif after is None:
            yield "the host takes free memory back: what writes much waits for it (as root the bench asks the kernel not to)"
        else:
            touch_memory()
            yield f"free memory is kept from the host (page_reporting_order {before} → {after}, until the end), after all was touched once"
    finally:
        if after is not None:
            write_order(before)
