/* SPDX-License-Identifier: MIT */
/*
 * Tables that sort by a column: <table data-sortable data-up="…{column}…" data-down="…" data-reset="…">.
 * The heads become buttons; a column sorts one way, the other way, and then lies as it came. Numbers begin with
 * the highest, names with the first. Rows of totals stay before the others, sorted among themselves, and groups
 * (a tbody each) are laid together, for who asks "which is the last" asks it of all. What says nothing comes last.
 * Without this script the tables are whole and in the reader's order.
 */
(() => {
  'use strict';

  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const UP = 'ascending', DOWN = 'descending';

  /** "1,234", "60.0%" and "−3": a number; "–": null. */
  function number(text) {
    const found = /(−?)(\d[\d,]*(?:\.\d+)?)/.exec(text);
    return found && Number(found[2].replaceAll(',', '')) * (found[1] ? -1 : 1);
  }

  function setUp(table) {
    const heads = [...table.tHead.rows[0].cells];
    const home = [...table.tBodies].map((body) => ({ body, rows: [...body.rows] }));
    const rows = home.flatMap((group) => group.rows);
    const flat = document.createElement('tbody');
    const status = document.createElement('p');
    status.className = 'sorted note';
    status.setAttribute('role', 'status');
    (table.closest('.table-wrap') ?? table).before(status);

    const isName = (column) => column === 0;
    const isTotal = (row) => row.classList.contains('total');
    const text = (row, column) => row.cells[column].textContent.trim();

    /** Before zero: the first row comes first. Equal rows keep the order they came in. */
    function order(column, way) {
      const sign = way === UP ? 1 : -1;
      return (a, b) => {
        if (isTotal(a) !== isTotal(b)) return isTotal(a) ? -1 : 1;
        if (isName(column)) return sign * compare(text(a, column), text(b, column));
        const [x, y] = [a, b].map((row) => number(text(row, column)));
        if (x === null || y === null) return (x === null) - (y === null);
        return sign * (x - y);
      };
    }

    function lay(column, way) {
      if (way) {
        flat.replaceChildren(...[...rows].sort(order(column, way)));
        for (const { body } of home) body.remove();
        table.append(flat);
        return;
      }
      flat.remove();
      for (const group of home) {
        group.body.replaceChildren(...group.rows);
        table.append(group.body);
      }
    }

    function next(column, way) {
      const ways = isName(column) ? [UP, DOWN] : [DOWN, UP];
      return way ? ways[ways.indexOf(way) + 1] : ways[0];
    }

    heads.forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const way = next(column, head.getAttribute('aria-sort'));
        for (const each of heads) each.removeAttribute('aria-sort');
        if (way) head.setAttribute('aria-sort', way);
        lay(column, way);
        const said = { [UP]: table.dataset.up, [DOWN]: table.dataset.down }[way] ?? table.dataset.reset;
        status.textContent = said.replace('{column}', button.textContent.trim());
      });
    });
    table.classList.add('sortable');
  }

  for (const table of document.querySelectorAll('table[data-sortable]')) setUp(table);
})();
