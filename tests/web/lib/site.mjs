/* SPDX-License-Identifier: MIT */
// The tree on disk: its files, its languages, and what kind of page each path is.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDue } from './turn.mjs';
import { bail } from './tap.mjs';

export const root = resolve(process.env.SITE ?? 'site');

// The page table of the site. `must` = every language has at least one.
const FIELD = '(?:food|historic|arts|product)';
const KINDS = [
  { kind: 'root', path: /^index\.html$/ },
  { kind: 'embed', path: /^embed\/(?:[^/]+\/)?index\.html$/ },
  { kind: '404', path: /^404\.html$/ },
  { kind: 'home', path: /^L\/index\.html$/, must: true },
  { kind: 'field', path: RegExp(`^L/${FIELD}/index\\.html$`), must: true },
  { kind: 'access', path: /^L\/access\/index\.html$/, must: true },
  { kind: 'regions', path: /^L\/regions\/index\.html$/, must: true },
  { kind: 'cluster', path: /^L\/regions\/\d+\/index\.html$/, must: true },
  { kind: 'tag', path: /^L\/tag\/[0-9a-f]{8}\/index\.html$/, must: true },
  { kind: 'page', path: /^L\/pages\/[^/]+\/index\.html$/, must: true },
  { kind: 'search', path: /^L\/search\/index\.html$/, must: true },
  { kind: 'near', path: /^L\/near\/index\.html$/, must: true },
  { kind: 'progress', path: /^L\/progress\/index\.html$/, must: true },
  { kind: 'progress-province', path: /^L\/progress\/[^/]+\/index\.html$/, must: true },
  { kind: 'trip', path: /^L\/trip\/index\.html$/, must: true },
  { kind: 'offline', path: /^L\/offline\/index\.html$/ },
  { kind: 'check', path: /^L\/check\/index\.html$/, must: true },
  { kind: 'rules', path: /^L\/check\/rules\/index\.html$/, must: true },
  { kind: 'check-province', path: /^L\/check\/[^/]+\/index\.html$/, must: true },
  { kind: 'province', path: /^L\/[^/]+\/index\.html$/, must: true },
  { kind: 'province-field', path: RegExp(`^L/[^/]+/${FIELD}/index\\.html$`), must: true },
  { kind: 'province-access', path: /^L\/[^/]+\/access\/index\.html$/, must: true },
  { kind: 'entry', path: /^L\/[^/]+\/\d{6}\/index\.html$/, must: true },
  { kind: 'district', path: /^L\/[^/]+\/[^/]+\/index\.html$/, must: true },
];
export const REQUIRED = KINDS.filter((k) => k.must).map((k) => k.kind);

/** The language of a path, or '' for what stands outside every language. */
export function langOf(path) {
  return languages.find((lang) => path.startsWith(`${lang}/`)) ?? '';
}

export function kindOf(path) {
  const lang = langOf(path);
  const bare = lang ? `L${path.slice(lang.length)}` : path;
  return KINDS.find((k) => k.path.test(bare))?.kind ?? 'unknown';
}

function walk(dir, prefix, found) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = prefix + entry.name;
    if (entry.isDirectory()) walk(join(dir, entry.name), `${path}/`, found);
    else found.set(path, entry.isFile() ? statSync(join(dir, entry.name)).size : -1);
  }
  return found;
}

export const read = (path) => readFileSync(join(root, path), 'utf8');
export const readBytes = (path) => readFileSync(join(root, path));

function load() {
  try {
    return walk(root, '', new Map());
  } catch (error) {
    return bail(`no site at ${root} (${error.code}): set SITE`);
  }
}

/** path → bytes; -1 marks what is no regular file. */
export const files = load();
if (!files.has('index.html')) bail(`${root} holds no index.html`);

export const languages = [...files.keys()]
  .map((path) => /^([a-z]{2,3})\/index\.html$/.exec(path)?.[1]).filter(Boolean).sort().reverse();
export const pages = [...files.keys()].filter((path) => path.endsWith('.html')).sort();

/** base_url, as the first page names it; every absolute address begins with it. */
export const base = /<link rel="?canonical"? href="?([^"> ]*)/.exec(read('index.html'))?.[1] ?? '';
if (!/^https?:\/\/[^/]+\/(.+\/)?$/.test(base)) bail(`/ has no canonical address: ${base}`);
export const basePath = new URL(base).pathname;

/** The address of a page below the root of the site: its directory, or the file itself. */
export function urlOf(path) {
  return path.replace(/(^|\/)index\.html$/, '$1');
}

/**
 * A few pages of every kind in every language: the smallest, the middle and the largest file,
 * since a template shows its faults where there is nothing or too much to say.
 * What a template names itself in <body data-kind> is a kind too.
 */
export function sample(each = 3) {
  const groups = new Map();
  for (const path of pages) {
    const named = /<body[^>]*\sdata-kind="([^"]*)"/.exec(read(path))?.[1] ?? '';
    const key = [langOf(path), kindOf(path), named].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), path]);
  }
  return [...groups.values()].flatMap((group) => pick(group, each));
}

function pick(group, each) {
  const sorted = [...group].sort((a, b) => files.get(a) - files.get(b) || (a < b ? -1 : 1));
  const last = sorted.length - 1;
  const wanted = each === 1 ? [last] : [last, 0, last >> 1].slice(0, each);
  return [...new Set(wanted.map((i) => sorted[i]))];
}

/** Each kind of thing in one language a day, the next kind in the next language. */
export const isDueIn = (kind, lang) => isDue(kind + languages.indexOf(lang), languages.length);

/** Pages, of which each kind comes in one language; those of no language are all there. */
export function pagesDue(paths) {
  const kinds = [...new Set(paths.map(kindOf))];
  return paths.filter((path) => !langOf(path) || isDueIn(kinds.indexOf(kindOf(path)), langOf(path)));
}
