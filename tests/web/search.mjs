/* SPDX-License-Identifier: MIT */
// The search page of the real content in a browser: both languages, choices, address, keyboard, what is
// marked, what is fetched when, and what is there without a script, a network or a server.
//   SITE=site node search.mjs

import { answered, countQuestions } from './lib/answered.mjs';
import { launch, watch } from './lib/browser.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { languages, read, root } from './lib/site.mjs';
import { check, done } from './lib/tap.mjs';

// What is typed, the entry that must come first, and what is marked in its name on the Thai page.
const QUESTIONS = [
  ['ผ้าไหมมัดหมี่', '360201', 'ผ้าไหมมัดหมี่'],
  ['ผาไหมมัดหมี่บ้าน', '360201', 'ผ้าไหมมัดหมี่บ้าน'],           // no tone mark
  ['ผ้าไหมมัดหมิ่บ้าน', '360201', 'ผ้าไหมมัดหมี่บ้าน'],         // misspelt
  ['BAN KHWAO mudmee', '360201', ''],
  ['mudmi ban khwao', '360201', ''],                              // misspelt
  ['ทต.บ้านเขว้า', '360201', ''],
  ['๕๓๖๐๒๐๑', '360201', ''],
  ['มัดหมี่ silk', '360201', 'มัดหมี่'],
];

const browser = await launch();
const { origin, stop } = await serveAtHome();
const noise = [];

async function openIn(context, lang, rest, before) {
  const page = await context.newPage();
  await page.addInitScript(countQuestions);
  if (before) await before(page, context);
  noise.push(watch(page, origin));
  page.fetched = [];
  page.on('request', (request) => { if (request.url().includes('/data/')) page.fetched.push(request.url()); });
  await page.goto(`${origin}${lang}/search/${rest}`, { waitUntil: 'load' });
  return page;
}

const open = async (lang, rest = '', { before, ...options } = {}) => (
  openIn(await browser.newContext(options), lang, rest, before));

const codes = (page) => page.$$eval('#results .card-name a', (all) => all.map((a) => /\d{6}/.exec(a.href)[0]));
const said = (page) => page.textContent('#said');

async function type(page, text) {
  await page.fill('#q', text);
  await page.waitForFunction((q) => new URLSearchParams(window.location.search).get('q') === q, text);
  await answered(page);
}

async function finds(lang) {
  const page = await open(lang);
  const problems = [];
  for (const [question, code, marked] of QUESTIONS) {
    await type(page, question);
    await page.waitForTimeout(50);
    const [first] = await codes(page);
    if (first !== code) problems.push(`${lang} ${question}: ${first}`);
    const marks = await page.$$eval('#results .card:first-child .card-name mark', (all) => all.map((m) => m.textContent));
    if (lang === 'th' && marked && marks.join() !== marked) problems.push(`${question}: marked ${marks}`);
    const [around, field, name] = await page.$eval('#results .card', (card) => [card, card.querySelector('.field')]
      .map((each) => each.dataset.field).concat(card.querySelector('.field').textContent));
    if (!name || !field || field !== around) problems.push(`${lang} ${question}: field ${around} around ${field}, ${name}`);
    const any = await page.locator('#results .card:first-child mark').count();
    if (!any && !/^[๐-๙]/.test(question)) problems.push(`${lang} ${question}: nothing is marked`);
  }
  await page.context().close();
  return problems;
}

/** จังหวัด, province, stands before the place of every entry, and has วัด, temple, in it: not found there, not marked. */
async function temples() {
  const { identities } = JSON.parse(read('data/identities.json'));
  const page = await open('th', '?q=วัด');
  await answered(page);
  const problems = [];
  const found = Number(/\d+/.exec(await said(page)));
  if (!found || found > identities.length / 2) problems.push(`${found} of ${identities.length} have to do with a temple`);
  const wrong = await page.$$eval('#results mark', (all) => all.filter((m) => m.previousSibling?.data?.endsWith('จังห')).length);
  if (wrong) problems.push(`${wrong} times marked within จังหวัด`);
  await type(page, 'จังหวัดชัยภูมิ');
  const there = identities.filter(({ code }) => code.startsWith('36')).length;
  const province = Number(/\d+/.exec(await said(page)));
  if (province !== there) problems.push(`จังหวัดชัยภูมิ: ${province}, not ${there}`);
  await page.context().close();
  return problems;
}

