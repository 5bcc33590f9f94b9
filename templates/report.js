/* SPDX-License-Identifier: MIT
 *
 * Opens, filters and prints the report. Nothing is asked of a server: what is filtered by stands in
 * the address behind '#', so that a link to it can be kept. A part's list is the text of its noscript
 * until it is opened; filtering reads those texts and builds no more than what is shown. */
'use strict';
(() => {
  const FEW = 300; // findings that are shown at once, without opening a part
  const PIECE = /<(h3|h4|li)[ >][^]*?<\/\1>/g;
  const LABEL = /^<li class="(\w+)" data-rule="([^"]*)"/;
  const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

  const form = document.getElementById('filter');
  const status = document.getElementById('shown');
  if (!form) return;
  document.querySelector('.blank').remove();
  const parts = [...document.querySelectorAll('details')].map((details) => ({
    details,
    count: Number(details.dataset.count),
    title: details.querySelector('h2').textContent,
    here: details.querySelector('.here'),
    list: details.querySelector('.list'),
    source: details.querySelector('noscript'),
  }));
  const all = parts.reduce((sum, part) => sum + part.count, 0);
  const say = (text, shown) => text.replace('{shown}', shown.toLocaleString('en'))
    .replace('{all}', all.toLocaleString('en'));
  const plain = (html) => html.replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => NAMED[name]).toLowerCase();

  /** A part's findings, each with the headings above it: made once, when a filter is first used. */
  function piecesOf(part) {
    if (part.pieces) return part.pieces;
    part.pieces = [];
    let district = null, group = null;
    for (const [html, tag] of part.source.textContent.matchAll(PIECE)) {
      if (tag === 'h3') district = { html, text: plain(html) };
      else if (tag === 'h4') group = { html, text: plain(html) };
      else {
        const [, severity, rule] = LABEL.exec(html);
        part.pieces.push({ html, severity, rule, text: plain(html), district, group });
      }
    }
    return part.pieces;
  }

  function readForm() {
    const data = new FormData(form);
    const words = data.get('q').trim().toLowerCase().split(/\s+/).filter(Boolean);
    const some = data.getAll('s');
    const every = some.length === form.querySelectorAll('[name=s]').length;
    return { severities: some, every, rule: data.get('r'), words };
  }

  const isActive = (filter) => !filter.every || filter.rule !== '' || filter.words.length > 0;

  function matches(piece, filter, title) {
    if (!filter.severities.includes(piece.severity)) return false;
    if (filter.rule && piece.rule !== filter.rule) return false;
    return filter.words.every((word) => piece.text.includes(word) || piece.group.text.includes(word)
      || piece.district?.text.includes(word) || title.includes(word));
  }

  function join(pieces) {
    const out = [];
    let district = null, group = null;
    for (const piece of pieces) {
      if (piece.group !== group) {
        if (group) out.push('</ol>');
        if (piece.district && piece.district !== district) out.push(piece.district.html);
        out.push(piece.group.html, '<ol>');
        ({ district, group } = piece);
      }
      out.push(piece.html);
    }
    if (group) out.push('</ol>');
    return out.join('');
  }

  /** What a part shows; the text is our own, escaped when it was written. */
  function fill(part) {
    if (part.filled) return;
    part.list.innerHTML = part.chosen ? join(part.chosen) : part.source.textContent;
    part.list.style.minHeight = '';
    part.filled = true;
  }

  // An open part is filled when it comes near the window; until then it has about its height.
  const near = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries)
      if (isIntersecting && target.open) fill(parts.find((part) => part.details === target));
  }, { rootMargin: '50%' });

  function show(part, filter) {
    const active = isActive(filter);
    const title = part.title.toLowerCase();
    part.chosen = active ? piecesOf(part).filter((piece) => matches(piece, filter, title)) : null;
    const shown = active ? part.chosen.length : part.count;
    part.details.hidden = shown === 0;
    part.here.textContent = active ? say(status.dataset.here, shown) : '';
    part.filled = false;
    part.list.textContent = '';
    part.list.style.minHeight = `${6 * shown}rem`;
    return shown;
  }

  /** Watched anew, so that a part that is in the window already is filled too. */
  function open(part, wanted) {
    part.details.open = wanted;
    near.unobserve(part.details);
    if (wanted) near.observe(part.details);
  }

  function apply() {
    const filter = readForm();
    const shown = parts.reduce((sum, part) => sum + show(part, filter), 0);
    const few = shown <= FEW;
    for (const part of parts) {
      open(part, few || (isActive(filter) && part.details.open));
      if (few) fill(part);
    }
    const words = !isActive(filter) ? 'all' : shown ? 'some' : 'none';
    status.textContent = say(status.dataset[words], shown);
  }

  // ---- the address ----

  function keep() {
    const { severities, every, rule } = readForm();
    const state = new URLSearchParams();
    if (!every) state.set('s', severities.join(' '));
    if (rule) state.set('r', rule);
    if (form.elements.q.value) state.set('q', form.elements.q.value);
    history.replaceState(null, '', `#${state}`);
  }

  function recall() {
    const state = new URLSearchParams(location.hash.slice(1));
    const wanted = state.has('s') ? state.get('s').split(' ') : null;
    for (const box of form.querySelectorAll('[name=s]'))
      box.checked = !wanted || wanted.includes(box.value);
    form.elements.r.value = state.get('r') ?? '';
    if (form.elements.r.selectedIndex < 0) form.elements.r.value = '';
    form.elements.q.value = state.get('q') ?? '';
  }

  // ---- what the reader does ----

  let timer = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => { keep(); apply(); }, 150);
  };
  form.addEventListener('input', soon);
  form.addEventListener('reset', soon);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('click', (event) => {
    const wanted = event.target.dataset.open;
    if (wanted !== undefined) for (const part of parts) open(part, Boolean(wanted));
  });
  addEventListener('hashchange', () => { if (location.hash !== '#findings') { recall(); apply(); } });
  for (const part of parts)
    part.details.addEventListener('toggle', () => open(part, part.details.open));

  let wereOpen = [];
  addEventListener('beforeprint', () => {
    wereOpen = parts.filter((part) => part.details.open);
    for (const part of parts) {
      part.details.open = true;
      fill(part);
    }
  });
  addEventListener('afterprint', () => {
    for (const part of parts) open(part, wereOpen.includes(part));
  });

  form.hidden = false;
  recall();
  apply();
})();
