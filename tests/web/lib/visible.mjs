/* SPDX-License-Identifier: MIT */
// Structured data may say only what a reader of the page sees.

const WORDS = new Set([
  'name', 'alternateName', 'description', 'address', 'streetAddress', 'addressLocality', 'addressRegion',
  'postalCode', 'caption', 'headline', 'disambiguatingDescription', 'slogan',
]);
const NUMBERS = new Set(['telephone', 'opens', 'closes']);
const PAGE_TYPES = /^(WebPage|WebSite|CollectionPage|AboutPage|FAQPage)$/;

// Tags between letters and white space between words are no difference to a reader.
const bare = (text) => text.normalize('NFC').replace(/[\s\u200b\u00ad]+/g, '');
// 08:30 is printed 08.30, +66 44 891101 is printed 0 4489 1101.
const digits = (text) => text.replace(/^\+66/, '0').replace(/\D/g, '');
// "Open 24 hours" is 00:00 to 23:59 to schema.org.
const clock = { '00:00': '24', '23:59': '24' };

function strings(value) {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (value && typeof value === 'object' && '@value' in value) return [String(value['@value'])];
  return [];
}

/** Calls see(key, string, node) for every string of the tree. */
function visit(node, see) {
  if (Array.isArray(node)) { node.forEach((item) => visit(item, see)); return; }
  if (!node || typeof node !== 'object') return;
  for (const [key, value] of Object.entries(node)) {
    for (const string of strings(value)) see(key, string, node);
    visit(value, see);
  }
}

/** The strings of `data` that page (of lib/html.mjs) does not show, as problems. */
export function hidden(data, page) {
  const seen = bare(page.text);
  const numbers = digits(page.text);
  const problems = [];
  visit(data, (key, string, node) => {
    // The way schema.org says "day and night".
    if (node.opens === '00:00' && node.closes === '23:59') return;
    const ofPage = PAGE_TYPES.test([node['@type']].flat()[0] ?? '');
    if (ofPage && (string === page.title || string === page.description)) return;
    const shown = NUMBERS.has(key) ? numbers.includes(clock[string] ?? digits(string))
      : !WORDS.has(key) || seen.includes(bare(string));
    if (!shown) problems.push(`${key} is nowhere on the page: ${string.slice(0, 60)}`);
  });
  return problems;
}

/** What else the contract asks of the types: no Product without a price, no Event without a date. */
export function unfounded(data) {
  const problems = [];
  const look = (node) => {
    if (Array.isArray(node)) { node.forEach(look); return; }
    if (!node || typeof node !== 'object') return;
    const types = [node['@type']].flat();
    if (types.includes('Product') && !node.offers) problems.push('a Product without a price');
    if (types.includes('Event') && !node.startDate) problems.push('an Event without a date');
    Object.values(node).forEach(look);
  };
  look(data);
  return problems;
}
