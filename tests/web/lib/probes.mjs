/* SPDX-License-Identifier: MIT */
// Functions that run inside a page. Each is self-contained: it is sent to the browser as text.

/** What makes the page wider than its window. */
export function overflow() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const scrolls = (element) => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX);
  const inside = (element) => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
      if (scrolls(up)) return true;
    }
    return false;
  };
  const wide = [...document.body.querySelectorAll('*')]
    .filter((e) => e.getBoundingClientRect().right > width + 1 && !inside(e));
  return [`${document.documentElement.scrollWidth} px in ${width}`,
    ...wide.slice(-3).map((e) => `<${e.tagName.toLowerCase()} class="${e.getAttribute('class')}">`)];
}

/** Opens what is folded in the page's own part, or folds that again. */
export function unfold(isOpen) {
  for (const part of document.querySelectorAll(isOpen ? 'main details:not([open])' : 'main details[data-unfolded]')) {
    part.open = isOpen;
    part.toggleAttribute('data-unfolded', isOpen);
  }
}

/** Telephone numbers that go over two lines. */
export function brokenNumbers() {
  const problems = [];
  for (const link of document.querySelectorAll('a[href^="tel:"]')) {
    const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const number = /\d[\d\s-]*\d/.exec(walker.currentNode.data);
      if (!number) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, number.index);
      range.setEnd(walker.currentNode, number.index + number[0].length);
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (lines.size > 1) problems.push(number[0]);
    }
  }
  return problems;
}

/** WCAG 1.4.12: the reader's own spacing. A constructed sheet, since CSP refuses inline style. */
export function spaceOut(on) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = on ? [sheet] : [];
}

/** Boxes that cut off the text inside them. What is hidden for the eye on purpose is 1 px small. */
export function clipped() {
  const cuts = (style) => /hidden|clip/.test(style.overflowX + style.overflowY);
  return [...document.body.querySelectorAll('*')].filter((element) => {
    const style = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    if (!cuts(style) || width <= 2 || height <= 2 || !element.innerText?.trim()) return false;
    return element.scrollHeight > element.clientHeight + 1
      || element.scrollWidth > element.clientWidth + 1;
  }).map((e) => `clipped: <${e.tagName.toLowerCase()} class="${e.getAttribute('class')}">`);
}

/** Where the keyboard is, and what a sighted reader sees of it. */
export function focusState() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  window.focusOrder ??= [...document.querySelectorAll('*')];
  const style = getComputedStyle(element);
  const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
    || style.boxShadow !== 'none';
  const boxes = [...element.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  const covers = (box) => {
    const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    return !top || !(element.contains(top) || top.contains(element));
  };
  const seen = boxes.some((box) => box.bottom > 0 && box.top < innerHeight);
  return {
    what: `<${element.tagName.toLowerCase()}> ${(element.textContent ?? '').trim().slice(0, 30)}`,
    href: element.getAttribute('href') ?? '',
    order: window.focusOrder.indexOf(element),
    ring, seen, covered: boxes.length > 0 && boxes.every(covers),
  };
}

/** In forced colours nothing may keep its own: text and its background are the reader's. */
export function forcedColours() {
  const kept = [...document.body.querySelectorAll('*')].filter((element) => {
    const isText = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    return isText && getComputedStyle(element).forcedColorAdjust === 'none';
  });
  return kept.slice(0, 3).map((e) => `keeps its colours: <${e.tagName.toLowerCase()}>`);
}

/** What still moves by itself or takes its time, for a reader who asked for less motion. */
export function moving() {
  const long = (times) => times.split(',').some((time) => parseFloat(time) > .01);
  return [document.documentElement, ...document.body.querySelectorAll('*')].filter((element) => {
    const style = getComputedStyle(element);
    return style.scrollBehavior === 'smooth' || long(style.transitionDuration)
      || (style.animationName !== 'none' && long(style.animationDuration));
  }).slice(0, 3).map((e) => `moves: <${e.tagName.toLowerCase()} class="${e.getAttribute('class')}">`);
}

/** What is printed and is of use on a screen alone; heads of columns are buttons with a script. */
export function uselessOnPaper() {
  return [...document.querySelectorAll('.no-print, button:not(th button)')].filter((e) => e.checkVisibility())
    .map((e) => `<${e.tagName.toLowerCase()} class="${e.className}"> ${e.textContent.trim().slice(0, 40)}`);
}

/** Thai in an English page says so, in what is read aloud only too (WCAG 3.1.2). */
export function unmarkedThai() {
  const problems = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const lang = node.parentElement.closest('[lang]').lang;
    if (/script|style/i.test(node.parentElement.tagName)) continue;
    if (/[\u0e01-\u0e5b]{2}/.test(node.data) && !lang.startsWith('th')) {
      problems.push(`Thai without lang="th": ${node.data.trim().slice(0, 40)}`);
    }
  }
  for (const name of ['aria-label', 'alt', 'title', 'placeholder']) {
    for (const element of document.body.querySelectorAll(`[${name}]`)) {
      const text = element.getAttribute(name);
      if (/[\u0e01-\u0e5b]{2}/.test(text) && !element.closest('[lang]').lang.startsWith('th')) {
        problems.push(`Thai without lang="th": ${name}="${text}"`);
      }
    }
  }
  return problems;
}
