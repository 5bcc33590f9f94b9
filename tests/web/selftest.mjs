/* SPDX-License-Identifier: MIT */
// Do the tests see what they are for? The good site passes them all; broken in one place, the check
// that is meant to see it says "not ok".
//   node selftest.mjs [crawl|data|served|validate|axe|file …]
// Each break is a run of its own: without names, the day chooses a third of them (lib/turn.mjs).

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileStyle, goodSite, writeSite } from './lib/fixture.mjs';
import { isDue, isWhole, seed } from './lib/turn.mjs';
import { check, done, note } from './lib/tap.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ENTRY = 'th/chaiyaphum/360203/index.html';
const CSS = 'assets/style.0a1b2c3d.css';
const MAIN = '</main>';
const add = (html) => [MAIN, `${html}${MAIN}`];

// script, file, [what, by what] (or null: the file is removed), the check that must fail
const BREAKS = [
  ['crawl', 'en/food/index.html', null, 'every page stands in every language'],
  ['crawl', 'th/regions/5/index.html', null, 'every page of the table'],
  ['crawl', ENTRY, add('<a href="../nowhere/">x</a>'), 'internal links'],
  ['crawl', ENTRY, add('<a href="../ban-khwao">x</a>'), 'internal links'],
  ['crawl', ENTRY, add('<a href="/th/">x</a>'), 'internal links'],
  ['crawl', ENTRY, add('<a href="../../index.html">x</a>'), 'internal links'],
  ['crawl', ENTRY, add('<a href="javascript:alert(1)">x</a>'), 'internal links'],
  ['crawl', ENTRY, add('<a href="../#nothing">x</a>'), 'anchors exist'],
  ['crawl', ENTRY, add('<img src="x.jpg" alt="">'), 'assets exist'],
  ['crawl', ENTRY, add('<img src="//example.com/x.jpg" alt="">'), 'nothing third-party'],
  ['crawl', ENTRY, add('<p style="color:red">x</p>'), 'no inline style'],
  ['crawl', ENTRY, add('<p onclick="x()">x</p>'), 'no inline style'],
  ['crawl', ENTRY, add('<script>x()</script>'), 'no inline style'],
  ['crawl', ENTRY, add('<p id="main">x</p>'), 'ids are unique'],
  ['crawl', ENTRY, [' rel="noopener noreferrer nofollow ugc"', ''], 'links out carry'],
  ['crawl', ENTRY, [/<link rel="alternate" hreflang="en"[^>]*>/, ''], 'hreflang'],
  ['crawl', ENTRY, [/hreflang="en" href="[^"]*"/, 'hreflang="en" href="https://example.go.th/identity/en/"'], 'hreflang'],
  ['crawl', ENTRY, [/rel="canonical" href="[^"]*"/, 'rel="canonical" href="https://evil.example/"'], 'canonical'],
  ['crawl', ENTRY, [/<title>.*<\/title>/, '<title>ผ้าไหมบ้านเขว้า food/</title>'], 'titles are unique'],
  ['crawl', ENTRY, ['<html lang="th"', '<html lang="en"'], 'lang is the language'],
  ['crawl', ENTRY, ['{"@context"', '{@context'], 'JSON-LD parses'],
  ['crawl', ENTRY, ['"@type":"Thing"', '"@type":"Product"'], 'JSON-LD parses'],
  ['crawl', ENTRY, [/"name":"[^"]*"/, '"name":"เงินกู้ด่วน"'], 'JSON-LD says only'],
  ['crawl', ENTRY, ["default-src 'none'", "default-src 'none' https:"], 'CSP is strict'],
  ['crawl', ENTRY, ['<meta name="description"', '<meta name="x"'], 'head:'],
  ['crawl', 'th/Bad_Name.html', ['', 'x'], 'paths are lower-case'],
  ['crawl', 'th/pages/alone/index.html', ['', '<!DOCTYPE html>'], 'every page can be reached'],
  ['crawl', CSS, ['body {', 'body { background: url(https://example.com/x.png);'], 'style sheets load'],
  ['data', 'sitemap.xml', ['<loc>', '<place>'], 'sitemaps are valid'],
  ['data', 'sitemap.xml', ['th/food/', 'th/fod/'], 'sitemaps list every page'],
  ['data', 'th/feed.xml', ['T00:00:00+07:00', ''], 'feeds are valid'],
  ['data', 'th/feed.xml', ['360203/"', '360204/"'], 'feeds name only'],
  ['data', 'data/identities.geojson', ['[101.9,15.7]', '[15.7,101.9]'], 'GeoJSON'],
  ['data', 'data/identities.csv', ['15.7', 'north'], 'data packages'],
  ['data', 'data/identities.csv', ['360203,15.7\r\n', '360203,15.7\r\n360203,15.7\r\n'], 'data packages'],
  ['data', 'data/identities.csv', ['360203,15.7', ',15.7'], 'other readers take'],
  ['data', 'data/identities.csv', ['15.7\r\n', '15.7\r\n360203,15.8\r\n'], 'other readers take'],
  ['data', 'data/datapackage.json', ['"name":"x"', '"name":"X Y"'], 'other readers take'],
  ['data', 'data/datapackage.json', ['"number"', '"numeral"'], 'other readers take'],
  ['data', 'counters.json', ['"schema":1', '"schema":2'], 'counters.json keeps'],
  ['data', 'counters.json', ['"laos":1', '"laos":2'], 'counters.json keeps'],
  ['data', 'data/reports.csv', ['2024-10', '"=1+1"'], 'every CSV'],
  ['data', 'data/reports.csv', ['360203', '"360203'], 'every CSV'],
  ['data', 'data/identities.json', ['[{', '[{},{'], 'the forms of the data agree'],
  ['data', 'data/identities.json', ['[{', '[{{'], 'JSON parses'],
  ['data', 'manifest.webmanifest', ['./', '/th/'], 'the web manifest'],
  ['data', CSS, ['#111', '#112'], 'manifest.txt tells'],
  ['data', 'security.txt', ['Expires', 'Exspires'], 'security.txt'],
  ['served', ENTRY, add('<a href="../ban-khwao">x</a>'), 'every link answers 200 at /'],
  ['served', ENTRY, add('<a href="/th/">x</a>'), 'every link answers 200 at /a/b/'],
  ['served', '404.html', ['/identity/assets/', 'assets/'], '404.html answers'],
  ['file', 'th/index.html', [/<ul>[\s\S]*<\/ul>/, ''], 'from the file system to an entry and back in th'],
];
// A browser and a Java machine are slow to start: all of these break one site, looked at once.
// script, file, [what, by what], the check that must fail, what it must say
const EN_ENTRY = 'en/chaiyaphum/360203/index.html';
const TOGETHER = [
  ['validate', ENTRY, add('<p><div>x</div></p>'), 'html-validate', 'close-order'],
  ['validate', ENTRY, add('<table><tr><td colspan="3">x</td></tr></table>'), 'the Nu checker finds nothing in the pages', 'Table columns'],
  ['validate', ENTRY, ["style-src 'self'", "style-src 'none'"], 'the Nu checker finds nothing in the pages', 'Content Security Policy'],
  ['validate', CSS, ['color: var', 'colour: var'], 'the Nu checker finds nothing in the style', 'colour'],
  ['validate', 'assets/icon.svg', ['<path ', '<path onclik="" '], 'the Nu checker finds nothing in the pictures', 'onclik'],
  ['axe', ENTRY, add('<img src="../../../assets/icon.svg">'), 'axe-core', 'image-alt'],
  ['axe', ENTRY, add('<p class="wide">x</p>'), 'no horizontal scroll', 'class="wide"'],
  ['axe', ENTRY, add('<p class="narrow"><a href="tel:044891101">0 4489 1101</a></p>'), 'telephone', '0 4489'],
  ['axe', ENTRY, ['<p>', '<p class="cut">'], 'wider text spacing', 'class="cut"'],
  ['axe', ENTRY, add('<p class="own">x</p>'), 'forced colours', 'keeps its colours'],
  ['axe', ENTRY, [/<a class="skip"[^>]*>/, '<a href="../">'], 'the skip link', 'first stop is'],
  ['axe', ENTRY, ['<li><a ', '<li><a class="unseen" '], 'the keyboard', 'focus is not visible'],
  ['axe', ENTRY, add('<script>x()</script>'), 'no console error', 'Content Security Policy'],
  ['axe', ENTRY, add('<img src="https://example.com/x.png" alt="">'), 'no console error', 'third party'],
  ['axe', EN_ENTRY, [/<main[\s\S]*<\/main>/, '<main></main>'], 'readable without', 'main holds'],
  ['axe', EN_ENTRY, ['</header>', '<p>ผ้าไหม</p></header>'], 'Thai is marked', 'ผ้าไหม'],
];
const BAD_CSS = `.narrow { width: 4rem }
.wide { width: 900px } .own { forced-color-adjust: none } .unseen:focus { outline: none !important }
.cut { font-size: .5rem; height: 1.3em; line-height: 1.2; overflow: hidden }`;

function run(script, site) {
  const URL_STYLE = script === 'file' ? 'file' : 'dir';
  const dir = mkdtempSync(join(tmpdir(), 'attalak-web-'));
  writeSite(dir, URL_STYLE === 'file' ? fileStyle(site) : site);
  const env = { ...process.env, SITE: dir, EACH: '1', WHOLE: '1', SHOWN: '99', CONTENT: dir, URL_STYLE };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(HERE, `${script}.mjs`)],
    { env, encoding: 'utf8' });
  rmSync(dir, { recursive: true });
  return { status, out: stdout + stderr };
}

function breakAt(site, file, change) {
  const before = site[file];
  if (change === null) delete site[file];
  else site[file] = change[0] ? site[file].replace(change[0], () => change[1]) : change[1];
  if (site[file] === before) throw new Error(`${file} is not changed: ${change}`);
}

const what = (change) => JSON.stringify(change ? change[1].slice(0, 50) : 'removed');

const chosen = process.argv.slice(2);
const SCRIPTS = ['crawl', 'data', 'axe', 'served', 'file', 'validate'];
const isWanted = (script, i) => (chosen.length ? chosen.includes(script) : isDue(i, 3));
const dueScripts = SCRIPTS.filter(isWanted);
const dueBreaks = BREAKS.filter(([script], i) => isWanted(script, i));
// For a slow script the good site is a few pages only.
function smallSite(script) {
  const site = goodSite();
  if (script !== 'axe') return site;
  for (const path of Object.keys(site)) if (/(food|access|about|5|3d)\/index/.test(path)) delete site[path];
  return site;
}

function judge(script, file, change, lines, seen) {
  check(`${script} sees ${file}: ${what(change)}`, seen ? [] : lines.split('\n'));
}

for (const script of dueScripts) {
  const { status, out } = run(script, smallSite(script));
  check(`${script}: the good site passes`, status === 0 ? [] : out.split('\n'));
}
if (!isWhole && !chosen.length) note(`a third of the breaks: SEED=${seed}`);
for (const [script, file, change, name] of dueBreaks) {
  const site = goodSite();
  breakAt(site, file, change);
  const { out } = run(script, site);
  const failed = out.split('\n').filter((line) => line.startsWith('not ok'));
  judge(script, file, change, out, failed.some((line) => line.includes(`- ${name}`)));
}
for (const script of dueScripts) {
  const rows = TOGETHER.filter((row) => row[0] === script);
  if (!rows.length) continue;
  const site = smallSite(script);
  for (const [, file, change] of rows) breakAt(site, file, change);
  site[CSS] += BAD_CSS;
  const { out } = run(script, site);
  const failed = out.split(/^(?=ok|not ok)/m).filter((block) => block.startsWith('not ok'));
  for (const [, file, change, name, says] of rows) {
    const seen = failed.some((block) => block.includes(`- ${name}`) && block.includes(says));
    judge(script, file, change, out, seen);
  }
}
done();
