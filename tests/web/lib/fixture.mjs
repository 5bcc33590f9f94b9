/* SPDX-License-Identifier: MIT */
// The smallest site that keeps the whole contract: one page of each kind in two languages.
// selftest breaks it in one place at a time.

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const BASE = 'https://example.go.th/identity/';
const LANGS = ['th', 'en'];
const WORDS = {
  th: { skip: 'ข้ามไปเนื้อหา', other: 'English', name: 'ผ้าไหมบ้านเขว้า', body: 'ผ้าไหมมัดหมี่ทอมือจากอำเภอบ้านเขว้า จังหวัดชัยภูมิ' },
  en: { skip: 'Skip to content', other: 'ไทย', name: 'Ban Khwao silk', body: 'Hand-woven mudmee silk from the Ban Khwao district of Chaiyaphum.' },
};
const PAGES = ['', 'food/', 'access/', 'regions/', 'regions/5/', 'tag/0a1b2c3d/', 'pages/about/',
  'chaiyaphum/', 'chaiyaphum/food/', 'chaiyaphum/access/', 'chaiyaphum/ban-khwao/',
  'chaiyaphum/360203/', 'check/', 'check/rules/', 'check/chaiyaphum/', 'progress/', 'progress/chaiyaphum/',
  'search/', 'near/', 'trip/', 'offline/'];
const CSS = `@charset "UTF-8";
:root { color-scheme: light dark; --ink: #111; --paper: #fff; --link: #00419a }
@media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #111; --link: #9cf } }
body { color: var(--ink); background: var(--paper); line-height: 1.7; margin: 1rem; overflow-wrap: anywhere }
a { color: var(--link) }
a:focus-visible { outline: 3px solid var(--link) }
.skip:not(:focus) { position: absolute; left: -99rem }
`;

