/* SPDX-License-Identifier: MIT */
// A visitor with a phone, who goes by taps or by a keyboard alone, and what that takes.
//
//   const me = await visitor(browser, 'taps', { origin, … });      or 'keys'
//   await me.press(selector)          taps the first that is seen, or tabs to it and presses
//   await me.follow(selector, url)    the same, and the next page is there
//   await me.skip()                   to the content: what a keyboard does first
//   me.effort                         { taps, swipes } or { keys }

const SCREEN = { width: 360, height: 740 };
const SWIPE = SCREEN.height * 0.8;     // how far a thumb moves a page

/** Tabs until the focus is on what `selector` names; gives how often. */
export async function tabTo(page, selector, most = 200) {
  for (let tabs = 1; tabs <= most; tabs += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return tabs;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

// ---- by taps

const byTaps = (page, effort) => {
  const tap = async (selector) => {
    const target = page.locator(selector).filter({ visible: true }).first();
    const [top, bottom] = await target.evaluate((element) => {
      const box = element.getBoundingClientRect();
      return [box.top, box.bottom];
    });
    effort.swipes += Math.ceil(Math.max(0, bottom - SCREEN.height, -top) / SWIPE);
    effort.taps += 1;
    await target.tap();
  };
  return {
    press: tap,
    async choose(selector, value) {     // the list opens over the page; one tap in it
      await tap(selector);
      effort.taps += 1;
      await page.selectOption(selector, value);
    },
    async type(selector, text) {
      await tap(selector);
      await page.keyboard.insertText(text);
      effort.taps += [...text].length;
    },
    async skip() {},
    async back() {
      effort.taps += 1;
      await page.goBack({ waitUntil: 'load' });
    },
  };
};

// ---- by keys

const byKeys = (page, effort) => {
  const reach = async (selector) => { effort.keys += await tabTo(page, selector); };
  return {
    async press(selector) {
      await reach(selector);
      effort.keys += 1;
      const isBox = await page.evaluate(() => document.activeElement.type === 'checkbox');
      await page.keyboard.press(isBox ? 'Space' : 'Enter');
    },
    async choose(selector, value) {
      await reach(selector);
      const steps = await page.$eval(selector, (select, wanted) => [...select.options]
        .findIndex((option) => option.value === wanted) - select.selectedIndex, value);
      for (let i = 0; i < steps; i += 1) await page.keyboard.press('ArrowDown');
      effort.keys += steps;
      if (await page.inputValue(selector) !== value) throw new Error(`${selector} is ${await page.inputValue(selector)}`);
    },
    async type(selector, text) {
      await reach(selector);
      await page.keyboard.insertText(text);
      effort.keys += [...text].length;
    },
    async skip() { await this.press('.skip'); },
    async back() {
      effort.keys += 1;
      await page.goBack({ waitUntil: 'load' });
    },
  };
};

const WAYS = {
  taps: { act: byTaps, effort: { taps: 0, swipes: 0 }, options: { hasTouch: true, isMobile: true } },
  keys: { act: byKeys, effort: { keys: 0 }, options: {} },
};

export async function visitor(browser, way, { origin, ...options }) {
  const effort = { ...WAYS[way].effort };
  const context = await browser.newContext({ viewport: SCREEN, reducedMotion: 'reduce', ...WAYS[way].options, ...options });
  const page = await context.newPage();
  const act = WAYS[way].act(page, effort);
  return {
    ...act,
    context,
    page,
    origin,
    effort,
    byTaps: way === 'taps',
    open: (path) => page.goto(origin + path, { waitUntil: 'load' }),
    follow: (selector, url) => Promise.all([page.waitForURL(url, { waitUntil: 'load' }), act.press(selector)]),
  };
}
