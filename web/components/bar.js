// The top of every view: the mark, the files, what is odd in them, settings.

import { css, html } from 'lit';
import { icon, mark } from './icons.js';
import './pegel-files.js';
import './pegel-settings.js';

/** @typedef {import("./pegel-dashboard.js").PegelDashboard} PegelDashboard */

export const barStyle = css`
  header {
    position: sticky;
    top: 0;
    z-index: 2;
    display: flex;
    align-items: center;
    gap: 4px 12px;
    min-height: 56px;
    padding: 8px 32px;
    border-bottom: 1px solid var(--line);
    background: color-mix(in srgb, var(--bg) 92%, transparent);
    backdrop-filter: blur(8px);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-inline-end: 8px;
    color: var(--fg);
    font-size: 16px;
    font-weight: 650;
    letter-spacing: -0.01em;
    text-decoration: none;
  }
  .mark {
    fill: none;
    stroke-linecap: round;
    stroke-width: 1.6;
  }
  .mark .staff,
  .mark .ticks {
    stroke: var(--fg);
  }
  .mark .water {
    stroke: var(--accent);
    stroke-width: 2.4;
  }
  .sample {
    padding: 2px 10px;
    border-radius: 12px;
    background: var(--warn-soft);
    color: var(--warn);
    font-size: 12.5px;
    font-weight: 500;
    white-space: nowrap;
  }
  header a.issues {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 34px;
    padding: 0 8px;
    color: var(--warn);
    text-decoration: none;
  }
  header a.issues:hover {
    text-decoration: underline;
  }
  @media (max-width: 640px) {
    header {
      padding: 8px 12px;
    }
    .brand {
      margin-inline-end: 0;
    }
    .brand span,
    header .words {
      display: none;
    }
  }
  @media print {
    header {
      position: static;
      padding: 0 0 8px;
    }
  }
`;

/** @param {PegelDashboard} page */
export function topBar(page) {
  const { session, language } = page;
  return html`<header>
    <button class="skip" @click=${() => page.skip()}>${page.t('page.skip')}</button>
    <a class="brand" href=${page.href({ view: 'overview' })} aria-label="Pegel" @click=${page.go({ view: 'overview' })}
      >${mark}<span>Pegel</span></a
    >
    ${session.opened.length ? html`<pegel-files .language=${language} .session=${session}></pegel-files>` : null}
    ${session.sample ? html`<span class="sample">${page.t('sample.badge')}</span>` : null}
    <span class="grow"></span>
    ${issuesLink(page)}
    <pegel-settings
      .language=${language}
      .locale=${page.locale}
      .theme=${page.theme}
      .session=${session}
    ></pegel-settings>
  </header>`;
}

/** @param {PegelDashboard} page */
function issuesLink(page) {
  const count = page.session.report?.issues.length ?? 0;
  if (!count || page.session.phase !== 'ready') return null;
  const words = page.t('issues.count', { n: count });
  return html`<a
    class="issues screen"
    href=${page.href({ view: 'issues' })}
    aria-label=${words}
    @click=${page.go({ view: 'issues' })}
  >
    ${icon('alert')}<span class="words">${words}</span>
  </a>`;
}
