# SPDX-License-Identifier: MIT
"""The whole country made up for benches: its register, its districts, one identity for every LAO.

tests/bench/nation writes it as content/ of attalak, tests/bench/hugo-content as content of Hugo.
The register, districts and English names are read from a folder of data when there is one; without it
a register of the same size is made up. Identities are made up in any case, each from a seed of its own:
the same bytes every time.
"""
import csv, os, random, re
from collections import namedtuple

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DATA = os.environ.get("ATTALAK_DATA", os.path.join(ROOT, "../shared/data"))
SAMPLE = os.path.join(ROOT, "content")
TYPES = {"PAO": "pao", "CITY": "city", "TOWN": "town", "TM": "subdistrict", "SAO": "sao",
         "PATTAYA": "pattaya", "BMA": "bangkok"}
CATEGORIES = ["food", "historic", "arts", "product"]
WORDS_TH = ("ผ้าไหม มัดหมี่ ลายโบราณ ชาวบ้าน ร่วมกัน สืบทอด จากรุ่น สู่รุ่น ริมแม่น้ำ ภูเขา วัดเก่า งานบุญ ประจำปี ข้าวใหม่ "
            "ปลาร้า สมุนไพร กลิ่นหอม รสเข้มข้น ตลาดเช้า ครูภูมิปัญญา กลุ่มแม่บ้าน โรงเรียน ผู้สูงอายุ เด็กเยาวชน นักท่องเที่ยว "
            "เดินชม ถ่ายรูป ทดลองทำ ซื้อกลับบ้าน เส้นไหม ย้อมคราม เตาเผา ดินเหนียว ไม้ไผ่ จักสาน ทุ่งนา น้ำตก ศาลา "
            "พิพิธภัณฑ์ ตำนาน เล่าขาน เจ้าเมือง เส้นทาง การค้า โบราณ สะพาน เรือไม้ แสงตะเกียง เสียงกลอง").split()
WORDS_EN = ("silk cloth woven by hand in the old way near the river where families have lived for many generations and "
            "every year after harvest people gather at the temple to share food music and stories visitors may walk the "
            "quiet lanes watch the dye pots taste the dish learn a pattern from an old teacher and buy a piece to take "
            "home the road follows the hills past rice fields bamboo groves and a small waterfall").split()
KINDS = {"food": ("แกงพื้นบ้าน", "Village curry of"), "historic": ("วัดเก่า", "Old temple of"),
         "arts": ("งานบุญประจำปี", "Yearly festival of"), "product": ("ผ้าทอมือ", "Hand-woven cloth of")}


Lao = namedtuple("Lao", "code type name_th name_en district lat lon")
Country = namedtuple("Country", "real provinces districts laos")


def slug(name):
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


# ---- the register: DLA's, or one of the same size made up ----

def district_rows(data, provinces):
    if data:
        rows = read(os.path.join(data, "admin/districts.csv"))
        return [(r["code"], r["name_th"], r["name_en"]) for r in rows]
    rows = []
    for province in provinces:
        for number in range(1, 13):
            rows.append((f"{province['code']}{number:02}", f"เขตที่{number}{province['name_th']}",
                         f"{province['name_en']} {number}"))
    return rows


def lao_rows(data, provinces, districts):
    if data:
        return [Lao("100000" if r["type"] == "BMA" else r["dla_code"], TYPES[r["type"]], r["name_th"], r["name_en"],
                    r["district_code"], r["lat"], r["lon"])
                for r in read(os.path.join(data, "register/lao.csv"))]
    rng, rows = random.Random(7850), [Lao("100000", "bangkok", "กรุงเทพมหานคร", "Bangkok", "", "13.7535", "100.5017")]
    mine = [d for d in districts if not d[0].startswith("10")]
    centres = centres_of(districts)
    for number in range(7849):
        code, name_th, name_en = mine[number % len(mine)]
        kind = "pao" if code.endswith("01") and number < len(mine) else rng.choice(["subdistrict", "sao", "sao"])
        digit = {"pao": 2, "subdistrict": 5, "sao": 6}[kind]
        word = rng.choice(WORDS_TH) + str(number)
        lat, lon = centres[code[:2]]
        rows.append(Lao(f"{digit}{code}{number // len(mine) + 1:02}", kind, word, f"Place {number}", code,
                        f"{lat + rng.uniform(-.4, .4):.5f}", f"{lon + rng.uniform(-.4, .4):.5f}"))
    return rows


def centres_of(districts):
    """Provinces that are made up lie in rows of seven, a degree and more apart, from south to north."""
    codes = sorted({code[:2] for code, *_ in districts})
    return {code: (6.3 + at // 7 * 1.3, 98.3 + at % 7 * 1.1) for at, code in enumerate(codes)}


def unique_slugs(districts):
    seen, rows = set(), []
    for code, name_th, name_en in districts:
        made = slug(name_en) or f"district-{code}"
        if (code[:2], made) in seen:
            made = f"{made}-{code}"
        seen.add((code[:2], made))
        rows.append((code, made, name_th, name_en))
    return rows


# ---- identities ----

def text(rng, words, count, joint):
    return joint.join(rng.choice(words) for _ in range(count))


def position(lao):
    """As text with five decimals; nothing when it is missing or not in Thailand (the register has such)."""
    if lao.lat and lao.lon and 5.5 < float(lao.lat) < 20.6 and 97.3 < float(lao.lon) < 105.7:
        return f"{float(lao.lat):.5f}", f"{float(lao.lon):.5f}"
    return None


def story(rng, words, joint):
    parts = [text(rng, words, 20, joint) for _ in range(3)]
    return f"{parts[0]}\n\n**{words[0]}** {parts[1]}\n\n{parts[2]}\n"


FEATURES = ("enter.stepfree", "enter.door_cm", "move.stepfree", "toilet.accessible")


def features(rng):
    """What half of the entries say about access."""
    if rng.random() >= .5:
        return {}
    return {"enter.stepfree": rng.choice(["yes", "no"]), "enter.door_cm": rng.randint(70, 120),
            "move.stepfree": "yes", "toilet.accessible": rng.choice(["yes", "no", "na"])}


def identity(lao):
    """One entry as a flat dictionary; a field that is not there is not known."""
    key = lao.code[-6:]
    rng = random.Random(int(key))
    category = rng.choice(CATEGORIES)
    th, en = KINDS[category]
    entry = {"lao": key, "category": category, "name.th": f"{th}{lao.name_th}",
             "name.en": f"{en} {lao.name_en}" if lao.name_en else "",
             "summary.th": text(rng, WORDS_TH, 14, ""), "summary.en": text(rng, WORDS_EN, 18, " ").capitalize() + ".",
             "tags": [rng.choice(WORDS_TH) for _ in range(2)], "updated": f"2568-0{rng.randint(1, 9)}-1{rng.randint(0, 9)}",
             "story.th": story(rng, WORDS_TH, "")}
    if lao.name_en:
        entry["story.en"] = story(rng, WORDS_EN, " ")
    if position(lao):
        entry["place.lat"], entry["place.lon"] = position(lao)
    entry["place.hours"] = "Mo-Su 08:30-16:30"
    entry["features"] = features(rng)
    return entry


# ---- all of it ----

def load(data=DATA, limit=None):
    data = data if os.path.isdir(data) else None
    provinces = read(f"{SAMPLE}/registry/provinces.csv")
    districts = district_rows(data, provinces)
    return Country(data, provinces, unique_slugs(districts), lao_rows(data, provinces, districts)[:limit])
