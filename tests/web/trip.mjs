/* SPDX-License-Identifier: MIT */
// The trip in a real browser: keep, put in order, share, print, save; by keyboard, without a script,
// where nothing can be stored.
//   SITE=site node trip.mjs

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { launch, watch } from './lib/browser.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { languages, read } from './lib/site.mjs';
import { check, done } from './lib/tap.mjs';
import { tabTo } from './lib/visitor.mjs';

const browser = await launch();
const { origin, stop } = await serveAtHome();
const shard = JSON.parse(read('data/trip/36.json'));
const [A, B, C] = ['360413', '360201', '360408'].map((code) => shard.stops.find((stop) => stop.code === code));
const noise = [];

async function open(path, options = {}, before = () => {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  noise.push(watch(page, origin));
  await before(context, page);
  await page.goto(origin + path, { waitUntil: 'load' });
  return page;
}

const trip = (lang, codes) => `${lang}/trip/${codes ? `?t=${codes.join(',')}` : ''}`;
const codes = (page) => page.$$eval('.stop:not(.undo)', (all) => all.map((item) => item.dataset.code));
const status = (page) => page.textContent('.trip > .said');
const focused = (page) => page.evaluate(() => [document.activeElement.closest('.stop')?.dataset.code ?? '',
  document.activeElement.dataset.act ?? document.activeElement.tagName].join(' '));
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

async function keepAll(page, lang, places) {
  for (const { path } of places) {
    await page.goto(`${origin}${lang}/${path}`);
    await tabTo(page, '.keep button');
    await page.keyboard.press('Space');
  }
}

async function keeps(lang) {
  const page = await open(`${lang}/`);
  const problems = [];
  await keepAll(page, lang, [A, B]);
  if (await page.getAttribute('.keep button', 'aria-pressed') !== 'true') problems.push('not pressed');
  if (!/2/.test(await page.textContent('.keep .said'))) problems.push('the count is not said');
  if (!/\(2\)/.test(await page.textContent('a[data-count]'))) problems.push('no count in the header');
  const twin = await page.context().newPage();
  await twin.goto(`${origin}${lang}/${B.path}`);
  await twin.click('.keep button');
  await page.waitForFunction(() => /\(1\)/.test(document.querySelector('a[data-count]').textContent));
  if (await page.getAttribute('.keep button', 'aria-pressed') !== 'false') problems.push('another tab is not heard');
  const kept = await page.evaluate(() => JSON.stringify(window.localStorage));
  if (!kept.includes(A.code) || /summary|story|phone/.test(kept)) problems.push(kept);
  await page.context().close();
  return problems;
}

async function orders(lang) {
  const page = await open(`${lang}/`);
  const problems = [];
  const hold = async (what, wanted) => {
    const got = await codes(page);
    if (!same(got, wanted.map(({ code }) => code))) problems.push(`${lang} ${what}: ${got}`);
  };
  await keepAll(page, lang, [A, B, C]);
  await page.goto(origin + trip(lang));
  await hold('as kept', [A, B, C]);
  await tabTo(page, `[data-code="${B.code}"] [data-act="up"]`);
  await page.keyboard.press('Enter');
  await hold('one up', [B, A, C]);
  if (await focused(page) !== `${B.code} down`) problems.push(`focus after up: ${await focused(page)}`);
  if (!/1.*3/.test(await status(page))) problems.push(`said: ${await status(page)}`);
  await tabTo(page, `[data-code="${A.code}"] [data-act="remove"]`);
  await page.keyboard.press('Enter');
  await hold('taken out', [B, C]);
  if (await focused(page) !== ' undo') problems.push(`focus after removing: ${await focused(page)}`);
  await page.keyboard.press('Enter');
  await hold('undone', [B, A, C]);
  if (!(await focused(page)).startsWith(A.code)) problems.push(`focus after undo: ${await focused(page)}`);
  await page.click('[data-act="nearest"]');
  await hold('nearest next', [B, A, C]);
  await page.click('[data-act="clear"]');
  await hold('emptied', []);
  await page.click('[data-act="undo"]');
  await hold('emptied and undone', [B, A, C]);
  await page.reload();
  await hold('after a reload', [B, A, C]);
  await page.context().close();
  return problems;
}

/** Greedy by an own measure of distance, and the sum that is shown. */
async function measures(lang) {
  const rest = shard.stops.filter((each) => each.lat !== undefined).slice(0, 8);
  const page = await open(trip(lang, rest.map(({ code }) => code)));
  await page.waitForSelector('.stop-where');
  await page.click('[data-act="adopt"]');
  await page.click('[data-act="nearest"]');
  const km = (a, b) => {
    const [f, g] = [a, b].map(({ lat, lon }) => [lat, lon].map((degrees) => degrees * Math.PI / 180));
    const cos = Math.sin(f[0]) * Math.sin(g[0]) + Math.cos(f[0]) * Math.cos(g[0]) * Math.cos(f[1] - g[1]);
    return 6371 * Math.acos(Math.min(1, cos));
  };
  const sorted = rest.splice(0, 1);
  let sum = 0;
  while (rest.length) {
    const [next] = [...rest].sort((a, b) => km(sorted.at(-1), a) - km(sorted.at(-1), b));
    sum += km(sorted.at(-1), next);
    sorted.push(...rest.splice(rest.indexOf(next), 1));
  }
  const got = await codes(page);
  const said = await page.textContent('.trip-total');
  await page.context().close();
  const right = said.includes(Math.round(sum).toLocaleString('en'));
  return [...(same(got, sorted.map(({ code }) => code)) ? [] : [`${lang}: ${got}`]),
    ...(right ? [] : [`${said}, not ${sum}`])];
}

/** One place, places of which no two have a position, and places with a way between them. */
async function counts(lang) {
  const wanted = { th: [/^1 แห่ง$/, /^3 แห่ง$/, /^2 แห่ง .* \d/], en: [/^1 place$/, /^3 places$/, /^2 places\. \d/] }[lang];
  const problems = [];
  for (const [i, list] of [[A.code], [A.code, '369998', '369999'], [A.code, B.code]].entries()) {
    const page = await open(trip(lang, list));
    await page.locator('.stop-where > *').first().waitFor();
    const said = await page.textContent('.trip-total');
    if (!wanted[i].test(said)) problems.push(`${lang}, ${list}: ${said}`);
    await page.context().close();
  }
  return problems;
}

async function shares(lang) {
  const page = await open(`${lang}/`);
  const problems = [];
  await keepAll(page, lang, [A]);
  await page.goto(origin + trip(lang, [C.code, B.code, B.code, '999999', '<b>']));
  await page.waitForSelector('.stop-where');
  const got = await codes(page);
  if (!same(got, [C.code, B.code, '999999'])) problems.push(`shared: ${got}`);
  if (!await page.isVisible('.trip-shared')) problems.push('nothing says whose list it is');
  if (await page.isVisible('.stop-acts')) problems.push('a shared list can be changed');
  const { length } = await page.evaluate(() => window.attalak.kept.all());
  if (length !== 1) problems.push('the own list was touched');
  await page.click('.languages a');
  await page.waitForSelector('.stop-where');
  if (!same(await codes(page), got)) problems.push(`in the other language: ${await codes(page)}`);
  await page.getByRole('button', { name: { th: 'Show my own trip', en: 'ดูทริปของฉัน' }[lang], exact: true }).click();
  if (!same(await codes(page), [A.code])) problems.push(`the own trip: ${await codes(page)}`);
  if (new URL(await page.locator('.languages a').evaluate((link) => link.href)).search) problems.push('the own trip leads to the shared one');
  await page.goto(origin + trip(lang, [C.code, B.code, B.code, '999999', '<b>']));
  await page.waitForSelector('.stop-where');
  await page.click('[data-act="adopt"]');
  const own = await codes(page);
  if (!same(own, [A.code, C.code, B.code])) problems.push(`adopted: ${own}`);
  if (new URL(page.url()).search) problems.push('the address still is the shared one');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.click('[data-act="copy"]');
  const said = await page.$eval('#trip-words', ({ content }) => content.querySelector('[data-word="copied"]').textContent);
  await page.locator('.trip > .said').filter({ hasText: said }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  if (copied !== origin + trip(lang, [A, C, B].map(({ code }) => code))) problems.push(copied);
  await page.context().close();
  return problems;
}

/** Before a page is opened: what the device keeps already. */
const keeping = (text) => (context) => context.addInitScript((kept) => {
  window.localStorage.setItem('attalak trip /identity/', kept);
}, text);

/** Codes that mail or people have parted otherwise are all read; of more than a trip holds, that is said. */
async function odd(lang) {
  const problems = [];
  for (const between of [', ', ';', '%0A', ' ']) {
    const page = await open(`${lang}/trip/?t=${[A, B, C].map(({ code }) => code).join(between)},3602011,36020`);
    if (!same(await codes(page), [A.code, B.code, C.code])) problems.push(`${lang}, “${between}”: ${await codes(page)}`);
    if (/\d/.test(await page.textContent('.trip-shared'))) problems.push('a number is said of a list that is whole');
    await page.context().close();
  }
  const many = Array.from({ length: 500 }, (_, i) => String(360001 + i));
  const page = await open(trip(lang, many));
  if (!same(await codes(page), many.slice(0, 200))) problems.push(`${(await codes(page)).length} of ${many.length}`);
  if (!/500.*200/.test(await page.innerText('.trip-shared p:first-child'))) problems.push('nothing says that some are left out');
  await page.context().close();
  return problems;
}

/** What has no English name says on the English page that its name is Thai, to those who hear it, too. */
async function thaiNames() {
  const inThai = shard.stops.map((stop) => ({ ...stop, name: { th: stop.name.th } }));
  const page = await open(trip('en'), {}, async (context, each) => {
    await keeping(JSON.stringify(inThai.slice(0, 2)))(context);
    await each.route(/data\/trip\/36\.json/, (route) => route.fulfill({ json: { ...shard, stops: inThai } }));
  });
  await page.locator('.stop-where > *').first().waitFor();
  const unsaid = await page.$$eval('.stop *', (all) => all
    .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && /[\u0e00-\u0e7f]/.test(n.data)) && !e.closest('[lang="th"]'))
    .map((e) => e.parentElement.textContent.trim()));
  const named = await page.locator('.stop-name a[lang="th"]').count();
  await page.context().close();
  return [...unsaid, ...(named === 2 ? [] : [`${named} Thai names`])];
}

