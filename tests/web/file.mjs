/* SPDX-License-Identifier: MIT */
// A site built with --url-style=file, opened from the file system: a reader clicks from the first
// page through home, province and entry, and back over to the other language.
//   SITE=site-file node file.mjs

import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch, watch } from './lib/browser.mjs';
import { kindOf, langOf, languages, root } from './lib/site.mjs';
import { check, done } from './lib/tap.mjs';

const origin = `${pathToFileURL(root).href}/`;
const browser = await launch();

// What is open now, as a path of the site.
const here = (page) => decodeURI(page.url()).slice(origin.length).replace(/#.*$/, '');

/** Clicks the first link of the page that leads to a page of `kind` (in `lang`). */
async function click(page, kind, lang) {
  const hrefs = await page.$$eval('a[href]', (links) => links.map((a) => a.href));
  const at = hrefs.findIndex((href) => {
    const path = decodeURI(href).slice(origin.length);
    return href.startsWith(origin) && kindOf(path) === kind && langOf(path) === lang
      && path !== here(page);
  });
  if (at < 0) throw new Error(`${here(page)} has no link to ${kind} in ${lang}`);
  await page.goto(hrefs[at], { waitUntil: 'load' });
  if (kindOf(here(page)) !== kind) throw new Error(`came to ${here(page)}, not to ${kind}`);
}

async function journey(lang) {
  const page = await browser.newPage();
  const problems = watch(page, origin);
  const steps = ['home', 'province', 'entry', 'district', 'entry', 'province', 'home'];
  const other = languages.find((l) => l !== lang) ?? lang;
  try {
    await page.goto(`${origin}index.html`);
    for (const kind of steps) await click(page, kind, lang);
    await click(page, 'home', other);
    const styled = await page.evaluate(() => [...document.styleSheets].length > 0);
    if (!styled) problems.push(`${here(page)}: no style sheet`);
  } catch (error) {
    problems.push(error.message.split('\n')[0]);
  }
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
}
await browser.close();
done();
