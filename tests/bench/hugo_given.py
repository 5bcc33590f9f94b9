# SPDX-License-Identifier: MIT
"""What attalak computes and no template of Hugo's can, taken from the pages and data that the program makes of the same country.

A cloth's pattern (SVG), the path of a QR code, maps of dots, the table of a cluster's progress, the columns of the tile
map, which facilities an entry has, how much a province weighs, where a district's middle lies, the cells of data/near, and
the folded texts of data/search. Hugo gets them in front matter and data files and only has to put them out, which favours
it.
"""
import glob, html, json, os, re, subprocess

CARD = re.compile(r'<li class="card"([^>]*)>\s*<p class="card-name" data-code="(\d+)">')
WEAVE = re.compile(r'<svg class="weave".*?</svg></svg>')
QR = re.compile(r'viewBox="0 0 (\d+) \d+"><path id="qr" d="([^"]+)"')
KEPT = re.compile(r'data-offline="\d+" data-bytes="(\d+)".*?<strong>(.*?)</strong>', re.S)
TILE = re.compile(r'<li(?: data-x="(\d+)" data-y="(\d+)")?><a href="[^"]*/([a-z-]+)/" data-level="(\d)">(\S+)')
STEP = re.compile(r'<span class="step" data-level="(\d)"></span>([^<]*)')
GRID = re.compile(r'data-cells="([^"]*)" data-south="([^"]*)" data-west="([^"]*)" data-cell="([^"]*)"')
CENTRE = re.compile(r'data-d="(\d+)" data-at="([^"]*)"')
PROGRESS = re.compile(r'<section aria-labelledby="progress">.*?</table>.*?</section>.*?</section>', re.S)
DOTS = re.compile(r'<figure class="dot-map">.*?</figure>', re.S)
WITHOUT = re.compile(r'<h2 id="places">[^<]*</h2>\s*<p class="note">([^<]*)')


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


class Given:
    """The country as the program builds it into a folder, which stays for as long as one asks."""

    def __init__(self, program, project, site):
        self.site = site
        subprocess.run([program, "build", project, "-o", site, "--quiet"], check=True)
        self.facets = {code: facets.strip() for page in glob.glob(f"{self.site}/th/*/index.html")
                       for facets, code in CARD.findall(read(page))}
        self.version = re.search(r'data-version="(\w+)"', self.page("th/search/"))[1]

    def page(self, href):
        return read(f"{self.site}/{href}index.html")

    def parts(self, href):
        """Front matter of one page: those parts that it has."""
        text, parts = self.page(href), {}
        if found := WEAVE.search(text):
            parts["weave"] = found[0]
        if found := QR.search(text):
            parts["qr"] = {"size": found[1], "path": found[2]}
        if found := KEPT.search(text):
            parts["kept"] = {"bytes": found[1], "size": found[2]}
        for name, pattern in (("progress", PROGRESS), ("dots", DOTS)):
            if found := pattern.search(text):
                parts[name] = found[0]
        return parts

    def tiles(self, lang):
        home = self.page(f"{lang}/")
        return {"tiles": [dict(zip(("column", "row", "slug", "level", "abbr"), tile)) for tile in TILE.findall(home)],
                "steps": [{"level": level, "text": text} for level, text in STEP.findall(home)]}

    def near(self, lang):
        page = self.page(f"{lang}/near/")
        grid = dict(zip(("cells", "south", "west", "cell"), GRID.search(page).groups()))
        without = WITHOUT.search(page)
        return {**grid, "centres": dict(CENTRE.findall(page)), "without": html.unescape(without[1]) if without else ""}

    def cells(self, lang):
        """(name, places, entries) of each cell; names of entries and LAOs are left to the template."""
        for path in sorted(glob.glob(f"{self.site}/data/near/{lang}-*.json")):
            cell = json.loads(read(path))
            entries = [{"at": f"{lat:.5f},{lon:.5f},{own},{place}", "code": code, "has": has, "part": part, "lacks": lacks}
                       for lat, lon, own, place, code, *_, has, part, lacks in cell["entries"]]
            yield os.path.basename(path)[:-len(".json")], cell["places"], entries

    def search(self):
        """(name, lines) of each file."""
        for path in sorted(glob.glob(f"{self.site}/data/search/*.txt")):
            yield os.path.basename(path)[:-len(".txt")], read(path).split("\n")