/** What was kept and is no more stands by its name, in its language; its code is told as one. */
async function gone(lang) {
  const name = 'ผ้าที่หายไป';
  const page = await open(trip(lang), {}, keeping(JSON.stringify([
    { code: '369998', path: 'chaiyaphum/369998/', name: { th: name } }, { code: '369997', path: 'chaiyaphum/369997/', name: {} }])));
  const texts = () => page.$$eval('.stop-text', (all) => all.map((text) => text.innerText.trim().replace(/\s+/g, ' ')));
  const says = await page.$eval('#trip-words', ({ content }) => content.querySelector('[data-word="unknown"]').textContent);
  await page.waitForFunction(() => [...document.querySelectorAll('.stop-text')].every((text) => !text.querySelector('a[href*="/36999"]')));
  const [wanted, got] = [[`${name} ${says.replace('{code}', '369998')}`, says.replace('{code}', '369997')], await texts()];
  const langs = await page.$$eval('.stop-name > *', (all) => all.map((each) => each.lang));
  await page.context().close();
  return [...(same(got, wanted) ? [] : [`${lang}: ${got}`]), ...(same(langs, [lang === 'th' ? '' : 'th', '']) ? [] : [`${lang}: in ${langs}`])];
}

// ---- files

async function download(page, act) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`[data-act="${act}"]`)]);
  return { name: file.suggestedFilename(), path: await file.path() };
}