/** Ban Thaen misspelt: its words are found elsewhere, and once no letter has come for a while it stands after those. */
async function besides(lang) {
  const page = await open(lang, '?q=zzqqzz');
  await answered(page);
  await page.evaluate(() => {
    window.answers = [];
    new MutationObserver(() => window.answers.push(document.getElementById('said').textContent))
      .observe(document.getElementById('said'), { childList: true });
  });
  await page.fill('#q', 'Ban Tan');
  await page.waitForFunction(() => document.querySelector('#results a[href*="361101"]'));
  const [first, second, ...more] = await page.evaluate(() => window.answers);
  const [exact, ...near] = [first, second].map((text) => text?.match(/\d+/g) ?? []).flat().map(Number);
  const order = await codes(page);
  const last = ['361101', '361102'].map((code) => order.indexOf(code));
  await page.context().close();
  return [
    ...(near[0] !== exact || near[0] + near[1] !== order.length || more.length ? [`${lang}: ${[first, second, ...more]}`] : []),
    ...(Math.min(...last) < exact ? [`${lang}: not after what is found: ${order}`] : []),
  ];
}

/** Thai on an English page: the link says the English name, and the Thai one below it says its language. */
async function crosses() {
  const page = await open('en', '?q=ผ้าไหมมัดหมี่');
  await answered(page);
  const problems = [];
  const card = page.locator('#results .card').first();
  if (/[\u0e00-\u0e7f]/.test(await card.locator('.card-name a').textContent())) problems.push('the link is in Thai');
  if (await card.locator('.card-other').getAttribute('lang') !== 'th') problems.push('Thai that does not say so');
  const wild = await page.$$eval('#results *', (all) => all
    .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && /[\u0e00-\u0e7f]/.test(n.data)) && !e.closest('[lang="th"]'))
    .map((e) => e.textContent));
  problems.push(...wild.map((text) => `without lang: ${text}`));
  await page.context().close();
  return problems;
}

/** Thai hashtags on an English page say that they are Thai, and others do not (no entry of the sample has one). */
async function tagsSay() {
  const page = await open('en', '?q=บวชนาค', { before: (each) => each.route(/search\/tags\./, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('บวชนาค ', 'บวชนาค OTOP ') });
  }) });
  await page.locator('#results .card-tags mark').first().waitFor();
  const tags = await page.$$eval('#results .card-tags:not([hidden])', (all) => all
    .flatMap((line) => [...line.childNodes].filter(({ data }) => data !== ' ').map(({ textContent, lang }) => [textContent, lang])));
  await page.context().close();
  const problems = tags.filter(([text, lang]) => !/^#\S+$/.test(text) || lang !== (/[\u0e00-\u0e7f]/.test(text) ? 'th' : ''));
  return [...problems, ...(new Set(tags.map(([, lang]) => lang)).size === 2 ? [] : ['not of both kinds'])].map(String);
}

/** Signs of which nothing is left to be compared find nothing, with words they change nothing; blanks ask nothing. */
async function signs(lang) {
  const problems = [];
  const page = await open(lang);
  for (const question of ['%', '.*', '\\', '\u0e48', '\u0e31', '% \u0e48']) {
    await type(page, question);
    const none = await page.$eval('#said', ({ dataset }, query) => dataset.none.replace('{query}', query), question);
    await page.waitForFunction((text) => document.getElementById('said').textContent === text, none, { timeout: 5000 })
      .catch(async () => problems.push(`${lang}, ${question}: ${await said(page)}`));
    if ((await codes(page)).length && await page.isVisible('#found')) problems.push(`${lang}, ${question}: cards`);
    if (!await page.isVisible('#browse')) problems.push(`${lang}, ${question}: no other way is offered`);
  }
  await page.waitForTimeout(600);
  if (await page.isVisible('#stories') || await page.isVisible('#deeper')) problems.push(`${lang}: stories are offered for signs`);
  const found = async (question) => {
    await type(page, question);
    return [await said(page), ...await codes(page)].join();
  };
  const [bare, dressed] = [await found('ผ้าไหม'), await found('% ผ้าไหม .*')];
  if (bare !== dressed) problems.push(`${lang}: ${dressed}, not ${bare}`);
  await page.context().close();
  const chosen = await open(lang, '?q=%25&field=food');
  await answered(chosen);
  if (!(await codes(chosen)).length) problems.push(`${lang}: what is chosen is not found`);
  await chosen.context().close();
  const blank = await open(lang, '?q=%20%20');
  await blank.waitForTimeout(300);
  if (await said(blank) || blank.fetched.length || !await blank.isVisible('#browse')) problems.push(`${lang}: blanks ask: ${await said(blank)}`);
  await blank.context().close();
  return problems;
}

