/* SPDX-License-Identifier: MIT */
// The same pages in Debian's Firefox, driven by WebDriver BiDi: they show, find and keep without an error.
//   SITE=site node firefox.mjs        without firefox-esr it is skipped

import { existsSync } from 'node:fs';
import { firefox } from 'playwright-core';
import { serveAtHome } from './lib/nginx.mjs';
import { kindOf, languages, sample, urlOf } from './lib/site.mjs';
import { check, done } from './lib/tap.mjs';

const executablePath = [process.env.FIREFOX, '/usr/lib/firefox-esr/firefox-esr'].find((path) => path && existsSync(path));
if (!executablePath) {
  console.log('1..0 # SKIP firefox-esr is not installed');
  process.exit();
}
const browser = await firefox.launch({ channel: 'moz-firefox', executablePath, timeout: 120000 });
const { origin, stop } = await serveAtHome();
const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
const noise = [];
page.on('pageerror', (error) => noise.push(`${page.url()}: ${error.message}`));
page.on('console', (message) => { if (message.type() === 'error') noise.push(`${page.url()}: ${message.text()}`); });

async function shows(path) {
  await page.goto(origin + path, { waitUntil: 'load' });
  const { wide, styled, words } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    styled: [...document.styleSheets].some((sheet) => sheet.cssRules.length > 50),
    words: document.querySelector('main').innerText.trim().length,
  }));
  return styled && words > 40 && wide <= 360 ? [] : [`${path}: ${words} letters, ${wide} px wide`];
}

const shown = [];
for (const path of sample(1).filter((each) => ['home', 'entry'].includes(kindOf(each)))) shown.push(...await shows(urlOf(path)));
check('home and entry show', shown);
const found = [];
for (const lang of languages) {
  found.push(...await shows(`${lang}/search/?q=ผ้าไหมมัดหมี่`));
  await page.waitForFunction(() => document.querySelector('#results .card'), null, { timeout: 20000 })
    .catch(() => found.push(`${lang}: nothing is found`));
}
check('the search finds', found);
check('no error', noise);
await browser.close();
stop();
done();
