/* SPDX-License-Identifier: MIT */
// Reads every page of SITE from disk and holds it against the contract: pages, links, languages,
// titles, paths, nothing third-party, nothing inline, structured data.
//   SITE=site URL_STYLE=file|dir CONTENT=content node crawl.mjs

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { page as parse } from './lib/html.mjs';
import { follow, underBase } from './lib/link.mjs';
import {
  base, basePath, files, kindOf, langOf, languages, pages, read, readBytes, REQUIRED, root, urlOf,
} from './lib/site.mjs';
import { check, done, note } from './lib/tap.mjs';
import { hidden, unfounded } from './lib/visible.mjs';

const problems = {
  presence: [], parity: [], links: [], anchors: [], assets: [], thirdParty: [], inline: [],
  external: [], head: [], canonical: [], hreflang: [], ids: [], titles: [], lang: [],
  jsonld: [], visible: [], csp: [], paths: [], css: [], orphans: [],
};

const idsOf = new Map();        // page → its ids
const alternatesOf = new Map(); // page → { language: page }
const fragments = [];           // [from, to, id], looked up when every id is known
const titles = new Map();       // language + title → first page
const reached = new Set(['index.html', '404.html']);
const stubs = new Set();
const kinds = new Map();

// A string cut from a page keeps the whole page in memory: what outlives the page is copied, once.
const copies = new Map();
function keep(string) {
  if (!copies.has(string)) {
    const copy = Buffer.from(string).toString();
    copies.set(copy, copy);
  }
  return copies.get(string);
}

function checkLink(path, { url, rel }) {
  const to = follow(path, url, path === '404.html' ? basePath : null);
  if (to.problem) { problems.links.push(`${path}: ${url} ${to.problem}`); return; }
  if (to.external) {
    const safe = /\bnoopener\b/.test(rel) && /\bnoreferrer\b/.test(rel);
    if (/^http/.test(to.external) && !safe) problems.external.push(`${path}: ${url}`);
    return;
  }
  reached.add(to.path);
  if (to.fragment && to.fragment !== 'top') fragments.push([path, to.path, keep(to.fragment)]);
}

