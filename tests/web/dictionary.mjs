/* SPDX-License-Identifier: MIT */
// The dictionary of a sheet's columns: one file, opened from a disk, without a server or a script.
//   node dictionary.mjs

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { launch, watch } from './lib/browser.mjs';
import * as probes from './lib/probes.mjs';
import { check, done } from './lib/tap.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = process.env.ATTALAK ?? join(ROOT, '.build/attalak');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const found = { markup: [], axe: [], reflow: [], lang: [], print: [], console: [] };
const dir = mkdtempSync(join(tmpdir(), 'attalak-dictionary-'));
const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:recommended'] }));
const browser = await launch();

function make(kind, lang) {
  const file = join(dir, `${kind}.${lang}.html`);
  execFileSync(PROGRAM, ['sheet-template', ROOT, '--kind', kind, '--lang', lang,
    '--format', 'dictionary-html', '-o', file]);
  return file;
}

async function validate(file) {
  const report = await validator.validateString(readFileSync(file, 'utf8'), file);
  return report.results.flatMap(({ messages }) => messages
    .filter((m) => m.severity > 1).map((m) => `${file}:${m.line}: ${m.ruleId}: ${m.message}`));
}

async function look(page, name, width, colorScheme) {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
  const where = `${name} ${width} ${colorScheme}`;
  const violations = await page.evaluate(async () => (await window.axe.run(document)).violations
    .map((v) => `${v.id}: ${v.nodes.length} × ${v.help}: ${v.nodes[0].target.join(' ')}`));
  found.axe.push(...violations.map((what) => `${where}: ${what}`));
  found.reflow.push(...(await page.evaluate(probes.overflow)).map((what) => `${where}: ${what}`));
}

for (const kind of ['identity', 'report']) {
  for (const lang of ['th', 'en']) {
    const file = make(kind, lang);
    found.markup.push(...await validate(file));
    const page = await browser.newPage();
    const problems = watch(page, 'file:');
    await page.goto(pathToFileURL(file).href);
    found.lang.push(...await page.evaluate(probes.unmarkedThai));
    await page.evaluate(AXE);
    for (const width of [320, 1280]) {
      for (const scheme of ['light', 'dark']) await look(page, `${kind} ${lang}`, width, scheme);
    }
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 794, height: 1123 });   // A4
    found.print.push(...await page.evaluate(probes.overflow));
    found.console.push(...problems);
    await page.close();
  }
}
await browser.close();
rmSync(dir, { recursive: true });
check('html-validate finds no error', found.markup);
check('axe-core: no violation, at two widths, light and dark', found.axe);
check('no horizontal scroll at 320, 360 and 390 px', found.reflow);
check('Thai is marked as Thai', found.lang);
check('prints within the page', found.print);
check('no console error, no request elsewhere', found.console);
done();
