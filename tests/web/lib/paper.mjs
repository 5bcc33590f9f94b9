/* SPDX-License-Identifier: MIT */
// What is on a printed page, as Debian's poppler and zbar read it.

import { execFileSync } from 'node:child_process';

export const run = (name, ...args) => execFileSync(name, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** The text of each sheet. */
export const sheets = (pdf) => run('pdftotext', pdf, '-').split('\f');

/** What a phone reads from the first sheet, at 300 dots to the inch. */
export function readBack(pdf) {
  const picture = pdf.replace(/\.pdf$/, '');
  run('pdftoppm', '-r', '300', '-f', '1', '-l', '1', '-png', '-singlefile', pdf, picture);
  return run('zbarimg', '-q', '--raw', `${picture}.png`).trim();
}
