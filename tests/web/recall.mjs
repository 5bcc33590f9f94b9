/* SPDX-License-Identifier: MIT */
// The search against grep: does it find every entry that holds what was typed, those first, and what
// was meant when it is misspelt once? On the whole country when recall.t can make it.
//   SITE=site node recall.mjs        QUESTIONS: how many of each kind (20)

import { gzipSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EACH, entries, grep, misspeltOnce, misspeltTwice, otherwise, text, toldInStories, whole } from './lib/questions.mjs';
import { languages, read, readBytes, root } from './lib/site.mjs';
import { scripts, wholeIndex } from './lib/search.mjs';
import { check, done, note } from './lib/tap.mjs';

const ENOUGH = 0.95;           // of what is misspelt once
const FILES = 60;
const FIRST = 100 * 1024;      // bytes, compressed, before the first answer

const { Index, fold } = scripts('fold.js', 'find.js');
const byCode = new Map(entries.map((entry) => [entry.code, entry]));

// ---- one table for fold.js and src/text/search_fold.c

const unescape = (cell) => cell.replace(/\\u(....)|\\(.)/g, (_, code, sign) => (
  code ? String.fromCharCode(parseInt(code, 16)) : { n: '\n', t: '\t', s: ' ' }[sign] ?? sign));
const vectors = readFileSync(new URL('fold-vectors.tsv', import.meta.url), 'utf8').split('\n')
  .filter((row) => row.includes('\t') && !row.startsWith('#')).map((row) => row.split('\t').map(unescape));
const unlike = vectors.filter(([from, to]) => fold(from) !== to)
  .map(([from, to]) => JSON.stringify([from, to, fold(from)]));
check(`fold.js folds ${vectors.length} texts as the table says`, vectors.length < 50 ? ['hardly any'] : unlike);

// ---- against grep

const times = [];
function ask(index, question) {
  const begun = performance.now();
  const { rows, exact } = index.search(question, { beside: true });
  times.push({ question, ms: performance.now() - begun });
  return { codes: Array.from(rows, (row) => index.file.code(row)), exact };
}

const indexes = languages.map((lang) => wholeIndex(lang, Index));

function compare(index, { question, wanted = grep(question) }) {
  const { codes } = ask(index, question);
  const found = codes.filter((code) => wanted.has(code)).length;
  const early = codes.slice(0, wanted.size).filter((code) => !wanted.has(code)).length;
  const where = `${index.lang} page, “${question}”`;
  if (!wanted.size) return [`${where}: grep finds nothing, so nothing is proved`];
  return [
    ...(found < wanted.size ? [`${where}: ${found} of ${wanted.size}`] : []),
    ...(early ? [`${where}: ${early} others before those`] : []),
  ];
}

const asked = new Set();
for (const [kind, list] of whole) {
  for (const { question } of list) asked.add(question);
  const problems = indexes.flatMap((index) => list.flatMap((each) => compare(index, each)));
  if (list.length < EACH) problems.push(`${list.length} questions`);
  check(`${kind}: all that grep finds, and those first`, problems);
}
note(`${asked.size} questions, no two alike, on pages in ${languages.join(', ')}`);
// A small site has not as many names.
const FEW = entries.length > 1000 ? EACH * (whole.size - 1) : 1;
check('they are not the same few again and again', asked.size < FEW ? [`${asked.size} of ${FEW}`] : []);

// ---- stories, in an index that has them

const told = toldInStories();
const tellers = languages.map((lang) => wholeIndex(lang, Index, { withStories: true }));
check('words of stories: all that grep finds, and those first', [
  ...(told.length < EACH ? [`${told.length} questions`] : []),
  ...tellers.flatMap((index) => told.flatMap((each) => compare(index, each))),
]);
check('without stories nothing is found in them', told.some(({ question, wanted }) => ask(indexes[0], question).exact < wanted.size)
  ? [] : ['they are found all the same']);

// ---- misspelt once

for (const [kind, list] of misspeltOnce) {
  const missed = list.filter(({ question, entry }) => !ask(indexes[0], question).codes.includes(entry.code));
  const late = list.filter(({ question, entry }) => !ask(indexes[0], question).codes.slice(0, 20).includes(entry.code));
  const rate = 1 - missed.length / list.length;
  note(`${kind}: ${(100 * rate).toFixed(1)} % found, ${(100 - 100 * late.length / list.length).toFixed(1)} % among the first 20`);
  check(`${kind}, misspelt once: at least ${100 * ENOUGH} % are found`, rate >= ENOUGH ? [] : missed.map(({ question, entry, lang }) => `${question} (${text(entry, 'lao', lang)}, ${text(entry, 'name', lang)})`));
}

// Beside what is found otherwise: this is few, or it is not told.
const beside = [...whole.values()].flat().map(({ question }) => [question, indexes[0].search(question), indexes[0].search(question, { beside: true })])
  .filter(([, letters]) => letters.exact);
