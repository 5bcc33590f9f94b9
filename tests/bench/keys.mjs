/* SPDX-License-Identifier: MIT */
// How much the search page asks of a slow processor: the country's site in Chromium at 360 px, slowed
// down; a first question with nothing fetched yet, then words letter by letter. SEARCH.md holds a result.
//   SITE=.build/nation/site node tests/bench/keys.mjs        SLOWER: how many times (4); ROUNDS (3)
//
// What is told is the main thread's own time (Chromium's slowing counts in it), which others on the
// machine lengthen least: from the question or letter to the frame that shows its first answers, and
// the longest task of all until the next letter; by the clock in brackets.

import { launch } from '../web/lib/browser.mjs';
import { serveAtHome } from '../web/lib/nginx.mjs';

const SLOWER = Number(process.env.SLOWER ?? 4);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const BETWEEN = 150 * SLOWER;        // ms from letter to letter
const REST = 2000 + 1500 * SLOWER;   // until all is fetched and folded
const QUESTIONS = {
  th: { first: 'ผ้าทอมือ', key: ['ผ้าไหม', 'หนองบัว วัด'], misspelt: ['ผ้าไหมมัดหมิ่'] },
  en: { first: 'cloth', key: ['silk', 'old temple'], misspelt: ['nogn bua', 'old tmple'] },
};

/** In the page: marks when something is asked, and the frame after its first answers. */
function markAnswers() {
  let seen;
  const [said, results] = ['said', 'results'].map((id) => document.getElementById(id));
  const drawn = () => {
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => performance.mark('drawn')));
  };
  const asked = () => {
    performance.mark('asked');
    seen?.disconnect();
    seen = new MutationObserver(() => { if (results.children.length || said.textContent.includes('“')) drawn(); });
    seen.observe(results, { childList: true });
    seen.observe(said, { childList: true });
  };
  document.addEventListener('input', asked, true);
  document.addEventListener('submit', asked, true);
}

/** Pairs of marks and the longest task, from what Chromium traced while `job` ran; ms of the thread and of the clock. */
async function trace(session, job) {
  const events = [];
  const keep = ({ value }) => events.push(...value);
  session.on('Tracing.dataCollected', keep);
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['blink.user_timing', 'disabled-by-default-devtools.timeline'] } });
  await job();
  const complete = new Promise((resolve) => { session.once('Tracing.tracingComplete', resolve); });
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', keep);
  const marks = events.filter(({ name, cat }) => cat.includes('user_timing') && ['asked', 'drawn'].includes(name)).sort((a, b) => a.ts - b.ts);
  const pairs = marks.flatMap((mark, i) => (mark.name === 'drawn' && marks[i - 1]?.name === 'asked'
    ? [{ own: (mark.tts - marks[i - 1].tts) / 1000, clock: (mark.ts - marks[i - 1].ts) / 1000 }] : []));
  // Chromium says of a task when it began, in the thread's own time; not how long it was.
  const tasks = events.filter(({ name, pid, tid, ts }) => name === 'RunTask' && pid === marks[0]?.pid && tid === marks[0]?.tid && ts >= marks[0].ts)
    .sort((a, b) => a.ts - b.ts);
  return { pairs, longest: Math.max(0, ...tasks.slice(1).map(({ tts }, i) => (tts - tasks[i].tts) / 1000)) };
}

async function round(origin, browser, lang, tell) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(`${origin}${lang}/search/`);
  await page.evaluate(markAnswers);
  await page.waitForTimeout(REST / 4);
  const ask = (text) => page.evaluate((value) => {
    document.getElementById('q').value = value;
    document.getElementById('search').requestSubmit();
  }, text);
  const { first, ...typed } = QUESTIONS[lang];
  tell('first', await trace(session, async () => { await ask(first); await page.waitForSelector('#results .card'); await page.waitForTimeout(BETWEEN); }));
  await page.waitForTimeout(REST);
  await page.focus('#q');
  for (const [what, texts] of Object.entries(typed)) {
    for (const text of texts) {
      await ask('');
      await page.waitForTimeout(BETWEEN);
      tell(what, await trace(session, async () => {
        for (const letter of text) {
          await page.keyboard.insertText(letter);
          await page.waitForTimeout(BETWEEN);
        }
      }));
    }
  }
  await context.close();
}

const browser = await launch();
const { origin, stop } = await serveAtHome();
for (const lang of Object.keys(QUESTIONS)) {
  const all = {};
  for (let i = 0; i < ROUNDS; i += 1) {
    await round(origin, browser, lang, (what, { pairs, longest }) => {
      all[what] ??= { pairs: [], longest: [] };
      all[what].pairs.push(...pairs);
      all[what].longest.push(longest);
    });
  }
  for (const [what, { pairs, longest }] of Object.entries(all)) {
    const at = (of, share) => Math.round(pairs.map((pair) => pair[of]).sort((a, b) => a - b)[Math.floor((pairs.length - 1) * share)]);
    const times = (of) => [0.5, 0.9, 1].map((share) => at(of, share)).join(' / ');
    console.log(`${lang} ${what}: ${pairs.length} answers; half, 9 of 10, all within ${times('own')} ms (${times('clock')}); longest task ${Math.round(Math.max(...longest))}`);
  }
}
await browser.close();
stop();
