import { css } from 'lit';
import { tokens } from './tokens.js';

/** Type, native controls and tables, as every component wears them. */
export const controls = [
  tokens,
  css`
    :host {
      display: block;
      color: var(--fg);
      font: 400 14px/1.5 var(--font);
      font-variant-numeric: tabular-nums;
    }
    :host([hidden]),
    [hidden] {
      display: none !important;
    }
    *,
    *::before,
    *::after {
      box-sizing: border-box;
    }
    h1,
    h2,
    h3,
    p,
    ul,
    ol,
    dl,
    dd,
    figure {
      margin: 0;
      padding: 0;
    }
    ul,
    ol {
      list-style: none;
    }
    h1 {
      font-size: 28px;
      line-height: 1.2;
      font-weight: 650;
      letter-spacing: -0.015em;
      text-wrap: balance;
    }
    h2 {
      font-size: 16px;
      line-height: 1.35;
      font-weight: 600;
    }
    h3 {
      font-size: 14px;
      font-weight: 600;
    }
    a {
      color: var(--accent);
      text-underline-offset: 0.2em;
      text-decoration-thickness: 1px;
    }
    .muted {
      color: var(--muted);
    }
    .small {
      font-size: 12.5px;
    }
    .spoken {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    button,
    select,
    input,
    textarea {
      font: inherit;
      color: inherit;
    }
    button,
    .button {
      display: inline-flex;
      align-items: center;
      justify-content: center;
      gap: 8px;
      min-height: 34px;
      padding: 5px 14px;
      border: 1px solid var(--line-strong);
      border-radius: 8px;
      background: var(--surface);
      color: var(--fg);
      font-weight: 500;
      text-decoration: none;
      cursor: pointer;
    }
    button:hover,
    .button:hover {
      background: var(--sunken);
    }
    button.primary {
      border-color: var(--accent);
      background: var(--accent);
      color: var(--on-accent);
    }
    button.primary:hover {
      filter: brightness(1.08);
    }
    button.plain {
      border-color: transparent;
      background: none;
      padding: 5px 10px;
    }
    button.plain:hover {
      background: var(--sunken);
    }
    button.link {
      min-height: 24px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--accent);
      font-weight: 400;
      text-align: start;
      text-decoration: underline 1px;
      text-underline-offset: 0.2em;
    }
    button[disabled] {
      opacity: 0.55;
      cursor: default;
    }
    select,
    input:not([type='checkbox'], [type='radio']) {
      min-height: 34px;
      max-width: 100%;
      padding: 5px 8px;
      border: 1px solid var(--line-strong);
      border-radius: 8px;
      background: var(--surface);
    }
    input[type='checkbox'] {
      width: 18px;
      height: 18px;
      accent-color: var(--accent);
    }
    :focus-visible {
      outline: var(--ring);
      outline-offset: 2px;
    }
    .panel {
      padding: 20px 24px;
      border: 1px solid var(--line);
      border-radius: var(--radius);
      background: var(--surface);
      break-inside: avoid;
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      padding: 8px 12px;
      border-bottom: 1px solid var(--line);
      text-align: start;
      vertical-align: baseline;
    }
    thead th {
      color: var(--muted);
      font-size: 12.5px;
      font-weight: 500;
    }
    tbody th {
      font-weight: 500;
    }
    tr:last-child > * {
      border-bottom-color: transparent;
    }
    .number {
      text-align: end;
      white-space: nowrap;
    }
    /* Shadows at the edges beyond which there is more. */
    .scroll {
      overflow-x: auto;
      background:
        linear-gradient(to right, var(--surface) 40%, transparent) left / 40px 100% no-repeat local,
        linear-gradient(to left, var(--surface) 40%, transparent) right / 40px 100% no-repeat local,
        linear-gradient(to right, var(--shade), transparent) left / 14px 100% no-repeat scroll,
        linear-gradient(to left, var(--shade), transparent) right / 14px 100% no-repeat scroll;
    }
    svg.icon {
      width: 16px;
      height: 16px;
      flex: none;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 12px;
    }
    .grow {
      flex: 1;
    }
    .chip {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-height: 26px;
      padding: 2px 10px;
      border-radius: 13px;
      background: var(--sunken);
      color: var(--fg);
      font-size: 12.5px;
    }
    .good {
      color: var(--good);
    }
    .bad {
      color: var(--bad);
    }
    .warn {
      color: var(--warn);
    }
    @media (prefers-reduced-motion: reduce) {
      *,
      *::before,
      *::after {
        animation: none !important;
        transition: none !important;
      }
    }
    @media (pointer: coarse) {
      button,
      select,
      input:not([type='checkbox'], [type='radio']) {
        min-height: 44px;
      }
    }
    @media (max-width: 480px) {
      h1 {
        font-size: 23px;
      }
      .panel {
        padding: 16px;
      }
      th,
      td {
        padding: 8px;
      }
    }
    @media print {
      button,
      select,
      input,
      .screen {
        display: none !important;
      }
    }
  `,
];
