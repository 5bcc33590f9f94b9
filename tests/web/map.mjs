/* SPDX-License-Identifier: MIT */
// The maps without tiles: squares on the home page, dots of a province and of a district. By keyboard and in numbers they
// say what the data say; squares can be hit; no name lies on another or on a dot; colours that are forced leave shapes.
//   SITE=site node map.mjs

import { launch, watch } from './lib/browser.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { kindOf, langOf, languages, pages, read, urlOf } from './lib/site.mjs';
import { bail, check, done, note } from './lib/tap.mjs';

const TARGET = 24;      // WCAG 2.2, 2.5.8: the least
const MOST_BYTES = 4096;
const PAGES = Number(process.env.PAGES ?? 6);     // of each kind and language
const { identities } = JSON.parse(read('data/identities.json'));

const browser = await launch();
const { origin, stop } = await serveAtHome();
const noise = [];

async function open(path, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  noise.push(watch(page, origin));
  await page.goto(origin + path, { waitUntil: 'load' });
  return page;
}

// ---- squares

const digits = (text) => Number((/[\d,]+/.exec(text)?.[0] ?? '0').replaceAll(',', ''));

/** Every link of the map has a name and the number of entries that the data have for the page behind it. */
async function squaresSay(page, lang) {
  const links = await page.$$eval('.tiles a', (all) => all.map((a) => [new URL(a.href).pathname, a.querySelector('.count').textContent,
    a.textContent.trim()]));
  const slugs = new Map(links.map(([path, count, name]) => [/([^/]+)\/(?:index\.html)?$/.exec(path)[1], [digits(count), name]]));
  const wanted = new Map();
  for (const { province } of identities) wanted.set(province.slug, (wanted.get(province.slug) ?? 0) + 1);
  const problems = [...slugs].filter(([slug, [count]]) => count !== (wanted.get(slug) ?? 0)).map(([slug, [count]]) => `${slug}: ${count}`);
  problems.push(...[...wanted.keys()].filter((slug) => !slugs.has(slug)).map((slug) => `${slug} is not on the map`));
  const all = await page.$$eval('.region .tallies a', (tallies) => new Set(tallies.map((a) => a.href)).size);
  if (slugs.size !== all || links.length !== all) problems.push(`${links.length} squares, ${all} provinces`);
  const named = await page.locator('.tiles').getByRole('link', { name: lang === 'th' ? /\d+ รายการ$/ : /\d+ entr(y|ies)$/ }).count();
  if (named !== all) problems.push(`${named} of ${all} have a name with a number`);
  return problems;
}

/** Each is reached by Tab, one after the other, and says its name while it has the focus. */
async function squaresByKey(page) {
  const count = await page.locator('.tiles a').count();
  await page.locator('.tiles a').first().focus();
  const problems = [];
  for (let i = 0; i < count; i += 1) {
    const at = await page.evaluate(() => {
      const name = document.activeElement.querySelector?.('.tile-name');
      return name && [[...document.querySelectorAll('.tiles a')].indexOf(document.activeElement), getComputedStyle(name).clipPath];
    });
    if (at?.[0] !== i || at[1] !== 'none') problems.push(`${i}: ${at}`);
    await page.keyboard.press('Tab');
  }
  return problems;
}

const squareBoxes = (page) => page.$$eval('.tiles a', (all) => all.map((a) => {
  const { x, y, width, height } = a.getBoundingClientRect();
  return { name: a.textContent.trim().slice(0, 12), x, y, width, height };
}));

const overlap = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const overlaps = (boxes, others = null) => boxes.flatMap((a, i) => (others ?? boxes.slice(0, i))
  .filter((b) => overlap(a, b)).map((b) => `${a.name} lies on ${b.name}`));

async function squaresAreTargets(page) {
  const problems = [];
  for (const width of [320, 360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const boxes = await squareBoxes(page);
    problems.push(...boxes.filter((box) => Math.min(box.width, box.height) < TARGET)
      .map((box) => `${width}: ${box.name} ${box.width} × ${box.height}`));
    problems.push(...overlaps(boxes).map((problem) => `${width}: ${problem}`));
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) problems.push(`${width}: scrolls sideways`);
  }
  return problems;
}

// ---- dots

/** Of a line of markers: all corners but the first and the last. */
function dotsOf(path) {
  const steps = (path ?? '').replace('m0 0', '').replace('v0', '').match(/-?\d+/g)?.map(Number) ?? [];
  const dots = [];
  for (let i = 0, x = 0, y = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    dots.push({ name: `a dot at ${x},${y}`, x: x - 1, y: y - 1, width: 2, height: 2 });
  }
  return dots;
}

