/* SPDX-License-Identifier: MIT */
// The pages of progress in a real browser: tables sort by keyboard and say so, Thai in the order of its
// dictionaries, totals first; and on paper nothing is cut off.
//   SITE=site node progress.mjs

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { each, launch, watch } from './lib/browser.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { kindOf, langOf, sample, urlOf } from './lib/site.mjs';
import { bail, check, done } from './lib/tap.mjs';

const paths = sample(1).filter((path) => ['progress', 'progress-province'].includes(kindOf(path)));
if (!paths.length) bail('no page of progress');

const browser = await launch();
const { origin, stop } = await serveAtHome();
const found = { order: [], name: [], number: [], said: [], home: [], wide: [], paper: [] };
const noise = [];
const NAME = 0, RATE = 1, LAOS = 3;

/** The first table that sorts, as { name, numbers, total } a row. */
const rowsOf = (page) => page.$eval('table[data-sortable]', (table) => [...table.tBodies]
  .flatMap((body) => [...body.rows]).map((row) => ({
    total: row.classList.contains('total'),
    cells: [...row.cells].map((cell) => cell.textContent.trim()),
  })));

const number = (text) => (/\d/.test(text) ? Number(text.replace(/[,%]/g, '').replace('−', '-')) : null);
/** In order by `ahead`, and what says no number last. */
const numbersBy = (ahead) => (a, b) => number(b) === null || (number(a) !== null && ahead(number(a), number(b)));
const isSorted = (list, ahead) => list.every((x, i) => !i || ahead(list[i - 1], x));

/** One press of Enter on a head; what the table is then. */
async function press(page, column) {
  const head = page.locator('table[data-sortable] thead').first().locator('th').nth(column);
  await head.locator('button').focus();
  await page.keyboard.press('Enter');
  return {
    rows: await rowsOf(page),
    sort: await head.getAttribute('aria-sort'),
    marked: await page.locator('table[data-sortable]').first().locator('[aria-sort]').count(),
    said: await page.locator('.sorted').first().textContent(),
    word: (await head.textContent()).trim(),
  };
}

function judge(path, state, { column, sort, ahead, list }) {
  const rest = state.rows.filter((row) => !row.total).map((row) => row.cells[column]);
  const where = `/${path}: column ${column}, ${sort}`;
  if (!isSorted(rest, ahead)) list.push(`${where}: ${rest.slice(0, 12).join(' | ')}`);
  const firstRow = state.rows.findIndex((row) => !row.total);
  if (state.rows.slice(firstRow).some((row) => row.total)) found.order.push(`${where}: a total among its parts`);
  if (state.sort !== sort || state.marked !== 1) found.said.push(`${where}: aria-sort is ${state.sort} on ${state.marked} heads`);
  if (!state.said.includes(state.word)) found.said.push(`${where}: the status says “${state.said}”`);
}

async function sorts(page, path) {
  const { compare } = new Intl.Collator(langOf(path), { numeric: true });
  const before = JSON.stringify(await rowsOf(page));
  const change = await page.$eval('table[data-sortable]', (table) => table.tHead.rows[0].querySelector('.change')?.cellIndex);
  for (const column of [RATE, LAOS, change].filter(Boolean)) {         // changes: where counts of earlier months are kept
    judge(path, await press(page, column), { column, sort: 'descending', list: found.number, ahead: numbersBy((a, b) => a >= b) });
    judge(path, await press(page, column), { column, sort: 'ascending', list: found.number, ahead: numbersBy((a, b) => a <= b) });
  }
  judge(path, await press(page, NAME), { column: NAME, sort: 'ascending', list: found.name, ahead: (a, b) => compare(a, b) <= 0 });
  judge(path, await press(page, NAME), { column: NAME, sort: 'descending', list: found.name, ahead: (a, b) => compare(a, b) >= 0 });
  const back = await press(page, NAME);
  if (back.marked || JSON.stringify(back.rows) !== before) found.home.push(`/${path}: the third press does not bring back the first order`);
}

/** Widths that do not fit, where the page itself does not scroll: a frame around a table may. */
const cutOff = (page) => page.evaluate(() => [...document.querySelectorAll('main table')]
  .filter((table) => !table.closest('.table-wrap') && table.scrollWidth > table.parentElement.clientWidth + 1)
  .map((table) => table.textContent.trim().slice(0, 40)));

async function paper(page, path, folder) {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 703, height: 1000 });        // A4 less its margins
  const wide = await page.$$eval('main table', (tables) => tables
    .filter((table) => table.getBoundingClientRect().right > document.documentElement.clientWidth)
    .map((table) => table.tHead.textContent.replace(/\s+/g, ' ').trim()));
  found.paper.push(...wide.map((head) => `/${path}: wider than A4: ${head}`));
  const blank = await page.$$eval('thead button', (all) => all.filter((each) => getComputedStyle(each).display !== 'contents').length);
  if (blank) found.paper.push(`/${path}: ${blank} heads are blank where they are repeated on the next sheet`);
  const file = join(folder, `${path.replaceAll('/', '-')}.pdf`);
  await page.pdf({ path: file, format: 'A4', preferCSSPageSize: true });
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  const last = await page.$$eval('main table', (tables) => tables.flatMap((table) => [...table.rows])
    .map((row) => [...row.cells].filter((cell) => cell.checkVisibility()).at(-1)?.textContent.trim())
    .filter((cell) => /^[\d,.%]+$/.test(cell)));
  const there = new Set(text.split(/\s+/));
  found.paper.push(...[...new Set(last)].filter((cell) => !there.has(cell)).map((cell) => `/${path}: “${cell}” is not on paper`));
}

const folder = mkdtempSync(join(tmpdir(), 'attalak-progress-'));
await each(paths, 2, async (path) => {
  const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
  noise.push(watch(page, origin));
  await page.goto(origin + urlOf(path), { waitUntil: 'load' });
  found.wide.push(...(await cutOff(page)).map((text) => `/${path}: ${text}`));
  await sorts(page, path);
  await paper(page, path, folder);
  await page.close();
});
await browser.close();
stop();
rmSync(folder, { recursive: true });

check('names sort as the dictionary of the language does', found.name);
check('numbers and shares sort by their size', found.number);
check('totals stand before their parts', found.order);
check('one head says how it is sorted, and the status which', found.said);
check('the third press brings back the first order', found.home);
check('at 320 px a table outside a frame fits', found.wide);
check('on A4 no column is cut off', found.paper);
check('no console error, no foreign request', noise.flat());
done();
