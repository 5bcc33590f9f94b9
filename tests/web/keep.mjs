/* SPDX-License-Identifier: MIT */
// Keeping a place from a list in a real browser: the toggle on cards, those of the page and those that a
// script makes; by keyboard, where nothing can be stored or fetched, without a script, on paper.
//   SITE=site node keep.mjs

import { launch, watch } from './lib/browser.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { languages, read } from './lib/site.mjs';
import { check, done } from './lib/tap.mjs';
import { tabTo } from './lib/visitor.mjs';

const PAGES = ['', 'chaiyaphum/', 'chaiyaphum/food/', 'food/'];
const shard = JSON.parse(read('data/trip/36.json'));
const [A, B] = ['360408', '360413'].map((code) => shard.stops.find((stop) => stop.code === code));
const browser = await launch();
const { origin, stop } = await serveAtHome();
const noise = [];

async function open(path, options = {}, before = () => {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  noise.push(watch(page, origin));
  await before(page);
  await page.goto(origin + path, { waitUntil: 'load' });
  return page;
}

const cardOf = ({ code }) => `.card:has(a[href*="${code}/"])`;
const toggleOf = (place) => `${cardOf(place)} .card-keep`;
const isPressed = (page, place) => page.getAttribute(toggleOf(place), 'aria-pressed');
const kept = (page) => page.evaluate(() => window.attalak.kept.all());
const said = (page) => page.textContent('#keep-said');

/** Kept and taken out by keyboard: pressed, told, counted, and the way to the trip. */
async function keeps(lang) {
  const page = await open(`${lang}/chaiyaphum/`);
  const problems = [];
  await tabTo(page, toggleOf(A));
  await page.keyboard.press('Space');
  if (await isPressed(page, A) !== 'true' || await isPressed(page, B) !== 'false') problems.push('pressed is not what was kept');
  if (!/1/.test(await said(page))) problems.push(`told as “${await said(page)}”`);
  if (!/\(1\)/.test(await page.textContent('a[data-count]'))) problems.push('no count in the header');
  if (!await page.isVisible(`${cardOf(A)} .card-trip`) || await page.isVisible(`${cardOf(B)} .card-trip`)) problems.push('the way to the trip');
  const named = await page.locator(toggleOf(A)).ariaSnapshot();
  if (!named.includes(A.name[lang])) problems.push(`a button called ${named}`);
  const { lat, lon, months, updated, name, path, code } = A;
  await page.waitForFunction(() => window.attalak.kept.all()[0].updated);
  const [place] = await kept(page);
  const wanted = { code, path, name, lat, lon, months: months ?? [], updated };
  if (JSON.stringify(place) !== JSON.stringify(wanted)) problems.push(`kept as ${JSON.stringify(place)}, not ${JSON.stringify(wanted)}`);
  await page.reload();
  if (await isPressed(page, A) !== 'true') problems.push('forgotten after a reload');
  await page.click(toggleOf(A));
  if ((await kept(page)).length || await isPressed(page, A) !== 'false' || !/0/.test(await said(page))) problems.push('not taken out');
  await page.context().close();
  return problems;
}

/** The rest of a card still leads to its entry; a card that a filter took out knows what happened meanwhile. */
async function beside(lang) {
  const page = await open(`${lang}/chaiyaphum/?field=historic`);
  const problems = [];
  await page.click('.filter summary');
  const twin = await page.context().newPage();
  await twin.goto(`${origin}${lang}/chaiyaphum/food/`);
  await twin.click(toggleOf(A));
  await page.waitForFunction(() => /\(1\)/.test(document.querySelector('a[data-count]').textContent));
  await page.click('.filter .clear');
  if (await isPressed(page, A) !== 'true') problems.push('a card that came back does not know');
  const marks = page.locator(`${cardOf(B)} .card-marks .field`);
  await marks.scrollIntoViewIfNeeded();
  const { x, y } = await marks.boundingBox();
  await page.mouse.click(x + 5, y + 5);
  await page.waitForURL(RegExp(`${B.path}$`), { timeout: 5000 }).catch(() => problems.push('a card’s edge leads nowhere'));
  await page.context().close();
  return problems;
}

/** Every card of every list has one, in reach of a thumb; results of a search and what is near too. */
async function everywhere(lang) {
  const page = await open(`${lang}/`, { viewport: { width: 320, height: 640 } });
  const problems = [];
  const look = async (path) => {
    const [cards, sizes, wide] = await page.evaluate(() => [document.querySelectorAll('main .card').length,
      [...document.querySelectorAll('.card-keep')].map((button) => button.getBoundingClientRect()).map(({ width, height }) => [width, height]),
      document.documentElement.scrollWidth]);
    if (!cards || sizes.length !== cards) problems.push(`${path}: ${sizes.length} toggles on ${cards} cards`);
    if (sizes.some(([width, height]) => width < 44 || height < 44)) problems.push(`${path}: smaller than 44 px`);
    if (wide > 320) problems.push(`${path} is ${wide} px wide`);
    const covered = await page.$$eval('.card-keep', (buttons) => buttons.filter((button) => {
      const box = button.getBoundingClientRect();
      return [...button.parentElement.children].some((mark) => mark !== button && mark.getBoundingClientRect().right > box.left
        && mark.getBoundingClientRect().bottom > box.top);
    }).length);
    if (covered) problems.push(`${path}: ${covered} toggles cover a mark`);
  };
  for (const path of PAGES) {
    await page.goto(`${origin}${lang}/${path}`);
    await look(path);
  }
  await page.goto(`${origin}${lang}/search/?q=${encodeURIComponent(B.name[lang])}`);
  await page.locator(toggleOf(B)).click();
  await look('search');
  await page.goto(`${origin}${lang}/near/?d=3601`);
  await page.locator('#found .card-keep').first().click();
  await look('near');
  if ((await kept(page)).length !== 2) problems.push(`kept: ${JSON.stringify(await kept(page))}`);
  await page.context().close();
  return problems;
}

/** In the page, before its scripts: what it would do at rest waits for window.rest(). */
function holdRest() {
  const waiting = [];
  window.requestIdleCallback = (call) => waiting.push(call);
  window.rest = () => waiting.shift()?.();
}

/** A list of three hundred: those at its end get theirs later, and know what was kept until then. */
async function hundreds(lang, before) {
  const page = await open(`${lang}/chaiyaphum/food/`, {}, async (each) => {
    await each.addInitScript(before);
    await each.route(`**/${lang}/chaiyaphum/food/`, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace(/<li class="card"[^]*?<\/li>/, (card) => card.repeat(300));
      await route.fulfill({ response: answer, body });
    });
  });
  const count = (selector) => page.locator(selector).count();
  const [cards, early] = [await count('.card'), await count('.card-keep')];
  await page.locator('.card-keep').first().click();
  await page.waitForFunction(() => {
    window.rest?.();
    return !document.querySelector('.card:not(:has(.card-keep))');
  }, null, { timeout: 5000 }).catch(() => {});
  const [whole, pressed] = [await count('.card:has(.card-keep:only-of-type)'), await count('.card-keep[aria-pressed="true"]')];
  await page.context().close();
  return [
    ...(cards > 300 && cards === whole && pressed === 300 ? [] : [`${cards} cards, ${whole} with one toggle, ${pressed} pressed`]),
    ...(before === holdRest && early > 100 ? [`${early} before the page rests`] : []),
  ];
}

