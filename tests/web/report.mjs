/* SPDX-License-Identifier: MIT */
// The report of `attalak check`: its JSON against the schema, its page in a real browser, from the
// file system: complete with and without a script, filtered, printed, read by axe-core.
//   ATTALAK=.build/asan/attalak node report.mjs

import Ajv from 'ajv/dist/2020.js';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch, watch } from './lib/browser.mjs';
import * as probes from './lib/probes.mjs';
import { bail, check, done, note } from './lib/tap.mjs';

const TOP = fileURLToPath(new URL('../../', import.meta.url));
const PROGRAM = process.env.ATTALAK ?? join(TOP, '.build/asan/attalak');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SHEET = 'https://docs.google.com/spreadsheets/d/1aB/edit';
const MANY = 400;                       // more than the page shows unasked

// ---- content with mistakes of every severity, in YAML and in a sheet, and many of them

const dir = mkdtempSync(join(tmpdir(), 'attalak-report-'));
const content = (name) => join(dir, 'content', name);
const edit = (name, change) => writeFileSync(content(name), change(readFileSync(content(name), 'utf8')));

function prepare() {
  cpSync(join(TOP, 'tests/bad/base/content'), join(dir, 'content'), { recursive: true });
  for (const part of ['words', 'vocabulary'])
    cpSync(join(TOP, 'content', part), content(part), { recursive: true });
  for (const part of ['templates', 'assets']) symlinkSync(join(TOP, part), join(dir, part));
}

function mistake() {
  edit('tables.yaml', (text) => text.replace('kind: identity\n', `$&  sheet: ${SHEET}#gid=12\n`));
  edit('identities/370101.yaml', (text) => text.replace('historic', 'histori<b>"'));
  edit('identities/360201.yaml', (text) => text.replace(/^sources: .*\n/m, ''));
  edit('sheets/identities.csv', (text) => text.replace(',ด้านอาหาร,', ',<img src=x>&อาหาร,'));
  const rows = Array.from({ length: MANY }, (_, i) => `360201,2567-${(i % 12) + 1},-${i},`);
  edit('reports/2568.csv', (text) => `${text.trimEnd()}\n${rows.join('\n')}\n`);
}

