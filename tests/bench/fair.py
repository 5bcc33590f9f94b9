# SPDX-License-Identifier: MIT
"""Whether Hugo does the same work: pages of each kind, in number and in bytes. The bench means nothing when it does not."""
import os, re

ALONE = "progress"  # pages that attalak makes alone
NUMBER, BYTES = .01, .15  # by how much they may differ
KINDS = [(name, re.compile(f"^(th|en)/{pattern}index.html$")) for name, pattern in (
    ("entry", r"[a-z-]+/\d{6}/"), (ALONE, r"progress/([a-z-]+/)?"), ("check of a province", r"check/(?!rules/)[a-z-]+/"), ("check and rules", r"check/(rules/)?"),
    ("near, trip, search, offline", "(near|trip|search|offline)/"),
    ("tag", r"tag/\w+/"), ("region, cluster", r"regions/(\d+/)?"), ("text", r"pages/\w+/"),
    ("category, access of the country", r"(food|historic|arts|product|access)/"),
    ("category of a province", r"[a-z-]+/(food|historic|arts|product)/"), ("access of a province", r"[a-z-]+/access/"),
    ("district", r"[a-z-]+/[a-z0-9-]+/"), ("province", r"[a-z-]+/"), ("home", ""))]


def kind_of(path):
    return next((name for name, pattern in KINDS if pattern.match(path)), "other HTML" if path.endswith(".html") else "data, assets")


def sizes(site):
    """Kind → (files, bytes)."""
    of = {}
    for folder, _, names in os.walk(site):
        for name in names:
            path = os.path.join(folder, name)
            kind = kind_of(os.path.relpath(path, site))
            files, size = of.get(kind, (0, 0))
            of[kind] = files + 1, size + os.path.getsize(path)
    return of


def is_page(kind):
    return kind not in (ALONE, "data, assets", "other HTML")


def differing(ours, hugo):
    """Kinds of pages whose number or whose bytes differ too much, in words."""
    for kind in filter(is_page, ours):
        files, size = hugo.get(kind, (0, 0))
        if abs(files / ours[kind][0] - 1) > NUMBER:
            yield f"{kind}: {files} pages, not {ours[kind][0]}"
        elif abs(size / ours[kind][1] - 1) > BYTES:
            yield f"{kind}: {size / ours[kind][1]:.2f} × our bytes"


def table(ours, hugo):
    lines = ["| kind | pages | Hugo's | KB a page | Hugo's | ratio of bytes |", "|---|---:|---:|---:|---:|---:|"]
    for kind in sorted(ours, key=lambda kind: -ours[kind][1]):
        (files, size), (their_files, their_size) = ours[kind], hugo.get(kind, (0, 0))
        lines.append(f"| {kind} | {files:,} | {their_files:,} | {size / files / 1e3:.1f} |"
                     f" {their_size / max(their_files, 1) / 1e3:.1f} | {their_size / size:.3f} |")
    return lines
