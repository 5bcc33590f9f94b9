/* SPDX-License-Identifier: MIT */
// The data of SITE: sitemaps and feeds by xmllint and schema, GeoJSON (RFC 7946), CSV against its
// Table Schema, the web manifest, manifest.txt, security.txt, robots.txt.
//   SITE=site node data.mjs

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { parseCsv } from './lib/csv.mjs';
import { frictionless } from './lib/frictionless.mjs';
import { page as parse } from './lib/html.mjs';
import { underBase } from './lib/link.mjs';
import { base, files, languages, pages, read, readBytes, root } from './lib/site.mjs';
import { check, done } from './lib/tap.mjs';

const SCHEMA = fileURLToPath(new URL('schema/', import.meta.url));
const all = [...files.keys()];
const named = (pattern) => all.filter((path) => pattern.test(path));

function json(path) {
  try { return JSON.parse(read(path)); } catch { return null; }
}

/** Files against a schema, in one run of xmllint. */
function xmllint(option, schema, paths) {
  if (paths.length === 0) return ['there is none'];
  const run = spawnSync('xmllint', ['--nonet', '--noout', option, SCHEMA + schema, ...paths],
    { cwd: root, encoding: 'utf8' });
  if (run.error) return [`xmllint: ${run.error.code}`];
  return run.status === 0 ? [] : run.stderr.trim().split('\n');
}

// ---- sitemaps and feeds

const values = (xml, tag) => [...xml.matchAll(RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))]
  .map((match) => match[1].replaceAll('&amp;', '&'));

/** Every address of the sitemaps is a page, and every page that may be indexed is listed once. */
function sitemapPages(paths) {
  const problems = [];
  const listed = new Map();
  for (const path of paths) {
    const xml = read(path);
    const index = xml.includes('<sitemapindex');
    for (const address of values(xml, 'loc')) {
      const file = underBase(address, base);
      if (!file || !files.has(file)) problems.push(`${path}: ${address} is nothing`);
      if (!index) listed.set(file, (listed.get(file) ?? 0) + 1);
    }
    for (const [, href] of xml.matchAll(/hreflang="[^"]*"[^>]*href="([^"]*)"/g)) {
      if (!files.has(underBase(href, base))) problems.push(`${path}: alternate ${href}`);
    }
  }
  for (const [file, times] of listed) if (times > 1) problems.push(`${file} is listed twice`);
  for (const path of pages) {
    const { noindex, refresh } = parse(read(path));
    const wanted = !noindex && !refresh && path !== '404.html';
    if (wanted === listed.has(path)) continue;
    problems.push(`${path} ${wanted ? 'is missing' : 'is listed'}`);
  }
  return problems;
}

function feedLinks(paths) {
  const problems = languages.filter((lang) => !paths.some((path) => path.startsWith(`${lang}/`)))
    .map((lang) => `${lang} has no feed`);
  for (const path of paths) {
    const xml = read(path);
    const ids = values(xml, 'id');
    if (new Set(ids).size !== ids.length) problems.push(`${path}: ids are not unique`);
    for (const [, href] of xml.matchAll(/<link [^>]*href="([^"]*)"/g)) {
      const file = underBase(href, base);
      if (!file || !files.has(file)) problems.push(`${path}: ${href}`);
    }
  }
  return problems;
}

// ---- GeoJSON, RFC 7946

const DEPTH = { Point: 1, LineString: 2, MultiPoint: 2, Polygon: 3, MultiLineString: 3 };

function badPosition([lon, lat, ...rest]) {
  if (rest.length > 1 || typeof lon !== 'number' || typeof lat !== 'number') return 'no position';
  return lon < 97 || lon > 106 || lat < 5 || lat > 21 ? `${lon}, ${lat} is not in Thailand` : null;
}

function badFeature(feature) {
  if (feature?.type !== 'Feature') return 'no Feature';
  if (!('properties' in feature)) return 'no properties';
  if (feature.geometry === null) return null;
  const { type, coordinates } = feature.geometry ?? {};
  if (!DEPTH[type]) return `geometry ${type}`;
  const positions = DEPTH[type] === 1 ? [coordinates] : coordinates.flat(DEPTH[type] - 2);
  return positions.map(badPosition).find(Boolean) ?? null;
}

function geojson(path) {
  const data = json(path);
  if (data?.type !== 'FeatureCollection' || !Array.isArray(data.features)) {
    return [`${path}: no FeatureCollection`];
  }
  const problems = data.features.map((feature, i) => [i, badFeature(feature)])
    .filter(([, problem]) => problem).map(([i, problem]) => `${path}: feature ${i}: ${problem}`);
  if ('crs' in data) problems.push(`${path}: crs was removed from the format`);
  return problems;
}