/** The longest question with all that can be chosen makes an address that a server takes: below 4 KB, as one is opened, too. */
async function tooLong(lang) {
  const problems = [];
  const long = Array.from({ length: 300 }, () => 'ผ้าไหม').join(' ');
  const page = await open(lang);
  const most = await page.$eval('#q', ({ maxLength }) => maxLength);
  // What a script or an address puts in, the field's own limit does not see.
  const set = (text) => page.$eval('#q', (input, value) => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
  await set('ผ้าไหม');
  await answered(page);
  await page.click('.narrow summary');
  await page.$$eval('#search [type="checkbox"]', (all) => {
    for (const box of all) box.checked = true;
    all[0].dispatchEvent(new Event('change', { bubbles: true }));
  });
  await set(long);
  await page.waitForFunction((count) => new URLSearchParams(window.location.search).get('q')?.length > count / 2, most);
  const { pathname, search } = new URL(page.url());
  if (pathname.length + search.length > 4000) problems.push(`${lang}: an address of ${pathname.length + search.length} bytes`);
  if ((await page.reload()).status() !== 200) problems.push(`${lang}: not opened again`);
  await page.goto(`${origin}${lang}/search/?q=${encodeURIComponent(long.slice(0, 500))}`);
  await answered(page);
  if ((await page.inputValue('#q')).length > most) problems.push(`${lang}: what was opened is longer than what can be typed`);
  await page.goto(`${origin}${lang}/`);
  if (await page.getAttribute('#q', 'maxlength') !== String(most)) problems.push(`${lang}: another limit on the home page`);
  await page.context().close();
  return problems;
}

/** Before a page is opened: its visitor pays for data, so summaries come when they are asked for. */
const savesData = (page) => page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));

const unsaid = async (page) => Number(/\d+/.exec(await page.locator('#unknown').textContent()));

/** A facility that somebody left out is not known, whatever else of the place is. */
async function leftOut(lang) {
  const counts = [];
  for (const facility of ['', '&facility=parking', '&facility=halal']) {
    const page = await open(lang, `?field=food&field=historic&field=arts&field=product${facility}`);
    await answered(page);
    await page.click('.narrow summary');
    const [found] = /\d+/.exec(await page.textContent('#said')) ?? [0];
    counts.push(Number(found) + await unsaid(page));
    await page.context().close();
  }
  return new Set(counts).size === 1 ? [] : [`${lang}: found and not known of ${counts}, not always of all`];
}

/** Choices narrow, counts are what a choice leaves, the address keeps them, clearing lets go. */
async function chooses(lang) {
  const page = await open(lang, '?q=ชัยภูมิ');
  await answered(page);
  const problems = [];
  const total = () => page.evaluate(() => Number(/\d[\d,]*/.exec(document.getElementById('said').textContent)[0].replace(',', '')));
  const totals = [await total()];
  const [all] = totals;
  await page.click('.narrow summary');
  for (const facet of ['field', 'province', 'facility']) {
    const box = page.locator(`[data-facet="${facet}"] label:visible`).first();
    const count = Number(await box.locator('.count').textContent());
    await box.locator('input').focus();
    await page.keyboard.press('Space');
    await page.waitForFunction((name) => new URLSearchParams(window.location.search).has(name), facet);
    await answered(page);
    if (await total() !== count) problems.push(`${facet}: ${await total()}, not ${count}`);
    if (count > all) problems.push(`${facet}: ${count} of ${all}`);
    totals.push(await total());
  }
  const [address, kept] = [new URL(page.url()).search, await codes(page)];
  const again = await open(lang, address);
  await answered(again);
  await again.waitForFunction((n) => document.querySelectorAll('#results .card-name a').length === n, kept.length);
  if ((await codes(again)).join() !== kept.join()) problems.push(`${address}: not the same`);
  const link = again.locator('#results .card-name a').first();
  await link.click();
  await again.goBack();
  await answered(again);
  if (await again.inputValue('#q') !== 'ชัยภูมิ') problems.push('gone after going back');
  if (await unsaid(page) !== totals[2] - totals[3]) problems.push(`not known of ${await unsaid(page)}, though ${totals}`);
  await page.click('.languages a');
  await answered(page);
  if (new URL(page.url()).search !== address || await page.inputValue('#q') !== 'ชัยภูมิ') problems.push(`in the other language: ${page.url()}`);
  await page.goBack();
  await answered(page);
  await page.click('.narrow summary');
  await page.click('#clear');
  await page.waitForFunction(() => !window.location.search.includes('field'));
  await answered(page);
  if (await total() !== all) problems.push(`cleared: ${await total()} of ${all}`);
  for (const each of [page, again]) await each.context().close();
  return problems;
}

