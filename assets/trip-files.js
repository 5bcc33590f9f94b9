/* SPDX-License-Identifier: MIT */
/*
 * The files of the trip page, as text: GPX 1.1 for maps, iCalendar (RFC 5545) for seasons.
 *
 *   attalak.files.gpx(stops, about)            stops: { code, name, note, lat, lon, url, place }
 *   attalak.files.calendar(stops, about)       …, months; about: { title, lang, host, now, season(name) }
 *   attalak.files.runs(months)                 [[11, 2]]: from November to February
 */
(() => {
  'use strict';

  const attalak = window.attalak ??= {};

  // ---- GPX

  const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&apos;' };
  /** No control character may stand in XML 1.0. */
  const xml = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]);

  const waypoint = ({ lat, lon, name, note, url }) => `  <wpt lat="${lat}" lon="${lon}">
    <name>${xml(name)}</name>
    <desc>${xml(note)}</desc>
    <link href="${xml(url)}"><text>${xml(name)}</text></link>
  </wpt>
`;

  const gpx = (stops, { title }) => `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="attalak" xmlns="http://www.topografix.com/GPX/1/1">
  <metadata>
    <name>${xml(title)}</name>
  </metadata>
${stops.map(waypoint).join('')}</gpx>
`;

  // ---- seasons

  const after = (month) => (month % 12) + 1;
  const before = (month) => ((month + 10) % 12) + 1;

  /** Months next to each other, also over the new year; none when every month is good. */
  function runs(months) {
    const has = new Set(months);
    if (has.size === 12) return [];
    const firsts = [...has].filter((month) => !has.has(before(month))).sort((a, b) => a - b);
    return firsts.map((first) => {
      let last = first;
      while (has.has(after(last))) last = after(last);
      return [first, last];
    });
  }

  /** The season that is on, or the next: its first day and the day after its last. */
  function season([first, last], now) {
    const length = (last - first + 12) % 12 + 1;
    const year = now.getFullYear();
    const years = [year - 1, year, year + 1];
    const of = (from) => ({ start: new Date(Date.UTC(from, first - 1, 1)), end: new Date(Date.UTC(from, first - 1 + length, 1)) });
    const today = Date.UTC(year, now.getMonth(), now.getDate());
    return years.map(of).find(({ end }) => end.getTime() > today);
  }

  // ---- iCalendar

  const bytes = new TextEncoder();
  const escape = (text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r?\n/g, '\\n');

  /** No line is longer than 75 octets; a character is never cut. */
  function fold(line) {
    const lines = [''];
    let room = 75;
    for (const character of line) {
      const size = bytes.encode(character).length;
      if (size > room) {
        lines.push('');
        room = 74;               // the blank that begins a line counts
      }
      lines[lines.length - 1] += character;
      room -= size;
    }
    return lines.join('\r\n ');
  }

  const day = (date) => date.toISOString().slice(0, 10).replaceAll('-', '');
  const moment = (date) => date.toISOString().replace(/[-:]|\.\d+/g, '');

  function event(stop, run, { now, host, season: words }) {
    const { start, end } = season(run, now);
    return [
      'BEGIN:VEVENT',
      `UID:${stop.code}-${day(start).slice(0, 6)}@${host}`,
      `DTSTAMP:${moment(now)}`,
      `DTSTART;VALUE=DATE:${day(start)}`,
      `DTEND;VALUE=DATE:${day(end)}`,
      `SUMMARY:${escape(words(stop.name))}`,
      ...(stop.place ? [`LOCATION:${escape(stop.place)}`] : []),
      ...(stop.lat === undefined ? [] : [`GEO:${stop.lat};${stop.lon}`]),
      `DESCRIPTION:${escape(stop.note)}`,
      `URL:${stop.url}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ];
  }

  function calendar(stops, about) {
    const events = stops.flatMap((stop) => runs(stop.months).flatMap((run) => event(stop, run, about)));
    return ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//attalak//trip//${about.lang.toUpperCase()}`,
      'CALSCALE:GREGORIAN', `X-WR-CALNAME:${escape(about.title)}`, ...events, 'END:VCALENDAR', '']
      .map(fold).join('\r\n');
  }

  attalak.files = { gpx, calendar, runs };
})();
