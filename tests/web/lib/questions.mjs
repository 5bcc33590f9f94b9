/* SPDX-License-Identifier: MIT */
// What the search is asked about SITE, the same questions every time, and what grep finds: for recall.mjs, and
// for tests/bench/pagefind.mjs. QUESTIONS: how many of each kind (20)
//
//   whole, misspeltOnce, otherwise      kind → [{ question, entry, lang }]: of what an entry says; so, but misspelt
//                                       once; and what people type otherwise. `entry` is meant
//   misspeltTwice                       pieces of names, folded
//   grep(question)                      the codes of all entries that hold its words
//   toldInStories()                     pieces of stories, and whatever holds those: [{ question, wanted }]

import { scripts } from './search.mjs';
import { languages, read } from './site.mjs';

export const EACH = Number(process.env.QUESTIONS ?? 20);

const { fold } = scripts('fold.js');
export const entries = JSON.parse(read('data/identities.json')).identities;
const values = (texts) => Object.values(texts ?? {});
const plain = (text) => text.normalize('NFC').toLowerCase();
for (const entry of entries) {
  entry.texts = [entry.lao, entry.name, entry.summary].flatMap(values).concat(entry.tags ?? []).map(plain);
}

// ---- chance, the same each time

let seed = 20251126;
function random(below) {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor(seed / 2 ** 32 * below);
}
const one = (list) => list[random(list.length)];
const THAI_MARK = /^[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/;

/** A piece of a text that does not begin or end within a letter and its marks. */
function piece(text, least, most) {
  const length = Math.min(text.length, least + random(most - least + 1));
  let from = random(text.length - length + 1);
  while (from > 0 && THAI_MARK.test(text[from])) from -= 1;
  let to = from + length;
  while (to < text.length && THAI_MARK.test(text[to])) to += 1;
  return text.slice(from, to).trim();
}

function misspelt(text) {
  const letters = /[\u0e00-\u0e7f]/.test(text) ? 'กขคงจชดตนบปมยรลวสหอา' : 'abcdefghiklmnoprstuw';
  const at = random(text.length);
  const change = [
    () => text.slice(0, at) + one([...letters]) + text.slice(at + 1),
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.slice(0, at) + one([...letters]) + text.slice(at),
    () => text.slice(0, at) + (text[at + 1] ?? '') + text[at] + text.slice(at + 2),
  ];
  return one(change)();
}

// ---- what is asked

export const text = (entry, field, lang) => entry[field]?.[lang] ?? '';
// Without its type: what most people type.
const PREFIX = /^(องค์การบริหารส่วน(จังหวัด|ตำบล)|เทศบาล(นคร|เมือง|ตำบล))| (City|Town|Subdistrict|Provincial) .*$/;
const bare = (entry, lang) => text(entry, 'lao', lang).replace(PREFIX, '');

const KINDS = {
  'names of LAOs': (entry, lang) => one([text(entry, 'lao', lang), bare(entry, lang)]),
  'names of entries': (entry, lang) => text(entry, 'name', lang),
  'words within longer ones': (entry, lang) => piece(text(entry, one(['name', 'lao', 'summary']), lang), 3, 9),
  'words of summaries': (entry, lang) => piece(text(entry, 'summary', lang), 6, 16),
  hashtags: (entry) => one(entry.tags ?? ['']),
  'two words': (entry, lang) => `${bare(entry, lang).split(' ')[0]} ${piece(text(entry, one(['name', 'summary']), lang), 4, 10)}`,
  'both languages at once': (entry) => `${bare(entry, 'th')} ${text(entry, 'name', 'en').split(' ')[0]}`,
};

const NAMES = {
  'names of LAOs': (entry, lang) => text(entry, 'lao', lang),
  'bare names': bare,
  'names of entries': (entry, lang) => text(entry, 'name', lang),
};

const OTHERWISE = {
  'a code': (entry) => entry.code,
  'a code with its type': (entry) => `6${entry.code}`,
  'a code in Thai digits': (entry) => entry.code.replace(/\d/g, (d) => String.fromCharCode(0xe50 + Number(d))),
  'อบต. for its long form': (entry) => text(entry, 'lao', 'th').replace(/^องค์การบริหารส่วนตำบล/, 'อบต.').replace(/^เทศบาลตำบล/, 'ทต.'),
  capitals: (entry) => bare(entry, 'en').toUpperCase(),
  'no tone marks': (entry) => bare(entry, 'th').replace(/[\u0e47-\u0e4c]/g, ''),
  'ph, th, ue without their second letter': (entry) => bare(entry, 'en').replace(/([pt])h/gi, '$1').replace(/ue/g, 'u'),
};

function questions(make, accept = () => true) {
  const list = [];
  for (let tries = 0; list.length < EACH && tries < EACH * 20; tries += 1) {
    const [entry, lang] = [one(entries), languages[tries % languages.length]];
    const question = make(entry, lang);
    if (fold(question).length > 1 && accept(entry, lang, question)) list.push({ question, entry, lang });
  }
  return list;
}

/** The lists that stand for what makes their questions, one after another: chance goes on from each to the next. */
const listsOf = (kinds, asked) => new Map(Object.entries(kinds).map(([kind, make]) => [kind, asked(make)]));

export const whole = listsOf(KINDS, questions);
export const misspeltOnce = listsOf(NAMES, (make) => questions(
  (entry, lang) => misspelt(make(entry, lang)), (entry, lang) => fold(make(entry, lang)).length > 3));
export const otherwise = listsOf(OTHERWISE, questions);
export const misspeltTwice = Array.from({ length: EACH * 15 }, (_, i) => (
  fold(misspelt(misspelt(piece(text(one(entries), one(['lao', 'name']), languages[i % languages.length]), 4, 16)))))).filter((word) => word.length > 3);

function holds(question, textsOf) {
  const words = plain(question).split(/\s+/).filter((word) => fold(word));
  return new Set(entries.filter((entry) => words.every((word) => textsOf(entry).some((each) => each.includes(word))))
    .map(({ code }) => code));
}

/** The codes of the entries that hold every word of a question, each in some text. */
export const grep = (question) => holds(question, ({ texts }) => texts);

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
const readAs = (html = '') => html.replace(/<[^>]*>/g, '').replace(/&\w+;/g, (name) => ENTITIES[name]).trim().replace(/\n/g, ' ');

/** A list of all entries leaves stories out where there are many; those of the provinces never do. */
export function toldInStories() {
  const stories = new Map();
  for (const slug of new Set(entries.map(({ province }) => province.slug))) {
    for (const { code, story } of JSON.parse(read(`data/${slug}.json`)).identities) stories.set(code, story ?? {});
  }
  const all = new Map(entries.map(({ code, texts }) => [code, [...texts, ...values(stories.get(code)).map(readAs).map(plain)]]));
  return questions((entry, lang) => piece(readAs(stories.get(entry.code)[lang]), 6, 16))
    .map(({ question }) => ({ question, wanted: holds(question, ({ code }) => all.get(code)) }));
}
