/* SPDX-License-Identifier: MIT */
// Choosing by field, facility and hours in a real browser: what is shown and counted is what
// data/<province>.json says, unknown apart from no; the address, the back button, no script, a narrow screen, paper.
//   SITE=site node filter.mjs

import { launch, watch } from './lib/browser.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { languages, read } from './lib/site.mjs';
import { check, done } from './lib/tap.mjs';

const PROVINCE = 'chaiyaphum';
const { identities } = JSON.parse(read(`data/${PROVINCE}.json`));
const FIELDS = [...new Set(identities.map((entry) => entry.category))].sort();
const TOILET = 'toilet.accessible';
const QUESTIONS = [
  [[], []], [['food'], []], [['food', 'arts'], []], [[], ['wheelchair']], [[], [TOILET]],
  [[], ['wheelchair', TOILET]], [['historic'], ['wheelchair', 'enter.stepfree']],
  [['historic', 'product'], ['move.seats']], [[], ['arrive.parking', 'enter.ramp', 'people.help']],
];

// ---- what the data say, counted without the program's own code

const stateOf = ({ access }, key) => (key === 'wheelchair' ? access?.wheelchair : access?.features?.[key]) ?? 'unknown';

function answer(entry, fields, keys) {
  if (fields.length && !fields.includes(entry.category)) return 'no';
  const states = keys.map((key) => stateOf(entry, key));
  if (states.some((state) => ['no', 'na'].includes(state))) return 'no';
  return states.includes('unknown') ? 'unknown' : 'yes';
}

const codes = (wanted, fields, keys) => identities
  .filter((entry) => answer(entry, fields, keys) === wanted).map((entry) => entry.code).sort();

// ---- the page

const browser = await launch();
const { origin, stop } = await serveAtHome();
const noise = [];
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

async function open(path, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  noise.push(watch(page, origin));
  await page.goto(origin + path, { waitUntil: 'load' });
  return page;
}

const query = (fields, keys) => [['field', fields], ['has', keys]]
  .filter(([, values]) => values.length).map(([name, values]) => `${name}=${values.join(',')}`).join('&');
const linked = (page, where) => page.$$eval(where, (all) => all.filter((a) => a.checkVisibility())
  .map((a) => /(\d{6})\/(?:index\.html)?$/.exec(a.href)[1]).sort());
const CARDS = { yes: '[data-filtered] .card-name a', unknown: '#unknown-list .card-name a' };
const ROWS = { yes: 'tbody[data-filtered] th a', unknown: '#unknown-list th a, #silent-list a' };

async function choose(page, fields, keys) {
  await page.evaluate(() => { document.querySelector('.filter details').open = true; });
  for (const box of await page.locator('.filter input').all()) {
    await box.setChecked([...fields, ...keys].includes(await box.inputValue()));
  }
}

/** Each choice's own number: how many there would be with it. */
async function numbers(page, fields, keys) {
  const problems = [];
  for (const label of await page.locator('.filter label').all()) {
    if (await label.locator('[data-ask="open"]').count()) continue;      // showsOpen looks at it
    const [name, value] = await label.locator('input').evaluate((box) => [box.dataset.ask, box.value]);
    const wanted = name === 'field' ? codes('yes', [value], keys)
      : codes('yes', fields, [...new Set([...keys, value])]);
    const got = await label.locator('.count').textContent();
    if (Number(got) !== wanted.length) problems.push(`${value}: ${got}, not ${wanted.length}`);
  }
  return problems;
}

async function shows(page, fields, keys, where) {
  const problems = [];
  const asked = query(fields, keys);
  for (const kind of ['yes', 'unknown']) {
    let wanted = codes(kind, fields, keys);
    // The silent have a list of their own on the page of access, chosen or not.
    if (where === ROWS && !keys.length) {
      const silent = identities.filter((entry) => !entry.access).map((entry) => entry.code);
      const all = codes('yes', fields, keys);
      wanted = all.filter((code) => silent.includes(code) === (kind === 'unknown'));
    }
    const got = await linked(page, where[kind]);
    if (!same(got, wanted)) problems.push(`${asked} ${kind}: ${got}, not ${wanted}`);
  }
  const said = await page.textContent('.filter [role="status"]');
  const [yes, unknown] = ['yes', 'unknown'].map((kind) => codes(kind, fields, keys).length);
  const told = said.match(/\d+/g)?.map(Number) ?? [];
  const right = asked ? [yes, identities.length, ...(unknown ? [unknown] : [])] : [];
  if (!same(told, right)) problems.push(`${asked} is told as “${said}”`);
  return [...problems, ...await numbers(page, fields, keys)];
}