// ---- CSV and its Table Schema

const TYPES = {
  string: () => true, any: () => true,
  integer: (v) => /^-?\d+$/.test(v),
  number: (v) => /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(v),
  boolean: (v) => /^(true|false|yes|no|1|0)$/i.test(v),
  date: (v) => /^\d{4}-\d{2}-\d{2}$/.test(v) && !Number.isNaN(Date.parse(v)),
  datetime: (v) => !Number.isNaN(Date.parse(v)),
  year: (v) => /^\d{4}$/.test(v), yearmonth: (v) => /^\d{4}-(0[1-9]|1[0-2])$/.test(v),
  array: (v) => Array.isArray(JSON.parse(v)), object: (v) => typeof JSON.parse(v) === 'object',
};

const FORMULA = /^([=+@\t\r]|-(?!\d))/;

function badCell(field, value) {
  const { required, enum: allowed, pattern, minimum, maximum } = field.constraints ?? {};
  if (value === '') return required ? 'is empty' : null;
  if (TYPES[field.type]?.(value) !== true) return `${value.slice(0, 30)} is no ${field.type}`;
  if (allowed && !allowed.map(String).includes(value)) return `${value} is not in its list`;
  if (pattern && !RegExp(`^(?:${pattern})$`, 'u').test(value)) return `${value} is not ${pattern}`;
  if (Number(value) < minimum || Number(value) > maximum) return `${value} is out of range`;
  return field.type === 'string' && FORMULA.test(value) ? 'begins like a formula' : null;
}

function badRows(path, fields, rows) {
  const problems = [];
  rows.forEach((row, i) => {
    if (row.length !== fields.length) problems.push(`${path}: row ${i + 2} has ${row.length} cells`);
    else fields.forEach((field, k) => {
      const problem = badCell(field, row[k]);
      if (problem) problems.push(`${path}: row ${i + 2}, ${field.name}: ${problem}`);
    });
  });
  return problems;
}

function table(path, schema) {
  const text = read(path);
  const problems = text.startsWith('\ufeff') ? [] : [`${path}: no BOM, Excel misreads it`];
  let rows;
  try { rows = parseCsv(text.replace(/^\ufeff/, '')); } catch (error) {
    return [`${path}: ${error.message}`];
  }
  const header = rows.shift() ?? [];
  const fields = schema?.fields ?? header.map((name) => ({ name, type: 'string' }));
  if (header.join() !== fields.map((field) => field.name).join()) {
    return [...problems, `${path}: header is not the schema's: ${header}`];
  }
  const keys = [schema?.primaryKey ?? []].flat().map((name) => header.indexOf(name));
  const seen = new Set(rows.map((row) => keys.map((k) => row[k]).join('\n')));
  if (keys.length && seen.size !== rows.length) problems.push(`${path}: primary key is not unique`);
  return [...problems, ...badRows(path, fields, rows)];
}

function datapackage(path) {
  const data = json(path);
  if (!data) return [`${path}: no JSON`];
  const problems = ['name', 'resources'].filter((key) => !data[key]).map((key) => `no ${key}`);
  if (!/^[a-z0-9._/-]+$/.test(data.name ?? '')) problems.push(`name ${data.name}`);
  const inside = new Map((data.resources ?? [])
    .map((resource) => [posix.join(posix.dirname(path), resource.path), resource]));
  for (const [file, resource] of inside) {
    if (!resource.name) problems.push(`${file}: no name`);
    if (!files.has(file)) problems.push(`${file} is not there`);
    else if (file.endsWith('.csv')) problems.push(...table(file, resource.schema));
    if (file.endsWith('.csv') && !resource.schema?.fields) problems.push(`${file}: no schema`);
    if (resource.bytes && resource.bytes !== files.get(file)) problems.push(`${file}: bytes`);
  }
  return problems;
}

// ---- the rest

function webManifest(path) {
  const data = json(path);
  if (!data) return [`${path}: no JSON`];
  const problems = ['name', 'start_url', 'display', 'icons'].filter((key) => !data[key]);
  const addresses = [data.start_url, data.scope ?? './', ...(data.icons ?? []).map((i) => i.src)];
  for (const address of addresses) {
    const file = posix.join(posix.dirname(path), address ?? '');
    const there = files.has(file) || files.has(posix.join(file, 'index.html'));
    if (/^(\/|[a-z]+:)/.test(address) || !there) problems.push(`${address} is no file of the site`);
  }
  return problems;
}

