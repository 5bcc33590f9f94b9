/* SPDX-License-Identifier: MIT */
/*
 * Keep a place for the trip from a list: each card that leads to an entry gets a toggle, and once it is kept,
 * the way to the trip. What a card does not say of a place comes from data/trip/<province>.json, or, where that
 * cannot be had, from the same on the trip page.
 *
 *   attalak.kept.card(card)         for cards that a script makes
 *   attalak.kept.bare(card)         without its toggle, before another entry takes the card
 */
(() => {
  'use strict';

  const { kept, root } = window.attalak;
  const template = document.getElementById('keep-card');
  const said = document.getElementById('keep-said');
  const page = document.documentElement.lang;
  const shows = new WeakMap();      // card → show(codes that are kept)

  function placeOf(link) {
    const address = new URL(link.getAttribute('href'), window.location.href).href;     // a template's link has none
    const [, slug, code] = address.slice(root.href.length).split('/');
    return kept.clean({ code, path: `${slug}/${code}/`, name: { [link.lang || page]: link.textContent } });
  }

  /** Its names in all languages, where it is, when to go: a trip is read without a network too. */
  async function complete(code) {
    try {
      const answer = await fetch(new URL(`data/trip/${code.slice(0, 2)}.json`, root));
      const stop = (await answer.json()).stops.find((each) => each.code === code);
      if (stop) kept.replace(kept.all().map((place) => (place.code === code ? kept.clean(stop) : place)));
    } catch { /* the trip page asks again */ }
  }

  /** Everybody hears what happened; why it did not is also seen. */
  function tell(card, word, isProblem) {
    const text = said.dataset[word].replace('{count}', kept.all().length).replace('{max}', kept.MAX);
    said.textContent = text;
    card.querySelector('.card-problem')?.remove();
    if (!isProblem) return;
    const note = document.createElement('p');
    note.className = 'note card-problem';
    note.textContent = text;
    card.append(note);
  }

  function toggle(card, place) {
    const had = kept.has(place.code);
    const problem = had ? kept.remove(place.code) : kept.add(place);
    tell(card, problem || (had ? 'removed' : 'kept'), Boolean(problem));
    if (!had && !problem) complete(place.code);
  }

  const keptCodes = () => new Set(kept.all().map(({ code }) => code));

  function offer(card, codes = keptCodes()) {
    const link = !shows.has(card) && card.querySelector('.card-name a');
    const place = link && placeOf(link);
    if (!place) return;
    const [button, trip] = template.content.cloneNode(true).children;
    const name = button.lastElementChild;
    name.textContent = ` ${link.textContent}`;
    name.lang = link.lang || page;
    button.addEventListener('click', () => toggle(card, place));
    card.querySelector('.card-marks').append(button);
    card.append(trip);
    const show = (all) => {
      button.setAttribute('aria-pressed', String(all.has(place.code)));
      trip.hidden = !all.has(place.code);
    };
    shows.set(card, show);
    show(codes);
  }

  function bare(card) {
    if (!shows.delete(card)) return;
    for (const part of card.querySelectorAll('.card-keep, .card-trip, .card-problem')) part.remove();
  }

  const AT_ONCE = 60;               // cards: more than the longest screen has
  const idle = window.requestIdleCallback ?? setTimeout;

  /** A province has hundreds: those below get theirs a little later, so that the first are drawn and work. */
  function offerAll(cards) {
    const codes = keptCodes();
    for (const card of cards.slice(0, AT_ONCE)) offer(card, codes);
    if (cards.length > AT_ONCE) idle(() => offerAll(cards.slice(AT_ONCE)));
  }

  // A filter may take some out, and put them back.
  const inPage = [...new Set([...document.querySelectorAll('.card'), ...window.attalak.listed ?? []])];

  function showAll() {
    const codes = keptCodes();
    for (const card of new Set([...inPage, ...document.querySelectorAll('.card')])) shows.get(card)?.(codes);
  }

  kept.card = (card) => offer(card);
  kept.bare = bare;
  kept.onchange(showAll);
  offerAll(inPage);
})();
