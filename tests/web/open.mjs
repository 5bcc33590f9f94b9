/* SPDX-License-Identifier: MIT */
// "Open now" in a real browser, by Thailand's clock wherever the visitor is: the table that hours_open.h is
// held against, too (t_hours.c), sentences in both languages, the page as time goes by, no script, paper.
//   SITE=site node open.mjs

import { readFileSync } from 'node:fs';
import { axe } from './lib/access.mjs';
import { launch, watch } from './lib/browser.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { languages, read, urlOf } from './lib/site.mjs';
import { bail, check, done } from './lib/tap.mjs';

const ZONES = ['America/Los_Angeles', 'Asia/Bangkok', 'Pacific/Kiritimati'];
const { identities } = JSON.parse(read('data/identities.json'));
const stated = identities.filter(({ hours }) => hours && !hours.includes('"'));
if (!stated.length || stated.length === identities.length) bail('the site has no entry with hours, or none without');
const pathOf = (lang, { code, province }) => `${lang}/${province.slug}/${code}/index.html`;

/** hours in Thailand → a moment of the world. */
const moment = (time) => new Date(`${time}:00+07:00`);

// ---- what the table says

const rows = readFileSync(new URL('open-vectors.tsv', import.meta.url), 'utf8').split('\n')
  .filter((row) => row && !row.startsWith('#')).map((row) => row.split('\t'));
let written = '';
const vectors = [];
for (const [hours, form, time, state, change] of rows) {
  if (hours) written = form;
  if (time !== '-') vectors.push({ written, time, now: moment(time).getTime(), state, change });
}

const browser = await launch();
const { origin, stop } = await serveAtHome();
const noise = [];

/** An entry's page at a moment; `hours` stand in for its own. */
async function open(lang, time, { hours, timezoneId = 'Asia/Bangkok', ...options } = {}) {
  const context = await browser.newContext({ timezoneId, ...options });
  const page = await context.newPage();
  noise.push(watch(page, origin));
  const path = urlOf(pathOf(lang, stated[0]));
  if (hours) {
    await page.route(origin + path, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace(/data-hours="[^"]*"/, `data-hours="${hours}"`);
      await route.fulfill({ response: answer, body });
    });
  }
  await page.clock.install({ time: moment(time) });
  await page.goto(origin + path, { waitUntil: 'load' });
  return page;
}

async function table(timezoneId) {
  const page = await open('th', '2026-11-23T12:00', { timezoneId });
  const got = await page.evaluate((all) => all.map(({ written: hours, now }) => {
    const { open: isOpen, change } = window.attalak.opening(hours, now);
    return [isOpen ? 'open' : 'closed', change ? new Date(change * 60000).toISOString().slice(0, 16) : '-'];
  }), vectors);
  await page.context().close();
  return got.flatMap(([state, change], i) => (state === vectors[i].state && change === vectors[i].change ? []
    : [`${timezoneId} ${vectors[i].written} ${vectors[i].time}: ${state} until ${change}, not ${vectors[i].change}`]));
}

// ---- sentences

