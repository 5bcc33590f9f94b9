/* SPDX-License-Identifier: MIT */
// Test Anything Protocol: one line a check, its problems as comments below it.

const SHOWN = Number(process.env.SHOWN ?? 20);   // problems printed for one check

let count = 0;
let failed = 0;

/** One check: it holds when there are no problems. */
export function check(name, problems = []) {
  const list = [...problems];
  count += 1;
  if (list.length) failed += 1;
  console.log(`${list.length ? 'not ok' : 'ok'} ${count} - ${name}`);
  for (const problem of list.slice(0, SHOWN)) console.log(`#   ${problem}`);
  if (list.length > SHOWN) console.log(`#   … and ${list.length - SHOWN} more`);
}

export function note(text) {
  console.log(`# ${text}`);
}

/** A test that finds nothing to look at proves nothing: that is a failure, never a pass. */
export function bail(reason) {
  console.log(`Bail out! ${reason}`);
  process.exit(1);
}

export function done() {
  console.log(`1..${count}`);
  process.exitCode = failed ? 1 : 0;
}
