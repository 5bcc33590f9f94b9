/* SPDX-License-Identifier: MIT */
// Pages as they are after somebody used them: chosen, found, kept, refused, opened. Each state in each
// language: axe-core, reflow, zoom, text spacing, forced colours, motion, keyboard, violations of CSP.
//   SITE=site node states.mjs [name …]
// On a day each state in one language; in all with WHOLE=1 or by name.

import { TAGS, axe, layout, walk } from './lib/access.mjs';
import { answered, countQuestions } from './lib/answered.mjs';
import { each, launch, watch } from './lib/browser.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { seed } from './lib/turn.mjs';
import { isDueIn, languages, read } from './lib/site.mjs';
import { check, done, note } from './lib/tap.mjs';

const TOWN = { latitude: 15.80613, longitude: 102.03174 };    // Chaiyaphum
const HERE = { geolocation: TOWN, permissions: ['geolocation'] };
const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const PLACES = JSON.parse(read('data/trip/36.json')).stops.slice(0, 3);
const ENTRY = PLACES[0].path;
const HOURS = JSON.parse(read('data/trip/36.json')).stops.find(({ hours }) => hours).path;
const SIZES = [[360, 'light', 'dark'], [1280, 'dark', 'light']];    // in the first language, in the next

// ---- how a page comes into its state

const open = (page) => page.evaluate(() => { for (const part of document.querySelectorAll('main details')) part.open = true; });
const filled = (page, where) => page.locator(where).filter({ hasText: /\S/ }).first().waitFor();

async function tick(page, ...boxes) {
  await open(page);
  for (const box of boxes) await page.locator(box).check();
}

async function search(page, ...boxes) {
  await page.locator('#results .card').first().waitFor();
  await open(page);
  for (const facet of boxes) await page.locator(`[data-facet="${facet}"] label:visible input`).first().check();
  await answered(page);
}

async function near(page) {
  await page.click('#here');
  await page.locator('#found .card').first().waitFor();
  await tick(page, '#results [value="wheelchair"]');
  await page.locator('#unknown-list .card').first().waitFor();
}

const refuse = () => {
  navigator.geolocation.getCurrentPosition = (good, bad) => bad({ code: 1 });
};

async function keep(page, lang, origin) {
  for (const { path } of PLACES) {
    await page.goto(`${origin}${lang}/${path}`);
    await page.click('.keep button');
  }
}

async function trip(page, lang, origin) {
  await keep(page, lang, origin);
  await page.goto(`${origin}${lang}/trip/`);
  await filled(page, '.stop-where');
}

/** The page as it is at noon, and at midnight. */
async function at(page, hour) {
  await page.clock.setFixedTime(new Date(`2026-11-23T${hour}:00+07:00`));
  await page.reload({ waitUntil: 'load' });
  await page.locator('.now').waitFor();
}

const closeClipboard = () => {
  Object.defineProperty(navigator, 'clipboard', { value: undefined });
  document.execCommand = () => false;
  navigator.share = async () => { throw new DOMException('', 'NotAllowedError'); };
};

async function copy(page) {
  for (const button of await page.locator('.copies .copy').all()) await button.click();
  await filled(page, '.copies [role="status"]');
}

