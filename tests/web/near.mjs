/* SPDX-License-Identifier: MIT */
// Near me and near a district in a real browser, its position made up: what is found is what the data say,
// nearest first; the position is asked for on a tap only and never leaves; refusal is told; no script.
//   SITE=site node near.mjs

import { launch, watch } from './lib/browser.mjs';
import { around, canEnter, centreOf, codes, features, GRANTED, HERE, isFood, isOpen, looksFurther, settled, TOWN, wheelchair } from './lib/near.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { files, languages, read } from './lib/site.mjs';
import { check, done } from './lib/tap.mjs';

const SHOWN = 20;

const browser = await launch();
const { origin, stop } = await serveAtHome();
const noise = [];
const asked = [];
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

async function open(path, options = {}, before = () => {}) {
  const context = await browser.newContext(options);
  await context.addInitScript(before);
  const page = await context.newPage();
  noise.push(watch(page, origin));
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.goto(origin + path, { waitUntil: 'load' });
  return page;
}

async function rightOrder(page, spot, fits = () => true) {
  const found = await codes(page);
  const all = around(spot, 50).filter(({ id }) => fits(id)).map(({ id }) => id);
  return same(found, all.slice(0, SHOWN)) ? [] : [`${found}, not ${all.slice(0, SHOWN)}`];
}

async function granted(lang) {
  const page = await open(`${lang}/near/`, GRANTED, () => {
    const { getCurrentPosition } = navigator.geolocation;
    window.times = 0;
    navigator.geolocation.getCurrentPosition = function count(...rest) {
      window.times += 1;
      getCurrentPosition.apply(this, rest);
    };
  });
  const problems = [];
  if (await page.evaluate(() => window.times)) problems.push('asked before a tap');
  await page.click('#here');
  await settled(page);
  const at = [HERE.longitude, HERE.latitude];
  problems.push(...await rightOrder(page, at));
  const first = around(at, 50)[0];
  const told = await page.textContent('.card-distance');
  const wanted = first.km < 1 ? Math.round(first.km * 100) * 10 : Math.round(first.km * 10) / 10;
  if (Number.parseFloat(told) !== wanted) problems.push(`${told}, not ${wanted}`);
  if (!await page.textContent('#near-status')) problems.push('nothing is announced');
  const kept = await page.evaluate(() => [sessionStorage.getItem('attalak.position'), localStorage.length, document.cookie]);
  if (!same(kept, ['15.8061,102.0317', 0, ''])) problems.push(`kept: ${kept}`);
  if (await page.evaluate(() => window.location.search + window.location.hash)) problems.push('the address holds something');
  await page.reload();
  await settled(page);
  if (await page.evaluate(() => window.times)) problems.push('asked again within the session');
  await page.click('#forget');
  if (await page.evaluate(() => sessionStorage.length)) problems.push('not forgotten');
  if (await page.locator('#results, #forget').filter({ visible: true }).count()) problems.push('still shown');
  await page.context().close();
  return problems;
}

/** Each way of failing is told, and leaves the districts to choose from. */
async function refused(lang) {
  const problems = [];
  for (const [code, name] of [[1, 'denied'], [2, 'unavailable'], [3, 'timeout']]) {
    const page = await open(`${lang}/near/`, {}, `navigator.geolocation.getCurrentPosition = (good, bad) => bad({ code: ${code} });`);
    await page.click('#here');
    const [said, wanted] = await page.$eval('#near-status', (p, key) => [p.textContent, p.dataset[key]], name);
    if (!wanted || said !== wanted) problems.push(`${name}: ${said}`);
    if (await page.evaluate(() => sessionStorage.length)) problems.push(`${name}: something is kept`);
    await page.context().close();
  }
  const page = await open(`${lang}/near/`, { permissions: [] });    // the browser's own refusal
  await page.click('#here');
  await page.waitForFunction(() => {
    const { textContent, dataset } = document.getElementById('near-status');
    return textContent === dataset.denied || textContent === dataset.unavailable;
  });
  await page.context().close();
  return problems;
}

