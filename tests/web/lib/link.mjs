/* SPDX-License-Identifier: MIT */
// What a link on a page points to, and whether a host would answer it at once.

import { files } from './site.mjs';

const FILE_STYLE = process.env.URL_STYLE === 'file';
const SCHEMES = new Set(['https', 'http', 'mailto', 'tel', 'geo', 'sms']);

/** The file an absolute URL of the site itself names, or null. */
export function underBase(url, base) {
  if (!url?.startsWith(base)) return null;
  return asFile(url.slice(base.length).replace(/[#?].*$/, ''));
}

function asFile(path) {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

function join(from, url) {
  const parts = from.split('/').slice(0, -1);
  for (const part of url.split('/')) {
    if (part === '..') { if (parts.pop() === undefined) return null; }
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const isDirectory = /(^|\/)\.{0,2}$/.test(url);
  const path = parts.join('/');
  return isDirectory && path ? `${path}/` : path;
}

function inexact(url, path) {
  const last = url.split('/').pop();
  if (last === '..' || (last === '.' && url !== '.')) return 'wants a slash at its end';
  const isFile = path !== '' && !path.endsWith('/');
  if (FILE_STYLE) return isFile ? null : 'names a directory, not index.html';
  if (isFile && /(^|\/)index\.html$/.test(path)) return 'names index.html, a redirect on some hosts';
  return null;
}

/**
 * Resolves `url` as written in file `from`.
 * Gives { external }, { path, fragment } of a file that is there, or { problem }.
 * `basePath` is given only where links may be absolute in the base path (404.html).
 */
export function follow(from, url, basePath = null) {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1].toLowerCase();
  if (scheme) return SCHEMES.has(scheme) ? { external: scheme } : { problem: `scheme ${scheme}:` };
  if (url.startsWith('//')) return { problem: 'names a host without a scheme' };
  const [, address, query, hash] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(url);
  const fragment = hash ? decodeURIComponent(hash.slice(1)) : '';
  if (address === '' && !query) return { path: from, fragment };
  if (/[^a-z0-9./_-]/i.test(address)) return { problem: 'character no host serves everywhere' };
  const absolute = address.startsWith('/');
  if (absolute && !(basePath && address.startsWith(basePath))) {
    return { problem: 'is absolute: breaks below a base path' };
  }
  const path = absolute ? address.slice(basePath.length) : join(from, address);
  if (path === null) return { problem: 'climbs out of the site' };
  // Where links are absolute (404.html) there is a server: either form will do.
  const problem = absolute ? null : inexact(address, path);
  return problem ? { problem } : arrive(path, query, fragment);
}

function arrive(path, query, fragment) {
  const file = asFile(path);
  if (query && !/\/(search|near)\/index\.html$/.test(file)) return { problem: 'has a query' };
  if (files.has(file)) return { path: file, fragment };
  if (files.has(`${path}/index.html`)) return { problem: 'lacks its trailing slash' };
  return { problem: 'points to nothing' };
}
