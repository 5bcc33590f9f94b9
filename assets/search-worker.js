/* SPDX-License-Identifier: MIT */
/*
 * The search itself, away from the page: a thread of its own that holds the index (find.js), so that a
 * key never waits for the answer to the one before. search.js asks { id, what, given } and gets
 * { id, value } or { id, problem }:
 *
 *     begin    { scripts }                    what this thread is made of besides
 *     names    { lang, version, bytes }       → { provinces, shards }, when they are of that version
 *     others, tags, points, prose             what else is read: { …, bytes }
 *     search   { query, options, count, than }    → { total, exact, near, counts, hasWords, hasTags, cards }
 *     cards    { from, to }                   → more of the last answer
 *
 * A search that a newer one has overtaken ends with nothing, and so does one that finds no more `than`
 * that. What a card says comes as texts with their languages and the ranges to be marked: nothing is
 * left for the page but to draw.
 */
(() => {
  'use strict';

  const SLICE = 8;            // ms of searching before a newer question is looked for
  const AROUND = 40;          // signs of a summary or a story on both sides of what was found
  const MARK = /^[\p{M}\u0e30\u0e32\u0e33]/u;   // what a text is not cut before

  const decoder = new TextDecoder();
  let index;
  let latest;                 // the last search
  let last;                   // and the last that was answered

  // ---- turns

  const { port1, port2 } = new MessageChannel();
  const waiting = [];
  port1.onmessage = () => waiting.shift()();
  const turn = () => new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(0);
  });

  /** What the steps come to; undefined when it is no longer wanted. */
  async function work(steps, isWanted) {
    for (let begun = performance.now(); ;) {
      const { done, value } = steps.next();
      if (done) return value;
      if (performance.now() - begun > SLICE) {
        await turn();
        if (!isWanted()) return undefined;
        begun = performance.now();
      }
    }
  }

  // ---- cards

  /** The part of a long text around the first thing found. */
  function excerpt({ text, lang, ranges }) {
    let start = Math.max(0, ranges[0][0] - AROUND);
    let end = Math.min(text.length, ranges[0][1] + AROUND * 2);
    while (start < ranges[0][0] && MARK.test(text[start])) start += 1;
    while (end < text.length && MARK.test(text[end])) end += 1;
    const [before, after] = [start ? '…' : '', end < text.length ? '…' : ''];
    const moved = ranges.filter(([, to]) => to <= end).map((range) => range.map((at) => at - start + before.length));
    return { text: before + text.slice(start, end) + after, lang, ranges: moved };
  }

  /** What a card says; what is in no line of it is looked for in the other languages, tags, summaries and stories. */
  function card(row, words, errors) {
    const { marks } = self.attalak;
    const { file } = index;
    const missing = new Set(words);
    const line = ({ text, lang }, within = errors) => ({ text, lang, ranges: marks(text, words, within, missing) });
    const textsOf = (each) => [each.titles[row], each.names[row]].map(each.said);
    const province = file.provinces[file.provinceOf[row]];
    const district = file.districts[file.districtOf[row]];
    const [title, lao] = textsOf(file).map((each) => line(each));
    const made = { code: file.code(row), slug: province.slug, field: file.fields[row], title, lao };
    if (district?.text) made.district = line(district);
    made.province = line(province);
    for (const other of index.names.values()) {
      const text = textsOf(other).filter((each) => each.lang === other.lang).map((each) => each.text).join(' · ');
      const isWanted = other !== file && missing.size && marks(text, [...missing], errors).length;
      if (isWanted) made.other = line({ text, lang: other.lang });
    }
    const tags = (index.tags[row] ?? '').match(/\S+/g)?.map((tag) => `#${tag}`) ?? [];
    if (missing.size && marks(tags.join(' '), words, errors).length) made.tags = tags.map((text) => line({ text }));
    for (const [lang, texts] of [...index.summaries, ...index.stories]) {
      const text = missing.size && texts[row] ? texts[row] : '';
      const ranges = marks(text, [...missing]);
      if (!ranges.length) continue;
      line({ text }, 0);
      made.prose ??= excerpt({ text, lang, ranges });
    }
    return made;
  }

  const cards = ({ from, to }) => Array.from(last.rows.slice(from, to), (row, i) => (
    card(row, last.words, from + i < last.exact ? 0 : 2)));

  // ---- what is asked

  const NONE = { rows: [], exact: 0, near: 0, counts: { field: [], province: [], facility: [], unknown: 0, all: 0 } };

  async function search({ query, options, count, than = -1 }, id) {
    latest = id;
    const words = self.attalak.Index.words(query);
    const { field, province, facility } = options;
    const hasWords = words.some(({ folded }) => /[\p{L}\p{N}]/u.test(folded));      // signs and marks alone ask for nothing
    const isAsked = hasWords || field.size || province.size || facility;
    const answer = isAsked ? await work(index.steps(query, options), () => latest === id) : NONE;
    if (!answer || answer.rows.length <= than) return undefined;
    const { rows, exact, near, counts } = answer;
    last = { rows, exact, words };
    return { total: rows.length, exact, near, counts, hasWords, hasTags: index.tags.length > 0,
      cards: cards({ from: 0, to: count }) };
  }

  /** All texts of a site are of one build. */
  function isOf(condition) {
    if (!condition) throw new Error('old');
  }

  const begin = ({ scripts }) => { if (!self.attalak?.marks) self.importScripts(...scripts); };

  const DO = {
    begin,
    search,
    cards,
    names({ lang, version, bytes, ...rest }) {
      begin(rest);
      const made = new self.attalak.Index(lang, decoder.decode(bytes));
      isOf(made.version === version);
      index = made;
      return { provinces: index.file.provinces, shards: index.shards };
    },
    others: ({ lang, bytes }) => isOf(index.addNames(lang, decoder.decode(bytes))),
    tags: ({ bytes }) => isOf(index.addTags(decoder.decode(bytes))),
    points: ({ bytes }) => isOf(index.addPoints(decoder.decode(bytes))),
    prose: ({ kind, lang, shard, bytes }) => isOf(index.addProse(kind, lang, shard, decoder.decode(bytes))),
    /** What the first misspelt question would wait for. */
    prepare: () => work(index.prepare(), () => true),
  };

  self.addEventListener('message', async ({ data: { id, what, given } }) => {
    try {
      self.postMessage({ id, value: await DO[what](given, id) });
    } catch (error) {
      self.postMessage({ id, problem: error.message });
    }
  });
})();