/** In the page: "more" before an answer's own cards have taken the place of all those of the one before. */
async function pressesMore(text) {
  const [field, said, more] = ['q', 'said', 'more'].map((id) => document.getElementById(id));
  const answer = new Promise((resolve, reject) => {
    new MutationObserver(resolve).observe(said, { childList: true, characterData: true, subtree: true });
    setTimeout(reject, 5000, new Error('nothing new is said'));
  });
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await answer;
  more.click();
}

/** All of it by keyboard: type, Enter, on to a result; "more" leads to the first new one. */
async function keys() {
  const page = await open('th');
  const problems = [];
  await page.focus('#q');
  await page.keyboard.type('บ้าน');
  await page.keyboard.press('Enter');
  await answered(page);
  await page.waitForFunction(() => !document.getElementById('more').hidden);
  const before = (await codes(page)).length;
  if (before !== 20) problems.push(`${before} at first`);
  await page.focus('#more');
  await page.keyboard.press('Enter');
  const at = () => page.evaluate(() => [...document.querySelectorAll('#results .card-name a')].indexOf(document.activeElement));
  const isLed = () => page.waitForFunction(() => document.activeElement.closest('#results'), null, { timeout: 5000 }).catch(() => {});
  await isLed();
  if (await at() !== 20) problems.push(`the focus is at ${await at()}`);
  await page.evaluate(pressesMore, 'บ้า');
  await isLed();
  if (await at() !== 20) problems.push(`pressed at once, the focus is at ${await at()}`);
  // Where the focus is, no other entry comes: who reads a card must not find another's words in it.
  await page.focus('#results .card:first-child a');
  const href = () => page.evaluate(() => document.activeElement.href);
  const held = await href();
  await page.evaluate(stand, [['ผ้าไหม'], 0]);
  if (![held, undefined].includes(await href())) problems.push(`the focus came from ${held} to ${await href()}`);
  if ((await codes(page)).some((code) => held.includes(code))) problems.push(`${held} is in the other answer too`);
  if (await page.getAttribute('#said', 'role') !== 'status') problems.push('no status');
  await page.fill('#q', '<img src=x onerror=alert(1)>');
  await page.waitForFunction(() => document.getElementById('said').textContent.includes('<img'));
  if (await page.locator('main img').count()) problems.push('what was typed became a picture');
  if (!await page.locator('#browse').isVisible()) problems.push('nothing found, and no other way is offered');
  await page.context().close();
  return problems;
}

/** Letters come while the answer to the one before is still drawn: only the last question's answer stays. */
async function hurries() {
  const page = await open('th', '?q=วัด');
  await answered(page);
  await page.waitForTimeout(300);
  await page.evaluate(async () => {
    const field = document.getElementById('q');
    for (const typed of ['', 'บ', 'บ้', 'บ้า', 'บ้าน', 'บ้า', 'บ้าน']) {
      field.value = typed;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      // Time to draw what is seen first, none for the rest.
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      });
    }
  });
  // Long before summaries come, when all is drawn again.
  await page.waitForFunction(() => new URLSearchParams(window.location.search).get('q') === 'บ้าน');
  await page.waitForTimeout(200);
  const shown = await codes(page);
  const fresh = await open('th', '?q=บ้าน');
  await answered(fresh);
  await fresh.waitForTimeout(300);
  const wanted = await codes(fresh);
  const problems = shown.join() === wanted.join() ? [] : [`${shown}, not ${wanted}`];
  for (const each of [page, fresh]) await each.context().close();
  return problems;
}

