// How the form of a KPI of one's own looks.

import { css } from 'lit';

export const ownStyle = css`
  fieldset {
    display: grid;
    gap: 10px;
    margin: 16px 0 0;
    padding: 12px 0 0;
    border: 0;
    border-top: 1px solid var(--line);
  }
  .add {
    justify-self: start;
  }
  legend {
    float: left;
    padding: 0;
    font-weight: 600;
  }
  legend + * {
    clear: both;
  }
  .condition {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 8px;
  }
  .ask {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 14px;
  }
  .ask input[type='number'] {
    width: 6.5em;
  }
  .ask label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    align-items: center;
    gap: 4px 12px;
    margin-top: 10px;
  }
  fieldset .field {
    margin: 0;
  }
  .field > select,
  .field > input {
    width: 100%;
  }
  .field .wrong {
    grid-column: 2;
  }
  .wrong {
    color: var(--bad);
    overflow-wrap: anywhere;
  }
  .wrong::first-letter {
    text-transform: uppercase;
  }
  .per {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-top: 16px;
    font-weight: 600;
  }
  output {
    display: block;
    margin: 18px 0;
    padding: 10px 14px;
    border-radius: 8px;
    background: var(--sunken);
  }
  output b {
    font-size: 18px;
    font-weight: 650;
  }
  summary {
    color: var(--muted);
    font-size: 13px;
    cursor: pointer;
  }
  details {
    margin-bottom: 14px;
  }
  textarea {
    width: 100%;
    margin: 8px 0;
    padding: 8px 10px;
    border: 1px solid var(--line-strong);
    border-radius: 8px;
    background: var(--surface);
    color: var(--fg);
    font:
      12.5px/1.5 ui-monospace,
      monospace;
    resize: vertical;
  }
  @media (max-width: 640px) {
    .field {
      grid-template-columns: minmax(0, 1fr);
    }
    .field .wrong {
      grid-column: 1;
    }
  }
`;