const OFFICE = '01234=510-990';
const SENTENCES = [
  [OFFICE, '2026-11-23T08:29', 'ปิดอยู่ตอนนี้ · เปิดอีกครั้งวันนี้ 08.30 น.', 'Closed now · opens today at 08:30'],
  [OFFICE, '2026-11-23T08:30', 'เปิดอยู่ตอนนี้ · ถึง 16.30 น.', 'Open now · until 16:30'],
  [OFFICE, '2026-11-23T16:29', 'เปิดอยู่ตอนนี้ · ถึง 16.30 น.', 'Open now · until 16:30'],
  [OFFICE, '2026-11-23T16:30', 'ปิดอยู่ตอนนี้ · เปิดอีกครั้งพรุ่งนี้ 08.30 น.', 'Closed now · opens tomorrow at 08:30'],
  [OFFICE, '2026-11-28T12:00', 'ปิดอยู่ตอนนี้ · เปิดอีกครั้งวันจันทร์ 08.30 น.', 'Closed now · opens Monday at 08:30'],
  ['6=480-720', '2026-11-29T12:00', 'ปิดอยู่ตอนนี้ · เปิดอีกครั้งวันที่ 6 ธันวาคม เวลา 08.00 น.', 'Closed now · opens on 6 December at 08:00'],
  ['abkl=360-1080', '2026-07-01T12:00', 'ปิดอยู่ตอนนี้ · เปิดอีกครั้งวันที่ 1 พฤศจิกายน เวลา 06.00 น.', 'Closed now · opens on 1 November at 06:00'],
  ['45=1080-1560', '2026-11-28T01:59', 'เปิดอยู่ตอนนี้ · ถึง 02.00 น.', 'Open now · until 02:00'],
  ['=1080-1440', '2026-11-28T23:00', 'เปิดอยู่ตอนนี้ · ถึง 24.00 น.', 'Open now · until 24:00'],
  ['4=0-1440', '2026-11-26T23:00', 'ปิดอยู่ตอนนี้ · เปิดอีกครั้งพรุ่งนี้ 00.00 น.', 'Closed now · opens tomorrow at 00:00'],
  ['0=0-1440 1=0-990', '2026-11-23T10:00', 'เปิดอยู่ตอนนี้', 'Open now'],
  ['=0-1440', '2026-11-23T10:00', 'เปิดอยู่ตอนนี้', 'Open now'],
];

const told = (page) => page.locator('.now').innerText();

async function sentences(timezoneId) {
  const problems = [];
  for (const [i, lang] of ['th', 'en'].entries()) {
    for (const [hours, time, ...wanted] of SENTENCES) {
      const page = await open(lang, time, { hours, timezoneId });
      const got = await told(page);
      if (got !== wanted[i]) problems.push(`${lang} ${hours} ${time}: “${got}”`);
      const state = await page.locator('.now').getAttribute('data-now');
      if (state !== (/^(เปิด|Open)/.test(wanted[i]) ? 'open' : 'closed')) problems.push(`${hours} ${time} looks ${state}`);
      await page.context().close();
    }
  }
  return problems;
}

/** On the pages of those that say when, and on no other; the script too. */
function places() {
  const problems = [];
  for (const entry of identities) {
    for (const lang of languages) {
      const html = read(pathOf(lang, entry));
      const [line, script] = [/data-hours="[^"]+"/.test(html), /assets\/open\.[0-9a-f]+\.js" defer/.test(html)];
      const wanted = stated.includes(entry);
      if (line !== wanted || script !== wanted) problems.push(`${lang} ${entry.code}: ${entry.hours}, ${line}, ${script}`);
    }
  }
  return problems;
}

// ---- as time goes by

/** What stands there after each [minutes, sentence] of a page that stays open. */
async function passes(hours, time, steps) {
  const page = await open('en', time, { hours });
  const problems = [];
  for (const [minutes, wanted] of steps) {
    if (minutes) await page.clock.runFor(minutes * 60000);
    const got = await told(page);
    if (got !== wanted) problems.push(`${minutes} minutes later: “${got}”, not “${wanted}”`);
  }
  await page.context().close();
  return problems;
}

const DAY = [
  [0, 'Closed now · opens today at 08:30'], [1, 'Open now · until 16:30'], [479, 'Open now · until 16:30'],
  [1, 'Closed now · opens tomorrow at 08:30'], [7.5 * 60, 'Closed now · opens today at 08:30'], [8.5 * 60, 'Open now · until 16:30'],
];

/** A tab that slept: its timers did not run, and the clock went on. */
async function comesBack() {
  const page = await open('en', '2026-11-23T12:00', { hours: OFFICE });
  const before = await told(page);
  await page.clock.setSystemTime(moment('2026-11-23T18:00'));
  const asleep = await told(page);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  const after = await told(page);
  await page.context().close();
  const wanted = ['Open now · until 16:30', 'Open now · until 16:30', 'Closed now · opens tomorrow at 08:30'];
  return JSON.stringify([before, asleep, after]) === JSON.stringify(wanted) ? [] : [`${before}, ${asleep}, ${after}`];
}

