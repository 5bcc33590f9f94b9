/* SPDX-License-Identifier: MIT */
// Every kind of page in every language in a real browser: axe-core at two widths and in both colour
// schemes, then what axe does not see: reflow, text spacing, forced colours, keyboard, no script.
//   SITE=site EACH=1 node axe.mjs         EACH: pages of each kind and language
// On a day each kind in one language, each width in one scheme; all of them with WHOLE=1.

import { gzipSync } from 'node:zlib';
import { TAGS, axe, layout, signsRead, walk } from './lib/access.mjs';
import { each, launch, watch } from './lib/browser.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import * as probes from './lib/probes.mjs';
import { isWhole, seed } from './lib/turn.mjs';
import { kindOf, langOf, languages, pagesDue, sample, urlOf } from './lib/site.mjs';
import { check, done, note } from './lib/tap.mjs';

const WIDTHS = [360, 1280];
const SCHEMES = ['light', 'dark'];
const PAGE_BUDGET = 60 * 1024;          // an entry and all it loads but photos, compressed

const found = {
  axe: [], reflow: [], zoom: [], spacing: [], forced: [], motion: [], paper: [], skip: [], keyboard: [], script: [], console: [],
  lang: [], signs: [], weight: [], numbers: [],
};
const paths = pagesDue(sample(Number(process.env.EACH ?? 1)));
const browser = await launch();
const { origin, stop } = await serveAtHome();
let runs = 0;

const say = (list, path, problems) => list.push(...problems.map((what) => `/${path}: ${what}`));

// Each width in one scheme; the other one on the next page, and on the page's next turn.
async function everyAxe(page, path) {
  const turn = paths.indexOf(path);
  for (const [i, width] of WIDTHS.entries()) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of isWhole ? SCHEMES : [SCHEMES[(turn + i + Math.floor(seed / languages.length)) % 2]]) {
      await page.emulateMedia({ colorScheme });
      say(found.axe, `${path} ${width} ${colorScheme}`, await axe(page));
      runs += 1;
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** The skip link comes first, shows itself, and takes the keyboard to the main part. */
async function skipLink(page) {
  await page.keyboard.press('Tab');
  const first = await page.evaluate(probes.focusState);
  if (!first?.href.startsWith('#')) return [`first stop is ${first?.what}`];
  const problems = first.seen && first.ring ? [] : ['the skip link does not show itself'];
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inside = await page.evaluate((id) => {
    const target = document.getElementById(id);
    const after = target?.compareDocumentPosition(document.activeElement) ?? 0;
    return Boolean(after & Node.DOCUMENT_POSITION_FOLLOWING);
  }, first.href.slice(1));
  return inside ? problems : [...problems, `${first.href} does not take the keyboard along`];
}

async function everyKey(page, path) {
  await page.setViewportSize({ width: 1280, height: 800 });
  const open = () => page.goto(origin + urlOf(path), { waitUntil: 'load' });
  await open();
  if (langOf(path)) say(found.skip, path, await skipLink(page));
  await open();
  say(found.keyboard, path, await walk(page));
}

async function withoutScript(path) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const problems = watch(page, origin);
  await page.goto(origin + urlOf(path), { waitUntil: 'load' });
  const words = (await page.locator('main').first().innerText().catch(() => '')).trim();
  if (words.length < 40) problems.push(`${path}: main holds "${words}"`);
  const asks = await page.locator('noscript').allInnerTexts();
  if (asks.some((text) => /enable|เปิดใช้/i.test(text))) problems.push(`${path}: asks for a script`);
  found.script.push(...problems);
  await context.close();
}

/** Bytes of a page and of everything it loads but photos, as a host that compresses sends them. */
async function weigh(path, responses) {
  const own = responses.filter((response) => !response.url().includes('/assets/photos/'));
  const bodies = await Promise.all(own.map(async (response) => {
    const body = await response.body();
    return response.url().endsWith('.woff2') ? body.length : gzipSync(body).length;
  }));
  const sum = bodies.reduce((a, b) => a + b, 0);
  note(`/${path}: ${sum} bytes with all it loads`);
  if (sum > PAGE_BUDGET) found.weight.push(`/${path}: ${sum} bytes`);
}

async function onePage(path) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 800 }, reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const noise = watch(page, origin);
  const weighed = kindOf(path) === 'entry';
  const responses = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(origin + urlOf(path), { waitUntil: weighed ? 'networkidle' : 'load' });
  if (weighed) await weigh(path, responses);
  say(found.lang, path, await page.evaluate(probes.unmarkedThai));
  say(found.signs, path, await signsRead(page));
  await everyAxe(page, path);
  for (const [what, problems] of Object.entries(await layout(page))) say(found[what], path, problems);
  say(found.numbers, path, await page.evaluate(probes.brokenNumbers));
  await everyKey(page, path);
  found.console.push(...noise);
  await context.close();
  await withoutScript(path);
}

await each(paths, 2, onePage);
await browser.close();
stop();
note(`${paths.length} pages, ${new Set(paths.map(kindOf)).size} kinds, `
  + `${new Set(paths.map(langOf).filter(Boolean)).size} languages, ${runs} runs of axe, SEED=${seed}`);
check(`axe-core: no violation of ${TAGS.join(', ')}`, found.axe);
check('no horizontal scroll at 320, 360 and 390 px', found.reflow);
check('no horizontal scroll at 200 %', found.zoom);
check('nothing moves for who asked for less motion', found.motion);
check('telephone numbers stay in one line at 320 px', found.numbers);
check('wider text spacing cuts nothing off', found.spacing);
check('forced colours are the reader’s', found.forced);
check('nothing is printed that is of use on a screen alone', found.paper);
check('the skip link is first and works', found.skip);
check('the keyboard goes in order, always visible', found.keyboard);
check('readable without a script', found.script);
check('signs between words are not read aloud', found.signs);
check('Thai is marked as Thai', found.lang);
check('no console error, no CSP violation, no foreign request', found.console);
check('an entry page and all it loads but photos is within 60 KB', found.weight);
done();
