# SPDX-License-Identifier: MIT
"""A virtual machine's host. Linux tells it which memory lies free (free page reporting, virtio-balloon), the host
takes it back within seconds, and the next to touch it waits for a page fault of the host's. Each output is cleared
before the next is written, so a command pays for what the one before it freed: ten times the country, 8 GB, took
16 to 20 s so and 12.3 s when nothing was reported, once the country 1.3 s either way."""
import contextlib, os

ORDER = "/sys/module/page_reporting/parameters/page_reporting_order"  # the least block told, 2^order pages
HIGHEST = range(20, 0, -1)  # a kernel refuses what is over its own highest


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
            yield f"free memory is kept from the host (page_reporting_order {before} → {after}, until the end)"
    finally:
        if after is not None:
            write_order(before)


def forget(tree):
    """Files of a disk that nobody reads again leave the page cache: the next to be written lie where they lay, not in
    memory that this machine never touched."""
    os.sync()  # what is not yet on the disk would stay
    for folder, _, names in os.walk(tree):
        for name in names:
            file = os.open(os.path.join(folder, name), os.O_RDONLY)
            os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(file)