/** Nothing can be stored: seen and told. Nothing can be fetched: kept all the same. */
async function refused(lang) {
  const problems = [];
  const page = await open(`${lang}/chaiyaphum/food/`, {}, (each) => each.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };
  }));
  await page.click(toggleOf(A));
  if (await isPressed(page, A) !== 'false') problems.push('claims to be kept');
  if (!await page.isVisible('.card-problem') || await page.textContent('.card-problem') !== await said(page)) problems.push('nothing is seen');
  await page.context().close();
  const other = await open(`${lang}/chaiyaphum/food/`, {}, (each) => each.route('**/data/trip/**', (route) => route.fulfill({ body: '<' })));
  await other.click(toggleOf(A));
  const [place] = await kept(other);
  if (place?.code !== A.code || place.path !== A.path || place.name[lang] !== A.name[lang]) problems.push(`kept as ${JSON.stringify(place)}`);
  await other.context().close();
  return problems;
}

async function plain(lang) {
  const page = await open(`${lang}/chaiyaphum/food/`, { javaScriptEnabled: false });
  const problems = await page.locator('.card button').count() ? ['a toggle that cannot work'] : [];
  await page.context().close();
  const printed = await open(`${lang}/chaiyaphum/food/`);
  await printed.click(toggleOf(A));
  await printed.emulateMedia({ media: 'print' });
  if (await printed.locator(':is(.card-keep, .card-trip):visible').count()) problems.push('toggles are printed');
  await printed.context().close();
  return problems;
}

/** The toggle has its place before the script comes: no card is of another height then. */
async function still(path) {
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
  const heights = () => page.locator('.card').evaluateAll((cards) => cards.slice(0, 6).map((card) => card.offsetHeight));
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route('**/keep-cards*.js', async (route) => { await held; await route.continue(); });
  await page.goto(origin + path, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.readyState === 'interactive' && document.styleSheets.length);
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  const before = await heights();
  release();
  await page.locator('.card-keep').first().waitFor();
  const after = await heights();
  await page.close();
  return String(before) === String(after) ? [] : [`${path}: cards of ${before} px become ${after}`];
}

async function inEach(job) {
  const problems = [];
  for (const lang of languages) problems.push(...await job(lang));
  return problems;
}

check('a card is kept and taken out by keyboard: told, counted, whole', await inEach(keeps));
check('the rest of a card leads to its entry; one out of sight keeps up', await inEach(beside));
check('every card has a toggle of 44 px, results and what is near too', await inEach(everywhere));
check('so has each of three hundred cards, when the page rests', await inEach((lang) => hundreds(lang, holdRest)));
check('also where a browser does not tell of that', await inEach((lang) => hundreds(lang, () => delete window.requestIdleCallback)));
check('nothing can be stored: seen; nothing can be fetched: kept', await inEach(refused));
check('no dead toggle without a script, none on paper', await inEach(plain));
check('nothing moves when the toggles appear', await still('th/chaiyaphum/food/'));
check('no console error, no CSP violation, no foreign request', noise.flat());
await browser.close();
stop();
done();
