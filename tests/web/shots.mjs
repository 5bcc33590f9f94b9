/* SPDX-License-Identifier: MIT */
// Not a test: pictures of every kind of page, to look at.
//   SITE=site node shots.mjs FOLDER [kind …]

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { each, launch } from './lib/browser.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { kindOf, langOf, sample, urlOf } from './lib/site.mjs';

const [folder = 'shots', ...kinds] = process.argv.slice(2);
const TALLEST = 6000;      // a picture nobody scrolls through shows nothing
mkdirSync(folder, { recursive: true });

const paths = sample(1).filter((path) => !kinds.length || kinds.includes(kindOf(path)));
const browser = await launch();
const { origin, stop } = await serveAtHome();

async function shoot(page, name, width, colorScheme) {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme, media: 'screen' });
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width, height: Math.min(tall, TALLEST) };
  const file = join(folder, `${name}-${width}-${colorScheme}.png`);
  await page.screenshot({ path: file, fullPage: true, clip });
}

await each(paths, 2, async (path) => {
  const page = await browser.newPage();
  const name = [kindOf(path), langOf(path)].filter(Boolean).join('-');
  await page.goto(origin + urlOf(path), { waitUntil: 'load' });
  for (const width of [360, 1280]) {
    for (const scheme of ['light', 'dark']) await shoot(page, name, width, scheme);
  }
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.pdf({ path: join(folder, `${name}.pdf`), format: 'A4', printBackground: true });
  await page.close();
  console.log(`${name}  /${path}`);
});
await browser.close();
stop();