/** In the page: each text typed, then what stands when nothing is left to be drawn, attributes in one order. */
async function stand([texts, between]) {
  const later = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
  const field = document.getElementById('q');
  for (const text of texts) {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await later(between);
  }
  while (window.unanswered) await later(20);
  await later(600);
  const write = (node) => (node.nodeType === Node.TEXT_NODE ? node.data : [
    `<${node.localName}`, ...[...node.attributes].map(({ name, value }) => `${name}="${value}"`).sort(),
    '>', ...[...node.childNodes].map(write), '</>'].join('\n'));
  return ['said', 'results', 'more'].map((id) => write(document.getElementById(id))).join('\n');
}

/** Items stay for their entries or become another's while letters come: what stands is what a new page answers. */
async function lettersStay(lang) {
  const page = await open(lang, '?q=ban khwao', { before: savesData });
  await answered(page);
  await page.click('#results .card:first-child .card-keep');     // a toggle that is pressed stays its entry's
  const problems = [];
  for (const question of ['บ้านเขว้า จังหวัด', 'ผ้าไหมมัดหมิ่', 'ban khwao', '3602', 'งาน']) {
    const letters = [...question].map((_, i) => question.slice(0, i + 1));
    const typed = await page.evaluate(stand, [letters, 40]);
    const fresh = await openIn(page.context(), lang, `?q=${encodeURIComponent(question)}`, savesData);
    await answered(fresh);
    if (typed !== await fresh.evaluate(stand, [[], 0])) problems.push(`${lang}, ${question}: not the same as on a new page`);
    if (!typed.includes('<li')) problems.push(`${lang}, ${question}: nothing stands`);
    await fresh.close();
  }
  await page.context().close();
  return problems;
}

/** Names first, then the rest; summaries by themselves only where that costs nobody. */
async function stages() {
  const problems = [];
  const summaries = (page) => page.fetched.filter((url) => url.includes('summaries')).length;
  const slow = await open('th', '?q=สามกิโลเมตร', {
    before: savesData,
  });
  await answered(slow);
  if (!/names-th/.test(slow.fetched[0])) problems.push(`first: ${slow.fetched[0]}`);
  await slow.locator('#deeper').waitFor();
  await slow.waitForTimeout(2000);
  if (summaries(slow)) problems.push('summaries though data is to be saved');
  await slow.click('#deeper button');
  await slow.locator('#results .card-summary mark').first().waitFor();
  const quick = await open('th', '?q=สามกิโลเมตร');
  await quick.locator('#results .card-summary mark').first().waitFor();
  if (!summaries(quick)) problems.push('no summaries');
  const idle = await open('th');
  await idle.waitForTimeout(300);
  if (idle.fetched.length) problems.push(`fetched before anything was asked: ${idle.fetched}`);
  for (const each of [slow, quick, idle]) await each.context().close();
  return problems;
}

/** When summaries come, nothing that stands becomes another entry's: it may be what somebody is reading. */
async function staysWhileRead() {
  const page = await open('th', '?q=สวน', {
    before: savesData,
  });
  await page.locator('#deeper').waitFor();
  await page.evaluate(stand, [[], 0]);
  await page.evaluate(() => { window.stood = [...document.querySelectorAll('#results .card')].map((item) => [item, item.dataset.code]); });
  await page.click('#deeper button');
  const came = await page.waitForFunction(() => document.querySelectorAll('#results .card').length === window.stood.length
    && [...document.querySelectorAll('#results .card')].some((card) => !window.stood.some(([item]) => item === card)), null, { timeout: 5000 })
    .then(() => true, () => false);
  const others = await page.evaluate(() => window.stood.filter(([item, code]) => item.dataset.code !== code).length);
  await page.context().close();
  return [...(others ? [`${others} became another's`] : []), ...(came ? [] : ['no new one came with the summaries'])];
}

