/* SPDX-License-Identifier: MIT */
/*
 * What a search compares: a text without what people type differently. The same as
 * src/text/search_fold.c, sign by sign; tests/web/fold-vectors.tsv holds both to one table.
 *
 *     attalak.fold('ผ้าไหม อบต.บ้านเขว้า')    'ผาไหม องคการบริหารสวนตำบลบานเขวา'
 *     attalak.fold(text, map)                 map[i] becomes the place in text of the i-th sign
 */
(() => {
  'use strict';

  const MARK = 1;   // goes, and a word goes on
  const SIGN = 2;   // goes, and a word ends
  const BLANK = 32;
  const LINE = 10;
  const [AA, AM, E, AE, NIKHAHIT] = [0x0e32, 0x0e33, 0x0e40, 0x0e41, 0x0e4d];
  const [a, e, h, k, o, p, t, u, z] = [...'aehkoptuz'].map((letter) => letter.charCodeAt(0));

  // What does not stay itself: first, last, what they become; `moves`: that and what follows it.
  const moves = true;
  const RANGES = [
    [0x00, 0x20, BLANK], [0x21, 0x2f, SIGN], [0x3a, 0x40, SIGN], [0x41, 0x5a, a, moves],
    [0x5b, 0x60, SIGN], [0x7b, 0x7e, SIGN], [0x7f, 0xa0, BLANK], [0xa1, 0xac, SIGN],
    [0xad, 0xad, MARK], [0xae, 0xbf, SIGN], [0x300, 0x36f, MARK], [0xe2f, 0xe2f, SIGN],
    [0xe3a, 0xe3a, MARK], [0xe43, 0xe43, 0xe44], [0xe45, 0xe45, AA], [0xe47, 0xe4e, MARK],
    [0xe50, 0xe59, 0x30, moves], [0x2000, 0x200a, BLANK], [0x200b, 0x200f, MARK],
    [0x2010, 0x2027, SIGN], [0x2028, 0x2029, BLANK], [0x202a, 0x202e, MARK], [0x202f, 0x202f, BLANK],
    [0x2030, 0x205e, SIGN], [0x205f, 0x205f, BLANK], [0x2060, 0x206f, MARK], [0x3000, 0x3000, BLANK],
    [0xfeff, 0xfeff, MARK], [0xff10, 0xff19, 0x30, moves], [0xff21, 0xff3a, a, moves],
    [0xff41, 0xff5a, a, moves],
  ];

  // À to ſ without their accents; '.' stays itself.
  const LATIN = 'aaaaaaaceeeeiiii.nooooo.ouuuuy.saaaaaaaceeeeiiii.nooooo.ouuuuy.y'
    + 'aaaaaaccccccccddddeeeeeeeeeegggggggghh..iiiiiiiiii..jjkk.llllll.'
    + '.llnnnnnn...oooooooorrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.';

  const PLAIN = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  for (const [first, last, to, moving] of RANGES) {
    for (let code = first; code <= last; code += 1) PLAIN[code] = moving ? to + code - first : to;
  }
  for (let i = 0; i < LATIN.length; i += 1) {
    if (LATIN[i] !== '.') PLAIN[0xc0 + i] = LATIN.charCodeAt(i);
  }

  // The longer of two that begin alike comes first. The long forms are folded already.
  const ABBREVIATIONS = [
    ['อ.บ.จ. อบจ. อบจ', 'องคการบริหารสวนจังหวัด'],
    ['อ.บ.ต. อบต. อบต', 'องคการบริหารสวนตำบล'],
    ['ท.น. ทน.', 'เทศบาลนคร'],
    ['ท.ม. ทม.', 'เทศบาลเมือง'],
    ['ท.ต. ทต. ทต', 'เทศบาลตำบล'],
    ['กทม. กทม', 'กรุงเทพมหานคร'],
    ['จ.', 'จังหวัด'],
    ['อ.', 'อำเภอ'],
    ['ต.', 'ตำบล'],
  ].flatMap(([all, longer]) => all.split(' ').map((shorter) => [shorter, longer]));
  const BEGINS = new Map(ABBREVIATIONS.map(([{ 0: sign }]) => [
    sign.charCodeAt(0), ABBREVIATIONS.filter(([shorter]) => shorter[0] === sign),
  ]));

  /** The letter that two are together; 0 when they are two. */
  function joined(last, code) {
    if (last === E && code === E) return AE;
    if (last < a || last > z) return 0;
    if (code === last || (code === h && (last === p || last === t || last === k))
      || (code === e && (last === o || last === u))) return last;
    return last === a && code === e ? e : 0;
  }

  const decoder = new TextDecoder('utf-16le');
  const LONGEST = Math.max(...ABBREVIATIONS.map(([, longer]) => longer.length));
  const SHORT = 1000;      // signs that can be made a string without the decoder
  let out = new Uint16Array(SHORT);

  function room(wanted) {
    if (wanted <= out.length) return;
    const roomier = new Uint16Array(wanted * 2);
    roomier.set(out);
    out = roomier;
  }

  function fold(text, map) {
    room(text.length + LONGEST + 2);
    let length = 0;
    let last = 0;         // written; 0 at the start of a line
    let blank = false;    // one is due before the next letter
    let ring = false;     // ํ was met, and only marks since
    let inWord = false;

    const write = (code, at) => {
      out[length] = code;
      if (map) map[length] = at;
      length += 1;
      last = code;
    };
    const letter = (code, at) => {
      if (blank && last) write(BLANK, at);
      const one = ring && code === AA ? AM : code;
      const both = joined(last, one);
      blank = false;
      if (both) { out[length - 1] = both; last = both; } else write(one, at);
    };
    const abbreviation = (those, at) => {
      const found = those.find(([shorter]) => text.startsWith(shorter, at));
      if (!found) return 0;
      room(length + LONGEST + text.length - at + 2);
      for (let i = 0; i < found[1].length; i += 1) letter(found[1].charCodeAt(i), at);
      return found[0].length;
    };

    for (let at = 0; at < text.length;) {
      const code = text.charCodeAt(at);
      const those = !inWord && BEGINS.get(code);
      const taken = those ? abbreviation(those, at) : 0;
      if (taken) {
        at += taken;
        inWord = text[at - 1] !== '.';
        continue;
      }
      const as = PLAIN[code];
      if (code === LINE) {
        write(LINE, at);
        last = 0;
        blank = false;
      } else if (as === BLANK) blank = true;
      else if (as > BLANK) letter(as, at);
      ring = code === NIKHAHIT || (ring && as === MARK);
      inWord = as > BLANK || (as === MARK && inWord);
      at += 1;
    }
    const made = out.subarray(0, length);
    return length < SHORT ? String.fromCharCode.apply(null, made) : decoder.decode(made);
  }

  const PROVINCE = 'จังหวัด';
  const INSIDE = PROVINCE.indexOf('วัด');

  /** Does what stands at `at` end the word for a province? Nobody who types วัด, temple, means that. */
  const isInProvince = (text, at) => at >= INSIDE && text.startsWith(PROVINCE, at - INSIDE);

  self.attalak = Object.assign(self.attalak ?? {}, { fold, isInProvince });
})();
