/* SPDX-License-Identifier: MIT */
// Lighthouse on its phone profile: slow 4G and a processor at a quarter of its speed, both reckoned from one
// quick load. The site comes by HTTP/2 over TLS, as from a static host. Lighthouse is no dependency (185 MB);
// where it is installed:
//   npm install --prefix /tmp/lighthouse lighthouse@12.8.2
//   SITE=site LIGHTHOUSE=/tmp/lighthouse node light.mjs [path …]     RUNS=3: the best of so many; PLAIN=1: HTTP/1.1

import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './lib/browser.mjs';
import { freePort, serveAtHome } from './lib/nginx.mjs';
import { kindOf, sample, urlOf } from './lib/site.mjs';
import { bail, check, done, note } from './lib/tap.mjs';

const KINDS = ['home', 'province', 'entry', 'search'];
const LEAST = 98;                // of 100, in each category
const LATEST = 1200;             // ms until the largest thing is painted
const RUNS = Number(process.env.RUNS ?? 3);
const LIGHTHOUSE = process.env.LIGHTHOUSE ?? bail('no LIGHTHOUSE: see the head of light.mjs');

/** The categories below LEAST, and the largest paint when it comes late. */
function shortOf({ categories, audits }) {
  const low = Object.values(categories).map(({ id, score }) => [id, Math.round(score * 100)])
    .filter(([, score]) => score < LEAST).map(([id, score]) => `${id} ${score}`);
  const paint = Math.round(audits['largest-contentful-paint'].numericValue);
  return paint > LATEST ? [...low, `largest paint after ${paint} ms`] : low;
}

function told({ categories, audits }) {
  const scores = Object.values(categories).map(({ score }) => Math.round(score * 100)).join(' ');
  const times = ['first-contentful-paint', 'largest-contentful-paint', 'interactive', 'total-blocking-time']
    .map((id) => Math.round(audits[id].numericValue)).join(' ');
  const shift = audits['cumulative-layout-shift'].numericValue.toFixed(3);
  return `${scores} | ${times} ms | ${shift} | ${Math.round(audits['total-byte-weight'].numericValue / 1024)} KB`;
}

/** Audits that are not whole, with what they point at. */
function wanting({ audits }) {
  return Object.values(audits).filter(({ score }) => score !== null && score < 0.9).map(({ id, displayValue = '', details }) => {
    const items = (details?.items ?? []).slice(0, 3).map((item) => JSON.stringify(item).slice(0, 200));
    return [`${id} ${displayValue}`, ...items].join('\n#       ');
  });
}

async function main() {
  const from = createRequire(join(resolve(LIGHTHOUSE), 'package.json'));
  const { default: lighthouse } = await import(pathToFileURL(from.resolve('lighthouse')));
  const asked = process.argv.slice(2);
  const paths = asked.length ? asked : sample(1).filter((path) => KINDS.includes(kindOf(path)));
  const port = await freePort();
  const browser = await launch(`--remote-debugging-port=${port}`, '--ignore-certificate-errors');
  const { origin, stop } = await serveAtHome({ measured: true, tls: !process.env.PLAIN });
  note('performance accessibility best-practices seo | first, largest paint, interactive, blocking | shift | bytes');
  for (const path of paths) {
    let best;
    for (let run = 0; run < RUNS && (!best || shortOf(best).length); run += 1) {
      const { lhr } = await lighthouse(origin + urlOf(path), { port, logLevel: 'error', output: 'json' });
      if (!best || lhr.categories.performance.score > best.categories.performance.score) best = lhr;
    }
    note(`/${path}: ${told(best)}`);
    for (const what of wanting(best)) note(`  ${what}`);
    check(`/${path}`, shortOf(best));
  }
  await browser.close();
  stop();
  done();
}

await main();
