/* SPDX-License-Identifier: MIT */
// The search beside Pagefind's: both are asked the questions of recall.mjs, about the same entries; what
// Pagefind's index takes to make, and what a first question makes a browser fetch. SEARCH.md holds a result.
// Pagefind is no dependency; where it is installed:
//   npm install --prefix /tmp/pagefind pagefind@1.x
//   SITE=site PAGEFIND=/tmp/pagefind INDEX=/tmp/pagefind-index node tests/bench/pagefind.mjs
// INDEX: a folder for the entries' pages (hard links where it can be) and the index of them that Pagefind makes
// when told nothing else. It is kept, and an index that is there is not made again. QUESTIONS: of each kind (20)
//
// Each of the two languages has its index in Pagefind, so a question is asked on a page in the language of its
// letters, and once more on one in the other. What should be found is what recall.mjs says. Pagefind also reads
// stories: of others that come before what should be found, those are told apart whose page does not hold the words.

import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch } from '../web/lib/browser.mjs';
import { page as parse } from '../web/lib/html.mjs';
import { serveAtHome } from '../web/lib/nginx.mjs';
import { grep, misspeltOnce, otherwise, whole } from '../web/lib/questions.mjs';
import { scripts, wholeIndex } from '../web/lib/search.mjs';
import { kindOf, langOf, languages, pages, read, root } from '../web/lib/site.mjs';
import { bail } from '../web/lib/tap.mjs';

const FIRST = 60;              // answers: who looks at more?
const DRAWN = 5;               // of a first question, as Pagefind's own UI does
const QUIET = 4000;            // ms: by then the search page has fetched the rest too
const PAGEFIND = resolve(process.env.PAGEFIND ?? bail('no PAGEFIND: see the head of pagefind.mjs'));
const INDEX = resolve(process.env.INDEX ?? bail('no INDEX: see the head of pagefind.mjs'));
const bundle = join(INDEX, 'pagefind');

const codeOf = (url) => /\d{6}/.exec(url)[0];
const entryPages = new Map(pages.filter((path) => kindOf(path) === 'entry')
  .map((path) => [`${langOf(path)} ${codeOf(path)}`, path]));
const row = (what, ...cells) => console.log(`| ${[what, ...cells].join(' | ')} |`);
const ownLanguage = (question) => (/[\u0e00-\u0e7f]/.test(question) ? 'th' : 'en');
const otherLanguage = (question) => languages.find((lang) => lang !== ownLanguage(question));
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

// ---- Pagefind's index

function layOut(path) {
  mkdirSync(join(INDEX, dirname(path)), { recursive: true });
  try {
    linkSync(join(root, path), join(INDEX, path));
  } catch {
    copyFileSync(join(root, path), join(INDEX, path));     // on another disk
  }
}

/** Makes the index, and gives what that took. */
function makeIndex() {
  for (const path of entryPages.values()) layOut(path);
  const command = [join(PAGEFIND, 'node_modules/.bin/pagefind'), '--site', INDEX, '--quiet'];
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', ...command], { encoding: 'utf8' });
  if (status !== 0) bail(`Pagefind fails: ${stderr}`);
  const [wall, user, system, memory] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return `${Math.round(wall)} s, ${Math.round(user + system)} s of processor, ${(memory / 2 ** 20).toFixed(1)} GB of memory`;
}

const inAll = (sizes) => `${sizes.length} files, ${(sum(sizes) / 1e6).toFixed(1)} MB`;
const sizesOf = (folder, sizeOf) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name))
  .filter((path) => statSync(path).isFile()).map(sizeOf);

function weigh() {
  const took = existsSync(bundle) ? 'made before' : makeIndex();
  const { version } = JSON.parse(readFileSync(join(bundle, 'pagefind-entry.json'), 'utf8'));
  row('', 'attalak', `Pagefind ${version}`);
  row('---', '---', '---');
  row('made in', 'a part of the build', took);
  row('files, as they are fetched', inAll(sizesOf(join(root, 'data/search'), (path) => gzipSync(readFileSync(path)).length)),
    inAll(sizesOf(bundle, (path) => statSync(path).size)));
}