function report(format, lang) {
  const run = spawnSync(PROGRAM, ['check', dir, '--format', format, '--lang', lang, '--quiet'],
    { encoding: 'utf8', maxBuffer: 1 << 26, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  if (run.error || run.status > 1) bail(`attalak check: ${run.error ?? run.stderr}`);
  return run.stdout;
}

function page(lang) {
  const path = join(dir, `${lang}.html`);
  writeFileSync(path, report('html', lang));
  return pathToFileURL(path).href;
}

prepare();
writeFileSync(join(dir, 'clean.html'), report('html', 'th'));
mistake();
const urls = { th: page('th'), en: page('en') };

// ---- JSON

const validate = new Ajv({ allErrors: true, allowUnionTypes: true })
  .compile(JSON.parse(readFileSync(join(TOP, 'src/findings.schema.json'), 'utf8')));
const problemsOf = (json) => (validate(json) ? []
  : validate.errors.map((error) => `${error.instancePath} ${error.message}`));
const json = JSON.parse(report('json', 'th'));
const { findings } = json;
note(`${findings.length} findings`);
check('JSON is what its schema says', problemsOf(json));
check('and the schema refuses what it does not say', [
  ...(problemsOf({ ...json, version: 2 }).length ? [] : ['version 2']),
  ...(problemsOf({ ...json, findings: [{ ...findings[0], severity: 'fatal' }] }).length ? [] : ['severity']),
  ...(problemsOf({ ...json, findings: [{ ...findings[0], link: 'javascript:' }] }).length ? [] : ['link']),
]);

// ---- the page

const browser = await launch();
const problems = [];

async function open(url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const tab = await context.newPage();
  const seen = watch(tab, 'file://');
  tab.on('request', (request) => {
    if (request.url().split('#')[0] !== url.split('#')[0]) seen.push(`asks for ${request.url()}`);
  });
  await tab.goto(url, { waitUntil: 'load' });
  return { tab, close: async () => { problems.push(...seen); await context.close(); } };
}

const status = (tab) => tab.locator('#shown').textContent();
const said = (tab, pattern) => tab.waitForFunction(
  (source) => new RegExp(source).test(document.getElementById('shown').textContent), pattern.source);
const listed = (tab) => tab.locator('ol > li').count();

async function complete() {
  const { tab, close } = await open(urls.th, { javaScriptEnabled: false });
  const there = await listed(tab);
  const form = await tab.locator('form').isVisible();
  const closed = await tab.locator('details:not([open])').count();
  await close();
  return [
    ...(there === findings.length ? [] : [`${there} of ${findings.length}`]),
    ...(form ? ['a filter that cannot work'] : []), ...(closed ? ['a part is closed'] : []),
  ];
}

async function lean() {
  const { tab, close } = await open(urls.th);
  const there = await listed(tab);
  const elements = await tab.evaluate(() => document.getElementsByTagName('*').length);
  await tab.locator('summary').last().focus();
  await tab.keyboard.press('Enter');
  await tab.locator('details:last-of-type ol > li').first().waitFor();
  const wanted = findings.filter((f) => f.lao?.key.startsWith('37')).length;
  const opened = await tab.locator('details').last().locator('ol > li').count();
  const first = await status(tab);
  await close();
  return [
    ...(there ? [`${there} findings were built unasked`] : []),
    ...(elements < 200 ? [] : [`${elements} elements`]),
    ...(opened === wanted ? [] : [`opened: ${opened} of ${wanted}`]),
    ...(first.includes(String(findings.length)) ? [] : [first]),
  ];
}

async function filtered() {
  const { tab, close } = await open(urls.th);
  const wrong = [];
  const expect = async (what, wanted) => {
    const got = await listed(tab);
    if (got !== wanted) wrong.push(`${what}: ${got} of ${wanted}`);
  };
  await tab.fill('[name=q]', '370101');
  await said(tab, /^แสดง \d+ จาก/);
  await expect('a code', findings.filter((f) => f.lao?.key === '370101' || f.file.includes('370101')).length);
  const kept = await tab.evaluate(() => location.hash);
  await tab.fill('[name=q]', 'identities.csv');
  await tab.selectOption('[name=r]', 'field.not-a-choice');
  await said(tab, /^แสดง 1 จาก/);
  await expect('a file and a rule', 1);
  await tab.fill('[name=q]', 'ไม่มีคำนี้');
  await said(tab, /ไม่มีข้อ/);
  await expect('nothing', 0);
  await tab.click('[type=reset]');
  await said(tab, /ทั้งหมด/);
  await tab.uncheck('[value=error]');
  await said(tab, /^แสดง \d/);
  const mild = findings.filter((f) => f.severity !== 'error').length;
  if (!(await status(tab)).startsWith(`แสดง ${mild} `)) wrong.push(await status(tab));
  await close();
  const again = await open(`${urls.th}${kept}`);
  if (await again.tab.inputValue('[name=q]') !== '370101') wrong.push(`${kept} is not recalled`);
  await again.close();
  return wrong;
}

/** Everything that stands in the JSON stands in the page: sentence, place, value, link. */
async function whole() {
  const { tab, close } = await open(urls.th);
  await tab.emulateMedia({ media: 'print' });
  await tab.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const items = await tab.locator('ol > li').evaluateAll((list) => list.map((li) => ({
    text: li.textContent, severity: li.className, rule: li.dataset.rule,
    href: li.querySelector('a')?.href ?? null, sample: li.querySelector('samp, pre')?.textContent,
  })));
  await close();
  const wrong = items.length === findings.length ? [] : [`${items.length} of ${findings.length}`];
  for (const f of findings) {
    const same = items.filter((item) => item.rule === f.rule && item.severity === f.severity
      && item.text.includes(f.problem) && item.text.includes(f.remedy ?? '') && item.text.includes(f.file)
      && item.href === f.link && (!f.row || item.text.includes(`แถว ${f.row}`))
      && (!f.excerpt || item.sample === f.excerpt));
    if (same.length === 0) wrong.push(JSON.stringify(f));
  }
  return wrong;
}

async function printed() {
  const { tab, close } = await open(urls.th);
  await tab.evaluate(() => addEventListener('beforeprint', () => {
    window.onPaper = document.querySelectorAll('ol > li').length;
  }));
  const pdf = (await tab.pdf({ preferCSSPageSize: true })).toString('latin1');
  const onPaper = await tab.evaluate(() => window.onPaper);
  const closed = await tab.locator('details[open]').count();
  await close();
  const sheets = (pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
  const a4 = /\/MediaBox\s*\[0 0 59[45][.\d]* 84[12]/.test(pdf);
  return [
    ...(onPaper === findings.length ? [] : [`${onPaper} of ${findings.length} are printed`]),
    ...(sheets > MANY / 20 ? [] : [`${sheets} pages`]), ...(a4 ? [] : ['not A4']),
    ...(closed ? ['what was closed stays open'] : []),
  ];
}

async function axe(url, lang) {
  const { tab, close } = await open(url);
  const wrong = [];
  if (lang) await tab.fill('[name=q]', 'identities');
  if (lang) await tab.locator('ol > li').first().waitFor();
  await tab.evaluate(AXE);
  for (const width of [360, 1280]) {
    await tab.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark']) {
      await tab.emulateMedia({ colorScheme });
      const found = await tab.evaluate(async (tags) => {
        const result = await window.axe.run(document, { runOnly: { type: 'tag', values: tags } });
        return result.violations.map((v) => `${v.id}: ${v.help}: ${v.nodes[0].target.join(' ')} `
          + `${v.nodes[0].any[0]?.message ?? ''}`);
      }, TAGS);
      wrong.push(...found.map((what) => `${lang} ${width} ${colorScheme}: ${what}`));
    }
  }
  await tab.setViewportSize({ width: 320, height: 640 });
  wrong.push(...(await tab.evaluate(probes.overflow)).map((what) => `${lang} 320: ${what}`));
  await close();
  return wrong;
}

async function well() {
  const { tab, close } = await open(pathToFileURL(join(dir, 'clean.html')).href);
  const words = await tab.locator('main').innerText();
  const form = await tab.locator('form').count();
  await close();
  return words.includes('ไม่มีอะไรต้องแก้') && !form ? [] : [words];
}

check('without a script all findings are there', await complete());
check('with one only what is opened is built, by keyboard too', await lean());
check('filter by text, rule and severity; the address keeps it', await filtered());
check('each finding has its sentences, its place, its value and its link', await whole());
check('print: every finding, A4', await printed());
check('all is well is said plainly', await well());
check('axe-core and 320 px: nothing, in Thai', await axe(urls.th, 'th'));
check('axe-core and 320 px: nothing, in English', await axe(urls.en, 'en'));
check('axe-core and 320 px: nothing, when all is well',
  await axe(pathToFileURL(join(dir, 'clean.html')).href, ''));
check('no request, no console error, no CSP violation', problems);
await browser.close();
rmSync(dir, { recursive: true });
done();
