/* SPDX-License-Identifier: MIT */
// What each page, in each state, is looked at for: axe-core, and what axe does not see. The page stays
// loaded and in its state; each function gives a list of problems.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as probes from './probes.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const TABS = 400;                       // a page with more stops is walked this far

export async function axe(page) {
  if (!await page.evaluate(() => Boolean(window.axe))) await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
    const result = await window.axe.run(document, options);
    return result.violations.map((v) => `${v.id}: ${v.nodes.length} × ${v.help}: `
      + `${v.nodes[0].target.join(' ')} ${v.nodes[0].any[0]?.message ?? ''}`);
  }, TAGS);
}

/** A window of 1280 px at 200 %: half as wide, twice as sharp. */
async function zoomed(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', { width: 640, height: 400, deviceScaleFactor: 2, mobile: false });
  const problems = await page.evaluate(probes.overflow);
  await session.send('Emulation.clearDeviceMetricsOverride');
  await session.detach();
  return problems;
}

async function spaced(page, width) {
  await page.setViewportSize({ width, height: 640 });
  const before = new Set(await page.evaluate(probes.clipped));
  await page.evaluate(probes.spaceOut, true);
  const [wide, cut] = [await page.evaluate(probes.overflow), await page.evaluate(probes.clipped)];
  await page.evaluate(probes.spaceOut, false);
  return [...wide, ...cut.filter((what) => !before.has(what))].map((what) => `${width} px: ${what}`);
}

const NARROW = [390, 360, 320];      // as phones are, and as WCAG asks

/** What is wider than a narrow screen, with all that is folded, too. */
async function reflowed(page) {
  const problems = [];
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 640 });
    problems.push(...await page.evaluate(probes.overflow));
    await page.evaluate(probes.unfold, true);
    problems.push(...(await page.evaluate(probes.overflow)).map((what) => `unfolded: ${what}`));
    await page.evaluate(probes.unfold, false);
  }
  return problems;
}

/** { reflow, zoom, spacing, forced, motion, paper }: the problems of each. The context asks for reduced motion. */
export async function layout(page) {
  const motion = await page.evaluate(probes.moving);
  const zoom = await zoomed(page);
  const reflow = await reflowed(page);
  await page.emulateMedia({ forcedColors: 'active' });
  const forced = await page.evaluate(probes.forcedColours);
  await page.emulateMedia({ forcedColors: 'none', media: 'print' });
  const paper = await page.evaluate(probes.uselessOnPaper);
  await page.emulateMedia({ media: 'screen' });
  return { reflow, zoom, forced, motion, paper, spacing: [...await spaced(page, 320), ...await spaced(page, 1280)] };
}

/** Signs that a style sheet puts between words, as Chromium gives them to screen readers. */
export async function signsRead(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.filter(({ ignored, role, name }) => !ignored && role.value === 'StaticText' && /^\s*[·›+−▲▼✓]\s*$/.test(name.value))
    .map(({ name }) => name.value);
}

/** From where the keyboard is, Tab by Tab: in order, always to be seen. */
export async function walk(page, most = TABS) {
  const problems = [];
  let last = -1;
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(probes.focusState);
    if (!at || at.order === last) break;
    if (at.order < last) { if (i < 2) problems.push('no stop but one'); break; }
    last = at.order;
    if (!at.ring) problems.push(`focus is not visible: ${at.what}`);
    if (!at.seen) problems.push(`focus is off the screen: ${at.what}`);
    else if (at.covered) problems.push(`focus is covered: ${at.what}`);
  }
  return problems;
}
