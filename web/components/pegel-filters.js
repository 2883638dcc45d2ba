// The question asked of the files: which period, compared with what, which rows.

import { css, html } from 'lit';
import { dimensionWords } from '../i18n/sentences.js';
import { currenciesOf } from '../state/currencies.js';
import { dimensionsOf } from '../state/dimensions.js';
import { daysOf, extentOf, nameOfPeriod, periodBetween, periodsOf } from '../state/periods.js';
import { dayBefore } from '../i18n/format.js';
import { define, PegelElement, unset } from './element.js';
import { icon } from './icons.js';

const GRAINS = ['week', 'month', 'quarter', 'year'];
const COMPARISONS = ['previous', 'year', 'none'];

class PegelFilters extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    session: { attribute: false },
    report: { attribute: false },
    busy: {},
    custom: { state: true },
    picking: { state: true },
  };

  static styles = [
    ...PegelElement.styles,
    css`
      .row {
        gap: 10px 20px;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        color: var(--muted);
        font-size: 13px;
      }
      select,
      input {
        color: var(--fg);
        font-size: 13.5px;
      }
      select {
        field-sizing: content;
      }
      @media (max-width: 640px) {
        .row {
          display: grid;
          grid-template-columns: repeat(2, minmax(0, 1fr));
          align-items: end;
          gap: 12px;
        }
        label {
          display: grid;
          grid-template-columns: minmax(0, 1fr);
          gap: 4px;
        }
        .row select,
        .row input {
          field-sizing: fixed;
          width: 100%;
        }
        .filters:has(.chip) {
          grid-column: 1 / -1;
        }
      }
      .filters {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
      }
      .chip button {
        min-height: 24px;
        padding: 0 2px;
        border: 0;
        background: none;
      }
      .chip .icon {
        width: 13px;
        height: 13px;
      }
      .busy {
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--accent);
        animation: pulse 0.9s ease-in-out infinite alternate;
      }
      @keyframes pulse {
        to {
          opacity: 0.2;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import("../state/session.js").Session} */
    this.session = unset;
    /** @type {Pegel.Report} */
    this.report = unset;
    this.busy = false;
    this.custom = false;
    this.picking = '';
  }

  render() {
    const { question } = this.session;
    return html`<div class="row screen" role="group" aria-label=${this.t('filters.title')}>
      <label>${this.t('filters.period')}${this.periods()}</label>
      ${this.custom ? this.customPeriod() : null}
      <label
        >${this.t('filters.compare')}<select @change=${this.set('comparison')}>
          ${this.options('comparison', COMPARISONS, question.comparison ?? this.session.plan?.comparison)}
        </select></label
      >
      <label
        >${this.t('filters.grain')}<select @change=${this.set('grain')}>
          ${this.options('grain', GRAINS, question.grain ?? this.session.plan?.grain)}
        </select></label
      >
      ${this.yearStarts()} ${this.currencies()}
      <div class="filters">${(question.filters ?? []).map((filter) => this.chip(filter))} ${this.picker()}</div>
      ${this.busy ? html`<span class="busy" role="status" aria-label=${this.t('filters.busy')}></span>` : null}
    </div>`;
  }

  /** @param {string} group @param {string[]} ids @param {string} [current] */
  options(group, ids, current) {
    return ids.map((id) => html`<option value=${id} ?selected=${id === current}>${this.t(`${group}.${id}`)}</option>`);
  }

  starts() {
    return this.session.question.year_starts ?? this.session.plan?.year_starts ?? 1;
  }

  /** Asked only where a quarter or a year is looked at. */
  yearStarts() {
    const { question, plan } = this.session;
    const starts = this.starts();
    const extent = extentOf(this.report);
    const chosen = extent && question.period ? (nameOfPeriod(question.period, extent, starts) ?? '') : '';
    const long = ['quarter', 'year'].includes(question.grain ?? plan?.grain ?? '') || /^\d{4}(\/|-Q|$)/.test(chosen);
    if (!long && starts === 1) return null;
    const months = Array.from({ length: 12 }, (_, i) => i + 1);
    return html`<label
      >${this.t('filters.year_starts')}<select @change=${this.setYearStarts}>
        ${months.map((month) => html`<option value=${month} ?selected=${month === starts}>${this.format.month(`2026-${String(month).padStart(2, '0')}`, false)}</option>`)}
      </select></label
    >`;
  }

  /** Asked only where a file has rates. */
  currencies() {
    const { opened, plan } = this.session;
    const codes = currenciesOf(opened.map(({ profile }) => profile));
    if (!codes.length) return null;
    const chosen = plan?.currency ?? '';
    const all = [...new Set([...codes, ...(chosen ? [chosen] : [])])];
    return html`<label
      >${this.t('filters.currency')}<select
        @change=${(/** @type {Event} */ event) => this.session.ask({ currency: valueOf(event) })}
      >
        ${all.map((code) => html`<option .selected=${code === chosen}>${code}</option>`)}
        <option value="" .selected=${!chosen}>${this.t('filters.unconverted')}</option>
      </select></label
    >`;
  }

  periods() {
    const extent = extentOf(this.report);
    const starts = this.starts();
    const { period } = this.session.question;
    const chosen = extent && period ? nameOfPeriod(period, extent, starts) : '';
    const { years, quarters, months } = extent ? periodsOf(extent, starts) : { years: [], quarters: [], months: [] };
    const group = (/** @type {string} */ key, /** @type {string[]} */ names) =>
      html`<optgroup label=${this.t(key)}>
        ${names.map((name) => html`<option value=${name} ?selected=${name === chosen && !this.custom}>${this.format.period(name)}</option>`)}
      </optgroup>`;
    return html`<select @change=${this.setPeriod}>
      <option value="" ?selected=${!period && !this.custom}>${this.t('period.all')}</option>
      ${group('grain.years', years)}${group('grain.quarters', quarters)}${group('grain.months', months)}
      <option value="custom" ?selected=${this.custom || Boolean(period && !chosen)}>${this.t('period.custom')}</option>
    </select>`;
  }

  customPeriod() {
    const extent = extentOf(this.report);
    const { period } = this.session.question;
    const [start, last] = [period?.start ?? extent?.first ?? '', period ? dayBefore(period.end) : (extent?.last ?? '')];
    return html` <label
        >${this.t('period.from')}<input type="date" name="from" .value=${start} @change=${this.setDays}
      /></label>
      <label>${this.t('period.to')}<input type="date" name="to" .value=${last} @change=${this.setDays} /></label>`;
  }

  /** A choice that replaced another is where the reader goes on. @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has('picking') && changed.get('picking') !== undefined)
      /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.filters select'))?.focus();
  }

  /** @param {Pegel.Filter} filter */
  chip({ dimension, values }) {
    const name = values.map((value) => value || this.t('key.none')).join(', ');
    return html`<span class="chip"
      >${this.dimensionName(dimension)}: ${name}
      <button aria-label=${this.t('filters.remove', { name })} @click=${() => this.drop(dimension)}>
        ${icon('close')}
      </button></span
    >`;
  }

  picker() {
    const filtered = new Set(this.session.question.filters?.map(({ dimension }) => dimension));
    const ids = [...this.dimensions().keys()].filter((id) => !filtered.has(id));
    if (!ids.length) return null;
    if (!this.picking) {
      return html`<select aria-label=${this.t('filters.add')} @change=${this.pick}>
        <option value="">${this.t('filters.add')}</option>
        ${ids.map((id) => html`<option value=${id}>${this.dimensionName(id)}</option>`)}
      </select>`;
    }
    const keys = [...(this.session.facets.get(this.picking) ?? [])].sort((a, b) => this.format.compare(a, b));
    return html`<select aria-label=${this.dimensionName(this.picking)} @change=${this.add}>
      <option value="-">${this.t('filters.choose', { name: this.dimensionName(this.picking) })}</option>
      ${keys.map((key) => html`<option value=${`=${key}`}>${key || this.t('key.none')}</option>`)}
    </select>`;
  }

  /** Every dimension of the files once, whatever the kind. @returns {Map<string, Pegel.Dimension>} */
  dimensions() {
    const { plan } = this.session;
    return new Map((plan ? dimensionsOf(plan) : []).map((dimension) => [dimension.id, dimension]));
  }

  /** @param {string} id */
  dimensionName(id) {
    return dimensionWords(this.language, this.dimensions().get(id) ?? { id });
  }

  /** The values of a dimension are known once something was broken down by it. @param {Event} event */
  async pick(event) {
    const id = valueOf(event);
    await this.session.breakDown(id);
    this.picking = id;
  }

  /** @param {"comparison"|"grain"} what */
  set(what) {
    return (/** @type {Event} */ event) => this.session.ask({ [what]: valueOf(event) });
  }

  /** @param {Event} event */
  setPeriod(event) {
    const name = valueOf(event);
    this.custom = name === 'custom';
    if (!this.custom) this.session.ask({ period: name ? daysOf(name, this.starts()) : undefined });
  }

  /** @param {Event} event */
  setYearStarts(event) {
    this.session.ask({ year_starts: Number(valueOf(event)) });
  }

  setDays() {
    const day = (/** @type {string} */ name) =>
      /** @type {HTMLInputElement} */ (this.renderRoot.querySelector(`[name=${name}]`)).value;
    const [from, to] = [day('from'), day('to')];
    if (from && to && from <= to) this.session.ask({ period: periodBetween(from, to) });
  }

  /** @param {Event} event */
  add(event) {
    const value = valueOf(event);
    const dimension = this.picking;
    this.picking = '';
    if (value !== '-')
      this.session.ask({
        filters: [...(this.session.question.filters ?? []), { dimension, values: [value.slice(1)] }],
      });
  }

  /** @param {string} dimension */
  drop(dimension) {
    this.session.ask({ filters: this.session.question.filters?.filter((each) => each.dimension !== dimension) });
  }
}

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLSelectElement} */ (event.target).value;

define('pegel-filters', PegelFilters);
