/* SPDX-License-Identifier: MIT */
// RFC 4180, strictly: anything else is thrown as an error with its line.

const FIELD = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;

/** The rows of a CSV text as arrays of strings. */
export function parseCsv(text) {
  const rows = [];
  let row = [];
  for (let at = 0; at < text.length;) {
    FIELD.lastIndex = at;
    const [whole, quoted, bare] = FIELD.exec(text);
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (text[at] === ',') { at += 1; continue; }
    if (!text.startsWith('\r\n', at)) throw new Error(`row ${rows.length + 1} ends without CRLF`);
    rows.push(row);
    row = [];
    at += 2;
  }
  return rows;
}
