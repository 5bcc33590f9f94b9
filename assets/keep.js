/* SPDX-License-Identifier: MIT */
/*
 * What a visitor keeps for a trip, on this device only: localStorage, nothing sent anywhere. On every
 * page: the count in the header; each .keep[data-code] becomes a toggle.
 *
 *   attalak.kept.all()              the places, in the visitor's order
 *   attalak.kept.has(code)
 *   attalak.kept.add(place)         '' when kept, or why not: 'full', 'blocked'
 *   attalak.kept.remove(code)
 *   attalak.kept.replace(places)    all of them at once, in this order
 *   attalak.kept.onchange(call)     here or in another tab
 *   attalak.kept.bind(element)      for lists that a script makes
 *
 * A place is { code, path, name: { th, en }, lat, lon, office, months: [1…12], updated }: what no language
 * changes. What is read back is checked: other pages of this host may have written it.
 */
(() => {
  'use strict';

  const attalak = window.attalak ??= {};
  attalak.root = new URL('../', document.currentScript.src);
  const MAX = 200;
  const KEY = `attalak trip ${attalak.root.pathname}`;
  const listeners = [];

  // ---- one place

  const text = (value) => (typeof value === 'string' ? value.slice(0, 300) : '');
  const degrees = (value, most) => typeof value === 'number' && Math.abs(value) <= most;

  function names(of) {
    const found = Object.entries(of ?? {}).filter(([lang, name]) => /^[a-z-]{2,16}$/.test(lang) && text(name));
    return Object.fromEntries(found.map(([lang, name]) => [lang, text(name)]));
  }

  /** The place with nothing in it but what is expected; null when it is none. */
  function clean(place) {
    if (!/^\d{6}$/.test(place?.code) || !/^[a-z0-9-]{1,63}\/\d{6}\/$/.test(place.path)) return null;
    const located = degrees(place.lat, 90) && degrees(place.lon, 180);
    const months = Array.isArray(place.months) ? place.months : [];
    return {
      code: place.code,
      path: place.path,
      name: names(place.name),
      ...(located && { lat: place.lat, lon: place.lon }),
      ...(located && place.office === true && { office: true }),
      months: months.filter((month) => Number.isInteger(month) && month >= 1 && month <= 12),
      updated: /^\d{4}-\d\d(-\d\d)?$/.test(place.updated) ? place.updated : '',
    };
  }

  function placeOf({ dataset }) {
    const name = {};
    for (const key of Object.keys(dataset).filter((each) => each.startsWith('name'))) {
      name[key.slice(4).toLowerCase()] = dataset[key];
    }
    return clean({
      code: dataset.code,
      path: dataset.path,
      name,
      lat: dataset.lat ? Number(dataset.lat) : undefined,
      lon: dataset.lon ? Number(dataset.lon) : undefined,
      office: 'office' in dataset,
      months: (dataset.months ?? '').split(',').map(Number),
      updated: dataset.updated,
    });
  }

  // ---- the store

  function all() {
    try {
      const found = JSON.parse(window.localStorage.getItem(KEY) ?? '[]');
      const places = (Array.isArray(found) ? found : []).map(clean).filter(Boolean);
      return places.filter((place, at) => places.findIndex(({ code }) => code === place.code) === at).slice(0, MAX);
    } catch {
      return [];
    }
  }

  const tell = () => listeners.forEach((call) => call());

  function replace(places) {
    if (places.length > MAX) return 'full';
    try {
      if (places.length) window.localStorage.setItem(KEY, JSON.stringify(places));
      else window.localStorage.removeItem(KEY);
    } catch {
      return 'blocked';
    }
    tell();
    return '';
  }

  const has = (code) => all().some((place) => place.code === code);
  const remove = (code) => replace(all().filter((place) => place.code !== code));

  function add(place) {
    const known = clean(place);
    if (!known) return 'blocked';
    return has(known.code) ? '' : replace([...all(), known]);
  }

  window.addEventListener('storage', ({ key }) => { if (key === KEY || key === null) tell(); });
  window.addEventListener('pageshow', ({ persisted }) => { if (persisted) tell(); });

  // ---- buttons, and the count in the header

  function bind(element) {
    const place = placeOf(element);
    const button = element.querySelector('button');
    const said = element.querySelector('[role="status"]');
    const link = element.querySelector('a');
    if (!place) return;
    const show = () => {
      button.setAttribute('aria-pressed', String(has(place.code)));
      if (link) link.hidden = !has(place.code);
    };
    button.addEventListener('click', () => {
      const had = has(place.code);
      const problem = had ? remove(place.code) : add(place);
      const words = said.dataset[problem || (had ? 'removed' : 'kept')];
      said.textContent = words.replace('{count}', all().length).replace('{max}', MAX);
    });
    listeners.push(show);
    show();
    element.hidden = false;
  }

  function count() {
    const { length } = all();
    for (const link of document.querySelectorAll('a[data-count]')) {
      link.dataset.plain ??= link.textContent;
      link.textContent = length ? link.dataset.count.replace('{count}', length) : link.dataset.plain;
    }
  }

  attalak.kept = { MAX, all, has, add, remove, replace, clean, bind, onchange: (call) => listeners.push(call) };
  listeners.push(count);
  count();
  document.querySelectorAll('.keep[data-code]').forEach(bind);
})();
