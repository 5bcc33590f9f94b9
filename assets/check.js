/* SPDX-License-Identifier: MIT */
/*
 * The officers' page of a province: find an LAO by name or code, show only some (share.js copies captions).
 * Without this script the page is a plain list and lacks nothing but that. The address keeps the
 * question (#q=…&show=mend), or names one LAO (#l360203).
 */
(() => {
  'use strict';

  const finder = document.querySelector('.finder');
  const list = document.querySelector('.laos');
  const find = document.getElementById('find');
  const show = document.getElementById('show');
  const status = finder.querySelector('[role="status"]');

  // ---- names as people type them

  const SHORT = [
    ['อบจ', 'องค์การบริหารส่วนจังหวัด'], ['อบต', 'องค์การบริหารส่วนตำบล'], ['ทน', 'เทศบาลนคร'],
    ['ทม', 'เทศบาลเมือง'], ['ทต', 'เทศบาลตำบล'], ['pao', 'provincialadministrativeorganization'],
    ['sao', 'subdistrictadministrativeorganization'],
  ];

  /** Without blanks, dots and what cannot be seen; Thai digits as 0–9, เเ as แ, ํา as ำ. */
  const plain = (text) => text.normalize('NFC').toLowerCase()
    .replace(/[๐-๙]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0e50 + 0x30))
    .replace(/\u0e40\u0e40/g, '\u0e41').replace(/\u0e4d\u0e32/g, '\u0e33')
    .replace(/[\s.\u200b-\u200d\ufeff]+/g, '');

  /** A word, and the same with อบต. at its start written out. */
  function readings(word) {
    const short = SHORT.find(([from]) => word.startsWith(from));
    return short ? [word, short[1] + word.slice(short[0].length)] : [word];
  }

  const laos = [...list.querySelectorAll('.lao')].map((element) => ({
    element,
    key: element.id.slice(1),
    state: element.dataset.lao,
    mend: 'mend' in element.dataset,
    text: ['h3', '.lao-code'].map((part) => plain(element.querySelector(part).textContent)).join(' '),
  }));

  /** A code is the same with and without its first digit, which changes with the LAO's type. */
  function matches(lao, word) {
    if (/^\d{7,8}$/.test(word)) return lao.key === word.slice(-6);
    return readings(word).some((reading) => lao.text.includes(reading));
  }

  function isShown(lao, words) {
    if (show.value === 'mend' ? !lao.mend : show.value && lao.state !== show.value) return false;
    return words.every((word) => matches(lao, word));
  }

  // ---- the list

  function update() {
    const words = find.value.split(/\s+/).map(plain).filter(Boolean);
    let count = 0;
    for (const lao of laos) {
      lao.element.hidden = !isShown(lao, words);
      count += lao.element.hidden ? 0 : 1;
    }
    for (const section of list.querySelectorAll('section')) {
      section.hidden = !section.querySelector('.lao:not([hidden])');
      const id = section.getAttribute('aria-labelledby');
      document.querySelector(`.districts a[href="#${id}"]`).parentElement.hidden = section.hidden;
    }
    status.textContent = (count ? status.dataset.some : status.dataset.none)
      .replace('{count}', count).replace('{all}', laos.length);
  }

  // ---- the address

  function writeHash() {
    const asked = new URLSearchParams();
    if (find.value.trim()) asked.set('q', find.value.trim());
    if (show.value) asked.set('show', show.value);
    const { pathname, search } = window.location;
    window.history.replaceState(null, '', asked.size ? `#${asked}` : pathname + search);
  }

  function readHash() {
    const hash = window.location.hash.slice(1);
    const asked = new URLSearchParams(/[=]/.test(hash) ? hash : '');
    const known = [...show.options].some((option) => option.value === asked.get('show'));
    find.value = asked.get('q') ?? '';
    show.value = known ? asked.get('show') : '';
    update();
    const named = laos.find((lao) => lao.element.id === hash);
    if (!named) return;
    if (named.element.tagName === 'DETAILS') named.element.open = true;
    named.element.scrollIntoView();
  }

  for (const input of [find, show]) {
    input.addEventListener('input', () => { update(); writeHash(); });
  }
  window.addEventListener('hashchange', readHash);
  finder.hidden = laos.length === 0;
  readHash();
})();
