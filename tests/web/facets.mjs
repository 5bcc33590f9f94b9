/* SPDX-License-Identifier: MIT */
// Choosing among the provinces of the whole country: every count against data/identities.json, unknown apart
// from no; the address, links that take the choice along, a file that does not come, no script, paper.
//   SITE=site node facets.mjs

import { launch, watch } from './lib/browser.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { languages, read } from './lib/site.mjs';
import { check, done } from './lib/tap.mjs';

const { identities } = JSON.parse(read('data/identities.json'));
const TOILET = 'toilet.accessible';
const FILE = '**/data/facets.json';

// ---- what the data say, counted without the program's own code

const stateOf = ({ access }, key) => (key === 'wheelchair' ? access?.wheelchair : access?.features?.[key]) ?? 'unknown';

function answer(entry, fields, keys) {
  if (fields.length && !fields.includes(entry.category)) return 'no';
  const states = keys.map((key) => stateOf(entry, key));
  if (states.some((state) => ['no', 'na'].includes(state))) return 'no';
  return states.includes('unknown') ? 'unknown' : 'yes';
}

const among = (entries, wanted, fields, keys) => entries.filter((entry) => answer(entry, fields, keys) === wanted).length;
const slugs = [...new Set(identities.map(({ province }) => province.slug))].sort();
const inProvince = (slug) => identities.filter(({ province }) => province.slug === slug);

// ---- the page

const browser = await launch();
const { origin, stop } = await serveAtHome();
const noise = [];

async function open(path, options = {}, isWatched = true) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems = watch(page, origin);
  if (isWatched) noise.push(problems);
  page.asked = [];
  page.on('request', (request) => { if (request.url().includes('/data/')) page.asked.push(request.url()); });
  await page.goto(origin + path, { waitUntil: 'load' });
  return page;
}

/** As a visitor chooses: the form is opened, boxes are ticked. */
async function choose(page, values, isThere = counted) {
  const isOpen = await page.locator('.filter details').evaluate((details) => details.open);
  if (!isOpen) await page.click('.filter summary');
  const boxes = await page.$$eval('.filter input', (all) => all.map(({ value, checked }) => [value, checked]));
  for (const [value, isOn] of boxes) {
    if (isOn !== values.includes(value)) await page.click(`.filter [value="${value}"]`);
  }
  await isThere(page);
}

/** The numbers have come, and what was chosen last has had its turn. */
async function counted(page) {
  await page.waitForFunction(() => document.querySelector('.filter label .count').textContent);
  await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve); }));
}

/** The sentence that says so has come, or a reader of it will miss it. */
const toldFailed = (page) => page.waitForFunction(() => {
  const form = document.querySelector('.filter');
  return form.querySelector('[role="status"]').textContent === form.dataset.failed;
}).catch(() => {});

const numbersIn = (text) => (text?.replace(/(\d),(?=\d)/g, '$1').match(/\d+/g) ?? []).map(Number);
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** Of each link to a province: { slug, query, numbers, unsaid, cells }. */
const rows = (page) => page.$$eval('[data-provinces] :is(.tallies a, tbody th a)', (links) => links.map((link) => {
  const row = link.closest('li, tr');
  const [, slug] = /\/([a-z-]+)\/[a-z]+\/$/.exec(link.pathname);
  const text = (element) => element?.textContent.trim();
  return { slug, query: link.search, count: text(row.querySelector('.count')), unsaid: text(row.querySelector('.unsaid')),
    cells: [...row.querySelectorAll('td')].map(text), isNone: row.classList.contains('none') };
}));

const keysOf = (page) => page.$$eval('.filter [data-ask="has"]', (boxes) => boxes.map(({ value }) => value));

async function told(page, all, fields, keys) {
  const [yes, unknown] = ['yes', 'unknown'].map((kind) => among(all, kind, fields, keys));
  const provinces = slugs.filter((slug) => among(all.filter(({ province }) => province.slug === slug), 'yes', fields, keys)).length;
  const right = yes || !unknown ? [yes, all.length, provinces, ...(unknown ? [unknown] : [])] : [unknown];
  const said = await page.textContent('.filter [role="status"]');
  return same(numbersIn(said), right) ? [] : [`${fields} ${keys} is told as “${said}”, not ${right}`];
}

