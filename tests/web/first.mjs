/* SPDX-License-Identifier: MIT */
// What a visitor sees of an entry before the first scroll, on a phone of 360 × 800: its field, name, summary
// and place, and the button to the way there. Above them hangs one cloth, unlike any other of the province, or
// a photo, of which nothing is cut off where there is room.
// The menu takes two rows there, all of it in reach of a thumb; with letters set wide it is still whole.
//   SITE=site node first.mjs

import { each, launch } from './lib/browser.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { spaceOut } from './lib/probes.mjs';
import { kindOf, languages, pages, read, sample, urlOf } from './lib/site.mjs';
import { check, done } from './lib/tap.mjs';

const PHONE = { width: 360, height: 800 };
const SEEN = ['.lead .field', 'h1', '.lead .summary', '.entry-place', '.go [href="#visit"]'];
const CLOTH = /<svg class="?weave"?.*?<\/svg><\/svg>/g;
const PHOTO = /<figure class="photo">\s*<img src="[^"]+" alt="[^"]+"[^>]* width="\d+" height="\d+" decoding="async">/;
const MOST = 1536;      // bytes of a cloth

const entries = pages.filter((path) => kindOf(path) === 'entry');
const below = [];
const cloths = { count: [], size: [], same: [] };

const browser = await launch();
const { origin, stop } = await serveAtHome();
await each(sample(3).filter((path) => kindOf(path) === 'entry'), 2, async (path) => {
  const page = await browser.newPage({ viewport: PHONE });
  await page.goto(origin + urlOf(path), { waitUntil: 'load' });
  const bottoms = await page.evaluate((seen) => seen.map((what) => {
    const box = document.querySelector(what)?.getBoundingClientRect();
    return box?.height ? Math.round(box.bottom) : null;
  }), SEEN);
  bottoms.forEach((bottom, i) => {
    if (bottom === null) below.push(`/${path}: there is no ${SEEN[i]}`);
    else if (bottom > PHONE.height) below.push(`/${path}: ${SEEN[i]} ends at ${bottom} px`);
  });
  await page.close();
});

const menus = [];
for (const lang of languages) {
  const page = await browser.newPage({ viewport: PHONE });
  await page.goto(`${origin}${lang}/`, { waitUntil: 'load' });
  const look = () => page.evaluate(() => {
    const links = [...document.querySelectorAll('.bar a, .menu a')];
    return { rows: new Set([...document.querySelectorAll('.menu li')].map((item) => item.offsetTop)).size,
      wide: document.documentElement.scrollWidth,
      small: links.filter((a) => a.offsetHeight < 44 || a.offsetWidth < 44).map((a) => a.textContent) };
  });
  const { rows, small } = await look();
  if (rows > 2) menus.push(`${lang}: ${rows} rows`);
  menus.push(...small.map((text) => `${lang}: smaller than 44 px: ${text}`));
  await page.evaluate(spaceOut, true);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.$$eval('a[data-count]', (all) => all.forEach((a) => { a.textContent = a.dataset.count.replace('{count}', 50); }));
  if ((await look()).wide > 320) menus.push(`${lang}: ${(await look()).wide} px wide`);
  await page.close();
}
await browser.close();
stop();

const worn = new Map();      // folder of a province and its cloth → the first that wears it
for (const path of entries) {
  const html = read(path);
  const found = html.match(CLOTH) ?? [];
  const photo = PHOTO.test(html);
  if (found.length + photo !== 1) cloths.count.push(`/${path}: ${found.length}`);
  if (photo) continue;
  if (found.some((cloth) => Buffer.byteLength(cloth) > MOST)) cloths.size.push(`/${path}`);
  const key = path.split('/').slice(0, 2).join('/') + found[0];
  if (worn.has(key)) cloths.same.push(`/${path} as ${worn.get(key)}`);
  worn.set(key, `/${path}`);
}

check('field, name, summary, place and the way there are on the first screen of a phone', below);
check('the menu takes two rows of a phone, of 44 px each, and goes on whole with wide letters', menus);
check('an entry wears one cloth, or a photo stands there', cloths.count);
check(`a cloth has at most ${MOST} bytes`, cloths.size);
check('no two entries of a province wear the same', cloths.same);
done();
