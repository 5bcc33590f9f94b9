/* SPDX-License-Identifier: MIT */
/*
 * The trip page: the visitor's own list, or one that a link brought (?t=360203,450701), which is looked at
 * and touches nothing. What a place needs beside keep.js's data comes from data/trip/<province>.json; where
 * that cannot be had (a USB stick, no network) the list is there without addresses.
 */
(() => {
  'use strict';

  const { kept, files, root } = window.attalak;
  const { lang } = document.documentElement;
  const page = document.querySelector('.trip');
  const part = (selector) => page.querySelector(selector);
  const list = part('.stops');
  const status = part(':scope > .said');
  const isFile = document.querySelector('.brand').getAttribute('href').endsWith('index.html');
  const home = document.querySelector('link[rel="canonical"]')?.href ?? window.location.href.split(/[?#]/)[0];
  const words = Object.fromEntries([...document.getElementById('trip-words').content.children]
    .map(({ dataset, textContent }) => [dataset.word, textContent]));
  const say = (word, values = {}) => Object.entries(values)
    .reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), words[word]);
  const tell = (text) => { status.textContent = text; };

  // ---- which list

  /** However they are parted: mail programs and people put blanks between them. */
  function codesOf(address) {
    const asked = new URL(address).searchParams.get('t') ?? '';
    return [...new Set(asked.split(/\D+/).filter((code) => code.length === 6))];
  }

  const linked = codesOf(window.location.href);
  let shared = linked.length ? linked.slice(0, kept.MAX) : null;
  let undo = null;      // { places, at, name }: what was taken out last
  const shards = new Map();
  const known = new Map();   // code → place
  const come = new Set();    // provinces that were asked for and answered

  /** The province's places by code, once; nothing when there is no such file. */
  function shard(code) {
    const province = code.slice(0, 2);
    if (!shards.has(province)) {
      shards.set(province, fetch(new URL(`data/trip/${province}.json`, root))
        .then((response) => (response.ok ? response.json() : { stops: [] }))
        .then(({ stops }) => {
          come.add(province);
          stops.forEach((stop) => known.set(stop.code, { ...stop, ...kept.clean(stop) }));
        })
        .catch(() => {}));
    }
    return shards.get(province);
  }

  /** With what the site says of it now; `gone` when the site no longer has it. */
  const withKnown = (place) => ({ ...place, ...known.get(place.code),
    gone: come.has(place.code.slice(0, 2)) && !known.has(place.code) });
  const places = () => (shared ? shared.map((code) => ({ code })) : kept.all()).map(withKnown);

  // ---- texts

  const pick = (texts) => texts?.[lang] ?? texts?.th ?? Object.values(texts ?? {})[0] ?? '';
  /** The language of what pick gives, where it is not the page's. */
  const langOf = (texts) => (texts?.[lang] ? '' : Object.keys(texts ?? {}).find((each) => each === 'th') ?? Object.keys(texts ?? {})[0] ?? '');
  const nameOf = (place) => pick(place.name) || place.code;
  const namesOf = (place) => (pick(place.name) ? place.name : place.code);
  const linkOf = (place) => `${root.href}${lang}/${place.path}${isFile ? 'index.html' : ''}`;
  const addressOf = (place) => new URL(`../${place.path}`, home).href;
  const number = new Intl.NumberFormat(lang === 'th' ? 'th-TH-u-nu-latn' : lang, { maximumFractionDigits: 1 });
  const km = (distance) => number.format(distance < 10 ? distance : Math.round(distance));
  const monthName = (month) => new Intl.DateTimeFormat(lang === 'th' ? 'th-TH' : lang, { month: 'long', timeZone: 'UTC' })
    .format(new Date(Date.UTC(2024, month - 1, 1)));

  function monthsOf({ months = [] }) {
    if (months.length === 12) return words.all_year;
    return files.runs(months).map(([first, last]) => (first === last ? monthName(first)
      : `${monthName(first)}–${monthName(last)}`)).join(', ');
  }

  // ---- distances

  const isLocated = (place) => place.lat !== undefined;

  /** Kilometres as the crow flies. */
  function distance(a, b) {
    const radians = (degrees) => degrees * Math.PI / 180;
    const half = (angle) => Math.sin(radians(angle) / 2) ** 2;
    const h = half(b.lat - a.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(b.lon - a.lon);
    return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  /** For each place the distance from the last one before it whose position is known, or null. */
  function legs(all) {
    let last = null;
    return all.map((place) => {
      const leg = last && isLocated(place) ? distance(last, place) : null;
      if (isLocated(place)) last = place;
      return leg;
    });
  }

  /** The first stays, then always the nearest of the rest; those without a position come last. */
  function nearestNext(all) {
    const rest = all.filter(isLocated);
    const sorted = rest.splice(0, 1);
    while (rest.length) {
      const from = sorted[sorted.length - 1];
      const at = rest.reduce((best, place, i) => (distance(from, place) < distance(from, rest[best]) ? i : best), 0);
      sorted.push(...rest.splice(at, 1));
    }
    return [...sorted, ...all.filter((place) => !isLocated(place))];
  }

  // ---- the list

  function setText(element, texts) {
    element.textContent = typeof texts === 'string' ? texts : pick(texts);
    if (typeof texts === 'object' && langOf(texts)) element.lang = langOf(texts);
  }

  function fact(item, key, texts) {
    const row = item.querySelector(`[data-fact="${key}"]`);
    if (typeof texts === 'string' ? !texts : !pick(texts)) row.remove();
    else setText(row.querySelector('a, dd'), texts);
  }

  function facts(item, place, leg) {
    fact(item, 'address', place.address);
    fact(item, 'hours', place.hours);
    fact(item, 'phone', place.phone ?? '');
    fact(item, 'months', monthsOf(place));
    fact(item, 'leg', leg === null ? '' : say('km', { km: km(leg) }));
    const phone = item.querySelector('[data-fact="phone"] a');
    if (phone) phone.href = `tel:${place.phone.replace(/[^\d+]/g, '')}`;
  }

  function where(item, place) {
    const line = item.querySelector('.stop-where');
    const position = isLocated(place) ? (place.office ? words.office : '') : words.nowhere;
    const parts = [place.lao, place.place, position].filter((texts) => (typeof texts === 'string' ? texts : pick(texts)));
    line.append(...parts.flatMap((texts, i) => {
      const span = document.createElement('span');
      setText(span, texts);
      return i ? [' ', span] : [span];
    }));
  }

  /** By the name under which it was kept, when it has one. */
  function unknown(item, place) {
    const [name, said] = ['span', 'span'].map((tag) => document.createElement(tag));
    said.textContent = say('unknown', { code: place.code });
    if (pick(place.name)) {
      setText(name, place.name);
      item.querySelector('.stop-name').replaceChildren(name);
      item.querySelector('.stop-where').append(said);
    } else {
      item.querySelector('.stop-name').replaceChildren(said);
    }
  }

  function itemOf(place, at, all, leg) {
    const item = document.getElementById('stop').content.cloneNode(true).firstElementChild;
    item.dataset.code = place.code;
    item.querySelector('.stop-number').textContent = at + 1;
    const link = item.querySelector('.stop-name a');
    if (place.gone || !place.path) {
      unknown(item, place);
    } else {
      setText(link, namesOf(place));
      link.href = linkOf(place);
      where(item, place);
      item.querySelector('.stop-url').textContent = addressOf(place);
    }
    facts(item, place, leg);
    item.querySelectorAll('.stop-acts .vh').forEach((span) => setText(span, namesOf(place)));
    item.querySelector('[data-act="up"]').disabled = at === 0;
    item.querySelector('[data-act="down"]').disabled = at === all.length - 1;
    return item;
  }

  function undoItem() {
    const item = document.getElementById('undo').content.cloneNode(true).firstElementChild;
    item.querySelector('p').textContent = undo.text;
    return item;
  }

  function total(all) {
    const sum = legs(all).reduce((km_, leg) => km_ + (leg ?? 0), 0);
    const located = all.filter(isLocated).length;
    const word = all.length === 1 ? 'total_one' : located > 1 ? 'total' : 'total_places';
    return say(word, { count: all.length, km: km(sum) });
  }

  function show() {
    const all = places();
    const between = legs(all);
    const items = all.map((place, at) => itemOf(place, at, all, between[at]));
    if (undo && !shared) items.splice(undo.at, 0, undoItem());
    list.replaceChildren(...items);
    part('.trip-empty').hidden = all.length > 0 || Boolean(undo && !shared);
    part('.trip-full').hidden = !items.length;
    part('.trip-shared').hidden = !shared;
    part('.trip-total').textContent = total(all);
    page.querySelectorAll('[data-own]').forEach((element) => { element.hidden = Boolean(shared); });
  }

  /** Shows what is there at once, and again when the provinces' files have come. */
  async function update() {
    for (const link of document.querySelectorAll('.languages a')) link.search = window.location.search;     // shared there too
    show();
    const codes = (shared ?? kept.all().map(({ code }) => code)).filter((code) => !known.has(code));
    if (!codes.length) return;
    await Promise.all(codes.map(shard));
    const { act } = document.activeElement?.dataset ?? {};
    const code = document.activeElement?.closest('.stop')?.dataset.code;
    show();
    if (code) focus(code, act);
  }

  // ---- acts

  function focus(code, act) {
    const item = list.querySelector(`[data-code="${code}"]`);
    const wanted = item?.querySelector(`[data-act="${act}"]:not(:disabled)`);
    (wanted ?? item?.querySelector('button:not(:disabled)'))?.focus();
  }

  function store(all, word, values) {
    const problem = kept.replace(all.map(kept.clean).filter(Boolean));
    tell(problem ? say(problem, { max: kept.MAX }) : say(word, values));
    return !problem;
  }

  function move(code, by) {
    const all = kept.all();
    const from = all.findIndex((place) => place.code === code);
    const [place] = all.splice(from, 1);
    all.splice(from + by, 0, place);
    undo = null;
    store(all, 'moved', { name: nameOf(place), at: from + by + 1, count: all.length });
    focus(code, by < 0 ? 'up' : 'down');
  }

  function takeOut(code) {
    const all = kept.all();
    const at = all.findIndex((place) => place.code === code);
    const text = say('removed', { name: nameOf(all[at]) });
    undo = { before: all, at, text, word: 'restored', name: nameOf(all[at]) };
    store(all.filter((place) => place.code !== code), 'removed', { name: undo.name });
    list.querySelector('[data-act="undo"]').focus();
  }

  const acts = {
    up: (code) => move(code, -1),
    down: (code) => move(code, 1),
    remove: takeOut,
    undo() {
      const { before, name } = undo;
      const there = kept.all();
      undo = null;
      const added = there.filter(({ code }) => !before.some((place) => place.code === code));
      store([...before, ...added], 'restored', { name });
      const [first] = before.filter(({ code }) => !there.some((place) => place.code === code));
      if (first) focus(first.code, 'remove');
    },
    clear() {
      const before = kept.all();
      const text = say('cleared', { count: before.length });
      undo = { before, at: 0, text, name: document.querySelector('h1').textContent };
      store([], 'cleared', { count: before.length });
      list.querySelector('[data-act="undo"]').focus();
    },
    nearest() {
      undo = null;
      store(nearestNext(places()), 'sorted');
    },
    adopt() {
      const own = kept.all();
      const more = places().filter((place) => place.path && !own.some(({ code }) => code === place.code));
      if (store([...own, ...more], 'adopted', { count: more.length })) acts.own();
    },
    own() {
      shared = null;
      window.history.replaceState(null, '', window.location.pathname);
      update();
      document.querySelector('main').focus();
    },
    print: () => window.print(),
    share: () => window.navigator.share({ title: document.title, url: shareLink() }).catch(() => {}),
    copy,
    gpx: () => save('trip.gpx', 'application/gpx+xml', isLocated, files.gpx, 'no_points'),
    calendar: () => save('trip.ics', 'text/calendar', (place) => files.runs(place.months ?? []).length > 0,
      files.calendar, 'no_seasons'),
  };

  // ---- out of the page

  const shareLink = () => `${window.location.href.split(/[?#]/)[0]}?t=${places().map(({ code }) => code).join(',')}`;

  async function copy() {
    try {
      await window.navigator.clipboard.writeText(shareLink());
      tell(words.copied);
    } catch {
      tell(say('link', { link: shareLink() }));
    }
  }

  function fileStop(place) {
    const url = addressOf(place);
    const lines = [pick(place.lao), pick(place.address) || pick(place.place), place.phone, place.office ? words.office : ''];
    return { ...place, name: nameOf(place), url, months: place.months ?? [],
      place: pick(place.address) || pick(place.place), note: [...lines, url].filter(Boolean).join('\n') };
  }

  function save(file, type, wanted, make, none) {
    const all = places().filter((place) => place.path && !place.gone);
    const stops = all.filter(wanted).map(fileStop);
    if (!stops.length) {
      tell(words[none]);
      return;
    }
    const about = { title: document.querySelector('h1').textContent, lang, now: new Date(), host: new URL(home).host,
      season: (name) => say('season', { name }) };
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([make(stops, about)], { type: `${type};charset=utf-8` }));
    link.download = file;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    const left = all.length - stops.length;
    tell(`${say('saved', { file, count: stops.length })}${left ? ` ${say('left_out', { count: left })}` : ''}`);
  }

  page.addEventListener('click', ({ target }) => {
    const button = target.closest('button[data-act]');
    if (button) acts[button.dataset.act](button.closest('.stop')?.dataset.code);
  });
  kept.onchange(update);
  if (linked.length > kept.MAX) {
    part('.trip-shared p').append(` ${say('cut', { count: linked.length, max: kept.MAX })}`);
  }
  part('[data-act="share"]').parentElement.hidden = !window.navigator.share;
  document.querySelector('.trip-plain').hidden = true;
  page.hidden = false;
  update();
})();
