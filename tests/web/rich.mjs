/* SPDX-License-Identifier: MIT */
// What search engines and LINE make of a page: JSON-LD of every page by its kind and field, and the
// Open Graph tags with their picture. That readers see what it says, crawl holds.
//   SITE=site node rich.mjs

import { page as scanPage } from './lib/html.mjs';
import { underBase } from './lib/link.mjs';
import { base, files, kindOf, langOf, pages, read, readBytes } from './lib/site.mjs';
import { bail, check, done, note } from './lib/tap.mjs';

const LOCALES = { th: 'th_TH', en: 'en_US' };
const PAGE = ['WebPage', 'BreadcrumbList'];
const GRAPHS = { home: ['WebSite', 'WebPage'], entry: PAGE };
// The thing that an entry is about; what is sold or eaten is no place, and has no price here.
const DESTINATION = ['TouristDestination'];
const ENTITIES = {
  historic: ['LandmarksOrHistoricalBuildings', 'TouristAttraction'],
  arts: ['TouristAttraction'], food: DESTINATION, product: DESTINATION,
};
const DATE = /^\d{4}-\d{2}(-\d{2})?$/;
const DAY = /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const [WIDTH, HEIGHT] = [1200, 630];

const problems = { graph: [], page: [], crumbs: [], entity: [], facts: [], card: [] };
const kinds = new Set();
let features = 0;
let foreign = 0;        // pages with a text in another language
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const typesOf = (node) => [node?.['@type']].flat();

function checkGraph(path, it, graph) {
  const wanted = GRAPHS[kindOf(path)] ?? PAGE;
  const types = graph.map((node) => node['@type']);
  if (!same(types, wanted)) problems.graph.push(`${path}: ${types}`);
  const ids = graph.map((node) => node['@id']);
  if (new Set(ids).size !== ids.length || ids.some((id) => !id?.startsWith(base))) {
    problems.graph.push(`${path}: ${ids}`);
  }
  if (/:\s*(null|"")/.test(it.jsonld[0])) problems.graph.push(`${path}: a value of nothing`);
}

function checkPage(path, it, graph) {
  const node = graph.find((one) => one['@type'] === 'WebPage') ?? {};
  const said = [node.url, node['@id'], node.name, node.inLanguage];
  if (!same(said, [it.canonical, `${it.canonical}#page`, it.title, it.lang])) problems.page.push(`${path}: ${said}`);
  if (node.dateModified && !/^\d{4}-\d\d-\d\d$/.test(node.dateModified)) problems.page.push(`${path}: ${node.dateModified}`);
  if (node.isPartOf?.['@id'] !== `${base}${langOf(path)}/#site`) problems.page.push(`${path}: part of nothing`);
  if (node.breadcrumb && !graph.some((one) => one['@id'] === node.breadcrumb['@id'])) problems.page.push(`${path}: no such crumbs`);
}

/** Home first, each step a page of the site, this page last and without an address. */
function checkCrumbs(path, graph) {
  const steps = graph.find((one) => one['@type'] === 'BreadcrumbList')?.itemListElement;
  if (!steps) return;
  steps.forEach(({ position, name, item }, i) => {
    const isLast = i === steps.length - 1;
    const right = isLast ? !item || item === steps.at(-1).item : files.has(underBase(item, base) ?? '');
    if (position !== i + 1 || !name || !right) problems.crumbs.push(`${path}: ${i + 1}. ${name} ${item}`);
  });
  if (steps.length < 2 || steps[0].item !== `${base}${langOf(path)}/`) problems.crumbs.push(`${path}: ${steps.length} steps`);
}

/** What the page of terms has at an address of theirs. */
const terms = new Map();
function termAt(address) {
  if (!terms.has(address)) {
    const [page, key] = address.split('#');
    const [, term] = read(underBase(page, base)).split(`<dt id="${key}">`);
    terms.set(address, term?.replace(/^<span[^>]*>/, '').split('<')[0].trim());
  }
  return terms.get(address);
}

function checkFeature(path, { name, value, unitCode, propertyID, validFrom }) {
  const isMeasure = typeof value === 'number';
  const said = isMeasure || typeof value === 'boolean' || (typeof value === 'string' && value);
  if (!name || !said || (unitCode && !isMeasure) || !['CMT', 'MTR', undefined].includes(unitCode)) {
    problems.facts.push(`${path}: ${name}: ${value} ${unitCode}`);
  }
  if (termAt(propertyID) !== name) problems.facts.push(`${path}: ${name} is not told at ${propertyID}`);
  if (validFrom !== undefined && !DATE.test(validFrom)) problems.facts.push(`${path}: ${name} since ${validFrom}`);
}