/** The pages of fields: the list's counts, the regions' sums, what each box would leave. */
async function field(lang) {
  const problems = [];
  const keys = [...new Set(identities.map(({ category }) => category))];
  for (const key of lang === languages[0] ? keys : keys.slice(0, 1)) {
    const all = identities.filter(({ category }) => category === key);
    const page = await open(`${lang}/${key}/`);
    if (page.asked.length) problems.push(`${key}: asked for ${page.asked} before anybody chose`);
    const before = JSON.stringify(await rows(page));
    for (const facilities of [['wheelchair'], ['wheelchair', TOILET], ['enter.ramp', 'move.seats', 'people.help']]) {
      await choose(page, facilities);
      problems.push(...await told(page, all, [], facilities));
      for (const { slug, query, count, unsaid, isNone } of await rows(page)) {
        const [yes, unknown] = ['yes', 'unknown'].map((kind) => among(inProvince(slug), kind, [key], facilities));
        if (Number(count) !== yes || isNone === Boolean(yes)) problems.push(`${key} ${facilities} ${slug}: ${count}, not ${yes}`);
        if (!same(numbersIn(unsaid), unknown ? [unknown] : [])) problems.push(`${key} ${facilities} ${slug}: “${unsaid}”, not ${unknown}`);
        if (query !== `?has=${facilities}`) problems.push(`${slug} does not take ${facilities} along: ${query}`);
      }
      const sums = await page.$$eval('[data-provinces] h3 .count', (all3) => all3.map((each) => each.textContent));
      const [yes, unknown] = [0, 1].map((i) => sums.reduce((sum, text) => sum + numbersIn(text)[i], 0));
      if (yes !== among(all, 'yes', [], facilities) || unknown !== among(all, 'unknown', [], facilities)) problems.push(`${key} ${facilities}: regions say ${sums}`);
      for (const each of await keysOf(page)) {
        const got = Number(await page.locator(`.filter label:has([value="${each}"]) .count`).textContent());
        const wanted = among(all, 'yes', [], [...new Set([...facilities, each])]);
        if (got !== wanted) problems.push(`${key} ${facilities} + ${each}: ${got}, not ${wanted}`);
      }
    }
    await page.click('.filter .clear');
    await page.waitForFunction(() => !document.querySelector('.unsaid'));
    if (JSON.stringify(await rows(page)) !== before) problems.push(`${key}: clearing does not bring all back`);
    if (page.asked.length !== 1) problems.push(`${key}: asked for ${page.asked}`);
    await page.context().close();
  }
  return problems;
}

/** The table: of those found, how many also have what heads the column; found and unknown at the name. */
async function table(lang) {
  const problems = [];
  const page = await open(`${lang}/access/`);
  const columns = (await keysOf(page)).slice(1);
  for (const [fields, keys] of [[[], ['wheelchair']], [['food', 'historic'], [TOILET]], [['arts'], []]]) {
    await choose(page, [...fields, ...keys]);
    problems.push(...await told(page, identities, fields, keys));
    for (const { slug, query, unsaid, cells } of await rows(page)) {
      const there = inProvince(slug);
      const counts = ['yes', 'unknown'].map((kind) => among(there, kind, fields, keys));
      if (!same(numbersIn(unsaid), counts)) problems.push(`${fields} ${keys} ${slug}: “${unsaid}”, not ${counts}`);
      const wanted = columns.map((column) => among(there, 'yes', fields, [...keys, column]));
      if (!same(cells.map(Number), wanted)) problems.push(`${fields} ${keys} ${slug}: ${cells}, not ${wanted}`);
      const right = new URLSearchParams(Object.entries({ field: `${fields}`, has: `${keys}` }).filter(([, value]) => value));
      if (query !== `?${right}`.replaceAll('%2C', ',')) problems.push(`${slug} takes ${query} along`);
    }
  }
  await page.context().close();
  return problems;
}

