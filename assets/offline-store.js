/* SPDX-License-Identifier: MIT */
/*
 * What a phone keeps of this site, in caches named after its root: "attalak /identity/ pages". Loaded by
 * the service worker (offline-worker.js) and by pages that show or fill the store (offline-keep.js).
 *
 *   base               the pages that every phone keeps (PAGES of sw.js)
 *   pages              those visited last, at most MOST
 *   data               data/trip/<province>.json
 *   assets             what kept pages load; their names change with their bytes
 *   province 36 th     every page of a province in one language, and kept.json: what is there, since when
 *
 * A page is kept with all that it loads, under its address without query, fragment and index.html. Only
 * whole answers of this site itself are kept: no error, no redirect, no part, nothing opaque.
 */
((scope) => {
  'use strict';

  const attalak = scope.attalak ??= {};
  const root = new URL(scope.registration ? scope.registration.scope
    : new URL('../', document.currentScript.src));
  const { caches } = scope;
  const MOST = 60;
  const AT_ONCE = 4;
  const PREFIX = `attalak ${root.pathname} `;
  const META = new URL('kept.json', root).href;
  const ASSET = /(?:src|href)="((?:\.\.\/|\.\/)*assets\/[\w./-]+)"/g;
  const PHOTO = /\/assets\/photos\//;
  const LOADED = /url\(\s*["']?([\w./-]+)["']?\s*\)/g;
  const HASHED = /[\w-]+\.[0-9a-f]{8,}\.[a-z0-9]+/g;

  const open = (what) => caches.open(PREFIX + what);
  const own = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const within = (url) => url.href.startsWith(root.href);
  const isGood = (response) => response.status === 200 && response.type === 'basic' && !response.redirected;
  const isGone = (response) => response.status === 404 || response.status === 410;

  /** The address under which a page is kept. */
  function keyOf(address) {
    const url = new URL(address, root);
    return url.origin + url.pathname.replace(/(^|\/)index\.html$/, '$1');
  }

  // ---- a page and what it loads

  const found = (text, pattern, base) => [...text.matchAll(pattern)].map(([, path]) => new URL(path, base));

  async function putAsset(url, signal) {
    const cache = await open('assets');
    if (!within(url) || await cache.match(url.href)) return;
    const response = await fetch(url.href, { signal });
    if (!isGood(response)) return;
    const text = url.pathname.endsWith('.css') ? await response.clone().text() : '';
    await cache.put(url.href, response);
    await Promise.all(found(text, LOADED, url).map((each) => putAsset(each, signal)));
  }

  async function sizeOf({ href }) {
    const kept = await (await open('assets')).match(href);
    return kept ? (await kept.blob()).size : 0;
  }

  /**
   * Keeps a good answer and gives the bytes of the page and of its photos by their addresses; what all pages load is
   * not counted, nor is it in the size that is told before (keep_bytes of src/view/keep.h). Photos weigh more than
   * all else: of a page that was only visited those are kept that were seen (the worker's doing).
   */
  async function putPage(cache, key, response, { signal, photos } = {}) {
    const text = await response.clone().text();
    await cache.put(key, response);
    const isPhoto = ({ pathname }) => PHOTO.test(pathname);
    const assets = found(text, ASSET, key).filter((each) => photos || !isPhoto(each));
    await Promise.all(assets.map((each) => putAsset(each, signal)));
    const sizes = await Promise.all(assets.filter(isPhoto).map(async (each) => [each.href, await sizeOf(each)]));
    return { [key]: new Blob([text]).size, ...Object.fromEntries(sizes) };
  }

  /** A page that was opened: where it is kept already, or among those visited last. */
  async function visit(key, response) {
    for (const name of await own()) {
      if (name.endsWith(' pages') || !await caches.match(key, { cacheName: name })) continue;
      await putPage(await caches.open(name), key, response, { photos: true });
      return;
    }
    const pages = await open('pages');
    await putPage(pages, key, response);
    const keys = await pages.keys();
    await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((each) => pages.delete(each)));
  }

  /** What the site has taken away goes from the phone too. */
  async function forget(key) {
    for (const name of await own()) {
      if (await caches.match(key, { cacheName: name })) await (await caches.open(name)).delete(key);
    }
  }

  // ---- a province

  /** Changes with every publication that changed anything; '' where a host tells nothing. */
  async function stamp(signal) {
    const { headers, ok } = await fetch(new URL('manifest.txt', root), { method: 'HEAD', cache: 'no-store', signal });
    return ok ? headers.get('etag') ?? headers.get('last-modified') ?? '' : '';
  }

  const nameOf = (code, lang) => `province ${code} ${lang}`;

  /* Asking a cache by name does not make one that was removed meanwhile, as opening it would. */
  async function metaOf(name) {
    try {
      return await (await caches.match(META, { cacheName: PREFIX + name }))?.json();
    } catch {
      return undefined;
    }
  }

  const province = (code, lang) => metaOf(nameOf(code, lang));

  async function provinces() {
    const metas = [];
    for (const name of await own()) {
      const bare = name.slice(PREFIX.length);
      const meta = bare.startsWith('province ') && await metaOf(bare);
      if (meta) metas.push(meta);
    }
    return metas;
  }

  /** The address of a kept province's own page: the shortest of all. */
  async function pageOf({ code, lang }) {
    const keys = await (await open(nameOf(code, lang))).keys();
    return keys.map(({ url }) => url).filter((url) => url !== META).sort((a, b) => a.length - b.length)[0];
  }

  const remove = (code, lang) => caches.delete(PREFIX + nameOf(code, lang));

  /** One page of it; false when it could not be had. */
  async function take(cache, key, job) {
    const response = await fetch(key, { cache: 'no-cache', signal: job.signal });
    if (isGone(response)) return cache.delete(key).then(() => true);
    if (!isGood(response)) return false;
    Object.assign(job.sizes, await putPage(cache, key, response, job));
    return true;
  }

  async function takeAll(cache, keys, job) {
    const queue = [...keys];
    const worker = async () => {
      while (queue.length && !job.signal?.aborted && !job.problem) {
        const key = queue.shift();
        try {
          if (await take(cache, key, job)) job.count += 1;
        } catch (error) {
          if (error.name === 'QuotaExceededError') job.problem = 'quota';
        }
        job.told?.(job.count, job.all);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  async function listOf(code, lang, signal) {
    const response = await fetch(new URL(`data/trip/${code}.json`, root), { cache: 'no-cache', signal });
    if (!isGood(response)) throw new Error(`${response.status}`);
    const { name, pages, stops } = await response.json();
    const paths = [...pages, ...stops.map(({ path }) => path)];
    return { name, keys: paths.map((path) => keyOf(`${lang}/${path}`)) };
  }

  /**
   * Keeps every page of a province, or goes on where it stopped; asks for all of them again when the site
   * was published since, or when `renew` says so (what has not changed is answered with 304).
   * Gives what is there now: { code, lang, name, count, all, bytes, date, stamp, problem }.
   */
  async function keep(code, lang, { signal, told, renew } = {}) {
    const now = await stamp(signal);
    const { name, keys } = await listOf(code, lang, signal);
    const cache = await open(nameOf(code, lang));
    const before = await metaOf(nameOf(code, lang));
    const same = !renew && before?.stamp === now;
    const there = new Set((await cache.keys()).map(({ url }) => url));
    const left = same ? keys.filter((key) => !there.has(key)) : keys;
    const job = { signal, told, count: keys.length - left.length, all: keys.length, photos: true,
      sizes: same ? before.sizes : {} };
    await takeAll(cache, left, job);
    const whole = job.count === job.all;
    if (whole) await drop(cache, [...there].filter((url) => url !== META && !keys.includes(url)));
    await drop(await open('pages'), keys);   // a page is kept in one place
    const bytes = Object.values(job.sizes).reduce((sum, size) => sum + size, 0);
    const meta = { code, lang, name, count: job.count, all: job.all, bytes, sizes: job.sizes,
      date: new Date().toISOString(), stamp: whole || same || !before ? now : before.stamp };
    await cache.put(META, new Response(JSON.stringify(meta), { headers: { 'Content-Type': 'application/json' } }));
    return { ...meta, problem: job.problem ?? (signal?.aborted ? 'cancelled' : whole ? '' : 'failed') };
  }

  const drop = (cache, keys) => Promise.all(keys.map((key) => cache.delete(key)));

  // ---- after a publication

  /**
   * Takes out the assets that no kept page and no kept style sheet names. They are listed before the pages are read:
   * a page is kept before what it loads, so nothing goes that a page brought meanwhile.
   */
  async function sweep() {
    const assets = await open('assets');
    const listed = await assets.keys();
    const named = new Set();
    const note = async (response) => (await response.text()).match(HASHED)?.forEach((name) => named.add(name));
    for (const name of await own()) {
      if (!await caches.has(name)) continue;
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (/(\/|\.html|\.css)$/.test(request.url)) await note(await cache.match(request));
      }
    }
    for (const { url } of listed) {
      if (!named.has(url.split('/').pop())) await assets.delete(url);
    }
  }

  async function base(paths) {
    const cache = await open('base');
    for (const key of paths.map(keyOf)) {
      const response = await fetch(key, { cache: 'no-cache' });
      if (!isGood(response)) throw new Error(`${key}: ${response.status}`);
      await putPage(cache, key, response);
    }
  }

  /** Asks again for the pages that were visited, in their order. */
  async function again(cache) {
    for (const { url } of await cache.keys()) {
      try {
        await take(cache, url, { sizes: {} });
      } catch { /* it stays as it was */ }
    }
  }

  /** Brings what is kept to the published state; nothing to do when nothing was published. */
  async function refresh(paths) {
    const now = await stamp();
    const cache = await open('base');
    const before = await metaOf('base');
    const old = (await provinces()).filter((meta) => meta.stamp !== now);
    if (before?.stamp === now && !old.length) return;
    await base(paths);
    await again(await open('pages'));
    for (const { code, lang } of old) await keep(code, lang);
    await sweep();
    await cache.put(META, new Response(JSON.stringify({ stamp: now })));
  }

  /** Everything but what every phone keeps. */
  async function clear() {
    const names = (await own()).filter((name) => !/ (base|assets)$/.test(name));
    await Promise.all(names.map((name) => caches.delete(name)));
    await sweep();
  }

  attalak.store = {
    root, open, within, isGood, isGone, keyOf, putPage, visit, forget, province, provinces, pageOf, remove, keep,
    base, refresh, sweep, clear,
  };
})(self);
