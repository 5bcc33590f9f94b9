/* SPDX-License-Identifier: MIT */
// An entry on paper: the first sheet is a sign, and its QR code, read back from the picture of it,
// is the page's own address.
//   SITE=site node sign.mjs        SITE: a site in which one name is as long as it may be (sign.t)

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, watch } from './lib/browser.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { readBack, run, sheets } from './lib/paper.mjs';
import { kindOf, sample, urlOf } from './lib/site.mjs';
import { bail, check, done } from './lib/tap.mjs';

const LONG = '361102';     // the LAO with the long name
const A4 = 'Page size:       594.96 x 841.92 pts (A4)';

const entries = sample(1).filter((path) => kindOf(path) === 'entry');
for (const lang of ['th', 'en']) entries.push(`${lang}/chaiyaphum/${LONG}/index.html`);
if (entries.length < 4) bail('no entries');
const folder = mkdtempSync(join(tmpdir(), 'attalak-sign-'));
const browser = await launch();
const { origin, stop } = await serveAtHome();
const problems = { sheet: [], code: [], page: [], screen: [], last: [], told: [] };
const noise = [];

/** In print: the sign is one sheet, nothing of it is cut off, and its words are the page's. */
async function layout(page, path) {
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate(() => {
    const poster = document.querySelector('.poster');
    const facts = poster.querySelector('.poster-facts');
    const shown = (selector) => document.querySelector(selector).checkVisibility();
    const inside = poster.getBoundingClientRect();
    const code = poster.querySelector('.qr').getBoundingClientRect();
    const last = poster.querySelector('.poster-address').getBoundingClientRect();
    return {
      height: inside.height / (96 / 25.4),
      cut: Math.max(...[poster, facts].map((part) => part.scrollHeight - part.clientHeight)),
      address: last.bottom <= inside.bottom,
      code: Math.min(code.width, code.height) / (96 / 25.4),
      unsaid: [...document.querySelectorAll('[aria-labelledby="access"] > .notice')].map((told) => told.textContent)
        .filter((told) => !facts.textContent.includes(told)),
      hidden: !shown('.top') && !shown('.share'),
    };
  });
  if (Math.abs(found.height - 264) > 1 || found.cut > 0 || !found.address) problems.sheet.push(`${path}: ${JSON.stringify(found)}`);
  if (found.unsaid.length) problems.told.push(`${path}: ${found.unsaid}`);
  if (found.code < 50) problems.sheet.push(`${path}: a code of ${found.code} mm`);
  if (!found.hidden) problems.sheet.push(`${path}: the screen's own pieces are printed`);
}

/** What reader modes take and a page without its style sheet shows: its own words, then the sign. */
const comesLast = (page) => page.evaluate(() => document.querySelector('article').compareDocumentPosition(
  document.querySelector('.poster')) === Node.DOCUMENT_POSITION_FOLLOWING);

async function look(path) {
  const page = await browser.newPage();
  noise.push(watch(page, origin));
  await page.goto(origin + urlOf(path), { waitUntil: 'load' });
  if (await page.locator('.poster').isVisible()) problems.screen.push(path);
  if (!await comesLast(page)) problems.last.push(path);
  const address = await page.getAttribute('link[rel="canonical"]', 'href');
  const pdf = join(folder, `${path.replaceAll('/', '-')}.pdf`);
  await page.pdf({ path: pdf, preferCSSPageSize: true });     // without grounds, as browsers print
  if (!run('pdfinfo', pdf).includes(A4)) problems.sheet.push(`${path}: ${run('pdfinfo', pdf)}`);
  const [first, second] = sheets(pdf);
  if (!first.includes(address)) problems.sheet.push(`${path}: no address on the first sheet`);
  const visit = await page.textContent('#visit');
  if (second.includes(address) || first.includes(visit) || !second.trim()) problems.page.push(path);
  const read = readBack(pdf);
  if (read !== address) problems.code.push(`${path}: ${read}`);
  await layout(page, path);
  await page.close();
}

for (const path of entries) await look(path);
check('the first sheet of an entry is a sign on A4, whole', problems.sheet);
check('its QR code at 300 dpi is the page’s address', problems.code);
check('the story follows on the next sheet', problems.page);
check('the sign is not on the screen', problems.screen);
check('how sure it is what it says of access', problems.told);
check('without a style sheet it comes last', problems.last);
check('no console error, no CSP violation, no foreign request', noise.flat());
await browser.close();
stop();
rmSync(folder, { recursive: true });
done();
