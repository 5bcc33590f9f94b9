/* SPDX-License-Identifier: MIT */
// Debian's Chromium or Firefox with a fresh profile, and a watch on everything that goes wrong in a page.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, firefox } from 'playwright-core';
import { bail } from './tap.mjs';

// The binaries themselves: Debian's wrapper script of Chromium reads /sys, which a bare chroot lacks.
const BINARIES = {
  chromium: [process.env.CHROMIUM, '/usr/lib/chromium/chromium', '/usr/bin/chromium'],
  'firefox-esr': [process.env.FIREFOX, '/usr/lib/firefox-esr/firefox-esr', '/usr/bin/firefox-esr'],
};
const FLAGS = [
  '--disable-gpu', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--no-first-run', '--disable-dev-shm-usage', '--disable-extensions',
  '--force-effective-connection-type=4G',         // what a busy machine is taken for is no slow network
];
// Scroll bars as a phone has them, beside no text; and nobody is asked for settings.
const PREFERENCES = { 'ui.useOverlayScrollbars': 1, 'services.settings.server': 'data:,#none/v1' };

function installed(name) {
  return BINARIES[name].find((path) => path && existsSync(path)) ?? bail(`${name} is not installed: tests/web/install.sh`);
}

export async function launch(...more) {
  const args = [...FLAGS, ...more, ...(process.getuid() === 0 ? ['--no-sandbox'] : [])];
  return chromium.launch({ executablePath: installed('chromium'), args, headless: true });
}

/**
 * Firefox, by WebDriver BiDi. Playwright does not emulate media there (dark: a preference), nor a browser without
 * scripts, tells of no download (it lies in downloadsPath), and waits in vain for the load of a page gone back to.
 * It has a home of its own: where root runs with somebody else's, it would not start.
 */
export async function launchFirefox({ preferences = {}, ...options } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'attalak-home-'));
  process.on('exit', () => rmSync(home, { recursive: true, force: true }));
  return firefox.launch({ env: { ...process.env, HOME: home }, channel: 'moz-firefox', executablePath: installed('firefox-esr'), timeout: 120000,
    firefoxUserPrefs: { ...PREFERENCES, ...preferences }, ...options });
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
    if (!['net::ERR_ABORTED', 'NS_BINDING_ABORTED'].includes(reason)) say(`${reason}: ${request.url()}`);
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
