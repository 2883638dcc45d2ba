// A KPI of the reader's own: its members as fields, what it comes to with these files, and the same as text.

import { html, nothing } from 'lit';
import { failureWords, gateWords, problemWords, undefinedWords, valueWords } from '../i18n/sentences.js';
import { blank, countable, DIRECTIONS, idOf, memberOf, rolesOf, sideOf, UNITS } from '../state/own.js';
import { define, PegelElement, unset } from './element.js';
import { select, sideFields } from './own-side.js';
import { ownStyle } from './own-style.js';

/** @typedef {Pegel.KpiDefinition} KpiDefinition */

/** After the last key, in milliseconds: a reader who goes on writing is not interrupted. */
const PAUSE = 300;

/** What a divisor can be: a mean or median is of its own rows already. */
const DIVISOR_TAKES = ['count', 'sum', 'distinct'];

class PegelOwnForm extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    session: { attribute: false },
    definition: { attribute: false },
    draft: { state: true },
    failure: { state: true },
    computed: { state: true },
    text: { state: true },
    broken: { state: true },
  };

  static styles = [...PegelElement.styles, ownStyle];

  constructor() {
    super();
    /** @type {import("../state/session.js").Session} */
    this.session = unset;
    /** What is changed; null: a new one. @type {KpiDefinition | null} */
    this.definition = null;
    /** @type {KpiDefinition} */
    this.draft = unset;
    /** @type {Pegel.Failure | null} */
    this.failure = null;
    /** @type {Pegel.Kpi | null} */
    this.computed = null;
    this.text = '';
    /** Where the text is no JSON; '' where it is. */
    this.broken = '';
    this.turn = 0;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('definition')) return;
    this.take(this.definition ?? blank(countable(this.plan())[0]));
  }

  plan() {
    return this.session.plan ?? this.session.draft;
  }

  /** @param {KpiDefinition} draft */
  take(draft) {
    this.draft = draft;
    this.text = JSON.stringify(draft, null, 1);
    this.broken = '';
    this.look();
  }

  /** @param {Partial<KpiDefinition>} change what is undefined is left out */
  change(change) {
    const members = Object.entries({ ...this.draft, ...change }).filter(([, value]) => value !== undefined);
    this.take(/** @type {KpiDefinition} */ (Object.fromEntries(members)));
  }

  /** Asks the engine what the draft comes to; one without a name is looked at under another. */
  async look() {
    const turn = ++this.turn;
    await new Promise((done) => setTimeout(done, PAUSE));
    if (turn !== this.turn || !this.isConnected) return;
    const { failure, kpi } = await this.session.preview(this.named());
    if (turn === this.turn) [this.failure, this.computed] = [failure, kpi];
  }

  /** With a name and an id, where they are not there yet. @returns {KpiDefinition} */
  named() {
    const name = this.draft.name || this.t('group.own');
    return { ...this.draft, name, id: this.draft.id || this.idOf(this.name() || 'kpi') };
  }

  /** @param {string} name */
  idOf(name) {
    const { cards } = this.session;
    return idOf(
      name,
      [...cards, ...this.session.own().own_kpis].map(({ id }) => id),
    );
  }

  /** In the reader's language, else in any. */
  name() {
    const { name } = this.draft;
    return typeof name === 'object'
      ? (name?.[this.language.tag] ?? Object.values(name ?? {})[0] ?? '')
      : String(name ?? '');
  }

  /** @param {string} text */
  setName(text) {
    const { name } = this.draft;
    this.change({ name: typeof name === 'object' ? { ...name, [this.language.tag]: text } : text });
  }

  render() {
    const { draft, language } = this;
    const word = (/** @type {string} */ group) => (/** @type {string} */ id) => language.word(group, id);
    return html`<form novalidate @submit=${this.save}>
      ${this.field('name', this.t('column.name'), (id) => html`<input id=${id} .value=${this.name()} @input=${(/** @type {Event} */ event) => this.setName(/** @type {HTMLInputElement} */ (event.target).value)} />`)}
      ${this.field('kind', this.t('own.kind'), (id) => select(id, countable(this.plan()), String(draft.kind ?? ''), word('kind'), (kind) => this.change({ kind, measure: { take: 'count' }, divisor: undefined })))}
      ${this.side('measure', String(draft.kind ?? ''))}
      <label class="per"
        ><input
          type="checkbox"
          .checked=${Boolean(draft.divisor)}
          @change=${this.toggleDivisor}
        />${this.t('own.divisor')}</label
      >
      ${this.wrongAt('divisor')} ${draft.divisor ? this.divisor() : nothing}
      ${this.field('unit', this.t('column.unit'), (id) =>
        select(
          id,
          ['', ...UNITS],
          String(draft.unit ?? ''),
          (unit) => this.t(unit ? `unit.${unit}` : 'own.auto'),
          (unit) => this.change({ unit: unit || undefined }),
        ),
      )}
      ${this.field('direction', this.t('definition.direction'), (id) => select(id, DIRECTIONS, String(draft.direction ?? 'up'), word('direction'), (direction) => this.change({ direction })))}
      <output>${this.outcome()}</output>
      <details>
        <summary>${this.t('own.text')}</summary>
        <textarea
          rows="12"
          spellcheck="false"
          aria-label=${this.t('own.json')}
          aria-invalid=${this.broken ? 'true' : 'false'}
          aria-errormessage="broken"
          .value=${this.text}
          @input=${this.onText}
        ></textarea>
        <p class="wrong small" id="broken" role="alert">${this.broken}</p>
      </details>
      <p class="wrong small" id="wrong" role="alert">${this.elsewhere()}</p>
      <div class="row">
        <button class="primary">${this.t('own.save')}</button>
        <button type="button" @click=${() => this.say('pegel-own-close')}>${this.t('cancel')}</button>
      </div>
    </form>`;
  }

  /** @param {"measure"|"divisor"} path @param {string} kind @param {unknown} [first] a field before the others */
  side(path, kind, first) {
    const form = {
      language: this.language,
      roles: rolesOf(this.plan(), kind),
      facets: this.session.facets,
      ...(path === 'divisor' && { takes: DIVISOR_TAKES }),
      field: this.field.bind(this),
      change: (/** @type {Pegel.KpiMeasure} */ side) => this.change({ [path]: side }),
    };
    return html`<fieldset>
      <legend class=${path === 'divisor' ? 'spoken' : ''}>${this.t(`own.${path}`)}</legend>
      ${first ?? nothing} ${sideFields(form, path, sideOf(this.draft, path))}
    </fieldset>`;
  }

  divisor() {
    const kind = String(sideOf(this.draft, 'divisor').kind ?? this.draft.kind ?? '');
    const choose = (/** @type {string} */ to) =>
      this.change({ divisor: { take: 'count', ...(to !== this.draft.kind && { kind: to }) } });
    const words = (/** @type {string} */ each) => this.language.word('kind', each);
    return this.side(
      'divisor',
      kind,
      this.field('divisor.kind', this.t('own.kind'), (id) => select(id, countable(this.plan()), kind, words, choose)),
    );
  }

  toggleDivisor() {
    this.change({ divisor: this.draft.divisor ? undefined : { take: 'count' } });
  }

  /** A labelled control, and what the engine finds wrong with it. @param {string} member @param {string} label @param {(id: string) => unknown} control */
  field(member, label, control) {
    const id = member.replaceAll('.', '-');
    return html`<div class="field" data-member=${member}>
      <label for=${id}>${label}</label>${control(id)}${this.wrongAt(member)}
    </div>`;
  }

  /** @param {string} member */
  wrongAt(member) {
    if (!this.failure || this.place() !== member) return nothing;
    return html`<p class="wrong small" id="${member.replaceAll('.', '-')}-wrong">
      ${problemWords(this.language, this.failure)}
    </p>`;
  }

  /** The field that shows the failure: the member's own, else the nearest around it; '' where none does. */
  place() {
    const member = memberOf(this.failure);
    const shown = [...this.renderRoot.querySelectorAll('[data-member]')].map(
      (each) => each.getAttribute('data-member') ?? '',
    );
    const around = [...shown, 'divisor'].filter((each) => member === each || member.startsWith(`${each}.`));
    return around.sort((a, b) => b.length - a.length)[0] ?? '';
  }

  /** A failure that no field shows. */
  elsewhere() {
    return this.failure && !this.place() ? failureWords(this.language, this.failure) : '';
  }

  outcome() {
    if (!this.session.report) return this.t('own.no_files');
    if (this.failure || !this.computed) return this.t('own.no_value');
    const { language, computed: kpi } = this;
    if (typeof kpi.value !== 'number') return undefinedWords(language, kpi);
    return html`${this.t('own.preview')} <b>${valueWords(language, kpi, kpi)}</b>
      <span class="muted small">${this.t('n', { n: kpi.n })} ${gateWords(language, kpi)}</span>`;
  }

  /** Marks the control that is wrong, wherever a template made it. */
  updated() {
    const wrong = this.failure ? this.place().replaceAll('.', '-') : '';
    for (const control of this.renderRoot.querySelectorAll('.field :is(select, input)[id]')) {
      const here = Boolean(wrong) && control.id.startsWith(wrong);
      control.setAttribute('aria-invalid', String(here));
      if (here) control.setAttribute('aria-describedby', `${wrong}-wrong`);
      else control.removeAttribute('aria-describedby');
    }
  }

  firstUpdated() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('#name'))?.focus();
  }

  /** @param {Event} event */
  onText(event) {
    const { value } = /** @type {HTMLTextAreaElement} */ (event.target);
    try {
      const draft = JSON.parse(value);
      if (!draft || typeof draft !== 'object' || Array.isArray(draft)) throw new SyntaxError('No object.');
      this.take(draft);
    } catch (error) {
      const [, line, column] = /line (\d+) column (\d+)/.exec(String(error)) ?? [];
      const place = line ? ` ${this.t('place.column', { line: Number(line), column: Number(column) })}` : '';
      this.broken = this.t('own.syntax') + place;
    }
    this.text = value;
  }

  /** What is still looked at is not waited for: who keeps the definition says what is wrong. @param {SubmitEvent} event */
  save(event) {
    event.preventDefault();
    if (this.broken) return;
    ++this.turn;
    const id = this.draft.id || this.idOf(this.name());
    this.say('pegel-own-save', { ...this.draft, id });
  }
}

define('pegel-own-form', PegelOwnForm);