function checkEntity(path, html, graph) {
  const [{ mainEntity: place, about }] = graph;
  for (const nothing of JSON.stringify(graph).match(/"\w+":\[\]/g) ?? []) problems.facts.push(`${path}: ${nothing}`);
  const [, field] = /<p class="field poster-field" data-field="(\w+)"/.exec(html) ?? [];
  if (!same(typesOf(place), ENTITIES[field])) problems.entity.push(`${path}: ${field} is ${typesOf(place)}`);
  if ((ENTITIES[field] === DESTINATION) !== (about?.['@type'] === 'Thing')) problems.entity.push(`${path}: about ${about?.['@type']}`);
  for (const text of [place?.name, place?.description, about?.name, about?.description]) {
    if (langOf(path) !== 'th' && typeof text === 'string' && /^[^a-z]*[\u0e01-\u0e5b][^a-z]*$/i.test(text)) problems.entity.push(`${path}: “${text}” in no language`);
  }
  foreign += JSON.stringify(graph).includes('@language');
  if (!place?.name || !place.containedInPlace?.name) problems.entity.push(`${path}: no name, or nowhere`);
  if (!place) return;
  features += place.amenityFeature?.length ?? 0;
  for (const feature of place.amenityFeature ?? []) checkFeature(path, feature);
  for (const { dayOfWeek, opens, closes } of place.openingHoursSpecification ?? []) {
    if (!dayOfWeek.length || !dayOfWeek.every((day) => DAY.test(day)) || ![opens, closes].every((time) => CLOCK.test(time))) {
      problems.facts.push(`${path}: ${dayOfWeek} ${opens}–${closes}`);
    }
  }
  const { latitude = 15, longitude = 101 } = place.geo ?? {};
  if (!(latitude > 5 && latitude < 21 && longitude > 97 && longitude < 106)) problems.facts.push(`${path}: ${latitude}, ${longitude}`);
}

// What is known of access on a demonstration is made up: no fact for a search engine.
const isDemo = JSON.parse(read('counters.json')).demo;

const sizes = new Map();
function sizeIn(bytes) {
  if (bytes.toString('latin1', 1, 4) === 'PNG') return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (bytes.toString('latin1', 8, 16) === 'WEBPVP8 ') return [bytes.readUInt16LE(26), bytes.readUInt16LE(28)];
  return [];
}
function sizeOf(file) {
  if (!sizes.has(file)) sizes.set(file, sizeIn(readBytes(file)));
  return sizes.get(file);
}

// The site's card, or on an entry's page its own photo, which has the size it has.
function checkCard(path, { og, lang }) {
  const file = underBase(og['og:image'], base);
  const isPhoto = kindOf(path) === 'entry' && file?.startsWith('assets/photos/');
  const size = file && files.has(file) ? sizeOf(file) : [];
  const said = [og['og:image:width'], og['og:image:height']].map(Number);
  if (!same(size, isPhoto ? said : [WIDTH, HEIGHT])) problems.card.push(`${path}: ${og['og:image']}`);
  if (!same(said, size) || !og['og:image:alt']) problems.card.push(`${path}: ${said} ${og['og:image:alt']}`);
  if (lang in LOCALES && og['og:locale'] !== LOCALES[lang]) problems.card.push(`${path}: ${og['og:locale']}`);
}

function look(path) {
  const html = read(path);
  const it = scanPage(html);
  if (langOf(path)) checkCard(path, it);
  if (!it.jsonld.length) return;
  const { '@context': context, '@graph': graph } = JSON.parse(it.jsonld[0]);
  if (it.jsonld.length > 1 || context !== 'https://schema.org') problems.graph.push(`${path}: ${context}`);
  kinds.add(kindOf(path));
  checkGraph(path, it, graph);
  checkPage(path, it, graph);
  checkCrumbs(path, graph);
  if (kindOf(path) === 'entry') checkEntity(path, html, graph);
}

pages.forEach(look);
if (!kinds.has('entry') || !kinds.has('home')) bail('no page with JSON-LD');
note(`JSON-LD on ${[...kinds].join(', ')}`);
check('one graph a page, its nodes by the kind of page, each with its own @id', problems.graph);
check('WebPage: address, title, language, date, part of the site', problems.page);
check('BreadcrumbList: from home to here, each step a page', problems.crumbs);
check('the entry’s type goes by its field: no Restaurant, no Product', problems.entity);
check('access, hours and position are values that schema.org knows', problems.facts);
check('what is in another language than its page says so', isDemo || foreign ? [] : ['the content has nothing to show this by']);
check(isDemo ? 'a demonstration tells machines nothing of access' : 'access is told', isDemo === (features === 0) ? [] : [`${features} features`]);
check(`Open Graph: locale, and a published picture of ${WIDTH} × ${HEIGHT}, or the entry's own, with words for it`, problems.card);
done();
