// What a file leaves open, each with the file's own values read every way, and the reader's answer.

import { css, html } from 'lit';
import { choiceWords } from '../i18n/sentences.js';
import { periodBetween, periodName } from '../state/periods.js';
import { answerOf, answered } from '../state/questions.js';
import { define, PegelElement, unset } from './element.js';
import { wideName } from './wide-row.js';

/** @typedef {import("../state/session.js").Opened} Opened */

class PegelQuestions extends PegelElement {
  static properties = { ...PegelElement.properties, opened: { attribute: false }, queries: { attribute: false } };

  static styles = [
    ...PegelElement.styles,
    css`
      :host {
        display: grid;
        gap: 12px;
        margin-bottom: var(--gap);
      }
      fieldset {
        margin: 0;
        padding: 18px 24px 20px;
        border: 1px solid var(--line);
        border-inline-start: 3px solid var(--warn);
        border-radius: var(--radius);
        background: var(--surface);
      }
      legend {
        float: left;
        width: 100%;
        margin-bottom: 10px;
        padding: 0;
        font-weight: 600;
      }
      legend span {
        color: var(--muted);
        font-weight: 400;
      }
      .options,
      fieldset > .readings {
        clear: both;
      }
      .options {
        display: grid;
        gap: 2px;
      }
      label {
        display: grid;
        grid-template-columns: 18px minmax(120px, max-content) minmax(0, 1fr);
        gap: 2px 12px;
        align-items: baseline;
        padding: 7px 10px;
        border-radius: 8px;
        cursor: pointer;
      }
      label:hover,
      label:has(:checked) {
        background: var(--sunken);
      }
      input {
        margin: 0;
        accent-color: var(--accent);
      }
      .readings {
        color: var(--muted);
        font-size: 13px;
        overflow-wrap: anywhere;
      }
      small {
        color: var(--muted);
        font-size: 12.5px;
      }
      .readings b {
        color: var(--fg);
        font-weight: 500;
      }
      @media (max-width: 640px) {
        fieldset {
          padding: 16px;
        }
        label {
          grid-template-columns: 18px minmax(0, 1fr);
        }
        .readings {
          grid-column: 2;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Opened} */
    this.opened = unset;
    /** @type {Pegel.Query[]} */
    this.queries = [];
  }

  render() {
    return this.queries.map((query, i) => this.question(query, `question-${i}`));
  }

  /** @param {Pegel.Query} query @param {string} group */
  question(query, group) {
    const column = this.about(query);
    const current = answerOf(query, this.opened);
    return html`<fieldset>
      <legend>
        ${this.asking(query)}${column ? html` <span>${this.t('question.column', { name: column })}</span>` : null}
      </legend>
      ${
        query.options.length > 1
          ? html`<div class="options">
              ${query.options.map((option) => this.option(query, option, group, current))}
            </div>`
          : html`<p class="readings">${query.options.map((option) => this.readings(query, option))}</p>`
      }
    </fieldset>`;
  }

  /** The column asked about, or the first and last of a wide table's. @param {Pegel.Query} query */
  about({ code, column }) {
    const { columns, wide } = this.opened.profile;
    return code === 'wide.table' && wide ? wideName(columns, wide) : columns[column]?.name;
  }

  /** @param {Pegel.Query} query @param {Pegel.Query['options'][number]} option @param {string} group @param {string} current */
  option(query, option, group, current) {
    return html`<label>
      <input
        type="radio"
        name=${group}
        .checked=${option.choice === current}
        @change=${() => this.answer(query, option.choice)}
      />
      <span
        >${choiceWords(this.language, query.code, option.choice)}${option.proofs ? html` <small>${this.t('question.proofs', { n: option.proofs })}</small>` : null}</span
      >
      <span class="readings">${this.readings(query, option)}</span>
    </label>`;
  }

  /** @param {Pegel.Query} query */
  asking(query) {
    if (query.code === 'map.missing')
      return this.t('query.map.missing', { role: this.language.word('role', query.values[0]) });
    if (query.code === 'nps.scale')
      return this.t('query.nps.scale', { low: query.values[0] ?? '', high: query.values[1] ?? '' });
    if (query.code === 'question.scale') {
      const [asked, low = '', high = ''] = query.values;
      return this.t('query.question.scale', { question: this.language.word('canonical.question', asked), low, high });
    }
    return this.language.word('query', query.code);
  }

  /** The values of the file as an option reads them. @param {Pegel.Query} query @param {{readings: string[]}} option */
  readings(query, { readings }) {
    if (query.code === 'map.missing') return readings.slice(0, 3).join(' · ');
    const known = query.values.map((value, i) => ({ value, reading: this.reading(query, readings[i]) }));
    return known
      .filter(({ reading }) => reading)
      .map(({ value, reading }, i) => html`${i ? ' · ' : ''}${value} → <b>${reading}</b>`);
  }

  /** @param {Pegel.Query} query @param {string} [text] */
  reading({ code }, text) {
    if (!text) return '';
    if (code.startsWith('date.') && /^\d{4}-\d\d-\d\d$/.test(text)) return this.format.day(text);
    if (code.startsWith('num.') && Number.isFinite(Number(text))) return this.format.number(Number(text), 6);
    if (code.startsWith('csv.')) return this.columnName(text);
    if (code === 'wide.table') return this.cell(text);
    return code === 'kind.unsure' ? this.language.word('role', text) : text;
  }

  /** "column 2" is what a column without a name is called. @param {string} text */
  columnName(text) {
    const [, n] = /^column (\d+)$/.exec(text) ?? [];
    return n ? this.t('question.unnamed', { n: Number(n) }) : text;
  }

  /** "2026-01-01/2026-03-31: 200000" is a period with both ends and its value; a stage stands as it is. @param {string} text */
  cell(text) {
    const [, first, last, value] = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d): (.*)$/.exec(text) ?? [];
    return first ? `${this.format.period(periodName(periodBetween(first, last)))}: ${value}` : text;
  }

  /** @param {Pegel.Query} query @param {string} choice */
  answer(query, choice) {
    const { profile } = this.opened;
    this.say('pegel-choice', (/** @type {Pegel.SourceChoice} */ before) => answered(query, profile, before, choice));
  }
}

define('pegel-questions', PegelQuestions);
