/* SPDX-License-Identifier: MIT */
// Sharing an entry, in a real browser: links with its hashtags, copying, the device's own sharing;
// and what is left without a script.
//   SITE=site node share.mjs

import { launch, watch } from './lib/browser.mjs';
import { serveAtHome } from './lib/nginx.mjs';
import { kindOf, langOf, sample, urlOf } from './lib/site.mjs';
import { canonicalOf, LINE, nameOf, parameters, tagsOf } from './lib/share.mjs';
import { bail, check, done } from './lib/tap.mjs';

const POST_MAX = 280;
const ADDRESS = 23;        // what X counts for any address
// Where a hashtag is found elsewhere: access.md, "Hashtag pages and share URLs".
const HASHTAG_PAGES = [
  'https://www.facebook.com/hashtag/{t}', 'https://www.tiktok.com/tag/{t}',
  'https://www.instagram.com/explore/tags/{t}/', 'https://x.com/hashtag/{t}',
  'https://www.youtube.com/hashtag/{t}',
];

const entries = sample(1).filter((path) => kindOf(path) === 'entry');
if (entries.length < 2) bail('no entry in two languages');
const browser = await launch();
const { origin, stop } = await serveAtHome();
const noise = [];

async function open(path, options = {}, before = () => {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.addInitScript(before);
  noise.push(watch(page, origin));
  await page.goto(origin + urlOf(path), { waitUntil: 'load' });
  return page;
}

const said = (page, button) => page.locator(`${button} + [role="status"]`);

async function links(path) {
  const page = await open(path);
  const problems = [];
  const hrefs = await page.$$eval('.share a', (all) => all.map((a) => a.href));
  const [line, facebook, x, mail] = hrefs.map(parameters);
  const [tags, name, url] = [await tagsOf(page), await nameOf(page), await canonicalOf(page)];
  if (!tags.length || hrefs.length !== 4 || !hrefs[0].startsWith(LINE)) problems.push(`${path}: ${hrefs}`);
  for (const shared of [line.url, facebook.u, x.url, mail.body]) if (shared !== url) problems.push(`${path}: ${shared}`);
  if (line.text !== [name, ...tags].join(' ')) problems.push(`${path}: LINE says ${line.text}`);
  const post = x.hashtags.split(',').map((tag) => `#${tag}`);
  if (x.text !== name || post.some((tag, i) => tag !== tags[i])) problems.push(`${path}: X says ${x.hashtags}`);
  const length = [...[name, ...post].join(' ')].length + 1 + ADDRESS;
  if (length > POST_MAX) problems.push(`${path}: a post of ${length}`);
  if (mail.subject !== name) problems.push(`${path}: the subject is ${mail.subject}`);
  await page.context().close();
  return problems;
}

async function hashtags(path) {
  const page = await open(path);
  const problems = [];
  for (const item of await page.locator('.hashtags li').all()) {
    const tag = (await item.locator('a.hash').textContent()).trim().slice(1);
    const own = new URL(await item.locator('a.hash').evaluate((link) => link.href));
    if (own.search && own.searchParams.get('q') !== tag) problems.push(`#${tag} leads to ${own}`);
    if (!(await page.request.get(own.href)).ok()) problems.push(`#${tag} leads nowhere: ${own}`);
    const found = await item.locator('.platforms a').evaluateAll((all) => all.map((a) => [a.getAttribute('href'), a.rel, a.ariaLabel]));
    const wanted = HASHTAG_PAGES.map((address) => address.replace('{t}', encodeURIComponent(tag)));
    found.forEach(([href, rel, label], i) => {
      if (href !== wanted[i] || rel !== 'noopener noreferrer' || !label.includes(`#${tag}`)) problems.push(`${href} ${rel} ${label}`);
    });
    const sizes = await item.locator('.platforms a').evaluateAll((all) => all.map((a) => a.getBoundingClientRect()));
    if (sizes.some(({ width, height }) => Math.min(width, height) < 44)) problems.push(`${tag}: a link too small for a finger`);
    if (found.length !== wanted.length) problems.push(`${tag}: ${found.length} platforms`);
  }
  await page.context().close();
  return problems;
}

/** With the keyboard: the text arrives as it is shown, and that is said. */
async function copies(path) {
  const page = await open(path, { permissions: ['clipboard-read', 'clipboard-write'] });
  const problems = [];
  const tags = await tagsOf(page);
  const wanted = { address: await canonicalOf(page), caption: (await page.innerText('.caption')).trim() };
  for (const [name, text] of Object.entries(wanted)) {
    const button = `.${name} + p .copy`;
    await page.focus(button);
    await page.keyboard.press('Enter');
    await said(page, button).filter({ hasText: /\S/ }).waitFor();
    const got = await page.evaluate(() => navigator.clipboard.readText());
    if (got !== text) problems.push(`${path}: ${name}: ${got}`);
  }
  const missing = tags.filter((tag) => !wanted.caption.includes(tag));
  if (missing.length) problems.push(`${path}: the caption lacks ${missing}`);
  if (!wanted.caption.endsWith(wanted.address)) problems.push(`${path}: the caption has no address`);
  await page.context().close();
  return problems;
}

async function refused(path) {
  const page = await open(path, {}, () => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  const button = '.caption + p .copy';
  await page.click(button);
  await said(page, button).filter({ hasText: 'Ctrl+C' }).waitFor();
  const selected = await page.evaluate(() => window.getSelection().toString().trim());
  const shown = (await page.innerText('.caption')).trim();
  await page.context().close();
  return selected === shown ? [] : [`${path}: selected: ${selected}`];
}

/** The device's sharing: given what the caption says; silent when closed; said when refused. */
async function device(path) {
  const problems = [];
  const without = await open(path, {}, () => { delete Navigator.prototype.share; });
  if (await without.locator('[data-share]').isVisible()) problems.push('a button without a use');
  await without.context().close();
  const page = await open(path, {}, () => {
    navigator.share = async (data) => {
      if (window.refusal) throw new DOMException('', window.refusal);
      window.shared = data;
    };
  });
  const status = page.locator('ul.share + [role="status"]');
  const ask = async (refusal) => {
    await page.evaluate((name) => { window.refusal = name; }, refusal);
    await page.click('[data-share]');
    return (await status.textContent()).trim();
  };
  if (await ask('')) problems.push('something is said of success');
  const { title, text, url } = await page.evaluate(() => window.shared);
  const tags = await tagsOf(page);
  if (title !== await page.title() || url !== await canonicalOf(page)) problems.push(`${title} ${url}`);
  if (text.includes('://') || !tags.every((tag) => text.includes(tag))) problems.push(text);
  if (await ask('AbortError')) problems.push('who closes the list is told of an error');
  if (!await ask('NotAllowedError')) problems.push('a refusal is not told');
  await page.context().close();
  return problems;
}

async function plain(path) {
  const page = await open(path, { javaScriptEnabled: false });
  const problems = [];
  if (await page.locator('main button:visible').count()) problems.push(`${path}: a button that cannot work`);
  for (const part of ['.share a', '.caption', '.address', '.qr-code svg', '.platforms a']) {
    if (!await page.locator(part).first().isVisible()) problems.push(`${path}: no ${part}`);
  }
  await page.context().close();
  return problems;
}

async function inEach(job) {
  const problems = [];
  for (const path of entries) problems.push(...await job(path));
  return problems;
}

check(`entries are shared in ${entries.map(langOf)}: LINE, Facebook, X, e-mail, with name, address and hashtags`, await inEach(links));
check('each hashtag is linked on five platforms', await inEach(hashtags));
check('link and caption are copied as they are shown, and that is said', await inEach(copies));
check('where the clipboard is closed, the caption is selected, and that is said', await inEach(refused));
check('the device’s own sharing, where there is one', await inEach(device));
check('without a script all is there but the buttons', await inEach(plain));
check('no console error, no CSP violation, no foreign request', noise.flat());
await browser.close();
stop();
done();
