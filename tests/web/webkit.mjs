/* SPDX-License-Identifier: MIT */
// What visitors come for, in Debian's WebKitGTK: Safari's engine, on a phone's screen. Less than in Firefox:
// pages show and fit, the search finds, a choice stays, what is kept is in the trip and read without a network.
//   SITE=site node webkit.mjs

import { around, canEnter, isFood, TOWN } from './lib/near.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { overflow } from './lib/probes.mjs';
import { kindOf, langOf, languages, read, sample, urlOf } from './lib/site.mjs';
import { check, done } from './lib/tap.mjs';
import { launchWebKit } from './lib/webkit.mjs';

const WIDTHS = [360, 334];      // MiniBrowser gets no narrower
const KINDS = ['home', 'province', 'entry', 'search', 'near', 'trip', 'check-province'];
const PROVINCE = 'chaiyaphum';
const ENTRY = `${PROVINCE}/360413/`;
const SILK = '360201';
const SILK_WORDS = 'ผ้าไหมมัดหมี่';

const { identities } = JSON.parse(read(`data/${PROVINCE}.json`));
const { stops } = JSON.parse(read('data/trip/36.json'));
const { origin, stop, refuse } = await serveAtHome();
const page = await launchWebKit();
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

// ---- in the page

const isDressed = () => document.fonts.check('16px Looped')
  && [...document.styleSheets].some((sheet) => sheet.cssRules.length > 50);
const codes = (list) => [...document.querySelectorAll(`${list} .card-name a`)]
  .filter((a) => a.checkVisibility()).map((a) => /\d{6}/.exec(a.href)[0]);
const asks = (name) => new URLSearchParams(window.location.search).has(name);

async function shows() {
  const problems = [];
  for (const path of sample(1).filter((each) => langOf(each) && KINDS.includes(kindOf(each)))) {
    await page.go(origin + urlOf(path));
    if (!await page.until(isDressed)) problems.push(`/${path}: without its style or its font`);
    for (const width of WIDTHS) {
      await page.resize(width);
      const wide = await page.ask(() => window.innerWidth);
      if (wide !== width) problems.push(`/${path}: a window of ${wide} px`);
      problems.push(...(await page.ask(overflow)).map((what) => `/${path}: ${what}`));
    }
  }
  return problems;
}

async function searches(lang) {
  await page.go(`${origin}${lang}/search/`);
  await page.type('#q', SILK_WORDS);
  const isFound = await page.until((words) => document.querySelector('#results .card:first-child mark')?.textContent === words, SILK_WORDS);
  const [first] = await page.ask(codes, '#results');
  const isKept = await page.until(asks, 'q');
  return isFound && isKept && first === SILK ? [] : [`${lang}: ${first} is first, marked: ${isFound}, in the address: ${isKept}`];
}

const FOOD = identities.map(({ code }) => code).filter((code) => isFood(code) && canEnter(code)).sort();

async function chooses(lang) {
  const problems = [];
  const hold = async (when) => {
    const found = (await page.ask(codes, '[data-filtered]')).sort();
    if (!FOOD.length || !same(found, FOOD)) problems.push(`${lang} ${when}: ${found}, not ${FOOD}`);
  };
  await page.go(`${origin}${lang}/${PROVINCE}/`);
  await page.click('.filter summary');
  for (const value of ['food', 'wheelchair']) await page.click(`.filter input[value="${value}"]`);
  await hold('chosen');
  await page.reload();
  await hold('loaded again');
  await page.go(`${origin}${lang}/${ENTRY}`);
  await page.back();
  if (!await page.until(asks, 'has')) problems.push(`${lang}: not gone back`);
  await hold('gone back to');
  await page.go(`${origin}${lang}/near/?d=${TOWN}`);
  const spot = await page.ask((town) => document.querySelector(`[data-d="${town}"]`).dataset.at.split(',').map(Number).reverse(), TOWN);
  const wanted = around(spot, 50).map(({ id }) => id).slice(0, 20);
  await page.until(() => document.querySelectorAll('#found .card').length);
  const near = await page.ask(codes, '#found');
  if (!wanted.length || !same(near, wanted)) problems.push(`${lang}: near are ${near}, not ${wanted}`);
  return problems;
}

async function keeps(lang) {
  const problems = [];
  const name = stops.find(({ path }) => path === ENTRY).name[lang];
  await page.go(`${origin}${lang}/${ENTRY}`);
  await page.click('.keep button');
  const pressed = await page.ask(() => document.querySelector('.keep button').ariaPressed);
  if (pressed !== 'true') problems.push(`${lang}: pressed is ${pressed}`);
  await page.click('.caption + p .copy');
  const copied = await page.until(() => document.querySelector('.caption + p [role="status"]').textContent
    === document.querySelector('.caption').closest('[data-copy]').dataset.copied);
  if (!copied) problems.push(`${lang}: not copied`);
  await page.click('a[data-count]');
  const stand = await page.until(() => document.querySelector('.stop-where')?.closest('.stop').innerText);
  if (!stand || !stand.includes(name)) problems.push(`${lang}: the trip has ${stand}, not ${name}`);
  await page.click('[data-act="clear"]');
  return problems;
}

async function keepsProvince(lang) {
  await page.go(`${origin}${lang}/${PROVINCE}/`);
  if (!await page.until(() => document.querySelector('.offline [data-act="keep"]')?.checkVisibility())) return [`${lang}: it cannot be kept`];
  await page.click('.offline [data-act="keep"]');
  return await page.until(() => document.querySelector('.offline [data-act="renew"]').checkVisibility()) ? [] : [`${lang}: never kept`];
}

async function readsWithout(lang) {
  const problems = [];
  await page.go(`${origin}${lang}/${ENTRY}`).catch(({ message }) => problems.push(message));
  if (!await page.ask(isDressed)) problems.push(`${lang}: without its style or its font`);
  await page.go(`${origin}${lang}/historic/`).catch(({ message }) => problems.push(message));
  const retry = await page.ask(() => document.querySelector('.offline-missing a')?.href);
  if (retry !== `${origin}${lang}/historic/`) problems.push(`${lang}: of a page that was not kept: ${retry}`);
  return problems;
}

async function inEach(job) {
  const problems = [];
  for (const lang of languages) problems.push(...await job(lang));
  return problems;
}

check(`pages show, and fit ${WIDTHS.join(' and ')} px`, await shows());
check('the search finds Thai on each page, and marks it', await inEach(searches));
check('a choice stays when loaded again and gone back to; near a district', await inEach(chooses));
check('an entry is kept, copied, and in the trip', await inEach(keeps));
const kept = await inEach(keepsProvince);
await refuse();
check('without a network: a province that was kept, and what was not', [...kept, ...await inEach(readsWithout)]);
await page.close();
stop();
done();
