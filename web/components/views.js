// Which view stands on the page.

import { html } from 'lit';
import './pegel-detail.js';
import './pegel-issues.js';
import './pegel-mapping.js';
import './pegel-overview.js';
import './pegel-reading.js';
import './pegel-rows.js';
import './pegel-start.js';

/** @param {import("./pegel-dashboard.js").PegelDashboard} page */
export function viewOf(page) {
  const { session, language, route } = page;
  if (session.phase === 'reading')
    return html`<pegel-reading
      .language=${language}
      .session=${session}
      .progress=${session.progress}
    ></pegel-reading>`;
  if (session.phase === 'start' || !session.opened.length)
    return html`<pegel-start .language=${language} .session=${session} .failures=${session.failures}></pegel-start>`;
  if (session.phase === 'mapping' || route.view === 'mapping') {
    return html`<pegel-mapping
      .language=${language}
      .session=${session}
      .opened=${session.opened}
      .draft=${session.draft}
      .failures=${session.failures}
      .file=${route.file ?? ''}
    ></pegel-mapping>`;
  }
  return reportView(page);
}

/** @param {import("./pegel-dashboard.js").PegelDashboard} page */
function reportView({ session, language, route }) {
  const { report } = session;
  if (!report) return null;
  const kpi = report.kpis.find(({ id }) => id === route.kpi);
  if (route.view === 'kpi' && kpi)
    return html`<pegel-detail
      .language=${language}
      .session=${session}
      .report=${report}
      .kpi=${kpi}
      .route=${route}
      .busy=${session.busy}
    ></pegel-detail>`;
  if (route.view === 'rows' && kpi)
    return html`<pegel-rows
      .language=${language}
      .session=${session}
      .report=${report}
      .kpi=${kpi}
      .route=${route}
    ></pegel-rows>`;
  if (route.view === 'issues')
    return html`<pegel-issues .language=${language} .report=${report} .session=${session}></pegel-issues>`;
  return html`<pegel-overview
    .language=${language}
    .session=${session}
    .report=${report}
    .failures=${session.failures}
    .busy=${session.busy}
  ></pegel-overview>`;
}
