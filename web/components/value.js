// A value with its unit set smaller.

import { css, html } from 'lit';

export const valueStyle = css`
  .value {
    font-weight: 620;
    line-height: 1.15;
    letter-spacing: -0.02em;
    overflow-wrap: anywhere;
  }
  .value .unit {
    color: var(--muted);
    font-size: 0.56em;
    font-weight: 500;
    letter-spacing: 0;
  }
  .value.none {
    color: var(--muted);
  }
`;

/**
 * @param {import("../i18n/language.js").Language} language @param {Pegel.Estimate} estimate
 * @param {Pegel.Card} card @param {boolean} [compact]
 */
export function valuePieces(language, estimate, card, compact = false) {
  const pieces = language.format.pieces(Number(estimate.value), card.unit, { currency: estimate.currency, compact });
  return pieces.map(({ text, role }) => (role === 'unit' ? html`<span class="unit">${text}</span>` : text));
}
