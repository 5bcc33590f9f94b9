/* SPDX-License-Identifier: MIT */
// When the search has answered: what is told of the question before looks the same.

/**
 * Before the page's own scripts: how many of its questions its worker has not answered yet, and whether the last
 * search was of the index of all entries.
 */
export function countQuestions() {
  const { postMessage } = Worker.prototype;
  const heard = new WeakSet();
  window.unanswered = 0;
  Worker.prototype.postMessage = function ask(message, ...rest) {
    if (!heard.has(this)) {
      this.addEventListener('message', () => { window.unanswered -= 1; });
      this.addEventListener('error', () => { window.unanswered = 0; });
      heard.add(this);
    }
    window.unanswered += 1;
    if (message.what === 'search') window.isWhole = !message.given.options.quick;
    return postMessage.call(this, message, ...rest);
  };
}

/** The last question is answered, with the index of all entries. */
export const answered = (page) => page.waitForFunction(() => !window.unanswered && window.isWhole
  && /\d|“/.test(document.getElementById('said').textContent));