/** By keys alone: province, district, filter, more; and the address brings it back. */
async function keyboard(lang) {
  const page = await open(`${lang}/near/`);
  const problems = [];
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
  const down = async (id, value) => {
    const steps = await page.$eval(id, (select, wanted) => [...select.options].findIndex((each) => each.value === wanted), value);
    await press('Tab', ...Array(steps).fill('ArrowDown'));
    if (await page.inputValue(id) !== value) problems.push(`${id} is ${await page.inputValue(id)}`);
  };
  await page.focus('#here');
  await down('#province', '36');
  await down('#district', TOWN);
  await settled(page);
  if (await page.evaluate(() => window.location.search) !== `?d=${TOWN}`) problems.push('the address does not hold the district');
  await page.waitForTimeout(200);    // the last of many choices wins
  const spot = await centreOf(page);
  problems.push(...await rightOrder(page, spot));
  await press('Tab', 'Enter', 'Tab', 'Space');    // the filter, food
  await page.waitForFunction(() => window.location.search.includes('field=food'));
  await page.evaluate(() => new Promise(requestAnimationFrame));
  problems.push(...await rightOrder(page, spot, isFood));
  const again = await open(`${lang}/near/${await page.evaluate(() => window.location.search)}`);
  await settled(again);
  problems.push(...await rightOrder(again, spot, isFood));
  for (const each of [page, again]) await each.context().close();
  return problems;
}

/** Those of whom nobody said anything are apart, and numbers are of the same circle. */
async function unknown(lang) {
  const page = await open(`${lang}/near/?d=${TOWN}&has=wheelchair`);
  await settled(page);
  const spot = await centreOf(page);
  const problems = await rightOrder(page, spot, canEnter);
  const silent = around(spot, 50).map(({ id }) => id).filter((id) => wheelchair(id) === 'unknown');
  const got = await codes(page, '#unknown-list');
  if (!same(got, silent.slice(0, SHOWN))) problems.push(`unknown: ${got}, not ${silent}`);
  const numbers = (await page.textContent('#total')).match(/\d+/g).map(Number).sort();
  const wanted = [around(spot, 50).filter(({ id }) => canEnter(id)).length, 50, silent.length].sort();
  if (!same(numbers, wanted)) problems.push(`told ${numbers}, not ${wanted}`);
  await page.click('#wider');
  await page.waitForFunction(() => document.getElementById('total').textContent.includes('100'));
  const far = around(spot, 100).map(({ id }) => id).filter(canEnter);
  const more = await codes(page);
  if (!same(more, far.slice(0, SHOWN))) problems.push(`within 100 km: ${more}, not ${far}`);
  await page.context().close();
  return problems;
}

/** Open now, by Thailand's clock; what closes while the page stands goes, and who reads the next one stays there. */
async function openNow(lang) {
  const at = (time) => new Date(`2026-11-23T${time}:00+07:00`);
  const context = await browser.newContext({ timezoneId: 'America/Los_Angeles' });
  await context.clock.install({ time: at('16:59') });
  const page = await context.newPage();
  noise.push(watch(page, origin));
  await page.goto(`${origin}${lang}/near/?d=${TOWN}&open=now`, { waitUntil: 'load' });
  await settled(page);
  const all = around(await centreOf(page), 50).map(({ id }) => id);
  const problems = [];
  const look = async (time) => {
    const [yes, silent] = [true, undefined].map((is) => all.filter((id) => isOpen(id, time) === is));
    const [found, unknown] = [await codes(page), await codes(page, '#unknown-list')];
    if (!same(found, yes)) problems.push(`${time}: ${found}, not ${yes}`);
    if (!same(unknown, silent.slice(0, unknown.length)) || unknown.length < Math.min(SHOWN, silent.length)) problems.push(`${time}: unknown ${unknown}`);
    return yes;
  };
  const before = await look('16:59');
  const reader = await page.locator('#unknown-list a').nth(2).evaluate((link) => { link.focus(); return link.href; });
  await page.clock.runFor(120000);
  const after = await look('17:01');
  if (after.length >= before.length) problems.push('the content has nothing that closes, to show this by');
  if (await page.evaluate(() => document.activeElement.href) !== reader) problems.push('the reader has lost the place');
  const links = await page.$$eval('.languages a', (links) => links.map((a) => a.search));
  if (links.some((search) => search !== `?d=${TOWN}&open=now`)) problems.push(`in the other language: ${links}`);
  await page.goto(`${origin}${lang}/near/?d=${TOWN}&has=people.help&open=now`);
  await settled(page);
  const silent = async () => (await codes(page, '#unknown-list')).join();
  const late = await silent();
  await page.clock.setSystemTime(at('16:59'));
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  if (await silent() === late) problems.push(`what is not known to help, and has opened, is not told: ${late}`);
  await context.close();
  return problems;
}