async function combinations(path, where) {
  const page = await open(path);
  const problems = [];
  for (const [fields, keys] of QUESTIONS) {
    await choose(page, fields, keys);
    problems.push(...await shows(page, fields, keys, where));
    const search = await page.evaluate(() => window.location.search.slice(1));
    if (search !== query(fields, keys)) problems.push(`${search} is the address of ${query(fields, keys)}`);
  }
  await page.context().close();
  return problems;
}

/** By hours that are the same every day, which is all that this province has. */
function openAt(entry, time) {
  if (!entry.hours) return 'unknown';
  const [, opens, closes] = /^Mo-Su (\d\d:\d\d)-(\d\d:\d\d)$/.exec(entry.hours);
  return opens <= time && time < closes ? 'yes' : 'no';
}

async function showsOpen(page, time, field) {
  const of = (wanted) => identities.filter((entry) => (!field || entry.category === field) && openAt(entry, time) === wanted)
    .map(({ code }) => code).sort();
  const [yes, unknown] = [of('yes'), of('unknown')];
  const problems = [];
  for (const [kind, wanted] of Object.entries({ yes, unknown })) {
    const got = await linked(page, CARDS[kind]);
    if (!same(got, wanted)) problems.push(`${time} ${kind}: ${got}, not ${wanted}`);
  }
  const told = (await page.textContent('.filter [role="status"]')).match(/\d+/g)?.map(Number);
  if (!same(told, [yes.length, identities.length, unknown.length])) problems.push(`${time}: told ${told}`);
  const count = await page.locator('.filter label:has([value="now"]) .count').textContent();
  if (Number(count) !== yes.length) problems.push(`${time}: ${count} would be open`);
  return problems;
}

/** Open now: from the address, by hand, with a field, in the other language, and when the tab is seen again. */
async function openNow(lang) {
  if (!['12:00', '17:30'].every((time) => identities.some((entry) => openAt(entry, time) === 'yes'))
    || !identities.some((entry) => openAt(entry, '17:30') === 'no')) return ['the content has nothing to show this by'];
  const at = (time) => new Date(`2026-11-23T${time}:00+07:00`);
  const page = await browser.newPage({ timezoneId: 'America/Los_Angeles' });
  noise.push(watch(page, origin));
  await page.clock.install({ time: at('12:00') });
  await page.goto(`${origin}${lang}/${PROVINCE}/?open=now`, { waitUntil: 'load' });
  const problems = await showsOpen(page, '12:00');
  await page.clock.setSystemTime(at('17:30'));
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  problems.push(...await showsOpen(page, '17:30'));
  await page.click('.filter summary');
  await page.click('.filter .clear');
  if (await page.evaluate(() => window.location.search)) problems.push('the address keeps an old choice');
  const [{ category }] = identities.filter((entry) => openAt(entry, '17:30') === 'yes');
  await page.check(`.filter [value="${category}"]`);
  await page.check('.filter [value="now"]');
  const asked = `?field=${category}&open=now`;
  const links = await page.$$eval('.languages a', (all) => all.map((a) => a.search));
  const search = await page.evaluate(() => window.location.search);
  if ([search, ...links].some((each) => each !== asked)) problems.push(`asked by ${search}, elsewhere ${links}`);
  problems.push(...await showsOpen(page, '17:30', category));
  await page.goto(`${origin}${lang}/${PROVINCE}/${category}/?open=now`, { waitUntil: 'load' });
  const here = identities.filter((entry) => entry.category === category && openAt(entry, '17:30') === 'yes').map(({ code }) => code).sort();
  const got = await linked(page, CARDS.yes);
  if (!same(got, here)) problems.push(`${category}: ${got}, not ${here}`);
  for (const path of ['access/', 'food/', `${PROVINCE}/access/`]) {
    await page.goto(`${origin}${lang}/${path}?open=now`, { waitUntil: 'load' });
    if (await page.locator('.filter [data-ask="open"]').count()) problems.push(`${path}: asks for what it has no hours for`);
  }
  await page.close();
  return problems;
}

