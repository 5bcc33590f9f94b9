/* SPDX-License-Identifier: MIT */
// What visitors come for, in Debian's Firefox on a phone's screen. What is right the other tests ask of
// Chromium; here is what browsers do in their own way: pages gone back to, workers, caches, the clipboard,
// files, the order of Thai, paper, dark colours.
//   SITE=site node firefox.mjs

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answered, countQuestions } from './lib/answered.mjs';
import { launchFirefox, watch } from './lib/browser.mjs';
import { around, canEnter, centreOf, codes, isFood, looksFurther, settled, TOWN } from './lib/near.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { readBack, run, sheets } from './lib/paper.mjs';
import { overflow } from './lib/probes.mjs';
import { canonicalOf, LINE, nameOf, parameters, tagsOf } from './lib/share.mjs';
import { isDueIn, langOf, languages, pagesDue, read, sample, urlOf } from './lib/site.mjs';
import { check, done } from './lib/tap.mjs';

const PROVINCE = 'chaiyaphum';
const ENTRY = `${PROVINCE}/360413/`;
const PDF_MOST = 3e6;      // bytes
const SILK = '360201';
const SILK_WORDS = 'ผ้าไหมมัดหมี่';

const { identities } = JSON.parse(read(`data/${PROVINCE}.json`));
const folder = mkdtempSync(join(tmpdir(), 'attalak-firefox-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const browser = await launchFirefox({ downloadsPath: folder });
const { origin, stop, refuse } = await serveAtHome();
const noise = [];
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

async function open(path, of = browser) {
  const context = await of.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.addInitScript(countQuestions);
  noise.push(watch(page, origin));
  await page.goto(origin + path, { waitUntil: 'load' });
  return page;
}

/** Follows a link and comes back to the page as it was left, which Firefox has kept. */
async function awayAndBack(page, selector) {
  const address = page.url();
  await page.locator(selector).filter({ visible: true }).first().click();
  await page.waitForURL(/\d{6}\/$/, { waitUntil: 'load' });
  await page.evaluate(() => window.history.back());
  await page.waitForFunction((wanted) => window.location.href === wanted, address);
}

// ---- every kind of page

const isDressed = () => document.fonts.check('16px Looped')
  && [...document.styleSheets].some((sheet) => sheet.cssRules.length > 50);

async function shows() {
  const page = await open(`${languages[0]}/`);
  const problems = [];
  for (const path of pagesDue(sample(1)).filter(langOf)) {
    await page.goto(origin + urlOf(path), { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready);
    if (!await page.evaluate(isDressed)) problems.push(`/${path}: without its style or its font`);
    if ((await page.innerText('main')).trim().length < 40) problems.push(`/${path}: nothing to read`);
    for (const width of [320, 360]) {
      await page.setViewportSize({ width, height: 740 });
      problems.push(...(await page.evaluate(overflow)).map((what) => `/${path}: ${what}`));
    }
  }
  await page.context().close();
  return problems;
}

// ---- choosing, searching, near

const FOOD = identities.map(({ code }) => code).filter((code) => isFood(code) && canEnter(code)).sort();
const listed = (page) => page.$$eval('[data-filtered] .card-name a', (all) => all
  .filter((a) => a.checkVisibility()).map((a) => /\d{6}/.exec(a.href)[0]).sort());

async function chooses(lang) {
  const page = await open(`${lang}/${PROVINCE}/`);
  const problems = [];
  const hold = async (when) => {
    const [found, said] = [await listed(page), await page.textContent('.filter [role="status"]')];
    if (!FOOD.length || !same(found, FOOD)) problems.push(`${lang} ${when}: ${found}, not ${FOOD}`);
    if (!said.includes(String(FOOD.length))) problems.push(`${lang} ${when}: told as “${said}”`);
    const ticked = await page.$$eval('.filter input:checked', (all) => all.map(({ value }) => value));
    if (!same(ticked, ['food', 'wheelchair'])) problems.push(`${lang} ${when}: ${ticked} are ticked`);
  };
  await page.click('.filter summary');
  for (const value of ['food', 'wheelchair']) await page.check(`.filter input[value="${value}"]`);
  await hold('chosen');
  await awayAndBack(page, '[data-filtered] .card-name a');
  await hold('gone back to');
  await page.reload({ waitUntil: 'load' });
  await hold('loaded again');
  await page.context().close();
  return problems;
}

async function further() {
  const page = await open(`th/near/?d=${TOWN}&has=wheelchair`);
  await settled(page);
  const problems = await looksFurther(page);
  await page.context().close();
  return problems;
}

const results = (page) => codes(page, '#results');
const told = async (page) => Number(/\d+/.exec(await page.textContent('#said')));

/** Typed by keys, and answered. */
async function asks(page, text) {
  await page.fill('#q', '');
  await page.focus('#q');
  await page.keyboard.type(text);
  await page.waitForFunction((q) => new URLSearchParams(window.location.search).get('q') === q, text);
  await answered(page);
}

/** Thai is found on each page and marked; a choice leaves what it says, in the address and when gone back to. */
async function searches(lang) {
  const page = await open(`${lang}/search/`);
  const problems = [];
  await asks(page, SILK_WORDS);
  const [first] = await results(page);
  if (first !== SILK) problems.push(`${lang}: ${first} is first`);
  const marks = await page.$$eval('#results .card:first-child mark', (all) => all
    .map((mark) => [mark.textContent, mark.closest('[lang]').lang, getComputedStyle(mark).backgroundColor].join(' ')));
  if (!marks.some((mark) => mark.startsWith(`${SILK_WORDS} th rgb(`))) problems.push(`${lang}: marked ${marks}`);
  await asks(page, 'ชัยภูมิ');
  await page.click('.narrow summary');
  const box = page.locator('[data-facet="field"] label').filter({ visible: true }).first();
  const count = Number(await box.locator('.count').textContent());
  await box.locator('input').check();
  await page.waitForFunction(() => window.location.search.includes('field='));
  await answered(page);
  if (!count || await told(page) !== count) problems.push(`${lang}: ${await told(page)}, though ${count} were promised`);
  const before = await results(page);
  await awayAndBack(page, '#results .card-name a');
  if (!before.length || !same(await results(page), before)) problems.push(`${lang}: ${await results(page)}, not ${before} again`);
  await page.reload({ waitUntil: 'load' });
  await answered(page);
  if (await told(page) !== count || await page.inputValue('#q') !== 'ชัยภูมิ') problems.push(`${lang}: ${await told(page)} when loaded again`);
  await page.context().close();
  return problems;
}

async function near(lang) {
  const page = await open(`${lang}/near/`);
  await page.selectOption('#province', '36');
  await page.selectOption('#district', TOWN);
  await settled(page);
  const wanted = around(await centreOf(page), 50).map(({ id }) => id).slice(0, 20);
  const found = await codes(page);
  await page.context().close();
  return wanted.length && same(found, wanted) ? [] : [`${lang}: ${found}, not ${wanted}`];
}

// ---- an entry, and what is taken along

/** The text of a file that is saved, once it is whole. */
async function downloaded(page, act, name, end) {
  const file = join(folder, name);
  rmSync(file, { force: true });
  await page.click(`[data-act="${act}"]`);
  for (let i = 0; i < 100; i += 1) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (text.trimEnd().endsWith(end)) return text;
    await page.waitForTimeout(50);
  }
  return '';
}

async function takes(lang) {
  const page = await open(`${lang}/${ENTRY}`);
  const problems = [];
  const [name, tags, url] = [await nameOf(page), await tagsOf(page), await canonicalOf(page)];
  const line = await page.locator('.share a').first().getAttribute('href');
  const { url: shared, text } = parameters(line);
  if (!line.startsWith(LINE) || shared !== url || text !== [name, ...tags].join(' ')) problems.push(`${lang}: LINE is given ${line}`);
  if (!await page.locator('#access ~ * :is(li, td, dd)').first().isVisible()) problems.push(`${lang}: nothing of access`);
  await page.click('.caption + p .copy');
  await page.locator('.caption + p .copy + [role="status"]').filter({ hasText: /\S/ }).waitFor();
  const [caption, copied] = [(await page.innerText('.caption')).trim(), await page.evaluate(() => navigator.clipboard.readText())];
  if (copied !== caption || !tags.every((tag) => copied.includes(tag))) problems.push(`${lang}: copied: ${copied}`);
  const twin = await page.context().newPage();
  await twin.goto(`${origin}${lang}/${ENTRY}`, { waitUntil: 'load' });
  await page.click('.keep button');
  if (!/1/.test(await page.textContent('.keep .said'))) problems.push(`${lang}: the count is not said`);
  await twin.waitForFunction(() => /\(1\)/.test(document.querySelector('a[data-count]').textContent), null, { timeout: 5000 })
    .catch(() => problems.push(`${lang}: another tab is not heard`));
  await page.click('a[data-count]');
  await page.waitForSelector('.stop-where');
  if (!(await page.innerText('.stop')).includes(name)) problems.push(`${lang}: the trip has no ${name}`);
  if (!(await downloaded(page, 'gpx', 'trip.gpx', '</gpx>')).includes(`<name>${name}</name>`)) problems.push(`${lang}: no GPX`);
  if (!/^SUMMARY:/m.test(await downloaded(page, 'calendar', 'trip.ics', 'END:VCALENDAR'))) problems.push(`${lang}: no calendar`);
  await page.context().close();
  return problems;
}

/** Consonants and letters: what poppler reads of Thai in Firefox's PDF. */
const bare = (text) => text.normalize('NFKC').replace(/[^ก-ฮa-z]/gi, '');

async function prints(lang) {
  const page = await open(`${lang}/${ENTRY}`);
  const pdf = join(folder, `${lang}.pdf`);
  await page.pdf({ path: pdf, format: 'A4' });
  const [address, summary] = [await canonicalOf(page), await page.textContent('.summary')];
  await page.context().close();
  const [first, second] = sheets(pdf);
  const problems = first.includes(address) && !second.includes(address) ? [] : [`${lang}: ${run('pdfinfo', pdf)}`];
  if (!bare(second).includes(bare(summary))) problems.push(`${lang}: the second sheet does not begin anew`);
  if (statSync(pdf).size > PDF_MOST) problems.push(`${lang}: ${statSync(pdf).size} bytes`);
  if (readBack(pdf) !== address) problems.push(`${lang}: the code is ${readBack(pdf)}`);
  return problems;
}

// ---- officers

/** Names sort as in dictionaries, numbers by size; a search opens the LAO that is meant. */
async function officers(lang) {
  const page = await open(`${lang}/progress/`);
  const problems = [];
  const column = async (at, sort) => {
    await page.locator('table[data-sortable] thead').first().locator('th').nth(at).locator('button').click();
    return page.$eval('table[data-sortable]', (table, [n, wanted]) => (table.tHead.rows[0].cells[n].ariaSort === wanted
      ? [...table.rows].filter((row) => row.closest('tbody') && !row.matches('.total')).map((row) => row.cells[n].textContent.trim()) : []), [at, sort]);
  };
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const names = await column(0, 'ascending');
  if (names.length < 2 || !same(names, [...names].sort(compare))) problems.push(`${lang}: ${names}`);
  const laos = (await column(3, 'descending')).map((cell) => Number(cell.replace(',', '')));
  if (laos.length < 2 || laos.some((n, i) => n > laos[i - 1])) problems.push(`${lang}: ${laos}`);
  await page.goto(`${origin}${lang}/check/${PROVINCE}/`, { waitUntil: 'load' });
  await page.fill('#find', '๖๓๖๐๔๐๘');
  const shown = await page.$$eval('.lao', (all) => all.filter((lao) => lao.checkVisibility()).map(({ id }) => id));
  if (!same(shown, ['l360408'])) problems.push(`${lang}: ${shown}`);
  await page.context().close();
  return problems;
}

// ---- without a network

/** A province is kept and a page visited; then nobody answers any more. */
async function keepsProvince(lang) {
  const page = await open(`${lang}/${PROVINCE}/`);
  await page.click('.offline [data-act="keep"]');
  const problems = await page.locator('.offline [data-act="renew"]').waitFor({ timeout: 20000 })
    .then(() => [], () => [`${lang}: never kept: ${noise.at(-1)}`]);
  await page.goto(`${origin}${lang}/regions/`, { waitUntil: 'load' });
  await page.waitForFunction((url) => window.caches.match(url), page.url(), { timeout: 10000 })
    .catch(() => problems.push(`${lang}: a page that was visited is not kept`));
  return { lang, page, problems };
}

async function readsWithout({ lang, page, problems }) {
  noise.at(-1).length = 0;
  for (const path of [`${PROVINCE}/`, ENTRY, 'regions/']) {
    await page.goto(`${origin}${lang}/${path}`, { waitUntil: 'load' }).catch(({ message }) => problems.push(message));
    if (!await page.evaluate(isDressed)) problems.push(`${lang}/${path}: without its style or its font`);
  }
  await page.goto(`${origin}${lang}/historic/`, { waitUntil: 'load' }).catch(({ message }) => problems.push(message));
  const retry = await page.locator('.offline-missing a').getAttribute('href', { timeout: 5000 }).catch(() => page.url());
  if (retry !== `${origin}${lang}/historic/`) problems.push(`${lang}: of a page that was not kept: ${retry}`);
  await page.locator('[data-kept="pages"] a').first().waitFor({ timeout: 5000 }).catch(() => problems.push(`${lang}: nothing is listed`));
  await page.context().close();
  return problems;
}

// ---- dark colours, in a browser that prefers them

async function inDark() {
  const problems = [];
  const night = await launchFirefox({ preferences: { 'layout.css.prefers-color-scheme.content-override': 0 } });
  for (const path of ['', ENTRY].map((rest) => `${languages[0]}/${rest}`)) {
    const page = await open(path, night);
    const [ground, text] = await page.evaluate(() => ['backgroundColor', 'color']
      .map((name) => Math.max(...getComputedStyle(document.body)[name].match(/\d+/g).slice(0, 3))));
    if (ground > 80 || text < 200) problems.push(`/${path}: text of ${text} on ${ground}`);
    await page.context().close();
  }
  await night.close();
  return problems;
}

async function inEach(job, items = languages) {
  const problems = [];
  for (const item of items) problems.push(...await job(item));
  return problems;
}

check('each kind of page shows, and fits 320 and 360 px', await shows());
check('a choice in a province stays when gone back to and loaded again', await inEach(chooses));
check('Thai is found on each page, marked, chosen from', await inEach(searches));
check('near a district, without a position', await inEach(near));
check('looking further keeps the focus', await further());
check('an entry is shared, copied, kept, and taken along in a trip', await inEach(takes));
check('the first sheet of a printed entry is its sign', await inEach(prints, languages.filter((lang) => isDueIn(0, lang))));
check('officers sort, and find an LAO', await inEach(officers));
const phones = [];
for (const lang of languages) phones.push(await keepsProvince(lang));
const loud = noise.flat();
check('in the dark, light text on a dark ground', await inDark());
await refuse();
check('without a network: a province, what was visited, and what is not there', await inEach(readsWithout, phones));
check('no console error, no CSP violation, no foreign request', loud);
await browser.close();
stop();
done();