/** What was checked more than two years ago says so here, too. */
async function old(lang) {
  const { generated_from: { updated }, identities } = JSON.parse(read('data/identities.json'));
  const since = `${updated.slice(0, 4) - 2}${updated.slice(4)}`;
  const checked = new Map(identities.map(({ code, access }) => [code, access?.checked]));
  const page = await open(`${lang}/near/?d=3611`);
  await settled(page);
  while (await page.isVisible('#more')) await page.click('#more');
  const [word, has] = await page.$eval('#results', ({ dataset }) => [dataset.old, dataset.has.split('{')[0]]);
  const cards = await page.$$eval('#found .card', (all) => all.map((card) => [/(\d{6})/.exec(card.querySelector('a').href)[1],
    card.querySelector('.card-known').textContent]));
  await page.context().close();
  const told = cards.filter(([, known]) => known.includes(has));
  const [before, later] = [true, false].map((isOld) => told.filter(([code]) => checked.get(code) < since === isOld));
  return [
    ...(before.length && later.length ? [] : ['the content has nothing old and new, to show this by']),
    ...before.filter(([, known]) => !known.split('\n').every((line) => line.endsWith(`(${word})`))),
    ...later.filter(([, known]) => known.includes(word)),
  ].map(String);
}

async function further() {
  const page = await open(`th/near/?d=${TOWN}&has=wheelchair`);
  await settled(page);
  const problems = await looksFurther(page);
  await page.context().close();
  return problems;
}

/** A position that is found late does not take the place of what was chosen meanwhile; choosing nothing leaves nothing. */
async function late() {
  const page = await open('en/near/', {}, () => {
    navigator.geolocation.getCurrentPosition = (good) => { window.answer = () => good({ coords: { latitude: 47.4, longitude: 8.5 } }); };
  });
  await page.click('#here');
  await page.selectOption('#province', '36');
  await page.selectOption('#district', TOWN);
  await settled(page);
  await page.evaluate(() => window.answer());
  const problems = await rightOrder(page, await centreOf(page));
  if (await page.inputValue('#district') !== TOWN) problems.push('the district is no longer chosen');
  await page.click('#here');
  await page.selectOption('#province', '37');
  await page.evaluate(() => window.answer());
  if (await page.inputValue('#province') !== '37') problems.push('the province is no longer chosen');
  await page.selectOption('#province', '36');
  await page.selectOption('#district', TOWN);
  await settled(page);
  await page.click('#here');
  await page.click('.filter summary');
  await page.check('.filter [value="food"]');
  await page.evaluate(() => window.answer());
  if (await page.isHidden('#forget')) problems.push('choosing a field calls the position off');
  await settled(page);
  await page.uncheck('.filter [value="food"]');
  await page.selectOption('#province', '36');
  await page.selectOption('#district', TOWN);
  await settled(page);
  await page.click('#here');
  await page.click('#forget');
  await page.evaluate(() => window.answer());
  if (await page.evaluate(() => sessionStorage.length)) problems.push('a position is kept though it was to be forgotten');
  if (await page.textContent('#near-status') !== await page.getAttribute('#near-status', 'data-forgotten')) problems.push('that it is forgotten is not told');
  if (!/\d/.test(await page.textContent('#total'))) problems.push('what is found is no longer told');
  await page.selectOption('#district', '');
  if (await page.isVisible('#results')) problems.push('results of no district');
  if (await page.evaluate(() => window.location.search)) problems.push('the address keeps the district');
  await page.click('#here');
  await page.evaluate(() => window.answer());
  await settled(page);
  if (!await page.textContent('#total').then((text) => text.includes('There is no entry within'))) problems.push('where nothing is near, that is all that is said');
  await page.context().close();
  return problems;
}

