// A KPI's formula with this file's numbers in place of its names.

import { css, html } from 'lit';
import { otherVariant } from '../i18n/sentences.js';

/** @typedef {Pegel.Kpi} Kpi */
/** @typedef {import("../i18n/language.js").Language} Language */

const SIGNS = { '/': '÷', '*': '×', '-': '−' };

export const formulaStyle = css`
  .formula {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 10px 9px;
    font-size: 17px;
  }
  .formula .part {
    display: inline-grid;
    justify-items: center;
    padding: 4px 10px 3px;
    border-radius: 8px;
    background: var(--sunken);
    line-height: 1.3;
  }
  .formula .part b {
    font-weight: 600;
  }
  .formula .part small {
    color: var(--muted);
    font-size: 12px;
  }
  .formula .sign {
    color: var(--muted);
  }
  .formula .result {
    font-weight: 620;
  }
`;

/** "{won} / ({won} + {lost})" in its pieces. @param {string} formula */
export const piecesOf = (formula) => formula.split(/(\{\w+\})/).filter((piece) => piece.trim());

/** The formula of the variant that was computed, as the language writes it; nothing where it has English words. @param {Language} language @param {Kpi} kpi */
export function writtenFormula(language, kpi) {
  const other = otherVariant(kpi);
  const key = other ? `variant.${kpi.id}.${other.id}.formula` : `kpi.${kpi.id}.formula`;
  const hasWords = /\p{L}{2}/u.test(kpi.formula.replace(/\{\w+\}/g, '').replace('sqrt', ''));
  if (hasWords && kpi.group === 'own') return ownFormula(language, kpi.formula);
  return language.source(key) ?? (hasWords ? '' : kpi.formula);
}

/** "mean of {deals}" @param {Language} language @param {string} formula */
const ownFormula = (language, formula) =>
  (language.source(`formula.${formula.split(' ')[0]}`) ?? '').replace('{of}', formula.replace(/^[^{]*/, ''));

/** @param {Language} language @param {Kpi} kpi @param {string} written @param {string} result */
export function formulaOf(language, kpi, written, result) {
  // Some formulas end in their result.
  const ends = written.includes('=');
  const parts = new Map((kpi.parts ?? []).map((part) => [part.name, part]));
  return html`<p class="formula">
    ${piecesOf(written).map((piece) => (piece.startsWith('{') ? partOf(language, kpi, parts, piece.slice(1, -1)) : html`<span class="sign">${signs(piece)}</span>`))}
    ${result && !ends ? html`<span class="sign">=</span><span class="result">${result}</span>` : null}
  </p>`;
}

/** @param {Language} language @param {Kpi} kpi @param {Map<string, Pegel.Part>} parts @param {string} name */
function partOf(language, kpi, parts, name) {
  const part = parts.get(name);
  const value = part ? language.format.value(part.value, part.unit, { currency: kpi.currency }) : '?';
  return html`<span class="part"><b>${value}</b><small>${nameOfPart(language, name)}</small></span>`;
}

/** Parts of the reader's own KPIs are named as roles and kinds. @param {Language} language @param {string} name */
const nameOfPart = (language, name) =>
  language.name(`part.${name}`, language.name(`role.${name}`, language.word('kind', name)));

/** @param {string} text */
const signs = (text) =>
  text
    .trim()
    .replace(/ [/*-]|^[/*-]/g, (sign) =>
      sign.replace(/[/*-]/, (each) => SIGNS[/** @type {keyof typeof SIGNS} */ (each)]),
    );
