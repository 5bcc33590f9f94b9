/* SPDX-License-Identifier: MIT */
/*
 * Choose among the provinces of the whole country by what their entries have: every count on the page is
 * made anew, from one file (view_facets.c) that is fetched when somebody begins to choose. A province's link
 * takes the choice along. Without this script, or on a disk, the counts are those of all entries.
 */
(() => {
  'use strict';

  const { attalak } = window;
  const { fill, number, weigh } = attalak;
  const section = document.querySelector('[data-provinces]');
  const form = section.querySelector('.filter');
  if (!form) return;
  if (window.location.protocol === 'file:') {
    form.remove();      // no page may read a file beside it
    return;
  }
  const words = form.dataset;
  const status = form.querySelector('[role="status"]');
  const bitOf = new Map([...form.querySelectorAll('[data-ask="has"]')].map(({ value }, i) => [value, 1 << i]));

  // ---- what is on the page

  /** The province that a link leads to, by its part of the address. */
  const slugOf = (link) => link.href.slice(attalak.root.href.length).split('/')[1];

  const places = [...section.querySelectorAll('.tallies a, tbody th a')].map((link) => {
    const row = link.closest('li, tr');
    const numbers = row.querySelectorAll('.count, td');
    return { link, row, slug: slugOf(link), href: link.getAttribute('href'), isNone: row.classList.contains('none'),
      numbers: [...numbers].map((element) => ({ element, plain: element.textContent })) };
  });
  const regions = [...section.querySelectorAll('h3 .count')].map((element) => ({ element, plain: element.textContent,
    slugs: [...element.parentElement.nextElementSibling.querySelectorAll('a')].map(slugOf) }));

  // ---- what is known of all entries

  function itemsOf({ facilities, provinces }) {
    if (facilities.join() !== [...bitOf.keys()].join()) throw new Error('of another publication');
    const only = section.dataset.provinces;
    const items = [];
    for (const [slug, fields] of Object.entries(provinces)) {
      for (const [field, counts] of Object.entries(fields)) {
        if (only && field !== only) continue;
        for (let i = 0; i < counts.length; i += 3) {
          items.push({ slug, field, there: counts[i], gone: counts[i + 1], count: counts[i + 2] });
        }
      }
    }
    return items;
  }

  let loading = null;

  /** Once; but again after a failure. */
  function load() {
    loading ??= fetch(new URL('data/facets.json', attalak.root))
      .then((answer) => { if (!answer.ok) throw new Error(answer.status); return answer.json(); })
      .then(itemsOf)
      .catch((error) => { loading = null; throw error; });
    return loading;
  }

  // ---- the counts

  /** A list has the number of those found; a table, of how many of them have what heads each column. */
  function count({ row, link, numbers }, yes, unknown) {
    const isTable = row.matches('tr');
    const cells = [...bitOf.values()].slice(1).map((bit) => yes.filter(({ there }) => there & bit));
    const sums = (isTable ? cells : [yes]).map(weigh);
    numbers.forEach(({ element }, i) => { element.textContent = number(sums[i]); });
    row.classList.toggle('none', !yes.length);
    row.querySelector('.unsaid')?.remove();
    if (!isTable && !unknown.length) return;
    const names = { count: number(weigh(yes)), unknown: number(weigh(unknown)) };
    const note = document.createElement('span');
    note.className = 'unsaid';
    note.textContent = ` ${fill(isTable ? words.region : words.unknown, names)}`;
    (isTable ? link.parentElement : link).append(note);
  }

  function restore({ row, numbers, isNone }) {
    for (const { element, plain } of numbers) element.textContent = plain;
    row.classList.toggle('none', isNone);
    row.querySelector('.unsaid')?.remove();
  }

  /** By province, and none where there are none. */
  function grouped(items) {
    const groups = new Map();
    for (const item of items) {
      if (!groups.has(item.slug)) groups.set(item.slug, []);
      groups.get(item.slug).push(item);
    }
    return groups;
  }

  function show(left) {
    const [yes, unknown] = [grouped(left.yes), grouped(left.unknown)];
    for (const place of places) count(place, yes.get(place.slug) ?? [], unknown.get(place.slug) ?? []);
    for (const { element, slugs } of regions) {
      const sum = (groups) => number(weigh(slugs.flatMap((slug) => groups.get(slug) ?? [])));
      element.textContent = fill(words.region, { count: sum(yes), unknown: sum(unknown) });
    }
    filter.found(left, { provinces: number(yes.size) });
    if (!left.yes.length && left.unknown.length) {
      status.textContent = fill(words.none, { unknown: number(weigh(left.unknown)) });
    }
  }

  /** The counts of all entries, and `said` about that. */
  function showAll(said) {
    places.forEach(restore);
    for (const { element, plain } of regions) element.textContent = plain;
    status.textContent = said;
  }

  // ---- choosing

  let run = 0;        // what was asked last

  async function update() {
    const mine = run += 1;
    const query = filter.query();
    for (const { link, href } of places) link.setAttribute('href', href + query);
    status.textContent = '';      // what was told is of the choice before
    const slow = window.setTimeout(() => { status.textContent = words.loading; }, 400);
    const items = await load().catch(() => null);
    window.clearTimeout(slow);
    if (mine !== run) return;
    if (!items) { showAll(words.failed); return; }
    filter.items = items;
    const left = filter.update();
    if (filter.isOn()) show(left);
    else showAll('');
  }

  const filter = attalak.filter(form, update);
  form.querySelector('details').addEventListener('toggle', update, { once: true });
  if (filter.isOn()) update();
})();
