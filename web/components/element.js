// What every element here shares: its language, its look, and one definition a tag.

import { LitElement } from 'lit';
import { controls } from '../styles/controls.js';
import { hashOf } from '../state/route.js';

/** @typedef {import("../i18n/language.js").Language} Language */
/** @typedef {import("../state/route.js").Route} Route */

/** For properties that whoever makes the element always sets. */
export const unset = /** @type {any} */ (undefined);

export class PegelElement extends LitElement {
  static properties = { language: { attribute: false } };
  static styles = controls;

  constructor() {
    super();
    /** @type {Language} */
    this.language = unset;
  }

  /** @param {string} key @param {Record<string, unknown>} [values] */
  t(key, values) {
    return this.language.text(key, values);
  }

  get format() {
    return this.language.format;
  }

  /** @param {string} type @param {unknown} [detail] */
  say(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** Takes a click on a link to another view; the dashboard decides whether the address follows. @param {Route} route */
  go(route) {
    return (/** @type {MouseEvent} */ event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.say('pegel-go', route);
    };
  }

  /** @param {Route} route */
  href(route) {
    return hashOf(route);
  }
}

/** Two copies of this script on a page share the tag. @param {string} tag @param {CustomElementConstructor} element */
export function define(tag, element) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