/** Names in units of the map; a line's own leading above and below its letters is no ink. */
const drawn = (page) => page.$eval('.dot-map svg[role]', (svg) => ({
  bytes: new TextEncoder().encode(svg.outerHTML).length,
  size: [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height],
  label: svg.querySelector('title').textContent,
  names: [...svg.querySelectorAll('text')].map((text) => {
    const { x, y, width, height } = text.getBBox();
    return { name: text.textContent, x, y: y + height * .15, width, height: height * .7 };
  }),
  lines: [...svg.querySelectorAll('.dots')].map((line) => [line.getAttribute('marker-mid').slice(7, -1), line.getAttribute('d')]),
  key: [...document.querySelectorAll('.dot-key li')].map((li) => [li.querySelector('use').getAttribute('href').slice(5),
    li.querySelector('.count').textContent]),
  note: document.getElementById('map-note').textContent,
}));

function numbersAgree(path, map) {
  const slugs = urlOf(path).split('/').filter((part) => part && part !== 'index.html');
  const here = identities.filter(({ province, district }) => province.slug === slugs[1] && (!slugs[2] || district?.slug === slugs[2]));
  const problems = [];
  const count = new Map(map.lines.map(([key, d]) => [key, dotsOf(d).length]));
  const told = new Map(map.key.map(([key, number]) => [key, digits(number)]));
  if (JSON.stringify([...count].sort()) !== JSON.stringify([...told].sort())) problems.push(`${[...count]} drawn, ${[...told]} told`);
  for (const [key, dots] of count) {
    if (key !== 'none' && dots > here.filter(({ category }) => category === key).length) problems.push(`${dots} of ${key} is too many`);
  }
  const all = map.label.match(/[\d,]+/g).map(digits);
  const [entries, laos] = [Math.min(...all), Math.max(...all)];
  const off = (map.note.match(/[\d,]+/g) ?? []).map(digits).reduce((sum, number) => sum + number, 0);
  const dots = [...count.values()].reduce((sum, number) => sum + number, 0);
  if (entries !== here.length) problems.push(`${entries} entries told, ${here.length} in the data`);
  if (dots + off !== laos) problems.push(`${dots} drawn and ${off} not, of ${laos}`);
  return problems;
}

function nothingCollides(map) {
  const dots = map.lines.flatMap(([, d]) => dotsOf(d));
  const sheet = (box) => box.x >= 0 && box.y >= -2 && box.x + box.width <= map.size[0] && box.y + box.height <= map.size[1];
  return [...overlaps(map.names), ...overlaps(map.names, dots),
    ...[...map.names, ...dots].filter((box) => !sheet(box)).map((box) => `${box.name} is beyond the sheet`)];
}

async function dotMaps(kind, lang) {
  const paths = pages.filter((path) => kindOf(path) === kind && langOf(path) === lang && read(path).includes('class="dot-map"'));
  const found = { numbers: [], room: [], bytes: [] };
  for (const path of paths.slice(0, PAGES)) {
    const page = await open(urlOf(path), { viewport: { width: 360, height: 800 } });
    const map = await drawn(page);
    found.numbers.push(...numbersAgree(path, map).map((problem) => `${path}: ${problem}`));
    found.room.push(...nothingCollides(map).map((problem) => `${path}: ${problem}`));
    if (map.bytes > MOST_BYTES) found.bytes.push(`${path}: ${map.bytes} bytes`);
    await page.context().close();
  }
  return [found, Math.min(paths.length, PAGES), paths[0]];
}

/** A picture with a name and a description, and every shape in the one colour that a reader chose. */
async function forced(path) {
  const page = await open(urlOf(path), { forcedColors: 'active' });
  const [ink, ...colours] = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'CanvasText';
    const fills = [...document.querySelectorAll('.dot-map svg[role] :is(.dot, text)')].map((shape) => getComputedStyle(shape).fill);
    return [getComputedStyle(probe).color, ...fills];
  });
  const problems = colours.filter((colour) => colour !== ink).map((colour) => `${colour}, not ${ink}`);
  const shapes = await page.$$eval('.dot-map .dot', (all) => all.map((shape) => shape.getAttribute('d')));
  if (new Set(shapes).size !== shapes.length || !shapes.length) problems.push('fields share a shape');
  if (!await page.getByRole('img', { name: /\d/ }).count()) problems.push('no image with a name');
  await page.context().close();
  return problems;
}

// ---- all of it

for (const lang of languages) {
  const page = await open(`${lang}/`);
  check(`${lang}: squares say names and numbers`, await squaresSay(page, lang));
  check(`${lang}: squares are reached and named by keyboard`, await squaresByKey(page));
  check(`${lang}: squares of ${TARGET} px at least, none on another`, await squaresAreTargets(page));
  await page.context().close();
  for (const kind of ['province', 'district']) {
    const [found, count, first] = await dotMaps(kind, lang);
    if (!first) bail(`no map on any page of kind ${kind}`);
    note(`${lang}: ${count} maps of kind ${kind}`);
    check(`${lang} ${kind}: dots are what the data say`, found.numbers);
    check(`${lang} ${kind}: no name on another, on a dot or beyond the sheet`, found.room);
    check(`${lang} ${kind}: at most ${MOST_BYTES} bytes`, found.bytes);
    check(`${lang} ${kind}: forced colours leave shapes`, await forced(first));
  }
}
check('console and network are quiet', noise.flat());
await browser.close();
stop();
done();
