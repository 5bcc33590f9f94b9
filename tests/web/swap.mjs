/* SPDX-License-Identifier: MIT */
// A site is published again and again while nginx serves it by its path and wrk asks for every page.
//   SWAP_PROJECT=folder PUBLISHES=50 node swap.mjs
//
// Two contents alternate, and each build has another style sheet, so that its hashed name is new every
// time. nginx looks the path up for each request, so of two requests the second may meet the next build.
// What is promised, and asserted:
//   - every page answers 200 at every moment, and is byte for byte the page of one build;
//   - a page that was loaded before a publish finds its style sheet and scripts after it, with the
//     bytes it was made with;
//   - after a second publish they are gone: more than one build is not kept.
// So a reader may be overtaken by one publish, not by two. The test keeps to that without a clock: a
// publish begins only when every round of a reader that began before the last one's end is done.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, appendFileSync, constants, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync,
  realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { page as parse } from './lib/html.mjs';
import { bail, check, done, note } from './lib/tap.mjs';

const PUBLISHES = Number(process.env.PUBLISHES ?? 10);
const READERS = 4;
const HELD = 40;   // pages that are loaded before each publish and completed after it
const here = dirname(fileURLToPath(import.meta.url));
const top = resolve(here, '../..');
const project = resolve(process.env.SWAP_PROJECT ?? top);
const program = process.env.SWAP_PROGRAM ?? join(top, '.build/attalak');

function isWritable(folder) {
  try { accessSync(folder, constants.W_OK); return true; } catch { return false; }
}

const work = mkdtempSync(join(isWritable('/dev/shm') ? '/dev/shm' : tmpdir(), 'attalak-swap-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const site = join(work, 'site');
process.env.SITE = site;   // lib/site.mjs reads it when it is loaded, below

// ---- builds ----

const part = (name) => [project, top].map((dir) => join(dir, name)).find(existsSync);

// The assets are edited, so they must be copies: in a project they may be a link to another's.
for (const which of ['a', 'b']) {
  mkdirSync(join(work, which));
  cpSync(realpathSync(part('assets')), join(work, which, 'assets'), { recursive: true, dereference: true });
  if (!realpathSync(join(work, which, 'assets/style.css')).startsWith(realpathSync(work))) bail('a link, not a copy');
  for (const name of ['content', 'templates']) symlinkSync(part(name), join(work, which, name));
}

function run(command, args, env = {}) {
  const child = spawn(command, args, { env: { ...process.env, ...env } });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => { out += data; });
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: error.code, out }));
    child.on('close', (code) => resolve({ code, out }));
  });
  return { child, ended };
}

const sha = (bytes) => createHash('sha256').update(bytes).digest('hex');
const builds = [];     // what was published: path → SHA-256, from manifest.txt
let begun = 0;         // builds.length, or one more while a publish is on its way

async function publish() {
  const n = builds.length;
  const which = 'ab'[n % 2];
  appendFileSync(join(work, which, 'assets/style.css'), `\n.build-${n} { color: inherit }\n`);
  begun = n + 1;
  const { code, out } = await run(program, ['build', join(work, which), '-o', site, '--quiet',
    '--base-url', `https://${which}.example/`]).ended;
  if (code !== 0 && code !== 1) bail(`build ${n} ends with ${code}: ${out}`);
  const lines = readFileSync(join(site, 'manifest.txt'), 'utf8').split('\n').filter(Boolean);
  builds.push(new Map(lines.map((line) => line.split('\t')).map(([path, , hash]) => [path, hash])));
}

await publish();
await publish();
const paths = [...builds[1].keys()].filter((path) => path.endsWith('.html') && builds[0].has(path));
const address = (path) => `/${path.replace(/(^|\/)index\.html$/, '$1')}`;

// ---- readers ----

const { serve } = await import('./lib/nginx.mjs');
const { urls: [start], stop } = await serve(['/']);
const agent = new Agent({ keepAlive: true, maxSockets: 16 });
const problems = { page: [], torn: [], asset: [], late: [], gone: [] };
const count = { pages: 0, assets: 0, met: 0, held: 0 };

function fetch(url) {
  return new Promise((resolve) => {
    const request = get(url, { agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(chunks) }));
      response.on('error', (error) => resolve({ status: error.code, body: Buffer.alloc(0) }));
    });
    request.on('error', (error) => resolve({ status: error.code, body: Buffer.alloc(0) }));
  });
}

