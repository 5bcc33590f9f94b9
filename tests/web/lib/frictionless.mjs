/* SPDX-License-Identifier: MIT */
// A data package as others read it: Open Knowledge's own datapackage and tableschema (MIT, pinned in
// package.json), so that what we mean by a schema is what the specification means.

import { posix } from 'node:path';
import { Readable } from 'node:stream';
import datapackage from 'datapackage';
import { Table } from 'tableschema';
import { read } from './site.mjs';

const SHOWN = 5; // problems of one table

/** Each row cast to its types and held against its constraints. */
async function badTable(file, schema) {
  const problems = [];
  // The library takes a BOM for a part of the first name; Excel needs it.
  const text = Readable.from([Buffer.from(read(file).replace(/^\ufeff/, ''))]);
  const told = (error) => `${file}: ${[error, ...error.errors ?? []].map((e) => e.message).join('; ')}`;
  try {
    const table = await Table.load(text, { schema, strict: true });
    const rows = await table.read({ forceCast: true });
    problems.push(...rows.filter((row) => row instanceof Error).slice(0, SHOWN).map(told));
  } catch (error) {
    problems.push(told(error));
  }
  return problems;
}

/** What a Frictionless reader finds wrong with the package and with each of its tables. */
export async function frictionless(path) {
  const from = (name) => posix.join(posix.dirname(path), name);
  const descriptor = JSON.parse(read(path));
  const pack = await datapackage.Package.load(structuredClone(descriptor));
  const problems = pack.errors.map((error) => `${path}: ${error.message}`);
  for (const { path: file, schema } of descriptor.resources) {
    if (schema) problems.push(...await badTable(from(file), schema));
  }
  return problems;
}
