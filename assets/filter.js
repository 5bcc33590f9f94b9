/* SPDX-License-Identifier: MIT */
/*
 * Choose among entries by field and facility: lists of cards, the table of access, what is near.
 * An entry that nobody has spoken of is not one that lacks something: it goes to a list of its own.
 * Without this script the lists are whole. The address keeps the choice:
 * ?field=food,arts&has=wheelchair,toilet.accessible
 */
(() => {
  'use strict';

  const attalak = window.attalak ??= {};
  const number = (count) => count.toLocaleString(document.documentElement.lang);

  /** A sentence of the page with its {names} filled in. */
  const fill = (sentence, names) => sentence
    .replace(/\{(\w+)\}/g, (hole, name) => names[name] ?? hole);

  /** 'yes', 'unknown' or 'no': does the entry fit? No fields chosen: any of them. */
  function answer({ field, has, part, lacks }, fields, ids) {
    if (fields.length && !fields.includes(field)) return 'no';
    let unknown = false;
    for (const id of ids) {
      if (lacks.includes(id)) return 'no';
      if (!has.includes(id) && !part.includes(id)) unknown = true;
    }
    return unknown ? 'unknown' : 'yes';
  }

  /**
   * The form on the page. Its owner gives it `items` ({ field, has, part, lacks }) and is called back
   * with what is left of them when the visitor has chosen, or when update() is called.
   */
  attalak.filter = (form, onchange) => {
    const boxes = [...form.querySelectorAll('input')];
    const of = (name) => boxes.filter((box) => box.name === name);
    const [fieldBoxes, facilityBoxes] = [of('field'), of('has')];
    const on = (list) => list.filter((box) => box.checked);
    const label = (box) => box.nextElementSibling.textContent;
    const chosen = form.querySelector('.chosen');

    const filter = {
      items: [],
      fields: () => on(fieldBoxes).map((box) => box.value),
      ids: () => on(facilityBoxes).map((box) => box.dataset.id),
      isOn: () => boxes.some((box) => box.checked),
      /** The name of a field or of a facility's id, in the page's language. */
      name: (id) => {
        const box = boxes.find((each) => each.dataset.id === id);
        return box ? label(box) : '';
      },
      names: (ids) => [...ids].map(filter.name).join(' · '),

      /** { yes, unknown }: the items left, in their order; and each choice's own count. */
      update() {
        const [fields, ids] = [filter.fields(), filter.ids()];
        const count = (f, i) => filter.items.reduce((sum, item) => sum + (answer(item, f, i) === 'yes'), 0);
        for (const box of fieldBoxes) box.parentElement.lastElementChild.textContent = number(count([box.value], ids));
        for (const box of facilityBoxes) {
          const more = box.checked ? ids : [...ids, box.dataset.id];
          box.parentElement.lastElementChild.textContent = number(count(fields, more));
        }
        chosen.textContent = on(boxes).map(label).join(' · ');
        chosen.hidden = !chosen.textContent;
        const left = { yes: [], unknown: [], no: [] };
        for (const item of filter.items) left[answer(item, fields, ids)].push(item);
        return left;
      },
      found(left) {
        const names = { count: number(left.yes.length), all: number(filter.items.length), unknown: number(left.unknown.length) };
        form.querySelector('[role="status"]').textContent = filter.isOn()
          ? fill(left.unknown.length ? form.dataset.more : form.dataset.found, names) : '';
      },
    };

    function read() {
      const asked = new URLSearchParams(window.location.search);
      for (const box of boxes) box.checked = (asked.get(box.name) ?? '').split(',').includes(box.value);
    }

    function write() {
      const values = (list) => on(list).map((box) => box.value).join(',');
      attalak.ask({ field: values(fieldBoxes), has: values(facilityBoxes) });
    }

    form.addEventListener('change', () => { write(); onchange(); });
    form.querySelector('.clear').addEventListener('click', () => {
      for (const box of boxes) box.checked = false;
      write();
      onchange();
    });
    window.addEventListener('popstate', () => { read(); onchange(); });
    read();
    form.hidden = false;
    return filter;
  };

  /** Puts names into the address, or takes out those that are empty. */
  attalak.ask = (names) => {
    const asked = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(names)) {
      if (value) asked.set(name, value);
      else asked.delete(name);
    }
    const { pathname, hash } = window.location;
    const query = asked.toString().replaceAll('%2C', ',');
    window.history.replaceState(null, '', pathname + (query && `?${query}`) + hash);
  };
  attalak.fill = fill;
  attalak.number = number;

  // ---- lists that stand in the page

  const lists = [...document.querySelectorAll('[data-filtered]')];
  const form = document.querySelector('.filter');
  if (!lists.length || !form) return;

  const items = lists.flatMap((list) => [...list.children].map((element) => {
    const { field, has = '', part = '', lacks = '' } = element.dataset;
    return { element, field, has, part, lacks, list, unknown: document.getElementById(list.dataset.filtered) };
  }));
  // What a list begins with that is no entry: the head of a table's part.
  const targets = new Set(items.flatMap(({ list, unknown }) => [list, unknown]));
  const heads = new Map([...targets].map((list) => [list,
    [...list.children].filter((child) => !('field' in child.dataset))]));
  const filter = attalak.filter(form, update);

  /** "In part: …" on a card whose chosen facilities are there in part only. */
  function remark({ element, part }, ids) {
    const marks = element.querySelector('.card-marks');
    if (!marks) return;
    marks.querySelector('.partly')?.remove();
    const partly = ids.filter((id) => part.includes(id));
    if (!partly.length) return;
    const mark = document.createElement('span');
    mark.className = 'mark partly';
    mark.textContent = fill(form.dataset.part, { list: filter.names(partly) });
    marks.append(mark);
  }

  function show(list, found) {
    list.replaceChildren(...heads.get(list), ...found.map(({ element }) => element));
    const group = list.closest('[data-group]');
    if (!group) return;
    group.hidden = !found.length;
    for (const text of group.querySelectorAll('[data-count]')) {
      text.textContent = fill(text.dataset.count, { count: number(found.length) });
    }
  }

  function update() {
    const left = filter.update();
    const ids = filter.ids();
    const shown = new Map([...targets].map((list) => [list, []]));
    for (const item of left.yes) {
      remark(item, ids);
      shown.get(item.list).push(item);
    }
    for (const item of left.unknown) {
      remark(item, []);
      shown.get(item.unknown).push(item);
    }
    for (const [list, found] of shown) show(list, found);
    filter.found(left);
  }

  filter.items = items;
  update();
})();
