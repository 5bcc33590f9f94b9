/* SPDX-License-Identifier: MIT */
// The officers' page of a province in a real browser: search, filter, address, copy; and all of it
// there without a script.
//   SITE=site node check.mjs        SITE: a site in which 360102 is held back (check.t makes one)

import { launch, watch } from './lib/browser.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { languages } from './lib/site.mjs';
import { check, done } from './lib/tap.mjs';

const HELD = 'l360102';
const PUBLISHED = 'l360408';
// What is typed, and the LAOs that must be among those shown; `only`: and no other.
const QUESTIONS = [
  ['โนนทอง', [PUBLISHED]],
  ['non thong', [PUBLISHED]],
  ['อบต. โนนทอง', [PUBLISHED], 'only'],
  ['อบต.โนนทอง', [PUBLISHED], 'only'],
  ['6360408', [PUBLISHED], 'only'],
  ['5360408', [PUBLISHED], 'only'],    // its first digit when it is a municipality
  ['06360408', [PUBLISHED], 'only'],
  ['360408', [PUBLISHED], 'only'],
  ['๖๓๖๐๔๐๘', [PUBLISHED], 'only'],
  ['เเก้งคร้อ', ['l361201']],           // two เ for one แ
  ['no such place', [], 'only'],
];

const browser = await launch();
const { origin, stop } = await serveAtHome();
const url = (lang, rest = '') => `${origin}${lang}/check/chaiyaphum/${rest}`;
const noise = [];

async function open(lang, rest, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  noise.push(watch(page, origin));
  await page.goto(url(lang, rest), { waitUntil: 'load' });
  return page;
}

const shown = (page) => page.$$eval('.lao', (all) => all
  .filter((lao) => lao.checkVisibility()).map((lao) => lao.id));
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

async function searches(lang) {
  const page = await open(lang);
  const problems = [];
  for (const [question, wanted, only] of QUESTIONS) {
    await page.fill('#find', question);
    const found = await shown(page);
    const right = only ? same(found, wanted) : wanted.every((id) => found.includes(id));
    if (!right) problems.push(`${lang} ${question}: ${found.slice(0, 5)}`);
    const said = await page.textContent('.finder [role="status"]');
    if (found.length && !said.includes(String(found.length))) problems.push(`${question}: ${said}`);
    if (!said.trim()) problems.push(`${question}: nothing is said`);
  }
  const headings = await page.$$eval('.laos h2', (all) => all.filter((h) => h.checkVisibility()).length);
  if (headings) problems.push('districts with nobody in them are shown');
  await page.context().close();
  return problems;
}

async function filters(lang) {
  const page = await open(lang);
  const problems = [];
  const all = (await shown(page)).length;
  const counts = {};
  for (const state of ['published', 'none', 'held', 'mend']) {
    await page.selectOption('#show', state);
    const found = await shown(page);
    counts[state] = found.length;
    const right = state === 'mend' ? '[data-mend]' : `[data-lao="${state}"]`;
    const wrong = await page.$$eval('.lao', (laos, ok) => laos
      .filter((lao) => lao.checkVisibility() !== lao.matches(ok)).map((lao) => lao.id), right);
    if (wrong.length) problems.push(`${lang} ${state}: ${wrong.slice(0, 5)}`);
    if (!found.length) problems.push(`${lang} ${state}: none`);
  }
  if (counts.published + counts.none + counts.held !== all) problems.push(JSON.stringify(counts));
  await page.context().close();
  return problems;
}

async function address(lang) {
  const page = await open(lang);
  await page.fill('#find', 'บ้าน');
  await page.selectOption('#show', 'none');
  const before = await shown(page);
  const { hash } = new URL(page.url());
  const again = await open(lang, hash);
  const problems = same(await shown(again), before) && before.length ? [] : [`${hash}: not the same`];
  await page.fill('#find', '');
  await page.selectOption('#show', '');
  if (new URL(page.url()).hash) problems.push(`${page.url()} keeps an old question`);
  const named = await open(lang, `#${PUBLISHED}`);
  if (!await named.$eval(`#${PUBLISHED}`, (lao) => lao.open)) problems.push(`#${PUBLISHED} is closed`);
  for (const each of [page, again, named]) await each.context().close();
  return problems;
}

async function copies(lang) {
  const page = await open(lang, `#${PUBLISHED}`, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.click(`#${PUBLISHED} .copy`);
  const said = page.locator(`#${PUBLISHED} .copy + [role="status"]`);
  await said.filter({ hasText: /\S/ }).waitFor();
  const [wanted, got] = [await page.innerText(`#${PUBLISHED} .caption`),
    await page.evaluate(() => navigator.clipboard.readText())];
  await page.context().close();
  const lines = got.split('\n');
  if (got !== wanted.trim()) return [`${lang}: ${got}`];
  return lines.length >= 4 && /#\S+ #/.test(got) && /360408\/$/.test(got) ? [] : [got];
}

/** Everything but the search is there: each LAO, its sentences, its caption, links with its code. */
async function plain(lang) {
  const page = await open(lang, '', { javaScriptEnabled: false });
  const problems = [];
  if (await page.locator('.finder').isVisible()) problems.push('a search that cannot work');
  if (await page.locator('.copy').count()) problems.push('a button that cannot work');
  const all = await page.locator('.lao').count();
  const visible = await page.locator('.lao:visible').count();
  if (all < 100 || visible !== all) problems.push(`${visible} of ${all} shown`);
  if (!await page.locator(`#${HELD} .told`).first().isVisible()) problems.push('an error is closed');
  await page.click(`#${PUBLISHED} summary`);
  if (!await page.locator(`#${PUBLISHED} .caption`).isVisible()) problems.push('no caption');
  const silent = page.locator('.lao[data-lao="none"]').first();
  const code = (await silent.getAttribute('id')).slice(1);
  const href = await silent.locator('a').getAttribute('href');
  if (!href.includes(code)) problems.push(`${code}: ${href}`);
  await page.context().close();
  return problems;
}

async function inEach(job) {
  const problems = [];
  for (const lang of languages) problems.push(...await job(lang));
  return problems;
}

check('a search finds names and codes as people type them', await inEach(searches));
check('the filter shows one state and no other', await inEach(filters));
check('the address keeps the question, and opens one LAO', await inEach(address));
check('the caption is copied as it is shown, and that is said', await inEach(copies));
check('without a script all is there but search and buttons', await inEach(plain));
check('no console error, no CSP violation, no foreign request', noise.flat());
await browser.close();
stop();
done();
