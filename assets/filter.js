/* SPDX-License-Identifier: MIT */
/*
 * Choose among entries by field and facility: lists of cards, the table of access, what is near, the provinces
 * of the country (facets.js); lists of cards by whether they are open now, too (open.js).
 * An entry that nobody has spoken of is not one that lacks something: it goes to a list of its own.
 * Without this script the lists are whole. The address keeps the choice:
 * ?field=food,arts&has=wheelchair,toilet.accessible&open=now      and the link to another language takes it along.
 */
(() => {
  'use strict';

  const attalak = window.attalak ??= {};
  const { format: number } = new Intl.NumberFormat(document.documentElement.lang);

  /** A sentence of the page with its {names} filled in. */
  const fill = (sentence, names) => sentence
    .replace(/\{(\w+)\}/g, (hole, name) => names[name] ?? hole);

  /** Facilities as bits: "03" is 1 | 8. */
  const bits = (ids) => [...ids].reduce((sum, id) => sum | 1 << parseInt(id, 36), 0);

  /** How many entries: an item may stand for several that are alike. */
  const weigh = (items) => items.reduce((sum, { count = 1 }) => sum + count, 0);

  /**
   * The form on the page. Its owner gives it `items` ({ field, has, part, lacks, hours }, or in bits
   * { field, there, gone, count }) and is called back when the visitor has chosen, and `ontime` when something may
   * have opened or closed meanwhile; update() tells what is left.
   */
  attalak.filter = (form, onchange, ontime = onchange) => {
    const boxes = [...form.querySelectorAll('input')];
    const of = (name) => boxes.filter((box) => box.dataset.ask === name);
    const [fieldBoxes, facilityBoxes, openBoxes] = ['field', 'has', 'open'].map(of);
    const on = (list) => list.filter((box) => box.checked);
    const label = (box) => box.nextElementSibling.textContent;
    const chosen = form.querySelector('.chosen');
    const ids = (list) => list.map((box) => box.dataset.id);
    const facilities = ids([...facilityBoxes, ...openBoxes]).map((id) => [id, bits(id)]);
    const open = bits(ids(openBoxes));      // one more facility, which comes and goes

    const values = (list) => on(list).map((box) => box.value).join(',');
    const asked = () => ({ field: values(fieldBoxes), has: values(facilityBoxes), open: values(openBoxes) });

    /** What is there and what is not, in bits; hours that many share are looked up once. */
    function known(item, isOpen) {
      item.there ??= bits(item.has + item.part);
      item.gone ??= bits(item.lacks);
      const { there, gone, hours } = item;
      if (!open || !hours) return { there, gone };
      if (!isOpen.has(hours)) isOpen.set(hours, attalak.opening(hours, Date.now()).open);
      return isOpen.get(hours) ? { there: there | open, gone } : { there, gone: gone | open };
    }

    const filter = {
      items: [],
      fields: () => on(fieldBoxes).map((box) => box.value),
      ids: () => ids(on(facilityBoxes)),
      /** "?field=food&has=wheelchair,enter.stepfree", or nothing. */
      query: () => Object.entries(asked()).filter(([, values]) => values)
        .map(([name, values], i) => `${i ? '&' : '?'}${name}=${values}`).join(''),
      isOn: () => boxes.some((box) => box.checked),
      /** The name of a field or of a facility's id, in the page's language. */
      name: (id) => {
        const box = boxes.find((each) => each.dataset.id === id);
        return box ? label(box) : '';
      },
      names: (ids) => [...ids].map(filter.name).join('\u00a0· '),      // no line begins with a dot

      /** { yes, unknown }: the items left, in their order; and what each choice would leave. */
      update() {
        const [fields, wanted] = [filter.fields(), bits(ids(on([...facilityBoxes, ...openBoxes])))];
        const isOpen = new Map();
        const counts = new Map(boxes.map((box) => [box.dataset.id, 0]));
        const add = (id, { count = 1 }) => counts.set(id, counts.get(id) + count);
        const left = { yes: [], unknown: [] };
        for (const item of filter.items) {
          const { there, gone } = known(item, isOpen);
          const isField = !fields.length || fields.includes(item.field);
          const isYes = !(wanted & ~there);
          if (isField && !(wanted & gone)) left[isYes ? 'yes' : 'unknown'].push(item);
          if (!isYes) continue;
          add(item.field, item);
          if (isField) for (const [id, bit] of facilities) if (there & bit) add(id, item);
        }
        for (const box of boxes) box.parentElement.lastElementChild.textContent = number(counts.get(box.dataset.id));
        chosen.textContent = on(boxes).map(label).join(' · ');
        chosen.hidden = !chosen.textContent;
        return left;
      },
      found(left, names = {}) {
        const [count, all, unknown] = [left.yes, filter.items, left.unknown].map(weigh).map(number);
        form.querySelector('[role="status"]').textContent = filter.isOn()
          ? fill(left.unknown.length ? form.dataset.more : form.dataset.found, { ...names, count, all, unknown }) : '';
      },
    };

    function read() {
      const address = new URLSearchParams(window.location.search);
      for (const box of boxes) box.checked = (address.get(box.dataset.ask) ?? '').split(',').includes(box.value);
    }

    function written() {
      attalak.ask(asked());
      onchange();
    }

    form.addEventListener('change', written);
    form.querySelector('.clear').addEventListener('click', () => {
      for (const box of boxes) box.checked = false;
      written();
    });
    const again = () => { if (!document.hidden && on(openBoxes).length) ontime(); };
    document.addEventListener('visibilitychange', again);
    if (openBoxes.length) window.setInterval(again, 60000);       // what closes meanwhile goes
    window.addEventListener('popstate', () => { read(); carry(); onchange(); });
    read();
    carry();
    form.hidden = false;
    return filter;
  };

  // ---- the address

  const NAMES = ['d', 'field', 'has', 'open'];      // what pages with a filter are asked for
  const languages = [...document.querySelectorAll('.languages a')]
    .map((link) => ({ link, href: link.getAttribute('href') }));
  const search = (asked) => asked.size ? `?${asked}`.replaceAll('%2C', ',') : '';

  /** The links to this page in other languages ask for the same; what others hung on the address stays here. */
  function carry() {
    const address = new URLSearchParams(window.location.search);
    const asked = new URLSearchParams(NAMES.filter((name) => address.get(name)).map((name) => [name, address.get(name)]));
    for (const { link, href } of languages) link.setAttribute('href', href + search(asked));
  }

  /** Puts names into the address, or takes out those that are empty. */
  attalak.ask = (names) => {
    const asked = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(names)) {
      asked.delete(name);    // always in the same order, so that one choice has one address
      if (value) asked.set(name, value);
    }
    const { pathname, hash } = window.location;
    window.history.replaceState(null, '', pathname + search(asked) + hash);
    carry();
  };
  Object.assign(attalak, { fill, number, weigh });

  // ---- lists that stand in the page

  const lists = [...document.querySelectorAll('[data-filtered]')];
  const form = document.querySelector('.filter');
  if (!lists.length || !form) return;

  const filter = attalak.filter(form, update);
  let heads;      // list → what it begins with that is no entry: the head of a table's part

  function readItems() {
    const items = lists.flatMap((list) => [...list.children].map((element) => {
      const { field, has = '', part = '', lacks = '' } = element.dataset;
      return { element, field, has, part, lacks, list, unknown: document.getElementById(list.dataset.filtered) };
    }));
    // Hours stand in the form, once for all that share them (open_list.h).
    const { hours = '', each = '' } = form.querySelector('[data-each]')?.dataset ?? {};
    const [written, numbers] = [hours.split('|'), each.split(',')];
    items.forEach((item, i) => { item.hours = written[numbers[i]]; });
    attalak.listed = items.map(({ element }) => element);     // those too that the address's choice takes out at once
    const targets = new Set(items.flatMap(({ list, unknown }) => [list, unknown]));
    heads = new Map([...targets].map((list) => [list,
      [...list.children].filter((child) => !('field' in child.dataset))]));
    filter.items = items;
  }

  /** "In part: …" on a card whose chosen facilities are there in part only. */
  function remark(item, ids) {
    const partly = ids.filter((id) => item.part.includes(id));
    item.mark?.remove();
    item.mark = null;
    const marks = partly.length && item.element.querySelector('.card-marks');
    if (!marks) return;
    item.mark = document.createElement('span');
    item.mark.className = 'mark partly';
    item.mark.textContent = fill(form.dataset.part, { list: filter.names(partly) });
    marks.append(item.mark);
  }

  function show(list, found) {
    const wanted = [...heads.get(list), ...found.map(({ element }) => element)];
    if (wanted.length !== list.children.length || wanted.some((element, i) => element !== list.children[i])) {
      list.replaceChildren(...wanted);
    }
    const group = list.closest('[data-group]');
    if (!group) return;
    group.hidden = !found.length;
    for (const text of group.querySelectorAll('[data-count]')) {
      text.textContent = fill(text.dataset.count, { count: number(found.length) });
    }
  }

  function update() {
    if (!heads) readItems();
    const left = filter.update();
    const ids = filter.ids();
    const shown = new Map([...heads.keys()].map((list) => [list, []]));
    for (const item of left.yes) {
      remark(item, ids);
      shown.get(item.list).push(item);
    }
    for (const item of left.unknown) {
      remark(item, []);
      shown.get(item.unknown).push(item);
    }
    const { activeElement: focused } = document;
    for (const [list, found] of shown) show(list, found);
    if (focused?.isConnected) focused.focus({ preventScroll: true });      // it was out of the page for a moment
    filter.found(left);
  }

  // A province has hundreds: before they are drawn, nobody sees counts in a form that is closed.
  if (filter.isOn()) update();
  else (window.requestIdleCallback ?? setTimeout)(update);
})();
