/* SPDX-License-Identifier: MIT */
// What the data say is near: another formula than the script's (the chord, not the haversine).

import { read } from './site.mjs';

export const HERE = { latitude: 15.80613, longitude: 102.03174 };    // the town of Chaiyaphum
export const TOWN = '3601';
export const GRANTED = { geolocation: HERE, permissions: ['geolocation'] };
export const { features } = JSON.parse(read('data/identities.geojson'));
const { identities } = JSON.parse(read('data/identities.json'));
const entryOf = new Map(identities.map((entry) => [entry.code, entry]));

function vector([lon, lat]) {
  const [a, b] = [lat, lon].map((degrees) => degrees * Math.PI / 180);
  return [Math.cos(a) * Math.cos(b), Math.cos(a) * Math.sin(b), Math.sin(a)];
}

function km(a, b) {
  const [u, v] = [vector(a), vector(b)];
  return 2 * 6371.0088 * Math.asin(Math.hypot(...u.map((x, i) => x - v[i])) / 2);
}

export const around = (spot, most) => features.map(({ id, geometry }) => ({ id, km: km(spot, geometry.coordinates) }))
  .filter((each) => each.km <= most).sort((a, b) => a.km - b.km || (a.id < b.id ? -1 : 1));
export const wheelchair = (id) => entryOf.get(id).access?.wheelchair ?? 'unknown';
export const canEnter = (id) => ['yes', 'limited'].includes(wheelchair(id));
/** By hours that are the same every day, which is all that there are here. */
export function isOpen(id, time) {
  const [, opens, closes] = /^Mo-Su (\d\d:\d\d)-(\d\d:\d\d)$/.exec(entryOf.get(id).hours ?? '') ?? [];
  return opens ? opens <= time && time < closes : undefined;
}
export const isFood = (id) => entryOf.get(id).category === 'food';

// ---- the page

export const codes = (page, list = '#found') => page.$$eval(`${list} .card-name a`, (all) => all
  .map((a) => /(\d{6})\/(?:index\.html)?$/.exec(a.href)[1]));
export const settled = (page) => page.waitForFunction(() => /\d/.test(document.getElementById('total').textContent));
export const centreOf = (page) => page.$eval(`[data-d="${TOWN}"]`, (a) => a.dataset.at.split(',').map(Number).reverse());

/** "Look further" until it takes its button away: the focus stays among the results, in Firefox too, which moves it late. */
export async function looksFurther(page) {
  const problems = [];
  for (let times = 0; await page.isVisible('#wider') && times < 9; times += 1) {
    await page.focus('#wider');
    const before = await page.textContent('#total');
    await page.keyboard.press('Enter');
    await page.waitForFunction((text) => !['', text].includes(document.getElementById('total').textContent), before);
    await page.waitForFunction(() => document.activeElement !== document.getElementById('wider') || document.activeElement.checkVisibility());
    if (!await page.evaluate(() => document.activeElement.closest('#wider, #found li, #around'))) problems.push(`lost after ${await page.textContent('#total')}`);
  }
  if (await page.isVisible('#wider')) problems.push('it never ends');
  return problems;
}