async function gpx(lang) {
  const page = await open(trip(lang, [A.code, B.code]));
  await page.waitForSelector('.stop-where');
  const { path } = await download(page, 'gpx');
  const text = readFileSync(path, 'utf8');
  const xpath = (query) => execFileSync('xmllint', ['--xpath', query, path], { encoding: 'utf8' }).trim();
  const wpt = '/*[local-name()="gpx" and namespace-uri()="http://www.topografix.com/GPX/1/1" and @version="1.1" and @creator]/*[local-name()="wpt"]';
  const problems = [];
  if (xpath(`count(${wpt})`) !== '2') problems.push(text);
  if (xpath(`string(${wpt}[1]/@lat)`) !== String(A.lat)) problems.push(`lat ${xpath(`string(${wpt}[1]/@lat)`)}`);
  if (xpath(`string(${wpt}[1]/*[local-name()="name"])`) !== A.name[lang]) problems.push('another name');
  const order = xpath(`${wpt}[1]/*`).match(/^ *<(name|desc|link)/gm)?.map((tag) => tag.trim().slice(1));
  if (!same(order, ['name', 'desc', 'link'])) problems.push(`order ${order}`);
  await page.context().close();
  return problems;
}

/** RFC 5545: unfolds, splits, and holds every line to 75 octets. */
function parseCalendar(text) {
  const problems = [];
  if (!text.endsWith('\r\n') || /[^\r]\n/.test(text)) problems.push('lines do not end in CRLF');
  for (const line of text.split('\r\n')) {
    if (Buffer.byteLength(line) > 75) problems.push(`${Buffer.byteLength(line)} octets: ${line}`);
  }
  const lines = text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
  const events = [];
  for (const line of lines) {
    const [, key, value] = /^([A-Z-]+(?:;[A-Z]+=[^:]+)?):(.*)$/.exec(line) ?? [];
    if (!key) problems.push(`no property: ${line}`);
    if (line === 'BEGIN:VEVENT') events.push({});
    else if (events.length && key) events.at(-1)[key] ??= value;
  }
  return { problems, events, lines };
}

