# SPDX-License-Identifier: MIT
"""The country as one sheet, as its people would send it: for tests of what sheets can hold.

rows() gives a row for every LAO as a dictionary of field paths; save() writes them in the form that an
office's programs leave behind; FORMS says which there are. plant() puts seeded mistakes into a copy of the rows and
says where each of them has to be found.
"""
import argparse, copy, csv, io, os, random, sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../bench"))
sys.dont_write_bytecode = True
import country

FIELDS = ["lao", "category", "name.th", "name.en", "summary.th", "summary.en", "story.th", "story.en", "tags", "place.lat",
          "place.lon", "place.address.th", "place.hours", "place.best_months", "contact.phone", "contact.email",
          "contact.website", "otop_stars", "access.features.enter.stepfree", "access.features.enter.door_cm",
          "access.checked", "access.by", "access.method", "facilities", "sources.1.title", "updated"]


def row(lao):
    """What one office sends; nothing in it is wrong."""
    entry = country.identity(lao)
    key = entry["lao"]
    rng = random.Random(f"sheet {key}")
    features = entry["features"]
    made = {field: entry.get(field, "") for field in FIELDS}
    made.update({
        # A municipality and an SAO of one name in one district would be told of as twins.
        "lao": lao.code, "name.th": f"{entry['name.th']} ({lao.type})", "tags": ", ".join(entry["tags"]), "place.address.th": f"{rng.randint(1, 299)} หมู่ที่ {rng.randint(1, 12)}",
        "place.best_months": "11, 12, 1", "contact.phone": f"0 {key[:2]}{rng.randint(10, 99)} {key[2:]}"[:11],
        "contact.email": f"lao{key}@example.go.th", "contact.website": f"https://www.lao{key}.example.go.th/",
        "otop_stars": str(rng.randint(3, 5)), "facilities": "parking, toilet",
        "access.features.enter.stepfree": features.get("enter.stepfree", ""),
        "access.features.enter.door_cm": str(features.get("enter.door_cm", "")),
        "sources.1.title": "คำบอกเล่าของชาวบ้าน"})
    if features:
        made.update({"access.checked": "2567-11-12", "access.by": "lao", "access.method": "measured"})
    return made


def rows(limit=None):
    whole = country.load(limit=limit)
    return [row(lao) for lao in whole.laos if not lao.code.startswith("1")]


# ---- the forms of one sheet ----

# As a form asks: with a blank too many, a line's end inside, a comma.
QUESTIONS = {"lao": "รหัส อปท. ", "category": "ด้านอัตลักษณ์\n(เลือกหนึ่งด้าน)", "name.th": "ชื่ออัตลักษณ์ (ไทย)", "name.en": "ชื่ออัตลักษณ์ (อังกฤษ)",
             "summary.th": "สรุปสั้น ๆ, ไม่เกิน 300 ตัวอักษร (ไทย)", "facilities": "สิ่งอำนวยความสะดวก\n\n(เลือกได้หลายข้อ) "}
ANSWERS = {
    "category": {"food": "ด้านอาหารของท้องถิ่น", "historic": "ด้านสถานที่ท่องเที่ยวทางประวัติศาสตร์", "arts": "ด้านศิลปวัฒนธรรม",
                 "product": "ด้านสินค้าหรือผลิตภัณฑ์ท้องถิ่น"},
    "access.features.enter.stepfree": {"yes": "ใช่ ไม่มีขั้น", "no": "ไม่ใช่, มีขั้น"},
    "facilities": {"parking, toilet": "ที่จอดรถ (รถยนต์, รถบัส), ห้องน้ำ"},
}
MEANINGS = dict(ANSWERS, facilities={"parking": "ที่จอดรถ (รถยนต์, รถบัส)", "toilet": "ห้องน้ำ"})


def asked(field):
    return QUESTIONS.get(field, f"คำถามเรื่อง {field}?")


def answered(field, value):
    return ANSWERS.get(field, {}).get(value, value)


STAMP = "ประทับเวลา"


def stamp(number):
    return f"{number % 28 + 1}/5/2568 {number % 24}:{number % 60:02}:07"


def as_form(table):
    """Google Forms: a time stamp and the officer's address in front, answers in the words of the form."""
    header = [STAMP, "ที่อยู่อีเมล"] + [asked(field) for field in FIELDS]
    body = [[stamp(number), f"officer{number}@mail.example.org"] + [answered(field, line[field]) for field in FIELDS]
            for number, line in enumerate(table)]
    return [header] + body