/** By an address that was shared, on to the province, where the same is chosen, and back. */
async function along(lang) {
  const problems = [];
  const page = await open(`${lang}/historic/?has=${TOILET}`);
  await page.locator('.unsaid').first().waitFor();
  await page.locator('[data-provinces] a[href*="/chaiyaphum/"]').click();
  await page.waitForURL(/chaiyaphum\/historic\/\?has=/);
  const shown = await page.$$eval('[data-filtered] .card-name a', (all) => all.length);
  const wanted = among(inProvince('chaiyaphum'), 'yes', ['historic'], [TOILET]);
  if (shown !== wanted) problems.push(`${shown} cards, not ${wanted}`);
  await page.goBack({ waitUntil: 'load' });
  await page.locator('.unsaid').first().waitFor();
  problems.push(...await told(page, identities.filter(({ category }) => category === 'historic'), [], [TOILET]));
  await page.goto(`${origin}${lang}/historic/?has=%3Cb%3E&field=nothing`, { waitUntil: 'networkidle' });
  if (await page.locator('.unsaid').count()) problems.push('an address of nothing chooses something');
  await page.context().close();
  return problems;
}

/** To the same page in another language: the same is chosen there, and only that; a link of nothing is plain. */
async function translated(lang) {
  const problems = [];
  const other = languages.find((each) => each !== lang);
  for (const path of ['food/', 'access/', 'chaiyaphum/', 'chaiyaphum/food/', 'chaiyaphum/access/', 'near/?d=3601']) {
    const page = await open(`${lang}/${path}${path.includes('?') ? '&' : '?'}fbclid=1`);
    const link = page.locator('.languages a').first();
    const [bare, d = ''] = path.split('?');
    const plainly = await link.evaluate(({ href }) => href);
    const whole = (asked) => `${origin}${other}/${bare}${asked}`;
    if (plainly !== whole(d && `?${d}`)) problems.push(`${path}: before a choice ${plainly}`);
    await page.waitForSelector('.filter:visible');
    await choose(page, [TOILET, 'wheelchair'], () => {});
    const href = await link.evaluate((element) => element.href);
    const asked = new URL(href).searchParams;
    const values = (asked.get('has') ?? '').split(',').sort().join();
    if (values !== [TOILET, 'wheelchair'].sort().join() || asked.has('fbclid') || (asked.get('d') ?? '') !== d.slice(2)) problems.push(`${path}: leads to ${href}`);
    await link.click();
    await page.waitForURL((url) => url.pathname.includes(`/${other}/`));
    const on = await page.$$eval('.filter input:checked', (boxes) => boxes.map(({ value }) => value).sort().join());
    if (on !== values) {
      problems.push(`${path}: in ${other} “${on}” is chosen, not “${values}”`);
      await page.context().close();
      continue;
    }
    const back = await page.locator('.languages a').first().evaluate((element) => element.href);
    if (!back.includes(`/${lang}/${bare}?`)) problems.push(`${path}: the way back forgets: ${back}`);
    await page.click('.filter summary');
    await page.click('.filter .clear');
    if ((await page.locator('.languages a').first().evaluate((element) => element.search)) !== (d && `?${d}`)) problems.push(`${path}: nothing chosen, and still taken along`);
    await page.context().close();
  }
  return problems;
}

/**
 * Where the file does not come, or is of another publication: it is said, counts stay, links still take the choice.
 * The answer waits until it is looked whether what was told of the choice before is gone: else that would be read for it.
 */
