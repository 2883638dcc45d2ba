// What is odd in the files: what, how often, where first, and what came of it.

import { css, html } from 'lit';
import { issueWords } from '../i18n/sentences.js';
import { backStyle } from './back.js';
import { saveCsv } from './csv.js';
import { define, PegelElement, unset } from './element.js';
import { icon } from './icons.js';

/** Rows left out that unfold at most; all of them are saved. */
const UNFOLDED = 1000;

/** Of the saved list. */
const COLUMNS = ['file', 'line', 'place_column', 'reason', 'rows_left_out', 'excerpt'];

class PegelIssues extends PegelElement {
  static properties = { ...PegelElement.properties, report: { attribute: false }, session: { attribute: false } };

  static styles = [
    ...PegelElement.styles,
    backStyle,
    css`
      .lead {
        margin: 8px 0 24px;
        color: var(--muted);
      }
      .lead + button {
        margin: -12px 0 14px;
        padding-inline: 0;
      }
      .panel {
        margin-bottom: var(--gap);
        padding-bottom: 4px;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 4px 14px;
        padding-bottom: 14px;
        border-bottom: 1px solid var(--line);
        font-size: 13px;
      }
      header h2 + * {
        margin-inline-end: auto;
      }
      .issue {
        padding: 14px 0;
      }
      .issue + .issue {
        border-top: 1px solid var(--line);
      }
      .issue b {
        font-weight: 550;
      }
      .issue .warn {
        margin-inline-start: 6px;
        font-size: 12.5px;
        white-space: nowrap;
      }
      .remedy {
        max-width: 84ch;
        margin-top: 2px;
        color: var(--muted);
      }
      summary {
        margin-top: 8px;
        color: var(--muted);
        font-size: 13px;
        cursor: pointer;
      }
      .places {
        display: grid;
        gap: 4px;
        margin-top: 8px;
        color: var(--muted);
        font-size: 13px;
      }
      .places li {
        display: grid;
        grid-template-columns: minmax(150px, max-content) minmax(0, 1fr);
        gap: 12px;
      }
      .places code {
        justify-self: start;
      }
      code {
        padding: 1px 6px;
        border-radius: 4px;
        background: var(--sunken);
        color: var(--fg);
        font-size: 12.5px;
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Pegel.Report} */
    this.report = unset;
    /** @type {import("../state/session.js").Session} */
    this.session = unset;
    /** Rows left out that a reader unfolded. @type {WeakMap<Pegel.Issue, Pegel.Place[]>} */
    this.unfolded = new WeakMap();
  }

  render() {
    const { issues } = this.report;
    return html` <a class="back screen" href=${this.href({ view: 'overview' })} @click=${this.go({ view: 'overview' })}
        >${icon('back')}${this.t('detail.back')}</a
      >
      <h1>${this.t('issues.title')}</h1>
      <p class="lead">${this.t(issues.length ? 'issues.lead' : 'issues.none')}</p>
      ${this.report.sources.some((source) => source.left_out) ? html`<button class="plain screen" @click=${this.saveLeftOut}>${this.t('rows.save_left_out')}</button>` : null}
      ${this.files().map((file) => this.file(file))}`;
  }

  /** Every row left out with its file, line, column, reason and beginning, as CSV. */
  async saveLeftOut() {
    const { columns, rows } = await this.session.rows({ left_out: true, offset: 0, limit: Number.MAX_SAFE_INTEGER });
    const reason = columns.indexOf('reason');
    const words = rows.map((row) =>
      row.map((cell, at) => (at === reason ? this.language.word('left_out', String(cell)) : String(cell))),
    );
    const header = columns.map((column) => this.t(`column.${column === 'column' ? 'place_column' : column}`));
    saveCsv([header, ...words], this.language.tag, 'left-out');
  }

  /** In the order of the sources; what speaks of no file comes last. */
  files() {
    const named = new Set(this.report.issues.map(fileOf));
    const order = [...this.report.sources.map(({ file }) => file), ...named];
    return [...new Set(order)].filter((file) => named.has(file));
  }

  /** @param {string} file */
  file(file) {
    const source = this.report.sources.find((each) => each.file === file);
    const mapping = { view: /** @type {const} */ ('mapping'), file };
    return html`<section class="panel">
      <header>
        <h2>${file || this.t('issues.title')}</h2>
        ${source ? html`<span class="muted">${this.t('issues.rows_of', { n: source.rows, used: source.used })}</span>` : null}
        <button class="plain screen" @click=${() => this.save(file)}>${this.t('chart.save', { kind: 'CSV' })}</button>
        ${source ? html`<a class="screen" href=${this.href(mapping)} @click=${this.go(mapping)}>${this.t('mapping.change')}</a>` : null}
      </header>
      <ul>
        ${this.issuesOf(file).map((issue) => this.issue(issue))}
      </ul>
    </section>`;
  }

  /** What cost rows comes first. @param {string} file */
  issuesOf(file) {
    const own = this.report.issues.filter((issue) => fileOf(issue) === file);
    return own.sort((a, b) => Number(b.rows_left_out > 0) - Number(a.rows_left_out > 0));
  }

  /** The first places, one a line; an issue's rows stand at its first. @param {string} file */
  save(file) {
    const lines = this.issuesOf(file).flatMap((issue) =>
      (issue.places.length ? issue.places : [{ file }]).map((place, i) => this.lineOf(issue, place, i === 0)),
    );
    const header = COLUMNS.map((id) => this.t(`column.${id}`));
    saveCsv([header, ...lines], this.language.tag, `${file.replaceAll('/', '-')}-issues`);
  }

  /** @param {Pegel.Issue} issue @param {Pegel.Place} place @param {boolean} first */
  lineOf(issue, place, first) {
    const rows = first && issue.rows_left_out ? String(issue.rows_left_out) : '';
    const [line, column] = [place.line, place.column].map((number) => (number ? String(number) : ''));
    return [place.file, line, column, issueWords(this.language, issue), rows, place.excerpt ?? ''];
  }

  /** @param {Pegel.Issue} issue */
  issue(issue) {
    const { code, rows_left_out: left } = issue;
    const remedy = this.language.name(`remedy.${code}`, '');
    return html`<li class="issue">
      <p>
        <b>${issueWords(this.language, issue)}</b>
        ${left ? html`<span class="warn">${this.t('rows.left_out', { n: left })}</span>` : null}
      </p>
      ${remedy ? html`<p class="remedy">${remedy}</p>` : null} ${this.places(issue)}
    </li>`;
  }

  /** The first places; rows left out unfold behind them. @param {Pegel.Issue} issue */
  places(issue) {
    const { count, places = [] } = issue;
    const more = count - places.length;
    const rest = this.unfolded.get(issue);
    if (more > 0 && this.reasonOf(issue))
      return html`${this.list(places)}
        <details @toggle=${() => this.unfold(issue)}>
          <summary>${this.t('place.more', { n: more })}</summary>
          ${rest ? this.list(rest, more) : null}
        </details>`;
    return this.list(places, places.length ? count : 0);
  }

  /** @param {Pegel.Place[]} places @param {number} [of] how many there are */
  list(places, of = 0) {
    const more = of - places.length;
    return html`<ul class="places">
      ${places.map((place) => this.place(place))}${more > 0 ? html`<li>${this.t('place.more', { n: more })}</li>` : null}
    </ul>`;
  }

  /** As what the engine lists the rows that an issue left out; '' when it cannot tell them from another issue's. @param {Pegel.Issue} issue */
  reasonOf(issue) {
    if (!issue.rows_left_out) return '';
    if (!issue.code.startsWith('id.')) return issue.code;
    const duplicates = this.issuesOf(fileOf(issue)).filter(({ code }) => code.startsWith('id.'));
    return duplicates.length === 1 ? 'duplicate' : '';
  }

  /** Asks for the rows behind the first places, once. @param {Pegel.Issue} issue */
  async unfold(issue) {
    if (this.unfolded.has(issue)) return;
    const query = { left_out: true, use: this.reasonOf(issue), offset: 0, limit: Number.MAX_SAFE_INTEGER };
    const { rows } = await this.session.rows(query);
    const places = rows
      .filter(([file]) => file === fileOf(issue))
      .slice(issue.places.length, issue.places.length + UNFOLDED)
      .map(([file, line, column, , , excerpt]) => ({
        file: String(file),
        line: Number(line),
        column: Number(column),
        excerpt: String(excerpt),
      }));
    this.unfolded.set(issue, places);
    this.requestUpdate();
  }

  /** @param {Pegel.Place} place */
  place({ line, column, excerpt }) {
    if (!line && !excerpt) return null;
    const where = column ? this.t('place.column', { line, column }) : this.t('place.line', { line });
    return html`<li>${line ? html`<span>${where}</span>` : null}${excerpt ? html`<code>${excerpt}</code>` : null}</li>`;
  }
}

/** @param {Pegel.Issue} issue */
const fileOf = ({ places }) => places?.[0]?.file ?? '';

define('pegel-issues', PegelIssues);