/** What only a story tells is found once stories are asked for; the address says so, unless data is to be saved. */
async function tells(lang) {
  const word = 'ตรียัมปวาย';
  const page = await open(lang, `?q=${word}`);
  const stories = (of) => of.fetched.filter((url) => url.includes('/stories-'));
  const tale = (of) => of.locator('#results .card-summary', { has: of.locator(`mark:text-is("${word}")`) });
  const problems = [];
  await page.locator('#stories').waitFor();
  if (stories(page).length) problems.push('fetched before they were asked for');
  if (await tale(page).count()) problems.push('found without stories');
  const offer = await page.locator('#stories button').textContent();
  if (!/ 0\.1 MB/.test(offer)) problems.push(`offered as “${offer}”`);
  await page.focus('#stories button');
  await page.keyboard.press('Enter');
  await tale(page).waitFor();
  if (await page.evaluate(() => document.activeElement.id) !== 'said') problems.push('the focus is lost with the button');
  if (await codes(page).then(([first]) => first) !== '100000') problems.push(`first: ${await codes(page)}`);
  if (await tale(page).getAttribute('lang') !== (lang === 'th' ? null : 'th')) problems.push('in a language that it does not say');
  if (!stories(page).every((url) => url.includes('-th-'))) problems.push(`for Thai: ${stories(page)}`);
  if (await page.locator('#stories').isVisible()) problems.push('still offered');
  await answered(page);
  const { search } = new URL(page.url());
  if (new URLSearchParams(search).get('in') !== 'stories') problems.push(`the address: ${search}`);
  await type(page, 'Triyampawai');
  await page.locator('#stories').waitFor();         // English ones are not there yet
  const again = await open(lang, search);
  await tale(again).waitFor();
  const saving = await open(lang, search, { before: savesData });
  await saving.locator('#deeper').waitFor();
  await answered(saving);
  if (stories(saving).length || await saving.locator('#stories').isVisible()) problems.push('stories though data is to be saved');
  await saving.click('#deeper button');
  await saving.locator('#stories').waitFor();
  const there = await open(lang, `?q=${word}&province=36`);
  const came = there.waitForResponse(/stories-/);        // after the summaries
  await there.locator('#stories button').click();
  await came;
  await answered(there);
  if (stories(there).length !== 1 || !stories(there)[0].includes('stories-th-36')) problems.push(`of one province: ${stories(there)}`);
  for (const each of [page, again, saving, there]) await each.context().close();
  return problems.map((problem) => `${lang}: ${problem}`);
}

/** A file that is lost once is asked for again with the next question, and no other is. */
async function losesStories() {
  const word = 'ตรียัมปวาย';
  const page = await browser.newPage();     // its console tells of the loss
  const fetched = [];
  page.on('request', (request) => { if (request.url().includes('/stories-')) fetched.push(request.url()); });
  await page.route(/stories-th-10/, (route) => route.abort(), { times: 1 });
  await page.goto(`${origin}th/search/?q=${word}&in=stories`);
  await page.waitForFunction(() => { const said = document.getElementById('said'); return said.textContent === said.dataset.offline; });
  await page.focus('#q');
  await page.keyboard.press('Enter');
  await page.locator('#results .card-summary mark', { hasText: word }).waitFor();
  await page.waitForFunction(() => new URLSearchParams(window.location.search).get('in') === 'stories');
  const again = fetched.filter((url, i) => fetched.indexOf(url) < i);
  await page.fill('#q', '');
  await page.waitForFunction(() => !window.location.search);
  await page.close();
  return again.length === 1 && again[0].includes('stories-th-10') ? [] : [`fetched again: ${again}`];
}

