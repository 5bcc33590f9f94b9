/* SPDX-License-Identifier: MIT */
// Chromium with nginx, and without: what was visited, a whole province, a new publication, the switch-off.
// Each phone is a fresh profile; the site is served at / and below a path.
//   PROJECT=folder SITE=site PROGRAM=attalak node offline.mjs       offline.t makes them

import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, watch } from './lib/browser.mjs';
import { serve } from './lib/nginx.mjs';
import { languages, pages, read, root, urlOf } from './lib/site.mjs';
import { check, done, note } from './lib/tap.mjs';

const { PROJECT, PROGRAM } = process.env;
const browser = await launch();
const { urls, stop } = await serve(['/', '/a/b/']);
const CODE = '36';
const ENTRY = 'chaiyaphum/360413/';
const noise = [];

const publish = () => execFileSync(PROGRAM, ['build', PROJECT, '-o', root, '--quiet'], { stdio: 'pipe' });
const edit = (file, from, to) => {
  const path = join(PROJECT, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(path, text.replace(from, to));
};

async function phone(origin) {
  const context = await browser.newContext();
  const page = await context.newPage();
  noise.push(watch(page, origin));
  return { context, page, origin };
}

const go = ({ page, origin }, path) => page.goto(origin + path, { waitUntil: 'load' });
// To open a cache makes one, so one that was just removed may stand here empty.
const caches = (page) => page.evaluate(async () => {
  const found = {};
  for (const name of await window.caches.keys()) {
    found[name.split(' ').slice(2).join(' ')] = (await (await window.caches.open(name)).keys()).map(({ url }) => url);
  }
  return found;
});

/** Waits until `test` of all caches holds. */
async function until(page, what, test) {
  for (let i = 0; i < 100; i += 1) {
    if (test(await caches(page))) return [];
    await page.waitForTimeout(50);
  }
  return [`never: ${what}: ${JSON.stringify(await caches(page)).slice(0, 300)}`];
}

const isKept = (path) => (all) => Object.values(all).flat().some((url) => url.endsWith(path));

/** The page as a reader without a network sees it: its heading, its style, nothing missing. */
async function reads(it, path, heading) {
  await go(it, path).catch(() => {});
  const { title, styled } = await it.page.evaluate(() => ({
    title: document.querySelector('h1')?.textContent.trim(),
    styled: [...document.styleSheets].some((sheet) => sheet.cssRules.length > 50)
      && document.fonts.check('16px Looped'),
  }));
  if (!it.page.url().startsWith(it.origin + path)) return [`${path}: ${it.page.url()}`];
  if (heading && title !== heading) return [`${path}: ${title}`];
  return styled ? [] : [`${path}: no style`];
}

async function visited(origin) {
  const it = await phone(origin);
  await go(it, `th/${ENTRY}`);
  const problems = await until(it.page, 'the first page is kept', isKept(`th/${ENTRY}`));
  await go(it, 'en/food/?from=link');
  problems.push(...await until(it.page, 'the second page is kept', isKept('en/food/')));
  await it.page.evaluate((url) => fetch(url, { headers: { Range: 'bytes=0-9' } }), `${origin}th/`);
  await go(it, 'th/no-such-page/');
  const all = Object.values(await caches(it.page)).flat();
  const wrong = all.filter((url) => /no-such-page|[?#]|th\/$/.test(url.replace(/\/trip\/$/, '')));
  problems.push(...wrong.map((url) => `kept: ${url}`));
  await it.context.setOffline(true);
  problems.push(...await reads(it, `th/${ENTRY}`), ...await reads(it, 'en/food/?q=1'),
    ...await reads(it, `th/trip/?t=360413`));
  await go(it, 'en/historic/').catch(() => {});
  if (!it.page.url().includes('/en/offline/?page=en%2Fhistoric%2F')) problems.push(`not kept: ${it.page.url()}`);
  const retry = await it.page.getAttribute('.offline-missing a', 'href');
  if (retry !== `${origin}en/historic/`) problems.push(`try again: ${retry}`);
  await it.page.waitForSelector('[data-kept="pages"] a');
  const listed = await it.page.$$eval('[data-kept="pages"] a', (links) => links.map(({ href }) => href));
  if (!listed.includes(`${origin}th/${ENTRY}`)) problems.push(`listed: ${listed}`);
  await it.page.click('[data-act="clear"]');
  problems.push(...await until(it.page, 'cleared', (now) => !now.pages?.length && now.base?.length > 3));
  await it.context.close();
  return problems;
}

/** A heading in another language than its page is listed as what it is in. */
async function listsThai(origin) {
  const it = await phone(origin);
  const tag = pages.find((path) => path.startsWith('en/') && read(path).includes('<h1 lang="th">'));
  await go(it, 'en/');
  await until(it.page, 'the home page is kept', isKept('en/'));
  await go(it, urlOf(tag));
  await until(it.page, 'the page of a tag is kept', isKept(urlOf(tag)));
  const heading = await it.page.textContent('h1');
  await go(it, 'en/offline/');
  const lang = await it.page.locator('[data-kept="pages"] a', { hasText: heading }).getAttribute('lang');
  await it.context.close();
  return lang === 'th' ? [] : [`${heading}: ${lang}`];
}

/** The address of a page that is not kept may be anything: only one of this site is offered again. */
async function odd(origin) {
  const it = await phone(origin);
  const problems = [];
  for (const [asked, isOffered] of [['en/food/', true], ['http://[', false], ['https://example.org/', false], ['//', false]]) {
    await go(it, `en/offline/?page=${encodeURIComponent(asked)}`);
    await it.page.locator('.offline-kept').waitFor();
    if (await it.page.isVisible('.offline-missing') !== isOffered) problems.push(`${asked}: ${isOffered ? 'not ' : ''}offered`);
  }
  await it.context.close();
  return problems;
}

async function keepProvince(it, lang) {
  await go(it, `${lang}/chaiyaphum/`);
  await until(it.page, 'the page is kept', isKept(`${lang}/chaiyaphum/`));
  await it.page.click('.offline [data-act="keep"]');
  await it.page.waitForSelector('.offline [data-act="renew"]:visible');
}

function pagesOf(lang) {
  const { pages, stops } = JSON.parse(read(`data/trip/${CODE}.json`));
  return [...pages, ...stops.map(({ path }) => path)].map((path) => `${lang}/${path}`);
}

/** The home page offers what is kept, in its first screen; nothing when nothing is. */
async function fromHome(it, lang, count) {
  await go(it, `${lang}/`);
  if (!count) return await it.page.isVisible('.kept-ways') ? ['the home page offers what is not kept'] : [];
  const way = it.page.locator('.kept-ways a');
  await way.waitFor();
  const { y, height } = await way.boundingBox();
  await Promise.all([it.page.waitForURL(`**/${lang}/chaiyaphum/`), way.click()]);
  return y + height > it.page.viewportSize().height ? [`the way to the province ends at ${y + height} px`] : [];
}

async function province(origin, lang) {
  const it = await phone(origin);
  await go(it, `${lang}/`);
  await until(it.page, 'the home page is kept', isKept(`${lang}/`));
  await go(it, `${lang}/chaiyaphum/`);
  const problems = [];
  const promised = Number(await it.page.getAttribute('.offline', 'data-bytes'));
  const said = await it.page.textContent('.offline strong');
  if (!said.includes((promised / 1e6).toFixed(1))) problems.push(`said ${said}, means ${promised}`);
  await keepProvince(it, lang);
  const files = pagesOf(lang).map((path) => `${path}index.html`);
  const photos = new Set(files.flatMap((path) => read(path).match(/assets\/photos\/[\w./-]+/g) ?? []));
  if (!photos.size) problems.push('no photo of which to count the bytes');
  const real = [...files, ...photos].reduce((sum, path) => sum + statSync(join(root, path)).size, 0);
  note(`${lang}: ${said.trim()} said, ${real} bytes kept`);
  if (promised / real < 0.7 || promised / real > 1.4) problems.push(`${promised} promised, ${real} taken`);
  const told = await it.page.textContent('.offline-state');
  if (!told.includes(`${(real / 1e6).toFixed(1)} `)) problems.push(`told “${told}”, ${real} taken`);
  if (!/\d/.test(await it.page.textContent('.offline [role="status"]'))) problems.push('the end is not said');
  await it.context.setOffline(true);
  for (const path of pagesOf(lang)) problems.push(...await reads(it, path));
  problems.push(...await fromHome(it, lang, 1));
  await go(it, `${lang}/chaiyaphum/`);
  await it.page.click('.offline [data-act="remove"]');
  problems.push(...await until(it.page, 'removed', (all) => !all[`province ${CODE} ${lang}`]?.length));
  if (!await it.page.isVisible('.offline [data-act="keep"]')) problems.push('cannot be kept again');
  problems.push(...await fromHome(it, lang, 0));
  await it.context.close();
  return problems;
}

/** Stopped half-way it goes on where it was; a network that fails is said. */
async function interrupted(origin) {
  const it = await phone(origin);
  await go(it, 'th/chaiyaphum/');
  const problems = await until(it.page, 'the worker is there', isKept('th/offline/'));
  let allowed = 10;
  await it.context.route('**/th/chaiyaphum/**', (route) => {
    allowed -= 1;
    return allowed < 0 ? route.abort() : route.continue();
  });
  await it.page.click('.offline [data-act="keep"]');
  await it.page.waitForFunction(() => /\d/.test(document.querySelector('.offline [role="status"]').textContent)
    && !document.querySelector('.offline [data-act="keep"]').hidden);
  const part = (await caches(it.page))[`province ${CODE} th`]?.length;
  if (!part || part > 20) problems.push(`${part} kept of a part`);
  await it.context.unroute('**/th/chaiyaphum/**');
  let asked = 0;
  it.page.on('request', (request) => { asked += /th\/chaiyaphum\/./.test(request.url()); });
  await it.page.click('.offline [data-act="keep"]');
  await it.page.waitForSelector('.offline [data-act="renew"]:visible');
  if (asked >= pagesOf('th').length) problems.push(`${asked} asked for again`);
  await it.context.close();
  return problems;
}

/** A browser's own way to end a worker, so that the next page looks for a publication at once. */
async function sleep(it) {
  const session = await it.context.newCDPSession(it.page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
}

async function published(origin) {
  const it = await phone(origin);
  await keepProvince(it, 'th');
  await go(it, `en/${ENTRY}`);
  await until(it.page, 'a page of another language is kept', isKept(`en/${ENTRY}`));
  const before = read('sw.js');
  const old = (await caches(it.page)).assets.find((url) => /style/.test(url));
  edit('content/identities/chaiyaphum/360413.yaml', 'th: พระธาตุกุดจอก, en: Phra', 'th: พระธาตุกุดจอกใหม่, en: New Phra');
  publish();
  const problems = read('sw.js') === before ? [] : ['sw.js changes with an entry'];
  appendFileSync(join(PROJECT, 'assets/style.css'), '\n.new-rule { color: inherit; }\n');
  publish();
  if (read('sw.js') !== before) problems.push('sw.js changes with the style sheet');
  await sleep(it);
  await go(it, 'th/food/');
  problems.push(...await until(it.page, 'the old style sheet goes', (all) => !all.assets.includes(old)));
  await it.context.setOffline(true);
  await go(it, `th/${ENTRY}`);
  const heading = await it.page.textContent('h1');
  if (!heading.includes('พระธาตุกุดจอกใหม่')) problems.push(`still ${heading}`);
  for (const path of pagesOf('th')) problems.push(...await reads(it, path));
  problems.push(...await reads(it, `en/${ENTRY}`, 'New Phra That Kut Chok'));
  await it.context.close();
  return problems;
}

async function switchedOff(origin) {
  const it = await phone(origin);
  await go(it, `th/${ENTRY}`);
  const problems = await until(it.page, 'the first page is kept', isKept(`th/${ENTRY}`));
  appendFileSync(join(PROJECT, 'content/site.yaml'), '\noffline: no\n');
  publish();
  await go(it, 'th/');
  for (let i = 0; i < 100; i += 1) {
    const left = await it.page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    if (!left && !Object.values(await caches(it.page)).flat().length) break;
    if (i === 99) problems.push(`${left} workers, caches ${Object.keys(await caches(it.page))}`);
    await it.page.waitForTimeout(50);
  }
  await go(it, 'th/chaiyaphum/');
  if (await it.page.locator('.offline').count()) problems.push('the button is still there');
  if (await it.page.locator('script[src*="offline"]').count()) problems.push('the worker is asked for');
  await it.context.setOffline(true);
  if (await go(it, `th/${ENTRY}`).then(() => true, () => false)) problems.push('a kept page opens');
  await it.context.close();
  return problems;
}

async function each(list, job) {
  const problems = [];
  for (const item of list) problems.push(...await job(item));
  return problems;
}

const [home, below] = urls;
check('visited pages open without a network, at / and below a path; nothing else is kept', await each(urls, visited));
check('an address that is none is not offered again', await odd(home));
check('a page with a Thai heading is listed as Thai', await listsThai(home));
check('a whole province reads without a network', await each(languages, (lang) => province(below, lang)));
check('a download that broke off goes on where it stopped', await interrupted(home));
check('a new publication reaches what is kept; the worker stays the same', await published(below));
check('no foreign request, no error of a script', noise.flat()
  /* 404.html names its style sheet by base_url, which is elsewhere */
  .filter((what) => !/no-such-page|ERR_INTERNET_DISCONNECTED|ERR_FAILED|404 \(Not Found\)/.test(what)));
check('offline: no removes the worker and all that was kept', await switchedOff(below));
await browser.close();
stop();
done();
