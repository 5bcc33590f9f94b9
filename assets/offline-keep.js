/* SPDX-License-Identifier: MIT */
/*
 * What this device keeps for use without a network: the part of a province's page that keeps it, and the
 * page that lists all of it. Both stay hidden where there can be no service worker.
 */
(() => {
  'use strict';

  const { navigator } = window;
  if (!('serviceWorker' in navigator) || !('caches' in window) || !window.isSecureContext) return;

  const { store } = window.attalak;
  const { lang } = document.documentElement;
  const words = Object.fromEntries([...document.getElementById('offline-words').content.children]
    .map(({ dataset, textContent }) => [dataset.word, textContent]));
  const say = (word, values = {}) => Object.entries(values)
    .reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), words[word]);
  const megabytes = (bytes) => new Intl.NumberFormat('en', { maximumFractionDigits: 1, minimumFractionDigits: 1 })
    .format(Math.max(bytes, 1e5) / 1e6);
  const dateOf = (iso, of) => new Intl.DateTimeFormat(of === 'th' ? 'th-TH-u-ca-buddhist-nu-latn' : 'en-GB',
    { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(iso)).replace(/^(.*) พ\.ศ\. /, '$1 ');
  const nameOf = ({ name, code }) => name?.[lang] ?? name?.th ?? code;
  const told = (meta) => (meta.count === meta.all
    ? say('done', { date: dateOf(meta.date, lang), count: meta.count, mb: megabytes(meta.bytes) })
    : say('part', { count: meta.count, all: meta.all }));

  // ---- on a province's page

  function province(section) {
    const code = section.dataset.offline;
    const part = (selector) => section.querySelector(selector);
    const button = (act) => part(`[data-act="${act}"]`);
    const bar = part('progress');
    const status = part('[role="status"]');   // .vh: what it says stands above, too
    let going = null;     // AbortController

    async function show() {
      const meta = await store.province(code, lang);
      const whole = meta && meta.count === meta.all;
      part('.offline-state').textContent = meta ? told(meta) : '';
      button('keep').hidden = Boolean(going || whole);
      button('renew').hidden = Boolean(going || !whole);
      button('remove').hidden = Boolean(going || !meta);
      button('cancel').hidden = !going;
      part('.offline-progress').hidden = !going;
      section.hidden = false;
      for (const way of document.querySelectorAll('[data-offline-way]')) way.hidden = false;
    }

    let said = 0;
    function progress(count, all) {
      bar.max = all;
      bar.value = count;
      part('.offline-state').textContent = say('going', { count, all });
      /* A screen reader hears a quarter, a half, three quarters. */
      const quarter = Math.floor(4 * count / all);
      if (quarter > said && quarter < 4) status.textContent = say('going', { count, all });
      said = quarter;
    }

    /** A browser may drop what it did not promise to keep. Not waited for: Firefox asks its reader, who need not answer. */
    async function hasRoom() {
      navigator.storage?.persist?.().catch(() => false);
      const { quota = Infinity, usage = 0 } = await navigator.storage?.estimate?.() ?? {};
      return quota - usage > Number(section.dataset.bytes);
    }

    async function keep(renew) {
      going = new AbortController();
      said = 0;
      status.classList.add('vh');
      progress(0, 1);
      status.textContent = '';
      await show();
      button('cancel').focus();
      let word;
      let meta = {};
      try {
        if (!renew && !await hasRoom()) throw new DOMException('', 'QuotaExceededError');
        meta = await store.keep(code, lang, { signal: going.signal, told: progress, renew });
        word = meta.problem || 'done';
      } catch (error) {
        word = error.name === 'QuotaExceededError' ? 'quota' : going.signal.aborted ? 'cancelled' : 'failed';
      }
      const { count = 0, all = '?' } = meta;
      going = null;
      await show();
      status.classList.toggle('vh', word === 'done');
      status.textContent = word === 'done' ? told(meta) : say(word, { count, all });
      (word === 'done' ? button('renew') : [button('keep'), button('renew')].find((each) => !each.hidden)).focus();
    }

    const acts = {
      keep: () => keep(false),
      renew: () => keep(true),
      cancel: () => going?.abort(),
      async remove() {
        const meta = await store.province(code, lang);
        await store.remove(code, lang);
        await show();
        status.classList.remove('vh');
        status.textContent = say('removed', { name: nameOf(meta ?? { code }) });
        button('keep').focus();
      },
    };
    section.addEventListener('click', ({ target }) => acts[target.closest('button')?.dataset.act]?.());
    show();
  }

  // ---- on the page of all that is kept

  async function titleOf(cache, request) {
    const html = await (await cache.match(request)).text();
    const page = new DOMParser().parseFromString(html, 'text/html');
    const heading = page.querySelector('h1');
    return { title: heading?.textContent ?? page.title, lang: heading?.lang || page.documentElement.lang };
  }

  function link(href, text, of) {
    const item = document.createElement('li');
    const a = document.createElement('a');
    a.href = href;
    a.textContent = text;
    if (of && of !== lang) a.lang = of;
    item.append(a);
    return item;
  }

  async function pagesItems() {
    const cache = await store.open('pages');
    const requests = [...await cache.keys()].reverse();
    return Promise.all(requests.map(async (request) => {
      const { title, lang: of } = await titleOf(cache, request);
      return link(request.url, title, of);
    }));
  }

  async function provinceItems() {
    const metas = await store.provinces();
    return Promise.all(metas.map(async (meta) => {
      const item = document.getElementById('kept-province').content.cloneNode(true).firstElementChild;
      const name = meta.name?.[meta.lang] ?? meta.code;
      Object.assign(item.querySelector('a'), { href: await store.pageOf(meta) ?? '#main', textContent: name });
      if (meta.lang !== lang) item.querySelector('a').lang = meta.lang;
      item.querySelector('.note').textContent = told(meta);
      item.querySelector('.vh').textContent = name;
      Object.assign(item.querySelector('button').dataset, { code: meta.code, lang: meta.lang, name });
      return item;
    }));
  }

  async function list(page) {
    const status = page.querySelector(':scope > [role="status"]');
    const show = async () => {
      for (const [key, items] of [['provinces', await provinceItems()], ['pages', await pagesItems()]]) {
        const ul = page.querySelector(`[data-kept="${key}"]`);
        ul.replaceChildren(...items);
        ul.parentElement.querySelector('.offline-none').hidden = items.length > 0;
      }
      page.hidden = false;
    };
    page.addEventListener('click', async ({ target }) => {
      const button = target.closest('button[data-act]');
      if (!button) return;
      const { act, code, lang: of, name } = button.dataset;
      await (act === 'clear' ? store.clear() : store.remove(code, of));
      await show();
      status.textContent = act === 'clear' ? words.cleared : say('removed', { name });
      page.querySelector('[data-act="clear"]').focus();
    });
    document.querySelector('.offline-plain').hidden = true;
    await show();
  }

  /** The worker brought the visitor here in place of a page that is not kept. */
  function missing(notice) {
    const asked = new URL(window.location.href).searchParams.get('page');
    if (asked === null) return;
    let url;
    try {
      url = new URL(asked, store.root);
    } catch {
      return;       // anybody may have written the address
    }
    if (url.origin !== store.root.origin || !store.within(url)) return;
    notice.querySelector('a').href = url.href;
    notice.hidden = false;
  }

  document.querySelectorAll('[data-offline]').forEach(province);
  document.querySelectorAll('.offline-kept').forEach(list);
  document.querySelectorAll('.offline-missing').forEach(missing);
})();