const escape = (json) => json.replace(/[<>&]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

function alternates(rest) {
  const link = (lang, path) => `<link rel="alternate" hreflang="${lang}" href="${BASE}${path}">`;
  return [...LANGS.map((lang) => link(lang, `${lang}/${rest}`)), link('x-default', '')].join('\n');
}

function head({ title, path, rest, up, jsonld }) {
  const hash = createHash('sha256').update(jsonld).digest('base64');
  return `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'sha256-${hash}'; style-src 'self'; img-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${title}">
<link rel="canonical" href="${BASE}${path}">
${alternates(rest)}
<meta property="og:title" content="${title}">
<meta property="og:locale" content="th_TH">
<meta property="og:type" content="website">
<meta property="og:url" content="${BASE}${path}">
<link rel="stylesheet" href="${up}assets/style.0a1b2c3d.css">
<link rel="icon" href="${up}assets/icon.svg">
<script type="application/ld+json">${jsonld}</script>`;
}

function page(lang, rest) {
  const words = WORDS[lang];
  const path = `${lang}/${rest}`;
  const up = '../'.repeat(path.split('/').length - 1);
  const title = `${words.name} ${rest || lang}`;
  const jsonld = escape(JSON.stringify({ '@context': 'https://schema.org', '@type': 'Thing', name: words.name }));
  const other = LANGS.find((l) => l !== lang);
  const list = PAGES.filter((to) => to !== rest)
    .map((to) => `<li><a href="${up}${lang}/${to}">${words.name} ${to}</a></li>`).join('\n');
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
${head({ title, path, rest, up, jsonld })}
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header><a href="${up}${other}/${rest}" lang="${other}" hreflang="${other}">${words.other}</a></header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
<p>${words.body}</p>
<ul>
${list}
</ul>
<p><a href="https://example.com/" rel="noopener noreferrer nofollow ugc">example.com</a></p>
</main>
</body>
</html>
`;
}

// The first page and 404.html speak both languages.
function plain(path, css, links) {
  const title = path ? 'ไม่พบหน้านี้' : 'เลือกภาษา';
  const canonical = path ? '' : `<link rel="canonical" href="${BASE}">\n${alternates('')}\n`;
  return `<!DOCTYPE html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${title}">
${canonical}<link rel="stylesheet" href="${css}">
<link rel="icon" href="${css.replace(/style.*/, 'icon.svg')}">
</head>
<body>
<main>
<h1>${title} <span lang="en">Choose a language of this directory</span></h1>
<ul>
<li><a href="${links}th/">ภาษาไทย</a></li>
<li><a href="${links}en/" lang="en" hreflang="en">English</a></li>
</ul>
</main>
</body>
</html>
`;
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

function sitemap() {
  const addresses = ['', ...LANGS.flatMap((lang) => PAGES.map((rest) => `${lang}/${rest}`))];
  const urls = addresses.map((a) => `<url><loc>${BASE}${a}</loc><lastmod>2025-06-10</lastmod></url>`);
  return `${XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('\n')}</urlset>\n`;
}

function feed(lang) {
  const home = `${BASE}${lang}/`;
  const entry = `${home}chaiyaphum/360203/`;
  const when = '<updated>2025-06-10T00:00:00+07:00</updated>';
  return `${XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}"><id>${home}</id><title>x</title>
${when}<link rel="self" href="${home}feed.xml"/><author><name>x</name></author>
<entry><id>${entry}</id><title>x</title>${when}<link href="${entry}"/></entry></feed>\n`;
}

const FIELDS = [{ name: 'lao', type: 'string', constraints: { required: true } }, { name: 'lat', type: 'number' }];
const POINT = { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [101.9, 15.7] } };

const COUNTER = { laos: 1, published: 1, states: { published: 1, late: 0, warned: 0, held: 0, none: 0 }, fields: { food: 1 } };

function others() {
  const resource = { name: 'identities', path: 'identities.csv', schema: { fields: FIELDS, primaryKey: 'lao' } };
  return {
    'data/identities.csv': '\ufefflao,lat\r\n360203,15.7\r\n',
    'data/reports.csv': '\ufefflao,month\r\n360203,2024-10\r\n',
    'data/coverage.csv': '\ufeffprovince,published\r\n36,1\r\n',
    'data/progress.csv': '\ufefflevel,laos\r\ncountry,1\r\n',
    'data/rounds.csv': '\ufefflevel,round\r\ncountry,2568-1\r\n',
    'counters.json': JSON.stringify({
      schema: 1, title: 'x', demo: true, country: COUNTER,
      provinces: [{ code: '36', slug: 'chaiyaphum', name: { th: 'ชัยภูมิ' }, ...COUNTER }],
    }),
    'data/identities.json': JSON.stringify([{ lao: '360203' }]),
    'data/identities.geojson': JSON.stringify({ type: 'FeatureCollection', features: [POINT] }),
    'data/datapackage.json': JSON.stringify({ name: 'x', resources: [resource] }),
    'sitemap.xml': sitemap(), 'th/feed.xml': feed('th'), 'en/feed.xml': feed('en'),
    'robots.txt': `User-agent: *\nAllow: /\nSitemap: ${BASE}sitemap.xml\n`,
    'security.txt': 'Contact: mailto:x@example.go.th\nExpires: 2026-06-10T00:00:00Z\n',
    'manifest.webmanifest': JSON.stringify({ name: 'x', start_url: './', display: 'browser', icons: [{ src: 'assets/icon.svg' }] }),
    'assets/style.0a1b2c3d.css': CSS,
    'assets/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>\n',
    '404.html': plain('404.html', '/identity/assets/style.0a1b2c3d.css', '/identity/'),
    'index.html': plain('', 'assets/style.0a1b2c3d.css', ''),
  };
}

function manifest(site) {
  return Object.entries(site).map(([path, text]) => {
    const bytes = Buffer.from(text);
    return `${createHash('sha256').update(bytes).digest('hex')} ${bytes.length} ${path}\n`;
  }).sort().join('');
}

/** The good site: path → text. */
export function goodSite() {
  const site = others();
  for (const lang of LANGS) {
    for (const rest of PAGES) site[`${lang}/${rest}index.html`] = page(lang, rest);
  }
  site['manifest.txt'] = manifest(site);
  return site;
}

/** The same with every link naming its file, as --url-style=file writes it. */
export function fileStyle(site) {
  const explicit = (html) => html.replace(/href="((?!https?:|\/)[^"#]*\/)"/g, 'href="$1index.html"');
  return Object.fromEntries(Object.entries(site)
    .map(([path, text]) => [path, path.endsWith('.html') ? explicit(text) : text]));
}

export function writeSite(dir, site) {
  for (const [path, text] of Object.entries(site)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
}