async function calendar(lang) {
  const page = await open(trip(lang, shard.stops.map(({ code }) => code)));
  await page.waitForSelector('.stop-where');
  const first = readFileSync((await download(page, 'calendar')).path, 'utf8');
  const { problems, events, lines } = parseCalendar(first);
  const again = parseCalendar(readFileSync((await download(page, 'calendar')).path, 'utf8'));
  await page.context().close();
  if (!same(lines.slice(0, 2), ['BEGIN:VCALENDAR', 'VERSION:2.0']) || lines.at(-1) !== 'END:VCALENDAR') problems.push('frame');
  if (!events.length) problems.push('no event');
  const seen = events.map(({ UID }) => UID);
  if (new Set(seen).size !== seen.length) problems.push('a UID twice');
  if (!same(seen, again.events.map(({ UID }) => UID))) problems.push('UIDs change');
  const today = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  for (const event of events) {
    const { months } = shard.stops.find(({ code }) => event.UID.startsWith(code));
    const [start, end] = [event['DTSTART;VALUE=DATE'], event['DTEND;VALUE=DATE']];
    if (!/^\d{6}01$/.test(start) || !/^\d{6}01$/.test(end) || end <= today) problems.push(`${start}–${end}`);
    if (!months.includes(Number(start.slice(4, 6)))) problems.push(`${event.UID} begins out of season`);
    if (months.includes(Number(end.slice(4, 6)))) problems.push(`${event.UID} ends too early`);
    if (/(?<!\\)[,;]/.test(event.SUMMARY + event.DESCRIPTION)) problems.push(`not escaped: ${event.DESCRIPTION}`);
    if (!/^\d{8}T\d{6}Z$/.test(event.DTSTAMP)) problems.push(event.DTSTAMP);
  }
  return problems;
}

/** What no entry of the sample has: the new year, a year round, long lines, what would end a property. */
async function seasons() {
  const page = await open(trip('th'));
  const [runs, text, gpxText] = await page.evaluate(() => {
    const { runs: of, calendar: make, gpx: map } = window.attalak.files;
    const about = { title: 't', lang: 'th', host: 'h', now: new Date(2027, 0, 15), season: (name) => name };
    const one = { code: '360203', name: `,;\\ข\n${'ก'.repeat(60)}`, note: 'x\u0007\r\nBEGIN:VEVENT', url: 'https://h/', place: '', months: [1, 11, 12, 5] };
    return [[[1, 11, 12, 5], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], []].map(of), make([one], about),
      map([{ ...one, lat: 1, lon: 2, name: '<&"\u0007' }], about)];
  });
  await page.context().close();
  const { problems, events } = parseCalendar(text);
  if (!same(runs, [[[5, 5], [11, 1]], [], []])) problems.push(JSON.stringify(runs));
  const days = events.map((event) => [event['DTSTART;VALUE=DATE'], event['DTEND;VALUE=DATE']].join());
  if (!same(days, ['20270501,20270601', '20261101,20270201'])) problems.push(JSON.stringify(days));
  if (!events[0].SUMMARY.startsWith('\\,\\;\\\\ข\\nก')) problems.push(events[0].SUMMARY);
  if (!gpxText.includes('<name>&lt;&amp;&quot;</name>')) problems.push(gpxText);
  return problems;
}

