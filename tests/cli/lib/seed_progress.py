#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes of a project by tests/bench/nation --csv one in which LAOs send in every way there is.

    seed_progress.py DIR SEED PROVINCES

Of the register only the first so many provinces stay (0: all). From the seed, each LAO sends nothing (four of ten),
or in one of WAYS; some rows have an error (a field of the directory that does not exist), some are checked after
they were updated, which is a warning. Nothing here counts: recount_progress.py does, from what was written.
"""
import csv, os, random, shutil, sys

PICTURE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../bad/dot.png")
DUE = ("2025-05-30", "2025-06-11")
EARLY, LATE, LATER, VERY_LATE = "2025-05-12", "2025-06-02", "2025-06-11", "2025-07-01"
# Which sheets get a row, and its day ("": no time stamp). 1, 2: of a round; 3: of a table that names none.
WAYS = [
    [(1, EARLY)], [(1, EARLY)], [(1, DUE[0])], [(1, LATE)], [(1, "")], [(2, LATE)], [(2, LATER)], [(2, VERY_LATE)], [(2, "")],
    [(1, EARLY), (2, LATE)], [(1, LATE), (2, VERY_LATE)], [(1, EARLY), (1, LATE)], [(1, LATE), (1, EARLY)], [(1, EARLY), (2, "")],
    [(3, EARLY)], [(3, LATE)], [(3, VERY_LATE)], [(3, "")], [(3, LATE), (1, EARLY)],
    ["hand"], ["hand", (1, LATE)], ["upgraded"],
]


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path, header, rows):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, header, lineterminator="\n", restval="")
        out.writeheader()
        out.writerows(rows)


# ---- the register, with its edge cases ----

def register(content, provinces):
    laos = read(f"{content}/registry/laos.csv")
    kept = {"10", "20", *sorted({row["code"][-6:-4] for row in laos})[1:provinces or None]}
    laos = [row for row in laos if row["code"][-6:-4] in kept]
    lonely = min(row["district"] for row in laos if row["type"] == "pao")
    # One district has no LAO but the PAO; other PAOs lie in none, by their code too.
    laos = [row for row in laos if row["district"] != lonely or row["type"] == "pao"]
    for row in laos:
        if row["type"] == "pao" and int(row["code"]) % 2 and row["district"] != lonely:
            row["code"], row["district"] = f"{row['code'][:3]}99{row['code'][-2:]}", ""
    taken = {row["code"][-6:] for row in laos}
    number = next(n for n in range(1, 100) if f"2004{n:02}" not in taken)
    laos.append({"code": f"32004{number:02}", "type": "pattaya", "name_th": "พัทยา", "name_en": "Pattaya", "district": "2004"})
    merged = laos.pop(next(at for at, row in enumerate(laos) if row["type"] == "sao"))
    return laos, merged


# ---- what was sent ----

class Sheets:
    def __init__(self, rng, rows):
        self.rng, self.rows, self.sheets, self.hands = rng, {row["lao"]: row for row in rows}, {1: [], 2: [], 3: []}, []

    def row(self, code, sheet, day, **cells):
        clock = f"{self.rng.randrange(24):02}:{self.rng.randrange(60):02}:{self.rng.randrange(60):02}"
        stamp = f"{day} {clock}" if day else ""
        row = {**self.made(code[-6:]), "lao": code, "stamp": stamp, **cells}
        if sheet != 1:  # so that nothing reads as if it had been copied
            row["name.th"] += " ใหม่"
        self.sheets[sheet].append(row)

    def made(self, key):
        """The row that nation made, or one of its own for an LAO that is new."""
        known = self.rows.get(key)
        return dict(known) if known else {"category": "food", "name.th": f"แกงใหม่ {key}", "name.en": f"New curry {key}",
                                          "summary.th": "แกงของที่นี่", "summary.en": "A curry.", "updated": "2568-05-10"}

    def send(self, lao):
        code = lao["code"]
        way = self.rng.choice(WAYS)
        flaw = self.rng.choices([{}, {"category": "nonsense"}, {"access.checked": "2568-12-12", "updated": "2568-05-10"}],
                                [84, 8, 8])[0]
        if self.rng.random() < .1:
            flaw = {**flaw, "summary.en": ""}
        if way == ["upgraded"]:
            # The last six digits stay; the first one was another when the first round ran.
            self.row({"5": "6", "6": "5"}.get(code[0], code[0]) + code[1:], 1, EARLY, **flaw)
            self.row(code, 2, LATE, **flaw)
            return
        flawed = self.rng.choice([(0, 1), (0,), (1,)])  # of two rows, both or one
        for at, part in enumerate(way):
            if part == "hand":
                self.hands.append((code[-6:], len(way) == 1))
            else:
                self.row(code, *part, **(flaw if at in flawed or len(way) == 1 else {}))


def hand(content, key, alone, row):
    """A YAML file: all of an identity, with a photo; or a part, over the row of a sheet."""
    lines = [f"lao: {key}", "facilities: [parking, toilet]"]
    if alone:
        lines += [f"category: {row['category']}", f"name: {{th: \"{row['name.th']}\"}}",
                  f"summary: {{th: \"{row['summary.th']}\"}}", "photos: [{file: a.jpg, alt: {th: ภาพ}, credit: อปท.}]"]
        os.makedirs(f"{content}/media/{key}")
        shutil.copy(PICTURE, f"{content}/media/{key}/a.jpg")
    os.makedirs(f"{content}/identities/{key[:2]}", exist_ok=True)
    with open(f"{content}/identities/{key[:2]}/{key}.yaml", "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def reports(rng, laos):
    for lao in laos:
        if rng.random() < .2:
            visitors = rng.choice(["", "0", str(rng.randrange(9, 9999))])
            yield {"lao": lao["code"][-6:], "month": "2025-03", "visitors": visitors, "note": "" if visitors else "ไม่ได้นับ"}


TABLE = '''- files: sheets/identities-{}.csv
  kind: identity
  timestamp: {{column: stamp, format: YYYY-MM-DD H:m:s}}
{}'''


def main(content, seed, provinces):
    rng = random.Random(seed)
    made = read(f"{content}/sheets/identities.csv")
    os.remove(f"{content}/sheets/identities.csv")
    header = ["stamp", *made[0]]
    laos, merged = register(content, provinces)
    sheets = Sheets(rng, made)
    for lao in laos:
        if rng.random() >= .4 or lao["type"] in ("pattaya", "bangkok"):
            sheets.send(lao)
    sheets.row(merged["code"], 1, EARLY)
    for number, rows in sheets.sheets.items():
        write(f"{content}/sheets/identities-{number}.csv", header, rows)
    for key, alone in sheets.hands:
        hand(content, key, alone, sheets.made(key))
    write(f"{content}/registry/laos.csv", list(laos[0]), laos)
    write(f"{content}/reports/all.csv", ["lao", "month", "visitors", "income", "note"], reports(rng, laos))
    with open(f"{content}/tables.yaml", "w", encoding="utf-8") as file:
        file.write("".join(TABLE.format(n, f'  round: "2568-{n}"\n' if n < 3 else "") for n in (1, 2, 3)))


main(f"{sys.argv[1]}/content", int(sys.argv[2]), int(sys.argv[3]))
