/* SPDX-License-Identifier: MIT */
// The site as nginx serves it, at / and under /a/b/: every link a reader can follow answers 200 at
// once, and 404.html answers at every depth.
//   SITE=site node served.mjs

import { Agent, get } from 'node:http';
import { page as parse } from './lib/html.mjs';
import { serve } from './lib/nginx.mjs';
import { basePath, read } from './lib/site.mjs';
import { check, done, note } from './lib/tap.mjs';

const AT_ONCE = 16;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

function fetch(url) {
  return new Promise((resolve) => {
    const request = get(url, { agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({
        status: response.statusCode, type: response.headers['content-type'] ?? '',
        body: Buffer.concat(chunks).toString('utf8'),
      }));
    });
    request.on('error', (error) => resolve({ status: error.code, type: '', body: '' }));
  });
}

function* addresses(url, { type, body }) {
  if (type.startsWith('text/css')) {
    for (const [, address] of body.matchAll(/url\(\s*["']?([^)"']+)/g)) yield address;
  }
  if (!type.startsWith('text/html')) return;
  const it = parse(body);
  yield* it.loads;
  for (const link of it.links) yield link.url;
}

/** Follows every link below `start`; gives the number of addresses and the problems. */
async function crawl(start) {
  const origin = new URL(start).origin;
  const queue = [start];
  const known = new Set(queue);
  const problems = [];
  const visit = async (url) => {
    const answer = await fetch(url);
    if (answer.status !== 200) { problems.push(`${answer.status} ${url}`); return; }
    for (const address of addresses(url, answer)) {
      const next = new URL(address, url);
      next.hash = '';
      if (next.origin !== origin || known.has(next.href)) continue;
      known.add(next.href);
      queue.push(next.href);
    }
  };
  const running = new Set();
  while (queue.length || running.size) {
    while (queue.length && running.size < AT_ONCE) {
      const one = visit(queue.pop()).finally(() => running.delete(one));
      running.add(one);
    }
    await Promise.race(running);
  }
  return { count: known.size, problems };
}

async function notFound(start) {
  const problems = [];
  const expected = read('404.html');
  for (let depth = 1; depth <= 4; depth += 1) {
    const url = `${start}${'no/'.repeat(depth)}`;
    const { status, body } = await fetch(url);
    if (status !== 404 || body !== expected) problems.push(`${status} ${url}`);
    for (const address of [...parse(body).loads, ...parse(body).links.map((link) => link.url)]) {
      const next = new URL(address, url);
      if (next.origin !== new URL(start).origin) continue;
      const answer = await fetch(next.href);
      if (answer.status !== 200) problems.push(`${answer.status} ${next.href} from depth ${depth}`);
    }
  }
  return problems;
}

// The 404 page alone has absolute links: it is right only where base_url says the site is.
const { urls: [top, deep, home], stop } = await serve(['/', '/a/b/', basePath]);
for (const [name, start] of [['/', top], ['/a/b/', deep]]) {
  const { count, problems } = await crawl(start);
  note(`${count} addresses at ${name}`);
  check(`every link answers 200 at ${name}`, problems);
}
check(`404.html answers at depth 1 to 4 below ${basePath}`, await notFound(home));
agent.destroy();
stop();
done();
