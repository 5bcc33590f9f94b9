/* SPDX-License-Identifier: MIT */
// The search's own scripts outside a browser, with the texts that a built site has for them.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { languages, read } from './site.mjs';

const assets = join(dirname(fileURLToPath(import.meta.url)), '../../../assets');

/** What the named scripts of assets/ put into `attalak`. */
export function scripts(...names) {
  const context = createContext({ self: {}, TextDecoder });
  for (const name of names) runInContext(readFileSync(join(assets, name), 'utf8'), context);
  return context.self.attalak;
}

const file = (name) => read(`data/search/${name}.txt`);

/** The index of a page in `lang` with everything in it; stage by stage to `each`, when it is given. */
export function wholeIndex(lang, Index, each = () => {}) {
  const index = new Index(lang, file(`names-${lang}`));
  const all = [lang, ...languages.filter((other) => other !== lang)];
  each('names', index);
  for (const other of all.slice(1)) if (!index.addNames(other, file(`names-${other}`))) throw new Error(other);
  if (!index.addTags(file('tags'))) throw new Error('tags');
  each('rest', index);
  for (const of of all) {
    for (const shard of index.shards) {
      if (!index.addSummaries(of, shard, file(`summaries-${of}-${shard}`))) throw new Error(`${of} ${shard}`);
    }
  }
  each('summaries', index);
  return index;
}