/** A page, and what it loads besides itself as paths of the site; `builds` are those it may be of. */
async function load(path) {
  const first = builds.length - 1;
  const url = new URL(address(path), start);
  const { status, body } = await fetch(url);
  count.pages += 1;
  if (status !== 200) problems.page.push(`${status} ${url}`);
  const loads = status === 200 ? parse(body.toString('utf8')).loads : [];
  const assets = loads.filter((to) => !to.startsWith('#')).map((to) => new URL(to, url))
    .filter((to) => to.origin === url.origin);
  return { path, status, hash: sha(body), first, last: begun - 1, assets };
}

/** Which build a page is of, once all that may have been published are known. */
function ofBuild(page) {
  for (let n = page.first; n <= page.last; n += 1) if (builds[n].get(page.path) === page.hash) return n;
  problems.torn.push(`${page.path} is of none of the builds ${page.first} to ${page.last}`);
  return -1;
}

async function complete(page, list) {
  const got = [];
  for (const url of page.assets) {
    const { status, body } = await fetch(url);
    count.assets += 1;
    if (status !== 200) list.push(`${status} ${url.pathname} of ${page.path}, build ${page.first}`);
    else got.push([url.pathname.slice(1), sha(body)]);
  }
  return { ...page, got };
}

function judge(page) {
  if (page.status !== 200) return;
  const n = ofBuild(page);
  for (const [path, hash] of n < 0 ? [] : page.got) {
    if (builds[n].get(path) !== hash) problems.torn.push(`${path} of ${page.path} is not build ${n}'s`);
  }
}

const any = () => paths[Math.floor(Math.random() * paths.length)];
const rounds = new Set();    // on their way
const waiting = [];          // done, to be judged when the publish that went on is done
let stopped = false;

async function read() {
  while (!stopped) {
    const round = load(any()).then((page) => complete(page, problems.asset));
    rounds.add(round);
    const page = await round;
    rounds.delete(round);
    count.met += begun - 1 > page.first;
    waiting.push(page);
  }
}

// ---- all at once ----

writeFileSync(join(work, 'urls'), paths.map(address).join('\n'));
const wrk = run('wrk', ['-t1', '-c16', '-d7200s', '-s', join(here, 'lib/hammer.lua'), start],
  { URLS: join(work, 'urls') });
const readers = Array.from({ length: READERS }, read);

for (let k = 0; k < PUBLISHES; k += 1) {
  await Promise.all(rounds);   // none is overtaken twice
  const held = await Promise.all(Array.from({ length: HELD }, () => load(any())));
  await publish();
  const whole = await Promise.all(held.map((page) => complete(page, problems.late)));
  whole.forEach(judge);
  count.held += whole.length;
  waiting.splice(0).forEach(judge);
}
stopped = true;
await Promise.all(readers);
waiting.splice(0).forEach(judge);

wrk.child.kill('SIGINT');
const { out } = await wrk.ended;
const hammered = /^hammered (\d+) requests, (\d+) not 200.*connect, (\d+) read, (\d+) write/m.exec(out);
if (!hammered) bail(`wrk: ${out}`);

const sheet = (n) => [...builds[n].keys()].find((path) => /^assets\/style\..*css$/.test(path) && !builds[n - 1]?.has(path));
const last = builds.length - 1;
for (const [n, wanted] of [[last, 200], [last - 1, 200], [last - 2, 404]]) {
  const { status } = await fetch(new URL(sheet(n), start));
  if (status !== wanted) problems.gone.push(`${status} ${sheet(n)} of build ${n}, now ${last}`);
}

note(`${PUBLISHES} publishes of ${builds[last].size} files; wrk ${hammered[0]}`);
note(`readers: ${count.pages} pages (${count.met} while a publish was on its way, ${count.held} held over one), ${count.assets} assets`);
check('wrk met nothing but 200', [
  ...(Number(hammered[2]) || Number(hammered[3]) || Number(hammered[4]) ? [hammered[0]] : []),
  ...(Number(hammered[1]) > PUBLISHES * 10 ? [] : [`only ${hammered[1]} requests`])]);
check('readers too', problems.page);
check('every page is one build\'s, byte for byte, and so is what it loads', problems.torn);
check('a page finds what it loads, whenever a publish comes between', problems.asset);
check(`all ${count.held} pages that were loaded before a publish find it afterwards`, problems.late);
check('readers met every publish on its way', count.met >= PUBLISHES ? [] : [`only ${count.met}`]);
check('a style sheet stays for one build more and no longer', problems.gone);
agent.destroy();
stop();
done();
