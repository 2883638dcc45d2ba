// One KPI: value, formula with this file's numbers, rows behind it, run, ranking, definition.

import { css, html } from 'lit';
import { definitionWords } from '../i18n/definitions.js';
import {
  comparisonOf,
  convertedWords,
  gateWords,
  intervalWords,
  meaningOf,
  nameOf,
  otherVariant,
  sourceWords,
  undefinedWords,
  unlockWords,
  valueWords,
  variantWords,
} from '../i18n/sentences.js';
import { dimensionsFor, holdable } from '../state/dimensions.js';
import { SCALES, scalesOf } from '../state/scales.js';
import { sqlOf } from '../state/sql.js';
import { runOf } from '../state/tables.js';
import { backStyle } from './back.js';
import { define, PegelElement, unset } from './element.js';
import { figuresOf } from './figures.js';
import { formulaOf, formulaStyle, writtenFormula } from './formula.js';
import { icon } from './icons.js';
import './pegel-account.js';
import './pegel-filters.js';
import './pegel-funnel-rules.js';
import './pegel-ranking.js';
import './pegel-scale.js';
import './pegel-score-rules.js';
import './pegel-sql.js';
import './pegel-trend.js';
import './pegel-variants.js';
import { valuePieces, valueStyle } from './value.js';

/** How many values are not undefined. @param {Pegel.Estimate[]} [estimates] */
const known = (estimates = []) => estimates.filter(({ value }) => typeof value === 'number').length;

/** The ways to compute it that a reader can choose from. @param {Pegel.Kpi} kpi */
const choosable = ({ variants = [] }) => variants.filter(({ computed }) => computed);

