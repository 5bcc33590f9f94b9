/* SPDX-License-Identifier: MIT */
// What an entry is shared with, as its page shows it.

export const LINE = 'https://social-plugins.line.me/lineit/share';
export const tagsOf = (page) => page.$$eval('.hashtags .hash', (all) => all.map((tag) => tag.textContent.trim()));
export const nameOf = async (page) => (await page.textContent('h1')).trim();
export const canonicalOf = (page) => page.getAttribute('link[rel="canonical"]', 'href');
// Not as URLSearchParams reads it: %20 and +, as mail programs and LINE do.
export const parameters = (href) => Object.fromEntries(href.slice(href.indexOf('?') + 1).split('&')
  .map((pair) => [pair.slice(0, pair.indexOf('=')), decodeURIComponent(pair.slice(pair.indexOf('=') + 1))]));