/** In the page, before its scripts: of each file that is fetched, whether the first answers have been on the screen. */
function watchFetches() {
  const { fetch } = window;
  window.fetches = [];
  let isDrawn = false;
  const look = () => {
    isDrawn ||= document.querySelectorAll('#results .card').length > 0;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.fetch = (file, ...rest) => {
    window.fetches.push({ file, isDrawn });
    return fetch(file, ...rest);
  };
}

/** Whoever waits for the first answers does not wait for what is fetched after them. */
async function firstThingsFirst() {
  const page = await open('th', '?q=บ้าน', { before: (each) => each.addInitScript(watchFetches) });
  await answered(page);
  const fetches = await page.evaluate(() => window.fetches);
  await page.context().close();
  return fetches.filter(({ file, isDrawn }) => isDrawn === file.includes('names-th')).map(({ file, isDrawn }) => `${file}: ${isDrawn}`);
}

/** A position that another page keeps sorts what is found equally well. */
async function nearer() {
  const order = async (point) => {
    const page = await open('th', '?q=จังหวัด', {
      before: (each) => each.addInitScript((at) => window.sessionStorage.setItem('attalak.position', at), point),
    });
    await answered(page);
    await page.waitForTimeout(300);
    const found = await codes(page);
    const address = page.url().slice(origin.length);     // its port is any number
    await page.context().close();
    return { found: found.join(), address };
  };
  const [north, south] = [await order('18.79,98.98'), await order('7.0,100.5')];
  return [
    ...(north.found === south.found ? [`the same from both ends: ${north.found}`] : []),
    ...(/98|18\./.test(north.address) ? [north.address] : []),
  ];
}

async function plain(lang) {
  const page = await open(lang, '?q=test', { javaScriptEnabled: false });
  const problems = [];
  if (await page.locator('#search').isVisible()) problems.push('a search that cannot work');
  if (!await page.locator('noscript p, .lead p:not(.tagline)').first().isVisible()) problems.push('nothing is said');
  const links = await page.locator('#browse a:visible').count();
  if (links < 20) problems.push(`${links} links to fields and provinces`);
  await page.goto(`${origin}${lang}/`);
  await page.fill('#q', 'ผ้า');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/${lang}/search/?q=*`);
  await page.context().close();
  return problems;
}

/** Without a network, and from a disk: that is said, and the lists stay. */
async function offline(lang) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(countQuestions);
  await page.goto(`${origin}${lang}/search/`);
  await context.setOffline(true);
  await page.fill('#q', 'ผ้าไหม');
  const problems = [];
  const says = (key) => page.waitForFunction((name) => {
    const { dataset, textContent } = document.getElementById('said');
    return textContent === dataset[name];
  }, key, { timeout: 5000 }).catch(() => problems.push(`does not say it is ${key}`));
  await says('offline');
  if (!await page.locator('#browse').isVisible()) problems.push('no lists');
  await context.setOffline(false);
  await page.press('#q', 'Enter');
  await answered(page);
  await page.goto(`file://${root}/${lang}/search/index.html`);
  await says('file');
  if (!await page.locator('#browse').isVisible()) problems.push('no lists from a disk');
  await context.close();
  return problems;
}

async function narrowScreen(lang) {
  const page = await open(lang, '?q=บ้าน', { viewport: { width: 320, height: 640 } });
  await answered(page);
  await page.click('.narrow summary');
  const problems = [];
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 320) problems.push(`${lang}: ${width} px wide`);
  const small = await page.$$eval('#search input:not([type=checkbox]), #search button, #search label:has(input), #more, .narrow summary', (all) => all
    .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 43.9).map((e) => e.outerHTML.slice(0, 80)));
  await page.context().close();
  return [...problems, ...small];
}

async function inEach(job) {
  const problems = [];
  for (const lang of languages) problems.push(...await job(lang));
  return problems;
}

check('finds what is typed in both languages, and marks it', await inEach(finds));
check('a temple is not found in the word for a province', await temples());
check('Thai on an English page says that it is Thai', await crosses());
check('a hashtag says its language', await tagsSay());
check('what is spelt nearly so comes beside what is found', await inEach(besides));
check('choices narrow by what their counts say; the address keeps them', await inEach(chooses));
check('what nobody has said of a facility is not known', await inEach(leftOut));
check('signs alone find nothing, and hide nothing of words', await inEach(signs));
check('the longest question stands in an address that servers take', await inEach(tooLong));
check('works by keyboard, and what is typed is text', await keys());
check('letters typed in a hurry leave only the last answer', await hurries());
check('letter by letter and on a new page, the same stands in the end', await inEach(lettersStay));
check('fetches in stages, and summaries only where data need not be saved', await stages());
check('stories are found when they are asked for, and only those that may hold it are fetched', await inEach(tells));
check('a story that is lost on its way comes with the next question, and no other twice', await losesStories());
check('what comes with summaries takes no card from under a reader', await staysWhileRead());
check('the first answers are drawn before more is fetched', await firstThingsFirst());
check('a known position sorts, and stays out of the address', await nearer());
check('without a script: fields, provinces, and the form of the home page', await inEach(plain));
check('without a network or a server: says so, and the lists stay', await inEach(offline));
check('320 px: nothing sideways, nothing small', await inEach(narrowScreen));
check('no console error, no CSP violation, no foreign request', noise.flat());
await browser.close();
stop();
done();
