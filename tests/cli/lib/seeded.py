#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A country of which a part has reported, by a seed; and what must be counted there, by another program.

    seeded.py make PROJECT KEEP         of a project of tests/bench/nation --csv: KEEP % of the LAOs have sent,
                                        half of them late; a few what cannot be published
    seeded.py count PROJECT CHECK.json  a row for each place, as `attalak snapshot` counts
    seeded.py round PROJECT CHECK.json  "code lacks" of each LAO to be reminded, then "= place on_time late missing"

What is sent and when is a function of the LAO's code. Which entries have warnings is taken from the check's report.
"""
import csv, hashlib, json, os, shutil, sys
from collections import Counter, defaultdict

ROUND, ON_TIME, LATE = "2568-1", "29/5/2568 23:59:59", "31/5/2568 0:00:00"
STATES = ("published", "late", "warned", "held", "none")


def number(what, key):
    return int(hashlib.md5(f"{what} {key}".encode()).hexdigest(), 16) % 100


def is_broken(key):
    return number("broken", key) < 7


def is_late(key):
    return number("late", key) < 50


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def make(project, keep):
    content = f"{project}/content"
    sheet, whole = f"{content}/sheets/identities.csv", f"{project}/whole.csv"
    if not os.path.exists(whole):
        shutil.copy(sheet, whole)
        with open(f"{content}/tables.yaml", "a", encoding="utf-8") as file:
            file.write(f'  round: "{ROUND}"\n  timestamp: {{column: sent, format: "D/M/Y H:m:s"}}\n')
    rows = read(whole)
    with open(sheet, "w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, [*rows[0], "sent"])
        out.writeheader()
        for row in rows:
            key = row["lao"][-6:]
            if number("sent", key) >= keep:
                continue
            row["sent"] = LATE if is_late(key) else ON_TIME
            if is_broken(key):
                row["category"] = "nothing"
            out.writerow(row)


def sent_keys(project):
    return {row["lao"][-6:] for row in read(f"{project}/content/sheets/identities.csv")}


def warned_keys(report):
    with open(report, encoding="utf-8") as file:
        return {f["lao"]["key"] for f in json.load(file)["findings"] if f["lao"] and f["severity"] == "warning"}


def state_of(key, sent, warned):
    if key not in sent:
        return "none"
    return "held" if is_broken(key) else "warned" if key in warned else "late" if is_late(key) else "published"


def laos(project):
    """(key, province, part): the part is its district, or what lies in none."""
    for row in read(f"{project}/content/registry/laos.csv"):
        key = row["code"][-6:]
        yield key, key[:2], row["district"] or key[:2] + "00"


def count(project, report):
    sent, warned, sums = sent_keys(project), warned_keys(report), defaultdict(Counter)
    fields = {row["lao"][-6:]: row["category"] for row in read(f"{project}/content/sheets/identities.csv")}
    for row in read(f"{project}/content/registry/provinces.csv") + read(f"{project}/content/registry/districts.csv"):
        sums[row["code"]]["laos"] = 0
    for key, *places in laos(project):
        state = state_of(key, sent, warned)
        for place in places:
            sums[place]["laos"] += 1
            sums[place][state] += 1
            if state not in ("none", "held"):
                sums[place]["all"] += 1
                sums[place][fields[key]] += 1
    for place, of in sums.items():
        print(place, of["laos"], of["all"], *(of[state] for state in STATES),
              *(of[field] for field in ("food", "historic", "arts", "product")), sep=",")


def round_(project, report):
    sent, warned, sums = sent_keys(project), warned_keys(report), defaultdict(Counter)
    for key, *places in laos(project):
        state = state_of(key, sent, warned)
        if state in ("none", "held"):
            print(key, state)
        for place in places:
            sums[place]["missing" if key not in sent else "late" if is_late(key) else "on_time"] += 1
    for place, of in sums.items():
        print("=", place, of["on_time"], of["late"], of["missing"])


command, project, value = sys.argv[1:]
{"make": lambda: make(project, int(value)), "count": lambda: count(project, value),
 "round": lambda: round_(project, value)}[command]()
