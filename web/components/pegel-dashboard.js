// The whole application as one element.

import { css, html, nothing } from 'lit';
import { openPegel } from '../engine/engine.js';
import { bestTag, openLanguage, tagOf, UNSPOKEN } from '../i18n/language.js';
import { nameOf } from '../i18n/sentences.js';
import { Memory } from '../state/memory.js';
import { hashOf, routeOf } from '../state/route.js';
import { Session } from '../state/session.js';
import { themes } from '../styles/tokens.js';
import { controls } from '../styles/controls.js';
import { dropTarget } from './drop.js';
import { define, PegelElement, unset } from './element.js';
import { barStyle, topBar } from './bar.js';
import { viewOf } from './views.js';

/** @typedef {import("../state/route.js").Route} Route */
/** @typedef {import("../i18n/format.js").Tag} Tag */

export class PegelDashboard extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    locale: { reflect: true },
    theme: { reflect: true },
    storage: {},
    workerUrl: { attribute: 'worker-url' },
    noAddress: { type: Boolean, attribute: 'no-address' },
    route: { attribute: false },
    dragging: { type: Boolean, reflect: true },
    unspoken: { state: true },
  };

  static styles = [
    themes,
    ...controls,
    barStyle,
    css`
      :host {
        contain: content;
        min-height: 100%;
        background: var(--bg);
      }
      header,
      main,
      .unspoken,
      .skip,
      .drop {
        color: var(--fg);
        font: 400 14px/1.5 var(--font);
        font-variant-numeric: tabular-nums;
        letter-spacing: normal;
        text-align: start;
        text-transform: none;
        word-spacing: normal;
      }
      main {
        max-width: 1200px;
        margin: 0 auto;
        padding: 28px 32px 72px;
      }
      main:focus {
        outline: none;
      }
      .unspoken {
        max-width: 1200px;
        margin: 16px auto 0;
        padding: 12px 32px;
        color: var(--bad);
      }
      .skip {
        position: absolute;
        left: -9999px;
      }
      .skip:focus {
        left: 16px;
        top: 12px;
        z-index: 3;
      }
      .drop {
        position: fixed;
        inset: 12px;
        z-index: 5;
        display: grid;
        place-content: center;
        border: 2px dashed var(--accent);
        border-radius: 20px;
        background: color-mix(in srgb, var(--bg) 88%, transparent);
        font-size: 22px;
        font-weight: 600;
        pointer-events: none;
      }
      @media (max-width: 640px) {
        main {
          padding: 20px 16px 48px;
        }
      }
      @media print {
        main {
          max-width: none;
          padding: 0;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {string} */
    this.locale = '';
    this.theme = 'auto';
    this.storage = 'local';
    this.workerUrl = '';
    this.noAddress = false;
    this.dragging = false;
    /** @type {Route} */
    this.route = { view: 'overview' };
    /** Absent until its words are here. @type {import("../i18n/language.js").Language} */
    this.language = unset;
    /** The language whose words did not come. @type {Tag | ''} */
    this.unspoken = '';
    /** Over once the language asked for last is spoken, or was given up. */
    this.spoken = Promise.resolve();
    /** Opens the engine; a host may hand in another. */
    this.open = () => openPegel({ workerUrl: this.workerUrl });
    /** @type {Session} */
    this.session = unset;
    /** @type {(() => void)[]} */
    this.undo = [];
    this.told = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.session ??= this.newSession();
    this.undo = [dropTarget(this), this.onAddress()];
    this.addEventListener('pegel-go', this.onGo);
    this.addEventListener('pegel-set', this.onSet);
    this.recall();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const undo of this.undo) undo();
    this.removeEventListener('pegel-go', this.onGo);
    this.removeEventListener('pegel-set', this.onSet);
  }

  newSession() {
    const session = new Session({ open: () => this.open(), memory: new Memory(this.storage !== 'none') });
    session.addEventListener('change', () => {
      this.requestUpdate();
      if (session.phase !== this.told) this.holdFocus();
      this.tell(session);
    });
    return session;
  }

  /** Reads files, as if they were dropped. @param {File[]} files */
  load(files) {
    return this.session.add(files);
  }

  getReport() {
    return this.session.report;
  }

  cancel() {
    this.session.cancel();
  }

  /** A reader by keyboard goes on in the view that replaces the focused one. */
  async holdFocus() {
    if (!this.matches(':focus-within')) return;
    await this.updateComplete;
    if (!this.matches(':focus-within')) this.renderRoot.querySelector('main')?.focus({ preventScroll: true });
  }

  /** What a host may hear. @param {Session} session */
  tell(session) {
    if (session.phase === 'reading' && session.progress) this.say('pegel-progress', session.progress);
    if (session.phase === this.told) return;
    this.told = session.phase;
    if (session.phase === 'ready') this.say('pegel-loaded', session.report);
    if (session.phase === 'mapping')
      this.say(
        'pegel-mapping-needed',
        session.opened.map(({ profile }) => profile),
      );
    for (const failure of session.failures) this.say('pegel-error', failure);
  }

  /** Before the first picture, so that no other language flashes up. */
  recall() {
    const { memory } = this.session;
    if (!this.locale) this.locale = memory.setting('locale') ?? bestTag(navigator.languages);
    if (this.theme === 'auto') this.theme = memory.setting('theme') ?? 'auto';
    queueMicrotask(() => this.say('pegel-ready'));
  }

  onAddress() {
    if (this.noAddress) return () => {};
    const follow = () => this.show(routeOf(location.hash));
    window.addEventListener('hashchange', follow);
    this.route = routeOf(location.hash);
    return () => window.removeEventListener('hashchange', follow);
  }

  /** @param {Event} event */
  onGo(event) {
    const route = /** @type {CustomEvent<Route>} */ (event).detail;
    const hash = hashOf(route);
    if (!this.noAddress && location.hash !== hash) location.hash = hash;
    else this.show(route);
  }

  /** What could not be set is not kept. @param {Event} event */
  async onSet(event) {
    const { name, value } = /** @type {CustomEvent<{name: "locale"|"theme", value: string}>} */ (event).detail;
    this[name] = value;
    await this.updateComplete;
    if (this[name] === value) this.session.memory.keepSetting(name, value);
  }

  /** @param {Route} route */
  async show(route) {
    this.route = route;
    this.unspoken = '';
    await this.updateComplete;
    this.scrollIntoView?.({ block: 'start' });
    this.renderRoot.querySelector('main')?.focus({ preventScroll: true });
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('locale')) this.spoken = this.speak(this.locale ?? '');
  }

  /** Goes over to another language once its words are here; else the one spoken stays, English where none is. @param {string} locale */
  async speak(locale) {
    const tag = tagOf(locale);
    if (tag === this.language?.tag) return;
    try {
      const language = await openLanguage(tag);
      if (locale !== this.locale) return;
      this.language = language;
      this.lang = tag;
      if (locale) this.unspoken = '';
    } catch {
      if (locale !== this.locale) return;
      if (locale || !this.unspoken) this.unspoken = tag;
      this.locale = this.language?.tag ?? '';
    }
  }

  /** Whoever waits for the page waits for its words. */
  async getUpdateComplete() {
    await super.getUpdateComplete();
    await this.spoken;
    return super.getUpdateComplete();
  }

  /** Where the address is ours, so are the page's title and language. */
  updated() {
    if (this.noAddress || !this.language) return;
    const kpi = this.session.report?.kpis.find(({ id }) => id === this.route.kpi);
    document.title = kpi && this.session.phase === 'ready' ? `${nameOf(this.language, kpi)} – Pegel` : 'Pegel';
    document.documentElement.lang = this.language.tag;
  }

  /** What a reader who does not see the numbers change is told. */
  news() {
    const { phase, busy, report } = this.session;
    if (phase !== 'ready' || busy || !report) return '';
    const computed = report.kpis.filter(({ status }) => status === 'ok').length;
    return this.t('report.ready', { n: computed, rows: report.sources.reduce((sum, { used }) => sum + used, 0) });
  }

  /** No words, no page: keys never show. */
  render() {
    if (!this.language) return this.wordless();
    return html`
      ${topBar(this)} ${this.wordless()}
      <p class="spoken" role="status">${this.news()}</p>
      <main id="main" tabindex="-1">${viewOf(this)}</main>
      ${this.dragging ? html`<div class="drop" role="status">${this.t('start.release')}</div>` : null}
    `;
  }

  wordless() {
    const tag = this.unspoken;
    return tag ? html`<p class="unspoken" role="alert" lang=${tag}>${UNSPOKEN[tag]}</p>` : nothing;
  }

  skip() {
    this.renderRoot.querySelector('main')?.focus();
  }
}

define('pegel-dashboard', PegelDashboard);