async function groups(lang) {
  const page = await open(`${lang}/${PROVINCE}/?field=food`);
  const seen = await page.$$eval('h3.field', (all) => all.filter((h) => h.checkVisibility()).map((h) => h.dataset.field));
  const problems = same(seen, ['food']) ? [] : [`headings ${seen}`];
  if (await page.locator('.unknown').isVisible()) problems.push('an empty list of unknowns');
  await page.click('.filter summary');
  await page.click('.filter .clear');
  const after = (await page.$$eval('h3.field', (all) => all.filter((h) => h.checkVisibility()).map((h) => h.dataset.field))).sort();
  if (!same(after, FIELDS)) problems.push(`after clearing: ${after}`);
  if (await page.evaluate(() => window.location.search)) problems.push('the address keeps an old choice');
  await page.context().close();
  return problems;
}

/** In part is said on the card; unknown and no differ in where they stand. */
async function inPart() {
  const page = await open(`th/${PROVINCE}/?has=${TOILET}`);
  const wanted = identities.filter((entry) => stateOf(entry, TOILET) === 'limited').map((entry) => entry.code).sort();
  const got = await linked(page, '.card:has(.partly) .card-name a');
  await page.context().close();
  if (!wanted.length || !codes('no', [], [TOILET]).length) return ['the content has nothing to show this by'];
  return same(got, wanted) ? [] : [`${got}, not ${wanted}`];
}

async function address(lang) {
  const asked = `field=historic&has=wheelchair,${TOILET}`;
  const [fields, keys] = [['historic'], ['wheelchair', TOILET]];
  const page = await open(`${lang}/${PROVINCE}/?${asked}`);
  const problems = await shows(page, fields, keys, CARDS);
  await page.locator('[data-filtered] .card-name a').first().click();
  await page.waitForURL(/\d{6}\/$/);
  await page.goBack({ waitUntil: 'load' });
  problems.push(...await shows(page, fields, keys, CARDS));
  await page.goto(`${origin}${lang}/${PROVINCE}/?field=nothing&has=%3Cb%3E,0`, { waitUntil: 'load' });
  problems.push(...await shows(page, [], [], CARDS));
  await page.context().close();
  return problems;
}

async function keyboard(lang) {
  const page = await open(`${lang}/${PROVINCE}/food/`);
  await page.focus('.filter summary');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  const problems = [];
  const search = await page.evaluate(() => window.location.search);
  if (search !== '?has=wheelchair') problems.push(`the address is ${search}`);
  const kept = await page.evaluate(() => document.activeElement.value);
  if (kept !== 'wheelchair') problems.push(`the focus went to ${kept}`);
  const wanted = codes('yes', ['food'], ['wheelchair']);
  const got = await linked(page, CARDS.yes);
  if (!same(got, wanted)) problems.push(`${got}, not ${wanted}`);
  await page.context().close();
  return problems;
}

async function plain(lang) {
  const problems = [];
  for (const path of [`${lang}/${PROVINCE}/`, `${lang}/${PROVINCE}/food/`, `${lang}/${PROVINCE}/access/`]) {
    const page = await open(path, { javaScriptEnabled: false });
    if (await page.locator('.filter').isVisible()) problems.push(`${path}: a filter that cannot work`);
    if (await page.locator('.unknown').first().isVisible()) problems.push(`${path}: an empty list`);
    for (const part of [...FIELDS, 'access'].filter((each) => !path.endsWith(`/${each}/`))) {
      const link = page.locator(`main a[href$="/${part}/"], main a[href="${part}/"]`).first();
      if (!await link.isVisible()) problems.push(`${path}: no link to ${part}`);
    }
    await page.context().close();
  }
  return problems;
}