// ---- Pagefind in a page

/** An empty page in `lang` that has Pagefind's script. */
async function openPagefind(browser, origin, lang) {
  const page = await (await browser.newContext()).newPage();
  const body = `<!DOCTYPE html><html lang="${lang}"><title>${lang}</title></html>`;
  await page.route(`${origin}empty`, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${origin}empty`);
  await page.evaluate(async (script) => {
    window.addresses = new Map();
    window.pagefind = await import(script);
    await window.pagefind.init();
  }, `${origin}pagefind/pagefind.js`);
  return page;
}

/** In the page: the addresses of what is found. What tells the one of an answer is fetched once. */
async function findHere({ question, most }) {
  const { results } = await window.pagefind.search(question);
  return Promise.all(results.slice(0, most).map(async ({ id, data }) => {
    if (!window.addresses.has(id)) window.addresses.set(id, (await data()).url);
    return window.addresses.get(id);
  }));
}

// ---- what a first question makes a browser fetch

const FIRST_QUESTIONS = [...whole.values()].flatMap((list) => list.slice(0, languages.length))
  .map(({ question }) => question);

/** What the search asked for after the first `skipped` answers of nginx, and until `last` (s). */
function costOf(answers, skipped, pattern, last = Infinity) {
  const mine = answers().slice(skipped).filter(({ at, path }) => at <= last && pattern.test(path));
  return { files: mine.length, bytes: sum(mine.map(({ bytes }) => bytes)) };
}

async function askPagefindFirst(browser, { origin, answers }, question) {
  const skipped = answers().length;
  const page = await openPagefind(browser, origin, ownLanguage(question));
  await page.evaluate(findHere, { question, most: DRAWN });
  await page.context().close();
  const cost = costOf(answers, skipped, /\/pagefind\//);
  return { first: cost, all: cost };
}

/** In the page: when the first card came, in s. */
function awaitCard() {
  window.card = new Promise((resolve) => {
    new MutationObserver(() => resolve(Date.now() / 1000)).observe(document.getElementById('results'), { childList: true });
  });
}

async function askAttalakFirst(browser, { origin, answers }, question) {
  const [skipped, mine] = [answers().length, /\/search\/|\.js$/];
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${origin}${ownLanguage(question)}/search/`);
  await page.evaluate(awaitCard);
  await page.fill('#q', question);
  const drawn = await page.evaluate(() => window.card);
  await page.waitForTimeout(QUIET);
  await context.close();
  return { first: costOf(answers, skipped, mine, drawn), all: costOf(answers, skipped, mine) };
}

async function askFirst(ask, browser, server) {
  const costs = [];
  for (const question of FIRST_QUESTIONS) costs.push(await ask(browser, server, question));
  const spread = (when, what, unit) => {
    const sorted = costs.map((cost) => cost[when][what] / unit).sort((a, b) => a - b);
    return [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)].map(Math.round).join(' / ');
  };
  return (when) => `${spread(when, 'files', 1)} files, ${spread(when, 'bytes', 1024)} KB`;
}

// ---- what is found

const { Index } = scripts('fold.js', 'find.js');
const indexes = new Map(languages.map((lang) => [lang, wholeIndex(lang, Index)]));

function askAttalak(lang, question) {
  const index = indexes.get(lang);
  return Array.from(index.search(question).rows, (each) => index.file.code(each));
}
const askPagefind = (tabs) => async (lang, question) => (
  await tabs.get(lang).evaluate(findHere, { question })).map(codeOf);

const plain = (text) => text.normalize('NFC').toLowerCase();
const texts = new Map();

