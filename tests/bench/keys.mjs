/* SPDX-License-Identifier: MIT */
// How much the search page asks of a slow processor: the country's site in Chromium at 360 px, slowed
// down; a first question with nothing fetched yet, then words letter by letter. SEARCH.md holds a result.
//   SITE=.build/nation/site node tests/bench/keys.mjs        SLOWER: how many times (4); ROUNDS (3)
//
// What is told of each letter is the main thread's own time (Chromium's slowing counts in it), which
// others on the machine lengthen least: up to the frame that shows its first answers; all of it until the
// next letter; the longest task; and after a word, what is left for a pause. Then by the clock, when the first answers
// are drawn and when the whole answer stands: Chromium slows the main thread alone, so the time that the thread that
// searches took until then is added as often as it was not slowed.

import { launch } from '../web/lib/browser.mjs';
import { serveAtHome } from '../web/lib/nginx.mjs';

const SLOWER = Number(process.env.SLOWER ?? 4);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const BETWEEN = 200;                 // ms from letter to letter: a good typist
const PAUSE = 1000;                  // after a word
const REST = 2000 + 1500 * SLOWER;   // until all is fetched and folded
const QUESTIONS = {
  th: { first: 'ผ้าทอมือ', key: ['ผ้าไหม', 'หนองบัว วัด', 'น้ำพริก', 'โรงเรียน'], misspelt: ['ผ้าไหมมัดหมิ่'] },
  en: { first: 'cloth', key: ['silk', 'old temple', 'ban nong', 'market'], misspelt: ['nogn bua', 'old tmple'] },
};
const CATEGORIES = ['blink.user_timing', 'disabled-by-default-devtools.timeline', 'toplevel'];

/** In the page: marks when something is asked, the frame after its first answers, and each change that is drawn. */
function markAnswers() {
  let isWaiting = false;
  const [said, results] = ['said', 'results'].map((id) => document.getElementById(id));
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => performance.mark('drawn');
  const asked = () => {
    performance.mark('asked');
    isWaiting = true;
  };
  new MutationObserver(() => {
    performance.mark('changed');
    if (!isWaiting || !(results.children.length || said.textContent.includes('“'))) return;
    isWaiting = false;
    requestAnimationFrame(() => port2.postMessage(0));
  }).observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true });
  document.addEventListener('input', asked, true);
  document.addEventListener('submit', asked, true);
}

/** What one question or letter took, from the events of both threads between it and the next; ms. */
function timesOf(begun, next, events, span) {
  const isLast = !next;
  const end = begun.ts + span * 1000;
  const within = events.filter(({ ts }) => ts >= begun.ts && ts < (next?.ts ?? end));
  const after = events.filter(({ name, tdur, ts, pid, tid }) => name === 'RunTask' && tdur && ts >= end && pid === begun.pid && tid === begun.tid);
  const isMain = ({ pid, tid }) => pid === begun.pid && tid === begun.tid;
  const find = (name) => within.filter((event) => event.name === name && isMain(event));
  // A frame that came before what was asked could be drawn, and what was the same as before, tell nothing.
  const [drawn] = find('drawn');
  const tasks = within.filter(({ name, tdur }) => name === 'RunTask' && tdur);
  const sum = (list) => list.reduce((all, { tdur }) => all + tdur, 0) / 1000;
  const mine = tasks.filter(isMain);
  const theirs = tasks.filter((task) => task.worker);
  const searching = sum(theirs);
  const byClock = ({ ts }) => (ts - begun.ts) / 1000 + (SLOWER - 1) * sum(theirs.filter((task) => task.ts < ts));
  return {
    first: drawn && (drawn.tts - begun.tts) / 1000,
    clock: drawn && byClock(drawn),
    all: sum(mine),
    pause: isLast ? sum(after) : undefined,
    task: Math.max(0, ...mine.map(({ tdur }) => tdur / 1000)),
    searching: searching * SLOWER,
    stands: byClock(find('changed').at(-1) ?? begun),
  };
}

/** The times of all that was asked while `job` ran, from what Chromium traced. */
async function trace(session, job, span = BETWEEN) {
  const events = [];
  const keep = ({ value }) => events.push(...value);
  session.on('Tracing.dataCollected', keep);
  await session.send('Tracing.start', { traceConfig: { includedCategories: CATEGORIES } });
  await job();
  const complete = new Promise((resolve) => { session.once('Tracing.tracingComplete', resolve); });
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', keep);
  const workers = new Set(events.filter(({ name, args }) => name === 'thread_name' && args.name === 'DedicatedWorker thread')
    .map(({ pid, tid }) => `${pid} ${tid}`));
  for (const event of events) event.worker = workers.has(`${event.pid} ${event.tid}`);
  const asked = events.filter(({ name }) => name === 'asked').sort((a, b) => a.ts - b.ts);
  return asked.map((mark, i) => timesOf(mark, asked[i + 1], events, span));
}

async function round(origin, browser, lang, tell) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(`${origin}${lang}/search/`);
  await page.evaluate(markAnswers);
  await page.waitForSelector('#q');         // Playwright's own scripts are there before anything is measured
  await page.waitForTimeout(REST / 4);
  const ask = (text) => page.evaluate((value) => {
    document.getElementById('q').value = value;
    document.getElementById('search').requestSubmit();
  }, text);
  const { first, ...typed } = QUESTIONS[lang];
  tell('first', await trace(session, async () => { await ask(first); await page.waitForTimeout(2 * PAUSE); }, PAUSE));
  await page.waitForTimeout(REST);
  await page.focus('#q');
  for (const [what, texts] of Object.entries(typed)) {
    for (const text of texts) {
      await ask('');
      await page.waitForTimeout(PAUSE);
      tell(what, await trace(session, async () => {
        for (const letter of text) {
          await page.keyboard.insertText(letter);
          await page.waitForTimeout(BETWEEN);
        }
        await page.waitForTimeout(PAUSE);
      }));
    }
  }
  await context.close();
}

const KINDS = { first: 'first answers', clock: 'by the clock', all: 'all', pause: 'pause', task: 'longest task', searching: 'searching', stands: 'stands' };

function report(what, times) {
  const at = (kind, share) => {
    const sorted = times.map((time) => time[kind]).filter((ms) => ms !== undefined).sort((a, b) => a - b);
    return Math.round(sorted[Math.floor((sorted.length - 1) * share)]);
  };
  const parts = Object.entries(KINDS).map(([kind, name]) => `${name} ${[0.5, 0.9, 1].map((share) => at(kind, share)).join(' / ')}`);
  console.log(`${what}: ${times.length}; half, 9 of 10, all within: ${parts.join('; ')} ms`);
}

const browser = await launch();
const { origin, stop } = await serveAtHome();
const letters = [];
for (const lang of Object.keys(QUESTIONS)) {
  const all = {};
  for (let i = 0; i < ROUNDS; i += 1) {
    await round(origin, browser, lang, (what, times) => {
      (all[what] ??= []).push(...times);
      if (what !== 'first') letters.push(...times);
    });
  }
  for (const [what, times] of Object.entries(all)) report(`${lang} ${what}`, times);
}
report('all letters', letters);
await browser.close();
stop();