async function narrow(path) {
  const page = await open(path, { viewport: { width: 320, height: 640 } });
  await page.evaluate(() => { document.querySelector('.filter details').open = true; });
  const problems = [];
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > 320) problems.push(`${path} is ${wide} px wide`);
  const low = await page.$$eval('.filter summary, .filter label, .filter button', (all) => all
    .filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.textContent.trim()));
  if (low.length) problems.push(`lower than 44 px: ${low}`);
  await page.context().close();
  return problems;
}

/**
 * The script may not move what has been painted; of a shared choice, no more than is called good (0.1).
 * A font that arrives moves lines too, sooner or later: here none does.
 */
async function still(path, most = .01) {
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
  await page.route('**/*.woff2', (route) => route.abort());
  await page.goto(origin + path, { waitUntil: 'load' });
  const shift = await page.evaluate(() => new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 300);
  }));
  await page.close();
  return shift > most ? [`${path} moves by ${shift}`] : [];
}

async function paper() {
  const page = await open(`th/${PROVINCE}/?field=food&has=wheelchair`);
  await page.emulateMedia({ media: 'print' });
  const problems = await shows(page, ['food'], ['wheelchair'], CARDS);
  if (await page.locator('.filter details').isVisible()) problems.push('the form is printed');
  if (!await page.locator('.filter .chosen').isVisible()) problems.push('it is not said what was chosen');
  await page.context().close();
  return problems;
}

/** 16 times the province's cards: a frame is 16 ms, the best of nine may take three of them on a busy machine. */
async function speed() {
  const page = await open(`th/${PROVINCE}/`);
  const ms = await page.evaluate(async () => {
    const lists = [...document.querySelectorAll('[data-filtered]')];
    for (const list of lists) {
      const cards = [...list.children];
      for (let i = 0; i < 15; i += 1) list.append(...cards.map((card) => card.cloneNode(true)));
    }
    const script = document.createElement('script');
    script.src = document.querySelector('script[src*="filter"]').src;
    document.querySelector('.filter').replaceWith(document.querySelector('.filter').cloneNode(true));
    await new Promise((resolve) => { script.onload = resolve; document.head.append(script); });
    const box = document.querySelector('.filter input[value="wheelchair"]');
    const times = [];
    for (let i = 0; i < 9; i += 1) {
      const from = performance.now();
      box.click();
      times.push(performance.now() - from);
      document.body.getBoundingClientRect();
    }
    return [document.querySelectorAll('.card').length, Math.min(...times)];
  });
  await page.context().close();
  console.log(`# ${ms[0]} cards left: ${ms[1].toFixed(1)} ms a choice at best`);
  return ms[1] > 50 ? [`${ms[1]} ms`] : [];
}

async function inEach(job) {
  const problems = [];
  for (const lang of languages) problems.push(...await job(lang));
  return problems;
}

check('cards: what is shown and counted is what the data say', await inEach((lang) => combinations(`${lang}/${PROVINCE}/`, CARDS)));
check('rows: what is shown and counted is what the data say', await inEach((lang) => combinations(`${lang}/${PROVINCE}/access/`, ROWS)));
check('open now: by the clock of Thailand, unknown hours apart', await inEach(openNow));
check('no heading without entries; clearing brings all back', await inEach(groups));
check('what is there in part says so', await inPart());
check('the address holds the choice, shared or gone back to', await inEach(address));
check('a keyboard is enough, and keeps its place', await inEach(keyboard));
check('without a script: all entries, plain links, no dead form', await inEach(plain));
check('320 px are enough, and all can be touched', [...await narrow(`th/${PROVINCE}/`), ...await narrow(`en/${PROVINCE}/access/`)]);
check('nothing moves when the filter appears', [...await still(`th/${PROVINCE}/food/`), ...await still(`th/${PROVINCE}/food/?has=wheelchair`, .1)]);
check('paper shows what was chosen, and by what', await paper());
check('hundreds of cards are chosen from at once', await speed());
check('no console error, no CSP violation, no foreign request', noise.flat());
await browser.close();
stop();
done();
