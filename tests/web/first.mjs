/* SPDX-License-Identifier: MIT */
// What a visitor sees of an entry before the first scroll, on a phone of 360 × 800: its field, name, summary
// and place, and the button to the way there. Above them hangs one cloth, unlike any other of the province.
//   SITE=site node first.mjs

import { each, launch } from './lib/browser.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { kindOf, pages, read, sample, urlOf } from './lib/site.mjs';
import { check, done } from './lib/tap.mjs';

const PHONE = { width: 360, height: 800 };
const SEEN = ['.lead .field', 'h1', '.lead .summary', '.entry-place', '.go [href="#visit"]'];
const CLOTH = /<svg class="?weave"?.*?<\/svg><\/svg>/g;
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
await browser.close();
stop();

const worn = new Map();      // folder of a province and its cloth → the first that wears it
for (const path of entries) {
  const found = read(path).match(CLOTH) ?? [];
  if (found.length !== 1) cloths.count.push(`/${path}: ${found.length}`);
  if (found.some((cloth) => Buffer.byteLength(cloth) > MOST)) cloths.size.push(`/${path}`);
  const key = path.split('/').slice(0, 2).join('/') + found[0];
  if (worn.has(key)) cloths.same.push(`/${path} as ${worn.get(key)}`);
  worn.set(key, `/${path}`);
}

check('field, name, summary, place and the way there are on the first screen of a phone', below);
check('an entry wears one cloth', cloths.count);
check(`a cloth has at most ${MOST} bytes`, cloths.size);
check('no two entries of a province wear the same', cloths.same);
done();