async function offline() {
  const page = await open('th/near/');
  await page.route('**/data/near/**', (route) => route.fulfill({ status: 500 }));
  await page.selectOption('#province', '36');
  await page.selectOption('#district', TOWN);
  const problems = [];
  await page.waitForFunction(() => {      // not "loading", which a slow answer is told by
    const { textContent, dataset } = document.getElementById('near-status');
    return textContent === dataset.failed;
  }).catch(() => problems.push('a failure is not told'));
  await page.unroute('**/data/near/**');
  await page.selectOption('#district', '3602');
  await settled(page);
  if (!(await codes(page)).length) problems.push('it does not try again');
  noise.at(-1).length = 0;    // the failure was made on purpose
  await page.context().close();
  return problems;
}

async function plain(lang) {
  const page = await open(`${lang}/near/`, { javaScriptEnabled: false });
  const problems = [];
  if (await page.locator('.near, #results, .unknown').filter({ visible: true }).count()) problems.push('parts that cannot work');
  await page.click('[data-province="36"] summary');
  await page.click(`[data-d="${TOWN}"]`);
  await page.waitForURL(/chaiyaphum\/mueang-chaiyaphum\/$/);
  await page.context().close();
  return problems;
}

async function narrow(lang) {
  const page = await open(`${lang}/near/?d=${TOWN}&has=wheelchair`, { viewport: { width: 320, height: 640 } });
  await settled(page);
  await page.evaluate(() => { for (const part of document.querySelectorAll('details')) part.open = true; });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  const low = await page.$$eval('main button, main select, main summary, .filter label', (all) => all
    .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 44).map((each) => each.id || each.textContent.trim()));
  await page.context().close();
  return [...wide > 320 ? [`${wide} px wide`] : [], ...low.map((each) => `${each} is low`)];
}

/** Every entry that stands anywhere is in one cell of each language, and its page is there. */
function cells() {
  const problems = [];
  const located = features.map((feature) => feature.id).sort();
  for (const lang of languages) {
    const paths = [...files.keys()].filter((path) => path.startsWith(`data/near/${lang}-`));
    const all = paths.flatMap((path) => {
      const { places, entries } = JSON.parse(read(path));
      for (const [, , , place, code] of entries) {
        const page = `${lang}/${places[place][2]}/${code}/index.html`;
        if (!files.has(page)) problems.push(`${path}: ${page} is not there`);
      }
      return entries.map((entry) => entry[4]);
    }).sort();
    if (!same(all, located)) problems.push(`${lang}: ${all.length} entries in cells, ${located.length} located`);
    const index = /data-cells="([^"]*)"/.exec(read(`${lang}/near/index.html`))[1].split(' ').sort();
    const there = paths.map((path) => /-(\d+-\d+)\.json$/.exec(path)[1]).sort();
    if (!same(index, there)) problems.push(`${lang}: the page knows ${index}, there are ${there}`);
  }
  return problems;
}

/** Nothing that was asked of the server has the position in it. */
function silent() {
  return asked.filter((request) => /15\.80|102\.03/.test(request) || !request.startsWith(origin));
}

async function inEach(job) {
  const problems = [];
  for (const lang of languages) problems.push(...await job(lang));
  return problems;
}

check('each located entry is in one cell of each language', cells());
check('a tap finds what is near, nearest first; kept for the session, then forgotten', await inEach(granted));
check('a refusal is told, and what kind', await inEach(refused));
check('a keyboard is enough; the address holds the district and the choice', await inEach(keyboard));
check('unknown is told apart from no; one can look further', await inEach(unknown));
check('open now: by the clock of Thailand, as time goes by', await inEach(openNow));
check('what was checked long ago says so', await inEach(old));
check('looking further keeps the focus', await further());
check('who chooses a district while the position is found has chosen', await late());
check('without a connection that is told, and tried again', await offline());
check('without a script: each district by name', await inEach(plain));
check('320 px are enough, and all can be touched', await inEach(narrow));
check('the position leaves by no request', silent());
check('no console error, no CSP violation, no foreign request', noise.flat());
await browser.close();
stop();
done();
