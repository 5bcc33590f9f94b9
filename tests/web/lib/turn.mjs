/* SPDX-License-Identifier: MIT */
// The part of a long list that `make test` tries on a day: the next part on the next day, all of it with
// WHOLE=1 (make soak). SEED=n is the day's number, to try again what failed.

import { bail } from './tap.mjs';

export const isWhole = Boolean(process.env.WHOLE);
export const seed = Number(process.env.SEED ?? Math.floor(Date.now() / 86400000));
if (!Number.isInteger(seed)) bail(`SEED=${process.env.SEED} is no whole number`);

/** Whether row i is in the day's part, of so many. */
export const isDue = (i, parts) => isWhole || (i + seed) % parts === 0;
