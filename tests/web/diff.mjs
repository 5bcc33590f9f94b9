/* SPDX-License-Identifier: MIT */
// The page of `attalak diff` that is signed: its JSON against the schema; its markup; in a real browser, from the
// file system: every value of the JSON, languages, paper, axe-core. Texts as long and as hostile as they come.
//   ATTALAK=.build/asan/attalak node diff.mjs

import Ajv from 'ajv/dist/2020.js';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
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

// ---- two sites, between which everything happens that can

const dir = mkdtempSync(join(tmpdir(), 'attalak-diff-'));
const content = (name) => join(dir, 'content', name);

function run(...words) {
  const got = spawnSync(PROGRAM, words, { encoding: 'utf8', maxBuffer: 1 << 26, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  if (got.error || got.status > 1) bail(`attalak ${words[0]}: ${got.error ?? got.stderr}`);
  return got.stdout;
}

function edit(name, change) {
  const before = readFileSync(content(name), 'utf8');
  const after = change(before);
  if (before === after) bail(`${name}: nothing to change`);
  writeFileSync(content(name), after);
}

const build = (name) => {
  run('build', dir, '-o', join(dir, name), '--quiet', '--allow-shrink', '--lang', 'en');
  return join(dir, name);
};

cpSync(join(TOP, 'tests/bad/base/content'), join(dir, 'content'), { recursive: true });
for (const part of ['words', 'vocabulary']) cpSync(join(TOP, 'content', part), content(part), { recursive: true });
for (const part of ['templates', 'assets']) symlinkSync(join(TOP, part), join(dir, part));
const fifth = readFileSync(content('identities/370101.yaml'), 'utf8');
rmSync(content('identities/370101.yaml'));
const before = build('before');
writeFileSync(content('identities/370101.yaml'), fifth);
edit('identities/360201.yaml', (text) => text
  .replace('en: Woven in nearly every house', `en: 'Woven <b>"everywhere"</b> & [there](https://new.example.org/)${' and on'.repeat(200)}'`)
  .replace('ผ้าไหมลายหมี่คั่นขอนารี', 'ผ้าไหมลายหมี่คั่นขอนารีของชาวบ้านเขว้า').replace('  fee: free\n', '')
  .replace('tags: [ผ้าไหม]', `tags: [${'ผ้าไหมมัดหมี่'.repeat(2)}]`).replace('2568-06-01', '2568-06-02'));
edit('registry/provinces.csv', (text) => text.replace('36,chaiyaphum', '36,chaiyaphum-ban-khwao'));
edit('site.yaml', (text) => text.replace('th: ทดสอบ', 'th: ทดสอบอีกครั้ง').replace('demo: yes', 'demo: no'));
edit('sheets/identities.csv', (text) => text.replace(/^(?=.*360107).*\n/m, ''));
const after = build('after');

const diff = (format, lang, ...sites) => run('diff', ...sites, dir, '--format', format, '--lang', lang);
const page = (name, lang, ...sites) => {
  const path = join(dir, name);
  writeFileSync(path, diff('html', lang, ...sites));
  return pathToFileURL(path).href;
};
const urls = {
  th: page('th.html', 'th', before, after), en: page('en.html', 'en', before, after),
  same: page('same.html', 'th', after, after),
};
rmSync(join(before, 'manifest.txt'));
rmSync(join(before, 'data/coverage.csv'));
urls.less = page('less.html', 'en', before, after);
const json = JSON.parse(diff('json', 'th', before, after));
note(`${json.added.length} added, ${json.changed.length} changed, ${json.removed.length} removed`);

// ---- JSON and markup

const validate = new Ajv({ allErrors: true, allowUnionTypes: true })
  .compile(JSON.parse(readFileSync(join(TOP, 'src/diff.schema.json'), 'utf8')));
const problemsOf = (value) => (validate(value) ? [] : validate.errors.map((e) => `${e.instancePath} ${e.message}`));

check('every kind of difference is there', ['added', 'changed', 'removed', 'site', 'places']
  .filter((part) => json[part].length === 0));
check('JSON is what its schema says', problemsOf(json));
check('and the schema refuses what it does not say', [
  ...(problemsOf({ ...json, version: 2 }).length ? [] : ['version 2']),
  ...(problemsOf({ ...json, same: 'no' }).length ? [] : ['same']),
  ...(problemsOf({ ...json, changed: [{ ...json.changed[0], fields: [] }] }).length ? [] : ['no fields']),
]);

async function markup() {
  const validator = new HtmlValidate(new StaticConfigLoader({
    extends: ['html-validate:recommended'], rules: { 'long-title': 'off', 'tel-non-breaking': 'off' },
  }));
  const wrong = [];
  for (const url of Object.values(urls)) {
    const report = await validator.validateString(readFileSync(fileURLToPath(url), 'utf8'), url);
    for (const { messages } of report.results)
      wrong.push(...messages.filter((m) => m.severity > 1).map((m) => `${url}:${m.line}: ${m.ruleId}: ${m.message}`));
  }
  return wrong;
}

// ---- the page

const browser = await launch();
const problems = [];

async function open(url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const tab = await context.newPage();
  const seen = watch(tab, 'file://');
  tab.on('request', (request) => { if (request.url() !== url) seen.push(`asks for ${request.url()}`); });
  await tab.goto(url, { waitUntil: 'load' });
  return { tab, close: async () => { problems.push(...seen); await context.close(); } };
}

/** Each change as the page has it: what stands in del and ins, and its entry. */
const changesOf = (tab) => tab.locator('.entries li.changed').evaluateAll((items) => items.map((li) => ({
  code: li.querySelector('.code').textContent,
  fields: [...li.querySelectorAll('dt')].map((dt) => {
    const was = dt.nextElementSibling, now = was.nextElementSibling;
    const text = (dd, tag) => (dd.querySelector(tag) ? dd.querySelector('span').textContent : null);
    return { before: text(was, 'del'), after: text(now, 'ins') };
  }),
})));

async function whole() {
  const { tab, close } = await open(urls.en, { javaScriptEnabled: true });
  const shown = await changesOf(tab);
  const wrong = [];
  for (const entry of json.changed) {
    const same = shown.find((one) => one.code === entry.code);
    if (same?.fields.length !== entry.fields.length) wrong.push(`${entry.code}: ${same?.fields.length} of ${entry.fields.length}`);
    entry.fields.forEach((field, i) => {
      for (const side of ['before', 'after']) {
        // What is said in words ("free": yes) is not its value.
        const short = field[side]?.length < 24 && !['free', 'type'].includes(field.field);
        const got = same?.fields[i]?.[side] ?? null;
        if (short ? got !== field[side] : !got !== !field[side]) wrong.push(`${entry.code}.${field.field}: ${got}`);
      }
    });
  }
  for (const host of json.hosts.added)
    if (!(await tab.locator('.hosts.added').innerText()).includes(host.host)) wrong.push(host.host);
  const planted = await tab.locator('main script, main a, main img, dd b b').count();
  await close();
  return [...wrong, ...(planted ? [`${planted} elements of an entry's own`] : [])];
}

/** Thai letters never stand in English, nor English words in Thai. */
async function languages(url) {
  const { tab, close } = await open(url);
  const wrong = await tab.evaluate(() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const lang = node.parentElement.closest('[lang]').lang;
      const foreign = lang === 'en' ? /[\u0E00-\u0E7F]/ : null;
      if (foreign?.test(node.data)) found.push(node.data);
    }
    return found;
  });
  await close();
  return wrong;
}

