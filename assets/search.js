/* SPDX-License-Identifier: MIT */
/*
 * The search page: loads texts in stages (names of this language; the other names and tags;
 * summaries), asks attalak.Index, shows links with what was found marked, and choices with counts.
 * The address keeps the question (?q=…&field=food&province=36&facility=toilet). Without this script
 * the page is a list of fields and provinces.
 */
(() => {
  'use strict';

  const { Index, marks, marked } = window.attalak;
  const SHOWN = 20;
  const AT_FIRST = 6;         // cards drawn before the screen gets its turn
  const SLICE = 8;            // ms of searching before a key gets its turn
  const PAUSE = 120;          // ms without a key before the address follows
  const REST = 1500;          // ms without one before summaries are fetched
  const AT_ONCE = 6;          // files
  const AROUND = 40;          // signs of a summary on both sides of what was found
  const MARK = /^[\p{M}\u0e30\u0e32\u0e33]/u;   // what a text is not cut before

  const form = document.getElementById('search');
  const [input, said, found, list, more, deeper, browse, chosen, unknown, clear, result] = ['q', 'said', 'found',
    'results', 'more', 'deeper', 'browse', 'chosen', 'unknown', 'clear', 'result'].map((id) => document.getElementById(id));
  const { lang } = document.documentElement;
  const narrow = form.querySelector('.narrow');
  const facets = Object.fromEntries([...form.querySelectorAll('[data-facet]')].map((set) => [set.dataset.facet, set]));
  const boxes = (name) => [...facets[name].querySelectorAll('input')];
  const fields = boxes('field');
  const formatter = new Intl.NumberFormat(`${lang}-u-nu-latn`);
  const number = (count) => formatter.format(count);
  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function say(key, values = {}) {
    const text = key ? fill(said.dataset[key], values) : '';
    if (said.textContent !== text) said.textContent = text;
  }

  if (window.location.protocol === 'file:') {
    say('file');
    return;
  }

  // ---- turns: a slow phone shows the letter that was typed before it has found anything

  const turn = () => window.scheduler?.yield?.() ?? new Promise((resolve) => { setTimeout(resolve); });
  const idle = window.requestIdleCallback ?? setTimeout;
  const drawn = () => new Promise((resolve) => { requestAnimationFrame(() => idle(resolve)); });

  /** What the steps come to; undefined when it is no longer wanted. */
  async function work(steps, isWanted = () => true) {
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

  // ---- the texts, in stages

  let index;
  let shown = SHOWN;
  const stages = {};
  const begun = new URLSearchParams(window.location.search);
  const { connection } = navigator;
  const thrifty = Boolean(connection && (connection.saveData || /[23]g$/.test(connection.effectiveType)));
  const others = form.dataset.languages.split(' ').filter((other) => other !== lang);

  async function text(file) {
    const answer = await fetch(`${fill(form.dataset.files, { file })}?v=${form.dataset.version}`);
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    return answer.text();
  }

  function here() {
    try {
      const point = (window.sessionStorage.getItem('attalak.position') ?? '').split(',').map(Number);
      return point.length === 2 && point.every(Number.isFinite) ? point : undefined;
    } catch {
      return undefined;       // storage is closed to this page
    }
  }

  async function loadNames() {
    const made = new Index(lang, await text(`names-${lang}`));
    if (made.version !== form.dataset.version) throw new Error('old');
    index = made;
    if (begun.has('province')) listProvinces();
  }

  async function loadRest() {
    const add = async (file, put) => { if (!put(await text(file))) throw new Error('old'); };
    const all = Promise.all([
      ...others.map((other) => add(`names-${other}`, (raw) => index.addNames(other, raw))),
      add('tags', (raw) => index.addTags(raw)),
      here() && add('points', (raw) => index.addPoints(raw)),
    ]);
    await drawn();
    listProvinces();
    await all;
  }

  async function loadSummaries() {
    const files = [lang, ...others].flatMap((of) => index.shards.map((shard) => [of, shard]));
    const worker = async () => {
      for (let file = files.shift(); file; file = files.shift()) {
        const [of, shard] = file;
        if (!index.addSummaries(of, shard, await text(`summaries-${of}-${shard}`))) throw new Error('old');
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    work(index.prepare());
  }

  const LOADS = { names: loadNames, rest: loadRest, summaries: loadSummaries };

  /** Once; again after a failure, when something is asked again. */
  function stage(name) {
    stages[name] ??= LOADS[name]().then(() => { stages[name].done = true; }, (error) => {
      delete stages[name];
      throw error;
    });
    return stages[name];
  }

  // ---- the question

  const checked = (name) => [...facets[name].querySelectorAll('input:checked')];

  function question() {
    const order = (name) => new Set(checked(name).map((box) => boxes(name).indexOf(box)));
    return {
      field: order('field'),
      province: new Set(checked('province').map((box) => box.value)),
      facility: [...order('facility')].reduce((bits, i) => bits | 1 << i, 0),
      here: here(),
    };
  }

  const isAsked = () => Boolean(input.value.trim() || form.querySelector('input:checked'));

  function writeAddress() {
    const asked = new URLSearchParams();
    if (input.value.trim()) asked.set('q', input.value.trim());
    for (const box of form.querySelectorAll('input:checked')) asked.append(box.name, box.value);
    const { pathname, hash } = window.location;
    window.history.replaceState({ shown }, '', pathname + (asked.size ? `?${asked}` : '') + hash);
  }

  function readAddress() {
    input.value = begun.get('q') ?? '';
    shown = Math.max(SHOWN, Number(window.history.state?.shown) || 0);
    for (const name of ['field', 'facility']) {
      for (const box of boxes(name)) box.checked = begun.getAll(name).includes(box.value);
    }
  }

  // ---- results

  function put(element, raw, ranges, textLang) {
    element.replaceChildren(...marked(raw, ranges));
    element.hidden = !raw;
    if (textLang && textLang !== lang) element.lang = textLang;
  }

  /** The part of a long text around the first thing found. */
  function excerpt(raw, ranges) {
    let start = Math.max(0, ranges[0][0] - AROUND);
    let end = Math.min(raw.length, ranges[0][1] + AROUND * 2);
    while (start < ranges[0][0] && MARK.test(raw[start])) start += 1;
    while (end < raw.length && MARK.test(raw[end])) end += 1;
    const [before, after] = [start ? '…' : '', end < raw.length ? '…' : ''];
    const moved = ranges.filter(([, to]) => to <= end).map((range) => range.map((at) => at - start + before.length));
    return [before + raw.slice(start, end) + after, moved];
  }

  /** "{district}, {province}" with each in a span of its own; the province alone without a district. */
  function placeOf(row, pattern, show) {
    const { districts, districtOf, provinces, provinceOf } = index.file;
    const places = { district: districts[districtOf[row]], province: provinces[provinceOf[row]] };
    const parts = places.district?.text ? pattern.split(/\{(\w+)\}/) : ['', 'province'];
    return parts.map((part, i) => {
      if (i % 2 === 0) return part;
      const span = document.createElement('span');
      show(span, places[part]);
      return span;
    });
  }

  function card(row, words, errors) {
    const { file } = index;
    const item = result.content.cloneNode(true).firstElementChild;
    const at = (selector) => item.querySelector(selector);
    const missing = new Set(words);
    const see = (raw, within = errors) => marks(raw, words, within, missing);
    const show = (element, { text: raw, lang: of }) => put(element, raw, see(raw), of);
    const textsOf = (each) => [each.titles[row], each.names[row]].map(each.said);
    const [title, lao] = textsOf(file);
    const box = fields[file.fields[row]];
    show(at('a'), title);
    show(at('.card-lao'), lao);
    at('a').href = fill(form.dataset.entry, { province: file.provinces[file.provinceOf[row]].slug, code: file.keys[row] });
    at('.card-where').append(...placeOf(row, at('.card-where').dataset.pattern, show));
    for (const other of index.names.values()) {
      const line = textsOf(other).filter((each) => each.lang === other.lang).map((each) => each.text).join(' · ');
      const wanted = other !== file && missing.size && marks(line, [...missing], errors).length;
      if (wanted) put(at('.card-other'), line, see(line), other.lang);
    }
    const tags = (index.tags[row] ?? '').replace(/\S+/g, '#$&');
    if (missing.size && marks(tags, words, errors).length) put(at('.card-tags'), tags, see(tags));
    for (const [of, summaries] of index.summaries) {
      const ranges = missing.size ? marks(summaries[row] ?? '', [...missing]) : [];
      if (ranges.length) {
        see(summaries[row], 0);
        put(at('.card-summary'), ...excerpt(summaries[row], ranges), of);
      }
    }
    const field = box.parentElement.querySelector('.field');
    item.dataset.field = box.value;
    Object.assign(at('.card-marks .field'), { textContent: field.textContent, lang: field.lang });
    if (!field.lang) at('.card-marks .field').removeAttribute('lang');
    at('.card-marks .field').dataset.field = box.value;
    window.attalak.kept.card(item);
    return item;
  }

  let last = { rows: [] };
  let drawing = 0;

  /** First what can be seen, then the rest, unless a newer answer has come by then. */
  async function showRows(from, to) {
    const mine = ++drawing;
    const { rows, exact, words } = last;
    const focused = list.contains(document.activeElement) ? document.activeElement.href : '';
    more.hidden = true;
    if (!from) list.replaceChildren();
    const draw = (first, end) => {
      list.append(...Array.from(rows.slice(first, end), (row, i) => card(row, words, first + i < exact ? 0 : 2)));
      if (!from && focused) [...list.querySelectorAll('a')].slice(first).find((a) => a.href === focused)?.focus();
    };
    draw(from, from + AT_FIRST);
    await drawn();
    if (mine !== drawing) return;
    draw(from + AT_FIRST, to);
    const left = Math.min(SHOWN, rows.length - to);
    more.hidden = left <= 0;
    more.textContent = fill(more.dataset.some, { count: number(left) });
  }

  /** The hundred choices are told only while they can be seen. */
  function showCounts({ counts }) {
    const choices = form.querySelectorAll('input:checked').length;
    chosen.textContent = choices ? fill(chosen.dataset.some, { count: number(choices) }) : '';
    narrow.hidden = !counts.all && !choices;
    if (!narrow.open) return;
    const tell = (box, count = 0) => {
      box.parentElement.querySelector('.count').textContent = number(count);
      box.parentElement.hidden = !count && !box.checked;
    };
    fields.forEach((box, i) => tell(box, counts.field[i]));
    boxes('facility').forEach((box, i) => tell(box, counts.facility[i]));
    boxes('province').forEach((box) => tell(box, counts.province[index.placeOf(box.value)]));
    facets.facility.hidden = !index.tags.length;
    unknown.textContent = counts.unknown && index.tags.length ? fill(unknown.dataset.some, { count: number(counts.unknown) }) : '';
  }

  function sayFound({ exact, near }) {
    const values = { count: number(exact), near: number(near), query: input.value.trim() };
    if (exact && near) say('foundNear', values);
    else if (exact) say(exact === 1 ? 'foundOne' : 'found', values);
    else say(near ? 'near' : 'none', values);
  }

  let latest = 0;             // the last thing that was asked; what was before it is dropped

  /** What is there; before the rest is, only as it was typed. */
  async function show(mine) {
    const [asked, query, quick, texts] = [isAsked(), input.value, !stages.rest?.done, index?.columns.length];
    const answer = asked
      ? await work(index.steps(query, { ...question(), quick }), () => mine === latest) : { rows: [] };
    if (!answer) return;
    found.hidden = !answer.rows.length;
    browse.hidden = answer.rows.length > 0;
    if (asked) showCounts(answer);
    else narrow.hidden = true;
    const isSame = last.query === query && last.texts === texts && last.rows.length === answer.rows.length
      && last.rows.every((row, i) => row === answer.rows[i]);
    last = { ...answer, query, texts, words: Index.words(query) };
    if (!isSame) showRows(0, shown);
    if (!asked) say('');
    else if (quick && !answer.rows.length) say('loading');
    else sayFound(answer);
  }

  // ---- one after another

  let resting;
  let settling;

  function failed(error) {
    say(error.message === 'old' ? 'old' : 'offline');
    browse.hidden = found.hidden === false;
    deeper.hidden = true;
  }

  /** With what is there, and again with each stage that comes. */
  async function search(deep = false) {
    const mine = ++latest;
    const stagesOf = isAsked() ? Object.keys(LOADS).slice(0, deep ? 3 : 2) : [];
    try {
      if (index || !isAsked()) await show(mine);
      else say('loading');
      for (const name of stagesOf.filter((each) => !stages[each]?.done)) {
        await stage(name);
        if (mine !== latest) return;
        await show(mine);
      }
      if (mine === latest) deeper.hidden = !thrifty || !isAsked() || Boolean(stages.summaries);
    } catch (error) {
      if (mine === latest) failed(error);
    }
  }

  function ask() {
    clearTimeout(settling);
    settling = setTimeout(writeAddress, PAUSE);
    clearTimeout(resting);
    search();
    if (isAsked() && !thrifty && !stages.summaries?.done) resting = setTimeout(search, REST, true);
  }

  // ---- what is chosen

  function listProvinces() {
    if (boxes('province').length) return;
    const collator = new Intl.Collator(lang);
    const provinces = [...index.file.provinces].sort((a, b) => collator.compare(a.text, b.text));
    for (const { code, text: name, lang: of } of provinces) {
      const label = document.createElement('label');
      const [box, span, count] = ['input', 'span', 'span'].map((tag) => document.createElement(tag));
      Object.assign(box, { type: 'checkbox', name: 'province', value: code, checked: begun.getAll('province').includes(code) });
      put(span, name, [], of);
      count.className = 'count';
      label.append(box, ' ', span, ' ', count);
      facets.province.append(label);
    }
  }

  const again = () => { shown = SHOWN; ask(); };

  input.addEventListener('input', again);
  input.addEventListener('focus', () => { stage('names').catch(() => {}); }, { once: true });
  form.addEventListener('submit', (event) => { event.preventDefault(); again(); });
  narrow.addEventListener('change', again);
  narrow.addEventListener('toggle', () => { if (last.counts) showCounts(last); });
  clear.addEventListener('click', () => {
    for (const box of form.querySelectorAll('input:checked')) box.checked = false;
    again();
    narrow.querySelector('summary').focus();
  });
  deeper.querySelector('button').addEventListener('click', () => { deeper.hidden = true; search(true); });
  more.addEventListener('click', () => {
    const from = shown;
    shown += SHOWN;
    showRows(from, shown);
    writeAddress();
    list.children[from]?.querySelector('a').focus();
  });

  form.hidden = false;
  readAddress();
  // Provinces are listed when their names are there: until then the address is their memory.
  if (isAsked() || begun.has('province')) {
    say('loading');
    stage('names').then(ask, failed);
  }
})();
