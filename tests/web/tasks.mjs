/* SPDX-License-Identifier: MIT */
// What people come for, done from the first page on a phone as somebody does who never saw the site: by taps
// in Thai, by a keyboard alone in English. Taps, swipes, keys and bytes (gzip, nothing cached) are told and bounded.
//   SITE=site node tasks.mjs         SHOTS=folder: a picture after each task

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, watch } from './lib/browser.mjs';
import { around, canEnter, centreOf, codes, GRANTED, HERE, isFood, settled, TOWN } from './lib/near.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { canonicalOf, LINE, nameOf, parameters, tagsOf } from './lib/share.mjs';
import { read } from './lib/site.mjs';
import { check, done, note } from './lib/tap.mjs';
import { visitor } from './lib/visitor.mjs';

const KIB = 1024;
const A4 = 'Page size:       594.96 x 841.92 pts (A4)';
const SILK = '360201';
const STOPS = ['360408', '360413', SILK];     // as one comes by them going down the province's page
const { identities } = JSON.parse(read('data/chaiyaphum.json'));
const entryOf = (code) => identities.find((entry) => entry.code === code);
const folder = mkdtempSync(join(tmpdir(), 'attalak-tasks-'));
const run = (name, ...args) => execFileSync(name, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const entryUrl = (code) => RegExp(`/chaiyaphum/${code}/$`);
const linkTo = (code) => `main a[href*="${code}/"]`;
const PROVINCE = 'main :is(a[href$="/chaiyaphum/"], a[href="chaiyaphum/"])';

/** The page says the entry's name and what it is about. */
async function reads(me, code) {
  const { name, summary } = entryOf(code);
  const seen = await me.page.innerText('main');
  return [name[me.lang], summary[me.lang]].filter((text) => !seen.includes(text)).map((text) => `${code}: no ${text}`);
}

// ---- the tasks

/** A dish near the town of Chaiyaphum that a wheelchair user can reach: from where one is, or from the district. */
async function dish(me) {
  const { page } = me;
  await me.follow(me.byTaps ? '.here a' : '.menu a[href$="near/"]', /near\/$/);
  const spot = me.byTaps ? [HERE.longitude, HERE.latitude] : await centreOf(page);
  if (me.byTaps) await me.press('#here');
  else {
    await me.choose('#province', TOWN.slice(0, 2));
    await me.choose('#district', TOWN);
  }
  await settled(page);
  await me.press('#results summary');
  await me.press('#results input[value="food"]');
  await me.press('#results input[value="wheelchair"]');
  const wanted = around(spot, 50).map(({ id }) => id).filter((id) => isFood(id) && canEnter(id));
  await page.waitForFunction((count) => document.querySelectorAll('#found .card').length === count, wanted.length);
  const [first] = await codes(page);
  if (first !== wanted[0]) return [`${first}, not ${wanted[0]}`];
  await me.follow(linkTo(first), entryUrl(first));
  return reads(me, first);
}

/** The silk of Ban Khwao, of which one knows the Thai word for silk. */
async function silk(me) {
  const { page } = me;
  await me.type('#q', 'ผ้าไหม');
  if (me.byTaps) await me.follow('.search button', /search\//);
  else {
    me.effort.keys += 1;
    await Promise.all([page.waitForURL(/search\//, { waitUntil: 'load' }), page.keyboard.press('Enter')]);
  }
  await page.locator(`#results .card:has(a[href*="${SILK}/"]) mark`).first().waitFor();
  await me.follow(`#results a[href*="${SILK}/"]`, entryUrl(SILK));
  return reads(me, SILK);
}

/** Three places, kept and printed: on A4, each by its name. */
async function trip(me) {
  const { page } = me;
  await me.follow(PROVINCE, /chaiyaphum\/$/);
  await me.skip();
  for (const code of STOPS) await me.press(`.card:has(a[href*="${code}/"]) .card-keep`);
  await me.follow(`.card:has(a[href*="${STOPS.at(-1)}/"]) .card-trip`, /trip\/$/);
  await page.locator('.stop-where').nth(STOPS.length - 1).waitFor();
  await page.evaluate(() => { window.print = () => { window.printed = true; }; });
  await me.press('[data-act="print"]');
  const problems = await page.evaluate(() => window.printed) ? [] : ['nothing is printed'];
  const pdf = join(folder, `${me.lang}.pdf`);
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  if (!run('pdfinfo', pdf).includes(A4)) problems.push(run('pdfinfo', pdf));
  const bare = (text) => text.normalize('NFC').replace(/\s/g, '');
  const printed = bare(run('pdftotext', pdf, '-'));
  for (const code of STOPS) {
    const name = entryOf(code).name[me.lang];
    if (!printed.includes(bare(name))) problems.push(`${name} is not on paper`);
  }
  return problems;
}

/** From the top of an entry to LINE, with its address, name and hashtags. */
async function share(me) {
  const { page } = me;
  const [address, name, tags] = [await canonicalOf(page), await nameOf(page), await tagsOf(page)];
  await me.skip();
  await me.press('.lead a[href="#share"]');
  await me.follow(`.share a[href^="${LINE}"]`, (url) => url.href.startsWith(LINE));
  const { url, text } = parameters(page.url());
  const problems = tags.length ? [] : ['no hashtags'];
  if (url !== address) problems.push(`${url}, not ${address}`);
  if (text !== [name, ...tags].join(' ')) problems.push(`LINE says ${text}`);
  return problems;
}

/** This page is kept, and its scripts with it. A promise is a true value to waitForFunction: here it is awaited. */
const isKept = (page) => page.evaluate(async () => {
  const wanted = [window.location.href, ...[...document.scripts].map(({ src }) => src)];
  for (let tries = 0; tries < 200; tries += 1) {
    const found = await Promise.all(wanted.map((url) => window.caches.match(url)));
    if (found.every(Boolean)) return;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  throw new Error(`${wanted[0]} is never kept`);
});

/**
 * A province is kept; in a tunnel the first page leads to it and to an entry nobody opened before.
 * The server is gone, since Playwright's offline comes late to a service worker.
 */
async function tunnel(me) {
  const { page, context } = me;
  await isKept(page);
  await me.follow(PROVINCE, /chaiyaphum\/$/);
  await me.skip();
  await me.press('.ways a[href="#offline"]');
  await me.press('.offline [data-act="keep"]');
  await page.locator('.offline [data-act="renew"]').waitFor();
  await Promise.all([context.setOffline(true), me.refuse()]);
  await me.open(`${me.lang}/`);
  await page.locator('.kept-ways a').waitFor();
  await me.follow('.kept-ways a', /chaiyaphum\/$/);
  await me.skip();
  await me.follow(linkTo(SILK), entryUrl(SILK));
  return reads(me, SILK);
}

const TASKS = [
  { name: 'a dish near Chaiyaphum that a wheelchair user can reach', go: dish, options: GRANTED, most: { taps: 6, swipes: 3, keys: 60, kib: 320 } },
  { name: 'the silk of Ban Khwao, by typing ผ้าไหม', go: silk, most: { taps: 9, swipes: 1, keys: 45, kib: 320 } },
  { name: 'three places kept, and the trip printed on A4', go: trip, most: { taps: 6, swipes: 16, keys: 135, kib: 320 } },
  { name: 'an entry shared to LINE with its hashtags', go: share, from: `chaiyaphum/${SILK}/`, most: { taps: 2, swipes: 1, keys: 15, kib: 200 } },
  { name: 'a province read in a tunnel', go: tunnel, most: { taps: 5, swipes: 18, keys: 140, kib: 800 } },
];

// ---- each of them in both ways

const browser = await launch();
const noise = [];

async function attempt(task, way, lang) {
  const { origin, stop, refuse, sent } = await serveAtHome({ measured: true });
  const me = Object.assign(await visitor(browser, way, { origin, ...task.options }), { lang, refuse });
  noise.push(watch(me.page, origin));
  await me.context.route(`${LINE}**`, (route) => route.fulfill({ body: '' }));
  await me.open(`${lang}/${task.from ?? ''}`);
  const problems = await task.go(me).catch((error) => [error.message]);
  if (process.env.SHOTS) await me.page.screenshot({ path: join(process.env.SHOTS, `${task.go.name}-${way}.png`) });
  await me.context.close();
  const cost = { ...me.effort, kib: Math.ceil((sent()) / KIB) };
  stop();
  note(`${way}, ${lang}: ${Object.entries(cost).map(([what, count]) => `${count} ${what}`).join(', ')}`);
  return [...problems, ...Object.entries(cost)
    .filter(([what, count]) => count > task.most[what]).map(([what, count]) => `${way}: ${count} ${what}`)];
}

for (const task of TASKS) {
  check(task.name, [...await attempt(task, 'taps', 'th'), ...await attempt(task, 'keys', 'en')]);
}
check('no console error, no CSP violation, no foreign request but LINE’s', noise.flat()
  .filter((what) => !what.includes(LINE) && !/ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED)/.test(what)));
await browser.close();
rmSync(folder, { recursive: true });
done();