async function printed(url) {
  const { tab, close } = await open(url);
  const pdf = (await tab.pdf({ preferCSSPageSize: true })).toString('latin1');
  await tab.emulateMedia({ media: 'print' });
  const lines = await tab.locator('.signers .rule').evaluateAll((list) => list
    .filter((p) => p.getBoundingClientRect().width > 100).length);
  await close();
  const a4 = /\/MediaBox\s*\[0 0 59[45][.\d]* 84[12]/.test(pdf);
  return [...(lines === 12 ? [] : [`${lines} lines to write on`]), ...(a4 ? [] : ['not A4'])];
}

async function axe(name) {
  const { tab, close } = await open(urls[name]);
  const wrong = [];
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
      wrong.push(...found.map((what) => `${name} ${width} ${colorScheme}: ${what}`));
    }
  }
  await tab.setViewportSize({ width: 320, height: 640 });
  wrong.push(...(await tab.evaluate(probes.overflow)).map((what) => `${name} 320: ${what}`));
  await close();
  return wrong;
}

check('html-validate finds no error', await markup());
check('every change and host of the JSON is on the page, and no markup of an entry', await whole());
check('texts say which language they are in, in English', await languages(urls.en));
check('texts say which language they are in, when less is known', await languages(urls.less));
check('print: A4, lines to sign on', await printed(urls.th));
for (const name of Object.keys(urls)) check(`axe-core and 320 px: nothing (${name})`, await axe(name));
check('no request, no console error, no CSP violation', problems);
await browser.close();
rmSync(dir, { recursive: true });
done();