async function keepProvince(page, lang, origin) {
  await page.goto(`${origin}${lang}/chaiyaphum/`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.click('.offline [data-act="keep"]');
  await page.waitForSelector('.offline [data-act="renew"]:visible', { timeout: 60000 });
}

// name: [path, what is done there, options of the browser, script before the page's]
const STATES = {
  'filter': ['chaiyaphum/', (page) => tick(page, '.filter [value="food"]', '.filter [value="wheelchair"]')],
  'filter by hours': ['chaiyaphum/', (page) => tick(page, '.filter [value="now"]')],
  'filter of rows': ['chaiyaphum/access/', (page) => tick(page, '.filter [value="wheelchair"]')],
  'provinces': ['food/', async (page) => { await tick(page, '.filter [value="wheelchair"]'); await filled(page, '.unsaid'); }],
  'provinces, rows': ['access/', async (page) => { await tick(page, '.filter [value="wheelchair"]'); await filled(page, '.unsaid'); }],
  'kept in a list': ['chaiyaphum/food/', (page) => page.locator('.card-keep').first().click()],
  'search': ['search/?q=ชัยภูมิ', (page) => search(page, 'field', 'facility'), {}, countQuestions],
  'search, nothing': ['search/?q=zzqqzz', answered, {}, countQuestions],
  'near': ['near/', near, HERE],
  'near, refused': ['near/', async (page) => { await open(page); await page.click('#here'); }, {}, refuse],
  'trip': ['', trip],
  'trip, undone': ['', async (page, ...rest) => { await trip(page, ...rest); await page.click('[data-act="remove"] >> nth=1'); }],
  'trip, shared': [`trip/?t=${PLACES.map(({ code }) => code)},369999`, (page) => filled(page, '.stop-where')],
  'kept, copied': [ENTRY, async (page) => { await page.click('.keep button'); await copy(page); }, CLIPBOARD],
  'copying refused': [ENTRY, async (page) => { await page.click('[data-share]'); await copy(page); }, {}, closeClipboard],
  'open now': [HOURS, (page) => at(page, '12:00')],
  'closed now': [HOURS, (page) => at(page, '00:00')],
  'home, opened': ['', open],
  'check': ['check/chaiyaphum/', async (page) => { await page.fill('#find', '3604'); await open(page); }],
  'province kept': ['', keepProvince],
  'offline': ['', async (page, lang, origin) => {
    await keepProvince(page, lang, origin);
    await page.goto(`${origin}${lang}/offline/?page=${lang}%2Fhistoric%2F`);
    await filled(page, '[data-kept="provinces"] a');
  }],
};

// ---- what it is looked at for

const found = { state: [], axe: [], reflow: [], zoom: [], spacing: [], forced: [], motion: [], paper: [], keyboard: [], console: [] };
const browser = await launch();
const { origin, stop } = await serveAtHome();
let runs = 0;

async function look(page, where, second) {
  const say = (list, problems) => list.push(...problems.map((what) => `${where}: ${what}`));
  for (const [width, ...schemes] of SIZES) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: schemes[second] });
    say(found.axe, await axe(page));
    runs += 1;
  }
  for (const [what, problems] of Object.entries(await layout(page))) say(found[what], problems);
  await page.evaluate(() => { window.scrollTo(0, 0); document.querySelector('#main').focus(); });
  say(found.keyboard, await walk(page, 60));
}

async function oneState([name, lang]) {
  const [path, act, options, before] = STATES[name];
  const context = await browser.newContext({ viewport: { width: 360, height: 800 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  if (before) await page.addInitScript(before);
  const noise = watch(page, origin);
  const where = `${name}, ${lang}`;
  await page.goto(`${origin}${lang}/${path}`, { waitUntil: 'load' });
  try {
    await act(page, lang, origin);
    await look(page, where, languages.indexOf(lang) % 2);
  } catch (error) {
    found.state.push(`${where}: ${error.message.split('\n')[0]}`);
  }
  found.console.push(...noise.map((what) => `${where}: ${what}`));
  await context.close();
}

const named = process.argv.slice(2);
const wanted = named.length ? named : Object.keys(STATES);
const due = wanted.flatMap((name, i) => languages.filter((lang) => named.length || isDueIn(i, lang))
  .map((lang) => [name, lang]));
await each(due, 2, oneState);
await browser.close();
stop();
note(`${due.length} states, ${languages.length} languages, ${runs} runs of axe, SEED=${seed}`);
check('each state is reached', found.state);
check(`axe-core: no violation of ${TAGS.join(', ')}`, found.axe);
check('no horizontal scroll at 320, 360 and 390 px', found.reflow);
check('no horizontal scroll at 200 %', found.zoom);
check('wider text spacing cuts nothing off', found.spacing);
check('forced colours are the reader’s', found.forced);
check('nothing moves for who asked for less motion', found.motion);
check('nothing is printed that is of use on a screen alone', found.paper);
check('the keyboard goes in order, always visible', found.keyboard);
check('no console error, no CSP violation, no foreign request', found.console);
done();