/** Does the entry's page hold every word, anywhere? */
function holds(lang, code, question) {
  const key = `${lang} ${code}`;
  if (!texts.has(key)) texts.set(key, plain(parse(read(entryPages.get(key))).text));
  return plain(question).split(/\s+/).every((word) => texts.get(key).includes(word));
}

/** Of what is wanted, the shares found at all and among the first; of the first as many, the share of others. */
async function judge(ask, lang, { question, wanted }) {
  const codes = await ask(lang, question);
  const most = Math.min(wanted.size, FIRST);
  const found = (list) => list.filter((code) => wanted.has(code)).length;
  const others = codes.slice(0, most).filter((code) => !wanted.has(code));
  return {
    all: found(codes) / wanted.size,
    first: Math.min(1, found(codes.slice(0, FIRST)) / most),
    others: others.length / most,
    wrong: others.filter((code) => !holds(lang, code, question)).length / most,
  };
}

async function judgeAll(ask, list, pageOf) {
  const judged = [];
  for (const each of list) judged.push(await judge(ask, pageOf(each.question), each));
  return judged;
}

/** Pieces are cut anywhere, which Pagefind is not made for: the same ones with the whole of the words they cut. */
function mend({ question, entry, lang }) {
  const summary = entry.summary[lang];
  const from = summary.indexOf(question);
  const to = from + question.length;
  const words = [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(summary)]
    .filter(({ index, segment, isWordLike }) => isWordLike && index < to && index + segment.length > from);
  return { question: summary.slice(words[0].index, words.at(-1).index + words.at(-1).segment.length) };
}

const greps = ({ question }) => ({ question, wanted: grep(question) });
const meant = ({ question, entry }) => ({ question, wanted: new Set([entry.code]) });
const KINDS = [
  ...[...whole].map(([kind, list]) => [kind, list.map(greps)]),
  ['whole words of summaries', whole.get('words of summaries').map(mend).map(greps)],
  ['misspelt once', [...misspeltOnce.values()].flat().map(meant)],
  ...[...otherwise].map(([kind, list]) => [kind, list.map(meant)]),
];

/** The mean of each in percent: 100 only when it is all. */
const percent = (judged, ...names) => names.map((name) => (
  Math.floor(100 * sum(judged.map((each) => each[name])) / judged.length + 1e-9))).join(' / ');

async function compare(searches) {
  const [own, other] = [searches.map(() => []), searches.map(() => [])];
  for (const [kind, list] of KINDS) {
    const cells = [];
    for (const [i, ask] of searches.entries()) {
      const judged = await judgeAll(ask, list, ownLanguage);
      cells.push(percent(judged, 'all', 'first'));
      if (!whole.has(kind)) continue;
      own[i].push(...judged);
      other[i].push(...await judgeAll(ask, list, otherLanguage));
    }
    row(`${kind} (${list.length})`, ...cells);
  }
  const asked = `the ${other[0].length} that grep answers, on pages of the other language`;
  row(asked, ...other.map((judged) => percent(judged, 'all', 'first')));
  row('of the first, others / without the words anywhere', ...own.map((judged) => percent(judged, 'others', 'wrong')));
}

async function main() {
  weigh();
  const browser = await launch();
  const [mine, theirs] = [await serveAtHome({ measured: true }), await serveAtHome({ measured: true, folder: INDEX })];
  const costs = [await askFirst(askAttalakFirst, browser, mine), await askFirst(askPagefindFirst, browser, theirs)];
  row('fetched before the first answer: least / half within / most', ...costs.map((told) => told('first')));
  row('fetched in the end', ...costs.map((told) => told('all')));
  const tabs = new Map();
  for (const lang of languages) tabs.set(lang, await openPagefind(browser, theirs.origin, lang));
  row(`found of 100: at all / among the first ${FIRST}`, '', '');
  await compare([askAttalak, askPagefind(tabs)]);
  await browser.close();
  mine.stop();
  theirs.stop();
}

await main();