class PegelDetail extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    session: { attribute: false },
    report: { attribute: false },
    kpi: { attribute: false },
    route: { attribute: false },
    busy: {},
  };

  static styles = [
    ...PegelElement.styles,
    valueStyle,
    formulaStyle,
    backStyle,
    css`
      .lead {
        max-width: 68ch;
        margin: 8px 0 20px;
        color: var(--muted);
        font-size: 15px;
      }
      pegel-filters {
        margin-bottom: 24px;
      }
      .grid {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 340px;
        gap: var(--gap);
        align-items: start;
      }
      .column {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--gap);
      }
      .value {
        font-size: clamp(36px, 6vw, 52px);
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
        margin-top: 6px;
        color: var(--muted);
      }
      .facts b {
        font-weight: 600;
      }
      .gate {
        margin-top: 10px;
        color: var(--warn);
      }
      .formula {
        margin-top: 22px;
        padding-top: 20px;
        border-top: 1px solid var(--line);
      }
      aside h2 {
        margin-bottom: 10px;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 8px 16px;
        font-size: 13px;
      }
      dt {
        color: var(--muted);
      }
      .variants {
        margin-top: 16px;
        padding-top: 14px;
        border-top: 1px solid var(--line);
        font-size: 13px;
      }
      .variants h3 {
        margin-bottom: 6px;
        font-size: 13px;
      }
      .variants li {
        margin-bottom: 6px;
      }
      @media (max-width: 920px) {
        .grid {
          grid-template-columns: minmax(0, 1fr);
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
    /** @type {Pegel.Kpi} */
    this.kpi = unset;
    /** @type {import("../state/route.js").Route} */
    this.route = unset;
    this.busy = false;
  }

  render() {
    const { kpi, language } = this;
    const figures = figuresOf(this, [kpi], true);
    const scales = ['nps', 'net_score'].includes(kpi.id) ? scalesOf(this.session.opened) : [];
    const onlyApart = kpi.by && typeof kpi.value !== 'number' && figures.length > 0;
    return html` <a class="back screen" href=${this.href({ view: 'overview' })} @click=${this.go({ view: 'overview' })}
        >${icon('back')}${this.t('detail.back')}</a
      >
      <h1>${nameOf(language, kpi)}</h1>
      <p class="lead">${this.meaning()}</p>
      <pegel-filters
        .language=${language}
        .session=${this.session}
        .report=${this.report}
        .busy=${this.busy}
      ></pegel-filters>
      <div class="grid">
        <div class="column">
          ${onlyApart ? null : html`<section class="panel" aria-label=${this.t('column.value')}>${this.headline()}</section>`}
          ${choosable(kpi).length > 1 ? html`<section class="panel"><pegel-variants .language=${language} .kpi=${this.ownWeights() ? { ...kpi, variant: '' } : kpi} .variants=${choosable(kpi)} @pegel-variant=${this.onVariant}></pegel-variants></section>` : null}
          ${scales.length ? html`<section class="panel"><pegel-scale .language=${language} .scales=${scales} @pegel-scale=${this.onScale}></pegel-scale></section>` : null}
          ${['funnel', 'journey'].includes(kpi.id) && this.session.plan ? html`<section class="panel"><pegel-funnel-rules .language=${language} .rules=${this.session.plan.funnel} .dimensions=${holdable(this.session.plan)} .variant=${kpi.variant || kpi.id} @pegel-funnel=${this.onFunnel}></pegel-funnel-rules></section>` : null}
          ${kpi.id === 'partner_score' && this.session.plan ? html`<section class="panel"><pegel-score-rules .language=${language} .rules=${this.session.plan.partner_score} .variant=${kpi.variant ?? ''} @pegel-score=${this.onScore}></pegel-score-rules></section>` : null}
          ${figures.map((figure) => html`<section class="panel">${figure}</section>`)}
          ${known(runOf(kpi)) > 1 ? html`<section class="panel"><pegel-trend .language=${language} .kpi=${kpi}></pegel-trend></section>` : null}
          ${this.breakdown()}
        </div>
        <aside class="column">
          <section class="panel">
            <pegel-account .language=${language} .kpi=${kpi} .sources=${this.report.sources}></pegel-account>
          </section>
          <section class="panel">${this.definition()}</section>
          ${this.sql()}
        </aside>
      </div>`;
  }

  /** The card's words speak of the usual variant. */
  meaning() {
    const { kpi, language } = this;
    const usual = kpi.variants?.find((variant) => variant.is_default);
    const own = this.session.plan?.own_kpis?.find(({ id }) => id === kpi.id);
    if (own && !own.meaning) return definitionWords(language, own);
    if (!otherVariant(kpi) || !usual) return meaningOf(language, kpi);
    return this.t('variants.instead', { usual: variantWords(language, kpi, usual) });
  }

  breakdown() {
    const { kpi, language, session } = this;
    const dimensions = session.plan ? dimensionsFor(session.plan, kpi) : [];
    const says = kpi.status === 'ok' || kpi.breakdown?.some(({ values }) => known(values) > 0);
    if (!dimensions.length || !says) return null;
    return html`<section class="panel">
      <pegel-ranking
        .language=${language}
        .session=${this.session}
        .kpi=${kpi}
        .dimensions=${dimensions}
        .dimension=${this.route.dimension ?? ''}
        @pegel-dimension=${this.onDimension}
      ></pegel-ranking>
    </section>`;
  }

  /** @param {CustomEvent<string>} event */
  onDimension(event) {
    this.session.breakDown(event.detail);
  }

  /** Weights of the reader's own give way to a variant's. @param {CustomEvent<string>} event */
  onVariant(event) {
    const { variants } = this.session.question;
    const score = this.ownWeights() && { partner_score: { ...this.session.plan?.partner_score, weights: undefined } };
    this.session.ask({ variants: { ...variants, [this.kpi.id]: event.detail }, ...score });
  }

  ownWeights() {
    return this.kpi.id === 'partner_score' && this.session.plan?.partner_score?.weights;
  }

  /** A variant whose weights do not count is not in the name. @param {CustomEvent<Pegel.PartnerScoreChoice>} event */
  onScore({ detail }) {
    const { partner_score: _, ...others } = this.session.question.variants ?? {};
    this.session.ask({ partner_score: detail, ...(detail.weights && { variants: others }) });
  }

  /** @param {CustomEvent<Pegel.FunnelChoice>} event */
  onFunnel(event) {
    this.session.ask({ funnel: event.detail });
  }

  /** Goes on to the KPI that then counts the scores. @param {CustomEvent<{file: string, scale: string}>} event */
  async onScale({ detail: { file, scale } }) {
    const { session } = this;
    const choice = session.opened.find(({ profile }) => profile.file === file)?.choice;
    await session.choose(file, { ...choice, scale });
    await session.ask({});
    this.say('pegel-go', { view: 'kpi', kpi: SCALES.indexOf(scale) > 0 ? 'net_score' : 'nps' });
  }

  headline() {
    const { kpi, language } = this;
    if (typeof kpi.value !== 'number')
      return html`<p class="value none">–</p>
        <p class="facts">${undefinedWords(language, kpi)} ${unlockWords(language, kpi)}</p>
        ${this.formula('')}`;
    const gate = gateWords(language, kpi);
    const interval = intervalWords(language, kpi, kpi);
    const comparison = comparisonOf(language, kpi);
    return html` <p class="value" part="value">${valuePieces(language, kpi, kpi)}</p>
      <p class="facts">
        ${interval ? html`<span>${this.t('interval.long', { interval })}</span>` : null}
        ${gate ? null : html`<span>${this.t('n', { n: kpi.n })}</span>`}
        ${comparison ? html`<span><b class=${comparison.tone}>${comparison.arrow} ${comparison.change}</b> ${comparison.against}${comparison.chance ? ` · ${this.t('compare.chance')}` : ''}</span>` : null}
        ${kpi.converted ? html`<span>${convertedWords(language, kpi, 'converted.rows')}</span>` : null}
        ${kpi.target ? html`<span>${this.t('target.words', { target: this.format.value(kpi.target.target, kpi.unit, { currency: kpi.currency }), verdict: language.word('verdict', kpi.target.verdict) })}</span>` : null}
      </p>
      ${gate ? html`<p class="gate">${gate}</p>` : null} ${this.formula(valueWords(language, kpi, kpi))}`;
  }

  /** @param {string} result */
  formula(result) {
    const written = writtenFormula(this.language, this.kpi);
    return written && this.kpi.parts?.length ? formulaOf(this.language, this.kpi, written, result) : null;
  }

  /** None of what cannot be computed. */
  sql() {
    const { kpi, language, session } = this;
    if (!['ok', 'undefined'].includes(kpi.status)) return null;
    return html`<section class="panel">
      <pegel-sql
        .language=${language}
        .session=${session}
        .report=${this.report}
        .kpi=${kpi.id}
        .sql=${sqlOf(session.cards, kpi)}
      ></pegel-sql>
    </section>`;
  }

  definition() {
    const { kpi, language } = this;
    const method = kpi.method || 'none';
    const facts = [
      ['definition.semantic', language.word('semantic', kpi.semantic)],
      ['definition.date', kpi.date ? language.word('role', kpi.date) : ''],
      ['definition.direction', language.word('direction', kpi.direction)],
      ['definition.method', language.word('method', method)],
      [
        'definition.source',
        otherVariant(kpi) ? '' : kpi.group === 'own' ? this.t('own.source') : sourceWords(language, kpi),
      ],
    ];
    const named = (kpi.variants ?? []).filter(({ computed }) => !computed);
    return html`<h2>${this.t('definition.title')}</h2>
      <dl>
        ${facts
          .filter(([, value]) => value)
          .map(
            ([key, value]) =>
              html`<dt>${this.t(key)}</dt>
                <dd>${value}</dd>`,
          )}
      </dl>
      ${
        named.length
          ? html`<div class="variants">
              <h3>${this.t('definition.variants')}</h3>
              <ul>
                ${named.map((variant) => html`<li>${variantWords(language, kpi, variant)}</li>`)}
              </ul>
            </div>`
          : null
      }`;
  }
}

define('pegel-detail', PegelDetail);