def as_fields(table):
    return [[STAMP] + FIELDS] + [[stamp(number)] + [line[field] for field in FIELDS] for number, line in enumerate(table)]


def text_of(lines, end="\r\n", delimiter=",", quoting=csv.QUOTE_MINIMAL):
    out = io.StringIO()
    csv.writer(out, lineterminator=end, delimiter=delimiter, quoting=quoting).writerows(lines)
    return out.getvalue()


FORMS = {
    "canonical": lambda t: text_of(as_fields(t), "\n").encode("utf-8"),
    "windows-874": lambda t: text_of(as_fields(t)).encode("cp874"),
    "bom": lambda t: text_of(as_fields(t)).encode("utf-8-sig"),
    "utf-16": lambda t: b"\xff\xfe" + text_of(as_fields(t), delimiter="\t").encode("utf-16-le"),
    "quoted": lambda t: text_of(as_fields(t), "\n", quoting=csv.QUOTE_ALL).encode("utf-8"),
    "semicolons": lambda t: text_of(as_fields(t), delimiter=";").encode("utf-8"),
    # Google writes no line end behind the last row.
    "forms": lambda t: text_of(as_form(t)).rstrip("\r\n").encode("utf-8"),
}

PLAIN_TABLE = """- files: sheets/identities.csv
  kind: identity
  sheet: https://docs.google.com/spreadsheets/d/1NationSheet/edit#gid=7
  timestamp: {column: ประทับเวลา, format: D/M/Y H:m:s}
"""


def quoted(text):
    return '"' + text.replace("\n", " ").strip().replace('"', '\\"') + '"'


def form_table():
    lines = ["  ignore: [ที่อยู่อีเมล]", "  columns:"]
    lines += [f"    {quoted(' '.join(asked(field).split()))}: {field}" for field in FIELDS]
    lines.append("  values:")
    for field, meanings in MEANINGS.items():
        lines.append(f"    {field}:")
        lines += [f"      {quoted(answer)}: {value}" for value, answer in meanings.items()]
    return PLAIN_TABLE + "\n".join(lines) + "\n"


def save(project, table, form="canonical"):
    """Puts the sheet, and what tables.yaml says of it, into a project that tests/bench/nation --csv made."""
    with open(f"{project}/content/sheets/identities.csv", "wb") as file:
        file.write(FORMS[form](table))
    path = f"{project}/content/tables.yaml"
    with open(path, encoding="utf-8") as file:
        registry = file.read().split("- files: sheets/identities")[0]
    with open(path, "w", encoding="utf-8") as file:
        file.write(registry + (form_table() if form == "forms" else PLAIN_TABLE))


# ---- mistakes: field, what becomes of it, the rule that has to say so, and where ----

ZWSP, BIDI = "\u200b", "\u202e"
AT_ROW = None   # the finding is about the row: what is missing has no cell

