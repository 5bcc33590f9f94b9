/* SPDX-License-Identifier: MIT */
/*
 * Whether it is open now, by Thailand's clock wherever the visitor is, of hours as hours_open.h writes them.
 * Without this script nothing is said.
 *
 *     attalak.opening(hours, now)      { open, change, minute }: until or from when, none within a year, and
 *                                      now; in minutes of Thailand since 1970
 */
(() => {
  'use strict';

  const attalak = window.attalak ??= {};
  const DAY = 1440;
  const AHEAD = 7 * 60;       // UTC+7, without summer time
  const dateOf = (minute) => new Date(minute * 60000);      // its UTC parts are Thailand's

  /** [[from, to], …] that begin on a day, in their order. */
  function spansOn(parts, midnight) {
    const date = dateOf(midnight);
    const month = 'abcdefghijkl'[date.getUTCMonth()];
    const weekday = (date.getUTCDay() + 6) % 7;
    return parts.filter(([, months, days]) => (!months || months.includes(month)) && (!days || days.includes(weekday)))
      .flatMap(([, , , spans]) => spans.split(',').map((span) => span.split('-').map((at) => midnight + Number(at))))
      .sort(([a], [b]) => a - b);
  }

  attalak.opening = (hours, now) => {
    const parts = hours.split(' ').map((part) => /^([a-l]*)(\d*)=(.+)$/.exec(part));
    const minute = Math.floor(now / 60000) + AHEAD;
    const today = minute - minute % DAY;
    let end = minute;       // of what is open from now on without a gap
    for (let day = -1; day <= 366; day += 1) {
      for (const [from, to] of spansOn(parts, today + day * DAY)) {
        const open = end > minute;
        if (from > end) return { open, change: open ? end : from, minute };
        end = Math.max(end, to);
      }
    }
    return { open: end > minute, minute };
  };

  // ---- the line on an entry's page

  const line = document.querySelector('.now');
  if (!line) return;
  const words = line.dataset;
  const fill = (sentence, names) => sentence.replace(/\{(\w+)\}/g, (hole, name) => names[name]);
  const named = (minute, part) => new Intl.DateTimeFormat(document.documentElement.lang,
    { [part]: 'long', timeZone: 'UTC' }).format(dateOf(minute));

  /** "until 16:30", "opens Monday at 08:30" */
  function next({ open, change, minute }) {
    const days = Math.floor(change / DAY) - Math.floor(minute / DAY);
    if (!change || (open && change - minute > DAY)) return '';     // open for as long as a visit is
    const at = change % DAY || (open ? DAY : 0);        // until midnight is until 24:00
    const two = (number) => String(Math.floor(number)).padStart(2, '0');
    const sentence = open ? 'until' : ['today', 'tomorrow'][days] ?? (days < 7 ? 'weekday' : 'date');
    return fill(words[sentence], { time: fill(words.clock, { hour: two(at / 60), minute: two(at % 60) }),
      weekday: named(change, 'weekday'), day: dateOf(change).getUTCDate(), month: named(change, 'month') });
  }

  let timer = 0;

  /** Now, when the page is seen again, and when another sentence is due: at the change, and at midnight. */
  function update() {
    const now = Date.now();
    const opening = attalak.opening(words.hours, now);
    const { open, change = Infinity, minute } = opening;
    words.now = open ? 'open' : 'closed';
    line.textContent = [words[words.now], next(opening)].filter(Boolean).join(' · ');
    line.hidden = false;
    window.clearTimeout(timer);
    const due = (Math.min(change, minute - minute % DAY + DAY) - AHEAD) * 60000;
    timer = window.setTimeout(update, Math.max(1000, due - now));
  }

  document.addEventListener('visibilitychange', () => { if (!document.hidden) update(); });
  update();
})();
