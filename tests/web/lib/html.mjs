/* SPDX-License-Identifier: MIT */
// A small scanner of HTML as generators write it: fast enough for a whole country of pages.
// It does not judge the markup (html-validate and the Nu checker do), it only finds things in it.

const TAG = /<!--[\s\S]*?-->|<![^>]*>|<(\/?)([a-z][a-z0-9-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+)))?/g;
const RAW = new Set(['script', 'style', 'title', 'textarea']);
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

export function decode(text) {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/gi, (whole, hex, dec, name) => {
    if (name) return NAMED[name] ?? whole;
    return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(dec));
  });
}

function attributes(source) {
  const found = {};
  for (const [, name, double, single, bare] of source.matchAll(ATTRIBUTE)) {
    found[name.toLowerCase()] = decode(double ?? single ?? bare ?? '');
  }
  return found;
}

/** Calls open(name, attributes, raw text inside) and text(string) through the page. */
export function scan(html, { open, text }) {
  let end = 0;
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(html); tag; tag = TAG.exec(html)) {
    if (tag.index > end) text(decode(html.slice(end, tag.index)));
    end = TAG.lastIndex;
    const name = tag[2]?.toLowerCase();
    if (!name || tag[1]) continue;
    let inside = '';
    if (RAW.has(name)) {
      const close = html.indexOf(`</${name}`, end);
      inside = html.slice(end, close < 0 ? html.length : close);
      end = TAG.lastIndex = close < 0 ? html.length : close;
    }
    open(name, attributes(tag[3]), inside);
  }
  if (end < html.length) text(decode(html.slice(end)));
}

const LOADS = {                       // element: the attributes that make the browser fetch
  img: ['src', 'srcset'], source: ['src', 'srcset'], script: ['src'], iframe: ['src'],
  video: ['src', 'poster'], audio: ['src'], track: ['src'], embed: ['src'], object: ['data'],
  image: ['href', 'xlink:href'], use: ['href', 'xlink:href'], input: ['src'],
};
const LOADING_RELS = /\b(stylesheet|icon|manifest|preload|modulepreload|prefetch)\b/;

function urlsOf(attribute, value) {
  if (attribute !== 'srcset') return [value];
  return value.split(',').map((candidate) => candidate.trim().split(/\s+/)[0]);
}

/** Everything the checks ask of one page. */
export function page(html) {
  const it = {
    lang: '', title: '', kind: '', csp: null, canonical: null, refresh: null, noindex: false,
    description: '', og: {}, alternates: [], ids: [], links: [], loads: [], forms: [],
    jsonld: [], inline: [], text: '',
  };
  const words = [];
  scan(html, {
    text: (string) => words.push(string),
    open(name, a, inside) {
      if (a.id !== undefined) it.ids.push(a.id);
      for (const key in a) if (/^on[a-z]|^style$/.test(key)) it.inline.push(`${name}[${key}]`);
      for (const key of LOADS[name] ?? []) {
        if (a[key] !== undefined) it.loads.push(...urlsOf(key, a[key]));
      }
      HEAD[name]?.(it, a, inside);
    },
  });
  it.text = words.join(' ');
  return it;
}

const HEAD = {
  html: (it, a) => { it.lang = a.lang ?? ''; },
  body: (it, a) => { it.kind = a['data-kind'] ?? ''; },
  title: (it, a, inside) => { it.title ||= decode(inside).trim(); },
  style: (it) => { it.inline.push('style element'); },
  a: (it, a) => { if (a.href !== undefined) it.links.push({ url: a.href, rel: a.rel ?? '' }); },
  area: (it, a) => { if (a.href !== undefined) it.links.push({ url: a.href, rel: a.rel ?? '' }); },
  form: (it, a) => { if (a.action !== undefined) it.forms.push(a.action); },
  base: (it) => { it.inline.push('base element'); },
  script(it, a, inside) {
    if (a.type === 'application/ld+json') it.jsonld.push(inside);
    else if (a.src === undefined) it.inline.push('script element');
  },
  link(it, a) {
    const rel = a.rel ?? '';
    if (rel === 'canonical') it.canonical = a.href;
    else if (a.hreflang !== undefined) it.alternates.push({ lang: a.hreflang, url: a.href });
    else if (LOADING_RELS.test(rel)) it.loads.push(a.href);
    else it.links.push({ url: a.href, rel: 'noopener noreferrer' });
  },
  meta(it, a) {
    const name = (a.name ?? a['http-equiv'] ?? '').toLowerCase();
    if (name === 'content-security-policy') it.csp = a.content;
    if (name === 'refresh') it.refresh = a.content;
    if (name === 'robots') it.noindex = /noindex/.test(a.content);
    if (name === 'description') it.description = a.content;
    if (a.property) it.og[a.property] = a.content;
  },
};
