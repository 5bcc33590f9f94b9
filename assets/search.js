/* SPDX-License-Identifier: MIT */
/*
 * The search page: fetches texts in stages (names of this language; the other names and tags;
 * summaries; stories when they are asked for), hands them to a thread that searches
 * (search-worker.js), draws the cards that it answers with what was found marked, and choices with
 * counts. Nothing here takes a key's time. The address keeps the question
 * (?q=…&field=food&province=36&facility=toilet&in=stories). Without this script the page is a list
 * of fields and provinces.
 */
(() => {
  'use strict';

  const SHOWN = 20;
  const PAUSE = 400;          // ms without a key before the address follows: that is dear
  const SETTLED = 250;        // and before what is not on the screen is drawn
  const REST = 1500;          // ms without one before summaries are fetched
  const AT_ONCE = 6;          // files
  const ZIPPED = 4;           // times smaller is Thai on its way

  const form = document.getElementById('search');
  const [input, said, found, list, more, deeper, stories, offered, browse, chosen, unknown, clear, result] = ['q', 'said', 'found',
    'results', 'more', 'deeper', 'stories', 'offered', 'browse', 'chosen', 'unknown', 'clear', 'result'].map((id) => document.getElementById(id));
  const { lang } = document.documentElement;
  const narrow = form.querySelector('.narrow');
  const facets = Object.fromEntries([...form.querySelectorAll('[data-facet]')].map((set) => [set.dataset.facet, set]));
  const boxes = (name) => [...facets[name].querySelectorAll('input')];
  const fields = boxes('field');
  // A question stands in the address, where a Thai sign takes nine bytes: with all there is to choose, 200 of them are
  // less than 4 KB, and nginx takes 8 of one. Nobody types as much.
  const { maxLength } = input;
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

  const idle = window.requestIdleCallback ?? setTimeout;
  const later = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
  const drawn = () => new Promise((resolve) => { requestAnimationFrame(() => idle(resolve)); });

  // ---- the thread that searches

  const address = (path) => new URL(path, window.location.href).href;
  const scripts = form.dataset.scripts.split(' ').map(address);
  const stages = {};
  const calls = new Map();    // id → what waits for its answer
  let ids = 0;
  let worker;

  function begin() {
    worker = new Worker(address(form.dataset.worker));
    worker.addEventListener('message', ({ data: { id, value, problem } }) => {
      const { resolve, reject } = calls.get(id);
      calls.delete(id);
      if (problem) reject(new Error(problem));
      else resolve(value);
    });
    // It could not be fetched, or ended: the next question begins another, which has nothing yet.
    worker.addEventListener('error', () => {
      worker = undefined;
      index = undefined;
      for (const name of Object.keys(stages)) delete stages[name];
      for (const files of Object.values(held)) files.clear();
      for (const { reject } of calls.values()) reject(new Error('worker'));
      calls.clear();
    });
    call('begin', { scripts }).catch(() => {});
  }

  function call(what, given = {}) {
    if (!worker) begin();
    const id = ++ids;
    return new Promise((resolve, reject) => {
      calls.set(id, { resolve, reject });
      worker.postMessage({ id, what, given }, given.bytes ? [given.bytes] : []);
    });
  }

  // ---- the texts, in stages

  let index;                  // what the page must know of it: { provinces, shards }
  let shown = SHOWN;
  const begun = new URLSearchParams(window.location.search);
  const { connection } = navigator;
  const thrifty = Boolean(connection && (connection.saveData || /[23]g$/.test(connection.effectiveType)));
  const languages = form.dataset.languages.split(' ');
  const others = languages.filter((other) => other !== lang);

  async function fetched(file) {
    const answer = await fetch(`${fill(form.dataset.files, { file })}?v=${form.dataset.version}`);
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    return answer.arrayBuffer();
  }

  function here() {
    try {
      const point = (window.sessionStorage.getItem('attalak.position') ?? '').split(',').map(Number);
      return point.length === 2 && point.every(Number.isFinite) ? point : undefined;
    } catch {
      return undefined;       // storage is closed to this page
    }
  }

  const read = async (what, file, given = {}) => call(what, { ...given, bytes: await fetched(file) });

  async function loadNames() {
    index = await read('names', `names-${lang}`, { lang, version: form.dataset.version, scripts });
    if (begun.has('province')) listProvinces();
  }

  /** Asking for files takes time of its own: not before the first answers are drawn. */
  async function loadRest() {
    await drawn();
    const all = Promise.all([
      ...others.map((other) => read('others', `names-${other}`, { lang: other })),
      read('tags', 'tags'),
      here() && read('points', 'points'),
    ]);
    listProvinces();
    await all;
  }

  const held = { summaries: new Set(), stories: new Set() };      // files that are there

  /** Files [language, shard] of `kind` that are not there yet, some at once. */
  async function loadProse(kind, files) {
    const left = files.filter((file) => !held[kind].has(String(file)));
    const some = async () => {
      for (let file = left.shift(); file; file = left.shift()) {
        const [of, shard] = file;
        await read('prose', `${kind}-${of}-${shard}`, { kind, lang: of, shard });
        held[kind].add(String(file));
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, some));
    const lost = ends.find(({ reason }) => reason);
    if (lost) throw lost.reason;
  }

  async function loadSummaries() {
    await loadProse('summaries', [lang, ...others].flatMap((of) => index.shards.map((shard) => [of, shard])));
    call('prepare').catch(() => {});
  }

  /** Once; again after a failure, when something is asked again. */
  function stage(name) {
    stages[name] ??= LOADS[name]().then(() => { stages[name].done = true; }, (error) => {
      delete stages[name];
      throw error;
    });
    return stages[name];
  }

  // ---- stories: long, so that they come when they are asked for, and only where they may be wanted

  const sizes = form.dataset.stories.split(' ').map(Number);     // MB of each language
  let wanted = begun.has('q') && begun.get('in') === 'stories' && !thrifty;      // and not there yet

  /** Those that are not, of the chosen provinces: what is written in Thai is in Thai stories. */
  function missingStories() {
    const chosen = new Set(checked('province').map(({ value }) => value));
    const places = index.provinces.filter(({ code }) => !chosen.size || chosen.has(code));
    const isThai = /[\u0e01-\u0e5b]/.test(input.value);
    return [lang, ...others].filter((of) => (of === 'th' || !isThai) && sizes[languages.indexOf(of)] > 0)
      .flatMap((of) => [...new Set(places.map(({ shard }) => shard))].map((shard) => [of, shard]))
      .filter((file) => !held.stories.has(String(file)));
  }

  async function loadStories() {
    await loadProse('stories', missingStories());
    wanted = false;
  }

  /** Drawing is dear: not between letters. */
  function offerStories(mine) {
    if (mine !== latest) return;
    const files = last.hasWords && deeper.hidden && !wanted ? missingStories() : [];
    const size = files.reduce((sum, [of]) => sum + sizes[languages.indexOf(of)] / index.shards.length, 0);
    const button = stories.querySelector('button');
    stories.hidden = !files.length;
    offered.textContent = files.length && !last.total ? stories.firstChild.data : '';       // who hears only that nothing is found
    button.textContent = fill(button.dataset.some, { size: number(Math.max(1, Math.round(10 * size / ZIPPED)) / 10) });
  }

  const LOADS = { names: loadNames, rest: loadRest, summaries: loadSummaries, stories: loadStories };
  const DEPTH = { quick: 2, summaries: 3, stories: 4 };       // so many of these

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

  /** The page in another language asks the same: what is chosen has the same names there. */
  function carry() {
    for (const link of document.querySelectorAll('.languages a')) link.search = window.location.search;
  }

  function writeAddress() {
    const asked = new URLSearchParams();
    if (input.value.trim()) asked.set('q', input.value.trim().slice(0, maxLength));
    for (const box of form.querySelectorAll('input:checked')) asked.append(box.name, box.value);
    if (asked.has('q') && (wanted || (held.stories.size && !missingStories().length))) asked.set('in', 'stories');
    const { pathname, hash } = window.location;
    window.history.replaceState({ shown }, '', pathname + (asked.size ? `?${asked}` : '') + hash);
    carry();
  }

  function readAddress() {
    input.value = (begun.get('q') ?? '').slice(0, maxLength);
    carry();
    shown = Math.max(SHOWN, Number(window.history.state?.shown) || 0);
    for (const name of ['field', 'facility']) {
      for (const box of boxes(name)) box.checked = begun.getAll(name).includes(box.value);
    }
  }

  // ---- results

  /** A text as nodes, with <mark> around what was found. */
  function marked(text, ranges) {
    const nodes = [];
    let at = 0;
    for (const [from, to] of ranges) {
      const mark = document.createElement('mark');
      mark.textContent = text.slice(from, to);
      nodes.push(text.slice(at, from), mark);
      at = to;
    }
    return [...nodes, text.slice(at)];
  }

  const told = new WeakMap();         // element → what it says, as JSON

  /** Drawing is what takes a slow phone's time: nothing is drawn again that stays the same. */
  function isNew(element, said) {
    const before = told.get(element);
    const now = JSON.stringify(said);
    told.set(element, now);
    return before !== now;
  }

  function put(element, { text = '', lang: of = lang, ranges = [] } = {}) {
    if (!isNew(element, [text, of, ranges])) return;
    element.replaceChildren(...marked(text, ranges));
    element.hidden = !text;
    if (of === lang) element.removeAttribute('lang');
    else element.lang = of;
  }

  /** "{district}, {province}" with each in a span of its own; the province alone without a district. */
  function putWhere(element, { district, province }) {
    if (!isNew(element, [district, province])) return;
    const parts = district ? element.dataset.pattern.split(/\{(\w+)\}/) : ['', 'province'];
    element.replaceChildren(...parts.map((part, i) => {
      if (i % 2 === 0) return part;
      const span = document.createElement('span');
      put(span, { district, province }[part]);
      return span;
    }));
  }

  /** Each in a span of its own: what is not ASCII is in the site's first language, as on an entry's own page. */
  function putTags(element, tags = []) {
    if (!isNew(element, tags)) return;
    element.hidden = !tags.length;
    element.replaceChildren(...tags.flatMap((tag, i) => {
      const span = document.createElement('span');
      put(span, { ...tag, lang: /[\u0080-\uffff]/.test(tag.text) ? languages[0] : lang });
      return i ? [' ', span] : [span];
    }));
  }

  function putField(item, { value, parentElement }) {
    const { textContent, lang: of } = parentElement.querySelector('.field');
    const field = item.querySelector('.card-marks .field');
    if (item.dataset.field !== value) item.dataset.field = field.dataset.field = value;
    put(field, { text: textContent, lang: of || lang });
  }

  function fillItem(item, card) {
    const at = (selector) => item.querySelector(selector);
    item.dataset.code = card.code;
    at('a').href = fill(form.dataset.entry, { province: card.slug, code: card.code });
    put(at('a'), card.title);
    put(at('.card-other'), card.other);
    putTags(at('.card-tags'), card.tags);
    put(at('.card-summary'), card.prose);
    put(at('.card-lao'), card.lao);
    putWhere(at('.card-where'), card);
    putField(item, fields[card.field]);
  }

  /** They come with a script after this one, or not at all. */
  const withToggles = (what, item) => window.attalak?.kept?.[what]?.(item);

  let last = { cards: [] };
  let lead = -1;              // the card that "more" leads to, once it is there
  let latest = 0;             // the last thing that was asked; what was before it is dropped

  /**
   * Those from `first` on take their places. An item stays its entry's; one whose entry is not among them becomes
   * another's, for to make one is dear while letters come; never the one that has the focus, or a finger on it. In an
   * answer that comes by itself none does: somebody may be reading there whom no focus tells of.
   */
  function place(cards, first) {
    const { activeElement: focused } = document;
    const items = new Map([...list.children].slice(first).map((item) => [item.dataset.code, item]));
    const own = cards.map(({ code }) => items.get(code));
    const free = last.isLate ? []
      : [...items.values()].filter((item) => !own.includes(item) && !item.matches(':active, :focus-within'));
    cards.forEach((card, i) => {
      const item = own[i] ?? free.shift() ?? result.content.cloneNode(true).firstElementChild;
      if (!own[i]) withToggles('bare', item);
      fillItem(item, card);
      if (list.children[first + i] !== item) list.insertBefore(item, list.children[first + i] ?? null);
    });
    if (list.contains(focused)) focused.focus({ preventScroll: true });
  }

  let screenful = Math.ceil(window.innerWidth * window.innerHeight / 15e4);   // cards; a guess until some stand

  /** And one that comes there when these are shorter. */
  function measure() {
    const items = [...list.children];
    const below = items.findIndex((item) => item.getBoundingClientRect().top > window.innerHeight);
    if (items.length) screenful = (below < 0 ? items.length : below) + 1;
  }

  function followLead() {
    if (lead >= 0) (list.children[lead] ?? list.lastElementChild)?.querySelector('a').focus();
    lead = -1;
  }

  /** The answer's further cards, and the toggles of all. */
  async function showRest(mine) {
    const [answer, from] = [last, last.cards.length];
    const cards = from < Math.min(answer.total, shown) ? await call('cards', { from, to: shown }) : [];
    if (mine !== latest || answer !== last) return;
    if (answer.cards.length > from) {
      await showRest(mine);   // "more" was pressed while these were on their way
      return;
    }
    answer.cards.push(...cards);
    place(cards, from);
    while (list.children.length > answer.cards.length) list.lastChild.remove();
    for (const item of list.children) withToggles('card', item);
    if (answer.cards.length >= Math.min(answer.total, shown)) followLead();
    showMore(answer.total - answer.cards.length);
    measure();
  }

  /** Drawing is dear: what is on the screen at once, the rest when no newer answer has come for a while. */
  async function showCards(mine) {
    const answer = last;
    place(answer.cards, 0);
    while (list.children.length > answer.total) list.lastChild.remove();
    await later(SETTLED);
    if (mine === latest && answer === last) await showRest(mine);
  }

  function showMore(left) {
    more.hidden = left <= 0;
    more.textContent = fill(more.dataset.some, { count: number(Math.min(SHOWN, left)) });
  }

  /** The hundred choices are told only while they can be seen. */
  function showCounts({ counts, hasTags }) {
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
    boxes('province').forEach((box) => tell(box, counts.province[index.provinces.findIndex(({ code }) => code === box.value)]));
    facets.facility.hidden = !hasTags;
    unknown.textContent = counts.unknown && hasTags ? fill(unknown.dataset.some, { count: number(counts.unknown) }) : '';
  }

  function sayFound({ exact, near }) {
    const values = { count: number(exact), near: number(near), query: input.value.trim() };
    if (exact && near) say('foundNear', values);
    else if (exact) say(exact === 1 ? 'foundOne' : 'found', values);
    else say(near ? 'near' : 'none', values);
  }

  /** What is there, when it is more `than` that; before the rest is, only as it was typed. */
  async function show(mine, isLate, than) {
    const [asked, query, quick] = [isAsked(), input.value, !stages.rest?.done];
    const options = { ...question(), quick, beside: isLate };
    const answer = asked
      ? await call('search', { query, options, count: Math.min(screenful, shown), than }) : { total: 0, cards: [] };
    if (!answer || mine !== latest) return;
    found.hidden = !answer.total;
    browse.hidden = answer.total > 0;
    if (asked) showCounts(answer);
    else narrow.hidden = true;
    last = { ...answer, isLate };
    showCards(mine).catch(() => {});
    if (!asked) say('');
    else if (quick && !answer.total) say('loading');
    else sayFound(answer);
  }

  // ---- one after another

  let resting;
  let settling;

  function failed(error) {
    say(error.message === 'old' ? 'old' : 'offline');
    browse.hidden = found.hidden === false;
    deeper.hidden = stories.hidden = true;
  }

  /** Only of what takes long: to say it costs a frame, and the first answer waits for that. */
  async function sayLoading(mine) {
    await later(SETTLED);
    if (mine === latest && !index && stages.names) say('loading');
  }

  /** What is spelt nearly so, beside what was found: to look for it takes too long between letters. */
  async function widen(mine) {
    await later(SETTLED);
    if (mine === latest && last.exact && !last.isLate) await show(mine, true, last.total);
  }

  /** With what is there, and again with each stage that comes. */
  async function search(depth = DEPTH.quick) {
    const mine = ++latest;
    const stagesOf = isAsked() ? Object.keys(LOADS).slice(0, depth) : [];
    try {
      if (index || !isAsked()) await show(mine, depth > DEPTH.quick);
      else sayLoading(mine);
      for (const name of stagesOf.filter((each) => !stages[each]?.done)) {
        if (name === 'stories') say('coming');
        await stage(name);
        if (mine !== latest) return;
        await show(mine, name !== 'names');
      }
      if (mine !== latest) return;
      deeper.hidden = !thrifty || !isAsked() || Boolean(stages.summaries);
      await widen(mine);
      offerStories(mine);
    } catch (error) {
      if (mine === latest) failed(error);
    }
  }

  function ask() {
    stories.hidden = true;
    offered.textContent = '';
    clearTimeout(settling);
    settling = setTimeout(writeAddress, PAUSE);
    clearTimeout(resting);
    wanted &&= Boolean(input.value.trim());
    search(wanted ? DEPTH.stories : DEPTH.quick);
    if (isAsked() && !thrifty && !wanted && !stages.summaries?.done) resting = setTimeout(search, REST, DEPTH.summaries);
  }

  // ---- what is chosen

  function listProvinces() {
    if (boxes('province').length) return;
    const collator = new Intl.Collator(lang);
    const provinces = [...index.provinces].sort((a, b) => collator.compare(a.text, b.text));
    for (const { code, ...name } of provinces) {
      const label = document.createElement('label');
      const [box, span, count] = ['input', 'span', 'span'].map((tag) => document.createElement(tag));
      Object.assign(box, { type: 'checkbox', name: 'province', value: code, checked: begun.getAll('province').includes(code) });
      put(span, name);
      count.className = 'count';
      label.append(box, ' ', span, ' ', count);
      facets.province.append(label);
    }
  }

  function again() {
    shown = SHOWN;
    lead = -1;
    ask();
  }

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
  // What is found is told where the focus then is: its button goes.
  deeper.querySelector('button').addEventListener('click', () => {
    said.focus({ preventScroll: true });
    deeper.hidden = true;
    search(DEPTH.summaries);
  });
  stories.querySelector('button').addEventListener('click', () => {
    said.focus({ preventScroll: true });
    wanted = true;
    delete stages.stories;
    writeAddress();
    ask();
  });
  for (const away of [list, document.querySelector('.languages')]) away.addEventListener('click', writeAddress);
  more.addEventListener('click', () => {
    lead = shown;             // not what stands there: that may be an older answer's still
    shown += SHOWN;
    writeAddress();
    showRest(latest).catch(() => { lead = -1; });
  });

  form.hidden = false;
  begin();
  readAddress();
  // Provinces are listed when their names are there: until then the address is their memory.
  if (isAsked() || begun.has('province')) {
    say('loading');
    stage('names').then(ask, failed);
  }
})();
