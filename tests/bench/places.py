# SPDX-License-Identifier: MIT
"""Where things lie: the projects that are built, and the folders in memory and on the disk that outputs go to.

What is on the disk is never deleted before the end: ext4 creates files ten times slower in the minutes
after many were deleted. Projects are written only when what makes them has changed, for the same reason.
"""
import glob, hashlib, os, shutil, subprocess, tempfile

import country

WORK = os.path.join(country.ROOT, ".build/bench")
ENTRY_WORD = ("\nupdated: ", "\ncontact: {website: \"https://example.go.th/\"}\nupdated: ")
TEMPLATE_WORD = ('class="skip"', 'class="skip first"')


# ---- projects ----

def fingerprint(command):
    """Of what makes a project: the command, the benches' own files, the sample that it takes its frame from."""
    digest = hashlib.sha256(repr(command).encode())
    for top in (country.HERE, country.SAMPLE, f"{country.ROOT}/templates", f"{country.ROOT}/assets"):
        for path in sorted(glob.glob(f"{top}/**", recursive=True)):
            if os.path.isfile(path) and not path.endswith("RESULTS.md"):
                digest.update(path.encode() + b"\0")
                with open(path, "rb") as file:
                    digest.update(file.read())
    return digest.hexdigest()


def write_project(name, command):
    """The folder that `command FOLDER …` writes, made anew only when something differs."""
    folder, stamp = f"{WORK}/{name}", f"{WORK}/{name}.stamp"
    command = [f"{country.HERE}/{command[0]}", folder, *command[1:]]
    want = fingerprint(command)
    if not os.path.exists(stamp) or open(stamp, encoding="ascii").read() != want:
        os.makedirs(folder, exist_ok=True)
        subprocess.run(command, check=True)
        with open(stamp, "w", encoding="ascii") as file:
            file.write(want)
    return folder


def own_templates(project):
    """Templates of the project's own, to be edited."""
    templates = f"{project}/templates"
    if os.path.islink(templates):
        os.unlink(templates)
    shutil.copytree(f"{country.ROOT}/templates", templates, dirs_exist_ok=True)


class Edit:
    """One word of a file changed, for as long as the block lasts."""

    def __init__(self, path, words):
        self.path, self.words = path, words

    def __enter__(self):
        with open(self.path, encoding="utf-8") as file:
            self.before = file.read()
        if self.words[0] not in self.before:
            raise SystemExit(f"{self.path} has no {self.words[0]!r} to be edited")
        self.write(self.before.replace(*self.words, 1))

    def __exit__(self, *_):
        self.write(self.before)

    def write(self, text):
        with open(self.path, "w", encoding="utf-8") as file:
            file.write(text)


def edit_entry(project):
    entries = sorted(glob.glob(f"{project}/content/identities/*/*.yaml"))
    return Edit(entries[len(entries) // 2], ENTRY_WORD)


def edit_template(project):
    return Edit(f"{project}/templates/base.html", TEMPLATE_WORD)


def warm(folder):
    """Reads it once, so that no build waits for the disk."""
    for top, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(top, name), "rb") as file:
                file.read()


# ---- outputs ----

class Memory:
    """Outputs in memory; each is cleared before it is written again."""
    name = "memory"

    def __init__(self):
        where = "/dev/shm" if os.access("/dev/shm", os.W_OK) else os.environ.get("TMPDIR", "/tmp")
        self.top = tempfile.mkdtemp(prefix="attalak-bench.", dir=where)

    def fresh(self, name):
        self.clear(name)
        return f"{self.top}/{name}"

    def clear(self, name):
        """A site and what is kept beside it."""
        for path in (f"{self.top}/{name}", *glob.glob(f"{self.top}/.{name}.*")):
            if os.path.isdir(path):
                shutil.rmtree(path)
            elif os.path.exists(path):
                os.unlink(path)

    def remove(self):
        shutil.rmtree(self.top, ignore_errors=True)


class Disk(Memory):
    """Outputs on a disk, each in a folder that never was."""
    name = "disk"

    def __init__(self):
        where = os.environ.get("BENCH_DISK", WORK)
        os.makedirs(where, exist_ok=True)
        self.top, self.count = tempfile.mkdtemp(prefix="disk.", dir=where), 0

    def fresh(self, name):
        self.count += 1
        return f"{self.top}/{name}{self.count}"


def file_system(folder):
    """As the kernel calls it: stat knows ext2, ext3 and ext4 by one number."""
    told = subprocess.run(["df", "--output=fstype", folder], stdout=subprocess.PIPE, text=True, check=True).stdout
    return told.split("\n")[1].strip()
