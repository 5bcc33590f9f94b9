/* SPDX-License-Identifier: MIT */
// A site built with --url-style=file, opened from the file system: a reader clicks from the first
// page through home, province and entry, and back over to the other language.
//   SITE=site-file node file.mjs

import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch, watch } from './lib/browser.mjs';
import { kindOf, langOf, languages, pages, read, root } from './lib/site.mjs';
import { check, done } from './lib/tap.mjs';

const origin = `${pathToFileURL(root).href}/`;
const browser = await launch();

// What is open now, as a path of the site.
const here = (page) => decodeURI(page.url()).slice(origin.length).replace(/#.*$/, '');

/** The links of this page to pages of `kind` (in `lang`). */
async function linksTo(page, kind, lang) {
  const hrefs = await page.$$eval('a[href]', (links) => links.map((a) => a.href));
  return hrefs.filter((href) => {
    const path = decodeURI(href).slice(origin.length);
    return href.startsWith(origin) && kindOf(path) === kind && langOf(path) === lang
      && path !== here(page);
  });
}

/** Clicks from link to link along `steps`, the first way that leads to the end: not every province
 *  has an entry, and Bangkok's has no district. */
async function walk(page, lang, [kind, ...rest]) {
  if (!kind) return true;
  for (const href of await linksTo(page, kind, lang)) {
    await page.goto(href, { waitUntil: 'load' });
    if (kindOf(here(page)) !== kind) throw new Error(`came to ${here(page)}, not to ${kind}`);
    if (await walk(page, lang, rest)) return true;
  }
  return false;
}

async function journey(lang) {
  const page = await browser.newPage();
  const problems = watch(page, origin);
  const steps = ['home', 'province', 'entry', 'district', 'entry', 'province', 'home'];
  const other = languages.find((l) => l !== lang) ?? lang;
  try {
    await page.goto(`${origin}index.html`);
    const arrived = await walk(page, lang, steps) && await walk(page, other, ['home']);
    if (!arrived) problems.push(`no way through ${steps.join(', ')}`);
    const styled = await page.evaluate(() => [...document.styleSheets].length > 0);
    if (!styled) problems.push(`${here(page)}: no style sheet`);
  } catch (error) {
    problems.push(error.message.split('\n')[0]);
  }
  await page.close();
  return problems;
}

/** The first page of a kind that has `part` in it; selftest.mjs's site has none. */
const pageWith = (kind, lang, part) => pages.find((path) => (
  kindOf(path) === kind && langOf(path) === lang && read(path).includes(part)));

/** A page may not read the file beside it: filters of the country, which must, are not offered. */
async function countryFilter(page, kind, lang) {
  const path = pageWith(kind, lang, 'data-provinces');
  if (!path) return [];
  await page.goto(origin + path, { waitUntil: 'load' });
  return [
    ...(await page.locator('.filter').count() ? [`${path}: a filter that cannot be answered`] : []),
    ...(await page.locator('[data-provinces] a').count() ? [] : [`${path}: no province to choose`]),
  ];
}

/** A province's filter has all it needs. */
async function provinceFilter(page, lang) {
  const path = pageWith('province', lang, 'class="filter-fields"');
  if (!path) return [];
  await page.goto(origin + path, { waitUntil: 'load' });
  const cards = () => page.$$eval('[data-filtered] .card', (all) => all.filter((card) => card.checkVisibility()).length);
  const [before, field] = [await cards(), await page.locator('[data-filtered] .card').first().getAttribute('data-field')];
  await page.locator('.filter summary').click();
  await page.locator(`.filter [value="${field}"]`).check();
  const after = await cards();
  return after > 0 && after < before ? [] : [`${path}: ${after} of ${before} cards are left by a field`];
}

async function filters(lang) {
  const page = await browser.newPage();
  const problems = watch(page, origin);
  for (const kind of ['access', 'field']) problems.push(...await countryFilter(page, kind, lang));
  problems.push(...await provinceFilter(page, lang));
  await page.close();
  return problems;
}

/** What crawl.mjs says of links that name their files. */
function crawl() {
  const script = fileURLToPath(new URL('crawl.mjs', import.meta.url));
  const env = { ...process.env, URL_STYLE: 'file' };
  const { status, stdout } = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
  return status === 0 ? [] : stdout.split('\n').filter((line) => /^(not ok|#   |Bail)/.test(line));
}

check('crawled with every link naming its file', crawl());
for (const lang of languages) {
  check(`from the file system to an entry and back in ${lang}`, await journey(lang));
  check(`filters on the file system in ${lang}`, await filters(lang));
}
await browser.close();
done();
