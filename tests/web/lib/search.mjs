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

/** The index of a page in `lang` with all but stories in it, or these too. */
export function wholeIndex(lang, Index, { withStories = false } = {}) {
  const index = new Index(lang, file(`names-${lang}`));
  const all = [lang, ...languages.filter((other) => other !== lang)];
  for (const other of all.slice(1)) if (!index.addNames(other, file(`names-${other}`))) throw new Error(other);
  if (!index.addTags(file('tags'))) throw new Error('tags');
  const addAll = (kind) => {
    for (const of of all) {
      for (const shard of index.shards) {
        if (!index.addProse(kind, of, shard, file(`${kind}-${of}-${shard}`))) throw new Error(`${kind} ${of} ${shard}`);
      }
    }
  };
  addAll('summaries');
  if (withStories) addAll('stories');
  return index;
}