/** manifest.txt: one line a file with path, size and SHA-256, in any order; itself left out. */
function digests(path) {
  const problems = [];
  const listed = new Set([path]);
  for (const line of read(path).split('\n').filter((l) => l && !l.startsWith('#'))) {
    const sum = /\b[0-9a-f]{64}\b/.exec(line)?.[0];
    const words = line.split(/\s+/);
    const file = words.find((word) => files.has(word));
    if (!sum || !file) { problems.push(`what is this: ${line}`); continue; }
    listed.add(file);
    if (!words.includes(String(files.get(file)))) problems.push(`${file}: size`);
    const truth = createHash('sha256').update(readBytes(file)).digest('hex');
    if (sum !== truth) problems.push(`${file}: SHA-256`);
  }
  const left = all.filter((file) => !listed.has(file) && !file.startsWith('.'));
  return [...problems, ...left.map((file) => `${file} is not listed`)];
}

function securityTxt(paths) {
  if (paths.length === 0) return ['there is none'];
  return paths.flatMap((path) => {
    const text = read(path);
    const expires = /^Expires: (.+)$/m.exec(text)?.[1];
    const problems = /^Contact: (https:|mailto:|tel:)/m.test(text) ? [] : [`${path}: no Contact`];
    return Number.isNaN(Date.parse(expires)) ? [...problems, `${path}: no Expires`] : problems;
  });
}

function robots() {
  const missing = values(read('robots.txt').replace(/^Sitemap: (\S+)$/gm, '<s>$1</s>'), 's')
    .filter((address) => !files.has(underBase(address, base)));
  if (!/^Sitemap: /m.test(read('robots.txt'))) missing.push('no Sitemap line');
  return missing;
}

/** The promise to other sites: the shape, every province once, the country their sum. */
function counters() {
  const data = json('counters.json');
  const valid = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(`${SCHEMA}counters.schema.json`, 'utf8')));
  if (!valid(data)) return valid.errors.map((error) => `${error.instancePath} ${error.message}`);
  const sum = (key) => data.provinces.reduce((total, province) => total + province[key], 0);
  const problems = ['laos', 'published'].filter((key) => sum(key) !== data.country[key])
    .map((key) => `${key}: ${data.country[key]}, its provinces ${sum(key)}`);
  const codes = data.provinces.map((province) => province.code);
  if (new Set(codes).size !== codes.length) problems.push('a province stands twice');
  return problems;
}

/** The same entries in every form: as many rows as objects as points or fewer. */
function agreement() {
  const objects = json('data/identities.json');
  const list = Array.isArray(objects) ? objects : Object.values(objects ?? {}).find(Array.isArray);
  const rows = parseCsv(read('data/identities.csv').replace(/^\ufeff/, '')).length - 1;
  const points = json('data/identities.geojson')?.features.length ?? 0;
  if (!list?.length) return ['identities.json holds no list'];
  return list.length === rows && points <= rows && points > 0 ? []
    : [`${list.length} objects, ${rows} rows, ${points} points`];
}

const wanted = ['identities.csv', 'identities.json', 'identities.geojson', 'reports.csv',
  'coverage.csv', 'progress.csv', 'rounds.csv', 'datapackage.json'].map((name) => `data/${name}`);
const top = ['counters.json', 'manifest.txt', 'robots.txt', 'sitemap.xml', 'security.txt', 'manifest.webmanifest'];
const missing = [...wanted, ...top].filter((path) => !files.has(path));
check('the data files are there', missing);
const sitemaps = named(/(^|\/)sitemap[^/]*\.xml$/);
const feeds = named(/(^|\/)feed[^/]*\.xml$/);
check('sitemaps are valid by schema', xmllint('--schema', 'sitemap.xsd', sitemaps));
check('sitemaps list every page once and nothing else', sitemapPages(sitemaps));
check('feeds are valid by schema', xmllint('--relaxng', 'atom.rng', feeds));
check('feeds name only what is there', feedLinks(feeds));
check('JSON parses', named(/json$|webmanifest$/).filter((path) => json(path) === null));
check('GeoJSON keeps RFC 7946', named(/\.geojson$/).flatMap(geojson));
check('data packages and their tables agree', named(/datapackage\.json$/).flatMap(datapackage));
check('other readers take the data packages and their tables',
  (await Promise.all(named(/datapackage\.json$/).filter(json).map(frictionless))).flat());
check('every CSV is strict, safe and has its BOM', named(/\.csv$/).flatMap((path) => table(path)));
if (missing.length === 0) {
  check('the forms of the data agree', agreement());
  check('counters.json keeps its schema and sums', counters());
  check('the web manifest is relative and complete', webManifest('manifest.webmanifest'));
  check('manifest.txt tells path, size and SHA-256 of every file', digests('manifest.txt'));
  check('security.txt says whom to write to', securityTxt(named(/security\.txt$/)));
  check('robots.txt names the sitemap', robots());
}
done();