async function failure(lang) {
  const problems = [];
  const page = await open(`${lang}/food/`, {}, false);
  const before = (await rows(page)).map(({ count }) => count);
  const failed = await page.getAttribute('.filter', 'data-failed');
  const body = JSON.stringify({ facilities: ['wheelchair'], provinces: {} });
  for (const reply of [{ status: 500 }, { body: '<html>' }, { body }]) {
    let answer;
    const held = new Promise((resolve) => { answer = resolve; });
    await page.route(FILE, async (route) => { await held; await route.fulfill(reply); });
    await choose(page, [], () => {});
    await choose(page, [TOILET], () => {});
    const early = await page.textContent('.filter [role="status"]');
    if (early === failed) problems.push('a failure of the choice before is still told');
    answer();
    await toldFailed(page);
    const said = await page.textContent('.filter [role="status"]');
    if (said !== failed) problems.push(`is told as “${said}”`);
    const after = await rows(page);
    if (!same(after.map(({ count }) => count), before)) problems.push('counts of nothing');
    if (after.some(({ query }) => query !== `?has=${TOILET}`)) problems.push('a link forgets the choice');
    await page.unroute(FILE);
  }
  await choose(page, ['wheelchair']);
  problems.push(...await told(page, identities.filter(({ category }) => category === 'food'), [], ['wheelchair']));
  await page.context().close();
  return problems;
}

async function plain(lang) {
  const problems = [];
  for (const path of [`${lang}/food/`, `${lang}/access/`]) {
    const page = await open(path, { javaScriptEnabled: false });
    if (await page.locator('.filter').isVisible()) problems.push(`${path}: a filter that cannot work`);
    const found = await page.locator('[data-provinces] a').count();
    if (!found) problems.push(`${path}: no province`);
    await page.context().close();
  }
  return problems;
}

async function keyboard(lang) {
  const page = await open(`${lang}/food/`);
  await page.focus('.filter summary');
  for (const key of ['Enter', 'Tab', 'Space']) await page.keyboard.press(key);
  await page.locator('.unsaid').first().waitFor();
  const problems = await told(page, identities.filter(({ category }) => category === 'food'), [], ['wheelchair']);
  const kept = await page.evaluate(() => document.activeElement.value);
  if (kept !== 'wheelchair') problems.push(`the focus went to ${kept}`);
  await page.context().close();
  return problems;
}

async function narrow(path) {
  const page = await open(path, { viewport: { width: 320, height: 640 } });
  await page.locator('.unsaid').first().waitFor();
  await page.click('.filter summary');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  const low = await page.$$eval('.filter :is(summary, label, button), .tallies a', (all) => all
    .filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.textContent.trim()));
  await page.context().close();
  return [...(wide > 320 ? [`${path} is ${wide} px wide`] : []), ...low.map((text) => `lower than 44 px: ${text}`)];
}

/** A choice that came with the address moves no more than is called good. */
async function still(path) {
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
  await page.route('**/*.woff2', (route) => route.abort());
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  const shift = await page.evaluate(() => new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
      .observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 300);
  }));
  await page.close();
  return shift > .1 ? [`${path} moves by ${shift}`] : [];
}

async function paper() {
  const page = await open('th/food/?has=wheelchair');
  await page.locator('.unsaid').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  const problems = [];
  if (await page.locator('.filter details').isVisible()) problems.push('the form is printed');
  for (const part of ['.filter .chosen', '.filter [role="status"]', '.unsaid']) {
    if (!await page.locator(part).first().isVisible()) problems.push(`${part} is not printed`);
  }
  await page.context().close();
  return problems;
}

async function inEach(job) {
  const problems = [];
  for (const lang of languages) problems.push(...await job(lang));
  return problems;
}

check('fields: every count is what the data say, unknown apart from no', await inEach(field));
check('access: every cell is what the data say', await inEach(table));
check('a shared choice goes along to the province, and back', await inEach(along));
check('a choice goes along to another language, and nothing else does', await inEach(translated));
check('a file that does not come is told, and stops nothing', await inEach(failure));
check('without a script: plain links, no dead form', await inEach(plain));
check('a keyboard is enough, and keeps its place', await inEach(keyboard));
check('320 px are enough, and all can be touched', [...await narrow('th/food/?has=wheelchair'), ...await narrow('en/access/?has=wheelchair')]);
check('a shared choice moves little', [...await still('th/food/'), ...await still('th/food/?has=wheelchair')]);
check('paper shows what was chosen, found and not known', await paper());
check('no console error, no CSP violation, no foreign request', noise.flat());
await browser.close();
stop();
done();
