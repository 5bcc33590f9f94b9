/* SPDX-License-Identifier: MIT */
/*
 * Where the words of a question stand in a text as it is shown: found as typed, else folded and
 * taken back to the text by fold's map, else where it is nearest to what was typed.
 *
 *     attalak.marks(text, words, errors)      [[from, to], …], in order, none over another; a fourth,
 *                                             a set of words, loses those that were found
 */
(() => {
  'use strict';

  const { fold, isInProvince } = self.attalak;

  function occurrences(text, word) {
    const found = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      if (!isInProvince(text, at)) found.push([at, at + word.length]);
    }
    return found;
  }

  /** The stretch of `text` that takes the fewest edits to become `word` (Sellers), at most `errors`. */
  function nearest(text, word, errors) {
    const { length } = word;
    let [costs, froms] = [Array.from({ length: length + 1 }, (_, i) => i), new Array(length + 1).fill(0)];
    let [best, from, to] = [errors + 1, 0, 0];
    for (let at = 0; at < text.length; at += 1) {
      const [next, begun] = [[0], [at + 1]];
      for (let i = 1; i <= length; i += 1) {
        const kept = costs[i - 1] + (word[i - 1] === text[at] ? 0 : 1);
        const least = Math.min(kept, costs[i] + 1, next[i - 1] + 1);
        next.push(least);
        begun.push(least === kept ? (i === 1 ? at : froms[i - 1]) : least === costs[i] + 1 ? froms[i] : begun[i - 1]);
      }
      [costs, froms] = [next, begun];
      if (costs[length] < best) [best, from, to] = [costs[length], froms[length], at + 1];
    }
    return best <= errors && from < to ? [[from, to]] : [];
  }

  function ofWord(text, { plain, folded }, errors) {
    const exact = occurrences(text.toLowerCase(), plain);
    if (exact.length) return exact;
    if (!errors && !fold(text).includes(folded)) return [];
    const map = [];
    const simple = fold(text, map);
    map.push(text.length);
    const found = occurrences(simple, folded);
    // What many signs stand for, as อบต., begins and ends as a whole.
    const end = (at) => map.slice(at).find((place) => place > map[at - 1]) ?? text.length;
    return (found.length || !errors ? found : nearest(simple, folded, errors)).map(([from, to]) => [map[from], end(to)]);
  }

  function marks(text, words, errors = 0, missing = undefined) {
    const all = words.flatMap((word) => {
      const found = ofWord(text, word, errors);
      if (found.length) missing?.delete(word);
      return found;
    }).sort(([a], [b]) => a - b);
    return all.filter(([from], i) => i === 0 || from >= all[i - 1][1]);
  }

  Object.assign(self.attalak, { marks });
})();