MISTAKES = [
    ("lao", lambda v, r: "6.36E+06", "lao.bad-code"),
    ("lao", lambda v, r: v[:-1] + "O", "lao.bad-code"),
    ("lao", lambda v, r: v[:4], "lao.bad-code"),
    ("lao", lambda v, r: v[:3] + "9999", "lao.unknown-code"),
    ("lao", lambda v, r: "", "lao.not-stated", AT_ROW),
    ("category", lambda v, r: "ของกิน", "field.not-a-choice"),
    ("category", lambda v, r: "prodcut", "field.not-a-choice"),
    ("category", lambda v, r: "", "field.missing"),
    ("name.th", lambda v, r: "", "field.missing"),
    ("name.th", lambda v, r: "ผ้าไหม" * 40, "field.too-long"),
    ("name.th", lambda v, r: "#REF!", "csv.formula-error"),
    ("name.th", lambda v, r: "TRUE", "text.boolean"),
    ("name.th", lambda v, r: v + BIDI, "text.bidi"),
    ("name.th", lambda v, r: "เธขเธฒเธขเธกเธตเธ—เธญ", "text.mojibake"),
    ("summary.th", lambda v, r: v + "ของดีบ้านเรา" * 30, "field.too-long"),
    ("summary.th", lambda v, r: "", "field.missing"),
    ("summary.th", lambda v, r: v[:9] + ZWSP + v[9:], "text.repaired"),
    ("summary.th", lambda v, r: "เเกงหน่อไม้" + v[:50], "text.repaired"),
    ("summary.th", lambda v, r: v[:60] + " โทร 081-234-5678", "personal.mobile"),
    ("summary.th", lambda v, r: v[:60] + " 1-1037-00000-00-3", "personal.citizen-id"),
    ("summary.th", lambda v, r: v[:60] + " somsri@gmail.com", "personal.email"),
    ("summary.th", lambda v, r: v[:60] + " สล็อตเว็บตรง", "review.word"),
    ("place.lat", lambda v, r: "", "place.half", "place.lon"),
    ("place.lat", lambda v, r: "1.7563", "place.outside"),
    ("place.lat", lambda v, r: "ข้างวัด", "place.not-a-coordinate"),
    ("place.lat", lambda v, r: "19.95000" if float(v) < 13 else "6.35000", "coordinate.other-province"),
    ("place.address.th", lambda v, r: "1-ม.ค.", "text.became-date"),
    ("place.hours", lambda v, r: "แปดโมงถึงสี่โมงเย็น", "field.not-hours"),
    ("place.best_months", lambda v, r: "11, 13", "field.not-a-month"),
    ("contact.phone", lambda v, r: "เบอร์กำนัน", "field.not-a-phone"),
    ("contact.phone", lambda v, r: "44891101", "phone.zero-restored"),
    ("contact.email", lambda v, r: "lao(at)example.go.th", "field.not-an-email"),
    ("contact.website", lambda v, r: "www.example.go.th", "url.no-scheme"),
    ("contact.website", lambda v, r: "http://203.0.113.7/", "url.ip-address"),
    ("contact.website", lambda v, r: "javascript:alert(1)", "url.scheme"),
    ("otop_stars", lambda v, r: "9", "field.out-of-range"),
    ("otop_stars", lambda v, r: "ห้าดาว", "field.not-a-number"),
    ("access.features.enter.stepfree", lambda v, r: "บ้าง", "access.state"),
    ("access.features.enter.door_cm", lambda v, r: "กว้าง", "access.number"),
    ("facilities", lambda v, r: "parking, เฮลิคอปเตอร์", "field.not-a-choice"),
    ("tags", lambda v, r: "ผ้า ไหม", "tag.breaks"),
    ("tags", lambda v, r: "2568", "tag.digits"),
    ("updated", lambda v, r: "31/6/2568", "date.day"),
    ("updated", lambda v, r: "5/25/2568", "date.month"),
    ("updated", lambda v, r: "12/5/25", "date.year"),
    ("updated", lambda v, r: "12/5/3111", "date.converted"),
]


def letters(number):
    name = ""
    while number:
        number, digit = divmod(number - 1, 26)
        name = chr(65 + digit) + name
    return name


def plant(table, count, seed):
    """A copy with one mistake each in `count` rows; for each the row, the column's letters (or None) and the rule."""
    rng = random.Random(seed)
    table, expected = copy.deepcopy(table), []
    candidates = [n for n, line in enumerate(table)]
    rng.shuffle(candidates)
    for number, at in enumerate(sorted(candidates[:count])):
        kind = rng.choice(MISTAKES) if number >= len(MISTAKES) else MISTAKES[number]
        field, spoil, rule = kind[:3]
        line = table[at]
        if field == "place.lat" and not line["place.lat"]:
            field, spoil, rule = MISTAKES[5][:3]
            kind = MISTAKES[5]
        line[field] = spoil(line[field], rng)
        if field == "access.features.enter.stepfree" or field == "access.features.enter.door_cm":
            line.update({"access.checked": "2567-11-12", "access.by": "lao", "access.method": "measured"})
        where = kind[3] if len(kind) > 3 else field
        expected.append((at + 2, letters(FIELDS.index(where) + 2) if where else None, rule))
    return table, expected


def main():
    parser = argparse.ArgumentParser(description="Writes the national sheet into a project of tests/bench/nation --csv.")
    parser.add_argument("project")
    parser.add_argument("--form", choices=FORMS, default="canonical")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--mistakes", type=int, default=0, help="how many rows get one")
    parser.add_argument("--seed", type=int, default=2568)
    parser.add_argument("--expected", help="file for the mistakes: row, column, rule a line")
    options = parser.parse_args()
    table = rows(options.limit)
    if options.mistakes:
        table, expected = plant(table, options.mistakes, options.seed)
        with open(options.expected, "w", encoding="utf-8") as file:
            file.writelines(f"{row}\t{column or ''}\t{rule}\n" for row, column, rule in expected)
    save(options.project, table, options.form)


if __name__ == "__main__":
    main()