async function prints(lang) {
  const page = await open(trip(lang, [A.code, B.code]));
  await page.waitForSelector('.stop-where');
  await page.emulateMedia({ media: 'print' });
  const seen = await page.innerText('main');
  const problems = [A.name[lang], A.address[lang], `${lang}/${A.path}`].filter((text) => !seen.includes(text));
  if (await page.locator('main button:visible').count()) problems.push('buttons are printed');
  if ((await page.pdf({ format: 'A4' })).length < 1000) problems.push('no PDF');
  await page.context().close();
  return problems;
}

async function plain(lang) {
  const page = await open(trip(lang), { javaScriptEnabled: false });
  const problems = [];
  if (!await page.isVisible('.trip-plain')) problems.push('nothing says what to do instead');
  if (await page.locator('main button:visible').count()) problems.push('a button that cannot work');
  await page.goto(`${origin}${lang}/${A.path}`);
  if (await page.isVisible('.keep')) problems.push('a toggle that cannot work');
  await page.click('a[data-count]');
  if (page.url() !== origin + trip(lang)) problems.push(page.url());
  await page.context().close();
  return problems;
}

/** A browser that lets nothing be stored, a full one, and rubbish in the store. */
async function blocked(lang) {
  const problems = [];
  const refuse = (context) => context.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };
  });
  const page = await open(`${lang}/${A.path}`, {}, refuse);
  await page.click('.keep button');
  if (await page.getAttribute('.keep button', 'aria-pressed') !== 'false') problems.push('claims to be kept');
  if ((await page.textContent('.keep .said')).length < 20) problems.push('nothing is said');
  await page.context().close();
  const rubbish = keeping('[{"code":"360201","path":"//evil/"},{"code":7},null,'
    + '{"code":"360413","path":"chaiyaphum/360413/","name":{"th":"<img src=x>"},"lat":"x"}]');
  const other = await open(trip(lang), {}, rubbish);
  await other.waitForSelector('.stop');
  const got = await codes(other);
  if (!same(got, ['360413']) || await other.locator('.stop img').count()) problems.push(`rubbish: ${got}`);
  await other.context().close();
  return problems;
}

async function inEach(job) {
  const problems = [];
  for (const lang of languages) problems.push(...await job(lang));
  return problems;
}

check('an entry is kept by keyboard, counted, and the same in another tab', await inEach(keeps));
check('the list is put in order by keyboard, with undo, and the focus stays', await inEach(orders));
check('nearest next is greedy, the distance is the sum', await inEach(measures));
check('the places are counted, with a distance or without', await inEach(counts));
check('a shared link shows its list and touches nothing until asked', await inEach(shares));
check('a Thai name on the English page says that it is Thai', await thaiNames());
check('codes of a link are read however they are parted, and what is too many is said', await inEach(odd));
check('what is kept and no more on the site is told by its name and code', await inEach(gone));
check('GPX 1.1: well formed, in order, the places as they are', await inEach(gpx));
check('iCalendar: folded, escaped, coming seasons, UIDs that stay', await inEach(calendar));
check('seasons over the new year, all year round, hostile names', await seasons());
check('print: addresses and links, no buttons', await inEach(prints));
check('without a script: what to do instead', await inEach(plain));
check('nothing can be stored: said; rubbish in the store: left out', await inEach(blocked));
check('no console error, no CSP violation, no foreign request', noise.flat()
  .filter((what) => !/data\/trip\/99\.json|404 \(Not Found\)/.test(what)));
await browser.close();
stop();
done();
