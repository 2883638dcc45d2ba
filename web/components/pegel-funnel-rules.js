// The rules by which a funnel counts, each with its choices in whole sentences.

import { css, html } from 'lit';
import { dimensionWords } from '../i18n/sentences.js';
import { define, PegelElement, unset } from './element.js';

/** Of each rule its values, and the note that says what the value means. @type {[keyof Pegel.FunnelChoice, [unknown, string][]][]} */
const RULES = [
  [
    'later_implies_earlier',
    [
      [undefined, 'funnel_rule.auto'],
      [true, 'note.later_implies_earlier'],
      [false, 'note.every_step'],
    ],
  ],
  [
    'ties_count',
    [
      [true, 'note.ties_count'],
      [false, 'note.ties_do_not_count'],
    ],
  ],
  [
    'any_entry',
    [
      [true, 'note.any_entry'],
      [false, 'note.first_entry'],
    ],
  ],
  [
    'back_keeps',
    [
      [true, 'note.back_keeps'],
      [false, 'note.back_resets'],
    ],
  ],
  [
    'exclude_leaves',
    [
      [false, 'note.exclude'],
      [true, 'note.exclude_leaves'],
    ],
  ],
  [
    'touch',
    [
      ['first', 'note.touch_first'],
      ['last', 'note.touch_last'],
      ['each_step', 'note.touch_each_step'],
    ],
  ],
];

/** Rules that a variant does not look at. @type {Record<string, string[]>} */
const IDLE = {
  strict: ['later_implies_earlier', 'back_keeps'],
  journey: ['any_entry', 'exclude', 'exclude_leaves', 'constant'],
  any_order: ['later_implies_earlier', 'back_keeps', 'ties_count', 'exclude', 'exclude_leaves'],
};

class PegelFunnelRules extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    rules: { attribute: false },
    dimensions: { attribute: false },
    variant: {},
  };

  static styles = [
    ...PegelElement.styles,
    css`
      summary {
        cursor: pointer;
        font-weight: 600;
      }
      label {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
        align-items: center;
        gap: 12px;
        margin-top: 10px;
      }
      select,
      input {
        width: 100%;
        box-sizing: border-box;
      }
      @media (max-width: 640px) {
        label {
          grid-template-columns: minmax(0, 1fr);
          gap: 2px;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** Those of the plan. @type {Pegel.FunnelChoice} */
    this.rules = unset;
    /** That can be held constant. @type {Pegel.Dimension[]} */
    this.dimensions = [];
    this.variant = '';
  }

  render() {
    const idle = IDLE[this.variant] ?? [];
    const { window_days: days, exclude = [] } = this.rules;
    return html`<details>
      <summary>${this.t('funnel_rule.title')}</summary>
      ${this.line('window_days', html`<input type="number" min="1" max="36525" .value=${String(days ?? '')} @change=${this.onDays} />`)}
      ${RULES.filter(([rule]) => !idle.includes(rule)).map(([rule, values]) =>
        this.line(
          rule,
          this.choice(
            rule,
            values.map(([value, key]) => [value, this.t(key)]),
          ),
        ),
      )}
      ${idle.includes('exclude') ? null : this.line('exclude', html`<input .value=${exclude.join('; ')} @change=${this.onExclude} />`)}
      ${idle.includes('constant') || !this.dimensions.length ? null : this.line('constant', this.choice('constant', this.held()))}
      ${idle.length ? html`<p class="small muted">${this.t('funnel_rule.idle', { rules: idle.map((rule) => this.t(`funnel_rule.${rule}`)).join(', ') })}</p>` : null}
    </details>`;
  }

  /** @returns {[unknown, string][]} */
  held() {
    /** @type {[unknown, string][]} */
    const ids = this.dimensions.map((each) => [each.id, dimensionWords(this.language, each)]);
    return [[undefined, this.t('funnel_rule.not_constant')], ...ids];
  }

  /** @param {string} rule @param {unknown} control */
  line(rule, control) {
    return html`<label><span>${this.language.text(`funnel_rule.${rule}`)}</span>${control}</label>`;
  }

  /** @param {keyof Pegel.FunnelChoice} rule @param {[unknown, string][]} values with their words */
  choice(rule, values) {
    const chosen = this.rules[rule];
    const onChange = (/** @type {Event} */ event) =>
      this.choose(rule, values[/** @type {HTMLSelectElement} */ (event.target).selectedIndex][0]);
    return html`<select @change=${onChange}>
      ${values.map(([value, words]) => html`<option .selected=${value === chosen}>${words}</option>`)}
    </select>`;
  }

  /** @param {Event} event */
  onDays(event) {
    const { valueAsNumber: days, validity } = /** @type {HTMLInputElement} */ (event.target);
    if (validity.valid) this.choose('window_days', Number.isNaN(days) ? undefined : days);
  }

  /** @param {Event} event */
  onExclude(event) {
    const words = /** @type {HTMLInputElement} */ (event.target).value.split(';').map((word) => word.trim());
    this.choose('exclude', words.filter(Boolean));
  }

  /** A value that is not there leaves the rule out. @param {keyof Pegel.FunnelChoice} rule @param {unknown} value */
  choose(rule, value) {
    const { [rule]: _, ...others } = this.rules;
    this.say('pegel-funnel', value === undefined ? others : { ...others, [rule]: value });
  }
}

define('pegel-funnel-rules', PegelFunnelRules);
