#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts anew what attalak says of progress, from nothing but a content/ that seed_progress.py made.

    recount.py CONTENT        one fact a line: FILE LEVEL CODE … COLUMN VALUE

It shares no line with the program. What is held back and what is warned of it knows by what was planted: a field
that does not exist, a check of access after the last update, a second row where a time stamp is missing, an LAO in no
district.
"""
import csv, glob, os, re, sys
from collections import Counter, defaultdict
from datetime import date

CONTENT = sys.argv[1]
FIELDS = ("food", "historic", "arts", "product")
IN_ROUND = ("missing", "undated", "late", "on_time")  # the better one counts
STATES = ("published", "late", "warned", "held", "none")


def read(path):
    with open(f"{CONTENT}/{path}", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def text(path):
    with open(f"{CONTENT}/{path}", encoding="utf-8") as file:
        return file.read()


def rounds():
    for id, year, rest in re.findall(r'\{id: "([^"]+)", due: (\d{4})-(\d\d-\d\d)\}', text("site.yaml")):
        yield id, date.fromisoformat(f"{int(year) - 543}-{rest}")


ROUNDS = dict(rounds())
STARTERS = {part.split("\n")[0].strip() for part in text("vocabulary/access.yaml").split("- key: ")[1:]
            if re.search(r"^    starter: yes", part, re.M)}


DISTRICTS = {row["code"] for row in read("registry/districts.csv")}


# ---- what each LAO sent ----

def rows_sent():
    sent = defaultdict(list)
    for number in (1, 2, 3):
        for row in read(f"sheets/identities-{number}.csv"):
            day = date.fromisoformat(row["stamp"][:10]) if row["stamp"] else None
            sent[row["lao"][-6:]].append((f"2568-{number}" if number < 3 else None, day, row))
    return sent


def by_hand():
    return {os.path.basename(path)[:-5]: text(os.path.relpath(path, CONTENT))
            for path in glob.glob(f"{CONTENT}/identities/*/*.yaml")}


def that_counts(rows):
    """The newest; where a stamp is missing, the later one."""
    best = None
    for row in rows:
        if best is None or not row[2]["stamp"] or not best[2]["stamp"] or row[2]["stamp"] > best[2]["stamp"]:
            best = row
    return best[2] if best else None


def in_rounds(rows, hand):
    found = {id: "missing" for id in ROUNDS}

    def better(id, state):
        found[id] = max(found[id], state, key=IN_ROUND.index)

    if hand and not rows:
        return {id: "undated" for id in ROUNDS}
    for id, day, _ in rows:
        if id is None and day is None:
            for each in ROUNDS:
                better(each, "undated")
            continue
        id = id or next((r for r, due in ROUNDS.items() if day <= due), list(ROUNDS)[-1])
        better(id, "undated" if day is None else "on_time" if day <= ROUNDS[id] else "late")
    return found


def district_of(lao):
    """A register that does not say it leaves it to the code."""
    district = lao["district"] or lao["code"][-6:-2]
    return district if district in DISTRICTS else None


def is_warned(lao, rows, row):
    return (row and row["access.checked"] > row["updated"] or len(rows) > 1 and any(not r[1] for r in rows)
            or not district_of(lao) and lao["type"] != "bangkok")


def state_of(lao, rows, hand, row, found):
    if not rows and not hand:
        return "none"
    if row and row["category"] not in FIELDS:
        return "held"
    if is_warned(lao, rows, row):
        return "warned"
    came = set(found.values()) - {"missing"}
    return "late" if came == {"late"} else "published"


def count_entry(facts, row, hand):
    facts[f"field_{row['category'] if row else re.search('category: (.*)', hand)[1]}"] += 1
    facts["in_th"] += 1
    if row:
        said = [name[len("access.features."):] for name, value in row.items() if name.startswith("access.features.") and value]
        facts["in_en"] += bool(row["name.en"] and row["summary.en"])
        facts["access"] += bool(said or row["access.checked"])
        facts["starter"] += len(STARTERS.intersection(said))
    facts["photos"] += "photos:" in (hand or "")


# ---- sums ----

def places_of(lao, provinces):
    key = lao["code"][-6:]
    province = provinces[key[:2]]
    yield "country", "TH"
    yield "region", re.sub(r"[^a-z0-9]+", "-", province["region_en"].lower())
    if province["cluster"]:
        yield "cluster", province["cluster"]
    yield "province", key[:2]
    district = district_of(lao)
    yield ("district", district) if district else ("apart", key[:2])


def main():
    provinces = {row["code"]: row for row in read("registry/provinces.csv")}
    figures = {row["lao"] for row in read("reports/all.csv") if row["visitors"] or row["income"]}
    sent, hands = rows_sent(), by_hand()
    sums = defaultdict(Counter)
    for lao in read("registry/laos.csv"):
        key = lao["code"][-6:]
        rows, hand = sent.get(key, []), hands.get(key)
        row = that_counts(rows)
        found = in_rounds(rows, hand)
        state = state_of(lao, rows, hand, row, found)
        published = state in STATES[:3]
        print("coverage", key, "state", state)
        facts = Counter({"laos": 1, "published": int(published), f"state_{state}": 1, "figures": int(key in figures)})
        facts["starter_of"] = published * len(STARTERS)
        lacking = not published or "missing" in found.values()
        facts[f"lacking_{state}"] += lacking
        for id, how in found.items():
            print("coverage", key, f"round.{id}", how)
            facts[f"{id} {how}"] += 1
        if published:
            count_entry(facts, row, hand)
        for place in places_of(lao, provinces):
            sums[place].update(facts)
    names = ["laos", "published", *(f"state_{s}" for s in STATES), *(f"field_{f}" for f in FIELDS), "in_th", "in_en",
             "access", "starter", "starter_of", "photos", "figures"]
    for (level, code), facts in sums.items():
        for name in names:
            print("progress", level, code, name, facts[name])
        for id in ROUNDS:
            for how in IN_ROUND:
                print("rounds", level, code, id, how, facts[f"{id} {how}"])
        for state in STATES:
            print("lacking", level, code, state, facts[f"lacking_{state}"])


main()
