/* SPDX-License-Identifier: MIT */
// Debian's Chromium with a fresh profile, and a watch on everything that goes wrong in a page.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { bail } from './tap.mjs';

// The binary itself: Debian's wrapper script reads /sys, which a bare chroot lacks.
const BINARIES = [process.env.CHROMIUM, '/usr/lib/chromium/chromium', '/usr/bin/chromium'];
const FLAGS = [
  '--disable-gpu', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--no-first-run', '--disable-dev-shm-usage', '--disable-extensions',
];

export async function launch(...more) {
  const executablePath = BINARIES.find((path) => path && existsSync(path));
  if (!executablePath) bail('chromium is not installed: tests/web/install.sh');
  const args = [...FLAGS, ...more, ...(process.getuid() === 0 ? ['--no-sandbox'] : [])];
  return chromium.launch({ executablePath, args, headless: true });
}

/** Collects errors of the console (violations of CSP among them), failed and foreign requests. */
export function watch(page, origin) {
  const problems = [];
  const say = (what) => problems.push(`${page.url().replace(origin, '/')}: ${what}`);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) say(message.text());
  });
  page.addInitScript(() => document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`CSP: ${event.effectiveDirective} refuses ${event.blockedURI}`);
  })).catch(() => {});
  page.on('pageerror', (error) => say(error.message));
  page.on('requestfailed', (request) => {
    // A picture still on its way when the page is left is no failure.
    const reason = request.failure()?.errorText;
    if (reason !== 'net::ERR_ABORTED') say(`${reason}: ${request.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) say(`third party: ${request.url()}`);
  });
  return problems;
}

/** Does `job` for every item, a few at a time. */
export async function each(items, atOnce, job) {
  const queue = [...items];
  const worker = async () => {
    while (queue.length) await job(queue.shift());
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