/** One timer, and none that runs at once again: a day of it is a handful of sentences. */
async function isQuiet() {
  const page = await open('en', '2026-11-23T00:00', { hours: OFFICE });
  await page.evaluate(() => {
    window.written = 0;
    new MutationObserver((all) => { window.written += all.filter(({ type }) => type === 'childList').length; })
      .observe(document.querySelector('.now'), { childList: true });
  });
  await page.clock.runFor(24 * 3600000);
  const written = await page.evaluate(() => window.written);
  await page.context().close();
  return written === 3 ? [] : [`${written} times a day`];
}

// ---- how it is told

async function plain(lang) {
  const page = await open(lang, '2026-11-23T12:00', { javaScriptEnabled: false });
  const problems = await page.locator('.now').isVisible() ? ['an empty line'] : [];
  await page.context().close();
  return problems;
}

async function paper(lang) {
  const page = await open(lang, '2026-11-23T12:00');
  await page.emulateMedia({ media: 'print' });
  const problems = await page.locator('.now').isVisible() ? ['paper has no now'] : [];
  if (!await page.locator('dd.now + dd').first().isVisible()) problems.push('the hours are not printed');
  await page.context().close();
  return problems;
}

/** Text among the hours that nobody is interrupted for; the longest on the narrowest; the dot in forced colours. */
async function looks(lang) {
  const problems = [];
  for (const [hours, border] of [[OFFICE, 'full'], ['abkl=360-1080', 'ring']]) {
    for (const options of [{}, { colorScheme: 'dark' }, { forcedColors: 'active' }]) {
      const time = hours === OFFICE ? '2026-11-23T12:00' : '2026-07-01T12:00';
      const page = await open(lang, time, { hours, viewport: { width: 320, height: 640 }, ...options });
      const found = await page.locator('.now').evaluate((line) => {
        const dot = getComputedStyle(line, '::before');
        return { isLive: Boolean(line.closest('[role="status"], [role="alert"], [aria-live]')),
          isAmong: line.closest('dl.facts > div').querySelectorAll('dd').length > 1,
          dot: parseFloat(dot.borderTopWidth) * 2.5 > parseFloat(dot.width) ? 'full' : 'ring',
          wide: document.documentElement.scrollWidth };
      });
      if (found.isLive) problems.push('it interrupts');
      if (!found.isAmong) problems.push('it stands alone');
      if (found.dot !== border) problems.push(`${hours}: the dot is ${found.dot}`);
      if (found.wide > 320) problems.push(`${hours}: ${found.wide} px`);
      if (!options.forcedColors) problems.push(...await axe(page));
      await page.context().close();
    }
  }
  return problems;
}

async function inEach(job, all = languages) {
  const problems = [];
  for (const each of all) problems.push(...await job(each));
  return problems;
}

check(`open.js says of ${vectors.length} moments what the table says, in any time zone`,
  vectors.length > 40 ? await inEach(table, ZONES) : ['hardly any']);
check('sentences, in both languages and two time zones', await inEach(sentences, ZONES.slice(0, 2)));
check('a line and its script where hours are stated, nothing elsewhere', places());
check('it changes when the minute has come', await passes(OFFICE, '2026-11-23T08:29', DAY));
check('it changes over a weekend', await passes(OFFICE, '2026-11-27T16:29', [
  [1, 'Closed now · opens Monday at 08:30'], [2 * 1440, 'Closed now · opens tomorrow at 08:30'], [16 * 60, 'Open now · until 16:30']]));
check('a tab that comes back tells the present', await comesBack());
check('one timer, which is silent until then', await isQuiet());
check('without a script nothing is there', await inEach(plain));
check('paper has no now', await inEach(paper));
check('text among the hours, by word and shape, 320 px, axe-core', await inEach(looks));
check('no console error, no CSP violation, no foreign request', noise.flat());
await browser.close();
stop();
done();
