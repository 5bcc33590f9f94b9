# SPDX-License-Identifier: MIT
"""What the officers' pages show, as data for Hugo: found by `attalak check`, and made ready to be printed."""
import json, re, subprocess

from words import WORDS, say

TYPE_DIGIT = {"pao": "2", "city": "3", "town": "4", "subdistrict": "5", "sao": "6"}
ASKED = ("category", "name", "summary", "story", "tags", "location", "directions", "hours", "fee", "contact", "photo", "sources")
TRANSLATED = ("name", "summary", "story")
NEVER = {"directions", "fee", "contact", "photo"}  # what made-up identities do not have


# ---- findings ----

def run(program, *options):
    return subprocess.run([program, "check", *options], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout


def place(lang, finding):
    if finding["row"]:
        text = {"th": "แถว {row}", "en": "row {row}"}
    else:
        text = {"th": "บรรทัด {line} ตัวที่ {column}", "en": "line {line}, column {column}"}
    return f"{finding['file']} {text[lang].format(**finding)}"


def told(lang, finding):
    severity = finding["severity"]
    return {"severity": severity, "severity_text": WORDS[lang][f"rules.{severity}"].lower(), "problem": finding["problem"],
            "remedy": finding["remedy"], "place": place(lang, finding), "anchor": finding["rule"].replace(".", "-")}


def findings(program, project, lang):
    """Key of an LAO → what its officer is told."""
    of = {}
    for finding in json.loads(run(program, project, "--format", "json", "--lang", lang))["findings"]:
        if finding["lao"]:
            of.setdefault(finding["lao"]["key"], []).append(told(lang, finding))
    return of


def to_mend(tells):
    return sum(one["severity"] != "note" for one in tells)


# ---- what is there and what is missing ----

def asked(lang, entry):
    """(name of what is asked, is it there)"""
    for key in ASKED:
        name = WORDS[lang][f"check_field.{key}"]
        yield name, key not in NEVER and (key != "location" or "place.lat" in entry)
        if key in TRANSLATED:
            yield (say(lang, "check.field_in", field=name, language=WORDS[lang]["language.en"]),
                   bool(entry.get(f"{key}.en")))


def complete(lang, entry):
    pairs = list(asked(lang, entry))
    have, missing = ([name for name, there in pairs if there == want] for want in (True, False))
    return {"count": of_all(lang, len(have), len(pairs)), "have": " · ".join(have), "missing": " · ".join(missing)}


def of_all(lang, count, all_of_them):
    return WORDS[lang]["check.of"].replace("{count}", str(count)).replace("{all}", str(all_of_them))


def variant(entry):
    """Entries of one variant have the same things: what they have is said once."""
    return "".join(key[0] for key in ("place.lat", "name.en", "story.en") if entry.get(key)) or "x"


def variants(whole, lang):
    return {variant(entry): complete(lang, entry) for entry in whole.entry.values()}


# ---- the pages' data ----

def officer(whole, lang, key, tells):
    lao, other = whole.lao[key], "en" if lang == "th" else "th"
    name, name_lang = whole.lao_name(key, other)
    digit = TYPE_DIGIT.get(lao.type)
    mend = to_mend(tells)
    return {"code": key, "code_long": f"{digit}{key}" if digit else "", "fields": variant(whole.entry[key]),
            "name_other": {"text": name, "lang": other} if lao.name_en and not name_lang else None,
            "mend_text": say(lang, "check.mend_count", mend) if mend else "", "told": tells}


def grouped(whole, lang, code):
    """The province's own LAO first, then by district, as names go."""
    groups = {}
    for key in whole.of_province.get(code, ()):
        lao = whole.lao[key]
        at = "0" if lao.type in ("pao", "bangkok") else lao.district
        groups.setdefault(at, []).append(key)
    name = {at: whole.district_name(at, lang) if at != "0" else WORDS[lang]["check.whole"] for at in groups}
    for at in sorted(groups, key=lambda at: (at != "0", name[at])):
        yield at, name[at], sorted(groups[at], key=lambda key: whole.lao_name(key, lang)[0])


def province(whole, lang, code, found):
    groups = []
    for at, name, keys in grouped(whole, lang, code):
        count = say(lang, "check.group", published=len(keys), laos=len(keys))
        groups.append({"key": f"d{at}", "name": name, "count": count,
                       "laos": [officer(whole, lang, key, found.get(key, [])) for key in keys]})
    return {"groups": groups, "sums": sums(whole.of_province.get(code, ()), found)}


def sums(keys, found):
    mend = sum(to_mend(found.get(key, ())) for key in keys)
    return {"laos": f"{len(keys):,}", "published": f"{len(keys):,}", "mend": f"{mend:,}"}


def sums_table(whole, lang, found):
    """Of the whole country, and of each province by its slug."""
    of = {p["slug"]: {"name": whole.province_name(p["code"], lang, False), **sums(whole.of_province.get(p["code"], ()), found)}
          for p in whole.country.provinces}
    return {"all": sums(list(whole.entry), found), "of": of, "fields": variants(whole, lang)}


# ---- the rules, as `attalak check --explain` tells them ----

def case_of(lines):
    """One problem with its remedy, what was typed and what is better."""
    case, part = {"problem": "", "remedy": "", "typed": "", "better": ""}, None
    for line in lines:
        if line.startswith("      "):
            case[part] += ("\n" if case[part] else "") + line[6:]
        elif line.startswith("    "):
            part = "better" if part == "typed" else "typed"
        elif line.startswith("  → "):
            case["remedy"] = line[4:]
        else:
            case["problem"] = line.strip()
    return case


def cases_of(lines):
    """Each begins with a problem: two spaces and no arrow."""
    starts = [at for at, line in enumerate(lines) if re.match(r"  [^ →]", line)] + [len(lines)]
    return [case_of(lines[start:end]) for start, end in zip(starts, starts[1:])]


def rules(program, lang):
    groups = {}
    for line in run(program, "--rules", "--lang", "en").splitlines():
        rule, severity = re.match(r"([^:]+): (\w+): ", line).groups()
        told_as = run(program, "--explain", rule, "--lang", lang).splitlines()
        key = rule.split(".")[0]
        group = groups.setdefault(key, {"key": key, "name": WORDS[lang].get(f"rules_about.{key}", key), "rules": []})
        group["rules"].append({"id": rule, "anchor": rule.replace(".", "-"), "severity": severity,
                               "severity_text": WORDS[lang][f"rules.{severity}"], "cases": cases_of(told_as[1:])})
    return [groups[key] for key in sorted(groups)]
