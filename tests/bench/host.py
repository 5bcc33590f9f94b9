# SPDX-License-Identifier: MIT
"""A virtual machine's host. Linux tells it which memory lies free (free page reporting, virtio-balloon), the host
takes it back within seconds, and the next to touch it waits for a page fault of the host's. Each output is cleared
before the next is written, so a command pays for what the one before it freed: ten times the country, 8 GB, took
16 to 20 s so and 12.3 s when nothing was reported, once the country 1.3 s either way."""
import contextlib, mmap, os, subprocess, sys

ORDER = "/sys/module/page_reporting/parameters/page_reporting_order"  # the least block told of, 2^order pages
SHARE = .9                  # of what is available: all of it would start the reaper of processes
BLOCK = 1 << 20


def orders():
    """How many sizes of free blocks the kernel keeps: an order as high as that is of none."""
    return len(open("/proc/buddyinfo").readline().split()) - len(("Node", "0,", "zone", "DMA"))


def write_order(order):
    """Whether the kernel took it: not from all of us, and many take no order that is of no block."""
    try:
        with open(ORDER, "w", encoding="ascii") as file:
            file.write(str(order))
    except OSError:
        return False
    return True


def read_order():
    """Of blocks that a host is told of; None when there are none, or no host."""
    try:
        with open(ORDER, encoding="ascii") as file:
            order = int(file.read())
    except OSError:
        return None
    return order if 0 <= order < orders() else None


def available():
    return next(int(line.split()[1]) for line in open("/proc/meminfo") if line.startswith("MemAvailable")) * 1024


def touch(size):
    with open("/proc/self/oom_score_adj", "w", encoding="ascii") as file:
        file.write("1000")  # were it too much, this process is the one to go
    with mmap.mmap(-1, size) as memory:
        for _ in range(size // BLOCK):
            memory.write(b"\1" * BLOCK)


def touch_memory():
    """Once, in a process of its own: from here on a page is the machine's, whoever is given it."""
    done = subprocess.run([sys.executable, "-B", "-c", f"import host; host.touch({int(available() * SHARE)})"],
                          cwd=os.path.dirname(__file__), stderr=subprocess.DEVNULL)
    return done.returncode == 0


@contextlib.contextmanager
def memory_kept():
    """What is freed stays here while the block lasts, when the kernel lets us. Yields a line for the reader."""
    before, none = read_order(), orders()
    try:
        if before is None:
            yield "no host is told of free memory"
        elif not write_order(none):
            yield "the host takes free memory back, and what writes much waits for it: not root, or the kernel does not let us keep it"
        else:
            touched = "after all was touched once" if touch_memory() else "not touched before"
            yield f"free memory is kept from the host until the end (page_reporting_order {before} → {none}), {touched}"
    finally:
        if before is not None:
            write_order(before)
