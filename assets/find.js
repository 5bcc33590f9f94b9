/* SPDX-License-Identifier: MIT */
/*
 * Searching flat text: no index, no words cut out of Thai. What a file holds: view/search_index.h.
 *
 *     const index = new attalak.Index('th', text of names-th.txt);
 *     index.addNames('en', …); index.addTags(…); index.addProse('summaries', 'th', '34', …);
 *     index.search('ผ้าไหม ชัยภูมิ', { field: new Set(['product']) })
 *         → { rows, exact, near, counts }     rows: the best first, then those spelt nearly so
 *         quick: only as it is typed; beside: where the words are found, but not next to each other in a name,
 *         title or tag, also what is spelt nearly like all of them (“Lom Suk” for Lom Sak)
 *     index.steps(…)                          the same as a generator: it stops after each column, for
 *                                             who has other things to do meanwhile
 *
 * Texts of one kind are one string, a line each (a column), as they are and folded; each word of a
 * question is looked for in every column. What a row costs says where it was found, and so orders
 * the rows: as typed before folded before misspelt; then names, entries, tags, summaries, stories,
 * places; then whole, at the start, at a word's start, within.
 */
(() => {
  'use strict';

  const { fold, isInProvince } = self.attalak;

  const PLACE = 512;              // more than eight words in any other field
  const FIELD = { name: 0, title: 4, otherName: 8, otherTitle: 12, tags: 16, summaries: 20, otherSummaries: 24, stories: 28, otherStories: 32, place: PLACE };
  const PROSE = new Set([FIELD.summaries, FIELD.otherSummaries, FIELD.stories, FIELD.otherStories]);
  const FOLDED = 1024;
  const ERROR = 16384;            // a row that costs as much was found by a misspelling
  const NOWHERE = 2 ** 30 - 1;    // a small integer: as 0xffffffff, code that is not compiled yet makes an object of each
  const WORDS = 8;                // of a question
  const KEPT = 16;                // words whose costs are kept
  const PATTERN = 30;             // signs that bitap can bear: both ends of what is longer
  const errorsIn = (length) => (length < 4 ? 0 : length < 8 ? 1 : 2);
  const BESIDE = 20;              // rows: who found something is helped by few that may be meant, not by many
  const BARE = '\u001a';
  const OTHER = '\u000e';

  const THAI = 1;
  const LATIN = 2;
  const scripts = (text) => (/[\u0e01-\u0e5b]/.test(text) && THAI) | (/[a-z]/i.test(text) && LATIN);

  // ---- columns

  function lines(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    starts.push(text.length + 1);
    return { text, starts: new Uint32Array(starts) };
  }

  /** Line i tells of row from[i] (i), or of all up to to[i]; `before`: what may stand before a name's start. */
  class Column {
    constructor(texts, field, { from, to, before = [] } = {}) {
      const joined = texts.join('\n');
      Object.assign(this, { field, from, to });
      this.scripts = scripts(joined);
      this.joined = joined;
      this.before = { plain: before.map((text) => text.toLowerCase()), folded: before.map((text) => fold(text)) };
      this.made = {};
    }

    // Made when first asked for: the first answer need not wait for what it does not look at.
    get plain() {
      return this.made.plain ??= lines(this.joined.toLowerCase());
    }

    get folded() {
      return this.made.folded ??= lines(fold(this.joined));
    }

    put(costs, line, cost) {
      const first = this.from ? this.from[line] : line;
      const end = this.to ? this.to[line] : first + 1;
      for (let row = first; row < end; row += 1) {
        if (cost < costs[row]) costs[row] = cost;
      }
    }

    /** Where `word` stands from `from` on; of a place not within the word that says what it is. */
    next(text, word, from) {
      let at = text.indexOf(word, from);
      while (this.field === PLACE && isInProvince(text, at)) at = text.indexOf(word, at + 1);
      return at;
    }

    /** Costs of the lines that hold `word` as it is; `how` is plain or folded. Where its beginning is nowhere, it is not. */
    find(costs, word, how, beginning) {
      const texts = this[how];
      const { text, starts } = texts;
      const begun = beginning?.nowhere.has(texts) ? -1 : this.next(text, word, 0);
      if (begun < 0) costs.nowhere.add(texts);
      const before = this.before[how];
      const base = this.field + (how === 'folded' ? FOLDED : 0);
      let line = 0;
      for (let at = begun; at >= 0; at = this.next(text, word, starts[line + 1])) {
        while (starts[line + 1] <= at) line += 1;
        const start = starts[line];
        const first = at === start || before.some(({ length }, i) => length === at - start && text.startsWith(before[i], start));
        const place = !first ? 3 - (text[at - 1] === ' ') : at + word.length < starts[line + 1] - 1 ? 1 : 0;
        this.put(costs, line, base + place);
      }
    }

    /**
     * Lines that can hold `pattern` with as many errors: each spoils one of its pieces, of which there is one more,
     * unless signs have changed places across a seam; then what stands around that seam is there, so changed.
     */
    mayHold(pattern, errors) {
      const { text, starts } = this.folded;
      const may = new Int32Array(starts.length).fill(NOWHERE);
      for (const piece of pieces(pattern, errors)) {
        let line = 0;
        for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, starts[line])) {
          while (starts[line] <= at) line += 1;
          may[line - 1] = 0;
        }
      }
      return may;
    }

    /** The same with errors, in the lines of rows that `beginning` has found (all that can hold it). */
    findNear(costs, word, errors, beginning) {
      const { text, starts } = this.folded;
      const pattern = word.slice(-PATTERN);
      const lacking = [...pattern].filter((sign) => scripts(sign) & ~this.scripts);
      if (lacking.length > errors) return;
      const may = beginning ?? this.mayHold(pattern, errors);
      const last = 1 << (pattern.length - 1);
      const least = pattern.length < word.length ? 1 : 0.5;    // the end alone is not the word
      for (let i = 0; i < pattern.length; i += 1) MASKS[pattern.charCodeAt(i)] |= 1 << i;
      for (let line = 0; line < starts.length - 1; line += 1) {
        if (may[line] === NOWHERE) continue;
        const found = fewestErrors(text, starts[line], starts[line + 1] - 1, last, errors);
        if (found <= errors) this.put(costs, line, (found || least) * ERROR + this.field + 3);
      }
      for (let i = 0; i < pattern.length; i += 1) MASKS[pattern.charCodeAt(i)] = 0;
    }
  }

  // ---- misspelt

  const MASKS = new Int32Array(0x10000);

  /**
   * Wu and Manber's bitap, a bit for each sign of the word (`last`), of which MASKS tells where it has which. r1 is
   * what has been found with one error; two signs in each other's place are one (from the state before, s0).
   */
  function fewestErrors(text, from, end, last, errors) {
    let found = 3;
    let mask = 0;
    let r0 = 0;
    let r1 = 1;
    let r2 = errors > 1 ? 3 : 0;
    let s0 = 0;
    let s1 = 0;
    for (let at = from; at < end; at += 1) {
      const before = mask;
      mask = MASKS[text.charCodeAt(at)];
      const o0 = r0;
      const o1 = r1;
      r0 = (r0 << 1 | 1) & mask;
      r1 = ((r1 << 1 | 1) & mask) | o0 | (o0 | r0) << 1 | 1 | (((s0 << 1 | 1) & mask) << 1 & before);
      if (errors > 1) r2 = ((r2 << 1 | 1) & mask) | o1 | (o1 | r1) << 1 | 3 | (((s1 << 1 | 1) & mask) << 1 & before);
      s0 = o0;
      s1 = o1;
      if ((r1 | r2) & last) found = Math.min(found, r0 & last ? 0 : r1 & last ? 1 : 2);
    }
    return found;
  }

  /** What of a word stands in a text that has it with so many errors: one of these at least. */
  function pieces(pattern, errors) {
    const ends = Array.from({ length: errors + 2 }, (_, i) => Math.round(i * pattern.length / (errors + 1)));
    return [
      ...ends.slice(1).map((end, i) => pattern.slice(ends[i], end)),
      ...ends.slice(1, -1).map((seam, i) => pattern.slice(ends[i] + (i > 0), seam - 1) + pattern[seam] + pattern[seam - 1]
        + pattern.slice(seam + 1, ends[i + 2] - (i + 1 < errors))),
    ];
  }

  /** The lesser costs; those of `exact` when it would have more than `most` rows besides. */
  function either(exact, near, most = Infinity) {
    const more = near.reduce((count, cost, row) => count + (cost < NOWHERE && exact[row] === NOWHERE), 0);
    return more > most ? exact : exact.map((cost, row) => Math.min(cost, near[row]));
  }

  // ---- a file of names

  /** In one go through the text, and without a string for each row: the first answer waits for it. */
  function parseNames(text, lang) {
    const [, counted, version, ...languages] = text.slice(0, text.indexOf('\n')).split(' ');
    const count = Number(counted);
    const [names, titles, provinces, districts, patterns] = [[], [], [], [], {}];
    const [keys, fields] = [new Uint32Array(count), new Uint8Array(count)];
    // A text, and its language when that is not the file's. Of entries only for those that are drawn.
    const said = (raw) => (raw[0] === OTHER
      ? { text: raw.slice(2), lang: languages[Number(raw[1])] } : { text: raw, lang });
    let key = 0;
    const signs = {
      '!': (row) => { patterns[row[1]] = row.slice(3).split(BARE); },
      '@': (row) => {
        const [codes, shard, name] = row.split('\t');
        provinces.push({ code: codes.slice(1, 3), slug: codes.slice(3), shard, ...said(name), from: names.length });
      },
      '=': (row) => {
        const [, digits, name] = /^=(\d*)(.*)$/.exec(row);
        const code = digits.length > 2 ? digits : provinces.at(-1).code + digits;
        key = digits ? Number(code) * 100 : NaN;
        districts.push({ code, ...said(name), from: names.length });
      },
    };
    for (let at = text.indexOf('\n') + 1, end; at < text.length; at = end + 1) {
      end = text.indexOf('\n', at);
      if (end < 0) end = text.length;
      const sign = text[at];
      if (signs[sign]) signs[sign](text.slice(at, end));
      else if (end > at) {
        const tab = text.indexOf('\t', at);
        const last = text.indexOf('\t', tab + 1);
        const bare = text.slice(tab + 1, last);
        const isForeign = bare[0] === OTHER;
        const digits = Number(text.slice(at + 2, tab));
        if (tab - at > 4) key = digits;
        else key = tab - at > 2 ? key - key % 100 + digits : key + 1;
        const pattern = !isForeign && patterns[sign];
        keys[names.length] = key;
        fields[names.length] = text.charCodeAt(at + 1) - 48;
        names.push(pattern ? pattern.join(bare) : bare);
        let title = text.slice(last + 1, end);
        for (let place = title.indexOf(BARE); place >= 0; place = title.indexOf(BARE, place)) {
          title = title.slice(0, place) + (isForeign ? bare.slice(2) : bare) + title.slice(place + 1);
        }
        titles.push(title);
      }
    }
    const file = { lang, version, count: names.length, keys, provinces, districts, names, titles, fields, patterns, said };
    file.isMixed = text.includes(OTHER);
    file.provinceOf = placeOf(provinces, count);
    file.districtOf = placeOf(districts, count);
    file.code = (row) => String(keys[row]).padStart(6, '0');
    return file;
  }

  /** The place of each row; -1 before the first. */
  function placeOf(places, count) {
    const of = new Int16Array(count).fill(-1);
    places.forEach(({ from }, i) => of.fill(i, from, places[i + 1]?.from));
    return of;
  }

  /** Places as a column: a line tells of all rows up to the next place. */
  function placeColumn(places, count) {
    const from = Uint32Array.from(places, (place) => place.from);
    const to = Uint32Array.from(places, (_, i) => places[i + 1]?.from ?? count);
    return new Column(places.map((place) => place.text), FIELD.place, { from, to });
  }

  // ---- the index

  class Index {
    constructor(lang, text) {
      const file = parseNames(text, lang);
      Object.assign(this, {
        lang, file, count: file.count, version: file.version, names: new Map(), summaries: new Map(), stories: new Map(),
        facilities: new Uint32Array(file.count), tags: [], points: [], columns: [], kept: new Map(),
      });
      this.addFile(file, FIELD.name);
    }

    addFile(file, field) {
      const before = Object.values(file.patterns).map(([start]) => start).filter(Boolean);
      const own = (texts) => (file.isMixed ? texts.map((raw) => (raw[0] === OTHER ? '' : raw)) : texts);
      this.names.set(file.lang, file);
      this.columns.push(
        new Column(own(file.names), field, { before }), new Column(own(file.titles), field + 4),
        placeColumn(file.districts, this.count), placeColumn(file.provinces, this.count),
      );
    }

    /** False when the file is of another build. */
    addNames(lang, text) {
      const file = parseNames(text, lang);
      if (file.version !== this.version || file.count !== this.count) return false;
      this.addFile(file, FIELD.otherName);
      return true;
    }

    rowsOf(text) {
      const rows = text.split('\n').slice(0, -1);
      return rows.length === this.count ? rows : null;
    }

    addTags(text) {
      const rows = this.rowsOf(text);
      if (!rows) return false;
      const parts = rows.map((row) => row.split('\t'));
      this.facilities = Uint32Array.from(parts, ([bits]) => (bits ? parseInt(bits, 16) : 0));
      this.tags = parts.map(([, tags]) => tags);
      this.columns.push(new Column(this.tags, FIELD.tags));
      return true;
    }

    addPoints(text) {
      const rows = this.rowsOf(text);
      if (rows) this.points = rows.map((row) => (row ? row.split('\t').map((part) => part / 100) : null));
      return Boolean(rows);
    }

    /** Files of summaries, and of stories, that there are: the ends of their names. */
    get shards() {
      return [...new Set(this.file.provinces.map(({ shard }) => shard))];
    }

    /** `what` is summaries or stories. */
    addProse(what, lang, shard, text) {
      const rows = [];
      this.file.provinceOf.forEach((province, row) => {
        if (this.file.provinces[province].shard === shard) rows.push(row);
      });
      const texts = text.split('\n').slice(0, -1);
      if (texts.length !== rows.length) return false;
      const all = this[what];
      if (!all.has(lang)) all.set(lang, []);
      texts.forEach((each, i) => { all.get(lang)[rows[i]] = each; });
      const field = lang === this.lang ? FIELD[what] : FIELD[`other${what[0].toUpperCase()}${what.slice(1)}`];
      this.columns.push(new Column(texts, field, { from: Uint32Array.from(rows) }));
      return true;
    }

    // ---- a question

    static words(question) {
      return question.normalize('NFC').trim().toLowerCase().split(/\s+/)
        .map((plain) => ({ plain, folded: fold(plain), scripts: scripts(plain) })).filter(({ folded }) => folded).slice(0, WORDS);
    }

    /** A code, with or without its first digit (the type) or two; the start of one tells a place. */
    findCode(costs, digits) {
      if (!/^\d{4,8}$/.test(digits)) return;
      const whole = digits.length >= 6;
      const wanted = Number(digits.slice(-6));
      const below = whole ? 1 : 10 ** (6 - digits.length);
      const cost = whole ? FIELD.name : FIELD.place;
      this.file.keys.forEach((key, row) => { if (Math.floor(key / below) === wanted && cost < costs[row]) costs[row] = cost; });
    }

    /** What each row costs for all words; NOWHERE: one of them is nowhere in it. */
    *costsOf(words, ofWord) {
      const total = new Int32Array(this.count);
      for (const word of words) {
        const costs = yield* ofWord.call(this, word);
        for (let row = 0; row < this.count; row += 1) {
          total[row] = costs[row] === NOWHERE || total[row] === NOWHERE ? NOWHERE : total[row] + costs[row];
        }
      }
      return total;
    }

    /**
     * Costs of a word, kept for a while: of a question that is being typed only the last word is new, and that is
     * nowhere where its beginning is not.
     */
    *known(key, folded, find) {
      let costs = this.kept.get(key);
      if (!costs) {
        const begun = [...this.kept].filter(([each, { folded: start }]) => key.startsWith(each) && folded.startsWith(start));
        costs = Object.assign(new Int32Array(this.count).fill(NOWHERE), { folded, nowhere: new Set() });
        yield* find(costs, begun.at(-1)?.[1]);
      }
      this.kept.delete(key);
      this.kept.set(key, costs);
      if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value);
      return costs;
    }

    *exactly(word, quick) {
      return yield* this.known(`${quick} ${this.columns.length} ${word.plain}`, word.folded,
        (costs, beginning) => this.findWord(costs, word, quick, beginning));
    }

    /** What is nearly a word is nearly its beginning too, so it is among what that has found; but of a long one the end is looked for. */
    *nearly({ folded }) {
      const errors = errorsIn(folded.length);
      return yield* this.known(`~${errors} ${this.columns.length} ${folded}`, folded,
        (costs, beginning) => this.findNearly(costs, folded, errors, folded.length > PATTERN ? undefined : beginning));
    }

    /**
     * In columns that have its script. Prose is not folded for what is found without; `quick`
     * leaves all that takes time, for an answer that is soon to be followed by another.
     */
    *findWord(costs, { plain, folded, scripts: wanted }, quick, beginning) {
      const columns = this.columns.filter((column) => (column.scripts & wanted) === wanted);
      const isProse = ({ field }) => PROSE.has(field);
      for (const column of columns) yield column.find(costs, plain, 'plain', beginning);
      this.findCode(costs, folded);
      const isFound = () => costs.some((cost) => cost < NOWHERE);
      if (quick) return;
      for (const column of columns) if (!isProse(column)) yield column.find(costs, folded, 'folded', beginning);
      if (isFound()) return;
      for (const column of columns) if (isProse(column)) yield column.find(costs, folded, 'folded', beginning);
    }

    *findNearly(costs, folded, errors, beginning) {
      for (const column of this.columns) {
        if (errors && column.field <= FIELD.tags) yield column.findNear(costs, folded, errors, beginning);
      }
    }

    /** As typed; when that is nowhere, nearly: all of it at one place, or else each word at some. */
    *costs(words, { quick, beside }) {
      const none = (costs) => costs.every((cost) => cost === NOWHERE);
      const exact = yield* this.costsOf(words, (word) => this.exactly(word, quick));
      const isFound = !none(exact);
      const phrase = words.map(({ folded }) => folded).join(' ');
      if (quick || isFound && (!beside || this.hasPhrase(phrase))) return exact;
      const parts = phrase.length > PATTERN ? [phrase.slice(0, PATTERN), phrase.slice(-PATTERN)] : [phrase];
      const together = yield* this.costsOf(parts.map((folded) => ({ folded })), this.nearly);
      if (isFound) return either(exact, together, BESIDE);
      if (words.length < 2 || !none(together)) return together;
      return yield* this.costsOf(words, function* wordByWord(word) {
        return either(yield* this.exactly(word, quick), yield* this.nearly(word));
      });
    }

    /** Next to each other, in a name, title or tag. */
    hasPhrase(folded) {
      return this.columns.some((column) => column.field <= FIELD.tags && column.next(column.folded.text, folded, 0) >= 0);
    }

    /** For the next letters: folds what no question has needed yet, and has compiled what finds much, or is misspelt. */
    *prepare() {
      for (const column of this.columns) yield column.folded;
      const [word] = Index.words(this.file.names[0]);
      yield* this.steps(word.plain[0]);
      yield* this.findNearly(new Int32Array(this.count), word.folded.slice(0, PATTERN), 2);
    }

    search(question, options) {
      const steps = this.steps(question, options);
      for (;;) {
        const { done, value } = steps.next();
        if (done) return value;
      }
    }

    *steps(question, options = {}) {
      return this.answer(yield* this.costs(Index.words(question), options), options);
    }

    answer(costs, { field = new Set(), province = new Set(), facility = 0, here }) {
      const { fields, provinceOf, provinces } = this.file;
      const counts = {
        field: [], province: new Uint32Array(provinces.length), facility: new Uint32Array(32), unknown: 0, all: 0,
      };
      const wanted = provinces.map(({ code }) => !province.size || province.has(code));
      const found = new Map();    // cost → its rows, with how far they are
      const bytes = new Uint32Array(4 * 256);     // how often each byte of facilities: bit by bit took most of a letter's time
      let exact = 0;
      for (let row = 0; row < this.count; row += 1) {
        if (costs[row] === NOWHERE) continue;
        const of = fields[row];
        const at = provinceOf[row];
        const inField = !field.size || field.has(of);
        const inProvince = wanted[at];
        const bits = this.facilities[row];
        const has = (bits & facility) === facility;
        counts.all += 1;
        if (inProvince && has) counts.field[of] = (counts.field[of] ?? 0) + 1;
        if (inField && has) counts.province[at] += 1;
        if (!inField || !inProvince) continue;
        if (!has) {
          counts.unknown += 1;      // what nobody has said is not what a place lacks
          continue;
        }
        for (let i = 0; i < 4; i += 1) bytes[i << 8 | bits >>> 8 * i & 255] += 1;
        if (costs[row] < ERROR) exact += 1;
        const group = found.get(costs[row]) ?? [];
        if (!group.length) found.set(costs[row], group);
        group.push(here ? this.far(row, here) * 2 ** 20 + row : row);
      }
      counts.facility.forEach((_, i) => {
        for (let byte = 0; byte < 256; byte += 1) if (byte >> i % 8 & 1) counts.facility[i] += bytes[(i >> 3) << 8 | byte];
      });
      const nearest = (keys) => [...Float64Array.from(keys).sort()].map((key) => key % 2 ** 20);
      const groups = [...found.keys()].sort((a, b) => a - b).map((cost) => found.get(cost));
      const rows = [].concat(...(here ? groups.map(nearest) : groups));
      return { rows, exact, near: rows.length - exact, counts };
    }

    placeOf(code) {
      return this.file.provinces.findIndex((province) => province.code === code);
    }

    /** Kilometres to a row, as far as they are known; for ties. */
    far(row, here) {
      const point = here && this.points[row];
      if (!here) return 0;
      if (!point) return 9999;
      const [north, east] = [point[0] - here[0], (point[1] - here[1]) * Math.cos(here[0] * Math.PI / 180)];
      return Math.min(9999, Math.round(111.2 * Math.hypot(north, east)));
    }
  }

  self.attalak.Index = Index;
})();
