/* SPDX-License-Identifier: MIT */
/*
 * At the top of a home page: the ways to the provinces that this device keeps, so that somebody without
 * a signal is there with one tap. Without any, without this script or on a disk nothing is shown.
 */
(() => {
  'use strict';

  const { caches, isSecureContext } = window;
  if (!caches || !isSecureContext) return;

  const { store } = window.attalak;
  const { lang } = document.documentElement;

  async function wayTo(meta) {
    const way = document.createElement('a');
    way.href = await store.pageOf(meta);
    way.textContent = meta.name?.[meta.lang] ?? meta.code;
    if (meta.lang !== lang) way.lang = meta.lang;
    const item = document.createElement('li');
    item.append(way);
    return item;
  }

  async function show(nav) {
    const metas = (await store.provinces()).filter(({ count }) => count);
    /* One's own language first; the same province in another one has a way of its own. */
    metas.sort((a, b) => (b.lang === lang) - (a.lang === lang));
    nav.querySelector('ul').replaceChildren(...await Promise.all(metas.map(wayTo)));
    nav.hidden = !metas.length;
  }

  document.querySelectorAll('.kept-ways').forEach(show);
})();
