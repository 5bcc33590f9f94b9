# SPDX-License-Identifier: MIT
"""The country several times over, for what must grow no faster than it does.

The first copy is the country itself. Each other one has districts of its own and LAOs of its own names, a
few kilometres away from the first's. Codes stay well-formed: a province keeps its two digits and so has at
most 99 districts, a district four digits and so at most 99 LAOs. Where a province runs out of districts
(Nakhon Ratchasima has 32), copies share them. Bangkok is one whatever the copy.
"""
import math

import country

MOST = 99  # of what two digits count


class Codes:
    """Codes below another that are still free: 10 → 1051, 1052 …"""

    def __init__(self, taken):
        self.taken, self.last = set(taken), {}

    def next(self, above):
        for number in range(self.last.get(above, 0) + 1, MOST + 1):
            code = f"{above}{number:02}"
            if code not in self.taken:
                self.taken.add(code)
                self.last[above] = number
                return code
        return None


def named(name, copy):
    """A name of its own; one that is not known stays so."""
    return f"{name} {copy + 1}" if name and copy else name


def moved(lat, lon, copy):
    """A few kilometres away, each copy in another direction."""
    if not (lat and lon and copy):
        return lat, lon
    return f"{float(lat) + .02 * math.sin(copy):.6f}", f"{float(lon) + .02 * math.cos(copy):.6f}"


def copy_districts(rows, copy, codes, shared):
    """Code before → code in this copy; and the rows of those that are new."""
    became, new = {}, []
    for code, slug, name_th, name_en in rows:
        mine = codes.next(code[:2])
        if mine:
            new.append((mine, f"{slug}-{copy + 1}", named(name_th, copy), named(name_en, copy)))
            shared.setdefault(code[:2], []).append(mine)
        else:  # those that were made for copies take turns
            shared[code[:2]].append(mine := shared[code[:2]].pop(0))
        became[code] = mine
    return became, new


def copy_lao(lao, copy, district, codes):
    lat, lon = moved(lao.lat, lao.lon, copy)
    key = codes.next(district)
    if not key:
        raise SystemExit(f"no code is free in district {district} for copy {copy + 1} of {lao.code}")
    return country.Lao(lao.code[:-6] + key, lao.type, named(lao.name_th, copy), named(lao.name_en, copy), district, lat, lon)


def multiplied(whole, times):
    """The country `times` times; and for each copy, key before → LAO."""
    districts, laos, shared = list(whole.districts), list(whole.laos), {}
    district_codes = Codes(row[0] for row in whole.districts)
    lao_codes = Codes(lao.code[-6:] for lao in whole.laos)
    copies = [{lao.code[-6:]: lao for lao in whole.laos}]
    for copy in range(1, times):
        became, new = copy_districts(whole.districts, copy, district_codes, shared)
        made = {lao.code[-6:]: copy_lao(lao, copy, became[lao.district or lao.code[-6:-2]], lao_codes)
                for lao in whole.laos if lao.type != "bangkok"}
        districts += new
        laos += made.values()
        copies.append(made)
    return whole._replace(districts=districts, laos=laos), copies
