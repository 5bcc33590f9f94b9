/* SPDX-License-Identifier: MIT */
// What the first paint waits for, of the kinds of page that Lighthouse is asked about (light.mjs), without it:
// one style sheet, ahead of the fonts; fonts that the page shows; cards far below, which must not wait to be
// laid out.
//   SITE=site node paint.mjs

import { gzipSync } from 'node:zlib';
import { posix } from 'node:path';
import { each, launch } from './lib/browser.mjs';
import { scan } from './lib/html.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { kindOf, langOf, read, readBytes, sample, urlOf } from './lib/site.mjs';
import { check, done, note } from './lib/tap.mjs';

const KINDS = ['home', 'province', 'entry', 'search'];
const STYLE = 13 * 1024;         // bytes of the style sheet, compressed
const CRITICAL = 25 * 1024;      // and with the page; a province lists up to 334 entries
const CRITICAL_PROVINCE = 46 * 1024;

const zipped = (path) => gzipSync(readBytes(path), { level: 6 }).length;
const paths = sample(3).filter((path) => KINDS.includes(kindOf(path)));
const found = { blocking: [], order: [], bytes: [], fonts: [], far: [] };

// ---- what the page asks for, in its order

function asked(path) {
  const all = [];
  scan(read(path), {
    text() {},
    open(name, a) {
      if (name === 'link' && a.rel === 'stylesheet') all.push({ is: 'style', href: a.href, blocks: a.media !== 'print' });
      if (name === 'link' && a.rel === 'preload') all.push({ is: a.as, href: a.href });
      if (name === 'script' && a.src !== undefined) {
        all.push({ is: 'script', href: a.src, blocks: a.defer === undefined && a.async === undefined });
      }
    },
  });
  return all;
}

function judge(path) {
  const all = asked(path);
  const blocking = all.filter(({ blocks }) => blocks);
  if (blocking.length !== 1) found.blocking.push(`/${path}: ${blocking.map(({ href }) => href).join(', ')}`);
  if (all[0]?.is !== 'style') found.order.push(`/${path}: ${all[0]?.href} comes first`);
  found.order.push(...all.filter(({ is }) => !['style', 'font', 'script'].includes(is)).map(({ href }) => `/${path}: ${href}`));
  const style = zipped(posix.join(posix.dirname(path), blocking[0].href));
  const sum = style + zipped(path);
  if (style > STYLE) found.bytes.push(`/${path}: a style sheet of ${style} bytes`);
  if (sum > (kindOf(path) === 'province' ? CRITICAL_PROVINCE : CRITICAL)) found.bytes.push(`/${path}: ${sum} bytes`);
  return sum;
}

// ---- what the browser makes of it

/** Every font that came was asked for ahead: in a page of another language no bold Thai. */
function judgeFonts(path, came) {
  const ahead = asked(path).filter(({ is }) => is === 'font').map(({ href }) => posix.basename(href));
  const names = came.map((url) => posix.basename(url));
  const late = names.filter((name) => !ahead.includes(name));
  if (late.length) found.fonts.push(`/${path}: ${late.join(', ')} is found late`);
}

/** Makes a list as long as a full province's of its own cards: the sample has none. False without cards. */
async function lengthen() {
  const list = document.querySelector('main .cards');
  if (!list) return false;
  while (list.children.length < 80) list.append(...[...list.children].map((card) => card.cloneNode(true)));
  await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
  return true;
}

/** Cards from the seventh of a list on, three screens below and more, that are laid out before anybody scrolls. */
function laidOut() {
  return [...document.querySelectorAll('main .cards > .card:nth-child(n + 7)')].filter((card) => (
    card.parentElement.children.length > 44 && card.getBoundingClientRect().top > 3 * window.innerHeight
    && card.firstElementChild.checkVisibility({ contentVisibilityAuto: true }))).length;
}

let lengthened = 0;

async function judgeCards(page, path) {
  if (!await page.evaluate(lengthen)) return;
  lengthened += 1;
  const laid = await page.evaluate(laidOut);
  if (laid) found.far.push(`/${path}: ${laid} cards`);
}

const browser = await launch();
const { origin, stop } = await serveAtHome();
const sums = new Map();
await each(paths, 2, async (path) => {
  const kind = `${kindOf(path)} ${langOf(path)}`;
  sums.set(kind, Math.max(judge(path), sums.get(kind) ?? 0));
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
  const fonts = [];
  page.on('request', (request) => { if (request.resourceType() === 'font') fonts.push(request.url()); });
  await page.goto(origin + urlOf(path), { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  judgeFonts(path, fonts);
  if (kindOf(path) === 'province') await judgeCards(page, path);
  await page.close();
});
await browser.close();
stop();
note(`bytes before the first paint, at most: ${[...sums].map(([kind, sum]) => `${kind} ${sum}`).join(', ')}`);
check('one request holds the first paint up: the style sheet', found.blocking);
check('the style sheet is asked for first, then fonts and scripts', found.order);
check('the page and its style sheet are small', found.bytes);
check('no font is found late', found.fonts);
check('cards far below are not laid out', lengthened ? found.far : ['no province has cards']);
done();
