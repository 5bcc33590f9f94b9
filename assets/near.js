/* SPDX-License-Identifier: MIT */
/*
 * Near me, or near a district: nearest first, from files of one square of the country each (near.h).
 * The position is asked for on a tap only, used here only, and kept until the window is closed; the
 * address never holds it. Without this script the page is a list of all districts.
 */
(() => {
  'use strict';

  const { attalak } = window;
  const KEPT = 'attalak.position';
  const SHOWN = 20;
  const CLOSE = [2, 5, 10, 20, 50];      // km: as far as is needed to find SHOWN entries
  const FAR = [100, 200, 500, 1000];     // km: only when asked for
  const KM_PER_DEGREE = 111.2;

  const near = document.querySelector('.near');
  const results = document.getElementById('results');
  const [here, forget, province, district, status, around, found, more, wider, unknown, moreUnknown] = [
    'here', 'forget', 'province', 'district', 'near-status', 'around', 'found', 'more', 'wider', 'unknown-list',
    'more-unknown'].map((id) => document.getElementById(id));
  const unknownSection = unknown.closest('[data-group]');
  const words = results.dataset;
  const { fill, number } = attalak;
  const total = document.getElementById('total');

  /** What is found stands above the results, and is told here to those who do not see it. */
  const say = (text, seen) => {
    status.textContent = text;
    status.classList.toggle('vh', Boolean(seen));
    if (seen) total.textContent = text;
  };

  // ---- squares of the country

  const [south, west, size] = ['south', 'west', 'cell'].map((name) => Number(near.dataset[name]));
  const cells = near.dataset.cells.split(' ').map((name) => {
    const [row, column] = name.split('-').map(Number);
    return { name, lat: south + row * size, lon: west + column * size };
  });
  const fetched = new Map();

  function entriesOf({ places, entries }) {
    return entries.map(([lat, lon, own, at, code, name, nameLang, lao, laoLang, field, has, part, lacks, hours, old]) => {
      const [where, whereLang, slug] = places[at];
      return { lat, lon, own, code, name, nameLang, lao, laoLang, where, whereLang, slug, field, has, part, lacks, hours, old };
    });
  }

  async function load({ name }) {
    const answer = await fetch(`${near.dataset.shards}${name}.json`);
    if (!answer.ok) throw new Error(answer.status);
    return entriesOf(await answer.json());
  }

  function fetchCell(cell) {
    if (!fetched.has(cell.name)) {
      fetched.set(cell.name, load(cell).catch((error) => { fetched.delete(cell.name); throw error; }));
    }
    return fetched.get(cell.name);
  }

  // ---- distances

  const rad = (degrees) => degrees * Math.PI / 180;

  function distance(a, b) {
    const h = Math.sin(rad(b.lat - a.lat) / 2) ** 2
      + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2;
    return 2 * 6371.0088 * Math.asin(Math.sqrt(Math.min(1, h)));
  }

  /** 0 north, 1 north-east … 7 north-west. */
  function direction(a, b) {
    const east = (b.lon - a.lon) * Math.cos(rad((a.lat + b.lat) / 2));
    return Math.round(Math.atan2(east, b.lat - a.lat) / (Math.PI / 4) + 8) % 8;
  }

  /** The cell's nearest point is nearer than `km`. */
  function reaches(cell, spot, km) {
    const clamp = (value, low) => Math.min(Math.max(value, low), low + size);
    return distance(spot, { lat: clamp(spot.lat, cell.lat), lon: clamp(spot.lon, cell.lon) }) <= km;
  }

  function distanceText(km) {
    const { lang } = document.documentElement;
    if (km < 1) return fill(words.m, { m: number(Math.round(km * 100) * 10) });
    return fill(words.km, { km: km.toLocaleString(lang, { maximumFractionDigits: km < 10 ? 1 : 0 }) });
  }

  function towards(item) {
    const text = distanceText(item.km);
    if (item.km < .05) return text;
    return fill(words.towards, { distance: text, direction: words.directions.split('|')[direction(spot, item)] });
  }

  // ---- one entry

  const template = document.getElementById('near-card').content.firstElementChild;
  const [end] = /(index\.html)?$/.exec(document.querySelector('[data-province] a').getAttribute('href'));

  function put(element, text, lang) {
    element.textContent = text;
    if (lang) element.lang = lang;
  }

  function known({ has, part, old }) {
    return [[words.has, has], [words.part, part]].filter(([, ids]) => ids)
      .map(([sentence, ids]) => fill(sentence, { list: filter.names(ids) }) + (old ? ` (${words.old})` : '')).join('\n');
  }

  function card(item) {
    const element = template.cloneNode(true);
    const part = (name) => element.querySelector(name);
    element.dataset.field = item.field;
    part('a').href = `../${item.slug}/${item.code}/${end}`;
    put(part('a'), item.name, item.nameLang);
    put(part('.card-distance'), towards(item));
    put(part('.card-lao'), item.lao, item.laoLang);
    put(part('.card-where'), item.where, item.whereLang);
    put(part('.card-known'), known(item) || (item.lacks ? '' : words.nothing));
    part('.card-office').hidden = item.own;
    put(part('.field'), filter.name(item.field));
    attalak.kept.card(element);
    return element;
  }

  // ---- results

  const filter = attalak.filter(results.querySelector('.filter'), () => { reach = 0; search(); }, refresh);
  let spot = null;        // { lat, lon, name }: around it
  let reach = 0;          // how many of FAR were asked for
  let run = 0;            // the search that is under way
  let circle = 0;         // km, of what is shown; 0 while it is looked for
  let left = { yes: [], unknown: [] };

  /** Adds the next ones to a list; gives the first of them. */
  function extend(list, items, button, count = SHOWN) {
    const from = list.children.length;
    list.append(...items.slice(from, from + count).map(card));
    button.hidden = list.children.length >= items.length;
    return list.children[from];
  }

  async function within(km) {
    const parts = await Promise.all(cells.filter((cell) => reaches(cell, spot, km)).map(fetchCell));
    return parts.flat().map((item) => ({ ...item, km: distance(spot, item) }))
      .filter((item) => item.km <= km).sort((a, b) => a.km - b.km || (a.code < b.code ? -1 : 1));
  }

  /** The smallest circle that holds SHOWN entries that fit. */
  async function gather(mine) {
    const steps = [...CLOSE, ...FAR.slice(0, reach)].slice(reach ? CLOSE.length + reach - 1 : 0);
    let km;
    for (km of steps) {
      filter.items = await within(km);
      if (mine !== run) return 0;
      left = filter.update();
      if (left.yes.length >= SHOWN) break;
    }
    return km;
  }

  function show(km, [yes, silent] = [SHOWN, SHOWN]) {
    circle = km;
    around.textContent = fill(words.around, { place: spot.name });
    for (const list of [found, unknown]) list.replaceChildren();
    extend(found, left.yes, more, yes);
    extend(unknown, left.unknown, moreUnknown, silent);
    const heading = document.getElementById('unknown');
    heading.textContent = fill(heading.dataset.count, { count: number(left.unknown.length) });
    unknownSection.hidden = moreUnknown.parentElement.hidden = !left.unknown.length;
    const next = FAR.find((far) => far > km);
    wider.hidden = !next || left.yes.length >= SHOWN;
    wider.textContent = next ? fill(wider.dataset.text, { km: number(next) }) : '';
    results.hidden = false;
    const sentence = !filter.items.length ? 'nowhere' : left.unknown.length ? 'more' : 'found';
    say(fill(status.dataset[sentence],
      { count: number(left.yes.length), km: number(km), unknown: number(left.unknown.length) }), 'seen');
  }

  /** What was told is of the place before; gives the number of what follows. */
  function startOver() {
    circle = 0;
    total.textContent = '';
    say('');
    return run += 1;
  }

  async function search() {
    if (!spot) return;
    const mine = startOver();
    const slow = window.setTimeout(() => say(status.dataset.loading), 400);
    try {
      const km = await gather(mine);
      if (mine === run) show(km);
    } catch {
      if (mine === run) say(status.dataset.failed);
    } finally {
      window.clearTimeout(slow);
    }
  }

  /** What has closed meanwhile goes, and what has opened comes; who reads stays where they are. */
  function refresh() {
    if (!circle) return;
    const before = left;
    left = filter.update();
    const isSame = (kind) => before[kind].length === left[kind].length && before[kind].every((item, i) => item === left[kind][i]);
    if (isSame('yes') && isSame('unknown')) return;
    const lists = [found, unknown];
    const linkOf = (element) => element?.querySelector('.card-name a');
    const read = linkOf(document.activeElement.closest('#found li, #unknown-list li'))?.href;
    show(circle, lists.map((list) => Math.max(SHOWN, list.children.length)));
    if (!read) return;
    const links = lists.flatMap((list) => [...list.children].map(linkOf));
    (links.find(({ href }) => href === read) ?? links[0] ?? around).focus({ preventScroll: true });
  }

  function go(to) {
    spot = to;
    reach = 0;
    return search();
  }

  // ---- my position

  /** Storage may be closed to pages: then the position is asked for again on the next one. */
  const kept = {
    read() { try { return window.sessionStorage.getItem(KEPT); } catch { return null; } },
    write(text) { try { window.sessionStorage.setItem(KEPT, text); } catch { /* as said */ } },
    remove() { try { window.sessionStorage.removeItem(KEPT); } catch { /* as said */ } },
  };

  function atPosition(text) {
    const [lat, lon] = (text ?? '').split(',').map(Number);
    if (!text || !Number.isFinite(lat) || !Number.isFinite(lon)) return false;
    forget.hidden = false;
    province.value = '';
    listDistricts('');
    attalak.ask({ d: '' });
    go({ lat, lon, name: words.me });
    return true;
  }

  /** Nothing is looked for. */
  function leave() {
    spot = null;
    startOver();
    results.hidden = unknownSection.hidden = moreUnknown.parentElement.hidden = true;
  }

  let asked = 0;          // for the position: who begins to choose, or forgets, no longer waits for it

  function stopAsking() {
    asked += 1;
    if (status.textContent === status.dataset.finding) say('');
  }

  function ask() {
    if (!navigator.geolocation) { say(status.dataset.unavailable); return; }
    say(status.dataset.finding);
    const mine = asked += 1;
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      if (mine !== asked) return;
      const text = `${coords.latitude.toFixed(4)},${coords.longitude.toFixed(4)}`;
      kept.write(text);
      atPosition(text);
    }, ({ code }) => {
      if (mine === asked) say(status.dataset[['', 'denied', 'unavailable', 'timeout'][code]] ?? status.dataset.unavailable);
    }, { timeout: 15000, maximumAge: 60000 });
  }

  function forgetPosition() {
    kept.remove();
    stopAsking();
    forget.hidden = true;
    here.focus();
    if (!district.value) leave();
    say(status.dataset.forgotten);
  }

  // ---- a district

  const byProvince = new Map([...document.querySelectorAll('[data-province]')]
    .map((element) => [element.dataset.province, [...element.querySelectorAll('[data-at]')]]));
  const nameOf = (link) => link.firstChild.textContent.trim() || link.firstElementChild.textContent;

  function option(value, element) {
    const made = new Option(nameOf(element), value);
    const marked = element.firstElementChild?.lang;
    if (marked) made.lang = marked;
    return made;
  }

  function listDistricts(code) {
    const links = byProvince.get(code) ?? [];
    district.replaceChildren(district.options[0], ...links.map((link) => option(link.dataset.d, link)));
    district.value = '';
    district.disabled = !links.length;
  }

  function atDistrict(code) {
    const link = byProvince.get(code.slice(0, 2))?.find((each) => each.dataset.d === code);
    if (!link) return false;
    province.value = code.slice(0, 2);
    listDistricts(province.value);
    district.value = code;
    const [lat, lon] = link.dataset.at.split(',').map(Number);
    go({ lat, lon, name: `${nameOf(link)} (${province.selectedOptions[0].textContent})` });
    return true;
  }

  for (const [code, links] of byProvince) {
    if (links.length) province.append(option(code, document.querySelector(`[data-province="${code}"] summary`)));
  }

  // ---- beginning

  function begin() {
    const asked = new URLSearchParams(window.location.search).get('d') ?? '';
    forget.hidden = !kept.read();
    return atDistrict(asked) || atPosition(kept.read());
  }

  here.addEventListener('click', ask);
  forget.addEventListener('click', forgetPosition);
  province.addEventListener('change', () => {
    stopAsking();
    if (district.value) leave();
    attalak.ask({ d: '' });
    listDistricts(province.value);
  });
  district.addEventListener('change', () => {
    stopAsking();
    attalak.ask({ d: district.value });
    if (!atDistrict(district.value)) leave();
  });
  more.addEventListener('click', () => extend(found, left.yes, more)?.querySelector('a').focus());
  moreUnknown.addEventListener('click', () => extend(unknown, left.unknown, moreUnknown)?.querySelector('a').focus());
  wider.addEventListener('click', async () => {
    const from = found.children.length;
    reach += 1;
    await search();
    if (wider.hidden && [wider, document.body].includes(document.activeElement)) (found.children[from]?.querySelector('a') ?? around).focus();
  });
  window.addEventListener('popstate', begin);
  near.hidden = false;
  begin();
})();
