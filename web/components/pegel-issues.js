// What is odd in the files: what, how often, where first, and what came of it.

import { css, html } from 'lit';
import { issueWords } from '../i18n/sentences.js';
import { define, PegelElement, unset } from './element.js';
import { icon } from './icons.js';

class PegelIssues extends PegelElement {
  static properties = { ...PegelElement.properties, report: { attribute: false } };

  static styles = [
    ...PegelElement.styles,
    css`
      .back {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-height: 32px;
        margin-bottom: 14px;
        text-decoration: none;
      }
      .lead {
        margin: 8px 0 24px;
        color: var(--muted);
      }
      ul.issues {
        display: grid;
        gap: 12px;
      }
      .issues p {
        font-weight: 500;
      }
      .places {
        margin-top: 10px;
        color: var(--muted);
        font-size: 13px;
      }
      .places li {
        padding: 2px 0;
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
  }

  render() {
    const { issues } = this.report;
    return html` <a class="back screen" href=${this.href({ view: 'overview' })} @click=${this.go({ view: 'overview' })}
        >${icon('back')}${this.t('detail.back')}</a
      >
      <h1>${this.t('issues.title')}</h1>
      <p class="lead">${this.t(issues.length ? 'issues.lead' : 'issues.none')}</p>
      <ul class="issues">
        ${issues.map((issue) => this.issue(issue))}
      </ul>`;
  }

  /** @param {Pegel.Issue} issue */
  issue(issue) {
    const left = issue.rows_left_out;
    return html`<li class="panel">
      <p>${issueWords(this.language, issue)}</p>
      ${left ? html`<p class="warn small">${this.t('rows.left_out', { n: left })}</p>` : null}
      <ul class="places">
        ${(issue.places ?? []).map(
          ({ file, line, excerpt }) =>
            html`<li>
              ${file}${line ? html`, ${this.t('place.line', { line })}` : null}${excerpt ? html`: <code>${excerpt}</code>` : null}
            </li>`,
        )}
      </ul>
    </li>`;
  }
}

define('pegel-issues', PegelIssues);
