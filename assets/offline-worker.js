/* SPDX-License-Identifier: MIT */
/*
 * The service worker, without its list of pages (sw.js, made at build). Pages come from the network and are
 * kept; from the store when the network is silent for too long, or fails. Assets come from the store: their
 * names change with their bytes. All else is left alone.
 */
(() => {
  'use strict';

  const { attalak: { store }, PAGES, caches } = self;
  const PATIENCE = 4000;         // ms: then a kept page is better than none
  const LOOK = 10 * 60 * 1000;   // between two looks for a publication
  let looked = 0;

  self.addEventListener('install', (event) => event.waitUntil(
    store.base(PAGES).then(() => self.skipWaiting()),
  ));
  self.addEventListener('activate', (event) => event.waitUntil(store.sweep()));

  const later = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

  /** At times, after a page that the network gave: was the site published again? */
  async function look() {
    if (Date.now() - looked < LOOK || self.navigator.connection?.saveData) return;
    looked = Date.now();
    try {
      await store.refresh(PAGES);
    } catch { looked = 0; }
  }

  async function fromNetwork(event, key) {
    const response = await fetch(event.request);
    if (store.isGood(response)) {
      event.waitUntil(store.visit(key, response.clone()).then(look).catch(() => {}));
    } else if (store.isGone(response)) {
      event.waitUntil(store.forget(key));
    }
    return response;
  }

  /** The page that says what is kept, with the address that is not. */
  function nothing(url) {
    const path = url.pathname.slice(store.root.pathname.length);
    const lang = PAGES.map((page) => page.split('/')[0]).find((each) => path.startsWith(`${each}/`));
    const page = new URL(PAGES.find((each) => !lang || each.startsWith(`${lang}/`)), store.root);
    if (store.keyOf(url) === page.href) return Response.error();
    page.searchParams.set('page', path);
    return Response.redirect(page.href);
  }

  async function page(event, url) {
    const key = store.keyOf(url);
    const kept = await caches.match(key);
    const network = fromNetwork(event, key);
    if (!kept) return network.catch(() => nothing(url));
    const answer = network.then((response) => (response.status >= 500 ? kept : response), () => kept);
    event.waitUntil(answer);
    return Promise.race([answer, later(PATIENCE).then(() => kept)]);
  }

  async function asset({ request }) {
    const kept = await caches.match(request.url);
    if (kept) return kept;
    const response = await fetch(request);
    if (store.isGood(response)) await (await store.open('assets')).put(request.url, response.clone());
    return response;
  }

  async function data({ request }) {
    try {
      const response = await fetch(request);
      if (store.isGood(response)) await (await store.open('data')).put(request.url, response.clone());
      return response;
    } catch (error) {
      const kept = await caches.match(request.url);
      if (kept) return kept;
      throw error;
    }
  }

  /** What answers for an address below the root; undefined: nobody here. */
  function answerFor(request, path) {
    if (request.mode === 'navigate') return /(^|\/|\.html)$/.test(path) ? page : undefined;
    if (/^assets\/[\w./-]+$/.test(path)) return asset;
    return /^data\/trip\/\d\d\.json$/.test(path) ? data : undefined;
  }

  self.addEventListener('fetch', (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== 'GET' || request.headers.has('range') || !store.within(url)) return;
    const answer = answerFor(request, url.pathname.slice(store.root.pathname.length));
    if (answer) event.respondWith(answer(event, url));
  });

  /** The page that brought this worker was there before it. */
  async function visited(address) {
    const url = new URL(address);
    if (!store.within(url) || answerFor({ mode: 'navigate' }, url.pathname) !== page) return;
    const response = await fetch(store.keyOf(url), { cache: 'no-cache' });
    if (store.isGood(response)) await store.visit(store.keyOf(url), response);
  }

  self.addEventListener('message', (event) => {
    const address = event.data?.visited;
    if (typeof address === 'string') event.waitUntil(visited(address).catch(() => {}));
  });
})();
