// All KPIs of the files, by group, with the figures that need more room below.

import { css, html } from 'lit';
import { assumptionWords, nameOf } from '../i18n/sentences.js';
import { groupsOf } from '../state/groups.js';
import { runOf } from '../state/tables.js';
import { define, PegelElement, unset } from './element.js';
import { failureList, failureStyle } from './failures.js';
import './pegel-filters.js';
import './pegel-privacy.js';
import './pegel-tile.js';
import './pegel-trend.js';
import { figuresOf } from './figures.js';

/** @typedef {Pegel.Kpi} Kpi */

/** So many tiles may stand beside a figure instead of above it. */
const BESIDE = 2;

class PegelOverview extends PegelElement {
  static properties = {
    ...PegelElement.properties,
    session: { attribute: false },
    report: { attribute: false },
    failures: { attribute: false },
    busy: {},
  };

  static styles = [
    ...PegelElement.styles,
    failureStyle,
    css`
      .intro {
        margin-bottom: 20px;
      }
      .intro p {
        margin-top: 6px;
        color: var(--muted);
      }
      .assumed {
        font-size: 13px;
      }
      pegel-filters {
        margin-bottom: 32px;
      }
      section {
        margin-bottom: 44px;
      }
      section > h2 {
        margin-bottom: 14px;
        font-size: 18px;
        letter-spacing: -0.01em;
      }
      .tiles {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(264px, 100%), 1fr));
        gap: var(--gap);
      }
      .figures {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--gap);
      }
      .tiles + .figures {
        margin-top: var(--gap);
      }
      .together {
        display: grid;
        grid-template-columns: 232px minmax(0, 1fr);
        gap: 24px 32px;
      }
      .together .tiles {
        grid-template-columns: minmax(0, 1fr);
        align-content: start;
        gap: 28px;
      }
      .together:has(pegel-scorecard) {
        grid-template-columns: minmax(0, 1fr);
      }
      .together:has(pegel-scorecard) .tiles {
        grid-template-columns: repeat(auto-fill, minmax(min(232px, 100%), 1fr));
      }
      .together + .figures {
        margin-top: var(--gap);
      }
      @media (max-width: 820px) {
        .together {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      details {
        margin-bottom: 32px;
      }
      summary {
        padding: 4px 0;
        color: var(--muted);
        cursor: pointer;
      }
      details ul {
        display: grid;
        gap: 2px;
        margin-top: 8px;
      }
      details li {
        display: grid;
        grid-template-columns: minmax(160px, 260px) 1fr;
        gap: 16px;
        padding: 8px 0;
        border-bottom: 1px solid var(--line);
      }
      .rest {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 14px;
        margin-top: 12px;
        font-size: 13px;
      }
      .stale {
        opacity: 0.6;
        transition: opacity 0.2s 0.15s;
      }
      @media (max-width: 480px) {
        details li {
          grid-template-columns: 1fr;
          gap: 0;
        }
      }
      @media print {
        .tiles {
          grid-template-columns: repeat(3, 1fr);
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
    /** @type {Pegel.Failure[]} */
    this.failures = [];
    this.busy = false;
  }

  render() {
    const { kpis } = this.report;
    const shown = kpis.filter(({ status }) => status === 'ok' || status === 'undefined');
    const locked = kpis.filter(({ status }) => status.startsWith('missing'));
    const groups = groupsOf(shown);
    return html` ${failureList(this.language, this.failures)}
      <div class="intro">
        <h1>${this.covered()}</h1>
        <p>${this.accounts()}</p>
        ${this.report.sources.map((source) => this.assumed(source))}
        ${this.session.rereads ? html`<p class="assumed">${this.t('overview.reread')}</p>` : null}
      </div>
      <pegel-filters
        .language=${this.language}
        .session=${this.session}
        .report=${this.report}
        .busy=${this.busy}
      ></pegel-filters>
      <div class=${this.busy ? 'stale' : ''}>
        ${groups.map((group) =>
          this.group(
            group,
            shown.filter((kpi) => kpi.group === group),
          ),
        )}
        ${locked.length ? this.locked(locked) : null}
      </div>
      <pegel-privacy .language=${this.language}></pegel-privacy>`;
  }

  /** The period that the numbers speak of. */
  covered() {
    const { period } = this.report;
    return period && this.session.question.period
      ? this.format.range(period.start, period.end)
      : this.t('overview.title');
  }

  /** Read = used + left out. */
  accounts() {
    const { sources } = this.report;
    const sum = (/** @type {"rows"|"used"|"left_out"} */ field) =>
      sources.reduce((total, source) => total + source[field], 0);
    const days = sources
      .flatMap(({ first, last }) => [first, last])
      .filter((day) => day)
      .sort();
    const facts = [
      this.t('rows.read', { n: sum('rows') }),
      this.t('rows.used', { n: sum('used') }),
      sum('left_out') > 0 && this.t('rows.left_out', { n: sum('left_out') }),
      days.length > 0 && `${this.format.day(String(days[0]))} – ${this.format.day(String(days.at(-1)))}`,
    ];
    return facts.filter(Boolean).join(' · ');
  }

  /** What nobody was asked or answered; that nothing was chosen says the KPI itself. @param {Pegel.SourceReport} source */
  assumed({ file, assumed = [] }) {
    const words = assumed.filter(({ choice }) => choice).map((each) => assumptionWords(this.language, each));
    if (!words.length) return null;
    const mapping = { view: /** @type {const} */ ('mapping'), file };
    return html`<p class="assumed">
      ${this.t('overview.assumed', { file, what: words.join(' · ') })}
      <a class="screen" href=${this.href(mapping)} @click=${this.go(mapping)}>${this.t('mapping.change')}</a>
    </p>`;
  }

  /** @param {string} group @param {Kpi[]} kpis */
  group(group, kpis) {
    const figures = figuresOf(this, kpis);
    const tiles = figures.length ? kpis.filter((kpi) => typeof kpi.value === 'number') : kpis;
    const rest = kpis.filter((kpi) => !tiles.includes(kpi));
    const alone = figures.length === 0 && tiles.length <= BESIDE && runOf(tiles[0]).length > 1;
    if (alone) figures.push(html`<pegel-trend .language=${this.language} .kpi=${tiles[0]}></pegel-trend>`);
    const beside = figures.length > 0 && tiles.length > 0 && tiles.length <= BESIDE;
    return html`<section aria-labelledby=${`group-${group}`}>
      <h2 id=${`group-${group}`}>${this.language.word('group', group)}</h2>
      ${beside ? this.together(tiles, figures) : this.apart(tiles, figures)} ${rest.length ? this.rest(rest) : null}
    </section>`;
  }

  /** KPIs that are no one number: their pages say more. @param {Kpi[]} kpis */
  rest(kpis) {
    const link = (/** @type {Kpi} */ { id, ...kpi }) => {
      const route = { view: /** @type {const} */ ('kpi'), kpi: id };
      return html`<a href=${this.href(route)} @click=${this.go(route)}>${nameOf(this.language, { ...kpi, id })}</a>`;
    };
    return html`<p class="rest screen"><span class="muted">${this.t('overview.more')}</span> ${kpis.map(link)}</p>`;
  }

  /** @param {Kpi[]} tiles @param {unknown[]} figures */
  together(tiles, figures) {
    const [first, ...more] = figures;
    return html`<div class="panel together">
        <div class="tiles">${tiles.map((kpi) => this.tile(kpi, true))}</div>
        <div class="figure">${first}</div>
      </div>
      ${this.apart([], more)}`;
  }

  /** @param {Kpi[]} tiles @param {unknown[]} figures */
  apart(tiles, figures) {
    return html` ${tiles.length ? html`<div class="tiles">${tiles.map((kpi) => this.tile(kpi, false))}</div>` : null}
    ${figures.length ? html`<div class="figures">${figures.map((figure) => html`<div class="panel">${figure}</div>`)}</div>` : null}`;
  }

  /** @param {Kpi} kpi @param {boolean} bare */
  tile(kpi, bare) {
    return html`<pegel-tile
      .language=${this.language}
      .kpi=${kpi}
      .starts=${this.session.plan?.year_starts}
      ?bare=${bare}
    ></pegel-tile>`;
  }

  /** @param {Kpi[]} kpis */
  locked(kpis) {
    return html`<details class="screen">
      <summary>${this.t('locked.title', { n: kpis.length })}</summary>
      <ul>
        ${kpis.map((kpi) => html`<li><span>${nameOf(this.language, kpi)}</span><span class="muted">${this.missing(kpi)}</span></li>`)}
      </ul>
    </details>`;
  }

  /** @param {Kpi} kpi */
  missing(kpi) {
    if (kpi.status === 'missing_kind')
      return this.t('locked.kind', {
        kind: (kpi.missing_kinds ?? []).map((kind) => this.language.word('kind', kind)).join(', '),
      });
    return this.t('locked.roles', {
      roles: (kpi.missing ?? []).map((role) => this.language.word('role', role)).join(', '),
    });
  }
}

define('pegel-overview', PegelOverview);
