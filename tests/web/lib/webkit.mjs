/* SPDX-License-Identifier: MIT */
// Debian's WebKitGTK, which stands for Safari here: MiniBrowser without its bars, on a display of its own,
// driven by WebDriver over HTTP (W3C; no more of it than is asked for). What the console is told, it does not tell.
//
//   const page = await launchWebKit();
//   await page.go(url); await page.resize(width); await page.click(selector); await page.type(selector, text)
//   await page.ask(inPage, ...args)       what a function gives that runs in the page, a promise too
//   await page.until(inPage, ...args)     waits until it gives something; false: it never did
//   await page.close()

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './nginx.mjs';
import { bail } from './tap.mjs';

const PATIENCE = 15000;    // ms
const HEIGHT = 740;
const BARE = ['--automation', '--full-screen'];
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';     // the standard's name for a reference to one

const later = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** A process that ends with this one. */
function begin(name, args, options) {
  const child = spawn(name, args, options);
  child.on('error', () => bail(`${name} is not installed: tests/web/install.sh`));
  const stop = () => child.kill('SIGTERM');
  process.on('exit', stop);
  return { child, stop };
}

async function display() {
  const { child, stop } = begin('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve) => {
    child.stdio[3].once('data', resolve).once('end', () => resolve(''));
  });
  if (!String(number).trim()) bail('Xvfb gives no display');
  return { name: `:${String(number).trim()}`, stop };
}

async function driver(name, home) {
  const port = await freePort();
  const env = { ...process.env, DISPLAY: name, GDK_BACKEND: 'x11', HOME: home,
    XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home };
  const { stop } = begin('WebKitWebDriver', ['-p', String(port)], { env, stdio: 'ignore' });
  const send = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
  const isUp = () => send('GET', '/status').then(() => true, () => false);
  for (let i = 0; !await isUp(); i += 1) {
    if (i === 100) bail('WebKitWebDriver does not answer');
    await later(50);
  }
  return { send, stop };
}

export async function launchWebKit() {
  const home = mkdtempSync(join(tmpdir(), 'attalak-webkit-'));
  process.on('exit', () => rmSync(home, { recursive: true, force: true }));
  const screen = await display();
  const { send, stop } = await driver(screen.name, home);
  const options = { 'webkitgtk:browserOptions': { args: BARE } };
  const { sessionId } = await send('POST', '/session', { capabilities: { alwaysMatch: options } });
  const post = (what, body) => send('POST', `/session/${sessionId}/${what}`, body);
  /** What is not there yet, or not to be seen, may come: scripts show it. */
  const on = async (selector, what, body) => {
    for (const end = Date.now() + PATIENCE; ;) {
      try {
        const found = await post('element', { using: 'css selector', value: selector });
        return await post(`element/${found[ELEMENT]}/${what}`, body);
      } catch (error) {
        if (Date.now() > end) throw new Error(`${selector}: ${error.message}`);
        await later(50);
      }
    }
  };
  const ask = (inPage, ...args) => post('execute/sync', { script: `return (${inPage})(...arguments)`, args });
  const until = async (inPage, ...args) => {
    for (const end = Date.now() + PATIENCE; ;) {
      const value = await ask(inPage, ...args).catch(() => false);
      if (value || Date.now() > end) return value;
      await later(50);
    }
  };
  return {
    ask,
    go: (url) => post('url', { url }),
    reload: () => post('refresh', {}),
    back: () => post('back', {}),
    async resize(width) {       // on a long page it is not there at once
      await post('window/rect', { width, height: HEIGHT });
      await until((wanted) => window.innerWidth === wanted, width);
    },
    click: (selector) => on(selector, 'click', {}),
    type: (selector, text) => on(selector, 'value', { text }),
    until,
    async close() {
      await send('DELETE', `/session/${sessionId}`);
      stop();
      screen.stop();
    },
  };
}
