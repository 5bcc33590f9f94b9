#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts visitors and income again, from content/reports/*.csv alone, and says what site/ has otherwise.

    recount_figures.py PROJECT SITE [--pages N]

Sums, what they cover and comparisons of every place, field and period against data/figures.csv, both ways;
then every number of the section on the pages of progress in both languages (N provinces, or all). Which LAO lies
where, and which field it is of, is taken from the site's own coverage.csv and identities.csv. Where reports say
what the program refuses, the project is not one for this script: it reads months and numbers and nothing else.
"""
import csv, glob, html, re, sys
from collections import defaultdict

KINDS = ("visitors", "income")
SHORT = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]
MONTHS = {"th": ["มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน",
                 "ตุลาคม", "พฤศจิกายน", "ธันวาคม"],
          "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                 "November", "December"]}
problems = []


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


# ---- what was reported ----

def christian(year):
    return year - 543 if year > 2400 else year


def month_of(text):
    """(2024, 10) of 2567-10, 2024-10, ต.ค. 2567 and 10/2567."""
    if match := re.fullmatch(r"(\d{4})-(\d\d?)", text):
        return christian(int(match[1])), int(match[2])
    if match := re.fullmatch(r"(\d\d?)/(\d{4})", text):
        return christian(int(match[2])), int(match[1])
    name, year = text.split()
    return christian(int(year)), SHORT.index(name) + 1


def number_of(text):
    return int(text.replace(",", "")) if text.strip() else None


def read_reports(content):
    reports = {}
    for path in sorted(glob.glob(f"{content}/reports/*.csv")):
        for row in read(path):
            reports[row["lao"], month_of(row["month"])] = [number_of(row[kind]) for kind in KINDS]
    return reports


# ---- adding up ----

class Sum:
    def __init__(self):
        self.sum = self.now = self.then = self.months = 0
        self.laos, self.pairs = set(), set()

    def add(self, lao, now, then):
        self.sum, self.months = self.sum + now, self.months + 1
        self.laos.add(lao)
        if then is not None:
            self.now, self.then = self.now + now, self.then + then
            self.pairs.add(lao)

    def cells(self):
        both = [self.then, self.now] if self.pairs else ["", ""]
        return [self.sum if self.laos else "", len(self.laos), *both, len(self.pairs)]


def fiscal(month):
    return f"FY{month[0] + (month[1] >= 10) + 543}"


def iso(month):
    return f"{month[0]}-{month[1]:02}"


def places_of(lao, provinces):
    province = provinces[lao["province"]]
    yield "country", "TH"
    yield "region", slug(province["region_en"])
    if province["cluster"]:
        yield "cluster", province["cluster"]
    yield "province", lao["province"]
    if lao["district"]:
        yield "district", lao["district"]


def slug(name):
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def count(reports, laos, provinces, fields):
    sums, members = defaultdict(lambda: [Sum(), Sum()]), defaultdict(set)
    where = {}
    for key, lao in laos.items():
        field = fields.get(key, "none")
        where[key] = [(level, code, f) for level, code in places_of(lao, provinces)
                      for f in (["", field] if level != "district" else [""])]
        for place in where[key]:
            members[place].add(key)
    for (key, month), figures in reports.items():
        before = reports.get((key, (month[0] - 1, month[1])), [None, None])
        for kind in (0, 1):
            if figures[kind] is not None:
                for place in where[key]:
                    for period in (iso(month), fiscal(month)):
                        sums[(*place, period)][kind].add(key, figures[kind], before[kind])
    return sums, members


# ---- the file ----

def check_file(site, sums, members):
    rows, there = read(f"{site}/data/figures.csv"), set()
    for row in rows:
        key = row["level"], row["code"], row["field"], row["period"]
        there.add(key)
        said = [row[f"{kind}{part}"] for kind in KINDS for part in ("", "_laos", "_both_before", "_both", "_both_laos")]
        mine = [str(cell) for side in sums[key] for cell in side.cells()] if key in sums else "nothing"
        if said != mine:
            problems.append(f"figures.csv {key}: {said}, counted {mine}")
        if int(row["laos"]) != len(members[key[:3]]):
            problems.append(f"figures.csv {key}: of {row['laos']}, counted {len(members[key[:3]])}")
    if len(rows) != len(there):
        problems.append(f"figures.csv: {len(rows) - len(there)} rows stand twice")
    problems.extend(f"figures.csv lacks {key}" for key in sums if key not in there)
    return len(rows)


# ---- the pages ----

def text_of(markup):
    return html.unescape(re.sub(r"<[^>]*>", " ", markup)).strip()


def numbers(text):
    return [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", text)]


def sum_numbers(side, of):
    """What the cell must say, as numbers."""
    if not side.laos:
        return []
    more = [side.months] if side.months != len(side.laos) else []
    return [side.sum, len(side.laos), of, *more]


def check_sum(where, cell, side, of):
    said, mine = numbers(text_of(cell)), sum_numbers(side, of)
    if said != mine or (not mine) != ('class="none"' in cell):
        problems.append(f"{where}: {text_of(cell)!r}, counted {mine}")


def check_change(where, cell, side):
    text = text_of(cell)
    mine = [side.then, side.now, len(side.pairs)] if side.pairs else []
    share = re.match(r"([+−])(\d+\.\d)%", text)
    said = numbers(text[share.end():] if share else text)
    if len(mine) == 3 and said[:2] == mine[:2] and mine[2] == 1 and len(said) == 2:
        said.append(1)  # "the one LAO"
    wanted = mine and mine[0] and f"{'−' if mine[1] < mine[0] else '+'}{abs(mine[1] - mine[0]) * 100 / mine[0]:.1f}%"
    if said != mine or (share[0] if share else "") != (wanted or ""):
        problems.append(f"{where}: {text!r}, counted {mine} {wanted}")


def period_of(head, lang):
    year = int(re.search(r"\d{4}", head)[0]) + (543 if lang == "en" else 0)
    for at, name in enumerate(MONTHS[lang]):
        if head.startswith(name):
            return iso((year - 543, at + 1))
    return f"FY{year}"


def place_of(th, page, slugs, names):
    """Which place a row is of: by its link, or by its name where it has none."""
    if match := re.search(r'href="([^"]*)"', th):
        target = match[1].removesuffix("index.html").strip("/").split("/")[-1]
        if target.startswith("#d"):
            return ("district", target[2:], "")
        return ("cluster", target, "") if target.isdigit() else ("province", slugs[target], "")
    return names.get(text_of(th))


def check_rows(path, lang, table, page, known, latest):
    sums, members, slugs, names = known
    rows = re.findall(r"<tr[^>]*><th scope=\"row\"[^>]*>(.*?)</th>(.*?)</tr>", table, re.S)
    for head, rest in rows:
        cells = re.findall(r"<td[^>]*>(.*?)</td>", rest, re.S)
        if len(cells) == 4:
            place, period = (*page, ""), period_of(text_of(head), lang)
        else:
            field = names.get((lang, text_of(head)))
            place = (*page, field) if field is not None else place_of(head, page, slugs, names)
            period = latest
        if place is None or place[1] == "0":
            place = ("apart", page[1], "")
        sides = sums[(*place, period)] if (*place, period) in sums else [Sum(), Sum()]
        for kind in (0, 1):
            where = f"{path}, {text_of(head)}, {KINDS[kind]}"
            check_sum(where, cells[kind], sides[kind], len(members[place]))
            if len(cells) == 4:
                check_change(where, cells[2 + kind], sides[kind])
    return len(rows)


def check_page(site, path, lang, page, known):
    with open(f"{site}/{path}", encoding="utf-8") as file:
        section = file.read().split('<h2 id="figures"', 1)
    periods = [period for *place, period in known[0] if tuple(place) == (*page, "")]
    if len(section) < 2:
        return problems.append(f"{path}: no section of figures") or 0
    if not periods:
        if "<table" in section[1].split("</section>")[0]:
            problems.append(f"{path}: a table, but nothing was reported")
        return 0
    latest = max(period for period in periods if period.startswith("FY"))
    tables = re.findall(r'<table class="sums-table">(.*?)</table>', section[1], re.S)
    return sum(check_rows(path, lang, table, page, known, latest) for table in tables)


def names_of(content, provinces):
    """Names of fields by language, and of regions in both."""
    names, words = {}, {}
    for province in provinces.values():
        for lang in ("th", "en"):
            names[province[f"region_{lang}"]] = ("region", slug(province["region_en"]), "")
    for match in re.finditer(r"key: (\w+),? *\n?.*?label: *\{th: ([^,}]+), en: ([^,}]+)\}",
                             open(f"{content}/vocabulary/categories.yaml", encoding="utf-8").read(), re.S):
        words["th", match[2].strip('"')] = words["en", match[3].strip('"')] = match[1]
    for lang in ("th", "en"):
        text = open(f"{content}/words/{lang}.yaml", encoding="utf-8").read().split("\nsums:\n")[1]
        for key, field in (("no_field", "none"), ("total", "")):
            words[lang, re.search(rf"^  {key}: (.*)$", text, re.M)[1]] = field
    return {**names, **words}


def main(project, site, most=None):
    content = f"{project}/content"
    laos = {row["code"]: row for row in read(f"{site}/data/coverage.csv")}
    provinces = {row["code"]: row for row in read(f"{content}/registry/provinces.csv")}
    fields = {row["code"]: row["category"] for row in read(f"{site}/data/identities.csv")}
    reports = read_reports(content)
    sums, members = count(reports, laos, provinces, fields)
    rows = check_file(site, sums, members)
    apart = {key: lao for key, lao in laos.items() if not lao["district"]}
    more, their = count({at: figures for at, figures in reports.items() if at[0] in apart}, apart, provinces, {})
    sums |= {("apart", *key[1:]): side for key, side in more.items() if key[0] == "province" and not key[2]}
    members |= {("apart", *key[1:]): keys for key, keys in their.items() if key[0] == "province" and not key[2]}
    slugs = {province["slug"]: code for code, province in provinces.items()}
    known, seen = (sums, members, slugs, names_of(content, provinces)), 0
    for lang in ("th", "en"):
        seen += check_page(site, f"{lang}/progress/index.html", lang, ("country", "TH"), known)
        for name, code in list(slugs.items())[:most]:
            seen += check_page(site, f"{lang}/progress/{name}/index.html", lang, ("province", code), known)
    print("\n".join(problems[:20]) if problems else f"{rows} rows and {seen} rows of pages agree")
    return bool(problems)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    most = int(sys.argv[4]) if "--pages" in sys.argv else None
    sys.exit(main(sys.argv[1], sys.argv[2], most))
