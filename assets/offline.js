/* SPDX-License-Identifier: MIT */
/*
 * On every page: asks the browser for the service worker of this site (sw.js), which keeps the pages that
 * were visited. Where there is none (file://, http, an old browser) nothing happens.
 */
(() => {
  'use strict';

  const root = new URL('../', document.currentScript.src);
  const { serviceWorker } = window.navigator;
  if (!serviceWorker || !/^https?:$/.test(root.protocol) || !window.isSecureContext) return;

  async function register() {
    try {
      await serviceWorker.register(new URL('sw.js', root), { scope: root.pathname });
      const { active } = await serviceWorker.ready;
      /* The page that brought the worker came before it could be kept. */
      if (!serviceWorker.controller) active.postMessage({ visited: window.location.href });
    } catch { /* the site works without */ }
  }

  window.addEventListener('load', register);
})();
