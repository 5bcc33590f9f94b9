# SPDX-License-Identifier: MIT
"""The interface's words for the Hugo side: the two levels of words/*.yaml, enough of YAML for them."""
import re

import country

LANGS = ("th", "en")


def read_words(lang):
    words, section = {}, None
    for line in open(f"{country.SAMPLE}/words/{lang}.yaml", encoding="utf-8"):
        top, inner = re.match(r"(\w+):\s*$", line), re.match(r'  "?(\w+)"?: (.*)$', line)
        if top:
            section = top[1]
        elif inner:
            words[f"{section}.{inner[1]}"] = inner[2].strip().strip('"')
    return words


WORDS = {lang: read_words(lang) for lang in LANGS}


def say(lang, key, count=None, **parts):
    text = WORDS[lang][key + "_one" if count == 1 and key + "_one" in WORDS[lang] else key]
    for name, value in {**parts, "count": f"{count:,}" if count is not None else ""}.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def date_text(lang, iso):
    year, month, day = (int(part) for part in iso.split("-"))
    return say(lang, "format.date", day=day, month=WORDS[lang][f"month.{month}"], year=year + (543 if lang == "th" else 0))


def christian(date):
    return f"{int(date[:4]) - 543}{date[4:]}"