function checkLoad(path, url) {
  if (/^(https?:)?\/\//i.test(url)) { problems.thirdParty.push(`${path}: ${url}`); return; }
  if (url.startsWith('data:')) { problems.inline.push(`${path}: ${url.slice(0, 40)}`); return; }
  const to = follow(path, url, path === '404.html' ? basePath : null);
  if (to.problem) problems.assets.push(`${path}: ${url} ${to.problem}`);
  else reached.add(to.path);
}

function checkIds(path, ids) {
  const unique = new Set(ids.map(keep));
  if (unique.size !== ids.length) {
    const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
    problems.ids.push(`${path}: ${[...new Set(twice)].join(' ')}`);
  }
  idsOf.set(path, unique);
}

function checkHead(path, html, it) {
  const wanted = path === '404.html' ? ['title', 'csp'] : ['title', 'csp', 'description'];
  const missing = wanted.filter((key) => !it[key]);
  if (!/<meta charset="?utf-8/i.test(html.slice(0, 1024))) missing.push('charset in 1024 bytes');
  const og = ['og:title', 'og:locale', 'og:url', 'og:type'].filter((key) => !it.og[key]);
  if (langOf(path)) missing.push(...og);
  if (missing.length) problems.head.push(`${path}: ${missing.join(', ')}`);
  const card = it.og['og:image'];
  if (card && !files.has(underBase(card, base) ?? '')) problems.head.push(`${path}: og:image ${card} is no file`);
  if (it.og['og:url'] && it.og['og:url'] !== it.canonical) {
    problems.head.push(`${path}: og:url ${it.og['og:url']} is not canonical`);
  }
}

function checkTitle(path, it) {
  const key = keep(`${langOf(path)} ${it.title}`);
  if (titles.has(key)) problems.titles.push(`${path} and ${titles.get(key)}: ${it.title}`);
  else titles.set(key, path);
}

function checkAlternates(path, it) {
  const to = {};
  for (const { lang, url } of it.alternates) {
    const file = underBase(url, base);
    if (!file || !files.has(file)) problems.hreflang.push(`${path}: ${lang} → ${url}`);
    if (lang in to) problems.hreflang.push(`${path}: ${lang} twice`);
    to[lang] = file;
  }
  alternatesOf.set(path, to);
}

function checkJsonld(path, it) {
  for (const source of it.jsonld) {
    let data;
    try { data = JSON.parse(source); } catch (error) {
      problems.jsonld.push(`${path}: ${error.message}`);
      continue;
    }
    problems.jsonld.push(...unfounded(data).map((what) => `${path}: ${what}`));
    problems.visible.push(...hidden(data, it).map((what) => `${path}: ${what}`));
    const digest = createHash('sha256').update(source).digest('base64');
    if (!it.csp?.includes(`'sha256-${digest}'`)) problems.csp.push(`${path}: JSON-LD not in CSP`);
  }
}

function checkCsp(path, it) {
  const loose = /'unsafe-|https?:|\*|data:|blob:/.exec(it.csp ?? '');
  if (loose) problems.csp.push(`${path}: ${loose[0]}`);
  if (it.csp && !/default-src 'none'/.test(it.csp)) problems.csp.push(`${path}: no default-src`);
}

function checkPage(path) {
  const html = read(path);
  const it = parse(html);
  const lang = langOf(path);
  checkIds(path, it.ids);
  it.links.forEach((link) => checkLink(path, link));
  it.loads.forEach((url) => checkLoad(path, url));
  it.inline.forEach((what) => problems.inline.push(`${path}: ${what}`));
  if (it.refresh) { stubs.add(path); return; }
  kinds.set(kindOf(path), (kinds.get(kindOf(path)) ?? 0) + 1);
  checkHead(path, html, it);
  checkCsp(path, it);
  checkTitle(path, it);
  checkAlternates(path, it);
  checkJsonld(path, it);
  if (lang ? it.lang !== lang : !languages.includes(it.lang)) {
    problems.lang.push(`${path}: lang="${it.lang}"`);
  }
  if (path !== '404.html' && it.canonical !== base + urlOf(path)) {
    problems.canonical.push(`${path}: ${it.canonical}`);
  }
}

// ---- after all pages are read

function checkFragments() {
  for (const [from, to, id] of fragments) {
    if (to.endsWith('.html') && !idsOf.get(to)?.has(id)) {
      problems.anchors.push(`${from}: ${urlOf(to)}#${id}`);
    }
  }
}

function checkReciprocity() {
  for (const [path, to] of alternatesOf) {
    if (!langOf(path)) continue;
    for (const lang of [...languages, 'x-default']) {
      if (!to[lang]) problems.hreflang.push(`${path}: lacks ${lang}`);
    }
    if (to[langOf(path)] !== path) problems.hreflang.push(`${path}: does not list itself`);
    for (const lang of languages) {
      const back = alternatesOf.get(to[lang])?.[langOf(path)];
      if (to[lang] && back !== path) problems.hreflang.push(`${path}: ${to[lang]} not back`);
    }
  }
}

function checkPresence() {
  if (languages.length === 0) problems.presence.push('no language at all');
  for (const lang of languages) {
    const found = new Set(pages.filter((p) => langOf(p) === lang).map(kindOf));
    const missing = REQUIRED.filter((kind) => !found.has(kind));
    problems.presence.push(...missing.map((kind) => `${lang}: no page of kind ${kind}`));
  }
  for (const path of ['404.html', 'robots.txt', 'manifest.webmanifest']) {
    if (!files.has(path)) problems.presence.push(path);
  }
  for (const path of [...registryPages(), ...identityPages()]) {
    if (!files.has(path)) problems.presence.push(path);
  }
}

/** Every province and cluster of the registry has its pages. */
function registryPages() {
  const dir = join(process.env.CONTENT ?? join(dirname(root), 'content'), 'registry');
  const cells = (name) => (existsSync(join(dir, name))
    ? readFileSync(join(dir, name), 'utf8').replace(/^\ufeff/, '').trim().split(/\r?\n/).slice(1)
    : []).map((line) => line.split(','));
  const of = cells('provinces.csv').map((cell) => cell[1]);
  const fields = ['', 'food/', 'historic/', 'arts/', 'product/', 'access/'];
  return languages.flatMap((lang) => [
    ...of.flatMap((slug) => fields.map((field) => `${lang}/${slug}/${field}index.html`)),
    ...of.map((slug) => `${lang}/check/${slug}/index.html`),
    ...cells('clusters.csv').map((cell) => `${lang}/regions/${Number(cell[0])}/index.html`),
  ]);
}

/** Every published identity has its page, found by its code: names never enter paths. */
function identityPages() {
  const codes = new Set();
  if (files.has('data/identities.json')) {
    JSON.parse(read('data/identities.json'), function see(key, value) {
      if (/^(lao|code)$/.test(key) && /^\d{6,8}$/.test(value)) codes.add(String(value).slice(-6));
      return value;
    });
  }
  const entries = new Set(pages.filter((p) => kindOf(p) === 'entry')
    .map((p) => `${langOf(p)} ${p.split('/').at(-2)}`));
  return languages.flatMap((lang) => [...codes]
    .filter((code) => !entries.has(`${lang} ${code}`))
    .map((code) => `${lang}/*/${code}/index.html`));
}

function checkParity() {
  for (const path of pages) {
    const lang = langOf(path);
    for (const other of lang ? languages : []) {
      const twin = other + path.slice(lang.length);
      if (!files.has(twin)) problems.parity.push(`${path} has no ${twin}`);
    }
  }
}

const SEGMENT = /^[a-z0-9][a-z0-9-]{0,62}$/;
const TYPES = 'html css js json geojson xml txt svg png jpg webp woff2 csv webmanifest ics gpx';
const FILE = RegExp(`^[a-z0-9][a-z0-9-]{0,62}(\\.[a-z0-9-]+)*\\.(${TYPES.replaceAll(' ', '|')})$`);
const EXTRA = /^(\.nojekyll|\.well-known\/security\.txt|\.attalak[a-z.-]*|_headers|_redirects)$/;
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/;

function checkPath(path) {
  const parts = path.split('/');
  const name = parts.pop();
  const bad = parts.some((part) => !SEGMENT.test(part) || DEVICE.test(part)) || !FILE.test(name)
    || DEVICE.test(name.split('.')[0]) || path.length > 100 || parts.length > 4;
  if (bad && !EXTRA.test(path)) problems.paths.push(path);
  if (files.get(path) < 0) problems.paths.push(`${path}: no regular file`);
}

function checkStyle(path) {
  const css = read(path).replace(/\/\*[\s\S]*?\*\//g, '');
  for (const [, quoted, bare] of css.matchAll(/url\(\s*(?:["']([^"']*)["']|([^)"']*))\s*\)/g)) {
    const url = quoted ?? bare;
    const to = follow(path, url);
    if (to.path) reached.add(to.path);
    else problems.css.push(`${path}: ${url.slice(0, 60)} ${to.problem ?? 'is elsewhere'}`);
  }
  if (/@import/.test(css)) problems.css.push(`${path}: @import`);
}

function checkOrphans() {
  for (const path of pages) {
    if (!reached.has(path) && !stubs.has(path)) problems.orphans.push(path);
  }
}

const zipped = (path) => gzipSync(readBytes(path), { level: 6 }).length;

function budget() {
  const over = [];
  const bytes = [...files.values()].reduce((sum, size) => sum + size, 0);
  const entries = pages.filter((p) => kindOf(p) === 'entry')
    .sort((a, b) => files.get(b) - files.get(a)).slice(0, 100);
  const fat = entries.filter((path) => zipped(path) > 12 * 1024);
  if (files.size > 19500) over.push(`${files.size} files`);
  if (bytes > 900e6) over.push(`${bytes} bytes`);
  over.push(...[...files].filter(([, size]) => size > 20e6).map(([path]) => `${path} > 20 MB`));
  over.push(...fat.map((path) => `${path}: ${zipped(path)} bytes gzip`));
  note(`${files.size} files, ${(bytes / 1e6).toFixed(1)} MB; largest entry page `
    + `${entries.length ? zipped(entries[0]) : 0} bytes gzip`);
  return over;
}

pages.forEach(checkPage);
[...files.keys()].forEach(checkPath);
[...files.keys()].filter((path) => path.endsWith('.css')).forEach(checkStyle);
checkFragments();
checkReciprocity();
checkPresence();
checkParity();
checkOrphans();
note(`${pages.length} pages in ${languages.join(', ')}, ${stubs.size} stubs: `
  + [...kinds].map(([kind, n]) => `${kind} ${n}`).join(', '));

check('every page of the table is there in every language', problems.presence);
check('every page stands in every language', problems.parity);
check('no path is of a kind the table does not know', pages.filter((p) => kindOf(p) === 'unknown'));
check('internal links are exact and arrive', problems.links);
check('anchors exist', problems.anchors);
check('assets exist', problems.assets);
check('style sheets load only what is there', problems.css);
check('nothing third-party loads', problems.thirdParty);
check('no inline style, script or handler', problems.inline);
check('links out carry noopener noreferrer', problems.external);
check('every page can be reached by a link', problems.orphans);
check('head: charset, title, description, Open Graph, CSP', problems.head);
check('CSP is strict and names the structured data by its hash', problems.csp);
check('canonical is the page itself under base_url', problems.canonical);
check('hreflang: self, others, x-default, and back', problems.hreflang);
check('ids are unique', problems.ids);
check('titles are unique in a language', problems.titles);
check('lang is the language of the path', problems.lang);
check('JSON-LD parses and claims nothing without ground', problems.jsonld);
check('JSON-LD says only what the page shows', problems.visible);
check('paths are lower-case ASCII that every host serves', problems.paths);
check('files, bytes and entry pages are within the budget', budget());
done();