check('beside what is found stands nothing else, or little that is spelt nearly so', beside.filter(([, letters, settled]) => (
  letters.near || settled.exact !== letters.exact || settled.near > 20)).map(([question]) => question));

// ---- what people type otherwise

for (const [kind, list] of otherwise) {
  const problems = list.flatMap(({ question, entry }) => indexes
    .filter((index) => !ask(index, question).codes.includes(entry.code)).map((index) => `${index.lang}: ${question}`));
  check(`${kind} finds the entry`, problems);
}

// ---- letter by letter

// What an index keeps of the letters before must change nothing: one that forgets them says the same.
const forgetful = wholeIndex(indexes[0].lang, Index);
const misspelt = [...misspeltOnce.values()].flatMap((list) => list.slice(0, EACH / 4).map(({ question }) => question));
// Of some the beginning is folded otherwise: แ as two เ, an abbreviation's dot; and codes are found from four digits on.
const others = [...[...asked].filter((question) => question.indexOf('แ') > 2).map((question) => question.replace('แ', 'เเ')), 'ทม.', entries[0].code];
const typed = [...[...asked].filter((question) => question.length > 3).slice(0, EACH), ...misspelt, ...others].flatMap((question) => (
  [...question].map((_, i) => question.slice(0, i + 1))));
const answer = (index, question) => JSON.stringify(Object.values(index.search(question)));
check(`${typed.length} answers letter by letter, and back again, are those of an index that forgets the letters before`,
  [...typed, ...typed.toReversed()].filter((question) => {
    forgetful.kept.clear();
    return answer(indexes[0], question) !== answer(forgetful, question);
  }));

// Lines that cannot hold a misspelt word are not looked through: those that are give all there is.
const all = (column) => Object.create(column, { mayHold: { value: () => new Int32Array(column.folded.starts.length) } });
function nearly(column, word) {
  const costs = new Int32Array(indexes[0].count).fill(2 ** 30 - 1);
  column.findNear(costs, word, word.length < 8 ? 1 : 2);
  return costs.join();
}
const names = indexes[0].columns.filter(({ field }) => field < 16);
check(`${misspeltTwice.length} pieces misspelt twice are found in all lines that have them with as many errors`, misspeltTwice.length < EACH ? ['hardly any'] : misspeltTwice
  .filter((word) => names.some((column) => nearly(column, word) !== nearly(all(column), word))));

// ---- what it weighs

const zipped = (bytes) => gzipSync(bytes, { level: 9 }).length;
const files = readdirSync(join(root, 'data/search'));
check(`at most ${FILES} files`, files.length > FILES ? [`${files.length}`] : []);
const first = languages.map((lang) => {
  const page = read(`${lang}/search/index.html`);
  const loaded = [...page.matchAll(/<script src="?([^"> ]+)/g)].map(([, src]) => src.replace(/^(\.\.\/)+/, ''));
  const [, worker, others] = /data-worker="([^"]+)" data-scripts="([^"]+)"/.exec(page);
  loaded.push(...[worker, ...others.split(' ')].map((src) => src.replace(/^(\.\.\/)+/, '')));
  const sizes = [`${lang}/search/index.html`, ...loaded, `data/search/names-${lang}.txt`].map((path) => zipped(readBytes(path)));
  note(`first answer, ${lang}: ${sizes.join(' + ')} bytes compressed (page, scripts, names)`);
  return sizes.reduce((a, b) => a + b);
});
check('page, scripts and names before the first answer are within 100 KB', first.filter((bytes) => bytes > FIRST));
note(`all ${files.length} files: ${files.reduce((sum, name) => sum + zipped(readBytes(`data/search/${name}`)), 0)} bytes compressed`);

times.sort((a, b) => a.ms - b.ms);
note(`${times.length} searches of ${entries.length}: median ${times[times.length >> 1].ms.toFixed(1)} ms, `
  + `95 % ${times[Math.floor(times.length * 0.95)].ms.toFixed(1)} ms, longest ${times.at(-1).ms.toFixed(1)} ms (“${times.at(-1).question}”)`);
check('every code of the index is a published entry', Array.from(indexes[0].file.keys, (_, row) => indexes[0].file.code(row)).filter((code) => !byCode.has(code)));
check('names and titles of the index are the published ones', indexes.flatMap(({ lang, file }) => file.names.flatMap((name, row) => {
  const entry = byCode.get(file.code(row));
  const [lao, title] = [name, file.titles[row]].map((raw) => file.said(raw));
  return [[lao, 'lao'], [title, 'name']].filter(([said, field]) => said.text !== text(entry, field, said.lang).normalize('NFC'))
    .map(([said]) => `${lang} ${file.code(row)}: “${said.text}”`);
})));
done();
