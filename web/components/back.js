// The way back to the view before.

import { css } from 'lit';

export const backStyle = css`
  .back {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 32px;
    margin-bottom: 14px;
    text-decoration: none;
  }
  .back:hover {
    text-decoration: underline;
  }
`;
