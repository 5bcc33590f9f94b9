/* SPDX-License-Identifier: MIT */
/*
 * Buttons beside what is to be shared: copy a caption or a link, the device's own sharing, print.
 * Without this script the same texts are there to be marked, and the same links to be followed.
 */
(() => {
  'use strict';

  /** A line below `element` that is read out when it changes. */
  function addStatus(element) {
    const said = document.createElement('span');
    said.setAttribute('role', 'status');
    element.after(' ', said);
    return said;
  }

  // ---- copying: words come from the nearest [data-copy]

  function select(element) {
    const range = document.createRange();
    range.selectNodeContents(element);
    window.getSelection().removeAllRanges();
    window.getSelection().addRange(range);
  }

  /** Where the clipboard is closed to pages (http, a USB stick), the text is selected instead. */
  async function copy(element, said, words) {
    said.textContent = '';
    try {
      await navigator.clipboard.writeText(element.innerText.trim());
      said.textContent = words.copied;
    } catch {
      select(element);
      said.textContent = document.execCommand('copy') ? words.copied : words.selected;
    }
  }

  function addCopy(element) {
    const words = element.closest('[data-copy]').dataset;
    const line = document.createElement('p');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = words.copy;
    line.append(button);
    const said = addStatus(button);
    button.addEventListener('click', () => copy(element, said, words));
    element.after(line);
  }

  // ---- the device's own sharing: LINE and all else that is installed, in one list

  /** The caption, without the address at its end, which is shared as such. */
  function captionText(url) {
    const caption = document.querySelector('.caption');
    return caption ? caption.innerText.trim().replace(url, '').trim() : '';
  }

  async function share(button, said) {
    const url = button.dataset.url ?? window.location.href;
    said.textContent = '';
    try {
      await navigator.share({ title: document.title, text: captionText(url), url });
    } catch (error) {
      // Closed without a choice: nothing went wrong.
      if (error.name !== 'AbortError') said.textContent = button.dataset.failed;
    }
  }

  /** Shows a button that waits hidden in the page. */
  function offer(button, act) {
    button.parentElement.hidden = false;
    button.addEventListener('click', act);
  }

  for (const element of document.querySelectorAll('.caption, .address')) addCopy(element);
  for (const button of document.querySelectorAll('[data-print]')) offer(button, () => window.print());
  const own = document.querySelector('[data-share]');
  if (own && navigator.share) {
    const said = addStatus(own.closest('ul'));
    offer(own, () => share(own, said));
  }
})();
